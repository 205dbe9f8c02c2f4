//! C315: a case stands once in a table of values (A2, C4).

use crate::check::{Report, Rule};
use crate::diag::{Entry, Severity};
use crate::lang::Text;
use crate::model::base::Base;
use crate::model::offering::{Offering, Price};
use crate::model::target::{TargetSpec, whole_targets};
use crate::parse::kind::Kind;
use crate::parse::reader::Value;
use crate::resolve::Resolved;
use crate::span::Span;

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "C315",
        name: "case-given-twice",
        severity: Severity::Error,
        message: Text {
            es: "el caso {case} figura dos veces en la tabla",
            en: "the case {case} stands twice in the table",
            pt: "o caso {case} figura duas vezes na tabela",
        },
        why: Text {
            es: "Con dos filas para un mismo caso, cada uno aplica la que encuentra primero.",
            en: "With two rows for one case everybody applies the one found first.",
            pt: "Com duas linhas para um mesmo caso, cada um aplica a que encontra primeiro.",
        },
        fix: Text {
            es: "borre la fila que no vale",
            en: "delete the row that does not hold",
            pt: "apague a linha que não vale",
        },
        bad: r#"code: EJ-01
name: Ejemplo
offering:
  price:
    table:
      by: [transporte, dias]
      values: [cuota]
      cases:
        - [con, 5, 32 %]
        - [con, 5, 37 %]
#          ^^^
  parts:
    - name: Envío
      within: { by: [zona], cases: [[urbana, 1 business day], [urbana, 2 business days]], else: 3 business days }
#                                                              ^^^^^^
    - name: Copia
      price: { by: [segmento], cases: [[socio, free], [socio, 2 PEN]], else: 5 PEN }
#                                                      ^^^^^
"#,
        good: r#"code: EJ-01
name: Ejemplo
offering:
  price:
    table:
      by: [transporte, dias]
      values: [cuota]
      cases:
        - [con, 5, 32 %]
        - [sin, 5, 37 %]
  parts:
    - name: Envío
      within: { by: [zona], cases: [[urbana, 1 business day], [rural, 2 business days]], else: 3 business days }
    - name: Copia
      price: { by: [segmento], cases: [[socio, free], [empresa, 2 PEN]], else: 5 PEN }
"#,
    },
    check,
};

const FIRST: Text =
    Text { es: "la primera vez está aquí", en: "the first time is here", pt: "a primeira vez está aqui" };

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    for table in tables(manual) {
        for (i, row) in table.rows.iter().enumerate() {
            let Some(first) = table.rows[..i].iter().find(|other| other.words == row.words) else { continue };
            report
                .at(row.span, &table.subject, |finding| finding.arg("case", case(&row.words)).label(first.span, FIRST));
        }
    }
}

/// A case in words: `con, 5`.
pub(super) fn case(words: &[String]) -> String {
    format!("`{}`", words.join(", "))
}

/// A table of values by cases.
pub(super) struct Table {
    pub subject: String,
    /// How many words a case has.
    pub width: usize,
    pub rows: Vec<Row>,
    /// Whether it says what holds for all other cases.
    pub has_else: bool,
    pub span: Span,
}

pub(super) struct Row {
    pub words: Vec<String>,
    pub span: Span,
}

/// Every table of cases of the entries that are kept.
pub(super) fn tables(manual: &Resolved<'_>) -> Vec<Table> {
    let mut out = Vec::new();
    for base in manual.model.bases().into_iter().filter(|base| base.is_active()) {
        for (path, value) in manual.values_of(base.kind, &base.id) {
            // The figures of targets stand under several paths; their tables come after these.
            let of_targets = |part: &str| matches!(part, "target" | "targets" | "first_response");
            let Value::Quantity(variant) = value else { continue };
            // So do those of prices, of which some may be free.
            let of_price = |part: &str| matches!(part, "price" | "fee" | "caller_cost");
            let bounds = path.ends_with("minimum") || path.ends_with("maximum");
            if path.split('.').any(of_targets) || !bounds && path.split('.').any(of_price) {
                continue;
            }
            let row = |words: &Vec<crate::span::Spanned<String>>| {
                let span = words.first().map_or(variant.span, |word| word.span);
                Row { words: words.iter().map(|word| word.value.clone()).collect(), span }
            };
            let rows: Vec<Row> = variant.cases.iter().map(|(words, _)| row(words)).collect();
            if !rows.is_empty() {
                let has_else = variant.otherwise.is_some();
                out.push(Table {
                    subject: base.subject(),
                    width: variant.by.len(),
                    rows,
                    has_else,
                    span: variant.span,
                });
            }
        }
        if let Some(offering) =
            manual.model.services.get(&base.id).filter(|_| base.kind == Kind::Services).and_then(|s| s.offering.value())
        {
            out.extend(prices(offering, &base.subject()));
            out.extend(offering.parts.iter().flat_map(|part| prices(&part.offering, &base.subject())));
        }
    }
    out.extend(targets(manual));
    out
}

/// The tables of targets of indicators, promises and first responses.
fn targets(manual: &Resolved<'_>) -> Vec<Table> {
    let table = |base: &Base, cases: &[TargetSpec]| {
        let row = |spec: &TargetSpec| Row {
            words: spec.case().iter().map(|(_, word)| word.clone()).collect(),
            span: spec.at,
        };
        let rows: Vec<Row> = cases.iter().filter(|spec| spec.cased > 0).map(row).collect();
        let width = rows.first()?.words.len();
        let has_else = cases.iter().any(|spec| spec.rest);
        Some(Table { subject: base.subject(), width, rows, has_else, span: cases.first()?.of })
    };
    let all = super::all_targets(manual).into_iter();
    all.flat_map(|(base, specs)| whole_targets(specs).filter_map(move |cases| table(base, cases))).collect()
}

/// The price tables of an offering, of which the first words of a row are its case, and its amounts by case.
fn prices(offering: &Offering, subject: &str) -> Vec<Table> {
    let Some(Price::Items(items)) = &offering.price else { return Vec::new() };
    let by_case = items.iter().filter_map(|item| item.amount.as_ref()).filter(|amount| !amount.cases.is_empty());
    let amounts = by_case.map(|amount| {
        let row = |words: &Vec<crate::span::Spanned<String>>| Row {
            words: words.iter().map(|word| word.value.clone()).collect(),
            span: words.first().map_or(amount.span, |word| word.span),
        };
        Table {
            subject: subject.to_owned(),
            width: amount.by.len(),
            rows: amount.cases.iter().map(|(words, _)| row(words)).collect(),
            has_else: amount.otherwise.is_some(),
            span: amount.span,
        }
    });
    let tables = items.iter().filter_map(|item| {
        let table = item.table.as_ref()?;
        let width = table.by.len();
        let row = |cells: &Vec<crate::parse::prose::Text>| Row {
            words: cells.iter().take(width).map(|cell| cell.source.to_string()).collect(),
            span: cells.first().map_or(item.span, |cell| cell.span),
        };
        let rows = table.rows.iter().map(row).collect();
        Some(Table { subject: subject.to_owned(), width, rows, has_else: false, span: item.span })
    });
    amounts.chain(tables).collect()
}

//! C372: a fixed cost says of which period it is, or nothing of the cost can be reckoned (A9).

use crate::analysis::cost::{PERIODS, times_a_year};
use crate::check::{Report, Rule};
use crate::diag::{Arg, Entry, Severity};
use crate::lang::Text;
use crate::model::service::CostItem;
use crate::parse::nearest;
use crate::resolve::Resolved;
use crate::span::Span;

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "C372",
        name: "cost-item-without-period",
        severity: Severity::Warning,
        message: Text {
            es: "«{item}» {problem}: el costo de «{service}» no se puede sumar por caso",
            en: "“{item}” {problem}: the cost of “{service}” cannot be added up for a case",
            pt: "“{item}” {problem}: o custo de “{service}” não pode ser somado por caso",
        },
        why: Text {
            es: "Un solo concepto que no se puede repartir entre los casos deja sin comprobar el costo unitario y el precio.",
            en: "A single item that cannot be spread over the cases leaves the unit cost and the price unchecked.",
            pt: "Um único item que não se pode repartir entre os casos deixa sem verificar o custo unitário e o preço.",
        },
        fix: Text {
            es: "escriba cada cuánto se paga, `per: month`, o `per: case` y `kind: variable` si surge con cada caso",
            en: "write how often it is paid, `per: month`, or `per: case` and `kind: variable` where it arises with each case",
            pt: "escreva a cada quanto se paga, `per: month`, ou `per: case` e `kind: variable` se surge com cada caso",
        },
        bad: r#"code: EJ-01
name: Ejemplo
cost:
  items:
    - { name: Papel, amount: 0.50 PEN, per: case, kind: variable }
    - { name: Sueldos, amount: 2600 PEN, kind: fixed }
#                              ^^^^^^^^
    - { name: Alquiler, amount: 900 PEN, per: mes, kind: fixed }
#                                             ^^^
  unit_cost: 12.00 PEN
"#,
        good: r#"code: EJ-01
name: Ejemplo
cost:
  items:
    - { name: Papel, amount: 0.50 PEN, per: case, kind: variable }
    - { name: Sueldos, amount: 2600 PEN, per: month, kind: fixed }
    - { name: Alquiler, amount: 900 PEN, per: month, kind: fixed }
  unit_cost: 12.00 PEN
"#,
    },
    check,
};

const NO_PERIOD: Text = Text {
    es: "es un costo fijo y no dice de qué período",
    en: "is a fixed cost and does not say of which period",
    pt: "é um custo fixo e não diz de que período",
};
const NEITHER: Text = Text {
    es: "no dice si surge con cada caso o en cada período",
    en: "does not say whether it arises with each case or in each period",
    pt: "não diz se surge com cada caso ou em cada período",
};
const UNKNOWN: Text = Text {
    es: "es un costo fijo, y `{per}` no es un período conocido",
    en: "is a fixed cost, and `{per}` is no known period",
    pt: "é um custo fixo, e `{per}` não é um período conhecido",
};
const WRITE_PERIOD: Text = Text { es: "escriba `per: {near}`", en: "write `per: {near}`", pt: "escreva `per: {near}`" };
const ONE_OF: Text =
    Text { es: "escriba uno de estos: {known}", en: "write one of these: {known}", pt: "escreva um destes: {known}" };

/// Words for periods in other languages and forms.
const WORDS: [(&str, &[&str]); 6] = [
    ("year", &["año", "ano", "anual", "años", "anos", "yearly", "annual"]),
    ("half-year", &["semestre", "semestral"]),
    ("quarter", &["trimestre", "trimestral", "quarterly"]),
    ("month", &["mes", "mês", "mensual", "mensal", "monthly"]),
    ("fortnight", &["quincena", "quinzena", "quincenal", "quinzenal"]),
    ("week", &["semana", "semanal", "weekly"]),
];

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    for service in manual.model.services.iter().filter(|s| s.base.is_active()) {
        let Some(cost) = service.cost.value() else { continue };
        // Nothing is held against the items where neither is written.
        if cost.unit_cost.is_none() && cost.price.is_none() {
            continue;
        }
        for item in &cost.items {
            let Some((span, problem)) = problem(item) else { continue };
            report.at(span, &service.base.subject(), |finding| {
                let name = item.name.as_ref().map_or_else(String::new, |name| name.plain());
                let finding = finding.arg("item", name).arg("service", service.base.title()).arg("problem", problem);
                let Some(per) = &item.per else { return finding };
                match meant(&per.value) {
                    Some(near) => finding.arg("near", near).help(WRITE_PERIOD).edit(per.span, near),
                    None => finding.arg("known", PERIODS.map(|(name, _)| name).join(", ")).help(ONE_OF),
                }
            });
        }
    }
}

/// What keeps an item from being reckoned, and where it is seen.
fn problem(item: &CostItem) -> Option<(Span, Arg)> {
    let fixed = item.fixed.as_ref().map(|fixed| fixed.value);
    match (&item.per, fixed) {
        (Some(per), Some(true)) if times_a_year(&per.value).is_none() => {
            Some((per.span, Arg::Phrase(UNKNOWN, vec![("per", per.value.as_str().into())])))
        }
        (None, Some(true)) => Some((item.amount.as_ref()?.span, NO_PERIOD.into())),
        (None, None) => Some((item.amount.as_ref()?.span, NEITHER.into())),
        _ => None,
    }
}

fn meant(per: &str) -> Option<&'static str> {
    let folded = per.trim().to_lowercase();
    let translated = WORDS.iter().find(|(_, words)| words.contains(&folded.as_str())).map(|(name, _)| *name);
    translated.or_else(|| nearest::one(&folded, PERIODS.iter().map(|(name, _)| *name)))
}

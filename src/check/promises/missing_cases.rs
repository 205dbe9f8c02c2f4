//! C316: a table of values has every case (A2, C4).

use super::duplicates::{Table, case, tables};
use crate::check::{Report, Rule};
use crate::diag::{Entry, Severity};
use crate::lang::Text;
use crate::resolve::Resolved;
use std::collections::BTreeSet;

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "C316",
        name: "case-missing",
        severity: Severity::Warning,
        message: Text {
            es: "a la tabla le falta el caso {case}",
            en: "the table has no row for the case {case}",
            pt: "à tabela falta o caso {case}",
        },
        why: Text {
            es: "El caso que falta es el del próximo cliente que pregunte, y quien atiende tendrá que inventar la respuesta.",
            en: "The case that is missing is that of the next customer who asks, and whoever serves will have to make up the answer.",
            pt: "O caso que falta é o do próximo cliente que perguntar, e quem atende terá de inventar a resposta.",
        },
        fix: Text {
            es: "añada la fila que falta, o `else:` con lo que vale para los demás casos",
            en: "add the missing row, or `else:` with what holds for all other cases",
            pt: "acrescente a linha que falta, ou `else:` com o que vale para os demais casos",
        },
        bad: r#"code: EJ-01
name: Ejemplo
offering:
  price:
    table:
#   ^^^^^
      by: [transporte, dias]
      values: [cuota]
      cases:
        - [con, 5, 32 %]
        - [con, 3, 19 %]
        - [sin, 5, 16 %]
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
        - [con, 3, 19 %]
        - [sin, 5, 16 %]
        - [sin, 3, 10 %]
"#,
    },
    check,
};

/// More combinations than these are no table that somebody fills by hand.
const MOST_CASES: usize = 500;

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    for table in tables(manual).iter().filter(|table| table.width > 1 && !table.has_else) {
        for words in missing(table).into_iter().take(3) {
            report.at(table.span, &table.subject, |finding| finding.arg("case", case(&words)));
        }
    }
}

/// The combinations that lack, where a table is nearly whole. One with few of them was meant to have few.
fn missing(table: &Table) -> Vec<Vec<String>> {
    let written: BTreeSet<&[String]> = table.rows.iter().map(|row| row.words.as_slice()).collect();
    let mut all: Vec<Vec<String>> = vec![Vec::new()];
    for column in 0..table.width {
        let mut words: Vec<&String> = Vec::new();
        for word in table.rows.iter().filter_map(|row| row.words.get(column)) {
            if !words.contains(&word) {
                words.push(word);
            }
        }
        if all.len().saturating_mul(words.len()) > MOST_CASES {
            return Vec::new();
        }
        let longer = |case: &Vec<String>, word: &String| case.iter().chain([word]).cloned().collect();
        all = all.iter().flat_map(|case| words.iter().map(move |word| longer(case, word))).collect();
    }
    let missing: Vec<Vec<String>> = all.iter().filter(|case| !written.contains(case.as_slice())).cloned().collect();
    if missing.len() * 4 > all.len() { Vec::new() } else { missing }
}

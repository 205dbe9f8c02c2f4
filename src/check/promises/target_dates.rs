//! C369: a target ends after it begins (A3).

use crate::check::{Report, Rule};
use crate::diag::{Entry, Severity};
use crate::lang::Text;
use crate::resolve::Resolved;

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "C369",
        name: "target-ends-first",
        severity: Severity::Error,
        message: Text {
            es: "la meta de «{name}» deja de regir antes de empezar: `from: {from}`, `until: {until}`",
            en: "the target of “{name}” ends before it begins: `from: {from}`, `until: {until}`",
            pt: "a meta de “{name}” deixa de valer antes de começar: `from: {from}`, `until: {until}`",
        },
        why: Text {
            es: "Una meta así no rige ningún día, y los resultados no se comparan con ninguna.",
            en: "Such a target holds on no day, and results are held against none.",
            pt: "Uma meta assim não vale em nenhum dia, e os resultados não são comparados com nenhuma.",
        },
        fix: Text {
            es: "intercambie las fechas, o corrija la equivocada",
            en: "exchange the dates, or correct the wrong one",
            pt: "troque as datas, ou corrija a errada",
        },
        bad: r#"code: EJ-01
name: Ejemplo
indicators:
  a: { name: Respuestas, target: { share: 90 %, from: 2026-09-01, until: 2026-03-01 } }
#                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
"#,
        good: r#"code: EJ-01
name: Ejemplo
indicators:
  a: { name: Respuestas, target: { share: 90 %, from: 2026-03-01, until: 2026-09-01 } }
  b: { name: Avisos, target: { share: 90 %, from: 2026-09, until: 2026-09 } }
"#,
    },
    check,
};

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    for (base, specs) in super::all_targets(manual) {
        for spec in specs {
            let (Some(from), Some(until)) = (spec.from, spec.until) else { continue };
            if from.start() > until.end() {
                report.at(spec.span, &base.subject(), |finding| {
                    let finding = finding.arg("name", base.title()).arg("from", from.start().to_string());
                    finding.arg("until", until.end().to_string())
                });
            }
        }
    }
}

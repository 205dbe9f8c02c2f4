//! I735: the table of changes gives each edition the day from which it holds (I1).

use crate::check::{Report, Rule};
use crate::diag::{Entry, Severity};
use crate::lang::Text;
use crate::resolve::{Dated, Resolved};
use crate::values::When;

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "I735",
        name: "change-date-contradicts",
        severity: Severity::Warning,
        message: Text {
            es: "la historia de cambios da a la edición {edition} la fecha {date}, pero la edición rige desde el {effective}",
            en: "the history of changes gives edition {edition} the date {date}, but the edition is in force from {effective}",
            pt: "o histórico de alterações dá à edição {edition} a data {date}, mas a edição vigora a partir de {effective}",
        },
        why: Text {
            es: "Dos fechas para la misma edición dejan en duda qué regía en los días que hay entre ambas.",
            en: "Two dates of one edition leave in doubt what held on the days between them.",
            pt: "Duas datas para a mesma edição deixam em dúvida o que valia nos dias entre elas.",
        },
        fix: Text {
            es: "escriba `date: {effective}` en esa línea de `changes`, o corrija `effective` si es la que falla",
            en: "write `date: {effective}` in that line of `changes`, or correct `effective` if that is the wrong one",
            pt: "escreva `date: {effective}` nessa linha de `changes`, ou corrija `effective` se for a que está errada",
        },
        bad: r#"=== manual.yaml
organization: { name: Ejemplo }
document:
  title: Manual
  edition: "2026.2"
  effective: 2026-11-02
  changes: [{ edition: "2026.2", date: 2026-10-05, what: Nuevos plazos. }]
#                                      ^^^^^^^^^^
languages: { default: es }
"#,
        good: r#"=== manual.yaml
organization: { name: Ejemplo }
document:
  title: Manual
  edition: "2026.2"
  effective: 2026-11-02
  changes: [{ edition: "2026.2", date: 2026-11, what: Nuevos plazos. }]
languages: { default: es }
"#,
    },
    check,
};

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    let document = &manual.model.manifest.document;
    let own = document.edition.as_ref().map(|number| Dated {
        number: number.value.clone(),
        effective: document.effective.as_ref().map(|day| day.value),
        approved: document.approved.as_ref().map(|day| day.value),
    });
    let known: Vec<&Dated> = own.iter().chain(&manual.editions).collect();
    for change in &document.changes {
        let (Some(number), Some(date)) = (&change.edition, &change.date) else { continue };
        let number = number.source.trim();
        let Some(edition) = known.iter().find(|edition| edition.number.trim() == number) else { continue };
        let Some(effective) = edition.effective else { continue };
        // A table may give the days of approval throughout; a month that holds the day is the same day, less exactly.
        let fits = |day: When| date.value.start() <= day.end() && day.start() <= date.value.end();
        if fits(effective) || edition.approved.is_some_and(fits) {
            continue;
        }
        report.at(date.span, "", |f| {
            f.arg("edition", number)
                .arg("date", date.value.start().to_string())
                .arg("effective", effective.start().to_string())
        });
    }
}

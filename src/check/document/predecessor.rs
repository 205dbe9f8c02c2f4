//! I739: the edition says that it replaces the one before it, and none that was replaced already (I1).

use crate::check::{Report, Rule};
use crate::diag::{Entry, Severity};
use crate::lang::Text;
use crate::resolve::Resolved;
use crate::values::Date;

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "I739",
        name: "supersedes-older-edition",
        severity: Severity::Warning,
        message: Text {
            es: "`supersedes` nombra la edición {named}, pero la anterior a la {edition} es la {before}",
            en: "`supersedes` names edition {named}, but the one before {edition} is {before}",
            pt: "`supersedes` cita a edição {named}, mas a anterior à {edition} é a {before}",
        },
        why: Text {
            es: "Quien tiene impresa la edición que no se nombra no sabría que la suya dejó de regir.",
            en: "Whoever holds a print of the edition that is not named would not know that theirs is no longer in force.",
            pt: "Quem tem impressa a edição que não é citada não saberia que a sua deixou de vigorar.",
        },
        fix: Text {
            es: "escriba `supersedes: {example}`",
            en: "write `supersedes: {example}`",
            pt: "escreva `supersedes: {example}`",
        },
        bad: r#"=== manual.yaml
organization: { name: Ejemplo }
document:
  title: Manual
  edition: "2026.3"
  supersedes: MSC-01, edición 2026.1
#             ^^^^^^^^^^^^^^^^^^^^^^
  changes:
    - { edition: "2026.1", date: 2026-01-15, what: Primera edición. }
    - { edition: "2026.2", date: 2026-06-15, what: Nuevos plazos. }
    - { edition: "2026.3", date: 2026-11-02, what: Nuevos canales. }
languages: { default: es }
"#,
        good: r#"=== manual.yaml
organization: { name: Ejemplo }
document:
  title: Manual
  edition: "2026.3"
  supersedes: MSC-01, edición 2026.2
  changes:
    - { edition: "2026.1", date: 2026-01-15, what: Primera edición. }
    - { edition: "2026.2", date: 2026-06-15, what: Nuevos plazos. }
    - { edition: "2026.3", date: 2026-11-02, what: Nuevos canales. }
languages: { default: es }
"#,
    },
    check,
};

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    let document = &manual.model.manifest.document;
    let (Some(edition), Some(text)) = (&document.edition, &document.supersedes) else { return };
    let written = document.changes.iter().filter_map(|change| {
        let number = change.edition.as_ref()?.source.trim().to_owned();
        Some((change.date.as_ref()?.value.start(), number))
    });
    let tagged = manual.editions.iter().filter_map(|known| {
        let day = known.effective.or(known.approved)?.start();
        Some((day, known.number.trim().to_owned()))
    });
    let mut earlier: Vec<(Date, String)> = written.chain(tagged).filter(|(_, of)| of != edition.value.trim()).collect();
    // An edition of the same day or later was not before this one.
    if let Some(effective) = &document.effective {
        earlier.retain(|(day, _)| *day < effective.value.start());
    }
    earlier.sort();
    let Some((_, before)) = earlier.last() else { return };
    let named = document.predecessors();
    let known = named.iter().find(|number| earlier.iter().any(|(_, other)| other == *number));
    let Some(named) = known.filter(|_| !named.contains(&before.as_str())) else { return };
    let example = text.source.replacen(*named, before, 1);
    report.at(text.span, "", |f| {
        f.arg("named", *named)
            .arg("edition", edition.value.as_str())
            .arg("before", before.as_str())
            .arg("example", example)
    });
}

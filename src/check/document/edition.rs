//! I714: the edition in force says what changed in it (I1).

use crate::check::{Report, Rule};
use crate::diag::{Entry, Severity};
use crate::lang::Text;
use crate::resolve::Resolved;

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "I714",
        name: "edition-without-change",
        severity: Severity::Warning,
        message: Text {
            es: "la historia de cambios no dice nada de la edición {edition}",
            en: "the history of changes says nothing of edition {edition}",
            pt: "o histórico de alterações não diz nada da edição {edition}",
        },
        why: Text {
            es: "Quien ya leyó la edición anterior solo necesita saber qué cambió; si no se dice, vuelve a leer todo o nada.",
            en: "Whoever read the edition before needs only what changed; unless it is said, they read all again, or nothing.",
            pt: "Quem já leu a edição anterior só precisa saber o que mudou; se não se diz, relê tudo ou nada.",
        },
        fix: Text {
            es: "añada una línea a `changes`: `{ edition: \"{edition}\", date: {date}, what: nuevo plazo de respuesta a los reclamos }`",
            en: "add a line to `changes`: `{ edition: \"{edition}\", date: {date}, what: a new time for answering complaints }`",
            pt: "acrescente uma linha a `changes`: `{ edition: \"{edition}\", date: {date}, what: novo prazo de resposta às reclamações }`",
        },
        bad: r#"=== manual.yaml
organization: { name: Ejemplo }
document:
  title: Manual
  edition: "2026.2"
#          ^^^^^^^^
  effective: 2026-11-02
  changes: [{ edition: "2026.1", what: Primera edición. }]
languages: { default: es }
"#,
        good: r#"=== manual.yaml
organization: { name: Ejemplo }
document:
  title: Manual
  edition: "2026.2"
  changes: [{ edition: "2026.1", what: Primera edición. }, { edition: "2026.2", what: Nuevos plazos. }]
languages: { default: es }
"#,
    },
    check,
};

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    let document = &manual.model.manifest.document;
    // Without any history I701 asks for one; where the repository knows the editions, the table has a row for each.
    let asked = !document.changes.is_empty() && manual.editions.is_empty();
    let Some(edition) = document.edition.as_ref().filter(|_| asked) else { return };
    let told = document.changes.iter().filter_map(|change| change.edition.as_ref());
    if !told.into_iter().any(|known| known.source.trim() == edition.value.trim()) {
        let date = document.effective.as_ref().map_or(report.today, |date| date.value.start());
        report.at(edition.span, "", |f| f.arg("edition", edition.value.as_str()).arg("date", date.to_string()));
    }
}

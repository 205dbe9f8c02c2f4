//! D402: a need has a source and a date (D1).

use crate::check::{Report, Rule, is_retired, report_gaps, said, unsaid};
use crate::diag::{Entry, Severity};
use crate::lang::Text;
use crate::model::customer::Need;
use crate::resolve::Resolved;

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "D402",
        name: "need-without-source",
        severity: Severity::Warning,
        message: Text {
            es: "de la necesidad no se sabe {parts}: {names}",
            en: "the entry for the need does not say {parts}: {names}",
            pt: "na entrada da necessidade falta dizer {parts}: {names}",
        },
        why: Text {
            es: "Una necesidad sin fuente es una opinión; sin fecha, nadie sabe si todavía vale.",
            en: "A need without a source is an opinion; without a date nobody knows whether it still holds.",
            pt: "Uma necessidade sem fonte é uma opinião; sem data, ninguém sabe se ainda vale.",
        },
        fix: Text {
            es: "nombre la fuente en la necesidad, `source: {own_source}`, y su fecha en `sources.yaml`: `encuesta-2026: { name: Encuesta de socios, kind: survey, date: 2026-08-22 }`",
            en: "name the source in the need, `source: {own_source}`, and its date in `sources.yaml`: `survey-2026: { name: Member survey, kind: survey, date: 2026-08-22 }`",
            pt: "indique a fonte na necessidade, `source: {own_source}`, e sua data em `sources.yaml`: `pesquisa-2026: { name: Pesquisa de clientes, kind: survey, date: 2026-08-22 }`",
        },
        bad: r#"=== needs.yaml
poca-espera:
  name: Esperar poco
#       ^^^^^^^^^^^^
  statement: El cliente acepta una espera corta y anunciada.
cerca:
  name: Que atiendan cerca
#       ^^^^^^^^^^^^^^^^^^
  statement: Bajar al pueblo cuesta medio día.
  source: entrevistas
=== sources.yaml
entrevistas: { name: Entrevistas, kind: interview }
"#,
        good: r#"=== needs.yaml
poca-espera:
  name: Esperar poco
  statement: El cliente acepta una espera corta y anunciada.
  source: encuesta
=== sources.yaml
encuesta: { name: Encuesta, kind: survey, date: 2026-08-22 }
"#,
    },
    check,
};

const STATEMENT: Text =
    Text { es: "qué espera el cliente", en: "what the customer expects", pt: "o que o cliente espera" };
const SOURCE: Text = Text { es: "de qué fuente sale", en: "which source it comes from", pt: "de que fonte vem" };
const DATE: Text = Text { es: "de qué fecha es su fuente", en: "the date of its source", pt: "a data de sua fonte" };

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    let kept = manual.model.needs.iter().filter(|need| !is_retired(&need.base));
    report_gaps(
        report,
        kept.map(|need| {
            let stated = said(&need.statement) || !need.base.body.blocks.is_empty();
            let dated = need.sources.is_empty() || is_dated(manual, need);
            (&need.base, unsaid([(stated, STATEMENT), (!need.sources.is_empty(), SOURCE), (dated, DATE)]))
        }),
    );
}

/// Whether one of its sources has a date. An unknown source has been reported already.
fn is_dated(manual: &Resolved<'_>, need: &Need) -> bool {
    need.sources.iter().any(|id| manual.model.sources.get(&id.value).is_none_or(|source| source.date.is_some()))
}

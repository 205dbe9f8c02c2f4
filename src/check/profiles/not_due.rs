//! L802: what must soon be met, with the days that are left.

use crate::check::{Report, Rule};
use crate::diag::{Entry, Severity};
use crate::lang::Text;
use crate::profiles::ClauseResult;
use crate::resolve::Resolved;

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "L802",
        name: "clause-not-yet-due",
        severity: Severity::Warning,
        message: Text {
            es: "{clause}, exigible desde el {due} (faltan {days} días), «{text}»: {detail}",
            en: "{clause}, due from {due} ({days} days left), “{text}”: {detail}",
            pt: "{clause}, exigível desde {due} (faltam {days} dias), “{text}”: {detail}",
        },
        why: Text {
            es: "La norma todavía no obliga, pero tiene fecha. Cambiar canales, turnos y plantillas lleva semanas.",
            en: "The rule does not bind yet, but it has a date. Changing channels, shifts and templates takes weeks.",
            pt: "A norma ainda não obriga, mas tem data. Mudar canais, turnos e modelos leva semanas.",
        },
        fix: Text {
            es: "corrija el dato señalado antes de esa fecha; esto no es asesoramiento jurídico: ante la duda, lea la norma",
            en: "correct the value marked before that date; this is not legal advice: where in doubt, read the source",
            pt: "corrija o dado assinalado antes dessa data; isto não é aconselhamento jurídico: na dúvida, leia a norma",
        },
        bad: r#"=== manual.yaml
organization: { name: Ejemplo }
document: { title: Manual }
languages: { default: es }
profiles: [propia]
=== channels.yaml
telefono:
  name: Teléfono
  kind: telephone
  cut_off: 10 minutes
#          ^^^^^^^^^^
=== profiles/propia.yaml
due: 2026-12-28
clauses:
  - id: espera
    text: Nadie pierde la llamada por esperar.
    check: { every: channels, with: { is: { kind: telephone } }, must: { is: { cut_off: never } } }
"#,
        good: r#"=== manual.yaml
organization: { name: Ejemplo }
document: { title: Manual }
languages: { default: es }
profiles: [propia]
=== channels.yaml
telefono:
  name: Teléfono
  kind: telephone
  cut_off: never
=== profiles/propia.yaml
due: 2026-12-28
clauses:
  - id: espera
    text: Nadie pierde la llamada por esperar.
    check: { every: channels, with: { is: { kind: telephone } }, must: { is: { cut_off: never } } }
"#,
    },
    check,
};

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    super::each(manual, report, ClauseResult::is_not_yet_due, |finding, result| {
        let severity = match finding.severity {
            Severity::Error => Severity::Warning,
            Severity::Warning | Severity::Note => Severity::Note,
        };
        let Some((due, days)) = result.days_left else { return finding };
        let finding = finding.arg("due", due).arg("days", days.to_string());
        let finding = match result.notes.is_empty() {
            // Nothing is marked: what lacks is that somebody declares it.
            true => finding.help(super::unattested::RULE.entry.fix),
            false => finding,
        };
        crate::diag::Diagnostic { severity, ..finding }
    });
}

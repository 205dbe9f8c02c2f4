//! L814: the source of a profile is read again in time.

use crate::check::{Report, Rule};
use crate::diag::{Entry, Severity};
use crate::lang::Text;
use crate::profiles::declared;
use crate::resolve::Resolved;

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "L814",
        name: "profile-review",
        severity: Severity::Warning,
        message: Text {
            es: "la fuente del perfil `{profile}` debía volver a leerse antes del {date}",
            en: "the source of profile `{profile}` was to be read again by {date}",
            pt: "a fonte do perfil `{profile}` devia ser relida até {date}",
        },
        why: Text {
            es: "Las leyes cambian. Pasada su fecha, el perfil comprueba un texto que puede ya no estar en vigor.",
            en: "Laws change. Past its date the profile checks a text that may no longer be in force.",
            pt: "As leis mudam. Passada sua data, o perfil verifica um texto que pode já não estar em vigor.",
        },
        fix: Text {
            es: "compruebe si la norma ha cambiado; si el perfil es suyo, ponga al día `review_by`; si no, actualice Cartilla",
            en: "check whether the source has changed; if the profile is yours, bring `review_by` up to date; else update Cartilla",
            pt: "verifique se a norma mudou; se o perfil é seu, atualize `review_by`; se não, atualize o Cartilla",
        },
        bad: r#"=== manual.yaml
organization: { name: Ejemplo }
document: { title: Manual }
languages: { default: es }
profiles: [propia]
#          ^^^^^^
=== profiles/propia.yaml
review_by: 2026-06-30
clauses:
  - id: plazo
    text: El manual tiene responsable.
    check: { given: document.owner }
"#,
        good: r#"=== manual.yaml
organization: { name: Ejemplo }
document: { title: Manual }
languages: { default: es }
profiles: [propia]
=== profiles/propia.yaml
review_by: 2027-06-30
clauses:
  - id: plazo
    text: El manual tiene responsable.
    check: { given: document.owner }
"#,
    },
    check,
};

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    for (pack, span) in declared(manual) {
        let Some(date) = pack.review_by.filter(|date| *date < report.today) else { continue };
        report.at(span, "", |finding| finding.arg("profile", pack.slug.as_str()).arg("date", date));
    }
}

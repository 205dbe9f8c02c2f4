//! I740: a waiver ends while somebody still remembers it (I4).

use crate::check::{Report, Rule};
use crate::diag::{Entry, Severity};
use crate::lang::Text;
use crate::resolve::Resolved;
use jiff::ToSpan;

/// For how long a finding may be accepted without being looked at again.
const YEARS: i64 = 2;

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "I740",
        name: "waiver-without-end",
        severity: Severity::Note,
        message: Text {
            es: "la excepción de {code} en «{place}» dura hasta {until}: más de {years} años",
            en: "the waiver of {code} at “{place}” runs until {until}: more than {years} years",
            pt: "a exceção de {code} em “{place}” dura até {until}: mais de {years} anos",
        },
        why: Text {
            es: "Una excepción que no vence no se vuelve a mirar: es una regla apagada en ese lugar.",
            en: "A waiver that does not run out is never looked at again: it is a rule switched off in that place.",
            pt: "Uma exceção que não vence nunca mais é revista: é uma regra desligada nesse lugar.",
        },
        fix: Text {
            es: "acerque la fecha: `until: {example}`; si hace falta, se renueva entonces",
            en: "bring the date nearer: `until: {example}`; if need be it is renewed then",
            pt: "aproxime a data: `until: {example}`; se for preciso, renova-se então",
        },
        bad: r#"=== manual.yaml
organization: { name: Ejemplo }
document: { title: Manual }
languages: { default: es }
waivers:
  - code: A105
    at: services/ejemplo
    reason: Inventario en revisión.
    owner: jefatura
    until: 2099-12-31
#          ^^^^^^^^^^
=== services/ejemplo.md
---
code: EJ-01
name: Ejemplo
---
"#,
        good: r#"=== manual.yaml
organization: { name: Ejemplo }
document: { title: Manual }
languages: { default: es }
waivers:
  - code: A105
    at: services/ejemplo
    reason: Inventario en revisión.
    owner: jefatura
    until: 2027-12-31
=== services/ejemplo.md
---
code: EJ-01
name: Ejemplo
---
"#,
    },
    check,
};

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    let last = report.today.saturating_add(YEARS.years());
    let in_a_year = report.today.saturating_add(1.year());
    for waiver in &manual.model.manifest.waivers {
        // A key that is missing is a finding of reading.
        let (Some(code), Some(place), Some(until)) = (&waiver.code, &waiver.at, &waiver.until) else { continue };
        if until.value.start() <= last {
            continue;
        }
        report.at(until.span, "", |finding| {
            finding
                .arg("code", code.value.as_str())
                .arg("place", place.value.as_str())
                .arg("until", until.value.end())
                .arg("years", YEARS.to_string())
                .arg("example", in_a_year.to_string())
        });
    }
}

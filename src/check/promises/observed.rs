//! C333: a standard says to whom it applies and how it is observed (C10).

use crate::check::{Report, Rule};
use crate::diag::{Entry, Severity};
use crate::lang::Text;
use crate::resolve::Resolved;

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "C333",
        name: "standard-not-observed",
        severity: Severity::Warning,
        message: Text {
            es: "de la norma «{standard}» falta decir {missing}",
            en: "the standard “{standard}” does not say {missing}",
            pt: "da norma “{standard}” falta dizer {missing}",
        },
        why: Text {
            es: "Una norma que no se observa es un deseo: nadie sabe si se cumple y nadie puede corregirla.",
            en: "A standard that is not observed is a wish: nobody knows whether it is kept and nobody can put it right.",
            pt: "Uma norma que não se observa é um desejo: ninguém sabe se é cumprida e ninguém pode corrigi-la.",
        },
        fix: Text {
            es: "complete la norma: `applies_to: { roles: [{own_contact}], channels: [{own_channel}] }`, `observed_by: dos observaciones por persona cada mes`",
            en: "complete the standard: `applies_to: { roles: [{own_contact}], channels: [{own_channel}] }`, `observed_by: two observations for each person every month`",
            pt: "complete a norma: `applies_to: { roles: [{own_contact}], channels: [{own_channel}] }`, `observed_by: duas observações por pessoa a cada mês`",
        },
        bad: r#"=== standards.yaml
saludo: { name: Saludo, statement: Se saluda primero., applies_to: { roles: [caja] } }
#               ^^^^^^
mirada: { name: Mirada, observed_by: observación mensual }
#               ^^^^^^
"#,
        good: r#"=== standards.yaml
saludo: { name: Saludo, statement: Se saluda primero., applies_to: { roles: [caja] }, observed_by: observación mensual }
"#,
    },
    check,
};

const HOW: Text = Text { es: "cómo se observa", en: "how it is observed", pt: "como é observada" };
const WHOM: Text = Text {
    es: "a qué puestos o canales se aplica",
    en: "to which roles or channels it applies",
    pt: "a que cargos ou canais se aplica",
};

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    for standard in manual.model.standards.iter().filter(|s| s.base.is_active()) {
        let mut missing = Vec::new();
        if !crate::check::said(&standard.observed_by) {
            missing.push(HOW);
        }
        let listed = manual.model.channels.iter().any(|c| c.standards.iter().any(|id| id.value == standard.base.id));
        let conduct = manual.model.complaints.iter().any(|p| p.conduct.iter().any(|id| id.value == standard.base.id));
        let applied = listed || conduct || standard.internal;
        if standard.roles.is_empty() && standard.channels.is_empty() && standard.moments.is_empty() && !applied {
            missing.push(WHOM);
        }
        if !missing.is_empty() {
            let base = &standard.base;
            report.at(base.span, &base.subject(), |finding| {
                finding.arg("standard", base.title()).arg("missing", missing)
            });
        }
    }
}

//! I736: nothing is left of the texts with which a manual begins (I1).

use crate::check::{Report, Rule};
use crate::diag::{Entry, Severity};
use crate::lang::Text;
use crate::parse::prose::Text as Words;
use crate::parse::reader::Value;
use crate::resolve::Resolved;

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "I736",
        name: "text-to-replace",
        severity: Severity::Note,
        message: Text {
            es: "«{text}» es un texto de ejemplo: falta el suyo",
            en: "“{text}” is a sample text: yours is missing",
            pt: "“{text}” é um texto de exemplo: falta o seu",
        },
        why: Text {
            es: "El cliente leería, y marcaría, un dato que nadie ha escrito para él.",
            en: "Customers would read, and dial, what nobody wrote for them.",
            pt: "O cliente leria, e discaria, um dado que ninguém escreveu para ele.",
        },
        fix: Text {
            es: "escriba aquí el dato verdadero, o quite la clave si todavía no se conoce",
            en: "write the true one here, or take the key out if it is not known yet",
            pt: "escreva aqui o dado verdadeiro, ou tire a chave se ainda não se conhece",
        },
        bad: r#"=== channels.yaml
telefono: { name: Central telefónica, kind: telephone, address: "+51 1 555 0100" }
#                                                               ^^^^^^^^^^^^^^^^
correo: { name: …, kind: email, address: atencion@example.org }
#               ^
#                                        ^^^^^^^^^^^^^^^^^^^^
=== services/citas.md
---
code: C-01
name: Citas
inventory: { none: "motivo" }
#                  ^^^^^^^^
---
"#,
        good: r#"=== channels.yaml
telefono: { name: Central telefónica, kind: telephone, address: "+51 1 418 2230" }
correo: { name: Correo, kind: email, address: atencion@puentehondo.example.org }
"#,
    },
    check,
};

/// Whole texts that stand for another: those of `cartilla new`, and the signs that advice leaves open.
const WHOLE: [&str; 14] = [
    "…",
    "...",
    "Por escribir",
    "To be written",
    "Por escrever",
    "Nombre de su organización",
    "Name of your organisation",
    "Nome da sua organização",
    "Para qué existe la organización, dicho en una frase.",
    "Why the organisation exists, in one sentence.",
    "Para que a organização existe, em uma frase.",
    "+51 1 555 0100",
    "+1 202 555 0100",
    "+55 11 5550 0100",
];
/// What advice says may be left out for a reason: `before: { none: "motivo" }`.
const POINTS: [&str; 12] = [
    "after",
    "alliances",
    "before",
    "capacity",
    "communication",
    "cost",
    "during",
    "excludes",
    "inventory",
    "redress",
    "resources",
    "suppliers",
];
/// The domain that belongs to nobody, by itself: beneath it stand the invented organisations of examples.
const DOMAIN: [&str; 2] = ["@example.org", "//example.org"];

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    for path in ["organization.name", "organization.purpose"] {
        if let Some(Value::Text(text)) = manual.manifest_value(path)
            && is_sample(text)
        {
            tell(report, "", text);
        }
    }
    let mut found: Vec<(String, &Words)> = Vec::new();
    let texts = manual.texts().filter(|(_, _, path, text)| is_sample(text) || is_open_reason(path, text));
    for (kind, id, _, text) in texts {
        found.push((format!("{}/{id}", kind.name()), text));
    }
    found.sort_by_key(|(_, text)| text.span);
    found.dedup_by_key(|(_, text)| text.span);
    for (subject, text) in found {
        tell(report, &subject, text);
    }
}

fn tell(report: &mut Report<'_>, subject: &str, text: &Words) {
    report.at(text.span, subject, |finding| finding.arg("text", text.source.trim()));
}

/// A reason that was taken over from the advice: `inventory: { none: "motivo" }`.
fn is_open_reason(path: &str, text: &Words) -> bool {
    let point = path.rsplit('.').next().unwrap_or_default();
    POINTS.contains(&point) && matches!(text.source.trim().trim_matches('"'), "motivo" | "reason")
}

fn is_sample(text: &Words) -> bool {
    let said = text.source.trim();
    WHOLE.contains(&said) || DOMAIN.iter().any(|domain| said.ends_with(domain) || said.contains(&format!("{domain}/")))
}

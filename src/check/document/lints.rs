//! I708: the levels of the manifest are for codes that exist and whose level can be changed.

use crate::check::{Report, Rule};
use crate::diag::{Entry, Severity};
use crate::lang::Text;
use crate::parse::entries;
use crate::parse::nearest;
use crate::resolve::Resolved;

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "I708",
        name: "unknown-code",
        severity: Severity::Warning,
        message: Text {
            es: "el nivel de `{code}` no cambia nada: {problem}",
            en: "the level of `{code}` changes nothing: {problem}",
            pt: "o nível de `{code}` não muda nada: {problem}",
        },
        why: Text {
            es: "El nivel que se quiso cambiar sigue como estaba.",
            en: "The level you meant to change stays as it was.",
            pt: "O nível que se quis mudar continua como estava.",
        },
        fix: Text {
            es: "escriba un código, como `A105`, o el comienzo de varios, como `A1`",
            en: "write a code such as `A105`, or the start of several such as `A1`",
            pt: "escreva um código, como `A105`, ou o começo de vários, como `A1`",
        },
        bad: r#"=== manual.yaml
organization: { name: Ejemplo }
document: { title: Manual }
languages: { default: es }
lints:
  A150: warning
# ^^^^
  E0: off
# ^^
"#,
        good: r#"=== manual.yaml
organization: { name: Ejemplo }
document: { title: Manual }
languages: { default: es }
lints:
  A105: warning
  C3: note
"#,
    },
    check,
};

const UNKNOWN: Text = Text {
    es: "no es un código ni una familia de códigos",
    en: "it is neither a code nor a family of codes",
    pt: "não é um código nem uma família de códigos",
};
const READING: Text = Text {
    es: "los errores de lectura tienen siempre el suyo",
    en: "what cannot be read always has its own",
    pt: "os erros de leitura têm sempre o seu",
};
const REMOVE: Text = Text {
    es: "quite la línea y corrija lo que se indica en los archivos",
    en: "remove the line and correct what is told in the files",
    pt: "tire a linha e corrija o que se indica nos arquivos",
};

/// The families of codes, those without a rule of their own yet among them.
const FAMILIES: [&str; 10] = ["E0", "A1", "B2", "C3", "D4", "P5", "F6", "I7", "L8", "W9"];

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    for lint in &manual.model.manifest.lints {
        let code = lint.code.value.as_str();
        if code.starts_with('E') && (code.len() < 4 || crate::check::is_code(code)) {
            report.at(lint.code.span, "", |f| f.arg("code", code).arg("problem", READING).help(REMOVE));
            continue;
        }
        let is_family = !code.is_empty() && FAMILIES.iter().any(|family| family.starts_with(code));
        if is_family || crate::check::codes().any(|known| known.starts_with(code) && code.len() > 1) {
            continue;
        }
        report.at(lint.code.span, "", |finding| {
            let finding = finding.arg("code", code).arg("problem", UNKNOWN);
            match nearest::one(code, crate::check::codes()) {
                Some(near) => finding.arg("near", near).help(entries::DID_YOU_MEAN),
                None => finding,
            }
        });
    }
}

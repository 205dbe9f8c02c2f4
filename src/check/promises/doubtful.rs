//! C384: a sentence that gives another figure than a promise or a price of the manual, and says something beyond it, says whether it is the
//! same (C5).

use super::contradiction;
use crate::check::beyond::Beyond;
use crate::check::{Report, Rule};
use crate::diag::{Entry, Severity};
use crate::lang::Text;
use crate::resolve::Resolved;

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "C384",
        name: "prose-may-contradict-model",
        severity: Severity::Warning,
        message: Text {
            es: "el texto dice «{said}» y `{entry}` dice {value}; no queda claro si habla de lo mismo",
            en: "the text says “{said}” and `{entry}` says {value}; whether it speaks of the same is not clear",
            pt: "o texto diz “{said}” e `{entry}` diz {value}; não está claro se fala do mesmo",
        },
        why: Text {
            es: "Quien lee dos cifras para una misma cosa elige la que le conviene. Si son dos cosas, el texto debe decir en qué se distinguen.",
            en: "Who reads two figures for one thing picks the one that suits. Where they are two things, the text must say how they differ.",
            pt: "Quem lê dois valores para a mesma coisa escolhe o que lhe convém. Se são duas coisas, o texto deve dizer em que se distinguem.",
        },
        fix: Text {
            es: "si es lo mismo, escriba {link}; si no, diga en qué se distingue: para quién o cuándo, con «si», «salvo» o «solo», o en `conditions`",
            en: "if it is the same, write {link}; if not, say how it differs: for whom or when, with “if”, “except” or “only”, or in `conditions`",
            pt: "se é o mesmo, escreva {link}; se não, diga em que se distingue: para quem ou quando, com “se”, “exceto” ou “somente”, ou em `conditions`",
        },
        bad: r#"=== services/ejemplo.md
---
code: EJ-01
name: Ejemplo
owner: jefatura
offering: { price: { amount: 20 PEN } }
commitments:
  respuesta: { promise: Respondemos su solicitud., within: 2 business days }
---
Respondemos las solicitudes de invierno en cuatro días hábiles.
#                                          ^^^^^^^^^^^^^^^^^^^

El trámite de invierno cuesta 30 soles.
#                             ^^^^^^^^
"#,
        good: r#"=== services/ejemplo.md
---
code: EJ-01
name: Ejemplo
owner: jefatura
offering: { price: { amount: 20 PEN } }
commitments:
  respuesta: { promise: Respondemos su solicitud., within: 2 business days }
---
Respondemos su solicitud en [[respuesta.within]], salvo en invierno. Guardamos la respuesta cuatro días hábiles.

El trámite cuesta 20 soles; la copia cuesta 30 soles.
"#,
    },
    check,
};

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    contradiction::sure(manual, report, Beyond::Something);
}

//! F609: the address of a channel is one of its kind (F1).

use crate::check::{Report, Rule};
use crate::diag::{Entry, Severity};
use crate::lang::Text;
use crate::model::channel::ChannelKind;
use crate::resolve::Resolved;

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "F609",
        name: "address-of-another-kind",
        severity: Severity::Warning,
        message: Text {
            es: "`{address}` no es {wanted}, y «{channel}» atiende por ahí",
            en: "`{address}` is no {wanted}, and “{channel}” answers there",
            pt: "`{address}` não é {wanted}, e “{channel}” atende por ali",
        },
        why: Text {
            es: "Una letra de menos en la dirección cierra el canal sin que nadie lo note: los mensajes se pierden y nadie contesta.",
            en: "A sign that is missing from an address closes the channel unnoticed: messages are lost and nobody answers.",
            pt: "Um sinal a menos no endereço fecha o canal sem que ninguém perceba: as mensagens se perdem e ninguém responde.",
        },
        fix: Text {
            es: "escriba la dirección completa, como {example}",
            en: "write the whole address, such as {example}",
            pt: "escreva o endereço completo, como {example}",
        },
        bad: r#"=== channels.yaml
correo: { name: Correo, kind: email, address: socios.example.org }
#                                             ^^^^^^^^^^^^^^^^^^
telefono: { name: Teléfono, kind: telephone, address: centralita }
#                                                     ^^^^^^^^^^
"#,
        good: r#"=== channels.yaml
correo: { name: Correo, kind: email, address: socios@example.org }
telefono: { name: Teléfono, kind: telephone, address: "+51 64 555 0100" }
"#,
    },
    check,
};

const EMAIL: Text = Text { es: "un correo electrónico", en: "e-mail address", pt: "um endereço de e-mail" };
const PHONE: Text = Text { es: "un número de teléfono", en: "telephone number", pt: "um número de telefone" };

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    for channel in manual.model.channels.iter().filter(|c| c.base.is_active()) {
        let (Some(kind), Some(address)) = (&channel.kind, &channel.address) else { continue };
        let said = address.source.trim();
        // Several words say in prose where the address is found: «la de cada agencia».
        if said.is_empty() || said.contains(char::is_whitespace) || said.contains("[[") {
            continue;
        }
        let (fits, wanted, example) = match kind.value {
            ChannelKind::Email => (said.contains('@'), EMAIL, "`address: atencion@example.org`"),
            ChannelKind::Telephone => {
                (said.bytes().any(|b| b.is_ascii_digit()), PHONE, "`address: \"+51 64 555 0100\"`")
            }
            _ => continue,
        };
        if !fits {
            report.at(address.span, &channel.base.subject(), |finding| {
                finding
                    .arg("address", said)
                    .arg("wanted", wanted)
                    .arg("channel", channel.base.title())
                    .arg("example", example)
            });
        }
    }
}

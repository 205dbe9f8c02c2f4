//! F601: each form of attention in use has its own standards of conduct (F1).

use crate::check::{Report, Rule, is_retired};
use crate::diag::Arg;
use crate::diag::{Entry, Severity};
use crate::lang::Text;
use crate::model::channel::{Channel, ChannelKind};
use crate::resolve::Resolved;

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "F601",
        name: "form-without-standards",
        severity: Severity::Warning,
        message: Text {
            es: "ninguna norma de trato rige {form}: {names}",
            en: "no standard of conduct governs {form}: {names}",
            pt: "nenhuma norma de atendimento rege {form}: {names}",
        },
        why: Text {
            es: "La postura y la mirada, la voz y el saludo, la claridad de un mensaje: cada forma de atención pide las suyas, y lo que no está escrito lo decide el humor del día.",
            en: "Posture and eye contact, voice and greeting, the clarity of a message: each form of attention asks for its own, and what is not written is decided by the mood of the day.",
            pt: "A postura e o olhar, a voz e a saudação, a clareza de uma mensagem: cada forma de atendimento pede as suas, e o que não está escrito é decidido pelo humor do dia.",
        },
        fix: Text {
            es: "escriba al menos una norma para ella en `standards.yaml`: `{example}`",
            en: "write at least one standard for it in `standards.yaml`: `{example}`",
            pt: "escreva ao menos uma norma para isso em `standards.yaml`: `{example}`",
        },
        bad: r#"=== channels.yaml
agencia: { name: Agencia, kind: face_to_face }
telefono: { name: Central telefónica, kind: telephone }
#                 ^^^^^^^^^^^^^^^^^^
=== standards.yaml
mirada: { name: Mirada y postura, applies_to: { channels: [face_to_face] } }
"#,
        good: r#"=== channels.yaml
agencia: { name: Agencia, kind: face_to_face }
telefono: { name: Central telefónica, kind: telephone, standards: [saludo] }
=== standards.yaml
mirada: { name: Mirada y postura, applies_to: { channels: [face_to_face] } }
saludo: { name: Saludo con nombre }
"#,
    },
    check,
};

const FORMS: [(Form, Text, Text); 3] = [
    (
        Form::InPerson,
        Text { es: "la atención en persona", en: "service in person", pt: "o atendimento presencial" },
        Text {
            es: "mirada: { name: Mirada y postura, statement: \"Se atiende de pie, mirando a la persona.\", applies_to: { channels: [face_to_face] } }",
            en: "eye-contact: { name: Eye contact and posture, statement: \"Staff stand and look at the person.\", applies_to: { channels: [face_to_face] } }",
            pt: "olhar: { name: Olhar e postura, statement: \"Atende-se de pé, olhando para a pessoa.\", applies_to: { channels: [face_to_face] } }",
        },
    ),
    (
        Form::Telephone,
        Text { es: "la atención por teléfono", en: "service by telephone", pt: "o atendimento por telefone" },
        Text {
            es: "saludo: { name: Saludo con nombre, statement: Quien contesta dice su nombre y el de la organización., applies_to: { channels: [telephone] } }",
            en: "greeting: { name: Greeting by name, statement: Who answers says their name and the organisation's., applies_to: { channels: [telephone] } }",
            pt: "saudacao: { name: Saudação com nome, statement: Quem atende diz o seu nome e o da organização., applies_to: { channels: [telephone] } }",
        },
    ),
    (
        Form::Virtual,
        Text {
            es: "la atención por escrito y en línea",
            en: "service in writing and online",
            pt: "o atendimento por escrito e on-line",
        },
        Text {
            es: "mensaje-breve: { name: Mensaje breve y claro, statement: El mensaje cabe en cinco líneas y termina con el paso siguiente., applies_to: { channels: [messaging, email] } }",
            en: "short-message: { name: Short and clear messages, statement: A message has five lines at most and ends with the next step., applies_to: { channels: [messaging, email] } }",
            pt: "mensagem-breve: { name: Mensagem breve e clara, statement: A mensagem cabe em cinco linhas e termina com o próximo passo., applies_to: { channels: [messaging, email] } }",
        },
    ),
];

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Form {
    InPerson,
    Telephone,
    Virtual,
}

/// The form of attention of a kind of channel; none where nobody is met: letters, boxes, terminals.
fn form(kind: ChannelKind) -> Option<Form> {
    match kind {
        ChannelKind::FaceToFace | ChannelKind::Visit => Some(Form::InPerson),
        ChannelKind::Telephone => Some(Form::Telephone),
        ChannelKind::Email
        | ChannelKind::Chat
        | ChannelKind::Messaging
        | ChannelKind::Web
        | ChannelKind::App
        | ChannelKind::Social => Some(Form::Virtual),
        ChannelKind::Post | ChannelKind::Box | ChannelKind::Terminal => None,
    }
}

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    for (wanted, words, example) in FORMS {
        let of_form = |channel: &&Channel| channel.kind.as_ref().and_then(|kind| form(kind.value)) == Some(wanted);
        let channels: Vec<&Channel> =
            manual.model.channels.iter().filter(|channel| channel.base.is_active()).filter(of_form).collect();
        let Some(first) = channels.first().filter(|_| !is_governed(manual, wanted, &channels)) else { continue };
        let names: Vec<Arg> = channels.iter().map(|channel| channel.base.title().into()).collect();
        report.at(first.base.span, &first.base.subject(), |finding| {
            finding.arg("form", words).arg("names", names).arg("example", example)
        });
    }
}

/// Whether a standard names the form, one of its channels or no channel at all, or one of the channels names a standard.
fn is_governed(manual: &Resolved<'_>, wanted: Form, channels: &[&Channel]) -> bool {
    let kind_of = |word: &str| ChannelKind::ALL.iter().find(|(name, _)| *name == word).map(|(_, kind)| *kind);
    let names = |word: &str| {
        kind_of(word).and_then(form) == Some(wanted) || channels.iter().any(|channel| channel.base.id == word)
    };
    let mut standards = manual.model.standards.iter().filter(|s| !is_retired(&s.base) && !s.internal);
    let said = standards.any(|s| {
        s.channels.iter().any(|word| names(&word.value)) || s.channels.is_empty() && !is_listed(manual, &s.base.id)
    });
    said || channels.iter().any(|channel| !channel.standards.is_empty())
}

/// Whether channels list the standard: then it is for those alone.
fn is_listed(manual: &Resolved<'_>, id: &str) -> bool {
    manual.model.channels.iter().any(|channel| channel.standards.iter().any(|s| s.value == id))
}

//! C332: the channels that customers use have standards of conduct (C10, F1).

use crate::check::{Report, Rule};
use crate::diag::{Arg, Entry, Severity};
use crate::lang::Text;
use crate::model::channel::{Channel, ChannelKind};
use crate::resolve::Resolved;
use crate::values::Quantity;

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "C332",
        name: "channel-without-standard",
        severity: Severity::Warning,
        message: Text {
            es: "ninguna norma de trato vale para el canal «{channel}»{use}",
            en: "no standard of conduct holds for the channel “{channel}”{use}",
            pt: "nenhuma norma de atendimento vale para o canal “{channel}”{use}",
        },
        why: Text {
            es: "Las normas suelen escribirse para el mostrador; donde no hay ninguna, cada uno atiende a su manera, y a veces es por donde llega la mayoría.",
            en: "Standards tend to be written for the counter; where there is none, everybody serves in their own way, and at times that is where most customers come.",
            pt: "As normas costumam ser escritas para o balcão; onde não há nenhuma, cada um atende à sua maneira, e às vezes é por onde chega a maioria.",
        },
        fix: Text {
            es: "nombre las normas que valen en él (`standards: [{own_standard}]`), o añádalo a `applies_to.channels` de una norma",
            en: "name the standards that hold on it (`standards: [{own_standard}]`), or add it to `applies_to.channels` of a standard",
            pt: "indique as normas que valem nele (`standards: [{own_standard}]`), ou acrescente-o a `applies_to.channels` de uma norma",
        },
        bad: r#"=== standards.yaml
saludo: { name: Saludo, applies_to: { channels: [face_to_face] } }
=== channels.yaml
agencia: { name: Agencia, kind: face_to_face, used_by: 10 % }
telefono: { name: Teléfono, kind: telephone, used_by: 90 % }
#                 ^^^^^^^^
=== services/ejemplo.md
---
code: EJ-01
name: Ejemplo
offering: { channels: [agencia, telefono] }
---
"#,
        good: r#"=== standards.yaml
saludo: { name: Saludo, applies_to: { channels: [face_to_face, telephone] } }
=== channels.yaml
agencia: { name: Agencia, kind: face_to_face, used_by: 10 % }
telefono: { name: Teléfono, kind: telephone, used_by: 90 % }
=== services/ejemplo.md
---
code: EJ-01
name: Ejemplo
offering: { channels: [agencia, telefono] }
---
"#,
    },
    check,
};

const USED: Text = Text {
    es: ", por el que llega el {name} de los contactos",
    en: ", through which {name} of the contacts come",
    pt: ", pelo qual chegam {name} dos contatos",
};

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    let standards = &manual.model.standards;
    if standards.is_empty() {
        return;
    }
    for channel in super::used_channels(manual).into_iter().filter(|c| !has_standard(manual, c)) {
        let base = &channel.base;
        let used = channel.used_by.as_ref().and_then(|used| used.single());
        report.at(base.span, &base.subject(), |finding| {
            let finding = finding.arg("channel", base.title());
            match used {
                Some(share) => finding.arg("use", Arg::named(USED, Quantity::Percent(share.clone()))),
                None => finding.arg("use", ""),
            }
        });
    }
}

fn has_standard(manual: &Resolved<'_>, channel: &Channel) -> bool {
    let kind = channel.kind.as_ref().and_then(|kind| ChannelKind::ALL.iter().find(|(_, k)| *k == kind.value));
    let kind = kind.map(|(name, _)| *name);
    let kept = |id: &str| manual.model.standards.get(id).is_none_or(|standard| standard.base.is_active());
    let holds = |word: &str| word == channel.base.id || Some(word) == kind;
    channel.standards.iter().any(|id| kept(&id.value))
        || manual.model.standards.iter().filter(|s| s.base.is_active()).any(|standard| {
            // A standard that names no channel holds on all of them.
            standard.channels.is_empty() || standard.channels.iter().any(|word| holds(&word.value))
        })
}

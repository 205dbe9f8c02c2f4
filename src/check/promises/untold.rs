//! C335: who cannot be helped at once is told so (C6).

use crate::check::figures;
use crate::check::{Report, Rule};
use crate::diag::{Arg, Entry, Severity};
use crate::lang::Text;
use crate::model::message::Moment;
use crate::parse::kind::Kind;
use crate::resolve::Resolved;
use crate::values::{Duration, Quantity, TimeUnit};

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "C335",
        name: "wait-without-message",
        severity: Severity::Warning,
        message: Text {
            es: "quien espera en «{channel}», hasta {wait}, no recibe ningún mensaje",
            en: "customers who wait on “{channel}”, for up to {wait}, are given no message",
            pt: "quem espera em “{channel}”, por até {wait}, não recebe nenhuma mensagem",
        },
        why: Text {
            es: "La espera que se anuncia se perdona; la que no, se cuenta doble.",
            en: "A wait that is announced is forgiven; one that is not counts twice.",
            pt: "A espera anunciada se perdoa; a que não, conta em dobro.",
        },
        fix: Text {
            es: "diga cuánto se espera y qué se puede hacer mientras tanto: `wait_message: Le responderemos en {figure}.`",
            en: "say how long the wait is and what can be done meanwhile: `wait_message: We will answer within {figure}.`",
            pt: "diga quanto se espera e o que se pode fazer enquanto isso: `wait_message: Responderemos em {figure}.`",
        },
        bad: r#"=== channels.yaml
correo: { name: Correo, kind: email, first_response: { within: 1 business day } }
#               ^^^^^^
=== services/ejemplo.md
---
code: EJ-01
name: Ejemplo
offering: { channels: [correo] }
---
"#,
        good: r#"=== channels.yaml
correo: { name: Correo, kind: email, first_response: { within: 1 business day }, wait_message: "Recibimos su correo. Le responderemos mañana a más tardar." }
=== services/ejemplo.md
---
code: EJ-01
name: Ejemplo
offering: { channels: [correo] }
---
"#,
    },
    check,
};

/// The value of a channel that says how long its answer takes.
const WITHIN: &str = "first_response.within";

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    let at_once = Duration::new(1, TimeUnit::Minute);
    for channel in super::used_channels(manual).into_iter().filter(|c| c.wait_message.is_none()) {
        let base = &channel.base;
        // A message of the manual's own that goes through the channel while the customer waits does as well.
        let told = manual.model.communications.iter().filter(|c| c.base.is_active()).any(|communication| {
            let early = communication
                .moment
                .as_ref()
                .is_some_and(|m| matches!(m.value, Moment::Before | Moment::During | Moment::Always));
            early && communication.message.medium.iter().any(|medium| medium.word == base.id)
        });
        let figures = figures::first_response(channel);
        let longest = figures.iter().filter_map(|figure| figure.duration()).next();
        let Some(wait) = longest.filter(|wait| wait.compare_exactly(&at_once).is_none_or(|order| order.is_gt())) else {
            continue;
        };
        if !told {
            report.at(base.span, &base.subject(), |finding| {
                // The link repeats the figure for ever; where it varies by case there is none to link to.
                let linked = manual.value(Kind::Channels, &base.id, WITHIN).is_some();
                let figure = match linked {
                    true => Arg::from(format!("[[{}.{WITHIN}]]", base.id)),
                    false => Arg::from(Quantity::Duration(*wait)),
                };
                finding.arg("channel", base.title()).arg("wait", Quantity::Duration(*wait)).arg("figure", figure)
            });
        }
    }
}

//! C393: customers are thanked and followed up after the service (H3).

use crate::check::{Report, Rule, is_retired};
use crate::diag::{Entry, Severity};
use crate::lang::Text;
use crate::model::message::{Message, Moment};
use crate::parse::reader::Given;
use crate::resolve::Resolved;
use crate::span::Span;

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "C393",
        name: "no-thanks-after",
        severity: Severity::Note,
        message: Text {
            es: "ningún mensaje posterior al servicio agradece al cliente ni pregunta cómo le fue",
            en: "no message after the service thanks the customer or asks how it went",
            pt: "nenhuma mensagem posterior ao serviço agradece ao cliente nem pergunta como foi",
        },
        why: Text {
            es: "La lealtad se gana cuando ya no hay nada que vender: gracias y una pregunta cuestan una llamada.",
            en: "Loyalty is won when there is nothing left to sell: thanks and a question cost one call.",
            pt: "A lealdade se ganha quando já não há nada a vender: um obrigado e uma pergunta custam uma ligação.",
        },
        fix: Text {
            es: "añada un mensaje en `communications.yaml`: `gracias-y-seguimiento: { name: Gracias y seguimiento, moment: after, technique: llamada sin venta, content: agradecimiento y cómo le fue }`",
            en: "add a message to `communications.yaml`: `thanks-and-follow-up: { name: Thanks and follow-up, moment: after, technique: a call without a sale, content: thanks and how it went }`",
            pt: "acrescente uma mensagem em `communications.yaml`: `agradecimento: { name: Agradecimento e acompanhamento, moment: after, technique: ligação sem venda, content: agradecimento e como foi }`",
        },
        bad: r#"=== communications.yaml
cierre:
  name: Cierre del trámite
#       ^^^^^^^^^^^^^^^^^^
  moment: after
  content: número de constancia
"#,
        good: r#"=== communications.yaml
cierre:
  name: Cierre del trámite
  moment: after
  content: número de constancia y agradecimiento
"#,
    },
    check,
};

/// Beginnings of words of thanks and of following up, in the three languages.
const STEMS: [&str; 12] = [
    "graci",
    "agradec",
    "seguimiento",
    "cómo le fue",
    "cómo le va",
    "thank",
    "follow",
    "how it went",
    "how did",
    "obrigad",
    "acompanh",
    "como foi",
];

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    let model = &manual.model;
    let services = model.services.iter().filter(|service| !is_retired(&service.base));
    let own = services.filter_map(|service| Some((&service.base, service.communication.value()?)));
    let own =
        own.flat_map(|(base, said)| Given::value(&said.after).into_iter().flatten().map(move |m| (base, m.span, m)));
    let general = model.communications.iter().filter(|c| !is_retired(&c.base));
    let after = general.filter(|c| c.moment.as_ref().is_some_and(|moment| moment.value == Moment::After));
    let messages: Vec<_> = after.map(|c| (&c.base, c.base.span, &c.message)).chain(own).collect();
    let thanks = |(base, _, message): &(&crate::model::base::Base, Span, &Message)| thanks(&base.title(), message);
    // Where nothing is said afterwards at all, A113 tells it of each service.
    if let Some((base, span, _)) = messages.first().filter(|_| !messages.iter().any(thanks)) {
        report.at(*span, &base.subject(), |finding| finding);
    }
}

/// Whether a message thanks or follows up, judged by its words.
fn thanks(title: &str, message: &Message) -> bool {
    let texts = [&message.name, &message.trigger, &message.technique, &message.content, &message.form, &message.say];
    let mut words = title.to_lowercase();
    for text in texts.into_iter().flatten() {
        words.push(' ');
        words.push_str(&text.source.to_lowercase());
    }
    STEMS.iter().any(|stem| words.contains(stem))
}

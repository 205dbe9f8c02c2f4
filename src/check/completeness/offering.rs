//! A102: a service says what it offers, to whom and where (A2).

use crate::check::{Report, Rule};
use crate::diag::{Entry, Severity};
use crate::lang::Text;
use crate::model::offering::Offering;
use crate::resolve::Resolved;

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "A102",
        name: "offering",
        severity: Severity::Error,
        message: Text {
            es: "en la oferta del servicio «{service}» falta decir {missing}",
            en: "the offering of the service “{service}” has yet to say {missing}",
            pt: "na oferta do serviço “{service}” falta dizer {missing}",
        },
        why: Text {
            es: "Quien atiende no puede ofrecer lo que el manual no describe, y el cliente no sabe qué puede pedir ni dónde.",
            en: "Staff cannot offer what the manual does not describe, and the customer cannot tell what to ask for, or where.",
            pt: "Quem atende não pode oferecer o que o manual não descreve, e o cliente não sabe o que pode pedir nem onde.",
        },
        fix: Text {
            es: "añada a la oferta lo que falta: {keys}",
            en: "add to the offering what is missing: {keys}",
            pt: "acrescente à oferta o que falta: {keys}",
        },
        bad: r#"code: EJ-01
name: Ejemplo
#     ^^^^^^^
offering:
  includes: [aviso al familiar]
"#,
        good: r#"code: EJ-01
name: Ejemplo
offering:
  summary: Pago de giros en soles.
  beneficiaries: [familias]
  channels: [agencia]
"#,
    },
    check,
};

const WHAT: Text = Text { es: "qué ofrece", en: "what it offers", pt: "o que oferece" };
const WHOM: Text = Text { es: "a quién se dirige", en: "to whom it is offered", pt: "a quem se dirige" };
const WHERE: Text = Text {
    es: "por qué canales se pide",
    en: "through which channels it is asked for",
    pt: "por quais canais se pede",
};

/// What to write for each of them.
const KEYS: [(Text, Text); 3] = [
    (
        WHAT,
        Text {
            es: "`summary: Pago de envíos de dinero`",
            en: "`summary: Cash transfers paid out`",
            pt: "`summary: Pagamento de remessas`",
        },
    ),
    (
        WHOM,
        Text {
            es: "`beneficiaries: [familias]`",
            en: "`beneficiaries: [families]`",
            pt: "`beneficiaries: [famílias]`",
        },
    ),
    (
        WHERE,
        Text {
            es: "`channels: [{own_channel}]`",
            en: "`channels: [{own_channel}]`",
            pt: "`channels: [{own_channel}]`",
        },
    ),
];

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    // Where the manual tells its customers apart, every service has to say which of them it is for.
    let has_segments = !manual.model.segments.is_empty();
    for service in super::services(manual) {
        let nothing = Offering::default();
        let offering = match super::state(&service.offering) {
            super::State::Excused => continue,
            super::State::Missing => &nothing,
            super::State::Given(offering) => offering,
        };
        let unsaid = missing(offering, has_segments);
        if !unsaid.is_empty() {
            report.at(service.base.span, &service.base.subject(), |finding| {
                let keys = KEYS.into_iter().filter(|(part, _)| unsaid.contains(part)).map(|(_, key)| key);
                let keys: Vec<Text> = keys.collect();
                finding.arg("service", service.base.title()).arg("keys", keys).arg("missing", unsaid)
            });
        }
    }
}

fn missing(offering: &Offering, has_segments: bool) -> Vec<Text> {
    let to_nobody = offering.segments.is_empty() && offering.beneficiaries.is_empty();
    let nowhere = offering.channels.is_empty() && offering.request.is_empty() && offering.sites.is_empty();
    let parts = [(!crate::check::said(&offering.summary), WHAT), (has_segments && to_nobody, WHOM), (nowhere, WHERE)];
    parts.into_iter().filter(|(unsaid, _)| *unsaid).map(|(_, part)| part).collect()
}

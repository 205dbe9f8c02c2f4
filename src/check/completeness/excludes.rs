//! A121: an offering says what it leaves out, or that it leaves nothing out (A2).

use crate::check::{Report, Rule};
use crate::diag::{Entry, Severity};
use crate::lang::Text;
use crate::model::offering::Offering;
use crate::resolve::Resolved;

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "A121",
        name: "offering-without-limits",
        severity: Severity::Note,
        message: Text {
            es: "la oferta de «{service}» no dice qué queda fuera",
            en: "the offering of “{service}” does not say what is not included",
            pt: "a oferta de “{service}” não diz o que não está incluído",
        },
        why: Text {
            es: "El cliente da por incluido lo que nadie excluye, y quien atiende lo descubre cuando ya está molesto.",
            en: "Customers take for included whatever nobody has ruled out, and staff find out when they are already upset.",
            pt: "O cliente dá por incluído o que ninguém exclui, e quem atende só descobre quando ele já está contrariado.",
        },
        fix: Text {
            es: "añada a la oferta lo que no incluye, `excludes: [envío a domicilio]`, o por qué nada queda fuera: `excludes: { none: \"todo el trámite se hace aquí\" }`",
            en: "add to the offering what it does not include, `excludes: [home delivery]`, or why nothing is left out: `excludes: { none: \"all of it is done here\" }`",
            pt: "acrescente à oferta o que ela não inclui, `excludes: [entrega em domicílio]`, ou por que nada fica de fora: `excludes: { none: \"tudo se faz aqui\" }`",
        },
        bad: r#"code: EJ-01
name: Ejemplo
#     ^^^^^^^
offering:
  summary: Pago de giros en soles.
  channels: [agencia]
"#,
        good: r#"code: EJ-01
name: Ejemplo
offering:
  summary: Pago de giros en soles.
  excludes: [envío del dinero a domicilio]
  channels: [agencia]
"#,
    },
    check,
};

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    for service in super::services(manual) {
        // An offering that says nothing yet has more to say than its limits: A102 tells.
        let Some(offering) = service.offering.value().filter(|offering| crate::check::said(&offering.summary)) else {
            continue;
        };
        if !has_limits(offering) {
            let base = &service.base;
            report.at(base.span, &base.subject(), |finding| finding.arg("service", base.title()));
        }
    }
}

/// Whether the offering or a part of it says what it leaves out, or why it leaves nothing out.
fn has_limits(offering: &Offering) -> bool {
    let own = std::iter::once(offering).chain(offering.parts.iter().map(|part| &part.offering));
    own.into_iter().any(|offering| !offering.excludes.is_missing())
}

//! A129: some services say what they include, what they ask of the customer, by which steps they are given and at which price (A2).

use crate::check::{Report, Rule, nowhere, report_gaps, unsaid};
use crate::diag::{Entry, Severity};
use crate::lang::Text;
use crate::model::offering::Offering;
use crate::model::service::Service;
use crate::resolve::Resolved;

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "A129",
        name: "offerings-say-too-little",
        severity: Severity::Note,
        message: Text {
            es: "ninguna oferta dice {parts}: {names}",
            en: "no offering says {parts}: {names}",
            pt: "nenhuma oferta diz {parts}: {names}",
        },
        why: Text {
            es: "Un servicio puede no pedir nada o no cobrar nada; que ninguno diga si lo hace deja al cliente y al personal sin respuesta.",
            en: "A service may ask for nothing or charge nothing; that none of them says so leaves customers and staff without an answer.",
            pt: "Um serviço pode não pedir nada nem cobrar nada; que nenhum diga se o faz deixa o cliente e o pessoal sem resposta.",
        },
        fix: Text {
            es: "complete las ofertas: `includes: [depósitos y retiros]`, `requirements: [documento de identidad vigente]`, `steps: [{ does: comprueba la identidad, role: {own_contact}, within: 1 minute }]`, `price: free`",
            en: "complete the offerings: `includes: [deposits and withdrawals]`, `requirements: [a valid identity document]`, `steps: [{ does: checks the identity, role: {own_contact}, within: 1 minute }]`, `price: free`",
            pt: "complete as ofertas: `includes: [depósitos e saques]`, `requirements: [documento de identidade válido]`, `steps: [{ does: confere a identidade, role: {own_contact}, within: 1 minute }]`, `price: free`",
        },
        bad: r#"=== services/a.md
---
name: Uno
#     ^^^
offering: { summary: Uno., includes: [uno], requirements: [uno], price: free }
---
=== services/b.md
---
name: Dos
offering: { summary: Dos., includes: [dos], requirements: [uno], price: free }
---
=== services/c.md
---
name: Tres
offering: { summary: Tres. }
---
=== services/d.md
---
name: Cuatro
offering: { summary: Cuatro. }
---
"#,
        good: r#"=== services/a.md
---
name: Uno
offering: { summary: Uno., includes: [uno], requirements: [uno], price: free }
---
=== services/b.md
---
name: Dos
offering: { summary: Dos., steps: [{ does: saluda, role: caja }] }
---
=== services/c.md
---
name: Tres
offering: { summary: Tres. }
---
=== services/d.md
---
name: Cuatro
offering: { summary: Cuatro. }
---
"#,
    },
    check,
};

const INCLUDES: Text = Text { es: "qué incluye", en: "what it includes", pt: "o que inclui" };
const ASKS: Text =
    Text { es: "qué se pide al cliente", en: "what is asked of the customer", pt: "o que se pede ao cliente" };
const STEPS: Text =
    Text { es: "con qué pasos se presta", en: "by which steps it is given", pt: "com que passos é prestado" };
const PRICE: Text = Text { es: "qué paga el cliente", en: "what the customer pays", pt: "o que o cliente paga" };

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    let services = super::services(manual).filter(|service| service.base.is_active());
    let offered: Vec<(&Service, &Offering)> =
        services.filter_map(|service| Some((service, service.offering.value()?))).collect();
    // What a part of the service says is said too.
    let silent = |says: &dyn Fn(&Offering) -> bool| {
        nowhere(&offered, |(_, offering)| says(offering) || offering.parts.iter().any(|part| says(&part.offering)))
    };
    let charged = nowhere(&offered, |(service, _)| service.cost.value().is_some_and(|cost| cost.price.is_some()));
    let parts = unsaid([
        (!silent(&|offering| !offering.includes.is_empty()), INCLUDES),
        (!silent(&|offering| !offering.requirements.is_empty()), ASKS),
        (!silent(&|offering| !offering.steps.is_empty()), STEPS),
        (!(charged && silent(&|offering| offering.price.is_some())), PRICE),
    ]);
    report_gaps(report, offered.iter().map(|(service, _)| (&service.base, parts.clone())));
}

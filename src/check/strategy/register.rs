//! C380: the register of risks treats the seven situations of the field (G1).

use crate::check::{Report, Rule, is_retired};
use crate::diag::{Arg, Entry, Severity};
use crate::lang::Text;
use crate::model::reference::RiskKind;
use crate::resolve::Resolved;

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "C380",
        name: "risk-kind-missing",
        severity: Severity::Warning,
        message: Text {
            es: "el registro de riesgos no prevé {kinds}",
            en: "the register of risks does not foresee {kinds}",
            pt: "o registro de riscos não prevê {kinds}",
        },
        why: Text {
            es: "Son las situaciones que más veces dañan un servicio: quien no las previó improvisa delante del cliente.",
            en: "They are the situations that most often harm a service: whoever did not foresee them improvises in front of the customer.",
            pt: "São as situações que mais vezes prejudicam um serviço: quem não as previu improvisa diante do cliente.",
        },
        fix: Text {
            es: "añada a `risks.yaml` una entrada por cada una: `{id}: { name: \"{name}\", kind: {kind}, anticipation: [revisarlo cada mes], response: [avisar a los clientes], owner: {own_role} }`; con `kind`: {words}",
            en: "add to `risks.yaml` one entry for each: `{id}: { name: \"{name}\", kind: {kind}, anticipation: [look at it every month], response: [tell customers], owner: {own_role} }`; with `kind`: {words}",
            pt: "acrescente a `risks.yaml` uma entrada para cada uma: `{id}: { name: \"{name}\", kind: {kind}, anticipation: [revê-lo todo mês], response: [avisar os clientes], owner: {own_role} }`; com `kind`: {words}",
        },
        bad: r#"=== risks.yaml
precios: { name: El precio aleja a los clientes, kind: price }
demanda: { name: La demanda supera la capacidad, kind: demand }
datos: { name: Se pierden datos, kind: data_loss }
caidas: { name: Caídas sin aviso, kind: unpreparedness }
terceros: { name: Falla un proveedor, kind: third_party }
redes: { name: Mala imagen en las redes, kind: reputation }
=== manual.yaml
organization: { name: Ejemplo }
#^^^^^^^^^^^
document: { title: Manual }
languages: { default: es }
"#,
        good: r#"=== risks.yaml
precios: { name: El precio aleja a los clientes, kind: price }
demanda: { name: La demanda supera la capacidad, kind: demand }
datos: { name: Se pierden datos, kind: data_loss }
caidas: { name: Caídas sin aviso, kind: unpreparedness }
terceros: { name: Falla un proveedor, kind: third_party }
redes: { name: Mala imagen en las redes, kind: reputation }
accidentes: { name: Accidente en la sala, kind: harm }
"#,
    },
    check,
};

/// The seven, with how a finding names them and how they are written.
const KINDS: [(RiskKind, Text, &str); 7] = [
    (
        RiskKind::Price,
        Text {
            es: "que el precio aleje a los clientes",
            en: "that the price drives customers away",
            pt: "que o preço afaste os clientes",
        },
        "price",
    ),
    (
        RiskKind::Demand,
        Text {
            es: "que la demanda supere la capacidad",
            en: "demand above capacity",
            pt: "que a demanda supere a capacidade",
        },
        "demand",
    ),
    (
        RiskKind::DataLoss,
        Text {
            es: "la pérdida de datos de clientes",
            en: "the loss of customers’ data",
            pt: "a perda de dados de clientes",
        },
        "data_loss",
    ),
    (
        RiskKind::Unpreparedness,
        Text {
            es: "reclamos y caídas para los que no se está preparado",
            en: "complaints and outages that find nobody prepared",
            pt: "reclamações e quedas para as quais não se está preparado",
        },
        "unpreparedness",
    ),
    (
        RiskKind::ThirdParty,
        Text {
            es: "el error de un proveedor o de un compañero",
            en: "the fault of a supplier or colleague",
            pt: "o erro de um fornecedor ou de um colega",
        },
        "third_party",
    ),
    (
        RiskKind::Reputation,
        Text { es: "la mala imagen en internet", en: "a bad image on the internet", pt: "a má imagem na internet" },
        "reputation",
    ),
    (
        RiskKind::Harm,
        Text {
            es: "el daño físico o emocional", en: "physical or emotional harm", pt: "o dano físico ou emocional"
        },
        "harm",
    ),
];

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    let model = &manual.model;
    let has = |kind: RiskKind| {
        model.risks.iter().any(|risk| !is_retired(&risk.base) && risk.kind.as_ref().is_some_and(|k| k.value == kind))
    };
    let missing: Vec<_> = KINDS.into_iter().filter(|(kind, ..)| !has(*kind)).collect();
    if let Some((_, name, word)) = missing.first().copied() {
        let kinds: Vec<Text> = missing.iter().map(|(_, words, _)| *words).collect();
        report.at(model.manifest.span, "", |finding| {
            let words: Vec<Arg> = missing.iter().map(|(_, _, word)| format!("`{word}`").into()).collect();
            let finding = finding.arg("kinds", kinds).arg("words", Arg::List(words));
            finding.arg("kind", word).arg("name", name).arg("id", word.replace('_', "-"))
        });
    }
}

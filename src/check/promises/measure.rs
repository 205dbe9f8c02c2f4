//! C301: a commitment has a measure (C4, C5).

use crate::check::{Report, Rule};
use crate::diag::{Entry, Severity};
use crate::lang::Text;
use crate::model::base::Status;
use crate::model::commitment::Commitment;
use crate::resolve::Resolved;

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "C301",
        name: "promise-without-measure",
        severity: Severity::Error,
        message: Text {
            es: "nada mide el compromiso `{commitment}`",
            en: "nothing measures the commitment `{commitment}`",
            pt: "nada mede o compromisso `{commitment}`",
        },
        why: Text {
            es: "Una promesa sin medida se cumple o se rompe sin que nadie lo sepa, salvo el cliente.",
            en: "A promise without a measure is kept or broken without anyone knowing but the customer.",
            pt: "Uma promessa sem medida se cumpre ou se quebra sem que ninguém saiba, exceto o cliente.",
        },
        fix: Text {
            es: "nombre el indicador que lo mide, `indicator: {own_indicator}`, o dele una meta: `target: { share: 95 %, within: 1 business day }`",
            en: "name the indicator that measures it, `indicator: {own_indicator}`, or give it a target: `target: { share: 95 %, within: 1 business day }`",
            pt: "indique o indicador que o mede, `indicator: {own_indicator}`, ou dê-lhe uma meta: `target: { share: 95 %, within: 1 business day }`",
        },
        bad: r#"code: EJ-01
name: Ejemplo
owner: jefatura
commitments:
  respuesta:
    promise: Respondemos en un día hábil.
#            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    within: 1 business day
"#,
        good: r#"code: EJ-01
name: Ejemplo
owner: jefatura
commitments:
  respuesta:
    promise: Respondemos en un día hábil.
    within: 1 business day
    target: { share: 95 %, within: 1 business day }
"#,
    },
    check,
};

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    for commitment in super::commitments(manual) {
        if commitment.targets.is_missing() && !is_measured(manual, commitment) {
            let base = &commitment.base;
            report.at(base.span, &base.subject(), |finding| finding.arg("commitment", base.id.as_str()));
        }
    }
}

/// Whether an indicator that is still kept measures it. An unknown id has been reported already and counts as one.
fn is_measured(manual: &Resolved<'_>, commitment: &Commitment) -> bool {
    commitment.indicators.iter().any(|id| {
        let indicator = manual.model.indicators.get(&id.value);
        indicator.is_none_or(|i| !matches!(i.base.status, Status::Retired { .. }))
    })
}

//! C313: a promise that rests on others is no tighter than what they agreed to (C5, A6, A7).

use crate::check::{Report, Rule};
use crate::diag::{Arg, Entry, Severity};
use crate::lang::Text;
use crate::model::Entry as _;
use crate::model::commitment::Commitment;
use crate::model::partner::Agreed;
use crate::resolve::Resolved;
use crate::span::{Span, Spanned};
use crate::values::{Comparison, Decimal, Duration, Op, Percent, Quantity, Target, TimeUnit};

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "C313",
        name: "promise-beyond-supplier",
        severity: Severity::Error,
        message: Text {
            es: "`{entry}` promete {promise}, y lo acordado con quienes lo sostienen da {sum}: {parts}",
            en: "`{entry}` promises {promise}, but what is agreed with those on whom it depends comes to {sum}: {parts}",
            pt: "`{entry}` promete {promise}, e o acordado com quem o sustenta dá {sum}: {parts}",
        },
        why: Text {
            es: "Los tiempos de quienes trabajan uno tras otro se suman y sus disponibilidades se multiplican. Nadie puede dar al cliente más de lo que recibe.",
            en: "The times of those who work in turn add up and their availabilities multiply. Nobody can give the customer more than is received.",
            pt: "Os tempos de quem trabalha em sequência se somam e as disponibilidades se multiplicam. Ninguém pode dar ao cliente mais do que recebe.",
        },
        fix: Text {
            es: "prometa {sum} o menos exigente, acuerde un nivel mejor (`agreed`), o quite de `suppliers` y `alliances` a quien no interviene",
            en: "promise {sum} or less, agree on a better level (`agreed`), or remove from `suppliers` and `alliances` those who have no part in it",
            pt: "prometa {sum} ou menos, negocie um nível melhor (`agreed`), ou tire de `suppliers` e `alliances` quem não intervém",
        },
        bad: r#"=== suppliers.yaml
red: { name: Red, agreed: { availability: 99.9 %, response: 3 hours } }
nube: { name: Nube, agreed: { availability: 99.5 %, response: 2 hours } }
=== commitments.yaml
respuesta: { promise: Respondemos a tiempo., within: 4 hours, suppliers: [red, nube] }
#                                                    ^^^^^^^
=== indicators.yaml
banca: { name: Disponibilidad, target: { share: 99.5 % }, suppliers: [red, nube] }
#                                      ^^^^^^^^^^^^^^^^^
"#,
        good: r#"=== suppliers.yaml
red: { name: Red, agreed: { availability: 99.9 %, response: 3 hours } }
nube: { name: Nube, agreed: { availability: 99.5 %, response: 2 hours } }
=== commitments.yaml
respuesta: { promise: Respondemos a tiempo., within: 5 hours, suppliers: [red, nube] }
=== indicators.yaml
banca: { name: Disponibilidad, target: { share: 99.4 % }, suppliers: [red, nube] }
"#,
    },
    check,
};

const AGREED: Text = Text { es: "lo acordado está aquí", en: "what is agreed is here", pt: "o acordado está aqui" };
const PART: Text = Text { es: "{name} {level}", en: "{name} {level}", pt: "{name} {level}" };

/// Somebody whom a promise rests on, and the level agreed with them.
struct Partner<'m> {
    name: String,
    agreed: &'m Agreed,
}

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    for commitment in super::commitments(manual) {
        let partners = partners(manual, &commitment.suppliers, &commitment.alliances);
        let Some(promise) = commitment.within.as_ref().and_then(|w| w.otherwise.as_ref()) else { continue };
        times(manual, report, &partners, promise, commitment);
    }
    for indicator in super::indicators(manual) {
        let partners = partners(manual, &indicator.suppliers, &indicator.alliances);
        for spec in indicator.targets.value().into_iter().flatten() {
            let Target::Share(share) = &spec.target else { continue };
            if share.op_or(Op::AtLeast).is_lower_bound() {
                shares(report, &partners, &share.value, spec.span, &indicator.base().id, &indicator.base.subject());
            }
        }
    }
}

fn partners<'m>(
    manual: &'m Resolved<'_>,
    suppliers: &[Spanned<String>],
    alliances: &[Spanned<String>],
) -> Vec<Partner<'m>> {
    let suppliers = suppliers.iter().filter_map(|id| manual.model.suppliers.get(&id.value));
    let suppliers = suppliers.filter_map(|s| Some(Partner { name: s.base.title(), agreed: s.agreed.as_ref()? }));
    let alliances = alliances.iter().filter_map(|id| manual.model.alliances.get(&id.value));
    let alliances = alliances.filter_map(|a| Some(Partner { name: a.base.title(), agreed: a.agreed.as_ref()? }));
    suppliers.chain(alliances).collect()
}

/// Their responses one after the other against the time that is promised.
fn times(
    manual: &Resolved<'_>,
    report: &mut Report<'_>,
    partners: &[Partner<'_>],
    promise: &Spanned<Duration>,
    commitment: &Commitment,
) {
    let (id, subject) = (commitment.base.id.as_str(), &commitment.base.subject());
    let level = |partner: &Partner<'_>| partner.agreed.response.as_ref().and_then(|v| v.single()).copied();
    let levels: Vec<(&Partner<'_>, Duration)> = partners.iter().filter_map(|p| Some((p, level(p)?))).collect();
    let Some(sum) = sum(levels.iter().map(|(_, time)| *time)) else { return };
    if sum.compare(&promise.value, &manual.model.calendar_of_commitment(commitment)) != Comparison::Longer {
        return;
    }
    let parts = levels.iter().map(|(partner, time)| part(&partner.name, Quantity::Duration(*time))).collect();
    let (promised, sum) = (Quantity::Duration(promise.value), Quantity::Duration(sum));
    tell(report, promise.span, subject, (id, promised, sum), parts, levels[0].0.agreed.span);
}

/// The availability of all at once against the share that is asked for.
fn shares(report: &mut Report<'_>, partners: &[Partner<'_>], share: &Percent, at: Span, id: &str, subject: &str) {
    let level = |partner: &Partner<'_>| partner.agreed.availability.as_ref().and_then(|v| v.single()).cloned();
    let levels: Vec<(&Partner<'_>, Percent)> = partners.iter().filter_map(|p| Some((p, level(p)?))).collect();
    if levels.is_empty() {
        return;
    }
    let times = |all: Decimal, level: &Percent| all.checked_mul(level.value)?.checked_div(Decimal::ONE_HUNDRED);
    let Some(product) = levels.iter().try_fold(Decimal::ONE_HUNDRED, |all, (_, level)| times(all, level)) else {
        return;
    };
    if product >= share.value || product.is_sign_negative() {
        return;
    }
    let parts = levels.iter().map(|(partner, level)| part(&partner.name, Quantity::Percent(level.clone()))).collect();
    let product = Quantity::Percent(Percent::new(product.round_dp(2).normalize()));
    tell(report, at, subject, (id, Quantity::Percent(share.clone()), product), parts, levels[0].0.agreed.span);
}

fn part(name: &str, level: Quantity) -> Arg {
    Arg::Phrase(PART, vec![("name", name.into()), ("level", level.into())])
}

fn tell(
    report: &mut Report<'_>,
    at: Span,
    subject: &str,
    (id, promise, sum): (&str, Quantity, Quantity),
    parts: Vec<Arg>,
    agreed: Span,
) {
    report.at(at, subject, |finding| {
        let finding = finding.arg("entry", id).arg("promise", promise).arg("sum", sum);
        finding.arg("parts", Arg::List(parts)).label(agreed, AGREED)
    });
}

/// The sum of some times in the unit of the first; none where they do not add up in one unit.
fn sum(times: impl Iterator<Item = Duration>) -> Option<Duration> {
    let mut total: Option<Duration> = None;
    for time in times {
        total = Some(match total {
            None => time,
            Some(before) if before.unit == time.unit => {
                Duration::new(before.amount.checked_add(time.amount)?, time.unit)
            }
            Some(before) => {
                let seconds = before.seconds()?.checked_add(time.seconds()?)?;
                Duration::new(seconds.checked_div(Decimal::from(3_600))?.round_dp(2).normalize(), TimeUnit::Hour)
            }
        });
    }
    total
}

//! C313: a promise that rests on others is no tighter than what they agreed to (C5, A6, A7).

use crate::analysis::procedure::{Overrun, Task, overrun};
use crate::check::{Report, Rule};
use crate::diag::{Arg, Args, Diagnostic, Entry, Severity};
use crate::lang::Text;
use crate::model::base::Base;
use crate::model::commitment::Commitment;
use crate::model::partner::Agreed;
use crate::model::target::TargetSpec;
use crate::parse::reader::Variant;
use crate::resolve::Resolved;
use crate::span::{Span, Spanned};
use crate::values::{Bound, Calendar, Comparison, Decimal, Duration, Op, Percent, Quantity, Target, TimeUnit};

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
imprenta: { name: Imprenta, agreed: { response: 3 business days } }
=== commitments.yaml
respuesta: { promise: Respondemos a tiempo., within: 4 hours, suppliers: [red, nube] }
#                                                    ^^^^^^^
libreta: { promise: Le entregamos su libreta., within: 2 business days, suppliers: [imprenta, red] }
#                                                      ^^^^^^^^^^^^^^^
acceso: { promise: Entra cuando quiere., target: { share: 99.5 % }, suppliers: [red, nube] }
#                                                ^^^^^^^^^^^^^^^^^
=== indicators.yaml
banca: { name: Disponibilidad, target: { share: 99.5 % }, suppliers: [red, nube] }
#                                      ^^^^^^^^^^^^^^^^^
"#,
        good: r#"=== suppliers.yaml
red: { name: Red, agreed: { availability: 99.9 %, response: 3 hours } }
nube: { name: Nube, agreed: { availability: 99.5 %, response: 2 hours } }
imprenta: { name: Imprenta, agreed: { response: 3 business days } }
=== commitments.yaml
respuesta: { promise: Respondemos a tiempo., within: 5 hours, suppliers: [red, nube] }
libreta: { promise: Le entregamos su libreta., within: 4 business days, suppliers: [imprenta, red] }
acceso: { promise: Entra cuando quiere., target: { share: 99.4 % }, suppliers: [red, nube] }
=== indicators.yaml
banca: { name: Disponibilidad, target: { share: 99.4 % }, suppliers: [red, nube] }
"#,
    },
    check,
};

const AGREED: Text = Text { es: "lo acordado está aquí", en: "what is agreed is here", pt: "o acordado está aqui" };
const PART: Text = Text { es: "{name} {level}", en: "{name} {level}", pt: "{name} {level}" };

const LEFT_OUT: Text = Text {
    es: "no se cuenta a {names}, cuya respuesta depende del caso",
    en: "{names} is not counted, since its answer depends on the case",
    pt: "não se conta {names}, cuja resposta depende do caso",
};
const BESIDE: Text = Text {
    es: "ya esto pasa de lo prometido; falta añadir {rest}, que se cuenta por otro reloj",
    en: "this alone exceeds the promise; {rest} comes on top, which is counted by another clock",
    pt: "só isto já passa do prometido; falta somar {rest}, que se conta por outro relógio",
};
const WALKED: Text = Text {
    es: "en el calendario, uno tras otro terminan fuera de plazo cualquiera que sea el día en que se pida; pedido el {start}, el plazo vence el {limit} y se termina el {end}",
    en: "on the calendar, one after the other they end too late from whatever day it is asked for; asked for on {start}, the time runs out on {limit} and they end on {end}",
    pt: "no calendário, um após o outro terminam fora do prazo seja qual for o dia do pedido; pedido em {start}, o prazo vence em {limit} e termina-se em {end}",
};

/// Somebody whom a promise rests on, and the level agreed with them.
struct Partner<'m> {
    name: String,
    agreed: &'m Agreed,
}

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    for commitment in super::commitments(manual) {
        let partners = partners(manual, &commitment.suppliers, &commitment.alliances);
        if partners.is_empty() {
            continue;
        }
        if let Some(within) = &commitment.within {
            let cases = within.cases.iter().map(|(words, promise)| (words.as_slice(), promise));
            for (words, promise) in cases.chain(within.otherwise.iter().map(|promise| (&[][..], promise))) {
                times(manual, report, &partners, (within, words, promise), commitment);
            }
        }
        targets(report, &partners, commitment.targets.value(), &commitment.base);
    }
    for indicator in super::indicators(manual) {
        let partners = partners(manual, &indicator.suppliers, &indicator.alliances);
        targets(report, &partners, indicator.targets.value(), &indicator.base);
    }
}

/// The shares that some targets ask for against the availability of the partners.
fn targets(report: &mut Report<'_>, partners: &[Partner<'_>], targets: Option<&Vec<TargetSpec>>, base: &Base) {
    for spec in targets.into_iter().flatten() {
        let (share, op) = match &spec.target {
            Target::Share(share) => (&share.value, share.op_or(Op::AtLeast)),
            Target::Minimum(Bound { op, value: Quantity::Percent(share) }) => (share, op.unwrap_or(Op::AtLeast)),
            _ => continue,
        };
        if op.is_lower_bound() {
            shares(report, partners, share, spec.span, &base.id, &base.subject());
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

/// A promised time: all that is promised, the words of its case, and the time itself.
type Promised<'m> = (&'m Variant<Duration>, &'m [Spanned<String>], &'m Spanned<Duration>);

/// Their responses one after the other against the time that is promised.
fn times(
    manual: &Resolved<'_>,
    report: &mut Report<'_>,
    partners: &[Partner<'_>],
    (within, words, promise): Promised<'_>,
    commitment: &Commitment,
) {
    let responses = || partners.iter().filter_map(|partner| Some((partner, partner.agreed.response.as_ref()?)));
    let level = |response: &Variant<Duration>| of_case(response, within, words);
    let levels: Vec<(&Partner<'_>, Duration)> = responses().filter_map(|(p, r)| Some((p, level(r)?))).collect();
    let left_out: Vec<Arg> =
        responses().filter(|(_, r)| level(r).is_none()).map(|(p, _)| p.name.clone().into()).collect();
    let calendar = &manual.model.calendar_of_commitment(commitment);
    let Some(excess) = excess(&levels.iter().map(|(_, time)| *time).collect::<Vec<_>>(), &promise.value, calendar)
    else {
        return;
    };
    let parts = levels.iter().map(|(partner, time)| part(&partner.name, Quantity::Duration(*time))).collect();
    let promised = Quantity::Duration(promise.value);
    let (id, subject) = (commitment.base.id.as_str(), commitment.base.subject());
    report.at(promise.span, &subject, |finding| {
        let finding = told(finding, (id, promised, list(&excess.sum)), parts, levels[0].0.agreed.span);
        let finding = match (&excess.walked, excess.beside.is_empty()) {
            (Some(walked), _) => finding.note(WALKED, dates(walked)),
            (None, false) => finding.note(BESIDE, vec![("rest", list(&excess.beside))]),
            (None, true) => finding,
        };
        if left_out.is_empty() { finding } else { finding.note(LEFT_OUT, vec![("names", left_out.into())]) }
    });
}

/// The level for a case of a promise: that of the same words, where both differ by the same; none where the level differs otherwise.
fn of_case(response: &Variant<Duration>, within: &Variant<Duration>, words: &[Spanned<String>]) -> Option<Duration> {
    if let Some(single) = response.single() {
        return Some(*single);
    }
    let same = |a: &[Spanned<String>], b: &[Spanned<String>]| {
        a.len() == b.len() && a.iter().zip(b).all(|(a, b)| a.value == b.value)
    };
    if !same(&response.by, &within.by) {
        return None;
    }
    let case = response.cases.iter().find(|(own, _)| !words.is_empty() && same(own, words));
    case.map(|(_, value)| value).or(response.otherwise.as_ref()).map(|value| value.value)
}

/// How some times in a row exceed a promise.
struct Excess {
    /// The times that exceed it together: one for each clock by which they are counted.
    sum: Vec<Duration>,
    /// Those by another clock, where the sum exceeds it without them.
    beside: Vec<Duration>,
    /// How they run on the calendar, where they are counted by several clocks.
    walked: Option<Overrun>,
}

/// None where the times, one after the other, may keep the promise.
fn excess(times: &[Duration], promise: &Duration, calendar: &Calendar) -> Option<Excess> {
    let sums = sums(times, calendar)?;
    if sums.len() > 1 {
        let task =
            |(i, time): (usize, &Duration)| Task { within: Some(*time), after: i.checked_sub(1).into_iter().collect() };
        let tasks: Vec<Task> = sums.iter().enumerate().map(task).collect();
        let walked = overrun(&tasks, tasks.len() - 1, promise, calendar, None);
        if let Some(walked) = walked.filter(|walked| walked.late == walked.starts) {
            return Some(Excess { sum: sums, beside: Vec::new(), walked: Some(walked) });
        }
    }
    let longer = sums.iter().position(|sum| sum.compare(promise, calendar) == Comparison::Longer)?;
    let mut beside = sums;
    let sum = vec![beside.remove(longer)];
    Some(Excess { sum, beside, walked: None })
}

fn dates(walked: &Overrun) -> Args {
    vec![
        ("start", walked.start.date().into()),
        ("limit", walked.limit.date().into()),
        ("end", walked.end.date().into()),
    ]
}

fn list(times: &[Duration]) -> Arg {
    times.iter().map(|time| Quantity::Duration(*time)).collect::<Vec<_>>().into()
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
    let promised = Quantity::Percent(share.clone());
    report.at(at, subject, |finding| told(finding, (id, promised, product.into()), parts, levels[0].0.agreed.span));
}

fn part(name: &str, level: Quantity) -> Arg {
    Arg::Phrase(PART, vec![("name", name.into()), ("level", level.into())])
}

fn told(finding: Diagnostic, (id, promise, sum): (&str, Quantity, Arg), parts: Vec<Arg>, agreed: Span) -> Diagnostic {
    let finding = finding.arg("entry", id).arg("promise", promise).arg("sum", sum);
    finding.arg("parts", Arg::List(parts)).label(agreed, AGREED)
}

/// The sums of some times: one for each clock by which they are counted, elapsed time, business time and months.
fn sums(times: &[Duration], calendar: &Calendar) -> Option<Vec<Duration>> {
    let clock = |time: &Duration| (time.is_business(), time.months().is_some());
    let mut out: Vec<Duration> = Vec::new();
    for time in times {
        match out.iter_mut().find(|sum| clock(sum) == clock(time)) {
            Some(sum) => *sum = together(sum, time, calendar)?,
            None => out.push(*time),
        }
    }
    Some(out)
}

/// The sum of two times by one clock, in their unit where they have the same.
fn together(a: &Duration, b: &Duration, calendar: &Calendar) -> Option<Duration> {
    if a.unit == b.unit {
        return Some(Duration::new(a.amount.checked_add(b.amount)?, a.unit));
    }
    if a.is_business() {
        let hours = |time: &Duration| match time.unit {
            TimeUnit::BusinessDay => time.amount.checked_mul(calendar.hours_per_day()),
            _ => Some(time.amount),
        };
        return Some(Duration::new(hours(a)?.checked_add(hours(b)?)?.normalize(), TimeUnit::BusinessHour));
    }
    if let Some((a, b)) = a.months().zip(b.months()) {
        return Some(Duration::new(a.checked_add(b)?, TimeUnit::Month));
    }
    let seconds = a.seconds()?.checked_add(b.seconds()?)?;
    Some(Duration::new(seconds.checked_div(Decimal::from(3_600))?.round_dp(2).normalize(), TimeUnit::Hour))
}

//! Service-level indicators (A3) with their results (C8), inside their service and in the register.

use super::customers::{dimension, to_f64};
use super::front::{group, section};
use super::messages::suspended_mark;
use super::services::align_numbers;
use super::writer::{Writer, facts, heading_at, in_a_row, join, table};
use crate::diagram::chart::{Chart, Point, draw};
use crate::ir::{Block, Figure, FigureSource, GroupRole, Inline, Row, Section, SectionKind, State, TableLook, plain};
use crate::lang::format;
use crate::model::indicator::{Direction, Indicator, Metric, PeriodResult, ResultValue};
use crate::model::service::Service;
use crate::model::target::{TargetSpec, judged, whole_targets};
use crate::parse::kind::Kind;
use crate::span::Spanned;
use crate::values::{Decimal, Percent, Quantity, Target};

/// The indicators written in the service, whole; those of the register by name and target.
pub fn of_service(x: &Writer<'_>, ids: &[Spanned<String>], service: &Service) -> Vec<Block> {
    let mut out = Vec::new();
    let mut shared = Vec::new();
    for id in ids {
        let Some(indicator) = x.manual.model.indicators.get(&id.value) else { continue };
        if indicator.service.as_deref() == Some(&service.base.id) {
            out.push(indicator_group(x, indicator));
        } else {
            shared.push(summary_row(x, indicator));
        }
    }
    if !shared.is_empty() {
        let columns = [(x.w.code, 0), (x.w.indicator, 3), (x.w.dimension, 1), (x.w.target, 2), (x.w.responsible, 2)];
        let mut block = super::front::drop_empty(table(x.w.shared_indicators, TableLook::Words, &columns, shared));
        if let Block::Table(table) = &mut block {
            table.caption_hidden = false;
        }
        out.push(block);
    }
    out
}

fn summary_row(x: &Writer<'_>, indicator: &Indicator) -> Row {
    let base = &indicator.base;
    let code = base.code.as_ref().map_or_else(Vec::new, |c| vec![Inline::Mark { text: c.value.clone() }]);
    let dimensions: Vec<&str> = indicator.dimensions.iter().map(|d| dimension(x, d.value)).collect();
    Row {
        id: None,
        cells: vec![
            code,
            std::iter::once(x.entry(Kind::Indicators, &base.id)).chain(suspended_mark(x, &base.status)).collect(),
            if dimensions.is_empty() { Vec::new() } else { plain(in_a_row(dimensions)) },
            indicator.targets.value().map_or_else(Vec::new, |t| x.targets(t)),
            x.reference(Kind::Roles, &base.owner),
        ],
    }
}

/// What an indicator says it measures of a channel.
fn metrics(x: &Writer<'_>, indicator: &Indicator) -> String {
    let names = &x.lang.words().coverage.metrics;
    let place = |metric| Metric::ALL.iter().position(|(_, m)| *m == metric);
    let said: Vec<&str> = indicator.metrics.iter().filter_map(|m| Some(names[place(m.value)?])).collect();
    in_a_row(said)
}

fn plain_or_none(text: &str) -> Vec<Inline> {
    if text.is_empty() { Vec::new() } else { plain(text) }
}

fn indicator_group(x: &Writer<'_>, indicator: &Indicator) -> Block {
    let mut blocks: Vec<Block> = x.paragraph(&indicator.definition).into_iter().collect();
    let dimensions: Vec<&str> = indicator.dimensions.iter().map(|d| dimension(x, d.value)).collect();
    let direction = indicator.direction.as_ref().map(|d| match d.value {
        Direction::Higher => x.w.higher_is_better,
        Direction::Lower => x.w.lower_is_better,
        Direction::Range => x.w.within_range,
    });
    blocks.extend(facts(
        [
            x.fact(x.w.target, indicator.targets.value().map_or_else(Vec::new, |t| x.targets(t))),
            x.fact(x.w.dimension, if dimensions.is_empty() { Vec::new() } else { plain(in_a_row(dimensions)) }),
            x.fact_of("metric", x.lang.words().coverage.metric, plain_or_none(&metrics(x, indicator))),
            x.fact(x.w.channel, x.references(Kind::Channels, &indicator.channels)),
            x.fact(x.w.segments, x.references(Kind::Segments, &indicator.segments)),
            x.fact(x.w.sites, x.references(Kind::Sites, &indicator.sites)),
            x.fact(
                x.w.formula,
                indicator.formula.as_ref().map_or_else(Vec::new, |f| vec![Inline::Code { text: f.source.to_string() }]),
            ),
            x.fact_text(x.w.unit, &indicator.unit),
            x.fact(x.w.direction, direction.map_or_else(Vec::new, plain)),
            x.fact(x.w.tolerance, x.amount(&indicator.tolerance)),
            x.fact(x.w.frequency, x.recurrence_of(&indicator.frequency)),
            x.fact_text(x.w.window, &indicator.window),
            x.fact_text(x.w.source, &indicator.source),
            x.fact(x.w.objective, x.references(Kind::Objectives, &indicator.objectives)),
            x.fact(x.w.rests_on, partners(x, &indicator.suppliers, &indicator.alliances)),
            x.fact_text(x.w.baseline, &indicator.baseline),
            x.fact(x.w.responsible, x.reference(Kind::Roles, &indicator.base.owner)),
        ]
        .into_iter()
        .chain(super::details::of(x, &indicator.details)),
    ));
    blocks.extend(results(x, indicator));
    group(x, indicator, GroupRole::Indicator, blocks)
}

/// The suppliers and alliances that a result or a promise rests on.
pub fn partners(x: &Writer<'_>, suppliers: &[Spanned<String>], alliances: &[Spanned<String>]) -> Vec<Inline> {
    let lists = [x.references(Kind::Suppliers, suppliers), x.references(Kind::Alliances, alliances)];
    join(lists.into_iter(), ", ")
}

/// The measured value, as a share where it is one.
pub fn measured(result: &PeriodResult, share: bool) -> Option<Quantity> {
    match &result.value {
        ResultValue::Value(quantity) => Some(quantity.clone()),
        ResultValue::Fraction { numerator, denominator } => {
            let ratio = numerator.checked_div(*denominator)?;
            Some(if share {
                Quantity::Percent(Percent::new(ratio.checked_mul(Decimal::ONE_HUNDRED)?.round_dp(1)))
            } else {
                Quantity::Rate(crate::values::Rate::count(ratio.round_dp(2)))
            })
        }
        ResultValue::NotApplicable(_) | ResultValue::Blank | ResultValue::Unreadable => None,
    }
}

/// Whether fractions of this indicator are shares: all are, unless the target counts something else.
pub fn is_share(targets: &[TargetSpec]) -> bool {
    let shares =
        |t: &TargetSpec| matches!(t.target, Target::ShareWithin { .. } | Target::Share(_) | Target::Scores { .. });
    targets.iter().any(shares)
        || !targets.iter().any(|t| match &t.target {
            Target::Maximum(b) | Target::Minimum(b) | Target::Mean(b) => !matches!(b.value, Quantity::Percent(_)),
            Target::Ratio { .. } | Target::Range(_) | Target::Count(_) => true,
            _ => false,
        })
}

/// Whether a result meets every target that can be compared with it; none where no target can.
pub fn met(indicator: &Indicator, result: &PeriodResult) -> Option<bool> {
    let targets = indicator.targets.value()?;
    let value = measured(result, is_share(targets))?;
    let direction = indicator.direction.as_ref().map(|d| match d.value {
        Direction::Higher => crate::values::Direction::Higher,
        Direction::Lower => crate::values::Direction::Lower,
        Direction::Range => crate::values::Direction::Range,
    });
    let mut verdict = None;
    for cases in whole_targets(targets).filter(|cases| cases.iter().all(|t| t.scope.len() == t.cased)) {
        if let Some(met) = judged(cases, result.period.value, |t| t.target.is_met_in(direction, &value)) {
            verdict = Some(verdict.unwrap_or(true) && met);
        }
    }
    verdict
}

fn results(x: &Writer<'_>, indicator: &Indicator) -> Vec<Block> {
    let mut results: Vec<&PeriodResult> = indicator.results.iter().collect();
    results.sort_by_key(|r| r.period.value.start());
    if results.is_empty() {
        return Vec::new();
    }
    // From what to what is told of the periods of which something is known.
    let known = || results.iter().filter(|r| !r.is_blank());
    let ends = known().next().zip(known().next_back());
    let targets = indicator.targets.value().map_or(&[][..], Vec::as_slice);
    let share = is_share(targets);
    let shown = |r: &PeriodResult| -> String {
        match (&r.value, measured(r, share)) {
            (ResultValue::NotApplicable(_), _) => x.w.not_applicable.to_owned(),
            (ResultValue::Blank, _) => x.w.not_measured.to_owned(),
            (_, Some(value)) => format::quantity(x.locale, &value),
            (_, None) => "—".to_owned(),
        }
    };
    let name = indicator.base.title();
    let points: Vec<Point> = results
        .iter()
        .map(|r| Point {
            label_short: initial(&format::period_short(x.locale, r.period.value)),
            value: measured(r, share).and_then(|q| plain_number(&q)),
            value_text: shown(r),
            met: met(indicator, r),
            provisional: r.provisional,
        })
        .collect();
    let met_count = results.iter().filter(|r| met(indicator, r) == Some(true)).count();
    let judged = results.iter().filter(|r| met(indicator, r).is_some()).count();
    let said = ends.map(|(first, last)| {
        let mut said = x.w.results_said.to_owned();
        for (slot, value) in [
            ("{first}", format::period(x.locale, first.period.value)),
            ("{first_value}", shown(first)),
            ("{last}", format::period(x.locale, last.period.value)),
            ("{last_value}", shown(last)),
            ("{met}", met_count.to_string()),
            ("{judged}", judged.to_string()),
        ] {
            said = said.replace(slot, &value);
        }
        said
    });
    let title = format!("{}: {name}", x.w.results);
    let rows = results
        .iter()
        .map(|r| {
            let mut value = plain(shown(r));
            // In a narrow column they take a line of their own, whole.
            let cases = counted(x, r).map(|cases| cases.replace(' ', "\u{a0}"));
            value.extend(cases.map(|cases| Inline::text(format!(" ({cases})"))));
            if r.provisional && !r.is_blank() {
                value.push(Inline::text(format!(" ({})", x.w.provisional)));
            }
            let state = match met(indicator, r) {
                Some(true) => vec![Inline::State { state: State::Met, text: x.w.met.to_owned() }],
                Some(false) => vec![Inline::State { state: State::Missed, text: x.w.missed.to_owned() }],
                None => Vec::new(),
            };
            let reason = match &r.value {
                ResultValue::NotApplicable(reason) => x.text(reason),
                _ => Vec::new(),
            };
            let action = join([reason, x.opt(&r.action), x.opt(&r.note)].into_iter(), ": ");
            Row { id: None, cells: vec![plain(format::period_short(x.locale, r.period.value)), value, state, action] }
        })
        .collect();
    let columns = [(x.w.period, 0), (x.w.result, 0), (x.w.state, 0), (x.w.action, 1)];
    let mut numbers = super::front::drop_empty(table(&title, TableLook::Numbers, &columns, rows));
    align_numbers(&mut numbers);
    if let Block::Table(table) = &mut numbers {
        table.columns.iter_mut().skip(2).for_each(|c| c.align = crate::ir::Align::Start);
    }
    // Where nothing is known yet there is nothing to draw.
    let figure = said.map(|said| {
        let drawing = draw(&Chart {
            id: format!("chart-{}", indicator.base.id),
            title: title.clone(),
            description: said.clone(),
            points,
            target: target_number(targets),
            target_text: target_number(targets).map_or_else(String::new, |n| {
                let number = format::number(x.locale, &Decimal::from_str_exact(&n.to_string()).unwrap_or_default());
                format!("{} {number}", x.w.target_short)
            }),
        });
        Block::Figure(Figure {
            id: None,
            number: None,
            caption: plain(said.clone()),
            source: FigureSource::Drawing { svg: drawing.svg, width: drawing.width, height: drawing.height },
            alt: format!("{title}. {said}"),
        })
    });
    figure.into_iter().chain([numbers]).collect()
}

/// The cases behind a result: «412 de 430».
fn counted(x: &Writer<'_>, result: &PeriodResult) -> Option<String> {
    let (part, all) = match &result.value {
        ResultValue::Fraction { numerator, denominator } => (numerator, denominator),
        _ => result.counted.as_ref().map(|(part, all)| (part, all))?,
    };
    let number = |n: &Decimal| format::number(x.locale, n);
    Some(x.w.counted_of.replace("{part}", &number(part)).replace("{all}", &number(all)))
}

/// The first letter of a month, or the short name of another period.
fn initial(period: &str) -> String {
    if period.chars().next().is_some_and(char::is_alphabetic) && period.chars().count() > 4 {
        period.chars().take(1).flat_map(char::to_uppercase).collect()
    } else {
        period.to_owned()
    }
}

/// A quantity as a bare number, for drawing.
fn plain_number(quantity: &Quantity) -> Option<f64> {
    match quantity {
        Quantity::Percent(p) => to_f64(&p.value),
        Quantity::Duration(d) => to_f64(&d.amount),
        Quantity::Money(m) => to_f64(&m.amount),
        Quantity::Rate(r) => to_f64(&r.amount),
    }
}

/// The one number against which results are drawn, where the targets have one.
fn target_number(targets: &[TargetSpec]) -> Option<f64> {
    let number = |t: &TargetSpec| match &t.target {
        Target::ShareWithin { share, .. } | Target::Share(share) => to_f64(&share.value.value),
        Target::Maximum(b) | Target::Minimum(b) | Target::Mean(b) => plain_number(&b.value),
        Target::Count(b) => to_f64(&b.value.amount),
        _ => None,
    };
    // A line for one case would be read as the line for all.
    whole_targets(targets).find_map(|cases| {
        let first = number(cases.first()?)?;
        cases.iter().all(|case| number(case) == Some(first)).then_some(first)
    })
}

/// The last result in words, and whether it meets the target; none where nothing was measured.
pub fn judged_last(x: &Writer<'_>, indicator: &Indicator) -> Option<(String, Option<bool>)> {
    let result = indicator.last_result()?;
    let share = is_share(indicator.targets.value().map_or(&[][..], Vec::as_slice));
    let value = format::quantity(x.locale, &measured(result, share)?);
    Some((value, met(indicator, result)))
}

/// The last result with its sign.
pub fn last_result(x: &Writer<'_>, indicator: &Indicator) -> Vec<Inline> {
    match judged_last(x, indicator) {
        Some((text, Some(true))) => vec![Inline::State { state: State::Met, text }],
        Some((text, Some(false))) => vec![Inline::State { state: State::Missed, text }],
        Some((text, None)) => plain(text),
        None => Vec::new(),
    }
}

/// The register: one row an indicator, then those that belong to no service, whole.
pub fn register(x: &Writer<'_>) -> Option<Section> {
    let model = &x.manual.model;
    if model.indicators.is_empty() {
        return None;
    }
    let mut out = section(SectionKind::Register, "indicators", x.w.indicator_register);
    out.lead = plain(x.w.indicator_register_lead);
    let mut list: Vec<&Indicator> = model.indicators.iter().collect();
    // Those without a code follow by name.
    format::sort_by_name(x.locale, &mut list, |i| i.base.title());
    list.sort_by(|a, b| {
        let code = |i: &Indicator| i.base.code.as_ref().map(|c| c.value.clone());
        (code(a).is_none(), code(a)).cmp(&(code(b).is_none(), code(b)))
    });
    let rows = list
        .iter()
        .map(|i| {
            let mut row = summary_row(x, i);
            row.cells.insert(4, last_result(x, i));
            row.cells.insert(4, x.recurrence_of(&i.frequency));
            row
        })
        .collect();
    let columns = [
        (x.w.code, 0),
        (x.w.indicator, 3),
        (x.w.dimension, 2),
        (x.w.target, 3),
        (x.w.frequency, 1),
        (x.w.last_result, 1),
        (x.w.responsible, 2),
    ];
    out.blocks.push(super::front::drop_empty(table(x.w.indicator_register, TableLook::Wide, &columns, rows)));
    let general: Vec<&&Indicator> = list.iter().filter(|i| i.service.is_none()).collect();
    if !general.is_empty() {
        out.blocks.push(heading_at(2, "general-indicators", x.w.general_indicators));
        out.blocks.extend(general.into_iter().map(|i| indicator_group(x, i)));
    }
    Some(out)
}

//! Customers: segments, needs, types of customer, surveys and outside sources (D1–D5, C2, C3, I3).

use super::front::{drop_empty, group, section};
use super::writer::{Writer, facts, heading_at, table};
use crate::ir::{
    Block, Fact, Figure, FigureSource, GroupRole, ListStyle, Row, Section, SectionKind, TableLook, plain, text_of,
};
use crate::lang::{fill, format};
use crate::model::customer::{NeedKind, SourceKind, Survey, SurveyResult};
use crate::model::indicator::Dimension;
use crate::parse::kind::Kind;
use crate::parse::reader::Given;
use crate::values::{Decimal, Scale};

pub fn chapter(x: &Writer<'_>) -> Option<Section> {
    let model = &x.manual.model;
    let mut out = section(SectionKind::Chapter, "customers", x.w.customers);
    out.lead = plain(x.w.customers_lead);
    if !model.segments.is_empty() {
        out.blocks.push(heading_at(2, "segments", x.w.segments));
        for segment in &model.segments {
            let value = segment.value.value();
            let mut blocks: Vec<Block> = facts([
                x.fact_text(x.w.criteria, &segment.criteria),
                x.fact_text(x.w.size, &segment.size),
                x.fact_text(x.w.strategy, &segment.strategy),
            ])
            .into_iter()
            .collect();
            if let Given::None { reason, .. } = &segment.value {
                let mut content = plain(format!("{} ", x.w.does_not_apply));
                content.extend(x.text(reason));
                blocks.extend(facts([x.fact(x.w.net_present_value, content)]));
            }
            if let Some(value) = value {
                blocks.extend(facts([
                    x.fact(x.w.acquisition_cost, x.money(&value.acquisition_cost)),
                    x.fact(x.w.yearly_sales, x.money(&value.yearly_sales)),
                    x.fact(x.w.yearly_cost, x.money(&value.yearly_cost)),
                    x.fact(
                        x.w.relation_years,
                        value.years.as_ref().map_or_else(Vec::new, |y| plain(format::number(x.locale, &y.value))),
                    ),
                    x.fact(x.w.discount_rate, x.percent(&value.discount_rate)),
                ]));
                blocks.extend(super::figures::customer_value(x, value));
            }
            out.blocks.push(group(x, segment, GroupRole::Entry, blocks));
        }
    }
    needs(x, &mut out.blocks);
    if !model.customer_types.is_empty() {
        out.blocks.push(heading_at(2, "customer-types", x.w.customer_types));
        for kind in &model.customer_types {
            let mut blocks: Vec<Block> = facts([x.fact_texts(x.w.signs, &kind.signs)]).into_iter().collect();
            blocks.extend(x.list(ListStyle::Included, &kind.treat));
            blocks.extend(x.list(ListStyle::Excluded, &kind.avoid));
            if let Some(say) = &kind.say {
                blocks.push(Block::Script {
                    label: x.w.script.to_owned(),
                    context: Vec::new(),
                    content: x.quoted(say),
                    form: Vec::new(),
                });
            }
            out.blocks.push(group(x, kind, GroupRole::Entry, blocks));
        }
    }
    if !model.surveys.is_empty() {
        out.blocks.push(heading_at(2, "surveys", x.w.surveys));
        for survey in &model.surveys {
            let blocks = survey_blocks(x, survey);
            out.blocks.push(group(x, survey, GroupRole::Entry, blocks));
        }
    }
    sources(x, &mut out.blocks);
    (!out.blocks.is_empty()).then_some(out)
}

fn needs(x: &Writer<'_>, blocks: &mut Vec<Block>) {
    let needs = &x.manual.model.needs;
    if needs.is_empty() {
        return;
    }
    blocks.push(heading_at(2, "needs", x.w.needs));
    blocks.push(Block::Paragraph { content: plain(x.w.needs_lead) });
    for need in needs {
        let kind = need.kind.as_ref().map_or("", |k| match k.value {
            NeedKind::Basic => x.w.need_basic,
            NeedKind::Performance => x.w.need_performance,
            NeedKind::Delight => x.w.need_delight,
        });
        let met = x
            .manual
            .model
            .services
            .iter()
            .filter(|s| s.offering.value().is_some_and(|o| o.needs.iter().any(|n| n.value == need.base.id)));
        let met = super::writer::join(met.map(|s| vec![x.entry(Kind::Services, &s.base.id)]), ", ");
        let mut inner: Vec<Block> = x.paragraph(&need.statement).into_iter().collect();
        inner.extend(facts([
            x.fact(x.w.need_kind, plain(kind).into_iter().filter(|_| !kind.is_empty()).collect()),
            x.fact(x.w.segments, x.references(Kind::Segments, &need.segments)),
            x.fact(x.w.met_by, met),
            x.fact_texts(x.w.strengths, &need.strengths),
            x.fact_texts(x.w.weaknesses, &need.weaknesses),
            x.fact(x.w.source, x.references(Kind::Sources, &need.sources)),
        ]));
        blocks.push(group(x, need, GroupRole::Entry, inner));
    }
}

/// The name of a quality characteristic.
pub fn dimension(x: &Writer<'_>, dimension: Dimension) -> &'static str {
    let place = Dimension::ALL.iter().position(|(_, d)| *d == dimension).unwrap_or(0);
    x.w.dimensions[place]
}

fn survey_blocks(x: &Writer<'_>, survey: &Survey) -> Vec<Block> {
    let mut blocks: Vec<Block> = facts(
        [
            x.fact_text(x.w.method, &survey.method),
            x.fact(
                x.w.scale,
                survey.scale.as_ref().map_or_else(Vec::new, |s| plain(format::scale(x.locale, &s.value))),
            ),
            x.fact(x.w.frequency, x.recurrence_of(&survey.frequency)),
            x.fact_text(x.w.sample, &survey.sample),
            x.fact_text(x.w.instrument, &survey.instrument),
            x.fact(x.w.responsible, x.reference(Kind::Roles, &survey.base.owner)),
        ]
        .into_iter()
        .chain(super::details::of(x, &survey.details)),
    )
    .into_iter()
    .collect();
    if !survey.questions.is_empty() {
        let rows = survey
            .questions
            .iter()
            .map(|q| Row {
                id: Some(format!("question-{}", q.id.value)),
                cells: vec![
                    x.opt(&q.ask),
                    q.dimension.as_ref().map_or_else(Vec::new, |d| plain(dimension(x, d.value))),
                    q.moment.as_ref().map_or_else(Vec::new, |m| plain(super::messages::moment_word(x, m.value))),
                ],
            })
            .collect();
        let columns = [(x.w.question, 4), (x.w.dimension, 1), (x.w.moment, 1)];
        blocks.push(drop_empty(table(x.w.questions, TableLook::Words, &columns, rows)));
    }
    // Perceived quality = actual − expected (S2): both sides and the gap, for the latest period.
    let told = survey.results.iter().filter(|r| !r.dimensions.is_empty());
    if let Some(result) = told.max_by_key(|r| r.period.value.start()) {
        let period = format::period(x.locale, result.period.value);
        let number = |n: &Option<Decimal>| n.as_ref().map_or_else(String::new, |n| format::number(x.locale, n));
        let rows: Vec<Row> = result
            .dimensions
            .iter()
            .map(|(d, expected, perceived)| {
                let gap = expected.zip(*perceived).map(|(e, p)| signed(x, p - e)).unwrap_or_default();
                let cells =
                    vec![plain(dimension(x, *d)), plain(number(expected)), plain(number(perceived)), plain(gap)];
                Row { id: None, cells }
            })
            .collect();
        if !rows.is_empty() {
            let asked = result.sample.as_ref();
            let asked = asked.map(|s| format!(" ({}: {})", x.w.sample.to_lowercase(), text_of(&x.text(s))));
            let caption = format!("{}: {period}{}", x.w.quality_gap, asked.unwrap_or_default());
            if let Some(figure) = gap_figure(x, survey, result, &caption) {
                blocks.push(Block::Figure(figure));
            }
            let columns = [(x.w.dimension, 2), (x.w.expected, 1), (x.w.perceived, 1), (x.w.gap, 1)];
            let mut block = table(&caption, TableLook::Numbers, &columns, rows);
            if let Block::Table(table) = &mut block {
                table.caption_hidden = false;
                table.columns.iter_mut().skip(1).for_each(|c| c.align = crate::ir::Align::End);
            }
            blocks.push(block);
            blocks.extend(most_wanting(x, result));
            blocks.extend(gap_over_time(x, survey));
        }
    }
    blocks
}

/// In which characteristic most is wanting, and how much: what a reader of the table would look for.
fn most_wanting(x: &Writer<'_>, result: &SurveyResult) -> Option<Block> {
    let gaps = result.dimensions.iter().filter_map(|(d, expected, perceived)| Some((*d, (*perceived)? - (*expected)?)));
    let gaps: Vec<(Dimension, Decimal)> = gaps.collect();
    let least = gaps.iter().map(|(_, gap)| *gap).min()?;
    let content = match least.is_sign_negative() && !least.is_zero() {
        true => {
            let which = gaps.iter().filter(|(_, gap)| *gap == least);
            let names: Vec<String> = which.map(|(d, _)| dimension(x, *d).to_lowercase()).collect();
            fill(x.w.quality_gap_most, &[("what", format::list(x.locale, &names)), ("gap", signed(x, least))])
        }
        false => x.w.quality_gap_none.to_owned(),
    };
    Some(Block::Paragraph { content: plain(content) })
}

/// Up to so many periods stand beside each other: a year of quarters and the same quarter before.
const PERIODS: usize = 5;

/// The gap of each characteristic in the latest periods, the oldest first; none of a survey with one period.
fn gap_over_time(x: &Writer<'_>, survey: &Survey) -> Option<Block> {
    let mut results: Vec<&SurveyResult> = survey.results.iter().filter(|r| !r.dimensions.is_empty()).collect();
    results.sort_by_key(|r| r.period.value.start());
    results.drain(..results.len().saturating_sub(PERIODS));
    if results.len() < 2 {
        return None;
    }
    let row = |d: Dimension| {
        let gap = |result: &&SurveyResult| {
            let of = result.dimensions.iter().find(|(other, ..)| *other == d);
            let gap = of.and_then(|(_, expected, perceived)| Some((*perceived)? - (*expected)?));
            plain(gap.map(|gap| signed(x, gap)).unwrap_or_default())
        };
        Row { id: None, cells: std::iter::once(plain(dimension(x, d))).chain(results.iter().map(gap)).collect() }
    };
    // What only an earlier period measured stands there too.
    let measured = |d: &Dimension| results.iter().any(|r| r.dimensions.iter().any(|(other, ..)| other == d));
    let mut rows: Vec<Row> = Dimension::ALL.into_iter().map(|(_, d)| d).filter(measured).map(row).collect();
    if results.iter().any(|r| r.sample.is_some()) {
        let samples = results.iter().map(|r| x.opt(&r.sample));
        rows.push(Row { id: None, cells: std::iter::once(plain(x.w.sample)).chain(samples).collect() });
    }
    let periods: Vec<String> = results.iter().map(|r| format::period_short(x.locale, r.period.value)).collect();
    let columns: Vec<(&str, u8)> =
        std::iter::once((x.w.dimension, 2)).chain(periods.iter().map(|period| (period.as_str(), 1))).collect();
    let mut block = table(x.w.quality_gap_periods, TableLook::Numbers, &columns, rows);
    if let Block::Table(table) = &mut block {
        table.caption_hidden = false;
    }
    super::services::align_numbers(&mut block);
    Some(block)
}

/// A difference with its sign; the true minus is a character of its own.
pub fn signed(x: &Writer<'_>, value: Decimal) -> String {
    let digits = format::number(x.locale, &value.abs());
    if value.is_zero() {
        digits
    } else if value.is_sign_negative() {
        format!("−{digits}")
    } else {
        format!("+{digits}")
    }
}

fn gap_figure(x: &Writer<'_>, survey: &Survey, result: &SurveyResult, caption: &str) -> Option<Figure> {
    let (low, high) = match survey.scale.as_ref().map(|s| &s.value) {
        Some(Scale::Range(low, high)) => (to_f64(low)?, to_f64(high)?),
        _ => return None,
    };
    let rows = result
        .dimensions
        .iter()
        .filter_map(|(d, expected, perceived)| {
            let (expected, perceived) = (expected.as_ref()?, perceived.as_ref()?);
            Some(crate::diagram::gap::GapRow {
                label: dimension(x, *d).to_owned(),
                expected: to_f64(expected),
                perceived: to_f64(perceived),
                gap_text: signed(x, perceived - expected),
                ..Default::default()
            })
        })
        .collect();
    let drawing = crate::diagram::gap::draw(&crate::diagram::gap::Gap {
        id: format!("gap-{}", survey.base.id),
        title: caption.to_owned(),
        description: x.w.quality_gap_text.to_owned(),
        rows,
        scale: (low, high),
        expected: x.w.expected.to_owned(),
        reached: x.w.gap_reached.to_owned(),
        short: x.w.gap_short.to_owned(),
    });
    Some(Figure {
        id: None,
        number: None,
        caption: plain(x.w.quality_gap_text),
        source: FigureSource::Drawing { svg: drawing.svg, width: drawing.width, height: drawing.height },
        alt: caption.to_owned(),
    })
}

/// For drawing only: never for a comparison.
pub fn to_f64(value: &Decimal) -> Option<f64> {
    value.to_string().parse().ok()
}

fn sources(x: &Writer<'_>, blocks: &mut Vec<Block>) {
    let sources = &x.manual.model.sources;
    if sources.is_empty() {
        return;
    }
    blocks.push(heading_at(2, "sources", x.w.sources));
    for source in sources {
        let kind = source.kind.as_ref().map(|k| match k.value {
            SourceKind::Survey => x.w.source_survey,
            SourceKind::Interview => x.w.source_interview,
            SourceKind::Statistic => x.w.source_statistic,
            SourceKind::Document => x.w.source_document,
        });
        let mut inner: Vec<Block> = x.paragraph(&source.summary).into_iter().collect();
        let items: [Option<Fact>; 5] = [
            x.fact(x.w.source_kind, kind.map_or_else(Vec::new, plain)),
            x.fact_text(x.w.from, &source.from),
            x.fact(x.w.date, x.date_of(&source.date)),
            x.fact_text(x.w.kept_by, &source.kept_by),
            x.fact_text(x.w.address, &source.address),
        ];
        inner.extend(facts(items));
        blocks.push(group(x, source, GroupRole::Entry, inner));
    }
}

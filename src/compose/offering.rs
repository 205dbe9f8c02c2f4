//! The offering (A2) with its price, and the cost (A9).

use super::address;
use super::front::drop_empty;
use super::messages::suspended;
use super::services::{align_numbers, point_anchor};
use super::writer::{Writer, facts, heading_at, join, table};
use crate::ir::{Block, GroupRole, Inline, ListStyle, Row, Step, TableLook, plain};
use crate::lang::format;
use crate::model::offering::{Amount, Bracket, Offering, Part, Price, PriceItem};
use crate::model::service::{Cost, Service};
use crate::parse::kind::Kind;
use crate::parse::reader::{Given, Variant};
use crate::values::Quantity;

pub fn blocks(x: &Writer<'_>, offering: &Offering, service: &Service) -> Vec<Block> {
    // The summary is the lead of the page; a point that says nothing else repeats it.
    let mut blocks = body(x, offering, service);
    let parts = format!("service-{}-part-", service.base.id);
    let ids = address::items(&parts, offering.parts.iter().map(|part| &part.id));
    for (part, id) in offering.parts.iter().zip(ids) {
        blocks.push(part_group(x, part, id, service));
    }
    if blocks.is_empty() {
        blocks.extend(x.paragraph(&offering.summary));
    }
    blocks
}

fn body(x: &Writer<'_>, offering: &Offering, service: &Service) -> Vec<Block> {
    let mut blocks: Vec<Block> = facts([
        x.fact(x.w.for_whom, x.references(Kind::Segments, &offering.segments)),
        x.fact_texts(x.w.beneficiaries, &offering.beneficiaries),
        x.fact(x.w.needs_met, x.references(Kind::Needs, &offering.needs)),
        x.fact(x.w.channels, x.references(Kind::Channels, &offering.channels)),
        x.fact(x.w.sites, x.references(Kind::Sites, &offering.sites)),
        x.fact(x.w.hours, x.hours(&offering.hours)),
    ])
    .into_iter()
    .collect();
    let point = point_anchor(&service.base.id, 2);
    let mut titled = |key: &str, title: &str, block: Option<Block>| {
        if let Some(block) = block {
            blocks.push(heading_at(3, &format!("{point}.{key}"), title));
            blocks.push(block);
        }
    };
    titled("includes", x.w.includes, x.list(ListStyle::Included, &offering.includes));
    let excludes = match &offering.excludes {
        Given::Some { value, .. } => x.list(ListStyle::Excluded, value),
        Given::None { reason, .. } => {
            let mut content = plain(format!("{} ", x.w.nothing));
            content.extend(x.text(reason));
            Some(Block::Paragraph { content })
        }
        Given::Missing => None,
    };
    titled("excludes", x.w.excludes, excludes);
    let requirements: Vec<Vec<Block>> = offering
        .requirements
        .iter()
        .map(|r| {
            let mut content = x.text(&r.text);
            if let Some(evidence) = &r.evidence {
                content.push(Inline::text(format!(" ({} ", x.w.shown_by)));
                content.extend(x.text(evidence));
                content.push(Inline::text(")"));
            }
            vec![Block::Paragraph { content }]
        })
        .collect();
    titled(
        "requirements",
        x.w.requirements,
        (!requirements.is_empty()).then_some(Block::list(ListStyle::Included, requirements)),
    );
    let request: Vec<Vec<Block>> = offering
        .request
        .iter()
        .map(|r| {
            let mut content = x.reference(Kind::Channels, &r.channel);
            if r.exceptional {
                content.push(Inline::text(format!(" ({})", x.w.exceptionally)));
            }
            if let Some(conditions) = &r.conditions {
                content.push(Inline::text(": "));
                content.extend(x.text(conditions));
            }
            vec![Block::Paragraph { content }]
        })
        .collect();
    titled("request", x.w.how_to_apply, (!request.is_empty()).then_some(Block::list(ListStyle::Bullets, request)));
    let steps: Vec<Step> = offering
        .steps
        .iter()
        .map(|s| Step {
            id: Some(address::step(x.manual, service, s)),
            content: x.opt(&s.does),
            who: join([x.reference(Kind::Roles, &s.role), x.reference(Kind::Channels, &s.channel)].into_iter(), ", "),
            when: x.duration(&s.within),
        })
        .collect();
    titled("steps", x.w.steps, (!steps.is_empty()).then_some(Block::Steps { items: steps }));
    titled("rights", x.w.rights, x.list(ListStyle::Bullets, &offering.rights));
    titled("suspension", x.w.suspension, x.list(ListStyle::Bullets, &offering.suspension));
    if let Some(price) = &offering.price {
        blocks.push(heading_at(3, &format!("{point}.price"), x.w.price));
        blocks.extend(price_blocks(x, price));
    }
    blocks
}

fn part_group(x: &Writer<'_>, part: &Part, id: Option<String>, service: &Service) -> Block {
    let mut blocks: Vec<Block> = suspended(x, &part.status).into_iter().collect();
    blocks.extend(x.paragraph(&part.offering.summary));
    blocks.extend(facts([x.fact(x.w.within, x.duration(&part.within)), x.fact_text(x.w.note, &part.note)]));
    // A heading inside a part would stand at the level of its own title: labels take its place.
    for block in body(x, &part.offering, service) {
        blocks.push(match block {
            Block::Heading { title, .. } => Block::Paragraph { content: vec![Inline::Strong { content: title }] },
            other => other,
        });
    }
    Block::Group { role: GroupRole::Entry, id, code: None, title: x.opt(&part.name), blocks }
}

fn amount(x: &Writer<'_>, amount: &Amount) -> Vec<Inline> {
    match amount {
        Amount::Free => vec![Inline::Value { text: x.w.free.to_owned() }],
        Amount::Quantity(quantity) => vec![x.quantity(quantity)],
    }
}

fn amounts(x: &Writer<'_>, variant: &Option<Variant<Amount>>) -> Vec<Inline> {
    let Some(variant) = variant else { return Vec::new() };
    x.by_case(variant, |value| amount(x, value))
}

fn price_blocks(x: &Writer<'_>, price: &Price) -> Vec<Block> {
    let items = match price {
        Price::Free { reason, .. } => {
            let mut content = vec![Inline::Value { text: x.w.free.to_owned() }];
            if let Some(reason) = reason {
                content.push(Inline::text(": "));
                content.extend(x.text(reason));
            }
            return vec![Block::Paragraph { content }];
        }
        Price::Items(items) => items,
    };
    let mut out = Vec::new();
    let (simple, rich): (Vec<&PriceItem>, Vec<&PriceItem>) =
        items.iter().partition(|i| i.brackets.is_empty() && i.table.is_none());
    if !simple.is_empty() {
        let rows = simple
            .iter()
            .map(|i| {
                let name = if i.name.is_some() { x.opt(&i.name) } else { plain(x.w.price) };
                let detail = join([on(x, i), x.texts(&i.conditions), x.opt(&i.note), laws(x, i)].into_iter(), "; ");
                let amount = join([amounts(x, &i.amount), per(x, i)].into_iter(), " ");
                Row { id: None, cells: vec![name, amount, bounds(x, i), detail] }
            })
            .collect();
        let columns = [(x.w.concept, 2), (x.w.amount, 2), (x.w.bounds, 1), (x.w.conditions, 3)];
        out.push(drop_empty(table(x.w.price, TableLook::Words, &columns, rows)));
    }
    for item in rich {
        out.extend(price_item(x, item));
    }
    out
}

fn per(x: &Writer<'_>, item: &PriceItem) -> Vec<Inline> {
    item.per.as_ref().map_or_else(Vec::new, |per| {
        let mut run = plain(format!("{} ", x.w.per));
        run.extend(x.text(per));
        run
    })
}

/// «Se calcula sobre: importe del crédito».
fn on(x: &Writer<'_>, item: &PriceItem) -> Vec<Inline> {
    item.on.as_ref().map_or_else(Vec::new, |on| [plain(format!("{}: ", x.w.price_on)), x.text(on)].concat())
}

fn laws(x: &Writer<'_>, item: &PriceItem) -> Vec<Inline> {
    x.references(Kind::Laws, &item.laws)
}

fn bounds(x: &Writer<'_>, item: &PriceItem) -> Vec<Inline> {
    let labelled = |label: &str, run: Vec<Inline>| {
        if run.is_empty() {
            return run;
        }
        let mut out = plain(format!("{label} "));
        out.extend(run);
        out
    };
    join(
        [labelled(x.w.minimum_price, x.amount(&item.minimum)), labelled(x.w.maximum_price, x.amount(&item.maximum))]
            .into_iter(),
        "; ",
    )
}

fn price_item(x: &Writer<'_>, item: &PriceItem) -> Vec<Block> {
    let mut out = Vec::new();
    let name = item.name.as_ref().map_or_else(|| x.w.price.to_owned(), crate::parse::prose::Text::plain);
    if !item.brackets.is_empty() {
        let rows = item
            .brackets
            .iter()
            .map(|b| Row {
                id: None,
                cells: vec![
                    plain(bracket(x, b)),
                    b.amount.as_ref().map_or_else(Vec::new, |a| plain(crate::ir::text_of(&amount(x, &a.value)))),
                    b.cap.as_ref().map_or_else(Vec::new, |c| plain(format::quantity(x.locale, &c.value))),
                ],
            })
            .collect();
        let on = item.on.as_ref().map_or_else(|| x.w.bracket.to_owned(), |t| super::writer::capital(&t.plain()));
        let shares = item.brackets.iter().filter_map(|b| b.amount.as_ref()).all(|a| is_share(&a.value));
        let value = if shares { x.w.rate } else { x.w.amount };
        let columns = [(on.as_str(), 2), (value, 1), (x.w.cap, 1)];
        let mut block = drop_empty(table(&name, TableLook::Numbers, &columns, rows));
        align_numbers(&mut block);
        show_caption(&mut block);
        out.push(block);
    }
    if let Some(prices) = &item.table {
        let titles: Vec<String> =
            prices.by.iter().chain(&prices.values).map(|t| super::writer::capital(&t.plain())).collect();
        let columns: Vec<(&str, u8)> = titles.iter().map(|t| (t.as_str(), 1)).collect();
        let rows = prices
            .rows
            .iter()
            .map(|cells| {
                let mut cells: Vec<Vec<Inline>> = cells.iter().map(|c| cell(x, c)).collect();
                cells.resize(columns.len(), Vec::new());
                Row { id: None, cells }
            })
            .collect();
        let mut block = table(&name, TableLook::Numbers, &columns, rows);
        show_caption(&mut block);
        out.push(block);
    }
    // Over brackets it is the title of their column.
    let on = item.on.as_ref().filter(|_| item.brackets.is_empty());
    out.extend(facts([
        x.fact(x.w.price_on, on.map_or_else(Vec::new, |on| x.text(on))),
        match item.amount {
            Some(_) => x.fact(x.w.amount, join([amounts(x, &item.amount), per(x, item)].into_iter(), " ")),
            None => x.fact_text(x.w.each, &item.per),
        },
        x.fact(x.w.minimum_price_label, x.amount(&item.minimum)),
        x.fact(x.w.maximum_price_label, x.amount(&item.maximum)),
        x.fact_texts(x.w.conditions, &item.conditions),
        x.fact(x.w.legal_basis, laws(x, item)),
        x.fact_text(x.w.note, &item.note),
    ]));
    out
}

/// Whether the amount is a percentage, with or without a period: a rate rather than money.
fn is_share(amount: &Amount) -> bool {
    matches!(amount, Amount::Quantity(Quantity::Percent(_)))
}

fn show_caption(block: &mut Block) {
    if let Block::Table(table) = block {
        table.caption_hidden = false;
    }
}

/// A cell of a price table: a quantity where it is one.
fn cell(x: &Writer<'_>, text: &crate::parse::prose::Text) -> Vec<Inline> {
    match Quantity::parse(text.source.trim()) {
        Ok(quantity) if text.source.chars().any(|c| c.is_ascii_digit()) => {
            vec![Inline::Value { text: format::quantity(x.locale, &quantity) }]
        }
        _ => x.text(text),
    }
}

/// «de S/ 300 a S/ 3 000», «más de S/ 3 000», «hasta S/ 500».
fn bracket(x: &Writer<'_>, bracket: &Bracket) -> String {
    let said = |q: &Option<crate::span::Spanned<Quantity>>| q.as_ref().map(|q| format::quantity(x.locale, &q.value));
    let low = said(&bracket.low);
    let high = said(&bracket.high);
    let fill = |text: &str, low: &str, high: &str| text.replace("{low}", low).replace("{high}", high);
    match (low, high) {
        (Some(low), Some(high)) => {
            let text = match (bracket.low_included, bracket.high_included) {
                (true, true) => x.w.from_to,
                (false, true) => x.w.above_to,
                (true, false) => x.w.from_below,
                (false, false) => x.w.above_below,
            };
            fill(text, &low, &high)
        }
        (Some(low), None) => fill(if bracket.low_included { x.w.from_on } else { x.w.more_than }, &low, ""),
        (None, Some(high)) => fill(if bracket.high_included { x.w.up_to_amount } else { x.w.less_than }, "", &high),
        (None, None) => x.w.any_amount.to_owned(),
    }
}

pub fn cost(x: &Writer<'_>, cost: &Cost) -> Vec<Block> {
    let mut out = Vec::new();
    if !cost.items.is_empty() {
        let rows = cost
            .items
            .iter()
            .map(|i| Row {
                id: None,
                cells: vec![
                    x.opt(&i.name),
                    i.amount.as_ref().map_or_else(Vec::new, |a| plain(format::money(x.locale, &a.value))),
                    i.per.as_ref().map_or_else(Vec::new, |p| plain(per_word(x, &p.value))),
                    i.fixed.as_ref().map_or_else(Vec::new, |f| plain(if f.value { x.w.fixed } else { x.w.variable })),
                ],
            })
            .collect();
        let columns = [(x.w.concept, 3), (x.w.amount, 1), (x.w.each, 1), (x.w.cost_kind, 1)];
        let mut block = drop_empty(table(x.w.points[8], TableLook::Numbers, &columns, rows));
        if let Block::Table(table) = &mut block
            && let Some(column) = table.columns.get_mut(1)
        {
            column.align = crate::ir::Align::End;
        }
        out.push(block);
    }
    let money = |m: &Option<crate::span::Spanned<crate::values::Money>>| {
        m.as_ref().map_or_else(Vec::new, |m| vec![Inline::Value { text: format::money(x.locale, &m.value) }])
    };
    let percent = |p: &Option<crate::span::Spanned<crate::values::Percent>>| {
        p.as_ref().map_or_else(Vec::new, |p| vec![Inline::Value { text: format::percent(x.locale, &p.value) }])
    };
    out.extend(facts([
        x.fact(x.w.unit_cost, money(&cost.unit_cost)),
        x.fact(x.w.price, money(&cost.price)),
        x.fact(x.w.price_covers, percent(&cost.price_covers)),
        x.fact(x.w.margin, percent(&cost.margin)),
        x.fact_text(x.w.note, &cost.note),
    ]));
    out
}

/// A period or unit of cost in the reader's language; an author's own word stays.
pub fn per_word(x: &Writer<'_>, word: &str) -> String {
    let one = crate::values::Rate { amount: 1.into(), unit: None, per: vec![word.to_owned()] };
    let text = format::rate(x.locale, &one);
    text.split_once(' ').map_or_else(|| word.to_owned(), |(_, rest)| rest.to_owned())
}

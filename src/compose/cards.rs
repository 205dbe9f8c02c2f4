//! Counter cards: for each moment of truth a card to print (say, do, within, escalate, make good) with a code that leads to the
//! moment in the published manual.
//!
//! A card is small, so that it holds the beginning of what is long: six things to do, and of each text its first words. The
//! code and the manual hold the rest. A text on a card has no links: paper has none.

use super::front::section;
use super::my_manual::{Meets, message_at, redress};
use super::services::{family_key, family_name, to};
use super::writer::{Writer, capital, join};
use crate::diagram::code::{Code, draw};
use crate::ir::{
    Block, Card, CardPart, CardRole, Figure, FigureSource, Inline, ListStyle, Manual, Section, SectionKind, plain,
    text_of,
};
use crate::model::base::Status;
use crate::model::message::Message;
use crate::model::service::{CycleMoment, Service};
use crate::parse::kind::Kind;
use crate::parse::prose::Text;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

/// So many cards are one page. More are a page for each family, and of a large family several: the cards of three hundred services
/// on one page would weigh nine megabytes.
const A_PAGE: usize = 48;
/// Things to do on a card.
const THINGS: usize = 6;
/// Characters of a thing to do, of the words to say, and of anything else on a card.
const THING: usize = 130;
const WORDS: usize = 300;
const OTHER: usize = 170;

pub fn chapter(x: &Writer<'_>) -> Option<Section> {
    let mut items: Vec<(Option<&str>, Card)> = Vec::new();
    for service in x.manual.model.services.iter().filter(|s| !matches!(s.base.status, Status::Retired { .. })) {
        let mut taken: Vec<&Message> = Vec::new();
        for (moment, number) in service.cycle.iter().zip(1..).filter(|(m, _)| m.of_truth) {
            let meets = Meets { service, moment, number };
            let message = moment.say.is_none().then(|| message_at(&meets, &taken)).flatten();
            taken.extend(message);
            items.push((service.family.as_ref().map(|family| family.value.as_str()), card(x, &meets, message)));
        }
    }
    if items.is_empty() {
        return None;
    }
    let mut out = section(SectionKind::Chapter, "cards", x.w.cards);
    out.lead = plain(x.w.cards_lead);
    if items.len() <= A_PAGE {
        out.blocks.push(Block::Cards { items: items.into_iter().map(|(_, card)| card).collect() });
        return Some(out);
    }
    let mut families: Vec<(Option<&str>, Vec<Card>)> = Vec::new();
    let key = |family: Option<&str>| family.map(family_key);
    for (family, card) in items {
        match families.iter_mut().find(|(of, _)| key(*of) == key(family)) {
            Some((_, cards)) => cards.push(card),
            None => families.push((family, vec![card])),
        }
    }
    let mut list = Vec::new();
    for (family, cards) in &families {
        let name = family.map_or_else(|| x.w.cards.to_owned(), |family| family_name(x, family));
        for (cards, part) in cards.chunks(A_PAGE).zip(1..) {
            let page = page(*family, &name, part, cards);
            list.push(vec![Block::Paragraph { content: entry(&page, cards) }]);
            out.sections.push(page);
        }
    }
    out.blocks.push(Block::plain_list(ListStyle::Bullets, list));
    Some(out)
}

/// The cards of a family, or a part of them. An id has no point, so that no family has the address of another's part.
fn page(family: Option<&str>, name: &str, part: usize, cards: &[Card]) -> Section {
    let family = family.map_or_else(|| "0".to_owned(), family_key);
    let (id, title) = match part {
        1 => (format!("cards.{family}"), name.to_owned()),
        _ => (format!("cards.{family}.{part}"), format!("{name} · {part}")),
    };
    let mut out = section(SectionKind::Chapter, &id, &title);
    out.blocks.push(Block::Cards { items: cards.to_vec() });
    out
}

/// «Crédito · 2: Microcrédito – Crédito agrícola».
fn entry(page: &Section, cards: &[Card]) -> Vec<Inline> {
    let mut run = vec![Inline::Ref { to: page.id.clone(), content: plain(page.title.as_str()) }];
    if let [first, .., last] = cards {
        let names =
            if first.over == last.over { first.over.clone() } else { format!("{} – {}", first.over, last.over) };
        run.push(Inline::text(format!(": {names}")));
    }
    run
}

fn card(x: &Writer<'_>, meets: &Meets<'_>, message: Option<&Message>) -> Card {
    let (service, moment) = (meets.service, meets.moment);
    let to_moment = super::address::moment(x.manual, service, meets.number);
    let name = moment.name.as_ref().map_or_else(|| plain(x.w.moment), |name| bare(x.title(name)));
    let say = moment.say.as_ref().or(message.and_then(|m| m.say.as_ref()));
    let say = say.map_or_else(Vec::new, |say| vec![short(bare(x.quoted(say)), WORDS)]);
    let parts = [
        (CardRole::Say, x.w.script, say),
        (CardRole::Do, x.w.card_do, things(x, moment)),
        (CardRole::Within, x.w.card_within, within(x, moment)),
        (CardRole::Escalate, x.w.escalate_to, escalate(x, service, moment)),
        (CardRole::MakeGood, x.w.card_make_good, make_good(x, service, moment)),
    ];
    let parts = parts.into_iter().filter(|(_, _, lines)| !lines.is_empty());
    Card {
        id: format!("card-{}", to_moment.strip_prefix("service-").unwrap_or(&to_moment)),
        code: service.base.code.as_ref().map(|c| c.value.clone()),
        over: service.short_name.as_ref().map_or_else(|| service.base.title(), Text::plain),
        title: vec![Inline::Ref { to: to_moment, content: short(name, THING) }],
        parts: parts.map(|(role, label, lines)| CardPart { role, label: label.to_owned(), lines }).collect(),
        scan: None,
    }
}

fn things(x: &Writer<'_>, moment: &CycleMoment) -> Vec<Vec<Inline>> {
    let list: Vec<Vec<Inline>> = if moment.requirements.is_empty() {
        moment.does.iter().map(|does| short(bare(x.text(does)), WORDS)).collect()
    } else {
        moment.requirements.iter().map(|text| short(bare(x.title(text)), THING)).collect()
    };
    let more = list.len() > THINGS;
    let kept = if more { THINGS - 1 } else { THINGS };
    let rest = more.then(|| vec![Inline::Emph { content: plain(x.w.card_more) }]);
    list.into_iter().take(kept).chain(rest).collect()
}

/// «5 minutos desde que el cajero termina de contar».
fn within(x: &Writer<'_>, moment: &CycleMoment) -> Vec<Vec<Inline>> {
    let commitment = moment.commitment.as_ref().and_then(|id| x.manual.model.commitments.get(&id.value));
    let Some(commitment) = commitment.filter(|c| c.base.is_active()) else { return Vec::new() };
    let Some(within) = &commitment.within else { return Vec::new() };
    let mut run = x.main_case(within);
    if let Some(starts) = commitment.clock.as_ref().and_then(|c| c.starts.as_ref()) {
        run.push(Inline::text(format!(" {} ", x.w.counted_from)));
        run.extend(short(bare(x.text(starts)), OTHER));
    }
    vec![run]
}

/// To whom the case goes: as the service says, without the role itself; else to whom the role turns.
fn escalate(x: &Writer<'_>, service: &Service, moment: &CycleMoment) -> Vec<Vec<Inline>> {
    let own = moment.role.as_ref().map(|r| r.value.as_str());
    let others = service.escalation.iter().filter(|s| s.to.is_none() || s.to.as_ref().map(|t| t.value.as_str()) != own);
    let lines: Vec<Vec<Inline>> = others
        .take(2)
        .map(|step| {
            let mut run = vec![Inline::Strong { content: bare(to(x, step)) }];
            if let Some(when) = &step.when {
                run.push(Inline::text(" "));
                run.extend(short(bare(x.text(when)), OTHER));
            }
            run
        })
        .collect();
    if !lines.is_empty() {
        return lines;
    }
    let role = own.and_then(|id| x.manual.model.roles.get(id));
    let to = role.map_or_else(Vec::new, |r| bare(x.reference(Kind::Roles, &r.escalates_to)));
    if to.is_empty() { Vec::new() } else { vec![vec![Inline::Strong { content: to }]] }
}

fn make_good(x: &Writer<'_>, service: &Service, moment: &CycleMoment) -> Vec<Vec<Inline>> {
    let commitment = moment.commitment.as_ref().and_then(|id| x.manual.model.commitments.get(&id.value));
    let Some(commitment) = commitment.filter(|c| c.base.is_active()) else { return Vec::new() };
    let Some(redress) = redress(service, commitment) else { return Vec::new() };
    let mut by = x.duration(&redress.by);
    if !by.is_empty() {
        by.insert(0, Inline::text(format!("{} ", x.w.in_time)));
    }
    let gives = redress.gives.as_ref().map_or_else(Vec::new, |g| short(bare(x.title(g)), OTHER));
    let run = join([gives, bare(by)].into_iter(), ", ");
    if run.is_empty() { Vec::new() } else { vec![run] }
}

/// A run without what paper cannot follow: links, notes and pictures.
pub fn bare(run: Vec<Inline>) -> Vec<Inline> {
    let mut out = Vec::with_capacity(run.len());
    for inline in run {
        match inline {
            Inline::Ref { content, .. } | Inline::Link { content, .. } | Inline::Lang { content, .. } => {
                out.extend(bare(content));
            }
            Inline::Strong { content } => out.push(Inline::Strong { content: bare(content) }),
            Inline::Emph { content } => out.push(Inline::Emph { content: bare(content) }),
            Inline::Strike { content } => out.push(Inline::Strike { content: bare(content) }),
            Inline::Break => out.push(Inline::text(" ")),
            Inline::Picture { alt, .. } => out.push(Inline::text(alt)),
            Inline::Note { .. } | Inline::Task { .. } => {}
            kept => out.push(kept),
        }
    }
    out
}

/// The run, or its first words where it is longer than `room` characters.
pub fn short(run: Vec<Inline>, room: usize) -> Vec<Inline> {
    let text = text_of(&run);
    if text.chars().count() <= room {
        return run;
    }
    let head: String = text.chars().take(room).collect();
    // A whole sentence is better than half of the next.
    let sentence = head.rfind(['.', '!', '?']).map(|at| &head[..=at]).filter(|s| s.chars().count() * 2 > room);
    let words = || head.rfind(' ').map_or(head.as_str(), |at| &head[..at]);
    let cut = sentence.map_or_else(|| format!("{}…", words().trim_end_matches([',', ';', ':'])), str::to_owned);
    // What was quoted stays quoted.
    let close = text.chars().next().and_then(|open| match open {
        '«' => Some('»'),
        '“' => Some('”'),
        _ => None,
    });
    match close.filter(|close| !cut.ends_with(*close)) {
        Some(close) => plain(format!("{cut}{close}")),
        None => plain(cut),
    }
}

/// An address in the letters that every reader of codes knows: any other by its bytes.
fn plain_address(address: &str) -> String {
    address.bytes().fold(String::with_capacity(address.len()), |mut out, byte| {
        match byte {
            0x21..=0x7e => out.push(char::from(byte)),
            _ => out.push_str(&format!("%{byte:02X}")),
        }
        out
    })
}

/// What stands as it is in a query (RFC 3986, unreserved).
const UNRESERVED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'.').remove(b'-').remove(b'_').remove(b'~');

/// Gives each card the code that leads to its moment, if the manual says where it is published.
pub fn add_codes(x: &Writer<'_>, manual: &mut Manual) {
    let Some(base) = manual.control.address.clone() else { return };
    let places = manual.places();
    // The chapter, or its pages where it has some.
    let blocks = manual.sections.iter_mut().flat_map(|chapter| {
        std::iter::once(&mut chapter.blocks).chain(chapter.sections.iter_mut().map(|page| &mut page.blocks))
    });
    for blocks in blocks {
        let cards = blocks.iter_mut().filter_map(|block| match block {
            Block::Cards { items } => Some(items),
            _ => None,
        });
        for card in cards.flatten() {
            let Some(Inline::Ref { to, content }) = card.title.first() else { continue };
            let Some(place) = places.get(to) else { continue };
            let text = plain_address(&format!("{base}{place}"));
            // Paper lasts: the page learns from which edition the card is, and says so when it is another's.
            let edition = manual.control.edition.as_deref().map(|edition| utf8_percent_encode(edition, UNRESERVED));
            let code = match (text.split_once('#'), edition) {
                (Some((page, anchor)), Some(edition)) => format!("{page}?e={edition}#{anchor}"),
                _ => text.clone(),
            };
            let title = capital(&text_of(content));
            let Some(drawing) = draw(&Code { id: "code".to_owned(), title, text: code }) else { continue };
            card.scan = Some(Figure {
                id: None,
                number: None,
                caption: plain(text.as_str()),
                source: FigureSource::Drawing { svg: drawing.svg, width: drawing.width, height: drawing.height },
                alt: x.w.card_scan.replace("{address}", &text),
            });
        }
    }
}

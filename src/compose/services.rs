//! The chapter of services: families and, for each service, the ten points always in the same order.

use super::front::{drop_empty, law, section};
use super::messages::{self, suspended};
use super::writer::{Writer, facts, heading_at, join, table};
use super::{address, cycle, indicators, means, offering, promises};
use crate::ir::{
    Align, Block, Cell, CellRole, Inline, ListStyle, PointStatus, Row, Section, SectionKind, Step, TableLook, plain,
};
use crate::model::service::{EscalationStep, Service};
use crate::parse::files::slug;
use crate::parse::kind::Kind;
use crate::parse::prose::Text;
use crate::parse::reader::Given;
use rayon::prelude::*;

pub fn chapter(x: &Writer<'_>) -> Option<Section> {
    let model = &x.manual.model;
    if model.services.is_empty() {
        return None;
    }
    let mut out = section(SectionKind::Services, "services", x.w.services);
    out.lead = plain(x.w.services_lead);
    let mut families: Vec<Section> = Vec::new();
    let mut loose = Vec::new();
    let services: Vec<&Service> = model.services.iter().collect();
    let pages: Vec<Section> = services.par_iter().map(|service| page(x, service)).collect();
    for (service, page) in services.into_iter().zip(pages) {
        let Some(family) = &service.family else {
            loose.push(page);
            continue;
        };
        let id = format!("family-{}", family_key(&family.value));
        match families.iter_mut().find(|f| f.id == id) {
            Some(family) => family.sections.push(page),
            None => {
                let known = model.manifest.families.iter().find(|f| f.id.value == family.value);
                let name = family_name(x, &family.value);
                let mut head = section(SectionKind::Family, &id, &name);
                head.lead = known.map_or_else(Vec::new, |f| x.opt(&f.description));
                head.sections.push(page);
                families.push(head);
            }
        }
    }
    out.sections = families;
    out.sections.extend(loose);
    Some(out)
}

/// A family as addresses write it: ids stay as they are, words are folded, and what has no letters to fold is told by their numbers.
pub fn family_key(family: &str) -> String {
    let key = slug(family);
    if !key.is_empty() {
        return key;
    }
    family.chars().map(|c| format!("{:x}", u32::from(c))).collect::<Vec<_>>().join("-")
}

/// How a family is called; where nobody says, by its id.
pub fn family_name(x: &Writer<'_>, id: &str) -> String {
    let known = x.manual.model.manifest.families.iter().find(|f| f.id.value == id);
    known.and_then(|f| f.name.as_ref()).map_or_else(|| id.to_owned(), Text::plain)
}

fn page(x: &Writer<'_>, service: &Service) -> Section {
    let base = &service.base;
    let mut out = section(SectionKind::Service, &base.anchor(), &base.title());
    out.heading = x.marked(&base.name);
    out.code = base.code.as_ref().map(|c| c.value.clone());
    out.short = service.short_name.as_ref().map(Text::plain);
    let offering = service.offering.value();
    out.lead = offering.map_or_else(Vec::new, |o| x.opt(&o.summary));
    out.facts = [
        x.fact(x.w.responsible, x.reference(Kind::Roles, &base.owner)),
        x.fact(x.w.managed_by, x.references(Kind::Roles, &service.managed_by)),
        x.fact(x.w.approved_on, x.date_of(&base.approved)),
        x.fact(x.w.effective_from, x.date_of(&base.effective)),
        x.fact(x.w.review_by, x.date_of(&base.review_by)),
        x.fact(x.w.expires, x.date_of(&base.expires)),
    ]
    .into_iter()
    .flatten()
    .collect();
    out.blocks.extend(suspended(x, &base.status));
    out.blocks.extend(brief(x, service));
    out.blocks.extend(x.prose(base, 3));
    out.blocks.extend(points(x, service));
    out.blocks.extend(beside(x, service));
    out
}

/// The panel that an agent reads in ten seconds: say first, answer within, who decides, escalate to.
fn brief(x: &Writer<'_>, service: &Service) -> Option<Block> {
    let communication = service.communication.value();
    let say = communication.and_then(|c| {
        let lists = [&c.before, &c.during, &c.after];
        lists.into_iter().filter_map(Given::value).flatten().find_map(|m| m.say.as_ref())
    });
    let commitments = service.commitments.value().into_iter().flatten();
    let promised = commitments.filter_map(|id| x.manual.model.commitments.get(&id.value)).find_map(|c| {
        let within = c.within.as_ref()?;
        Some((within, c))
    });
    let mut cells = Vec::new();
    if let Some((within, commitment)) = promised {
        let starts = commitment.clock.as_ref().and_then(|c| c.starts.as_ref());
        let mut content = starts.map_or_else(Vec::new, |s| {
            let mut run = plain(format!("{} ", x.w.counted_from));
            run.extend(x.text(s));
            run
        });
        if content.is_empty() {
            content = vec![x.entry(Kind::Commitments, &commitment.base.id)];
        }
        let value = x.main_case(within);
        cells.push(Cell { role: CellRole::Within, label: x.w.keep_within.to_owned(), value, content });
    }
    let limited = service.authority.iter().any(|a| a.up_to.is_some());
    let decides = service.authority.iter().filter(|a| a.up_to.is_some() || !limited && a.role.is_some()).map(|a| {
        let mut run = Vec::new();
        if a.up_to.is_some() {
            run.push(Inline::text(format!("{} ", x.w.up_to)));
            run.extend(x.amount(&a.up_to));
            run.push(Inline::text(" "));
        }
        run.extend(x.reference(Kind::Roles, &a.role));
        run
    });
    let mut lines = Vec::new();
    for line in decides.filter(|d| !d.is_empty()) {
        if !lines.is_empty() {
            lines.push(Inline::Break);
        }
        lines.extend(line);
    }
    let decides = lines;
    if !decides.is_empty() {
        cells.push(Cell {
            role: CellRole::Decides,
            label: x.w.decides.to_owned(),
            value: Vec::new(),
            content: decides,
        });
    }
    if let Some(first) = service.escalation.first() {
        let mut content = to(x, first);
        if let Some(when) = &first.when {
            content.push(Inline::text(": "));
            content.extend(x.text(when));
        }
        cells.push(Cell { role: CellRole::Escalates, label: x.w.escalate_to.to_owned(), value: Vec::new(), content });
    }
    if say.is_none() && cells.is_empty() {
        return None;
    }
    Some(Block::Brief {
        title: x.w.ten_seconds.to_owned(),
        say_label: if say.is_some() { x.w.say_first.to_owned() } else { String::new() },
        say: say.map_or_else(Vec::new, |s| x.quoted(s)),
        cells,
    })
}

/// To whom a step of an escalation leads.
pub fn to(x: &Writer<'_>, step: &EscalationStep) -> Vec<Inline> {
    let role = x.reference(Kind::Roles, &step.to);
    if role.is_empty() { x.opt(&step.to_text) } else { role }
}

pub fn escalation(x: &Writer<'_>, steps: &[EscalationStep], place: &str) -> Option<Block> {
    let within = format!("{place}.");
    let ids = address::items(&within, steps.iter().map(|step| &step.id));
    let steps: Vec<Step> = steps
        .iter()
        .zip(ids)
        .map(|(s, id)| Step { id, content: x.opt(&s.when), who: to(x, s), when: x.duration(&s.within) })
        .collect();
    (!steps.is_empty()).then(|| Block::Escalation { label: x.w.escalation.to_owned(), steps })
}

/// The address of one of the ten points of a service.
pub fn point_anchor(id: &str, number: u8) -> String {
    format!("service-{id}-p{number}")
}

fn points(x: &Writer<'_>, service: &Service) -> Vec<Block> {
    let id = &service.base.id;
    let mut out = Vec::new();
    let mut add = |number: u8, status: PointStatus, blocks: Vec<Block>| {
        out.push(Block::Point {
            number,
            id: point_anchor(id, number),
            title: x.w.points[number as usize - 1].to_owned(),
            status,
            blocks,
        });
    };
    add(
        1,
        if service.base.code.is_some() { PointStatus::Complete } else { PointStatus::Partial },
        nomenclature(x, service),
    );
    let (status, mut blocks) = point(x, &service.offering, |o| offering::blocks(x, o, service));
    // What is promised stands there even where the offering is not written.
    blocks.extend(promises::of_service(x, service));
    add(2, status, blocks);
    let (status, blocks) = point(x, &service.indicators, |ids| indicators::of_service(x, ids, service));
    add(3, status, blocks);
    let (status, blocks) = point(x, &service.resources, |list| means::resources(x, list));
    add(4, status, blocks);
    let (status, blocks) = point(x, &service.inventory, |list| means::inventory(x, list));
    add(5, status, blocks);
    let (status, blocks) = point(x, &service.suppliers, |ids| means::suppliers(x, ids));
    add(6, status, blocks);
    let (status, blocks) = point(x, &service.alliances, |ids| means::alliances(x, ids));
    add(7, status, blocks);
    let (status, blocks) = point(x, &service.capacity, |c| {
        super::channels::capacity(x, c).into_iter().chain(super::figures::of_service(x, service)).collect()
    });
    add(8, status, blocks);
    let (status, blocks) = point(x, &service.cost, |c| offering::cost(x, c));
    add(9, status, blocks);
    let (status, blocks) = point(x, &service.communication, |c| messages::moments(x, c, service));
    add(10, status, blocks);
    out
}

/// The state of a point and what stands in it; a missing one says so, for the reader has a right to know.
fn point<T>(x: &Writer<'_>, given: &Given<T>, write: impl FnOnce(&T) -> Vec<Block>) -> (PointStatus, Vec<Block>) {
    match given {
        Given::Missing => {
            let content = vec![Inline::State { state: crate::ir::State::Missing, text: x.w.not_written.to_owned() }];
            (PointStatus::Missing, vec![Block::Paragraph { content }])
        }
        Given::None { reason, .. } => {
            let mut content = plain(format!("{} ", x.w.does_not_apply));
            content.extend(x.text(reason));
            (PointStatus::NotApplicable, vec![Block::Paragraph { content }])
        }
        Given::Some { value, .. } => {
            let blocks = write(value);
            let status = if blocks.is_empty() { PointStatus::Partial } else { PointStatus::Complete };
            (status, blocks)
        }
    }
}

fn nomenclature(x: &Writer<'_>, service: &Service) -> Vec<Block> {
    let base = &service.base;
    let avoid = service.avoid.iter().map(|a| {
        let mut run = vec![Inline::Strike { content: x.text(&a.term) }];
        if let Some(why) = &a.why {
            run.push(Inline::text(": "));
            run.extend(x.text(why));
        }
        run
    });
    let family = service.family.as_ref().map(|f| {
        let known = x.manual.model.manifest.families.iter().find(|k| k.id.value == f.value);
        known.and_then(|k| k.name.as_ref()).map_or_else(|| plain(f.value.as_str()), |n| x.text(n))
    });
    let name = base.name.as_ref().map_or_else(Vec::new, |n| vec![Inline::Strong { content: x.text(n) }]);
    let mut blocks: Vec<Block> = facts([
        x.fact(x.w.code, base.code.as_ref().map_or_else(Vec::new, |c| vec![Inline::Mark { text: c.value.clone() }])),
        x.fact(x.w.official_name, name),
        x.fact_text(x.w.short_name, &service.short_name),
        x.fact_texts(x.w.synonyms, &service.synonyms),
        x.fact(x.w.not_said, join(avoid, "; ")),
        x.fact(x.w.family, family.unwrap_or_default()),
        super::history::since(x, base.kind, &base.id),
    ])
    .into_iter()
    .collect();
    if let Some(charter) = &service.document {
        let event = |e: &crate::model::service::CharterEvent| {
            let date = e.on.map_or_else(Vec::new, |d| plain(x.date(d)));
            join([x.opt(&e.edition), date, x.opt(&e.by), x.opt(&e.what)].into_iter(), ", ")
        };
        blocks.extend(facts([
            x.fact_text(x.w.charter, &charter.title),
            x.fact(x.w.charter_number, charter.code.as_ref().map_or_else(Vec::new, |c| plain(c.value.as_str()))),
            x.fact_text(x.w.status, &charter.status),
            x.fact(x.w.approvals, join(charter.approvals.iter().map(event), "; ")),
            x.fact(x.w.changes, join(charter.changes.iter().map(event), "; ")),
            x.fact_text(x.w.note, &charter.note),
        ]));
    }
    if !base.laws.is_empty() {
        blocks.extend(facts([x.fact(x.w.legal_basis, join(base.laws.iter().map(|l| law(x, l)), "; "))]));
    }
    blocks.extend(facts([x.fact_text(x.w.note, &base.note)]));
    blocks
}

/// What stands beside the ten points: the cycle, the quality characteristics, who decides, escalation, risks.
fn beside(x: &Writer<'_>, service: &Service) -> Vec<Block> {
    let mut out = cycle::blocks(x, service);
    out.extend(quality(x, service));
    let id = &service.base.id;
    if !service.authority.is_empty() || !service.escalation.is_empty() {
        out.push(heading_at(2, &format!("service-{id}-authority"), x.w.who_decides));
        out.extend(authority(x, &service.authority, &format!("service-{id}-authority")));
        out.extend(escalation(x, &service.escalation, &format!("service-{id}-escalation")));
    }
    if !service.risks.is_empty() {
        out.push(heading_at(2, &format!("service-{id}.risks"), x.w.risks));
        let items =
            service.risks.iter().map(|r| vec![Block::Paragraph { content: vec![x.entry(Kind::Risks, &r.value)] }]);
        out.push(Block::list(ListStyle::Bullets, items.collect()));
    }
    out
}

/// How much may be decided: «50 soles por caso».
pub fn authority_limit(x: &Writer<'_>, authority: &crate::model::service::Authority) -> Vec<Inline> {
    let mut limit = x.amount(&authority.up_to);
    if let (false, Some(per)) = (limit.is_empty(), &authority.per) {
        limit.push(Inline::text(format!(" {}", offering::per_word(x, &per.source))));
    }
    limit
}

pub fn authority(x: &Writer<'_>, list: &[crate::model::service::Authority], place: &str) -> Option<Block> {
    if list.is_empty() {
        return None;
    }
    let within = format!("{place}.");
    let ids = address::items(&within, list.iter().map(|a| &a.id));
    let rows = list
        .iter()
        .zip(ids)
        .map(|(a, id)| {
            let limit = authority_limit(x, a);
            let cells = vec![x.opt(&a.decides), x.reference(Kind::Roles, &a.role), limit, x.duration(&a.within)];
            Row { id, cells }
        })
        .collect();
    let columns = [(x.w.may_decide, 3), (x.w.who, 2), (x.w.limit, 2), (x.w.within, 1)];
    Some(drop_empty(table(x.w.who_decides, TableLook::Words, &columns, rows)))
}

/// Which indicators cover which of the eight characteristics (C1).
fn quality(x: &Writer<'_>, service: &Service) -> Vec<Block> {
    let ids = service.indicators.value().map_or(&[][..], Vec::as_slice);
    let mut rows = Vec::new();
    for (_, dimension) in crate::model::indicator::Dimension::ALL {
        let mut list: Vec<&str> = ids
            .iter()
            .filter(|id| {
                let own = x.manual.model.indicators.get(&id.value);
                own.is_some_and(|i| i.dimensions.iter().any(|d| d.value == dimension))
            })
            .map(|id| id.value.as_str())
            .collect();
        let said = service.quality.iter().filter(|(d, _)| *d == dimension).flat_map(|(_, ids)| ids);
        for id in said {
            if !list.contains(&id.value.as_str()) {
                list.push(&id.value);
            }
        }
        let cell = join(list.iter().map(|id| vec![x.entry(Kind::Indicators, id)]), ", ");
        let cell = if cell.is_empty() { plain(x.w.unmeasured) } else { cell };
        rows.push(Row { id: None, cells: vec![plain(super::customers::dimension(x, dimension)), cell] });
    }
    if ids.is_empty() && service.quality.is_empty() {
        return Vec::new();
    }
    let columns = [(x.w.dimension, 1), (x.w.measured_by, 3)];
    vec![
        heading_at(2, &format!("{}.quality", service.base.anchor()), x.w.quality),
        table(x.w.quality, TableLook::Words, &columns, rows),
    ]
}

/// Sets the columns of a table of numbers to the end, but the first.
pub fn align_numbers(block: &mut Block) {
    if let Block::Table(table) = block {
        table.columns.iter_mut().skip(1).for_each(|c| c.align = Align::End);
    }
}

//! Risks, the register of resources and third parties, laws, glossary and the history of changes.

use super::front::{code, dates, group, laws, owner, section};
use super::means::{agreed, contract_end, resource_word};
use super::messages::suspended;
use super::writer::{Writer, facts, heading_at, join};
use crate::ir::{Block, Definition, GroupRole, Inline, ListStyle, Section, SectionKind, plain};
use crate::model::Entry;
use crate::model::partner::{Alliance, Contract};
use crate::model::reference::{Level, RiskKind};
use crate::model::service::Service;
use crate::parse::kind::Kind;
use crate::parse::reader::Given;
use crate::span::Spanned;

pub fn risks(x: &Writer<'_>) -> Option<Section> {
    let model = &x.manual.model;
    if model.risks.is_empty() {
        return None;
    }
    let mut out = section(SectionKind::Chapter, "risks", x.w.risks);
    out.lead = plain(x.w.risks_lead);
    let level = |l: &Option<Spanned<Level>>| {
        l.as_ref().map_or_else(Vec::new, |l| {
            plain(match l.value {
                Level::Low => x.w.low,
                Level::Medium => x.w.medium_level,
                Level::High => x.w.high,
            })
        })
    };
    for risk in &model.risks {
        let mut blocks: Vec<Block> = x.paragraph(&risk.description).into_iter().collect();
        let own = risk.base.id.as_str();
        let mut services = used_by(x, |s| s.risks.iter().any(|id| id.value == own));
        add_named(x, &mut services, &risk.services);
        blocks.extend(facts([
            x.fact(x.w.risk_kind, risk.kind.as_ref().map_or_else(Vec::new, |k| plain(risk_kind(x, k.value)))),
            x.fact(x.w.services, services),
            x.fact(x.w.likelihood, level(&risk.likelihood)),
            x.fact(x.w.impact, level(&risk.impact)),
            x.fact(x.w.responsible, x.reference(Kind::Roles, &risk.base.owner)),
            x.fact(x.w.watched_by, x.references(Kind::Indicators, &risk.indicators)),
        ]));
        let labelled = |label: &str| Block::Paragraph { content: vec![Inline::Strong { content: plain(label) }] };
        if let Some(list) = x.list(ListStyle::Bullets, &risk.anticipation) {
            blocks.extend([labelled(x.w.anticipation), list]);
        }
        if let Some(list) = x.list(ListStyle::Numbers, &risk.response) {
            blocks.extend([labelled(x.w.risk_response), list]);
        }
        if let Some(say) = &risk.say {
            blocks.push(Block::Script {
                label: x.w.script.to_owned(),
                context: Vec::new(),
                content: x.quoted(say),
                form: Vec::new(),
            });
        }
        out.blocks.push(group(x, risk, GroupRole::Entry, blocks));
    }
    Some(out)
}

/// Which of the seven situations of the source a risk is.
fn risk_kind(x: &Writer<'_>, kind: RiskKind) -> &'static str {
    let names = &x.lang.words().coverage.risk_kinds;
    match kind {
        RiskKind::Price => names[0],
        RiskKind::Demand => names[1],
        RiskKind::DataLoss => names[2],
        RiskKind::Unpreparedness => names[3],
        RiskKind::ThirdParty => names[4],
        RiskKind::Reputation => names[5],
        RiskKind::Harm => names[6],
        RiskKind::Other => x.w.other_kind,
    }
}

/// The services that say they use something.
fn used_by(x: &Writer<'_>, uses: impl Fn(&Service) -> bool) -> Vec<Inline> {
    let services = x.manual.model.services.iter().filter(|s| uses(s));
    join(services.map(|s| vec![x.entry(Kind::Services, &s.base.id)]), ", ")
}

/// Adds the services that an entry names itself, unless they stand there already.
fn add_named(x: &Writer<'_>, known: &mut Vec<Inline>, named: &[Spanned<String>]) {
    for id in named {
        let own = x.entry(Kind::Services, &id.value);
        let is_own =
            |other: &Inline| matches!((other, &own), (Inline::Ref { to: a, .. }, Inline::Ref { to: b, .. }) if a == b);
        if !known.iter().any(is_own) {
            *known = join([std::mem::take(known), vec![own]].into_iter(), ", ");
        }
    }
}

fn lists(given: &Given<Vec<Spanned<String>>>, id: &str) -> bool {
    given.value().is_some_and(|list| list.iter().any(|i| i.value == id))
}

/// What the services share: resources, stock, suppliers, alliances. Each is told whole only here.
pub fn shared(x: &Writer<'_>) -> Option<Section> {
    let model = &x.manual.model;
    let mut out = section(SectionKind::Register, "shared", x.w.shared_register);
    out.lead = plain(x.w.shared_register_lead);
    if !model.resources.is_empty() {
        out.blocks.push(heading_at(2, "resources", x.w.points[3]));
        for entry in &model.resources {
            let id = entry.base.id.as_str();
            let kind = entry.kind.as_ref().map(|kind| resource_word(x, kind.value));
            let blocks = facts([
                x.fact(x.w.resource_kind, kind.map_or_else(Vec::new, plain)),
                x.fact(x.w.quantity, x.rate(&entry.quantity)),
                x.fact(x.w.unit_cost, x.money(&entry.unit_cost)),
                x.fact_text(x.w.skill, &entry.skill),
                x.fact_text(x.w.hours, &entry.hours),
                x.fact(x.w.supplier, x.references(Kind::Suppliers, &entry.suppliers)),
                x.fact(x.w.responsible, x.reference(Kind::Roles, &entry.base.owner)),
                x.fact(
                    x.w.used_in,
                    used_by(x, |s| {
                        s.resources.value().is_some_and(|list| {
                            list.iter().any(
                                |r| matches!(&r.what, crate::model::stock::ResourceName::Resource(i) if i.value == id),
                            )
                        })
                    }),
                ),
            ]);
            out.blocks.push(group(x, entry, GroupRole::Entry, blocks.into_iter().collect()));
        }
    }
    if !model.inventory.is_empty() {
        out.blocks.push(heading_at(2, "inventory", x.w.points[4]));
        for entry in &model.inventory {
            let id = entry.base.id.as_str();
            let stock = &entry.stock;
            let blocks = facts([
                x.fact_text(x.w.unit, &stock.unit),
                x.fact(x.w.stock, x.rate(&stock.stock)),
                x.fact(x.w.minimum, x.rate(&stock.minimum)),
                x.fact(x.w.reorder_point, x.rate(&stock.reorder_point)),
                x.fact(x.w.safety_stock, x.rate(&stock.safety_stock)),
                x.fact(x.w.daily_use, x.rate(&stock.daily_use)),
                x.fact(x.w.lead_time, x.duration(&stock.lead_time)),
                x.fact(x.w.unit_cost, x.money(&stock.unit_cost)),
                x.fact(x.w.supplier, x.references(Kind::Suppliers, &stock.suppliers)),
                x.fact(x.w.sites, x.references(Kind::Sites, &stock.sites)),
                x.fact(x.w.responsible, x.reference(Kind::Roles, &entry.base.owner)),
                x.fact(
                    x.w.used_in,
                    used_by(x, |s| {
                        s.inventory.value().is_some_and(|list| {
                            list.iter().any(|i| i.item.as_ref().is_some_and(|item| item.value == id))
                        })
                    }),
                ),
            ]);
            out.blocks.push(group(x, entry, GroupRole::Entry, blocks.into_iter().collect()));
        }
    }
    if !model.suppliers.is_empty() {
        out.blocks.push(heading_at(2, "suppliers", x.w.points[5]));
        for entry in &model.suppliers {
            let id = entry.base.id.as_str();
            let mut blocks: Vec<Block> = x.paragraph(&entry.supplies).into_iter().collect();
            let mut used = used_by(x, |s| lists(&s.suppliers, id));
            add_named(x, &mut used, &entry.services);
            blocks.extend(facts([
                x.fact(x.w.agreed, agreed(x, &entry.agreed)),
                x.fact(x.w.lead_time, x.duration(&entry.lead_time)),
                x.fact(x.w.our_contact, x.reference(Kind::Roles, &entry.contact)),
                x.fact_text(x.w.substitute, &entry.substitute),
                x.fact(x.w.contract, contracts(x, &entry.contracts)),
                x.fact(x.w.contract_until, contract_end(x, &entry.contracts)),
                x.fact(x.w.used_in, used),
            ]));
            out.blocks.push(group(x, entry, GroupRole::Entry, blocks));
        }
    }
    if !model.alliances.is_empty() {
        out.blocks.push(heading_at(2, "alliances", x.w.points[6]));
        for entry in &model.alliances {
            let id = entry.base.id.as_str();
            let mut blocks: Vec<Block> = x.paragraph(&entry.contribution).into_iter().collect();
            blocks.extend(facts([
                x.fact_text(x.w.hand_over, &entry.hand_over),
                x.fact(x.w.agreed, agreed(x, &entry.agreed)),
                x.fact(x.w.our_contact, x.reference(Kind::Roles, &entry.contact)),
                x.fact(x.w.contract, contracts(x, &entry.contracts)),
                x.fact(x.w.contract_until, contract_end(x, &entry.contracts)),
                x.fact(x.w.in_force_until, own_end(x, entry)),
                x.fact(x.w.used_in, used_by(x, |s| lists(&s.alliances, id))),
            ]));
            out.blocks.push(group(x, entry, GroupRole::Entry, blocks));
        }
    }
    if !model.laws.is_empty() {
        out.blocks.push(heading_at(2, "laws", x.w.laws));
        for entry in &model.laws {
            let mut blocks: Vec<Block> = x.paragraph(&entry.in_short).into_iter().collect();
            let link = entry.address.as_ref().map(|a| match a.value.starts_with("http") {
                true => Inline::Link { href: a.value.clone(), content: plain(a.value.as_str()) },
                false => Inline::text(a.value.as_str()),
            });
            blocks.extend(facts([
                x.fact_text(x.w.law_title, &entry.title),
                x.fact_text(x.w.law_number, &entry.number),
                x.fact_text(x.w.authority, &entry.authority),
                x.fact(x.w.in_force_from, x.date_of(&entry.from)),
                x.fact(x.w.in_force_until, x.date_of(&entry.until)),
                x.fact(x.w.repealed_by, x.references(Kind::Laws, &entry.repealed_by)),
                x.fact(x.w.address, link.into_iter().collect()),
            ]));
            if !entry.articles.is_empty() {
                let items = entry.articles.iter().map(|(id, text)| {
                    let mut content = Vec::new();
                    if id.starts_with(|c: char| c.is_ascii_digit()) {
                        content.push(Inline::text(format!("{} {id}: ", super::writer::capital(x.w.article))));
                    }
                    content.extend(x.text(text));
                    vec![Block::Paragraph { content }]
                });
                blocks.push(Block::list(ListStyle::Bullets, items.collect()));
            }
            out.blocks.push(group(x, entry, GroupRole::Entry, blocks));
        }
    }
    (!out.blocks.is_empty()).then_some(out)
}

/// When an alliance ends, unless its contract ends on the same day and has said so.
fn own_end(x: &Writer<'_>, alliance: &Alliance) -> Vec<Inline> {
    let end = alliance.base.expires.as_ref().map(|expires| expires.value.end());
    let told = alliance.contracts.iter().filter_map(Contract::end).any(|contract| Some(contract.value.end()) == end);
    if told { Vec::new() } else { x.date_of(&alliance.base.expires) }
}

fn contracts(x: &Writer<'_>, contracts: &[Contract]) -> Vec<Inline> {
    let said = contracts.iter().map(|c| {
        let number = c.number.as_ref().map_or_else(Vec::new, |n| plain(n.value.as_str()));
        let mut dates = x.date_of(&c.from);
        if c.until.is_some() {
            dates.push(Inline::text(" – "));
            dates.extend(x.date_of(&c.until));
        }
        let extensions = c.extensions.iter().map(|e| {
            let mut run = plain(format!("{} ", x.w.extended_until));
            run.extend(x.date_of(&e.until));
            if let Some(note) = &e.note {
                run.push(Inline::text(" ("));
                run.extend(x.text(note));
                run.push(Inline::text(")"));
            }
            run
        });
        join([x.opt(&c.name), number, dates].into_iter().chain(extensions).chain([x.opt(&c.note)]), ", ")
    });
    join(said, "; ")
}

pub fn glossary(x: &Writer<'_>) -> Option<Section> {
    let model = &x.manual.model;
    if model.glossary.is_empty() {
        return None;
    }
    let mut out = section(SectionKind::Chapter, "glossary", x.w.glossary);
    let mut terms: Vec<_> = model.glossary.iter().collect();
    crate::lang::format::sort_by_name(x.locale, &mut terms, |t| t.base().title());
    let items = terms
        .into_iter()
        .map(|t| {
            let mut blocks: Vec<Block> = suspended(x, &t.base.status).into_iter().collect();
            blocks.extend(x.paragraph(&t.definition));
            blocks.extend(facts([
                x.fact(x.w.code, code(&t.base)),
                x.fact_texts(x.w.synonyms, &t.synonyms),
                x.fact(x.w.not_said, join(t.avoid.iter().map(|a| vec![Inline::Strike { content: x.text(a) }]), ", ")),
                x.fact_texts(x.w.see, &t.see),
                owner(x, &t.base),
                x.fact_text(x.w.note, &t.base.note),
                x.fact(x.w.legal_basis, laws(x, &t.base)),
            ]));
            blocks.extend(facts(dates(x, &t.base)));
            Definition {
                id: Some(t.base.anchor()),
                term: t.base.name.as_ref().map_or_else(|| plain(t.base.id.as_str()), |n| x.text(n)),
                blocks,
            }
        })
        .collect();
    out.blocks.push(Block::Definitions { items });
    Some(out)
}

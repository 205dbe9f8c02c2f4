//! The blueprint of a service (F2): its moments as the customer lives them, who serves, what happens behind, and on what
//! it rests. Drawn where the cycle says more than names; the moments below tell the same in words.

use super::writer::{Writer, capital};
use crate::diagram::blueprint::{Blueprint, Moment, Support, draw};
use crate::ir::{Block, Figure, FigureSource, plain, text_of};
use crate::model::service::{CycleMoment, Service};
use crate::model::stock::{ResourceKind, ResourceName};
use crate::parse::kind::Kind;
use crate::parse::prose::Text;
use crate::span::Spanned;

pub fn figure(x: &Writer<'_>, service: &Service) -> Option<Block> {
    let told = |m: &CycleMoment| m.role.is_some() || m.does.is_some() || m.backstage.is_some();
    if !service.cycle.iter().any(told) {
        return None;
    }
    let title = format!("{}: {}", x.w.blueprint, service.base.title());
    let moments = service.cycle.iter().zip(1..).map(|(m, number)| Moment {
        customer: m.name.as_ref().map_or_else(String::new, Text::plain),
        of_truth: m.of_truth,
        who: [named(x, Kind::Roles, &m.role), named(x, Kind::Channels, &m.channel)]
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
            .join(", "),
        front: capital(&text_of(&if m.does.is_some() { x.opt(&m.does) } else { x.texts(&m.requirements) })),
        back: capital(&text_of(&x.opt(&m.backstage))),
        anchor: Some(super::address::moment(x.manual, service, number)),
    });
    let mut blueprint = Blueprint {
        id: format!("blueprint-{}", service.base.id),
        title: title.clone(),
        description: String::new(),
        heads: [x.w.customer_lives, x.w.front_stage, x.w.back_stage].map(str::to_owned),
        moments: moments.collect(),
        support: x.w.support.to_owned(),
        supports: supports(x, service),
    };
    let said = if blueprint.tells_back_stage() { x.w.blueprint_said } else { x.w.blueprint_front_said };
    blueprint.description = said.to_owned();
    let drawing = draw(&blueprint);
    Some(Block::Figure(Figure {
        id: Some(format!("service-{}-cycle.blueprint", service.base.id)),
        number: None,
        caption: plain(format!("{title}. {said}")),
        alt: format!("{title}. {said}"),
        source: FigureSource::Drawing { svg: drawing.svg, width: drawing.width, height: drawing.height },
    }))
}

fn named(x: &Writer<'_>, kind: Kind, id: &Option<Spanned<String>>) -> Option<String> {
    let id = id.as_ref()?;
    Some(x.manual.model.base(kind, &id.value).map_or_else(|| id.value.clone(), |base| base.title()))
}

/// Systems, equipment and premises, suppliers and allies.
fn supports(x: &Writer<'_>, service: &Service) -> Vec<Support> {
    let model = &x.manual.model;
    let mut out = Vec::new();
    for used in service.resources.value().into_iter().flatten() {
        match &used.what {
            ResourceName::Resource(id) => {
                let entry = model.resources.get(&id.value);
                let people = |r: &crate::model::stock::Resource| {
                    r.kind.as_ref().is_some_and(|kind| kind.value == ResourceKind::People)
                };
                if let Some(resource) = entry.filter(|r| !people(r)) {
                    let anchor = Some(resource.base.anchor());
                    out.push(Support { name: resource.base.title(), anchor });
                }
            }
            ResourceName::Words(text) if used.kind != Some(ResourceKind::People) => {
                out.push(Support { name: text.plain(), anchor: None });
            }
            ResourceName::Words(_) | ResourceName::Role(_) | ResourceName::Nothing => {}
        }
    }
    let mut partners = |kind: Kind, ids: Option<&Vec<Spanned<String>>>| {
        for id in ids.into_iter().flatten() {
            if let Some(base) = model.base(kind, &id.value) {
                out.push(Support { name: base.title(), anchor: Some(base.anchor()) });
            }
        }
    };
    partners(Kind::Suppliers, service.suppliers.value());
    partners(Kind::Alliances, service.alliances.value());
    out
}

//! The service cycle with its moments of truth (F2, F3): a drawing, and the same content in words.

use super::address;
use super::writer::{Writer, facts, heading_at, join};
use crate::diagram::cycle::{Cycle, Moment as Drawn, draw};
use crate::ir::{Block, Figure, FigureSource, GroupRole, Inline, ListStyle, plain};
use crate::model::service::{CycleMoment, Priority, Service};
use crate::parse::kind::Kind;
use crate::parse::prose::Text;

pub fn blocks(x: &Writer<'_>, service: &Service) -> Vec<Block> {
    if service.cycle.is_empty() {
        return Vec::new();
    }
    let id = &service.base.id;
    let title = format!("{}: {}", x.w.cycle, service.base.title());
    let anchors: Vec<String> = (1..=service.cycle.len()).map(|n| address::moment(x.manual, service, n)).collect();
    let names: Vec<String> =
        service.cycle.iter().map(|m| m.name.as_ref().map_or_else(String::new, Text::plain)).collect();
    let drawing = draw(&Cycle {
        id: format!("cycle-{id}"),
        title: title.clone(),
        description: names.join(" → "),
        centre: service.short_name.as_ref().map_or_else(|| service.base.title(), Text::plain),
        moments: service
            .cycle
            .iter()
            .enumerate()
            .map(|(i, m)| Drawn {
                name: names[i].clone(),
                id: Some(anchors[i].clone()),
                of_truth: m.of_truth,
                note: None,
            })
            .collect(),
        truth: x.w.moment_of_truth.to_owned(),
        ordinary: x.w.ordinary_moment.to_owned(),
    });
    let mut out = vec![
        heading_at(2, &format!("service-{id}-cycle"), x.w.cycle),
        Block::Figure(Figure {
            id: Some(format!("service-{id}-cycle.figure")),
            number: None,
            caption: plain(title.clone()),
            source: FigureSource::Drawing { svg: drawing.svg, width: drawing.width, height: drawing.height },
            alt: format!("{title}. {}", names.join(" → ")),
        }),
    ];
    out.extend(super::blueprint::figure(x, service));
    for (i, moment) in service.cycle.iter().enumerate() {
        out.push(moment_group(x, moment, i + 1, &anchors[i]));
    }
    out
}

fn moment_group(x: &Writer<'_>, moment: &CycleMoment, number: usize, anchor: &str) -> Block {
    let mut blocks: Vec<Block> = Vec::new();
    if moment.of_truth {
        let content = vec![Inline::Strong { content: plain(x.w.moment_of_truth) }];
        blocks.push(Block::Paragraph { content });
    }
    blocks.extend(x.paragraph(&moment.does));
    if let Some(say) = &moment.say {
        let (label, content) = (x.w.script.to_owned(), x.quoted(say));
        blocks.push(Block::Script { label, context: Vec::new(), content, form: Vec::new() });
    }
    blocks.extend(x.list(ListStyle::Checklist, &moment.requirements));
    let priority = moment.priority.as_ref().map(|p| match p.value {
        Priority::High => x.w.high,
        Priority::Medium => x.w.medium_level,
        Priority::Low => x.w.low,
    });
    let plan = moment.plan.as_ref().map_or_else(Vec::new, |p| {
        let due = p.due.as_ref().map_or_else(Vec::new, |d| plain(x.date(d.value)));
        join([x.opt(&p.action), x.reference(Kind::Roles, &p.owner), due].into_iter(), "; ")
    });
    blocks.extend(facts([
        x.fact(x.w.channel, x.reference(Kind::Channels, &moment.channel)),
        x.fact(x.w.who, x.reference(Kind::Roles, &moment.role)),
        x.fact_text(x.w.backstage, &moment.backstage),
        x.fact(x.w.commitment, x.reference(Kind::Commitments, &moment.commitment)),
        x.fact(x.w.validated_by, x.references(Kind::Roles, &moment.validated_by)),
        x.fact(x.w.priority, priority.map_or_else(Vec::new, plain)),
        x.fact(x.w.plan, plan),
        x.fact(x.w.survey_question, moment.survey.as_ref().map_or_else(Vec::new, |s| question(x, s))),
    ]));
    let mut title = plain(format!("{number}. "));
    title.extend(moment.name.as_ref().map_or_else(Vec::new, |name| x.title(name)));
    Block::Group { role: GroupRole::Moment, id: Some(anchor.to_owned()), code: None, title, blocks }
}

/// The words of a survey question named by its id, or the question as written.
fn question(x: &Writer<'_>, survey: &Text) -> Vec<Inline> {
    let questions = x.manual.model.surveys.iter().flat_map(|s| &s.questions);
    match questions.into_iter().find(|q| *q.id.value == *survey.source) {
        Some(question) => {
            let to = format!("question-{}", question.id.value);
            vec![Inline::Ref { to, content: x.opt(&question.ask) }]
        }
        None => x.text(survey),
    }
}

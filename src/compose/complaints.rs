//! The complaint procedure (B1–B6): what comes in, the steps as drawing and list, and what is learnt from it.
//!
//! One long file, since it is one chapter in the order in which it is read.

use super::channels::tongues;
use super::front::{code, dates, drop_empty, laws, section};
use super::messages::suspended;
use super::services::escalation;
use super::writer::{Writer, facts, heading_at, join, named, table};
use crate::diagram::flow::{Branch, Decision, Escalation, Flow, FlowStep, FlowWords, draw};
use crate::ir::{
    Block, Fact, Figure, FigureSource, Inline, ListStyle, Row, Section, SectionKind, Step, TableLook, plain, text_of,
};
use crate::model::complaint::{ComplaintType, Procedure, ProcedureStep};
use crate::parse::kind::Kind;
use crate::parse::prose::Text;
use crate::parse::reader::Given;
use crate::resolve::Resolved;
use crate::span::Spanned;

pub fn chapter(x: &Writer<'_>) -> Option<Section> {
    let model = &x.manual.model;
    let mut procedures = model.complaints.iter();
    let first = procedures.next()?;
    let title = if model.complaints.len() == 1 { first.base.title() } else { x.w.complaints.to_owned() };
    let mut out = section(SectionKind::Chapter, "complaints", &title);
    if model.complaints.len() == 1 {
        out.heading = x.marked(&first.base.name);
        out.lead = x.opt(&first.summary);
        out.facts.extend(about(x, first).into_iter().flatten());
        out.blocks.extend(suspended(x, &first.base.status));
        out.blocks.extend(blocks(x, first));
    } else {
        for procedure in &model.complaints {
            out.blocks.push(named(heading_at(2, &procedure.base.anchor(), &procedure.base.title())));
            out.blocks.extend(suspended(x, &procedure.base.status));
            out.blocks.extend(x.paragraph(&procedure.summary));
            out.blocks.extend(facts(about(x, procedure)));
            out.blocks.extend(blocks(x, procedure));
        }
    }
    let general = super::promises::general(x);
    if !general.is_empty() {
        out.blocks.push(heading_at(2, "general-commitments", x.w.general_commitments));
        out.blocks.push(Block::Paragraph { content: plain(x.w.general_commitments_lead) });
        out.blocks.extend(general);
    }
    Some(out)
}

/// Code, owner, dates, laws and note of a procedure.
fn about(x: &Writer<'_>, p: &Procedure) -> Vec<Option<Fact>> {
    let base = &p.base;
    let mut out = vec![x.fact(x.w.code, code(base)), x.fact(x.w.responsible, x.reference(Kind::Roles, &base.owner))];
    out.extend(dates(x, base));
    out.extend([x.fact(x.w.legal_basis, laws(x, base)), x.fact_text(x.w.note, &base.note)]);
    out
}

/// What the anchors of a procedure's parts begin with. The first has the plain ones, which stay the same when another comes.
fn prefix(x: &Writer<'_>, procedure: &str) -> String {
    match x.manual.model.complaints.place(procedure) {
        None | Some(0) => "complaints".to_owned(),
        Some(_) => format!("complaints-{procedure}"),
    }
}

/// The anchor of a part of a procedure: `complaints-steps`, `complaints-sugerencias-steps`.
pub fn place(x: &Writer<'_>, procedure: &str, part: &str) -> String {
    format!("{}-{part}", prefix(x, procedure))
}

fn blocks(x: &Writer<'_>, p: &Procedure) -> Vec<Block> {
    let mut out = x.prose(&p.base, 2);
    types(x, p, &mut out);
    intake(x, p, &mut out);
    severity(x, p, &mut out);
    steps(x, p, &mut out);
    if let Some(tone) = &p.tone {
        out.push(heading_at(2, &place(x, &p.base.id, "tone"), x.w.tone));
        out.push(Block::Paragraph { content: x.text(tone) });
    }
    if !p.conduct.is_empty() {
        out.push(heading_at(2, &place(x, &p.base.id, "conduct"), x.w.upset_customer));
        let items = p.conduct.iter().map(|id| {
            let mut content = vec![x.entry(Kind::Standards, &id.value)];
            if let Some(statement) = x.manual.model.standards.get(&id.value).and_then(|s| s.statement.as_ref()) {
                content.push(Inline::text(". "));
                content.extend(x.text(statement));
            }
            vec![Block::Paragraph { content }]
        });
        out.push(Block::list(ListStyle::Bullets, items.collect()));
    }
    if !p.escalation.is_empty() {
        out.push(heading_at(2, &place(x, &p.base.id, "escalation"), x.w.escalation_heading));
        out.extend(escalation(x, &p.escalation, &place(x, &p.base.id, "escalation")));
    }
    redress(x, p, &mut out);
    out.extend(super::details::sections(x, &p.details, &prefix(x, &p.base.id)));
    if let Some(closing) = &p.closing {
        out.push(heading_at(2, &place(x, &p.base.id, "closing"), x.w.closing));
        out.extend(facts(
            [x.fact_text(x.w.closing_requires, &closing.requires), x.fact(x.w.within, x.duration(&closing.within))]
                .into_iter()
                .chain(super::details::of(x, &closing.details)),
        ));
        out.extend(closing.says.as_ref().map(|s| script(x, s)));
    }
    learning(x, p, &mut out);
    out
}

fn script(x: &Writer<'_>, say: &Text) -> Block {
    Block::Script { label: x.w.script.to_owned(), context: Vec::new(), content: x.quoted(say), form: Vec::new() }
}

fn name(x: &Writer<'_>, name: &Option<Text>, id: &str) -> Vec<Inline> {
    match name {
        Some(name) => x.text(name),
        None => plain(super::writer::capital(id)),
    }
}

/// «El socio no está conforme. Por ejemplo: le cobraron dos veces, la remesa salió con otro nombre».
fn with_examples(x: &Writer<'_>, said: &Option<Text>, examples: &[Text]) -> Vec<Inline> {
    let mut list = x.texts(examples);
    if !list.is_empty() {
        list.insert(0, Inline::text(format!("{}: ", x.w.for_example)));
    }
    join([x.opt(said), list].into_iter(), ". ")
}

fn types(x: &Writer<'_>, p: &Procedure, out: &mut Vec<Block>) {
    if p.types.is_empty() {
        return;
    }
    out.push(heading_at(2, &place(x, &p.base.id, "types"), x.w.complaint_types));
    let rows = p
        .types
        .iter()
        .map(|t| Row {
            id: None,
            cells: vec![
                name(x, &t.name, &t.id.value),
                with_examples(x, &t.description, &t.examples),
                x.duration(&t.first_answer),
                x.duration(&t.answer_within),
                join([own_tongues(x, p, t), super::details::inline(x, &t.details)].into_iter(), "; "),
            ],
        })
        .collect();
    let columns =
        [(x.w.complaint_type, 1), (x.w.what_it_is, 3), (x.w.first_answer, 1), (x.w.answer_within, 1), (x.w.note, 3)];
    out.push(drop_empty(table(x.w.complaint_types, TableLook::Words, &columns, rows)));
}

/// The languages of a type, where they are others than those in which all complaints are taken in.
fn own_tongues(x: &Writer<'_>, p: &Procedure, t: &ComplaintType) -> Vec<Inline> {
    let tags = |list: &[Spanned<String>]| list.iter().map(|tag| tag.value.clone()).collect::<Vec<_>>();
    let same = p.intake.as_ref().is_some_and(|intake| tags(&intake.languages) == tags(&t.languages));
    if t.languages.is_empty() || same {
        return Vec::new();
    }
    let mut run = plain(format!("{}: ", x.lang.words().interface.languages));
    run.extend(tongues(x, &t.languages));
    run
}

fn intake(x: &Writer<'_>, p: &Procedure, out: &mut Vec<Block>) {
    let Some(intake) = &p.intake else { return };
    out.push(heading_at(2, &place(x, &p.base.id, "intake"), x.w.intake));
    let channels = intake.channels.iter().map(|c| {
        let mut run = vec![x.entry(Kind::Channels, &c.channel.value)];
        if !c.services.is_empty() {
            run.push(Inline::text(" ("));
            run.extend(x.references(Kind::Services, &c.services));
            run.push(Inline::text(")"));
        }
        run
    });
    let fee = x.free_or(&intake.fee);
    let number = intake
        .register_number
        .as_ref()
        .map_or_else(Vec::new, |n| if *n.source == *"at_receipt" { plain(x.w.at_receipt) } else { x.text(n) });
    let acknowledgement = intake.acknowledgement.as_ref();
    let acknowledged =
        acknowledgement.map_or_else(Vec::new, |a| join([x.duration(&a.within), x.opt(&a.channel)].into_iter(), ", "));
    out.extend(facts([
        x.fact(x.w.channels, join(channels, ", ")),
        x.fact_of("languages", x.lang.words().interface.languages, tongues(x, &intake.languages)),
        x.fact(x.w.fee, fee),
        x.fact(x.w.register_number, number),
        x.fact(x.w.acknowledgement, acknowledged),
        x.fact_text(x.w.who_answers, &p.answers),
        x.fact_text(x.w.complaint_form, &intake.form),
    ]));
    out.extend(acknowledgement.and_then(|a| a.says.as_ref()).map(|s| script(x, s)));
}

fn severity(x: &Writer<'_>, p: &Procedure, out: &mut Vec<Block>) {
    if p.severity.is_empty() {
        return;
    }
    out.push(heading_at(2, &place(x, &p.base.id, "severity"), x.w.severity));
    let rows = p
        .severity
        .iter()
        .map(|s| Row {
            id: None,
            cells: vec![
                name(x, &s.name, &s.id.value),
                with_examples(x, &s.when, &s.examples),
                x.duration(&s.first_answer),
                x.duration(&s.answer_within),
                x.reference(Kind::Roles, &s.role),
            ],
        })
        .collect();
    let columns =
        [(x.w.severity, 1), (x.w.when, 3), (x.w.first_answer, 1), (x.w.answer_within, 1), (x.w.responsible, 2)];
    out.push(drop_empty(table(x.w.severity, TableLook::Words, &columns, rows)));
}

/// The address of a step; `place` counts from 0.
pub fn step_anchor(manual: &Resolved<'_>, p: &Procedure, place: usize) -> String {
    let key = super::address::steps_of_procedure(manual, p).into_iter().nth(place).unwrap_or_default();
    format!("{}-{key}", p.base.anchor())
}

fn steps(x: &Writer<'_>, p: &Procedure, out: &mut Vec<Block>) {
    if p.steps.is_empty() {
        return;
    }
    out.push(heading_at(2, &place(x, &p.base.id, "steps"), x.w.complaint_steps));
    let role = |step: &ProcedureStep| {
        step.role.as_ref().map_or_else(String::new, |r| {
            x.manual.model.roles.get(&r.value).map_or_else(|| r.value.clone(), |r| r.base.title())
        })
    };
    let id_of = |i: usize, s: &ProcedureStep| s.id.as_ref().map_or_else(|| (i + 1).to_string(), |id| id.value.clone());
    let branch = |word: &str, answer: &Option<Text>| {
        let target = answer
            .as_ref()
            .and_then(|a| p.steps.iter().find_map(|s| s.id.as_ref().filter(|id| *id.value == *a.source)));
        Branch { label: word.to_owned(), to: target.map(|t| t.value.clone()) }
    };
    let drawn = p.steps.iter().enumerate().map(|(i, s)| FlowStep {
        id: id_of(i, s),
        name: s.does.as_ref().map_or_else(String::new, |d| short(&text_of(&x.text(d)))),
        who: role(s),
        within: s.within.as_ref().map(|w| text_of(&x.main_case(w))),
        after: s.after.iter().map(|a| a.value.clone()).collect(),
        decision: s.decision.as_ref().map(|d| Decision {
            question: d.question.as_ref().map_or_else(String::new, |q| short(&text_of(&x.text(q)))),
            yes: branch(x.w.yes, &d.yes),
            no: branch(x.w.no, &d.no),
        }),
        anchor: Some(step_anchor(x.manual, p, i)),
    });
    let title = format!("{}: {}", x.w.complaint_steps, p.base.title());
    let drawing = draw(&Flow {
        id: format!("flow-{}", p.base.id),
        title: title.clone(),
        description: x.w.flow_description.to_owned(),
        steps: drawn.collect(),
        escalations: p
            .escalation
            .iter()
            .map(|e| Escalation {
                when: e.when.as_ref().map_or_else(String::new, |w| short(&text_of(&x.text(w)))),
                to: match (&e.to, &e.to_text) {
                    (Some(id), _) => {
                        x.manual.model.roles.get(&id.value).map_or_else(|| id.value.clone(), |r| r.base.title())
                    }
                    (None, text) => text.as_ref().map_or_else(String::new, Text::plain),
                },
                anchor: None,
            })
            .collect(),
        lanes: false,
        words: FlowWords {
            start: x.w.flow_start.to_owned(),
            end: x.w.flow_end.to_owned(),
            escalates: x.w.escalation.to_owned(),
        },
    });
    out.push(Block::Figure(Figure {
        id: None,
        number: None,
        caption: plain(title.clone()),
        source: FigureSource::Drawing { svg: drawing.svg, width: drawing.width, height: drawing.height },
        alt: format!("{title}. {}", x.w.flow_description),
    }));
    let items = p
        .steps
        .iter()
        .enumerate()
        .map(|(i, s)| {
            let mut content = x.opt(&s.does);
            let kind = super::details::value(x, &s.details, "kind");
            if !kind.is_empty() {
                content = join([vec![Inline::Strong { content: kind }], content].into_iter(), ": ");
            }
            if let Some(decision) = &s.decision {
                content = join([content, x.opt(&decision.question)].into_iter(), ". ");
                for (word, answer) in [(x.w.yes, &decision.yes), (x.w.no, &decision.no)] {
                    if let Some(answer) = answer {
                        content.push(Inline::text(format!(" {}: ", super::writer::capital(word))));
                        content.extend(answer_words(x, p, answer));
                        content.push(Inline::text("."));
                    }
                }
            }
            Step {
                id: Some(step_anchor(x.manual, p, i)),
                content,
                who: x.reference(Kind::Roles, &s.role),
                when: x.duration(&s.within),
            }
        })
        .collect();
    out.push(Block::Steps { items });
    for (i, step) in p.steps.iter().enumerate() {
        if let Some(say) = &step.say {
            let place = format!("{} {}", super::writer::capital(x.w.step), i + 1);
            out.push(Block::Script {
                label: x.w.script.to_owned(),
                context: vec![Inline::Ref { to: step_anchor(x.manual, p, i), content: plain(place) }],
                content: x.quoted(say),
                form: Vec::new(),
            });
        }
    }
}

/// Words that join a clause to the next.
const JOINING: [&str; 9] = ["y", "e", "o", "u", "ni", "and", "or", "but", "ou"];

/// The first clause of a sentence: enough for a drawing beside which the whole is read.
fn short(text: &str) -> String {
    const WORDS: usize = 9;
    let clause = text.split([';', ',', '.', ':']).next().unwrap_or(text).trim();
    let mut words: Vec<&str> = clause.split_whitespace().collect();
    let cut = words.len() > WORDS;
    words.truncate(WORDS);
    // What only leads on to what was left out says nothing: «y», «de», «lo».
    let leads =
        |word: &&str| if cut { word.chars().count() <= 3 } else { JOINING.contains(word) && clause.len() < text.len() };
    while words.len() > 1 && words.last().is_some_and(leads) {
        words.pop();
    }
    let short = format!("{}{}", words.join(" "), if cut { "…" } else { "" });
    if text.ends_with('?') && !short.ends_with('?') { format!("{short}?") } else { short }
}

/// The answer of a decision: the step it leads to, or its words.
fn answer_words(x: &Writer<'_>, p: &Procedure, answer: &Text) -> Vec<Inline> {
    let place = p.steps.iter().position(|s| s.id.as_ref().is_some_and(|id| *id.value == *answer.source));
    match place {
        Some(i) => {
            vec![Inline::Ref { to: step_anchor(x.manual, p, i), content: plain(format!("{} {}", x.w.step, i + 1)) }]
        }
        None => x.text(answer),
    }
}

fn redress(x: &Writer<'_>, p: &Procedure, out: &mut Vec<Block>) {
    if p.redress.is_empty() {
        return;
    }
    let own = place(x, &p.base.id, "redress");
    out.push(heading_at(2, &own, x.w.redress));
    let within = format!("{own}.");
    let rows = p
        .redress
        .iter()
        .zip(super::address::items(&within, p.redress.iter().map(|r| &r.id)))
        .map(|(r, id)| Row {
            id,
            cells: vec![
                x.text(&r.gives),
                super::details::value(x, &r.details, "kind"),
                x.opt(&r.when),
                x.amount(&r.up_to),
                x.opt(&r.decides),
            ],
        })
        .collect();
    let columns = [
        (x.w.redress_gives, 3),
        (crate::lang::details::REDRESS[0].label.in_lang(x.lang), 1),
        (x.w.when, 2),
        (x.w.limit, 1),
        (x.w.decides, 2),
    ];
    out.push(drop_empty(table(x.w.redress, TableLook::Words, &columns, rows)));
}

/// Ids of the three families of causes (S3), as the language's messages suggest them in each tongue, and near ones.
const FAMILIES: [&[&str]; 3] = [
    &[
        "producto-servicio",
        "producto-o-servicio",
        "producto",
        "servicio",
        "product-service",
        "product",
        "service",
        "produto-servico",
        "produto",
        "servico",
    ],
    &["proceso", "process", "processo"],
    &["atencion", "atencion-al-cliente", "customer-service", "atendimento", "atendimento-ao-cliente"],
];

/// Investigation, improvement, corrective action and prevention (B2–B5).
fn learning(x: &Writer<'_>, p: &Procedure, out: &mut Vec<Block>) {
    part(x, out, &place(x, &p.base.id, "investigation"), x.w.investigation, &p.investigation, |i| {
        let cause = |id: &str| match i.cause_names.iter().find(|(k, _)| k == id) {
            Some((_, name)) => x.text(name),
            None => match FAMILIES.iter().position(|ids| ids.contains(&id)) {
                Some(family) => plain(x.w.cause_families[family]),
                None => plain(super::writer::capital(&id.replace('-', " "))),
            },
        };
        let causes: Vec<Vec<Block>> =
            i.causes.iter().map(|c| vec![Block::Paragraph { content: cause(&c.value) }]).collect();
        let mut blocks: Vec<Block> =
            facts([x.fact_text(x.w.method, &i.method), x.fact(x.w.responsible, x.reference(Kind::Roles, &i.owner))])
                .into_iter()
                .collect();
        if !causes.is_empty() {
            blocks.push(heading_at(3, &format!("{}.causes", place(x, &p.base.id, "investigation")), x.w.causes));
            blocks.push(Block::list(ListStyle::Bullets, causes));
        }
        if let Some(list) = x.list(ListStyle::Checklist, &i.record) {
            blocks.push(heading_at(
                3,
                &format!("{}.record", place(x, &p.base.id, "investigation")),
                x.w.register_fields,
            ));
            blocks.push(list);
        }
        blocks
    });
    part(x, out, &place(x, &p.base.id, "improvement"), x.w.improvement_request, &p.improvement_request, |i| {
        let mut blocks: Vec<Block> =
            facts([x.fact_text(x.w.when, &i.when), x.fact(x.w.decides, x.reference(Kind::Roles, &i.decides))])
                .into_iter()
                .collect();
        if let Some(list) = x.list(ListStyle::Checklist, &i.holds) {
            blocks.push(heading_at(3, &format!("{}.holds", place(x, &p.base.id, "improvement")), x.w.request_holds));
            blocks.push(list);
        }
        blocks
    });
    part(x, out, &place(x, &p.base.id, "corrective"), x.w.corrective_action, &p.corrective_action, |c| {
        facts([
            x.fact(x.w.verified_by, x.reference(Kind::Roles, &c.verified_by)),
            x.fact(x.w.verified_after, x.duration(&c.after)),
            x.fact(x.w.effective_if, x.reference(Kind::Indicators, &c.indicator)),
            x.fact_text(x.w.if_not_effective, &c.if_not_effective),
        ])
        .into_iter()
        .collect()
    });
    part(x, out, &place(x, &p.base.id, "prevention"), x.w.prevention, &p.prevention, |v| {
        facts([
            x.fact(x.w.review, x.recurrence_of(&v.review)),
            x.fact_text(x.w.lessons, &v.lessons),
            x.fact(x.w.training, x.references(Kind::Trainings, &v.training)),
            x.fact(x.w.responsible, x.reference(Kind::Roles, &v.owner)),
        ])
        .into_iter()
        .collect()
    });
}

fn part<T>(
    x: &Writer<'_>,
    out: &mut Vec<Block>,
    id: &str,
    title: &str,
    given: &Given<T>,
    write: impl FnOnce(&T) -> Vec<Block>,
) {
    match given {
        Given::Missing => {}
        Given::None { reason, .. } => {
            out.push(heading_at(2, id, title));
            let mut content = plain(format!("{} ", x.w.does_not_apply));
            content.extend(x.text(reason));
            out.push(Block::Paragraph { content });
        }
        Given::Some { value, .. } => {
            out.push(heading_at(2, id, title));
            out.extend(write(value));
        }
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_step_in_a_drawing_ends_with_a_word_that_says_something() {
        let short = super::short;
        assert_eq!(short("Escribe las causas y, si puede, las medidas"), "Escribe las causas");
        assert_eq!(
            short("Abona la devolución o la compensación y corrige lo que estaba mal"),
            "Abona la devolución o la compensación y corrige…"
        );
        assert_eq!(short("Llama y no"), "Llama y no");
        assert_eq!(short("¿Tiene razón?"), "¿Tiene razón?");
    }
}

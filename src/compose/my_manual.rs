//! «My manual»: for each role one page with all that concerns it, in the order in which it is used before a customer, and the
//! same as data. Everything on it is a short line that leads to its full place; nothing is told here for the first time.

pub mod concerns;
mod data;
#[cfg(test)]
mod tests;

pub use concerns::{Concerns, Meets, Source, concerns, message_at, redress};
pub use data::{address, data};

use super::complaints::{place, step_anchor};
use super::front::{drop_empty, section};
use super::indicators::last_result;
use super::messages::media;
use super::services::{authority_limit, to};
use super::writer::{Writer, facts, heading_at, join, table};
use super::{address, orientation};
use crate::ir::{Block, Cell, CellRole, Inline, ListStyle, Row, Section, SectionKind, Step, TableLook, plain, text_of};
use crate::model::people::Role;
use crate::model::service::Service;
use crate::parse::kind::Kind;
use crate::parse::prose::Text;
use concerns::{Handles, May, Says, Uses};
use rayon::prelude::*;

/// The page of a role.
pub fn anchor(role: &str) -> String {
    format!("my-manual-{role}")
}

/// The chapter: a list of the roles, and beneath it a page for each.
pub fn chapter(x: &Writer<'_>) -> Option<Section> {
    let model = &x.manual.model;
    if model.roles.is_empty() {
        return None;
    }
    let mut out = section(SectionKind::Chapter, "my-manual", x.w.my_manual);
    out.lead = plain(x.w.my_manual_lead);
    let roles: Vec<&Role> = model.roles.iter().collect();
    out.sections = roles
        .into_par_iter()
        .map(|role| {
            let mut page = page(x, &concerns(model, role));
            page.sections.extend(changes(x, &role.base.id).map(|changes| changes.section.clone()));
            page
        })
        .collect();
    let items = out.sections.iter().map(|s| {
        let content = vec![Inline::Ref { to: s.id.clone(), content: plain(s.title.as_str()) }];
        vec![Block::Paragraph { content }]
    });
    out.blocks.push(Block::List { style: ListStyle::Bullets, start: None, items: items.collect() });
    Some(out)
}

fn page(x: &Writer<'_>, c: &Concerns<'_>) -> Section {
    let base = &c.role.base;
    let mut out = section(SectionKind::Role, &anchor(&base.id), &super::writer::capital(&base.title()));
    out.lead = plain(x.w.my_manual_role);
    let mut see = vec![x.entry(Kind::Roles, &base.id)];
    if orientation::is_oriented(x, c.role) {
        let to = orientation::address(&base.id);
        see = join([see, vec![Inline::Ref { to, content: plain(x.w.orientation) }]].into_iter(), ", ");
    }
    see = join([see, changes_link(x, &base.id)].into_iter(), ", ");
    out.facts = [x.fact(x.w.reports_to, x.reference(Kind::Roles, &c.role.reports_to)), x.fact(x.w.see, see)]
        .into_iter()
        .flatten()
        .collect();
    out.blocks.extend(brief(x, c));
    let parts = [
        ("messages", x.w.my_messages, messages(x, c)),
        ("promises", x.w.my_promises, promises(x, c)),
        ("limits", x.w.my_limits, limits(x, c)),
        ("escalation", x.w.my_escalation, escalation(x, c)),
        ("receives", x.w.my_receives, receives(x, c)),
        ("moments", x.w.my_moments, moments(x, c)),
        ("complaints", x.w.my_complaints, complaints(x, c)),
        ("standards", x.w.my_standards, standards(x, c)),
        ("services", x.w.my_services, services(x, x.w.my_services, &c.services)),
        ("answers-for", x.w.my_answers_for, services(x, x.w.my_answers_for, &c.answers_for)),
        ("indicators", x.w.my_indicators, indicators(x, c)),
        ("plans", x.w.my_plans, plans(x, c)),
        ("risks", x.w.my_risks, links(c.risks.iter().map(|r| vec![x.entry(Kind::Risks, &r.base.id)]))),
        ("learning", x.w.my_learning, learning(x, c)),
        ("means", x.w.my_means, means(x, c)),
    ];
    for (key, title, blocks) in parts {
        if !blocks.is_empty() {
            out.blocks.push(heading_at(2, &format!("{}-{key}", out.id), title));
            out.blocks.extend(blocks);
        }
    }
    out
}

/// What this edition changed for a role, where that is known.
fn changes<'m>(x: &Writer<'m>, role: &str) -> Option<&'m super::history::Page> {
    x.past?.briefs.get(role)
}

/// The link to what changed for a role, where anything did.
pub(super) fn changes_link(x: &Writer<'_>, role: &str) -> Vec<Inline> {
    let Some(page) = changes(x, role).filter(|page| page.changes || page.signs) else { return Vec::new() };
    let title = page.section.short.as_ref().unwrap_or(&page.section.title);
    vec![Inline::Ref { to: page.section.id.clone(), content: plain(title.as_str()) }]
}

/// What is looked up first: how much may be decided alone, and to whom the rest goes.
fn brief(x: &Writer<'_>, c: &Concerns<'_>) -> Option<Block> {
    let mut decides = Vec::new();
    for own in c.role.authority.iter().filter(|a| a.up_to.is_some()) {
        if !decides.is_empty() {
            decides.push(Inline::Break);
        }
        decides.push(Inline::text(format!("{} ", x.w.up_to)));
        decides.extend(authority_limit(x, own));
        decides.extend(plain(": "));
        decides.extend(x.opt(&own.decides));
    }
    let mut cells = Vec::new();
    let mut cell = |role, label: &str, value: Vec<Inline>, content: Vec<Inline>| {
        if !content.is_empty() || !value.is_empty() {
            cells.push(Cell { role, label: label.to_owned(), value, content });
        }
    };
    cell(CellRole::Decides, x.w.my_limits, Vec::new(), decides);
    let to = x.reference(Kind::Roles, &c.role.escalates_to);
    cell(CellRole::Escalates, x.w.escalate_to, Vec::new(), to);
    (!cells.is_empty()).then(|| Block::Brief {
        title: x.w.ten_seconds.to_owned(),
        say_label: String::new(),
        say: Vec::new(),
        cells,
    })
}

/// The address of a message.
pub fn message_anchor(x: &Writer<'_>, says: &Says<'_>) -> String {
    match says.from {
        Source::Service(service, moment, at) => {
            address::messages(x.manual, service, moment).into_iter().nth(at - 1).unwrap_or_default()
        }
        Source::General(communication) => communication.base.anchor(),
    }
}

/// When a message is said: its occasion, or its name.
fn occasion(x: &Writer<'_>, says: &Says<'_>) -> Vec<Inline> {
    let name = match says.from {
        Source::General(communication) => communication.base.name.as_ref(),
        Source::Service(..) => None,
    };
    let title = says.message.trigger.as_ref().or(says.message.name.as_ref()).or(name);
    title.map_or_else(|| plain(x.w.message), |t| x.title(t))
}

/// The words to say, service by service; a message that only says what to tell is a line.
fn messages(x: &Writer<'_>, c: &Concerns<'_>) -> Vec<Block> {
    let mut out = Vec::new();
    let mut above: Option<Option<&str>> = None;
    for says in &c.messages {
        let service = match says.from {
            Source::Service(service, ..) => Some(service),
            Source::General(_) => None,
        };
        let now = Some(service.map(|s| s.base.id.as_str()));
        if above != now {
            above = now;
            let title = match service {
                Some(service) => service_link(service),
                None => plain(x.w.general_messages),
            };
            out.push(Block::Heading { level: 3, id: None, number: None, title, told: service.is_none() });
        }
        let mut context = vec![Inline::Ref { to: message_anchor(x, says), content: occasion(x, says) }];
        for more in [media(x, says.message), x.duration(&says.message.within)] {
            if !more.is_empty() {
                context.push(Inline::text(" · "));
                context.extend(more);
            }
        }
        match &says.message.say {
            Some(say) => out.push(Block::Script {
                label: x.w.script.to_owned(),
                context,
                content: x.quoted(say),
                form: x.opt(&says.message.form),
            }),
            None => {
                if let Some(content) = &says.message.content {
                    context.push(Inline::text(": "));
                    context.extend(x.text(content));
                }
                out.push(Block::Paragraph { content: context });
            }
        }
        out.extend(x.list(ListStyle::Excluded, &says.message.avoid_saying));
    }
    out
}

/// The service by its code and short name.
fn service_link(service: &Service) -> Vec<Inline> {
    let name = service.short_name.as_ref().map_or_else(|| service.base.title(), Text::plain);
    let mut run = Vec::new();
    if let Some(code) = &service.base.code {
        run.push(Inline::Mark { text: code.value.clone() });
        run.push(Inline::text(" "));
    }
    run.push(Inline::Ref { to: service.base.anchor(), content: plain(name) });
    run
}

/// One table, or nothing where it would have no rows.
fn rows(caption: &str, columns: &[(&str, u8)], rows: Vec<Vec<Vec<Inline>>>) -> Vec<Block> {
    let rows: Vec<Row> = rows.into_iter().map(|cells| Row { id: None, cells }).collect();
    if rows.is_empty() { Vec::new() } else { vec![drop_empty(table(caption, TableLook::Words, columns, rows))] }
}

fn promises(x: &Writer<'_>, c: &Concerns<'_>) -> Vec<Block> {
    let list = c.commitments.iter().map(|commitment| {
        let base = &commitment.base;
        let service = commitment.service.as_ref().and_then(|s| x.manual.model.services.get(&s.value));
        let gives = match service {
            Some(service) => redress(service, commitment),
            None => commitment.redress.value(),
        };
        vec![
            vec![x.entry(Kind::Commitments, &base.id)],
            base.code.as_ref().map_or_else(Vec::new, |_| x.opt(&base.name)),
            x.duration(&commitment.within),
            service.map_or_else(Vec::new, service_link),
            gives.map_or_else(Vec::new, |r| x.opt(&r.gives)),
        ]
    });
    let columns = [(x.w.commitment, 1), (x.w.promise, 3), (x.w.within, 1), (x.w.applies_to, 2), (x.w.if_we_fail, 3)];
    rows(x.w.my_promises, &columns, list.collect())
}

fn limits(x: &Writer<'_>, c: &Concerns<'_>) -> Vec<Block> {
    let list = c.authority.iter().map(|may| match may {
        May::Decide(own, service) => {
            let place = service.map_or_else(|| plain(x.w.in_every_service), service_link);
            vec![x.opt(&own.decides), authority_limit(x, own), x.duration(&own.within), place]
        }
        May::Offer(offer, procedure) => {
            let limit = join([x.amount(&offer.up_to), x.opt(&offer.when)].into_iter(), ", ");
            let to = place(x, &procedure.base.id, "redress");
            let place = vec![Inline::Ref { to, content: plain(procedure.base.title()) }];
            vec![x.text(&offer.gives), limit, Vec::new(), place]
        }
    });
    let columns = [(x.w.may_decide, 3), (x.w.limit, 2), (x.w.within, 1), (x.w.applies_to, 2)];
    rows(x.w.my_limits, &columns, list.collect())
}

/// The stair: first to whom the role turns in general, then what its services and complaints send elsewhere.
fn escalation(x: &Writer<'_>, c: &Concerns<'_>) -> Vec<Block> {
    let own = c.role.escalates_to.as_ref().map(|id| Step {
        id: None,
        content: plain(x.w.what_exceeds),
        who: vec![x.entry(Kind::Roles, &id.value)],
        when: Vec::new(),
    });
    let mut out: Vec<Block> =
        own.map(|step| Block::Escalation { label: x.w.escalation.to_owned(), steps: vec![step] }).into_iter().collect();
    out.extend(escalations(x, &c.escalates, x.w.my_escalation, true));
    out
}

fn receives(x: &Writer<'_>, c: &Concerns<'_>) -> Vec<Block> {
    let mut out = Vec::new();
    if !c.receives_from.is_empty() {
        let roles: Vec<Vec<Inline>> = c.receives_from.iter().map(|r| vec![x.entry(Kind::Roles, &r.base.id)]).collect();
        let (before, after) = x.w.of_these_roles.split_once("{roles}").unwrap_or((x.w.of_these_roles, ""));
        let mut content = plain(before);
        content.extend(join(roles.into_iter(), ", "));
        content.extend(plain(format!("{after}.")));
        out.push(Block::Paragraph { content });
    }
    out.extend(escalations(x, &c.receives, x.w.my_receives, false));
    out
}

fn escalations(x: &Writer<'_>, list: &[concerns::Escalates<'_>], caption: &str, up: bool) -> Vec<Block> {
    let list = list.iter().map(|e| {
        let place = match e.service {
            Some(service) => {
                let to = format!("service-{}-authority", service.base.id);
                vec![Inline::Ref { to, content: text_only(service_link(service)) }]
            }
            None => {
                let to = place(x, &e.of.id, "escalation");
                vec![Inline::Ref { to, content: plain(x.w.complaints) }]
            }
        };
        let whom = if up { to(x, e.step) } else { Vec::new() };
        vec![x.opt(&e.step.when), whom, x.duration(&e.step.within), place]
    });
    let columns = [(x.w.when, 3), (x.w.escalate_to, 2), (x.w.within, 1), (x.w.applies_to, 2)];
    rows(caption, &columns, list.collect())
}

/// What a link says, without the link.
fn text_only(run: Vec<Inline>) -> Vec<Inline> {
    plain(text_of(&run))
}

fn moment_link(x: &Writer<'_>, meets: &Meets<'_>) -> Vec<Inline> {
    let content = meets.moment.name.as_ref().map_or_else(|| plain(x.w.moment), |name| x.title(name));
    vec![Inline::Ref { to: address::moment(x.manual, meets.service, meets.number), content }]
}

fn moments(x: &Writer<'_>, c: &Concerns<'_>) -> Vec<Block> {
    let list = c.moments.iter().map(|meets| {
        let moment = meets.moment;
        let mut title = moment_link(x, meets);
        if moment.of_truth {
            title.push(Inline::text(" "));
            title.push(Inline::Strong { content: plain(format!("({})", x.w.moment_of_truth.to_lowercase())) });
        }
        let within = moment.commitment.as_ref().and_then(|id| x.manual.model.commitments.get(&id.value));
        let todo = if moment.requirements.is_empty() { x.opt(&moment.does) } else { x.texts(&moment.requirements) };
        vec![title, todo, within.map_or_else(Vec::new, |c| x.duration(&c.within)), service_link(meets.service)]
    });
    let columns = [(x.w.moment, 2), (x.w.card_do, 4), (x.w.within, 1), (x.w.applies_to, 2)];
    rows(x.w.my_moments, &columns, list.collect())
}

fn complaints(x: &Writer<'_>, c: &Concerns<'_>) -> Vec<Block> {
    let mut out = Vec::new();
    let mut steps = Vec::new();
    let mut items: Vec<Vec<Inline>> = Vec::new();
    let mut link = |to: String, words: &str, more: Vec<Inline>| {
        let mut run = vec![Inline::Ref { to, content: plain(words) }];
        if !more.is_empty() {
            run.push(Inline::text(": "));
            run.extend(more);
        }
        items.push(run);
    };
    for part in &c.complaints {
        match part {
            Handles::Step(procedure, step, at) => {
                let place = format!("{} {}", super::writer::capital(x.w.step), at + 1);
                let to = step_anchor(x.manual, procedure, *at);
                let title = vec![Inline::Ref { to, content: plain(place) }];
                let says = step.say.as_ref().map_or_else(Vec::new, |say| x.quoted(say));
                steps.push(vec![title, x.opt(&step.does), says, x.duration(&step.within)]);
            }
            Handles::Severity(of, severity) => {
                let name = severity.name.as_ref().map_or_else(|| plain(severity.id.value.as_str()), |n| x.text(n));
                let more = join([name, x.duration(&severity.answer_within)].into_iter(), ", ");
                link(place(x, &of.base.id, "severity"), x.w.severity, more);
            }
            Handles::Investigates(of) => link(place(x, &of.base.id, "investigation"), x.w.investigation, Vec::new()),
            Handles::DecidesImprovement(of) => {
                link(place(x, &of.base.id, "improvement"), x.w.improvement_request, Vec::new())
            }
            Handles::VerifiesCorrection(of) => {
                link(place(x, &of.base.id, "corrective"), x.w.corrective_action, Vec::new())
            }
            Handles::Prevents(of) => link(place(x, &of.base.id, "prevention"), x.w.prevention, Vec::new()),
        }
    }
    let columns = [(x.w.steps, 1), (x.w.card_do, 4), (x.w.script, 4), (x.w.within, 1)];
    out.extend(rows(x.w.my_complaints, &columns, steps));
    out.extend(links(items.into_iter()));
    out
}

/// A list of lines, or nothing.
fn links(items: impl Iterator<Item = Vec<Inline>>) -> Vec<Block> {
    let items: Vec<Vec<Block>> = items.map(|content| vec![Block::Paragraph { content }]).collect();
    if items.is_empty() { Vec::new() } else { vec![Block::List { style: ListStyle::Bullets, start: None, items }] }
}

fn standards(x: &Writer<'_>, c: &Concerns<'_>) -> Vec<Block> {
    let list = c.standards.iter().map(|s| {
        let mut run = Vec::new();
        if let Some(code) = &s.base.code {
            run.extend([Inline::Mark { text: code.value.clone() }, Inline::text(" ")]);
        }
        run.push(x.entry(Kind::Standards, &s.base.id));
        vec![run, x.opt(&s.statement)]
    });
    rows(x.w.my_standards, &[(x.w.standard, 1), (x.w.card_do, 3)], list.collect())
}

fn services(x: &Writer<'_>, caption: &str, list: &[&Service]) -> Vec<Block> {
    let list = list.iter().map(|s| {
        let summary = s.offering.value().map_or_else(Vec::new, |o| x.opt(&o.summary));
        vec![service_link(s), summary]
    });
    rows(caption, &[(x.w.services, 1), (x.w.what_it_is, 3)], list.collect())
}

fn indicators(x: &Writer<'_>, c: &Concerns<'_>) -> Vec<Block> {
    let list = c.indicators.iter().map(|i| {
        let targets = i.targets.value().map_or_else(Vec::new, |t| x.targets(t));
        vec![vec![x.entry(Kind::Indicators, &i.base.id)], targets, last_result(x, i), x.recurrence_of(&i.frequency)]
    });
    let columns = [(x.w.indicator, 3), (x.w.target, 2), (x.w.last_result, 1), (x.w.frequency, 1)];
    rows(x.w.my_indicators, &columns, list.collect())
}

fn plans(x: &Writer<'_>, c: &Concerns<'_>) -> Vec<Block> {
    let list = c.plans.iter().filter_map(|meets| {
        let plan = meets.moment.plan.as_ref()?;
        Some(vec![x.opt(&plan.action), x.date_of(&plan.due), moment_link(x, meets)])
    });
    rows(x.w.my_plans, &[(x.w.plan, 4), (x.w.due, 1), (x.w.moment, 2)], list.collect())
}

fn learning(x: &Writer<'_>, c: &Concerns<'_>) -> Vec<Block> {
    let list = c.trainings.iter().map(|t| {
        vec![
            vec![x.entry(Kind::Trainings, &t.base.id)],
            x.recurrence_of(&t.frequency),
            x.opt(&t.duration),
            x.opt(&t.shown_by),
        ]
    });
    let columns = [(x.w.training, 2), (x.w.frequency, 1), (x.w.lasts, 1), (x.w.learning_shown_by, 3)];
    let mut out = rows(x.w.my_learning, &columns, list.collect());
    out.extend(facts([x.fact_text(x.w.qualification, &c.role.qualification)]));
    out
}

fn means(x: &Writer<'_>, c: &Concerns<'_>) -> Vec<Block> {
    links(c.resources.iter().map(|used| match used {
        Uses::Entry(resource) => vec![x.entry(Kind::Resources, &resource.base.id)],
        Uses::Words(text) => x.title(text),
    }))
}

//! The flow of a procedure: steps from top to bottom, each with who does it and its time in brackets, branches and joins
//! as `after` says, escalation dashed.
//!
//! The drawing is 360 px wide, so that a phone and a page show the same. Steps on parallel branches stand side by side,
//! two to a row; arrows that pass over rows run in a gutter at the left. The work is done in five files: `plan`
//! puts steps into rows, `course` sends each arrow down or round, `boxes` measures the words, `route` places everything,
//! this one draws.

mod boxes;
mod course;
mod plan;
mod route;

use super::Drawing;
use super::measure::{self, LEADING, TEXT, Weight};
use super::pen::{Anchor, Area, Pen};
use boxes::{Content, Ladder};
use plan::{Node, Plan};
use route::{Frame, Layout};

/// A procedure. Drawn 360 px wide.
#[derive(Debug, Clone, Default)]
pub struct Flow {
    /// Prefix of the ids, unique in the page.
    pub id: String,
    pub title: String,
    /// What the drawing says to somebody who cannot see it.
    pub description: String,
    /// In the order in which they are numbered and told.
    pub steps: Vec<FlowStep>,
    /// From the first step up.
    pub escalations: Vec<Escalation>,
    /// A column for each who, where there are two or three and their words fit.
    pub lanes: bool,
    pub words: FlowWords,
}

#[derive(Debug, Clone, Default)]
pub struct FlowStep {
    pub id: String,
    pub name: String,
    pub who: String,
    /// A time limit, written in brackets: `10 minutos`.
    pub within: Option<String>,
    /// Ids of the steps before this one. A step that names none follows the one above, unless an earlier answer leads to it. If
    /// steps name each other in a circle, the order of the list is drawn. Unknown ids are passed over.
    pub after: Vec<String>,
    pub decision: Option<Decision>,
    /// Anchor of the place in the manual that tells more.
    pub anchor: Option<String>,
}

/// A question at the end of a step.
#[derive(Debug, Clone, Default)]
pub struct Decision {
    pub question: String,
    pub yes: Branch,
    pub no: Branch,
}

/// An answer and where it leads.
#[derive(Debug, Clone, Default)]
pub struct Branch {
    /// `sí`
    pub label: String,
    /// Id of a step, before or after. None is: the steps that name this one in `after` and are not the other answer's;
    /// where there are none, `no` escalates and `yes` ends.
    pub to: Option<String>,
}

#[derive(Debug, Clone, Default)]
pub struct Escalation {
    pub when: String,
    pub to: String,
    /// Anchor of the place in the manual that tells more.
    pub anchor: Option<String>,
}

/// Words of the drawing; empty ones leave out what they name.
#[derive(Debug, Clone, Default)]
pub struct FlowWords {
    pub start: String,
    pub end: String,
    /// Above the escalations: `Escala a`.
    pub escalates: String,
}

const WIDTH: f64 = 360.0;

pub fn draw(flow: &Flow) -> Drawing {
    let (pen, height) = lay_out(flow);
    pen.finish(WIDTH, height)
}

fn lay_out(flow: &Flow) -> (Pen, f64) {
    let mut pen = Pen::new(&flow.id, "flow", &flow.title, &flow.description);
    let names = lane_names(flow);
    let lane_of: Vec<usize> = match names.len() {
        0 => Vec::new(),
        _ => flow.steps.iter().map(|step| names.iter().position(|name| *name == step.who).unwrap_or(0)).collect(),
    };
    let mut plan = Plan::new(flow, &lane_of);
    let aside = !flow.escalations.is_empty() && !plan.is_wide();
    if !flow.escalations.is_empty() && !aside {
        plan.rows.push(vec![(Node::Ladder, 0)]);
        for (step, label) in plan.escalating.clone() {
            plan.join(Node::Step(step), Node::Ladder, &label);
        }
    }
    let heads: Vec<Vec<String>> = names
        .iter()
        .map(|name| measure::wrap(name, WIDTH / names.len() as f64 - 12.0, TEXT, Weight::Strong).lines)
        .collect();
    let head = heads.iter().map(Vec::len).max().map_or(2.0, |lines| lines as f64 * LEADING + 14.0);
    let layout = Layout::new(&plan, Frame { width: WIDTH, top: head, aside }, |node, width, label| {
        Content::new(flow, node, width, label, !names.is_empty())
    });
    bands(&mut pen, &layout, &heads, head);
    layout.draw_edges(&mut pen);
    for placed in &layout.nodes {
        placed.content.draw(&mut pen, flow, placed.area);
    }
    let mut height = layout.bottom;
    if aside {
        height = height.max(beside(&mut pen, flow, &plan, &layout));
    }
    (pen, height + 2.0)
}

/// Who the lanes belong to, in order of appearance; none when lanes are not wanted or would be too narrow for the words.
fn lane_names(flow: &Flow) -> Vec<&str> {
    let mut names: Vec<&str> = Vec::new();
    for step in &flow.steps {
        if !names.contains(&step.who.as_str()) {
            names.push(&step.who);
        }
    }
    let room = WIDTH / names.len().max(1) as f64 - 40.0;
    let fits = |words: &str, weight| !measure::wrap(words, room, TEXT, weight).cut;
    let all_fit = flow.steps.iter().all(|step| {
        let asked = step
            .decision
            .as_ref()
            .is_none_or(|d| measure::wrap(&d.question, room - 44.0, TEXT, Weight::Plain).lines.len() < 5);
        fits(&step.name, Weight::Plain) && fits(&step.who, Weight::Strong) && asked
    });
    if flow.lanes && (2..=3).contains(&names.len()) && all_fit { names } else { Vec::new() }
}

/// Heads of the lanes, and a band behind every second one.
fn bands(pen: &mut Pen, layout: &Layout, heads: &[Vec<String>], head: f64) {
    let bottom = layout
        .nodes
        .iter()
        .filter(|n| n.content.node != Node::Ladder)
        .map(|n| n.area.y + n.area.h)
        .fold(head, f64::max);
    for (lane, lines) in heads.iter().enumerate() {
        let (x, w) = layout.columns[lane];
        if lane % 2 == 0 {
            pen.band("r", Area { x: x - 5.0, y: 0.0, w: w + 10.0, h: bottom + 8.0 }, 4.0);
        }
        for (n, line) in lines.iter().enumerate() {
            pen.text("b", x + w / 2.0, 15.0 + n as f64 * LEADING, Anchor::Middle, line);
        }
    }
}

/// Escalations in a column at the right of a flow that is one box wide: a dashed rail gathers the steps from which a case
/// goes up, and leads to those who take it. Returns where they end.
fn beside(pen: &mut Pen, flow: &Flow, plan: &Plan, layout: &Layout) -> f64 {
    let steps = || layout.nodes.iter().filter(|n| matches!(n.content.node, Node::Step(_)));
    let (first, last) = steps().fold((f64::INFINITY, 0.0), |(first, last): (f64, f64), n| {
        (first.min(n.area.y), last.max(n.area.y + n.area.h))
    });
    let x = layout.right + 20.0;
    let rail = layout.right + 8.0;
    let heading = measure::wrap(&flow.words.escalates, WIDTH - x, TEXT, Weight::Strong).lines;
    let head = heading.len() as f64 * LEADING + if heading.is_empty() { 0.0 } else { 4.0 };
    let ladder = Ladder::new(&flow.escalations, WIDTH - x - 1.0, 0.0);
    let middle = if first.is_finite() { (first + last) / 2.0 } else { 0.0 };
    let top = (middle - (head + ladder.height) / 2.0).max(if first.is_finite() { first } else { 2.0 });
    for (n, line) in heading.iter().enumerate() {
        pen.text("b", x, top + 12.0 + n as f64 * LEADING, Anchor::Start, line);
    }
    let targets = ladder.middles(top + head);
    let sources: Vec<(f64, f64)> = steps()
        .filter_map(|n| match (n.content.node, plan.escalating.is_empty()) {
            (Node::Step(_), true) => Some((n.area.x + n.area.w, n.area.y + n.content.box_height / 2.0)),
            (Node::Step(step), false) => {
                let (_, label) = plan.escalating.iter().find(|(s, _)| *s == step)?;
                let (tip, y) = n.content.tip(n.area);
                pen.text("s", tip + 3.0, y - 5.0, Anchor::Start, &route::short(label));
                Some((tip, y))
            }
            _ => None,
        })
        .collect();
    let ends = sources.iter().map(|(_, y)| *y).chain(targets.iter().copied());
    let (high, low) = ends.fold((f64::INFINITY, f64::NEG_INFINITY), |(high, low), y| (high.min(y), low.max(y)));
    for (from, y) in &sources {
        pen.route("u", &[(*from, *y), (rail, *y)]);
    }
    if high < low {
        pen.route("u", &[(rail, high), (rail, low)]);
    }
    for y in &targets {
        pen.arrow("u", "y", &[(rail, *y), (x, *y)]);
    }
    ladder.draw(pen, &flow.escalations, x, top + head);
    top + head + ladder.height
}

#[cfg(test)]
#[path = "flow_tests.rs"]
mod tests;

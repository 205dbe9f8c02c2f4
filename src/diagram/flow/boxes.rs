//! What is inside each box of a flow, and how large that makes it.

use super::plan::Node;
use super::{Escalation, Flow};
use crate::diagram::measure::{self, LEADING, TEXT, Weight};
use crate::diagram::pen::{Anchor, Area, Pen};

const PAD: f64 = 9.0;
/// How far the points of a decision reach out.
const TIP: f64 = 13.0;
/// Between a step and its question.
const NECK: f64 = 10.0;

/// The words of one node, broken to its width.
#[derive(Debug)]
pub struct Content {
    pub node: Node,
    pub height: f64,
    /// Height of the box without its question.
    pub box_height: f64,
    /// How far beneath its top an arrow meets it.
    pub entry: f64,
    number: String,
    name: Vec<String>,
    who: Vec<String>,
    within: Vec<String>,
    /// Who and time share the last line.
    together: bool,
    question: Vec<String>,
    /// How far the question stands in from both sides: room for a word on the arrow that leaves it there.
    inset: f64,
    /// Width of the text of start and end.
    pill: f64,
    ladder: Option<Ladder>,
}

impl Content {
    /// `beside` is the widest word on an arrow that leaves the question at its side. In a lane its head says who.
    pub fn new(flow: &Flow, node: Node, width: f64, beside: f64, in_lane: bool) -> Self {
        let mut content = Content {
            node,
            height: 0.0,
            box_height: 0.0,
            entry: 0.0,
            number: String::new(),
            name: Vec::new(),
            who: Vec::new(),
            within: Vec::new(),
            together: false,
            question: Vec::new(),
            inset: 0.0,
            pill: 0.0,
            ladder: None,
        };
        match node {
            Node::Start => content.terminal(&flow.words.start, width),
            Node::End => content.terminal(&flow.words.end, width),
            Node::Step(step) => content.step(flow, step, width, beside, in_lane),
            Node::Ladder => {
                let ladder = Ladder::new(&flow.escalations, width, 22.0);
                let head = if flow.words.escalates.trim().is_empty() { 0.0 } else { LEADING + 4.0 };
                content.height = ladder.height + head;
                content.box_height = content.height;
                content.entry = head;
                content.ladder = Some(ladder);
            }
        }
        content
    }

    fn terminal(&mut self, words: &str, width: f64) {
        self.name = measure::wrap(words, width - 24.0, TEXT, Weight::Plain).lines;
        self.pill = measure::widest(&self.name, TEXT, Weight::Plain) + 24.0;
        self.height = self.name.len() as f64 * LEADING + 8.0;
        self.box_height = self.height;
    }

    fn step(&mut self, flow: &Flow, step: usize, width: f64, beside: f64, in_lane: bool) {
        let step_number = (step + 1).to_string();
        let step = &flow.steps[step];
        let inner = width - 2.0 * PAD;
        let indent = measure::width(&step_number, TEXT, Weight::Strong) + 6.0;
        let room = inner - indent;
        self.name = measure::wrap(&step.name, room, TEXT, Weight::Plain).lines;
        let who = if in_lane { "" } else { step.who.as_str() };
        let within = step.within.as_deref().map(measure::clean).filter(|within| !within.is_empty());
        // The brackets stay with the words next to them.
        let within = within.map(|within| format!("[\u{a0}{within}\u{a0}]")).unwrap_or_default();
        self.within = measure::wrap(&within, room, TEXT, Weight::Strong).lines;
        self.who = measure::wrap(who, room, TEXT, Weight::Plain).lines;
        let both =
            measure::widest(&self.who, TEXT, Weight::Plain) + measure::widest(&self.within, TEXT, Weight::Strong);
        self.together = self.who.len() == 1 && self.within.len() == 1 && both + 14.0 <= room;
        self.number = step_number;
        let lines = self.name.len().max(1) + self.who.len() + self.within.len() - usize::from(self.together);
        self.box_height = lines as f64 * LEADING + 14.0;
        self.height = self.box_height;
        if let Some(decision) = &step.decision {
            let least = if beside > 0.0 { beside + 4.0 } else { 0.0 };
            let room = (width - 2.0 * (least + TIP)).max(30.0);
            self.question = measure::wrap(&decision.question, room, TEXT, Weight::Plain).lines;
            let wide = measure::widest(&self.question, TEXT, Weight::Plain).max(24.0) + 2.0 * TIP + 12.0;
            self.inset = ((width - wide) / 2.0).max(least);
            self.height += NECK + self.question_height();
        }
    }

    fn question_height(&self) -> f64 {
        self.question.len().max(1) as f64 * LEADING + 14.0
    }

    fn asks(&self) -> bool {
        self.height > self.box_height
    }

    /// Where an arrow leaves at the right: the point of the question.
    pub fn tip(&self, area: Area) -> (f64, f64) {
        (area.x + area.w - self.inset, self.side(area).1)
    }

    /// Where an arrow leaves at the left.
    pub fn side(&self, area: Area) -> (f64, f64) {
        match self.asks() {
            true => (area.x + self.inset, area.y + area.h - self.question_height() / 2.0),
            false => (area.x, area.y + self.box_height / 2.0),
        }
    }

    pub fn draw(&self, pen: &mut Pen, flow: &Flow, area: Area) {
        let middle = area.x + area.w / 2.0;
        match self.node {
            Node::Start | Node::End => {
                let pill = Area { x: middle - self.pill / 2.0, w: self.pill, ..area };
                pen.rect("n", pill, 12.0_f64.min(area.h / 2.0));
                for (n, line) in self.name.iter().enumerate() {
                    pen.text("s", middle, area.y + 16.5 + n as f64 * LEADING, Anchor::Middle, line);
                }
            }
            Node::Step(step) => pen.link(flow.steps[step].anchor.as_deref(), |pen| self.draw_step(pen, area)),
            Node::Ladder => {
                let head = measure::wrap(&flow.words.escalates, area.w / 2.0 - 12.0, TEXT, Weight::Strong);
                for line in measure::clamp(head, 1) {
                    pen.text("b", area.x, area.y + 12.0, Anchor::Start, &line);
                }
                if let Some(ladder) = &self.ladder {
                    ladder.draw(pen, &flow.escalations, area.x, area.y + area.h - ladder.height);
                }
            }
        }
    }

    fn draw_step(&self, pen: &mut Pen, area: Area) {
        let middle = area.x + area.w / 2.0;
        pen.rect("k", Area { h: self.box_height, ..area }, 3.0);
        let left = area.x + PAD;
        let indent = left + measure::width(&self.number, TEXT, Weight::Strong) + 6.0;
        let mut y = area.y + 18.5;
        pen.text("b", left, y, Anchor::Start, &self.number);
        for line in &self.name {
            pen.text("", indent, y, Anchor::Start, line);
            y += LEADING;
        }
        if self.name.is_empty() {
            y += LEADING;
        }
        for line in &self.who {
            pen.text("s", indent, y, Anchor::Start, line);
            y += LEADING;
        }
        if self.together {
            y -= LEADING;
        }
        for line in &self.within {
            match self.together {
                true => pen.text("i", area.x + area.w - PAD, y, Anchor::End, line),
                false => pen.text("i", indent, y, Anchor::Start, line),
            }
            y += LEADING;
        }
        if self.asks() {
            let bottom = area.y + self.box_height;
            pen.route("l", &[(middle, bottom), (middle, bottom + NECK)]);
            let (x, w) = (area.x + self.inset, area.w - 2.0 * self.inset);
            pen.hexagon("q", Area { x, y: bottom + NECK, w, h: self.question_height() }, TIP);
            for (n, line) in self.question.iter().enumerate() {
                pen.text("", middle, bottom + NECK + 19.0 + n as f64 * LEADING, Anchor::Middle, line);
            }
        }
    }
}

/// The escalations one under the other, each a step further in.
#[derive(Debug)]
pub struct Ladder {
    pub height: f64,
    stair: f64,
    width: f64,
    rungs: Vec<Rung>,
}

#[derive(Debug)]
struct Rung {
    to: Vec<String>,
    when: Vec<String>,
    height: f64,
}

const BETWEEN: f64 = 12.0;

impl Ladder {
    /// `stair` is how much further in each box stands than the one before, up to five.
    pub fn new(escalations: &[Escalation], width: f64, stair: f64) -> Self {
        let rungs: Vec<Rung> = (escalations.iter().enumerate())
            .map(|(n, escalation)| {
                let room = width - offset(n, stair) - 2.0 * PAD;
                let to = measure::wrap(&escalation.to, room, TEXT, Weight::Strong).lines;
                let when = measure::wrap(&escalation.when, room, TEXT, Weight::Plain).lines;
                let height = (to.len() + when.len()).max(1) as f64 * LEADING + 14.0;
                Rung { to, when, height }
            })
            .collect();
        let height = rungs.iter().map(|rung| rung.height + BETWEEN).sum::<f64>() - BETWEEN;
        Ladder { height: height.max(0.0), stair, width, rungs }
    }

    /// The height at which an arrow meets each box from the left.
    pub fn middles(&self, top: f64) -> Vec<f64> {
        let mut y = top;
        (self.rungs.iter())
            .map(|rung| {
                let middle = y + rung.height / 2.0;
                y += rung.height + BETWEEN;
                middle
            })
            .collect()
    }

    pub fn draw(&self, pen: &mut Pen, escalations: &[Escalation], x: f64, top: f64) {
        let mut y = top;
        for (n, (rung, escalation)) in self.rungs.iter().zip(escalations).enumerate() {
            let left = x + offset(n, self.stair);
            if n > 0 && offset(n, self.stair) > offset(n - 1, self.stair) {
                let from = left - self.stair + 10.0;
                pen.arrow(
                    "u",
                    "y",
                    &[(from, y - BETWEEN), (from, y + rung.height / 2.0), (left, y + rung.height / 2.0)],
                );
            }
            pen.link(escalation.anchor.as_deref(), |pen| {
                pen.rect("z", Area { x: left, y, w: x + self.width - left, h: rung.height }, 3.0);
                let lines = rung.to.iter().map(|line| ("b", line)).chain(rung.when.iter().map(|line| ("s", line)));
                for (n, (class, line)) in lines.enumerate() {
                    pen.text(class, left + PAD, y + 18.5 + n as f64 * LEADING, Anchor::Start, line);
                }
            });
            y += rung.height + BETWEEN;
        }
    }
}

fn offset(n: usize, stair: f64) -> f64 {
    n.min(5) as f64 * stair
}

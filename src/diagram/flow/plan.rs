//! Which steps follow which, and in which row each stands: the graph behind a flow, before any measure is taken.

use super::{Branch, Flow};

/// What stands in the drawing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Node {
    Start,
    Step(usize),
    End,
    /// The escalations, when they stand beneath the flow.
    Ladder,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edge {
    pub from: Node,
    pub to: Node,
    pub label: String,
}

#[derive(Debug)]
pub struct Plan {
    /// From top to bottom; within a row from left to right, each with its column.
    pub rows: Vec<Vec<(Node, usize)>>,
    /// Number of columns when the rows are lanes, else 0: a row's nodes then share its width.
    pub lanes: usize,
    pub edges: Vec<Edge>,
    /// Decisions whose `no` goes up the ladder of escalation, with the word on that branch.
    pub escalating: Vec<(usize, String)>,
}

impl Plan {
    /// `lane_of` gives each step's lane; empty when there are none.
    pub fn new(flow: &Flow, lane_of: &[usize]) -> Self {
        let count = flow.steps.len();
        let mut graph = Graph::new(flow);
        let mut plan = Plan { rows: Vec::new(), lanes: 0, edges: Vec::new(), escalating: Vec::new() };
        let branches = Branches::read(flow, &mut graph, &mut plan.escalating);
        let layers = graph.layers();
        // Start and end stand in the lane of the first step that they touch.
        let lane = |step: Option<usize>| step.and_then(|step| lane_of.get(step)).copied().unwrap_or(0);

        if !flow.words.start.trim().is_empty() && count > 0 {
            let first = || (0..count).filter(|step| graph.before[*step].is_empty());
            plan.rows.push(vec![(Node::Start, lane(first().next()))]);
            first().for_each(|step| plan.join(Node::Start, Node::Step(step), ""));
        }
        let mut place = vec![0.0; count];
        for layer in 0..layers.iter().max().map_or(0, |last| last + 1) {
            let mut steps: Vec<usize> = (0..count).filter(|step| layers[*step] == layer).collect();
            let wish = |step: &usize| {
                let before = &graph.before[*step];
                before.iter().map(|b| place[*b]).sum::<f64>() / before.len().max(1) as f64
            };
            steps.sort_by(|a, b| wish(a).total_cmp(&wish(b)).then(a.cmp(b)));
            for (n, step) in steps.iter().enumerate() {
                place[*step] = n as f64;
            }
            plan.rows.extend(split(&steps, lane_of));
        }
        plan.lanes = lane_of.iter().max().map_or(0, |last| last + 1);

        for to in 0..count {
            for &from in &graph.before[to] {
                plan.join(Node::Step(from), Node::Step(to), "");
            }
        }
        for (from, to, label) in branches.forward.iter().chain(&branches.back) {
            plan.join(Node::Step(*from), Node::Step(*to), label);
        }
        if !flow.words.end.trim().is_empty() && count > 0 {
            let ends: Vec<usize> = (0..count)
                .filter(|step| flow.steps[*step].decision.is_none())
                .filter(|step| !graph.before.iter().any(|before| before.contains(step)))
                .chain(branches.ends.iter().map(|(step, _)| *step))
                .collect();
            for step in &ends {
                plan.join(Node::Step(*step), Node::End, "");
            }
            for (step, label) in &branches.ends {
                plan.join(Node::Step(*step), Node::End, label);
            }
            if !ends.is_empty() {
                plan.rows.push(vec![(Node::End, lane(ends.first().copied()))]);
            }
        }
        plan
    }

    /// Adds an edge, or a further word to the one that is there.
    pub fn join(&mut self, from: Node, to: Node, label: &str) {
        match self.edges.iter_mut().find(|edge| (edge.from, edge.to) == (from, to)) {
            Some(edge) if edge.label.is_empty() => edge.label = label.to_owned(),
            Some(edge) if !label.is_empty() && edge.label != label => edge.label = format!("{} / {label}", edge.label),
            Some(_) => {}
            None => self.edges.push(Edge { from, to, label: label.to_owned() }),
        }
    }

    /// Whether any row holds steps side by side.
    pub fn is_wide(&self) -> bool {
        self.lanes > 1 || self.rows.iter().any(|row| row.len() > 1)
    }

    pub fn row_of(&self, node: Node) -> usize {
        self.rows.iter().position(|row| row.iter().any(|(n, _)| *n == node)).unwrap_or(0)
    }
}

/// Two steps stand side by side, more go to the rows beneath; in lanes, each lane holds one.
fn split(steps: &[usize], lane_of: &[usize]) -> Vec<Vec<(Node, usize)>> {
    let mut rows: Vec<Vec<(Node, usize)>> = Vec::new();
    for &step in steps {
        let free = |row: &Vec<(Node, usize)>| match lane_of.get(step) {
            Some(lane) => row.iter().all(|(_, taken)| taken != lane),
            None => row.len() < 2,
        };
        let at = rows.iter().position(free).unwrap_or_else(|| {
            rows.push(Vec::new());
            rows.len() - 1
        });
        let column = lane_of.get(step).copied().unwrap_or(rows[at].len());
        rows[at].push((Node::Step(step), column));
    }
    rows.iter_mut().for_each(|row| row.sort_by_key(|(_, column)| *column));
    rows
}

/// The steps that stand before each step; never a cycle.
struct Graph {
    before: Vec<Vec<usize>>,
}

impl Graph {
    /// Reads `after`. A step that names none follows the one above, unless an answer leads to it; steps that name each other in
    /// a circle follow in list order.
    fn new(flow: &Flow) -> Self {
        let decisions = flow.steps.iter().enumerate().filter_map(|(n, step)| Some((n, step.decision.as_ref()?)));
        let answers = decisions.flat_map(|(n, decision)| [(n, &decision.yes), (n, &decision.no)]);
        let answers = answers.filter_map(|(n, answer)| Some((n, find(flow, answer.to.as_deref()?)?)));
        // An answer that leads back does not lead to the step for the first time.
        let answered: Vec<usize> = answers.filter(|(from, to)| from < to).map(|(_, to)| to).collect();
        let above = |n: usize| -> Vec<usize> { n.checked_sub(1).into_iter().collect() };
        let before: Vec<Vec<usize>> = (flow.steps.iter().enumerate())
            .map(|(n, step)| {
                let mut before: Vec<usize> =
                    step.after.iter().filter_map(|id| find(flow, id)).filter(|b| *b != n).collect();
                if before.is_empty() && !answered.contains(&n) {
                    return above(n);
                }
                before.sort_unstable();
                before.dedup();
                before
            })
            .collect();
        let graph = Graph { before };
        match graph.order() {
            Some(_) => graph,
            None => Graph { before: (0..flow.steps.len()).map(above).collect() },
        }
    }

    /// The steps so that each stands after those before it, or none when they run in a circle.
    fn order(&self) -> Option<Vec<usize>> {
        let mut waiting: Vec<usize> = self.before.iter().map(Vec::len).collect();
        let mut ready: Vec<usize> = (0..waiting.len()).filter(|n| waiting[*n] == 0).collect();
        let mut done = 0;
        while let Some(&step) = ready.get(done) {
            done += 1;
            for (n, before) in self.before.iter().enumerate() {
                if before.contains(&step) {
                    waiting[n] -= 1;
                    if waiting[n] == 0 {
                        ready.push(n);
                    }
                }
            }
        }
        (done == self.before.len()).then_some(ready)
    }

    /// Adds that `to` follows `from`, unless it would close a circle.
    fn add(&mut self, from: usize, to: usize) -> bool {
        if from == to {
            return false;
        }
        if self.before[to].contains(&from) {
            return true;
        }
        self.before[to].push(from);
        let fits = self.order().is_some();
        if !fits {
            self.before[to].pop();
        }
        fits
    }

    /// Length of the longest way from a first step to each.
    fn layers(&self) -> Vec<usize> {
        let mut layers = vec![0; self.before.len()];
        for step in self.order().expect("edges are only added while there is an order") {
            layers[step] = self.before[step].iter().map(|b| layers[*b] + 1).max().unwrap_or(0);
        }
        layers
    }
}

/// Where the answers of the decisions lead.
#[derive(Default)]
struct Branches {
    forward: Vec<(usize, usize, String)>,
    back: Vec<(usize, usize, String)>,
    ends: Vec<(usize, String)>,
}

impl Branches {
    fn read(flow: &Flow, graph: &mut Graph, escalating: &mut Vec<(usize, String)>) -> Self {
        let mut all = Branches::default();
        for (step, decision) in flow.steps.iter().enumerate().filter_map(|(n, s)| Some((n, s.decision.as_ref()?))) {
            let mut follows: Vec<usize> = (0..flow.steps.len()).filter(|n| graph.before[*n].contains(&step)).collect();
            let answers = [&decision.yes, &decision.no];
            let target = |branch: &Branch| branch.to.as_ref().and_then(|id| find(flow, id));
            let named: Vec<usize> = answers.iter().filter_map(|branch| target(branch)).collect();
            follows.retain(|n| !named.contains(n));
            for (n, branch) in answers.into_iter().enumerate() {
                let label = branch.label.clone();
                match target(branch) {
                    Some(to) if graph.add(step, to) => all.forward.push((step, to, label)),
                    Some(to) => all.back.push((step, to, label)),
                    // An answer that names no step takes the steps that come after anyway.
                    None if !follows.is_empty() => {
                        all.forward.extend(follows.drain(..).map(|to| (step, to, label.clone())));
                    }
                    None if n == 1 && !flow.escalations.is_empty() => escalating.push((step, label)),
                    None => all.ends.push((step, label)),
                }
            }
        }
        all
    }
}

fn find(flow: &Flow, id: &str) -> Option<usize> {
    flow.steps.iter().position(|step| step.id == id)
}

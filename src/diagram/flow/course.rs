//! Which course each arrow of a flow takes, and the lanes of the gutter for those that must go round other rows.

use super::plan::{Node, Plan};

/// From lane to lane of the gutter, and the widest it may grow: beyond that its lanes lie closer, and at last share a place.
const GUTTER: f64 = 10.0;
const WIDEST_GUTTER: f64 = 90.0;
const CLOSEST: f64 = 4.0;

/// How an edge gets from row to row.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Course {
    /// To the next row.
    Down,
    /// Past rows in which this column is free.
    Through(usize),
    /// Along a lane of the gutter.
    Gutter(Bypass),
}

/// A way through the gutter at the left.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Bypass {
    pub lane: usize,
    /// Leaves at the left side of its source, else by the channel beneath.
    pub from_side: bool,
    /// Enters at the left side of its target, else by the channel above.
    pub to_side: bool,
}

impl Course {
    pub fn lane(self) -> Option<usize> {
        match self {
            Course::Gutter(bypass) => Some(bypass.lane),
            Course::Down | Course::Through(_) => None,
        }
    }

    pub fn leaves_at_side(self) -> bool {
        matches!(self, Course::Gutter(Bypass { from_side: true, .. }))
    }
}

/// Row of a node, and its place in the row.
pub fn find(plan: &Plan, node: Node) -> (usize, usize) {
    let row = plan.row_of(node);
    (row, plan.rows[row].iter().position(|(n, _)| *n == node).unwrap_or(0))
}

/// The way of every edge, and the lanes of the gutter: ways to different ends never share a lane where they overlap.
pub fn courses(plan: &Plan) -> Vec<Course> {
    let mut sides: Vec<Node> = Vec::new();
    let mut found: Vec<Option<Course>> = vec![None; plan.edges.len()];
    let mut far: Vec<(usize, usize, usize, Bypass)> = Vec::new();
    for (n, edge) in plan.edges.iter().enumerate() {
        let ((from, at), (to, end)) = (find(plan, edge.from), find(plan, edge.to));
        if to == from + 1 {
            found[n] = Some(Course::Down);
            continue;
        }
        let back = to <= from;
        if !back && plan.lanes > 0 {
            let free = |column: usize| plan.rows[from + 1..to].iter().all(|row| row.iter().all(|(_, c)| *c != column));
            let (source, target) = (plan.rows[from][at].1, plan.rows[to][end].1);
            found[n] = [target, source].into_iter().find(|column| free(*column)).map(Course::Through);
        }
        if found[n].is_none() {
            // Only a question has words on its arrows, and only a question leaves at its side, once.
            let from_side = at == 0 && !edge.label.is_empty() && !sides.contains(&edge.from);
            if from_side {
                sides.push(edge.from);
            }
            let to_side = back && end == 0;
            let (leave, enter) = (2 * from + usize::from(!from_side), (2 * to).saturating_sub(usize::from(!to_side)));
            far.push((n, leave.min(enter), leave.max(enter), Bypass { lane: 0, from_side, to_side }));
        }
    }
    far.sort_by_key(|(n, top, bottom, _)| (bottom - top, *n));
    let mut taken: Vec<(usize, usize, usize, Node)> = Vec::new();
    for (n, top, bottom, bypass) in far {
        let to = plan.edges[n].to;
        let clash =
            |lane: usize| taken.iter().any(|(l, t, b, end)| *l == lane && *end != to && *t <= bottom && top <= *b);
        let lane = (0..).find(|lane| !clash(*lane)).expect("there is always a further lane");
        taken.push((lane, top, bottom, to));
        found[n] = Some(Course::Gutter(Bypass { lane, ..bypass }));
    }
    found.into_iter().map(|course| course.unwrap_or(Course::Down)).collect()
}

/// The gutter at the left of the boxes.
pub struct Gutter {
    /// Where the boxes begin.
    pub end: f64,
    step: f64,
}

impl Gutter {
    pub fn new(lanes: usize) -> Self {
        let step = (WIDEST_GUTTER / lanes.max(1) as f64).clamp(CLOSEST, GUTTER);
        let end = if lanes > 0 { (lanes as f64 * step).min(WIDEST_GUTTER) + 10.0 } else { 1.0 };
        Gutter { end, step }
    }

    pub fn lane(&self, lane: usize) -> f64 {
        self.end - 10.0 - (lane as f64 * self.step) % WIDEST_GUTTER
    }
}

//! Where every box of a flow stands and which way its arrows take: down through the channels between the rows, and
//! through the gutter at the left where rows lie between.

use super::boxes::Content;
use super::course::{Course, Gutter, courses, find};
use super::plan::{Node, Plan};
use crate::diagram::measure::{self, TEXT, Weight};
use crate::diagram::pen::{Anchor, Area, Pen};

/// Room the flow is given: its width, where its first row begins, whether a column for escalations is kept free.
pub struct Frame {
    pub width: f64,
    pub top: f64,
    pub aside: bool,
}

pub struct Placed {
    pub content: Content,
    pub area: Area,
}

pub struct Layout {
    pub nodes: Vec<Placed>,
    /// Left edge and width of each lane.
    pub columns: Vec<(f64, f64)>,
    /// Right edge of the boxes.
    pub right: f64,
    pub bottom: f64,
    ways: Vec<Way>,
}

/// The way of one edge: its points, the end of the arrow last, and its word.
struct Way {
    points: Vec<(f64, f64)>,
    label: String,
    label_at: (f64, f64, Anchor),
    dashed: bool,
}

const GAP: f64 = 14.0;
const ASIDE: f64 = 136.0;
/// Widest single box.
const WIDEST: f64 = 280.0;
const FIRST: f64 = 12.0;
const SPACE: f64 = 9.0;
/// Above a track that bears a word, and beneath the tracks so that an arrow has a shaft.
const WORD: f64 = 19.0;
const SHAFT: f64 = 14.0;

/// A horizontal piece in a channel, shared by the edges of one group.
struct Track {
    group: Vec<usize>,
    /// Where lines come down to it, and where they go down from it.
    tops: Vec<f64>,
    feet: Vec<f64>,
    words: bool,
    y: f64,
}

impl Layout {
    pub fn new(plan: &Plan, frame: Frame, content: impl Fn(Node, f64, f64) -> Content) -> Self {
        let courses = courses(plan);
        let lanes = courses.iter().filter_map(|course| course.lane()).max().map_or(0, |last| last + 1);
        let mut gutter = Gutter::new(lanes);
        let left = gutter.end;
        let right = frame.width - if frame.aside { ASIDE } else { 1.0 };
        let columns = columns(plan, left, right);

        let mut areas: Vec<Vec<Area>> = Vec::new();
        let mut nodes: Vec<Vec<Content>> = Vec::new();
        for row in &plan.rows {
            let spans: Vec<(f64, f64)> =
                row.iter().map(|(node, column)| span(plan, *node, *column, row.len(), left, right, &columns)).collect();
            let contents: Vec<Content> = (row.iter().zip(&spans))
                .map(|((node, _), (_, width))| {
                    content(*node, *width, widest_at_side(plan, &courses, *node, frame.aside))
                })
                .collect();
            areas.push(
                spans.iter().zip(&contents).map(|((x, w), c)| Area { x: *x, y: 0.0, w: *w, h: c.height }).collect(),
            );
            nodes.push(contents);
        }

        gutter.end = areas.iter().flatten().map(|area| area.x).fold(f64::INFINITY, f64::min);
        let mut tracks = tracks(plan, &courses, &areas);
        let mut y = frame.top;
        let mut bottom = y;
        for row in 0..plan.rows.len() {
            let height = areas[row].iter().map(|area| area.h).fold(0.0, f64::max);
            areas[row].iter_mut().for_each(|area| area.y = y);
            bottom = y + height;
            y = stack(&mut tracks[row], bottom, straight_words(plan, &courses, row));
        }
        // A way back from the last row runs beneath it.
        let bottom = tracks.iter().flatten().map(|track| track.y + 2.0).fold(bottom, f64::max);
        let ways = ways(plan, &courses, &areas, &nodes, &tracks, &gutter);
        let nodes = (nodes.into_iter().flatten().zip(areas.into_iter().flatten()))
            .map(|(content, area)| Placed { content, area })
            .collect();
        Layout { nodes, columns, right, bottom, ways }
    }

    pub fn draw_edges(&self, pen: &mut Pen) {
        for way in &self.ways {
            let (line, head) = if way.dashed { ("u", "y") } else { ("l", "a") };
            pen.arrow(line, head, &way.points);
        }
        for way in &self.ways {
            let (x, y, anchor) = way.label_at;
            pen.text("s", x, y, anchor, &way.label);
        }
    }
}

fn columns(plan: &Plan, left: f64, right: f64) -> Vec<(f64, f64)> {
    let count = plan.lanes as f64;
    let width = (right - left - GAP * (count - 1.0) - 8.0) / count.max(1.0);
    (0..plan.lanes).map(|n| (left + 4.0 + n as f64 * (width + GAP), width)).collect()
}

/// Left edge and width of a node.
fn span(
    plan: &Plan,
    node: Node,
    column: usize,
    in_row: usize,
    left: f64,
    right: f64,
    columns: &[(f64, f64)],
) -> (f64, f64) {
    let all = right - left;
    match node {
        Node::Ladder => (left, all),
        _ if plan.lanes > 0 => columns[column],
        _ if in_row > 1 => {
            let width = (all - GAP * (in_row as f64 - 1.0)) / in_row as f64;
            (left + column as f64 * (width + GAP), width)
        }
        _ => {
            let width = all.min(WIDEST);
            (left + (all - width) / 2.0, width)
        }
    }
}

/// Width of the widest word on arrows that leave a node at its sides.
fn widest_at_side(plan: &Plan, courses: &[Course], node: Node, aside: bool) -> f64 {
    let edges = plan.edges.iter().zip(courses).filter(|(edge, course)| edge.from == node && course.leaves_at_side());
    let escalating = plan.escalating.iter().filter(|(step, _)| aside && node == Node::Step(*step));
    edges
        .map(|(edge, _)| edge.label.as_str())
        .chain(escalating.map(|(_, label)| label.as_str()))
        .map(|label| measure::width(&short(label), TEXT, Weight::Plain) + 4.0)
        .fold(0.0, f64::max)
}

/// A word on an arrow, kept short: it is a yes or a no.
pub fn short(label: &str) -> String {
    measure::clamp(measure::wrap(label, 48.0, TEXT, Weight::Plain), 1).concat()
}

fn centre(area: &Area) -> f64 {
    area.x + area.w / 2.0
}

/// Horizontal pieces in the channel beneath each row. Sources with the same ends share one, so that forks and joins are
/// drawn as such; every worded edge of a fork keeps the shared piece, since its word stands beyond the fork.
fn tracks(plan: &Plan, courses: &[Course], areas: &[Vec<Area>]) -> Vec<Vec<Track>> {
    let mut tracks: Vec<Vec<Track>> = areas.iter().map(|_| Vec::new()).collect();
    let ends = |from: Node, row: usize| {
        let mut ends: Vec<(usize, usize)> = (plan.edges.iter().zip(courses))
            .filter(|(edge, course)| edge.from == from && find(plan, edge.from).0 == row && !course.leaves_at_side())
            .map(|(edge, _)| find(plan, edge.to))
            .collect();
        ends.sort_unstable();
        ends
    };
    for (n, edge) in plan.edges.iter().enumerate() {
        let ((from, at), (to, end)) = (find(plan, edge.from), find(plan, edge.to));
        let (start, stop) = (centre(&areas[from][at]), centre(&areas[to][end]));
        // Row, line from above, line downwards, whether the piece begins at the edge's source.
        let pieces: Vec<(usize, Option<f64>, Option<f64>, bool)> = match courses[n] {
            Course::Down => vec![(from, Some(start), Some(stop), true)],
            Course::Through(column) => {
                let first = plan.rows[from][at].1 != column;
                vec![(if first { from } else { to - 1 }, Some(start), Some(stop), first)]
            }
            Course::Gutter(bypass) => {
                let leave = (!bypass.from_side).then_some((from, Some(start), None, true));
                // Above the first row there is no channel, and nothing that could come from there.
                let enter = (!bypass.to_side).then_some((to.saturating_sub(1), None, Some(stop), false));
                leave.into_iter().chain(enter).collect()
            }
        };
        for (row, top, foot, leaving) in pieces {
            if top.zip(foot).is_some_and(|(top, foot)| (top - foot).abs() < 0.5) {
                continue;
            }
            let words = leaving && !edge.label.is_empty();
            let same = tracks[row].iter_mut().find(|track| {
                track.group.iter().any(|other| {
                    let o = &plan.edges[*other];
                    let both_leave = leaving && find(plan, o.from).0 == row;
                    let one_source = both_leave && o.from == edge.from && courses[*other].lane() == courses[n].lane();
                    let one_end = !leaving && o.to == edge.to && find(plan, o.from).0 != row;
                    let wordless = edge.label.is_empty() && o.label.is_empty();
                    one_source || one_end || (both_leave && wordless && ends(o.from, row) == ends(edge.from, row))
                })
            });
            match same {
                Some(track) => {
                    track.group.push(n);
                    track.tops.extend(top);
                    track.feet.extend(foot);
                    track.words |= words;
                }
                None => {
                    let (tops, feet) = (top.into_iter().collect(), foot.into_iter().collect());
                    tracks[row].push(Track { group: vec![n], tops, feet, words, y: 0.0 });
                }
            }
        }
    }
    tracks.into_iter().map(in_order).collect()
}

/// A line that comes down to one track would lie upon a line that goes down from another at the same place, unless the
/// first track stands above the second. Where two ask it of each other, their lines meet all the same.
fn in_order(mut tracks: Vec<Track>) -> Vec<Track> {
    let above =
        |one: &Track, other: &Track| one.tops.iter().any(|top| other.feet.iter().any(|foot| (top - foot).abs() < 0.5));
    let mut ordered = Vec::with_capacity(tracks.len());
    while !tracks.is_empty() {
        let next = (0..tracks.len())
            .find(|n| tracks.iter().enumerate().all(|(m, other)| m == *n || !above(other, &tracks[*n])))
            .unwrap_or(0);
        ordered.push(tracks.remove(next));
    }
    ordered
}

/// Whether a straight arrow beneath this row bears a word.
fn straight_words(plan: &Plan, courses: &[Course], row: usize) -> bool {
    plan.edges.iter().zip(courses).any(|(edge, course)| {
        let from = find(plan, edge.from).0;
        let to = find(plan, edge.to).0;
        !edge.label.is_empty() && !course.leaves_at_side() && (from == row || to == row + 1)
    })
}

/// Gives each track its height in the channel that begins at `top`; returns where the next row begins.
fn stack(tracks: &mut [Track], top: f64, words: bool) -> f64 {
    let mut y = top + if words { WORD - SPACE + 3.0 } else { FIRST - SPACE };
    for track in tracks.iter_mut() {
        y += if track.words { WORD } else { SPACE };
        track.y = y;
    }
    let end = if tracks.is_empty() { top + FIRST } else { y };
    end + if words { WORD + 5.0 } else { SHAFT }
}

fn ways(
    plan: &Plan,
    courses: &[Course],
    areas: &[Vec<Area>],
    nodes: &[Vec<Content>],
    tracks: &[Vec<Track>],
    gutter: &Gutter,
) -> Vec<Way> {
    let level =
        |row: usize, edge: usize| tracks[row].iter().find(|track| track.group.contains(&edge)).map(|track| track.y);
    let mut ways = Vec::with_capacity(plan.edges.len());
    for (n, edge) in plan.edges.iter().enumerate() {
        let ((from, at), (to, end)) = (find(plan, edge.from), find(plan, edge.to));
        let (source, target) = (areas[from][at], areas[to][end]);
        let (x0, y0) = (centre(&source), source.y + source.h);
        let (x1, y1) = (centre(&target), target.y + nodes[to][end].entry);
        let label = short(&edge.label);
        let mut label_at = (x1 + 6.0, target.y - 11.0, Anchor::Start);
        let points = match courses[n] {
            Course::Gutter(bypass) => {
                let x = gutter.lane(bypass.lane);
                let mut points = Vec::with_capacity(6);
                if bypass.from_side {
                    let (sx, sy) = nodes[from][at].side(source);
                    label_at = (sx - 3.0, sy - 5.0, Anchor::End);
                    points.extend([(sx, sy), (x, sy)]);
                } else {
                    let out = level(from, n).unwrap_or(y0 + FIRST);
                    label_at = (gutter.end + 4.0, out - 5.0, Anchor::Start);
                    points.extend([(x0, y0), (x0, out), (x, out)]);
                }
                if bypass.to_side {
                    let middle = target.y + nodes[to][end].box_height / 2.0;
                    points.extend([(x, middle), (target.x, middle)]);
                } else {
                    let back = level(to.saturating_sub(1), n).unwrap_or(y1 - SHAFT);
                    points.extend([(x, back), (x1, back), (x1, y1)]);
                }
                points
            }
            Course::Down | Course::Through(_) => {
                let turn = [from, to - 1].into_iter().find_map(|row| level(row, n));
                match turn {
                    Some(turn) => {
                        let alone = plan.edges.iter().filter(|other| other.from == edge.from).count() == 1;
                        if alone {
                            label_at = (x0 + 6.0, y0 + 14.0, Anchor::Start);
                        } else if (x1 - x0).abs() > measure::width(&label, TEXT, Weight::Plain) + 12.0 {
                            label_at = ((x0 + x1) / 2.0, turn - 5.0, Anchor::Middle);
                        }
                        vec![(x0, y0), (x0, turn), (x1, turn), (x1, y1)]
                    }
                    None => vec![(x0, y0), (x1, y1)],
                }
            }
        };
        ways.push(Way { points, label, label_at, dashed: edge.to == Node::Ladder });
    }
    ways
}

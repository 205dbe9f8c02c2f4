//! The service cycle: what the customer goes through, clockwise from the top, moments of truth as diamonds.
//!
//! Names stand beside their moments while they fit. A ring that is too full for that carries numbers only, and the names
//! follow beneath it. Between the two lies a ring drawn taller, which makes room at its sides.

use std::f64::consts::TAU;

use super::Drawing;
use super::measure::{self, LEADING, TEXT, Weight};
use super::pen::{Anchor, Area, Pen, num};

/// A service cycle. Drawn 380 px wide.
#[derive(Debug, Clone, Default)]
pub struct Cycle {
    /// Prefix of the ids, unique in the page.
    pub id: String,
    pub title: String,
    /// What the drawing says to somebody who cannot see it.
    pub description: String,
    /// Inside the ring: the service.
    pub centre: String,
    pub moments: Vec<Moment>,
    /// What a diamond is: `momento de verdad`; empty for no key.
    pub truth: String,
    /// What a circle is: `otra etapa`; empty for no key.
    pub ordinary: String,
}

#[derive(Debug, Clone, Default)]
pub struct Moment {
    pub name: String,
    /// Anchor of the place in the manual that tells more.
    pub id: Option<String>,
    pub of_truth: bool,
    /// A few words beneath the name: a time, a score.
    pub note: Option<String>,
}

const WIDTH: f64 = 380.0;
const CIRCLE: f64 = 14.0;
const DIAMOND: f64 = 18.0;
/// From the middle of a moment to its name at the side.
const ASIDE: f64 = 23.0;
/// From one moment to the next so that an arrow fits between.
const CLOSEST: f64 = 46.0;
/// The same on a ring that carries numbers only.
const SPACING: f64 = 50.0;

pub fn draw(cycle: &Cycle) -> Drawing {
    let (pen, height) = lay_out(cycle);
    pen.finish(WIDTH, height)
}

fn lay_out(cycle: &Cycle) -> (Pen, f64) {
    let mut pen = Pen::new(&cycle.id, "cycle", &cycle.title, &cycle.description);
    let bottom = match beside(cycle) {
        Some((ring, labels)) => {
            ring.draw(&mut pen, cycle, |pen, n| labels[n].draw(pen));
            let nodes = ring.cy + ring.ry + DIAMOND;
            labels.iter().map(|label| label.area.y + label.area.h).fold(nodes, f64::max)
        }
        None => legend(&mut pen, cycle),
    };
    let height = key(&mut pen, cycle, bottom);
    (pen, height + 2.0)
}

/// An ellipse on which the moments stand at equal angles.
struct Ring {
    cx: f64,
    cy: f64,
    rx: f64,
    ry: f64,
    count: usize,
}

impl Ring {
    fn at(&self, turn: f64) -> (f64, f64) {
        (self.cx + self.rx * turn.sin(), self.cy - self.ry * turn.cos())
    }

    fn turn(&self, n: usize) -> f64 {
        TAU * n as f64 / self.count as f64
    }

    /// Arrows, centre and moments; `more` adds what belongs to a moment inside its link.
    fn draw(&self, pen: &mut Pen, cycle: &Cycle, more: impl Fn(&mut Pen, usize)) {
        for n in 0..self.count {
            let next = &cycle.moments[(n + 1) % self.count];
            self.arrow(pen, n, reach(&cycle.moments[n]), reach(next));
        }
        self.centre(pen, &cycle.centre);
        for (n, moment) in cycle.moments.iter().enumerate() {
            let (x, y) = self.at(self.turn(n));
            pen.link(moment.id.as_deref(), |pen| {
                mark(pen, moment, n, x, y);
                more(pen, n);
            });
        }
    }

    /// Width of the words at the centre.
    fn room(&self) -> f64 {
        2.0 * self.rx - 2.0 * DIAMOND - 14.0
    }

    /// An arc that leaves one moment and touches the next with its arrowhead.
    fn arrow(&self, pen: &mut Pen, n: usize, leave: f64, arrive: f64) {
        let (start, end) = (self.turn(n), self.turn(n + 1));
        let far = |turn: f64, from: f64| {
            let ((x, y), (fx, fy)) = (self.at(turn), self.at(from));
            (x - fx).hypot(y - fy)
        };
        let step = 0.002;
        let (mut from, mut to) = (start, end);
        while from < end && far(from, start) < leave {
            from += step;
        }
        while to > from && far(to, end) < arrive {
            to -= step;
        }
        let mut neck = to;
        while neck > from && far(neck, to) < 7.0 {
            neck -= step;
        }
        let ((x, y), (nx, ny), (tx, ty)) = (self.at(from), self.at(neck), self.at(to));
        let large = u8::from(neck - from > TAU / 2.0);
        if neck > from {
            let (rx, ry) = (num(self.rx), num(self.ry));
            pen.path("l", &format!("M{} {}A{rx} {ry} 0 {large} 1 {} {}", num(x), num(y), num(nx), num(ny)));
        }
        pen.arrowhead("a", tx, ty, (tx - nx, ty - ny));
    }

    fn centre(&self, pen: &mut Pen, words: &str) {
        let most = (((2.0 * self.ry - 2.0 * DIAMOND - 30.0) / LEADING).floor() as usize).clamp(1, 5);
        let lines = measure::clamp(measure::wrap(words, self.room(), TEXT, Weight::Strong), most);
        let first = self.cy - (lines.len() as f64 - 1.0) * LEADING / 2.0 + 4.5;
        for (n, line) in lines.iter().enumerate() {
            pen.text("b", self.cx, first + n as f64 * LEADING, Anchor::Middle, line);
        }
    }
}

/// How near an arrow comes to the middle of a moment.
fn reach(moment: &Moment) -> f64 {
    if moment.of_truth { DIAMOND + 3.0 } else { CIRCLE + 4.0 }
}

fn mark(pen: &mut Pen, moment: &Moment, n: usize, x: f64, y: f64) {
    let number = (n + 1).to_string();
    if moment.of_truth {
        pen.diamond("f", x, y, DIAMOND);
        pen.text("b v", x, y + 4.6, Anchor::Middle, &number);
    } else {
        pen.circle("k", x, y, CIRCLE);
        pen.text("b", x, y + 4.6, Anchor::Middle, &number);
    }
}

/// A name, and its note, with their place.
struct Label {
    name: Vec<String>,
    note: Vec<String>,
    class: &'static str,
    x: f64,
    anchor: Anchor,
    area: Area,
}

impl Label {
    /// Breaks a moment's words to the room there is; none when a word would be cut or the lines grow too many.
    fn new(moment: &Moment, room: f64, most: usize) -> Option<Self> {
        let (class, weight) = if moment.of_truth { ("b", Weight::Strong) } else { ("", Weight::Plain) };
        let name = measure::wrap(&moment.name, room, TEXT, weight);
        let note = measure::wrap(moment.note.as_deref().unwrap_or(""), room, TEXT, Weight::Plain);
        if name.cut || note.cut || name.lines.len() + note.lines.len() > most {
            return None;
        }
        let w = measure::widest(&name.lines, TEXT, weight).max(measure::widest(&note.lines, TEXT, Weight::Plain));
        let h = (name.lines.len() + note.lines.len()) as f64 * LEADING;
        let area = Area { x: 0.0, y: 0.0, w, h };
        Some(Label { name: name.lines, note: note.lines, class, x: 0.0, anchor: Anchor::Start, area })
    }

    fn place(mut self, x: f64, anchor: Anchor, y: f64) -> Self {
        self.area.x = match anchor {
            Anchor::Start => x,
            Anchor::Middle => x - self.area.w / 2.0,
            Anchor::End => x - self.area.w,
        };
        (self.x, self.anchor, self.area.y) = (x, anchor, y);
        self
    }

    fn draw(&self, pen: &mut Pen) {
        let lines = self.name.iter().map(|line| (self.class, line)).chain(self.note.iter().map(|line| ("s", line)));
        for (n, (class, line)) in lines.enumerate() {
            pen.text(class, self.x, self.area.y + 12.0 + n as f64 * LEADING, self.anchor, line);
        }
    }
}

/// The roundest ring around which all names fit, with the names. A narrower one is taken where it breaks the names into
/// fewer lines, the sooner the fewer moments it has to hold.
fn beside(cycle: &Cycle) -> Option<(Ring, Vec<Label>)> {
    let count = cycle.moments.len();
    if count == 0 || count > 12 {
        return None;
    }
    (0..12).find_map(|tall| {
        let ry = 92.0 + 6.0 * f64::from(tall);
        let fits = [92.0, 84.0, 76.0, 68.0].into_iter().enumerate().filter_map(|(narrower, rx)| {
            let ring = Ring { cx: WIDTH / 2.0, cy: 0.0, rx, ry: if tall == 0 { rx } else { ry }, count };
            if narrower > 0 && measure::wrap(&cycle.centre, ring.room(), TEXT, Weight::Strong).cut {
                return None;
            }
            let labels = around(cycle, &ring)?;
            let lines: usize = labels.iter().map(|label| label.name.len() + label.note.len()).sum();
            Some((6 * lines + narrower * (count - 1), ring, labels))
        });
        // The first of equals is the widest.
        let (_, mut ring, mut labels) = fits.min_by_key(|(cost, ..)| *cost)?;
        let top = labels.iter().map(|label| label.area.y).fold(-ring.ry - DIAMOND, f64::min);
        ring.cy = 4.0 - top;
        labels.iter_mut().for_each(|label| label.area.y += ring.cy);
        Some((ring, labels))
    })
}

/// Names beside the moments of a ring, or none when they would touch each other, a moment or the ring, or
/// the moments leave no room for arrows.
fn around(cycle: &Cycle, ring: &Ring) -> Option<Vec<Label>> {
    let cramped = (0..ring.count).any(|n| {
        let ((x, y), (nx, ny)) = (ring.at(ring.turn(n)), ring.at(ring.turn(n + 1)));
        ring.count > 1 && (x - nx).hypot(y - ny) < CLOSEST
    });
    if cramped {
        return None;
    }
    let mut labels: Vec<Label> = Vec::with_capacity(ring.count);
    for (n, moment) in cycle.moments.iter().enumerate() {
        let turn = ring.turn(n);
        let (sin, cos) = (turn.sin(), turn.cos());
        let (x, y) = ring.at(turn);
        let label = if sin.abs() < 0.15 {
            let label = Label::new(moment, 190.0, 4)?;
            let top = if cos > 0.0 { y - DIAMOND - 5.0 - label.area.h } else { y + DIAMOND + 5.0 };
            label.place(x, Anchor::Middle, top)
        } else {
            let (edge, anchor) = if sin > 0.0 { (x + ASIDE, Anchor::Start) } else { (x - ASIDE, Anchor::End) };
            let room = if sin > 0.0 { WIDTH - 2.0 - edge } else { edge - 2.0 };
            let label = Label::new(moment, room, 5)?;
            let shift = cos * (label.area.h / 2.0).min(18.0);
            let top = y - label.area.h / 2.0 - shift;
            label.place(edge, anchor, top)
        };
        labels.push(label);
    }
    let clear = labels.iter().enumerate().all(|(n, label)| {
        let off_others = labels[n + 1..].iter().all(|other| !label.area.nears(&other.area, 5.0));
        let off_moments = (0..ring.count).all(|m| {
            let (x, y) = ring.at(ring.turn(m));
            !label.area.nears(&Area { x: x - DIAMOND, y: y - DIAMOND, w: 2.0 * DIAMOND, h: 2.0 * DIAMOND }, 2.0)
        });
        let off_ring = (0..180).all(|degree| {
            let (x, y) = ring.at(TAU * f64::from(degree) / 180.0);
            !label.area.nears(&Area { x, y, w: 0.0, h: 0.0 }, 4.0)
        });
        off_others && off_moments && off_ring
    });
    clear.then_some(labels)
}

/// Numbers on the ring, names beneath it. Returns where they end.
fn legend(pen: &mut Pen, cycle: &Cycle) -> f64 {
    let count = cycle.moments.len();
    let r = (count as f64 * SPACING / TAU).max(78.0);
    let ring = Ring { cx: WIDTH / 2.0, cy: r + DIAMOND + 4.0, rx: r, ry: r, count };
    let top = ring.cy + r + DIAMOND + 22.0;
    let half = WIDTH / 2.0 - 6.0;
    let inset = 2.0 * DIAMOND + 8.0;
    let narrow: Option<Vec<Label>> = cycle
        .moments
        .iter()
        .map(|moment| Label::new(moment, half - inset, 4))
        .collect::<Option<_>>()
        .filter(|_| count > 5);
    let (columns, labels) = match narrow {
        Some(labels) => (2, labels),
        None => (1, cycle.moments.iter().map(|moment| whole(moment, WIDTH - inset - 2.0)).collect()),
    };
    let rows = count.div_ceil(columns).max(1);
    let (mut places, mut bottom) = (Vec::with_capacity(count), top);
    for (column, labels) in labels.chunks(rows).enumerate() {
        let mut y = top;
        for label in labels {
            let height = label.area.h.max(2.0 * DIAMOND);
            places.push((column as f64 * (half + 12.0), y, height));
            y += height + 6.0;
        }
        bottom = f64::max(bottom, y - 6.0);
    }
    let labels: Vec<Label> = (labels.into_iter().zip(&places))
        .map(|(label, (x, y, height))| {
            let top = y + (height - label.area.h) / 2.0;
            label.place(x + inset, Anchor::Start, top)
        })
        .collect();
    ring.draw(pen, cycle, |pen, n| {
        let (x, y, height) = places[n];
        mark(pen, &cycle.moments[n], n, x + DIAMOND + 1.0, y + height / 2.0);
        labels[n].draw(pen);
    });
    bottom
}

/// A label of as many lines as it takes, words cut where they must.
fn whole(moment: &Moment, room: f64) -> Label {
    let (class, weight) = if moment.of_truth { ("b", Weight::Strong) } else { ("", Weight::Plain) };
    let name = measure::wrap(&moment.name, room, TEXT, weight).lines;
    let note = measure::wrap(moment.note.as_deref().unwrap_or(""), room, TEXT, Weight::Plain).lines;
    let h = (name.len() + note.len()) as f64 * LEADING;
    Label { name, note, class, x: 0.0, anchor: Anchor::Start, area: Area { x: 0.0, y: 0.0, w: room, h } }
}

/// What diamond and circle mean, each if it occurs. Returns where the drawing ends.
fn key(pen: &mut Pen, cycle: &Cycle, bottom: f64) -> f64 {
    let some_truth = cycle.moments.iter().any(|moment| moment.of_truth);
    let some_other = cycle.moments.iter().any(|moment| !moment.of_truth);
    let rows: Vec<(bool, Vec<String>)> = [(true, some_truth, &cycle.truth), (false, some_other, &cycle.ordinary)]
        .into_iter()
        .filter(|(_, occurs, _)| *occurs)
        .map(|(truth, _, words)| (truth, measure::wrap(words, WIDTH - 30.0, TEXT, Weight::Plain).lines))
        .filter(|(_, lines)| !lines.is_empty())
        .collect();
    let widths: Vec<f64> = rows.iter().map(|(_, lines)| 20.0 + measure::widest(lines, TEXT, Weight::Plain)).collect();
    let total: f64 = widths.iter().sum::<f64>() + 20.0 * (rows.len() as f64 - 1.0);
    let in_line = total <= WIDTH - 8.0 && rows.iter().all(|(_, lines)| lines.len() == 1);
    let (mut x, mut y) = (if in_line { (WIDTH - total) / 2.0 } else { 4.0 }, bottom + 28.0);
    let mut end = bottom + 2.0;
    for ((truth, lines), width) in rows.iter().zip(&widths) {
        match truth {
            true => pen.diamond("f", x + 7.0, y - 4.5, 7.0),
            false => pen.circle("k", x + 7.0, y - 4.5, 5.5),
        }
        for (n, line) in lines.iter().enumerate() {
            pen.text("s", x + 20.0, y + n as f64 * LEADING, Anchor::Start, line);
        }
        end = y + (lines.len() as f64 - 1.0) * LEADING + 6.0;
        if in_line { x += width + 20.0 } else { y = end + 14.0 }
    }
    end
}

#[cfg(test)]
#[path = "cycle_tests.rs"]
mod tests;

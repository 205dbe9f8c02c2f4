//! The blueprint of a service, read downwards: what the customer goes through, who serves, what happens behind, and what
//! it all rests on. Between the columns run the lines that the customer crosses and sees.
//!
//! Three columns as wide as a page of the PDF; a narrow window pushes the drawing aside. The texts are whole. The columns share
//! the width so that the drawing is low: one that is taller than half a page often leaves the foot of the page before it empty.

use super::Drawing;
use super::measure::{self, LEADING, TEXT, Weight};
use super::pen::{Anchor, Area, Pen};

/// A blueprint. Drawn 620 px wide.
#[derive(Debug, Clone, Default)]
pub struct Blueprint {
    /// Prefix of the ids, unique in the page.
    pub id: String,
    pub title: String,
    pub description: String,
    /// Heads of the columns: customer, front stage, back stage.
    pub heads: [String; 3],
    pub moments: Vec<Moment>,
    /// Head of what supports the service, and its names.
    pub support: String,
    pub supports: Vec<Support>,
}

#[derive(Debug, Clone, Default)]
pub struct Moment {
    /// What the customer goes through.
    pub customer: String,
    pub of_truth: bool,
    /// Who serves, and where.
    pub who: String,
    /// What whoever serves does.
    pub front: String,
    pub back: String,
    pub anchor: Option<String>,
}

#[derive(Debug, Clone, Default)]
pub struct Support {
    pub name: String,
    pub anchor: Option<String>,
}

impl Blueprint {
    pub fn tells_back_stage(&self) -> bool {
        self.moments.iter().any(|moment| !moment.back.trim().is_empty())
    }
}

const WIDTH: f64 = 620.0;
const EDGE: f64 = 4.0;
/// Between two columns.
const ASIDE: f64 = 18.0;
/// No column is narrower, and widths are tried in steps.
const NARROWEST: f64 = 120.0;
const STEP: f64 = 24.0;
const PAD: f64 = 9.0;
const GAP: f64 = 14.0;
const MARK: f64 = 9.0;
/// What a diamond takes from the words beside it.
const BESIDE_MARK: f64 = 2.0 * MARK + 4.0;

pub fn draw(blueprint: &Blueprint) -> Drawing {
    let (pen, height) = lay_out(blueprint);
    pen.finish(WIDTH, height)
}

/// A text in lines of one column.
struct Words {
    lines: Vec<String>,
    class: &'static str,
}

fn words(text: &str, class: &'static str, room: f64) -> Words {
    let weight = if class == "b" { Weight::Strong } else { Weight::Plain };
    Words { lines: measure::wrap(text, room, TEXT, weight).lines, class }
}

fn height(cell: &[Words]) -> f64 {
    let lines = cell.iter().map(|words| words.lines.len()).sum::<usize>();
    if lines == 0 { 0.0 } else { lines as f64 * LEADING + 2.0 * PAD - 3.0 }
}

fn write(pen: &mut Pen, cell: &[Words], x: f64, top: f64) {
    let mut y = top + PAD + 10.0;
    for words in cell {
        for line in &words.lines {
            pen.text(words.class, x, y, Anchor::Start, line);
            y += LEADING;
        }
    }
}

/// The ways to share a width among two columns or three.
fn shares(count: usize, all: f64) -> Vec<[f64; 3]> {
    let steps = ((all - count as f64 * NARROWEST) / STEP) as usize;
    let width = |steps: usize| NARROWEST + steps as f64 * STEP;
    let three = |first: f64| move |steps: usize| [first, width(steps), all - first - width(steps)];
    match count {
        2 => (0..=steps).map(|first| [width(first), all - width(first), 0.0]).collect(),
        _ => (0..=steps).flat_map(|first| (0..=steps - first).map(three(width(first)))).collect(),
    }
}

/// Where each column begins, and how wide what stands in it is. The last is left out where nothing is told of it.
struct Columns {
    count: usize,
    left: [f64; 3],
    wide: [f64; 3],
}

impl Columns {
    fn new(count: usize, wide: [f64; 3]) -> Self {
        let second = EDGE + wide[0] + ASIDE;
        Self { count, left: [EDGE, second, second + wide[1] + ASIDE], wide }
    }

    /// For words in a column, beside a diamond where there is one.
    fn room(&self, column: usize, of_truth: bool) -> f64 {
        self.wide[column] - 2.0 * PAD - if of_truth { BESIDE_MARK } else { 0.0 }
    }

    /// The widths at which the drawing is lowest and no word is cut; of several the most even.
    fn lowest(blueprint: &Blueprint) -> Self {
        let count = if blueprint.tells_back_stage() { 3 } else { 2 };
        let all = WIDTH - 2.0 * EDGE - (count - 1) as f64 * ASIDE;
        let weigh = |columns: &Self| {
            let (cut, lines) = columns.lines(blueprint);
            let uneven = columns.wide[..count].iter().map(|wide| (wide - all / count as f64).abs()).sum::<f64>();
            (cut, lines, uneven as usize)
        };
        let columns = shares(count, all).into_iter().map(|wide| Self::new(count, wide));
        columns.min_by_key(weigh).unwrap_or_else(|| Self::new(3, [all / 3.0; 3]))
    }

    /// Whether a word is cut, and how many lines the rows take together.
    fn lines(&self, blueprint: &Blueprint) -> (bool, usize) {
        let mut cut = false;
        let mut count = |text: &str, column: usize, of_truth: bool| {
            let weight = if of_truth { Weight::Strong } else { Weight::Plain };
            let (lines, broken) = measure::count(text, self.room(column, of_truth), TEXT, weight);
            cut |= broken;
            lines
        };
        let mut rows = 0;
        for moment in &blueprint.moments {
            let customer = count(&moment.customer, 0, moment.of_truth);
            let front = count(&moment.who, 1, false) + count(&moment.front, 1, false);
            let back = if self.count < 3 { 0 } else { count(&moment.back, 2, false) };
            rows += customer.max(front).max(back);
        }
        for (column, head) in blueprint.heads.iter().take(self.count).enumerate() {
            cut |= measure::count(head, self.room(column, false), TEXT, Weight::Strong).1;
        }
        (cut, rows)
    }
}

fn lay_out(blueprint: &Blueprint) -> (Pen, f64) {
    let mut pen = Pen::new(&blueprint.id, "blueprint", &blueprint.title, &blueprint.description);
    let columns = Columns::lowest(blueprint);
    let Columns { count, left, wide } = columns;
    let heads: Vec<Vec<Words>> = (blueprint.heads.iter().take(count).enumerate())
        .map(|(column, head)| vec![words(head, "b", columns.room(column, false))])
        .collect();
    let mut y = heads.iter().map(|head| height(head)).fold(0.0, f64::max);
    for (head, left) in heads.iter().zip(left) {
        write(&mut pen, head, left, 0.0);
    }
    let top = y;
    y += GAP / 2.0;
    let mut last: Option<f64> = None;
    for moment in &blueprint.moments {
        let inset = if moment.of_truth { BESIDE_MARK } else { 0.0 };
        let (front, back) = (columns.room(1, false), columns.room(2, false));
        let cells = [
            vec![words(&moment.customer, if moment.of_truth { "b" } else { "" }, columns.room(0, moment.of_truth))],
            vec![words(&moment.who, "s", front), words(&moment.front, "", front)],
            vec![words(&moment.back, "", back)],
        ];
        let tall = cells.iter().take(count).map(|cell| height(cell)).fold(2.0 * MARK + 6.0, f64::max);
        // The customer's way leads from box to box.
        if let Some(above) = last {
            let x = left[0] + wide[0] / 2.0;
            pen.arrow("l", "a", &[(x, above), (x, y)]);
        }
        pen.link(moment.anchor.as_deref(), |pen| {
            pen.rect("k", Area { x: left[0], y, w: wide[0], h: tall }, 6.0);
            if moment.of_truth {
                pen.diamond("f", left[0] + PAD + MARK - 2.0, y + tall / 2.0, MARK);
            }
            let own = height(&cells[0]);
            write(pen, &cells[0], left[0] + PAD + inset, y + (tall - own) / 2.0);
        });
        for (at, cell) in cells.iter().enumerate().take(count).skip(1) {
            let own = height(cell);
            if own > 0.0 {
                pen.rect("n", Area { x: left[at], y, w: wide[at], h: tall }, 3.0);
                write(&mut pen, cell, left[at] + PAD, y + (tall - own) / 2.0);
                let from = left[at - 1] + wide[at - 1];
                if at == 1 || height(&cells[1]) > 0.0 {
                    pen.route("h", &[(from, y + tall / 2.0), (left[at], y + tall / 2.0)]);
                }
            }
        }
        last = Some(y + tall);
        y += tall + GAP;
    }
    for left in &left[1..count] {
        let x = left - ASIDE / 2.0;
        pen.route("t", &[(x, top - 4.0), (x, y - 4.0)]);
    }
    (y, pen) = supports(pen, blueprint, y);
    (pen, y)
}

/// What the service rests on, as a band of names.
fn supports(mut pen: Pen, blueprint: &Blueprint, top: f64) -> (f64, Pen) {
    if blueprint.supports.is_empty() {
        return (top, pen);
    }
    let room = WIDTH - 8.0 - 2.0 * PAD;
    let head = measure::wrap(&blueprint.support, room, TEXT, Weight::Strong).lines;
    // Names flow from left to right; one too wide for a line is set in several.
    let mut placed: Vec<(f64, f64, Vec<String>, &Support)> = Vec::new();
    let (mut x, mut y) = (0.0, head.len() as f64 * LEADING);
    for support in &blueprint.supports {
        let lines = measure::wrap(&support.name, room, TEXT, Weight::Plain).lines;
        let wide = measure::widest(&lines, TEXT, Weight::Plain);
        if x > 0.0 && (x + wide > room || lines.len() > 1) {
            x = 0.0;
            y += LEADING;
        }
        let next = lines.len();
        placed.push((x, y, lines, support));
        if next > 1 {
            y += next as f64 * LEADING;
            x = 0.0;
        } else {
            x += wide + 22.0;
        }
    }
    let tall = y + if x > 0.0 { LEADING } else { 0.0 } + 2.0 * PAD - 3.0;
    pen.rect("r", Area { x: 4.0, y: top, w: WIDTH - 8.0, h: tall }, 0.0);
    for (n, line) in head.iter().enumerate() {
        pen.text("b", 4.0 + PAD, top + PAD + 10.0 + n as f64 * LEADING, Anchor::Start, line);
    }
    for (x, y, lines, support) in placed {
        pen.link(support.anchor.as_deref(), |pen| {
            for (n, line) in lines.iter().enumerate() {
                let down = top + PAD + 10.0 + y + n as f64 * LEADING;
                pen.text("", 4.0 + PAD + x, down, Anchor::Start, line);
            }
        });
    }
    (top + tall + 2.0, pen)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagram::probe;

    fn moment(customer: &str, front: &str, back: &str, of_truth: bool) -> Moment {
        let text = str::to_owned;
        let anchor = Some("service-x-m1".to_owned());
        Moment {
            customer: text(customer),
            who: "Cajero, agencia".into(),
            front: text(front),
            back: text(back),
            of_truth,
            anchor,
        }
    }

    fn blueprint() -> Blueprint {
        let long = "Cuenta el dinero a la vista del socio, lee en voz alta el monto y el saldo, y entrega el comprobante en la mano";
        Blueprint {
            id: "b".into(),
            title: "Plano".into(),
            heads: ["Qué vive el cliente".into(), "Ante el cliente".into(), "Detrás del mostrador".into()],
            moments: vec![
                moment("El socio toma su turno", "", "El tablero muestra cuántas personas esperan.", false),
                moment("El dinero pasa por la ventanilla de la agencia más cercana a su casa", long, "", true),
                moment(&"largo".repeat(60), long, long, true),
                moment("", "", "", false),
            ],
            support: "Apoyo".into(),
            supports: ["Núcleo bancario", "Gestor de turnos", &"nombre largo ".repeat(20), "Ventanillas"]
                .iter()
                .map(|name| Support { name: (*name).to_owned(), anchor: Some("resource-x".into()) })
                .collect(),
            ..Blueprint::default()
        }
    }

    #[test]
    fn nothing_leaves_the_drawing_nor_lies_on_other_text() {
        let (pen, height) = lay_out(&blueprint());
        let drawing = probe::sound(pen, WIDTH, height);
        assert_eq!(drawing.svg.matches("<a href=\"ref:service-x-m1\">").count(), 4);
        assert_eq!(drawing.svg.matches("<a href=\"ref:resource-x\">").count(), 4);
        assert!(drawing.svg.contains("role=\"group\""));
        assert_eq!(drawing.svg.matches("class=\"f\"").count(), 2, "a diamond for each moment of truth");
    }

    #[test]
    fn the_columns_share_the_width_so_that_the_drawing_is_low() {
        let long =
            "Cuenta el dinero a la vista del socio, lee en voz alta el monto y el saldo, y entrega el comprobante";
        let drawn = |front: &str, back: &str| {
            let moments = vec![moment("El pago", front, back, true)];
            Columns::lowest(&Blueprint { moments, ..blueprint() }).wide
        };
        let [customer, front, back] = drawn(long, "");
        assert!(front > customer && back == 0.0, "a column of which nothing is told is left out: {front} {back}");
        let [customer, front, back] = drawn("", long);
        assert!(back > front && back > customer, "what is long has more room: {front} {back}");
        let all = drawn(long, long);
        assert!(all.iter().all(|wide| *wide >= NARROWEST), "{all:?}");
        assert_eq!(all.iter().sum::<f64>(), WIDTH - 2.0 * EDGE - 2.0 * ASIDE);
    }

    #[test]
    fn the_texts_are_whole() {
        let svg = draw(&blueprint()).svg;
        let said: String = svg.split('>').filter_map(|part| part.split('<').next()).collect::<Vec<_>>().join(" ");
        let words: Vec<&str> = said.split_whitespace().collect();
        let back = "El tablero muestra cuántas personas esperan.";
        assert!(words.join(" ").contains(back), "{said}");
    }
}

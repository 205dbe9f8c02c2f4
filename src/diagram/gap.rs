//! Expected against perceived quality, characteristic by characteristic: an open circle for what was expected, a full dot
//! for a perception that reaches it, a hollow square for one that falls short, the line between them the gap.

use super::Drawing;
use super::measure::{self, LEADING, TEXT, Weight};
use super::pen::{Anchor, Area, Pen, num};

/// Drawn 360 px wide, one row for each characteristic.
#[derive(Debug, Clone, Default)]
pub struct Gap {
    /// Prefix of the ids, unique in the page.
    pub id: String,
    pub title: String,
    /// What the drawing says to somebody who cannot see it.
    pub description: String,
    pub rows: Vec<GapRow>,
    /// Ends of the scale of the answers, such as 0 and 10. Values outside widen it.
    pub scale: (f64, f64),
    /// What the signs are: `esperada`, `percibida, alcanza`, `percibida, no alcanza`; empty ones are left out.
    pub expected: String,
    pub reached: String,
    pub short: String,
}

#[derive(Debug, Clone, Default)]
pub struct GapRow {
    pub label: String,
    /// Anchor of the place in the manual that tells more.
    pub id: Option<String>,
    pub expected: Option<f64>,
    pub perceived: Option<f64>,
    /// The gap formatted for the reader: `−0,3`.
    pub gap_text: String,
}

const WIDTH: f64 = 360.0;
const NAMES: f64 = 128.0;
const SIGN: f64 = 5.0;

pub fn draw(gap: &Gap) -> Drawing {
    let (pen, height) = lay_out(gap);
    pen.finish(WIDTH, height)
}

fn lay_out(gap: &Gap) -> (Pen, f64) {
    let mut pen = Pen::new(&gap.id, "gap", &gap.title, &gap.description);
    let known = |value: Option<f64>| value.filter(|value| value.is_finite());
    let all = gap.rows.iter().flat_map(|row| [known(row.expected), known(row.perceived)]).flatten();
    let ends = [gap.scale.0, gap.scale.1].into_iter().filter(|end| end.is_finite());
    let (low, high) = all.chain(ends).fold((f64::INFINITY, f64::NEG_INFINITY), |(l, h), v| (l.min(v), h.max(v)));
    let texts: Vec<String> = (gap.rows.iter())
        .map(|row| measure::clamp(measure::wrap(&row.gap_text, 70.0, TEXT, Weight::Strong), 1).concat())
        .collect();
    let left = NAMES + 14.0;
    let right = WIDTH - measure::widest(&texts, TEXT, Weight::Strong) - 14.0;
    let x_of = |value: f64| {
        let span = high / 2.0 - low / 2.0;
        let part = if span > 0.0 && span.is_finite() { (value / 2.0 - low / 2.0) / span } else { 0.5 };
        left + (right - left) * part
    };
    let mut y = 2.0;
    for (row, text) in gap.rows.iter().zip(&texts) {
        let name = measure::wrap(&row.label, NAMES, TEXT, Weight::Plain).lines;
        let height = (name.len() as f64 * LEADING).max(LEADING) + 8.0;
        let middle = y + height / 2.0;
        pen.link(row.id.as_deref(), |pen| {
            for (n, line) in name.iter().enumerate() {
                let first = middle - (name.len() as f64 - 1.0) * LEADING / 2.0 + 4.6;
                pen.text("", 0.0, first + n as f64 * LEADING, Anchor::Start, line);
            }
            pen.route("h", &[(left, middle), (right, middle)]);
            let (expected, perceived) = (known(row.expected).map(x_of), known(row.perceived).map(x_of));
            let short = known(row.perceived) < known(row.expected);
            if let (Some(from), Some(to)) = (expected, perceived) {
                pen.path(if short { "w" } else { "g" }, &format!("M{} {}H{}", num(from), num(middle), num(to)));
            }
            if let Some(x) = expected {
                pen.circle("k", x, middle, SIGN);
            }
            if let Some(x) = perceived {
                verdict(pen, short && expected.is_some(), x, middle);
            }
            pen.text("b", WIDTH, middle + 4.6, Anchor::End, text);
        });
        y += height;
    }
    let height = key(&mut pen, gap, y + 6.0);
    (pen, height)
}

fn verdict(pen: &mut Pen, short: bool, x: f64, y: f64) {
    let side = 2.0 * SIGN - 1.6;
    match short {
        true => pen.rect("o", Area { x: x - side / 2.0, y: y - side / 2.0, w: side, h: side }, 0.0),
        false => pen.circle("f", x, y, SIGN - 0.4),
    }
}

/// What the signs mean, in as many lines as it takes. Returns where it ends.
fn key(pen: &mut Pen, gap: &Gap, top: f64) -> f64 {
    let (mut x, mut y, mut end) = (0.0, top + 14.0, top);
    for (n, words) in [&gap.expected, &gap.reached, &gap.short].into_iter().enumerate() {
        let lines = measure::wrap(words, WIDTH - 18.0, TEXT, Weight::Plain).lines;
        if lines.is_empty() {
            continue;
        }
        let width = 18.0 + measure::widest(&lines, TEXT, Weight::Plain);
        if x > 0.0 && x + width > WIDTH {
            (x, y) = (0.0, end + 16.0);
        }
        match n {
            0 => pen.circle("k", x + 6.0, y - 4.5, SIGN),
            n => verdict(pen, n == 2, x + 6.0, y - 4.5),
        }
        for (n, line) in lines.iter().enumerate() {
            pen.text("s", x + 18.0, y + n as f64 * LEADING, Anchor::Start, line);
        }
        end = end.max(y + (lines.len() as f64 - 1.0) * LEADING + 5.0);
        x += width + 16.0;
    }
    end + 1.0
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagram::probe::{HOSTILE, sound};

    fn gap(label: &str) -> Gap {
        let row = |n: usize, expected, perceived| GapRow {
            label: format!("{label} {n}"),
            id: None,
            expected,
            perceived,
            gap_text: "−0,3".into(),
        };
        Gap {
            id: "g".into(),
            title: "Brecha".into(),
            description: "Esperada y percibida".into(),
            rows: vec![
                row(1, Some(8.4), Some(8.1)),
                row(2, Some(8.2), Some(8.3)),
                row(3, None, Some(7.0)),
                row(4, None, None),
            ],
            scale: (0.0, 10.0),
            expected: "esperada".into(),
            reached: "percibida, alcanza".into(),
            short: "percibida, no alcanza".into(),
        }
    }

    fn checked(gap: &Gap) -> Drawing {
        let (pen, height) = lay_out(gap);
        sound(pen, WIDTH, height)
    }

    #[test]
    fn a_perception_short_of_the_expectation_is_a_square() {
        let mut gap = gap("Tiempo");
        (gap.expected, gap.reached, gap.short) = Default::default();
        let svg = checked(&gap).svg;
        assert_eq!(svg.matches(r#"<rect class="o""#).count(), 1);
        assert_eq!(svg.matches(r#"<circle class="f""#).count(), 2);
        assert_eq!(svg.matches(r#"<circle class="k""#).count(), 2);
    }

    #[test]
    fn bears_hostile_long_and_odd_input() {
        for words in
            [HOSTILE, "", "accesibilidad y conveniencia para quien llega de lejos", "WWWWWWWWWWWWWWWWWWWWWWWWWWW"]
        {
            let mut gap = gap(words);
            gap.rows[0].gap_text = words.repeat(3);
            gap.rows[1].expected = Some(f64::NAN);
            gap.rows[2].perceived = Some(-4.0);
            gap.short = words.repeat(4);
            checked(&gap);
            assert_eq!(draw(&gap), draw(&gap));
        }
        checked(&Gap::default());
    }
}

//! An indicator's results against its target: one sign for each period, hanging from the target line.
//!
//! A full dot meets, a hollow square misses, an open circle has no verdict, a dashed edge is provisional: shape before
//! colour. The last value and the target are written; the others stand in the table beside the chart.

use super::Drawing;
use super::measure::{self, SMALL, TEXT, Weight};
use super::pen::{Anchor, Area, Pen, num};

/// Results in the order of time. Drawn 288 × 92 px.
#[derive(Debug, Clone, Default)]
pub struct Chart {
    /// Prefix of the ids, unique in the page.
    pub id: String,
    pub title: String,
    /// What the drawing says to somebody who cannot see it.
    pub description: String,
    pub points: Vec<Point>,
    /// The target as a number on the scale of the values; none draws no line.
    pub target: Option<f64>,
    /// `meta 95 %`
    pub target_text: String,
}

#[derive(Debug, Clone, Default)]
pub struct Point {
    /// Under the axis: a letter or two of the month.
    pub label_short: String,
    /// None leaves a gap.
    pub value: Option<f64>,
    /// The value formatted for the reader; written only at the last one.
    pub value_text: String,
    /// None when nothing says whether it meets.
    pub met: Option<bool>,
    pub provisional: bool,
}

const WIDTH: f64 = 288.0;
const HEIGHT: f64 = 92.0;
const LEFT: f64 = 8.0;
/// Highest and lowest place of a sign.
const TOP: f64 = 20.8;
const BOTTOM: f64 = 61.2;
const LABELS: f64 = 86.0;
/// Radius of a dot, half a square's side.
const SIGN: f64 = 3.6;

pub fn draw(chart: &Chart) -> Drawing {
    lay_out(chart).finish(WIDTH, HEIGHT)
}

fn lay_out(chart: &Chart) -> Pen {
    let mut pen = Pen::new(&chart.id, "chart", &chart.title, &chart.description);
    let values: Vec<Option<f64>> = chart.points.iter().map(|point| point.value.filter(|v| v.is_finite())).collect();
    let target = chart.target.filter(|target| target.is_finite());
    let last = values.iter().rposition(Option::is_some);
    let last_text = last.map_or("", |last| chart.points[last].value_text.as_str());
    let target_text = if target.is_some() { chart.target_text.as_str() } else { "" };
    let words = Words::new(last_text, target_text);
    let right = WIDTH - words.width - 20.0;
    let scale = Scale::new(values.iter().flatten().copied().chain(target));
    let count = chart.points.len();
    let x_of = |n: usize| match count {
        0 | 1 => (LEFT + right) / 2.0,
        _ => LEFT + (right - LEFT) * n as f64 / (count - 1) as f64,
    };

    if let Some(target) = target.map(|target| scale.y(target)) {
        for (class, met) in [("g", true), ("w", false)] {
            let hangers: String = (chart.points.iter().zip(&values).enumerate())
                .filter(|(_, (point, value))| point.met == Some(met) && value.is_some())
                .filter_map(|(n, (_, value))| {
                    value.map(|value| format!("M{} {}V{}", num(x_of(n)), num(target), num(scale.y(value))))
                })
                .collect();
            if !hangers.is_empty() {
                pen.path(class, &hangers);
            }
        }
        pen.route("t", &[(0.0, target), (right + 8.0, target)]);
    }
    for (n, (point, value)) in chart.points.iter().zip(&values).enumerate() {
        match value {
            Some(value) => sign(&mut pen, point, x_of(n), scale.y(*value)),
            None => pen.route("h", &[(x_of(n) - 3.0, BOTTOM + 4.0), (x_of(n) + 3.0, BOTTOM + 4.0)]),
        }
    }
    labels(&mut pen, chart, right, x_of);
    words.draw(&mut pen, last.and_then(|last| values[last]).map(|v| scale.y(v)), target.map(|t| scale.y(t)));
    pen
}

/// Maps values to places, the highest at the top.
struct Scale {
    low: f64,
    high: f64,
}

impl Scale {
    fn new(values: impl Iterator<Item = f64>) -> Self {
        let (low, high) = values.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), v| (low.min(v), high.max(v)));
        Scale { low, high }
    }

    /// Halved before they are subtracted, so that the span of the widest range is still a number.
    fn y(&self, value: f64) -> f64 {
        let span = self.high / 2.0 - self.low / 2.0;
        if span <= 0.0 || !span.is_finite() {
            return (TOP + BOTTOM) / 2.0;
        }
        BOTTOM - (BOTTOM - TOP) * ((value / 2.0 - self.low / 2.0) / span)
    }
}

fn sign(pen: &mut Pen, point: &Point, x: f64, y: f64) {
    let square = Area { x: x - SIGN, y: y - SIGN, w: 2.0 * SIGN, h: 2.0 * SIGN };
    match (point.met, point.provisional) {
        (Some(true), false) => pen.circle("f", x, y, SIGN),
        (Some(true), true) => pen.circle("f p", x, y, SIGN),
        (Some(false), false) => pen.rect("o", square, 0.0),
        (Some(false), true) => pen.rect("o p", square, 0.0),
        (None, _) => pen.circle("k", x, y, SIGN),
    }
}

/// As many labels as fit, counted back from the last.
fn labels(pen: &mut Pen, chart: &Chart, right: f64, x_of: impl Fn(usize) -> f64) {
    let count = chart.points.len();
    let step = if count > 1 { (right - LEFT) / (count - 1) as f64 } else { right - LEFT };
    let shorts: Vec<String> = (chart.points.iter())
        .map(|point| measure::clamp(measure::wrap(&point.label_short, 60.0, SMALL, Weight::Plain), 1).concat())
        .collect();
    let widest = measure::widest(&shorts, SMALL, Weight::Plain) + 4.0;
    let every = (widest / step.max(0.1)).ceil().clamp(1.0, count.max(1) as f64) as usize;
    for (n, short) in shorts.iter().enumerate().filter(|(n, _)| (count - 1 - n).is_multiple_of(every)) {
        let half = measure::width(short, SMALL, Weight::Plain) / 2.0;
        let x = x_of(n).clamp(half, (WIDTH - half).max(half));
        // A wide first label is pushed in from the edge, if that leaves its neighbour free.
        let room = (step * every as f64 - widest).max(0.0);
        if x - x_of(n) <= room || n + every >= count {
            pen.text("x s", x, LABELS, Anchor::Middle, short);
        }
    }
}

/// What is written at the right: the last value and the target.
struct Words {
    value: Vec<String>,
    target: Vec<String>,
    width: f64,
}

impl Words {
    fn new(value: &str, target: &str) -> Self {
        let value = measure::clamp(measure::wrap(value, 104.0, TEXT, Weight::Strong), 1);
        let target = measure::clamp(measure::wrap(target, 104.0, SMALL, Weight::Plain), 2);
        let width =
            measure::widest(&value, TEXT, Weight::Strong).max(measure::widest(&target, SMALL, Weight::Plain)).max(34.0);
        Words { value, target, width }
    }

    /// Each beside its line; both move apart where they would meet.
    fn draw(&self, pen: &mut Pen, value: Option<f64>, target: Option<f64>) {
        let x = WIDTH - self.width;
        let lines = self.target.len() as f64;
        let (value_high, target_high) = (15.0 * self.value.len() as f64, 12.0 * lines);
        let mut value_mid = value.unwrap_or(TOP);
        let mut target_mid = target.unwrap_or(BOTTOM);
        let apart = (value_high + target_high) / 2.0 + 2.0;
        if (value_mid - target_mid).abs() < apart {
            let middle = (value_mid + target_mid) / 2.0;
            let up = if value_mid <= target_mid { -1.0 } else { 1.0 };
            (value_mid, target_mid) = (middle + up * apart / 2.0, middle - up * apart / 2.0);
        }
        let lowest = 76.0;
        let over = (value_mid + value_high / 2.0).max(target_mid + target_high / 2.0) - lowest;
        let under = (value_mid - value_high / 2.0).min(target_mid - target_high / 2.0);
        let shift = if over > 0.0 { -over } else { (2.0 - under).max(0.0) };
        for line in &self.value {
            pen.text("b", x, value_mid + shift + 4.6, Anchor::Start, line);
        }
        for (n, line) in self.target.iter().enumerate() {
            let first = target_mid - (lines - 1.0) * 6.0;
            pen.text("x s", x, first + shift + 3.7 + 12.0 * n as f64, Anchor::Start, line);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagram::probe::{HOSTILE, sound};

    fn chart(values: &[f64], target: f64) -> Chart {
        let points = (values.iter().zip("NDEFMAMJJASO".chars().cycle()))
            .map(|(value, month)| Point {
                label_short: month.to_string(),
                value: Some(*value),
                value_text: format!("{value:.1} %").replace('.', ","),
                met: Some(*value >= target),
                provisional: false,
            })
            .collect();
        Chart {
            id: "i".into(),
            title: "Respuesta".into(),
            description: "Doce meses".into(),
            points,
            target: Some(target),
            target_text: format!("meta {target} %"),
        }
    }

    fn checked(chart: &Chart) -> Drawing {
        sound(lay_out(chart), WIDTH, HEIGHT)
    }

    #[test]
    fn dots_meet_and_squares_hang_from_the_target() {
        let drawing = checked(&chart(&[91.2, 94.0, 95.5, 96.7], 95.0));
        assert_eq!((drawing.width, drawing.height), (288, 92));
        assert_eq!(drawing.svg.matches(r#"<circle class="f""#).count(), 2);
        assert_eq!(drawing.svg.matches(r#"<rect class="o""#).count(), 2);
        assert!(drawing.svg.contains(r#"<path class="t""#));
        assert!(drawing.svg.contains(">96,7 %</text>") && drawing.svg.contains(">meta 95 %</text>"));
        assert!(!drawing.svg.contains("91,2"), "only the last value is written");
        assert!(drawing.svg.contains(r#"role="img""#));
    }

    #[test]
    fn provisional_unjudged_and_missing_results_have_their_own_signs() {
        let mut chart = chart(&[90.0, 92.0, 94.0, 96.0], 95.0);
        chart.points[0].met = None;
        chart.points[1].value = None;
        chart.points[2].provisional = true;
        chart.points[3].provisional = true;
        let svg = checked(&chart).svg;
        for sign in [r#"class="k""#, r#"class="h""#, r#"class="o p""#, r#"class="f p""#] {
            assert_eq!(svg.matches(sign).count(), 1, "{sign}");
        }
    }

    #[test]
    fn holds_for_any_number_of_points_and_any_values() {
        for count in [0, 1, 2, 5, 12, 13, 24, 60, 300] {
            let values: Vec<f64> = (0..count).map(|n| 80.0 + f64::from(n % 17)).collect();
            checked(&chart(&values, 90.0));
        }
        checked(&chart(&[f64::NAN, f64::INFINITY, f64::MAX, f64::MIN, 0.0], f64::NAN));
        checked(&chart(&[5.0; 12], 5.0));
        checked(&chart(&[1.0, 0.0], 100.0));
        checked(&Chart::default());
    }

    #[test]
    fn bears_hostile_and_long_words() {
        for words in [HOSTILE, "ene 2026", "MMMMMMMMMMMMMMMMMMMMMMMMMM", ""] {
            let mut chart = chart(&[91.0, 93.0, 90.0, 96.0, 95.1], 95.0);
            chart.target_text = format!("{words} máximo tres días hábiles desde la carpeta completa");
            chart.points.iter_mut().for_each(|p| (p.label_short, p.value_text) = (words.into(), words.into()));
            checked(&chart);
        }
    }

    #[test]
    fn the_same_chart_is_the_same_bytes() {
        let chart = chart(&[91.2, 94.0, 95.5, 96.7], 95.0);
        assert_eq!(draw(&chart), draw(&chart));
    }
}

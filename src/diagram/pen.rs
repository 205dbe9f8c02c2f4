//! Writes SVG: shapes, lines, text and links with fixed decimals, everything escaped, and remembers where text and boxes
//! stand so that a layout can be checked by its geometry.

use std::fmt::Write;

use super::Drawing;
use super::measure::{self, SMALL, TEXT, Weight};

/// A rectangle in pixels of the drawing.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Area {
    pub x: f64,
    pub y: f64,
    pub w: f64,
    pub h: f64,
}

impl Area {
    /// Whether two areas come nearer than `gap` to each other.
    pub fn nears(&self, other: &Area, gap: f64) -> bool {
        self.x < other.x + other.w + gap
            && other.x < self.x + self.w + gap
            && self.y < other.y + other.h + gap
            && other.y < self.y + self.h + gap
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Anchor {
    Start,
    Middle,
    End,
}

pub struct Pen {
    id: String,
    look: &'static str,
    title: String,
    description: String,
    body: String,
    linked: bool,
    /// Where each line of text stands.
    pub texts: Vec<Area>,
    /// Where each box or node stands.
    pub shapes: Vec<Area>,
    /// Each straight piece of a path made by `route`: from, to.
    pub strokes: Vec<[(f64, f64); 2]>,
}

impl Pen {
    pub fn new(id: &str, look: &'static str, title: &str, description: &str) -> Self {
        Pen {
            id: token(id),
            look,
            title: measure::clean(title),
            description: measure::clean(description),
            body: String::new(),
            linked: false,
            texts: Vec::new(),
            shapes: Vec::new(),
            strokes: Vec::new(),
        }
    }

    pub fn circle(&mut self, class: &str, x: f64, y: f64, r: f64) {
        self.shapes.push(Area { x: x - r, y: y - r, w: 2.0 * r, h: 2.0 * r });
        let _ = writeln!(self.body, r#"<circle class="{class}" cx="{}" cy="{}" r="{}"/>"#, num(x), num(y), num(r));
    }

    /// A square stood on its corner; `r` from the middle to a corner.
    pub fn diamond(&mut self, class: &str, x: f64, y: f64, r: f64) {
        self.shapes.push(Area { x: x - r, y: y - r, w: 2.0 * r, h: 2.0 * r });
        let points = [(x, y - r), (x + r, y), (x, y + r), (x - r, y)];
        self.path(class, &outline(&points));
    }

    pub fn rect(&mut self, class: &str, area: Area, rx: f64) {
        self.shapes.push(area);
        self.band(class, area, rx);
    }

    /// A rectangle behind the drawing: other parts stand on it.
    pub fn band(&mut self, class: &str, area: Area, rx: f64) {
        let Area { x, y, w, h } = area;
        let _ = write!(
            self.body,
            r#"<rect class="{class}" x="{}" y="{}" width="{}" height="{}""#,
            num(x),
            num(y),
            num(w),
            num(h)
        );
        if rx > 0.0 {
            let _ = write!(self.body, r#" rx="{}""#, num(rx));
        }
        self.body.push_str("/>\n");
    }

    /// A box whose sides run to a point, for a decision; `tip` is how far the points reach out of the flat part.
    pub fn hexagon(&mut self, class: &str, area: Area, tip: f64) {
        self.shapes.push(area);
        let Area { x, y, w, h } = area;
        let points = [
            (x + tip, y),
            (x + w - tip, y),
            (x + w, y + h / 2.0),
            (x + w - tip, y + h),
            (x + tip, y + h),
            (x, y + h / 2.0),
        ];
        self.path(class, &outline(&points));
    }

    /// A path from its data, already written with `num`.
    pub fn path(&mut self, class: &str, data: &str) {
        let _ = writeln!(self.body, r#"<path class="{class}" d="{data}"/>"#);
    }

    /// Straight pieces through the points.
    pub fn route(&mut self, class: &str, points: &[(f64, f64)]) {
        let mut data = String::new();
        for (n, (x, y)) in points.iter().enumerate() {
            let _ = write!(data, "{}{} {}", if n == 0 { "M" } else { "L" }, num(*x), num(*y));
        }
        self.strokes.extend(points.windows(2).map(|pair| [pair[0], pair[1]]));
        self.path(class, &data);
    }

    /// Straight pieces with rounded corners, an arrowhead at the end; the line stops inside the head.
    pub fn arrow(&mut self, line: &str, head: &str, points: &[(f64, f64)]) {
        let [.., (px, py), (x, y)] = points else { return };
        let (dx, dy) = (x - px, y - py);
        let length = dx.hypot(dy);
        let short = (length - 6.0).max(0.0) / length.max(f64::MIN_POSITIVE);
        let mut shaft = points.to_vec();
        shaft[points.len() - 1] = (px + dx * short, py + dy * short);
        self.strokes.extend(points.windows(2).map(|pair| [pair[0], pair[1]]));
        let mut data = format!("M{} {}", num(shaft[0].0), num(shaft[0].1));
        for n in 1..shaft.len() {
            let (from, at) = (shaft[n - 1], shaft[n]);
            let Some(next) = shaft.get(n + 1) else {
                let _ = write!(data, "L{} {}", num(at.0), num(at.1));
                continue;
            };
            let ((ax, ay), (bx, by)) = (toward(at, from), toward(at, *next));
            let _ = write!(data, "L{} {}Q{} {} {} {}", num(ax), num(ay), num(at.0), num(at.1), num(bx), num(by));
        }
        self.path(line, &data);
        self.arrowhead(head, *x, *y, (dx, dy));
    }

    /// An arrowhead with its tip at a point; `dx`, `dy` is the direction it flies.
    pub fn arrowhead(&mut self, class: &str, x: f64, y: f64, (dx, dy): (f64, f64)) {
        let length = dx.hypot(dy).max(f64::MIN_POSITIVE);
        let (dx, dy) = (dx / length, dy / length);
        let (bx, by) = (x - 8.0 * dx, y - 8.0 * dy);
        let points = [(x, y), (bx - 4.0 * dy, by + 4.0 * dx), (bx + 4.0 * dy, by - 4.0 * dx)];
        self.path(class, &outline(&points));
    }

    /// One line of text at its baseline. `class` holds `b` or `i` for strong and `x` for small text.
    pub fn text(&mut self, class: &str, x: f64, y: f64, anchor: Anchor, text: &str) {
        let text = measure::clean(text);
        if text.is_empty() {
            return;
        }
        let has = |name| class.split(' ').any(|c| c == name);
        let size = if has("x") { SMALL } else { TEXT };
        let weight = if has("b") || has("i") { Weight::Strong } else { Weight::Plain };
        let w = measure::width(&text, size, weight);
        let (left, word) = match anchor {
            Anchor::Start => (x, ""),
            Anchor::Middle => (x - w / 2.0, r#" text-anchor="middle""#),
            Anchor::End => (x - w, r#" text-anchor="end""#),
        };
        self.texts.push(Area { x: left, y: y - 0.8 * size, w, h: 1.05 * size });
        let class = if class.is_empty() { String::new() } else { format!(r#" class="{class}""#) };
        let size = if has("x") { r#" font-size="10.5""# } else { "" };
        let _ =
            writeln!(self.body, r#"<text{class} x="{}" y="{}"{size}{word}>{}</text>"#, num(x), num(y), escape(&text));
    }

    /// What `draw` adds becomes a link to a place in the manual, when there is one.
    pub fn link(&mut self, anchor: Option<&str>, draw: impl FnOnce(&mut Pen)) {
        match anchor.map(measure::clean).filter(|anchor| !anchor.is_empty()) {
            Some(anchor) => {
                self.linked = true;
                let _ = writeln!(self.body, r#"<a href="ref:{}">"#, escape(&anchor));
                draw(self);
                self.body.push_str("</a>\n");
            }
            None => draw(self),
        }
    }

    pub fn finish(self, width: f64, height: f64) -> Drawing {
        let (width, height) = (width.ceil().max(1.0) as u32, height.ceil().max(1.0) as u32);
        let Pen { id, look, title, description, body, linked, .. } = self;
        let role = if linked { "group" } else { "img" };
        let title = format!("<title id=\"{id}-t\">{}</title>\n", escape(&title));
        let (described, description) = match description.is_empty() {
            true => (String::new(), String::new()),
            false => (format!(" {id}-d"), format!("<desc id=\"{id}-d\">{}</desc>\n", escape(&description))),
        };
        let svg = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"d {look}\" viewBox=\"0 0 {width} {height}\" \
             width=\"{width}\" height=\"{height}\" font-size=\"13\" role=\"{role}\" \
             aria-labelledby=\"{id}-t{described}\">\n{title}{description}{body}</svg>"
        );
        Drawing { svg, width, height }
    }
}

/// A point four pixels from a corner on the way to its neighbour, or half-way if that is nearer.
fn toward((x, y): (f64, f64), (tx, ty): (f64, f64)) -> (f64, f64) {
    let length = (tx - x).hypot(ty - y).max(f64::MIN_POSITIVE);
    let part = (4.0 / length).min(0.5);
    (x + (tx - x) * part, y + (ty - y) * part)
}

/// A closed outline through the points.
fn outline(points: &[(f64, f64)]) -> String {
    let mut data = String::new();
    for (n, (x, y)) in points.iter().enumerate() {
        let _ = write!(data, "{}{} {}", if n == 0 { "M" } else { "L" }, num(*x), num(*y));
    }
    data.push('Z');
    data
}

/// A number with one decimal, never a negative zero: the same drawing is the same bytes everywhere.
pub fn num(value: f64) -> String {
    let tenths = (value * 10.0).round();
    let tenths = if tenths.is_finite() { tenths as i64 } else { 0 };
    let sign = if tenths < 0 { "-" } else { "" };
    format!("{sign}{}.{}", tenths.abs() / 10, tenths.abs() % 10)
}

/// Text for XML, in elements and in attributes between double quotes.
pub fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            c => out.push(c),
        }
    }
    out
}

/// An id that is one token of letters, digits, `-`, `_` and `.`.
fn token(id: &str) -> String {
    let id: String = id.chars().map(|c| if c.is_alphanumeric() || "-_.".contains(c) { c } else { '-' }).collect();
    if id.is_empty() { "d".to_owned() } else { id }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_have_one_decimal_and_no_negative_zero() {
        assert_eq!(
            [num(0.0), num(-0.04), num(-0.06), num(12.25), num(f64::NAN), num(f64::INFINITY)],
            ["0.0", "0.0", "-0.1", "12.3", "0.0", "0.0"]
        );
    }

    #[test]
    fn text_ids_and_addresses_are_escaped() {
        let mut pen = Pen::new("a b\"<", "chart", "<t>&", "\"d'\u{0}");
        pen.link(Some("x\"><script>"), |pen| pen.text("b", 1.0, 2.0, Anchor::End, "</svg>\u{b}&"));
        let svg = pen.finish(10.2, 5.0).svg;
        assert!(svg.contains(r#"<title id="a-b---t">&lt;t&gt;&amp;</title>"#), "{svg}");
        assert!(svg.contains(r#"href="ref:x&quot;&gt;&lt;script&gt;""#), "{svg}");
        assert!(svg.contains(">&lt;/svg&gt; &amp;</text>"), "{svg}");
        assert!(svg.contains(r#"viewBox="0 0 11 5""#), "{svg}");
        assert!(svg.contains(r#"role="group""#), "{svg}");
    }
}

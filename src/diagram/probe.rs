//! What the tests of every drawing ask of it: well-formed XML, everything inside, no text on text.

use super::Drawing;
use super::pen::{Area, Pen};

/// Checks the geometry a layout has recorded, then the document.
pub fn sound(pen: Pen, width: f64, height: f64) -> Drawing {
    let inside = |area: &Area, what: &str| {
        let fits =
            area.x >= -0.01 && area.y >= -0.01 && area.x + area.w <= width + 0.01 && area.y + area.h <= height + 0.01;
        assert!(fits, "{what} leaves the {width} × {height} drawing: {area:?}");
    };
    pen.texts.iter().for_each(|area| inside(area, "text"));
    pen.shapes.iter().for_each(|area| inside(area, "a shape"));
    for [from, to] in &pen.strokes {
        for (x, y) in [from, to] {
            inside(&Area { x: *x, y: *y, w: 0.0, h: 0.0 }, "a line");
        }
    }
    for (n, one) in pen.texts.iter().enumerate() {
        for other in &pen.texts[n + 1..] {
            assert!(!one.nears(other, 0.0), "text on text: {one:?} {other:?}");
        }
    }
    let drawing = pen.finish(width, height);
    well_formed(&drawing.svg);
    drawing
}

/// Balanced tags, quoted attributes, no bare ampersand, no control character, no inline style.
pub fn well_formed(svg: &str) {
    assert!(!svg.chars().any(|c| c.is_control() && c != '\n'), "control character");
    assert!(!svg.contains("style="), "inline style");
    let mut open: Vec<&str> = Vec::new();
    let mut rest = svg;
    while let Some(at) = rest.find('<') {
        text_is_escaped(&rest[..at]);
        let end =
            rest[at..].find('>').map(|end| at + end).unwrap_or_else(|| panic!("a tag without end: {}", &rest[at..]));
        let tag = &rest[at + 1..end];
        if let Some(name) = tag.strip_prefix('/') {
            assert_eq!(open.pop(), Some(name), "tags cross");
        } else {
            assert_eq!(tag.matches('"').count() % 2, 0, "quotes of <{tag}>");
            assert!(!tag.contains('<'), "<{tag}>");
            text_is_escaped(tag);
            if !tag.ends_with('/') {
                open.push(tag.split([' ', '\n']).next().expect("a split has a first part"));
            }
        }
        rest = &rest[end + 1..];
    }
    assert!(open.is_empty(), "left open: {open:?}");
    assert!(rest.trim().is_empty(), "after the end: {rest}");
}

fn text_is_escaped(text: &str) {
    for (at, _) in text.match_indices('&') {
        let entity = &text[at..];
        let known = ["&amp;", "&lt;", "&gt;", "&quot;", "&#39;"].iter().any(|e| entity.starts_with(e));
        assert!(known, "bare ampersand: {entity}");
    }
}

/// Words that try to break out of a drawing.
pub const HOSTILE: &str = "\"><script>alert('&')</script>]]>\u{0}\u{8}\u{202e}-->\n<!--";

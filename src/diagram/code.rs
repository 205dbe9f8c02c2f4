//! A code to scan: an address as a matrix of dark and light squares, with the quiet edge that readers of codes want.
//!
//! The squares are black on white in every scheme of colours, since many telephones do not read the inverse.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::sync::{Arc, Mutex, PoisonError};

use super::Drawing;
use super::pen::{Area, Pen};
use fast_qr::{ECL, QRBuilder};

/// A code to scan.
#[derive(Debug, Clone, Default)]
pub struct Code {
    /// Prefix of the ids, unique in the page.
    pub id: String,
    pub title: String,
    /// What the code says.
    pub text: String,
}

/// Side of a square in pixels.
const SQUARE: usize = 4;
/// Squares of white on each side (ISO/IEC 18004 wants four).
const QUIET: usize = 4;

/// Codes that were made are remembered: a preview makes those of all pages again at each save, and to choose among the masks of a
/// code takes a millisecond.
static MADE: Mutex<BTreeMap<String, Arc<Squares>>> = Mutex::new(BTreeMap::new());
const MOST: usize = 8_192;

/// The squares of a code.
#[derive(Debug)]
struct Squares {
    /// Data of a path.
    data: String,
    /// Side with the quiet edge, in pixels.
    side: f64,
}

/// The code; none where the text is longer than one can hold.
pub fn draw(code: &Code) -> Option<Drawing> {
    let squares = squares(&code.text)?;
    let side = squares.side;
    let mut pen = Pen::new(&code.id, "code", &code.title, &code.text);
    pen.rect("e", Area { x: 0.0, y: 0.0, w: side, h: side }, 0.0);
    pen.path("m", &squares.data);
    Some(pen.finish(side, side))
}

fn squares(text: &str) -> Option<Arc<Squares>> {
    // What a thread that broke off has left is whole: entries are made before they are put in.
    let made = || MADE.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(known) = made().get(text) {
        return Some(Arc::clone(known));
    }
    let new = Arc::new(make(text)?);
    let mut all = made();
    if all.len() >= MOST {
        all.clear();
    }
    all.insert(text.to_owned(), Arc::clone(&new));
    Some(new)
}

fn make(text: &str) -> Option<Squares> {
    // A printed card is folded, stained and photocopied: a quarter of it may be lost.
    let matrix = QRBuilder::new(text).ecl(ECL::Q).build().ok()?;
    let dark = |x: usize, y: usize| matrix[y][x].value();
    // Each row is a line as thick as a square, drawn and left out by turns: a third of what rectangles would weigh.
    let mut data = String::new();
    for y in 0..matrix.size {
        let _ = write!(data, "M{} {}", QUIET * SQUARE, (y + QUIET) * SQUARE + SQUARE / 2);
        let mut x = 0;
        while x < matrix.size {
            let gap = (x..matrix.size).take_while(|x| !dark(*x, y)).count();
            let run = (x + gap..matrix.size).take_while(|x| dark(*x, y)).count();
            x += gap + run;
            if run == 0 {
                break;
            }
            if gap > 0 {
                let _ = write!(data, "m{} 0", gap * SQUARE);
            }
            let _ = write!(data, "h{}", run * SQUARE);
        }
    }
    Some(Squares { data, side: ((matrix.size + 2 * QUIET) * SQUARE) as f64 })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What a reader of codes reads in the drawing, photographed at four times its squares.
    fn read(drawing: &Drawing) -> String {
        let side = drawing.width as usize;
        let mut dark = vec![false; side * side];
        let data = drawing.svg.split("class=\"m\" d=\"").nth(1).and_then(|rest| rest.split('"').next());
        for line in data.expect("rows").split('M').filter(|line| !line.is_empty()) {
            let (start, steps) = line.split_at(line.find(['m', 'h']).expect("a row has a square"));
            let start: Vec<usize> = start.split(' ').map(|number| number.parse().expect("a number")).collect();
            let [mut x, middle] = start[..] else { panic!("{line}") };
            let mut rest = steps;
            while let Some(kind) = rest.chars().next() {
                let body = &rest[1..];
                let end = body.find(['m', 'h']).unwrap_or(body.len());
                let length: usize = body[..end].trim_end_matches(" 0").parse().expect("a length");
                if kind == 'h' {
                    for row in middle - SQUARE / 2..middle + SQUARE / 2 {
                        dark[row * side + x..row * side + x + length].fill(true);
                    }
                }
                x += length;
                rest = &body[end..];
            }
        }
        let grey = |x: usize, y: usize| if dark[y * side + x] { 0 } else { 255 };
        let mut image = rqrr::PreparedImage::prepare_from_greyscale(side, side, grey);
        let grids = image.detect_grids();
        assert_eq!(grids.len(), 1, "one code in the picture");
        grids[0].decode().expect("a code that can be read").1
    }

    #[test]
    fn a_reader_reads_what_was_written() {
        for text in [
            "https://manual.example.org/service-ahorro-vista.html#service-ahorro-vista-m3",
            "https://example.org/",
            "https://manual.example.org/en/service-se%C3%B1ales.html#service-se%C3%B1ales-m12",
            &format!("https://manual.example.org/{}.html", "servicio-de-nombre-largo-".repeat(12)),
        ] {
            let drawing = draw(&Code { id: "c".into(), title: "Código".into(), text: text.into() }).expect("it fits");
            assert_eq!(read(&drawing), text);
            assert_eq!(drawing.width, drawing.height);
            super::super::probe::well_formed(&drawing.svg);
        }
    }

    #[test]
    fn what_no_code_can_hold_has_none() {
        assert_eq!(draw(&Code { text: "a".repeat(3000), ..Code::default() }), None);
    }
}

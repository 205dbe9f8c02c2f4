//! The data that the template reads: the composed manual and, beside it, what a page must know and cannot cheaply measure.
//!
//! Added are levels of headings in one tree of the whole document, a rough number of lines of each block, what takes the
//! whole width, which table may break where, and places to break words that no rule can hyphenate. Drawings leave the data
//! and become files. The attached `manual.json` has none of this.

use super::super::RenderError;
use super::contract;
use super::words::{chars, longest_word, plain, soften};
use crate::ir::Manual;
use serde_json::{Value, json};

/// Characters of ordinary text in a line of the text column.
const LINE: usize = 80;
/// Width of the text column in CSS pixels: 126 mm. A figure above it takes the margin column too.
const COLUMN: u64 = 476;
/// PDF knows six levels of headings.
const DEEPEST: u64 = 6;

/// The template's data and the drawings, as paths with their SVG.
pub struct Prepared {
    pub data: Vec<u8>,
    pub drawings: Vec<(String, String)>,
}

/// Prepares the manual. `drawing_css` colours the classes of the drawings.
pub fn prepare(manual: &Manual, mut data: Value, drawing_css: &str) -> Result<Prepared, RenderError> {
    let mut preparation =
        Preparation { drawing_css, drawings: Vec::new(), untitled: Vec::new(), section: String::new() };
    for section in list(&mut data, "sections") {
        preparation.section(section, 1);
    }
    if !preparation.untitled.is_empty() {
        return Err(RenderError(preparation.untitled.join("\n")));
    }
    add_thumbs(&mut data);
    add_document(manual, &mut data);
    soften(&mut data);
    let data = serde_json::to_vec(&data).map_err(|error| RenderError(error.to_string()))?;
    Ok(Prepared { data, drawings: preparation.drawings })
}

/// What the whole document needs: its metadata, where the contents stand, what the theme must know.
fn add_document(manual: &Manual, data: &mut Value) {
    let control = &manual.control;
    let words = [Some(&manual.title), control.code.as_ref(), control.edition.as_ref()];
    let front = list(data, "sections").iter().take_while(|s| matches!(kind(s), "cover" | "control")).count();
    data["heading"] = json!(words.into_iter().flatten().map(String::as_str).collect::<Vec<_>>().join(" · "));
    data["keywords"] = json!([manual.labels.manual, manual.organization.as_str(), control.status.as_str()]);
    data["front"] = json!(front);
    data["date"] = control.date.split('-').filter_map(|part| part.parse::<u32>().ok()).collect();
    data["contract"] =
        json!({ "blocks": contract::BLOCKS, "inlines": contract::INLINES, "sections": contract::SECTIONS });
}

/// Numbered chapters get their place among all, for the index on the edge of the paper.
fn add_thumbs(data: &mut Value) {
    let sections = list(data, "sections");
    let numbered: Vec<usize> = (0..sections.len()).filter(|&at| sections[at]["number"].is_string()).collect();
    for (place, &at) in numbered.iter().enumerate() {
        sections[at]["thumb"] = json!([place, numbered.len()]);
    }
}

struct Preparation<'a> {
    drawing_css: &'a str,
    drawings: Vec<(String, String)>,
    /// What is wrong with headings, one message each: PDF/UA wants words in every one.
    untitled: Vec<String>,
    /// Anchor of the present section, for those messages.
    section: String,
}

/// Where a list of blocks stands.
#[derive(Clone, Copy)]
struct Place {
    /// Level of the section, in the tree of the document.
    base: u64,
    /// Level of the nearest heading that encloses the list.
    above: u64,
    /// The section is set in full width.
    full: bool,
    /// Its headings stand in the contents.
    outlined: bool,
    /// Inside a point, whose name hangs in the margin.
    point: bool,
    /// Inside a list, a definition, a callout: nothing reaches into the margin.
    nested: bool,
}

impl Preparation<'_> {
    fn section(&mut self, section: &mut Value, depth: u64) {
        self.section = section["id"].as_str().unwrap_or_default().to_string();
        if kind(section) != "cover" {
            self.expect_words(section["title"].as_str().unwrap_or_default(), "the section");
        }
        let level = depth.min(DEEPEST);
        section["level"] = json!(level);
        let full = kind(section) == "register";
        // The contents of a large manual lead to the services; each service has its points in the same ten places.
        let outlined = depth == 1;
        self.blocks(
            &mut section["blocks"],
            Place { base: level, above: level, full, outlined, point: false, nested: false },
        );
        for child in list(section, "sections") {
            self.section(child, depth + 1);
        }
    }

    /// Prepares a list of blocks and returns its rough number of lines.
    fn blocks(&mut self, blocks: &mut Value, place: Place) -> usize {
        // Level of the heading under which the next block stands.
        let mut under = place.above;
        let mut lines = 0;
        for block in blocks.as_array_mut().into_iter().flatten() {
            match kind(block) {
                "heading" => {
                    let rank = block["level"].as_u64().unwrap_or(2);
                    let level = (place.base + rank - 1).clamp(place.above + 1, under + 1).min(DEEPEST);
                    let plain = plain(&block["title"]);
                    self.expect_words(&plain, "a heading");
                    block["rank"] = json!(rank);
                    block["plain"] = json!(plain);
                    block["outlined"] = json!(place.outlined && rank == 2);
                    block["level"] = json!(level);
                    under = level;
                }
                "point" => {
                    under = (place.above + 1).min(DEEPEST);
                    self.expect_words(block["title"].as_str().unwrap_or_default(), "a point");
                    block["level"] = json!(under);
                }
                "group" => {
                    if plain(&block["title"]).trim().is_empty() {
                        // An entry may have a code and no name: then its code is its name.
                        let code = block["code"].take();
                        self.expect_words(code.as_str().unwrap_or_default(), "an entry");
                        block["title"] = json!([{ "kind": "text", "text": code }]);
                    }
                    block["level"] = json!((under + 1).min(DEEPEST));
                    block["hung"] = json!(!place.nested && !place.point);
                }
                _ => {}
            }
            let own = self.block(block, Place { above: under, ..place });
            block["lines"] = json!(own);
            lines += own;
        }
        pair_drawings(blocks.as_array_mut().map(Vec::as_mut_slice).unwrap_or_default());
        lines
    }

    /// Prepares what is inside a block and returns its rough number of lines.
    fn block(&mut self, block: &mut Value, place: Place) -> usize {
        let within = Place { nested: true, outlined: false, ..place };
        match kind(block) {
            "point" | "group" => {
                let above = block["level"].as_u64().unwrap_or(place.above);
                let point = place.point || kind(block) == "point";
                1 + self.blocks(&mut block["blocks"], Place { above, point, ..place })
            }
            "callout" | "quote" => 1 + self.blocks(&mut block["blocks"], within),
            "list" => list(block, "items").iter_mut().map(|item| self.blocks(item, within).max(1)).sum(),
            "definitions" => {
                list(block, "items").iter_mut().map(|i| self.blocks(&mut i["blocks"], within).max(1)).sum()
            }
            "table" => {
                add_table(block, place);
                list(block, "rows").len() + 2
            }
            "figure" => self.figure(block, place),
            "cards" => {
                for card in list(block, "items").iter_mut().filter(|card| card["scan"].is_object()) {
                    self.figure(&mut card["scan"], within);
                }
                // Sheets of their own: no part of a column.
                60
            }
            "poster" => 60,
            "brief" | "escalation" => {
                block["wide"] = json!(!place.nested);
                10
            }
            "steps" | "facts" => list(block, "items").iter().map(|item| 1 + chars(item) / LINE).sum(),
            "code" => block["text"].as_str().unwrap_or_default().lines().count(),
            "paragraph" | "heading" => 1 + chars(block) / LINE,
            _ => 3 + chars(block) / (LINE - 20),
        }
    }

    fn expect_words(&mut self, title: &str, what: &str) {
        if title.trim().is_empty() {
            self.untitled.push(format!("{what} has no title, in `{}`", self.section));
        }
    }

    fn figure(&mut self, block: &mut Value, place: Place) -> usize {
        let source = &mut block["source"];
        if kind(source) == "drawing" {
            let svg = source["svg"].as_str().unwrap_or_default();
            let path = format!("/drawings/{}.svg", self.drawings.len());
            self.drawings.push((path.clone(), with_style(svg, self.drawing_css)));
            source["svg"] = Value::Null;
            source["file"] = json!(path);
        }
        let (width, height) = (source["width"].as_u64().unwrap_or(1), source["height"].as_u64().unwrap_or(1));
        block["wide"] = json!(!place.nested && (place.full || width > COLUMN));
        // A line is 14 points, a CSS pixel three quarters of one.
        (height * 3 / (4 * 14)).min(50) as usize + 2
    }
}

/// What stands right beneath a drawing knows which: it may shrink to the room that the other leaves on its page.
fn pair_drawings(blocks: &mut [Value]) {
    let drawn = |block: &Value| {
        (kind(block) == "figure" && kind(&block["source"]) == "drawing").then(|| block["source"]["file"].clone())
    };
    for at in 1..blocks.len() {
        if let (Some(above), Some(_)) = (drawn(&blocks[at - 1]), drawn(&blocks[at])) {
            blocks[at - 1]["above"] = json!(true);
            blocks[at]["beneath"] = above;
        }
    }
}

/// A drawing with the theme's colours in it. Its classes mean nothing without them.
fn with_style(svg: &str, css: &str) -> String {
    let Some(open) = svg.find("<svg") else { return svg.to_string() };
    let mut quote = None;
    for (at, c) in svg[open..].char_indices() {
        match (quote, c) {
            (None, '"' | '\'') => quote = Some(c),
            (None, '>') => {
                let (head, body) = svg.split_at(open + at + 1);
                return format!("{head}<style><![CDATA[{css}]]></style>{body}");
            }
            (Some(q), _) if q == c => quote = None,
            _ => {}
        }
    }
    svg.to_string()
}

/// Which rows stay whole, which columns are narrow, where words may be hyphenated.
fn add_table(table: &mut Value, place: Place) {
    let wide = !place.nested && (place.full || matches!(table["look"].as_str(), Some("wide" | "matrix")));
    table["wide"] = json!(wide);
    table["plain"] = json!(plain(&table["caption"]));
    let columns = list(table, "columns").len().max(1);
    let mut longest: Vec<usize> = list(table, "columns").iter().map(|c| longest_word(&c["title"])).collect();
    let mut widest = longest.clone();
    // What a column of equal width holds of a word before it reaches into the next.
    let room = if wide { 100 / columns } else { 75 / columns }.max(7);
    let rows = list(table, "rows").len();
    let mut size = 0;
    for row in list(table, "rows") {
        let cells = row["cells"].as_array().map(Vec::as_slice).unwrap_or_default();
        let lengths: Vec<usize> = cells.iter().map(chars).collect();
        for (width, length) in widest.iter_mut().zip(&lengths) {
            *width = (*width).max(*length);
        }
        for (longest, cell) in longest.iter_mut().zip(cells) {
            *longest = (*longest).max(longest_word(cell));
        }
        let hyphenate: Vec<bool> = cells.iter().map(|cell| longest_word(cell) > room).collect();
        let split = lengths.iter().any(|&length| length * columns > 3000);
        size += lengths.iter().sum::<usize>();
        row["hyphenate"] = json!(hyphenate);
        row["split"] = json!(split);
    }
    for (column, (width, word)) in list(table, "columns").iter_mut().zip(widest.into_iter().zip(longest)) {
        column["chars"] = json!(width);
        column["word"] = json!(word);
    }
    table["long"] = json!(rows > 10 || size > 2200);
}

fn list<'a>(value: &'a mut Value, key: &str) -> &'a mut [Value] {
    value.get_mut(key).and_then(Value::as_array_mut).map(Vec::as_mut_slice).unwrap_or_default()
}

fn kind(value: &Value) -> &str {
    value["kind"].as_str().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ir::sample::sample;
    use crate::ir::{Block, Figure, FigureSource, GroupRole, ListStyle, plain};

    fn prepared(blocks: Vec<Block>) -> Value {
        let mut manual = sample();
        manual.sections.truncate(3);
        manual.sections[2].blocks = blocks;
        let data = serde_json::to_value(&manual).unwrap();
        let prepared = prepare(&manual, data, ".d { fill: red }").unwrap();
        serde_json::from_slice::<Value>(&prepared.data).unwrap()["sections"][2]["blocks"].take()
    }

    #[test]
    fn levels_of_headings_leave_none_out() {
        let heading = |level| Block::Heading { level, id: None, number: None, title: plain("Título"), told: false };
        let group = || Block::Group {
            role: GroupRole::Entry,
            id: None,
            code: None,
            title: plain("Entrada"),
            blocks: vec![heading(4)],
        };
        let list = Block::List { style: ListStyle::Bullets, start: None, items: vec![vec![group()]] };
        let blocks = prepared(vec![heading(4), group(), heading(2), heading(4), list, heading(2)]);
        let levels: Vec<u64> = (0..6).filter_map(|at| blocks[at]["level"].as_u64()).collect();
        assert_eq!(levels, [2, 3, 2, 3, 2]);
        assert_eq!(blocks[1]["blocks"][0]["level"], 4);
        assert_eq!(blocks[4]["items"][0][0]["level"], 4);
        assert_eq!(blocks[4]["items"][0][0]["hung"], false, "nothing in a list reaches into the margin");
    }

    #[test]
    fn a_drawing_knows_the_one_right_above_it() {
        let figure = || {
            let source = FigureSource::Drawing { svg: "<svg></svg>".into(), width: 300, height: 200 };
            Block::Figure(Figure { id: None, number: None, caption: plain("Figura"), alt: "Figura".into(), source })
        };
        let blocks = prepared(vec![figure(), figure(), Block::Paragraph { content: plain("Texto") }, figure()]);
        assert_eq!(blocks[1]["beneath"], blocks[0]["source"]["file"]);
        assert!(blocks[1]["beneath"].is_string());
        assert_eq!(blocks[0]["above"], true);
        assert!(blocks[0]["beneath"].is_null() && blocks[3]["beneath"].is_null(), "there is text between");
        assert!(blocks[1]["above"].is_null());
    }

    #[test]
    fn drawings_become_files_with_the_colours_in_them() {
        let manual = sample();
        let data = serde_json::to_value(&manual).unwrap();
        let prepared = prepare(&manual, data, ".d { fill: red }").unwrap();
        assert_eq!(prepared.drawings.len(), 3);
        for (path, svg) in &prepared.drawings {
            assert!(path.starts_with("/drawings/") && path.ends_with(".svg"));
            assert!(svg.contains("><style><![CDATA[.d { fill: red }]]></style>"), "{svg}");
        }
        assert!(!String::from_utf8(prepared.data).unwrap().contains("<svg"));
        assert_eq!(with_style("<svg a='>'/>", "x"), "<svg a='>'/><style><![CDATA[x]]></style>");
    }
}

//! The PDF: one file that is PDF/UA-1 and PDF/A-3a, set by Typst from the composed manual and a template.
//!
//! The template reads the manual as data and dispatches by kind, so that no text of a manual is ever read as Typst source.
//! The theme's `pdf/theme.typ` exports the dictionaries `block-kinds`, `inline-kinds` and `section-kinds`, with an entry for
//! every kind, and the functions `manual` and `contents`. `main.typ` beside this file calls them and tells what they get.
//! The template finds the data in `/data.json`, the theme's colours in `/theme.json`, pictures beneath `/assets/`.
//!
//! Everything happens in memory: no disk, no packages, no fonts but the embedded ones, no clock. The same manual gives the
//! same bytes.

mod anchors;
mod contract;
mod glyphs;
mod prepare;
mod streams;
mod words;
mod world;

#[cfg(test)]
mod tests;

use super::{Artifact, RenderError, json};
use crate::ir::{CHANGES, Manual, Section};
use crate::theme::Theme;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use typst::World;
use typst::foundations::{Bytes, Datetime, Smart};
use typst::text::FontBook;
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};
use world::MemoryWorld;

/// Renders the manual as `manual.pdf`.
///
/// Fails with the place in the template for a mistake of the theme, and with the text of the manual for what no theme can
/// print: a character that no embedded font has, a reference to nowhere, a picture that cannot be read.
pub fn render(manual: &Manual, theme: &Theme) -> Result<Artifact, RenderError> {
    let mut data = serde_json::to_value(manual).map_err(|error| RenderError(error.to_string()))?;
    leave_out_views(manual, &mut data);
    anchors::thin(&mut data);
    anchors::check(&data)?;
    let world = world_of(manual, data, theme)?;
    let document = compile(&world).map_err(|error| unreadable_pictures(manual, &world).unwrap_or(error))?;
    let bytes = export(manual, &document, &world)?;
    // Typst keeps results for the next compilation. Those of the last ten make an edit fast; older ones only cost memory.
    typst::comemo::evict(10);
    Ok(Artifact { path: "manual.pdf".into(), bytes })
}

/// Leaves out what repeats the manual for one reader: on paper it is printed from its own page. What leads there keeps its words.
/// What changed for a reader stands nowhere else in such few words, and follows the changes of the edition.
fn leave_out_views(manual: &Manual, data: &mut Value) {
    let views: Vec<&Section> = manual.sections.iter().filter(|section| section.is_view()).collect();
    let briefs: Vec<&Section> = match manual.sections.iter().any(|section| section.id == CHANGES) {
        true => views.iter().flat_map(|view| &view.sections).flat_map(|page| &page.sections).collect(),
        false => Vec::new(),
    };
    let printed: BTreeSet<&str> = briefs.iter().flat_map(|brief| brief.anchors()).collect();
    let mut gone: BTreeSet<&str> = views.iter().flat_map(|section| section.anchors()).collect();
    gone.retain(|anchor| !printed.contains(anchor));
    if let Some(sections) = data["sections"].as_array_mut() {
        sections.retain(|section| section["id"].as_str().is_none_or(|id| views.iter().all(|view| view.id != id)));
        let changes = sections.iter_mut().find(|section| section["id"] == CHANGES);
        if let Some(beneath) = changes.and_then(|changes| changes["sections"].as_array_mut()) {
            beneath.extend(briefs.iter().map(|brief| json!(brief)));
        }
    }
    unlink(data, &gone, &manual.lang);
}

fn unlink(value: &mut Value, gone: &BTreeSet<&str>, lang: &str) {
    match value {
        Value::Array(items) => items.iter_mut().for_each(|item| unlink(item, gone, lang)),
        Value::Object(fields) => {
            if fields.get("to").and_then(Value::as_str).is_some_and(|to| gone.contains(to)) {
                fields.remove("to");
                fields.insert("kind".to_owned(), json!("lang"));
                fields.insert("lang".to_owned(), json!(lang));
            }
            fields.values_mut().for_each(|field| unlink(field, gone, lang));
        }
        _ => {}
    }
}

/// All files that the template may read.
fn world_of(manual: &Manual, data: Value, theme: &Theme) -> Result<MemoryWorld, RenderError> {
    let fonts = world::fonts(theme);
    glyphs::check(&data, fonts.book())?;
    let (year, month, day) = date_of(manual)?;
    let today = Datetime::from_ymd(year, month, day)
        .ok_or_else(|| RenderError(format!("no such day: {year}-{month}-{day}")))?;
    let mut world = MemoryWorld::new(today, fonts);
    world.put("/main.typ", Bytes::from_string(include_str!("main.typ")))?;
    for (path, source) in theme.pdf() {
        world.put(&format!("/{path}"), Bytes::from_string(source.clone()))?;
    }
    let looks = looks(theme, world.book());
    world
        .put("/theme.json", Bytes::new(serde_json::to_vec(&looks).map_err(|error| RenderError(error.to_string()))?))?;
    if let Some((name, bytes)) = theme.logo() {
        world.put(&format!("/{name}"), Bytes::new(bytes.to_vec()))?;
    }
    let prepared = prepare::prepare(manual, data, &drawing_css(theme)?)?;
    world.put("/data.json", Bytes::new(prepared.data))?;
    world.put("/manual.json", Bytes::new(json::render(manual)?.bytes))?;
    for (path, svg) in prepared.drawings {
        world.put(&path, Bytes::from_string(svg))?;
    }
    for asset in &manual.assets {
        world.put(&format!("/assets/{}", asset.path), Bytes::new(asset.bytes.clone()))?;
    }
    Ok(world)
}

/// What a template asks of the theme: its colours, the letters of each role that can be printed, the path of its logo.
fn looks(theme: &Theme, book: &FontBook) -> Value {
    let known = |name: &String| book.contains_family(&name.to_lowercase());
    let letters = |role| theme.font(role).iter().filter(|name| known(name)).collect::<Vec<_>>();
    json!({
        "colours": theme.colours(),
        "letters": { "voice": letters("voice"), "code": letters("code") },
        "logo": theme.logo().map(|(name, _)| format!("/{name}")),
    })
}

/// The style sheet of the drawings in the theme's colours. SVG in a PDF knows no custom properties, so they are filled in.
fn drawing_css(theme: &Theme) -> Result<String, RenderError> {
    let mut css = theme.pdf().get("drawing.css").cloned().unwrap_or_default();
    for (name, colour) in theme.colours() {
        css = css.replace(&format!("var(--{name})"), colour);
    }
    match css.find("var(") {
        None => Ok(css),
        Some(at) => {
            let unknown: String = css[at..].chars().take_while(|&c| c != ';' && c != '}').collect();
            Err(RenderError(format!("pdf/drawing.css: the theme has no colour `{unknown}`")))
        }
    }
}

fn compile(world: &MemoryWorld) -> Result<PagedDocument, RenderError> {
    let compiled = typst::compile::<PagedDocument>(world);
    compiled.output.map_err(|errors| world.explain(&errors))
}

/// The pictures that Typst cannot read, by name: its own message has only the place in the template.
fn unreadable_pictures(manual: &Manual, world: &MemoryWorld) -> Option<RenderError> {
    let unreadable = |path: &str| {
        let mut probe = MemoryWorld::new(world.today(None)?, world.fonts());
        let path_text = serde_json::to_string(&format!("/assets/{path}")).ok()?;
        probe.put("/main.typ", Bytes::from_string(format!("#image({path_text})"))).ok()?;
        let asset = manual.assets.iter().find(|asset| asset.path == path)?;
        probe.put(&format!("/assets/{path}"), Bytes::new(asset.bytes.clone())).ok()?;
        let error = typst::compile::<PagedDocument>(&probe).output.err()?;
        Some(format!("the picture `{path}` cannot be read: {}", error.first()?.message))
    };
    let lines: Vec<String> = manual.assets.iter().filter_map(|asset| unreadable(&asset.path)).collect();
    (!lines.is_empty()).then(|| RenderError(lines.join("\n")))
}

fn export(manual: &Manual, document: &PagedDocument, world: &MemoryWorld) -> Result<Vec<u8>, RenderError> {
    let (year, month, day) = date_of(manual)?;
    let midnight = Datetime::from_ymd_hms(year, month, day, 0, 0, 0).expect("a checked day has a midnight");
    let standards = PdfStandards::new(&[PdfStandard::Ua_1, PdfStandard::A_3a]).expect("UA-1 and A-3a agree");
    let options = PdfOptions {
        ident: Smart::Custom(format!(
            "cartilla/{}/{}/{}",
            manual.organization,
            manual.control.code.as_deref().unwrap_or(&manual.title),
            manual.lang
        )),
        creator: Smart::Custom(Some("Cartilla".into())),
        timestamp: Some(Timestamp::new_utc(midnight)),
        standards,
        ..PdfOptions::default()
    };
    let bytes = typst_pdf::pdf(document, &options).map_err(|errors| world.explain(&errors))?;
    streams::settle(bytes)
}

/// Year, month and day that stamp the file.
fn date_of(manual: &Manual) -> Result<(i32, u8, u8), RenderError> {
    let date = &manual.control.date;
    let mut parts = date.splitn(3, '-');
    let mut next = || parts.next().unwrap_or_default();
    match (next().parse(), next().parse(), next().parse()) {
        (Ok(year), Ok(month), Ok(day)) if Datetime::from_ymd(year, month, day).is_some() => Ok((year, month, day)),
        _ => Err(RenderError(format!("`{date}` is no date that can stamp a file: write year-month-day"))),
    }
}

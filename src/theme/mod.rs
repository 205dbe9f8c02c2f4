//! Themes: the templates, style sheets, scripts, colours and letters that a renderer dresses a manual in.
//!
//! A manual's theme is its folder `theme/`, laid over the one that the program carries: `theme.yaml` (colours, letters, logo, for
//! HTML and PDF alike), and beneath `html/` and `pdf/` the files that it puts in the place of the program's own. `themes/README.md` is
//! its reference. It holds looks and not one word that a reader sees. What is wrong with it is a finding at its line, like
//! what is wrong with the manual; see [`entries`].

pub mod colour;
pub mod entries;
mod fault;
mod files;
mod letters;
mod override_of;
mod sheet;
#[cfg(test)]
mod tests;
mod written;

pub use fault::Fault;

use override_of::survey;
pub use override_of::{Override, State, overridable, stamped};

use std::collections::BTreeMap;

use tera::Tera;

use crate::diag::Diagnostic;
use crate::span::{FileId, Sources, Span};
use colour::Palette;
pub use letters::Face;

/// Templates that every theme must have, beneath `html/`: one for each kind of page, block and inline. Text needs none: it is
/// its own characters, escaped.
pub const TEMPLATES: [&str; 49] = [
    "block/acknowledgement.html",
    "block/brief.html",
    "block/callout.html",
    "block/cards.html",
    "block/code.html",
    "block/definitions.html",
    "block/escalation.html",
    "block/facts.html",
    "block/figure.html",
    "block/group.html",
    "block/heading.html",
    "block/limit.html",
    "block/list.html",
    "block/paragraph.html",
    "block/point.html",
    "block/poster.html",
    "block/progress.html",
    "block/promise.html",
    "block/quiz.html",
    "block/quote.html",
    "block/rule.html",
    "block/script.html",
    "block/steps.html",
    "block/table.html",
    "block/tasks.html",
    "inline/break.html",
    "inline/code.html",
    "inline/emph.html",
    "inline/lang.html",
    "inline/limit.html",
    "inline/link.html",
    "inline/mark.html",
    "inline/note.html",
    "inline/picture.html",
    "inline/ref.html",
    "inline/slot.html",
    "inline/state.html",
    "inline/strike.html",
    "inline/strong.html",
    "inline/task.html",
    "inline/term.html",
    "inline/value.html",
    "page/chapter.html",
    "page/control.html",
    "page/cover.html",
    "page/register.html",
    "page/role.html",
    "page/service.html",
    "page/services.html",
];

/// A whole theme, ready to render with.
#[derive(Clone)]
pub struct Theme {
    pub name: String,
    light: Palette,
    dark: Palette,
    fonts: BTreeMap<String, Vec<String>>,
    faces: Vec<Face>,
    /// The logo's name beneath `assets/theme/`, and its bytes.
    logo: Option<(String, Vec<u8>)>,
    tera: Tera,
    /// Files that pages load, by their name beneath `assets/theme/`: style sheets, scripts, pictures. The program's own
    /// first, so that a theme's style sheets have the last word.
    assets: Vec<(String, Vec<u8>)>,
    /// Typst files of the printed manual and the style sheet of its drawings, by their path beneath `pdf/`.
    pdf: BTreeMap<String, String>,
    overrides: Vec<Override>,
}

/// A file of a manual's theme.
#[derive(Debug, Clone)]
pub struct Given {
    /// Where its findings point; its text, if it is one, is among the sources.
    pub file: FileId,
    pub bytes: Vec<u8>,
}

impl Given {
    /// Its first line, where a finding about the whole file points. A file without text has none.
    fn head(&self) -> Span {
        let line = self.bytes.iter().position(|byte| *byte == b'\n').unwrap_or(self.bytes.len());
        let end = if std::str::from_utf8(&self.bytes).is_ok() { line } else { 0 };
        Span::new(self.file, 0..end)
    }
}

/// The files of a manual's theme, by path beneath `theme/`.
pub type Files = BTreeMap<String, Given>;

impl Theme {
    /// The theme that the program carries.
    pub fn built_in() -> Theme {
        let (theme, findings) = read(&Files::new(), &Sources::default());
        assert!(findings.is_empty(), "the theme that the program carries is whole");
        theme
    }

    /// A theme from its files by path beneath `theme/`, with what was found.
    pub fn of(files: &[(&str, &[u8])]) -> (Theme, Vec<Diagnostic>) {
        let mut sources = Sources::default();
        let mut given = Files::new();
        for (path, bytes) in files {
            let text = String::from_utf8(bytes.to_vec()).unwrap_or_default();
            let file = sources.add(format!("theme/{path}"), text, false);
            given.insert((*path).to_owned(), Given { file, bytes: bytes.to_vec() });
        }
        read(&given, &sources)
    }

    /// A colour of the light scheme, as `#rrggbb`: paper is light.
    pub fn colour(&self, name: &str) -> Option<&str> {
        self.light.get(name)
    }

    /// Families of letters by preference: `voice`, `record` or `code`.
    pub fn font(&self, role: &str) -> &[String] {
        self.fonts.get(role).map_or(&[], Vec::as_slice)
    }

    /// The letters that the theme brings.
    pub fn faces(&self) -> &[Face] {
        &self.faces
    }

    /// The logo: its name beneath `assets/theme/`, and its bytes.
    pub fn logo(&self) -> Option<(&str, &[u8])> {
        self.logo.as_ref().map(|(name, bytes)| (name.as_str(), bytes.as_slice()))
    }

    /// All colours of the light scheme.
    pub fn colours(&self) -> &BTreeMap<String, String> {
        self.light.all()
    }

    /// Files of the printed manual, by their path beneath `pdf/`.
    pub fn pdf(&self) -> &BTreeMap<String, String> {
        &self.pdf
    }

    /// Every file that a theme can replace, and those that this one adds.
    pub fn overrides(&self) -> &[Override] {
        &self.overrides
    }

    /// The templates of pages, blocks and inlines.
    pub fn tera(&self) -> &Tera {
        &self.tera
    }

    /// The names of the files with this extension that pages load, in the order in which they are loaded.
    pub fn assets_of(&self, extension: &str) -> Vec<&str> {
        self.assets.iter().map(|(name, _)| name.as_str()).filter(|name| name.ends_with(extension)).collect()
    }

    /// Every file that pages load, and the style sheet of the colours and letters, `tokens.css`.
    pub fn assets(&self) -> impl Iterator<Item = (&str, Vec<u8>)> {
        let tokens = std::iter::once(("tokens.css", self.tokens().into_bytes()));
        let files = self.assets.iter().map(|(name, bytes)| (name.as_str(), bytes.clone()));
        let faces = self.faces.iter().map(|face| (face.file.as_str(), face.bytes.clone()));
        let logo = self.logo.iter().map(|(name, bytes)| (name.as_str(), bytes.clone()));
        tokens.chain(files).chain(faces).chain(logo)
    }

    /// Custom properties. Dark holds on screens only, by the system's scheme or by the reader's choice; paper stays light.
    fn tokens(&self) -> String {
        let faces: String = self.faces.iter().map(Face::rule).collect();
        let fonts: String =
            self.fonts.iter().map(|(role, names)| format!("--{role}:{};", colour::families(names))).collect();
        let (light, dark) = (self.light.properties(), self.dark.properties());
        format!(
            "{faces}:root{{color-scheme:light;{light}{fonts}}}\n\
             @media screen and (prefers-color-scheme:dark){{:root:not([data-theme=light]){{color-scheme:dark;{dark}}}}}\n\
             @media screen{{:root[data-theme=dark]{{color-scheme:dark;{dark}}}}}\n"
        )
    }
}

impl std::fmt::Debug for Theme {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Theme").field("name", &self.name).finish_non_exhaustive()
    }
}

/// Reads a manual's theme, laid over the program's own. What cannot be used is a finding, and the program's own stands in
/// its place, so that there always is a theme.
pub fn read(given: &Files, sources: &Sources) -> (Theme, Vec<Diagnostic>) {
    let mut findings = override_of::check(given);
    findings.extend(written::check(given));
    let sheet = sheet::read(given, sources, &mut findings);
    let own = |path: &str| files::DEFAULT.iter().find(|(name, _)| *name == path).map(|(_, text)| *text);
    let mut html: Vec<(&str, &str)> = Vec::new();
    let mut assets: Vec<(String, Vec<u8>)> = Vec::new();
    let mut pdf = BTreeMap::new();
    let texts = files::DEFAULT.iter().map(|(path, _)| *path);
    let more = given.keys().map(String::as_str).filter(|path| own(path).is_none());
    for path in texts.chain(more).collect::<Vec<_>>() {
        let bytes = given.get(path).map(|file| file.bytes.as_slice());
        let text = bytes.map_or_else(|| own(path), |bytes| std::str::from_utf8(bytes).ok());
        if let Some(name) = path.strip_prefix("html/") {
            if !name.ends_with(".html") {
                let bytes = bytes.or_else(|| own(path).map(str::as_bytes)).unwrap_or_default();
                if !name.contains('/') {
                    assets.push((name.to_owned(), bytes.to_vec()));
                }
            } else if let Some(text) = text {
                // The line break that ends a file is no part of the template: an inline must not bring a space.
                html.push((name, text.trim_end()));
            }
        } else if let (Some(name), Some(text)) = (path.strip_prefix("pdf/"), text) {
            pdf.insert(name.to_owned(), text.to_owned());
        }
    }
    let tera = templates(html, given, &mut findings);
    let sheet::Sheet { name, light, dark, fonts, faces, logo } = sheet;
    (Theme { name, light, dark, fonts, faces, logo, tera, assets, pdf, overrides: survey(given) }, findings)
}

/// The line of a template that an error of Tera's points to, as `name:line:column`.
fn place(error: &str, name: &str, file: &Given) -> Option<Span> {
    let (_, rest) = error.split_once(&format!("{name}:"))?;
    let line: usize = rest.split(|c: char| !c.is_ascii_digit()).next()?.parse().ok()?;
    let text = std::str::from_utf8(&file.bytes).ok()?;
    let written = text.split_inclusive('\n').nth(line.checked_sub(1)?)?;
    let start: usize = text.split_inclusive('\n').take(line - 1).map(str::len).sum();
    Some(Span::new(file.file, start..start + written.trim_end().len()))
}

/// The compiled templates; without those of the manual's theme if they cannot be compiled, which is a finding.
fn templates(html: Vec<(&str, &str)>, given: &Files, findings: &mut Vec<Diagnostic>) -> Tera {
    let mut tera = Tera::new();
    let Err(error) = tera.add_raw_templates(html) else { return tera };
    let text = error.to_string();
    // Tera names the template, if it is one template's fault.
    let culprit = given
        .iter()
        .filter(|(path, _)| path.ends_with(".html"))
        .find(|(path, _)| path.strip_prefix("html/").is_some_and(|name| text.contains(name)));
    let first = given.iter().find(|(path, _)| path.ends_with(".html"));
    if let Some((path, file)) = culprit.or(first) {
        let detail = text.lines().next().unwrap_or_default().trim().trim_start_matches("error: ").to_owned();
        let span = path.strip_prefix("html/").and_then(|name| place(&text, name, file)).unwrap_or_else(|| file.head());
        let finding = Diagnostic::new(&entries::TEMPLATE, span);
        let finding = finding.arg("path", format!("theme/{path}")).arg("detail", detail);
        findings.push(finding.note(entries::ITS_WORDS, vec![("reader", "Tera".into())]));
    }
    let own = files::DEFAULT.iter().filter_map(|(path, text)| {
        path.strip_prefix("html/").filter(|name| name.ends_with(".html")).map(|name| (name, text.trim_end()))
    });
    let mut tera = Tera::new();
    tera.add_raw_templates(own).expect("the templates that the program carries are whole");
    tera
}

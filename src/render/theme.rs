//! Themes: the templates, style sheets, scripts, colours and letters that a renderer dresses a manual in.
//!
//! A theme is a folder: `theme.yaml` (colours and letters, for HTML and PDF alike) and `html/` with a Tera template for each
//! kind of page, block and inline, style sheets and scripts. It holds looks and not one word that a reader sees. One that
//! lacks a template or a colour, or whose colours cannot be told apart, is refused here, before anything is rendered.

mod colour;
mod files;

use std::collections::BTreeMap;

use serde::Deserialize;
use tera::Tera;

use super::RenderError;
use colour::Palette;

/// Templates that every theme must have, beneath `html/`: one for each kind of page, block and inline. Text needs none: it is
/// its own characters, escaped.
pub const TEMPLATES: [&str; 45] = [
    "block/acknowledgement.html",
    "block/brief.html",
    "block/callout.html",
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
    "inline/value.html",
    "page/chapter.html",
    "page/control.html",
    "page/cover.html",
    "page/register.html",
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
    tera: Tera,
    /// Files that pages load, by their name beneath `assets/theme/`: style sheets, scripts, letters, pictures.
    assets: BTreeMap<String, Vec<u8>>,
    /// Typst files of the printed manual and the style sheet of its drawings, by their path beneath `pdf/`.
    pdf: BTreeMap<String, String>,
}

/// `theme.yaml` as written. What it leaves out comes from the theme that it extends.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Sheet {
    name: String,
    extends: Option<String>,
    #[serde(default)]
    light: BTreeMap<String, String>,
    #[serde(default)]
    dark: BTreeMap<String, String>,
    #[serde(default)]
    fonts: BTreeMap<String, Vec<String>>,
}

impl Theme {
    /// The theme that the program carries.
    pub fn built_in() -> Theme {
        let files = files::DEFAULT.iter().map(|(path, text)| ((*path).to_string(), text.as_bytes().to_vec())).collect();
        Theme::load(&files).expect("the theme that the program carries is whole")
    }

    /// Reads a theme from its files, by path beneath its folder. With `extends: default` in `theme.yaml`, what is not given
    /// comes from the built-in theme: a brand may be that file alone.
    ///
    /// # Errors
    /// Names the template that lacks or does not parse, the colour that lacks, is no `#rrggbb` or stands out too little.
    pub fn load(files: &BTreeMap<String, Vec<u8>>) -> Result<Theme, RenderError> {
        let sheet = sheet(files)?;
        let mut all = BTreeMap::new();
        let base = match sheet.extends.as_deref() {
            None => None,
            Some("default") => {
                all.extend(files::DEFAULT.iter().map(|(path, text)| ((*path).to_string(), text.as_bytes().to_vec())));
                let base = self::sheet(&all)?;
                Some(base)
            }
            Some(other) => {
                return Err(RenderError(format!("theme.yaml: extends `{other}`, but only `default` can be extended")));
            }
        };
        all.extend(files.iter().map(|(path, bytes)| (path.clone(), bytes.clone())));
        let (mut light, mut dark, mut fonts) = base.map(|b| (b.light, b.dark, b.fonts)).unwrap_or_default();
        light.extend(sheet.light);
        dark.extend(sheet.dark);
        fonts.extend(sheet.fonts);
        check_fonts(&fonts)?;
        let light = Palette::new("light", light)?;
        let dark = Palette::new("dark", dark)?;
        let (tera, assets) = html(&all)?;
        let mut pdf = BTreeMap::new();
        for (path, bytes) in &all {
            if let Some(name) = path.strip_prefix("pdf/") {
                pdf.insert(name.to_string(), text_of(path, bytes)?.to_string());
            }
        }
        Ok(Theme { name: sheet.name, light, dark, fonts, tera, assets, pdf })
    }

    /// A colour of the light scheme, as `#rrggbb`: paper is light.
    pub fn colour(&self, name: &str) -> Option<&str> {
        self.light.get(name)
    }

    /// Families of letters by preference: `voice`, `record` or `code`.
    pub fn font(&self, role: &str) -> &[String] {
        self.fonts.get(role).map_or(&[], Vec::as_slice)
    }

    /// All colours of the light scheme.
    pub fn colours(&self) -> &BTreeMap<String, String> {
        self.light.all()
    }

    /// Files of the printed manual, by their path beneath `pdf/`.
    pub fn pdf(&self) -> &BTreeMap<String, String> {
        &self.pdf
    }

    pub(super) fn tera(&self) -> &Tera {
        &self.tera
    }

    /// The names of the files with this extension that pages load, in the order of their names.
    pub(super) fn assets_of(&self, extension: &str) -> Vec<&str> {
        self.assets.keys().filter(|name| name.ends_with(extension)).map(String::as_str).collect()
    }

    /// Every file that pages load, and the style sheet of the colours and letters, `tokens.css`.
    pub(super) fn assets(&self) -> impl Iterator<Item = (&str, Vec<u8>)> {
        let tokens = std::iter::once(("tokens.css", self.tokens().into_bytes()));
        tokens.chain(self.assets.iter().map(|(name, bytes)| (name.as_str(), bytes.clone())))
    }

    /// Custom properties. Dark holds on screens only, by the system's scheme or by the reader's choice; paper stays light.
    fn tokens(&self) -> String {
        let fonts: String =
            self.fonts.iter().map(|(role, names)| format!("--{role}:{};", colour::families(names))).collect();
        let (light, dark) = (self.light.properties(), self.dark.properties());
        format!(
            ":root{{color-scheme:light;{light}{fonts}}}\n\
             @media screen and (prefers-color-scheme:dark){{:root:not([data-theme=light]){{color-scheme:dark;{dark}}}}}\n\
             @media screen{{:root[data-theme=dark]{{color-scheme:dark;{dark}}}}}\n"
        )
    }
}

fn sheet(files: &BTreeMap<String, Vec<u8>>) -> Result<Sheet, RenderError> {
    let bytes = files.get("theme.yaml").ok_or_else(|| RenderError("the theme has no theme.yaml".into()))?;
    let text = text_of("theme.yaml", bytes)?;
    serde_saphyr::from_str(text).map_err(|e| RenderError(format!("theme.yaml: {e}")))
}

fn text_of<'a>(path: &str, bytes: &'a [u8]) -> Result<&'a str, RenderError> {
    std::str::from_utf8(bytes).map_err(|e| RenderError(format!("{path}: not UTF-8 after byte {}", e.valid_up_to())))
}

/// A name of letters ends up in a style sheet, so it may hold nothing that a style sheet reads.
fn check_fonts(fonts: &BTreeMap<String, Vec<String>>) -> Result<(), RenderError> {
    for role in ["voice", "record", "code"] {
        if fonts.get(role).is_none_or(Vec::is_empty) {
            return Err(RenderError(format!("theme.yaml: fonts has no `{role}`")));
        }
    }
    for (role, names) in fonts {
        if !["voice", "record", "code"].contains(&role.as_str()) {
            return Err(RenderError(format!("theme.yaml: fonts knows voice, record and code, not `{role}`")));
        }
        if let Some(name) = names.iter().find(|n| !n.chars().all(|c| c.is_alphanumeric() || c == ' ' || c == '-')) {
            return Err(RenderError(format!("theme.yaml: `{name}` is no name of letters")));
        }
    }
    Ok(())
}

/// The compiled templates, and the files that pages load.
fn html(files: &BTreeMap<String, Vec<u8>>) -> Result<(Tera, BTreeMap<String, Vec<u8>>), RenderError> {
    let mut templates = Vec::new();
    let mut assets = BTreeMap::new();
    for (path, bytes) in files {
        let Some(name) = path.strip_prefix("html/") else { continue };
        if name.ends_with(".html") {
            // The line break that ends a file is no part of the template: an inline must not bring a space.
            templates.push((name, text_of(path, bytes)?.trim_end()));
        } else {
            if name.starts_with("page/") || name.contains('/') || name == "tokens.css" {
                return Err(RenderError(format!(
                    "{path}: files of pages lie directly in html/ and none is named tokens.css"
                )));
            }
            assets.insert(name.to_string(), bytes.clone());
        }
    }
    for required in TEMPLATES {
        if !templates.iter().any(|(name, _)| *name == required) {
            return Err(RenderError(format!("the theme has no html/{required}")));
        }
    }
    let mut tera = Tera::new();
    tera.add_raw_templates(templates).map_err(|e| RenderError(e.to_string()))?;
    Ok((tera, assets))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn default_files() -> BTreeMap<String, Vec<u8>> {
        files::DEFAULT.iter().map(|(path, text)| ((*path).to_string(), text.as_bytes().to_vec())).collect()
    }

    fn refusal(files: &BTreeMap<String, Vec<u8>>) -> String {
        Theme::load(files).err().expect("the theme is refused").to_string()
    }

    fn brand(yaml: &str) -> BTreeMap<String, Vec<u8>> {
        BTreeMap::from([("theme.yaml".to_string(), format!("name: ours\nextends: default\n{yaml}").into_bytes())])
    }

    #[test]
    fn a_theme_without_a_template_is_refused_by_its_name() {
        for name in TEMPLATES {
            let mut files = default_files();
            files.remove(&format!("html/{name}"));
            let message = refusal(&files);
            assert!(message.contains(name), "{name}: {message}");
        }
    }

    #[test]
    fn a_template_that_does_not_parse_is_named() {
        let mut files = default_files();
        files.insert("html/block/rule.html".into(), b"<hr>{{ oh".to_vec());
        assert!(refusal(&files).contains("block/rule.html"));
    }

    #[test]
    fn a_brand_changes_what_it_names_and_keeps_the_rest() {
        let theme = Theme::load(&brand("light: {accent: '#6b1d5e'}")).expect("whole");
        assert_eq!((theme.name.as_str(), theme.colour("accent")), ("ours", Some("#6b1d5e")));
        assert_eq!(theme.colour("ink"), Theme::built_in().colour("ink"));
        assert!(theme.tokens().contains("--accent:#6b1d5e;"));
    }

    #[test]
    fn colours_are_refused_by_name() {
        for (yaml, parts) in [
            ("light: {accent: '#9fd8c4'}", ["accent", "paper"]),
            ("dark: {acent: '#9fd8c4'}", ["dark", "`acent`"]),
            ("light: {accent: 'red;}body{'}", ["accent", "#rrggbb"]),
            ("fonts: {voice: ['a;b']}", ["a;b", "letters"]),
            ("fonts: {voise: [Georgia]}", ["voise", "voice"]),
        ] {
            let message = refusal(&brand(yaml));
            assert!(parts.iter().all(|part| message.contains(part)), "{yaml}: {message}");
        }
    }

    #[test]
    fn no_template_switches_escaping_off() {
        for (path, text) in files::DEFAULT {
            let template = path.ends_with(".html");
            assert!(!template || !text.contains("safe"), "{path} marks something as safe");
            assert!(!text.contains(" style="), "{path} has a style attribute");
        }
    }
}

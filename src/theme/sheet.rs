//! `theme.yaml` → colours, letters, logo. What it leaves out is the program's own.

use std::collections::BTreeMap;

use super::colour::{NAMES, Palette, channels};
use super::letters::{self, Face};
use super::{Files, entries, files};
use crate::diag::Diagnostic;
use crate::lang::{Lang, Text};
use crate::parse::reader::{Context, Reader};
use crate::parse::yaml;
use crate::span::{Sources, Span, Spanned};

/// What a theme says of its looks.
pub struct Sheet {
    pub name: String,
    pub light: Palette,
    pub dark: Palette,
    pub fonts: BTreeMap<String, Vec<String>>,
    pub faces: Vec<Face>,
    pub logo: Option<(String, Vec<u8>)>,
}

const FILE: &str = "theme.yaml";
/// Who speaks in which letters.
const ROLES: [&str; 3] = ["voice", "record", "code"];
/// A logo heavier than this would weigh on every first view.
const LARGEST_LOGO: usize = 256 * 1024;

/// The program's own sheet with the manual's laid over it.
pub fn read(given: &Files, sources: &Sources, findings: &mut Vec<Diagnostic>) -> Sheet {
    let mut own = Sources::default();
    let text = files::DEFAULT.iter().find(|(path, _)| *path == FILE).map_or("", |(_, text)| *text);
    let file = own.add(FILE, text, false);
    let base = Sheet {
        name: String::new(),
        light: Palette::default(),
        dark: Palette::default(),
        fonts: BTreeMap::new(),
        faces: Vec::new(),
        logo: None,
    };
    let base = lay(base, file, text, &own, &Files::new(), findings);
    let Some(file) = given.get(FILE).map(|file| file.file) else { return base };
    let text = &*sources.get(file).text;
    lay(base, file, text, sources, given, findings)
}

/// Lays one sheet over another.
fn lay(
    mut sheet: Sheet,
    file: crate::span::FileId,
    text: &str,
    sources: &Sources,
    given: &Files,
    findings: &mut Vec<Diagnostic>,
) -> Sheet {
    let Some(node) = yaml::parse(file, text, 0, findings).root else { return sheet };
    let mut cx = Context::new(sources);
    cx.document = "theme/theme.yaml";
    let mut places = Places::default();
    let read = cx.top(&node, |r| {
        let name = r.word("name");
        for (scheme, palette) in [("light", &mut sheet.light), ("dark", &mut sheet.dark)] {
            r.map(scheme, |r| colours(r, scheme, palette, &mut places));
        }
        r.map("fonts", |r| fonts(r, &mut sheet.fonts));
        let faces = r.maps("faces", |r| face(r, given));
        (name, faces, r.word("logo"))
    });
    if let Some((name, faces, named)) = read {
        sheet.name = name.map_or(sheet.name, |name| name.value);
        sheet.faces.extend(faces.into_iter().flatten());
        if let Some(named) = named {
            sheet.logo = logo(&named, given, &mut cx);
        }
    }
    for (scheme, palette) in [("light", &mut sheet.light), ("dark", &mut sheet.dark)] {
        contrast(scheme, palette, &places, &mut cx);
    }
    findings.extend(cx.notes.findings.drain(..).map(with_all_names));
    sheet
}

/// A colour that there is not is followed by all that there are: the nearest name is seldom the one that was looked for.
fn with_all_names(finding: Diagnostic) -> Diagnostic {
    let known = finding.args.iter().any(|(name, _)| *name == "known");
    let near = finding.help.is_some();
    let of_colours = known && finding.code() == "E006" && finding.fill(&ALL, Lang::En).contains(NAMES[0]);
    match of_colours && near {
        true => {
            let args = finding.args.clone();
            finding.note(entries::COLOUR_NAMES, args)
        }
        false => finding,
    }
}

const ALL: Text = Text { es: "{known}", en: "{known}", pt: "{known}" };

/// Where each colour was given: scheme, name.
type Places = BTreeMap<(&'static str, &'static str), Span>;

fn colours(r: &mut Reader<'_, '_, '_>, scheme: &'static str, palette: &mut Palette, places: &mut Places) {
    for name in NAMES {
        let Some(colour) = r.word(name) else { continue };
        if channels(&colour.value).is_some() {
            palette.set(name, colour.value);
            places.insert((scheme, name), colour.span);
        } else {
            let finding = Diagnostic::new(&entries::COLOUR, colour.span);
            r.context().report(finding.arg("name", name).arg("found", colour.value));
        }
    }
}

fn fonts(r: &mut Reader<'_, '_, '_>, fonts: &mut BTreeMap<String, Vec<String>>) {
    for role in ROLES {
        let names: Vec<Spanned<String>> = r.many(role, |slot| slot.word());
        let (good, bad): (Vec<_>, Vec<_>) = names.into_iter().partition(|name| letters::is_family(&name.value));
        for name in bad {
            let finding = Diagnostic::new(&entries::LETTERS, name.span);
            r.context().report(finding.arg("found", name.value));
        }
        if !good.is_empty() {
            fonts.insert(role.to_owned(), good.into_iter().map(|name| name.value).collect());
        }
    }
}

fn face(r: &mut Reader<'_, '_, '_>, given: &Files) -> Option<Face> {
    r.require("family");
    r.require("file");
    let family = r.word("family");
    let file = r.word("file");
    let weight = r.word("weight").map_or_else(|| "400".to_owned(), |weight| weight.value);
    let italic = r.choice("style", &[("normal", false), ("italic", true)]).is_some_and(|style| style.value);
    let (family, file) = (family?, file?);
    let cx = r.context();
    if !letters::is_family(&family.value) || !weight.split("..").all(is_weight) {
        let found = if is_weight(weight.split("..").next().unwrap_or_default()) { family.value } else { weight };
        cx.report(Diagnostic::new(&entries::LETTERS, family.span).arg("found", found));
        return None;
    }
    let bytes = given.get(&file.value).map(|file| file.bytes.clone());
    let Some(bytes) = bytes.filter(|bytes| letters::format(&file.value).is_some() && letters::is_font(bytes)) else {
        cx.report(Diagnostic::new(&entries::PICTURE, file.span).arg("path", format!("theme/{}", file.value)));
        return None;
    };
    let name = file.value.rsplit('/').next().unwrap_or_default().to_owned();
    Some(Face { family: family.value, file: name, weight: weight.replace("..", " "), italic, bytes })
}

fn is_weight(text: &str) -> bool {
    text.trim().parse::<u16>().is_ok_and(|weight| (1..=1000).contains(&weight))
}

/// The logo's name among what pages load, and its bytes.
fn logo(named: &Spanned<String>, given: &Files, cx: &mut Context<'_>) -> Option<(String, Vec<u8>)> {
    let bytes = given.get(&named.value).map(|file| file.bytes.as_slice());
    let lower = named.value.to_lowercase();
    let (end, whole) = match bytes {
        Some(bytes) if lower.ends_with(".svg") => ("svg", String::from_utf8_lossy(bytes).contains("<svg")),
        Some(bytes) if lower.ends_with(".png") => ("png", bytes.starts_with(b"\x89PNG")),
        Some(bytes) if lower.ends_with(".jpg") || lower.ends_with(".jpeg") => ("jpg", bytes.starts_with(&[0xFF, 0xD8])),
        _ => ("", false),
    };
    match bytes.filter(|bytes| whole && bytes.len() <= LARGEST_LOGO) {
        Some(bytes) => Some((format!("logo.{end}"), bytes.to_vec())),
        None => {
            cx.report(Diagnostic::new(&entries::PICTURE, named.span).arg("path", format!("theme/{}", named.value)));
            None
        }
    }
}

/// Reports pairs of colours that stand out too little: one finding for each colour that the theme gave.
fn contrast(scheme: &'static str, palette: &Palette, places: &Places, cx: &mut Context<'_>) {
    let mut told: Vec<&str> = Vec::new();
    for clash in palette.clashes() {
        let place = |name| places.get(&(scheme, name)).copied();
        let culprit = if place(clash.over).is_some() { clash.over } else { clash.under };
        let Some(span) = place(culprit) else { continue };
        if told.contains(&culprit) {
            continue;
        }
        told.push(culprit);
        let mut finding = Diagnostic::new(&entries::CONTRAST, span)
            .arg("scheme", scheme)
            .arg("over", clash.over)
            .arg("under", clash.under)
            // Cut, not rounded: 4.499 must not be shown as enough.
            .arg("found", format!("{:.1}", (clash.found * 10.0).floor() / 10.0))
            .arg("least", format!("{:.1}", clash.least))
            .arg("name", culprit);
        finding = match palette.remedy(culprit) {
            Some(remedy) => finding.arg("remedy", remedy),
            None => finding.arg("remedy", "").help(entries::BOTH_COLOURS),
        };
        if let (Some(other), true) = (place(clash.under), culprit == clash.over) {
            finding = finding.label(other, entries::LIES_UNDER);
        }
        cx.report(finding);
    }
}

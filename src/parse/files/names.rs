//! Names of files that not every system can hold: a manual that was written on one is to be built on another.

use super::PROFILES;
use crate::diag::{Arg, Diagnostic};
use crate::lang::format::composed;
use crate::lang::{Text, Tongue};
use crate::load::{Entry, EntryKind};
use crate::parse::entries;
use crate::parse::kind::Kind;
use crate::span::{Sources, Span};
use std::collections::HashMap;

/// Names that Windows keeps for devices, with any ending.
const DEVICES: [&str; 4] = ["con", "prn", "aux", "nul"];

const DEVICE: Text = Text {
    es: "Windows reserva ese nombre para un dispositivo",
    en: "Windows keeps that name for a device",
    pt: "o Windows reserva esse nome para um dispositivo",
};
const CHARACTER: Text = Text {
    es: "Windows no admite en un nombre `<`, `>`, `:`, `\"`, `|`, `?`, `*` ni `\\`",
    en: "Windows allows no `<`, `>`, `:`, `\"`, `|`, `?`, `*` or `\\` in a name",
    pt: "o Windows não admite em um nome `<`, `>`, `:`, `\"`, `|`, `?`, `*` nem `\\`",
};
const ENDING: Text = Text {
    es: "Windows quita el punto o el espacio del final de un nombre",
    en: "Windows takes away the full stop or the space at the end of a name",
    pt: "o Windows tira o ponto ou o espaço do fim de um nome",
};
const DECOMPOSED: Text = Text {
    es: "las tildes están escritas aparte de sus letras (NFD), y otros sistemas lo tienen por otro nombre",
    en: "accents are written apart from their letters (NFD), and other systems take it for another name",
    pt: "os acentos estão escritos separados das letras (NFD), e outros sistemas o tomam por outro nome",
};
const COLLIDES: Text = Text {
    es: "en Windows y macOS es el mismo archivo que `{other}`",
    en: "on Windows and macOS it is the same file as `{other}`",
    pt: "no Windows e no macOS é o mesmo arquivo que `{other}`",
};

/// The findings about names of the manual's own files. What else lies in the folder is left alone.
pub fn check(listed: &[Entry], sources: &mut Sources) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    let mut known: HashMap<String, &str> = HashMap::new();
    for entry in listed.iter().filter(|entry| is_content(&entry.path) && entry.kind == EntryKind::File) {
        let path = entry.path.as_str();
        let mut tell = |detail: Arg| {
            let span = Span::new(sources.add(path, "", false), 0..0);
            findings.push(Diagnostic::new(&entries::PORTABLE_NAME, span).arg("path", path).arg("detail", detail));
        };
        if let Some(detail) = path.split('/').find_map(fault) {
            tell(Arg::Words(detail));
        }
        if let Some(other) = known.insert(composed(path).to_lowercase(), path) {
            tell(Arg::Phrase(COLLIDES, vec![("other", other.into())]));
        }
    }
    findings
}

/// What is wrong with one part of a path.
fn fault(part: &str) -> Option<Text> {
    let stem = part.split('.').next().unwrap_or(part).trim_end().to_lowercase();
    let numbered = |word: &str| {
        stem.strip_prefix(word).is_some_and(|n| n.len() == 1 && n.starts_with(|c: char| ('1'..='9').contains(&c)))
    };
    if DEVICES.contains(&stem.as_str()) || numbered("com") || numbered("lpt") {
        return Some(DEVICE);
    }
    if part.contains(|c: char| "<>:\"|?*\\".contains(c)) {
        return Some(CHARACTER);
    }
    if part.ends_with(['.', ' ']) {
        return Some(ENDING);
    }
    (composed(part) != part).then_some(DECOMPOSED)
}

/// Whether a path is of a place where a manual keeps what it publishes.
pub fn is_content(path: &str) -> bool {
    let first = path.split('/').next().unwrap_or(path);
    let stem = first.strip_suffix(".yaml").or_else(|| first.strip_suffix(".md")).unwrap_or(first);
    let stem = match stem.rsplit_once('.') {
        Some((stem, tag)) if Tongue::of_name(tag).is_some() => stem,
        _ => stem,
    };
    matches!(stem, "manual" | "assets" | "theme" | PROFILES) || Kind::from_name(stem).is_some()
}

//! The files that a theme puts in the place of the program's own: which there may be, and whether they are still in step.
//!
//! A file that is copied with `cartilla theme --copy` says in its first line which text it was made from: the first twelve
//! digits of the SHA-256 of the program's file. When the program's file has changed since, the author is told to look.

use sha2::{Digest, Sha256};

use super::files::DEFAULT;
use super::{Files, entries};
use crate::diag::Diagnostic;
use crate::parse::nearest;

/// What the first line of a copied file says before the digest.
const STAMP: &str = "cartilla theme ";

/// A file that a theme can replace, and whether this one does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Override {
    /// Beneath `theme/`: `html/block/promise.html`.
    pub path: String,
    pub state: State,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// The program's own is used.
    Default,
    /// Replaced, by a file that says no digest or the one of today.
    Replaced,
    /// Replaced, by a file that was made from an older one.
    Outdated,
    /// Added by the theme: style sheets, scripts, pictures, parts of templates.
    Added,
}

/// The paths that a theme can put a file at, in the order of the program's own.
pub fn overridable() -> impl Iterator<Item = &'static str> {
    DEFAULT.iter().map(|(path, _)| *path)
}

/// The program's file, headed by a comment with its digest; as it is where it is data.
pub fn stamped(path: &str) -> Option<String> {
    let (_, text) = DEFAULT.iter().find(|(name, _)| *name == path)?;
    Some(stamp(path, text).map_or_else(|| (*text).to_owned(), |line| format!("{line}\n{text}")))
}

/// The first line of a copy of the program's file; data has none.
fn stamp(path: &str, text: &str) -> Option<String> {
    let line = format!("{STAMP}{}", digest(text));
    match path.rsplit_once('.').map(|(_, end)| end) {
        Some("html") => Some(format!("{{#- {line} -#}}")),
        Some("css") => Some(format!("/* {line} */")),
        Some("js" | "typ") => Some(format!("// {line}")),
        _ => None,
    }
}

/// Every file that can be replaced, and those that the theme adds.
pub(super) fn survey(given: &Files) -> Vec<Override> {
    let own = DEFAULT.iter().map(|(path, text)| {
        let state = match given.get(*path) {
            None => State::Default,
            Some(file) if is_outdated(&file.bytes, text) => State::Outdated,
            Some(_) => State::Replaced,
        };
        Override { path: (*path).to_owned(), state }
    });
    let added = given.keys().filter(|path| DEFAULT.iter().all(|(name, _)| name != path));
    own.chain(added.map(|path| Override { path: path.clone(), state: State::Added })).collect()
}

/// The findings about files: those that replace nothing, and those made from an older file.
pub(super) fn check(given: &Files) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    for (path, file) in given {
        let start = file.head();
        let named = |entry| Diagnostic::new(entry, start).arg("path", format!("theme/{path}"));
        match DEFAULT.iter().find(|(name, _)| name == path) {
            Some(_) if path != "theme.yaml" && std::str::from_utf8(&file.bytes).is_err() => {
                findings.push(named(&entries::TEMPLATE).arg("detail", "UTF-8"));
            }
            Some((_, text)) if is_outdated(&file.bytes, text) => {
                findings.push(named(&entries::OUTDATED).arg("file", path.as_str()));
            }
            Some((_, text)) => {
                if let Some(line) = stamp(path, text).filter(|_| stamp_in(&file.bytes).is_none()) {
                    findings.push(named(&entries::UNSTAMPED).arg("file", path.as_str()).arg("line", line));
                }
            }
            None if is_own(path) => {}
            None => {
                let finding = named(&entries::UNKNOWN_FILE);
                findings.push(match nearest::one(path, overridable()) {
                    Some(near) => {
                        finding.arg("near", format!("theme/{near}")).help(crate::parse::entries::DID_YOU_MEAN)
                    }
                    None => finding,
                });
            }
        }
    }
    findings
}

/// Files that a theme may add: what pages load, beside the style sheets, parts of its own templates, letters, a logo, notes.
fn is_own(path: &str) -> bool {
    let ends = |ends: &[&str]| ends.iter().any(|end| path.to_lowercase().ends_with(end));
    match path.split_once('/') {
        None => ends(&[".md", ".svg", ".png", ".jpg", ".jpeg"]),
        Some(("html", rest)) if !rest.contains('/') => {
            rest != "tokens.css" && ends(&[".css", ".js", ".svg", ".png", ".jpg", ".jpeg", ".woff2"])
        }
        Some(("html", rest)) => rest.starts_with("own/") && ends(&[".html"]),
        Some(("pdf", rest)) => rest.starts_with("own/") && ends(&[".typ"]),
        Some(("fonts", _)) => ends(&[".ttf", ".otf", ".woff2", ".txt", ".md"]),
        Some(_) => false,
    }
}

/// Whether a file says that it was made from another text than the program's file of today.
fn is_outdated(bytes: &[u8], text: &str) -> bool {
    stamp_in(bytes).is_some_and(|found| found != digest(text))
}

/// The digest that the first line says.
fn stamp_in(bytes: &[u8]) -> Option<String> {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(200)]);
    let (_, rest) = head.lines().next()?.split_once(STAMP)?;
    Some(rest.chars().take_while(char::is_ascii_hexdigit).collect())
}

/// The first twelve hexadecimal digits of the SHA-256.
fn digest(text: &str) -> String {
    Sha256::digest(text.as_bytes()).iter().take(6).map(|byte| format!("{byte:02x}")).collect()
}

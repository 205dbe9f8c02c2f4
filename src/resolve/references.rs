//! References whose kind the field gives, and codes that must be unique.

use super::Resolved;
use crate::diag::Diagnostic;
use crate::model::base::Base;
use crate::parse::files::slug;
use crate::parse::kind::Kind;
use crate::parse::reader::Reference;
use crate::parse::{entries, nearest};
use crate::span::Span;
use std::collections::HashMap;

/// Reports every reference that leads nowhere, with the nearest ids.
pub fn check(manual: &Resolved<'_>, references: &[Reference], findings: &mut Vec<Diagnostic>) {
    for reference in references {
        let missing = manual.model.base(reference.kind, &reference.id).is_none();
        if missing && !manual.unread.may_hold(Some(reference.kind), &reference.id) {
            let (kind, id) = &reference.from;
            let mut finding = unknown(manual, reference.kind, &reference.id, reference.span);
            if !id.is_empty() {
                finding = finding.subject(format!("{}/{id}", kind.name()));
            }
            findings.push(finding);
        }
    }
}

/// How many of the uses of one missing id are shown beside the first.
const SHOWN: usize = 3;

/// Tells the references to one missing id together, at the first place: its entry was misspelt, renamed or removed, which mends
/// them all.
pub fn gather(findings: &mut Vec<Diagnostic>) {
    let mut uses: HashMap<String, Vec<Span>> = HashMap::new();
    for finding in findings.iter() {
        if let Some(missing) = missing(finding) {
            uses.entry(missing).or_default().push(finding.span);
        }
    }
    for places in uses.values_mut() {
        places.sort_by_key(|span| (span.file, span.start));
        places.dedup();
    }
    findings.retain_mut(|finding| {
        let Some(places) = missing(finding).and_then(|missing| uses.get(&missing)) else { return true };
        let Some((first, others)) = places.split_first().filter(|(_, others)| !others.is_empty()) else { return true };
        if finding.span != *first {
            return false;
        }
        finding.args.push(("count", places.len().to_string().into()));
        finding.args.push(("more", others.len().to_string().into()));
        let more = others.len() > SHOWN;
        // The edit is for the first place, and several uses agree that the entry itself may have been renamed by mistake.
        finding.edit = None;
        for (i, place) in others.iter().take(SHOWN).enumerate() {
            let text = if more && i + 1 == SHOWN { entries::ALSO_AND_MORE } else { entries::ALSO_HERE };
            *finding = finding.clone().label(*place, text);
        }
        if more && finding.help == Some(entries::DID_YOU_MEAN) {
            finding.help = Some(entries::MEAN_EVERYWHERE);
        }
        true
    });
}

/// What a finding says to be missing: kind, id and, for a step, the procedure in which it is sought.
fn missing(finding: &Diagnostic) -> Option<String> {
    if finding.code() != entries::UNKNOWN_REFERENCE.code {
        return None;
    }
    let named = finding.args.iter().filter(|(name, _)| matches!(*name, "id" | "kind"));
    let of_step = matches!(
        finding.help,
        Some(entries::NAME_STEP | entries::NAME_STEP_OR | entries::NAME_OFFERED_STEP | entries::NAME_OFFERED_STEP_OR)
    );
    Some(format!("{:?} {:?}", named.collect::<Vec<_>>(), finding.subject.as_ref().filter(|_| of_step)))
}

/// How many of the ids that exist are offered.
const OFFERED: usize = 5;

/// The finding for an id that a kind does not have.
pub fn unknown(manual: &Resolved<'_>, kind: Kind, id: &str, span: Span) -> Diagnostic {
    let bases = manual.model.bases();
    let finding = Diagnostic::new(&entries::UNKNOWN_REFERENCE, span).arg("id", id).arg("kind", kind.plural());
    // The name in place of the id, or the id with capitals, accents or other signs between its words.
    let meant = |id: &str| {
        let folded = slug(id);
        let named = |b: &&Base| b.kind == kind && (b.id == folded || slug(&b.title()) == folded);
        bases.iter().copied().find(named).map(|b| b.id.as_str())
    };
    if let Some(near) = meant(id) {
        return finding.arg("near", near).help(entries::DID_YOU_MEAN).edit(span, near);
    }
    // Several ids in one text: `agencia, telefono`.
    let several: Option<Vec<&str>> = id.split([',', ';']).flat_map(|part| part.split(" y ")).map(meant).collect();
    if let Some(several) = several.filter(|ids| ids.len() > 1) {
        return finding.arg("near", format!("[{}]", several.join(", "))).help(entries::DID_YOU_MEAN);
    }
    let known = ids(manual, kind);
    match nearest::several(id, known.iter().map(String::as_str), 3).as_slice() {
        [] => new_entry(manual, finding, kind, id, &known),
        [one] => {
            let certain = nearest::certain(id, known.iter().map(String::as_str)) == Some(*one);
            let finding = finding.arg("near", *one).help(entries::DID_YOU_MEAN);
            if certain { finding.edit(span, *one) } else { finding }
        }
        several => finding.arg("near", several.join(", ")),
    }
}

/// A finding that says where the missing entry is to be written, and which there are.
fn new_entry(manual: &Resolved<'_>, finding: Diagnostic, kind: Kind, id: &str, known: &[String]) -> Diagnostic {
    // What holds a telephone or an address is nobody's name.
    let is_no_name = id.contains('@') || id.contains(' ') && id.contains(|c: char| c.is_ascii_digit());
    if let Some(known) = offered(known.iter().map(String::as_str)).filter(|_| is_no_name) {
        return finding.arg("known", known).help(entries::WRITE_ID);
    }
    // Words in place of an id are the name of the entry to be.
    let slug = slug(id);
    let outline = kind.outline();
    let name = id.trim_matches(['“', '”', '«', '»', '"', '\'']);
    let outline = match slug == name {
        // An id says what the entry is called; what is promised it does not say.
        true if kind == Kind::Commitments => outline,
        true => outline.replacen('…', &in_words(id), 1),
        false => outline.replacen('…', name, 1),
    };
    let folder = format!("{}/", kind.name());
    let register = format!("{}.yaml", kind.name());
    let has = |path: &dyn Fn(&str) -> bool| manual.sources.iter().any(|(_, source)| path(&source.path));
    let prose = matches!(kind, Kind::Services | Kind::Chapters);
    let as_file = prose || has(&|path| path.starts_with(&folder)) && !has(&|path| path == register);
    let (file, example) = match as_file {
        true => (format!("{folder}{slug}.{}", if prose { "md" } else { "yaml" }), outline),
        false => (register, format!("{slug}: {{ {outline} }}")),
    };
    let finding = finding.arg("near", slug).arg("file", file).arg("example", example);
    match offered(known.iter().map(String::as_str)) {
        Some(known) => finding.arg("known", known).help(entries::WRITE_ENTRY),
        None => finding.help(entries::WRITE_FIRST_ENTRY),
    }
}

/// An id as a name: «Jefatura de caja» cannot be known from it, but «Jefatura caja» says what is meant.
fn in_words(id: &str) -> String {
    let words = id.replace('-', " ");
    let mut letters = words.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters).collect()
}

/// The first ids of those that exist, for a help line; none where there are none.
pub fn offered<'a>(known: impl Iterator<Item = &'a str>) -> Option<String> {
    let mut known: Vec<String> = known.map(|id| format!("`{id}`")).collect();
    if known.len() > OFFERED {
        known.truncate(OFFERED);
        known.push("…".to_owned());
    }
    (!known.is_empty()).then(|| known.join(", "))
}

/// The ids of a kind.
fn ids(manual: &Resolved<'_>, kind: Kind) -> Vec<String> {
    let bases = manual.model.bases();
    bases.into_iter().filter(|b| b.kind == kind).map(|b| b.id.clone()).collect()
}

/// Reports codes that two entries have.
pub fn codes(manual: &Resolved<'_>, findings: &mut Vec<Diagnostic>) {
    let mut seen: HashMap<&str, &Base> = HashMap::new();
    for base in manual.model.bases() {
        let Some(code) = &base.code else { continue };
        match seen.get(code.value.as_str()) {
            Some(first) => {
                let place = first.code.as_ref().map_or(first.span, |c| c.span);
                findings.push(
                    Diagnostic::new(&entries::DUPLICATE_CODE, code.span)
                        .arg("code", code.value.as_str())
                        .arg("other", first.subject())
                        .label(place, entries::FIRST_HERE)
                        .subject(base.subject()),
                );
            }
            None => {
                seen.insert(&code.value, base);
            }
        }
    }
}

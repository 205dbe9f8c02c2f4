//! `[[…]]` → the entry or value that is meant.

use super::{Resolved, references};
use crate::diag::{Diagnostic, Edit};
use crate::parse::files::slug;
use crate::parse::kind::Kind;
use crate::parse::prose::Wiki;
use crate::parse::reader::Value;
use crate::parse::yaml::{self, Node};
use crate::parse::{entries, nearest, tongue};
use crate::span::Span;
use std::collections::HashMap;

/// What a link points to, and the words it wants in place of the target's own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    pub target: Target,
    pub label: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    Entry(Kind, String),
    /// A value of an entry, by path.
    Value(Kind, String, String),
    /// A value of the manifest, by path.
    Manifest(String),
}

/// Follows every link. Those that lead nowhere are reported; a bare word that is no id is just a word.
pub fn resolve(
    manual: &Resolved<'_>,
    links: &[(Wiki, (Kind, String))],
    findings: &mut Vec<Diagnostic>,
) -> HashMap<Span, Link> {
    let mut by_id: HashMap<&str, Vec<Kind>> = HashMap::new();
    for base in manual.model.bases() {
        by_id.entry(&base.id).or_default().push(base.kind);
    }
    let mut out = HashMap::new();
    for (wiki, (from_kind, from_id)) in links {
        let found = one(manual, &by_id, wiki).map_err(|finding| as_role(manual, wiki, from_id, finding));
        match found {
            Ok(Some(target)) => {
                out.insert(wiki.span, Link { target, label: wiki.label.clone() });
            }
            Ok(None) => {}
            Err(finding) => findings.push(if from_id.is_empty() {
                *finding
            } else {
                finding.subject(format!("{}/{from_id}", from_kind.name()))
            }),
        }
    }
    out
}

fn one(
    manual: &Resolved<'_>,
    by_id: &HashMap<&str, Vec<Kind>>,
    wiki: &Wiki,
) -> Result<Option<Target>, Box<Diagnostic>> {
    let target = wiki.target.as_str();
    if let Some(path) = target.strip_prefix("manual.") {
        if manual.manifest_values.get(path).is_some() {
            return Ok(Some(Target::Manifest(path.to_owned())));
        }
        if manual.unread.manifest || manual.is_failed(None, path) {
            return Ok(None);
        }
        let known: Vec<&str> = manual.manifest_values.iter().map(|(path, _)| path).collect();
        return Err(Box::new(unknown_field(manual, "manual", path, &known, wiki.span)));
    }
    let (entry, field) = match target.split_once('.') {
        Some((entry, field)) => (entry, Some(field)),
        None => (target, None),
    };
    let (kind, id) = match entry.split_once('/') {
        Some((kind, id)) => match Kind::from_name(kind) {
            Some(kind) => (kind, id),
            None if wiki.soft => return Ok(None),
            None => return Err(Box::new(unknown_kind(manual, kind, wiki.span))),
        },
        None => match by_id.get(entry).map(Vec::as_slice) {
            Some([kind]) => (*kind, entry),
            None | Some([]) => return missing(manual, by_id, entry, wiki),
            Some(kinds) => (pick(manual, kinds, entry, field, wiki)?, entry),
        },
    };
    if manual.model.base(kind, id).is_none() {
        if manual.unread.may_hold(Some(kind), id) {
            return Ok(None);
        }
        return Err(Box::new(within(manual, references::unknown(manual, kind, id, wiki.span), id)));
    }
    let Some(field) = field else { return Ok(Some(Target::Entry(kind, id.to_owned()))) };
    if manual.value(kind, id, field).is_some() {
        return Ok(Some(Target::Value(kind, id.to_owned(), field.to_owned())));
    }
    if manual.is_failed(Some((kind, id)), field) {
        return Ok(None);
    }
    if is_written(manual, kind, id, field) {
        let finding = Diagnostic::new(&entries::UNKNOWN_FIELD, wiki.span).arg("id", id).arg("field", field);
        let leaves = leaves(manual, kind, id, field);
        let Some((first, rest)) = leaves.split_first() else {
            return Err(Box::new(finding.help(entries::NO_VALUE)));
        };
        let links: Vec<String> = leaves.iter().map(|leaf| format!("`[[{entry}.{leaf}]]`")).collect();
        let finding = finding.arg("known", links.join(", ")).help(entries::GROUP_OF_VALUES);
        let finding = if rest.is_empty() { finding.edit(wiki.span, format!("{entry}.{first}")) } else { finding };
        return Err(Box::new(within(manual, finding, &format!("{entry}.{field}"))));
    }
    Err(Box::new(unknown_field(manual, id, field, &manual.fields(kind, id), wiki.span)))
}

/// How many values of a group its help names.
const MOST_LEAVES: usize = 6;

/// The paths of what can be printed of a group: its quantities, else its other values, nearest first.
fn leaves(manual: &Resolved<'_>, kind: Kind, id: &str, group: &str) -> Vec<String> {
    let below = format!("{group}.");
    let values = manual.values_of(kind, id).filter(|(path, _)| path.starts_with(&below));
    let (quantities, others): (Vec<_>, Vec<_>) =
        values.partition(|(_, value)| matches!(value, Value::Quantity(variant) if variant.single().is_some()));
    let mut paths: Vec<&str> =
        if quantities.is_empty() { others } else { quantities }.into_iter().map(|(path, _)| path).collect();
    paths.sort_by_key(|path| path.matches('.').count());
    paths.into_iter().take(MOST_LEAVES).map(str::to_owned).collect()
}

/// Whether a field that prose cannot print is written all the same. The file is read once more, since this is seldom asked.
fn is_written(manual: &Resolved<'_>, kind: Kind, id: &str, field: &str) -> bool {
    let Some(base) = manual.model.base(kind, id) else { return false };
    let file = base.key.file;
    let source = manual.sources.get(file);
    let text = match source.path.ends_with(".md") {
        // What follows the second line of dashes is prose.
        true => source.text.strip_prefix("---").and_then(|rest| rest.split_once("\n---")).map_or("", |(top, _)| top),
        false => &*source.text,
    };
    let start = if source.path.ends_with(".md") { 3 } else { 0 };
    let Some(root) = yaml::parse(file, text, start, &mut Vec::new()).root else { return false };
    let entry = entry_at(&root, id, base.key).unwrap_or(&root);
    let leaf = field.split('.').try_fold(entry, |node, key| node.get(key));
    leaf.is_some_and(|node| !node.is_null())
}

/// The mapping under the key of an entry, in whatever depth.
fn entry_at<'n>(node: &'n Node, id: &str, key: Span) -> Option<&'n Node> {
    let pairs = node.pairs()?;
    let own = pairs.iter().find(|pair| pair.key.span == key && pair.key.scalar() == Some(id));
    own.map(|pair| &pair.value).or_else(|| pairs.iter().find_map(|pair| entry_at(&pair.value, id, key)))
}

/// Of several kinds that have the id: the only one that has the field; for a bare word a role, else the first.
fn pick(
    manual: &Resolved<'_>,
    kinds: &[Kind],
    id: &str,
    field: Option<&str>,
    wiki: &Wiki,
) -> Result<Kind, Box<Diagnostic>> {
    if let Some(field) = field {
        let mut with_field = kinds.iter().filter(|k| manual.value(**k, id, field).is_some());
        if let (Some(kind), None) = (with_field.next(), with_field.next()) {
            return Ok(*kind);
        }
    }
    if wiki.soft {
        return Ok(if kinds.contains(&Kind::Roles) { Kind::Roles } else { kinds[0] });
    }
    let names: Vec<&str> = kinds.iter().map(|k| k.name()).collect();
    let example = format!("{}/{}", names[0], wiki.target);
    Err(Box::new(
        Diagnostic::new(&entries::AMBIGUOUS_LINK, wiki.span)
            .arg("id", id)
            .arg("kinds", names.join(", "))
            .arg("example", example),
    ))
}

fn missing(
    manual: &Resolved<'_>,
    by_id: &HashMap<&str, Vec<Kind>>,
    id: &str,
    wiki: &Wiki,
) -> Result<Option<Target>, Box<Diagnostic>> {
    let mut known: Vec<&str> = by_id.keys().copied().collect();
    known.sort_unstable();
    let near = nearest::several(id, known.into_iter(), 3);
    // A bare word with a hyphen was meant as an id; without one it is a word of the author's.
    if wiki.soft && (near.is_empty() || !id.contains('-')) {
        return near_word(by_id, id, wiki.span).map_or(Ok(None), |finding| Err(Box::new(finding)));
    }
    if manual.unread.may_hold(None, id) {
        return Ok(None);
    }
    let finding = Diagnostic::new(&entries::UNKNOWN_REFERENCE, wiki.span).arg("id", id).arg(
        "kind",
        crate::lang::Text { es: "las entradas del manual", en: "the manual's entries", pt: "as entradas do manual" },
    );
    Err(Box::new(match near.as_slice() {
        [] => finding.arg("near", slug(id)).arg("file", "roles.yaml").help(entries::WRITE_LINKED),
        [one] => {
            let certain = nearest::certain(id, by_id.keys().copied()) == Some(*one);
            let finding = finding.arg("near", *one).help(entries::DID_YOU_MEAN);
            if certain { within(manual, finding.edit(wiki.span, *one), id) } else { finding }
        }
        several => finding.arg("near", several.join(", ")),
    }))
}

/// The letters that a word needs at least to be taken for an id with a slip in it.
const LETTERS: usize = 5;

/// The note about a bare word that is only one slip away from one id.
fn near_word(by_id: &HashMap<&str, Vec<Kind>>, word: &str, span: Span) -> Option<Diagnostic> {
    let near = nearest::certain(word, by_id.keys().copied()).filter(|_| word.len() >= LETTERS)?;
    Some(Diagnostic::new(&entries::NEAR_WORD, span).arg("id", word).arg("near", near))
}

/// The finding for a bare word of the manifest, which says who approves the manual and who gets it: one that is a slip away from
/// a role was meant for it, and the role would neither be named nor get its copy.
fn as_role(manual: &Resolved<'_>, wiki: &Wiki, from: &str, finding: Box<Diagnostic>) -> Box<Diagnostic> {
    let roles = manual.model.roles.iter().map(|role| role.base.id.as_str());
    let is_note = finding.code() == entries::NEAR_WORD.code && from.is_empty();
    match nearest::certain(&wiki.target, roles).filter(|_| is_note) {
        Some(_) => Box::new(references::unknown(manual, Kind::Roles, &wiki.target, wiki.span)),
        None => finding,
    }
}

/// The finding with its edit brought from the whole link to the one word in it that is wrong; without an edit where the word
/// does not stand there once.
fn within(manual: &Resolved<'_>, mut finding: Diagnostic, word: &str) -> Diagnostic {
    finding.edit = finding.edit.take().and_then(|edit| {
        let source = manual.sources.text(edit.span);
        // What follows `|` are words of the author's.
        let target = source.split('|').next().unwrap_or(source);
        let at = target.find(word).filter(|at| target.rfind(word) == Some(*at))?;
        Some(Edit { span: edit.span.sub(at, at + word.len()), ..edit })
    });
    finding
}

fn unknown_kind(manual: &Resolved<'_>, kind: &str, span: Span) -> Diagnostic {
    let known: Vec<&str> = Kind::ALL.iter().map(|k| k.name()).collect();
    let finding = Diagnostic::new(&entries::UNKNOWN_KIND, span).arg("name", kind).arg("known", known.join(", "));
    match tongue::meant(kind, &known) {
        Some(near) => {
            let finding = finding.arg("near", near).help(entries::DID_YOU_MEAN);
            let certain = tongue::certain(kind, &known) == Some(near);
            if certain { within(manual, finding.edit(span, near), kind) } else { finding }
        }
        None => finding,
    }
}

fn unknown_field(manual: &Resolved<'_>, id: &str, field: &str, known: &[&str], span: Span) -> Diagnostic {
    let finding = Diagnostic::new(&entries::UNKNOWN_FIELD, span).arg("id", id).arg("field", field);
    // `manual.edition` for `manual.document.edition`.
    let mut deeper = known.iter().copied().filter(|k| k.strip_suffix(field).is_some_and(|rest| rest.ends_with('.')));
    let deeper = deeper.next().filter(|_| deeper.next().is_none());
    match deeper.or_else(|| tongue::meant(field, known)) {
        Some(near) => {
            let finding = finding.arg("near", format!("{id}.{near}")).help(entries::DID_YOU_MEAN);
            let certain = deeper.is_some() || tongue::certain(field, known) == Some(near);
            if certain { within(manual, finding.edit(span, near), field) } else { finding }
        }
        None => {
            let top: Vec<&str> = known.iter().copied().filter(|k| k.matches('.').count() < 2).take(12).collect();
            finding.arg("known", top.join(", "))
        }
    }
}

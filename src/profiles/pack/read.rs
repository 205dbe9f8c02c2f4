//! YAML → profile. One reader for those that ship and those of an organisation.

use super::{Clause, Fault, Faults, Kind, Label, Pack, Told};
use crate::diag::Severity;
use crate::lang::Lang;
use crate::parse::nearest;
use crate::parse::yaml::{Kind as NodeKind, Node};
use crate::profiles::predicate::Predicate;
use crate::profiles::predicate::read::predicate;
use crate::span::Span;
use crate::values::{Date, parse_date};

const PACK_KEYS: [&str; 19] = [
    "slug",
    "kind",
    "name",
    "source",
    "address",
    "status",
    "label",
    "in_force",
    "due",
    "review_by",
    "scope",
    "applies",
    "terms",
    "companions",
    "clauses",
    "version",
    "es",
    "note",
    "voluntary",
];
const CLAUSE_KEYS: [&str; 13] =
    ["id", "es", "en", "pt", "text", "label", "severity", "applies", "check", "attest", "due", "superseded_by", "note"];

/// Reads a profile; what cannot be read is among the faults, and the rest of the profile stands.
pub fn pack(slug: &str, at: Span, node: &Node, shipped: bool) -> (Pack, Faults) {
    let mut faults = Faults::default();
    unknown_keys(node, &PACK_KEYS, &mut faults);
    // A profile is known by the name of its file.
    if let Some(said) = node.get("slug").filter(|said| said.scalar() != Some(slug)) {
        faults.add(said.span, Fault::Slug { file: slug.to_owned() });
    }
    let kind = match node.get("kind").map(|kind| (kind.scalar(), kind.span)) {
        Some((Some("law"), _)) => Kind::Law,
        Some((Some("standard"), _)) => Kind::Standard,
        Some((Some("own"), _)) | None => Kind::Own,
        Some((_, span)) => {
            faults.add(span, Fault::Shape { expected: "law, standard, own".to_owned() });
            Kind::Own
        }
    };
    let label = label(node, &mut faults).unwrap_or(Label::Own);
    let mut named = |key: &str| node.get(key).map(|node| told(node, &mut faults)).unwrap_or_default();
    let (mut name, source, status, scope) = (named("name"), named("source"), named("status"), named("scope"));
    if name.is_empty() {
        name = Told([slug.to_owned(), slug.to_owned(), slug.to_owned()]);
    }
    let mut date = |key: &'static str| date(node, key, &mut faults);
    let (in_force, due, review_by) = (date("in_force"), date("due"), date("review_by"));
    let applies = node.get("applies").and_then(|node| predicate(node, "", &mut faults));
    let mut terms = Vec::new();
    let mut named_by: Vec<(String, Vec<(String, Span)>)> = Vec::new();
    for pair in node.get("terms").and_then(Node::pairs).unwrap_or_default() {
        let before = faults.terms.len();
        if let (Some(name), Some(inner)) = (pair.key.scalar(), predicate(&pair.value, "", &mut faults)) {
            terms.push((name.to_owned(), inner));
            named_by.push((name.to_owned(), faults.terms[before..].to_vec()));
        }
    }
    circles(&named_by, &mut faults);
    let mut companions = Vec::new();
    for pair in node.get("companions").and_then(Node::pairs).unwrap_or_default() {
        if let (Some(slug), Some(when)) = (pair.key.scalar(), predicate(&pair.value, "", &mut faults)) {
            companions.push((slug.to_owned(), when));
        }
    }
    let mut clauses: Vec<Clause> = Vec::new();
    match node.get("clauses").map(|list| &list.kind) {
        Some(NodeKind::List(list)) => {
            for item in list {
                let Some(clause) = clause(item, label, &mut faults) else { continue };
                if clauses.iter().any(|other| other.id == clause.id) {
                    faults.add(clause.span, Fault::DuplicateClause { id: clause.id.clone() });
                    continue;
                }
                clauses.push(clause);
            }
        }
        _ => faults.add(at, Fault::Missing { key: "clauses" }),
    }
    for (term, span) in std::mem::take(&mut faults.terms) {
        if !terms.iter().any(|(known, _)| *known == term) {
            let near = nearest::one(&term, terms.iter().map(|(known, _)| known.as_str())).map(str::to_owned);
            faults.add(span, Fault::UnknownFact { path: term, near });
        }
    }
    let slug = slug.to_owned();
    let address = node.get("address").and_then(Node::scalar).map(str::to_owned);
    let pack = Pack {
        slug,
        kind,
        name,
        source,
        address,
        status,
        label,
        in_force,
        due,
        review_by,
        scope,
        applies,
        voluntary: node.get("voluntary").and_then(Node::scalar) == Some("true"),
        terms,
        companions,
        clauses,
        span: at,
        shipped,
    };
    (pack, faults)
}

/// Terms that lead back to themselves, each told where it names the next.
fn circles(named_by: &[(String, Vec<(String, Span)>)], faults: &mut Faults) {
    let of = |name: &str| named_by.iter().find(|(term, _)| term == name).map_or(&[][..], |(_, next)| next.as_slice());
    for (term, names) in named_by {
        for (name, span) in names {
            let mut seen = vec![name.as_str()];
            let mut at = 0;
            while let Some(one) = seen.get(at).copied() {
                let more: Vec<&str> = of(one).iter().map(|(n, _)| n.as_str()).filter(|n| !seen.contains(n)).collect();
                seen.extend(more);
                at += 1;
            }
            if seen.contains(&term.as_str()) {
                faults.add(*span, Fault::TermCircle { term: term.clone() });
            }
        }
    }
}

fn clause(node: &Node, of_pack: Label, faults: &mut Faults) -> Option<Clause> {
    unknown_keys(node, &CLAUSE_KEYS, faults);
    let Some(id) = node.get("id").and_then(|id| Some((id.scalar()?.to_owned(), id.span))) else {
        faults.add(first_line(node), Fault::Missing { key: "id" });
        return None;
    };
    let text = match node.get("text") {
        Some(text) => told(text, faults),
        None => told(node, faults),
    };
    if text.is_empty() {
        faults.add(id.1, Fault::Missing { key: "text" });
    }
    let own = label(node, faults).unwrap_or(of_pack);
    if own == Label::Unverified {
        faults.add(id.1, Fault::Label);
    }
    let attest = node.get("attest").map(|node| told(node, faults));
    // What cannot be read is told at its place; of the clause nothing is known, least of all that nobody declared it.
    let unread = || Predicate::Any(Vec::new());
    let check = node.get("check").map(|node| predicate(node, "", faults).unwrap_or_else(unread));
    let lacks = attest.is_none() && check.is_none();
    if lacks {
        faults.add(id.1, Fault::Missing { key: "check" });
    }
    let check = if lacks { Some(unread()) } else { check };
    let default = if attest.is_some() { Severity::Warning } else { Severity::Error };
    let severity = match node.get("severity").map(|node| (node.scalar(), node.span)) {
        None => default,
        Some((Some("error"), _)) => Severity::Error,
        Some((Some("warning"), _)) => Severity::Warning,
        Some((Some("note"), _)) => Severity::Note,
        Some((_, span)) => {
            faults.add(span, Fault::Shape { expected: "error, warning, note".to_owned() });
            default
        }
    };
    // What was not read in the gazette is never an error, nor is what nobody has to follow.
    let severity =
        if matches!(own, Label::Quoted | Label::General) { severity.min(Severity::Warning) } else { severity };
    let superseded_by = node.get("superseded_by").map_or_else(Vec::new, |node| match &node.kind {
        NodeKind::List(items) => items.iter().filter_map(|n| Some((n.scalar()?.to_owned(), n.span))).collect(),
        _ => node.scalar().map(|word| (word.to_owned(), node.span)).into_iter().collect(),
    });
    Some(Clause {
        id: id.0,
        text,
        label: own,
        severity,
        applies: node.get("applies").and_then(|node| predicate(node, "", faults)),
        check,
        attest,
        due: date(node, "due", faults),
        superseded_by,
        span: id.1,
    })
}

fn label(node: &Node, faults: &mut Faults) -> Option<Label> {
    let label = node.get("label")?;
    match label.scalar() {
        Some("V") => Some(Label::Verified),
        Some("Q") => Some(Label::Quoted),
        Some("G") => Some(Label::General),
        Some("U") => Some(Label::Unverified),
        _ => {
            faults.add(label.span, Fault::Shape { expected: "V, Q, G".to_owned() });
            None
        }
    }
}

/// `{ es, en, pt }`, or one text for all languages.
fn told(node: &Node, faults: &mut Faults) -> Told {
    if let Some(text) = node.scalar() {
        return Told([text.to_owned(), text.to_owned(), text.to_owned()]);
    }
    if node.pairs().is_none() {
        faults.add(first_line(node), Fault::Shape { expected: "{ es: …, en: …, pt: … }".to_owned() });
    }
    let in_lang = |lang: Lang| node.get(lang.code()).and_then(Node::scalar);
    let any = Lang::ALL.into_iter().find_map(in_lang).unwrap_or_default();
    Told(Lang::ALL.map(|lang| in_lang(lang).unwrap_or(any).to_owned()))
}

fn date(node: &Node, key: &'static str, faults: &mut Faults) -> Option<Date> {
    let node = node.get(key)?;
    let date = node.scalar().and_then(|text| parse_date(text).ok());
    if date.is_none() {
        faults.add(node.span, Fault::Shape { expected: "2026-12-28".to_owned() });
    }
    date
}

fn unknown_keys(node: &Node, known: &[&str], faults: &mut Faults) {
    for pair in node.pairs().unwrap_or_default() {
        if let Some(key) = pair.key.scalar().filter(|key| !known.contains(key)) {
            let near = nearest::one(key, known.iter().copied()).map(str::to_owned);
            faults.add(pair.key.span, Fault::UnknownKey { key: key.to_owned(), near });
        }
    }
}

/// The first key of a mapping, which stands in one line.
fn first_line(node: &Node) -> Span {
    node.pairs().and_then(|pairs| pairs.first()).map_or(node.span, |pair| pair.key.span)
}

//! The times that a text prints by links, read as if they were typed.

use crate::check::figures::{self, Figure};
use crate::check::is_retired;
use crate::check::prose::Passage;
use crate::parse::kind::Kind;
use crate::parse::mention::{Mention, Unit};
use crate::resolve::Resolved;

/// What stands in the double brackets of a sentence, without the words shown.
pub(super) fn links(sentence: &str) -> impl Iterator<Item = &str> {
    let parts = sentence.split("[[").skip(1).filter_map(|part| part.split_once("]]"));
    parts.map(|(link, _)| link.split('|').next().unwrap_or(link).trim())
}

/// The time that a link prints.
pub(super) fn linked(manual: &Resolved<'_>, link: &str) -> Option<Figure> {
    let (entry, path) = link.split_once('.')?;
    let (kind, id) = entry.split_once('/').map_or((None, entry), |(kind, id)| (Some(kind), id));
    let kinds = Kind::ALL.into_iter().filter(|of| kind.is_none_or(|kind| kind == of.name()));
    let mut figures = kinds.filter(|of| manual.model.base(*of, id).is_some()).flat_map(|of| {
        let key = path.rsplit('.').next().unwrap_or(path);
        figures::quantities(manual, of, id, &[key]).into_iter().filter(|f| f.path.as_deref() == Some(path))
    });
    figures.next().filter(|figure| figure.duration().is_some())
}

/// The times that a passage prints by links, as if they were typed, each with its figure.
pub fn printed(manual: &Resolved<'_>, passage: &Passage<'_>) -> Vec<(Mention, Figure)> {
    let mut out = Vec::new();
    let mut at = 0;
    while let Some(open) = passage.source.get(at..).and_then(|rest| rest.find("[[")).map(|open| at + open) {
        let Some(close) = passage.source[open..].find("]]").map(|close| open + close) else { break };
        at = close + 2;
        let inside = &passage.source[open + 2..close];
        let link = inside.split('|').next().unwrap_or(inside).trim();
        let Some(figure) = linked(manual, link) else { continue };
        // What is retired promises nothing; that it is still linked to is told at the link (I727).
        if manual.model.base(figure.kind, &figure.id).is_some_and(is_retired) {
            continue;
        }
        let Some(duration) = figure.duration().copied() else { continue };
        let unit = Unit::Time(duration.unit);
        let mention = Mention { range: open..at, amount: duration.amount, low: duration.low, unit, article: false };
        out.push((mention, figure));
    }
    out
}

//! Which entry a sentence of prose certainly speaks of, and the figures of what that entry promises.

use crate::check::figures::{self, ChannelFigures, Figure};
use crate::check::prose::{self, Passage};
use crate::model::indicator::Indicator;
use crate::parse::kind::Kind;
use crate::resolve::Resolved;

/// Names shorter than this are words of everyday use too often: «Caja», «Chat».
const SHORTEST: usize = 6;

/// The names of what makes promises, looked up once.
pub struct Names<'m> {
    names: Vec<(String, Kind, &'m str)>,
    channels: ChannelFigures,
}

/// What a sentence speaks of.
pub struct Named<'m> {
    pub kind: Kind,
    pub id: &'m str,
    /// All its figures, those of its commitments and indicators included.
    pub figures: Vec<Figure>,
}

impl<'m> Names<'m> {
    pub fn of(manual: &'m Resolved<'_>) -> Self {
        let channels = manual.model.channels.iter().map(|c| (&c.base, Kind::Channels));
        let services = manual.model.services.iter().map(|s| (&s.base, Kind::Services));
        let active = channels.chain(services).filter(|(base, _)| base.is_active());
        let mut names = Vec::new();
        for (base, kind) in active {
            let name = prose::lower(&base.title());
            // «Los microcréditos», «una remesa».
            let one_word = !name.contains(' ');
            let singular = name.strip_suffix('s').filter(|one| one_word && one.chars().count() >= SHORTEST);
            names.extend(singular.map(|one| (one.to_owned(), kind, base.id.as_str())));
            if one_word && !name.ends_with('s') {
                names.push((format!("{name}s"), kind, base.id.as_str()));
            }
            names.push((name, kind, base.id.as_str()));
        }
        Names { names, channels: ChannelFigures::of(manual) }
    }

    /// The entry that a sentence of a body is about: the one service or channel that it names or links to, else the entry in whose
    /// file it stands. None where it names several, or nothing in a file that promises nothing, or where it prints a figure.
    pub fn find(&self, manual: &'m Resolved<'_>, passage: &Passage<'m>, sentence: &str) -> Option<Named<'m>> {
        let links = links(sentence);
        if links.iter().any(|link| link.contains('.')) {
            return None;
        }
        let lower = prose::lower(sentence);
        let is_named = |(name, kind, id): &&(String, Kind, &'m str)| {
            let whole = format!("{}/{id}", kind.name());
            let linked = links.iter().any(|link| *link == *id || *link == whole);
            linked || name.chars().count() >= SHORTEST && !prose::find_phrase(&lower, name).is_empty()
        };
        let mut named = self.names.iter().filter(is_named).map(|(_, kind, id)| (*kind, *id));
        let first = named.next();
        let (kind, id) = match (first, named.find(|other| Some(*other) != first)) {
            (Some(one), None) => one,
            (Some(_), Some(_)) => return None,
            // A link to anything else says that it is the matter.
            (None, _) if links.is_empty() => (passage.kind, passage.id),
            (None, _) => return None,
        };
        let figures = match kind {
            Kind::Channels => self.channels.get(id).to_vec(),
            Kind::Services => of_service(manual, id)?,
            Kind::Complaints => of_procedure(manual, id)?,
            Kind::Commitments => figures::of_commitment(manual, manual.model.commitments.get(id)?),
            _ => return None,
        };
        Some(Named { kind, id, figures })
    }
}

/// The active indicators that a sentence, in lower case, links to, or names in several words.
pub fn indicators<'m>(manual: &'m Resolved<'_>, sentence: &str) -> Vec<&'m Indicator> {
    let is_named = |indicator: &&Indicator| {
        let (id, name) = (&indicator.base.id, prose::lower(&indicator.base.title()));
        let linked =
            [format!("[[{id}]]"), format!("[[{id}|"), format!("[[indicators/{id}]]"), format!("[[indicators/{id}|")];
        linked.iter().any(|link| sentence.contains(link))
            || name.split_whitespace().count() > 1 && !prose::find_phrase(sentence, &name).is_empty()
    };
    manual.model.indicators.iter().filter(|indicator| indicator.base.is_active()).filter(is_named).collect()
}

/// What stands in the double brackets of a sentence, without the words shown.
fn links(sentence: &str) -> Vec<&str> {
    let parts = sentence.split("[[").skip(1);
    parts
        .filter_map(|part| part.split_once("]]"))
        .map(|(link, _)| link.split('|').next().unwrap_or(link).trim())
        .collect()
}

fn of_service(manual: &Resolved<'_>, id: &str) -> Option<Vec<Figure>> {
    let mut out = figures::of_service(manual, manual.model.services.get(id)?);
    let own = figures::quantities(manual, Kind::Services, id, &["within", "by", "handling_time", "lead_time"]);
    // By when staff give a message is another matter.
    out.extend(own.into_iter().filter(|f| !f.path.as_ref().is_some_and(|path| path.starts_with("communication."))));
    Some(out)
}

/// The times of a complaint procedure, and what the promises that it lists say.
fn of_procedure(manual: &Resolved<'_>, id: &str) -> Option<Vec<Figure>> {
    let procedure = manual.model.complaints.get(id)?;
    let mut out = figures::quantities(manual, Kind::Complaints, id, &["answer_within", "first_answer", "within", "by"]);
    let listed = procedure.commitments.iter().filter_map(|c| manual.model.commitments.get(&c.value));
    out.extend(listed.flat_map(|commitment| figures::of_commitment(manual, commitment)));
    Some(out)
}

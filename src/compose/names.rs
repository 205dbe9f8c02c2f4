//! The nomenclature (A1) as the search needs it: every entry with its kind, its synonyms and the names not to use.

use super::writer::Writer;
use crate::ir::{Avoided, Name, NameKind, text_of};
use crate::model::{Entry, Register};
use crate::parse::prose::Text;

/// Every entry, whether or not it has a place of its own in the manual; those without fall when it is sealed.
pub fn names(x: &Writer<'_>) -> Vec<Name> {
    let model = &x.manual.model;
    let text = |text: &Text| text_of(&x.text(text));
    let texts = |list: &[Text]| list.iter().map(text).collect::<Vec<_>>();
    let avoided = |term: &Text, why: Option<&Text>| Avoided { term: text(term), why: why.map(text) };
    let mut out: Vec<Name> = Vec::new();
    for service in &model.services {
        let mut name = named(service, NameKind::Service);
        name.synonyms.extend(service.short_name.as_ref().map(text));
        name.synonyms.extend(texts(&service.synonyms));
        name.avoid.extend(service.avoid.iter().map(|avoid| avoided(&avoid.term, avoid.why.as_ref())));
        out.push(name);
    }
    for term in &model.glossary {
        let mut name = named(term, NameKind::Term);
        name.synonyms.extend(texts(&term.synonyms));
        name.avoid.extend(term.avoid.iter().map(|avoid| avoided(avoid, None)));
        out.push(name);
    }
    for role in &model.roles {
        let mut name = named(role, NameKind::Person);
        name.synonyms.extend(role.plural.as_ref().map(text));
        out.push(name);
    }
    add(&mut out, &model.commitments, NameKind::Commitment);
    add(&mut out, &model.indicators, NameKind::Indicator);
    add(&mut out, &model.communications, NameKind::Message);
    add(&mut out, &model.standards, NameKind::Standard);
    add(&mut out, &model.principles, NameKind::Standard);
    add(&mut out, &model.objectives, NameKind::Standard);
    add(&mut out, &model.channels, NameKind::Channel);
    add(&mut out, &model.sites, NameKind::Channel);
    add(&mut out, &model.complaints, NameKind::Complaint);
    add(&mut out, &model.segments, NameKind::Customer);
    add(&mut out, &model.customer_types, NameKind::Customer);
    add(&mut out, &model.needs, NameKind::Customer);
    add(&mut out, &model.surveys, NameKind::Customer);
    add(&mut out, &model.resources, NameKind::Means);
    add(&mut out, &model.inventory, NameKind::Means);
    add(&mut out, &model.suppliers, NameKind::Means);
    add(&mut out, &model.alliances, NameKind::Means);
    add(&mut out, &model.risks, NameKind::Risk);
    add(&mut out, &model.trainings, NameKind::Training);
    add(&mut out, &model.paths, NameKind::Training);
    add(&mut out, &model.quizzes, NameKind::Training);
    add(&mut out, &model.laws, NameKind::Law);
    add(&mut out, &model.sources, NameKind::Law);
    add(&mut out, &model.chapters, NameKind::Chapter);
    out
}

fn named<T: Entry>(entry: &T, kind: NameKind) -> Name {
    Name { anchor: entry.base().anchor(), kind, synonyms: Vec::new(), avoid: Vec::new() }
}

fn add<T: Entry>(out: &mut Vec<Name>, entries: &Register<T>, kind: NameKind) {
    out.extend(entries.iter().map(|entry| named(entry, kind)));
}

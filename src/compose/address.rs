//! Addresses by what something is called, never by its place: what is put before it moves no link, no data and no printed code.
//!
//! The own id comes first, else the first words of the manual's own language, which are the same in every translation. Only where
//! two are the same does a number tell them apart.

use crate::model::complaint::Procedure;
mod everywhere;
#[cfg(test)]
mod tests;

pub use everywhere::{follow, settle};

use crate::model::message::Moment;
use crate::model::offering::OfferingStep;
use crate::model::service::Service;
use crate::parse::files::slug;
use crate::parse::prose::Text;
use crate::parse::reader::Given;
use crate::resolve::Resolved;
use crate::span::Spanned;
use std::collections::HashSet;

/// So many words, and so many letters of them, are enough to tell things apart.
const WORDS: usize = 5;
const LETTERS: usize = 36;

/// The first words of a text, as an address has them; empty where it has no letters that can be folded.
pub fn words(text: &str) -> String {
    let folded = slug(text);
    let mut out = String::new();
    for word in folded.split('-').take(WORDS) {
        if !out.is_empty() && out.len() + word.len() >= LETTERS {
            break;
        }
        out.push_str(if out.is_empty() { "" } else { "-" });
        out.push_str(&word[..word.len().min(LETTERS)]);
    }
    out
}

/// One key for each thing: ids first, so that no words take one; of equal words the second has `-2`.
fn keys<'t>(
    manual: &Resolved<'_>,
    named: &[(Option<&Spanned<String>>, Vec<&'t Option<Text>>)],
    otherwise: &str,
) -> Vec<String> {
    let mut taken = HashSet::new();
    let own = named.iter().map(|(id, _)| id.map(|id| slug(&id.value)).filter(|id| !id.is_empty()));
    // An id that stands twice is told elsewhere, and the page has to do with it.
    let own: Vec<Option<String>> = own.map(|id| id.map(|id| free(id, &mut taken))).collect();
    let said = |texts: &[&Option<Text>]| {
        let words = texts.iter().filter_map(|text| text.as_ref()).map(|text| words(manual.original(text)));
        words.into_iter().find(|words| !words.is_empty())
    };
    let key = |(own, (_, texts)): (Option<String>, &(_, Vec<&'t Option<Text>>))| {
        own.unwrap_or_else(|| free(said(texts).unwrap_or_else(|| otherwise.to_owned()), &mut taken))
    };
    own.into_iter().zip(named).map(key).collect()
}

/// The name, or with the first number that makes it another than those taken.
pub(super) fn free(name: String, taken: &mut HashSet<String>) -> String {
    let numbered = (2..).map(|n| format!("{name}-{n}"));
    let found = std::iter::once(name.clone()).chain(numbered).find(|name| !taken.contains(name)).unwrap_or(name);
    taken.insert(found.clone());
    found
}

/// What the moments of a service's cycle are called.
pub fn moments(manual: &Resolved<'_>, service: &Service) -> Vec<String> {
    let named: Vec<_> = service.cycle.iter().map(|m| (m.id.as_ref(), vec![&m.name, &m.does])).collect();
    keys(manual, &named, "moment")
}

/// The address of a moment; `number` counts from 1.
pub fn moment(manual: &Resolved<'_>, service: &Service, number: usize) -> String {
    let key = moments(manual, service).into_iter().nth(number.saturating_sub(1)).unwrap_or_default();
    format!("service-{}-m-{key}", service.base.id)
}

/// The word by which addresses tell when a message is said.
pub fn when(moment: Moment) -> &'static str {
    Moment::ALL.iter().find(|(_, known)| *known == moment).map_or("always", |(key, _)| key)
}

/// The addresses of the messages that a service has for a moment.
pub fn messages(manual: &Resolved<'_>, service: &Service, moment: Moment) -> Vec<String> {
    let given = service.communication.value().and_then(|said| match moment {
        Moment::Before => said.before.value(),
        Moment::During => said.during.value(),
        Moment::After => said.after.value(),
        Moment::Outage | Moment::Always => None,
    });
    let list = given.map_or(&[][..], Vec::as_slice);
    let named: Vec<_> = list.iter().map(|m| (m.id.as_ref(), vec![&m.name, &m.trigger, &m.say, &m.content])).collect();
    let address = |key: String| format!("service-{}-{}-{key}", service.base.id, when(moment));
    keys(manual, &named, "message").into_iter().map(address).collect()
}

/// The addresses of the items of a list that have an id; the others go by their words.
pub fn items<'i>(
    within: &str,
    ids: impl Iterator<Item = &'i Option<Spanned<String>>>,
) -> impl Iterator<Item = Option<String>> {
    let mut taken = HashSet::new();
    ids.map(move |id| {
        let id = slug(&id.as_ref()?.value);
        (!id.is_empty()).then(|| free(format!("{within}{id}"), &mut taken))
    })
}

/// What the steps of a service are called, those of its parts after its own.
pub fn steps_of(manual: &Resolved<'_>, service: &Service) -> Vec<String> {
    let Given::Some { value: offering, .. } = &service.offering else { return Vec::new() };
    let named: Vec<_> = offering.all_steps().map(|step| (step.id.as_ref(), vec![&step.does])).collect();
    keys(manual, &named, "step")
}

/// The address of a step of a service.
pub fn step(manual: &Resolved<'_>, service: &Service, step: &OfferingStep) -> String {
    let place = service.offering.value().and_then(|o| o.all_steps().position(|known| std::ptr::eq(known, step)));
    let key = place.and_then(|place| steps_of(manual, service).into_iter().nth(place)).unwrap_or_default();
    format!("service-{}-step-{key}", service.base.id)
}

/// What the steps of a procedure are called.
pub fn steps_of_procedure(manual: &Resolved<'_>, procedure: &Procedure) -> Vec<String> {
    let named: Vec<_> = procedure.steps.iter().map(|step| (step.id.as_ref(), vec![&step.does])).collect();
    keys(manual, &named, "step")
}

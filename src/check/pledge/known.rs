//! What the promises and the names of a manual are found by. It is asked for each time that prose says, in manuals of thousands of
//! promises.

use super::Topic;
use super::words::{about, is_acknowledgement, is_complaint};
use crate::check::{promises, wording};
use crate::model::commitment::Commitment;
use crate::resolve::Resolved;
use std::collections::HashMap;

/// A commitment with what its words speak of.
pub(super) struct Known<'m> {
    pub(super) commitment: &'m Commitment,
    pub(super) matters: Vec<usize>,
    /// Whether it speaks of being answered or waiting.
    pub(super) is_contact: bool,
    pub(super) is_complaint: bool,
    pub(super) is_acknowledgement: bool,
}

impl<'m> Known<'m> {
    fn new(commitment: &'m Commitment) -> Self {
        let about = about(commitment);
        let matters = wording::matters(&about);
        Known {
            commitment,
            is_contact: matters.iter().any(|matter| wording::CONTACT.contains(matter)),
            matters,
            is_complaint: is_complaint(&about),
            is_acknowledgement: is_acknowledgement(&about),
        }
    }
}

/// The active commitments, in the manual's order.
pub(super) struct Commitments<'m> {
    all: Vec<Known<'m>>,
    by_id: HashMap<&'m str, Vec<usize>>,
    by_channel: HashMap<&'m str, Vec<usize>>,
}

impl<'m> Commitments<'m> {
    pub(super) fn of(manual: &'m Resolved<'_>) -> Self {
        let all: Vec<Known<'m>> = promises::commitments(manual).map(Known::new).collect();
        let (mut by_id, mut by_channel) = (HashMap::<_, Vec<usize>>::new(), HashMap::<_, Vec<usize>>::new());
        for (at, known) in all.iter().enumerate() {
            by_id.entry(known.commitment.base.id.as_str()).or_default().push(at);
            let channels = known.commitment.applies_to.iter().filter(|(dimension, _)| dimension == "channel");
            for id in channels.flat_map(|(_, ids)| ids) {
                let of_channel = by_channel.entry(id.value.as_str()).or_default();
                // One may name a channel twice.
                if of_channel.last() != Some(&at) {
                    of_channel.push(at);
                }
            }
        }
        Commitments { all, by_id, by_channel }
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = &Known<'m>> {
        self.all.iter()
    }

    pub(super) fn with_ids<'i>(&self, ids: impl Iterator<Item = &'i str>) -> Vec<&Known<'m>> {
        let mut places: Vec<usize> = ids.filter_map(|id| self.by_id.get(id)).flatten().copied().collect();
        places.sort_unstable();
        places.dedup();
        places.into_iter().map(|at| &self.all[at]).collect()
    }

    pub(super) fn through(&self, channel: &str) -> impl Iterator<Item = &Known<'m>> {
        self.by_channel.get(channel).into_iter().flatten().map(|at| &self.all[*at])
    }
}

/// Names of what makes promises, by the letters and digits that they begin with.
pub(super) struct Names<'m> {
    all: Vec<(String, Topic<'m>)>,
    by_first: HashMap<String, Vec<usize>>,
}

impl<'m> Names<'m> {
    pub(super) fn new(all: Vec<(String, Topic<'m>)>) -> Self {
        let mut by_first = HashMap::<String, Vec<usize>>::new();
        for (at, (name, _)) in all.iter().enumerate() {
            let first = name.trim_start().split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
            by_first.entry(first.to_owned()).or_default().push(at);
        }
        Names { all, by_first }
    }

    /// Those that may stand in a text in lower case: all whose first word does, in their order.
    pub(super) fn maybe_in(&self, lower: &str) -> impl Iterator<Item = &(String, Topic<'m>)> {
        // What begins with another sign is found under no letters.
        let words = lower.split(|c: char| !c.is_alphanumeric()).chain([""]);
        let mut places: Vec<usize> = words.filter_map(|word| self.by_first.get(word)).flatten().copied().collect();
        places.sort_unstable();
        places.dedup();
        places.into_iter().map(|at| &self.all[at])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::prose::find_phrase;

    #[test]
    fn a_name_that_stands_in_a_text_may_stand_in_it() {
        let all = ["crédito", "crédito agrícola", "«uno»", "a-b", "línea 24/7", "otro"];
        let names = Names::new(all.iter().map(|name| ((*name).to_owned(), Topic::Service(name))).collect());
        let text = "el crédito agrícola y «uno», a-b por la línea 24/7.";
        let maybe: Vec<&str> = names.maybe_in(text).map(|(name, _)| name.as_str()).collect();
        let found: Vec<&str> = all.into_iter().filter(|name| !find_phrase(text, name).is_empty()).collect();
        assert_eq!((maybe.as_slice(), found.len()), (&all[..5], 5));
    }
}

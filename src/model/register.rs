//! Entries of one kind by their ids, and what every entry has.

use super::base::Base;
use super::{
    channel, commitment, complaint, customer, indicator, message, norms, orientation, partner, people, reference,
    service, stock,
};
use crate::diag::Diagnostic;
use crate::parse::entries;
use std::collections::HashMap;

/// Anything that has the common keys.
pub trait Entry {
    fn base(&self) -> &Base;
    fn base_mut(&mut self) -> &mut Base;
}

macro_rules! entries {
    ($($type:ty),* $(,)?) => {
        $(impl Entry for $type {
            fn base(&self) -> &Base {
                &self.base
            }

            fn base_mut(&mut self) -> &mut Base {
                &mut self.base
            }
        })*
    };
}

entries!(
    norms::Objective,
    norms::Principle,
    norms::Standard,
    customer::Segment,
    customer::Need,
    customer::CustomerType,
    customer::Survey,
    customer::SourceDocument,
    channel::Channel,
    channel::Site,
    service::Service,
    commitment::Commitment,
    indicator::Indicator,
    stock::Resource,
    stock::InventoryItem,
    partner::Supplier,
    partner::Alliance,
    message::Communication,
    complaint::Procedure,
    people::Role,
    people::Training,
    orientation::Path,
    orientation::Quiz,
    reference::Risk,
    reference::Law,
    reference::Term,
    reference::Chapter,
);

/// Entries of one kind, in the order in which they were written.
#[derive(Debug, Clone)]
pub struct Register<T> {
    pub(super) items: Vec<T>,
    index: HashMap<String, usize>,
}

impl<T> Default for Register<T> {
    fn default() -> Self {
        Register { items: Vec::new(), index: HashMap::new() }
    }
}

impl<T: Entry> Register<T> {
    pub fn get(&self, id: &str) -> Option<&T> {
        self.index.get(id).and_then(|i| self.items.get(*i))
    }

    pub(super) fn get_mut(&mut self, id: &str) -> Option<&mut T> {
        self.index.get(id).and_then(|i| self.items.get_mut(*i))
    }

    /// The place of an entry in the order.
    pub fn place(&self, id: &str) -> Option<usize> {
        self.index.get(id).copied()
    }

    pub fn at(&self, place: usize) -> Option<&T> {
        self.items.get(place)
    }

    pub fn iter(&self) -> std::slice::Iter<'_, T> {
        self.items.iter()
    }

    pub fn is_empty(&self) -> bool {
        self.items.is_empty()
    }

    pub fn len(&self) -> usize {
        self.items.len()
    }

    /// Adds an entry; one whose id is taken is reported and left out.
    pub(super) fn push(&mut self, item: T, findings: &mut Vec<Diagnostic>) {
        let base = item.base();
        if let Some(first) = self.get(&base.id) {
            let finding = Diagnostic::new(&entries::DUPLICATE_ID, base.key)
                .arg("id", base.id.as_str())
                .arg("kind", base.kind.plural())
                .label(first.base().key, entries::FIRST_HERE)
                .subject(base.subject());
            findings.push(finding);
            return;
        }
        self.index.insert(base.id.clone(), self.items.len());
        self.items.push(item);
    }

    /// Adds the entries of another register after its own.
    pub(super) fn join(&mut self, other: Register<T>, findings: &mut Vec<Diagnostic>) {
        other.items.into_iter().for_each(|item| self.push(item, findings));
    }

    /// Finds the entries again after they were put into another order.
    pub(super) fn reindex(&mut self) {
        self.index = self.items.iter().enumerate().map(|(i, e)| (e.base().id.clone(), i)).collect();
    }
}

impl<'a, T> IntoIterator for &'a Register<T> {
    type Item = &'a T;
    type IntoIter = std::slice::Iter<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.items.iter()
    }
}

//! The document itself (I7xx): control, review, links, pictures, waivers, laws (I1, I4).

pub mod alternative;
pub mod control;
pub mod expired;
pub mod families;
pub mod laws;
pub mod links;
pub mod lints;
pub mod pictures;
pub mod review;
pub mod waivers;

use crate::model::base::{Base, Status};
use crate::resolve::Resolved;

/// The entries that are not retired.
fn kept<'m>(manual: &'m Resolved<'_>) -> impl Iterator<Item = &'m Base> {
    manual.model.bases().into_iter().filter(|base| is_kept(base))
}

fn is_kept(base: &Base) -> bool {
    !matches!(base.status, Status::Retired { .. })
}

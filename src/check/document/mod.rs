//! The document itself (I7xx): control, review, links, pictures, waivers, laws (I1, I4).

pub mod abandoned;
pub mod address;
pub mod alternative;
pub mod approvals;
pub mod calendars;
pub mod change_dates;
pub mod contracts;
pub mod control;
pub mod dates;
pub mod edition;
pub mod expired;
pub mod families;
pub mod forever;
pub mod half_translated;
pub mod heading_ids;
pub mod joined;
pub mod laws;
pub mod links;
pub mod lints;
pub mod lowered;
pub mod outdated;
pub mod oversized;
pub mod particulars;
pub mod pictures;
pub mod placeholders;
pub mod predecessor;
pub mod proof;
pub mod recipients;
pub mod review;
pub mod source;
pub mod spoilt;
pub mod stale;
pub mod standing;
pub mod unaddressed;
pub mod unstamped;
pub mod untranslated;
pub mod waivers;

use crate::model::base::{Base, Status};
use crate::parse::prose::Text;
use crate::resolve::Resolved;

/// The entries that are not retired.
fn kept<'m>(manual: &'m Resolved<'_>) -> impl Iterator<Item = &'m Base> {
    manual.model.bases().into_iter().filter(|base| is_kept(base))
}

/// A role by its name, or the author's words.
fn role_name(manual: &Resolved<'_>, words: &Text) -> String {
    manual.model.roles.get(words.source.trim()).map_or_else(|| words.plain(), |role| role.base.title())
}

/// Whether readers of another language need a text: nobody works by what is retired.
fn is_wanted(manual: &Resolved<'_>, text: &crate::resolve::Wording<'_>) -> bool {
    text.entry.and_then(|(kind, id)| manual.model.base(kind, id)).is_none_or(is_kept)
}

fn is_kept(base: &Base) -> bool {
    !matches!(base.status, Status::Retired { .. })
}

//! People (P5xx): who serves, how they are trained, what they may decide and how newcomers are introduced (E1 to E5).

pub mod authority;
pub mod beyond;
pub mod faces;
pub mod learning;
pub mod limit;
pub mod missed;
pub mod orientation;
pub mod overload;
pub mod path;
pub mod place;
pub mod profile;
pub mod quiz;
pub mod spending;
pub mod stale;
pub mod superior;
pub mod training;

use super::is_retired;
use crate::model::base::Base;
use crate::model::orientation::Orientation;
use crate::model::people::Role;
use crate::parse::kind::Kind;
use crate::parse::prose::{Inline, Text};
use crate::resolve::{Resolved, Target};

/// The roles in use that deal with customers.
fn contact<'m>(manual: &'m Resolved<'_>) -> impl Iterator<Item = &'m Role> {
    manual.model.roles.iter().filter(|role| role.contact && role.base.is_active())
}

/// How a newcomer in a role is introduced: by the role's own entry and by its paths, each with the entry that says it.
fn orientations<'m>(manual: &'m Resolved<'_>, role: &str) -> Vec<(&'m Base, &'m Orientation)> {
    let model = &manual.model;
    let own = model.roles.get(role).and_then(|role| Some((&role.base, role.orientation.as_ref()?)));
    let paths = model.paths.iter().filter(|path| path.role.as_ref().is_some_and(|r| r.value == role));
    let paths = paths.filter(|path| !is_retired(&path.base)).map(|path| (&path.base, &path.orientation));
    own.into_iter().chain(paths).collect()
}

/// The entry that a text names as a whole: `services/microcredito`, `[[microcredito]]`.
fn entry_of<'m>(manual: &'m Resolved<'_>, text: &Text) -> Option<(Kind, &'m str)> {
    let [Inline::Wiki(wiki)] = &*text.content else { return None };
    match &manual.link(wiki.span)?.target {
        Target::Entry(kind, id) => Some((*kind, id.as_str())),
        Target::Value(..) | Target::Manifest(_) => None,
    }
}

//! Whether something is in use: told as one, since a day and a reason alone do not say what happened.

use super::fields::{Path, Walk, show};
use super::tree::Node;
use super::{Field, What};
use crate::compose::writer::Writer;
use crate::lang::Lang;
use crate::lang::changes::{SINCE, label_of, plain_word};
use crate::parse::kind::Kind;

/// The key of it.
pub const STATUS: &str = "status";

const ACTIVE: &str = "active";

/// What is written under it where something is not in use: each with its day.
const STOPPED: [&str; 2] = ["suspended", "retired"];

impl Walk<'_> {
    /// Tells that something came out of use or into it again; false where it did not.
    pub(super) fn status(
        &self,
        kind: Option<Kind>,
        path: &Path,
        old: Option<&Node<'_>>,
        new: Option<&Node<'_>>,
        out: &mut Vec<Field>,
    ) -> bool {
        let (was, is) = (state(old), state(new));
        if was == is {
            return false;
        }
        let what = if is == ACTIVE { What::Resumed } else { What::Stopped };
        let [old, new] = [(&self.before, old, was), (&self.after, new, is)];
        out.push(self.field(kind, path, what, true, Some(said(old, self.lang)), Some(said(new, self.lang))));
        true
    }
}

/// `active` where nothing else is written.
fn state(status: Option<&Node<'_>>) -> &'static str {
    let written = |state: &&&str| status.is_some_and(|status| status.children.contains_key(**state));
    STOPPED.iter().find(written).copied().unwrap_or(ACTIVE)
}

/// «suspendido desde el 1 de noviembre de 2026; motivo: sin convenio».
fn said((x, status, state): (&Writer<'_>, Option<&Node<'_>>, &'static str), lang: Lang) -> String {
    let word = plain_word(STATUS, state).map_or(state, |word| word.in_lang(lang));
    let of = |key: &str| Some(show(x, status?.children.get(key)?.shown()?)).filter(|text| !text.is_empty());
    let mut out = word.to_owned();
    if let Some(date) = of(state) {
        out = format!("{out} {}", SINCE.fill(lang, &[("date", date)]));
    }
    if let (Some(reason), Some(label)) = (of("reason"), label_of("reason", lang)) {
        out = format!("{out}; {}: {reason}", label.to_lowercase());
    }
    out
}

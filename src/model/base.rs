//! What every entry has: its id and place, code, name, lifecycle, owner, laws, and prose.

use crate::diag::Diagnostic;
use crate::lang::tongues;
use crate::parse::entries;
use crate::parse::files::slug;
use crate::parse::kind::Kind;
use crate::parse::prose::{Prose, Text};
use crate::parse::reader::{Reader, Slot};
use crate::span::{Span, Spanned};
use crate::values::{Date, When};

/// The common part of every entry.
#[derive(Debug, Clone)]
pub struct Base {
    pub kind: Kind,
    pub id: String,
    /// Where a finding about the whole entry is shown: its name, else its id or first key.
    pub span: Span,
    /// Where its id stands: the key of a register or a service; of a file that is one entry, its first key.
    pub key: Span,
    pub code: Option<Spanned<String>>,
    pub name: Option<Text>,
    pub status: Status,
    pub approved: Option<Spanned<When>>,
    pub effective: Option<Spanned<When>>,
    pub review_by: Option<Spanned<When>>,
    pub expires: Option<Spanned<When>>,
    /// A role.
    pub owner: Option<Spanned<String>>,
    pub laws: Vec<LawReference>,
    pub note: Option<Text>,
    /// The prose of the entry's file.
    pub body: Prose,
}

/// The state of a service, commitment or indicator.
#[derive(Debug, Clone, PartialEq)]
pub enum Status {
    Active,
    Suspended {
        since: Option<When>,
        reason: Option<Text>,
    },
    Retired {
        on: Option<When>,
        reason: Option<Text>,
    },
    /// A suspension or retirement on a day to come: active until then.
    Planned(Box<Status>),
}

impl Status {
    /// True unless suspended or retired.
    pub fn is_active(&self) -> bool {
        match self {
            Status::Active | Status::Planned(_) => true,
            Status::Suspended { .. } | Status::Retired { .. } => false,
        }
    }

    /// The state on a day: what begins later is planned.
    pub fn settle(&mut self, today: Date) {
        let begins = match self {
            Status::Suspended { since: day, .. } | Status::Retired { on: day, .. } => *day,
            Status::Active | Status::Planned(_) => None,
        };
        if begins.is_some_and(|day| day.start() > today) {
            *self = Status::Planned(Box::new(std::mem::replace(self, Status::Active)));
        }
    }
}

/// An article of a law that an entry stands on.
#[derive(Debug, Clone)]
pub struct LawReference {
    pub law: Spanned<String>,
    pub article: Option<Text>,
}

impl Base {
    /// Reads the common keys. `name` is the key of the name in this kind; it must be there.
    pub fn read(r: &mut Reader<'_, '_, '_>, at: Span, name: &'static str) -> Base {
        r.require(name);
        let (kind, id) = (r.context().kind, r.context().id.clone());
        let name = r.text(name);
        Base {
            kind,
            id,
            span: name.as_ref().map_or(at, |t| t.span),
            key: at,
            code: r.word("code"),
            name,
            status: r.slot("status").and_then(status).unwrap_or(Status::Active),
            approved: r.date("approved"),
            effective: r.date("effective"),
            review_by: r.date("review_by"),
            expires: r.date("expires"),
            owner: r.reference("owner", Kind::Roles),
            laws: r.many("laws", law),
            note: r.text("note"),
            body: Prose::default(),
        }
    }

    /// `kind/id`.
    pub fn subject(&self) -> String {
        format!("{}/{}", self.kind.name(), self.id)
    }

    /// The anchor of the entry in the published manual.
    pub fn anchor(&self) -> String {
        format!("{}-{}", self.kind.anchor(), self.id)
    }

    /// The name without markup, or the id where there is none.
    pub fn title(&self) -> String {
        self.name.as_ref().map_or_else(|| self.id.clone(), Text::plain)
    }

    /// True unless suspended or retired.
    pub fn is_active(&self) -> bool {
        self.status.is_active()
    }
}

pub fn status(mut slot: Slot<'_, '_, '_>) -> Option<Status> {
    if !slot.is_map() {
        let others = [("suspended", ["suspen", "inactiv"]), ("retired", ["retir", "elimin"])];
        let folded = slot.scalar().map(slug).unwrap_or_default();
        let other = others.iter().find(|(_, words)| words.iter().any(|word| folded.starts_with(word)));
        if let Some((state, _)) = other {
            // These states have a date and a reason of their own.
            let finding = Diagnostic::new(&entries::UNKNOWN_CHOICE, slot.span())
                .arg("found", slot.scalar().unwrap_or_default())
                .arg("key", "status")
                .arg("example", format!("status: {{ {state}: 2026-11-02, reason: … }}"));
            slot.context().report(finding.help(entries::WRITE_KEYS));
            return None;
        }
        return slot.choice(&[("active", ())]).map(|_| Status::Active);
    }
    slot.map(|r| {
        let suspended = r.has("suspended");
        let since = r.date("suspended").map(|d| d.value);
        let retired = r.has("retired");
        // Of two states the first is read, so that a schema keeps them apart too.
        let on = if suspended {
            r.excuse("retired");
            None
        } else {
            r.date("retired").map(|d| d.value)
        };
        let reason = r.text("reason");
        if suspended
            && !retired
            && !r.has("reason")
            && let Some(first) = r.pairs().iter().find(|pair| pair.key.scalar() == Some("suspended"))
        {
            let since = first.value.scalar().unwrap_or("…").to_owned();
            r.context().report(Diagnostic::new(&entries::WITHOUT_REASON, first.key.span).arg("since", since));
        }
        if suspended && let Some(second) = r.pairs().iter().find(|pair| pair.key.scalar() == Some("retired")) {
            r.context().report(Diagnostic::new(&entries::TWO_STATES, second.key.span));
        }
        match (suspended, retired) {
            (_, true) => Status::Retired { on, reason },
            (true, false) => Status::Suspended { since, reason },
            (false, false) => {
                r.require("suspended");
                Status::Active
            }
        }
    })
}

/// Languages in which customers are served, by their codes; another word is reported, and kept as it is written.
pub fn languages(r: &mut Reader<'_, '_, '_>) -> Vec<Spanned<String>> {
    r.many("languages", |mut slot| {
        let (span, word) = (slot.span(), slot.scalar().map(str::to_owned));
        if let Some(found) = word.filter(|word| !tongues::is_tag(word)) {
            let example = tongues::tag_of(&found).unwrap_or("es");
            let finding = Diagnostic::new(&entries::UNKNOWN_LANGUAGE, span);
            slot.context().report(finding.arg("found", found).arg("example", example));
        }
        slot.word()
    })
}

pub fn law(slot: Slot<'_, '_, '_>) -> Option<LawReference> {
    if slot.is_map() {
        return slot
            .map(|r| {
                r.require("law");
                let law = r.reference("law", Kind::Laws)?;
                Some(LawReference { law, article: r.text("article") })
            })
            .flatten();
    }
    Some(LawReference { law: slot.reference(Kind::Laws)?, article: None })
}

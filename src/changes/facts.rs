//! What an edition says of itself: by this editions are ordered and listed.

use crate::compose::writer::Writer;
use crate::ir::text_of;
use crate::lang::{Lang, Tongue};
use crate::model::manifest::DocumentStatus;
use crate::parse::prose::Text;
use crate::parse::unread::Unread;
use crate::resolve::Resolved;
use crate::values::When;

#[derive(Debug, Clone, Default)]
pub struct Facts {
    /// What the manual calls its edition: `2026.1`.
    pub number: Option<String>,
    pub code: Option<String>,
    pub title: String,
    pub status: Option<DocumentStatus>,
    pub approved: Option<When>,
    pub effective: Option<When>,
    pub review_by: Option<When>,
    pub approvals: Vec<Approval>,
    /// The edition that it says it replaces.
    pub supersedes: Option<String>,
    /// The numbers of editions in it.
    pub predecessors: Vec<String>,
    /// The editions that its table of changes names, with the day of each.
    pub listed: Vec<(String, Option<When>)>,
    /// Which tags are editions, where it says so: `edition/*`.
    pub tags: Option<String>,
    /// Its languages, its own first.
    pub langs: Vec<Tongue>,
    /// The program's words around its own.
    pub words: Option<Lang>,
    /// What could not be read of it.
    pub unread: Unread,
}

/// Who approved, and when.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Approval {
    /// The body as it is written, where a bare id stands for an entry.
    pub by: Option<String>,
    /// Its name at that time.
    pub named: String,
    pub on: Option<When>,
    pub what: Option<String>,
    pub record: Option<String>,
}

impl Facts {
    /// Whether nobody has approved it, by what it says or leaves out.
    pub fn is_draft(&self) -> bool {
        self.status.is_none() || self.says_draft()
    }

    /// Whether it says itself that it is a draft.
    pub fn says_draft(&self) -> bool {
        self.status == Some(DocumentStatus::Draft)
    }

    pub fn of(manual: &Resolved<'_>) -> Facts {
        let manifest = &manual.model.manifest;
        let document = &manifest.document;
        let words = |text: &Option<Text>| text.as_ref().map(Text::plain).filter(|text| !text.is_empty());
        let own = manifest.languages.default;
        let x = Writer::new(manual);
        let others = manifest.languages.others.iter().copied().filter(|lang| *lang != own);
        Facts {
            number: document.edition.as_ref().map(|edition| edition.value.clone()),
            code: document.code.as_ref().map(|code| code.value.clone()),
            title: words(&document.title).unwrap_or_default(),
            status: document.status.as_ref().map(|status| status.value),
            approved: document.approved.as_ref().map(|when| when.value),
            effective: document.effective.as_ref().map(|when| when.value),
            review_by: document.review_by.as_ref().map(|when| when.value),
            approvals: document
                .approvals
                .iter()
                .map(|approval| Approval {
                    by: words(&approval.role),
                    named: text_of(&x.opt(&approval.role)),
                    on: approval.on.as_ref().map(|when| when.value),
                    what: words(&approval.what),
                    record: words(&approval.record),
                })
                .collect(),
            supersedes: words(&document.supersedes),
            predecessors: document.predecessors().into_iter().map(str::to_owned).collect(),
            listed: document
                .changes
                .iter()
                .filter_map(|change| Some((words(&change.edition)?, change.date.as_ref().map(|date| date.value))))
                .collect(),
            tags: document.edition_tags.as_ref().map(|tags| tags.value.clone()),
            langs: std::iter::once(own).chain(others).collect(),
            words: Some(manifest.languages.words()),
            unread: manual.unread.clone(),
        }
    }
}

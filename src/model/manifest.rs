//! The manifest: organisation, document control (I1), languages, calendar, levels and waivers.
//!
//! One long file, since it reads one file of the author key by key, and each part is read nowhere else.

use super::base::{LawReference, law};
use super::calendar::{self, CalendarPlaces, OwnCalendar};
use super::details::Details;
use super::languages::{self, Languages};
use crate::diag::Severity;
use crate::lang::details::{AUDIT, EVALUATION, ORGANIZATION, PUBLICATION};
use crate::lang::{Region, Text as Words};
use crate::parse::files::slug;
use crate::parse::kind::Kind;
use crate::parse::prose::Text;
use crate::parse::reader::trace::Form;
use crate::parse::reader::{RawHtml, Reader, Slot, Variant};
use crate::span::{Span, Spanned};
use crate::values::{Calendar, Date, Rate, Recurrence, When, parse_number};

#[derive(Debug, Clone)]
pub struct Manifest {
    pub organization: Organization,
    pub document: Document,
    pub languages: Languages,
    pub currency: Option<Spanned<String>>,
    pub calendar: Calendar,
    pub calendar_places: CalendarPlaces,
    /// Calendars that channels and sites name as theirs.
    pub calendars: Vec<(Spanned<String>, OwnCalendar)>,
    pub families: Vec<Family>,
    /// What is published where.
    pub publication: Details,
    pub profiles: Vec<Spanned<String>>,
    pub attestations: Vec<Attestation>,
    pub lints: Vec<Lint>,
    pub waivers: Vec<Waiver>,
    pub raw_html: RawHtml,
    /// Where a finding about the whole manual is shown.
    pub span: Span,
}

#[derive(Debug, Clone, Default)]
pub struct Organization {
    pub name: Option<Text>,
    pub short_name: Option<Text>,
    pub facts: Vec<(&'static str, Text)>,
    pub purpose: Option<Text>,
    pub mission: Option<Text>,
    pub vision: Option<Text>,
    pub values: Vec<Text>,
    /// Strategy, systems, people (H2).
    pub triangle: Option<[Option<Text>; 3]>,
    pub units: Vec<Unit>,
    pub territories: Vec<(String, Option<Variant<Rate>>)>,
    pub details: Details,
}

/// A part of the organisation.
#[derive(Debug, Clone)]
pub struct Unit {
    pub name: Option<Text>,
    pub does: Option<Text>,
    pub address: Option<Text>,
    pub phone: Option<Text>,
    pub email: Option<Text>,
    pub hours: Option<Spanned<crate::values::Hours>>,
    pub units: Vec<Unit>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DocumentStatus {
    Draft,
    Approved,
    InForce,
    Superseded,
}

#[derive(Debug, Clone)]
pub struct Document {
    pub span: Option<Span>,
    pub code: Option<Spanned<String>>,
    pub title: Option<Text>,
    pub subtitle: Option<Text>,
    pub edition: Option<Spanned<String>>,
    pub status: Option<Spanned<DocumentStatus>>,
    pub approved: Option<Spanned<When>>,
    pub effective: Option<Spanned<When>>,
    pub review_by: Option<Spanned<When>>,
    pub owner: Option<Spanned<String>>,
    pub supersedes: Option<Text>,
    pub approvals: Vec<Approval>,
    pub distribution: Vec<Recipient>,
    pub changes: Vec<Change>,
    pub evaluation: Option<Evaluation>,
    pub audit: Details,
    pub consultation: Option<Consultation>,
    pub laws: Vec<LawReference>,
    pub note: Option<Text>,
    /// Which tags of the repository are editions: the beginning of their names and `*`.
    pub edition_tags: Option<Spanned<String>>,
    /// Where the manual is published, for codes to scan: the address of its folder.
    pub address: Option<Spanned<String>>,
    /// Where a file of the manual is shown by the pages of its repository: an address with `{path}`, from the manual's folder, and `{line}`.
    pub source: Option<Spanned<String>>,
    /// Whether the coverage is a page of the published manual. It stays with the managers unless it is said.
    pub publishes_coverage: bool,
}

impl Document {
    /// The numbers of the editions that it says it replaces.
    pub fn predecessors(&self) -> Vec<&str> {
        self.supersedes.as_ref().map_or_else(Vec::new, |text| numbers(&text.source))
    }
}

/// What in a text may be the number of an edition: a word with a figure in it, which after a word such as «edición» or alone may be
/// nothing but figures, or after such a word a letter or a Roman numeral; with the «bis» that follows it.
fn numbers(text: &str) -> Vec<&str> {
    let words: Vec<&str> = text.split([' ', ',', ';', '(', ')']).filter(|word| !word.is_empty()).collect();
    let named = |at: usize| at > 0 && slug(words[at - 1]).starts_with("ed");
    let is_plain = |word: &str| word.chars().all(|c| c.is_ascii_alphanumeric() || "./".contains(c));
    let begins = |word: &str| word.starts_with(|c: char| c.is_ascii_digit()) && is_plain(word);
    let alone = matches!(words.as_slice(), [one] | [one, "bis" | "ter"] if begins(one));
    let is_number = |at: usize, word: &str| match word.contains(|c: char| c.is_ascii_digit()) {
        true => word.contains('.') || named(at) || (alone && at == 0),
        false => named(at) && is_letter(word),
    };
    // Words are parts of the text, which therefore holds what stands between two of them.
    let begin = |word: &str| word.as_ptr() as usize - text.as_ptr() as usize;
    let number = |(at, word): (usize, &&'_ str)| {
        let number = word.trim_end_matches('.');
        let suffix =
            words.get(at + 1).map(|next| next.trim_end_matches('.')).filter(|next| matches!(*next, "bis" | "ter"));
        let end = suffix.map_or(begin(word) + number.len(), |suffix| begin(suffix) + suffix.len());
        is_number(at, number).then(|| &text[begin(word)..end])
    };
    words.iter().enumerate().filter_map(number).collect()
}

/// A letter or a Roman numeral, as editions are numbered with: «B», «IV».
fn is_letter(word: &str) -> bool {
    let is_roman = |c: char| "IVXLC".contains(c);
    (word.len() == 1 && word.starts_with(|c: char| c.is_ascii_uppercase()))
        || (!word.is_empty() && word.chars().all(is_roman))
}

#[derive(Debug, Clone)]
pub struct Approval {
    pub role: Option<Text>,
    pub on: Option<Spanned<When>>,
    pub what: Option<Text>,
    pub record: Option<Text>,
}

#[derive(Debug, Clone)]
pub struct Recipient {
    pub to: Text,
    pub medium: Option<Text>,
    pub copies: Option<Text>,
    pub proof: Option<Text>,
}

#[derive(Debug, Clone)]
pub struct Change {
    pub edition: Option<Text>,
    pub date: Option<Spanned<When>>,
    pub what: Option<Text>,
}

#[derive(Debug, Clone)]
pub struct Evaluation {
    pub every: Option<Spanned<Recurrence>>,
    pub published_in: Vec<Text>,
    pub details: Details,
}

#[derive(Debug, Clone)]
pub struct Consultation {
    pub from: Option<Spanned<When>>,
    pub until: Option<Spanned<When>>,
    pub address: Option<Text>,
}

/// A family of services.
#[derive(Debug, Clone)]
pub struct Family {
    pub id: Spanned<String>,
    pub name: Option<Text>,
    pub description: Option<Text>,
}

/// A level for a code or a family of codes.
#[derive(Debug, Clone)]
pub struct Lint {
    pub code: Spanned<String>,
    /// None switches the code off.
    pub level: Option<Severity>,
}

/// A clause of a profile that somebody declares to be met, since it cannot be computed.
#[derive(Debug, Clone)]
pub struct Attestation {
    pub profile: Option<Spanned<String>>,
    pub clause: Option<Spanned<String>>,
    pub statement: Option<Text>,
    pub role: Option<Spanned<String>>,
    pub on: Option<Spanned<When>>,
    pub until: Option<Spanned<When>>,
    pub evidence: Option<Text>,
    pub span: Span,
}

/// A finding that is accepted in one place for a time.
#[derive(Debug, Clone)]
pub struct Waiver {
    pub code: Option<Spanned<String>>,
    pub at: Option<Spanned<String>>,
    pub reason: Option<Text>,
    pub owner: Option<Spanned<String>>,
    pub until: Option<Spanned<When>>,
    pub span: Span,
}

impl Manifest {
    pub fn read(r: &mut Reader<'_, '_, '_>) -> Manifest {
        r.require("organization");
        r.require("document");
        r.require("languages");
        let span = r.head();
        let tags = r.map("languages", languages::tags);
        let (calendar, calendar_places) =
            r.map("calendar", OwnCalendar::read).map(OwnCalendar::alone).unwrap_or_default();
        // A tag that names no region leaves it to the territory whose holidays are kept.
        let country = calendar.territory.as_deref().and_then(Region::of_territory);
        let languages = tags.unwrap_or_default().languages(country);
        Manifest {
            span,
            calendar,
            calendar_places,
            calendars: r.slot("calendars").map_or_else(Vec::new, |s| s.entries(calendar::named)),
            organization: r.map("organization", organization).unwrap_or_default(),
            document: r.map("document", document).unwrap_or_else(no_document),
            languages,
            currency: r.slot("currency").and_then(|s| s.formed(CURRENCY, CURRENCY_FORM, is_currency)),
            families: r.slot("families").map_or_else(Vec::new, |s| s.entries(family)),
            publication: r.map("publication", |r| Details::read(r, PUBLICATION)).unwrap_or_default(),
            profiles: r.many("profiles", |s| s.word()),
            attestations: r.maps("attestations", attestation),
            lints: r.slot("lints").map_or_else(Vec::new, |s| s.entries(lint)),
            waivers: r.maps("waivers", waiver),
            raw_html: r
                .choice("raw_html", &[("text", RawHtml::Text), ("sanitized", RawHtml::Sanitized)])
                .map_or(RawHtml::Text, |choice| choice.value),
        }
    }
}

fn organization(r: &mut Reader<'_, '_, '_>) -> Organization {
    r.require("name");
    let mut facts = Vec::new();
    for key in ["sector", "employees", "address", "phone", "email", "website"] {
        if let Some(text) = r.slot(key).and_then(Slot::value_text) {
            facts.push((key, text));
        }
    }
    Organization {
        name: r.text("name"),
        short_name: r.text("short_name"),
        facts,
        purpose: r.text("purpose"),
        mission: r.text("mission"),
        vision: r.text("vision"),
        values: r.texts("values"),
        triangle: r.map("triangle", |r| [r.text("strategy"), r.text("systems"), r.text("people")]),
        units: r.maps("units", unit),
        territories: r
            .slot("territories")
            .map_or_else(Vec::new, |s| s.entries(|id, slot| Some((id.value, slot.map(|r| r.rate("count")).flatten())))),
        details: Details::read(r, ORGANIZATION),
    }
}

fn unit(r: &mut Reader<'_, '_, '_>) -> Unit {
    r.require("name");
    Unit {
        name: r.text("name"),
        does: r.text("does"),
        address: r.text("address"),
        phone: r.text("phone"),
        email: r.text("email"),
        hours: r.slot("hours").and_then(super::hours::hours),
        units: r.maps("units", unit),
    }
}

fn no_document() -> Document {
    Document {
        span: None,
        code: None,
        title: None,
        subtitle: None,
        edition: None,
        status: None,
        approved: None,
        effective: None,
        review_by: None,
        owner: None,
        supersedes: None,
        approvals: Vec::new(),
        distribution: Vec::new(),
        changes: Vec::new(),
        evaluation: None,
        audit: Details::default(),
        consultation: None,
        laws: Vec::new(),
        note: None,
        edition_tags: None,
        address: None,
        source: None,
        publishes_coverage: false,
    }
}

fn document(r: &mut Reader<'_, '_, '_>) -> Document {
    r.require("title");
    Document {
        span: Some(r.head()),
        code: r.word("code"),
        title: r.text("title"),
        subtitle: r.text("subtitle"),
        edition: r.word("edition"),
        status: r.choice(
            "status",
            &[
                ("draft", DocumentStatus::Draft),
                ("approved", DocumentStatus::Approved),
                ("in_force", DocumentStatus::InForce),
                ("superseded", DocumentStatus::Superseded),
            ],
        ),
        approved: r.date("approved"),
        effective: r.date("effective"),
        review_by: r.date("review_by"),
        owner: r.reference("owner", Kind::Roles),
        supersedes: r.text("supersedes"),
        approvals: r.maps("approvals", |r| {
            r.require("role");
            Approval {
                role: r.slot("role").and_then(Slot::linked_text),
                on: r.date("on"),
                what: r.text("what"),
                record: r.text("record"),
            }
        }),
        distribution: r.many("distribution", recipient),
        changes: r.maps("changes", |r| {
            r.require("edition");
            r.require("what");
            Change { edition: r.text("edition"), date: r.date("date"), what: r.text("what") }
        }),
        evaluation: r.map("evaluation", |r| Evaluation {
            every: r.recurrence("every"),
            published_in: r.texts("published_in"),
            details: Details::read(r, EVALUATION),
        }),
        audit: r.map("audit", |r| Details::read(r, AUDIT)).unwrap_or_default(),
        consultation: r.map("consultation", |r| Consultation {
            from: r.date("from"),
            until: r.date("until"),
            address: r.text("address"),
        }),
        laws: r.many("laws", law),
        note: r.text("note"),
        edition_tags: r.slot("edition_tags").and_then(|s| s.formed(TAGS, TAGS_FORM, is_tags)),
        address: r.word("address"),
        source: r.slot("source").and_then(|s| s.formed(SOURCE, SOURCE_FORM, is_source)),
        publishes_coverage: r
            .choice("coverage", &[("internal", false), ("published", true)])
            .is_some_and(|published| published.value),
    }
}

fn recipient(slot: Slot<'_, '_, '_>) -> Option<Recipient> {
    if !slot.is_map() {
        let to = slot.linked_text()?;
        return Some(Recipient { to, medium: None, copies: None, proof: None });
    }
    slot.map(|r| {
        r.require("to");
        Some(Recipient {
            to: r.slot("to").and_then(Slot::linked_text)?,
            medium: r.text("medium"),
            copies: r.slot("copies").and_then(Slot::value_text),
            proof: r.text("proof"),
        })
    })
    .flatten()
}

const CURRENCY: Words = Words {
    es: "el código de una moneda, en tres mayúsculas",
    en: "the code of a currency, in three capitals",
    pt: "o código de uma moeda, em três maiúsculas",
};

const CURRENCY_FORM: Form = Form { example: "PEN", pattern: "^[A-Z]{3}$" };

fn is_currency(text: &str) -> bool {
    text.len() == 3 && text.bytes().all(|b| b.is_ascii_uppercase())
}

const TAGS: Words = Words {
    es: "el principio del nombre de las etiquetas, y un asterisco",
    en: "the beginning of the names of the tags, and an asterisk",
    pt: "o começo do nome das tags, e um asterisco",
};

const TAGS_FORM: Form = Form { example: "edition/*", pattern: r"^([A-Za-z0-9][A-Za-z0-9._/-]*)?\*$" };

fn is_tags(text: &str) -> bool {
    let inner = |c: char| c.is_ascii_alphanumeric() || "._/-".contains(c);
    text.strip_suffix('*').is_some_and(|start| {
        start.chars().all(inner) && start.chars().next().is_none_or(|first| first.is_ascii_alphanumeric())
    })
}

const SOURCE: Words = Words {
    es: "una dirección con `{path}` donde va la ruta del archivo",
    en: "an address with `{path}` where the path of the file goes",
    pt: "um endereço com `{path}` onde vai o caminho do arquivo",
};

const SOURCE_FORM: Form = Form {
    example: "https://git.example.org/casa/manual/src/branch/main/manual/{path}#L{line}",
    pattern: r"^https?://[^\s]*\{path\}[^\s]*$",
};

fn is_source(text: &str) -> bool {
    let begins = text.starts_with("https://") || text.starts_with("http://");
    begins && text.contains("{path}") && !text.contains(char::is_whitespace)
}

fn family(id: Spanned<String>, slot: Slot<'_, '_, '_>) -> Option<Family> {
    slot.map(|r| {
        r.require("name");
        r.slot("order").and_then(|s| s.parsed(parse_number));
        Family { id, name: r.text("name"), description: r.text("description") }
    })
}

fn lint(code: Spanned<String>, slot: Slot<'_, '_, '_>) -> Option<Lint> {
    let level = slot.choice(&[
        ("error", Some(Severity::Error)),
        ("warning", Some(Severity::Warning)),
        ("note", Some(Severity::Note)),
        ("off", None),
    ])?;
    Some(Lint { code, level: level.value })
}

fn waiver(r: &mut Reader<'_, '_, '_>) -> Waiver {
    for key in ["code", "at", "reason", "owner", "until"] {
        r.require(key);
    }
    Waiver {
        span: r.head(),
        code: r.word("code"),
        at: r.word("at"),
        reason: r.text("reason"),
        owner: r.reference("owner", Kind::Roles),
        until: r.date("until"),
    }
}

fn attestation(r: &mut Reader<'_, '_, '_>) -> Attestation {
    for key in ["profile", "clause", "statement", "role", "on"] {
        r.require(key);
    }
    Attestation {
        span: r.head(),
        profile: r.word("profile"),
        clause: r.word("clause"),
        statement: r.text("statement"),
        role: r.reference("role", Kind::Roles),
        on: r.date("on"),
        until: r.date("until"),
        evidence: r.text("evidence"),
    }
}

impl Waiver {
    /// Whether it holds on a day.
    pub fn holds(&self, today: Date) -> bool {
        self.until.as_ref().is_some_and(|until| today <= until.value.end())
    }
}

#[cfg(test)]
mod tests {
    use super::numbers;

    #[test]
    fn what_an_edition_replaces_is_found_in_how_people_write_it() {
        for (text, found) in [
            ("MSC-01, edición 2026.1", &["2026.1"][..]),
            ("edición A", &["A"]),
            ("MSC-01, edición IV (2019)", &["IV"]),
            ("2", &["2"]),
            ("2 bis", &["2 bis"]),
            ("MSC-01, edición 2 bis.", &["2 bis"]),
            ("editions 1 and 2.1", &["1", "2.1"]),
            ("MSC-01", &[]),
            ("2024-11-02", &[]),
            ("la edición de mayo", &[]),
            ("Manual de Atención, A", &[]),
        ] {
            assert_eq!(numbers(text), found, "{text}");
        }
    }
}

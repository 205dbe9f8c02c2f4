//! Every word of the output, as typed structs, so that a missing one cannot compile.
//!
//! One file a language. Texts of rules stand with the rule ([`Text`]); here stand the interface, the headings and labels of the
//! composed manual, the words of the command line, and the formatting of numbers, dates and quantities.

pub mod format;

pub mod acknowledgements;
pub mod changes;
pub mod command;
pub mod coverage;
pub mod details;
pub mod editions;
mod en;
mod es;
pub mod history;
pub mod keys;
pub mod learning;
pub mod manual;
pub mod pipelines;
pub mod preview;
pub mod profiles;
pub mod proof;
mod pt;
pub mod reference;
mod region;
mod search;
pub mod tongues;

pub use region::{LOCALES, Locale, Region};
pub use tongues::Tongue;

pub use search::SearchWords;
use serde::Serialize;
use std::fmt;

/// A language that the interface speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Lang {
    Es,
    En,
    Pt,
}

impl Lang {
    pub const ALL: [Lang; 3] = [Lang::Es, Lang::En, Lang::Pt];

    /// The BCP 47 code.
    pub fn code(self) -> &'static str {
        match self {
            Lang::Es => "es",
            Lang::En => "en",
            Lang::Pt => "pt",
        }
    }

    /// The language's name in itself.
    pub fn own_name(self) -> &'static str {
        match self {
            Lang::Es => "Español",
            Lang::En => "English",
            Lang::Pt => "Português",
        }
    }

    /// The language's name, in whatever language is spoken: in running text.
    pub fn name(self) -> Text {
        match self {
            Lang::Es => Text { es: "español", en: "Spanish", pt: "espanhol" },
            Lang::En => Text { es: "inglés", en: "English", pt: "inglês" },
            Lang::Pt => Text { es: "portugués", en: "Portuguese", pt: "português" },
        }
    }

    /// The language of a tag such as `es`, `es_PE.UTF-8` or `pt-BR`, if the interface speaks it.
    pub fn from_tag(tag: &str) -> Option<Lang> {
        let primary = tag.split(['-', '_', '.']).next()?.to_ascii_lowercase();
        Lang::ALL.into_iter().find(|l| l.code() == primary)
    }

    /// The words of this language.
    pub fn words(self) -> &'static Words {
        match self {
            Lang::Es => &es::WORDS,
            Lang::En => &en::WORDS,
            Lang::Pt => &pt::WORDS,
        }
    }
}

impl fmt::Display for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

/// A text in the three languages, with slots such as `{key}`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Text {
    pub es: &'static str,
    pub en: &'static str,
    pub pt: &'static str,
}

impl Text {
    pub fn in_lang(&self, lang: Lang) -> &'static str {
        match lang {
            Lang::Es => self.es,
            Lang::En => self.en,
            Lang::Pt => self.pt,
        }
    }

    /// The text with its slots filled. A slot without a value stays as written, so that a test can find it.
    pub fn fill(&self, lang: Lang, args: &[(&'static str, String)]) -> String {
        fill(self.in_lang(lang), args)
    }
}

/// Fills the slots of a text. Values are not scanned for slots again.
pub fn fill(text: &str, args: &[(&'static str, String)]) -> String {
    let mut out = String::with_capacity(text.len() + 32);
    let mut rest = text;
    while let Some(open) = rest.find('{') {
        out.push_str(&rest[..open]);
        rest = &rest[open..];
        let value = rest.find('}').and_then(|close| {
            let value = args.iter().find(|(name, _)| *name == &rest[1..close])?;
            Some((close, &value.1))
        });
        match value {
            Some((close, value)) => {
                out.push_str(value);
                rest = &rest[close + 1..];
            }
            None => {
                out.push('{');
                rest = &rest[1..];
            }
        }
    }
    out.push_str(rest);
    out
}

/// All words of a language.
#[derive(Debug)]
pub struct Words {
    pub lang: Lang,
    pub interface: Interface,
    pub manual: manual::ManualWords,
    pub command: command::CommandLine,
    pub coverage: coverage::CoverageWords,
}

/// Words that renderers print around the content.
#[derive(Debug, Clone, Serialize)]
pub struct Interface {
    pub manual: &'static str,
    pub home: &'static str,
    pub menu: &'static str,
    pub contents: &'static str,
    /// On the cover: the way of whoever is new.
    pub begin: &'static str,
    pub on_this_page: &'static str,
    pub ten_points: &'static str,
    pub skip_to_content: &'static str,
    pub breadcrumb: &'static str,
    pub previous: &'static str,
    pub next: &'static str,
    pub page: &'static str,
    /// Between the page and the number of pages: «de».
    pub of: &'static str,
    /// Abbreviation before a page number in a reference: «p.».
    pub page_short: &'static str,
    pub chapter: &'static str,
    pub table: &'static str,
    pub figure: &'static str,
    /// Of the document, beside its code.
    pub code: &'static str,
    pub status: &'static str,
    pub edition: &'static str,
    pub effective: &'static str,
    pub review_by: &'static str,
    pub digest: &'static str,
    pub draft: &'static str,
    /// Said on every page of a draft.
    pub draft_long: &'static str,
    /// Said after the status on every printed page that staff must not work by: draft, superseded.
    pub not_valid: &'static str,
    pub download_pdf: &'static str,
    pub data: &'static str,
    pub theme_auto: &'static str,
    pub theme_light: &'static str,
    pub theme_dark: &'static str,
    pub footnotes: &'static str,
    pub back_to_text: &'static str,
    /// Heading of the glossary terms that a page uses.
    pub terms_here: &'static str,
    /// Label of the field that filters the rows of a table.
    pub filter: &'static str,
    /// Said where a card of another edition leads. Slots, filled by the script of the page: `{card}`, `{edition}`.
    pub card_of: &'static str,
    /// Slot: `{card}`.
    pub card_page: &'static str,
    /// Label of the list by which the rows of a table are put in order.
    pub sort_by: &'static str,
    /// Slots, filled by the script of the page: `{shown}`, `{all}`.
    pub rows_shown: &'static str,
    pub languages: &'static str,
    /// Said of one of the ten points, and read aloud for a box of a task list.
    pub partial: &'static str,
    pub missing: &'static str,
    pub not_applicable: &'static str,
    pub done: &'static str,
    pub to_do: &'static str,
    /// Description of the data file attached to the PDF.
    pub attachment: &'static str,
    pub search: SearchWords,
    pub learning: learning::Learning,
}

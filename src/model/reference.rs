//! Risks (G1), laws, glossary and free chapters.

use super::base::Base;
use crate::parse::kind::Kind;
use crate::parse::prose::Text;
use crate::parse::reader::Reader;
use crate::span::{Span, Spanned};
use crate::values::{Decimal, When, parse_number};

/// The seven risk situations of the source, and any other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum RiskKind {
    Price,
    Demand,
    DataLoss,
    Unpreparedness,
    ThirdParty,
    Reputation,
    Harm,
    Other,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    Low,
    Medium,
    High,
}

const LEVELS: [(&str, Level); 3] = [("low", Level::Low), ("medium", Level::Medium), ("high", Level::High)];

#[derive(Debug, Clone)]
pub struct Risk {
    pub base: Base,
    pub kind: Option<Spanned<RiskKind>>,
    pub description: Option<Text>,
    pub likelihood: Option<Spanned<Level>>,
    pub impact: Option<Spanned<Level>>,
    pub anticipation: Vec<Text>,
    pub response: Vec<Text>,
    pub say: Option<Text>,
    pub services: Vec<Spanned<String>>,
    pub indicators: Vec<Spanned<String>>,
}

impl Risk {
    pub fn read(r: &mut Reader<'_, '_, '_>, at: Span) -> Risk {
        Risk {
            base: Base::read(r, at, "name"),
            kind: r.choice(
                "kind",
                &[
                    ("price", RiskKind::Price),
                    ("demand", RiskKind::Demand),
                    ("data_loss", RiskKind::DataLoss),
                    ("unpreparedness", RiskKind::Unpreparedness),
                    ("third_party", RiskKind::ThirdParty),
                    ("reputation", RiskKind::Reputation),
                    ("harm", RiskKind::Harm),
                    ("other", RiskKind::Other),
                ],
            ),
            description: r.text("description"),
            likelihood: r.choice("likelihood", &LEVELS),
            impact: r.choice("impact", &LEVELS),
            anticipation: r.texts("anticipation"),
            response: r.texts("response"),
            say: r.text("say"),
            services: r.references("services", Kind::Services),
            indicators: r.references("indicators", Kind::Indicators),
        }
    }
}

#[derive(Debug, Clone)]
pub struct Law {
    pub base: Base,
    pub title: Option<Text>,
    pub number: Option<Text>,
    pub authority: Option<Text>,
    pub from: Option<Spanned<When>>,
    pub until: Option<Spanned<When>>,
    pub address: Option<Spanned<String>>,
    pub articles: Vec<(String, Text)>,
    pub in_short: Option<Text>,
    pub repealed_by: Vec<Spanned<String>>,
}

impl Law {
    pub fn read(r: &mut Reader<'_, '_, '_>, at: Span) -> Law {
        Law {
            base: Base::read(r, at, "name"),
            title: r.text("title"),
            number: r.text("number"),
            authority: r.text("authority"),
            from: r.date("from"),
            until: r.date("until"),
            address: r.word("address"),
            articles: r.slot("articles").map_or_else(Vec::new, |s| s.entries(|id, s| Some((id.value, s.text()?)))),
            in_short: r.text("in_short"),
            repealed_by: r.references("repealed_by", Kind::Laws),
        }
    }
}

#[derive(Debug, Clone)]
pub struct Term {
    pub base: Base,
    pub definition: Option<Text>,
    pub synonyms: Vec<Text>,
    pub avoid: Vec<Text>,
    pub see: Vec<Text>,
}

impl Term {
    pub fn read(r: &mut Reader<'_, '_, '_>, at: Span) -> Term {
        let name = if r.slot("name").is_some() { "name" } else { "term" };
        let base = Base::read(r, at, name);
        r.require("definition");
        Term {
            base,
            definition: r.text("definition"),
            synonyms: r.texts("synonyms"),
            avoid: r.texts("avoid"),
            see: r.many("see", |s| s.linked_text()),
        }
    }
}

/// Where a free chapter stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChapterPlace {
    /// Its prose opens the chapter on how to use the manual.
    Guide,
    /// Before the organisation.
    Front,
    /// Before the glossary.
    Back,
}

const PLACES: [(&str, ChapterPlace); 3] =
    [("guide", ChapterPlace::Guide), ("front", ChapterPlace::Front), ("back", ChapterPlace::Back)];

#[derive(Debug, Clone)]
pub struct Chapter {
    pub base: Base,
    pub order: Option<Spanned<Decimal>>,
    pub place: ChapterPlace,
    pub audience: Vec<Spanned<String>>,
}

impl Chapter {
    pub fn read(r: &mut Reader<'_, '_, '_>, at: Span) -> Chapter {
        let name = if r.slot("name").is_some() { "name" } else { "title" };
        let base = Base::read(r, at, name);
        Chapter {
            base,
            order: r.slot("order").and_then(|s| s.parsed(parse_number)),
            place: r.choice("place", &PLACES).map_or(ChapterPlace::Front, |p| p.value),
            audience: r.references("audience", Kind::Roles),
        }
    }
}

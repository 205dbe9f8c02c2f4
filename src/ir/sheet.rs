//! Sheets to print whole: cards to cut out and a poster, laid out by renderers to the edge of the paper.

use super::{Cell, Figure, Inline};
use serde::Serialize;

/// A card for a moment of truth.
#[derive(Debug, Clone, Serialize)]
pub struct Card {
    pub id: String,
    /// Code and short name of the service.
    pub code: Option<String>,
    pub over: String,
    /// The moment, as a link to it.
    pub title: Vec<Inline>,
    pub parts: Vec<CardPart>,
    /// The code to scan, with the address as its caption; none where the manual has no public address.
    pub scan: Option<Figure>,
}

/// What a card says under one label.
#[derive(Debug, Clone, Serialize)]
pub struct CardPart {
    pub role: CardRole,
    pub label: String,
    pub lines: Vec<Vec<Inline>>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum CardRole {
    Say,
    Do,
    Within,
    Escalate,
    MakeGood,
}

/// Standards and promises at a glance, on one sheet.
#[derive(Debug, Clone, Serialize)]
pub struct Poster {
    pub over: String,
    pub title: String,
    pub tiles: Vec<Tile>,
    /// Heads the promises.
    pub within_label: String,
    /// Promises with their time set large.
    pub promises: Vec<Cell>,
    /// Which edition it is of.
    pub foot: String,
}

/// A standard on the poster: what is done and what is said.
#[derive(Debug, Clone, Serialize)]
pub struct Tile {
    /// The name, as a link to the standard.
    pub title: Vec<Inline>,
    pub content: Vec<Inline>,
    pub say_label: String,
    pub say: Vec<Inline>,
}

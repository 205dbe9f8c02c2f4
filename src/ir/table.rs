//! Tables.

use super::Inline;
use serde::Serialize;

/// A table. Every row has as many cells as there are columns; the first cell of a row is its header when `row_headers`.
#[derive(Debug, Clone, Serialize)]
pub struct Table {
    pub id: Option<String>,
    /// `6.1`: chapter and place in it; none when the caption needs no number.
    pub number: Option<String>,
    /// Always present for assistive technology; `caption_hidden` says that the heading above already says it.
    pub caption: Vec<Inline>,
    pub caption_hidden: bool,
    pub look: TableLook,
    pub row_headers: bool,
    pub columns: Vec<Column>,
    pub rows: Vec<Row>,
    /// The sum, set apart by a double rule.
    pub total: Option<Row>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum TableLook {
    /// Words: folds into label and value pairs on a phone.
    Words,
    /// Numbers: stays a table.
    Numbers,
    /// Many columns: takes the whole width of the page.
    Wide,
    /// One mark in each cell.
    Matrix,
}

#[derive(Debug, Clone, Serialize)]
pub struct Column {
    pub title: Vec<Inline>,
    pub align: Align,
    /// Relative width, 1 = ordinary; 0 = as narrow as the content.
    pub weight: u8,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Align {
    Start,
    End,
    Center,
}

#[derive(Debug, Clone, Serialize)]
pub struct Row {
    /// Anchor of the row, where it has one.
    pub id: Option<String>,
    pub cells: Vec<Vec<Inline>>,
}

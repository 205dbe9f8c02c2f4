//! Tables: cells with the label of their column for phones, widths as classes since no style attribute may stand in a page.

use tera::Value;

use super::inline::title_of;
use super::page::Writer;
use super::{Context, RenderError, context, map};
use crate::ir::{Align, Column, Row, Table, TableLook};

/// A table of words with more columns is wider than the text: it is pushed aside within its frame.
const COLUMNS: usize = 8;

/// A longer word is broken anywhere, else it would push the other columns off the page. In all other tables words stay whole.
const WORD: usize = 36;

/// Letters of a long date: `3 de noviembre de 2026`.
const SHORT: usize = 24;

impl Writer<'_> {
    pub fn table(&mut self, table: &Table) -> Result<Context, RenderError> {
        let (look, scrolls) = match table.look {
            TableLook::Words if table.columns.len() > COLUMNS => ("many fold", true),
            TableLook::Words if has_long_word(table) => ("fold long", false),
            TableLook::Words => ("fold", false),
            TableLook::Numbers => ("numbers", true),
            TableLook::Wide if has_long_word(table) => ("wide fold long", true),
            TableLook::Wide => ("wide fold", true),
            TableLook::Matrix => ("matrix", true),
        };
        let caption_id = self.fresh_id();
        let labels: Vec<String> = table.columns.iter().map(|column| title_of(&column.title)).collect();
        let columns = table.columns.iter().zip(widths(&table.columns, &shares(table))).map(|(column, width)| {
            Ok(map([
                ("title", self.line(&column.title)?),
                ("align", align(column.align).into()),
                ("width", width.into()),
            ]))
        });
        let columns = columns.collect::<Result<Vec<_>, RenderError>>()?;
        let caption = self.line(&table.caption)?;
        let short: Vec<bool> = (0..table.columns.len()).map(|at| is_short(table, at)).collect();
        let head = Head { labels: &labels, short: &short };
        let rows = table.rows.iter().map(|row| self.row(row, table, &head)).collect::<Result<Vec<_>, RenderError>>()?;
        let total = table.total.as_ref().map(|row| self.row(row, table, &head)).transpose()?;
        Ok(context([
            ("id", table.id.as_deref().into()),
            ("look", look.into()),
            ("scrolls", scrolls.into()),
            // A table that the program makes names its rows, and its heads are words of the program. An author's does neither.
            ("told", table.row_headers.into()),
            ("caption_id", caption_id.into()),
            ("caption_hidden", table.caption_hidden.into()),
            ("table", self.book.manual.labels.table.into()),
            ("number", table.number.as_deref().into()),
            ("caption", caption),
            ("columns", columns.into()),
            ("rows", rows.into()),
            ("total", total.into()),
        ]))
    }

    fn row(&mut self, row: &Row, table: &Table, head: &Head<'_>) -> Result<Value, RenderError> {
        if row.cells.len() != table.columns.len() {
            let (cells, columns) = (row.cells.len(), table.columns.len());
            return Err(RenderError(format!(
                "{}: a row of the table `{}` has {cells} cells for {columns} columns",
                self.page,
                title_of(&table.caption)
            )));
        }
        let cells =
            row.cells.iter().zip(&table.columns).zip(head.labels).enumerate().map(|(at, ((cell, column), label))| {
                Ok(map([
                    ("header", (at == 0 && table.row_headers).into()),
                    ("content", self.line(cell)?),
                    ("align", align(column.align).into()),
                    ("short", head.short[at].into()),
                    ("label", label.as_str().into()),
                ]))
            });
        let cells = cells.collect::<Result<Vec<_>, RenderError>>()?;
        Ok(map([("id", row.id.as_deref().into()), ("cells", cells.into())]))
    }
}

/// What the cells of a row take from their columns.
struct Head<'a> {
    labels: &'a [String],
    short: &'a [bool],
}

/// A column that is as narrow as its content, where that is a date or less: it keeps its line where there is room. Between numbers every
/// such column does.
fn is_short(table: &Table, at: usize) -> bool {
    let letters = |row: &Row| row.cells.get(at).map_or(0, |cell| title_of(cell).chars().count());
    let fits = |row: &Row| letters(row) <= SHORT;
    let narrow = table.columns[at].weight == 0 || table.look == TableLook::Numbers;
    narrow && table.rows.iter().chain(&table.total).all(fits)
}

fn has_long_word(table: &Table) -> bool {
    let heads = table.columns.iter().map(|column| &column.title);
    let cells = table.rows.iter().chain(&table.total).flat_map(|row| &row.cells);
    let long = |text: &str| text.split_whitespace().any(|word| word.chars().count() > WORD);
    heads.chain(cells).any(|cell| long(&title_of(cell)))
}

fn align(align: Align) -> &'static str {
    match align {
        Align::Start => "start",
        Align::End => "end",
        Align::Center => "center",
    }
}

/// What each column of words takes of the width: as it was meant, drawn towards what stands in it. A column that is meant for sentences
/// and holds two words would leave the sentences beside it a narrow strip.
fn shares(table: &Table) -> Vec<u32> {
    let rows = || table.rows.iter().chain(&table.total);
    let letters = |at: usize| {
        let cells = rows().filter_map(|row| row.cells.get(at)).map(|cell| title_of(cell).chars().count());
        let (count, sum) =
            cells.filter(|letters| *letters > 0).fold((0, 0), |(n, sum), letters| (n + 1, sum + letters));
        let head = title_of(&table.columns[at].title).chars().count();
        (sum / count.max(1)).max(head / 2).max(1)
    };
    let share = |(at, column): (usize, &Column)| match table.look {
        TableLook::Words | TableLook::Wide => {
            let pull = u32::try_from(letters(at)).unwrap_or(u32::MAX).saturating_mul(100);
            u32::from(column.weight).saturating_mul(pull).isqrt()
        }
        TableLook::Numbers | TableLook::Matrix => u32::from(column.weight),
    };
    table.columns.iter().enumerate().map(share).collect()
}

/// The width of each column in steps of five hundredths, 0 for as narrow as the content, none where the content may decide.
fn widths(columns: &[Column], shares: &[u32]) -> Vec<Option<u32>> {
    let sum: u32 = shares.iter().sum();
    let plain = columns.iter().all(|column| column.weight <= 1);
    let width = |(column, share): (&Column, &u32)| match (column.weight, plain) {
        (0, _) => Some(0),
        (_, true) => None,
        _ => Some(((share * 20 + sum / 2) / sum.max(1) * 5).clamp(5, 95)),
    };
    columns.iter().zip(shares).map(width).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_narrow_column_of_dates_is_short() {
        let table = |weight: u8, cell: &str| Table {
            id: None,
            number: None,
            caption: Vec::new(),
            caption_hidden: false,
            look: TableLook::Words,
            row_headers: false,
            columns: vec![Column { title: Vec::new(), align: Align::Start, weight }],
            rows: vec![Row { id: None, cells: vec![crate::ir::plain(cell)] }],
            total: None,
        };
        assert!(is_short(&table(0, "28 de setiembre de 2026"), 0));
        assert!(!is_short(&table(1, "28 de setiembre de 2026"), 0), "it has a share of the width");
        assert!(!is_short(&table(0, "el 28 de setiembre de 2026"), 0));
    }

    #[test]
    fn widths_are_steps_of_five_hundredths() {
        let of = |weights: &[u8]| {
            let column = |weight: &u8| Column { title: Vec::new(), align: Align::Start, weight: *weight };
            let shares: Vec<u32> = weights.iter().map(|weight| u32::from(*weight)).collect();
            widths(&weights.iter().map(column).collect::<Vec<_>>(), &shares)
        };
        assert_eq!(of(&[1, 1, 1]), [None; 3]);
        assert_eq!(of(&[0, 1]), [Some(0), None]);
        assert_eq!(of(&[1, 3]), [Some(25), Some(75)]);
        assert_eq!(of(&[0, 255]), [Some(0), Some(95)]);
    }

    #[test]
    fn a_column_of_sentences_is_wider_than_one_of_words_that_was_meant_as_wide() {
        let column = |weight: u8| Column { title: Vec::new(), align: Align::Start, weight };
        let cell = |letters: usize| crate::ir::plain("a".repeat(letters));
        let table = |look: TableLook| Table {
            id: None,
            number: None,
            caption: Vec::new(),
            caption_hidden: true,
            look,
            row_headers: true,
            columns: [1, 3, 3].map(column).to_vec(),
            rows: vec![Row { id: None, cells: [9, 144, 16].map(cell).to_vec() }],
            total: None,
        };
        let of = |table: &Table| widths(&table.columns, &shares(table));
        assert_eq!(of(&table(TableLook::Words)), [Some(10), Some(70), Some(25)]);
        assert_eq!(of(&table(TableLook::Numbers)), [Some(15), Some(45), Some(45)]);
    }
}

//! What is printed to be cut out or hung up: cards, four to a sheet, and the poster.

use tera::Value;

use super::page::Writer;
use super::{Context, RenderError, context, drawing, map, markup};
use crate::ir::{Card, CardPart, CardRole, Figure, FigureSource, Inline, Poster, Tile, text_of};

/// Cards on an A4 sheet.
const A_SHEET: usize = 4;
/// Sizes of letters on a card in points: `s0` to `s4` of the style sheet.
const SIZES: [f64; 5] = [10.0, 9.2, 8.4, 7.6, 6.8];
/// What a card holds within its edges, in points: A6 without 9 mm on each side.
const ROOM: (f64, f64) = (246.0, 366.0);

/// Sizes of letters of the poster's standards in points: `p0` to `p7` of the style sheet, and the height they may take.
const POSTER_SIZES: [f64; 8] = [13.0, 11.8, 10.6, 9.6, 8.9, 8.2, 7.5, 6.8];
const POSTER_ROOM: f64 = 530.0;
/// With more standards than these the poster has three columns.
const TWO_COLUMNS: usize = 6;

impl Writer<'_> {
    /// The cards as sheets of four.
    pub fn sheets(&mut self, cards: &[Card]) -> Result<Value, RenderError> {
        let sheet = |sheet: &[Card]| {
            let cards = sheet.iter().map(|card| self.card(card)).collect::<Result<Vec<_>, _>>()?;
            Ok(Value::from(cards))
        };
        Ok(cards.chunks(A_SHEET).map(sheet).collect::<Result<Vec<_>, RenderError>>()?.into())
    }

    fn card(&mut self, card: &Card) -> Result<Value, RenderError> {
        let parts = card.parts.iter().map(|part| {
            let role = match part.role {
                CardRole::Say => "say",
                CardRole::Do => "do",
                CardRole::Within => "within",
                CardRole::Escalate => "escalates",
                CardRole::MakeGood => "promise",
            };
            let lines = part.lines.iter().map(|line| self.line(line)).collect::<Result<Vec<_>, _>>()?;
            Ok(map([("role", role.into()), ("label", part.label.as_str().into()), ("lines", lines.into())]))
        });
        let parts = parts.collect::<Result<Vec<_>, RenderError>>()?;
        let size = SIZES.iter().position(|size| height(card, *size) <= ROOM.1).unwrap_or(SIZES.len() - 1);
        let scan = match &card.scan {
            Some(figure) => self.scan(figure)?,
            None => Value::none(),
        };
        Ok(map([
            ("id", card.id.as_str().into()),
            ("code", card.code.as_deref().into()),
            ("over", card.over.as_str().into()),
            ("title", self.line(&card.title)?),
            ("parts", parts.into()),
            ("size", size.into()),
            ("scan", scan),
        ]))
    }

    fn scan(&mut self, figure: &Figure) -> Result<Value, RenderError> {
        let FigureSource::Drawing { svg, .. } = &figure.source else { return Ok(Value::none()) };
        self.drawings += 1;
        let prefix = format!("_d{}-", self.drawings);
        let nowhere = |anchor: &str| Err(RenderError(format!("a code leads to `{anchor}` within the manual")));
        let svg = drawing::embed(svg, &prefix, &figure.alt, &nowhere)?;
        Ok(map([("drawing", markup(&svg)), ("address", self.line(&figure.caption)?)]))
    }

    pub fn poster(&mut self, poster: &Poster) -> Result<Context, RenderError> {
        let tiles = poster.tiles.iter().map(|tile| {
            Ok(map([
                ("title", self.line(&tile.title)?),
                ("content", self.line(&tile.content)?),
                ("say_label", tile.say_label.as_str().into()),
                ("say", self.line(&tile.say)?),
            ]))
        });
        let tiles = tiles.collect::<Result<Vec<_>, RenderError>>()?;
        Ok(context([
            ("over", poster.over.as_str().into()),
            ("title", poster.title.as_str().into()),
            ("level", (self.level() + 1).min(6).into()),
            ("size", poster_size(poster).into()),
            ("tiles", tiles.into()),
            ("within_label", poster.within_label.as_str().into()),
            ("promises", self.cells(&poster.promises)?),
            ("foot", poster.foot.as_str().into()),
        ]))
    }
}

/// How many lines a text takes in letters of a size, roughly and rather too many: a page measures nothing without a script.
fn lines(text: &[Inline], width: f64, size: f64) -> f64 {
    let count = text_of(text).chars().count() as f64;
    // An average letter is somewhat less than half as wide as it is high; words do not fill their line.
    (count * size * 0.46 / width).ceil().max(1.0)
}

/// The same on a card, which has no room to spare: in wide letters, such as those of DejaVu or Verdana.
fn wide_lines(text: &[Inline], width: f64, size: f64) -> f64 {
    lines(text, width, size * 1.15)
}

/// The place in the sizes of the largest letters in which the standards fit on the poster.
fn poster_size(poster: &Poster) -> usize {
    let (columns, width) = if poster.tiles.len() > TWO_COLUMNS { (3, 128.0) } else { (2, 205.0) };
    let tile = |tile: &Tile, size: f64| {
        let said = match tile.say.is_empty() {
            true => 0.0,
            false => size * 1.6 + lines(&tile.say, width - 10.0, size) * size * 1.38,
        };
        10.0 + lines(&tile.title, width, size * 1.16) * size * 1.4
            + lines(&tile.content, width, size) * size * 1.32
            + said
    };
    let height = |size: f64| -> f64 {
        let rows = poster.tiles.chunks(columns);
        rows.map(|row| row.iter().map(|t| tile(t, size)).fold(6.0, f64::max) + 6.0).sum()
    };
    POSTER_SIZES.iter().position(|size| height(*size) <= POSTER_ROOM).unwrap_or(POSTER_SIZES.len() - 1)
}

/// How high a card comes out in letters of a size.
fn height(card: &Card, size: f64) -> f64 {
    let all = |part: &CardPart, width: f64, size: f64| -> f64 {
        part.lines.iter().map(|line| wide_lines(line, width, size)).sum()
    };
    let head = 22.0 + wide_lines(&card.title, ROOM.0, 14.0) * 16.5;
    let parts = card.parts.iter().map(|part| match part.role {
        CardRole::Say => all(part, ROOM.0 - 28.0, size * 1.14) * size * 1.55 + size * 2.6,
        CardRole::Do => all(part, ROOM.0 - size * 1.6, size) * size * 1.4 + size * 1.6,
        CardRole::Within | CardRole::Escalate | CardRole::MakeGood => {
            all(part, ROOM.0 - size * 7.6, size) * size * 1.32 + size * 0.5
        }
    });
    let gaps = 6.3 * (card.parts.len() + 1) as f64;
    let scan = if card.scan.is_some() { 68.0 } else { 0.0 };
    head + parts.sum::<f64>() + gaps + scan
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ir::plain;

    #[test]
    fn more_words_want_smaller_letters() {
        let card = |words: usize| Card {
            id: "c".into(),
            code: None,
            over: String::new(),
            title: plain("Momento"),
            parts: vec![CardPart {
                role: CardRole::Say,
                label: "Diga".into(),
                lines: vec![plain("palabra ".repeat(words))],
            }],
            scan: None,
        };
        let fits = |words: usize| SIZES.iter().filter(|size| height(&card(words), **size) <= ROOM.1).count();
        assert_eq!(fits(10), SIZES.len());
        assert!(fits(130) < SIZES.len() && fits(130) > 0, "{}", fits(130));
        assert_eq!(fits(500), 0);
    }
}

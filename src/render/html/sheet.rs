//! What is printed to be cut out or hung up: cards, four to a sheet, and the poster.

use tera::Value;

use super::page::Writer;
use super::{Context, RenderError, context, drawing, map, markup};
use crate::ir::{Card, CardRole, Figure, FigureSource, Inline, Poster, text_of};

/// Cards on an A4 sheet.
const A_SHEET: usize = 4;
/// Up to so many characters, a card is set in the largest letters, in the next, and so on.
const SIZES: [usize; 3] = [430, 620, 800];

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
        let said: usize = card.parts.iter().flat_map(|part| &part.lines).map(|line| length(line)).sum();
        let size = SIZES.iter().filter(|most| said > **most).count();
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
            ("tiles", tiles.into()),
            ("within_label", poster.within_label.as_str().into()),
            ("promises", self.cells(&poster.promises)?),
            ("foot", poster.foot.as_str().into()),
        ]))
    }
}

fn length(line: &[Inline]) -> usize {
    text_of(line).chars().count()
}

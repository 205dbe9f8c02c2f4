//! Typed details: values of the tables in `lang::details`, read with their places.
//!
//! A detail is read by its table, shown by its table and found by its path (`receipt.says`), so that no key can be read and
//! then forgotten. Everything is optional.

use crate::lang::details::{Field, Shape, Word};
use crate::parse::kind::Kind;
use crate::parse::prose::Text;
use crate::parse::reader::trace::Asked;
use crate::parse::reader::{Reader, Slot, Value, Variant};
use crate::span::{Span, Spanned};
use crate::values::{Decimal, Duration, Hours, Money, MonthDay, Percent, Recurrence, When};

/// What is said of a table's keys, in the table's order.
#[derive(Debug, Clone, Default)]
pub struct Details(pub Vec<Detail>);

/// One key and what is said.
#[derive(Debug, Clone)]
pub struct Detail {
    pub field: &'static Field,
    /// Where the value stands.
    pub span: Span,
    pub value: Said,
}

/// The value of a detail.
#[derive(Debug, Clone)]
pub enum Said {
    Words(Vec<Spanned<&'static Word>>),
    Codes(Vec<Spanned<String>>),
    Text(Text),
    Texts(Vec<Text>),
    Duration(Variant<Duration>),
    Never,
    Money(Variant<Money>),
    Percent(Variant<Percent>),
    Number(Decimal),
    Date(When),
    DayOfYear(MonthDay),
    Recurrence(Recurrence),
    Yes(bool),
    Hours(Hours),
    References(Kind, Vec<Spanned<String>>),
    Group(Details),
    Groups(Vec<Details>),
}

impl Details {
    /// Reads the keys of a table from a mapping.
    pub fn read(r: &mut Reader<'_, '_, '_>, table: &'static [Field]) -> Details {
        Details(table.iter().filter_map(|field| detail(r, field)).collect())
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The detail at a path of keys: `receipt.says`.
    pub fn get(&self, path: &str) -> Option<&Detail> {
        let (key, rest) = path.split_once('.').map_or((path, None), |(key, rest)| (key, Some(rest)));
        let detail = self.0.iter().find(|detail| detail.field.key == key)?;
        match (rest, &detail.value) {
            (None, _) => Some(detail),
            (Some(rest), Said::Group(inner)) => inner.get(rest),
            (Some(_), _) => None,
        }
    }

    /// The names of the words at a path.
    pub fn words(&self, path: &str) -> Vec<&'static str> {
        match self.get(path).map(|detail| &detail.value) {
            Some(Said::Words(words)) => words.iter().map(|word| word.value.name).collect(),
            _ => Vec::new(),
        }
    }
}

fn detail(r: &mut Reader<'_, '_, '_>, field: &'static Field) -> Option<Detail> {
    let slot = r.slot(field.key)?;
    let span = slot.span();
    let value = match field.shape {
        Shape::References(kind) => {
            let kind = Kind::from_name(kind)?;
            Said::References(kind, r.references(field.key, kind))
        }
        shape => said(slot, shape)?,
    };
    Some(Detail { field, span, value })
}

fn said(mut slot: Slot<'_, '_, '_>, shape: Shape) -> Option<Said> {
    if matches!(shape, Shape::Limit) {
        slot.asked(Asked::Choice(vec!["never"]));
    }
    Some(match shape {
        Shape::Word(words) => Said::Words(vec![word(slot, words)?]),
        Shape::Words(words) => Said::Words(slot.many(|slot| word(slot, words))),
        Shape::Codes => Said::Codes(slot.many(|slot| slot.word())),
        Shape::Text => Said::Text(slot.text()?),
        Shape::Texts => Said::Texts(slot.many(|slot| slot.text())),
        Shape::Limit if slot.scalar() == Some("never") => Said::Never,
        Shape::Duration | Shape::Limit => Said::Duration(slot.duration()?),
        Shape::Money => Said::Money(slot.money()?),
        Shape::Percent => Said::Percent(slot.percent()?),
        Shape::Number => Said::Number(slot.number()?.value),
        Shape::Date => Said::Date(slot.date()?.value),
        Shape::DayOfYear => {
            let path = slot.path().to_owned();
            let mut slot = slot;
            let day = slot.again().parsed(MonthDay::parse)?.value;
            slot.context().record(path, Value::DayOfYear(day));
            Said::DayOfYear(day)
        }
        Shape::Recurrence => Said::Recurrence(slot.recurrence()?.value),
        Shape::Yes => Said::Yes(slot.boolean()?.value),
        Shape::Hours => Said::Hours(super::hours::hours(slot)?.value),
        Shape::Group(table) => Said::Group(slot.map(|r| Details::read(r, table))?),
        Shape::Groups(table) => Said::Groups(slot.many(|slot| slot.map(|r| Details::read(r, table)))),
        Shape::References(_) => return None,
    })
}

fn word(slot: Slot<'_, '_, '_>, words: &'static [Word]) -> Option<Spanned<&'static Word>> {
    let choices: Vec<(&'static str, &'static Word)> = words.iter().map(|word| (word.name, word)).collect();
    slot.choice(&choices)
}

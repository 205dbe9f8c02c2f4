//! Customers (D1–D5, C2, C3, I3): segments, needs, customer types, surveys and outside sources.

use super::base::Base;
use super::details::Details;
use super::indicator::Dimension;
use super::message::Moment;
use crate::analysis::value::Relation;
use crate::lang::details::SURVEY;
use crate::parse::kind::Kind;
use crate::parse::prose::Text;
use crate::parse::reader::{Given, Reader, Slot, Variant};
use crate::span::{Span, Spanned};
use crate::values::{Decimal, Money, Percent, Period, Recurrence, Scale, When};

#[derive(Debug, Clone)]
pub struct Segment {
    pub base: Base,
    pub criteria: Option<Text>,
    pub size: Option<Text>,
    pub strategy: Option<Text>,
    pub value: Given<CustomerValue>,
}

/// The inputs of a customer's value over the relation (D3).
#[derive(Debug, Clone)]
pub struct CustomerValue {
    pub acquisition_cost: Option<Variant<Money>>,
    pub yearly_sales: Option<Variant<Money>>,
    pub yearly_cost: Option<Variant<Money>>,
    pub years: Option<Spanned<Decimal>>,
    pub discount_rate: Option<Variant<Percent>>,
}

impl CustomerValue {
    /// The inputs as numbers, with their currency, where all are there, in one currency, and none differs by case.
    pub fn relation(&self) -> Option<(Relation, &str)> {
        let money = |amount: &Option<Variant<Money>>| -> Option<Money> {
            let money = amount.as_ref()?.single()?;
            matches!(money.per.as_deref(), None | Some("year")).then(|| money.clone())
        };
        let sales = money(&self.yearly_sales)?;
        let (acquisition, cost) = (money(&self.acquisition_cost)?, money(&self.yearly_cost)?);
        if acquisition.currency != sales.currency || cost.currency != sales.currency {
            return None;
        }
        let relation = Relation {
            acquisition: acquisition.amount,
            yearly_sales: sales.amount,
            yearly_cost: cost.amount,
            years: self.years.as_ref()?.value,
            discount: self.discount_rate.as_ref()?.single()?.value,
        };
        let currency = &self.yearly_sales.as_ref()?.single()?.currency;
        Some((relation, currency))
    }
}

impl Segment {
    pub fn read(r: &mut Reader<'_, '_, '_>, at: Span) -> Segment {
        Segment {
            base: Base::read(r, at, "name"),
            criteria: r.text("criteria"),
            size: r.slot("size").and_then(Slot::value_text),
            strategy: r.text("strategy"),
            value: r.given("value", |slot| {
                slot.map(|r| CustomerValue {
                    acquisition_cost: r.money("acquisition_cost"),
                    yearly_sales: r.money("yearly_sales"),
                    yearly_cost: r.money("yearly_cost"),
                    years: r.slot("years").and_then(Slot::number),
                    discount_rate: r.percent("discount_rate"),
                })
            }),
        }
    }
}

/// The three kinds of needs after Kano.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum NeedKind {
    Basic,
    Performance,
    Delight,
}

#[derive(Debug, Clone)]
pub struct Need {
    pub base: Base,
    pub kind: Option<Spanned<NeedKind>>,
    pub segments: Vec<Spanned<String>>,
    pub statement: Option<Text>,
    pub sources: Vec<Spanned<String>>,
    pub strengths: Vec<Text>,
    pub weaknesses: Vec<Text>,
}

impl Need {
    pub fn read(r: &mut Reader<'_, '_, '_>, at: Span) -> Need {
        Need {
            base: Base::read(r, at, "name"),
            kind: r.choice(
                "kind",
                &[("basic", NeedKind::Basic), ("performance", NeedKind::Performance), ("delight", NeedKind::Delight)],
            ),
            segments: r.references("segments", Kind::Segments),
            statement: r.text("statement"),
            sources: r.references("source", Kind::Sources),
            strengths: r.texts("strengths"),
            weaknesses: r.texts("weaknesses"),
        }
    }
}

#[derive(Debug, Clone)]
pub struct CustomerType {
    pub base: Base,
    pub signs: Vec<Text>,
    pub treat: Vec<Text>,
    pub avoid: Vec<Text>,
    pub say: Option<Text>,
}

impl CustomerType {
    pub fn read(r: &mut Reader<'_, '_, '_>, at: Span) -> CustomerType {
        let base = Base::read(r, at, "name");
        CustomerType {
            base,
            signs: r.texts("signs"),
            treat: r.texts("treat"),
            avoid: r.texts("avoid"),
            say: r.text("say"),
        }
    }
}

#[derive(Debug, Clone)]
pub struct Survey {
    pub base: Base,
    pub method: Option<Text>,
    pub scale: Option<Spanned<Scale>>,
    pub frequency: Option<Spanned<Recurrence>>,
    pub sample: Option<Text>,
    pub instrument: Option<Text>,
    /// Asks the staff, the internal customer (D5).
    pub internal: bool,
    pub questions: Vec<Question>,
    pub results: Vec<SurveyResult>,
    pub details: Details,
}

#[derive(Debug, Clone)]
pub struct Question {
    pub id: Spanned<String>,
    pub ask: Option<Text>,
    pub dimension: Option<Spanned<Dimension>>,
    pub moment: Option<Spanned<Moment>>,
}

/// Both sides of perceived quality by characteristic (C2).
#[derive(Debug, Clone)]
pub struct SurveyResult {
    pub period: Spanned<Period>,
    pub sample: Option<Text>,
    pub dimensions: Vec<(Dimension, Option<Decimal>, Option<Decimal>)>,
}

impl Survey {
    pub fn read(r: &mut Reader<'_, '_, '_>, at: Span) -> Survey {
        Survey {
            base: Base::read(r, at, "name"),
            method: r.text("method"),
            scale: r.slot("scale").and_then(scale),
            frequency: r.recurrence("frequency"),
            sample: r.slot("sample").and_then(Slot::value_text),
            instrument: r.text("instrument"),
            internal: r.boolean("internal").is_some_and(|b| b.value),
            questions: r.slot("questions").map_or_else(Vec::new, |s| {
                s.entries(|id, slot| {
                    slot.map(|r| {
                        r.require("ask");
                        Question {
                            id,
                            ask: r.text("ask"),
                            dimension: r.choice("dimension", &Dimension::ALL),
                            moment: r.choice("moment", &Moment::ALL),
                        }
                    })
                })
            }),
            results: r.slot("results").map_or_else(Vec::new, |s| s.entries(survey_result)),
            details: Details::read(r, SURVEY),
        }
    }
}

fn scale(slot: Slot<'_, '_, '_>) -> Option<Spanned<Scale>> {
    let span = slot.span();
    if slot.is_list() {
        let words = slot.many(|s| s.word()).into_iter().map(|w| w.value).collect();
        return Some(Spanned { value: Scale::Words(words), span });
    }
    slot.parsed(Scale::parse)
}

fn survey_result(key: Spanned<String>, mut slot: Slot<'_, '_, '_>) -> Option<SurveyResult> {
    let period = match Period::parse(&key.value) {
        Ok(value) => Spanned { value, span: key.span },
        Err(error) => {
            let finding = crate::parse::value_error(&error, key.span, &key.value);
            slot.context().report(finding);
            return None;
        }
    };
    slot.map(|r| {
        let sample = r.slot("sample").and_then(Slot::value_text);
        let dimensions = r.map("dimensions", |r| {
            let mut list = Vec::new();
            for (name, dimension) in Dimension::ALL {
                let pair = r.map(name, |r| {
                    let number = |s: Slot<'_, '_, '_>| s.number().map(|n| n.value);
                    (r.slot("expected").and_then(number), r.slot("perceived").and_then(number))
                });
                if let Some((expected, perceived)) = pair {
                    list.push((dimension, expected, perceived));
                }
            }
            list
        });
        SurveyResult { period, sample, dimensions: dimensions.unwrap_or_default() }
    })
}

/// Documents and data from customers and others (I3).
#[derive(Debug, Clone)]
pub struct SourceDocument {
    pub base: Base,
    pub kind: Option<Spanned<SourceKind>>,
    pub from: Option<Text>,
    pub date: Option<Spanned<When>>,
    pub kept_by: Option<Text>,
    pub address: Option<Text>,
    pub summary: Option<Text>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SourceKind {
    Survey,
    Interview,
    Statistic,
    Document,
}

impl SourceDocument {
    pub fn read(r: &mut Reader<'_, '_, '_>, at: Span) -> SourceDocument {
        SourceDocument {
            base: Base::read(r, at, "name"),
            kind: r.choice(
                "kind",
                &[
                    ("survey", SourceKind::Survey),
                    ("interview", SourceKind::Interview),
                    ("statistic", SourceKind::Statistic),
                    ("document", SourceKind::Document),
                ],
            ),
            from: r.text("from"),
            date: r.date("date"),
            kept_by: r.slot("kept_by").and_then(Slot::linked_text),
            address: r.text("address"),
            summary: r.text("summary"),
        }
    }
}

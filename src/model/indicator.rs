//! Service-level indicators (A3), their results (C8) and the eight quality characteristics (C1).

use super::base::Base;
use super::details::Details;
use super::target::{TargetSpec, targets};
use crate::lang::details::INDICATOR;
use crate::parse::kind::Kind;
use crate::parse::prose::Text;
use crate::parse::reader::{Given, Reader, Slot, Variant};
use crate::span::{Span, Spanned};
use crate::values::{Decimal, Period, Quantity, Recurrence};

/// The eight characteristics by which a service's quality is measured (C1).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Dimension {
    Time,
    Timeliness,
    Completeness,
    Courtesy,
    Consistency,
    Accessibility,
    Accuracy,
    Responsiveness,
}

impl Dimension {
    pub const ALL: [(&'static str, Dimension); 8] = [
        ("time", Dimension::Time),
        ("timeliness", Dimension::Timeliness),
        ("completeness", Dimension::Completeness),
        ("courtesy", Dimension::Courtesy),
        ("consistency", Dimension::Consistency),
        ("accessibility", Dimension::Accessibility),
        ("accuracy", Dimension::Accuracy),
        ("responsiveness", Dimension::Responsiveness),
    ];
}

/// What is measured of every channel: how soon somebody answers, who gives up, what the first contact settles, how content
/// customers are, how well they were served, and what they complain of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Metric {
    Speed,
    Abandonment,
    FirstContact,
    Satisfaction,
    Quality,
    Complaints,
}

impl Metric {
    pub const ALL: [(&'static str, Metric); 6] = [
        ("speed", Metric::Speed),
        ("abandonment", Metric::Abandonment),
        ("first_contact", Metric::FirstContact),
        ("satisfaction", Metric::Satisfaction),
        ("quality", Metric::Quality),
        ("complaints", Metric::Complaints),
    ];
}

/// Which way a result is better.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    Higher,
    Lower,
    Range,
}

#[derive(Debug, Clone)]
pub struct Indicator {
    pub base: Base,
    /// The service it was written in, if any.
    pub service: Option<String>,
    pub dimensions: Vec<Spanned<Dimension>>,
    /// What it measures of a channel, where its dimension does not say so.
    pub metrics: Vec<Spanned<Metric>>,
    /// The channels it is about; none for all of them.
    pub channels: Vec<Spanned<String>>,
    pub segments: Vec<Spanned<String>>,
    pub sites: Vec<Spanned<String>>,
    pub definition: Option<Text>,
    pub formula: Option<Text>,
    pub unit: Option<Text>,
    /// All must hold.
    pub targets: Given<Vec<TargetSpec>>,
    pub direction: Option<Spanned<Direction>>,
    pub tolerance: Option<Variant<Quantity>>,
    /// The span of time over which a result is counted, in words or as a duration.
    pub window: Option<Text>,
    pub frequency: Option<Spanned<Recurrence>>,
    pub source: Option<Text>,
    pub objectives: Vec<Spanned<String>>,
    /// Suppliers and alliances on whom the result rests.
    pub suppliers: Vec<Spanned<String>>,
    pub alliances: Vec<Spanned<String>>,
    pub baseline: Option<Text>,
    /// Measures the satisfaction of staff, the internal customer (D5).
    pub internal: bool,
    pub results: Vec<PeriodResult>,
    pub details: Details,
}

/// A result of one period.
#[derive(Debug, Clone)]
pub struct PeriodResult {
    pub period: Spanned<Period>,
    pub value: ResultValue,
    /// The cases counted, where they are written beside a value: some of all.
    pub counted: Option<(Decimal, Decimal)>,
    pub provisional: bool,
    /// The recorded action that answers a missed target.
    pub action: Option<Text>,
    pub note: Option<Text>,
    pub span: Span,
}

impl PeriodResult {
    /// Whether it is due and not yet measured.
    pub fn is_blank(&self) -> bool {
        matches!(self.value, ResultValue::Blank)
    }
}

/// Blank, zero and not applicable differ.
#[derive(Debug, Clone)]
pub enum ResultValue {
    Fraction {
        numerator: Decimal,
        denominator: Decimal,
    },
    Value(Quantity),
    NotApplicable(Text),
    /// Due, and not yet measured.
    Blank,
    /// Written, but not readable: reported already.
    Unreadable,
}

impl Indicator {
    /// Which way its values get better, where it says so.
    pub fn better(&self) -> Option<crate::values::Direction> {
        self.direction.as_ref().map(|direction| match direction.value {
            Direction::Higher => crate::values::Direction::Higher,
            Direction::Lower => crate::values::Direction::Lower,
            Direction::Range => crate::values::Direction::Range,
        })
    }

    pub fn read(r: &mut Reader<'_, '_, '_>, at: Span) -> Indicator {
        let base = Base::read(r, at, "name");
        let dimensions = r.many("dimension", |s| s.choice(&Dimension::ALL));
        let mut objectives = r.references("objectives", Kind::Objectives);
        objectives.extend(r.references("objective", Kind::Objectives));
        Indicator {
            base,
            service: None,
            dimensions,
            metrics: r.many("metric", |s| s.choice(&Metric::ALL)),
            channels: r.references("channel", Kind::Channels),
            segments: r.references("segment", Kind::Segments),
            sites: r.references("site", Kind::Sites),
            definition: r.text("definition"),
            formula: r.text("formula"),
            unit: r.text("unit"),
            targets: targets(r),
            direction: r.choice(
                "direction",
                &[("higher", Direction::Higher), ("lower", Direction::Lower), ("range", Direction::Range)],
            ),
            tolerance: r.quantity("tolerance"),
            window: r.slot("window").and_then(|s| s.value_text()),
            frequency: r.recurrence("frequency"),
            source: r.text("source"),
            objectives,
            suppliers: r.references("suppliers", Kind::Suppliers),
            alliances: r.references("alliances", Kind::Alliances),
            baseline: r.text("baseline"),
            internal: r.boolean("internal").is_some_and(|b| b.value),
            details: Details::read(r, INDICATOR),
            results: r.slot("results").map_or_else(Vec::new, results),
        }
    }

    /// The last period of which something is known.
    pub fn last_result(&self) -> Option<&PeriodResult> {
        self.results.iter().filter(|r| !r.is_blank()).max_by_key(|r| r.period.value.start())
    }
}

/// A mapping from periods to results; also the content of `results.yaml` for one indicator.
pub fn results(slot: Slot<'_, '_, '_>) -> Vec<PeriodResult> {
    slot.entries(|key, mut slot| {
        let span = slot.span();
        let period = match Period::parse(&key.value) {
            Ok(value) => Spanned { value, span: key.span },
            Err(error) => {
                let finding = crate::parse::value_error(&error, key.span, &key.value);
                slot.context().report(finding);
                return None;
            }
        };
        if !slot.is_map() {
            let value = match slot.is_blank() {
                true => ResultValue::Blank,
                false => slot.one_quantity().map_or(ResultValue::Unreadable, |q| ResultValue::Value(q.value)),
            };
            return Some(PeriodResult {
                period,
                value,
                counted: None,
                provisional: false,
                action: None,
                note: None,
                span,
            });
        }
        slot.map(|r| {
            let number = |s: Slot<'_, '_, '_>| s.number().map(|n| n.value);
            let numerator = r.slot("numerator").and_then(number);
            let denominator = r.slot("denominator").and_then(number);
            let value = r.slot("value").and_then(Slot::one_quantity);
            let not_applicable = r.text("not_applicable");
            let counted = numerator.zip(denominator).filter(|_| value.is_some());
            let value = match (numerator, denominator, value, not_applicable) {
                (_, _, _, Some(reason)) => ResultValue::NotApplicable(reason),
                (_, _, Some(value), _) => ResultValue::Value(value.value),
                (Some(numerator), Some(denominator), _, _) => ResultValue::Fraction { numerator, denominator },
                _ if r.has("numerator") => {
                    r.require("denominator");
                    ResultValue::Unreadable
                }
                _ if r.has("denominator") => {
                    r.require("numerator");
                    ResultValue::Unreadable
                }
                // A value that is written and was not read, or a result that says nothing at all.
                _ if r.has("value") || r.pairs().is_empty() || r.is_blank("not_applicable") => {
                    r.require("value");
                    ResultValue::Unreadable
                }
                _ => ResultValue::Blank,
            };
            let provisional = r.choice("status", &[("provisional", true), ("final", false)]);
            PeriodResult {
                period,
                value,
                counted,
                provisional: provisional.is_some_and(|p| p.value),
                action: r.text("action"),
                note: r.text("note"),
                span,
            }
        })
    })
}

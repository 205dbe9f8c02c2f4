//! Errors of values → findings with words and an example.

use super::entries;
use crate::diag::Diagnostic;
use crate::lang::Text;
use crate::span::Span;
use crate::values::{Expectation, ValueError};

/// The finding for a scalar that does not follow the grammar of its kind of value.
pub fn value_error(error: &ValueError, span: Span) -> Diagnostic {
    let bad = |what: Expectation, found: &str| {
        let (expected, example) = expectation(what);
        Diagnostic::new(&entries::BAD_VALUE, span).arg("found", found).arg("expected", expected).arg("example", example)
    };
    match error {
        ValueError::AmbiguousDays { amount } => Diagnostic::new(&entries::AMBIGUOUS_DAYS, span)
            .arg("found", format!("{amount} days"))
            .arg("amount", amount.as_str()),
        ValueError::Expected { what, found } => bad(*what, found),
        ValueError::UnknownUnit { unit, near } => near_help(bad(Expectation::Duration, unit), *near),
        ValueError::UnknownWord { what, word, near } => near_help(bad(*what, word), *near),
        ValueError::ReversedRange { low, high } => bad(Expectation::Range, &format!("{low}..{high}")),
        ValueError::MixedRange { low, high } => bad(Expectation::Range, &format!("{low}..{high}")),
        ValueError::BadDate { found } => bad(Expectation::Date, found),
        ValueError::BadTime { found } => bad(Expectation::Time, found),
        ValueError::DecimalComma { found, meant } => {
            bad(Expectation::Number, found).arg("near", meant.as_str()).help(entries::DID_YOU_MEAN)
        }
        ValueError::Negative { found } | ValueError::TooLarge { found } => bad(Expectation::Number, found),
        ValueError::EmptyTimeRange { found } => bad(Expectation::TimeRange, found),
        ValueError::Overlap { first, second, .. } => {
            Diagnostic::new(&entries::OVERLAPPING_HOURS, span).arg("found", format!("{first}, {second}"))
        }
        ValueError::RepeatedDay { day } => {
            let name = format!("{day:?}").to_lowercase();
            Diagnostic::new(&entries::DUPLICATE_KEY, span).arg("key", name.get(..3).unwrap_or("").to_owned())
        }
    }
}

fn near_help(finding: Diagnostic, near: Option<&'static str>) -> Diagnostic {
    match near {
        Some(near) => finding.arg("near", near).help(entries::DID_YOU_MEAN),
        None => finding,
    }
}

/// What a kind of value is called, and one as an example.
fn expectation(what: Expectation) -> (Text, &'static str) {
    let text = |es, en, pt| Text { es, en, pt };
    match what {
        Expectation::Duration => (text("una duración", "a duration", "uma duração"), "24 business hours"),
        Expectation::Percent => (text("un porcentaje", "a percentage", "uma porcentagem"), "95 %"),
        Expectation::Money => {
            (text("un monto con su moneda", "an amount with its currency", "um valor com sua moeda"), "30 PEN")
        }
        Expectation::Number => (text("un número", "a number", "um número"), "2.5"),
        Expectation::Rate => (text("una cantidad", "a count or rate", "uma quantidade"), "22 per day"),
        Expectation::Quantity => (
            text("una cantidad con su unidad", "a quantity with its unit", "uma quantidade com sua unidade"),
            "3 business days",
        ),
        Expectation::Range => (
            text("un intervalo de menor a mayor", "a range from low to high", "um intervalo do menor ao maior"),
            "8..20",
        ),
        Expectation::Comparison => (text("una comparación", "a comparison", "uma comparação"), "\">= 95 %\""),
        Expectation::Date => (text("una fecha", "a date", "uma data"), "2026-11-02"),
        Expectation::MonthDay => (text("un día del año", "a day of the year", "um dia do ano"), "12-25"),
        Expectation::Period => (text("un período", "a period", "um período"), "2026-09"),
        Expectation::Recurrence => (text("una frecuencia", "a recurrence", "uma frequência"), "monthly"),
        Expectation::DayOfPeriod => {
            (text("un día de cada período", "a day of each period", "um dia de cada período"), "day 5 of each month")
        }
        Expectation::Hours => (text("un horario", "opening hours", "um horário"), "{ mon..fri: 08:00-18:00 }"),
        Expectation::Time => (text("una hora", "a time", "uma hora"), "08:30"),
        Expectation::TimeRange => {
            (text("una franja horaria", "a range of time", "uma faixa de horário"), "08:30-18:00")
        }
        Expectation::Weekday => (text("un día de la semana", "a day of the week", "um dia da semana"), "mon"),
        Expectation::Closed => (text("un día de cierre", "a day of closure", "um dia de fechamento"), "12-25"),
        Expectation::Ratio => (text("una proporción", "a ratio", "uma proporção"), "1 per 20"),
        Expectation::Scale => (text("una escala", "a scale", "uma escala"), "0..10"),
    }
}

//! Errors of values → findings with words and an example.

use super::entries;
use super::meant::{last_of_month, meant};
use crate::diag::Diagnostic;
use crate::lang::Text;
use crate::span::Span;
use crate::values::{Expectation, ValueError};

/// The finding for a scalar that does not follow the grammar of its kind of value. `written` is the scalar.
pub fn value_error(error: &ValueError, span: Span, written: &str) -> Diagnostic {
    let bad = |what: Expectation, found: &str| {
        let (expected, example) = expectation(what);
        let finding = Diagnostic::new(&entries::BAD_VALUE, span)
            .arg("found", found)
            .arg("expected", expected)
            .arg("example", example);
        match meant(what, written) {
            Some(near) => finding.arg("near", near).help(entries::DID_YOU_MEAN),
            None => finding,
        }
    };
    let near_help = |finding: Diagnostic, word: &str, near: Option<&'static str>| match near {
        Some(near) if finding.help.is_none() => {
            // The whole value with the one word changed is what can be typed.
            let near = if word.is_empty() { near.to_owned() } else { written.trim().replacen(word, near, 1) };
            finding.arg("near", near).help(entries::DID_YOU_MEAN)
        }
        _ => finding,
    };
    match error {
        ValueError::AmbiguousDays { amount } => {
            Diagnostic::new(&entries::AMBIGUOUS_DAYS, span).arg("found", written.trim()).arg("amount", amount.as_str())
        }
        ValueError::Expected { what, .. } => bad(*what, written.trim()),
        ValueError::UnknownUnit { unit, near } => {
            let what = match near {
                _ if written.contains("por ") => Expectation::Rate,
                None if meant(Expectation::Money, written).is_some() => Expectation::Money,
                _ => Expectation::Duration,
            };
            near_help(bad(what, written.trim()), unit, *near)
        }
        ValueError::UnknownWord { what, word, near } => near_help(bad(*what, written.trim()), word, *near),
        ValueError::ReversedRange { low, high } => bad(Expectation::Range, &format!("{low}..{high}")),
        ValueError::MixedRange { low, high } => bad(Expectation::Range, &format!("{low}..{high}")),
        ValueError::BadDate { found } => match last_of_month(found) {
            Some(last) => bad(Expectation::Date, found).arg("near", last).help(entries::NO_SUCH_DAY),
            None => bad(Expectation::Date, found),
        },
        ValueError::BadTime { .. } => bad(Expectation::Time, written.trim()),
        ValueError::DecimalComma { found, meant } => {
            let whole = written.trim().replacen(found.as_str(), meant, 1);
            decimal_comma(written.trim(), &whole, span)
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

/// The finding for a number with a decimal comma, and what was meant.
pub fn decimal_comma(found: &str, near: &str, span: Span) -> Diagnostic {
    Diagnostic::new(&entries::BAD_VALUE, span)
        .arg("found", found)
        .arg("expected", NUMBER_WITH_POINT)
        .arg("example", near)
        .arg("near", near)
        .help(entries::DID_YOU_MEAN)
}

const NUMBER_WITH_POINT: Text = Text {
    es: "un número: los decimales llevan punto y los miles van sin signo",
    en: "a number: decimals take a point, thousands no sign",
    pt: "um número: os decimais levam ponto e os milhares vão sem sinal",
};

/// The finding for a number such as `3.000`, three thousand to many and three to others; a share has its decimals.
pub fn ambiguous_number(written: &str, span: Span) -> Option<Diagnostic> {
    let written = written.trim();
    let end = written.find(|c: char| !(c.is_ascii_digit() || c == '.')).unwrap_or(written.len());
    let (whole, decimals) = written[..end].split_once('.')?;
    let rest = &written[end..];
    let plain = (1..=3).contains(&whole.len()) && !whole.starts_with('0') && decimals.len() == 3;
    if !plain
        || !decimals.bytes().all(|b| b.is_ascii_digit())
        || rest.trim_start().starts_with('%')
        || rest.starts_with("..")
    {
        return None;
    }
    let short = decimals.trim_end_matches('0');
    let point = if short.is_empty() { String::new() } else { format!(".{}", &decimals[..short.len().max(2)]) };
    // Three decimals that end in no zero cannot be written in another way, and are meant.
    if short.len() == 3 {
        return None;
    }
    Some(
        Diagnostic::new(&entries::AMBIGUOUS_NUMBER, span)
            .arg("found", written)
            .arg("thousands", format!("{whole}{decimals}{rest}"))
            .arg("decimals", format!("{whole}{point}{rest}")),
    )
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

//! Errors of values → findings with words and an example.

use super::entries;
use super::meant::{amount, bare_days, is_certain, last_of_month, meant, shared_currency};
use crate::diag::Diagnostic;
use crate::lang::Text;
use crate::span::Span;
use crate::values::{Expectation, Money, Quantity, ValueError, plain_number};

/// What is known of the place of a value.
#[derive(Debug, Clone, Copy, Default)]
pub struct Place<'a> {
    /// The key whose value it is.
    pub key: &'a str,
    /// Where in the entry it stands: `offering.price`.
    pub path: &'a str,
    /// The code of the manual's currency.
    pub currency: Option<&'a str>,
}

/// The finding for a scalar that does not follow the grammar of its kind of value. `written` is the scalar.
pub fn value_error(error: &ValueError, span: Span, written: &str) -> Diagnostic {
    value_error_at(Place::default(), error, span, written)
}

/// The same for a value of which the key is known, so that the example is one of what the key wants.
pub fn value_error_at(place: Place<'_>, error: &ValueError, span: Span, written: &str) -> Diagnostic {
    let bad = |what: Expectation, found: &str| {
        let counted = matches!(what, Expectation::Quantity | Expectation::Rate);
        let what = if counted && shared_currency(written).is_some() { Expectation::Money } else { what };
        let finding = Diagnostic::new(&entries::BAD_VALUE, span)
            .arg("found", found)
            .arg("expected", expectation(what).0)
            .arg("example", example(place, what, written));
        let near = meant(what, written, place.currency);
        if let Some(near) = near {
            let certain = is_certain(what, written);
            let finding = finding.arg("near", near.as_str()).help(entries::DID_YOU_MEAN);
            return if certain { finding.edit(span, near) } else { finding };
        }
        if let Some(span) = price_span(place, written) {
            return finding.arg("near", span).help(entries::PRICE_SPAN);
        }
        match shared_currency(written).filter(|_| is_money(place, what)) {
            Some(amount) => finding.arg("amount", amount).help(entries::CURRENCY_CODE),
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
        ValueError::AmbiguousDays { amount } => ambiguous_days(amount, written, span),
        ValueError::Expected { what, .. } => {
            let days = matches!(what, Expectation::Duration | Expectation::Quantity).then(|| bare_days(written));
            match days.flatten() {
                Some(amount) => ambiguous_days(&amount, written, span),
                None => bad(if is_money(place, *what) { Expectation::Money } else { *what }, written.trim()),
            }
        }
        ValueError::UnknownUnit { unit, near } => {
            if let (None, Some(amount)) = (near, bare_days(written)) {
                return ambiguous_days(&amount, written, span);
            }
            // Signs and names of money are refused by the grammar of counts, and so is all that no word can hold.
            let counted = unit.contains(['%', '/', '<', '>', '=']) || unit.starts_with(|c: char| c.is_ascii_digit());
            let is_amount = || {
                let near = meant(Expectation::Money, written, place.currency.filter(|_| MONEY.contains(&place.key)));
                near.is_some() || shared_currency(written).is_some() || MONEY.contains(&place.key)
            };
            let what = match near {
                _ if written.contains("por ") => Expectation::Rate,
                None if is_amount() => Expectation::Money,
                None if counted => Expectation::Quantity,
                _ => Expectation::Duration,
            };
            near_help(bad(what, written.trim()), unit, *near)
        }
        ValueError::UnknownWord { what, word, near } => near_help(bad(*what, written.trim()), word, *near),
        ValueError::ReversedRange { low, high } => {
            // The ends in their order are what was meant.
            let range = format!("{low}..{high}");
            let turned = written.trim().replacen(&range, &format!("{high}..{low}"), 1);
            let finding = bad(Expectation::Range, &range);
            if turned == written.trim() {
                return finding;
            }
            // From nine to two are the same days as from two to nine.
            finding.arg("near", turned.as_str()).help(entries::DID_YOU_MEAN).edit(span, turned)
        }
        ValueError::MixedRange { low, high } => bad(Expectation::Range, &format!("{low}..{high}")),
        ValueError::BadDate { found } => match last_of_month(found) {
            Some(last) => bad(Expectation::Date, found).arg("near", last).help(entries::NO_SUCH_DAY),
            None => bad(Expectation::Date, found),
        },
        ValueError::BadTime { .. } => bad(Expectation::Time, written.trim()),
        ValueError::DecimalComma { found, meant } => {
            let whole = written.trim().replacen(found.as_str(), meant, 1);
            if price_span(place, &whole).is_some() {
                return bad(Expectation::Money, written.trim());
            }
            euros(decimal_comma(written.trim(), &readable(place, whole), span), written, span)
        }
        ValueError::Negative { found } => instead(bad(Expectation::Number, found), FROM_ZERO),
        // What is refused for its size is never what was meant.
        ValueError::TooLarge { found } => instead(refused(place, Expectation::Number, found, span), WITHIN_REASON),
        ValueError::TooLong { found } => instead(refused(place, Expectation::Duration, found, span), WITHIN_LIVES),
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

/// What to write for a price from one amount to another: `45.50 € a 90 €`.
fn price_span(place: Place<'_>, written: &str) -> Option<String> {
    let written = written.trim();
    let span = written.strip_prefix("desde ").or_else(|| written.strip_prefix("de ")).unwrap_or(written);
    let (low, high) =
        [" a ", " hasta ", " até ", " to ", " - ", "..", "–", "-"].iter().find_map(|to| span.split_once(to))?;
    let amount = |text: &str| match Money::parse(text.trim()) {
        Ok(_) => Some(text.trim().to_owned()),
        Err(_) => meant(Expectation::Money, text, place.currency),
    };
    let (low, high) = (amount(low)?, amount(high)?);
    let is_price = place.key == "price" && place.path.starts_with("offering");
    is_price.then(|| format!("price: {{ minimum: {low}, maximum: {high} }}"))
}

/// A finding that offers nothing near to what was written.
fn refused(place: Place<'_>, what: Expectation, found: &str, span: Span) -> Diagnostic {
    Diagnostic::new(&entries::BAD_VALUE, span)
        .arg("found", found)
        .arg("expected", expectation(what).0)
        .arg("example", example(place, what, ""))
}

/// The finding with other words for what is expected.
fn instead(mut finding: Diagnostic, expected: Text) -> Diagnostic {
    finding.args.retain(|(name, _)| *name != "expected");
    finding.arg("expected", expected)
}

const FROM_ZERO: Text =
    Text { es: "un número de cero en adelante", en: "a number from zero upwards", pt: "um número de zero em diante" };
const WITHIN_LIVES: Text = Text {
    es: "un tiempo de hasta mil años",
    en: "a time of at most a thousand years",
    pt: "um tempo de até mil anos",
};
const WITHIN_REASON: Text = Text {
    es: "un número que quepa, de hasta doce cifras y diez decimales",
    en: "a number that fits, of at most twelve digits and ten decimals",
    pt: "um número que caiba, de até doze algarismos e dez decimais",
};

/// The finding for days that are neither business nor calendar.
fn ambiguous_days(amount: &str, written: &str, span: Span) -> Diagnostic {
    let day = if amount == "1" { "day" } else { "days" };
    Diagnostic::new(&entries::AMBIGUOUS_DAYS, span)
        .arg("found", written.trim())
        .arg("business", format!("{amount} business {day}"))
        .arg("calendar", format!("{amount} calendar {day}"))
}

/// A value whose number has been put right, with its words put right too: `4.5 horas` → `4.5 hours`.
fn readable(place: Place<'_>, value: String) -> String {
    let known = [Expectation::Duration, Expectation::Percent, Expectation::Quantity];
    match Quantity::parse(&value) {
        Ok(_) => value,
        Err(_) => known.into_iter().find_map(|what| meant(what, &value, place.currency)).unwrap_or(value),
    }
}

/// Keys whose quantity is an amount of money.
const MONEY: [&str; 9] =
    ["price", "amount", "fee", "cap", "unit_cost", "cost", "acquisition_cost", "yearly_sales", "yearly_cost"];
/// Keys whose rate is a bare count.
const COUNTS: [&str; 9] =
    ["quantity", "count", "copies", "stock", "minimum", "reorder_point", "safety_stock", "places", "backlog_limit"];

/// Whether a value should have been an amount of money.
fn is_money(place: Place<'_>, what: Expectation) -> bool {
    what == Expectation::Money || what == Expectation::Quantity && MONEY.contains(&place.key)
}

/// A value of the kind that a key wants, in the author's own number and currency where they are known.
fn example(place: Place<'_>, what: Expectation, written: &str) -> String {
    match what {
        _ if is_money(place, what) => {
            let number = amount(written.trim()).map_or_else(|| "30".to_owned(), |(number, _)| number);
            format!("{number} {}", place.currency.unwrap_or("PEN"))
        }
        Expectation::Rate if COUNTS.contains(&place.key) => "2".to_owned(),
        Expectation::Quantity if COUNTS.contains(&place.key) => "20".to_owned(),
        Expectation::Quantity if matches!(place.key, "handling_time" | "patience") => "8 minutes".to_owned(),
        Expectation::Quantity if place.key == "hours" => "40 hours per week".to_owned(),
        _ => expectation(what).1.to_owned(),
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

/// The finding for a number that its comma cut in two within braces: `{ share: 99,5 % }`, where `5 %` became a key.
pub fn cut_number(place: Place<'_>, whole: &str, rest: &str, span: Span) -> Diagnostic {
    let found = format!("{whole},{rest}");
    let len = rest.find(|c: char| !(c.is_ascii_digit() || c == '.')).unwrap_or(rest.len());
    let start = whole
        .rfind(|c: char| !c.is_ascii_digit())
        .map_or(0, |at| at + whole[at..].chars().next().map_or(1, char::len_utf8));
    let number = plain_number(&format!("{},{}", &whole[start..], &rest[..len]));
    let near = number.map_or_else(|| found.clone(), |number| format!("{}{number}{}", &whole[..start], &rest[len..]));
    let near = match place.key {
        "price" if price_span(place, &near).is_some() => {
            return value_error_at(place, &ValueError::expected(Expectation::Money, &near), span, &near);
        }
        // A share without its sign would be refused again.
        "share" | "margin" | "price_covers" => meant(Expectation::Percent, &near, None).unwrap_or(near),
        _ => readable(place, near),
    };
    euros(decimal_comma(&found, &near, span), &found, span)
}

/// The finding with the edit that an amount in euros with its cents has for certain.
fn euros(finding: Diagnostic, written: &str, span: Span) -> Diagnostic {
    let near = meant(Expectation::Money, written, None).filter(|_| is_certain(Expectation::Money, written));
    match near {
        Some(near) => finding.edit(span, near),
        None => finding,
    }
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

/// A value as an example of its kind.
pub(in crate::parse) fn specimen(what: Expectation) -> &'static str {
    expectation(what).1
}

/// What a kind of value is called, and one as an example.
pub fn expectation(what: Expectation) -> (Text, &'static str) {
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
        Expectation::Closed => (
            text(
                "una fecha de feriado o de cierre",
                "a date of a holiday or of closure",
                "uma data de feriado ou de fechamento",
            ),
            "12-25",
        ),
        Expectation::Ratio => (text("una proporción", "a ratio", "uma proporção"), "1 per 20"),
        Expectation::Scale => (text("una escala", "a scale", "uma escala"), "0..10"),
    }
}

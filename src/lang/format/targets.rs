//! Targets in words.

use super::super::{Lang, Locale};
use super::dates::{day_of_period, every};
use super::numbers::{compared, counted, duration, number, percent_bound, quantity, range};
use super::{nouns, pick};
use crate::values::{Bound, DayOfPeriod, Decimal, Duration, Op, Percent, Quantity, Scale, ScorePart, Target};

/// What is said of a value that holds in all cases but those beside it.
pub fn other_cases(locale: Locale) -> &'static str {
    pick(locale, "en los demás casos", "in all other cases", "nos demais casos")
}

/// A target: «95 % en 24 horas hábiles», «máximo 3 días hábiles».
pub fn target(locale: Locale, value: &Target) -> String {
    match value {
        Target::ShareWithin { share, within, strict } => share_within(locale, share, within, *strict),
        Target::Share(share) => share_of_cases(locale, share),
        Target::Maximum(bound) => match bound.op {
            None | Some(Op::AtMost) => {
                format!("{} {}", pick(locale, "máximo", "at most", "no máximo"), quantity(locale, &bound.value))
            }
            op => compared(locale, op, &bound.value),
        },
        Target::Minimum(bound) => match bound.op {
            None | Some(Op::AtLeast) => {
                format!("{} {}", pick(locale, "mínimo", "at least", "no mínimo"), quantity(locale, &bound.value))
            }
            op => compared(locale, op, &bound.value),
        },
        Target::Mean(bound) => {
            let unsigned_time = bound.op.is_none() && matches!(bound.value, Quantity::Duration(_));
            let op = if unsigned_time { Some(Op::AtMost) } else { bound.op };
            let mean = pick(locale, "en promedio", "on average", "em média");
            format!("{} {mean}", compared(locale, op, &bound.value))
        }
        Target::Count(bound) => compared(locale, Some(bound.op_or(Op::AtLeast)), &Quantity::Rate(bound.value.clone())),
        Target::Every(interval) => {
            format!(
                "{} {}",
                pick(locale, "al menos una vez", "at least once", "pelo menos uma vez"),
                every(locale, interval)
            )
        }
        Target::Range(value) => range(locale, value),
        Target::Ratio { amount, unit, of, of_unit } => {
            let each = pick(locale, "por cada", "for every", "para cada");
            format!("{} {each} {}", so_many(locale, amount, unit.as_deref()), so_many(locale, of, of_unit.as_deref()))
        }
        Target::Scores { parts, scale: of } => {
            let parts: Vec<String> = parts.iter().map(|part| score_part(locale, part, of)).collect();
            format!("{} ({})", parts.join("; "), scale(locale, of))
        }
        Target::Coverage { amount, of, each, share } => coverage(locale, amount, of, each, share.as_ref()),
        Target::ByDate(day) => by_date(locale, day),
        Target::BetterThan { than, baseline } => {
            let better =
                format!("{} {}", pick(locale, "mejor que", "better than", "melhor que"), earlier(locale, than));
            match baseline {
                Some(baseline) => format!("{better} ({})", quantity(locale, baseline)),
                None => better,
            }
        }
        Target::None { reason } => {
            let none = pick(locale, "sin meta", "no target", "sem meta");
            if reason.is_empty() { none.to_string() } else { format!("{none}: {reason}") }
        }
    }
}

/// «95 % en 24 horas hábiles»: a share within a time is read as at least, so that no sign needs no words.
fn share_within(locale: Locale, share: &Bound<Percent>, within: &Duration, strict: bool) -> String {
    let time = duration(locale, within);
    let time = match (locale.lang, within.low) {
        (Lang::Es, _) if strict => format!("en menos de {time}"),
        (Lang::En, _) if strict => format!("in under {time}"),
        (Lang::Pt, _) if strict => format!("em menos de {time}"),
        (Lang::Es, Some(_)) => format!("en un plazo {time}"),
        (Lang::Pt, Some(_)) => format!("em um prazo {time}"),
        _ => format!("{} {time}", pick(locale, "en", "within", "em")),
    };
    format!("{} {time}", percent_bound(locale, share))
}

/// «al menos 90 %»; all is said as all.
fn share_of_cases(locale: Locale, share: &Bound<Percent>) -> String {
    let whole = share.op.is_none() && share.value.value == Decimal::ONE_HUNDRED;
    let op = if whole { None } else { Some(share.op_or(Op::AtLeast)) };
    percent_bound(locale, &Bound { op, value: share.value.clone() })
}

fn so_many(locale: Locale, amount: &Decimal, unit: Option<&str>) -> String {
    match unit {
        Some(unit) => format!("{} {}", number(locale, amount), counted(locale, amount, unit)),
        None => number(locale, amount),
    }
}

/// «al menos 95 % puntúa 7 o más».
fn score_part(locale: Locale, part: &ScorePart, scale: &Scale) -> String {
    let share = share_of_cases(locale, &part.share);
    let op = part.score.op_or(Op::AtLeast);
    let score = match scale {
        Scale::Words(_) => {
            let word = &part.score.value;
            let quoted = pick(locale, format!("«{word}»"), format!("“{word}”"), format!("“{word}”"));
            match op {
                Op::AtLeast => format!("{quoted} {}", pick(locale, "o mejor", "or better", "ou melhor")),
                Op::MoreThan => format!("{} {quoted}", pick(locale, "mejor que", "better than", "melhor que")),
                Op::AtMost => format!("{quoted} {}", pick(locale, "o peor", "or worse", "ou pior")),
                Op::LessThan => format!("{} {quoted}", pick(locale, "peor que", "worse than", "pior que")),
            }
        }
        Scale::Range(..) => {
            let digits = part.score.value.trim().parse().map_or(part.score.value.clone(), |n| number(locale, &n));
            match op {
                Op::AtLeast => format!("{digits} {}", pick(locale, "o más", "or more", "ou mais")),
                Op::MoreThan => format!("{} {digits}", pick(locale, "más de", "above", "acima de")),
                Op::AtMost => format!("{digits} {}", pick(locale, "o menos", "or less", "ou menos")),
                Op::LessThan => format!("{} {digits}", pick(locale, "menos de", "below", "abaixo de")),
            }
        }
    };
    format!("{share} {} {score}", pick(locale, "puntúa", "score", "com nota"))
}

/// A scale: «escala 0–10», «escala: malo, regular, bueno».
pub fn scale(locale: Locale, value: &Scale) -> String {
    let word = pick(locale, "escala", "scale", "escala");
    match value {
        Scale::Range(worst, best) => format!("{word} {}–{}", number(locale, worst), number(locale, best)),
        Scale::Words(words) => format!("{word}: {}", words.join(", ")),
    }
}

/// «al menos 1 centro en cada distrito (al menos 95 % de ellos)».
fn coverage(locale: Locale, amount: &Decimal, of: &str, each: &str, share: Option<&Bound<Percent>>) -> String {
    let at_least = pick(locale, "al menos", "at least", "pelo menos");
    let place = format!("{} {}", pick(locale, "en cada", "in each", "em cada"), nouns::singular(locale, each));
    let digits = number(locale, amount);
    let text = if *amount == Decimal::ONE || nouns::find(of).is_some() {
        format!("{at_least} {digits} {} {place}", counted(locale, amount, of))
    } else {
        // The author's own word is in the singular and may not stand after a plural number.
        format!("{of}: {at_least} {digits} {place}")
    };
    match share {
        None => text,
        Some(share) => {
            let of_them = pick(locale, "de ellos", "of them", "deles");
            format!("{text} ({} {of_them})", share_of_cases(locale, share))
        }
    }
}

/// «a más tardar el 31 de diciembre de 2026».
fn by_date(locale: Locale, day: &DayOfPeriod) -> String {
    let day_text = day_of_period(locale, day);
    match (locale.lang, day) {
        (Lang::Es, _) => format!("a más tardar el {day_text}"),
        (Lang::En, _) => format!("by {day_text}"),
        (Lang::Pt, DayOfPeriod::Date(_)) => format!("até {day_text}"),
        (Lang::Pt, DayOfPeriod::DayOfEach { .. }) => format!("até o {day_text}"),
    }
}

/// What came before, where the language knows it: `previous year` is «el año anterior».
fn earlier(locale: Locale, than: &str) -> String {
    if than.trim() == "baseline" {
        return pick(locale, "la cifra de partida", "the baseline", "o valor de partida").to_owned();
    }
    let known = than.strip_prefix("previous ").and_then(nouns::find);
    let Some(noun) = known else { return than.to_string() };
    let feminine = matches!(noun.one(Lang::En.into()), "hour" | "week" | "fortnight");
    let name = noun.one(locale);
    match locale.lang {
        Lang::Es => format!("{} {name} anterior", if feminine { "la" } else { "el" }),
        Lang::En => format!("the previous {name}"),
        Lang::Pt => format!("{} {name} anterior", if feminine { "a" } else { "o" }),
    }
}

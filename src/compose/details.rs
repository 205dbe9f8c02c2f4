//! Typed details (`lang::details`) → labels and values. By the same tables as they were read.

use super::writer::{Writer, capital, facts, heading_at, join};
use crate::ir::{Block, Fact, Inline, plain};
use crate::lang::{format, profiles as words};
use crate::model::details::{Detail, Details, Said};

/// The details as facts, groups in one fact each.
pub fn of(x: &Writer<'_>, details: &Details) -> Vec<Option<Fact>> {
    details
        .0
        .iter()
        .map(|detail| x.fact_of(detail.field.key, detail.field.label.in_lang(x.lang), content(x, detail)))
        .collect()
}

/// The details as a block, unless there are none.
pub fn block(x: &Writer<'_>, details: &Details) -> Option<Block> {
    facts(of(x, details))
}

/// Each group under a heading of its own, then what stands outside of groups.
pub fn sections(x: &Writer<'_>, details: &Details, prefix: &str) -> Vec<Block> {
    let mut out = Vec::new();
    for detail in &details.0 {
        let label = detail.field.label.in_lang(x.lang);
        if let Said::Group(inner) = &detail.value
            && let Some(block) = block(x, inner)
        {
            out.push(heading_at(2, &format!("{prefix}-{}", detail.field.key), label));
            out.push(block);
        }
    }
    out.extend(facts(
        details
            .0
            .iter()
            .filter(|d| !matches!(d.value, Said::Group(_)))
            .map(|detail| x.fact_of(detail.field.key, detail.field.label.in_lang(x.lang), content(x, detail))),
    ));
    out
}

/// Labels and values in one run: «Plazo: 10 días; Aviso: antes de que venza».
pub fn inline(x: &Writer<'_>, details: &Details) -> Vec<Inline> {
    join(
        details.0.iter().map(|detail| {
            let mut run = plain(format!("{}: ", detail.field.label.in_lang(x.lang)));
            run.extend(content(x, detail));
            run
        }),
        "; ",
    )
}

/// The value alone, of the detail at a path.
pub fn value(x: &Writer<'_>, details: &Details, path: &str) -> Vec<Inline> {
    details.get(path).map_or_else(Vec::new, |detail| content(x, detail))
}

fn content(x: &Writer<'_>, detail: &Detail) -> Vec<Inline> {
    match &detail.value {
        Said::Words(list) => {
            let said: Vec<&str> = list.iter().map(|word| word.value.label.in_lang(x.lang)).collect();
            // Labels that hold commas are divided by semicolons.
            let divider = if said.iter().any(|word| word.contains(',')) { "; " } else { ", " };
            plain(capital(&said.join(divider)))
        }
        Said::Codes(list) => plain(list.iter().map(|code| code.value.as_str()).collect::<Vec<_>>().join(", ")),
        Said::Text(text) => x.text(text),
        Said::Texts(list) => x.texts(list),
        Said::Duration(duration) => x.duration(&Some(duration.clone())),
        Said::Never => plain(capital(words::NEVER.in_lang(x.lang))),
        Said::Money(money) => x.money(&Some(money.clone())),
        Said::Percent(percent) => x.percent(&Some(percent.clone())),
        Said::Number(number) => plain(format::number(x.locale, number)),
        Said::Date(date) => plain(x.date(*date)),
        Said::DayOfYear(day) => plain(format::month_day(x.locale, *day)),
        Said::Recurrence(recurrence) => plain(capital(&x.recurrence(*recurrence))),
        Said::Yes(yes) => plain(capital(if *yes { x.w.yes } else { x.w.no })),
        Said::Hours(hours) => plain(format::hours(x.locale, hours).join("; ")),
        Said::References(kind, list) => x.references(*kind, list),
        Said::Group(inner) => inline(x, inner),
        Said::Groups(list) => join(list.iter().map(|inner| inline(x, inner)), ". "),
    }
}

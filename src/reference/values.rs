//! The chapter of values: what each is called and how it is written.

use super::prose::{code, inlines, table};
use crate::ir::{Inline, Section, SectionKind, plain};
use crate::lang::Lang;
use crate::lang::reference as words;
use crate::parse::expectation;
use crate::values::Expectation;

/// Each kind of value, with examples of how it is written. A test reads them all.
pub(super) const EXAMPLES: [(Expectation, &[&str]); 18] = [
    (
        Expectation::Duration,
        &["3 minutes", "24 business hours", "15 business days", "30 calendar days", "2..9 business days", "6 months"],
    ),
    (Expectation::Percent, &["95 %", "99.5 %", "38 % per year"]),
    (Expectation::Money, &["30 PEN", "2.40 EUR", "6 EUR per month"]),
    (Expectation::Number, &["4", "2.5"]),
    (Expectation::Rate, &["14", "22 per day", "48 per hour", "2 per week per user"]),
    (Expectation::Quantity, &["3 business days", "95 %", "50 PEN", "22 per day"]),
    (Expectation::Date, &["2026-11-02", "2026-11", "2026"]),
    (Expectation::MonthDay, &["12-25"]),
    (Expectation::Period, &["2026", "2026-09", "2026-Q3", "2026-H1"]),
    (Expectation::Recurrence, &["daily", "weekly", "monthly", "quarterly", "yearly", "per case", "18 months"]),
    (Expectation::DayOfPeriod, &["2026-12-31", "day 5 of each month", "business day 10 of each quarter"]),
    (Expectation::TimeRange, &["08:30-18:00"]),
    (Expectation::Weekday, &["mon", "mon..fri", "mon, wed", "holidays"]),
    (Expectation::Closed, &["2026-12-25", "12-25", "holidays"]),
    (Expectation::Range, &["8..20", "8..20 personas", "2..9 business days"]),
    (Expectation::Comparison, &[">= 95 %", "> 75 %", "<= 30 calendar days", "< 5"]),
    (Expectation::Ratio, &["1 per 20", "1 asesor per 20 socios"]),
    (Expectation::Scale, &["0..10", "1..5"]),
];

const HOURS: [&str; 3] = [
    "24/7",
    "{ mon..fri: 08:30-13:00 15:00-18:30, sat: 09:00-13:00 }",
    "{ mon..fri: 08:30-18:00, closed: [12-25, holidays], seasons: [{ from: 06-15, to: 09-15, hours: { mon..fri: 08:00-15:00 } }] }",
];

pub fn chapter(lang: Lang) -> Section {
    let mut chapter = Section::new(SectionKind::Chapter, "values", words::VALUES.in_lang(lang));
    chapter.lead = inlines(words::VALUES_LEAD.in_lang(lang));
    let row = |what: Expectation, examples: &[&str]| vec![plain(called(what, lang)), examples_of(examples)];
    let mut rows: Vec<_> = EXAMPLES.iter().map(|(what, examples)| row(*what, examples)).collect();
    rows.push(row(Expectation::Hours, &HOURS));
    let columns = [(words::VALUE.in_lang(lang), 1), (words::WRITTEN.in_lang(lang), 3)];
    chapter.blocks.push(table(words::VALUES.in_lang(lang), &columns, rows));
    chapter
}

/// What a kind of value is called.
pub fn called(what: Expectation, lang: Lang) -> String {
    expectation(what).0.in_lang(lang).to_owned()
}

fn examples_of(examples: &[&str]) -> Vec<Inline> {
    let mut out = Vec::new();
    for example in examples {
        if !out.is_empty() {
            out.push(Inline::text(" · "));
        }
        out.push(code(example));
    }
    out
}

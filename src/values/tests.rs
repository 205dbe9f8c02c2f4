//! What holds for all values: no text makes a reader panic, and what is accepted is what was written.

use super::*;

/// Every reader of a text, by name.
fn read_all(text: &str) {
    let _ = Duration::parse(text);
    let _ = Percent::parse(text);
    let _ = Money::parse(text);
    let _ = Rate::parse(text);
    let _ = Quantity::parse(text);
    let _ = Range::parse(text);
    let _ = Bound::parse_with(text, Quantity::parse);
    let _ = Bound::parse_with(text, |score| Ok::<_, ValueError>(score.to_string()));
    let _ = parse_date(text);
    let _ = MonthDay::parse(text);
    let _ = DayOfPeriod::parse(text);
    let _ = Period::parse(text);
    let _ = Recurrence::parse(text);
    let _ = Time::parse(text);
    let _ = TimeRange::parse(text);
    let _ = TimeRange::parse_list(text);
    let _ = Weekdays::parse(text);
    let _ = Closed::parse(text);
    let _ = Hours::parse(text);
    let _ = HolidayRule::parse(text);
    let _ = Calendar::parse_year(text);
    let _ = Scale::parse(text);
    let _ = Target::parse_ratio(text);
}

const ODD: [&str; 52] = [
    "",
    " ",
    "\u{a0}",
    "\0",
    "-",
    "--",
    "..",
    "1..",
    "..1",
    "1..2..3",
    "1 .. 2 days",
    "%",
    "% 95",
    "95 % %",
    "-95 %",
    "95%per year",
    ">=",
    ">= >= 5",
    "=",
    "< ",
    "≥95 %",
    "per",
    "1 per",
    "per 1",
    "1 per per",
    "1 per 0",
    "1 per -3",
    "1 EUR per",
    "EUR",
    "99999999999999999999999999999999999999999 EUR",
    "0.00000000000000000000000000000000001 %",
    "999999999999 years",
    "999999999999.9999999999 business hours",
    "1e9 days",
    "٣ days",
    "１２ hours",
    "3days",
    "３０ calendar days",
    "día",
    "2026-13-45",
    "9999-12-31",
    "0000-00-00",
    "-001-01-01",
    "2026-Q9",
    "2026-QQ",
    "99:99",
    "24:00-24:00",
    "é:ñ-ü:ö",
    "mon..",
    "..fri",
    "mon,,fri",
    "\u{202e}3 hours",
];

#[test]
fn no_text_makes_a_reader_panic() {
    for text in ODD {
        read_all(text);
    }
    // Random mixtures of what values are made of. The generator is fixed, so that a failure repeats.
    let parts = [
        "1", "0", "9", "24", "2026", "-", "−", ".", "..", ",", ":", "/", "%", " ", "\u{a0}", "per", "business", "days",
        "hours", "mon", "Q", "H", "EUR", ">", "=", "<", "≥", "é", "ñ", "día", "🦜", "day", "of each", "month", "T",
        "\n",
    ];
    let mut state: u64 = 0x9e37_79b9_7f4a_7c15;
    for _ in 0..8_000 {
        let mut text = String::new();
        for _ in 0..(state >> 60) {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            text.push_str(parts[(state >> 33) as usize % parts.len()]);
        }
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        read_all(&text);
    }
}

#[test]
fn what_is_accepted_can_be_reckoned_with() {
    let calendar = Calendar::default();
    let start = Date::constant(2026, 1, 5).at(9, 0, 0, 0);
    let day = Duration::new(1, TimeUnit::BusinessDay);
    for unit in
        ["seconds", "minutes", "hours", "business hours", "business days", "calendar days", "weeks", "months", "years"]
    {
        for amount in ["0", "0.0000000001", "1.5", "999999999999.9999999999"] {
            let text = format!("{amount} {unit}");
            let duration = Duration::parse(&text).unwrap_or_else(|error| panic!("{text}: {error:?}"));
            assert!(calendar.add(start, &duration) >= start, "{text}");
            duration.compare(&day, &calendar);
            day.compare(&duration, &calendar);
        }
    }
}

#[test]
fn white_space_is_of_no_weight() {
    assert_eq!(Duration::parse("  24\u{a0}business   hours\n"), Duration::parse("24 business hours"));
    assert_eq!(Percent::parse("95%"), Percent::parse(" 95\u{202f}% "));
    assert_eq!(Range::parse("8 .. 20 personas"), Range::parse("8..20 personas"));
}

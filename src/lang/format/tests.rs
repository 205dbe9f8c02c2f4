//! What a reader sees, in the three languages side by side. A no-break space is written `~` here.
//!
//! One long file, since all are tables of values beside what is read of them, and none refers to another.

use super::super::LOCALES;
use super::*;
use crate::values::*;

/// Spanish, English and Portuguese of one value.
fn all(format: impl Fn(Locale) -> String) -> [String; 3] {
    Lang::ALL.map(|lang| format(lang.into()).replace('\u{a0}', "~"))
}

fn in_all<T>(text: &str, read: fn(&str) -> Result<T, ValueError>, format: fn(Locale, &T) -> String) -> [String; 3] {
    let value = read(text).unwrap_or_else(|error| panic!("{text}: {error:?}"));
    all(|lang| format(lang, &value))
}

#[test]
fn numbers() {
    let number = |text: &str| all(|lang| number(lang, &text.parse().expect("a number")));
    assert_eq!(number("1500"), ["1500", "1,500", "1.500"]);
    assert_eq!(number("12345.67"), ["12.345,67", "12,345.67", "12.345,67"]);
    assert_eq!(number("-0.50"), ["-0,50", "-0.50", "-0,50"]);
}

#[test]
fn shares() {
    let percent = |text: &str| in_all(text, Percent::parse, percent);
    assert_eq!(percent("99.5 %"), ["99,5~%", "99.5%", "99,5%"]);
    assert_eq!(percent("38 % per year"), ["38~% anual", "38% per year", "38% ao ano"]);
    assert_eq!(percent("2 % per month"), ["2~% mensual", "2% per month", "2% ao mês"]);
    assert_eq!(percent("1 % per case"), ["1~% por caso", "1% per case", "1% por caso"]);
}

#[test]
fn amounts_of_money() {
    let money = |text: &str| in_all(text, Money::parse, money);
    assert_eq!(money("1500 PEN"), ["S/~1500", "S/1,500", "S/~1.500"]);
    assert_eq!(money("2.4 EUR"), ["2,40~€", "€2.40", "€~2,40"]);
    assert_eq!(money("2.00 EUR"), ["2~€", "€2", "€~2"]);
    assert_eq!(money("0.125 EUR"), ["0,125~€", "€0.125", "€~0,125"]);
    assert_eq!(money("38000 COP"), ["38.000~COP", "COP~38,000", "COP~38.000"]);
    assert_eq!(money("6 EUR per month"), ["6~€ por mes", "€6 per month", "€~6 por mês"]);
    assert_eq!(
        money("6 USD per user per month"),
        ["US$~6 por usuario y por mes", "US$6 per user per month", "US$~6 por usuário e por mês"]
    );
}

#[test]
fn durations() {
    let duration = |text: &str| in_all(text, Duration::parse, duration);
    assert_eq!(duration("24 business hours"), ["24 horas hábiles", "24 business hours", "24 horas úteis"]);
    assert_eq!(duration("1 business day"), ["1 día hábil", "1 business day", "1 dia útil"]);
    assert_eq!(duration("30 calendar days"), ["30 días naturales", "30 calendar days", "30 dias corridos"]);
    assert_eq!(
        duration("2..9 business days"),
        ["de 2 a 9 días hábiles", "2 to 9 business days", "de 2 a 9 dias úteis"]
    );
    assert_eq!(duration("1.5 hours"), ["1,5 horas", "1.5 hours", "1,5 hora"]);
    assert_eq!(duration("1.0 year"), ["1 año", "1 year", "1 ano"]);
    assert_eq!(duration("2 months"), ["2 meses", "2 months", "2 meses"]);
}

#[test]
fn counts_and_rates() {
    let rate = |text: &str| in_all(text, Rate::parse, rate);
    assert_eq!(rate("14"), ["14", "14", "14"]);
    assert_eq!(rate("22 per day"), ["22 por día", "22 per day", "22 por dia"]);
    assert_eq!(
        rate("40 business hours per week"),
        ["40 horas hábiles por semana", "40 business hours per week", "40 horas úteis por semana"]
    );
    assert_eq!(
        rate("2 per week per user"),
        ["2 por semana y por usuario", "2 per week per user", "2 por semana e por usuário"]
    );
    assert_eq!(rate("14 personas"), ["14 personas", "14 people", "14 pessoas"]);
    assert_eq!(rate("1 people"), ["1 persona", "1 person", "1 pessoa"]);
    assert_eq!(rate("3 limpiezas per piso"), ["3 limpiezas por piso", "3 limpiezas per piso", "3 limpiezas por piso"]);
}

#[test]
fn ranges() {
    let range = |text: &str| in_all(text, Range::parse, range);
    assert_eq!(range("8..20"), ["de 8 a 20", "8 to 20", "de 8 a 20"]);
    assert_eq!(range("8..20 personas"), ["de 8 a 20 personas", "8 to 20 people", "de 8 a 20 pessoas"]);
    assert_eq!(range("10 %..20 %"), ["de 10~% a 20~%", "10% to 20%", "de 10% a 20%"]);
    assert_eq!(
        range("30..40 PEN per month"),
        ["de S/~30 a S/~40 por mes", "S/30 to S/40 per month", "de S/~30 a S/~40 por mês"]
    );
    assert_eq!(
        range("30 minutes..2 hours"),
        ["de 30 minutos a 2 horas", "30 minutes to 2 hours", "de 30 minutos a 2 horas"]
    );
}

#[test]
fn comparisons() {
    let bound = |text: &str| in_all(text, |text| Bound::parse_with(text, Quantity::parse), bound);
    assert_eq!(bound(">= 95 %"), ["al menos 95~%", "at least 95%", "pelo menos 95%"]);
    assert_eq!(bound("> 75 %"), ["más del 75~%", "more than 75%", "mais de 75%"]);
    assert_eq!(bound("< 5"), ["menos de 5", "fewer than 5", "menos de 5"]);
    assert_eq!(bound("< 5 %"), ["menos del 5~%", "less than 5%", "menos de 5%"]);
    assert_eq!(
        bound("<= 30 calendar days"),
        ["como máximo 30 días naturales", "at most 30 calendar days", "no máximo 30 dias corridos"]
    );
    assert_eq!(bound("8"), ["8", "8", "8"]);
}

#[test]
fn dates_and_periods() {
    let day = Date::constant(2026, 11, 2);
    assert_eq!(all(|l| date(l, day)), ["2 de noviembre de 2026", "November 2, 2026", "2 de novembro de 2026"]);
    let first = Date::constant(2026, 9, 1);
    assert_eq!(all(|l| date(l, first))[2], "1º de setembro de 2026");
    assert_eq!(all(|l| month_day(l, MonthDay { month: 5, day: 1 }))[2], "1º de maio");
    assert_eq!(all(|l| date_short(l, day)), ["2 nov 2026", "Nov 2, 2026", "2 de nov. de 2026"]);
    let christmas = MonthDay { month: 12, day: 25 };
    assert_eq!(all(|l| month_day(l, christmas)), ["25 de diciembre", "December 25", "25 de dezembro"]);
    let month = Period::Month(2026, 10);
    assert_eq!(all(|l| period(l, month)), ["octubre de 2026", "October 2026", "outubro de 2026"]);
    assert_eq!(all(|l| period_short(l, month)), ["oct 2026", "Oct 2026", "out. de 2026"]);
    let quarter = Period::Quarter(2026, 3);
    assert_eq!(all(|l| period(l, quarter)), ["T3 de 2026", "Q3 2026", "T3 de 2026"]);
    assert_eq!(all(|l| period_short(l, quarter)), ["T3 2026", "Q3 2026", "T3 2026"]);
    assert_eq!(all(|l| period(l, Period::Half(2026, 1))), ["S1 de 2026", "H1 2026", "S1 de 2026"]);
    assert_eq!(all(|l| period_short(l, Period::Year(2026))), ["2026", "2026", "2026"]);
    assert_eq!(all(|l| weekday(l, Weekday::Sunday)), ["domingo", "Sunday", "domingo"]);
    assert_eq!(all(|l| weekday(l, Weekday::Monday)), ["lunes", "Monday", "segunda-feira"]);
}

#[test]
fn recurrences_and_due_days() {
    let often = |text: &str| in_all(text, Recurrence::parse, |lang, value| recurrence(lang, *value));
    assert_eq!(often("half-yearly"), ["semestral", "half-yearly", "semestral"]);
    assert_eq!(often("per case"), ["en cada caso", "in each case", "em cada caso"]);
    assert_eq!(often("18 months"), ["cada 18 meses", "every 18 months", "a cada 18 meses"]);
    assert_eq!(often("1 year"), ["cada año", "every year", "a cada ano"]);
    let day = |text: &str| in_all(text, DayOfPeriod::parse, day_of_period);
    assert_eq!(day("day 5 of each month"), ["día 5 de cada mes", "day 5 of each month", "dia 5 de cada mês"]);
    assert_eq!(
        day("business day 10 of each quarter"),
        ["10.º día hábil de cada trimestre", "business day 10 of each quarter", "10º dia útil de cada trimestre"]
    );
}

/// Hours of days and times as they are written in a manual.
fn week(days: &[(&str, &str)]) -> WeekHours {
    let mut week = WeekHours::default();
    for (names, times) in days {
        let Ok(Weekdays::Days(named)) = Weekdays::parse(names) else { panic!("{names}") };
        let ranges = TimeRange::parse_list(times).unwrap_or_else(|error| panic!("{times}: {error:?}"));
        for day in named {
            week.set(day, &ranges).unwrap_or_else(|error| panic!("{names}: {error:?}"));
        }
    }
    week
}

#[test]
fn a_calendar_is_told_whole() {
    let own = vec![HolidayRule::parse("06-24").expect("a day")];
    let plain = Calendar {
        timezone: Some("America/Lima".into()),
        territory: Some("PE".into()),
        holiday_years: vec![2026, 2027],
        ..Calendar::default()
    };
    assert_eq!(
        all(|lang| calendar(lang, &plain, &own).join(" | ")),
        [
            "lun. a vie. 9:00–17:00 | feriados de PE en 2026 y 2027, 24 de junio | zona horaria America/Lima",
            "Mon–Fri 9:00–17:00 | holidays of PE in 2026 and 2027, June 24 | time zone America/Lima",
            "seg. a sex. 9:00–17:00 | feriados de PE em 2026 e 2027, 24 de junho | fuso horário America/Lima",
        ]
    );
}

#[test]
fn equal_days_share_a_line() {
    let lines = |days: &[(&str, &str)]| all(|lang| hours(lang, &Hours::week(week(days))).join(" | "));
    assert_eq!(
        lines(&[("mon..fri", "08:30-18:00"), ("sat", "09:00-13:00")]),
        [
            "lun. a vie. 8:30–18:00 | sáb. 9:00–13:00",
            "Mon–Fri 8:30–18:00 | Sat 9:00–13:00",
            "seg. a sex. 8:30–18:00 | sáb. 9:00–13:00"
        ]
    );
    assert_eq!(
        lines(&[("mon,wed,fri", "08:00-13:00 15:00-18:30"), ("tue", "08:00-13:00")]),
        [
            "lun., mié. y vie. 8:00–13:00 y 15:00–18:30 | mar. 8:00–13:00",
            "Mon, Wed, and Fri 8:00–13:00 and 15:00–18:30 | Tue 8:00–13:00",
            "seg., qua. e sex. 8:00–13:00 e 15:00–18:30 | ter. 8:00–13:00"
        ]
    );
    assert_eq!(lines(&[("sat,sun", "22:00-06:00")])[0], "sáb. y dom. 22:00–6:00");
    assert_eq!(lines(&[("mon..wed,sun", "08:00-12:00")])[0], "lun. a mié. y dom. 8:00–12:00");
    assert_eq!(
        lines(&[("mon..sun", "00:00-24:00")]),
        ["todos los días 24 horas", "every day 24 hours", "todos os dias 24 horas"]
    );
    assert_eq!(lines(&[]), ["cerrado", "closed", "fechado"]);
    assert_eq!(
        all(|lang| hours(lang, &Hours::Always).join(" | ")),
        ["las 24 horas, todos los días", "24 hours a day, every day", "24 horas por dia, todos os dias"]
    );
}

#[test]
fn holidays_seasons_and_closed_days_have_lines_of_their_own() {
    let closed = ["2026-12-24", "12-25", "holidays"].map(|day| Closed::parse(day).expect("a day")).to_vec();
    let (from, to) = (MonthDay { month: 6, day: 15 }, MonthDay { month: 9, day: 15 });
    let value = Hours::Week {
        week: week(&[("mon..fri", "08:00-18:00")]),
        holidays: TimeRange::parse_list("10:00-12:00").ok(),
        closed,
        seasons: vec![Season { from, to, week: week(&[("mon..fri", "08:00-15:00"), ("sat", "09:00-13:00")]) }],
        note: Some("última entrada 15 minutos antes".to_string()),
    };
    assert_eq!(
        hours(Lang::Es.into(), &value),
        [
            "lun. a vie. 8:00–18:00",
            "feriados 10:00–12:00",
            "del 15 de junio al 15 de septiembre: lun. a vie. 8:00–15:00; sáb. 9:00–13:00",
            "cerrado el 24 de diciembre de 2026, el 25 de diciembre y los feriados",
            "última entrada 15 minutos antes",
        ]
    );
    assert_eq!(
        opening_times(Lang::En.into(), &value)[1..],
        [
            "holidays 10:00–12:00",
            "June 15 to September 15: Mon–Fri 8:00–15:00; Sat 9:00–13:00",
            "closed on December 24, 2026, on December 25, and on holidays",
        ]
    );
    assert_eq!(
        opening_times(Lang::Pt.into(), &value)[3],
        "fechado em 24 de dezembro de 2026, em 25 de dezembro e nos feriados"
    );
}

fn share(text: &str) -> Bound<Percent> {
    Bound::parse_with(text, Percent::parse).unwrap_or_else(|error| panic!("{text}: {error:?}"))
}

fn quantities(text: &str) -> Bound<Quantity> {
    Bound::parse_with(text, Quantity::parse).unwrap_or_else(|error| panic!("{text}: {error:?}"))
}

fn said(value: Target) -> [String; 3] {
    all(|lang| target(lang, &value))
}

#[test]
fn targets_of_shares_and_limits() {
    let within = |text: &str, time: &str| {
        said(Target::ShareWithin {
            share: share(text),
            within: Duration::parse(time).expect("a duration"),
            strict: false,
        })
    };
    assert_eq!(
        within("95 %", "24 business hours"),
        ["95~% en 24 horas hábiles", "95% within 24 business hours", "95% em 24 horas úteis"]
    );
    assert_eq!(within("> 75 %", "1 minute")[0], "más del 75~% en 1 minuto");
    assert_eq!(within("90 %", "2..9 business days")[0], "90~% en un plazo de 2 a 9 días hábiles");
    assert_eq!(said(Target::Share(share("90 %"))), ["al menos 90~%", "at least 90%", "pelo menos 90%"]);
    assert_eq!(said(Target::Share(share("100 %"))), ["100~%", "100%", "100%"]);
    assert_eq!(said(Target::Share(share("<= 2 %"))), ["como máximo 2~%", "at most 2%", "no máximo 2%"]);
    assert_eq!(
        said(Target::Maximum(quantities("3 business days"))),
        ["máximo 3 días hábiles", "at most 3 business days", "no máximo 3 dias úteis"]
    );
    assert_eq!(said(Target::Maximum(quantities("< 5 minutes")))[0], "menos de 5 minutos");
    assert_eq!(
        said(Target::Minimum(quantities("2 per week"))),
        ["mínimo 2 por semana", "at least 2 per week", "no mínimo 2 por semana"]
    );
    assert_eq!(
        said(Target::Mean(quantities("10 calendar days"))),
        [
            "como máximo 10 días naturales en promedio",
            "at most 10 calendar days on average",
            "no máximo 10 dias corridos em média"
        ]
    );
    assert_eq!(said(Target::Mean(quantities(">= 8")))[0], "al menos 8 en promedio");
    assert_eq!(said(Target::Mean(quantities("8")))[0], "8 en promedio");
}

#[test]
fn targets_of_counts_and_places() {
    let count = Bound::parse_with("40 per year", Rate::parse).expect("a rate");
    assert_eq!(said(Target::Count(count)), ["al menos 40 por año", "at least 40 per year", "pelo menos 40 por ano"]);
    let every = Target::Every(Duration::parse("6 months").expect("a duration"));
    assert_eq!(
        said(every),
        ["al menos una vez cada 6 meses", "at least once every 6 months", "pelo menos uma vez a cada 6 meses"]
    );
    assert_eq!(said(Target::Range(Range::parse("8..20").expect("a range")))[0], "de 8 a 20");
    let ratio = |text: &str| said(Target::parse_ratio(text).expect("a ratio"));
    assert_eq!(ratio("1 per 20"), ["1 por cada 20", "1 for every 20", "1 para cada 20"]);
    assert_eq!(ratio("1 agent per 20 customers")[0], "1 agente por cada 20 clientes");
    let coverage = |amount: i64, of: &str, text: Option<&str>| {
        let (amount, share) = (Decimal::from(amount), text.map(share));
        said(Target::Coverage { amount, of: of.into(), each: "distrito".into(), share })
    };
    assert_eq!(
        coverage(1, "centro", Some("95 %")),
        [
            "al menos 1 centro en cada distrito (al menos 95~% de ellos)",
            "at least 1 centro in each district (at least 95% of them)",
            "pelo menos 1 centro em cada distrito (pelo menos 95% deles)"
        ]
    );
    assert_eq!(coverage(2, "centro", None)[0], "centro: al menos 2 en cada distrito");
    assert_eq!(coverage(2, "office", None)[0], "al menos 2 oficinas en cada distrito");
}

#[test]
fn targets_of_scores() {
    let part = |share_text: &str, op, score: &str| ScorePart {
        share: share(share_text),
        score: Bound::new(op, score.to_string()),
    };
    let parts = vec![part("95 %", Op::AtLeast, "7"), part("<= 1 %", Op::LessThan, "5")];
    let scale = Scale::parse("0..10").expect("a scale");
    assert_eq!(
        said(Target::Scores { parts, scale }),
        [
            "al menos 95~% puntúa 7 o más; como máximo 1~% puntúa menos de 5 (escala 0–10)",
            "at least 95% score 7 or more; at most 1% score below 5 (scale 0–10)",
            "pelo menos 95% com nota 7 ou mais; no máximo 1% com nota abaixo de 5 (escala 0–10)"
        ]
    );
    let words = Scale::Words(["malo", "regular", "bueno"].map(String::from).to_vec());
    let parts = vec![part("90 %", Op::AtLeast, "bueno"), part("< 3 %", Op::AtMost, "malo")];
    assert_eq!(
        said(Target::Scores { parts, scale: words })[0],
        "al menos 90~% puntúa «bueno» o mejor; menos del 3~% puntúa «malo» o peor (escala: malo, regular, bueno)"
    );
}

#[test]
fn targets_of_dates_and_of_what_came_before() {
    let by = |text: &str| said(Target::ByDate(DayOfPeriod::parse(text).expect("a day")));
    assert_eq!(
        by("day 5 of each month"),
        ["a más tardar el día 5 de cada mes", "by day 5 of each month", "até o dia 5 de cada mês"]
    );
    assert_eq!(
        by("2026-12-31"),
        ["a más tardar el 31 de diciembre de 2026", "by December 31, 2026", "até 31 de dezembro de 2026"]
    );
    let better = |than: &str, baseline: Option<&str>| {
        let baseline = baseline.map(|text| Quantity::parse(text).expect("a quantity"));
        said(Target::BetterThan { than: than.into(), baseline })
    };
    assert_eq!(
        better("previous year", Some("61 %")),
        ["mejor que el año anterior (61~%)", "better than the previous year (61%)", "melhor que o ano anterior (61%)"]
    );
    assert_eq!(better("previous week", None)[0], "mejor que la semana anterior");
    assert_eq!(better("previous day", None)[0], "mejor que el día anterior");
    assert_eq!(better("la media del sector", None)[0], "mejor que la media del sector");
    let none = |reason: &str| said(Target::None { reason: reason.into() });
    assert_eq!(none("sin serie todavía")[0], "sin meta: sin serie todavía");
    assert_eq!(none(""), ["sin meta", "no target", "sem meta"]);
}

#[test]
fn lists_join_as_the_language_does() {
    let items = |items: &[&str]| items.iter().map(|item| item.to_string()).collect::<Vec<_>>();
    assert_eq!(list(Lang::Es.into(), &items(&["pan", "agua", "higos"])), "pan, agua e higos");
    assert_eq!(list(Lang::En.into(), &items(&["bread", "water"])), "bread and water");
    assert_eq!(list(Lang::Pt.into(), &items(&["pão", "água", "figos"])), "pão, água e figos");
    assert_eq!(list(Lang::Es.into(), &[]), "");
}

#[test]
fn whatever_can_be_read_can_be_said() {
    for text in ["0 hours", "365999.9999999999 business days", "0.0000000001 years", "0..0 weeks"] {
        let value = Duration::parse(text).unwrap_or_else(|error| panic!("{text}: {error:?}"));
        assert!(all(|lang| duration(lang, &value)).iter().all(|said| !said.is_empty()));
    }
    for year in ["0000", "9999"] {
        let value = Period::parse(year).expect("a year");
        assert!(all(|lang| date(lang, value.end())).iter().all(|said| !said.is_empty()));
    }
}

// ---- regions ----

/// A value as the regions write it, in the order they are named.
fn in_regions<T>(tags: &[&str], value: &T, format: fn(Locale, &T) -> String) -> Vec<String> {
    let known = |tag: &str| LOCALES.iter().find(|(name, _)| *name == tag).expect("a tag of the manifest").1;
    tags.iter().map(|tag| format(known(tag), value).replace('\u{a0}', "~")).collect()
}

#[test]
fn separators_follow_the_region() {
    let regions = ["es", "es-ES", "es-PE", "es-MX", "es-419", "es-CO", "es-AR", "es-CL", "pt-BR", "pt-PT", "en-GB"];
    let number = |text: &str| in_regions(&regions, &text.parse().expect("a number"), number);
    assert_eq!(
        number("12345.67"),
        [
            "12.345,67",
            "12.345,67",
            "12,345.67",
            "12,345.67",
            "12,345.67",
            "12.345,67",
            "12.345,67",
            "12.345,67",
            "12.345,67",
            "12~345,67",
            "12,345.67"
        ]
    );
    assert_eq!(
        number("1500"),
        ["1500", "1500", "1,500", "1,500", "1,500", "1.500", "1.500", "1.500", "1.500", "1500", "1,500"]
    );
}

#[test]
fn a_share_has_its_space_in_all_of_spanish() {
    let share = Percent::parse("99.5 %").expect("a share");
    let said = in_regions(&["es-ES", "es-PE", "es-MX", "es-CO", "pt-PT"], &share, percent);
    assert_eq!(said, ["99,5~%", "99.5~%", "99.5~%", "99,5~%", "99,5%"]);
}

/// What ICU's own data say of these (CLDR 48, short symbols), but for the two choices told in `currencies`.
#[test]
fn money_follows_the_region() {
    let money = |tags: &[&str], text: &str| in_regions(tags, &Money::parse(text).expect("money"), money);
    let home = |tag: &str, text: &str| money(&[tag], text).remove(0);
    assert_eq!(home("es-PE", "15000 PEN"), "S/~15,000.00");
    assert_eq!(home("es-PE", "1498.98 PEN"), "S/~1,498.98");
    assert_eq!(home("es-MX", "15000 MXN"), "$15,000.00");
    assert_eq!(home("es-CO", "15000 COP"), "$~15.000");
    assert_eq!(home("es-AR", "15000 ARS"), "$~15.000,00");
    assert_eq!(home("es-CL", "15000 CLP"), "$15.000");
    assert_eq!(home("es-UY", "15000 UYU"), "$~15.000,00");
    assert_eq!(home("es-EC", "15000 USD"), "$15.000,00");
    assert_eq!(home("en-US", "15000 USD"), "$15,000.00");
    assert_eq!(home("en-GB", "15000 GBP"), "£15,000.00");
    assert_eq!(home("pt-BR", "15000 BRL"), "R$~15.000,00");
    assert_eq!(home("pt-PT", "15000 EUR"), "15~000,00~€");
    assert_eq!(home("es-ES", "15000 EUR"), "15.000~€");
    assert_eq!(home("es-CL", "0.5 CLP"), "$0,50");
    let latin = ["es-PE", "es-CO", "es-AR", "es-MX", "es-CL"];
    assert_eq!(money(&latin, "20 USD"), ["US$~20.00", "US$~20,00", "US$~20,00", "US$20.00", "US$20,00"]);
    assert_eq!(money(&latin, "20 EUR"), ["€~20.00", "€~20,00", "€~20,00", "€20.00", "€20,00"]);
    assert_eq!(money(&["es-PE", "es-CO", "en-GB"], "20 MXN"), ["MXN~20.00", "MXN~20,00", "MXN~20.00"]);
    assert_eq!(home("es-PE", "30 PEN per month"), "S/~30.00 por mes");
}

#[test]
fn days_have_the_names_of_the_region() {
    let regions = ["es-ES", "es-MX", "es-PE", "es-CO", "es-AR", "es-CL", "es-VE", "pt-BR", "pt-PT", "en-GB"];
    let days = |text: &str| in_regions(&regions, &Duration::parse(text).expect("a duration"), duration);
    assert_eq!(
        days("30 calendar days"),
        [
            "30 días naturales",
            "30 días naturales",
            "30 días calendario",
            "30 días calendario",
            "30 días corridos",
            "30 días corridos",
            "30 días continuos",
            "30 dias corridos",
            "30 dias de calendário",
            "30 calendar days"
        ]
    );
    assert_eq!(days("1 calendar day")[2], "1 día calendario");
    assert_eq!(days("5 business days")[2], "5 días hábiles");
    let closed = Hours::Week {
        week: week(&[]),
        holidays: None,
        closed: vec![Closed::Holidays],
        seasons: Vec::new(),
        note: None,
    };
    let closed = |tag| in_regions(&[tag], &closed, |locale, value| hours(locale, value).join("; ")).remove(0);
    assert_eq!(closed("es-ES"), "cerrado; cerrado los festivos");
    assert_eq!(closed("es-PE"), "cerrado; cerrado los feriados");
    assert_eq!(closed("en-GB"), "closed; closed on bank holidays");
}

#[test]
fn dates_follow_the_region() {
    let day = Date::constant(2026, 11, 2);
    let regions = ["es-ES", "es-PE", "es-CL", "pt-PT", "en-US", "en-GB"];
    assert_eq!(
        in_regions(&regions, &day, |locale, day| date(locale, *day)),
        [
            "2 de noviembre de 2026",
            "2 de noviembre de 2026",
            "2 de noviembre de 2026",
            "2 de novembro de 2026",
            "November 2, 2026",
            "2 November 2026"
        ]
    );
    assert_eq!(
        in_regions(&regions, &day, |locale, day| date_short(locale, *day)),
        ["2 nov 2026", "2 nov. 2026", "02-11-2026", "02/11/2026", "Nov 2, 2026", "2 Nov 2026"]
    );
    // CLDR gives the month of Peru a capital where it stands alone.
    let month = Period::Month(2026, 11);
    assert_eq!(
        in_regions(&["es-PE", "es-MX"], &month, |locale, month| period_short(locale, *month)),
        ["nov. 2026", "nov 2026"]
    );
    let three = ["bread", "water", "figs"].map(String::from).to_vec();
    assert_eq!(
        in_regions(&["en-US", "en-GB"], &three, |l, items| list(l, items)),
        ["bread, water, and figs", "bread, water and figs"]
    );
}

#[test]
fn every_tag_of_the_manifest_is_known_to_icu() {
    for (tag, locale) in LOCALES {
        assert_eq!(super::locale_of(locale).to_string(), tag);
    }
}

#[test]
fn another_language_writes_its_figures_and_dates_among_the_words_of_the_program() {
    let among = |tag: &str, lang: Lang| {
        let (tongue, region) = crate::lang::Tongue::of_tag(tag).expect("a tag");
        Locale { lang, other: Some(tongue), region }
    };
    let day = Date::constant(2026, 11, 2);
    let catalan = among("ca", Lang::Es);
    assert_eq!(date(catalan, day), "2 de novembre del 2026");
    assert_eq!(date(catalan.of_words(), day), "2 de noviembre de 2026");
    assert_eq!(date(among("fr-CA", Lang::En), day), "2 novembre 2026");
    let amount: crate::values::Decimal = "1234.5".parse().expect("a number");
    assert_eq!(
        (number(catalan, &amount), number(among("he", Lang::Es), &amount)),
        ("1.234,5".into(), "1,234.5".into())
    );
    // What ICU does not know is written as the words around it.
    let awajun = among("agr-PE", Lang::Es);
    assert_eq!((date(awajun, day), number(awajun, &amount)), ("2 de noviembre de 2026".into(), "1,234.5".into()));
    // The singular is that of the words: in French, 1.5 hours are one.
    let hours = crate::values::Duration::parse("1.5 hours").expect("a length");
    assert_eq!(duration(among("fr", Lang::Es), &hours), "1,5 horas");
    let mut names = ["zebra", "ärger", "apfel"];
    sort_by_name(among("sv", Lang::En), &mut names, |name| (*name).to_owned());
    assert_eq!(names, ["apfel", "zebra", "ärger"]);
}

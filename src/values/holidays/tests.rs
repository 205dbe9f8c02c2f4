//! Holidays against the lists that each state published, weekends included.

use super::*;

fn days(territory: &str, year: i16) -> String {
    let days = holidays(territory, year).unwrap_or_default();
    days.iter().map(|day| day.strftime("%m-%d").to_string()).collect::<Vec<_>>().join(" ")
}

#[test]
fn easter_sundays() {
    // U.S. Census Bureau, table of Easter dates.
    for (year, month, day) in
        [(2000, 4, 23), (2008, 3, 23), (2024, 3, 31), (2025, 4, 20), (2026, 4, 5), (2027, 3, 28), (2038, 4, 25)]
    {
        assert_eq!(easter(year), Date::new(year, month, day).ok(), "{year}");
    }
}

#[test]
fn published_holidays_of_three_years() {
    // gob.pe/feriados; funcionpublica.gov.co (Ley 51 de 1983); BOE, «Resolución … relación de fiestas laborales» of each year,
    // the days that all communities share; planalto.gov.br, portarias of the Ministério da Gestão; Código do Trabalho art. 234.º;
    // gov.uk/bank-holidays; opm.gov, federal holidays; feriados.cl; Ley Federal del Trabajo art. 74; argentina.gob.ar/feriados.
    for (territory, year, expected) in [
        ("PE", 2025, "01-01 04-17 04-18 05-01 06-07 06-29 07-23 07-28 07-29 08-06 08-30 10-08 11-01 12-08 12-09 12-25"),
        ("PE", 2026, "01-01 04-02 04-03 05-01 06-07 06-29 07-23 07-28 07-29 08-06 08-30 10-08 11-01 12-08 12-09 12-25"),
        ("PE", 2027, "01-01 03-25 03-26 05-01 06-07 06-29 07-23 07-28 07-29 08-06 08-30 10-08 11-01 12-08 12-09 12-25"),
        (
            "CO",
            2025,
            "01-01 01-06 03-24 04-17 04-18 05-01 06-02 06-23 06-30 07-20 08-07 08-18 10-13 11-03 11-17 12-08 12-25",
        ),
        (
            "CO",
            2026,
            "01-01 01-12 03-23 04-02 04-03 05-01 05-18 06-08 06-15 06-29 07-13 07-20 08-07 08-17 10-12 11-02 11-16 12-08 12-25",
        ),
        (
            "CO",
            2027,
            "01-01 01-11 03-22 03-25 03-26 05-01 05-10 05-31 06-07 07-05 07-12 07-20 08-07 08-16 10-18 11-01 11-15 12-08 12-25",
        ),
        ("ES", 2025, "01-01 01-06 04-18 05-01 08-15 10-12 11-01 12-06 12-08 12-25"),
        ("ES", 2026, "01-01 01-06 04-03 05-01 08-15 10-12 11-01 12-06 12-08 12-25"),
        ("ES", 2027, "01-01 01-06 03-26 05-01 08-15 10-12 11-01 12-06 12-08 12-25"),
        ("BR", 2025, "01-01 04-18 04-21 05-01 09-07 10-12 11-02 11-15 11-20 12-25"),
        ("BR", 2026, "01-01 04-03 04-21 05-01 09-07 10-12 11-02 11-15 11-20 12-25"),
        ("BR", 2027, "01-01 03-26 04-21 05-01 09-07 10-12 11-02 11-15 11-20 12-25"),
        ("PT", 2025, "01-01 04-18 04-20 04-25 05-01 06-10 06-19 08-15 10-05 11-01 12-01 12-08 12-25"),
        ("PT", 2026, "01-01 04-03 04-05 04-25 05-01 06-04 06-10 08-15 10-05 11-01 12-01 12-08 12-25"),
        ("PT", 2027, "01-01 03-26 03-28 04-25 05-01 05-27 06-10 08-15 10-05 11-01 12-01 12-08 12-25"),
        ("GB-ENG", 2025, "01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26"),
        ("GB-ENG", 2026, "01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-26 12-28"),
        ("GB-ENG", 2027, "01-01 03-26 03-29 05-03 05-31 08-30 12-25 12-26 12-27 12-28"),
        ("US", 2025, "01-01 01-20 02-17 05-26 06-19 07-04 09-01 10-13 11-11 11-27 12-25"),
        ("US", 2026, "01-01 01-19 02-16 05-25 06-19 07-03 07-04 09-07 10-12 11-11 11-26 12-25"),
        ("US", 2027, "01-01 01-18 02-15 05-31 06-18 06-19 07-04 07-05 09-06 10-11 11-11 11-25 12-24 12-25 12-31"),
        ("CL", 2025, "01-01 04-18 04-19 05-01 05-21 06-20 06-29 07-16 08-15 09-18 09-19 10-12 10-31 11-01 12-08 12-25"),
        ("CL", 2026, "01-01 04-03 04-04 05-01 05-21 06-21 06-29 07-16 08-15 09-18 09-19 10-12 10-31 11-01 12-08 12-25"),
        (
            "CL",
            2027,
            "01-01 03-26 03-27 05-01 05-21 06-21 06-28 07-16 08-15 09-17 09-18 09-19 10-11 10-31 11-01 12-08 12-25",
        ),
        ("MX", 2025, "01-01 02-03 03-17 05-01 09-16 11-17 12-25"),
        ("MX", 2026, "01-01 02-02 03-16 05-01 09-16 11-16 12-25"),
        ("MX", 2027, "01-01 02-01 03-15 05-01 09-16 11-15 12-25"),
        (
            "AR",
            2025,
            "01-01 03-03 03-04 03-24 04-02 04-17 04-18 05-01 05-02 05-25 06-16 06-20 07-09 08-15 08-17 10-10 11-21 11-24 12-08 12-25",
        ),
        (
            "AR",
            2026,
            "01-01 02-16 02-17 03-23 03-24 04-02 04-03 05-01 05-25 06-15 06-20 07-09 07-10 08-17 10-12 11-09 11-23 12-07 12-08 12-25",
        ),
    ] {
        assert_eq!(days(territory, year), expected, "{territory} {year}");
    }
}

/// Each list is as published by the community itself or reported from its decree, so that a slip in the table of the state's
/// resolution would show.
#[test]
fn published_holidays_of_spanish_communities() {
    for (territory, year, expected) in [
        // Newtral, 30 December 2024, after the Govern de les Illes Balears.
        ("ES-IB", 2025, "01-01 01-06 03-01 04-17 04-18 05-01 08-15 11-01 12-06 12-08 12-25 12-26"),
        // El Correo, 28 September 2025, of the Basque Country.
        ("ES-PV", 2025, "01-01 01-06 04-17 04-18 04-21 05-01 07-25 08-15 11-01 12-06 12-08 12-25"),
        // OK Diario, 28 October 2025, after BOE-A-2025-21667.
        ("ES-AN", 2026, "01-01 01-06 02-28 04-02 04-03 05-01 08-15 10-12 11-02 12-07 12-08 12-25"),
        ("ES-AR", 2026, "01-01 01-06 04-02 04-03 04-23 05-01 08-15 10-12 11-02 12-07 12-08 12-25"),
        ("ES-AS", 2026, "01-01 01-06 04-02 04-03 05-01 08-15 09-08 10-12 11-02 12-07 12-08 12-25"),
        ("ES-IB", 2026, "01-01 01-06 03-02 04-02 04-03 04-06 05-01 08-15 10-12 12-08 12-25 12-26"),
    ] {
        // A holiday on a Sunday is none of the working calendar; the state's own list of every year still has it.
        let days = holidays(territory, year).unwrap_or_default();
        let worked = days.iter().filter(|day| day.weekday() != Weekday::Sunday);
        let worked: Vec<String> = worked.map(|day| day.strftime("%m-%d").to_string()).collect();
        assert_eq!(worked.join(" "), expected, "{territory} {year}");
    }
    // Which communities keep the Monday after a holiday on a Sunday: Onda Cero, 13 October 2025; Europa Press, 28 October 2025.
    for (day, kept) in [
        ("2025-10-13", "AN AR AS CL EX"),
        ("2026-11-02", "AN AR AS CL CM CN EX MD NC"),
        ("2026-12-07", "AN AR AS CB CL EX MC MD ML RI"),
    ] {
        let day: Date = day.parse().expect("a date");
        let keeping = territories().filter(|code| code.starts_with("ES-"));
        let keeping = keeping.filter(|code| holidays(code, day.year()).is_some_and(|days| days.contains(&day)));
        let keeping: Vec<&str> = keeping.map(|code| code.trim_start_matches("ES-")).collect();
        assert_eq!(keeping.join(" "), kept, "{day}");
    }
}

#[test]
fn what_is_not_known_is_not_guessed() {
    assert_eq!(holidays("AR", 2027), None);
    assert_eq!(holidays("PE", 2023), None);
    assert_eq!(holidays("PE", i16::MAX), None);
    assert_eq!(holidays("FR", 2026), None);
    assert_eq!(known_years("CL"), Some(2024..=2028));
    assert_eq!(known_years("FR"), None);
    // A region has its country's where its own are not known, and is not whole by them.
    assert_eq!(holidays("ES-MD", 2027), holidays("ES", 2027));
    assert_eq!(holidays("PE-LIM", 2026), holidays("PE", 2026));
    assert!(!is_whole("ES-MD", 2027) && is_whole("ES-MD", 2026) && is_whole("ES", 2027) && is_whole("GB-ENG", 2026));
    assert!(!is_whole("PE-LIM", 2026) && !is_whole("AR", 2027));
    assert_eq!((known_years("ES-MD"), known_years("PE-LIM")), (Some(2025..=2026), Some(2024..=2030)));
    assert_eq!(holidays("GB", 2026), None);
    for territory in territories() {
        let years = known_years(territory).expect("it has a table");
        for year in years {
            assert!(holidays(territory, year).is_some_and(|days| days.len() >= 7), "{territory} {year}");
        }
    }
}

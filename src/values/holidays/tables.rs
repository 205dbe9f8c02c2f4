//! The rules of each territory, with the law they stand in.

use super::{Day, Rule, Shift, Territory};
use crate::values::Weekday::{Monday, Thursday};
use Day::{Easter, Fixed, Given, Nth};
use Shift::{InLieu, NearFriday, NearMonday, NextMonday, Stays, Substitute};

const fn rule(day: Day, shift: Shift) -> Rule {
    Rule { day, shift, from: i16::MIN, until: i16::MAX }
}

const fn fixed(month: i8, day: i8) -> Rule {
    rule(Fixed(month, day), Stays)
}

const fn since(from: i16, month: i8, day: i8) -> Rule {
    Rule { day: Fixed(month, day), shift: Stays, from, until: i16::MAX }
}

const GOOD_FRIDAY: Rule = rule(Easter(-2), Stays);
const HOLY_THURSDAY: Rule = rule(Easter(-3), Stays);

/// Years for which a law with fixed rules is taken to hold. A change of the law is a change of the table.
const LASTING: (i16, i16) = (2024, 2030);

pub(super) const TERRITORIES: &[Territory] = &[
    // Ley 27.399; the days «no laborables» of Holy Week and for tourism count as closed. Movable days and bridges are proclaimed
    // for each year, so that only proclaimed years are here: Decreto 1027/2024 and, for 10 October 2025, Resolución 139/2025.
    Territory { code: "AR", years: (2025, 2026), rules: ARGENTINA, days: ARGENTINA_DAYS },
    // Leis 662/1949, 6.802/1980, 9.093/1995, 10.607/2002 and 14.759/2023. Carnival and Corpus Christi are no national holidays.
    Territory { code: "BR", years: LASTING, rules: BRAZIL, days: &[] },
    // Leyes 2.977, 3.810, 18.432, 19.668, 19.973, 20.148, 20.215, 20.299, 20.663, 20.983, 21.357. The solstice is known to 2028.
    Territory { code: "CL", years: (2024, 2028), rules: CHILE, days: &[] },
    // Ley 51 of 1983 (Ley Emiliani), with Ley 2578 of 2026, art. 6 (Our Lady of Chiquinquirá).
    Territory { code: "CO", years: LASTING, rules: COLOMBIA, days: &[] },
    // Estatuto de los Trabajadores, art. 37.2, and Real Decreto 2001/1983, art. 45. Regions and towns add up to five more.
    Territory { code: "ES", years: LASTING, rules: SPAIN, days: &[] },
    // Banking and Financial Dealings Act 1971, schedule 1, with the proclaimed New Year's Day and early May holiday.
    Territory { code: "GB-ENG", years: LASTING, rules: ENGLAND, days: &[] },
    // Ley Federal del Trabajo, art. 74.
    Territory { code: "MX", years: LASTING, rules: MEXICO, days: &[] },
    // Decreto Legislativo 713, art. 6, with Leyes 31381 (2021), 31530 (2022), 31788 and 31822 (2023).
    Territory { code: "PE", years: LASTING, rules: PERU, days: &[] },
    // Código do Trabalho, art. 234.º.
    Territory { code: "PT", years: LASTING, rules: PORTUGAL, days: &[] },
    // 5 U.S.C. 6103.
    Territory { code: "US", years: LASTING, rules: UNITED_STATES, days: &[] },
];

const ARGENTINA: &[Rule] = &[
    fixed(1, 1),
    rule(Easter(-48), Stays),
    rule(Easter(-47), Stays),
    fixed(3, 24),
    fixed(4, 2),
    HOLY_THURSDAY,
    GOOD_FRIDAY,
    fixed(5, 1),
    fixed(5, 25),
    fixed(6, 20),
    fixed(7, 9),
    fixed(12, 8),
    fixed(12, 25),
];

/// The four days that move, the days for tourism, and in 2026 the visit of the Pope.
const ARGENTINA_DAYS: &[(i16, i8, i8)] = &[
    (2025, 5, 2),
    (2025, 6, 16),
    (2025, 8, 15),
    (2025, 8, 17),
    (2025, 10, 10),
    (2025, 11, 21),
    (2025, 11, 24),
    (2026, 3, 23),
    (2026, 6, 15),
    (2026, 7, 10),
    (2026, 8, 17),
    (2026, 10, 12),
    (2026, 11, 9),
    (2026, 11, 23),
    (2026, 12, 7),
];

const BRAZIL: &[Rule] = &[
    fixed(1, 1),
    GOOD_FRIDAY,
    fixed(4, 21),
    fixed(5, 1),
    fixed(9, 7),
    fixed(10, 12),
    fixed(11, 2),
    fixed(11, 15),
    since(2024, 11, 20),
    fixed(12, 25),
];

const CHILE: &[Rule] = &[
    fixed(1, 1),
    GOOD_FRIDAY,
    rule(Easter(-1), Stays),
    fixed(5, 1),
    fixed(5, 21),
    rule(Given(&[(2024, 6, 20), (2025, 6, 20), (2026, 6, 21), (2027, 6, 21), (2028, 6, 20)]), Stays),
    rule(Fixed(6, 29), NearMonday),
    fixed(7, 16),
    fixed(8, 15),
    // The 17th where the 18th is a Tuesday or a Saturday, the 20th where the 19th is a Thursday.
    rule(Given(&[(2027, 9, 17)]), Stays),
    fixed(9, 18),
    fixed(9, 19),
    rule(Given(&[(2024, 9, 20)]), Stays),
    rule(Fixed(10, 12), NearMonday),
    rule(Fixed(10, 31), NearFriday),
    fixed(11, 1),
    fixed(12, 8),
    fixed(12, 25),
];

const COLOMBIA: &[Rule] = &[
    fixed(1, 1),
    rule(Fixed(1, 6), NextMonday),
    rule(Fixed(3, 19), NextMonday),
    HOLY_THURSDAY,
    GOOD_FRIDAY,
    fixed(5, 1),
    // Ascension, Corpus Christi and the Sacred Heart are kept on the Monday after.
    rule(Easter(43), Stays),
    rule(Easter(64), Stays),
    rule(Easter(71), Stays),
    rule(Fixed(6, 29), NextMonday),
    Rule { day: Fixed(7, 9), shift: NextMonday, from: 2026, until: i16::MAX },
    fixed(7, 20),
    fixed(8, 7),
    rule(Fixed(8, 15), NextMonday),
    rule(Fixed(10, 12), NextMonday),
    rule(Fixed(11, 1), NextMonday),
    rule(Fixed(11, 11), NextMonday),
    fixed(12, 8),
    fixed(12, 25),
];

pub(super) const SPAIN: &[Rule] = &[
    fixed(1, 1),
    fixed(1, 6),
    GOOD_FRIDAY,
    fixed(5, 1),
    fixed(8, 15),
    fixed(10, 12),
    fixed(11, 1),
    fixed(12, 6),
    fixed(12, 8),
    fixed(12, 25),
];

const ENGLAND: &[Rule] = &[
    rule(Fixed(1, 1), Substitute),
    GOOD_FRIDAY,
    rule(Easter(1), Stays),
    rule(Nth(5, Monday, 1), Stays),
    rule(Nth(5, Monday, -1), Stays),
    rule(Nth(8, Monday, -1), Stays),
    rule(Fixed(12, 25), Substitute),
    rule(Fixed(12, 26), Substitute),
];

const MEXICO: &[Rule] = &[
    fixed(1, 1),
    rule(Nth(2, Monday, 1), Stays),
    rule(Nth(3, Monday, 3), Stays),
    fixed(5, 1),
    fixed(9, 16),
    // The change of the presidency.
    rule(Given(&[(2024, 10, 1), (2030, 10, 1)]), Stays),
    rule(Nth(11, Monday, 3), Stays),
    fixed(12, 25),
];

const PERU: &[Rule] = &[
    fixed(1, 1),
    HOLY_THURSDAY,
    GOOD_FRIDAY,
    fixed(5, 1),
    since(2023, 6, 7),
    fixed(6, 29),
    since(2023, 7, 23),
    fixed(7, 28),
    fixed(7, 29),
    since(2022, 8, 6),
    fixed(8, 30),
    fixed(10, 8),
    fixed(11, 1),
    fixed(12, 8),
    since(2021, 12, 9),
    fixed(12, 25),
];

const PORTUGAL: &[Rule] = &[
    fixed(1, 1),
    GOOD_FRIDAY,
    rule(Easter(0), Stays),
    fixed(4, 25),
    fixed(5, 1),
    rule(Easter(60), Stays),
    fixed(6, 10),
    fixed(8, 15),
    fixed(10, 5),
    fixed(11, 1),
    fixed(12, 1),
    fixed(12, 8),
    fixed(12, 25),
];

const UNITED_STATES: &[Rule] = &[
    rule(Fixed(1, 1), InLieu),
    rule(Nth(1, Monday, 3), Stays),
    rule(Nth(2, Monday, 3), Stays),
    rule(Nth(5, Monday, -1), Stays),
    rule(Fixed(6, 19), InLieu),
    rule(Fixed(7, 4), InLieu),
    rule(Nth(9, Monday, 1), Stays),
    rule(Nth(10, Monday, 2), Stays),
    rule(Fixed(11, 11), InLieu),
    rule(Nth(11, Thursday, 4), Stays),
    rule(Fixed(12, 25), InLieu),
];

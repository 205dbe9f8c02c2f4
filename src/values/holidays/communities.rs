//! The holidays of the autonomous communities of Spain and of Ceuta and Melilla, beside those that all of Spain keeps.
//!
//! Each community names its own every year, and moves the Monday after a holiday on a Sunday or leaves it; the state publishes them
//! together in October of the year before: Resolución de la Dirección General de Trabajo of 15 October 2024 (BOE-A-2024-21316) and
//! of 17 October 2025 (BOE-A-2025-21667), taken here as the maintained package `holidays` 0.109 of Python has them and held by tests
//! to what communities and newspapers published. A year enters when its resolution is out.
//!
//! Two days more belong to each town. Ceuta and Melilla are one town each and have theirs here; 3 December is kept in all of
//! Navarra; the islands of the Canaries have one each, which is not here.

use super::Territory;
use super::tables::SPAIN;

/// The years whose resolution is here.
const YEARS: (i16, i16) = (2025, 2026);

const fn community(code: &'static str, days: &'static [(i16, i8, i8)]) -> Territory {
    Territory { code, years: YEARS, rules: SPAIN, days }
}

pub(super) const COMMUNITIES: &[Territory] = &[
    community(
        "ES-AN",
        &[(2025, 2, 28), (2025, 4, 17), (2025, 10, 13), (2026, 2, 28), (2026, 4, 2), (2026, 11, 2), (2026, 12, 7)],
    ),
    community(
        "ES-AR",
        &[(2025, 4, 17), (2025, 4, 23), (2025, 10, 13), (2026, 4, 2), (2026, 4, 23), (2026, 11, 2), (2026, 12, 7)],
    ),
    community(
        "ES-AS",
        &[(2025, 4, 17), (2025, 9, 8), (2025, 10, 13), (2026, 4, 2), (2026, 9, 8), (2026, 11, 2), (2026, 12, 7)],
    ),
    community(
        "ES-CB",
        &[(2025, 4, 17), (2025, 7, 28), (2025, 9, 15), (2026, 4, 2), (2026, 7, 28), (2026, 9, 15), (2026, 12, 7)],
    ),
    community(
        "ES-CE",
        &[
            (2025, 3, 31),
            (2025, 4, 17),
            (2025, 6, 6),
            (2025, 6, 13),
            (2025, 8, 5),
            (2026, 3, 20),
            (2026, 4, 2),
            (2026, 5, 27),
            (2026, 6, 13),
            (2026, 8, 5),
            (2026, 9, 2),
        ],
    ),
    community(
        "ES-CL",
        &[(2025, 4, 17), (2025, 4, 23), (2025, 10, 13), (2026, 4, 2), (2026, 4, 23), (2026, 11, 2), (2026, 12, 7)],
    ),
    community(
        "ES-CM",
        &[(2025, 4, 17), (2025, 5, 31), (2025, 6, 19), (2026, 4, 2), (2026, 4, 6), (2026, 6, 4), (2026, 11, 2)],
    ),
    community("ES-CN", &[(2025, 4, 17), (2025, 5, 30), (2026, 4, 2), (2026, 5, 30), (2026, 11, 2)]),
    community(
        "ES-CT",
        &[
            (2025, 4, 21),
            (2025, 6, 24),
            (2025, 9, 11),
            (2025, 12, 26),
            (2026, 4, 6),
            (2026, 6, 24),
            (2026, 9, 11),
            (2026, 12, 26),
        ],
    ),
    community(
        "ES-EX",
        &[(2025, 4, 17), (2025, 9, 8), (2025, 10, 13), (2026, 4, 2), (2026, 9, 8), (2026, 11, 2), (2026, 12, 7)],
    ),
    community(
        "ES-GA",
        &[(2025, 4, 17), (2025, 5, 17), (2025, 7, 25), (2026, 3, 19), (2026, 4, 2), (2026, 6, 24), (2026, 7, 25)],
    ),
    community(
        "ES-IB",
        &[(2025, 3, 1), (2025, 4, 17), (2025, 12, 26), (2026, 3, 2), (2026, 4, 2), (2026, 4, 6), (2026, 12, 26)],
    ),
    community(
        "ES-MC",
        &[(2025, 3, 19), (2025, 4, 17), (2025, 6, 9), (2026, 3, 19), (2026, 4, 2), (2026, 6, 9), (2026, 12, 7)],
    ),
    community(
        "ES-MD",
        &[(2025, 4, 17), (2025, 5, 2), (2025, 7, 25), (2026, 4, 2), (2026, 5, 2), (2026, 11, 2), (2026, 12, 7)],
    ),
    community(
        "ES-ML",
        &[
            (2025, 3, 31),
            (2025, 4, 17),
            (2025, 6, 6),
            (2025, 9, 8),
            (2025, 9, 17),
            (2026, 3, 20),
            (2026, 4, 2),
            (2026, 5, 27),
            (2026, 9, 8),
            (2026, 9, 17),
            (2026, 12, 7),
        ],
    ),
    community(
        "ES-NC",
        &[
            (2025, 4, 17),
            (2025, 4, 21),
            (2025, 7, 25),
            (2025, 12, 3),
            (2026, 3, 19),
            (2026, 4, 2),
            (2026, 4, 6),
            (2026, 11, 2),
            (2026, 12, 3),
        ],
    ),
    community(
        "ES-PV",
        &[(2025, 4, 17), (2025, 4, 21), (2025, 7, 25), (2026, 3, 19), (2026, 4, 2), (2026, 4, 6), (2026, 7, 25)],
    ),
    community(
        "ES-RI",
        &[(2025, 4, 17), (2025, 4, 21), (2025, 6, 9), (2026, 4, 2), (2026, 4, 6), (2026, 6, 9), (2026, 12, 7)],
    ),
    community(
        "ES-VC",
        &[
            (2025, 3, 19),
            (2025, 4, 21),
            (2025, 6, 24),
            (2025, 10, 9),
            (2026, 3, 19),
            (2026, 4, 6),
            (2026, 6, 24),
            (2026, 10, 9),
        ],
    ),
];

//! Rows of what is only declared.

/// A declaration that is taken away by giving it another clause.
macro_rules! undeclared {
    ($clause:literal) => {
        (
            $clause,
            &[(
                concat!("profile: es-ley-10-2025, clause: \"", $clause, "\""),
                "profile: es-ley-10-2025, clause: \"0\"",
            )],
            "unattested",
        )
    };
}

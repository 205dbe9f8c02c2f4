//! Numbers of editions: their order as people read them.

/// A part of a number, so that `2026.9` stands before `2026.10`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// How many digits without zeros before them, and the digits.
    Digits(usize, String),
    Words(String),
}

/// The key by which numbers are ordered.
pub fn key(number: &str) -> Vec<Part> {
    let mut parts = Vec::new();
    let mut rest = number;
    while let Some(first) = rest.chars().next() {
        let is_digit = first.is_ascii_digit();
        let end = rest.find(|c: char| c.is_ascii_digit() != is_digit).unwrap_or(rest.len());
        let (part, after) = rest.split_at(end);
        parts.push(match is_digit {
            true => {
                let digits = part.trim_start_matches('0');
                Part::Digits(digits.len(), digits.to_owned())
            }
            false => Part::Words(part.to_lowercase()),
        });
        rest = after;
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_ordered_as_people_read_them() {
        let mut numbers = ["2026.10", "2026.9", "2025.1", "rev B", "rev a", "2026.09b", "10", "9"];
        numbers.sort_by_key(|number| key(number));
        assert_eq!(numbers, ["9", "10", "2025.1", "2026.9", "2026.09b", "2026.10", "rev a", "rev B"]);
        assert!(key(&"9".repeat(400)) < key(&"9".repeat(401)), "no number is too long");
    }
}

//! Where the row of editions that are known has a hole: an edition that was in force is not among the tags, or may not be.
//!
//! What an edition after a hole brought may have come with the one that is missing, so that it is said to hold since then «or earlier».

use super::facts::Facts;
use super::number;
use crate::values::{Date, When};

/// What is known to be missing of the editions.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Missing {
    /// The clone holds a part of the commits, and so perhaps a part of the tags.
    pub shallow: bool,
    /// The numbers of tags that may be editions and cannot be read as such.
    pub numbers: Vec<String>,
}

/// Whether there may be another edition between one and those before it, which come from the oldest. `all` are the numbers of every
/// edition that is known: what is said to be replaced, and comes later, is no sign of a gap but of a wrong day.
pub fn follows_gap(known: &[&Facts], own: &Facts, all: &[String], missing: &Missing) -> bool {
    let is_earlier = |number: &str| known.iter().any(|facts| is(facts, number));
    let is_known = |number: &str| is_earlier(number) || is(own, number) || all.iter().any(|other| same(other, number));
    let unknown = |number: &&str| !is_known(number);
    let names_known = own.predecessors.iter().any(|number| is_earlier(number));
    let names_unknown = own.predecessors.iter().any(|number| !is_known(number));
    if !names_known && (names_unknown || missing.shallow) {
        return true;
    }
    let last = known.last().copied();
    let mut unread = missing.numbers.iter().map(String::as_str).filter(unknown);
    let mut listed = own.listed.iter().filter(|row| !row_is_known(row, &is_known));
    unread.any(|number| is_between(last, number, own)) || listed.any(|row| in_time(last, row.1, own))
}

fn same(a: &str, b: &str) -> bool {
    a.trim().to_lowercase() == b.trim().to_lowercase()
}

/// Whether an edition has a number.
fn is(facts: &Facts, number: &str) -> bool {
    facts.number.as_deref().is_some_and(|own| same(own, number))
}

/// A row may say more than the number: «Edición 2».
fn row_is_known((number, _): &(String, Option<When>), is_known: &impl Fn(&str) -> bool) -> bool {
    is_known(number) || number.split_whitespace().any(is_known)
}

fn is_between(last: Option<&Facts>, number: &str, own: &Facts) -> bool {
    let key = |facts: &Facts| facts.number.as_deref().map(number::key);
    let at = number::key(number);
    let after = last.and_then(key).is_none_or(|last| last < at);
    after && key(own).is_none_or(|own| at < own)
}

/// Whether a row of the table of changes tells of what came after one edition and not after another. Without a day it counts only for the
/// first of all.
fn in_time(last: Option<&Facts>, day: Option<When>, own: &Facts) -> bool {
    let begins = |facts: &Facts| facts.effective.map(When::start);
    let Some(day): Option<Date> = day.map(When::start) else { return last.is_none() };
    let after = last.is_none_or(|last| begins(last).is_some_and(|begins| begins < day));
    after && begins(own).is_none_or(|begins| day <= begins)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn edition(number: &str, effective: &str, replaces: &[&str], listed: &[(&str, &str)]) -> Facts {
        let when = |day: &str| When::parse(day).ok();
        Facts {
            number: Some(number.to_owned()),
            effective: when(effective),
            predecessors: replaces.iter().map(|number| (*number).to_owned()).collect(),
            listed: listed.iter().map(|(number, day)| ((*number).to_owned(), when(day))).collect(),
            ..Facts::default()
        }
    }

    fn lacks(numbers: &[&str]) -> Missing {
        Missing { shallow: false, numbers: numbers.iter().map(|number| (*number).to_owned()).collect() }
    }

    const SHALLOW: Missing = Missing { shallow: true, numbers: Vec::new() };

    #[test]
    fn a_predecessor_that_no_tag_has_leaves_a_gap() {
        let [first, second] = [edition("1", "2025-01-01", &[], &[]), edition("2", "2026-01-01", &["1"], &[])];
        let whole = Missing::default();
        assert!(!follows_gap(&[], &first, &[], &whole));
        assert!(!follows_gap(&[&first], &second, &[], &whole));
        assert!(follows_gap(&[], &second, &[], &whole));
        let later = ["1".to_owned(), "2".to_owned()];
        assert!(!follows_gap(&[], &second, &later, &whole), "it comes later, so that a day is wrong");
        assert!(follows_gap(&[], &edition("2", "2026-01-01", &["2"], &[]), &[], &SHALLOW), "itself");
        assert!(follows_gap(&[&first], &edition("3", "2027-01-01", &["2"], &[]), &[], &whole));
    }

    #[test]
    fn a_part_of_a_clone_may_lack_whatever_is_not_named() {
        let [first, second] = [edition("1", "2025-01-01", &[], &[]), edition("2", "2026-01-01", &["1"], &[])];
        assert!(follows_gap(&[], &first, &[], &SHALLOW));
        assert!(!follows_gap(&[&first], &second, &[], &SHALLOW), "it says itself what it follows");
        assert!(follows_gap(&[&first], &edition("3", "2026-01-01", &[], &[]), &[], &SHALLOW));
    }

    #[test]
    fn a_tag_that_cannot_be_read_leaves_a_gap_where_its_number_stands() {
        let editions = ["2025.1", "2025.2", "2026.1"].map(|number| edition(number, "2026-01-01", &[], &[]));
        let [first, second, third] = &editions;
        for (number, gaps) in
            [("2024.9", [true, false, false]), ("2025.3", [false, false, true]), ("2026.2", [false; 3])]
        {
            let missing = lacks(&[number]);
            let found = [
                follows_gap(&[], first, &[], &missing),
                follows_gap(&[first], second, &[], &missing),
                follows_gap(&[first, second], third, &[], &missing),
            ];
            assert_eq!(found, gaps, "{number}");
        }
        assert!(!follows_gap(&[first, second], third, &[], &lacks(&["2025.2"])), "another tag has it");
    }

    #[test]
    fn an_edition_of_the_table_of_changes_without_a_tag_leaves_a_gap() {
        let rows =
            [("0", "2024-05-01"), ("Edición 1", "2025-01-01"), ("1.5", "2025-06"), ("2", "2026-01-01"), ("3", "")];
        let [first, second] = [edition("1", "2025-01-01", &[], &rows[1..2]), edition("2", "2026-01-01", &["1"], &rows)];
        let whole = Missing::default();
        assert!(!follows_gap(&[], &first, &[], &whole));
        assert!(follows_gap(&[&first], &second, &[], &whole), "1.5 came between");
        let without = edition("2", "2026-01-01", &[], &[rows[0], rows[1], rows[3], rows[4]]);
        assert!(!follows_gap(&[&first], &without, &[], &whole), "what came before the first is told of the first");
        assert!(follows_gap(&[], &edition("1", "2025-01-01", &[], &rows[..2]), &[], &whole));
        assert!(
            !follows_gap(&[], &edition("1", "2025-01-01", &[], &rows[1..4]), &[], &whole),
            "later ones are none before it"
        );
    }
}

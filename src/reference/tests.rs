//! The reference shows all of the language, leads somewhere, and its examples are good.

use super::*;
use crate::grammar::{language, name};
use crate::ir::{Block, Inline, text_of};
use crate::values::{self as v, Expectation};
use std::collections::BTreeSet;

fn made(lang: Lang) -> Manual {
    reference(&crate::entries(), lang, jiff::civil::date(2026, 11, 2))
}

fn anchors(manual: &Manual) -> Vec<String> {
    fn of(blocks: &[Block], out: &mut Vec<String>) {
        for block in blocks {
            match block {
                Block::Heading { id: Some(id), .. } => out.push(id.clone()),
                Block::Group { id, blocks, .. } => {
                    out.extend(id.clone());
                    of(blocks, out);
                }
                _ => {}
            }
        }
    }
    let mut out = Vec::new();
    for section in &manual.sections {
        out.push(section.id.clone());
        of(&section.blocks, &mut out);
    }
    out
}

#[test]
fn every_kind_key_and_code_is_shown_in_every_language() {
    for lang in Lang::ALL {
        let manual = made(lang);
        let text = serde_json::to_string(&manual).expect("it serializes");
        for (kind, shape) in language() {
            assert!(manual.sections.iter().any(|s| s.id == format!("kind-{}", name(*kind))), "{}", name(*kind));
            shape.each_mapping(name(*kind), &mut |path, mapping| {
                for key in &mapping.keys {
                    let cell = format!(r#"{{"kind":"code","text":"{}"}}"#, key.name);
                    assert!(text.contains(&cell), "{path}.{} in {lang}", key.name);
                }
            });
        }
        for entry in crate::entries() {
            assert!(text.contains(&format!("code-{}", entry.code.to_lowercase())), "{} in {lang}", entry.code);
        }
    }
}

#[test]
fn anchors_are_unique_and_references_lead_to_them() {
    let manual = made(Lang::Es);
    let all = anchors(&manual);
    let unique: BTreeSet<&String> = all.iter().collect();
    let twice: Vec<&String> = unique.iter().filter(|id| all.iter().filter(|a| a == *id).count() > 1).copied().collect();
    assert!(twice.is_empty(), "{twice:?}");
    // Links that lead nowhere are taken away when the manual is sealed.
    let links = serde_json::to_string(&manual).expect("it serializes").matches(r#""kind":"ref""#).count();
    assert!(links > 200, "{links}");
    assert!(matches!(
        prose::inlines("a `b` c").as_slice(),
        [Inline::Text { .. }, Inline::Code { .. }, Inline::Text { .. }]
    ));
    assert!(!text_of(&manual.sections[1].lead).is_empty());
}

#[test]
fn every_example_of_a_value_is_read() {
    for (what, examples) in super::values::EXAMPLES {
        for example in examples {
            let good = match what {
                Expectation::Duration => v::Duration::parse(example).is_ok(),
                Expectation::Percent => v::Percent::parse(example).is_ok(),
                Expectation::Money => v::Money::parse(example).is_ok(),
                Expectation::Number => v::parse_number(example).is_ok(),
                Expectation::Rate => v::Rate::parse(example).is_ok(),
                Expectation::Quantity => v::Quantity::parse(example).is_ok(),
                Expectation::Range => v::Range::parse(example).is_ok(),
                Expectation::Comparison => {
                    v::Bound::parse_with(example, v::Quantity::parse).is_ok_and(|b| b.op.is_some())
                }
                Expectation::Date => v::When::parse(example).is_ok(),
                Expectation::MonthDay => v::MonthDay::parse(example).is_ok(),
                Expectation::Period => v::Period::parse(example).is_ok(),
                Expectation::Recurrence => v::Recurrence::parse(example).is_ok(),
                Expectation::DayOfPeriod => v::DayOfPeriod::parse(example).is_ok(),
                Expectation::Hours => v::Hours::parse(example).is_ok(),
                Expectation::Time => v::Time::parse(example).is_ok(),
                Expectation::TimeRange => v::TimeRange::parse(example).is_ok(),
                Expectation::Weekday => v::Weekdays::parse(example).is_ok(),
                Expectation::Closed => v::Closed::parse(example).is_ok(),
                Expectation::Ratio => v::Target::parse_ratio(example).is_ok(),
                Expectation::Scale => v::Scale::parse(example).is_ok(),
            };
            assert!(good, "{what:?}: {example}");
        }
    }
}

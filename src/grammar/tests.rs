//! What the readers say of the language, and that each key of it is described.

use super::shape::{Mapping, Shape};
use super::*;
use crate::lang::keys;
use std::collections::BTreeSet;

/// Every key of the language, by its path: `services.offering.summary`.
fn paths() -> BTreeSet<String> {
    let mut out = BTreeSet::new();
    for (kind, shape) in language() {
        shape.each_mapping(name(*kind), &mut |path, mapping| {
            out.extend(mapping.keys.iter().map(|key| format!("{path}.{}", key.name)));
        });
    }
    out
}

fn mapping(kind: Option<Kind>) -> &'static Mapping {
    match language().iter().find(|(k, _)| *k == kind) {
        Some((_, Shape::Map(mapping))) => mapping,
        other => panic!("{other:?}"),
    }
}

/// The mapping at a key, through lists, variants and choices.
fn within<'a>(mapping: &'a Mapping, key: &str) -> &'a Mapping {
    let mut found = None;
    fn first<'a>(shape: &'a Shape, found: &mut Option<&'a Mapping>) {
        match shape {
            Shape::Map(mapping) => *found = found.or(Some(mapping)),
            Shape::Many(s) | Shape::List(s) | Shape::Given(s) | Shape::Variant(s) | Shape::Entries(s, _) => {
                first(s, found);
            }
            Shape::AnyOf(shapes) => shapes.iter().for_each(|s| first(s, found)),
            _ => {}
        }
    }
    first(mapping.get(key).unwrap_or_else(|| panic!("{key} is asked for")), &mut found);
    found.unwrap_or_else(|| panic!("{key} holds a mapping"))
}

#[test]
fn every_key_has_a_description_and_every_description_a_key() {
    let paths = paths();
    assert!(paths.len() > 500, "{}", paths.len());
    let missing: Vec<&String> = paths.iter().filter(|path| keys::find(path).is_none()).collect();
    assert!(missing.is_empty(), "described nowhere in lang/keys: {missing:#?}");
    let used: BTreeSet<&str> = paths.iter().filter_map(|path| keys::at(path)).map(|(at, _)| at).collect();
    let all: BTreeSet<&str> = keys::ALL.into_iter().flatten().flat_map(|text| text.at.split(' ')).collect();
    let idle: Vec<&&str> = all.difference(&used).filter(|at| !["none", "translated"].contains(at)).collect();
    assert!(idle.is_empty(), "no reader asks for {idle:?}");
    for (kind, _) in language() {
        assert!(keys::kind(name(*kind)).is_some(), "{}", name(*kind));
    }
    assert_eq!(keys::KINDS.len(), language().len());
}

#[test]
fn the_reference_for_developers_names_every_key() {
    let reference = include_str!("../model/README.md");
    let words: BTreeSet<&str> = reference.split(|c: char| !(c.is_alphanumeric() || c == '_')).collect();
    let paths = paths();
    let missing: BTreeSet<&str> =
        paths.iter().filter_map(|path| path.rsplit('.').next()).filter(|key| !words.contains(key)).collect();
    assert!(missing.is_empty(), "src/model/README.md does not name {missing:?}");
}

#[test]
fn a_mapping_is_found_with_what_must_be_written() {
    let channel = mapping(Some(Kind::Channels));
    assert!(channel.requires("name") && channel.requires("kind") && !channel.requires("hours"));
    assert_eq!(channel.get("hours"), Some(&Shape::Hours));
    assert_eq!(channel.get("sites"), Some(&Shape::Many(Box::new(Shape::Reference(Kind::Sites)))));
    let status = within(channel, "status");
    assert!(status.needs.iter().any(|need| need.any_of == ["suspended", "retired"]));
}

#[test]
fn keys_that_others_open_or_shut_out_are_found() {
    let target = within(mapping(Some(Kind::Indicators)), "target");
    let beside = |key: &str| target.beside.iter().find(|(k, _)| *k == key).map(|(_, openers)| openers.clone());
    assert_eq!(beside("scale"), Some(vec!["scores"]));
    assert_eq!(beside("of"), Some(vec!["coverage"]));
    assert_eq!(beside("each"), Some(vec!["coverage"]));
    assert!(target.apart.contains(&("share", "mean")) && !target.apart.contains(&("share", "within")));
    assert!(target.needs.iter().any(|need| need.with.is_none() && need.any_of.len() == 14));
    assert!(target.needs.iter().any(|need| need.with == Some("scores") && need.any_of == ["scale"]));
}

#[test]
fn forms_that_a_reader_tells_apart_are_found() {
    let offering = within(mapping(Some(Kind::Services)), "offering");
    let price = offering.get("price");
    let Some(Shape::AnyOf(forms)) = price else { panic!("{price:?}") };
    assert!(forms.iter().any(|form| matches!(form, Shape::Map(map) if map.keys.len() == 1 && !map.requires("free"))));
    let units = within(within(mapping(None), "organization"), "units");
    assert_eq!(units.get("units"), Some(&Shape::Many(Box::new(Shape::Again(0)))), "a unit holds units");
}

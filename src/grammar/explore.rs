//! The readers, run over made-up entries until they have nothing new to ask: their questions are the language.
//!
//! Nothing about a kind is written down here. A reader decides by what it finds, so each value is shown to it as a text, a list and
//! a mapping, and each mapping with every key alone and every two together. What is tried is always good by what was learnt before,
//! so that no reader stops early.

use super::probe::{Draft, ask};
use super::shape::{Key, KeyForm, Mapping, Need, Shape, Value};
use crate::parse::kind::Kind;
use crate::parse::reader::trace::Asked;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Puts a value in its place in an entry.
type Hole<'a> = &'a dyn Fn(Draft) -> Draft;

/// A mapping as its reader knows it: the function that reads it, and the keys that it asks for when there are none.
type Name = (&'static str, Vec<&'static str>);

/// The shapes of entries of some kinds, or of the manifest.
pub fn shapes(kinds: impl IntoIterator<Item = Option<Kind>>) -> Vec<(Option<Kind>, Shape)> {
    let mut explorer = Explorer { kind: None, known: Vec::new(), outer: Vec::new() };
    let mut shape = |kind| {
        explorer.kind = kind;
        (kind, explorer.value(&|draft| draft))
    };
    kinds.into_iter().map(&mut shape).collect()
}

struct Explorer {
    kind: Option<Kind>,
    /// Mappings that were explored, in whatever kind: the same function asking for the same keys is the same mapping.
    known: Vec<(Name, Arc<Mapping>)>,
    /// Mappings in which the present one lies, the outermost first.
    outer: Vec<Name>,
}

/// Keys that are asked for and keys that are missed, of one reading of a mapping.
#[derive(Debug, Clone, Default, PartialEq)]
struct Reading {
    keys: Vec<&'static str>,
    missed: Vec<Vec<&'static str>>,
    open: bool,
}

impl Reading {
    fn of(asked: &[Asked]) -> Reading {
        let mut reading = Reading::default();
        for question in asked {
            match question {
                Asked::Key(key) if !reading.keys.contains(key) => reading.keys.push(key),
                Asked::Required(keys) if !reading.missed.contains(keys) => reading.missed.push(keys.clone()),
                Asked::Others => reading.open = true,
                _ => {}
            }
        }
        reading
    }

    fn knows(&self, key: &str) -> bool {
        self.keys.contains(&key)
    }
}

impl Explorer {
    fn ask(&self, hole: Hole<'_>, draft: Draft) -> Vec<Asked> {
        ask(self.kind, &hole(draft.marked()))
    }

    /// The shape of the value at a place.
    fn value(&mut self, hole: Hole<'_>) -> Shape {
        let id = self.ask(hole, Draft::scalar("x"));
        let words = self.ask(hole, Draft::scalar("Dos palabras."));
        let list = self.ask(hole, Draft::List(vec![Draft::scalar("x")]));
        let empty = self.ask(hole, Draft::Map(Vec::new()));
        let pair = self.ask(hole, Draft::Map(vec![("x".to_owned(), Draft::Map(Vec::new()))]));
        let has = |asked: &[Asked], wanted: &Asked| asked.contains(wanted);

        let mut shapes = Vec::new();
        let in_place = has(&id, &Asked::Many) || has(&words, &Asked::Many);
        if in_place || has(&list, &Asked::Many) {
            let item = Box::new(self.value(&|draft| hole(Draft::List(vec![draft]))));
            shapes.push(if in_place { Shape::Many(item) } else { Shape::List(item) });
        }
        // A reader that takes any mapping for its own keys has no cases.
        let no = || Draft::List(Vec::new());
        let cases = self.ask(hole, Draft::Map(vec![("by".to_owned(), no()), ("cases".to_owned(), no())]));
        let variant = has(&id, &Asked::Variant) && has(&cases, &Asked::Variant);
        if !in_place {
            let mut scalars = scalars(&id);
            for shape in self::scalars(&words) {
                if !scalars.contains(&shape) {
                    scalars.push(shape);
                }
            }
            shapes.extend(scalars.into_iter().map(|s| if variant { Shape::Variant(Box::new(s)) } else { s }));
        }
        for key in empty.iter().filter_map(|asked| if let Asked::Looked(key) = asked { Some(*key) } else { None }) {
            let always = vec![(key.to_owned(), Draft::scalar("x"))];
            let asked = self.ask(hole, Draft::Map(always.clone()));
            if !has(&asked, &Asked::Many) {
                shapes.extend(self.mapping(hole, &always));
            }
        }
        if !has(&empty, &Asked::Many) {
            let mapping = self.mapping(hole, &[]);
            shapes.extend(
                mapping.map(|mapping| if variant && !in_place { Shape::Variant(Box::new(mapping)) } else { mapping }),
            );
            if has(&empty, &Asked::Entries) || has(&pair, &Asked::Entries) {
                shapes.push(self.entries(hole));
            }
        }
        let shape = match shapes.len() {
            1 => shapes.remove(0),
            _ => Shape::AnyOf(without_plain_of_variants(shapes)),
        };
        if [id, list, empty].iter().any(|asked| has(asked, &Asked::Given)) {
            return Shape::Given(Box::new(shape));
        }
        shape
    }

    fn entries(&mut self, hole: Hole<'_>) -> Shape {
        let at = |key: &'static str| move |draft| Draft::Map(vec![(key.to_owned(), draft)]);
        let (word, period) = (at("x"), at("2026"));
        let answers = |shape: &Shape| *shape != Shape::AnyOf(Vec::new());
        let plain = self.value(&|draft| hole(word(draft)));
        if answers(&plain) {
            return Shape::Entries(Box::new(plain), KeyForm::Word);
        }
        Shape::Entries(Box::new(self.value(&|draft| hole(period(draft)))), KeyForm::Period)
    }

    /// The mapping at a place, where one may stand there. `always` are keys without which it would not be this one.
    fn mapping(&mut self, hole: Hole<'_>, always: &[(String, Draft)]) -> Option<Shape> {
        let asked = self.ask(hole, Draft::Map(always.to_vec()));
        let reader = asked.iter().find_map(|a| if let Asked::Map(name) = a { Some(*name) } else { None })?;
        let bare = Reading::of(&asked);
        let name = (reader, bare.keys.clone());
        if let Some(place) = self.outer.iter().rev().position(|outer| *outer == name) {
            return Some(Shape::Again(place));
        }
        if let Some((_, mapping)) = self.known.iter().find(|(known, _)| *known == name) {
            return Some(Shape::Map(mapping.clone()));
        }
        self.outer.push(name.clone());
        let mapping = Arc::new(self.keys(hole, always, &bare));
        self.outer.pop();
        // A mapping that names one outside itself means another thing elsewhere.
        self.known.push((name, mapping.clone()));
        Some(Shape::Map(mapping))
    }

    fn keys(&mut self, hole: Hole<'_>, always: &[(String, Draft)], bare: &Reading) -> Mapping {
        let with = |pairs: &[(&'static str, Draft)]| {
            let pairs = pairs.iter().map(|(key, draft)| ((*key).to_owned(), draft.clone()));
            let own: Vec<(String, Draft)> = pairs.collect();
            let always = always.iter().filter(|(key, _)| !own.iter().any(|(k, _)| k == key)).cloned();
            Draft::Map(always.chain(own.clone()).collect())
        };
        let mut mapping = Mapping { open: bare.open, ..Mapping::default() };
        let mut samples: BTreeMap<&'static str, Draft> = BTreeMap::new();
        // Keys with those beside which they were asked for, in the order of asking.
        let mut found: Vec<(&'static str, Vec<&'static str>)> =
            bare.keys.iter().map(|key| (*key, Vec::new())).collect();
        let mut alone: BTreeMap<&'static str, Reading> = BTreeMap::new();
        let mut at = 0;
        while let Some((key, beside)) = found.get(at).cloned() {
            at += 1;
            let others: Vec<_> = beside.iter().map(|other| (*other, samples[other].clone())).collect();
            let shape = self.value(&|draft| hole(with(&[others.clone(), vec![(key, draft)]].concat())));
            samples.insert(key, sample(&shape));
            mapping.keys.push(Key { name: key, shape });
            let reading = Reading::of(&self.ask(hole, with(&[(key, samples[key].clone())])));
            let company = [others, vec![(key, samples[key].clone())]].concat();
            let new = Reading::of(&self.ask(hole, with(&company))).keys;
            for new in new.into_iter().filter(|new| !found.iter().any(|(known, _)| known == new)).collect::<Vec<_>>() {
                found.push((new, [&beside[..], &[key]].concat()));
            }
            mapping.open |= reading.open;
            alone.insert(key, reading);
        }
        let names: Vec<&'static str> = found.iter().map(|(key, _)| *key).collect();
        let steady = names.iter().all(|key| {
            alone[key].missed.iter().all(|missed| bare.missed.contains(missed))
                && alone[key].keys.iter().collect::<BTreeSet<_>>() == bare.keys.iter().collect()
        });
        let mut pairs: BTreeMap<(&'static str, &'static str), Reading> = BTreeMap::new();
        if !steady {
            for (i, a) in names.iter().enumerate() {
                for b in &names[i + 1..] {
                    let both = [(*a, samples[a].clone()), (*b, samples[b].clone())];
                    let reading = Reading::of(&self.ask(hole, with(&both)));
                    if alone[a].keys != bare.keys && reading.knows(a) && reading.knows(b) {
                        self.another(&mut mapping, b, &|draft| hole(with(&[both[0].clone(), (*b, draft)])));
                    }
                    if alone[b].keys != bare.keys && reading.knows(a) && reading.knows(b) {
                        self.another(&mut mapping, a, &|draft| hole(with(&[both[1].clone(), (*a, draft)])));
                    }
                    pairs.insert((*a, *b), reading);
                }
            }
        }
        let together = |a: &'static str, b: &'static str| pairs.get(&(a, b)).or_else(|| pairs.get(&(b, a)));
        mapping.needs = needs(bare, &alone, &names, together);
        let free = |key: &'static str| alone[key].knows(key);
        for &key in names.iter().filter(|key| !free(key)) {
            let openers = names.iter().copied().filter(|o| together(o, key).is_some_and(|r| r.knows(key)));
            let openers: Vec<_> = openers.collect();
            // Where no single key opens it, the last of those beside which it was found does.
            let last = found.iter().find(|(name, _)| *name == key).and_then(|(_, beside)| beside.last().copied());
            let openers = if openers.is_empty() { last.into_iter().collect() } else { openers };
            // A key that must be there in any case is beside every other.
            if !openers.iter().any(|opener| mapping.requires(opener)) {
                mapping.beside.push((key, openers));
            }
        }
        for ((a, b), reading) in &pairs {
            if free(a) && free(b) && !(reading.knows(a) && reading.knows(b)) {
                mapping.apart.push((*a, *b));
            }
        }
        mapping
    }

    /// Adds what a key may be beside another, if that is something else.
    fn another(&mut self, mapping: &mut Mapping, key: &str, hole: Hole<'_>) {
        let shape = self.value(hole);
        let Some(own) = mapping.keys.iter_mut().find(|k| k.name == key) else { return };
        if own.shape == shape || matches!(&own.shape, Shape::AnyOf(shapes) if shapes.contains(&shape)) {
            return;
        }
        match &mut own.shape {
            Shape::AnyOf(shapes) if !shapes.is_empty() => shapes.push(shape),
            other => {
                let mut both = without_plain_of_variants(vec![other.clone(), shape]);
                *other = if both.len() == 1 { both.remove(0) } else { Shape::AnyOf(both) };
            }
        }
    }
}

/// Shapes without those that another says too, since it may differ by case or not.
fn without_plain_of_variants(shapes: Vec<Shape>) -> Vec<Shape> {
    let variants: Vec<Shape> = shapes
        .iter()
        .filter_map(|s| if let Shape::Variant(plain) = s { Some((**plain).clone()) } else { None })
        .collect();
    shapes.into_iter().filter(|shape| !variants.contains(shape)).collect()
}

/// What must be written: a key that is missed without any, or beside another; any key that stills the complaint will do.
fn needs<'a>(
    bare: &Reading,
    alone: &BTreeMap<&'static str, Reading>,
    names: &[&'static str],
    together: impl Fn(&'static str, &'static str) -> Option<&'a Reading>,
) -> Vec<Need> {
    let mut needs: Vec<Need> = Vec::new();
    let mut push = |need: Need| {
        if !needs.contains(&need) {
            needs.push(need);
        }
    };
    for missed in &bare.missed {
        let stills = |key: &&'static str| missed.contains(key) || !alone[*key].missed.contains(missed);
        push(Need { with: None, any_of: names.iter().copied().filter(stills).collect() });
    }
    for &with in names {
        for missed in alone[with].missed.iter().filter(|missed| !bare.missed.contains(missed)) {
            let stills = |key: &&'static str| {
                let still =
                    |reading: &Reading| reading.knows(key) && reading.knows(with) && !reading.missed.contains(missed);
                missed.contains(key) || *key != with && together(with, key).is_some_and(still)
            };
            push(Need { with: Some(with), any_of: names.iter().copied().filter(stills).collect() });
        }
    }
    needs
}

/// The shapes of what was asked of a text.
fn scalars(asked: &[Asked]) -> Vec<Shape> {
    let mut shapes = Vec::new();
    for question in asked {
        let shape = match question {
            Asked::Word => Shape::Word,
            Asked::Id => Shape::Id,
            Asked::Text => Shape::Text,
            Asked::LinkedText => Shape::LinkedText,
            Asked::ValueText => Shape::ValueText,
            Asked::Boolean => Shape::Boolean,
            Asked::Hours => Shape::Hours,
            Asked::Blank => Shape::Blank,
            Asked::Choice(words) => Shape::Choice(words.clone()),
            Asked::Formed { expected, form } => Shape::Formed { expected: *expected, form: *form },
            Asked::Value { what, takes } => Shape::Value(Value { what: *what, takes: takes.clone() }),
            Asked::Reference(kind) => Shape::Reference(*kind),
            Asked::ReferenceOr(kind, words) => Shape::ReferenceOr(*kind, words.clone()),
            Asked::Key(_)
            | Asked::Required(_)
            | Asked::Others
            | Asked::Looked(_)
            | Asked::Map(_)
            | Asked::Entries
            | Asked::Many
            | Asked::Variant
            | Asked::Given => continue,
        };
        if !shapes.contains(&shape) {
            shapes.push(shape);
        }
    }
    // What is written comes before what is not.
    shapes.sort_by_key(|shape| *shape == Shape::Blank);
    // Some questions ask others in turn.
    let without = |shapes: &mut Vec<Shape>, outer: fn(&Shape) -> bool, inner: fn(&Shape) -> bool| {
        if shapes.iter().any(outer) {
            shapes.retain(|shape| !inner(shape));
        }
    };
    without(&mut shapes, |s| matches!(s, Shape::Id), |s| matches!(s, Shape::Word));
    let is_text = |s: &Shape| matches!(s, Shape::Text);
    without(&mut shapes, |s| matches!(s, Shape::LinkedText | Shape::ValueText), is_text);
    without(&mut shapes, |s| matches!(s, Shape::Formed { .. }), |s| matches!(s, Shape::Word));
    without(&mut shapes, |s| matches!(s, Shape::ReferenceOr(..)), |s| matches!(s, Shape::Word | Shape::Reference(_)));
    shapes
}

/// A value of a shape, as short as can be.
pub fn sample(shape: &Shape) -> Draft {
    match shape {
        Shape::Word | Shape::Id | Shape::Text | Shape::LinkedText | Shape::ValueText | Shape::Reference(_) => {
            Draft::scalar("x")
        }
        Shape::ReferenceOr(..) | Shape::Again(_) => Draft::scalar("x"),
        Shape::Boolean => Draft::scalar("true"),
        Shape::Hours => Draft::scalar("24/7"),
        Shape::Blank => Draft::scalar("~"),
        Shape::Choice(words) => Draft::scalar(words.first().copied().unwrap_or_default()),
        Shape::Formed { form, .. } => Draft::scalar(form.example),
        Shape::Value(value) => Draft::scalar(value.takes.first().copied().unwrap_or("x")),
        Shape::Variant(inner) | Shape::Many(inner) | Shape::Given(inner) => sample(inner),
        Shape::List(inner) => Draft::List(vec![sample(inner)]),
        Shape::Entries(inner, form) => {
            let key = if *form == KeyForm::Period { "2026" } else { "x" };
            Draft::Map(vec![(key.to_owned(), sample(inner))])
        }
        Shape::AnyOf(shapes) => shapes.first().map_or(Draft::scalar("x"), sample),
        Shape::Map(mapping) => {
            let needed = mapping.needs.iter().filter(|need| need.with.is_none()).filter_map(|need| need.any_of.first());
            let mut pairs: Vec<(String, Draft)> = Vec::new();
            for key in needed {
                if let Some(shape) = mapping.get(key).filter(|_| !pairs.iter().any(|(k, _)| k == key)) {
                    pairs.push(((*key).to_owned(), sample(shape)));
                }
            }
            Draft::Map(pairs)
        }
    }
}

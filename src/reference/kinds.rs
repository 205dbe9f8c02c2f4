//! The chapters of kinds: each with its keys, what to write, which values, and an entry of the example manual.

use super::choices::Choices;
use super::prose::{code, heading, inlines, paragraph, table, yaml};
use super::{example, values};
use crate::grammar::shape::{KeyForm, Mapping, Shape, Value};
use crate::grammar::{language, name};
use crate::ir::{Block, Fact, Inline, ListStyle, Section, SectionKind, plain};
use crate::lang::reference as words;
use crate::lang::{Lang, fill, keys};
use crate::parse::kind::Kind;
use crate::values::Expectation;
use std::collections::{BTreeMap, BTreeSet};

/// An entry longer than this is shown in parts, each under its keys.
const WHOLE_EXAMPLE: usize = 40;

/// What tells one mapping from another for a reader: its keys, and roughly what each holds.
type Signature = Vec<(&'static str, &'static str)>;

fn signature(mapping: &Mapping) -> Signature {
    mapping.keys.iter().map(|key| (key.name, look(&key.shape))).collect()
}

/// Whether a value is a word, a list, or keys again.
fn look(shape: &Shape) -> &'static str {
    match shape {
        Shape::Given(inner) | Shape::Variant(inner) => look(inner),
        Shape::Many(_) | Shape::List(_) => "list",
        Shape::Map(_) | Shape::Entries(..) | Shape::Again(_) => "keys",
        _ => "word",
    }
}

fn names(mapping: &Mapping) -> Vec<&'static str> {
    mapping.keys.iter().map(|key| key.name).collect()
}

/// Where a mapping is described: its anchor, and the path at which it stands there; none for the chapter of a kind.
#[derive(Debug)]
struct Place {
    anchor: String,
    path: Option<String>,
}

pub fn chapters(lang: Lang) -> Vec<Section> {
    let shared = shared_groups();
    let book = Book { lang, places: places(&shared), common: common_keys(), choices: Choices::gather() };
    let mut out = vec![book.shared(&shared)];
    out.extend(language().iter().map(|(kind, shape)| book.chapter(*kind, shape)));
    out
}

/// Where each mapping of the language is described: once, even if it stands in many places.
fn places(shared: &[(String, &'static Mapping)]) -> BTreeMap<Signature, Place> {
    let mut places = BTreeMap::new();
    for (kind, shape) in language() {
        if let Shape::Map(mapping) = shape {
            places.insert(signature(mapping), Place { anchor: format!("kind-{}", name(*kind)), path: None });
        }
    }
    for (path, mapping) in shared {
        let anchor = format!("group-{}", path.rsplit('.').next().unwrap_or(path));
        places.insert(signature(mapping), Place { anchor, path: Some(path.clone()) });
    }
    let mut anchors = BTreeSet::new();
    let mut place_all = |met: Vec<(String, Signature)>, places: &mut BTreeMap<Signature, Place>| {
        let mut met = met;
        // Of several places in one chapter, the least deep is where it is looked for.
        met.sort_by_key(|(path, _)| path.matches('.').count());
        for (path, keys) in met {
            if places.contains_key(&keys) {
                continue;
            }
            let plain = format!("keys-{}", path.replace(['.', '_'], "-"));
            let numbered = (2..).map(|n| format!("{plain}-{n}"));
            let anchor = std::iter::once(plain.clone()).chain(numbered).find(|anchor| anchors.insert(anchor.clone()));
            places.insert(keys, Place { anchor: anchor.unwrap_or(plain), path: Some(path) });
        }
    };
    // What has its place already is described there, with all that lies in it.
    let below = |path: &str, mapping: &'static Mapping, places: &BTreeMap<Signature, Place>| {
        let mut met: Vec<(String, Signature)> = Vec::new();
        let placed = |_: &str, mapping: &Mapping| places.contains_key(&signature(mapping));
        for key in &mapping.keys {
            let see = &mut |path: &str, mapping: &'static Mapping| met.push((path.to_owned(), signature(mapping)));
            each(&key.shape, &format!("{path}.{}", key.name), &placed, see);
        }
        met
    };
    for (path, mapping) in shared {
        let met = below(path, mapping, &places);
        place_all(met, &mut places);
    }
    for (kind, shape) in language() {
        let mut tops = Vec::new();
        direct(shape, &mut |mapping| tops.push(mapping));
        for mapping in tops {
            let mut met = vec![(name(*kind).to_owned(), signature(mapping))];
            met.extend(below(name(*kind), mapping, &places));
            place_all(met, &mut places);
        }
    }
    places
}

fn title(kind: Option<Kind>, lang: Lang) -> String {
    keys::kind(name(kind)).map_or_else(|| name(kind).to_owned(), |about| about.title.in_lang(lang).to_owned())
}

/// The keys that every kind of entry with keys of its own has.
fn common_keys() -> Vec<&'static str> {
    let entries = language().iter().filter(|(kind, _)| kind.is_some());
    let mappings = entries.filter_map(|(_, shape)| if let Shape::Map(mapping) = shape { Some(mapping) } else { None });
    let mut all = mappings.map(|mapping| names(mapping));
    let first = all.next().unwrap_or_default();
    // The name is called `promise` or `term` in some kinds.
    all.fold(first, |common, keys| common.into_iter().filter(|key| keys.contains(key)).collect())
}

/// Mappings that stand in several kinds, by a path of the chapter of common keys; those within them are described with them.
fn shared_groups() -> Vec<(String, &'static Mapping)> {
    let mut met: BTreeMap<Signature, (String, &'static Mapping, Vec<&'static str>)> = BTreeMap::new();
    let mappings = language().iter().filter_map(|(_, shape)| if let Shape::Map(m) = shape { Some(m) } else { None });
    let roots: Vec<Signature> = mappings.map(|mapping| signature(mapping)).collect();
    for (kind, shape) in language() {
        // An entry written inside another is described with its kind.
        let inside = |path: &str, mapping: &Mapping| path.contains('.') && roots.contains(&signature(mapping));
        each(shape, name(*kind), &inside, &mut |path, mapping| {
            let place = met.entry(signature(mapping)).or_insert_with(|| (path.to_owned(), mapping, Vec::new()));
            if !place.2.contains(&name(*kind)) {
                place.2.push(name(*kind));
            }
        });
    }
    let several = met.iter().filter(|(keys, (.., kinds))| kinds.len() > 1 && !roots.contains(keys));
    let groups: Vec<(String, &Mapping)> = several.map(|(_, (path, mapping, _))| (path.clone(), *mapping)).collect();
    let within = |path: &str| groups.iter().any(|(outer, _)| path.starts_with(&format!("{outer}.")));
    let mut groups: Vec<(String, &Mapping)> = groups.iter().filter(|(path, _)| !within(path)).cloned().collect();
    let key = |path: &str| path.rsplit('.').next().unwrap_or_default().to_owned();
    groups.sort_by_key(|(path, _)| key(path));
    groups.dedup_by_key(|(path, _)| key(path));
    // They are described in a chapter of their own, and at none of their places.
    groups.into_iter().map(|(path, mapping)| (format!("common.{}", key(&path)), mapping)).collect()
}

/// Every mapping of a shape with its path, but not those that `skip` names, nor what lies in them.
fn each(
    shape: &'static Shape,
    path: &str,
    skip: &impl Fn(&str, &Mapping) -> bool,
    see: &mut impl FnMut(&str, &'static Mapping),
) {
    direct(shape, &mut |mapping| {
        if skip(path, mapping) {
            return;
        }
        see(path, mapping);
        for key in &mapping.keys {
            each(&key.shape, &format!("{path}.{}", key.name), skip, see);
        }
    });
}

struct Book {
    lang: Lang,
    places: BTreeMap<Signature, Place>,
    common: Vec<&'static str>,
    choices: Choices,
}

impl Book {
    fn say(&self, text: crate::lang::Text) -> &'static str {
        text.in_lang(self.lang)
    }

    fn chapter(&self, kind: Option<Kind>, shape: &'static Shape) -> Section {
        let name = name(kind);
        let mut chapter = Section::new(SectionKind::Chapter, &format!("kind-{name}"), &title(kind, self.lang));
        if let Some(about) = keys::kind(name) {
            chapter.lead = inlines(about.text.in_lang(self.lang));
        }
        let file = match kind {
            Some(Kind::Chapters) => "`chapters/<id>.md`".to_owned(),
            Some(Kind::Results) => "`results.yaml`".to_owned(),
            Some(_) => fill(self.say(words::FILE_OF_KIND), &[("kind", name.to_owned())]),
            None => "`manual.yaml`".to_owned(),
        };
        chapter.blocks.push(Block::Facts { items: vec![Fact::new("file", self.say(words::FILE), inlines(&file))] });
        let entry = example::entry(kind);
        let whole = entry.lines().count() <= WHOLE_EXAMPLE;
        let Shape::Map(mapping) = shape else {
            direct(shape, &mut |mapping| self.mapping(name, mapping, 2, None, &mut chapter.blocks));
            chapter.blocks.push(heading(2, None, plain(self.say(words::EXAMPLE))));
            chapter.blocks.push(yaml(&entry));
            return chapter;
        };
        self.table(name, mapping, kind.is_some(), &mut chapter.blocks);
        if whole {
            chapter.blocks.push(heading(2, None, plain(self.say(words::EXAMPLE))));
            chapter.blocks.push(yaml(&entry));
        }
        for key in &mapping.keys {
            if kind.is_some() && self.common.contains(&key.name) {
                continue;
            }
            let part = if whole { None } else { example::part(&entry, key.name) };
            let before = chapter.blocks.len();
            let path = format!("{name}.{}", key.name);
            direct(&key.shape, &mut |mapping| self.mapping(&path, mapping, 2, part.as_deref(), &mut chapter.blocks));
            let simple = chapter.blocks.len() == before;
            // A part whose keys are described elsewhere still shows how it is written.
            if simple && part.as_ref().is_some_and(|part| part.lines().count() > 3) {
                chapter.blocks.push(heading(2, None, vec![code(key.name)]));
                chapter.blocks.extend(part.as_deref().map(yaml));
            }
        }
        chapter
    }

    fn shared(&self, groups: &[(String, &'static Mapping)]) -> Section {
        let mut chapter = Section::new(SectionKind::Chapter, "shared", self.say(words::SHARED));
        chapter.lead = plain(self.say(words::SHARED_LEAD));
        chapter.blocks.push(heading(2, Some("common-keys"), plain(self.say(words::OF_EVERY_ENTRY))));
        let any = language().iter().find_map(|(kind, shape)| match shape {
            Shape::Map(mapping) if kind.is_some() => Some(&**mapping),
            _ => None,
        });
        if let Some(mapping) = any {
            let keys = mapping.keys.iter().filter(|key| self.common.contains(&key.name));
            let rows = keys.map(|key| self.row(name(Some(Kind::Services)), mapping, key)).collect();
            chapter.blocks.push(self.keys_table(rows));
        }
        for (path, mapping) in groups {
            self.mapping(path, mapping, 2, None, &mut chapter.blocks);
        }
        chapter.blocks.extend(self.choices.blocks(self.lang));
        chapter
    }

    /// A mapping under a heading, if this is where it is described.
    fn mapping(&self, path: &str, mapping: &'static Mapping, level: u8, part: Option<&str>, out: &mut Vec<Block>) {
        let place = self.places.get(&signature(mapping));
        let Some(place) = place.filter(|place| place.path.as_deref() == Some(path)) else { return };
        let shown = if level == 2 { path.rsplit('.').next().unwrap_or(path) } else { path };
        let shown = shown.split_once('.').map_or(shown, |(_, rest)| rest);
        out.push(heading(level.min(4), Some(&place.anchor), vec![code(shown)]));
        if let Some(about) = keys::find(path) {
            out.push(paragraph(about.text.in_lang(self.lang)));
        }
        self.table(path, mapping, false, out);
        out.extend(part.map(yaml));
        for key in &mapping.keys {
            let path = format!("{path}.{}", key.name);
            direct(&key.shape, &mut |mapping| self.mapping(&path, mapping, level + 1, None, out));
        }
    }

    fn keys_table(&self, rows: Vec<Vec<Vec<Inline>>>) -> Block {
        let columns = [(self.say(words::KEY), 1), (self.say(words::WHAT), 3), (self.say(words::VALUE), 2)];
        table(self.say(words::KEYS_OF), &columns, rows)
    }

    fn table(&self, path: &str, mapping: &Mapping, is_entry: bool, out: &mut Vec<Block>) {
        let own = mapping.keys.iter().filter(|key| !(is_entry && self.common.contains(&key.name)));
        out.push(self.keys_table(own.map(|key| self.row(path, mapping, key)).collect()));
        let mut notes: Vec<Vec<Inline>> = Vec::new();
        for need in mapping.needs.iter().filter(|need| need.any_of.len() > 1 || need.with.is_some()) {
            let mut note = match need.with {
                Some(with) => inlines(&fill(self.say(words::WITH), &[("key", format!("`{with}`"))])),
                None => plain(self.say(words::ONE_OF)),
            };
            note.extend(self.alternatives(&need.any_of));
            notes.push(note);
        }
        for (key, openers) in &mapping.beside {
            let mut note = inlines(&fill(self.say(words::BESIDE), &[("key", format!("`{key}`"))]));
            note.extend(self.alternatives(openers));
            notes.push(note);
        }
        // Many pairs are the forms of one thing, which the first note names already.
        for (a, b) in mapping.apart.iter().filter(|_| mapping.apart.len() <= 4) {
            let mut note = plain(self.say(words::ONLY_ONE));
            note.extend(self.alternatives(&[*a, *b]));
            notes.push(note);
        }
        if mapping.open {
            notes.push(plain(self.say(words::OTHERS)));
        }
        if is_entry {
            let content = plain(self.say(words::KEYS_OF_EVERY_ENTRY));
            let link = Inline::Ref { to: "common-keys".to_owned(), content };
            notes.push(vec![Inline::text(self.say(words::AND_COMMON)), link]);
        }
        if !notes.is_empty() {
            let items = notes.into_iter().map(|content| vec![Block::Paragraph { content }]).collect();
            out.push(Block::plain_list(ListStyle::Bullets, items));
        }
    }

    fn alternatives(&self, keys: &[&str]) -> Vec<Inline> {
        let mut out = Vec::new();
        for (i, key) in keys.iter().enumerate() {
            if i > 0 {
                out.push(Inline::text(if i + 1 == keys.len() { self.say(words::OR) } else { ", " }));
            }
            out.push(code(key));
        }
        out
    }

    fn row(&self, path: &str, mapping: &Mapping, key: &crate::grammar::shape::Key) -> Vec<Vec<Inline>> {
        let mut first = vec![code(key.name)];
        if mapping.requires(key.name) {
            first.push(Inline::text(" "));
            first.push(Inline::Strong { content: plain(self.say(words::REQUIRED)) });
        }
        let about = keys::find(&format!("{path}.{}", key.name));
        let mut what = about.map_or_else(Vec::new, |about| inlines(about.text.in_lang(self.lang)));
        if let Some(about) = about.filter(|about| !about.example.is_empty()) {
            what.push(Inline::Break);
            what.push(code(&format!("{}: {}", key.name, about.example)));
        }
        vec![first, what, self.shape(&key.shape)]
    }

    /// What may stand as a value, in words.
    fn shape(&self, shape: &Shape) -> Vec<Inline> {
        let say = |text: crate::lang::Text| inlines(text.in_lang(self.lang));
        match shape {
            Shape::Word => say(words::A_WORD),
            Shape::Id => say(words::AN_ID),
            Shape::Text => say(words::A_TEXT),
            Shape::LinkedText => say(words::TEXT_OR_ID),
            Shape::ValueText => say(words::TEXT_OR_VALUE),
            Shape::Boolean => say(words::YES_OR_NO),
            Shape::Hours => self.value_link(self.say(words::HOURS)),
            Shape::Blank => say(words::BLANK),
            Shape::Choice(choices) => {
                self.choices.instead(choices, self.lang).unwrap_or_else(|| self.alternatives(choices))
            }
            Shape::Formed { expected, .. } => plain(expected.in_lang(self.lang)),
            Shape::Value(value) => self.value(value),
            Shape::Reference(kind) => self.id_of(*kind),
            Shape::ReferenceOr(kind, choices) => {
                let mut out = self.id_of(*kind);
                out.push(Inline::text(self.say(words::OR)));
                out.extend(self.alternatives(&choices.iter().map(String::as_str).collect::<Vec<_>>()));
                out
            }
            Shape::Variant(inner) => {
                let mut out = self.shape(inner);
                out.push(Inline::text("; "));
                out.extend(say(words::BY_CASE));
                out
            }
            Shape::Many(inner) | Shape::List(inner) => {
                let mut out = vec![Inline::text(format!("{}: ", self.say(words::LIST)))];
                out.extend(self.shape(inner));
                out
            }
            Shape::Given(inner) => {
                let mut out = self.shape(inner);
                out.push(Inline::text(" "));
                out.extend(say(words::NONE));
                out
            }
            Shape::Entries(inner, form) => {
                let mut out = self.shape(inner);
                let by = if *form == KeyForm::Period { words::BY_PERIOD } else { words::BY_ID };
                out.push(Inline::text(format!(", {}", self.say(by))));
                out
            }
            Shape::Map(mapping) => {
                let group = plain(self.say(words::GROUP));
                match self.places.get(&signature(mapping)) {
                    Some(place) => vec![Inline::Ref { to: place.anchor.clone(), content: group }],
                    None => group,
                }
            }
            Shape::Again(_) => say(words::GROUP),
            Shape::AnyOf(shapes) => {
                let mut out: Vec<Inline> = Vec::new();
                for (i, shape) in shapes.iter().enumerate() {
                    if i > 0 {
                        out.push(Inline::text(self.say(words::OR)));
                    }
                    out.extend(self.shape(shape));
                }
                out
            }
        }
    }

    fn value(&self, value: &Value) -> Vec<Inline> {
        match value.what {
            Some(what) if value.is_signed() => {
                let mut out = self.value_link(&values::called(what, self.lang));
                out.push(Inline::text(", "));
                out.extend(plain(values::called(Expectation::Comparison, self.lang)));
                out
            }
            Some(what) => self.value_link(&values::called(what, self.lang)),
            None => plain(self.say(words::SCORE)),
        }
    }

    fn value_link(&self, text: &str) -> Vec<Inline> {
        vec![Inline::Ref { to: "values".to_owned(), content: plain(text) }]
    }

    fn id_of(&self, kind: Kind) -> Vec<Inline> {
        let name = format!("`{}`", kind.name());
        let content = inlines(&fill(self.say(words::ID_OF), &[("kinds", name)]));
        vec![Inline::Ref { to: format!("kind-{}", kind.name()), content }]
    }
}

/// The mappings of a value itself, not those within them.
fn direct(shape: &'static Shape, see: &mut impl FnMut(&'static Mapping)) {
    match shape {
        Shape::Variant(s) | Shape::Many(s) | Shape::List(s) | Shape::Given(s) | Shape::Entries(s, _) => direct(s, see),
        Shape::AnyOf(shapes) => shapes.iter().for_each(|shape| direct(shape, see)),
        Shape::Map(mapping) => see(mapping),
        _ => {}
    }
}

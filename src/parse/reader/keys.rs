//! The keys of a mapping: those that a kind asks for, and the findings about all others.

use super::slot::{NOTHING, REASON};
use super::*;
use crate::diag::Arg;
use crate::lang::keys::meaning;
use crate::lang::{Lang, Text as Words};
use crate::parse::files::bad_id;
use std::collections::BTreeSet;

/// So many keys are told with what they are for.
const MEANINGS: usize = 12;

/// The keys that every entry may have: seldom what was looked for.
const OF_EVERY_ENTRY: [&str; 10] =
    ["name", "code", "status", "approved", "effective", "review_by", "expires", "owner", "laws", "note"];
const ITEMS: Words = Words { es: "los de esta lista", en: "those of this list", pt: "os desta lista" };

/// The keys of a mapping.
pub struct Reader<'c, 'n, 's> {
    cx: &'c mut Context<'s>,
    pairs: &'n [Pair],
    span: Span,
    path: String,
    pub(super) known: Vec<&'static str>,
    open: bool,
    /// Keys whose number was cut by its comma, so that each is reported once.
    cut: BTreeSet<&'static str>,
    /// Findings about keys that are missing, with the keys any of which would do: dropped where one of them is misspelt.
    missing: Vec<(Vec<&'static str>, Diagnostic)>,
}

impl<'c, 'n, 's> Reader<'c, 'n, 's> {
    pub(super) fn new(cx: &'c mut Context<'s>, pairs: &'n [Pair], span: Span, path: String) -> Self {
        Reader { cx, pairs, span, path, known: Vec::new(), open: false, cut: BTreeSet::new(), missing: Vec::new() }
    }

    pub fn context(&mut self) -> &mut Context<'s> {
        self.cx
    }

    pub fn span(&self) -> Span {
        self.span
    }

    /// Where a finding about the whole mapping is shown: its first key.
    pub fn head(&self) -> Span {
        self.pairs.first().map_or(self.span, |p| p.key.span)
    }

    pub fn pairs(&self) -> &'n [Pair] {
        self.pairs
    }

    /// Says that any key is allowed here.
    pub fn allow_others(&mut self) {
        self.cx.asked(self.span, || Asked::Others);
        self.open = true;
    }

    /// The value of a key, if it has one.
    pub fn slot(&mut self, key: &'static str) -> Option<Slot<'_, 'n, 's>> {
        if !self.known.contains(&key) {
            self.known.push(key);
            self.cx.asked(self.span, || Asked::Key(key));
        }
        let place = self.pairs.iter().position(|p| p.key.scalar() == Some(key))?;
        let pair = &self.pairs[place];
        if pair.value.is_null() {
            return None;
        }
        if let Some((whole, rest, span)) = cut_number(pair, self.pairs.get(place + 1)) {
            // What stands before the comma is not what was meant: it is not read.
            let path = join(&self.path, key);
            if self.cut.insert(key) {
                let place = crate::parse::Place { key, path: &self.path, currency: self.cx.currency.as_deref() };
                self.cx.report(crate::parse::cut_number(place, whole, rest, span));
                self.cx.fail(&path);
            }
            return None;
        }
        Some(Slot { cx: self.cx, node: &pair.value, key, path: join(&self.path, key), item: false })
    }

    pub fn has(&self, key: &str) -> bool {
        let says = |node: &Node| !node.is_null() && node.scalar().is_none_or(|text| !text.trim().is_empty());
        self.pairs.iter().any(|p| p.key.scalar() == Some(key) && says(&p.value))
    }

    /// Whether a key is written with nothing after it.
    pub fn is_blank(&self, key: &str) -> bool {
        self.pairs.iter().any(|p| p.key.scalar() == Some(key) && p.value.is_null())
    }

    /// Says that something was said about a key already, so that it is not reported as unknown too.
    pub fn excuse(&mut self, key: &'static str) {
        if !self.known.contains(&key) {
            self.known.push(key);
        }
    }

    /// Where a key stands.
    pub fn key_span(&self, key: &str) -> Option<Span> {
        self.pairs.iter().find(|p| p.key.scalar() == Some(key)).map(|p| p.key.span)
    }

    /// Reports that a key without which nothing can be read is missing.
    pub fn require(&mut self, key: &'static str) {
        if !self.has(key) {
            self.cx.asked(self.span, || Asked::Required(vec![key]));
            let finding = self.without(key);
            self.missing.push((vec![key], finding));
            let path = join(&self.path, key);
            self.cx.fail(&path);
        }
    }

    /// What is written at a key, for a help line; dots where it is no single value.
    pub fn written(&self, key: &str) -> &'n str {
        let pair = self.pairs.iter().find(|p| p.key.scalar() == Some(key));
        pair.and_then(|pair| pair.value.scalar()).map_or("…", str::trim)
    }

    /// Reports a `none` whose reason is missing; whether there is one.
    pub fn lacks_reason(&mut self) -> bool {
        let Some(pair) = self.pairs.iter().find(|p| p.key.scalar() == Some("none")) else { return false };
        if self.has("none") {
            return false;
        }
        let point = self.path.rsplit('.').find(|part| !part.bytes().all(|b| b.is_ascii_digit())).unwrap_or_default();
        let finding = Diagnostic::new(&entries::WRONG_SHAPE, pair.key.span)
            .arg("key", "none")
            .arg("expected", REASON)
            .arg("found", NOTHING)
            .arg("point", point)
            .help(entries::NONE_REASON);
        self.cx.report(finding);
        true
    }

    /// Reports that none of several keys is written.
    pub fn require_one_of(&mut self, keys: &[&'static str]) {
        self.cx.asked(self.span, || Asked::Required(keys.to_vec()));
        let finding = self.without(keys[0]).arg("known", keys.join(", ")).help(entries::WRITE_ONE_OF);
        self.missing.push((keys.to_vec(), finding));
        let path = self.path.clone();
        self.cx.fail(&path);
    }

    /// The keys that were required and are missing.
    pub(super) fn required(&self) -> Vec<&'static str> {
        self.missing
            .iter()
            .filter_map(|(keys, _)| if let [key] = keys.as_slice() { Some(*key) } else { None })
            .collect()
    }

    fn without(&self, key: &'static str) -> Diagnostic {
        let what = match self.path.as_str() {
            "" => Arg::from(format!("`{}`", self.cx.whole())),
            path => place_of(path),
        };
        Diagnostic::new(&entries::MISSING_KEY, self.head()).arg("key", key).arg("what", what)
    }

    pub fn record(&mut self, key: &str, value: Value) {
        let path = join(&self.path, key);
        self.cx.record(path, value);
    }

    pub fn many<T>(&mut self, key: &'static str, read: impl FnMut(Slot<'_, 'n, 's>) -> Option<T>) -> Vec<T> {
        self.slot(key).map_or_else(Vec::new, |s| s.many(read))
    }

    pub fn map<T>(&mut self, key: &'static str, read: impl FnOnce(&mut Reader<'_, 'n, 's>) -> T) -> Option<T> {
        self.slot(key)?.map(read)
    }

    pub fn maps<T>(&mut self, key: &'static str, read: impl Fn(&mut Reader<'_, 'n, 's>) -> T) -> Vec<T> {
        self.many(key, |slot| slot.map(&read))
    }

    pub fn given<T>(&mut self, key: &'static str, read: impl FnOnce(Slot<'_, 'n, 's>) -> Option<T>) -> Given<T> {
        self.slot(key).map_or(Given::Missing, |s| s.given(read))
    }

    pub fn text(&mut self, key: &'static str) -> Option<Text> {
        self.slot(key)?.text()
    }

    pub fn texts(&mut self, key: &'static str) -> Vec<Text> {
        let path = join(&self.path, key);
        self.one_item(key);
        let texts = self.many(key, |mut slot| slot.text_unrecorded());
        if !texts.is_empty() {
            self.cx.record(path, Value::Texts(texts.clone()));
        }
        texts
    }

    /// Texts, or `{ none: reason }`.
    pub fn given_texts(&mut self, key: &'static str) -> Given<Vec<Text>> {
        let path = join(&self.path, key);
        self.one_item(key);
        let given = self.given(key, |slot| Some(slot.many(|mut slot| slot.text_unrecorded())));
        match given {
            // A list of nothing says nothing.
            Given::Some { value, .. } if value.is_empty() => Given::Missing,
            Given::Some { value, span } => {
                self.cx.record(path, Value::Texts(value.clone()));
                Given::Some { value, span }
            }
            other => other,
        }
    }

    /// Notes a text that enumerates where a list may stand: two short parts or more, none of which goes on from the one before.
    fn one_item(&mut self, key: &'static str) {
        let pair = self.pairs.iter().find(|p| p.key.scalar() == Some(key));
        let Some((value, NodeKind::Scalar { text, plain: true })) = pair.map(|p| (&p.value, &p.value.kind)) else {
            return;
        };
        if enumerates(text) && !self.known.contains(&key) {
            let finding = Diagnostic::new(&entries::ONE_ITEM, value.span);
            self.cx.report(finding.arg("found", text.as_str()).arg("key", key));
        }
    }

    pub fn word(&mut self, key: &'static str) -> Option<Spanned<String>> {
        self.slot(key)?.word()
    }

    /// The id of a step or moment, which forms an address like that of an entry.
    pub fn id(&mut self, key: &'static str) -> Option<Spanned<String>> {
        let slot = self.slot(key)?;
        slot.cx.asked(slot.node.span, || Asked::Id);
        let word = slot.word()?;
        if let Some(finding) = bad_id(&word.value, word.span) {
            self.cx.report(finding);
        }
        self.once(&word);
        Some(word)
    }

    /// Tells an id that an item before it in the list has: whatever refers to it, and its address, would lead to one of the two.
    fn once(&mut self, id: &Spanned<String>) {
        let place = (self.cx.kind, self.cx.id.clone(), self.path.clone());
        let first = *self.cx.items.entry(place).or_insert(id.span);
        if first != id.span {
            let finding = Diagnostic::new(&entries::DUPLICATE_ID, id.span)
                .arg("id", id.value.as_str())
                .arg("kind", ITEMS)
                .label(first, entries::FIRST_HERE);
            self.cx.report(finding);
        }
    }

    pub fn date(&mut self, key: &'static str) -> Option<Spanned<When>> {
        self.slot(key)?.date()
    }

    pub fn recurrence(&mut self, key: &'static str) -> Option<Spanned<Recurrence>> {
        self.slot(key)?.recurrence()
    }

    pub fn duration(&mut self, key: &'static str) -> Option<Variant<Duration>> {
        self.slot(key)?.duration()
    }

    pub fn percent(&mut self, key: &'static str) -> Option<Variant<Percent>> {
        self.slot(key)?.percent()
    }

    pub fn money(&mut self, key: &'static str) -> Option<Variant<Money>> {
        self.slot(key)?.money()
    }

    pub fn rate(&mut self, key: &'static str) -> Option<Variant<Rate>> {
        self.slot(key)?.rate()
    }

    pub fn quantity(&mut self, key: &'static str) -> Option<Variant<Quantity>> {
        self.slot(key)?.quantity()
    }

    pub fn boolean(&mut self, key: &'static str) -> Option<Spanned<bool>> {
        self.slot(key)?.boolean()
    }

    pub fn choice<T: Copy>(&mut self, key: &'static str, choices: &[(&'static str, T)]) -> Option<Spanned<T>> {
        self.slot(key)?.choice(choices)
    }

    pub fn reference(&mut self, key: &'static str, kind: Kind) -> Option<Spanned<String>> {
        self.slot(key)?.reference(kind)
    }

    pub fn references(&mut self, key: &'static str, kind: Kind) -> Vec<Spanned<String>> {
        let path = join(&self.path, key);
        let found = self.many(key, |slot| slot.reference(kind));
        if !found.is_empty() {
            let ids = found.iter().map(|s| (kind, s.value.clone())).collect();
            self.cx.record(path, Value::References(ids));
        }
        found
    }

    /// Reports the keys that nobody asked for, and those that are missing.
    pub(super) fn finish(mut self) {
        if self.of_other_kind() {
            return;
        }
        // An item of one unknown key is one slip, told at the key: `- dentista: 1`.
        if self.is_strange_item() {
            self.missing.clear();
        }
        for (i, pair) in self.pairs.iter().enumerate() {
            let key = &pair.key;
            let Some(name) = key.scalar().filter(|name| !self.known.contains(name)) else { continue };
            if i.checked_sub(1).is_some_and(|before| cut_number(&self.pairs[before], Some(pair)).is_some()) {
                continue;
            }
            if let Some(example) = self.cut_text(i) {
                let finding = Diagnostic::new(&entries::UNKNOWN_KEY, key.span).arg("key", name);
                self.cx.report(finding.arg("example", example).help(entries::QUOTE_COMMA));
                continue;
            }
            if let Some(finding) = self.unspaced(name, key.span) {
                self.cx.report(finding);
                continue;
            }
            let near = tongue::meant(name, &self.known);
            if self.open && near.is_none_or(|near| self.has(near)) {
                continue;
            }
            let mut finding =
                Diagnostic::new(&entries::UNKNOWN_KEY, key.span).arg("key", name).arg("known", self.known.join(", "));
            // A key that stands here already was not meant a second time.
            let near = near.filter(|near| !self.has(near));
            if near.is_none()
                && let Some(meanings) = self.meanings()
            {
                finding = finding.arg("meanings", meanings).help(entries::WRITE_ONE_WITH_MEANING);
            }
            if let Some(near) = near {
                finding = finding.arg("near", near).help(entries::DID_YOU_MEAN);
                if self.is_certain(name, near) {
                    finding = finding.edit(key.span, near);
                }
                self.missing.retain(|(keys, _)| !keys.contains(&near));
                let path = join(&self.path, near);
                self.cx.fail(&path);
                if matches!(near, "commitments" | "indicators") {
                    // The entries written there are unknown, like those of a file that cannot be read.
                    self.cx.notes.unread.push((self.cx.kind, self.cx.id.clone()));
                }
            }
            self.cx.report(finding);
        }
        for (_, finding) in std::mem::take(&mut self.missing) {
            self.cx.report(finding);
        }
    }

    /// The keys that could still be written here, those of its own kind first, a line each with what it is for; of many the
    /// last without.
    fn meanings(&self) -> Option<Arg> {
        let free = || self.known.iter().copied().filter(|key| !self.has(key));
        let own = free().filter(|key| !OF_EVERY_ENTRY.contains(key));
        let mut keys: Vec<&str> = own.chain(free().filter(|key| OF_EVERY_ENTRY.contains(key))).collect();
        let bare = keys.split_off(keys.len().min(MEANINGS));
        let parts = self.path.split('.').filter(|part| !part.is_empty() && part.parse::<usize>().is_err());
        let path = std::iter::once(self.cx.kind.name()).chain(parts).collect::<Vec<_>>().join(".");
        let mut lines = Lang::ALL.map(|_| String::new());
        for key in keys {
            let told = meaning(&format!("{path}.{key}"))?;
            for (lines, told) in lines.iter_mut().zip(told) {
                lines.push_str(&format!("\n`{key}` — {told}"));
            }
        }
        if !bare.is_empty() {
            lines.iter_mut().for_each(|lines| lines.push_str(&format!("\n{}", bare.join(", "))));
        }
        Some(Arg::Told(Box::new(lines))).filter(|_| free().next().is_some())
    }

    /// Whether it is an item of a list with a single key that nobody asked for.
    fn is_strange_item(&self) -> bool {
        let is_item = self.path.rsplit('.').next().is_some_and(|last| last.parse::<usize>().is_ok());
        let [only] = self.pairs else { return false };
        is_item && !self.open && only.key.scalar().is_some_and(|name| !self.known.contains(&name))
    }

    /// Whether an unknown key was certainly meant to be another: nothing else is near, and the other is not written already,
    /// be it well or by the same slip.
    fn is_certain(&self, name: &str, near: &str) -> bool {
        let meant = |pair: &&Pair| pair.key.scalar().is_some_and(|key| tongue::certain(key, &self.known) == Some(near));
        let written = self.pairs.iter().any(|pair| pair.key.scalar() == Some(near));
        !written && tongue::certain(name, &self.known) == Some(near) && self.pairs.iter().filter(meant).count() == 1
    }

    /// Reports at once an entry that has hardly any key of its kind: it lies in the wrong place.
    fn of_other_kind(&mut self) -> bool {
        if self.open || !self.path.is_empty() || self.cx.id.is_empty() {
            return false;
        }
        let unknown = |name: &str| !self.known.contains(&name) && tongue::meant(name, &self.known).is_none();
        let strange = |p: &&Pair| p.key.scalar().is_some_and(unknown);
        let strange: Vec<&Pair> = self.pairs.iter().filter(strange).collect();
        if strange.len() < 5 || strange.len() * 2 < self.pairs.len() {
            return false;
        }
        let names: Vec<String> =
            strange.iter().filter_map(|p| p.key.scalar()).map(|name| format!("`{name}`")).collect();
        let finding = Diagnostic::new(&entries::UNKNOWN_KEY, strange[0].key.span)
            .arg("key", names[0].trim_matches('`'))
            .arg("keys", names[1..].join(", "))
            .help(entries::OTHER_KIND);
        self.cx.report(finding);
        self.cx.fail("");
        let (kind, id) = (self.cx.kind, self.cx.id.clone());
        self.cx.notes.unread.push((Kind::Services, id.clone()));
        self.cx.notes.unread.push((kind, id));
        true
    }

    /// The span and the help for a key that is the end of the text before it: in `{ name: Caja, la principal }` the comma ends
    /// the name.
    fn cut_text(&self, i: usize) -> Option<String> {
        let (before, pair) = (&self.pairs[i.checked_sub(1)?], &self.pairs[i]);
        let (text, rest) = (before.value.scalar()?, pair.key.scalar()?);
        let (from, to) = (before.value.span, pair.key.span);
        let between = self.cx.sources.text(Span { start: from.end, end: to.start.max(from.end), ..from });
        let is_word = rest.contains(' ') || !rest.is_ascii() || between == ",";
        let cut = pair.value.is_null() && between.trim() == "," && is_word && !self.written_with_colon(to);
        cut.then(|| format!("{}: \"{text}{between}{rest}\"", before.key.scalar().unwrap_or_default()))
            .filter(|example| example.matches('"').count() == 2)
    }

    /// The finding for a key that lacks a space: `{name:Caja}`, where the value belongs to the key, or `-does: x`, where the dash
    /// does.
    fn unspaced(&mut self, name: &str, span: Span) -> Option<Diagnostic> {
        let (key, example) = match (name.split_once(':'), name.strip_prefix('-')) {
            (Some((key, value)), _) => (key, format!("{key}: {value}")),
            (None, Some(key)) => (key, format!("- {key}: …")),
            (None, None) => return None,
        };
        let known = *self.known.iter().find(|known| **known == key)?;
        self.missing.retain(|(keys, _)| !keys.contains(&known));
        let path = join(&self.path, known);
        self.cx.fail(&path);
        let finding = Diagnostic::new(&entries::UNKNOWN_KEY, span).arg("key", name);
        Some(finding.arg("example", example).help(entries::WRITE_SPACE))
    }

    /// Whether a key has its colon.
    fn written_with_colon(&self, key: Span) -> bool {
        let text = &self.cx.sources.get(key.file).text;
        text.get(key.end as usize..).is_some_and(|rest| rest.trim_start().starts_with(':'))
    }
}

/// Whether a text is a list for sure: commas between parts of at most three words in small letters, none of which begins with a
/// word that goes on from the part before: «con recibo», “or by phone”.
fn enumerates(text: &str) -> bool {
    const ON: [&str; 44] = [
        "a", "al", "and", "ante", "aunque", "but", "by", "com", "como", "con", "cuando", "de", "del", "desde", "e",
        "em", "en", "except", "excepto", "for", "from", "hasta", "if", "in", "incluso", "mas", "ni", "no", "not", "o",
        "or", "ou", "para", "pero", "por", "que", "salvo", "sem", "si", "sin", "to", "with", "without", "y",
    ];
    let parts: Vec<&str> = text.split(", ").collect();
    parts.len() > 1
        && !text.contains(['[', '.', ':', ';', '(', '«', '"', '?', '!'])
        && parts.iter().enumerate().all(|(place, part)| {
            let words: Vec<&str> = part.split_whitespace().collect();
            let first = words.first().copied().unwrap_or_default();
            let small = first.chars().next().is_some_and(|c| c.is_lowercase());
            words.len() <= 3 && small && (place == 0 || !ON.contains(&first))
        })
}

/// A path for a reader: the third item of a list is that, and no `resources.2`.
fn place_of(path: &str) -> Arg {
    let item = path.rsplit_once('.').and_then(|(list, item)| Some((list, item.parse::<usize>().ok()?.checked_add(1)?)));
    match item {
        Some((list, number)) => Arg::Phrase(ITEM_OF, vec![("n", number.to_string().into()), ("name", list.into())]),
        None => Arg::from(format!("`{path}`")),
    }
}

const ITEM_OF: Words =
    Words { es: "el elemento {n} de `{name}`", en: "item {n} of `{name}`", pt: "o item {n} de `{name}`" };

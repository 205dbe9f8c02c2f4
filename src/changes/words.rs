//! What a value says, so that two can be compared: exactly, without what is editorial, and by their words.

use crate::compose::obligations::fold;
use crate::parse::kind::Kind;
use crate::parse::prose::{Inline, Text, inlines};
use crate::parse::reader::{Value, Variant};
use crate::resolve::{Resolved, Target};
use crate::values::{Aimed, Quantity};
use std::collections::{BTreeMap, BTreeSet};

/// Ids of entries that have another one now.
#[derive(Debug, Default)]
pub struct Renames {
    ids: BTreeMap<(Kind, String), String>,
}

impl Renames {
    pub fn is_empty(&self) -> bool {
        self.ids.is_empty()
    }

    pub fn add(&mut self, kind: Kind, old: &str, new: &str) {
        self.ids.insert((kind, old.to_owned()), new.to_owned());
    }

    /// The id that an entry of the old manual has in the new one.
    pub fn now<'a>(&'a self, kind: Kind, old: &'a str) -> &'a str {
        self.ids.get(&(kind, old.to_owned())).map_or(old, String::as_str)
    }
}

/// Reads values of one manual; of the old one with the ids that its entries have now.
#[derive(Clone, Copy)]
pub struct Side<'a> {
    pub manual: &'a Resolved<'a>,
    pub renames: Option<&'a Renames>,
}

impl Side<'_> {
    pub fn id(&self, kind: Kind, id: &str) -> String {
        self.renames.map_or(id, |renames| renames.now(kind, id)).to_owned()
    }

    /// Whether something in a text could not be followed, so that it may seem to say something else.
    pub fn is_broken(&self, text: &Text) -> bool {
        let mut broken = false;
        inlines(&text.content, &mut |inline| {
            broken |= matches!(inline, Inline::Wiki(wiki) if !wiki.soft && self.manual.link(wiki.span).is_none());
        });
        broken
    }

    /// A text as it is written, wherever its links lead.
    pub fn written(&self, text: &Text) -> String {
        let mut targets = Vec::new();
        inlines(&text.content, &mut |inline| {
            if let Inline::Wiki(wiki) = inline {
                targets.push(wiki.target.clone());
            }
        });
        let words: String = text.content.iter().map(|inline| self.word_of(inline)).collect();
        format!("{words}\n{}", targets.join("\n"))
    }

    fn word_of(&self, inline: &Inline) -> String {
        match inline {
            Inline::Wiki(_) => "@".to_owned(),
            Inline::Strong(inner) | Inline::Emph(inner) | Inline::Strike(inner) => {
                inner.iter().map(|inline| self.word_of(inline)).collect()
            }
            other => self.run(std::slice::from_ref(other)),
        }
    }

    /// A text with its signs and its emphasis; a link to an entry is its id, however the entry is called.
    pub fn exact(&self, text: &Text) -> String {
        self.run(&text.content)
    }

    fn run(&self, content: &[Inline]) -> String {
        let mut out = String::new();
        for inline in content {
            match inline {
                Inline::Text(text) => out.push_str(text),
                Inline::Code(text) => out.push_str(&format!("`{text}`")),
                Inline::Strong(inner) => out.push_str(&format!("**{}**", self.run(inner))),
                Inline::Emph(inner) => out.push_str(&format!("*{}*", self.run(inner))),
                Inline::Strike(inner) => out.push_str(&format!("~~{}~~", self.run(inner))),
                Inline::Wiki(wiki) => {
                    let label = wiki.label.as_deref().unwrap_or_default();
                    let to = match self.manual.link(wiki.span).map(|link| &link.target) {
                        Some(Target::Entry(kind, id)) => format!("@{}/{}", kind.name(), self.id(*kind, id)),
                        Some(Target::Value(kind, id, path)) => {
                            format!("@{}/{}/{path}", kind.name(), self.id(*kind, id))
                        }
                        Some(Target::Manifest(path)) => format!("@{path}"),
                        None => wiki.target.clone(),
                    };
                    out.push_str(&to);
                    out.push_str(label);
                }
                Inline::Link { href, content, .. } => out.push_str(&format!("[{}]({href})", self.run(content))),
                Inline::Picture { path, alt, .. } => out.push_str(&format!("![{alt}]({path})")),
                Inline::FootnoteRef(label) => out.push_str(&format!("[^{label}]")),
                Inline::Task(done) => out.push_str(if *done { "[x]" } else { "[ ]" }),
                Inline::Quantity(quantity) => out.push_str(&quantity.plain()),
                Inline::Break => out.push('\n'),
            }
        }
        out
    }

    /// What a value says, with all its signs.
    pub fn said(&self, value: &Value) -> String {
        match value {
            Value::Text(text) => self.exact(text),
            Value::Texts(texts) => texts.iter().map(|t| self.exact(t)).collect::<Vec<_>>().join("\n"),
            Value::Word(word) => word.clone(),
            Value::Quantity(variant) => self.variant(variant),
            Value::Date(date) => format!("{date:?}"),
            Value::DayOfYear(day) => format!("{day:?}"),
            Value::Recurrence(recurrence) => recurrence.plain(),
            Value::Hours(hours) => format!("{hours:?}"),
            Value::TimeRanges(ranges) => format!("{ranges:?}"),
            Value::Targets(targets) => {
                // In whichever order: all of them hold.
                let mut all: Vec<String> = targets.iter().map(|target| self.target(target)).collect();
                all.sort();
                all.join("\n")
            }
            Value::References(list) => {
                let ids: Vec<String> =
                    list.iter().map(|(kind, id)| format!("{}/{}", kind.name(), self.id(*kind, id))).collect();
                ids.join("\n")
            }
        }
    }

    fn target(&self, target: &Aimed) -> String {
        let word = |(by, word): &(String, String)| {
            let word = Kind::of_dimension(by).map_or_else(|| word.clone(), |kind| self.id(kind, word));
            format!(" [{by}:{word}]")
        };
        let scope: String = target.scope.iter().map(word).collect();
        format!("{}{scope}{}", target.target.plain(), if target.rest { " [else]" } else { "" })
    }

    fn variant(&self, variant: &Variant<Quantity>) -> String {
        let by: Vec<&str> = variant.by.iter().map(|by| by.value.as_str()).collect();
        let mut out: Vec<String> = variant
            .cases
            .iter()
            .map(|(words, value)| {
                let word = |(by, word): (&&str, &crate::span::Spanned<String>)| {
                    Kind::of_dimension(by).map_or_else(|| word.value.clone(), |kind| self.id(kind, &word.value))
                };
                let words: Vec<String> = by.iter().zip(words).map(word).collect();
                format!("{}={}:{}", by.join(","), words.join(","), value.value.plain())
            })
            .collect();
        out.sort();
        out.extend(variant.otherwise.as_ref().map(|value| value.value.plain()));
        out.join(";")
    }
}

/// The words of a value, folded.
pub fn words_of(manual: &Resolved<'_>, value: &Value) -> BTreeSet<String> {
    let side = Side { manual, renames: None };
    fold(&side.said(value)).split(' ').filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// How many words two have in common, of all they have: from 0 to 1.
pub fn near(a: &BTreeSet<String>, b: &BTreeSet<String>) -> f64 {
    let all = a.union(b).count();
    if all == 0 {
        return 0.0;
    }
    let (common, all) = (u32::try_from(a.intersection(b).count()), u32::try_from(all));
    f64::from(common.unwrap_or(u32::MAX)) / f64::from(all.unwrap_or(u32::MAX))
}

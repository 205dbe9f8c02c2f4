//! Findings: what is wrong, where, why it matters and what to write. Nothing here prints.

use crate::lang::{Lang, Locale, Text, Tongue, format};
use crate::span::Span;
use crate::values::{Date, Quantity, Target};

/// How grave a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    Note,
    Warning,
    Error,
}

impl Severity {
    /// The word of machine formats and of `lints` in the manifest.
    pub fn name(self) -> &'static str {
        match self {
            Severity::Note => "note",
            Severity::Warning => "warning",
            Severity::Error => "error",
        }
    }
}

/// All that is said about one code: the message of a finding, its explanation, and examples that tests execute.
///
/// `bad` and `good` are small manuals: files headed by `=== path` lines (without a heading, a service's front matter laid over a
/// complete service). Under a line of `bad`, a line `#  ^^^^` marks the columns where this code must be reported.
#[derive(Debug)]
pub struct Entry {
    pub code: &'static str,
    /// A short English name in kebab case, stable like the code.
    pub name: &'static str,
    pub severity: Severity,
    /// One line, lower case, stands alone, names the offender.
    pub message: Text,
    /// Why it matters, in one or two sentences.
    pub why: Text,
    /// What to do; starts with a verb.
    pub fix: Text,
    pub bad: &'static str,
    pub good: &'static str,
}

/// A value for a slot of a message: words of the author, words of ours in each language, or a value that each language writes
/// in its own way.
#[derive(Debug, Clone)]
pub enum Arg {
    Plain(String),
    Words(Text),
    /// Words of ours with slots of their own.
    Phrase(Text, Args),
    /// Several of these, joined with «and».
    List(Vec<Arg>),
    Quantity(Quantity),
    Target(Box<Target>),
    Date(Date),
    /// A text of data in the order of [`Lang::ALL`], such as the clause of a law.
    Told(Box<[String; 3]>),
}

impl Arg {
    /// Words of ours around a name: the slot `{name}`.
    pub fn named(words: Text, name: impl Into<Arg>) -> Arg {
        Arg::Phrase(words, vec![("name", name.into())])
    }

    /// The value in a language, as a region writes it.
    pub fn in_locale(&self, locale: Locale) -> String {
        match self {
            Arg::Plain(text) => text.clone(),
            Arg::Words(text) => text.in_lang(locale.lang).to_owned(),
            Arg::Phrase(text, args) => fill(text, locale, args),
            Arg::List(items) => {
                let items: Vec<String> = items.iter().map(|item| item.in_locale(locale)).collect();
                format::list(locale, &items)
            }
            Arg::Quantity(quantity) => format::quantity(locale, quantity),
            Arg::Target(target) => format::target(locale, target),
            Arg::Date(date) => format::date(locale, *date),
            Arg::Told(texts) => {
                let place = Lang::ALL.iter().position(|known| *known == locale.lang).unwrap_or(0);
                texts[place].clone()
            }
        }
    }
}

impl From<Tongue> for Arg {
    /// A language by its name in that of the message.
    fn from(tongue: Tongue) -> Self {
        Arg::Told(Box::new(Lang::ALL.map(|lang| tongue.name(lang))))
    }
}

impl From<String> for Arg {
    fn from(text: String) -> Self {
        Arg::Plain(text)
    }
}

impl From<&str> for Arg {
    fn from(text: &str) -> Self {
        Arg::Plain(text.to_owned())
    }
}

impl From<Text> for Arg {
    fn from(text: Text) -> Self {
        Arg::Words(text)
    }
}

impl<T: Into<Arg>> From<Vec<T>> for Arg {
    fn from(items: Vec<T>) -> Self {
        Arg::List(items.into_iter().map(Into::into).collect())
    }
}

impl From<Quantity> for Arg {
    fn from(quantity: Quantity) -> Self {
        Arg::Quantity(quantity)
    }
}

impl From<&Target> for Arg {
    fn from(target: &Target) -> Self {
        Arg::Target(Box::new(target.clone()))
    }
}

impl From<Date> for Arg {
    fn from(date: Date) -> Self {
        Arg::Date(date)
    }
}

/// Values for the slots of a message.
pub type Args = Vec<(&'static str, Arg)>;

/// Fills a text's slots in a language, values as the region writes them.
fn fill(text: &Text, locale: Locale, args: &[(&'static str, Arg)]) -> String {
    let args: Vec<(&'static str, String)> = args.iter().map(|(name, arg)| (*name, arg.in_locale(locale))).collect();
    text.fill(locale.lang, &args)
}

/// The language of a message with the region of the manual it is about, where that is written in the same language.
fn written(home: Option<Locale>, lang: Lang) -> Locale {
    home.map_or(lang.into(), |home| home.speaking(lang))
}

/// A text that stands for all findings of a code: each slot is left open, `the code … already belongs to …`.
pub fn without_slots(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(open) = rest.find('{') {
        let name = rest[open + 1..].find('}').map(|len| &rest[open + 1..open + 1 + len]);
        let slot = name.filter(|n| !n.is_empty() && n.bytes().all(|b| b.is_ascii_lowercase() || b == b'_'));
        out.push_str(&rest[..open]);
        match slot {
            Some(name) => {
                out.push('…');
                rest = &rest[open + name.len() + 2..];
            }
            None => {
                out.push('{');
                rest = &rest[open + 1..];
            }
        }
    }
    out.push_str(rest);
    out
}

/// Another place that belongs to a finding.
#[derive(Debug, Clone)]
pub struct Label {
    pub span: Span,
    pub text: Text,
    pub args: Args,
    home: Option<Locale>,
}

impl Label {
    pub fn new(span: Span, text: Text, args: Args) -> Label {
        Label { span, text, args, home: None }
    }

    /// The label in a language, slots filled.
    pub fn text(&self, lang: Lang) -> String {
        fill(&self.text, written(self.home, lang), &self.args)
    }
}

/// A line beneath a finding, such as one of the arithmetic that led to it.
#[derive(Debug, Clone)]
pub struct Note {
    pub text: Text,
    pub args: Args,
    home: Option<Locale>,
}

impl Note {
    /// The note in a language, slots filled.
    pub fn text(&self, lang: Lang) -> String {
        fill(&self.text, written(self.home, lang), &self.args)
    }
}

/// A change that certainly mends the finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    pub span: Span,
    pub replacement: String,
}

/// A finding.
#[derive(Debug, Clone)]
pub struct Diagnostic {
    pub entry: &'static Entry,
    /// The level that holds here, after the manifest's `lints`.
    pub severity: Severity,
    pub span: Span,
    pub args: Args,
    pub labels: Vec<Label>,
    /// Lines that show how the finding was reached: what was assumed, what comes out, what would make it hold.
    pub notes: Vec<Note>,
    /// A help line of this finding; without one, the entry's `fix`.
    pub help: Option<Text>,
    /// Whose finding it is, as `kind/id`.
    pub subject: Option<String>,
    pub edit: Option<Edit>,
    /// How the manual writes its figures; a message in its language does so too.
    pub home: Option<Locale>,
}

impl Diagnostic {
    pub fn new(entry: &'static Entry, span: Span) -> Self {
        Diagnostic {
            entry,
            severity: entry.severity,
            span,
            args: Vec::new(),
            labels: Vec::new(),
            notes: Vec::new(),
            help: None,
            subject: None,
            edit: None,
            home: None,
        }
    }

    /// Lets the finding write its figures as the manual does that it is about.
    pub fn at_home(&mut self, home: Locale) {
        self.home = Some(home);
        self.labels.iter_mut().for_each(|label| label.home = Some(home));
        self.notes.iter_mut().for_each(|note| note.home = Some(home));
    }

    pub fn arg(mut self, name: &'static str, value: impl Into<Arg>) -> Self {
        self.args.push((name, value.into()));
        self
    }

    pub fn label(mut self, span: Span, text: Text) -> Self {
        let args = self.args.clone();
        self.labels.push(Label { span, text, args, home: self.home });
        self
    }

    /// Adds a line with slots of its own.
    pub fn note(mut self, text: Text, args: Args) -> Self {
        self.notes.push(Note { text, args, home: self.home });
        self
    }

    pub fn help(mut self, text: Text) -> Self {
        self.help = Some(text);
        self
    }

    pub fn subject(mut self, subject: impl Into<String>) -> Self {
        self.subject = Some(subject.into());
        self
    }

    pub fn edit(mut self, span: Span, replacement: impl Into<String>) -> Self {
        self.edit = Some(Edit { span, replacement: replacement.into() });
        self
    }

    pub fn code(&self) -> &'static str {
        self.entry.code
    }

    /// Another text of this code with the same values; what it asks for beyond them is left open.
    pub fn fill(&self, text: &Text, lang: Lang) -> String {
        without_slots(&fill(text, written(self.home, lang), &self.args))
    }

    /// The message in a language, slots filled.
    pub fn message(&self, lang: Lang) -> String {
        fill(&self.entry.message, written(self.home, lang), &self.args)
    }

    /// What to write, in a language.
    pub fn help_text(&self, lang: Lang) -> String {
        fill(&self.help.unwrap_or(self.entry.fix), written(self.home, lang), &self.args)
    }
}

//! Texts and values of the model → inlines and blocks in the reader's language.

mod blocks;
mod told;

pub use blocks::*;

use super::history::Past;
use crate::ir::{Block, Column, Fact, Figure, FigureSource, Inline, ListStyle, Row, Table, TableLook, Tone, plain};
use crate::lang::details::CALLER_COSTS;
use crate::lang::manual::ManualWords;
use crate::lang::{Lang, Locale, format};
use crate::model::target::TargetSpec;
use crate::parse::kind::Kind;
use crate::parse::prose::{self, Prose, Text};
use crate::parse::reader::{Value, Variant};
use crate::resolve::{Destination, Resolved, Target as LinkTarget};
use crate::span::{Span, Spanned};
use crate::values::{Aimed, Duration, Hours, Percent, Quantity, Recurrence, Target, TimeRange, When};

/// How deep values may print values: circles are reported before, this bounds the work.
const MAX_DEPTH: u8 = 8;

/// The path of a picture beneath `assets/`.
fn asset(path: &str) -> &str {
    path.strip_prefix("assets/").unwrap_or(path)
}

/// Writes in one language about one manual.
#[derive(Clone, Copy)]
pub struct Writer<'m> {
    pub manual: &'m Resolved<'m>,
    pub lang: Lang,
    /// The language as the manual's region writes it: what values are formatted by.
    pub locale: Locale,
    pub w: &'static ManualWords,
    /// What came before this edition, where that is told.
    pub past: Option<&'m Past>,
    depth: u8,
    /// The language of the original, while prose of it is written that has no translation.
    foreign: Option<Lang>,
}

impl<'m> Writer<'m> {
    pub fn new(manual: &'m Resolved<'m>) -> Self {
        let lang = manual.lang;
        Writer { manual, lang, locale: manual.locale, w: &lang.words().manual, past: None, depth: 0, foreign: None }
    }

    /// The same manual with values in another language.
    pub fn speaking(self, lang: Lang) -> Self {
        Writer { lang, w: &lang.words().manual, ..self }
    }

    /// The same with what came before the manual.
    pub fn after(self, past: Option<&'m Past>) -> Self {
        Writer { past, ..self }
    }

    // ---- texts ----

    pub fn text(&self, text: &Text) -> Vec<Inline> {
        match self.manual.untranslated.contains(&text.span) {
            true => self.of_original().inlines(&text.content, &[]),
            false => self.inlines(&text.content, &[]),
        }
    }

    /// Writes what stands in the original's language, and marks it as such.
    fn of_original(&self) -> Writer<'m> {
        Writer { foreign: Some(self.manual.model.manifest.languages.default), ..*self }
    }

    /// A text as a title: with a capital.
    pub fn title(&self, text: &Text) -> Vec<Inline> {
        let mut run = self.text(text);
        capitalise(&mut run);
        run
    }

    /// Words to be said or promised, between the quotation marks of the language.
    pub fn quoted(&self, text: &Text) -> Vec<Inline> {
        let (open, close) = match self.lang {
            Lang::Es => ("«", "»"),
            Lang::En | Lang::Pt => ("“", "”"),
        };
        // An author who wrote the marks keeps them.
        if text.source.starts_with(['«', '“', '"']) {
            return self.text(text);
        }
        let mut run = plain(open);
        run.extend(self.text(text));
        run.push(Inline::text(close));
        run
    }

    pub fn opt(&self, text: &Option<Text>) -> Vec<Inline> {
        text.as_ref().map_or_else(Vec::new, |t| self.text(t))
    }

    /// What something costs: the word for nothing, or the author's words.
    pub fn free_or(&self, text: &Option<Text>) -> Vec<Inline> {
        match text {
            Some(text) if *text.source == *"free" => plain(self.w.free),
            Some(text) => match CALLER_COSTS.iter().find(|cost| *cost.name == *text.source) {
                Some(cost) => plain(capital(cost.label.in_lang(self.lang))),
                None => self.text(text),
            },
            None => Vec::new(),
        }
    }

    /// Several texts in one run, divided by semicolons where they hold commas.
    pub fn texts(&self, texts: &[Text]) -> Vec<Inline> {
        let divider = if texts.iter().any(|t| t.source.contains(',')) { "; " } else { ", " };
        join(texts.iter().map(|t| self.text(t)), divider)
    }

    /// A paragraph, unless there is nothing to say.
    pub fn paragraph(&self, text: &Option<Text>) -> Option<Block> {
        let content = self.opt(text);
        (!content.is_empty()).then_some(Block::Paragraph { content })
    }

    pub fn list(&self, style: ListStyle, texts: &[Text]) -> Option<Block> {
        let items: Vec<Vec<Block>> = texts.iter().map(|t| vec![Block::Paragraph { content: self.text(t) }]).collect();
        (!items.is_empty()).then_some(Block::List { style, start: None, items })
    }

    /// A list under a label, as a definition.
    pub fn fact(&self, label: &str, content: Vec<Inline>) -> Option<Fact> {
        (!content.is_empty()).then(|| Fact { label: label.to_owned(), content })
    }

    /// Several texts under a label: a list, or a definition where there is only one.
    pub fn labelled(&self, label: &str, texts: &[Text]) -> Vec<Block> {
        if texts.len() < 2 {
            return facts([self.fact_texts(label, texts)]).into_iter().collect();
        }
        let title = Block::Paragraph { content: vec![Inline::Strong { content: plain(label) }] };
        std::iter::once(title).chain(self.list(ListStyle::Bullets, texts)).collect()
    }

    pub fn fact_text(&self, label: &str, text: &Option<Text>) -> Option<Fact> {
        self.fact(label, self.opt(text))
    }

    pub fn fact_texts(&self, label: &str, texts: &[Text]) -> Option<Fact> {
        self.fact(label, self.texts(texts))
    }

    pub fn inlines(&self, content: &[prose::Inline], notes: &[(String, Vec<prose::Block>)]) -> Vec<Inline> {
        let Some(lang) = self.foreign else { return self.run(content, notes) };
        let content = Writer { foreign: None, ..*self }.run(content, notes);
        match content.is_empty() {
            true => content,
            false => vec![Inline::Lang { lang: lang.code().to_owned(), content }],
        }
    }

    fn run(&self, content: &[prose::Inline], notes: &[(String, Vec<prose::Block>)]) -> Vec<Inline> {
        let mut out = Vec::new();
        for inline in content {
            match inline {
                prose::Inline::Text(text) => out.extend(self.told(text)),
                prose::Inline::Strong(c) => out.push(Inline::Strong { content: self.inlines(c, notes) }),
                prose::Inline::Emph(c) => out.push(Inline::Emph { content: self.inlines(c, notes) }),
                prose::Inline::Strike(c) => out.push(Inline::Strike { content: self.inlines(c, notes) }),
                prose::Inline::Code(text) => out.push(Inline::Code { text: text.clone() }),
                prose::Inline::Wiki(wiki) => out.extend(self.wiki(wiki)),
                prose::Inline::Link { href, content, span } => {
                    out.push(self.link(href, *span, self.inlines(content, notes)));
                }
                // Where there is no such picture, which is a finding, its text stands for it.
                prose::Inline::Picture { path, alt, .. } => out.push(match self.manual.picture(path) {
                    Ok(path) => Inline::Picture { path: path.to_owned(), alt: alt.clone() },
                    Err(_) => Inline::text(alt.as_str()),
                }),
                prose::Inline::FootnoteRef(label) => {
                    let note = notes.iter().find(|(l, _)| l == label);
                    let content = note.map_or_else(Vec::new, |(_, blocks)| self.flat(blocks));
                    out.push(Inline::Note { content });
                }
                prose::Inline::Task(done) => out.push(Inline::Task { done: *done }),
                prose::Inline::Quantity(quantity) => out.push(self.quantity(quantity)),
                prose::Inline::Break => out.push(Inline::Break),
            }
        }
        out
    }

    /// A link that leads out of the manual, or, relative, to one of its pages; anything else stays as its words.
    fn link(&self, href: &str, span: Span, content: Vec<Inline>) -> Inline {
        match self.manual.destination(href, span.file) {
            Ok(Destination::Outside) => Inline::Link { href: href.to_owned(), content },
            Ok(Destination::Entry(kind, id, _)) => Inline::Ref { to: anchor(kind, &id), content },
            Ok(Destination::Asset(_)) | Err(_) => Inline::Emph { content },
        }
    }

    /// The words of footnotes, whose blocks become one run.
    fn flat(&self, blocks: &[prose::Block]) -> Vec<Inline> {
        let runs = blocks.iter().filter_map(|b| match b {
            prose::Block::Paragraph(content) => Some(self.inlines(content, &[])),
            _ => None,
        });
        join(runs, " ")
    }

    fn wiki(&self, wiki: &prose::Wiki) -> Vec<Inline> {
        let Some(link) = self.manual.link(wiki.span) else {
            return plain(wiki.label.clone().unwrap_or_else(|| wiki.target.clone()));
        };
        let label = link.label.as_ref().map(|l| plain(l.as_str()));
        match &link.target {
            LinkTarget::Entry(kind, id) => vec![match label {
                Some(content) => Inline::Ref { to: anchor(*kind, id), content },
                None => self.entry(*kind, id),
            }],
            LinkTarget::Value(kind, id, path) => {
                self.manual.value(*kind, id, path).map_or_else(Vec::new, |value| self.value(value))
            }
            LinkTarget::Manifest(path) => self.manual.manifest_value(path).map_or_else(Vec::new, |v| self.value(v)),
        }
    }

    // ---- entries ----

    /// A link to an entry by its name.
    pub fn entry(&self, kind: Kind, id: &str) -> Inline {
        let base = self.manual.model.base(kind, id);
        let content = match base.and_then(|b| b.name.as_ref()) {
            // A commitment's name is the whole promise: its code is the handier name.
            Some(_) if kind == Kind::Commitments => {
                let code = base.and_then(|b| b.code.as_ref()).map(|c| c.value.clone());
                match code {
                    Some(text) => vec![Inline::Mark { text }],
                    None => plain(base.map_or_else(String::new, |b| b.title())),
                }
            }
            Some(name) if self.depth < MAX_DEPTH => self.deeper().text(name),
            Some(name) => plain(name.plain()),
            None => plain(id),
        };
        Inline::Ref { to: anchor(kind, id), content }
    }

    pub fn reference(&self, kind: Kind, id: &Option<Spanned<String>>) -> Vec<Inline> {
        id.as_ref().map_or_else(Vec::new, |id| vec![self.entry(kind, &id.value)])
    }

    pub fn references(&self, kind: Kind, ids: &[Spanned<String>]) -> Vec<Inline> {
        join(ids.iter().map(|id| vec![self.entry(kind, &id.value)]), ", ")
    }

    fn deeper(&self) -> Writer<'m> {
        Writer { depth: self.depth + 1, ..*self }
    }

    // ---- values ----

    pub fn value(&self, value: &Value) -> Vec<Inline> {
        if self.depth >= MAX_DEPTH {
            return Vec::new();
        }
        match value {
            Value::Text(text) => self.deeper().text(text),
            Value::Texts(texts) => self.deeper().texts(texts),
            Value::Word(word) => plain(word.as_str()),
            Value::Quantity(variant) => self.variant(variant),
            Value::Date(date) => plain(self.date(*date)),
            Value::DayOfYear(day) => plain(format::month_day(self.locale, *day)),
            Value::Recurrence(recurrence) => plain(self.recurrence(*recurrence)),
            Value::Hours(hours) => plain(format::hours(self.locale, hours).join("; ")),
            Value::TimeRanges(ranges) => {
                let one = |range: &TimeRange| vec![Inline::Value { text: format::time_range(self.locale, *range) }];
                join(ranges.iter().map(one), ", ")
            }
            Value::Targets(targets) => {
                let one = |aimed: &Aimed| {
                    let mut run = vec![Inline::Value { text: format::target(self.locale, &aimed.target) }];
                    run.extend(
                        self.cases(aimed.scope.iter().map(|(by, word)| (by.as_str(), word.as_str())), aimed.rest),
                    );
                    run
                };
                join(targets.iter().map(one), "; ")
            }
            Value::References(list) => join(list.iter().map(|(kind, id)| vec![self.entry(*kind, id)]), ", "),
        }
    }

    pub fn quantity(&self, quantity: &Quantity) -> Inline {
        let text = format::quantity(self.locale, quantity);
        match quantity {
            Quantity::Duration(_) => Inline::Limit { text },
            Quantity::Percent(_) | Quantity::Money(_) | Quantity::Rate(_) => Inline::Value { text },
        }
    }

    /// «8 días hábiles (Ribera); 10 días hábiles (en los demás casos)».
    pub fn variant(&self, variant: &Variant<Quantity>) -> Vec<Inline> {
        self.by_case(variant, |quantity| vec![self.quantity(quantity)])
    }

    /// A value by its cases, in the author's order, and last what is left.
    pub fn by_case<T>(&self, variant: &Variant<T>, write: impl Fn(&T) -> Vec<Inline>) -> Vec<Inline> {
        let mut runs: Vec<Vec<Inline>> = Vec::new();
        for (words, value) in &variant.cases {
            let mut run = write(&value.value);
            run.extend(self.case_of(variant, words));
            runs.push(run);
        }
        if let Some(value) = &variant.otherwise {
            let mut run = write(&value.value);
            run.extend(self.cases(std::iter::empty(), !variant.cases.is_empty()));
            runs.push(run);
        }
        join(runs.into_iter(), "; ")
    }

    fn case_of<T>(&self, variant: &Variant<T>, words: &[Spanned<String>]) -> Option<Inline> {
        let pairs = variant.by.iter().zip(words);
        self.cases(pairs.map(|(by, word)| (by.value.as_str(), word.value.as_str())), false)
    }

    /// One value where there is room for one: what holds in all other cases, else that of the first case; it says which.
    pub fn main_case(&self, variant: &Variant<Duration>) -> Vec<Inline> {
        let (value, case) = match (&variant.otherwise, variant.cases.first()) {
            (Some(value), first) => (value, self.cases(std::iter::empty(), first.is_some())),
            (None, Some((words, value))) => (value, self.case_of(variant, words)),
            (None, None) => return Vec::new(),
        };
        let mut run = vec![Inline::Value { text: format::duration(self.locale, &value.value) }];
        run.extend(case);
        run
    }

    /// «(Ribera, urgente)», «(en los demás casos)»; nothing of what holds for all.
    fn cases<'w>(&self, scope: impl Iterator<Item = (&'w str, &'w str)>, rest: bool) -> Option<Inline> {
        let mut words: Vec<String> = scope.map(|(by, word)| self.case_word(by, word)).collect();
        if rest {
            words.push(format::other_cases(self.locale).to_owned());
        }
        (!words.is_empty()).then(|| Inline::text(format!(" ({})", words.join(", "))))
    }

    /// A word of a case: the name of the entry it is the id of, or the word itself.
    pub fn case_word(&self, by: &str, word: &str) -> String {
        let kind = match by {
            "site" => Some(Kind::Sites),
            "channel" => Some(Kind::Channels),
            "segment" => Some(Kind::Segments),
            "service" => Some(Kind::Services),
            "role" => Some(Kind::Roles),
            _ => None,
        };
        let base = kind.and_then(|k| self.manual.model.base(k, word));
        if let Some(base) = base {
            return base.title();
        }
        let severities = self.manual.model.complaints.iter().flat_map(|p| &p.severity);
        match severities.filter(|_| by == "severity").find(|s| s.id.value == word) {
            Some(severity) => severity.name.as_ref().map_or_else(|| word.to_owned(), Text::plain),
            None => word.to_owned(),
        }
    }

    pub fn duration(&self, duration: &Option<Variant<Duration>>) -> Vec<Inline> {
        duration.as_ref().map_or_else(Vec::new, |v| self.variant(&v.map(|d| Quantity::Duration(*d))))
    }

    pub fn amount(&self, quantity: &Option<Variant<Quantity>>) -> Vec<Inline> {
        quantity.as_ref().map_or_else(Vec::new, |v| self.variant(v))
    }

    pub fn rate(&self, rate: &Option<Variant<crate::values::Rate>>) -> Vec<Inline> {
        rate.as_ref().map_or_else(Vec::new, |v| self.variant(&v.map(|r| Quantity::Rate(r.clone()))))
    }

    pub fn money(&self, money: &Option<Variant<crate::values::Money>>) -> Vec<Inline> {
        money.as_ref().map_or_else(Vec::new, |v| self.variant(&v.map(|m| Quantity::Money(m.clone()))))
    }

    pub fn percent(&self, percent: &Option<Variant<Percent>>) -> Vec<Inline> {
        percent.as_ref().map_or_else(Vec::new, |v| self.variant(&v.map(|p| Quantity::Percent(p.clone()))))
    }

    pub fn date(&self, when: When) -> String {
        match when {
            When::Day(date) => format::date(self.locale, date),
            When::Period(period) => format::period(self.locale, period),
        }
    }

    pub fn date_of(&self, when: &Option<Spanned<When>>) -> Vec<Inline> {
        when.as_ref().map_or_else(Vec::new, |w| plain(self.date(w.value)))
    }

    pub fn recurrence(&self, recurrence: Recurrence) -> String {
        format::recurrence(self.locale, recurrence)
    }

    pub fn recurrence_of(&self, recurrence: &Option<Spanned<Recurrence>>) -> Vec<Inline> {
        recurrence.as_ref().map_or_else(Vec::new, |r| plain(capital(&self.recurrence(r.value))))
    }

    pub fn hours(&self, hours: &Option<Spanned<Hours>>) -> Vec<Inline> {
        let Some(hours) = hours else { return Vec::new() };
        plain(format::hours(self.locale, &hours.value).join("; "))
    }

    /// Targets that must all hold, with where they hold.
    pub fn targets(&self, targets: &[TargetSpec]) -> Vec<Inline> {
        join(targets.iter().map(|t| self.target(t)), "; ")
    }

    fn target(&self, spec: &TargetSpec) -> Vec<Inline> {
        let text = format::target(self.locale, &spec.target);
        let mut run = match &spec.target {
            Target::None { .. } => vec![Inline::Emph { content: plain(text) }],
            _ => vec![Inline::Value { text }],
        };
        run.extend(self.cases(spec.scope.iter().map(|(by, word)| (by.as_str(), word.as_str())), spec.rest));
        if let Some(conditions) = &spec.conditions {
            run.push(Inline::text(", "));
            run.extend(self.text(conditions));
        }
        let valid = [(self.w.counted_from, spec.from), (self.w.until, spec.until)];
        let valid: Vec<String> = valid
            .into_iter()
            .filter_map(|(word, when)| {
                let article = if matches!(when?, When::Day(_)) { self.w.day_article } else { "" };
                Some(format!("{word} {article}{}", self.date(when?)))
            })
            .collect();
        if !valid.is_empty() {
            run.push(Inline::text(format!(", {}", valid.join(" "))));
        }
        run
    }

    // ---- prose ----

    /// The prose of an entry. Its headings begin at `level` (2 to 4).
    pub fn prose(&self, prose: &Prose, level: u8) -> Vec<Block> {
        match prose.span.is_some_and(|span| self.manual.untranslated.contains(&span)) {
            true => self.of_original().blocks(&prose.blocks, &prose.notes, level),
            false => self.blocks(&prose.blocks, &prose.notes, level),
        }
    }

    fn blocks(&self, blocks: &[prose::Block], notes: &[(String, Vec<prose::Block>)], level: u8) -> Vec<Block> {
        blocks.iter().flat_map(|b| self.block(b, notes, level)).collect()
    }

    fn block(&self, block: &prose::Block, notes: &[(String, Vec<prose::Block>)], level: u8) -> Vec<Block> {
        let one = match block {
            prose::Block::Paragraph(content) => return self.prose_paragraph(content, notes),
            prose::Block::Heading { level: depth, content, .. } => Block::Heading {
                level: (level + depth.saturating_sub(2)).clamp(level, 4),
                id: None,
                number: None,
                title: self.inlines(content, notes),
            },
            prose::Block::List { start, items } => {
                let task = items.iter().any(|i| matches!(i.first(), Some(prose::Block::Paragraph(c)) if matches!(c.first(), Some(prose::Inline::Task(_)))));
                let style = match (task, start) {
                    (true, _) => ListStyle::Checklist,
                    (_, Some(_)) => ListStyle::Numbers,
                    (_, None) => ListStyle::Bullets,
                };
                let items = items.iter().map(|i| self.blocks(i, notes, level)).collect();
                Block::List { style, start: start.filter(|s| *s != 1), items }
            }
            prose::Block::Definitions(items) => Block::Definitions {
                items: items
                    .iter()
                    .map(|(term, body)| crate::ir::Definition {
                        id: None,
                        term: self.inlines(term, notes),
                        blocks: self.blocks(body, notes, level),
                    })
                    .collect(),
            },
            prose::Block::Table { align, head, rows } => self.prose_table(align, head, rows, notes),
            prose::Block::Quote { callout: None, blocks } => Block::Quote { blocks: self.blocks(blocks, notes, level) },
            prose::Block::Quote { callout: Some(kind), blocks } => {
                let (tone, label) = match kind {
                    prose::Callout::Note => (Tone::Note, self.w.note),
                    prose::Callout::Tip => (Tone::Tip, self.w.tip),
                    prose::Callout::Important => (Tone::Important, self.w.important),
                    prose::Callout::Warning => (Tone::Warning, self.w.warning),
                    prose::Callout::Caution => (Tone::Caution, self.w.caution),
                };
                Block::Callout { tone, label: label.to_owned(), blocks: self.blocks(blocks, notes, level) }
            }
            prose::Block::Code { lang, text } => Block::Code { lang: lang.clone(), text: text.clone() },
            prose::Block::Rule => Block::Rule,
        };
        vec![one]
    }

    /// A paragraph; a picture that stands alone becomes a figure.
    fn prose_paragraph(&self, content: &[prose::Inline], notes: &[(String, Vec<prose::Block>)]) -> Vec<Block> {
        if let [prose::Inline::Picture { path, alt, .. }] = content
            && let Some(size) = self.manual.sizes.get(asset(path))
        {
            let (path, width, height) = (asset(path).to_owned(), size.width, size.height);
            let source = FigureSource::Picture { path, width, height };
            return vec![Block::Figure(Figure {
                id: None,
                number: None,
                caption: Vec::new(),
                source,
                alt: alt.clone(),
            })];
        }
        let content = self.inlines(content, notes);
        vec![Block::Paragraph { content }]
    }

    fn prose_table(
        &self,
        align: &[prose::CellAlign],
        head: &[Vec<prose::Inline>],
        rows: &[Vec<Vec<prose::Inline>>],
        notes: &[(String, Vec<prose::Block>)],
    ) -> Block {
        let columns: Vec<Column> = head
            .iter()
            .zip(align)
            .map(|(title, align)| Column {
                title: self.inlines(title, notes),
                align: match align {
                    prose::CellAlign::Start => crate::ir::Align::Start,
                    prose::CellAlign::Center => crate::ir::Align::Center,
                    prose::CellAlign::End => crate::ir::Align::End,
                },
                weight: 1,
            })
            .collect();
        let width = columns.len();
        let rows = rows
            .iter()
            .map(|cells| {
                let mut cells: Vec<Vec<Inline>> = cells.iter().map(|c| self.inlines(c, notes)).collect();
                cells.resize(width, Vec::new());
                Row { id: None, cells }
            })
            .collect();
        let caption = join(columns.iter().map(|c| c.title.clone()), ", ");
        Block::Table(Table {
            id: None,
            number: None,
            caption,
            caption_hidden: true,
            look: TableLook::Words,
            row_headers: false,
            columns,
            rows,
            total: None,
        })
    }
}

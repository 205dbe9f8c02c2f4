//! What a reader of a translation is told: which passages are still in the original's language, and which may be older.

use super::number::{collect, each_block, each_inline_of};
use super::writer::Writer;
use crate::ir::{Block, Inline, Section, SectionKind, Tone, plain};
use crate::lang::fill;
use crate::parse::prose::Text;
use std::collections::HashSet;

/// Marks the sections of a manual that is read in another language than its own.
pub fn mark(x: &Writer<'_>, sections: &mut [Section]) {
    let original = x.manual.model.manifest.languages.default;
    if x.manual.spoken().is_none() {
        let names = names(x);
        sections.iter_mut().for_each(|section| of_the_program(section, x.lang.code(), &names));
    }
    if x.manual.tongue == original {
        return;
    }
    let stale = x.manual.stale.iter().filter_map(|(kind, id)| {
        let base = x.manual.model.base(*kind, id)?;
        Some((base.anchor(), x.entry(*kind, id)))
    });
    let stale: Vec<(String, Inline)> = stale.collect();
    let foreign = foreign_titles(x);
    for section in sections {
        one(x, section, original.code(), &stale);
        title(section, original.code(), &foreign);
    }
}

/// The names without a translation that sections have as their titles: of services, families, chapters and roles.
fn foreign_titles(x: &Writer<'_>) -> HashSet<String> {
    names_where(x, |name| x.manual.untranslated.contains(&name.span))
}

/// All names that sections have as their titles.
fn names(x: &Writer<'_>) -> HashSet<String> {
    let document = x.manual.model.manifest.document.title.as_ref();
    names_where(x, |_| true).into_iter().chain(document.map(|title| super::writer::capital(&title.plain()))).collect()
}

fn names_where(x: &Writer<'_>, wanted: impl Fn(&Text) -> bool) -> HashSet<String> {
    let bases = x.manual.model.bases();
    let names = bases.iter().filter_map(|base| base.name.as_ref());
    let families = x.manual.model.manifest.families.iter().filter_map(|family| family.name.as_ref());
    names.chain(families).filter(|name| wanted(name)).map(|name| super::writer::capital(&name.plain())).collect()
}

/// Says of the titles that are words of the program in which language they are, where it does not speak that of the manual.
fn of_the_program(section: &mut Section, words: &str, names: &HashSet<String>) {
    if section.kind != SectionKind::Cover && !names.contains(&super::writer::capital(&section.title)) {
        section.title_lang = Some(words.to_owned());
    }
    section.sections.iter_mut().for_each(|inner| of_the_program(inner, words, names));
}

/// Says of a title, and of those beneath it, that it is in the original's language. What this program itself calls a chapter is
/// in the reader's.
fn title(section: &mut Section, original: &str, foreign: &HashSet<String>) {
    let named = match section.kind {
        SectionKind::Service | SectionKind::Family | SectionKind::Chapter | SectionKind::Role => true,
        SectionKind::Cover | SectionKind::Control | SectionKind::Services | SectionKind::Register => false,
    };
    if named && foreign.contains(&super::writer::capital(&section.title)) {
        section.title_lang = Some(original.to_owned());
    }
    section.sections.iter_mut().for_each(|inner| title(inner, original, foreign));
}

fn one(x: &Writer<'_>, section: &mut Section, original: &str, stale: &[(String, Inline)]) {
    let mut inner = std::mem::take(&mut section.sections);
    let mut notes = Vec::new();
    notes.extend(older(x, section, stale));
    let mut untranslated = false;
    each_inline_of(section, &mut |run| untranslated |= speaks(run, original));
    if untranslated {
        let name = x.manual.model.manifest.languages.default.name(x.lang);
        let text = fill(x.w.untranslated_here, &[("lang", name)]);
        notes.push(callout(Tone::Note, x.w.note, plain(text)));
    }
    // What an agent needs in ten seconds stays the first.
    let place = usize::from(matches!(section.blocks.first(), Some(Block::Brief { .. })));
    section.blocks.splice(place..place, notes);
    for section in &mut inner {
        one(x, section, original, stale);
    }
    section.sections = inner;
}

/// Says of the entries in a section that their translation may be older: at an entry with blocks of its own there, of a page or
/// of a row at the head of the section, which is what this returns.
fn older(x: &Writer<'_>, section: &mut Section, stale: &[(String, Inline)]) -> Option<Block> {
    if stale.is_empty() {
        return None;
    }
    let mut anchors = HashSet::new();
    collect(section, &mut anchors);
    each_block(&mut section.blocks, &mut |block| {
        if let Block::Group { id: Some(id), blocks, .. } = block
            && stale.iter().any(|(anchor, _)| anchor == id)
        {
            anchors.remove(id);
            blocks.insert(0, callout(Tone::Important, x.w.important, plain(x.w.translation_older)));
        }
    });
    if stale.iter().any(|(anchor, _)| *anchor == section.id) {
        return Some(callout(Tone::Important, x.w.important, plain(x.w.translation_older)));
    }
    let rows: Vec<Vec<Inline>> =
        stale.iter().filter(|(anchor, _)| anchors.contains(anchor)).map(|(_, name)| vec![name.clone()]).collect();
    if rows.is_empty() {
        return None;
    }
    let mut content = plain(format!("{} ", x.w.translations_older));
    content.extend(super::writer::join(rows.into_iter(), ", "));
    Some(callout(Tone::Important, x.w.important, content))
}

fn callout(tone: Tone, label: &str, content: Vec<Inline>) -> Block {
    Block::Callout { tone, label: label.to_owned(), blocks: vec![Block::Paragraph { content }] }
}

/// Whether a run has words in a language.
fn speaks(run: &[Inline], wanted: &str) -> bool {
    run.iter().any(|inline| match inline {
        Inline::Lang { lang, content } => lang == wanted || speaks(content, wanted),
        Inline::Strong { content }
        | Inline::Emph { content }
        | Inline::Strike { content }
        | Inline::Ref { content, .. }
        | Inline::Link { content, .. }
        | Inline::Note { content } => speaks(content, wanted),
        Inline::Text { .. }
        | Inline::Code { .. }
        | Inline::Mark { .. }
        | Inline::Value { .. }
        | Inline::Limit { .. }
        | Inline::Slot { .. }
        | Inline::State { .. }
        | Inline::Picture { .. }
        | Inline::Task { .. }
        | Inline::Break => false,
    })
}

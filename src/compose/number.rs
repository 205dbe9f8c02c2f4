//! Numbers and addresses: chapters, headings, tables and figures, and links that lead nowhere.

use crate::ir::{Block, Figure, FigureSource, Inline, Manual, Section, SectionKind};
use std::collections::HashSet;

/// Numbers the manual and makes every reference lead somewhere.
pub fn finish(manual: &mut Manual) {
    manual.sections.iter_mut().for_each(merge_facts);
    let mut chapter = 0;
    for section in &mut manual.sections {
        match section.kind {
            SectionKind::Cover | SectionKind::Control => {}
            // It is left out on paper, where no number may be missing.
            _ if section.is_view() => {}
            // It is there from the second edition on, and a chapter keeps its number from one edition to the next.
            _ if section.id == super::history::CHAPTER => {}
            _ => {
                chapter += 1;
                section.number = Some(chapter.to_string());
                let mut counters = Counters { chapter, ..Counters::default() };
                number(section, &mut counters);
            }
        }
    }
    let mut anchors = HashSet::new();
    manual.sections.iter_mut().for_each(|s| collect(s, &mut anchors));
    manual.sections.iter_mut().for_each(|s| {
        each_inline_of(s, &mut |list| {
            unlink(list, &anchors);
            unbracket(list);
        });
    });
    manual.names.retain(|name| anchors.contains(&name.anchor));
}

/// Label and value pairs that follow each other become one list.
fn merge_facts(section: &mut Section) {
    fn merge(blocks: &mut Vec<Block>) {
        let mut out: Vec<Block> = Vec::with_capacity(blocks.len());
        for mut block in blocks.drain(..) {
            if let Block::Point { blocks, .. } | Block::Group { blocks, .. } = &mut block {
                merge(blocks);
            }
            match (out.last_mut(), block) {
                (Some(Block::Facts { items }), Block::Facts { items: more }) => items.extend(more),
                (_, block) => out.push(block),
            }
        }
        *blocks = out;
    }
    merge(&mut section.blocks);
    section.sections.iter_mut().for_each(merge_facts);
}

#[derive(Default)]
struct Counters {
    chapter: usize,
    services: usize,
    headings: usize,
    tables: usize,
    figures: usize,
}

fn number(section: &mut Section, counters: &mut Counters) {
    let numbered = !matches!(section.kind, SectionKind::Service | SectionKind::Role);
    if !numbered {
        counters.services += 1;
        section.number = Some(format!("{}.{}", counters.chapter, counters.services));
    }
    for block in &mut section.blocks {
        if let Block::Heading { level: 2, number, .. } = block
            && numbered
        {
            counters.headings += 1;
            *number = Some(format!("{}.{}", counters.chapter, counters.headings));
        }
    }
    each_block(&mut section.blocks, &mut |block| match block {
        Block::Table(table) if !table.caption_hidden => {
            counters.tables += 1;
            table.number = Some(format!("{}.{}", counters.chapter, counters.tables));
        }
        Block::Figure(Figure { number, source: FigureSource::Drawing { .. }, .. }) => {
            counters.figures += 1;
            *number = Some(format!("{}.{}", counters.chapter, counters.figures));
        }
        _ => {}
    });
    section.sections.iter_mut().for_each(|s| number_child(s, counters));
}

fn number_child(section: &mut Section, counters: &mut Counters) {
    number(section, counters);
}

/// Calls `see` for every block at any depth, parents first.
pub(super) fn each_block(blocks: &mut [Block], see: &mut dyn FnMut(&mut Block)) {
    for block in blocks {
        see(block);
        match block {
            Block::Point { blocks, .. }
            | Block::Group { blocks, .. }
            | Block::Callout { blocks, .. }
            | Block::Quote { blocks } => each_block(blocks, see),
            Block::List { items, .. } => items.iter_mut().for_each(|i| each_block(i, see)),
            Block::Definitions { items } => items.iter_mut().for_each(|i| each_block(&mut i.blocks, see)),
            Block::Paragraph { .. }
            | Block::Heading { .. }
            | Block::Steps { .. }
            | Block::Facts { .. }
            | Block::Table(_)
            | Block::Figure(_)
            | Block::Brief { .. }
            | Block::Promise { .. }
            | Block::Script { .. }
            | Block::Limit { .. }
            | Block::Escalation { .. }
            | Block::Code { .. }
            | Block::Rule
            | Block::Cards { .. }
            | Block::Poster(_)
            | Block::Tasks { .. }
            | Block::Progress { .. }
            | Block::Quiz { .. }
            | Block::Acknowledgement(_) => {}
        }
    }
}

/// Every anchor of a section and what is in it.
pub(super) fn collect(section: &mut Section, anchors: &mut HashSet<String>) {
    anchors.insert(section.id.clone());
    anchors.extend(section.facts.iter().filter_map(|fact| fact.id.clone()));
    each_block(&mut section.blocks, &mut |block| anchors.extend(block.anchors().into_iter().map(str::to_owned)));
    section.sections.iter_mut().for_each(|s| collect(s, anchors));
}

/// Calls `see` for every list of inlines of a section.
pub(super) fn each_inline_of(section: &mut Section, see: &mut dyn FnMut(&mut Vec<Inline>)) {
    see(&mut section.heading);
    see(&mut section.lead);
    section.facts.iter_mut().for_each(|f| see(&mut f.content));
    each_block(&mut section.blocks, &mut |block| match block {
        Block::Paragraph { content } => see(content),
        Block::Heading { title, .. } | Block::Group { title, .. } => see(title),
        Block::Definitions { items } => items.iter_mut().for_each(|i| see(&mut i.term)),
        Block::Steps { items } | Block::Escalation { steps: items, .. } => items.iter_mut().for_each(|i| {
            see(&mut i.content);
            see(&mut i.who);
            see(&mut i.when);
        }),
        Block::Facts { items } => items.iter_mut().for_each(|i| see(&mut i.content)),
        Block::Table(table) => {
            see(&mut table.caption);
            table.columns.iter_mut().for_each(|c| see(&mut c.title));
            table.rows.iter_mut().chain(&mut table.total).for_each(|r| r.cells.iter_mut().for_each(&mut *see));
        }
        Block::Figure(figure) => see(&mut figure.caption),
        Block::Brief { say, cells, .. } => {
            see(say);
            cells.iter_mut().for_each(|c| {
                see(&mut c.value);
                see(&mut c.content);
            });
        }
        Block::Promise { content, facts, .. } => {
            see(content);
            facts.iter_mut().for_each(|f| see(&mut f.content));
        }
        Block::Script { context, content, form, .. } => [context, content, form].into_iter().for_each(&mut *see),
        Block::Limit { value, content, .. } => [value, content].into_iter().for_each(&mut *see),
        Block::Cards { items } => items.iter_mut().for_each(|card| {
            see(&mut card.title);
            card.parts.iter_mut().flat_map(|part| &mut part.lines).for_each(&mut *see);
        }),
        Block::Poster(poster) => {
            for tile in &mut poster.tiles {
                [&mut tile.title, &mut tile.content, &mut tile.say].into_iter().for_each(&mut *see);
            }
            for cell in &mut poster.promises {
                [&mut cell.value, &mut cell.content].into_iter().for_each(&mut *see);
            }
        }
        Block::Tasks { items, .. } => items.iter_mut().for_each(|i| {
            see(&mut i.content);
            see(&mut i.detail);
        }),
        Block::Progress { content, .. } => see(content),
        Block::Quiz { questions, .. } => questions.iter_mut().for_each(|q| {
            [&mut q.ask, &mut q.about, &mut q.why, &mut q.place].into_iter().for_each(&mut *see);
            q.options.iter_mut().for_each(|o| see(&mut o.content));
        }),
        Block::Acknowledgement(sheet) => {
            see(&mut sheet.declaration);
            see(&mut sheet.proof);
            sheet.facts.iter_mut().for_each(|f| see(&mut f.content));
        }
        Block::Point { .. }
        | Block::List { .. }
        | Block::Callout { .. }
        | Block::Quote { .. }
        | Block::Code { .. }
        | Block::Rule => {}
    });
    section.sections.iter_mut().for_each(|s| each_inline_of(s, see));
}

/// A limit in parentheses needs no brackets besides: `(10 minutes)`.
fn unbracket(list: &mut [Inline]) {
    let ends = |inline: &Inline| matches!(inline, Inline::Text { text } if text.ends_with('('));
    let begins = |inline: &Inline| matches!(inline, Inline::Text { text } if text.starts_with(')'));
    for at in 1..list.len().saturating_sub(1) {
        let enclosed = ends(&list[at - 1]) && begins(&list[at + 1]);
        if let (true, Inline::Limit { text }) = (enclosed, &list[at]) {
            list[at] = Inline::Value { text: text.clone() };
        }
    }
}

/// Puts the words of a reference in its place where the manual has no such address.
fn unlink(list: &mut Vec<Inline>, anchors: &HashSet<String>) {
    let mut out = Vec::with_capacity(list.len());
    for mut inline in list.drain(..) {
        match &mut inline {
            Inline::Strong { content }
            | Inline::Emph { content }
            | Inline::Strike { content }
            | Inline::Link { content, .. }
            | Inline::Note { content }
            | Inline::Lang { content, .. } => unlink(content, anchors),
            Inline::Ref { to, content } => {
                unlink(content, anchors);
                if !anchors.contains(to) {
                    out.append(content);
                    continue;
                }
            }
            _ => {}
        }
        out.push(inline);
    }
    *list = out;
}

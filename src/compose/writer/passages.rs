//! The prose of entries and chapters as blocks.

use super::*;
use crate::compose::address;
use crate::compose::number::each_block;
use crate::model::base::Base;
use crate::parse::files::slug;
use std::collections::HashSet;

impl<'m> Writer<'m> {
    /// The prose of an entry. Its headings begin at `level` (2 to 4); those that have an id keep it, beneath that of the entry.
    pub fn prose(&self, base: &Base, level: u8) -> Vec<Block> {
        let mut blocks = self.passages(&base.body, level);
        let mut taken = HashSet::new();
        each_block(&mut blocks, &mut |block| {
            if let Block::Heading { id: Some(id), .. } = block {
                *id = format!("{}.{}", base.anchor(), address::free(std::mem::take(id), &mut taken));
            }
        });
        blocks
    }

    fn passages(&self, prose: &Prose, level: u8) -> Vec<Block> {
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
            prose::Block::Heading { level: depth, id, content, .. } => Block::Heading {
                level: (level + depth.saturating_sub(2)).clamp(level, 4),
                id: id.as_ref().map(|id| slug(id)).filter(|id| !id.is_empty()),
                number: None,
                title: self.inlines(content, notes),
                told: false,
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

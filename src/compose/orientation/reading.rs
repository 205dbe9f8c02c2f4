//! How long it takes to read a place of the manual.

use crate::ir::{Block, Inline, Row, Section, Step, text_of};
use std::collections::HashMap;

/// Words read in a minute: the mean of 436 readers of 17 languages reading aloud, 184 ± 29 (S. Trauzettel-Klosinski, K. Dietz,
/// “Standardized Assessment of Reading Performance: The New International Reading Speed Texts IReST”, Investigative Ophthalmology
/// & Visual Science 53, 2012, 5452–5461). Who learns reads no faster than who reads aloud.
pub const SPEED: u32 = 184;

/// The words of every place of a manual that has an address.
pub struct Reading<'s> {
    words: HashMap<&'s str, u32>,
}

impl<'s> Reading<'s> {
    pub fn of(sections: &'s [Section]) -> Reading<'s> {
        let mut reading = Reading { words: HashMap::new() };
        sections.iter().for_each(|section| {
            reading.section(section);
        });
        reading
    }

    /// Whether the manual has such an address.
    pub fn has(&self, anchor: &str) -> bool {
        self.words.contains_key(anchor)
    }

    /// Minutes for what stands at an address, rounded up; none where nothing stands there.
    pub fn minutes(&self, anchor: &str) -> Option<u32> {
        self.words.get(anchor).filter(|words| **words > 0).map(|words| words.div_ceil(SPEED))
    }

    fn section(&mut self, section: &'s Section) -> u32 {
        let head = count(&section.title).saturating_add(line(&section.lead));
        let facts = section.facts.iter().map(|f| count(&f.label).saturating_add(line(&f.content)));
        let mut sum = sum(facts).saturating_add(head).saturating_add(self.blocks(&section.blocks));
        for inner in &section.sections {
            sum = sum.saturating_add(self.section(inner));
        }
        self.words.insert(&section.id, sum);
        sum
    }

    /// The words of blocks. What stands beneath a heading is what is read at its address.
    fn blocks(&mut self, blocks: &'s [Block]) -> u32 {
        let mut all = 0_u32;
        let mut open: Vec<(u8, Option<&'s str>, u32)> = Vec::new();
        for block in blocks {
            if let Block::Heading { level, .. } = block {
                self.close(&mut open, *level);
            }
            let own = self.block(block);
            all = all.saturating_add(own);
            open.iter_mut().for_each(|(_, _, words)| *words = words.saturating_add(own));
            if let Block::Heading { level, id, .. } = block {
                open.push((*level, id.as_deref(), own));
            }
        }
        self.close(&mut open, 0);
        all
    }

    fn close(&mut self, open: &mut Vec<(u8, Option<&'s str>, u32)>, level: u8) {
        while open.last().is_some_and(|(own, ..)| *own >= level) {
            if let Some((_, Some(id), words)) = open.pop() {
                self.words.insert(id, words);
            }
        }
    }

    fn block(&mut self, block: &'s Block) -> u32 {
        let own = match block {
            Block::Paragraph { content } | Block::Heading { title: content, .. } | Block::Progress { content, .. } => {
                line(content)
            }
            Block::Point { title, .. } => count(title),
            Block::Group { title, .. } => line(title),
            Block::List { .. } | Block::Quote { .. } | Block::Rule => 0,
            Block::Definitions { items } => sum(items.iter().map(|item| line(&item.term))),
            Block::Steps { items } | Block::Escalation { steps: items, .. } => sum(items.iter().map(step)),
            Block::Facts { items } => sum(items.iter().map(|f| count(&f.label).saturating_add(line(&f.content)))),
            Block::Table(table) => sum(table.rows.iter().chain(&table.total).map(row)),
            Block::Figure(figure) => line(&figure.caption),
            Block::Brief { say, cells, .. } => {
                let cells = cells.iter().map(|cell| line(&cell.value).saturating_add(line(&cell.content)));
                sum(cells).saturating_add(line(say))
            }
            Block::Promise { content, facts, .. } => {
                sum(facts.iter().map(|f| line(&f.content))).saturating_add(line(content))
            }
            Block::Script { context, content, form, .. } => sum([context, content, form].into_iter().map(|l| line(l))),
            Block::Limit { value, content, .. } => line(value).saturating_add(line(content)),
            Block::Callout { label, .. } => count(label),
            Block::Code { text, .. } => count(text),
            Block::Tasks { items, .. } => sum(items.iter().map(|i| line(&i.content).saturating_add(line(&i.detail)))),
            Block::Quiz { questions, .. } => sum(questions.iter().map(|q| {
                let options = sum(q.options.iter().map(|option| line(&option.content)));
                line(&q.ask).saturating_add(line(&q.about)).saturating_add(options)
            })),
            Block::Acknowledgement(sheet) => line(&sheet.declaration),
            Block::Cards { items } => {
                let parts = items.iter().flat_map(|card| &card.parts);
                sum(parts.flat_map(|part| &part.lines).map(|l| line(l)))
            }
            Block::Poster(poster) => {
                sum(poster.tiles.iter().map(|tile| line(&tile.content).saturating_add(line(&tile.say))))
            }
        };
        let mut all = own;
        for inner in block.children() {
            all = all.saturating_add(self.blocks(inner));
        }
        if let Block::Point { id, .. } | Block::Group { id: Some(id), .. } | Block::Promise { id: Some(id), .. } = block
        {
            self.words.insert(id, all);
        }
        if let Block::Definitions { items } = block {
            for item in items {
                if let Some(id) = &item.id {
                    let words = sum(item.blocks.iter().map(|inner| self.block(inner)));
                    self.words.insert(id, words.saturating_add(line(&item.term)));
                }
            }
        }
        if let Block::Table(table) = block {
            let rows = table.rows.iter().filter_map(|r| Some((r.id.as_deref()?, row(r))));
            self.words.extend(rows);
        }
        all
    }
}

fn sum(counts: impl Iterator<Item = u32>) -> u32 {
    counts.fold(0, u32::saturating_add)
}

fn step(step: &Step) -> u32 {
    sum([&step.content, &step.who, &step.when].into_iter().map(|run| line(run)))
}

fn row(row: &Row) -> u32 {
    sum(row.cells.iter().map(|cell| line(cell)))
}

fn line(run: &[Inline]) -> u32 {
    count(&text_of(run))
}

fn count(text: &str) -> u32 {
    u32::try_from(text.split_whitespace().filter(|word| word.contains(char::is_alphanumeric)).count())
        .unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ir::sample::sample;

    #[test]
    fn what_stands_at_an_address_is_counted() {
        let manual = sample();
        let reading = Reading::of(&manual.sections);
        let words = |anchor: &str| *reading.words.get(anchor).unwrap_or_else(|| panic!("no {anchor}"));
        assert!(words("service-microcredito") > words("recurso-tabletas"));
        assert!(words("servicios") > words("service-microcredito"), "a chapter holds its sections");
        assert!(words("uso-signos") > words("uso-antes"), "a heading holds what stands beneath it, and lower headings");
        assert_eq!(reading.minutes("recurso-tabletas"), Some(1));
        assert_eq!(reading.minutes("nowhere"), None);
    }
}

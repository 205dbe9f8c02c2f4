//! Every text of a section, in the order in which a medium sets it. Closed like the composed manual itself: a new kind of block does
//! not compile until its texts are named here.

use cartilla::ir::{Block, Card, Cell, Fact, Inline, Poster, Row, Section, SectionKind, Step};

/// A text and where it comes from.
pub struct Said {
    pub section: String,
    pub kind: &'static str,
    pub text: String,
}

/// The media differ in where they set some parts of a block.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Medium {
    Site,
    Print,
}

/// The texts of a section itself, without those beneath it.
pub fn said_in(section: &Section, medium: Medium) -> Vec<Said> {
    let mut list = List { medium, section: section.id.clone(), kind: "head", said: Vec::new() };
    let head = |list: &mut List| list.facts(&section.facts);
    list.one(&section.title);
    let blocks = section.blocks.as_slice();
    match medium {
        Medium::Site => {
            let (brief, rest) = match blocks.split_first() {
                Some((first @ Block::Brief { .. }, rest)) => (Some(first), rest),
                _ => (None, blocks),
            };
            // The cover sets its facts beneath its lead, as rows.
            // Of a service only the first stands before its panel, so that this is whole on the first screen of a phone.
            let of_service = section.kind == SectionKind::Service && brief.is_some();
            let before = match section.facts.len() {
                _ if section.kind == SectionKind::Cover => 0,
                all if of_service => all.min(1),
                all => all,
            };
            list.facts(&section.facts[..before]);
            brief.into_iter().for_each(|block| list.block(block));
            if of_service {
                list.facts(&section.facts[before..]);
            }
            list.inlines(&section.lead);
            if section.kind == SectionKind::Cover {
                head(&mut list);
            }
            list.blocks(rest);
        }
        Medium::Print => {
            list.inlines(&section.lead);
            head(&mut list);
            list.blocks(blocks);
        }
    }
    list.said
}

/// The texts of the sheets of a section that are cut out or hung up, in the order in which both media set them.
pub fn sheets_of(section: &Section) -> Vec<Said> {
    let mut list = List { medium: Medium::Site, section: section.id.clone(), kind: "sheet", said: Vec::new() };
    let sheets = section.blocks.iter().filter(|block| matches!(block, Block::Cards { .. } | Block::Poster(_)));
    sheets.for_each(|block| list.block(block));
    list.said
}

/// The footnotes of a section, each in its pieces: a page sets them at its end.
pub fn notes_of(section: &Section) -> Vec<String> {
    fn notes(value: &serde_json::Value, out: &mut Vec<String>) {
        match value {
            serde_json::Value::Array(list) => list.iter().for_each(|item| notes(item, out)),
            serde_json::Value::Object(map) if map.get("kind").is_some_and(|kind| kind == "note") => texts(value, out),
            serde_json::Value::Object(map) => map.values().for_each(|item| notes(item, out)),
            _ => {}
        }
    }
    fn texts(value: &serde_json::Value, out: &mut Vec<String>) {
        match value {
            serde_json::Value::Array(list) => list.iter().for_each(|item| texts(item, out)),
            serde_json::Value::Object(map) => {
                out.extend(map.get("text").and_then(|text| text.as_str()).map(str::to_owned));
                map.get("content").into_iter().for_each(|content| texts(content, out));
            }
            _ => {}
        }
    }
    let mut out = Vec::new();
    let own = serde_json::json!({ "lead": section.lead, "facts": section.facts, "blocks": section.blocks });
    notes(&own, &mut out);
    out
}

struct List {
    medium: Medium,
    section: String,
    kind: &'static str,
    said: Vec<Said>,
}

impl List {
    fn one(&mut self, text: &str) {
        if !text.is_empty() {
            self.said.push(Said { section: self.section.clone(), kind: self.kind, text: text.to_owned() });
        }
    }

    fn inlines(&mut self, inlines: &[Inline]) {
        for inline in inlines {
            match inline {
                Inline::Text { text }
                | Inline::Code { text }
                | Inline::Mark { text }
                | Inline::Value { text }
                | Inline::Limit { text }
                | Inline::Slot { text }
                | Inline::State { text, .. } => self.one(text),
                Inline::Strong { content }
                | Inline::Emph { content }
                | Inline::Strike { content }
                | Inline::Ref { content, .. }
                | Inline::Link { content, .. }
                | Inline::Lang { content, .. } => self.inlines(content),
                Inline::Note { .. } | Inline::Picture { .. } | Inline::Task { .. } | Inline::Break => {}
            }
        }
    }

    fn facts(&mut self, facts: &[Fact]) {
        for fact in facts {
            self.one(&fact.label);
            self.inlines(&fact.content);
        }
    }

    fn row(&mut self, row: &Row) {
        row.cells.iter().for_each(|cell| self.inlines(cell));
    }

    fn cell(&mut self, cell: &Cell) {
        self.one(&cell.label);
        self.inlines(&cell.value);
        self.inlines(&cell.content);
    }

    fn step(&mut self, step: &Step) {
        self.inlines(&step.content);
        let parts = match self.medium {
            Medium::Site => [&step.when, &step.who],
            Medium::Print => [&step.who, &step.when],
        };
        parts.into_iter().for_each(|part| self.inlines(part));
    }

    /// A step of an escalation leads with whom it goes to.
    fn stair(&mut self, step: &Step) {
        let parts = match self.medium {
            Medium::Print if !step.who.is_empty() => [&step.who, &step.when, &step.content],
            Medium::Print | Medium::Site => [&step.who, &step.content, &step.when],
        };
        parts.into_iter().for_each(|part| self.inlines(part));
    }

    fn numbered(&mut self, number: Option<&str>, caption: &[Inline]) {
        number.into_iter().for_each(|number| self.one(number));
        self.inlines(caption);
    }

    fn card(&mut self, card: &Card) {
        self.one(card.code.as_deref().unwrap_or_default());
        self.one(&card.over);
        self.inlines(&card.title);
        for part in &card.parts {
            self.one(&part.label);
            part.lines.iter().for_each(|line| self.inlines(line));
        }
        card.scan.iter().for_each(|scan| self.inlines(&scan.caption));
    }

    fn poster(&mut self, poster: &Poster) {
        self.one(&poster.over);
        self.one(&poster.title);
        for tile in &poster.tiles {
            self.inlines(&tile.title);
            self.inlines(&tile.content);
            self.one(&tile.say_label);
            self.inlines(&tile.say);
        }
        if !poster.promises.is_empty() {
            self.one(&poster.within_label);
        }
        poster.promises.iter().for_each(|cell| self.cell(cell));
        self.one(&poster.foot);
    }

    fn blocks(&mut self, blocks: &[Block]) {
        blocks.iter().for_each(|block| self.block(block));
    }

    fn block(&mut self, block: &Block) {
        let outer = std::mem::replace(&mut self.kind, name_of(block));
        match block {
            Block::Paragraph { content } => self.inlines(content),
            Block::Heading { title, .. } => self.inlines(title),
            Block::Point { title, blocks, .. } => {
                self.one(title);
                self.blocks(blocks);
            }
            Block::Group { code, title, blocks, .. } => {
                self.one(code.as_deref().unwrap_or_default());
                self.inlines(title);
                self.blocks(blocks);
            }
            Block::List { items, .. } => items.iter().for_each(|item| self.blocks(item)),
            Block::Definitions { items } => items.iter().for_each(|item| {
                self.inlines(&item.term);
                self.blocks(&item.blocks);
            }),
            Block::Steps { items } => items.iter().for_each(|step| self.step(step)),
            Block::Facts { items } => self.facts(items),
            Block::Table(table) => {
                // A caption that the heading above already says is not set in print.
                if self.medium == Medium::Site || !table.caption_hidden {
                    self.numbered(table.number.as_deref(), &table.caption);
                }
                table.columns.iter().for_each(|column| self.inlines(&column.title));
                table.rows.iter().chain(&table.total).for_each(|row| self.row(row));
            }
            Block::Figure(figure) => self.numbered(figure.number.as_deref(), &figure.caption),
            Block::Brief { title, say_label, say, cells } => {
                self.one(title);
                // Nothing to say first needs no label.
                if !say.is_empty() {
                    self.one(say_label);
                }
                self.inlines(say);
                cells.iter().for_each(|cell| self.cell(cell));
            }
            Block::Promise { code, label, content, facts, .. } => {
                self.one(label);
                self.one(code.as_deref().unwrap_or_default());
                self.inlines(content);
                self.facts(facts);
            }
            Block::Script { label, context, content, form } => {
                match self.medium {
                    Medium::Site => {
                        self.inlines(context);
                        self.one(label);
                    }
                    Medium::Print => {
                        self.one(label);
                        self.inlines(context);
                    }
                }
                self.inlines(content);
                self.inlines(form);
            }
            Block::Limit { label, value, content } => {
                match self.medium {
                    Medium::Site => {
                        self.one(label);
                        self.inlines(value);
                    }
                    Medium::Print => {
                        self.inlines(value);
                        self.one(label);
                    }
                }
                self.inlines(content);
            }
            Block::Callout { label, blocks, .. } => {
                self.one(label);
                self.blocks(blocks);
            }
            Block::Escalation { label, steps } => {
                self.one(label);
                steps.iter().for_each(|step| self.stair(step));
            }
            Block::Quote { blocks } => self.blocks(blocks),
            Block::Code { text, .. } => self.one(text),
            Block::Rule => {}
            // Print sets the sheets to the edge of the paper, where the others have head and foot: they are looked for apart.
            Block::Cards { .. } | Block::Poster(_) if self.medium == Medium::Print => {}
            Block::Cards { items } => items.iter().for_each(|card| self.card(card)),
            Block::Poster(poster) => self.poster(poster),
            Block::Tasks { items, .. } => items.iter().for_each(|task| {
                self.inlines(&task.content);
                self.inlines(&task.detail);
            }),
            Block::Progress { content, .. } => self.inlines(content),
            Block::Quiz { questions, .. } => {
                for question in questions {
                    self.inlines(&question.ask);
                    self.inlines(&question.about);
                    question.options.iter().for_each(|option| self.inlines(&option.content));
                }
                for question in questions {
                    let right = question.options.iter().filter(|option| option.right);
                    right.for_each(|option| self.inlines(&option.content));
                    self.inlines(&question.why);
                    self.inlines(&question.place);
                }
            }
            Block::Acknowledgement(sheet) => {
                self.facts(&sheet.facts);
                self.inlines(&sheet.declaration);
                self.inlines(&sheet.proof);
            }
        }
        self.kind = outer;
    }
}

fn name_of(block: &Block) -> &'static str {
    match block {
        Block::Paragraph { .. } => "paragraph",
        Block::Heading { .. } => "heading",
        Block::Point { .. } => "point",
        Block::Group { .. } => "group",
        Block::List { .. } => "list",
        Block::Definitions { .. } => "definitions",
        Block::Steps { .. } => "steps",
        Block::Facts { .. } => "facts",
        Block::Table(_) => "table",
        Block::Figure(_) => "figure",
        Block::Brief { .. } => "brief",
        Block::Promise { .. } => "promise",
        Block::Script { .. } => "script",
        Block::Limit { .. } => "limit",
        Block::Callout { .. } => "callout",
        Block::Escalation { .. } => "escalation",
        Block::Quote { .. } => "quote",
        Block::Code { .. } => "code",
        Block::Rule => "rule",
        Block::Cards { .. } => "cards",
        Block::Poster(_) => "poster",
        Block::Tasks { .. } => "tasks",
        Block::Progress { .. } => "progress",
        Block::Quiz { .. } => "quiz",
        Block::Acknowledgement(_) => "acknowledgement",
    }
}

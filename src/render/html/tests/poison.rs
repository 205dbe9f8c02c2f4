//! A hostile text in every place where a manual has text.

use crate::ir::*;

/// Puts a payload at the end of every text of a manual; what is an address stays as it is.
pub fn manual(manual: &mut Manual, payload: &str) {
    let add = |text: &mut String| text.push_str(payload);
    [&mut manual.title, &mut manual.organization, &mut manual.description].into_iter().for_each(add);
    let control = &mut manual.control;
    [&mut control.status, &mut control.digest].into_iter().for_each(add);
    [&mut manual.subtitle, &mut control.code, &mut control.edition, &mut control.effective, &mut control.review_by]
        .into_iter()
        .flatten()
        .for_each(add);
    manual.sections.iter_mut().for_each(|section| in_section(section, payload));
}

fn in_section(section: &mut Section, payload: &str) {
    section.title.push_str(payload);
    [&mut section.number, &mut section.code, &mut section.short]
        .into_iter()
        .flatten()
        .for_each(|text| text.push_str(payload));
    in_line(&mut section.heading, payload);
    in_line(&mut section.lead, payload);
    in_facts(&mut section.facts, payload);
    in_blocks(&mut section.blocks, payload);
    section.sections.iter_mut().for_each(|inner| in_section(inner, payload));
}

fn in_facts(facts: &mut [Fact], payload: &str) {
    for fact in facts {
        fact.label.push_str(payload);
        in_line(&mut fact.content, payload);
    }
}

fn in_steps(steps: &mut [Step], payload: &str) {
    for step in steps {
        [&mut step.content, &mut step.who, &mut step.when].into_iter().for_each(|line| in_line(line, payload));
    }
}

fn in_blocks(blocks: &mut [Block], payload: &str) {
    let optional = |text: &mut Option<String>| text.iter_mut().for_each(|text| text.push_str(payload));
    for block in blocks {
        match block {
            Block::Paragraph { content } => in_line(content, payload),
            Block::Heading { number, title, .. } => {
                optional(number);
                in_line(title, payload);
            }
            Block::Point { title, blocks, .. } => {
                title.push_str(payload);
                in_blocks(blocks, payload);
            }
            Block::Group { code, title, blocks, .. } => {
                optional(code);
                in_line(title, payload);
                in_blocks(blocks, payload);
            }
            Block::List { items, .. } => items.iter_mut().for_each(|item| in_blocks(item, payload)),
            Block::Definitions { items } => {
                for item in items {
                    in_line(&mut item.term, payload);
                    in_blocks(&mut item.blocks, payload);
                }
            }
            Block::Steps { items } => in_steps(items, payload),
            Block::Facts { items } => in_facts(items, payload),
            Block::Table(table) => {
                optional(&mut table.number);
                in_line(&mut table.caption, payload);
                table.columns.iter_mut().for_each(|column| in_line(&mut column.title, payload));
                let rows = table.rows.iter_mut().chain(&mut table.total);
                rows.flat_map(|row| &mut row.cells).for_each(|cell| in_line(cell, payload));
            }
            Block::Figure(figure) => {
                optional(&mut figure.number);
                figure.alt.push_str(payload);
                in_line(&mut figure.caption, payload);
            }
            Block::Brief { title, say_label, say, cells } => {
                title.push_str(payload);
                say_label.push_str(payload);
                in_line(say, payload);
                for cell in cells {
                    cell.label.push_str(payload);
                    [&mut cell.value, &mut cell.content].into_iter().for_each(|line| in_line(line, payload));
                }
            }
            Block::Promise { code, label, content, facts, .. } => {
                optional(code);
                label.push_str(payload);
                in_line(content, payload);
                in_facts(facts, payload);
            }
            Block::Script { label, context, content, form } => {
                label.push_str(payload);
                [context, content, form].into_iter().for_each(|line| in_line(line, payload));
            }
            Block::Limit { label, value, content } => {
                label.push_str(payload);
                [value, content].into_iter().for_each(|line| in_line(line, payload));
            }
            Block::Callout { label, blocks, .. } => {
                label.push_str(payload);
                in_blocks(blocks, payload);
            }
            Block::Escalation { label, steps } => {
                label.push_str(payload);
                in_steps(steps, payload);
            }
            Block::Quote { blocks } => in_blocks(blocks, payload),
            Block::Code { lang, text } => {
                optional(lang);
                text.push_str(payload);
            }
            Block::Rule => {}
            Block::Cards { items } => {
                for card in items {
                    optional(&mut card.code);
                    card.over.push_str(payload);
                    in_line(&mut card.title, payload);
                    for part in &mut card.parts {
                        part.label.push_str(payload);
                        part.lines.iter_mut().for_each(|line| in_line(line, payload));
                    }
                    if let Some(scan) = &mut card.scan {
                        scan.alt.push_str(payload);
                        in_line(&mut scan.caption, payload);
                    }
                }
            }
            Block::Poster(poster) => {
                let texts = [&mut poster.over, &mut poster.title, &mut poster.within_label, &mut poster.foot];
                texts.into_iter().for_each(|text| text.push_str(payload));
                for tile in &mut poster.tiles {
                    tile.say_label.push_str(payload);
                    let lines = [&mut tile.title, &mut tile.content, &mut tile.say];
                    lines.into_iter().for_each(|line| in_line(line, payload));
                }
                for cell in &mut poster.promises {
                    [&mut cell.value, &mut cell.content].into_iter().for_each(|line| in_line(line, payload));
                }
            }
            Block::Tasks { label, items } => {
                label.push_str(payload);
                for item in items {
                    item.id.push_str(payload);
                    [&mut item.content, &mut item.detail].into_iter().for_each(|line| in_line(line, payload));
                }
            }
            Block::Progress { key, content } => {
                key.push_str(payload);
                in_line(content, payload);
            }
            Block::Quiz { id, questions } => {
                id.push_str(payload);
                questions.iter_mut().for_each(|question| in_question(question, payload));
            }
            Block::Acknowledgement(sheet) => {
                in_facts(&mut sheet.facts, payload);
                [&mut sheet.declaration, &mut sheet.proof].into_iter().for_each(|line| in_line(line, payload));
                let record = &mut sheet.record;
                optional(&mut record.code);
                optional(&mut record.edition);
                [&mut record.title, &mut record.role, &mut record.role_name, &mut record.digest]
                    .into_iter()
                    .for_each(|text| text.push_str(payload));
                [&mut record.earlier, &mut record.formerly].into_iter().for_each(|list| list.push(payload.to_owned()));
            }
        }
    }
}

fn in_question(question: &mut Question, payload: &str) {
    question.id.push_str(payload);
    [&mut question.ask, &mut question.about, &mut question.why, &mut question.place]
        .into_iter()
        .for_each(|line| in_line(line, payload));
    question.options.iter_mut().for_each(|option| in_line(&mut option.content, payload));
}

fn in_line(inlines: &mut [Inline], payload: &str) {
    for inline in inlines {
        match inline {
            Inline::Text { text }
            | Inline::Code { text }
            | Inline::Mark { text }
            | Inline::Value { text }
            | Inline::Limit { text }
            | Inline::Slot { text }
            | Inline::State { text, .. }
            | Inline::Picture { alt: text, .. } => text.push_str(payload),
            Inline::Strong { content }
            | Inline::Emph { content }
            | Inline::Strike { content }
            | Inline::Ref { content, .. }
            | Inline::Link { content, .. }
            | Inline::Note { content }
            | Inline::Lang { content, .. } => in_line(content, payload),
            Inline::Task { .. } | Inline::Break => {}
        }
    }
}

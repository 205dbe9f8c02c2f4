//! Orientation of new staff (E5, I2): an index, and for each role a page with its path, its tests and the acknowledgement.

mod path;
mod reading;
mod sheet;
#[cfg(test)]
mod tests;
mod written;

use super::front::{drop_empty, group, section};
use super::obligations::Obligations;
use super::writer::{Writer, facts, heading_at, join, table};
use super::{duties, my_manual, questions};
use crate::ir::{Block, GroupRole, Inline, ORIENTATION, Row, Section, SectionKind, TableLook, plain};
use crate::lang::learning as words;
use crate::lang::{fill, format};
use crate::model::orientation::{Path, Quiz};
use crate::model::people::Role;
use crate::parse::kind::Kind;
use crate::values::Decimal;
use reading::Reading;

/// The chapter. `sections` is the rest of the manual, whose words are counted and whose places are known.
pub fn chapter(x: &Writer<'_>, sections: &[Section], obligations: &Obligations) -> Option<Section> {
    let model = &x.manual.model;
    let reading = Reading::of(sections);
    let mut out = section(SectionKind::Chapter, ORIENTATION, x.w.orientation);
    out.lead = plain(x.w.orientation_lead);
    let mut tested: Vec<&str> = Vec::new();
    let mut rows = Vec::new();
    for role in model.roles.iter().filter(|role| is_oriented(x, role)) {
        let page = page(x, role, &reading, obligations, &mut tested);
        rows.push(index_row(x, role, &page));
        out.sections.push(page);
    }
    if !rows.is_empty() {
        let columns = [(x.w.from_role, 3), (words::PATH.in_lang(x.lang), 2), (words::QUESTIONS.in_lang(x.lang), 1)];
        out.blocks.push(drop_empty(table(x.w.orientation, TableLook::Words, &columns, rows)));
        let speed = [("speed", format::number(x.locale, &Decimal::from(reading::SPEED)))];
        out.blocks.push(Block::Paragraph { content: plain(fill(words::SPEED.in_lang(x.lang), &speed)) });
    }
    let loose = model.quizzes.iter().filter(|quiz| !tested.contains(&quiz.base.id.as_str()));
    out.blocks.extend(loose.map(|quiz| group(x, quiz, GroupRole::Entry, written::blocks(x, quiz))));
    (!out.blocks.is_empty()).then_some(out)
}

/// The anchor of a role's orientation, which is a page.
pub fn address(role: &str) -> String {
    format!("orientation-{role}")
}

/// Whether the manual says how somebody new in a role is introduced to it.
pub fn is_oriented(x: &Writer<'_>, role: &Role) -> bool {
    role.orientation.is_some() || paths(x, &role.base.id).next().is_some()
}

fn paths<'m>(x: &Writer<'m>, role: &'m str) -> impl Iterator<Item = &'m Path> {
    x.manual.model.paths.iter().filter(move |path| path.role.as_ref().is_some_and(|r| r.value == role))
}

/// The tests of a role: those it is named in, and those of its paths.
fn quizzes<'m>(x: &Writer<'m>, role: &'m str) -> Vec<&'m Quiz> {
    let of_paths: Vec<&str> = paths(x, role).flat_map(|p| &p.quizzes).map(|q| q.value.as_str()).collect();
    let own =
        |quiz: &&Quiz| of_paths.contains(&quiz.base.id.as_str()) || quiz.roles.iter().any(|named| named.value == role);
    x.manual.model.quizzes.iter().filter(own).collect()
}

/// The page of a role. A quiz of several roles has its address on the first page and stands on all of them.
fn page<'m>(
    x: &Writer<'m>,
    role: &'m Role,
    reading: &Reading<'_>,
    obligations: &Obligations,
    tested: &mut Vec<&'m str>,
) -> Section {
    let id = role.base.id.as_str();
    let mut out = section(SectionKind::Chapter, &address(id), &role.base.title());
    let before = paths(x, id).find_map(|p| p.signed_before.as_ref()).or(role.reports_to.as_ref());
    let mine = format!("my-manual-{id}");
    let mine =
        reading.has(&mine).then(|| vec![Inline::Ref { to: mine, content: plain(words::MY_MANUAL.in_lang(x.lang)) }]);
    out.facts = [
        x.fact(x.w.from_role, vec![x.entry(Kind::Roles, id)]),
        x.fact(x.w.acknowledged_before, before.map_or_else(Vec::new, |r| vec![x.entry(Kind::Roles, &r.value)])),
        x.fact(x.w.see, join([mine.unwrap_or_default(), my_manual::changes_link(x, id)].into_iter(), ", ")),
    ]
    .into_iter()
    .flatten()
    .collect();
    let quizzes = quizzes(x, id);
    let stands_here: Vec<(String, String)> =
        quizzes.iter().map(|quiz| (quiz.base.anchor(), quiz_address(quiz, id, tested))).collect();
    out.blocks = path::blocks(x, role, reading, &stands_here);
    let made = questions::of(x, &duties::of(x.manual, role));
    if !made.is_empty() {
        out.blocks.push(heading_at(2, &format!("test-{id}"), words::OWN_TEST.in_lang(x.lang)));
        out.blocks.push(Block::Paragraph { content: plain(words::OWN_TEST_LEAD.in_lang(x.lang)) });
        out.blocks.push(Block::Quiz { id: format!("test-{id}"), questions: made });
    }
    for (quiz, (_, anchor)) in quizzes.into_iter().zip(stands_here) {
        let mut block = group(x, quiz, GroupRole::Entry, written::blocks(x, quiz));
        if let Block::Group { id, .. } = &mut block {
            *id = Some(anchor);
        }
        out.blocks.push(block);
        if !tested.contains(&quiz.base.id.as_str()) {
            tested.push(&quiz.base.id);
        }
    }
    let bond = obligations.get(id).cloned().unwrap_or_default();
    out.blocks.push(heading_at(2, &format!("acknowledgement-{id}"), x.w.acknowledgement_sheet));
    out.blocks.push(sheet::block(x, role, before, &bond));
    out
}

fn quiz_address(quiz: &Quiz, role: &str, tested: &[&str]) -> String {
    match tested.contains(&quiz.base.id.as_str()) {
        true => format!("{}-{role}", quiz.base.anchor()),
        false => quiz.base.anchor(),
    }
}

/// A line of the index: the role, what is read and how long that takes, how many questions there are.
fn index_row(x: &Writer<'_>, role: &Role, page: &Section) -> Row {
    let mut path = Vec::new();
    let mut asked = 0;
    fn count(blocks: &[Block]) -> usize {
        blocks
            .iter()
            .map(|block| match block {
                Block::Quiz { questions, .. } => questions.len(),
                block => block.children().into_iter().map(count).sum(),
            })
            .sum()
    }
    asked += count(&page.blocks);
    for block in &page.blocks {
        if let Block::Progress { content, .. } = block {
            path = content.clone();
        }
    }
    let to = address(&role.base.id);
    let cells = vec![
        vec![Inline::Ref { to, content: plain(role.base.title()) }],
        path,
        if asked == 0 { Vec::new() } else { plain(format::number(x.locale, &Decimal::from(asked))) },
    ];
    Row { id: None, cells }
}

/// A text that is one link to an entry: its kind and id.
fn entry_of<'m>(x: &Writer<'m>, text: &crate::parse::prose::Text) -> Option<(Kind, &'m str)> {
    let [crate::parse::prose::Inline::Wiki(wiki)] = &*text.content else { return None };
    match &x.manual.link(wiki.span)?.target {
        crate::resolve::Target::Entry(kind, id) => Some((*kind, id.as_str())),
        crate::resolve::Target::Value(..) | crate::resolve::Target::Manifest(_) => None,
    }
}

/// Facts of a path beside its steps.
fn path_facts(x: &Writer<'_>, path: &Path) -> Vec<Block> {
    facts([x.fact(x.w.quiz, x.references(Kind::Quizzes, &path.quizzes))]).into_iter().collect()
}

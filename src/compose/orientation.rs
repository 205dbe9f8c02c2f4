//! Orientation of new staff (E5, I2): for each role what to read and by when, its tests, and the acknowledgement to sign.

use super::front::{drop_empty, group, section};
use super::writer::{Writer, facts, heading_at, join, table};
use crate::ir::{
    Align, Block, Column, Fact, GroupRole, Inline, ListStyle, Row, Section, SectionKind, Table, TableLook, plain,
};
use crate::lang::format;
use crate::model::orientation::{Module, Orientation, Path, Quiz};
use crate::model::people::Role;
use crate::parse::kind::Kind;
use crate::parse::reader::Variant;
use crate::span::Spanned;
use crate::values::{Decimal, Duration, Quantity, TimeUnit};

/// Lines to sign on each sheet.
const LINES: usize = 4;

pub fn chapter(x: &Writer<'_>) -> Option<Section> {
    let model = &x.manual.model;
    let mut out = section(SectionKind::Chapter, "orientation", x.w.orientation);
    out.lead = plain(x.w.orientation_lead);
    let mut tested: Vec<&str> = Vec::new();
    for role in model.roles.iter().filter(|role| is_oriented(x, role)) {
        let id = role.base.id.as_str();
        out.blocks.push(heading_at(2, &address(id), &role.base.title()));
        out.blocks.extend(role.orientation.as_ref().and_then(|o| modules(x, o)));
        for path in paths(x, id) {
            out.blocks.push(group(x, path, GroupRole::Entry, path_blocks(x, path)));
        }
        // A quiz of several roles is printed under the first and linked from the others.
        for quiz in quizzes(x, id) {
            if tested.contains(&quiz.base.id.as_str()) {
                out.blocks.extend(facts([x.fact(x.w.quiz, vec![x.entry(Kind::Quizzes, &quiz.base.id)])]));
            } else {
                tested.push(&quiz.base.id);
                out.blocks.push(group(x, quiz, GroupRole::Entry, quiz_blocks(x, quiz)));
            }
        }
        out.blocks.push(acknowledgement(x, role));
    }
    let loose = model.quizzes.iter().filter(|quiz| !tested.contains(&quiz.base.id.as_str()));
    out.blocks.extend(loose.map(|quiz| group(x, quiz, GroupRole::Entry, quiz_blocks(x, quiz))));
    (!out.blocks.is_empty()).then_some(out)
}

/// The anchor of a role's orientation.
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

/// What is read at each of the three stages, with what is done with it and the time it takes.
fn modules(x: &Writer<'_>, orientation: &Orientation) -> Option<Block> {
    let stages = [x.w.day_one, x.w.week_one, x.w.month_one];
    let mut rows = Vec::new();
    for (stage, modules) in stages.into_iter().zip(orientation.stages()) {
        for module in modules {
            let cells = vec![plain(stage), x.opt(&module.read), x.opt(&module.does), x.duration(&module.time)];
            rows.push(Row { id: None, cells });
        }
    }
    let columns = [(x.w.when, 1), (x.w.read_what, 2), (x.w.task, 3), (x.w.time, 1)];
    (!rows.is_empty()).then(|| drop_empty(table(x.w.read_what, TableLook::Words, &columns, rows)))
}

fn path_blocks(x: &Writer<'_>, path: &Path) -> Vec<Block> {
    let mut blocks: Vec<Block> = modules(x, &path.orientation).into_iter().collect();
    let total = minutes(path.orientation.modules()).map(|total| {
        let value = Spanned { value: Quantity::Duration(Duration::new(total, TimeUnit::Minute)), span: path.base.span };
        let (by, cases, span) = (Vec::new(), Vec::new(), path.base.span);
        x.variant(&Variant { by, cases, otherwise: Some(value), span })
    });
    blocks.extend(facts([
        x.fact(x.w.total_time, total.unwrap_or_default()),
        x.fact(x.w.quiz, x.references(Kind::Quizzes, &path.quizzes)),
        x.fact(x.w.acknowledged_before, x.reference(Kind::Roles, &path.signed_before)),
    ]));
    if let Some(list) = x.list(ListStyle::Checklist, &path.checklist) {
        blocks.push(label(x.w.checklist));
        blocks.push(list);
    }
    blocks
}

/// The minutes of all modules; none unless each says a time of fixed length.
fn minutes<'m>(modules: impl Iterator<Item = &'m Module>) -> Option<Decimal> {
    let mut seconds = Decimal::ZERO;
    for module in modules {
        seconds = seconds.checked_add(module.time.as_ref()?.single()?.seconds()?)?;
    }
    let minutes = seconds.checked_div(Decimal::from(60))?;
    (minutes > Decimal::ZERO).then(|| minutes.round())
}

fn label(words: &str) -> Block {
    Block::Paragraph { content: vec![Inline::Strong { content: plain(words) }] }
}

/// The questions with boxes to tick; the answers stand beneath them, each with its place.
fn quiz_blocks(x: &Writer<'_>, quiz: &Quiz) -> Vec<Block> {
    let mut blocks: Vec<Block> = facts([
        x.fact(x.w.for_roles, x.references(Kind::Roles, &quiz.roles)),
        x.fact_text(x.w.passes_with, &quiz.passes),
    ])
    .into_iter()
    .collect();
    let items = quiz.questions.iter().map(|question| {
        let mut item = vec![Block::Paragraph { content: x.opt(&question.ask) }];
        item.extend(x.list(ListStyle::Checklist, &question.options));
        item
    });
    blocks.push(Block::List { style: ListStyle::Numbers, start: None, items: items.collect() });
    let rows = quiz.questions.iter().enumerate().map(|(i, question)| {
        let right = join(question.right().map(|(_, text)| x.text(text)), "; ");
        let number = plain(format::number(x.locale, &Decimal::from(i + 1)));
        Row { id: None, cells: vec![number, right, x.opt(&question.why), x.opt(&question.place)] }
    });
    let columns = [(x.w.question, 1), (x.w.right_answer, 3), (x.w.why, 3), (x.w.place_of_answer, 2)];
    blocks.push(label(x.w.answers));
    blocks.push(drop_empty(table(x.w.answers, TableLook::Words, &columns, rows.collect())));
    blocks
}

/// The sheet that a reader signs: which edition was read, and lines for name, signature and date.
fn acknowledgement(x: &Writer<'_>, role: &Role) -> Block {
    let document = &x.manual.model.manifest.document;
    let code = document.code.as_ref().map_or_else(Vec::new, |c| vec![Inline::Mark { text: c.value.clone() }]);
    let title = join([code, x.opt(&document.title)].into_iter(), " ");
    let before = paths(x, &role.base.id).find_map(|p| p.signed_before.as_ref());
    let before = before.or(role.reports_to.as_ref()).map_or_else(Vec::new, |r| vec![x.entry(Kind::Roles, &r.value)]);
    let items: Vec<Fact> = [
        x.fact(x.w.document, title),
        x.fact(x.w.edition, document.edition.as_ref().map_or_else(Vec::new, |e| plain(e.value.as_str()))),
        x.fact(x.w.from_role, vec![x.entry(Kind::Roles, &role.base.id)]),
        x.fact(x.w.acknowledged_before, before),
    ]
    .into_iter()
    .flatten()
    .collect();
    let columns = [(x.w.full_name, 3), (x.w.signature, 3), (x.w.date, 2)];
    let columns = columns.map(|(title, weight)| Column { title: plain(title), align: Align::Start, weight });
    let lines = Table {
        id: None,
        number: None,
        caption: plain(x.w.acknowledgement_sheet),
        caption_hidden: true,
        look: TableLook::Words,
        // The cells are written by hand.
        row_headers: false,
        columns: columns.to_vec(),
        rows: vec![Row { id: None, cells: vec![Vec::new(); 3] }; LINES],
        total: None,
    };
    Block::Group {
        role: GroupRole::Entry,
        id: Some(format!("acknowledgement-{}", role.base.id)),
        code: None,
        title: plain(x.w.acknowledgement_sheet),
        blocks: vec![
            Block::Facts { items },
            Block::Paragraph { content: plain(x.w.acknowledgement_text) },
            Block::Table(lines),
        ],
    }
}

//! The tests that the organisation wrote itself.

use super::super::writer::{Writer, facts};
use crate::ir::{Block, Choice, Question};
use crate::model::orientation::Quiz;
use crate::parse::kind::Kind;

/// Who takes a test, when it is passed, its questions with their answers.
pub fn blocks(x: &Writer<'_>, quiz: &Quiz) -> Vec<Block> {
    let mut blocks: Vec<Block> = facts([
        x.fact(x.w.for_roles, x.references(Kind::Roles, &quiz.roles)),
        x.fact_text(x.w.passes_with, &quiz.passes),
    ])
    .into_iter()
    .collect();
    let questions = quiz.questions.iter().map(|question| {
        let right: Vec<usize> = question.right().map(|(number, _)| number).collect();
        let options = question.options.iter().zip(1..);
        Question {
            id: question.id.value.clone(),
            ask: x.opt(&question.ask),
            about: Vec::new(),
            options: options.map(|(text, n)| Choice { content: x.text(text), right: right.contains(&n) }).collect(),
            why: x.opt(&question.why),
            place: question.place.as_ref().map_or_else(Vec::new, |place| super::path::linked(x, place, &[])),
        }
    });
    let questions: Vec<Question> = questions.collect();
    if !questions.is_empty() {
        blocks.push(Block::Quiz { id: quiz.base.anchor(), questions });
    }
    blocks
}

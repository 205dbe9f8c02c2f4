//! Paths, tests and acknowledgements: the contexts of their blocks, and the files that only their pages load.

use tera::Value;

use super::page::Writer;
use super::{Context, RenderError, context, map};
use crate::ir::{Acknowledgement, Block, Inline, Question, Task};

/// Style sheet and script of a theme that serve these blocks alone.
pub fn is_file(name: &str) -> bool {
    matches!(name, "orientation.css" | "orientation.js")
}

/// Whether a page has such a block, at any depth.
pub fn is_needed(blocks: &[Block]) -> bool {
    blocks.iter().any(|block| match block {
        Block::Tasks { .. } | Block::Progress { .. } | Block::Quiz { .. } | Block::Acknowledgement(_) => true,
        block => block.children().into_iter().any(is_needed),
    })
}

impl Writer<'_> {
    pub fn tasks(&mut self, label: &str, items: &[Task]) -> Result<Context, RenderError> {
        let items = items.iter().map(|task| {
            Ok(map([
                ("box", self.fresh_id().into()),
                ("id", task.id.as_str().into()),
                ("content", self.line(&task.content)?),
                ("detail", self.line(&task.detail)?),
                ("minutes", task.minutes.into()),
            ]))
        });
        let items = items.collect::<Result<Vec<_>, RenderError>>()?;
        Ok(context([("label", label.into()), ("items", items.into())]))
    }

    pub fn progress(&mut self, key: &str, content: &[Inline]) -> Result<Context, RenderError> {
        let content = self.line(content)?;
        Ok(self.labelled([("key", key.into()), ("content", content)]))
    }

    pub fn quiz(&mut self, id: &str, questions: &[Question]) -> Result<Context, RenderError> {
        let questions = questions.iter().map(|question| {
            let options = question
                .options
                .iter()
                .map(|option| Ok(map([("content", self.line(&option.content)?), ("right", option.right.into())])));
            let options = options.collect::<Result<Vec<_>, RenderError>>()?;
            let right = question.options.iter().filter(|option| option.right);
            let answers = right.map(|option| self.line(&option.content)).collect::<Result<Vec<_>, RenderError>>()?;
            Ok(map([
                ("id", question.id.as_str().into()),
                ("name", self.fresh_id().into()),
                ("ask", self.line(&question.ask)?),
                ("about", self.line(&question.about)?),
                ("multiple", question.is_multiple().into()),
                ("options", options.into()),
                ("answers", answers.into()),
                ("why", self.line(&question.why)?),
                ("place", self.line(&question.place)?),
            ]))
        });
        let questions = questions.collect::<Result<Vec<_>, RenderError>>()?;
        Ok(self.labelled([("id", id.into()), ("questions", questions.into())]))
    }

    pub fn acknowledgement(&mut self, sheet: &Acknowledgement) -> Result<Context, RenderError> {
        let record = serde_json::to_string(&sheet.record).map_err(|error| RenderError(error.to_string()))?;
        let entries = [
            ("id", self.fresh_id().into()),
            ("facts", self.facts(&sheet.facts)?),
            ("declaration", self.line(&sheet.declaration)?),
            ("proof", self.line(&sheet.proof)?),
            ("record", record.into()),
        ];
        Ok(self.labelled(entries))
    }

    /// A context with the words of the interface.
    fn labelled<const N: usize>(&self, entries: [(&'static str, Value); N]) -> Context {
        let mut context = context(entries);
        context.insert("labels", self.book.manual.labels);
        context
    }
}

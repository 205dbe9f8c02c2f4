//! Blocks: each kind fills the template of its name.

use tera::Value;

use super::page::Writer;
use super::{Context, RenderError, context, drawing, map, markup};
use crate::ir::*;

impl Writer<'_> {
    /// The blocks as HTML, one after another.
    pub fn blocks(&mut self, blocks: &[Block]) -> Result<String, RenderError> {
        let mut out = String::new();
        for block in blocks {
            out.push_str(&self.block(block)?);
            out.push('\n');
        }
        Ok(out)
    }

    pub fn block(&mut self, block: &Block) -> Result<String, RenderError> {
        let (template, mut context) = match block {
            Block::Paragraph { content } => {
                let outer = std::mem::replace(&mut self.explains, true);
                let content = self.line(content);
                self.explains = outer;
                ("block/paragraph.html", context([("content", content?)]))
            }
            Block::Heading { level, id, number, title, told } => {
                let context = context([
                    ("level", self.heading(*level).into()),
                    ("id", id.clone().unwrap_or_else(|| self.heading_id(title)).into()),
                    ("number", number.as_deref().into()),
                    ("title", self.line(title)?),
                    ("told", (*told).into()),
                ]);
                ("block/heading.html", context)
            }
            Block::Point { number, id, title, status, blocks } => {
                let (status, word) = self.status(*status);
                let title_id = self.fresh_id();
                let blocks = self.within(2, |inner| inner.blocks(blocks))?;
                let context = context([
                    ("number", (*number).into()),
                    ("id", id.as_str().into()),
                    ("title_id", title_id.into()),
                    ("title", title.as_str().into()),
                    ("status", status.into()),
                    ("word", word.into()),
                    ("blocks", markup(&blocks)),
                ]);
                ("block/point.html", context)
            }
            Block::Group { role, id, code, title, blocks } => {
                let level = (self.level() + 1).min(6);
                let title = self.line(title)?;
                let blocks = self.within(level, |inner| inner.blocks(blocks))?;
                let role = match role {
                    GroupRole::Indicator => "indicator",
                    GroupRole::Message => "message",
                    GroupRole::Moment => "moment",
                    GroupRole::Entry => "entry",
                };
                let context = context([
                    ("role", role.into()),
                    ("level", level.into()),
                    ("id", id.as_deref().into()),
                    ("code", code.as_deref().into()),
                    ("title", title),
                    ("blocks", markup(&blocks)),
                ]);
                ("block/group.html", context)
            }
            Block::List { style, start, items } => {
                let style = match style {
                    ListStyle::Bullets => "bullets",
                    ListStyle::Numbers => "numbers",
                    ListStyle::Included => "included",
                    ListStyle::Excluded => "excluded",
                    ListStyle::Checklist => "checklist",
                };
                let items = items
                    .iter()
                    .map(|item| Ok(markup(&self.blocks(item)?)))
                    .collect::<Result<Vec<_>, RenderError>>()?;
                let start = start.filter(|start| *start != 1);
                (
                    "block/list.html",
                    context([("style", style.into()), ("start", start.into()), ("items", items.into())]),
                )
            }
            Block::Definitions { items } => ("block/definitions.html", context([("items", self.definitions(items)?)])),
            Block::Steps { items } => ("block/steps.html", context([("items", self.steps(items)?)])),
            Block::Facts { items } => ("block/facts.html", context([("items", self.facts(items)?)])),
            Block::Table(table) => ("block/table.html", self.table(table)?),
            Block::Figure(figure) => ("block/figure.html", self.figure(figure)?),
            Block::Brief { title, say_label, say, cells } => {
                let id = self.fresh_id();
                let context = context([
                    ("id", id.into()),
                    ("level", (self.level() + 1).min(6).into()),
                    ("title", title.as_str().into()),
                    ("say_label", say_label.as_str().into()),
                    ("say", self.line(say)?),
                    ("cells", self.cells(cells)?),
                ]);
                ("block/brief.html", context)
            }
            Block::Promise { id, code, label, content, facts } => {
                let context = context([
                    ("id", id.as_deref().into()),
                    ("code", code.as_deref().into()),
                    ("label", label.as_str().into()),
                    ("content", self.line(content)?),
                    ("facts", self.facts(facts)?),
                ]);
                ("block/promise.html", context)
            }
            Block::Script { label, context: place, content, form } => {
                let context = context([
                    ("label", label.as_str().into()),
                    ("context", self.line(place)?),
                    ("content", self.line(content)?),
                    ("form", self.line(form)?),
                ]);
                ("block/script.html", context)
            }
            Block::Limit { label, value, content } => {
                let context = context([
                    ("label", label.as_str().into()),
                    ("value", self.amount(value)?),
                    ("content", self.line(content)?),
                ]);
                ("block/limit.html", context)
            }
            Block::Callout { tone, label, blocks } => {
                let (tone, warns) = match tone {
                    Tone::Note => ("note", false),
                    Tone::Tip => ("tip", false),
                    Tone::Important => ("important", true),
                    Tone::Warning => ("warning", true),
                    Tone::Caution => ("caution", true),
                };
                let blocks = self.blocks(blocks)?;
                let context = context([
                    ("tone", tone.into()),
                    ("warns", warns.into()),
                    ("label", label.as_str().into()),
                    ("blocks", markup(&blocks)),
                ]);
                ("block/callout.html", context)
            }
            Block::Escalation { label, steps } => {
                ("block/escalation.html", context([("label", label.as_str().into()), ("steps", self.steps(steps)?)]))
            }
            Block::Quote { blocks } => ("block/quote.html", context([("blocks", markup(&self.blocks(blocks)?))])),
            Block::Code { lang, text } => {
                ("block/code.html", context([("lang", lang.as_deref().into()), ("text", text.as_str().into())]))
            }
            Block::Rule => ("block/rule.html", Context::new()),
            Block::Cards { items } => (
                "block/cards.html",
                context([("level", (self.level() + 1).min(6).into()), ("sheets", self.sheets(items)?)]),
            ),
            Block::Poster(poster) => ("block/poster.html", self.poster(poster)?),
            Block::Tasks { label, items } => ("block/tasks.html", self.tasks(label, items)?),
            Block::Progress { key, content } => ("block/progress.html", self.progress(key, content)?),
            Block::Quiz { id, questions } => ("block/quiz.html", self.quiz(id, questions)?),
            Block::Acknowledgement(sheet) => ("block/acknowledgement.html", self.acknowledgement(sheet)?),
        };
        context.insert_value("ui", super::ui(self.book.manual));
        self.book.template(template, &context)
    }

    pub fn facts(&mut self, facts: &[Fact]) -> Result<Value, RenderError> {
        let fact =
            |fact: &Fact| Ok(map([("label", fact.label.as_str().into()), ("content", self.line(&fact.content)?)]));
        Ok(facts.iter().map(fact).collect::<Result<Vec<_>, RenderError>>()?.into())
    }

    fn definitions(&mut self, items: &[Definition]) -> Result<Value, RenderError> {
        let item = |item: &Definition| {
            Ok(map([
                ("id", item.id.as_deref().into()),
                ("term", self.line(&item.term)?),
                ("blocks", markup(&self.blocks(&item.blocks)?)),
            ]))
        };
        Ok(items.iter().map(item).collect::<Result<Vec<_>, RenderError>>()?.into())
    }

    fn steps(&mut self, steps: &[Step]) -> Result<Value, RenderError> {
        let step = |step: &Step| {
            Ok(map([
                ("id", step.id.as_deref().into()),
                ("content", self.line(&step.content)?),
                ("who", self.line(&step.who)?),
                ("when", self.line(&step.when)?),
            ]))
        };
        Ok(steps.iter().map(step).collect::<Result<Vec<_>, RenderError>>()?.into())
    }

    pub fn cells(&mut self, cells: &[Cell]) -> Result<Value, RenderError> {
        let cell = |cell: &Cell| {
            let role = match cell.role {
                CellRole::Within => "within",
                CellRole::Decides => "decides",
                CellRole::Escalates => "escalates",
            };
            Ok(map([
                ("role", role.into()),
                ("label", cell.label.as_str().into()),
                ("value", self.amount(&cell.value)?),
                ("content", self.line(&cell.content)?),
                ("lines", self.lines(&cell.content)?),
            ]))
        };
        Ok(cells.iter().map(cell).collect::<Result<Vec<_>, RenderError>>()?.into())
    }

    /// The lines of a cell, each a paragraph: who decides up to what is one thing, and another beneath it.
    fn lines(&mut self, content: &[Inline]) -> Result<Value, RenderError> {
        let lines = content.split(|inline| matches!(inline, Inline::Break)).filter(|line| !line.is_empty());
        Ok(lines.map(|line| self.line(line)).collect::<Result<Vec<_>, RenderError>>()?.into())
    }

    fn figure(&mut self, figure: &Figure) -> Result<Context, RenderError> {
        let caption = self.line(&figure.caption)?;
        let told = matches!(&figure.source, FigureSource::Drawing { svg, .. } if is_chart(svg));
        let (drawing, src, width, height) = match &figure.source {
            FigureSource::Drawing { svg, width, height } => {
                self.drawings += 1;
                let prefix = format!("_d{}-", self.drawings);
                let svg =
                    drawing::embed(svg, &prefix, &figure.alt, &|anchor| self.book.addresses.to(anchor, &self.page))?;
                (markup(&svg), Value::none(), width, height)
            }
            FigureSource::Picture { path, width, height } => {
                (Value::none(), self.book.addresses.picture(path)?.into(), width, height)
            }
        };
        Ok(context([
            ("id", figure.id.as_deref().into()),
            ("figure", self.book.manual.labels.figure.into()),
            ("number", figure.number.as_deref().into()),
            ("caption", caption),
            ("told", told.into()),
            ("drawing", drawing),
            ("src", src),
            ("width", (*width).into()),
            ("height", (*height).into()),
            ("alt", figure.alt.as_str().into()),
        ]))
    }

    /// Name and word of the state of a point; a complete one needs no word.
    pub fn status(&self, status: PointStatus) -> (&'static str, Option<&'static str>) {
        let labels = self.book.manual.labels;
        match status {
            PointStatus::Complete => ("complete", None),
            PointStatus::Partial => ("partial", Some(labels.partial)),
            PointStatus::Missing => ("missing", Some(labels.missing)),
            PointStatus::NotApplicable => ("not_applicable", Some(labels.not_applicable)),
        }
    }
}

/// Whether a drawing has no words but the program's: dates, figures and what they mean. Others hold names from the manual.
fn is_chart(svg: &str) -> bool {
    let root = svg.split_once('>').map_or(svg, |(root, _)| root);
    root.contains("class=\"d chart\"")
}

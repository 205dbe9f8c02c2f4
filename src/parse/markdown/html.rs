//! Raw HTML that the manifest allows, read as the events of the Markdown that says the same.

use super::{Builder, CowStr, Event, HeadingLevel, LinkType, Open, RawHtml, Tag, TagEnd};
use crate::parse::prose::Inline;
use crate::parse::raw_html::{self, Element, Piece};
use crate::span::Span;
use std::ops::Range;

/// What has to be known between one tag and the next.
pub(super) struct State {
    raw: RawHtml,
    /// Elements of a line that are open, with the depth of the stack at which each stands.
    open: Vec<(String, TagEnd, usize)>,
    /// The script, style or the like whose content is being left out.
    hidden: Option<&'static str>,
}

impl State {
    pub(super) fn new(raw: RawHtml) -> Self {
        State { raw, open: Vec::new(), hidden: None }
    }

    pub(super) fn is_read(&self) -> bool {
        self.raw == RawHtml::Sanitized
    }

    /// Whether an event belongs to the content of a script, style or the like in a line of text.
    pub(super) fn hides(&mut self, event: &Event<'_>) -> bool {
        if !self.is_read() {
            return false;
        }
        let Some(name) = self.hidden else {
            if let Event::InlineHtml(tag) = event {
                self.hidden = raw_html::hides(tag);
            }
            return self.hidden.is_some();
        };
        match event {
            Event::InlineHtml(tag) if tag.to_ascii_lowercase().starts_with(&format!("</{name}")) => self.hidden = None,
            // It was never closed: what follows the paragraph is the author's again.
            Event::Start(_) | Event::End(_) => {
                self.hidden = None;
                return false;
            }
            _ => {}
        }
        true
    }
}

impl<F: FnMut(Range<usize>) -> Span> Builder<F> {
    /// A tag in a line of text.
    pub(super) fn html_tag(&mut self, source: &str, at: Range<usize>) {
        match raw_html::tag(source) {
            Some(Piece::Open(element)) => self.open_element(element, at),
            // An end without its beginning, or one that comes out of turn, is left out.
            Some(Piece::Close(name)) if self.html.open.last().is_some_and(|(open, ..)| *open == name) => {
                self.close_element(at)
            }
            _ => {}
        }
    }

    /// HTML that stands by itself.
    pub(super) fn html_block(&mut self, source: &str, at: Range<usize>) {
        // The elements that are open, each with the end that it will have in Markdown.
        let mut blocks: Vec<Option<TagEnd>> = Vec::new();
        let mut rows = 0;
        let mut paragraph = false;
        for piece in raw_html::pieces(source) {
            match piece {
                Piece::Text(text) => {
                    let text = one_space(&text);
                    if self.takes_words() && (text != " " || paragraph) {
                        paragraph |= self.begin_paragraph(at.clone());
                        self.event(Event::Text(CowStr::from(text)), at.clone());
                    }
                }
                Piece::Open(element) if element.is_inline() && self.takes_words() => {
                    paragraph |= self.begin_paragraph(at.clone());
                    self.open_element(element, at.clone());
                }
                Piece::Close(name) if self.html.open.last().is_some_and(|(open, ..)| *open == name) => {
                    self.close_element(at.clone());
                }
                Piece::Open(element) => {
                    self.end_paragraph(&mut paragraph, at.clone());
                    rows = if element.name == "table" { 0 } else { rows + usize::from(element.name == "tr") };
                    let tag = self.block_tag(&element.name, rows);
                    if !element.is_void() && !element.is_inline() {
                        blocks.push(tag.as_ref().map(Tag::to_end));
                    }
                    match tag {
                        Some(tag) => self.event(Event::Start(tag), at.clone()),
                        None if element.name == "hr" => self.event(Event::Rule, at.clone()),
                        None => {}
                    }
                }
                Piece::Close(name) if raw_html::is_inline(&name) => {}
                Piece::Close(_) => {
                    self.end_paragraph(&mut paragraph, at.clone());
                    if let Some(Some(end)) = blocks.pop() {
                        self.event(Event::End(end), at.clone());
                    }
                }
            }
        }
        self.end_paragraph(&mut paragraph, at);
    }

    /// Whether words may stand where we are: not directly in a list, in a table or in a row of it.
    fn takes_words(&self) -> bool {
        !matches!(self.stack.last(), Some(Open::List(..) | Open::Table(..) | Open::Row(..)))
    }

    /// Begins a paragraph where words would stand directly in the document or in a quotation; tells whether it did.
    fn begin_paragraph(&mut self, at: Range<usize>) -> bool {
        let bare = matches!(self.stack.last(), Some(Open::Root(_) | Open::Quote(..)));
        if bare {
            self.event(Event::Start(Tag::Paragraph), at);
        }
        bare
    }

    fn end_paragraph(&mut self, open: &mut bool, at: Range<usize>) {
        if std::mem::take(open) {
            self.event(Event::End(TagEnd::Paragraph), at);
        }
    }

    /// The tag of Markdown for a block of HTML; none where only what it holds is kept.
    fn block_tag(&self, name: &str, row: usize) -> Option<Tag<'static>> {
        // A cell and a heading hold words alone.
        if self.stack.iter().any(|open| matches!(open, Open::Cell | Open::Heading(..))) {
            return None;
        }
        Some(match name {
            "p" => Tag::Paragraph,
            "ul" => Tag::List(None),
            "ol" => Tag::List(Some(1)),
            "li" if matches!(self.stack.last(), Some(Open::List(..))) => Tag::Item,
            "blockquote" => Tag::BlockQuote(None),
            "table" => Tag::Table(Vec::new()),
            // The first row is the head.
            "tr" if row == 1 => Tag::TableHead,
            "tr" => Tag::TableRow,
            "td" | "th" => Tag::TableCell,
            name => Tag::Heading { level: heading(name)?, id: None, classes: Vec::new(), attrs: Vec::new() },
        })
    }

    fn open_element(&mut self, element: Element, at: Range<usize>) {
        let tag = match element.name.as_str() {
            "br" => return self.push(Inline::Break),
            "img" => {
                let (path, alt, span) = (element.address, element.alt, (self.place)(at));
                return self.push(Inline::Picture { path, alt, span });
            }
            "b" | "strong" => Tag::Strong,
            "i" | "em" => Tag::Emphasis,
            "s" | "del" | "strike" => Tag::Strikethrough,
            "a" if !element.address.is_empty() => Tag::Link {
                link_type: LinkType::Inline,
                dest_url: CowStr::from(element.address),
                title: CowStr::Borrowed(""),
                id: CowStr::Borrowed(""),
            },
            _ => return,
        };
        let end = tag.to_end();
        self.event(Event::Start(tag), at);
        self.html.open.push((element.name, end, self.stack.len()));
    }

    fn close_element(&mut self, at: Range<usize>) {
        if let Some((_, end, _)) = self.html.open.pop() {
            self.end(end, at);
        }
    }

    /// Closes what HTML opened inside the element that ends now.
    pub(super) fn close_html(&mut self) {
        while self.html.open.last().is_some_and(|(.., depth)| *depth == self.stack.len()) {
            self.close_element(0..0);
        }
    }
}

/// Runs of white space become one space.
fn one_space(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            ' ' | '\t' | '\n' | '\r' if out.ends_with(' ') => {}
            ' ' | '\t' | '\n' | '\r' => out.push(' '),
            c => out.push(c),
        }
    }
    out
}

fn heading(name: &str) -> Option<HeadingLevel> {
    let level = name.strip_prefix('h')?.parse::<usize>().ok()?;
    HeadingLevel::try_from(level).ok()
}

#[cfg(test)]
mod tests {
    use crate::parse::markdown::{RawHtml, prose};
    use crate::parse::prose::{Block, Inline};
    use crate::span::Sources;

    fn inlines(content: &[Inline], out: &mut String) {
        for inline in content {
            match inline {
                Inline::Text(text) => out.push_str(text),
                Inline::Break => out.push('/'),
                Inline::Strong(c) => wrap("*", c, out),
                Inline::Emph(c) => wrap("_", c, out),
                Inline::Strike(c) => wrap("~", c, out),
                Inline::Link { href, content, .. } => wrap(&format!("{href}:"), content, out),
                Inline::Picture { path, alt, .. } => out.push_str(&format!("!{path}|{alt}!")),
                other => out.push_str(&format!("{other:?}")),
            }
        }
    }

    fn wrap(sign: &str, content: &[Inline], out: &mut String) {
        out.push_str(sign);
        inlines(content, out);
        out.push(')');
    }

    fn blocks(list: &[Block], out: &mut String) {
        for block in list {
            match block {
                Block::Paragraph(c) => {
                    out.push_str("p(");
                    inlines(c, out);
                    out.push(')');
                }
                Block::Heading { level, content, .. } => wrap(&format!("h{level}("), content, out),
                Block::List { start, items } => {
                    out.push_str(if start.is_some() { "ol(" } else { "ul(" });
                    items.iter().for_each(|item| blocks(item, out));
                    out.push(')');
                }
                Block::Quote { blocks: inner, .. } => {
                    out.push_str("q(");
                    blocks(inner, out);
                    out.push(')');
                }
                Block::Table { head, rows, .. } => {
                    for row in std::iter::once(head).chain(rows) {
                        out.push('[');
                        for cell in row {
                            inlines(cell, out);
                            out.push('|');
                        }
                        out.push(']');
                    }
                }
                other => out.push_str(&format!("{other:?}")),
            }
        }
    }

    fn read(source: &str) -> String {
        let mut sources = Sources::default();
        let file = sources.add("x.md", source, false);
        let mut out = String::new();
        blocks(&prose(file, source, 0..source.len(), RawHtml::Sanitized).blocks, &mut out);
        out
    }

    #[test]
    fn tags_in_a_line_are_read_as_markdown() {
        assert_eq!(read("Uno <b>dos *tres*</b><br>cuatro"), "p(Uno *dos _tres))/cuatro)");
        assert_eq!(read("<a href=\"caja.html\">x</a> <u>y</u> <del>z</del>"), "p(caja.html:x) y ~z))");
        assert_eq!(read("<img src=\"assets/a.png\" alt=\"Plano\"> fin"), "p(!assets/a.png|Plano! fin)");
    }

    #[test]
    fn tags_out_of_turn_lose_nothing() {
        assert_eq!(read("**a <b>b** c</b> d"), "p(*a *b)) c d)");
        assert_eq!(read("<b>a\n\nb</b>"), "p(*a))p(b)");
        assert_eq!(read("- <i>a\n- b"), "ul(p(_a))p(b))");
        assert_eq!(read("| a |\n|---|\n| <b>x |"), "[a|][*x)|]");
    }

    #[test]
    fn what_runs_is_left_out_of_lines_and_blocks() {
        assert_eq!(read("a <script>alert(1)</script> b"), "p(a  b)");
        assert_eq!(read("a <script>alert(1)\n\nb"), "p(a )p(b)");
        assert_eq!(read("<script>\nalert(1)\n</script>\n\nb"), "p(b)");
        assert_eq!(read("<a href=\"javascript:alert(1)\" onclick=\"x\">a</a>"), "p(a)");
    }

    #[test]
    fn blocks_are_read_as_markdown() {
        assert_eq!(
            read("<h3>Uno <i>y</i></h3>\n<div>dos</div>\n<p>tres\n  cuatro</p>"),
            "h3(Uno _y))p(dos)p(tres cuatro)"
        );
        assert_eq!(read("<ul>\n<li>a</li>\n<li><b>b</b></li>\n</ul>"), "ul(p(a)p(*b)))");
        assert_eq!(read("<table><tr><th>a<td>b<tr><td><p>c</p><td>d</table>"), "[a|b|][c|d|]");
        assert_eq!(read("<blockquote>a</blockquote>"), "q(p(a))");
        assert_eq!(read("<li>suelto</li>"), "p(suelto)");
    }
}

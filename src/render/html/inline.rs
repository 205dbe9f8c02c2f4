//! Inlines: text, links, notes and marks within a line.

use tera::Value;

use super::page::Writer;
use super::{Context, RenderError, context, map, markup};
use crate::ir::{Inline, State};
use crate::lang::Tongue;

impl Writer<'_> {
    /// The inlines as HTML.
    pub fn inlines(&mut self, inlines: &[Inline]) -> Result<String, RenderError> {
        let mut out = String::new();
        for inline in inlines {
            self.inline(inline, &mut out)?;
        }
        Ok(out)
    }

    /// The inlines as a value of a template.
    pub fn line(&mut self, inlines: &[Inline]) -> Result<Value, RenderError> {
        Ok(markup(&self.inlines(inlines)?))
    }

    fn inline(&mut self, inline: &Inline, out: &mut String) -> Result<(), RenderError> {
        let (template, mut context) = match inline {
            Inline::Text { text } => {
                if self.explains && !self.in_link {
                    return self.explained(text, out);
                }
                out.push_str(&escape_words(text));
                return Ok(());
            }
            Inline::Strong { content } => ("inline/strong.html", self.around(content)?),
            Inline::Emph { content } => ("inline/emph.html", self.around(content)?),
            Inline::Strike { content } => ("inline/strike.html", self.around(content)?),
            Inline::Code { text } => ("inline/code.html", only(text)),
            Inline::Mark { text } => ("inline/mark.html", only(text)),
            Inline::Value { text } => ("inline/value.html", only(text)),
            Inline::Limit { text } => ("inline/limit.html", only(text)),
            Inline::Slot { text } => ("inline/slot.html", only(text)),
            Inline::State { state, text } => {
                ("inline/state.html", context([("state", state_name(*state).into()), ("text", text.as_str().into())]))
            }
            Inline::Ref { to, content } => {
                let href = self.book.addresses.to(to, &self.page)?;
                return self.link("inline/ref.html", href, content, out);
            }
            Inline::Link { href, content } => {
                check_link(href)?;
                return self.link("inline/link.html", href.clone(), content, out);
            }
            Inline::Note { content } => {
                let number = self.note(content)?;
                let mark = self.book.template("inline/note.html", &context([("number", number.into())]))?;
                // A link cannot hold another: the mark of a note waits until the link is closed.
                match self.in_link {
                    true => self.after_link.push_str(&mark),
                    false => out.push_str(&mark),
                }
                return Ok(());
            }
            Inline::Lang { lang, content } => {
                language(lang)?;
                let content = self.line(content)?;
                let (page, own) =
                    (self.book.manual.tongue(), Tongue::of_tag(lang).map(|(tongue, _)| tongue.direction()));
                let dir = own.filter(|own| *own != page.direction());
                let context = [("lang", lang.as_str().into()), ("dir", dir.into()), ("content", content)];
                ("inline/lang.html", super::context(context))
            }
            Inline::Picture { path, alt } => {
                let src = self.book.addresses.picture(path)?;
                ("inline/picture.html", context([("src", src.into()), ("alt", alt.as_str().into())]))
            }
            Inline::Task { done } => {
                let labels = self.book.manual.labels;
                let word = if *done { labels.done } else { labels.to_do };
                ("inline/task.html", context([("done", (*done).into()), ("word", word.into())]))
            }
            Inline::Break => ("inline/break.html", Context::new()),
        };
        context.insert_value("ui", super::ui(self.book.manual));
        out.push_str(&self.book.template(template, &context)?);
        Ok(())
    }

    /// A value set large: its figure apart from its unit where it begins with one, as `3` and `días hábiles`.
    pub fn amount(&mut self, value: &[Inline]) -> Result<Value, RenderError> {
        match value {
            [] => Ok(Value::none()),
            [Inline::Text { text } | Inline::Value { text } | Inline::Limit { text }] => {
                let (figure, unit) = text.split_at(figure_end(text));
                Ok(map([("figure", figure.into()), ("unit", unit.trim_start().into())]))
            }
            _ => Ok(map([("figure", "".into()), ("unit", self.line(value)?)])),
        }
    }

    fn around(&mut self, content: &[Inline]) -> Result<Context, RenderError> {
        Ok(context([("content", self.line(content)?)]))
    }

    fn link(&mut self, template: &str, href: String, content: &[Inline], out: &mut String) -> Result<(), RenderError> {
        if self.in_link {
            out.push_str(&self.inlines(content)?);
            return Ok(());
        }
        self.in_link = true;
        let content = self.line(content);
        self.in_link = false;
        let context = context([("href", href.into()), ("content", content?)]);
        out.push_str(&self.book.template(template, &context)?);
        out.push_str(&std::mem::take(&mut self.after_link));
        Ok(())
    }

    /// Keeps a note for the end of the page and gives its number.
    fn note(&mut self, content: &[Inline]) -> Result<usize, RenderError> {
        let at = self.notes.len();
        self.notes.push(String::new());
        let outer = (std::mem::take(&mut self.in_link), std::mem::take(&mut self.after_link));
        let content = self.inlines(content);
        (self.in_link, self.after_link) = outer;
        self.notes[at] = content?;
        Ok(at + 1)
    }
}

fn only(text: &str) -> Context {
    context([("text", text.into())])
}

/// Text for HTML, in elements and in attributes between quotes.
fn escape_into(text: &str, out: &mut String) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            c => out.push(c),
        }
    }
}

pub fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    escape_into(text, &mut out);
    out
}

/// Text for people, in elements: an address of mail may break after its sign and before its points, rather than anywhere.
pub fn escape_words(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    if !text.contains('@') {
        escape_into(text, &mut out);
        return out;
    }
    for word in text.split_inclusive(char::is_whitespace) {
        match word.split_once('@').filter(|(name, host)| !name.is_empty() && host.contains('.')) {
            Some((name, host)) => {
                escape_into(name, &mut out);
                out.push_str("@<wbr>");
                for (i, part) in host.split('.').enumerate() {
                    // The full stop that ends a sentence stays with its word.
                    out.push_str(match (i, part.trim().is_empty()) {
                        (0, _) => "",
                        (_, true) => ".",
                        (_, false) => "<wbr>.",
                    });
                    escape_into(part, &mut out);
                }
            }
            None => escape_into(word, &mut out),
        }
    }
    out
}

/// Where the figure ends that a text begins with: digits, with signs and spaces between them as in `1 500` or `97,5`.
fn figure_end(text: &str) -> usize {
    let mut end = 0;
    for (at, c) in text.char_indices() {
        match c {
            '0'..='9' => end = at + 1,
            ' ' | '\u{a0}' | '\u{202f}' | '.' | ',' | ':' | '–' | '-' if end > 0 => {}
            _ => break,
        }
    }
    end
}

/// The name of a state in class names and signs.
fn state_name(state: State) -> &'static str {
    match state {
        State::Met => "met",
        State::Missed => "missed",
        State::Pending => "pending",
        State::Complete => "complete",
        State::Partial => "partial",
        State::Missing => "missing",
        State::NotApplicable => "not_applicable",
    }
}

/// Text without markup, notes and pictures left out: for titles, labels and the list of contents.
pub fn title_of(inlines: &[Inline]) -> String {
    let mut out = String::new();
    for inline in inlines {
        push_title(inline, &mut out);
    }
    out
}

fn push_title(inline: &Inline, out: &mut String) {
    match inline {
        Inline::Text { text }
        | Inline::Code { text }
        | Inline::Mark { text }
        | Inline::Value { text }
        | Inline::Limit { text }
        | Inline::Slot { text }
        | Inline::State { text, .. } => out.push_str(text),
        Inline::Strong { content }
        | Inline::Emph { content }
        | Inline::Strike { content }
        | Inline::Ref { content, .. }
        | Inline::Link { content, .. }
        | Inline::Lang { content, .. } => content.iter().for_each(|inner| push_title(inner, out)),
        Inline::Break => out.push(' '),
        Inline::Note { .. } | Inline::Picture { .. } | Inline::Task { .. } => {}
    }
}

/// Links out of the manual may open nothing but a page, a letter or a call.
fn check_link(href: &str) -> Result<(), RenderError> {
    let scheme = href.split_once(':').map(|(scheme, rest)| (scheme.to_ascii_lowercase(), rest));
    let fine = match scheme.as_ref().map(|(scheme, rest)| (scheme.as_str(), *rest)) {
        Some(("http" | "https", rest)) => rest.starts_with("//") && rest.len() > 2,
        Some(("mailto" | "tel", rest)) => !rest.is_empty(),
        _ => false,
    };
    match fine && !href.chars().any(|c| c.is_control() || c.is_whitespace()) {
        true => Ok(()),
        false => Err(RenderError(format!("`{}` is no http, https, mailto or tel link", href.escape_debug()))),
    }
}

/// A BCP 47 tag, by its characters.
pub fn language(tag: &str) -> Result<(), RenderError> {
    match !tag.is_empty() && tag.len() <= 35 && tag.chars().all(|c| c.is_ascii_alphanumeric() || c == '-') {
        true => Ok(()),
        false => Err(RenderError(format!("`{}` is no language", tag.escape_debug()))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_pages_letters_and_calls_are_links() {
        for good in ["https://gob.pe/a?b=c&d", "HTTP://x", "mailto:a@b.c", "tel:+51645"] {
            assert!(check_link(good).is_ok(), "{good}");
        }
        for bad in [
            "javascript:alert(1)",
            "JaVaScRiPt:x",
            " javascript:x",
            "java\nscript:x",
            "data:text/html,x",
            "vbscript:x",
            "//evil",
            "page.html",
            "https:evil",
            "http://",
            "mailto:",
            "file:///etc",
            "https://a b",
            "",
        ] {
            assert!(check_link(bad).is_err(), "{bad:?}");
        }
    }

    #[test]
    fn an_address_of_mail_breaks_at_its_sign_and_points() {
        for (text, html) in [
            ("Escriba a ana@banco.com.pe.", "Escriba a ana@<wbr>banco<wbr>.com<wbr>.pe."),
            ("a@b.c, <x>@d.e", "a@<wbr>b<wbr>.c, &lt;x&gt;@<wbr>d<wbr>.e"),
            ("el signo @ solo, @alguien.", "el signo @ solo, @alguien."),
            ("sin punto: a@b", "sin punto: a@b"),
        ] {
            assert_eq!(escape_words(text), html);
        }
    }

    #[test]
    fn a_figure_ends_with_its_last_digit() {
        for (text, figure) in [
            ("3 días hábiles", "3"),
            ("1\u{202f}500 soles", "1\u{202f}500"),
            ("97,5 %", "97,5"),
            ("10–15 min", "10–15"),
            ("en el acto", ""),
            ("24", "24"),
            ("- 3", ""),
        ] {
            assert_eq!(&text[..figure_end(text)], figure, "{text}");
        }
    }

    #[test]
    fn a_language_is_a_tag() {
        assert!(language("pt-BR").is_ok());
        assert!(language("").is_err() && language("es\"x").is_err());
    }
}

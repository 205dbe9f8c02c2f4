//! Raw HTML in prose, where the manifest allows it: sanitised, and then given as the same elements that Markdown has.
//!
//! Nothing of an author's HTML is passed on. The sanitiser reads it as a browser would, drops scripts, styles, frames, forms, handlers
//! and addresses that run, and balances what is left; of that only the elements named in [`ELEMENTS`] are told, so that the site and
//! the PDF, which know no HTML, show the same. The only file that names the sanitiser.

use ammonia::{Builder, UrlRelative};
use std::collections::{HashMap, HashSet};

/// The elements that Markdown could have written too. What stands in any other is kept without it.
const ELEMENTS: [&str; 30] = [
    "a",
    "b",
    "blockquote",
    "br",
    "del",
    "em",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "i",
    "img",
    "li",
    "ol",
    "p",
    "s",
    "strong",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "tr",
    "ul",
    "div",
    "strike",
];

/// Elements that stand in a line of text.
const INLINE: [&str; 10] = ["a", "b", "br", "del", "em", "i", "img", "s", "strike", "strong"];

/// A piece of sanitised HTML.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    Open(Element),
    /// An element ends. `br`, `hr` and `img` have no end.
    Close(String),
    Text(String),
}

/// An element with the attributes that are of use.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Element {
    pub name: String,
    /// Where a link leads or where a picture is.
    pub address: String,
    /// The alternative text of a picture.
    pub alt: String,
}

impl Element {
    pub fn is_inline(&self) -> bool {
        is_inline(&self.name)
    }

    /// Whether it has neither content nor end.
    pub fn is_void(&self) -> bool {
        matches!(self.name.as_str(), "br" | "hr" | "img")
    }
}

/// Whether an element stands in a line of text.
pub fn is_inline(name: &str) -> bool {
    INLINE.contains(&name)
}

/// The pieces of a fragment, balanced: every element that opens is closed.
pub fn pieces(fragment: &str) -> Vec<Piece> {
    scan(&sanitizer().clean(fragment).to_string())
}

/// The one tag that stands in a line of Markdown: `<b>`, `</a>`. None where nothing of it is kept.
pub fn tag(source: &str) -> Option<Piece> {
    if let Some(name) = source.strip_prefix("</") {
        let name = name.trim_end_matches('>').trim().to_ascii_lowercase();
        return is_inline(&name).then_some(Piece::Close(name));
    }
    pieces(source).into_iter().find(|piece| matches!(piece, Piece::Open(element) if element.is_inline()))
}

/// Whether a tag opens an element whose very content is dropped, such as a script; then its name.
pub fn hides(source: &str) -> Option<&'static str> {
    let name = source.strip_prefix('<')?.to_ascii_lowercase();
    ["script", "style", "template", "noscript"]
        .into_iter()
        .find(|hidden| name.strip_prefix(hidden).is_some_and(|rest| rest.starts_with([' ', '>', '/', '\t', '\n'])))
}

fn sanitizer() -> Builder<'static> {
    let mut builder = Builder::empty();
    builder
        .tags(HashSet::from(ELEMENTS))
        .clean_content_tags(HashSet::from(["script", "style", "template", "noscript", "iframe", "svg", "math"]))
        .tag_attributes(HashMap::from([("a", HashSet::from(["href"])), ("img", HashSet::from(["src", "alt"]))]))
        .url_schemes(HashSet::from(["http", "https", "mailto", "tel"]))
        .url_relative(UrlRelative::PassThrough)
        .link_rel(None);
    builder
}

/// Reads what the sanitiser wrote: balanced elements, double quotes round attributes, five escapes. It is not a reader of HTML.
fn scan(clean: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut rest = clean;
    while !rest.is_empty() {
        let (text, tag) = rest.split_once('<').map_or((rest, None), |(text, tag)| (text, Some(tag)));
        if !text.is_empty() {
            pieces.push(Piece::Text(unescape(text)));
        }
        // Inside attributes the sanitiser escapes the sign that ends a tag, or quotes it.
        let Some(tag) = tag else { break };
        let end = tag_end(tag);
        rest = tag.get(end + 1..).unwrap_or("");
        let tag = &tag[..end];
        if let Some(name) = tag.strip_prefix('/') {
            pieces.push(Piece::Close(name.to_owned()));
        } else if !tag.starts_with('!') {
            let attribute = |key: &str| {
                let start = tag.find(&format!(" {key}=\""))? + key.len() + 3;
                let value = tag.get(start..)?;
                Some(unescape(value.split('"').next().unwrap_or(value)))
            };
            let name = tag.split([' ', '/']).next().unwrap_or("").to_owned();
            let address = attribute("href").or_else(|| attribute("src")).unwrap_or_default();
            pieces.push(Piece::Open(Element { name, address, alt: attribute("alt").unwrap_or_default() }));
        }
    }
    pieces
}

/// Where a tag ends: the first `>` outside quotes.
fn tag_end(tag: &str) -> usize {
    let mut quoted = false;
    for (at, c) in tag.char_indices() {
        match c {
            '"' => quoted = !quoted,
            '>' if !quoted => return at,
            _ => {}
        }
    }
    tag.len()
}

fn unescape(text: &str) -> String {
    let text = text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"");
    text.replace("&nbsp;", "\u{a0}").replace("&amp;", "&")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(fragment: &str) -> String {
        let piece = |piece: Piece| match piece {
            Piece::Open(e) if e.address.is_empty() => format!("<{}>", e.name),
            Piece::Open(e) => format!("<{} {}|{}>", e.name, e.address, e.alt),
            Piece::Close(name) => format!("</{name}>"),
            Piece::Text(text) => text,
        };
        pieces(fragment).into_iter().map(piece).collect()
    }

    #[test]
    fn harmless_elements_are_kept_and_balanced() {
        assert_eq!(told("<p>Uno <b>dos<i>tres</b></p>"), "<p>Uno <b>dos<i>tres</i></b></p>");
        assert_eq!(told("<a href=\"caja.html?a=1&amp;b=2\">x</a>"), "<a caja.html?a=1&b=2|>x</a>");
        assert_eq!(told("<img src=assets/a.png alt='a > b'>"), "<img assets/a.png|a > b>");
        assert_eq!(told("1 &lt; 2 &amp;amp; 3"), "1 < 2 &amp; 3");
    }

    #[test]
    fn what_runs_or_deceives_is_dropped() {
        for (fragment, kept) in [
            ("<script>alert(1)</script>a", "a"),
            ("<style>p{}</style>a", "a"),
            ("<b onclick=alert(1)>a</b>", "<b>a</b>"),
            ("<a href=javascript:alert(1)>a</a>", "<a>a</a>"),
            ("<a href=\" jav&#x09;ascript:alert(1)\">a</a>", "<a>a</a>"),
            ("<img src=data:text/html,x onerror=alert(1)>", "<img>"),
            ("<iframe src=https://example.org></iframe>a", "a"),
            ("<svg><script>alert(1)</script></svg>a", "a"),
            ("<form action=x><input value=y>a</form>", "a"),
            ("<!-- nota -->a", "a"),
            ("<math><mi>x</mi></math>a", "a"),
        ] {
            assert_eq!(told(fragment), kept, "{fragment}");
        }
    }

    #[test]
    fn single_tags_are_told_apart() {
        assert_eq!(tag("</B>"), Some(Piece::Close("b".into())));
        assert!(matches!(tag("<b class=x>"), Some(Piece::Open(e)) if e.name == "b"));
        assert!(matches!(tag("<br>"), Some(Piece::Open(e)) if e.is_void()));
        assert_eq!(tag("<div>"), None);
        assert_eq!(tag("<script>"), None);
        assert_eq!(hides("<script src=x>"), Some("script"));
        assert_eq!(hides("<scripts>"), None);
    }
}

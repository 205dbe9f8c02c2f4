//! Prose as it is read: its shapes, its places, and what is cut off.

use super::*;
use crate::span::Sources;

fn value(raw: &str, value: &str) -> (Sources, Text) {
    let mut sources = Sources::default();
    let file = sources.add("x.yaml", raw, false);
    let text = text(value, raw, Span::new(file, 0..raw.len()), RawHtml::Text);
    (sources, text)
}

fn wiki(text: &Text) -> &Wiki {
    text.content.iter().find_map(|i| if let Inline::Wiki(w) = i { Some(w) } else { None }).expect("a link")
}

#[test]
fn values_in_text_keep_their_place() {
    let (sources, t) = value("\"Atención en [[telefono.within]] — sí\"", "Atención en [[telefono.within]] — sí");
    assert_eq!(sources.text(wiki(&t).span), "[[telefono.within]]");
    assert_eq!(wiki(&t).target, "telefono.within");
    // An escape in a quoted value breaks the letter-by-letter match; the bracket is still found.
    let (sources, t) = value(r#""dos\nlíneas [[a.b|c]]""#, "dos\nlíneas [[a.b|c]]");
    assert_eq!(sources.text(wiki(&t).span), "[[a.b|c]]");
    assert_eq!(wiki(&t).label.as_deref(), Some("c"));
}

#[test]
fn what_is_nested_without_end_is_cut_off_at_a_depth_and_its_words_stay() {
    let depth = |text: &str| {
        fn of(blocks: &[Block]) -> usize {
            let inner = blocks.iter().map(|block| match block {
                Block::Quote { blocks, .. } => 1 + of(blocks),
                Block::List { items, .. } => 1 + items.iter().map(|item| of(item)).max().unwrap_or(0),
                _ => 1,
            });
            inner.max().unwrap_or(0)
        }
        let file = Sources::default().add("x.md", text, false);
        let prose = prose(file, text, 0..text.len(), RawHtml::Text);
        (of(&prose.blocks), prose.deep.is_some(), format!("{:?}", prose.blocks).contains("palabra"))
    };
    assert_eq!(depth("> > palabra"), (3, false, true));
    for text in [format!("{}palabra", "> ".repeat(5_000)), format!("{}palabra", "- ".repeat(5_000))] {
        let (levels, is_told, has_word) = depth(&text);
        assert!(levels <= MAX_DEPTH + 1 && is_told && has_word, "{levels} {is_told} {has_word}");
    }
    for open in ["[", "[[a ", "![x", "[a][b "] {
        let text = open.repeat(5_000);
        assert_eq!(depth(&text), (0, true, false), "{open}");
        assert_eq!(value(&text, &text).1.content.len(), 1);
        assert!(!depth(&format!("{open}\n\n").repeat(5_000)).1, "{open}, a paragraph each");
    }
    assert!(!depth(&"| [a](b.md) [[c]] ".repeat(5_000)).1);
    let marks = format!("{}palabra{}", "*a **b ".repeat(2_000), "** *".repeat(2_000));
    let (_, read) = value(&marks, &marks);
    assert!(format!("{:?}", read.content).contains("palabra"));
}

#[test]
fn a_text_is_never_a_block() {
    for (source, plain) in [
        ("1. uno", "1. uno"),
        ("- dos", "- dos"),
        ("# tres", "# tres"),
        ("> cuatro", "> cuatro"),
        ("    cinco", "    cinco"),
        ("_seis_", "seis"),
        ("<b>x</b>", "<b>x</b>"),
        (".", "."),
    ] {
        assert_eq!(value(source, source).1.plain(), plain, "{source}");
    }
    assert!(matches!(value("**a** b", "**a** b").1.content[0], Inline::Strong(_)));
}

#[test]
fn prose_has_all_the_promised_blocks() {
    let source = "Uno[^n] ~~dos~~\n\n> [!WARNING]\n> Cuidado\n\n- [x] hecho\n- suelto\n\n  otro\n\nTérmino\n: Definición\n\n| a | b |\n|---|--:|\n| 1 | [[x]] |\n\n```sh\nls\n```\n\n---\n\n<script>x</script>\n\n![alt](a.png)\n\n[^n]: Nota\n";
    let mut sources = Sources::default();
    let file = sources.add("x.md", source, false);
    let prose = prose(file, source, 0..source.len(), RawHtml::Text);
    let kinds: Vec<&str> = prose
        .blocks
        .iter()
        .map(|b| match b {
            Block::Paragraph(_) => "paragraph",
            Block::Heading { .. } => "heading",
            Block::List { .. } => "list",
            Block::Definitions(_) => "definitions",
            Block::Table { .. } => "table",
            Block::Quote { callout: Some(Callout::Warning), .. } => "warning",
            Block::Quote { .. } => "quote",
            Block::Code { .. } => "code",
            Block::Rule => "rule",
        })
        .collect();
    assert_eq!(
        kinds,
        ["paragraph", "warning", "list", "definitions", "table", "code", "rule", "paragraph", "paragraph"]
    );
    assert_eq!(prose.notes.len(), 1);
}

#[test]
fn texts_without_markup_are_read_as_markdown_would() {
    let pieces = [
        "", " ", "  ", "\n", "\r\n", "\u{a0}", "a", "ñandú", "1.", "1)", "-", "+", "#", "=", "---", "===", ":", ": b", "!", "(b)", "{b}", "@",
        "\"b\"", "'b'", "%", "/", "https://a.pe/b", "a@b.pe", ";", "…", "«b»", "\u{2028}",
    ];
    let span = Span::new(Sources::default().add("a.yaml", "", false), 0..0);
    for first in pieces {
        for second in pieces {
            for third in pieces {
                let value = [first, second, third].concat();
                assert!(is_plain(&value), "{value:?}");
                for html in [RawHtml::Text, RawHtml::Sanitized] {
                    assert_eq!(text(&value, &value, span, html), marked(&value, &value, span, html), "{value:?}");
                }
            }
        }
    }
    for sign in ["\\", "`", "*", "_", "~", "[", "]", "<", ">", "&", "|", "\0", "\t"] {
        assert!(!is_plain(&format!("a{sign}b")), "{sign}");
    }
}

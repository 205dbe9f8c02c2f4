//! The chapters of codes, one a family: what each says, why it matters, how to mend it, and examples.

use super::prose::{heading, inlines, paragraph, yaml};
use crate::diag::{Entry, Severity};
use crate::ir::{Block, Fact, GroupRole, Section, SectionKind, plain};
use crate::lang::reference as words;
use crate::lang::{Lang, Text};

pub fn chapters(entries: &[&Entry], lang: Lang) -> Vec<Section> {
    let mut out = Vec::new();
    for (family, title) in words::FAMILIES {
        let own: Vec<&&Entry> = entries.iter().filter(|entry| entry.code.starts_with(family)).collect();
        if own.is_empty() {
            continue;
        }
        let title = format!("{} {family}: {}", words::CODES.in_lang(lang), title.in_lang(lang).to_lowercase());
        let mut chapter = Section::new(SectionKind::Chapter, &format!("codes-{}", family.to_lowercase()), &title);
        chapter.lead = inlines(words::CODES_LEAD.in_lang(lang));
        chapter.blocks = own.into_iter().map(|entry| code(entry, lang)).collect();
        out.push(chapter);
    }
    out
}

fn code(entry: &Entry, lang: Lang) -> Block {
    let command = &lang.words().command;
    let level = match entry.severity {
        Severity::Error => command.findings.error,
        Severity::Warning => command.findings.warning,
        Severity::Note => command.findings.note,
    };
    let text = |text: &Text| without_slots(text.in_lang(lang));
    let fact = |key: &str, label: &str, content| Fact::new(key, label, content);
    let headings = &command.explanation;
    let mut blocks = vec![
        paragraph(entry.why.in_lang(lang)),
        Block::Facts {
            items: vec![
                fact("fix", headings.fix, inlines(&text(&entry.fix))),
                fact("level", words::LEVEL.in_lang(lang), plain(format!("{level} · {}", entry.name))),
            ],
        },
    ];
    for (title, example) in [(headings.bad, entry.bad), (headings.good, entry.good)] {
        if !example.trim().is_empty() {
            blocks.push(heading(4, None, plain(title)));
            blocks.push(yaml(example));
        }
    }
    Block::Group {
        role: GroupRole::Entry,
        id: Some(format!("code-{}", entry.code.to_lowercase())),
        code: Some(entry.code.to_owned()),
        title: inlines(&text(&entry.message)),
        blocks,
    }
}

/// A text with `…` where a finding names the offender.
fn without_slots(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(open) = rest.find('{') {
        let slot = rest[open + 1..].split_once('}').map(|(name, _)| name);
        let is_slot = |name: &str| !name.is_empty() && name.chars().all(|c| c.is_ascii_lowercase() || c == '_');
        match slot.filter(|name| is_slot(name)) {
            Some(name) => {
                out.push_str(&rest[..open]);
                out.push('…');
                rest = &rest[open + name.len() + 2..];
            }
            None => {
                out.push_str(&rest[..=open]);
                rest = &rest[open + 1..];
            }
        }
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::without_slots;

    #[test]
    fn only_slots_are_left_out() {
        assert_eq!(without_slots("la clave `{key}` está dos veces"), "la clave `…` está dos veces");
        assert_eq!(without_slots("escriba `{ none: motivo }` en {point}"), "escriba `{ none: motivo }` en …");
        assert_eq!(without_slots("{ abierto"), "{ abierto");
    }
}

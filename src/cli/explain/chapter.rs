//! Every code as one text in Markdown, by family: a chapter for the documentation, or for a manual of one's own.

use super::{consequence, filled, shown};
use crate::diag::Entry;
use crate::lang::Lang;

/// The families of codes in the order of their names in `lang`.
const FAMILIES: [&str; 10] = ["E0", "A1", "B2", "C3", "D4", "P5", "F6", "I7", "L8", "W9"];

/// The chapter, with front matter for its title.
pub fn write(entries: &[&Entry], lang: Lang) -> String {
    let words = &lang.words().command;
    let headings = &words.explanation;
    let mut out = format!("---\ntitle: {}\n---\n\n{}\n", headings.chapter, headings.chapter_lead);
    for (family, name) in FAMILIES.iter().zip(words.findings.families) {
        let own: Vec<&&Entry> = entries.iter().filter(|e| e.code.starts_with(family)).collect();
        if !own.is_empty() {
            out.push_str(&format!("\n## {family} · {}\n", capital(name)));
            own.into_iter().for_each(|entry| out.push_str(&section(entry, lang)));
        }
    }
    out
}

fn section(entry: &Entry, lang: Lang) -> String {
    let words = &lang.words().command;
    let headings = &words.explanation;
    let level = super::level_word(&words.findings, entry.severity);
    let shown = shown(entry);
    let message = filled(&entry.message, shown.as_ref(), lang);
    let mut out = format!("\n### {} · {}\n\n**{}**: {message}.\n", entry.code, entry.name, capital(level));
    out.push_str(&format!("\n{}\n", entry.why.in_lang(lang)));
    out.push_str(&format!("\n{}: {}.\n", headings.fix, filled(&entry.fix, shown.as_ref(), lang)));
    for (heading, example) in [(headings.bad, entry.bad), (headings.good, entry.good)] {
        if !example.trim().is_empty() {
            out.push_str(&format!("\n{heading}:\n\n```yaml\n{}\n```\n", example.trim_matches('\n')));
        }
    }
    out.push_str(&format!("\n{}\n", consequence(entry, lang)));
    out
}

pub(super) fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load::Memory;
    use crate::{Options, compile, entries};

    #[test]
    fn the_chapter_is_a_chapter_of_a_manual_and_names_every_code() {
        for lang in Lang::ALL {
            let text = write(&entries(), lang);
            for entry in entries() {
                assert!(text.contains(&format!("\n### {} · {}\n", entry.code, entry.name)), "{lang}: {}", entry.code);
            }
            let manifest = "organization: { name: E }\ndocument: { title: M }\nlanguages: { default: es }\n";
            let mut memory = Memory::parse(&format!("=== manual.yaml\n{manifest}"), "");
            memory.insert("chapters/codes.md", text);
            let today = jiff::civil::date(2026, 11, 21);
            let options = Options { today, langs: Vec::new(), messages: None, profiles: Vec::new(), history: None };
            let compiled = compile(&memory, &options).expect("files in memory are read");
            let own: Vec<String> = compiled
                .findings
                .iter()
                .filter(|f| compiled.sources.get(f.span.file).path.starts_with("chapters"))
                .map(|f| format!("{} {}", f.code(), f.message(Lang::En)))
                .collect();
            assert!(own.is_empty(), "{lang}: {own:?}");
        }
    }
}

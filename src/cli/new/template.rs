//! The texts of a new manual, in each language.

use crate::cli::schema;
use crate::lang::{Lang, fill};
use jiff::ToSpan;
use jiff::civil::Date;

macro_rules! template {
    ($lang:literal, $service:literal, $chapter:literal) => {
        [
            ("manual.yaml", include_str!(concat!($lang, "/manual.yaml"))),
            ("roles.yaml", include_str!(concat!($lang, "/roles.yaml"))),
            ("channels.yaml", include_str!(concat!($lang, "/channels.yaml"))),
            ("standards.yaml", include_str!(concat!($lang, "/standards.yaml"))),
            ("trainings.yaml", include_str!(concat!($lang, "/trainings.yaml"))),
            ("paths.yaml", include_str!(concat!($lang, "/paths.yaml"))),
            ("quizzes.yaml", include_str!(concat!($lang, "/quizzes.yaml"))),
            ("complaints.yaml", include_str!(concat!($lang, "/complaints.yaml"))),
            (concat!("services/", $service, ".md"), include_str!(concat!($lang, "/service.md"))),
            (concat!("chapters/", $chapter, ".md"), include_str!(concat!($lang, "/chapter.md"))),
        ]
    };
}

/// The files of a manual begun on a day, by path.
pub fn files(lang: Lang, today: Date) -> Vec<(&'static str, String)> {
    let texts = match lang {
        Lang::Es => template!("es", "atencion-de-consultas", "bienvenida"),
        Lang::En => template!("en", "answering-questions", "welcome"),
        Lang::Pt => template!("pt", "atendimento-de-duvidas", "boas-vindas"),
    };
    let in_a_year = today.saturating_add(1.year()).saturating_sub(1.day());
    let in_a_quarter = today.saturating_add(3.months());
    let slots = [
        ("today", today.to_string()),
        ("edition", format!("{}.1", today.year())),
        ("in_a_year", in_a_year.to_string()),
        ("in_a_quarter", in_a_quarter.to_string()),
    ];
    texts.into_iter().map(|(path, text)| (path, fill(text, &slots))).collect()
}

/// A file with the line by which an editor finds its schema. In front matter no editor looks for one.
pub fn headed(path: &str, text: &str) -> String {
    match path.strip_suffix(".yaml") {
        Some(stem) => format!("# yaml-language-server: $schema={}/{stem}.json\n{text}", schema::FOLDER),
        None => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    /// The keys of a text, by depth: what remains when the words of a language are taken away.
    fn keys(text: &str) -> Vec<(usize, &str)> {
        let known: BTreeSet<&str> = [
            "organization",
            "document",
            "offering",
            "commitments",
            "indicators",
            "steps",
            "within",
            "redress",
            "cycle",
            "day_one",
            "week_one",
            "checklist",
            "quizzes",
            "passes",
        ]
        .into();
        text.lines()
            .filter_map(|line| {
                let (key, _) = line.trim_start_matches([' ', '-']).split_once(':')?;
                known.contains(key).then(|| (line.len() - line.trim_start_matches([' ', '-']).len(), key))
            })
            .collect()
    }

    #[test]
    fn the_languages_have_the_same_parts_and_no_slot_stays() {
        let today = jiff::civil::date(2024, 2, 29);
        let texts = Lang::ALL.map(|lang| files(lang, today));
        for files in &texts {
            assert_eq!(files.len(), 10);
            for ((path, text), (_, other)) in files.iter().zip(&texts[0]) {
                assert_eq!(keys(text), keys(other), "{path}");
                for slot in ["{today}", "{edition}", "{in_a_year}", "{in_a_quarter}"] {
                    assert!(!text.contains(slot), "{path}");
                }
            }
        }
        for files in texts.each_ref() {
            let text: String = files.iter().map(|(path, text)| format!("=== {path}\n{text}\n")).collect();
            let options =
                crate::Options { today, langs: Vec::new(), messages: None, profiles: Vec::new(), history: None };
            let compiled = crate::judge(&crate::load::Memory::parse(&text, ""), &options).expect("files in memory");
            let told = |code: &str| compiled.findings.iter().filter(|finding| finding.code() == code).count();
            assert_eq!((told("I736"), told("I737")), (4, 1), "name, purpose, telephone and mail are to be replaced");
        }
        assert!(texts[0][0].1.contains("review_by: 2025-02-27"), "{}", texts[0][0].1);
    }
}

//! `cartilla explain`: what a code means, why it matters and how to mend it.

use super::args::ExplainArgs;
use super::failure::Failure;
use super::session::Session;
use super::{Outcome, manual};
use crate::diag::{Diagnostic, Entry, Severity, without_slots};
use crate::lang::{Lang, Text, fill};
use crate::load::example;
use crate::{Options, compile};

/// How many codes are offered for one that does not exist.
const OFFERED: usize = 3;

pub fn run(args: &ExplainArgs, session: &mut Session<'_>) -> Result<Outcome, Failure> {
    adopt_manual(session);
    let entries = crate::entries();
    let wanted = match &args.code {
        Some(code) => vec![find(code, &entries).ok_or_else(|| unknown(code, &entries, session))?],
        None => entries,
    };
    let lang = session.lang();
    let pages: Vec<String> = wanted.into_iter().map(|entry| explain(entry, lang)).collect();
    session.hand_over(pages.join("\n").as_bytes())?;
    Ok(Outcome::Clean)
}

/// Who was told of a code in the language of the manual here reads its explanation in the same, unless another was asked for.
fn adopt_manual(session: &mut Session<'_>) {
    if session.chosen_lang().is_some() {
        return;
    }
    let Ok(manual) = manual::open(None, session) else { return };
    let options = Options { today: session.environment.today, langs: Vec::new(), messages: None, profiles: Vec::new() };
    if let Ok(compiled) = compile(&manual.files, &options) {
        session.adopt(compiled.lang);
    }
}

/// The entry of a code or a name, in any case of letters.
fn find<'a>(code: &str, entries: &[&'a Entry]) -> Option<&'a Entry> {
    entries.iter().find(|e| e.code.eq_ignore_ascii_case(code) || e.name.eq_ignore_ascii_case(code)).copied()
}

fn unknown(code: &str, entries: &[&Entry], session: &Session<'_>) -> Failure {
    let words = session.words();
    let near = nearest(code, entries);
    let help = match near.is_empty() {
        true => words.failures.unknown_code_help.to_owned(),
        false => fill(words.usage.did_you_mean, &[("words", near.join(", "))]),
    };
    Failure::new(fill(words.failures.unknown_code, &[("code", code.to_owned())])).help(help)
}

/// Existing codes that a person may have meant, the nearest first.
fn nearest(code: &str, entries: &[&Entry]) -> Vec<&'static str> {
    let (upper, lower) = (code.to_uppercase(), code.to_lowercase());
    let mut near: Vec<(usize, &'static str)> = entries
        .iter()
        .filter_map(|entry| {
            let by_code = strsim::osa_distance(&upper, entry.code);
            let by_name = strsim::osa_distance(&lower, entry.name);
            let distance = match (by_code, by_name) {
                (d, _) if d <= 2 => d,
                (_, d) if d <= entry.name.len() / 4 => d,
                _ => return None,
            };
            Some((distance, entry.code))
        })
        .collect();
    near.sort();
    near.into_iter().take(OFFERED).map(|(_, code)| code).collect()
}

fn explain(entry: &Entry, lang: Lang) -> String {
    page(entry, shown(entry).as_ref(), lang)
}

/// The explanation of a code. `shown` is a finding whose words stand in place of the slots.
fn page(entry: &Entry, shown: Option<&Diagnostic>, lang: Lang) -> String {
    let words = &lang.words().command;
    let level = match entry.severity {
        Severity::Error => words.findings.error,
        Severity::Warning => words.findings.warning,
        Severity::Note => words.findings.note,
    };
    let headings = &words.explanation;
    let filled = |text: &Text| match shown {
        Some(finding) => finding.fill(text, lang),
        None => without_slots(text.in_lang(lang)),
    };
    let mut page = format!("{} · {} · {level}\n{}\n", entry.code, entry.name, filled(&entry.message));
    for (heading, text) in [(headings.why, entry.why), (headings.fix, entry.fix)] {
        page.push_str(&format!("\n{heading}\n{}", indented(&filled(&text))));
    }
    for (heading, example) in [(headings.bad, entry.bad), (headings.good, entry.good)] {
        if !example.trim().is_empty() {
            page.push_str(&format!("\n{heading}\n{}", indented(example.trim_matches('\n'))));
        }
    }
    page
}

/// The finding that the bad example gets: its words stand in the message, so that it reads as a sentence.
fn shown(entry: &Entry) -> Option<Diagnostic> {
    // The day for which the examples are written.
    let today = jiff::civil::date(2026, 11, 21);
    let options = Options { today, langs: Vec::new(), messages: None, profiles: Vec::new() };
    let compiled = compile(&example::parse(entry.bad).0, &options).ok()?;
    compiled.findings.into_iter().find(|finding| finding.code() == entry.code && finding.entry.message == entry.message)
}

fn indented(text: &str) -> String {
    text.lines().map(|line| if line.is_empty() { "\n".to_owned() } else { format!("    {line}\n") }).collect()
}

#[cfg(test)]
mod tests {
    use super::super::formats::fixture::{MISSING, WORDING};
    use super::*;

    #[test]
    fn a_code_is_found_by_itself_or_by_its_name() {
        let entries = [&MISSING, &WORDING];
        for code in ["C301", "c301", "Promise-Without-Indicator"] {
            assert_eq!(find(code, &entries).map(|e| e.code), Some("C301"), "{code}");
        }
        assert!(find("C30", &entries).is_none());
    }

    #[test]
    fn near_codes_are_offered() {
        let entries = [&MISSING, &WORDING];
        assert_eq!(nearest("C31", &entries), ["C301"]);
        assert_eq!(nearest("w902", &entries), ["W901"]);
        assert_eq!(nearest("forbiden-name", &entries), ["W901"]);
        assert!(nearest("quality", &entries).is_empty());
    }

    #[test]
    fn an_explanation_reads_as_sentences() {
        let entries = crate::entries();
        let unknown = find("E011", &entries).expect("it exists");
        assert!(explain(unknown, Lang::Es).contains("\nno existe `jefatrua` entre los puestos\n"));
        assert!(explain(unknown, Lang::En).contains("\nthere is no `jefatrua` among the roles\n"));
        assert!(explain(unknown, Lang::Pt).contains("\nnão existe `jefatrua` entre os cargos\n"));
        // What has no example is left open.
        let budget = find("E004", &entries).expect("it exists");
        assert!(explain(budget, Lang::Es).contains("se multiplican en más de … valores"));
        for (entry, lang) in entries.iter().flat_map(|entry| Lang::ALL.map(|lang| (entry, lang))) {
            let page = page(entry, None, lang);
            // The examples may hold braces of their own.
            let texts = page.split(lang.words().command.explanation.bad).next().unwrap_or_default();
            let slot = texts.split('{').skip(1).filter_map(|part| part.split_once('}')).map(|(name, _)| name);
            let slots: Vec<&str> = slot.filter(|n| n.bytes().all(|b| b.is_ascii_lowercase() || b == b'_')).collect();
            assert!(slots.is_empty(), "{} in {lang}: {slots:?}", entry.code);
        }
    }

    #[test]
    fn an_explanation_has_all_its_parts() {
        assert_eq!(
            explain(&MISSING, Lang::Es),
            "C301 · promise-without-indicator · error\n\
             el compromiso «…» no tiene indicador\n\n\
             Por qué importa\n    Lo que no se mide no se cumple.\n\n\
             Cómo se corrige\n    escriba «indicator:»\n\n\
             Ejemplo con el hallazgo\n    commitments:\n      a:\n    #^\n        promise: x\n\n\
             Ejemplo correcto\n    commitments: {}\n"
        );
        assert!(!explain(&WORDING, Lang::En).contains("Correct example"));
    }
}

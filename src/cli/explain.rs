//! `cartilla explain`: what a code means, why it matters and how to mend it.

mod chapter;

use super::args::{ExplainArgs, ExplainFormat};
use super::failure::Failure;
use super::print::{level_word, matches, wrap};
use super::session::Session;
use super::{Outcome, manual};
use crate::diag::{Diagnostic, Entry, Severity, without_slots};
use crate::lang::{Lang, Text, fill};
use crate::load::example;
use crate::{Options, judge};

/// How many codes are offered for one that does not exist.
const OFFERED: usize = 5;

pub fn run(args: &ExplainArgs, session: &mut Session<'_>) -> Result<Outcome, Failure> {
    adopt_manual(session);
    let entries = crate::entries();
    let wanted = match &args.code {
        Some(code) => find(code, &entries).ok_or_else(|| unknown(code, &entries, session))?,
        None => entries,
    };
    let lang = session.lang();
    let text = match args.format {
        ExplainFormat::Md => chapter::write(&wanted, lang),
        ExplainFormat::Human => {
            let pages: Vec<String> = wanted.iter().map(|e| explain(e, lang, session.environment.width)).collect();
            pages.join("\n")
        }
    };
    session.hand_over(text.as_bytes())?;
    Ok(Outcome::Clean)
}

/// Who was told of a code in the language of the manual here reads its explanation in the same, unless another was asked for.
fn adopt_manual(session: &mut Session<'_>) {
    if session.chosen_lang().is_some() {
        return;
    }
    let Ok(manual) = manual::open(None, session) else { return };
    let options = Options {
        today: session.environment.today,
        langs: Vec::new(),
        messages: None,
        profiles: Vec::new(),
        history: None,
    };
    if let Ok(compiled) = judge(&manual.files, &options) {
        session.adopt(compiled.lang);
    }
}

/// The entry of a code or a name, in any case of letters; of the beginning of codes, such as `A1`, all that begin so.
fn find<'a>(code: &str, entries: &[&'a Entry]) -> Option<Vec<&'a Entry>> {
    let one = entries.iter().find(|e| e.code.eq_ignore_ascii_case(code) || e.name.eq_ignore_ascii_case(code));
    if let Some(one) = one {
        return Some(vec![one]);
    }
    let wanted = [code.to_owned()];
    let family: Vec<&Entry> = entries.iter().filter(|e| code.len() > 1 && matches(&wanted, e.code)).copied().collect();
    (!family.is_empty()).then_some(family)
}

fn unknown(code: &str, entries: &[&Entry], session: &Session<'_>) -> Failure {
    let words = session.words();
    let near = nearest(code, entries, session.lang());
    let help = match near.is_empty() {
        true => words.failures.unknown_code_help.to_owned(),
        false => fill(words.usage.did_you_mean, &[("words", near.join(", "))]),
    };
    Failure::new(fill(words.failures.unknown_code, &[("code", code.to_owned())])).help(help)
}

/// Existing codes that a person may have meant, the nearest first: by the code, by the name, by a word of the message, and
/// else those of the same family.
fn nearest(code: &str, entries: &[&Entry], lang: Lang) -> Vec<&'static str> {
    let (upper, lower) = (code.to_uppercase(), code.to_lowercase());
    let mut near: Vec<(usize, &'static str)> = entries
        .iter()
        .filter_map(|entry| {
            let by_code = strsim::osa_distance(&upper, entry.code);
            let by_name = strsim::osa_distance(&lower, entry.name);
            let by_word = lower.chars().count() > 4 && entry.message.in_lang(lang).to_lowercase().contains(&lower);
            let distance = match (by_code, by_name) {
                (d, _) if d <= 1 => d,
                (_, d) if d <= entry.name.len() / 4 => d,
                _ if by_word => 2,
                (d, _) if d <= 2 => d + 1,
                _ => return None,
            };
            Some((distance, entry.code))
        })
        .collect();
    if near.is_empty()
        && let Some(family) = upper.get(..1).filter(|_| upper.len() == 4)
    {
        near.extend(entries.iter().filter(|e| e.code.starts_with(family)).map(|e| (0, e.code)));
    }
    near.sort();
    near.into_iter().take(OFFERED).map(|(_, code)| code).collect()
}

fn explain(entry: &Entry, lang: Lang, width: usize) -> String {
    page(entry, shown(entry).as_ref(), lang, width)
}

/// The words of a code as those of its example, where there is one; else with its slots left open.
fn filled(text: &Text, shown: Option<&Diagnostic>, lang: Lang) -> String {
    shown.map_or_else(|| without_slots(text.in_lang(lang)), |finding| finding.fill(text, lang))
}

/// The finding that the bad example gets: its words stand in the message, so that it reads as a sentence.
fn shown(entry: &Entry) -> Option<Diagnostic> {
    // The day for which the examples are written.
    let today = jiff::civil::date(2026, 11, 21);
    let options = Options { today, langs: Vec::new(), messages: None, profiles: Vec::new(), history: None };
    let compiled = judge(&example::parse(entry.bad).0, &options).ok()?;
    compiled.findings.into_iter().find(|finding| finding.code() == entry.code && finding.entry.message == entry.message)
}

/// The explanation of a code. `shown` is a finding whose words stand in place of the slots.
fn page(entry: &Entry, shown: Option<&Diagnostic>, lang: Lang, width: usize) -> String {
    let words = &lang.words().command;
    let headings = &words.explanation;
    let level = level_word(&words.findings, entry.severity);
    let mut page = format!("{} · {} · {level}\n", entry.code, entry.name);
    let broken = |text: &str, indent: usize| -> String {
        let lines = wrap(text, width.saturating_sub(indent)).into_iter();
        lines.map(|line| format!("{}{line}\n", " ".repeat(indent))).collect()
    };
    page.push_str(&broken(&filled(&entry.message, shown, lang), 0));
    let fix = format!("{}.", chapter::capital(&filled(&entry.fix, shown, lang)));
    for (heading, text) in [(headings.why, filled(&entry.why, shown, lang)), (headings.fix, fix)] {
        page.push_str(&format!("\n{heading}\n{}", broken(&text, 4)));
    }
    for (heading, example) in [(headings.bad, entry.bad), (headings.good, entry.good)] {
        if !example.trim().is_empty() {
            page.push_str(&format!("\n{heading}\n{}", indented(example.trim_matches('\n'))));
        }
    }
    page.push_str(&format!("\n{}\n{}", headings.level, broken(&consequence(entry, lang), 4)));
    page
}

/// What a finding of this level does to a publication, and how the level is changed.
fn consequence(entry: &Entry, lang: Lang) -> String {
    let headings = &lang.words().command.explanation;
    let does = match entry.severity {
        Severity::Error => headings.error,
        Severity::Warning => headings.warning,
        Severity::Note => headings.note,
    };
    let change = match entry.code.starts_with('E') {
        true => headings.fixed_level.to_owned(),
        false => fill(headings.change_level, &[("code", entry.code.to_owned())]),
    };
    format!("{does} {change}")
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
            let found = find(code, &entries).map(|found| found.iter().map(|e| e.code).collect::<Vec<_>>());
            assert_eq!(found, Some(vec!["C301"]), "{code}");
        }
        assert_eq!(find("c3", &entries).map(|family| family.len()), Some(1));
        assert!(find("C", &entries).is_none() && find("C31", &entries).is_none());
    }

    #[test]
    fn near_codes_are_offered() {
        let entries = [&MISSING, &WORDING];
        let near = |code: &str| nearest(code, &entries, Lang::Es);
        assert_eq!(near("C31"), ["C301"]);
        assert_eq!(near("w902"), ["W901"]);
        assert_eq!(near("forbiden-name"), ["W901"]);
        assert_eq!(near("compromiso"), ["C301"], "a word of the message");
        assert_eq!(near("C999"), ["C301"], "the family");
        assert!(near("quality").is_empty());
    }

    #[test]
    fn an_explanation_has_all_its_parts() {
        assert_eq!(
            explain(&MISSING, Lang::Es, 80),
            "C301 · promise-without-indicator · error\n\
             el compromiso «…» no tiene indicador\n\n\
             Por qué importa\n    Lo que no se mide no se cumple.\n\n\
             Cómo se corrige\n    Escriba «indicator:».\n\n\
             Ejemplo con el hallazgo (^ señala el lugar)\n    commitments:\n      a:\n    #^\n        promise: x\n\n\
             Ejemplo correcto\n    commitments: {}\n\n\
             Qué ocurre mientras tanto\n    Mientras haya un error, el manual no se publica. Para cambiar su nivel,\n    \
             escriba en manual.yaml `lints: { C301: warning }`; para aceptarlo en un solo\n    \
             lugar y por un tiempo, una excepción en `waivers`.\n"
        );
        assert!(!explain(&WORDING, Lang::En, 80).contains("Correct example"));
    }

    #[test]
    fn an_explanation_reads_as_sentences_and_fits_a_narrow_terminal() {
        let entries = crate::entries();
        let one = |code: &str, lang| explain(find(code, &entries).expect("it exists")[0], lang, 80);
        assert!(one("E011", Lang::Es).contains("\nno existe `jefatrua` entre los puestos\n"));
        assert!(one("E011", Lang::En).contains("\nthere is no `jefatrua` among the roles\n"));
        assert!(one("E011", Lang::Pt).contains("\nnão existe `jefatrua` entre os cargos\n"));
        // What has no example is left open.
        assert!(one("E004", Lang::Es).contains("se multiplican en más de … valores"));
        for (entry, lang) in entries.iter().flat_map(|entry| Lang::ALL.map(|lang| (entry, lang))) {
            let page = page(entry, None, lang, 80);
            // The examples may hold braces and long lines of their own.
            let texts = page.split(lang.words().command.explanation.bad).next().unwrap_or_default();
            let slot = texts.split('{').skip(1).filter_map(|part| part.split_once('}')).map(|(name, _)| name);
            let slots: Vec<&str> = slot.filter(|n| n.bytes().all(|b| b.is_ascii_lowercase() || b == b'_')).collect();
            assert!(slots.is_empty(), "{} in {lang}: {slots:?}", entry.code);
            let long = texts.lines().skip(1).find(|line| line.chars().count() > 80);
            assert!(long.is_none(), "{} in {lang}: {long:?}", entry.code);
        }
    }
}

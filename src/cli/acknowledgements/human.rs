//! The tally for people.

use super::tally::{Problem, ProblemKind, Reader, RoleTally, Tally};
use crate::lang::acknowledgements as words;
use crate::lang::{Lang, fill};
use std::fmt::Write;

pub fn write(tally: &Tally, lang: Lang) -> String {
    let mut out = String::new();
    let edition = tally.edition.clone().unwrap_or_else(|| "–".to_owned());
    let title = tally.code.iter().chain([&tally.title]).cloned().collect::<Vec<_>>().join(" ");
    line(&mut out, &fill(words::HEADING.in_lang(lang), &[("title", title), ("edition", edition)]));
    for role in &tally.roles {
        line(&mut out, "");
        line(&mut out, &format!("{}: {}", role.name, state(role, lang)));
        for reader in &role.current {
            line(&mut out, &format!("  ✓ {} ({})", reader.name, entry(reader, lang)));
        }
        for reader in &role.stale {
            let stale = words::STALE.in_lang(lang);
            line(&mut out, &format!("  ! {} ({}): {stale}", reader.name, entry(reader, lang)));
        }
    }
    if !tally.problems.is_empty() {
        line(&mut out, "");
        line(&mut out, words::PROBLEMS.in_lang(lang));
        for problem in &tally.problems {
            line(&mut out, &format!("  ✗ {}: {}", problem.file, fault(problem, lang)));
        }
    }
    let n = &tally.summary;
    let slots = [
        ("read", n.current.to_string()),
        ("stale", n.stale.to_string()),
        ("missing", n.missing.to_string()),
        ("problems", n.problems.to_string()),
    ];
    line(&mut out, "");
    line(&mut out, &format!("{}.", fill(words::SUMMARY.in_lang(lang), &slots)));
    line(&mut out, words::WORTH.in_lang(lang));
    out
}

fn line(out: &mut String, text: &str) {
    writeln!(out, "{text}").expect("a string takes everything");
}

/// «3 de 12 personas, faltan 9».
fn state(role: &RoleTally, lang: Lang) -> String {
    let read = role.current.len();
    let told = match role.people {
        Some(people) => {
            let slots = [("read", read.to_string()), ("people", people.to_string())];
            let text = if people == 1 { words::OF_ONE } else { words::OF_PEOPLE };
            fill(text.in_lang(lang), &slots)
        }
        None if read == 0 => return words::NOBODY.in_lang(lang).to_owned(),
        None => fill(words::READ.in_lang(lang), &[("read", read.to_string())]),
    };
    let people = role.people.map_or(read, |people| usize::try_from(people).unwrap_or(usize::MAX));
    let rest = match (role.missing, read.saturating_sub(people)) {
        (0, 0) if role.people.is_some() => words::UP_TO_DATE.in_lang(lang).to_owned(),
        (0, 0) => return told,
        (0, more) => fill(words::MORE.in_lang(lang), &[("n", more.to_string())]),
        (1, _) => words::MISSING_ONE.in_lang(lang).to_owned(),
        (n, _) => fill(words::MISSING.in_lang(lang), &[("n", n.to_string())]),
    };
    format!("{told}, {rest}")
}

fn entry(reader: &Reader, lang: Lang) -> String {
    let edition = reader.edition.clone().unwrap_or_else(|| "–".to_owned());
    fill(words::ENTRY.in_lang(lang), &[("date", reader.date.clone()), ("edition", edition)])
}

fn fault(problem: &Problem, lang: Lang) -> String {
    let detail = problem.detail.clone().unwrap_or_default();
    match problem.kind {
        ProblemKind::TooLarge => words::TOO_LARGE.in_lang(lang).to_owned(),
        ProblemKind::NotJson => words::NOT_JSON.in_lang(lang).to_owned(),
        ProblemKind::Malformed => fill(words::BAD_KEY.in_lang(lang), &[("key", detail)]),
        ProblemKind::OtherManual => fill(words::FOREIGN.in_lang(lang), &[("manual", detail)]),
        ProblemKind::Future => fill(words::FUTURE.in_lang(lang), &[("date", detail)]),
        ProblemKind::UnknownRole => fill(words::NO_ROLE.in_lang(lang), &[("role", detail)]),
        ProblemKind::Duplicate => fill(words::DUPLICATE.in_lang(lang), &[("file", detail)]),
    }
}

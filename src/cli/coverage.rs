//! `cartilla coverage`: what is written and what is missing.

use super::args::{CoverageArgs, CoverageFormat};
use super::failure::{self, Failure};
use super::formats::{Report, json};
use super::session::Session;
use super::{Outcome, manual, print};
use crate::compose::coverage::{Coverage, ServiceRow, State};
use crate::lang::command::CoverageWords;
use crate::lang::{Lang, fill};
use crate::{Options, compile};

pub fn run(args: &CoverageArgs, session: &mut Session<'_>) -> Result<Outcome, Failure> {
    let manual = manual::open(args.manual.as_deref(), session)?;
    let options = Options {
        today: args.today.unwrap_or(session.environment.today),
        langs: Vec::new(),
        messages: session.chosen_lang(),
        profiles: args.profile.clone(),
    };
    let compiled = compile(&manual.files, &options).map_err(|e| failure::load(session.words(), &e))?;
    session.adopt(compiled.lang);
    let report = Report {
        sources: &compiled.sources,
        findings: &compiled.findings,
        lang: session.lang(),
        place: &manual.place,
        denied: false,
    };
    let outcome = if report.passes() { Outcome::Clean } else { Outcome::Findings };
    match (&compiled.coverage, args.format) {
        (Some(coverage), CoverageFormat::Json) => session.hand_over(&json::pretty(coverage))?,
        (Some(coverage), CoverageFormat::Human) => {
            session.hand_over(human(coverage, report.lang).as_bytes())?;
            session.say(&print::summary(&report));
        }
        (None, _) => {
            session.say(&print::findings(&report, &manual::manner(args.manual.as_deref(), session)));
            let failure = Failure::new(session.words().failures.nothing_to_cover);
            // The findings say already what is wrong, if there are any.
            return if report.passes() { Err(failure) } else { Ok(outcome) };
        }
    }
    Ok(outcome)
}

/// The report as text for a terminal.
fn human(coverage: &Coverage, lang: Lang) -> String {
    let words = &lang.words().command.coverage;
    let manual = &lang.words().manual;
    let mut out = String::new();
    let width = coverage.services.iter().map(|s| title(s).chars().count()).max().unwrap_or(0).min(40);
    let row = |out: &mut String, name: &str, cells: &[String]| {
        let name: String = name.chars().take(width).collect();
        let pad = width - name.chars().count();
        out.push_str(&format!("  {name}{}", " ".repeat(pad)));
        cells.iter().for_each(|c| out.push_str(&format!(" {c:>2}")));
        out.push('\n');
    };
    if !coverage.services.is_empty() {
        out.push_str(&format!("{}\n", words.points));
        row(&mut out, "", &(1..=10).map(|n| n.to_string()).collect::<Vec<_>>());
        for service in &coverage.services {
            row(&mut out, &title(service), &service.points.map(|p| mark(p).to_owned()));
        }
        out.push_str(&format!("  {}\n  {}\n\n", legend(words), numbered(&manual.points)));
        out.push_str(&format!("{}\n", words.quality));
        row(&mut out, "", &(1..=8).map(|n| n.to_string()).collect::<Vec<_>>());
        for service in &coverage.services {
            let cells = service.quality.map(|n| if n == 0 { "✕".to_owned() } else { n.to_string() });
            row(&mut out, &title(service), &cells);
        }
        out.push_str(&format!("  {}\n\n", numbered(&manual.dimensions)));
    }
    out.push_str(&format!("{}\n  ", words.complaints));
    let parts: Vec<String> = coverage.complaints.iter().map(|p| format!("{} {}", p.row, mark(p.state))).collect();
    out.push_str(&format!("{}\n\n", parts.join("   ")));
    out.push_str(&format!("{}\n", manual.preparation));
    let steps = [
        manual.preparation_strengths,
        manual.preparation_customers,
        manual.preparation_internal,
        manual.preparation_processes,
        manual.preparation_resources,
    ];
    for (step, title) in coverage.preparation.iter().zip(steps) {
        out.push_str(&format!("  {} {title}\n", mark(step.state)));
    }
    out.push('\n');
    if !coverage.to_do.is_empty() {
        out.push_str(&format!("{}\n", fill(words.to_do, &[("n", coverage.to_do.len().to_string())])));
        for item in &coverage.to_do {
            out.push_str(&format!("  {}:{}  {}  {}\n", item.file, item.line, item.code, item.message));
        }
        out.push('\n');
    }
    if !coverage.waivers.is_empty() {
        out.push_str(&format!("{}\n", words.waivers));
        for waiver in &coverage.waivers {
            let state = if waiver.holds { words.waiver_holds } else { words.waiver_over };
            out.push_str(&format!(
                "  {}  {}  {} {}  {}: {}\n",
                waiver.code, waiver.at, state, waiver.until, waiver.owner, waiver.reason
            ));
        }
        out.push('\n');
    }
    let totals = &coverage.totals;
    let done = totals.complete + totals.not_applicable;
    let slots = [
        ("done", done.to_string()),
        ("points", totals.points.to_string()),
        ("measured", totals.measured.to_string()),
        ("characteristics", totals.characteristics.to_string()),
    ];
    out.push_str(&format!("{}\n", fill(words.totals, &slots)));
    out
}

fn title(service: &ServiceRow) -> String {
    match &service.code {
        Some(code) => format!("{code} {}", service.name),
        None => service.name.clone(),
    }
}

fn mark(state: State) -> &'static str {
    match state {
        State::Complete => "●",
        State::Partial => "◐",
        State::Missing => "✕",
        State::NotApplicable => "–",
    }
}

fn legend(words: &CoverageWords) -> String {
    format!("● {}   ◐ {}   ✕ {}   – {}", words.complete, words.partial, words.missing, words.not_applicable)
}

fn numbered(names: &[&str]) -> String {
    let list: Vec<String> = names.iter().enumerate().map(|(i, n)| format!("{} {n}", i + 1)).collect();
    list.join(" · ")
}

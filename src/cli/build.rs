//! `cartilla build`: checks, renders and publishes.

use super::args::{BuildArgs, BuildFormat};
use super::failure::{self, Failure};
use super::formats::{Report, sarif};
use super::session::Session;
use super::{Outcome, editions, history, manual, print, proof};
use crate::ir::Manual;
use crate::lang::{Lang, fill, proof as words_of_proof};
use crate::load::Files;
use crate::publish::{self, Edited, Edition, Published, Surroundings, Target};
use crate::render::edition::{self, Formats};
use crate::render::{Artifact, RenderError};
use crate::theme::Theme;
use crate::{Compiled, Options, compile};
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::path::Path;
use std::time::Duration;

pub fn run(args: &BuildArgs, session: &mut Session<'_>) -> Result<Outcome, Failure> {
    if !args.editions.is_empty() {
        return editions::run(args, session);
    }
    refuse_pdf(args.format, session)?;
    let manual = manual::open(args.manual.as_deref(), session)?;
    let target = target(&args.out, manual.files.root(), session)?;
    let archive = publish::archive(&target).map_err(|error| failure::publish(session.words(), &error))?;
    editions::refuse_alone(&archive, &manual.files, args, session)?;

    let progress = Progress::new(session.environment.terminal);
    progress.show(session.words().progress.checking);
    let told = history::of(&manual.files, &args.lang);
    let options = Options {
        today: args.today.unwrap_or_else(|| session.environment.today_of(&manual.files)),
        langs: args.lang.clone(),
        messages: session.chosen_lang(),
        profiles: Vec::new(),
        history: told.seen,
    };
    let compiled = compile(&manual.files, &options).map_err(|e| failure::load(session.words(), &e))?;
    session.adopt(compiled.lang);
    if !told.notes.is_empty() {
        progress.hide();
        told.notes.iter().for_each(|note| session.say(&note.told(session.lang())));
    }
    if !findings_of(&compiled, args.manual.as_deref(), &manual.place, &progress, session) {
        session.say(session.words().progress.nothing_published);
        return Ok(Outcome::Findings);
    }

    let edition = proof::edition(&compiled.manuals, &manual.files, session);
    // The files were read once more, to compare them with their commit.
    manual.files.unchanged().map_err(|e| failure::load(session.words(), &e))?;
    let wanted = Wanted { out: &args.out, format: args.format, force: args.force, edition };
    publish((&compiled.manuals, &compiled.theme), &wanted, &target, &progress, session)?;
    Ok(Outcome::Clean)
}

/// Tells the findings of a manual; whether it may be published with them.
pub(super) fn findings_of(
    compiled: &Compiled,
    named: Option<&Path>,
    place: &manual::Place,
    progress: &Progress,
    session: &mut Session<'_>,
) -> bool {
    let report =
        Report { sources: &compiled.sources, findings: &compiled.findings, lang: session.lang(), place, denied: false };
    if !report.findings.is_empty() {
        progress.hide();
        session.say(&print::findings(&report, &manual::manner(named, session)));
    }
    if !report.passes() {
        progress.hide();
    }
    report.passes()
}

/// What is published, and where it was asked for.
pub(super) struct Wanted<'a> {
    pub out: &'a Path,
    pub format: BuildFormat,
    pub force: bool,
    /// What the statement says of it, if it is an edition.
    pub edition: Option<Edition>,
}

/// Renders manuals and puts them in their place.
pub(super) fn publish(
    (manuals, theme): (&[Manual], &Theme),
    wanted: &Wanted<'_>,
    target: &Target,
    progress: &Progress,
    session: &mut Session<'_>,
) -> Result<(), Failure> {
    let words = session.words();
    progress.show(words.progress.rendering);
    let artifacts =
        render_all(manuals, wanted.format, theme).map_err(|error| failure::render(session.lang(), theme, &error))?;

    progress.show(words.progress.publishing);
    let edited = wanted_edit(wanted.force);
    let mut waiting = || {
        progress.hide();
        session.say(words.progress.waiting);
    };
    let published = publish::publish(&artifacts, wanted.edition.as_ref(), target, edited, &mut waiting);
    progress.hide();
    let published = published.map_err(|error| failure::publish(words, &error))?;
    tell(&published, &artifacts, wanted.out, session);
    Ok(())
}

pub(super) fn refuse_pdf(format: BuildFormat, session: &Session<'_>) -> Result<(), Failure> {
    let failures = &session.words().failures;
    if cfg!(not(feature = "pdf")) && format != BuildFormat::Html {
        return Err(Failure::new(failures.no_pdf).help(failures.no_pdf_help));
    }
    Ok(())
}

pub(super) fn target(out: &Path, manual: &Path, session: &Session<'_>) -> Result<Target, Failure> {
    let environment = session.environment;
    let around = Surroundings { current: &environment.current, home: environment.home.as_deref(), manual };
    Target::resolve(out, around).map_err(|error| failure::publish(session.words(), &error))
}

/// Every file of the edition, in the wanted formats.
fn render_all(manuals: &[Manual], format: BuildFormat, theme: &Theme) -> Result<Vec<Artifact>, RenderError> {
    edition::render(manuals, formats(format), theme, None, &|_| None)
}

pub(super) fn formats(format: BuildFormat) -> Formats {
    match format {
        BuildFormat::Html => Formats::Html,
        BuildFormat::Pdf => Formats::Pdf,
        BuildFormat::All => Formats::All,
    }
}

/// What happens to generated files that somebody changed.
pub(super) fn wanted_edit(force: bool) -> Edited {
    if force { Edited::Replace } else { Edited::Keep }
}

/// What was published and where to look at it.
pub(super) fn tell(published: &Published, artifacts: &[Artifact], out: &Path, session: &mut Session<'_>) {
    let words = session.words();
    let progress = &words.progress;
    let slots = [
        ("folder", out.display().to_string()),
        ("files", progress.files.of(published.files)),
        ("size", size(published.bytes, session.lang())),
    ];
    session.say(&fill(progress.written, &slots));
    if !published.kept.is_empty() {
        let kept: Vec<String> = published.kept.iter().map(|p| p.display().to_string()).collect();
        session.say(&fill(progress.kept, &[("files", failure::names(words, &kept))]));
    }
    if let Some(digest) = &published.proof {
        session.say(&words_of_proof::WRITTEN.fill(session.lang(), &[("digest", digest.clone())]));
    }
    // What was kept from before is there too.
    let front = ["index.html", "manual.pdf"].map(|name| published.folder.join(name)).into_iter().find(|f| f.is_file());
    if let Some(file) = front.or_else(|| artifacts.first().map(|first| published.folder.join(&first.path))) {
        session.say(&fill(progress.open, &[("address", address(&file))]));
    }
}

/// A `file:` address.
fn address(file: &Path) -> String {
    let path = file.to_string_lossy().replace('\\', "/");
    format!("file://{}{}", if path.starts_with('/') { "" } else { "/" }, sarif::uri(&path))
}

/// A size with three digits at most, in decimal units.
fn size(bytes: u64, lang: Lang) -> String {
    let (unit, divisor) = match bytes {
        0..1_000 => return format!("{bytes} B"),
        1_000..1_000_000 => ("kB", 1e3),
        1_000_000..1_000_000_000 => ("MB", 1e6),
        _ => ("GB", 1e9),
    };
    let value = bytes as f64 / divisor;
    let digits = if value < 10.0 { 1 } else { 0 };
    let number = format!("{value:.digits$}");
    match lang {
        Lang::En => format!("{number} {unit}"),
        Lang::Es | Lang::Pt => format!("{} {unit}", number.replace('.', ",")),
    }
}

/// A turning sign with what is being done, where a person watches.
pub(super) struct Progress(ProgressBar);

impl Progress {
    pub(super) fn new(terminal: bool) -> Progress {
        let target = if terminal { ProgressDrawTarget::stderr() } else { ProgressDrawTarget::hidden() };
        let bar = ProgressBar::with_draw_target(None, target);
        bar.set_style(ProgressStyle::default_spinner());
        Progress(bar)
    }

    pub(super) fn show(&self, text: &'static str) {
        self.0.set_message(text);
        self.0.enable_steady_tick(Duration::from_millis(100));
    }

    /// Clears the line, so that a message can be written there.
    pub(super) fn hide(&self) {
        self.0.disable_steady_tick();
        self.0.finish_and_clear();
        self.0.reset();
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.0.finish_and_clear();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_short_and_in_the_language() {
        assert_eq!(size(999, Lang::Es), "999 B");
        assert_eq!(size(1_234, Lang::Es), "1,2 kB");
        assert_eq!(size(1_234, Lang::En), "1.2 kB");
        assert_eq!(size(45_678_901, Lang::Pt), "46 MB");
    }

    #[test]
    fn addresses_are_escaped() {
        assert_eq!(address(Path::new("/a b/ñ.html")), "file:///a%20b/%C3%B1.html");
    }
}

//! A round: the files of one moment, compiled and rendered as `build` does it, and put on the board.

use super::board::{Board, Edition, Site};
use super::editor::Editor;
use super::finding::{self, Finding};
use super::snapshot::Snapshot;
use super::watch::Watch;
use crate::lang::{Lang, Tongue, preview as words};
use crate::load::LoadError;
use crate::{Options, compile};
use jiff::civil::Date;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::Arc;
use std::time::{Duration, Instant};

/// What a preview is of.
pub struct Setup {
    /// The manual's folder, absolute.
    pub folder: PathBuf,
    /// The name of the file that tells a published folder, which is no part of a manual.
    pub marker: &'static str,
    /// The languages that are shown; none for all that the manual names.
    pub langs: Vec<Tongue>,
    /// The language in which the manual is spoken about; none for its own.
    pub messages: Option<Lang>,
    pub editor: Editor,
    /// The day of a compilation: a preview may run for days.
    pub today: Box<dyn Fn() -> Date + Send>,
    /// Tells in the person's words why the folder cannot be read.
    pub unreadable: Box<dyn Fn(Lang, &LoadError) -> String + Send>,
}

/// What a round came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Built {
    /// The time of day, as people read it: `14:03:07`.
    pub clock: String,
    /// Findings: errors, warnings, notes.
    pub counts: [usize; 3],
    pub time: Duration,
    /// Whether pages of this save are shown. If not, those of an earlier one are, or none.
    pub fresh: bool,
    /// Whether there are pages at all.
    pub shows: bool,
    pub trouble: Option<String>,
    pub lang: Lang,
}

/// What the one who does the rounds remembers.
pub struct Maker {
    setup: Setup,
    run: String,
    rounds: u64,
    /// What was compiled last; none while the folder cannot be read.
    last: Option<Snapshot>,
    site: Option<Arc<Site>>,
    lang: Lang,
}

impl Maker {
    pub fn new(setup: Setup) -> Maker {
        // Pages of an earlier run that are still open somewhere must not take this run's editions for theirs.
        let run = jiff::Timestamp::now().as_nanosecond().to_string();
        let lang = setup.messages.unwrap_or(Lang::En);
        Maker { setup, run, rounds: 0, last: None, site: None, lang }
    }

    /// Rounds without end. `done` hears of each that changed something; one is over before the next begins, and what is saved
    /// meanwhile is in the next.
    pub fn work(mut self, board: &Board, mut done: impl FnMut(Told)) {
        let mut watch = Watch::new(&self.setup.folder, self.setup.marker);
        let mut heard = true;
        loop {
            if heard != watch.hears() {
                heard = watch.hears();
                done(Told::Hears(heard));
            }
            watch.note();
            if let Some((edition, built)) = self.round() {
                board.show(edition);
                done(Told::Built(built));
            }
            watch.wait();
        }
    }

    /// One round; none where nothing changed since the last.
    fn round(&mut self) -> Option<(Edition, Built)> {
        let begun = Instant::now();
        let taken = Snapshot::take(&self.setup.folder, self.setup.marker);
        let first = self.rounds == 0;
        let made = match taken {
            Ok(snapshot) if !first && self.last.as_ref() == Some(&snapshot) => return None,
            Ok(snapshot) => {
                let made = self.make(&snapshot);
                self.last = Some(snapshot);
                made
            }
            Err(_) if !first && self.last.is_none() => return None,
            Err(error) => {
                self.last = None;
                Made::trouble((self.setup.unreadable)(self.lang, &error))
            }
        };
        self.rounds += 1;
        let clock = jiff::Zoned::now().strftime("%H:%M:%S").to_string();
        let fresh = made.site.is_some();
        if let Some(mut site) = made.site {
            site.clock.clone_from(&clock);
            self.site = Some(Arc::new(site));
        }
        let mut counts = [0; 3];
        made.findings.iter().for_each(|finding| counts[2 - finding.severity as usize] += 1);
        let built = Built {
            clock: clock.clone(),
            counts,
            time: begun.elapsed(),
            fresh,
            shows: self.site.is_some(),
            trouble: made.trouble.clone(),
            lang: self.lang,
        };
        let edition = Edition {
            serial: format!("{}-{}", self.run, self.rounds),
            site: self.site.clone(),
            fresh,
            findings: made.findings,
            trouble: made.trouble,
            lang: self.lang,
            clock,
        };
        Some((edition, built))
    }

    fn make(&mut self, snapshot: &Snapshot) -> Made {
        // A mistake of ours must not end the preview in silence.
        catch_unwind(AssertUnwindSafe(|| self.compile(snapshot)))
            .unwrap_or_else(|_| Made::trouble(words::PANIC.in_lang(self.lang).to_owned()))
    }

    fn compile(&mut self, snapshot: &Snapshot) -> Made {
        let options = Options {
            today: (self.setup.today)(),
            langs: self.setup.langs.clone(),
            messages: self.setup.messages,
            profiles: Vec::new(),
            // What changed since the last edition is told when it is published.
            history: None,
        };
        let mut compiled = match compile(snapshot, &options) {
            Ok(compiled) => compiled,
            Err(error) => return Made::trouble((self.setup.unreadable)(self.lang, &error)),
        };
        let known = !compiled.manuals.is_empty() || self.rounds == 0;
        if self.setup.messages.is_none() && known {
            self.lang = compiled.lang;
        }
        let lang = self.lang;
        let told = |compiled: &crate::Compiled, site: Option<&Site>| {
            let manuals = site.map_or(compiled.manuals.as_slice(), Site::manuals);
            finding::tell(compiled, manuals, &snapshot.root, &self.setup.editor, lang)
        };
        // Of a manual that could not be read to its end, parts are missing: pages that were whole stay.
        let good = self.site.as_ref().is_some_and(|site| site.whole);
        let broken = compiled.manuals.is_empty() || !compiled.whole && good;
        if broken {
            return Made { site: None, findings: told(&compiled, self.site.as_deref()), trouble: None };
        }
        let (manuals, theme) = (std::mem::take(&mut compiled.manuals), compiled.theme.clone());
        match Site::new(manuals, theme, compiled.whole) {
            Ok(site) => Made { findings: told(&compiled, Some(&site)), site: Some(site), trouble: None },
            Err(error) => {
                let reason = [("reason", error.to_string())];
                let trouble = crate::lang::fill(lang.words().command.failures.render, &reason);
                Made { site: None, findings: told(&compiled, self.site.as_deref()), trouble: Some(trouble) }
            }
        }
    }
}

/// What is told of the rounds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Told {
    Built(Built),
    /// Whether the system tells of changes; otherwise the folder is looked at.
    Hears(bool),
}

struct Made {
    site: Option<Site>,
    findings: Vec<Finding>,
    trouble: Option<String>,
}

impl Made {
    fn trouble(trouble: String) -> Made {
        Made { site: None, findings: Vec::new(), trouble: Some(trouble) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;
    use std::path::Path;

    const MANIFEST: &str =
        "organization: { name: Caja }\ndocument: { title: Manual de caja }\nlanguages: { default: es }\n";

    fn maker(folder: &Path) -> Maker {
        Maker::new(Setup {
            folder: folder.to_owned(),
            marker: ".mark",
            langs: Vec::new(),
            messages: None,
            editor: Editor::visual(None),
            today: Box::new(|| jiff::civil::date(2026, 11, 21)),
            unreadable: Box::new(|lang, error| format!("{lang}: {error}")),
        })
    }

    fn round(maker: &mut Maker) -> Option<(Edition, Built)> {
        let made = maker.round();
        assert!(made.as_ref().is_none_or(|(edition, built)| edition.fresh == built.fresh));
        made
    }

    #[test]
    fn pages_follow_each_save_that_can_be_read_and_stay_at_others() {
        let dir = tempfile::tempdir().expect("a temporary folder");
        let folder = dir.path().join("m");
        let save = |name: &str, text: &str| {
            fs::create_dir_all(folder.join("services")).expect("created");
            fs::write(folder.join(name), text).expect("written");
        };
        let service = |summary: &str| format!("---\nname: Caja\noffering: {{ summary: {summary} }}\n---\n");
        let page = |edition: &Edition| {
            let site = edition.site.as_ref().expect("there are pages");
            String::from_utf8(site.file("service-caja.html").expect("rendered").expect("a page")).expect("UTF-8")
        };
        save("manual.yaml", MANIFEST);
        save("services/caja.md", &service("Uno"));
        let mut maker = maker(&folder);
        let (first, built) = round(&mut maker).expect("the first is always told");
        assert!(first.fresh && page(&first).contains("Uno"));
        assert_eq!((first.lang, built.lang), (Lang::Es, Lang::Es), "the manual's own language");
        assert!(round(&mut maker).is_none(), "nothing was saved");

        save("services/caja.md", &service("[Dos"));
        let (broken, built) = round(&mut maker).expect("a save");
        assert!(!broken.fresh && built.shows && page(&broken).contains("Uno"));
        assert!(broken.findings.iter().any(|finding| finding.is_unreadable() && finding.is_on("service-caja.html")));
        assert_ne!(broken.serial, first.serial);

        save("services/caja.md", &service("Tres"));
        assert!(round(&mut maker).is_some_and(|(edition, _)| edition.fresh && page(&edition).contains("Tres")));

        fs::remove_dir_all(&folder).expect("removed");
        let (gone, built) = round(&mut maker).expect("the folder has gone");
        assert!(page(&gone).contains("Tres") && built.trouble.is_some_and(|why| why.starts_with("es: ")));
        assert!(round(&mut maker).is_none(), "it is told once");
        save("manual.yaml", MANIFEST);
        save("services/caja.md", &service("Tres"));
        assert!(round(&mut maker).is_some_and(|(edition, _)| edition.fresh), "the same as before it went");
    }

    #[test]
    #[cfg(target_os = "linux")]
    fn pages_come_to_what_was_saved_when_events_are_lost() {
        let dir = tempfile::tempdir().expect("a temporary folder");
        let save = |name: &str, text: &str| fs::write(dir.path().join(name), text).expect("written");
        let service = |summary: &str| format!("---\nname: Caja\noffering: {{ summary: {summary} }}\n---\n");
        save("manual.yaml", MANIFEST);
        let mut maker = maker(dir.path());
        let mut watch = Watch::new(dir.path(), ".mark");
        assert!(round(&mut maker).is_some_and(|(edition, _)| edition.fresh));
        let flood = super::super::watch::flood::Flood::gate(&mut watch);
        // A folder of which no event tells, with a page in it.
        flood.overflow(dir.path(), || {
            fs::create_dir(dir.path().join("services")).expect("created");
            save("services/caja.md", &service("Uno"));
        });
        let (done, ended) = std::sync::mpsc::channel();
        let rounds = std::thread::spawn(move || {
            let mut shown = |summary: &str| loop {
                watch.wait();
                let Some((edition, _)) = round(&mut maker) else { continue };
                let page = edition.site.as_ref().and_then(|site| site.file("service-caja.html").expect("rendered"));
                if page.is_some_and(|page| String::from_utf8_lossy(&page).contains(summary)) {
                    break;
                }
            };
            for summary in ["Uno", "Dos"] {
                shown(summary);
                done.send(()).expect("awaited");
            }
        });
        let long = std::time::Duration::from_secs(60);
        ended.recv_timeout(long).expect("what was saved unheard is shown");
        let until = Instant::now() + long;
        while !flood.is_told() && Instant::now() < until {
            std::thread::sleep(Duration::from_millis(10));
        }
        assert!(flood.is_told(), "the queue was full");
        // What is saved in that folder is heard again; the watch may be listening anew just then.
        std::thread::sleep(Duration::from_secs(1));
        save("services/caja.md", &service("Dos"));
        ended.recv_timeout(long).expect("the folder is listened to");
        rounds.join().expect("no panic");
    }

    #[test]
    fn pages_that_were_never_whole_are_followed_all_the_same() {
        let dir = tempfile::tempdir().expect("a temporary folder");
        let save = |name: &str, text: &str| fs::write(dir.path().join(name), text).expect("written");
        let mut maker = maker(dir.path());
        let (nothing, built) = round(&mut maker).expect("the first is always told");
        assert!(nothing.site.is_none() && !built.shows && !nothing.findings.is_empty());
        save("manual.yaml", MANIFEST);
        save("roles.yaml", "caja: [\n");
        let title = |edition: &Edition, title: &str| {
            let site = edition.site.as_ref().expect("there are pages");
            String::from_utf8_lossy(site.file("index.html").expect("rendered").expect("a front").as_slice())
                .contains(title)
        };
        assert!(round(&mut maker).is_some_and(|(edition, _)| edition.fresh && title(&edition, "Manual de caja")));
        save("manual.yaml", &MANIFEST.replace("Manual", "Guía"));
        assert!(round(&mut maker).is_some_and(|(edition, _)| edition.fresh && title(&edition, "Guía de caja")));
    }
}

//! What the process finds around it: language, date, folders, terminal.

use super::print::WIDTH;
use crate::lang::Lang;
use crate::load::Files;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, Zoned};
use std::io::IsTerminal;
use std::path::PathBuf;

#[derive(Debug, Clone)]
pub struct Environment {
    /// The language that the person set, if the program speaks it.
    pub lang: Option<Lang>,
    /// The day where the machine is.
    pub today: Date,
    /// The moment, by which it is another day elsewhere; none where only the day was given.
    pub moment: Option<Timestamp>,
    /// Absolute, unless the system hides it.
    pub current: PathBuf,
    pub home: Option<PathBuf>,
    /// The editor that the person set.
    pub visual: Option<String>,
    /// Whether progress can be drawn.
    pub terminal: bool,
    /// Whether what is asked for is read on a terminal that shows colours.
    pub colours: bool,
    /// Columns for what people read.
    pub width: usize,
}

impl Environment {
    pub fn read() -> Environment {
        let variable = |name: &str| std::env::var(name).ok();
        Environment {
            lang: lang(["LC_ALL", "LC_MESSAGES", "LANG"].map(variable)),
            today: today(variable("SOURCE_DATE_EPOCH")),
            moment: Some(fixed(variable("SOURCE_DATE_EPOCH")).unwrap_or_else(Timestamp::now)),
            current: std::env::current_dir().unwrap_or_else(|_| PathBuf::from(".")),
            home: std::env::home_dir().filter(|home| home.is_absolute()),
            visual: variable("VISUAL"),
            terminal: std::io::stderr().is_terminal(),
            colours: anstream::AutoStream::choice(&std::io::stdout()) != anstream::ColorChoice::Never,
            width: width(variable("COLUMNS"), console::Term::stderr().size_checked().map(|(_, columns)| columns)),
        }
    }

    /// The day that it is where a manual is in force: by its own time zone, where it has one that the system knows.
    pub fn today_of(&self, files: &dyn Files) -> Date {
        let there = self.moment.and_then(|moment| Some(moment.to_zoned(zone_of(files)?).date()));
        there.unwrap_or(self.today)
    }
}

/// The language of the first variable that is set, as POSIX orders them.
fn lang(variables: [Option<String>; 3]) -> Option<Lang> {
    variables.into_iter().flatten().find(|value| !value.is_empty()).and_then(|value| Lang::from_tag(&value))
}

/// The columns that were asked for, else those of the terminal, else [`WIDTH`]. Very wide lines are hard to follow.
fn width(asked: Option<String>, terminal: Option<u16>) -> usize {
    let asked = asked.and_then(|columns| columns.trim().parse().ok());
    asked.or(terminal.map(usize::from)).filter(|columns| *columns > 0).unwrap_or(WIDTH).clamp(40, 160)
}

/// The day that it is now, for a run that lasts longer than one: in a time zone, else where the machine is.
pub fn now(zone: Option<&TimeZone>) -> Date {
    let epoch = std::env::var("SOURCE_DATE_EPOCH").ok();
    match zone {
        Some(zone) => fixed(epoch).unwrap_or_else(Timestamp::now).to_zoned(zone.clone()).date(),
        None => today(epoch),
    }
}

/// The time zone of a manual, where it has one that the system knows.
pub fn zone_of(files: &dyn Files) -> Option<TimeZone> {
    TimeZone::get(&crate::timezone(files).ok()??).ok()
}

/// The day of the build: that of `SOURCE_DATE_EPOCH`, by which packagers ask for equal bytes, else that of the clock.
fn today(epoch: Option<String>) -> Date {
    fixed(epoch).map_or_else(|| Zoned::now().date(), |instant| instant.to_zoned(TimeZone::UTC).date())
}

fn fixed(epoch: Option<String>) -> Option<Timestamp> {
    epoch.and_then(|seconds| Timestamp::from_second(seconds.trim().parse().ok()?).ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_variable_that_is_set_decides() {
        let of = |all: &str, messages: &str, lang_: &str| {
            lang([all, messages, lang_].map(|v| (!v.is_empty()).then(|| v.to_owned())))
        };
        assert_eq!(of("", "", "es_PE.UTF-8"), Some(Lang::Es));
        assert_eq!(of("pt_BR", "en_US", "es"), Some(Lang::Pt));
        assert_eq!(of("", "en_US.UTF-8", "es"), Some(Lang::En));
        assert_eq!(of("C", "", "es"), None);
        assert_eq!(of("", "", ""), None);
        assert_eq!(lang([Some(String::new()), None, Some("pt".into())]), Some(Lang::Pt));
    }

    #[test]
    fn the_width_is_what_was_asked_for_else_the_terminals() {
        assert_eq!(width(Some("72".into()), Some(200)), 72);
        assert_eq!(width(Some("no".into()), Some(90)), 90);
        assert_eq!(width(None, Some(400)), 160);
        assert_eq!(width(Some("0".into()), Some(0)), WIDTH);
        assert_eq!(width(None, None), WIDTH);
    }

    #[test]
    fn the_day_is_that_of_the_manuals_time_zone() {
        // 2 November 2026, one in the morning in Greenwich.
        let environment = Environment {
            today: jiff::civil::date(2026, 11, 2),
            moment: Timestamp::from_second(1_793_581_200).ok(),
            ..Environment::read()
        };
        let of = |text: &str| {
            let mut files = crate::load::Memory::default();
            files.insert("manual.yaml", text.as_bytes().to_vec());
            environment.today_of(&files).to_string()
        };
        assert_eq!(of("calendar: { timezone: America/Lima }\n"), "2026-11-01");
        assert_eq!(of("calendar: { timezone: Asia/Tokyo }\n"), "2026-11-02");
        assert_eq!(of("calendar: { timezone: America/Nowhere }\n"), "2026-11-02");
        assert_eq!(of("document: [\n"), "2026-11-02", "what cannot be read has no zone");
        assert_eq!(of("organization: { name: Casa }\n"), "2026-11-02");
    }

    #[test]
    fn packagers_can_fix_the_day() {
        assert_eq!(today(Some("1790812800".into())), jiff::civil::date(2026, 10, 1));
        assert!(today(Some("yesterday".into())) >= jiff::civil::date(2026, 1, 1));
    }
}

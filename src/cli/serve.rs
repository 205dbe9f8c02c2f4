//! `cartilla serve`: the manual as it is being written, in the browser of the person who writes it.

use super::Outcome;
use super::args::ServeArgs;
use super::environment::{self, Environment};
use super::failure::{self, Failure};
use super::manual;
use super::session::Session;
use crate::lang::{Lang, fill, preview as words};
use crate::preview::{self, Built, Closed, Door, Editor, Port, Setup, Told};
use crate::publish::MARKER;
use std::process::{Command, Stdio};
use std::sync::mpsc;

/// What happens while the preview runs.
enum News {
    Told(Told),
    /// The person has seen enough.
    Enough,
}

pub fn run(args: &ServeArgs, session: &mut Session<'_>) -> Result<Outcome, Failure> {
    let editor = editor(args, session)?;
    // A folder without a manual is told at once; what is wrong with the manual is shown.
    let opened = manual::open(args.manual.as_deref(), session)?;
    let zone = environment::zone_of(&opened.files);
    let folder = session.environment.current.join(manual::locate(args.manual.as_deref(), &session.environment.current));
    let door = Door::open(args.port.map_or(Port::Usual, Port::Exactly)).map_err(|closed| refused(&closed, session))?;
    let address = door.address();

    let (teller, news) = mpsc::channel();
    let ender = teller.clone();
    let system =
        |session: &Session<'_>, reason: String| Failure::new(words::SYSTEM.fill(session.lang(), &[("reason", reason)]));
    ctrlc::set_handler(move || drop(ender.send(News::Enough))).map_err(|error| system(session, error.to_string()))?;
    let fixed = args.today;
    let setup = Setup {
        folder,
        marker: MARKER,
        langs: args.lang.clone(),
        messages: session.chosen_lang(),
        editor,
        today: Box::new(move || fixed.unwrap_or_else(|| environment::now(zone.as_ref()))),
        unreadable: Box::new(|lang, error| failure::load(&lang.words().command, error).text),
    };
    preview::start(setup, door, move |told| drop(teller.send(News::Told(told))))
        .map_err(|error| system(session, error.to_string()))?;

    let mut open = false;
    for news in news {
        match news {
            News::Enough => break,
            News::Told(Told::Hears(hears)) => {
                let text = if hears { words::HEARS_AGAIN } else { words::DEAF };
                session.say(text.in_lang(session.lang()));
            }
            News::Told(Told::Built(built)) => {
                session.adopt(built.lang);
                if !open {
                    session.say(&words::STARTED.fill(session.lang(), &[("address", address.clone())]));
                }
                session.say(&line(&built, session.lang()));
                if args.open && !open && !browse(&address, session.environment) {
                    session.say(&words::NOT_OPENED.fill(session.lang(), &[("address", address.clone())]));
                }
                open = true;
            }
        }
    }
    session.say(words::ENDED_HERE.in_lang(session.lang()));
    Ok(Outcome::Clean)
}

fn editor(args: &ServeArgs, session: &Session<'_>) -> Result<Editor, Failure> {
    let Some(name) = &args.editor else { return Ok(Editor::visual(session.environment.visual.as_deref())) };
    Editor::named(name).ok_or_else(|| {
        let lang = session.lang();
        let help = words::NO_EDITOR_HELP.fill(lang, &[("editors", Editor::names().join(", "))]);
        Failure::new(words::NO_EDITOR.fill(lang, &[("editor", name.clone())])).help(help)
    })
}

fn refused(closed: &Closed, session: &Session<'_>) -> Failure {
    let lang = session.lang();
    let help = words::PORT_HELP.in_lang(lang);
    match closed {
        Closed::Taken(Some(port)) => {
            Failure::new(words::PORT_TAKEN.fill(lang, &[("port", port.to_string())])).help(help)
        }
        Closed::Taken(None) => {
            let (first, last) = (preview::USUAL.start(), preview::USUAL.end());
            let slots = [("first", first.to_string()), ("last", last.to_string())];
            Failure::new(words::PORTS_TAKEN.fill(lang, &slots)).help(help)
        }
        Closed::Io(port, error) => {
            let slots = [("port", port.to_string()), ("reason", failure::reason(session.words(), error))];
            Failure::new(words::PORT_FAILED.fill(lang, &slots)).help(help)
        }
    }
}

/// «14:03:07 2 errores, 3 avisos · 0,4 s».
fn line(built: &Built, lang: Lang) -> String {
    let seconds = format!("{:.1}", built.time.as_secs_f64());
    let seconds = if lang == Lang::En { seconds } else { seconds.replace('.', ",") };
    let counts = built.trouble.clone().unwrap_or_else(|| preview::counted(lang, built.counts));
    let slots = [("clock", built.clock.clone()), ("counts", counts), ("seconds", seconds)];
    let line = fill(words::BUILT.in_lang(lang), &slots);
    let behind = match (built.fresh, built.shows) {
        (true, _) => return line,
        (false, true) => words::STAYS,
        (false, false) => words::NOTHING_SHOWN,
    };
    format!("{line} · {}", behind.in_lang(lang))
}

/// Opens an address with the system's own opener: the only program that is ever started, and only when asked for. False where
/// there is none.
fn browse(address: &str, environment: &Environment) -> bool {
    let (program, arguments): (&str, &[&str]) = match std::env::consts::OS {
        "macos" => ("open", &[]),
        "windows" => ("rundll32", &["url.dll,FileProtocolHandler"]),
        _ => ("xdg-open", &[]),
    };
    let mut command = Command::new(program);
    command.args(arguments).arg(address).current_dir(&environment.current);
    let child = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn();
    match child {
        Ok(mut child) => {
            // It is waited for elsewhere, so that it leaves nothing behind.
            std::thread::spawn(move || drop(child.wait()));
            true
        }
        Err(_) => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::Duration;

    #[test]
    fn a_save_is_one_line() {
        let built = Built {
            clock: "14:03:07".into(),
            counts: [2, 3, 0],
            time: Duration::from_millis(412),
            fresh: true,
            shows: true,
            trouble: None,
            lang: Lang::Es,
        };
        assert_eq!(line(&built, Lang::Es), "14:03:07 2 errores, 3 avisos · 0,4 s");
        assert_eq!(line(&Built { counts: [0; 3], ..built.clone() }, Lang::En), "14:03:07 no findings · 0.4 s");
        let kept = Built { fresh: false, ..built.clone() };
        assert_eq!(line(&kept, Lang::Pt), "14:03:07 2 erros, 3 avisos · 0,4 s · a versão anterior continua à vista");
        let nothing = Built { fresh: false, shows: false, trouble: Some("`m` no existe".into()), ..built };
        assert_eq!(line(&nothing, Lang::Es), "14:03:07 `m` no existe · 0,4 s · todavía no hay páginas que mostrar");
    }
}

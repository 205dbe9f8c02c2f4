//! `cartilla diff`: what changes from one edition to another, for all or for one role.

pub(super) mod side;

use super::args::{DiffArgs, DiffFormat};
use super::failure::{self, Failure};
use super::formats::json;
use super::session::Session;
use super::{Outcome, editions, print};
use crate::changes::data::{FORM, Report, Side};
use crate::changes::text;
use crate::lang::changes as words;
use crate::{Compared, Misread, Uncompared, compare};

pub fn run(args: &DiffArgs, session: &mut Session<'_>) -> Result<Outcome, Failure> {
    let old = side::open(&args.old, args.manual.as_deref(), session)?;
    let new = side::open(&args.new, args.manual.as_deref(), session)?;
    let sides = [&old, &new];
    let compared = compare(&*old.files, &*new.files, session.chosen_lang(), args.role.as_deref());
    let compared = compared.map_err(|error| uncompared(&error, args, sides, session))?;
    session.adopt(compared.lang);
    let lang = session.lang();
    for (side, misread) in sides.iter().zip(&compared.misread) {
        let told = match &side.place {
            None => editions::misread(&side.name, misread, lang),
            Some(place) => editions::misread_in(place, misread, lang),
        };
        told.iter().for_each(|failure| session.say(&failure.text));
    }
    if let Some(at) = compared.lost.iter().position(|lost| *lost) {
        let side = sides[at].told(compared.editions[at].as_deref(), lang);
        let failure = Failure::new(words::LOST.fill(lang, &[("side", side)])).help(words::LOST_HELP.in_lang(lang));
        session.say(&print::failure(&failure, session.words()));
        return Ok(Outcome::Findings);
    }
    let bytes = match args.format {
        DiffFormat::Json => json::pretty(&report(&compared, sides)),
        DiffFormat::Human => told(&compared, sides, text::Look::Plain).into_bytes(),
        DiffFormat::Md => told(&compared, sides, text::Look::Markdown).into_bytes(),
    };
    session.hand_over(&bytes)?;
    // What a tag says nobody can correct any more.
    let wrong = |(side, misread): (&&side::Side, &Misread)| side.place.is_some() && !misread.1.is_empty();
    Ok(if sides.iter().zip(&compared.misread).any(wrong) { Outcome::Findings } else { Outcome::Clean })
}

fn told(compared: &Compared, sides: [&side::Side; 2], look: text::Look) -> String {
    let lang = compared.lang;
    let [old, new] = &compared.editions;
    let names = [sides[0].told(old.as_deref(), lang), sides[1].told(new.as_deref(), lang)];
    let page = text::Page::new(lang, look);
    match &compared.brief {
        Some(brief) => page.brief(brief, &names),
        None => page.changes(&compared.changes, &names),
    }
}

fn report<'a>(compared: &'a Compared, sides: [&'a side::Side; 2]) -> Report<'a> {
    let side = |at: usize| Side { name: &sides[at].name, edition: compared.editions[at].as_deref() };
    Report {
        format: FORM,
        language: compared.lang.code(),
        old: side(0),
        new: side(1),
        changes: compared.brief.is_none().then_some(&compared.changes),
        brief: compared.brief.as_ref(),
    }
}

fn uncompared(error: &Uncompared, args: &DiffArgs, sides: [&side::Side; 2], session: &Session<'_>) -> Failure {
    let lang = session.lang();
    match error {
        Uncompared::Load(error) => failure::load(session.words(), error),
        Uncompared::Unreadable(at) => {
            let side = sides[*at].told(None, lang);
            Failure::new(words::UNREADABLE.fill(lang, &[("side", side)])).help(words::UNREADABLE_HELP.in_lang(lang))
        }
        Uncompared::NoRole(roles) => {
            let role = args.role.clone().unwrap_or_default();
            let text = words::NO_ROLE.fill(lang, &[("role", role), ("side", sides[1].told(None, lang))]);
            let roles = failure::names(session.words(), roles);
            Failure::new(text).help(words::NO_ROLE_HELP.fill(lang, &[("roles", roles)]))
        }
    }
}

#[cfg(test)]
mod tests;

//! `cartilla reference`: the language reference, published like a manual.

use super::Outcome;
use super::args::ReferenceArgs;
use super::build::{self, Progress, Wanted};
use super::failure::Failure;
use super::session::Session;
use crate::lang::Lang;
use crate::reference::reference;
use crate::theme::Theme;

/// The languages of the reference unless others are asked for.
const LANGS: [Lang; 2] = [Lang::Es, Lang::En];

pub fn run(args: &ReferenceArgs, session: &mut Session<'_>) -> Result<Outcome, Failure> {
    build::refuse_pdf(args.format, session)?;
    let target = build::target(&args.out, &session.environment.current, session)?;
    let progress = Progress::new(session.environment.terminal);
    let langs = if args.lang.is_empty() { &LANGS[..] } else { &args.lang };
    let entries = crate::entries();
    let manuals: Vec<_> = langs.iter().map(|lang| reference(&entries, *lang, session.environment.today)).collect();
    let wanted = Wanted { out: &args.out, format: args.format, force: args.force, edition: None };
    build::publish((&manuals, &Theme::built_in()), &wanted, &target, &progress, session)?;
    Ok(Outcome::Clean)
}

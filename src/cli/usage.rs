//! The answer to a line that is not understood, or that asks for help.

use super::failure::Failure;
use super::session::Session;
use super::{args, print};
use crate::lang::fill;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use std::ffi::OsString;

/// Says what is wrong, or shows the help that was asked for. Returns the exit status.
pub fn answer(error: &clap::Error, arguments: &[OsString], session: &mut Session<'_>) -> u8 {
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            match session.hand_over(error.render().to_string().as_bytes()) {
                Ok(()) => 0,
                Err(_) => 2,
            }
        }
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand | ErrorKind::MissingSubcommand => {
            let mut command = args::command(&session.words().help);
            session.say(command.render_help().to_string().trim_end());
            2
        }
        _ => {
            let failure = explain(error, arguments, session);
            session.say(&print::failure(&failure, session.words()));
            2
        }
    }
}

/// `cartilla help check` asks for what `cartilla check --help` shows; the word may be that of any of the languages.
pub fn help_as_option(mut arguments: Vec<OsString>) -> Vec<OsString> {
    if arguments.get(1).is_some_and(|word| word == "help" || word == "ayuda" || word == "ajuda") {
        arguments.remove(1);
        let is_order = arguments.get(1).is_some_and(|word| !word.to_string_lossy().starts_with('-'));
        arguments.insert(if is_order { 2 } else { 1 }, "--help".into());
    }
    arguments
}

/// A usage error in the person's words.
fn explain(error: &clap::Error, arguments: &[OsString], session: &Session<'_>) -> Failure {
    let usage = &session.words().usage;
    let value = |kind: ContextKind| error.get(kind).map(context_text).unwrap_or_default();
    let arg = value(ContextKind::InvalidArg);
    let text = match error.kind() {
        // What does not look like an option is one word more than the command takes.
        ErrorKind::UnknownArgument if !arg.starts_with('-') => fill(usage.unexpected, &[("arg", arg)]),
        ErrorKind::UnknownArgument => fill(usage.unknown_option, &[("arg", arg)]),
        ErrorKind::InvalidSubcommand => {
            fill(usage.unknown_command, &[("command", value(ContextKind::InvalidSubcommand))])
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => match value(ContextKind::InvalidValue) {
            given if given.is_empty() => fill(usage.missing_value, &[("arg", arg)]),
            given => fill(usage.invalid_value, &[("value", given), ("arg", arg)]),
        },
        ErrorKind::MissingRequiredArgument => fill(usage.missing_argument, &[("arg", arg)]),
        ErrorKind::ArgumentConflict => match value(ContextKind::PriorArg) {
            other if other == arg || other.is_empty() => fill(usage.repeated, &[("arg", arg)]),
            other => fill(usage.conflict, &[("arg", arg), ("other", other)]),
        },
        ErrorKind::InvalidUtf8 => usage.not_unicode.to_owned(),
        _ => fill(usage.other, &[("arg", arg)]),
    };
    Failure::new(text).help(remedy(error, arguments, session))
}

/// What to write instead.
fn remedy(error: &clap::Error, arguments: &[OsString], session: &Session<'_>) -> String {
    let usage = &session.words().usage;
    let words = |kinds: &[ContextKind]| {
        kinds.iter().find_map(|kind| error.get(*kind)).map(context_text).filter(|w| !w.is_empty())
    };
    if let Some(words) = words(&[ContextKind::ValidValue]) {
        return fill(usage.values, &[("words", words)]);
    }
    // Of several commands the likest stands last; the others are hardly meant.
    if let Some(ContextValue::Strings(names)) = error.get(ContextKind::SuggestedSubcommand)
        && let Some(name) = names.last()
    {
        return fill(usage.did_you_mean, &[("words", name.clone())]);
    }
    let suggested = [ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand, ContextKind::SuggestedValue];
    if let Some(words) = words(&suggested) {
        return fill(usage.did_you_mean, &[("words", words)]);
    }
    // A value that only its own parser understands: a port, a language or a date.
    if error.kind() == ErrorKind::ValueValidation {
        let of_port = error.get(ContextKind::InvalidArg).is_some_and(|arg| context_text(arg).starts_with("--port"));
        let of_language = error.get(ContextKind::InvalidArg).is_some_and(|arg| context_text(arg).starts_with("--lang"));
        return if of_port {
            usage.port
        } else if of_language {
            usage.language
        } else {
            usage.date
        }
        .to_owned();
    }
    let known = args::names();
    let command = arguments.iter().filter_map(|a| a.to_str()).find(|a| known.iter().any(|k| k == a));
    let line = command.map_or_else(|| "cartilla".to_owned(), |c| format!("cartilla {c}"));
    fill(usage.see_help, &[("command", line)])
}

fn context_text(value: &ContextValue) -> String {
    match value {
        ContextValue::String(text) => text.clone(),
        ContextValue::Strings(texts) => texts.join(", "),
        other => other.to_string(),
    }
}

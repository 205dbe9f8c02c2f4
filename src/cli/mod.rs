//! The command line: one file a command. Only here are arguments and the environment read, and only here is anything printed.
//!
//! Exit status: 0 without errors, 1 with findings at error level, 2 for wrong usage or a failure of the system.
#![allow(clippy::disallowed_methods)]

mod acknowledgements;
mod args;
mod build;
mod check;
mod ci;
mod coverage;
mod diff;
mod editions;
mod environment;
mod explain;
mod failure;
mod formats;
mod history;
mod manual;
mod mend;
mod new;
mod print;
mod proof;
mod reference;
mod schema;
mod serve;
mod session;
mod theme;
mod translations;
mod usage;
mod verify;

use args::Command;
use environment::Environment;
use session::Session;
use std::ffi::OsString;
use std::io::Write;
use std::process::ExitCode;

/// How a command ended that could do its work.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Outcome {
    Clean,
    /// There are findings that the caller must act upon.
    Findings,
}

/// Runs the program with the arguments and the environment of the process.
pub fn main() -> ExitCode {
    let environment = Environment::read();
    let mut err = anstream::stderr();
    let status = run(std::env::args_os().collect(), &environment, &mut std::io::stdout(), &mut err);
    ExitCode::from(status)
}

/// Runs the program. `out` takes what was asked for, `err` what is said about it. Returns the exit status.
fn run(arguments: Vec<OsString>, environment: &Environment, out: &mut dyn Write, err: &mut dyn Write) -> u8 {
    let arguments = usage::help_as_option(arguments);
    let asked = args::message_lang(&arguments);
    let mut session = Session::new(environment, asked, out, err);
    let command = match args::parse(&arguments, session.lang()) {
        Ok(command) => command,
        Err(error) => return usage::answer(&error, &arguments, &mut session),
    };
    let ended = match &command {
        Command::New(args) => new::run(args, &mut session),
        Command::Check(args) => check::run(args, &mut session),
        Command::Build(args) => build::run(args, &mut session),
        Command::Coverage(args) => coverage::run(args, &mut session),
        Command::Explain(args) => explain::run(args, &mut session),
        Command::Schema(args) => schema::run(args, &mut session),
        Command::Reference(args) => reference::run(args, &mut session),
        Command::Theme(args) => theme::run(args, &mut session),
        Command::Translations(args) => translations::run(args, &mut session),
        Command::Acknowledgements(args) => acknowledgements::run(args, &mut session),
        Command::Diff(args) => diff::run(args, &mut session),
        Command::Verify(args) => verify::run(args, &mut session),
        Command::Ci(args) => ci::run(args, &mut session),
        Command::Serve(args) => serve::run(args, &mut session),
    };
    match ended {
        Ok(Outcome::Clean) => 0,
        Ok(Outcome::Findings) => 1,
        Err(failure) => {
            session.say(&print::failure(&failure, session.words()));
            2
        }
    }
}

#[cfg(test)]
mod tests;

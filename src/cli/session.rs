//! One run of the program: its surroundings, its language and its two outputs.

use super::environment::Environment;
use super::failure::{self, Failure};
use crate::lang::Lang;
use crate::lang::command::CommandLine;
use std::io::{self, Write};

pub struct Session<'a> {
    pub environment: &'a Environment,
    /// The language that was asked for, by option or environment.
    asked: Option<Lang>,
    out: &'a mut dyn Write,
    err: &'a mut dyn Write,
}

impl<'a> Session<'a> {
    pub fn new(
        environment: &'a Environment,
        option: Option<Lang>,
        out: &'a mut dyn Write,
        err: &'a mut dyn Write,
    ) -> Session<'a> {
        Session { environment, asked: option.or(environment.lang), out, err }
    }

    /// The language for a person about whom nothing else is known.
    pub fn lang(&self) -> Lang {
        self.asked.unwrap_or(Lang::En)
    }

    /// The language that was asked for, if any was.
    pub fn chosen_lang(&self) -> Option<Lang> {
        self.asked
    }

    /// Makes a manual's language that of the messages to come, unless another was asked for.
    pub fn adopt(&mut self, manual: Lang) {
        self.asked.get_or_insert(manual);
    }

    pub fn words(&self) -> &'static CommandLine {
        &self.lang().words().command
    }

    /// Tells the person something. Nobody listening is no failure.
    pub fn say(&mut self, text: &str) {
        let _ = writeln!(self.err, "{text}").and_then(|()| self.err.flush());
    }

    /// Hands over what was asked for. A reader that has seen enough, such as `head`, is no failure.
    pub fn hand_over(&mut self, bytes: &[u8]) -> Result<(), Failure> {
        match self.out.write_all(bytes).and_then(|()| self.out.flush()) {
            Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(failure::stdout(self.words(), &error)),
            _ => Ok(()),
        }
    }
}

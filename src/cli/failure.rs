//! Why a command could not do its work, in the person's words.

use crate::lang::command::CommandLine;
use crate::lang::{Lang, changes, fill};
use crate::load::repository::{Fault, Format};
use crate::load::{LoadCause, LoadError, MAX_FILES};
use crate::publish::{PublishError, ReplaceError};
use crate::render::RenderError;
use crate::theme::{self, Theme, entries};
use std::io;
use std::path::Path;

/// How many files a message names.
const NAMED: usize = 5;

/// A message, and what to do about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failure {
    pub text: String,
    pub help: Option<String>,
}

impl Failure {
    pub fn new(text: impl Into<String>) -> Failure {
        Failure { text: text.into(), help: None }
    }

    pub fn help(mut self, help: impl Into<String>) -> Failure {
        self.help = Some(help.into());
        self
    }
}

pub fn load(words: &CommandLine, error: &LoadError) -> Failure {
    let failures = &words.failures;
    let path = ("path", error.path.clone());
    match &error.cause {
        LoadCause::NotFound => Failure::new(fill(failures.missing, &[path])).help(failures.no_manual_help),
        LoadCause::NotAFolder => Failure::new(fill(failures.not_a_folder, &[path])).help(failures.no_manual_help),
        LoadCause::TooMany => Failure::new(fill(failures.too_many, &[path, ("n", MAX_FILES.to_string())])),
        LoadCause::TooLarge => Failure::new(fill(failures.too_large, &[path])),
        LoadCause::Changed => Failure::new(fill(failures.moving, &[path])).help(failures.moving_help),
        LoadCause::Io(error) => Failure::new(fill(failures.io, &[path, ("reason", reason(words, error))])),
    }
}

pub fn publish(words: &CommandLine, error: &PublishError) -> Failure {
    let failures = &words.failures;
    let output = |path: &Path, reason: &str| {
        let args = [("path", path.display().to_string()), ("reason", reason.to_owned())];
        Failure::new(fill(failures.output, &args))
    };
    match error {
        PublishError::Root => Failure::new(failures.output_root).help(failures.output_help),
        PublishError::Home(path) => output(path, failures.output_home).help(failures.output_help),
        PublishError::Manual(path) => output(path, failures.output_manual).help(failures.output_help),
        PublishError::Current(path) => output(path, failures.output_current).help(failures.output_help),
        PublishError::NotAFolder(path) => output(path, failures.output_folder).help(failures.output_help),
        PublishError::NotOurs(path, file) => {
            let reason = fill(failures.output_foreign, &[("file", file.display().to_string())]);
            output(path, &reason).help(failures.output_help)
        }
        PublishError::Edited(path, files) => {
            let reason = fill(failures.output_edited, &[("files", names(words, files))]);
            output(path, &reason).help(failures.output_edited_help)
        }
        PublishError::Occupied(path) => output(path, failures.output_occupied).help(failures.output_occupied_help),
        PublishError::BadPath(path) => Failure::new(fill(failures.output_path, &[("path", path.clone())])),
        PublishError::Locked(path) => output(path, failures.output_locked),
        PublishError::Remains(path, error) => {
            let args = [("path", path.display().to_string()), ("reason", reason(words, error))];
            Failure::new(fill(failures.output_remains, &args))
        }
        PublishError::Io(path, error) => output(path, &reason(words, error)),
    }
}

/// Why a manual could not be rendered: the place in its theme, where that is the cause.
pub fn render(lang: Lang, dress: &Theme, error: &RenderError) -> Failure {
    let reason = error.to_string();
    let Some(fault) = theme::Fault::of(&reason, dress.overrides()) else {
        return Failure::new(fill(lang.words().command.failures.render, &[("reason", reason)]));
    };
    let slots = [("path", format!("{}:{}", fault.path, fault.line)), ("detail", fault.detail)];
    let text = entries::TEMPLATE.message.fill(lang, &slots);
    let whose = entries::ITS_WORDS.fill(lang, &[("reader", fault.reader.to_owned())]);
    Failure::new(format!("{text}\n{whose}")).help(entries::TEMPLATE.fix.in_lang(lang))
}

/// Why an edition of a repository cannot be read.
pub fn repository(lang: Lang, fault: &Fault) -> Failure {
    let failure = |text: crate::lang::Text, slots: &[(&'static str, String)]| Failure::new(text.fill(lang, slots));
    let tagged = |text, tag: &String| failure(text, &[("tag", tag.clone())]);
    match fault {
        Fault::Owner { path } => {
            failure(changes::OWNER, &[("path", path.display().to_string())]).help(changes::OWNER_HELP.in_lang(lang))
        }
        Fault::Unborn => failure(changes::UNBORN, &[]),
        Fault::NoTag { tag } => tagged(changes::NO_TAG, tag).help(changes::NO_TAG_HELP.in_lang(lang)),
        Fault::NotACommit { tag } => tagged(changes::NOT_A_COMMIT, tag),
        Fault::NoManual { tag } => tagged(changes::NO_MANUAL, tag).help(changes::NO_MANUAL_HELP.in_lang(lang)),
        Fault::Shallow { tag } => tagged(changes::SHALLOW, tag).help(changes::SHALLOW_HELP.in_lang(lang)),
        Fault::Partial { tag } => tagged(changes::PARTIAL, tag).help(changes::PARTIAL_HELP.in_lang(lang)),
        Fault::Nowhere { path } => {
            failure(changes::NOWHERE, &[("path", path.display().to_string())]).help(changes::NOWHERE_HELP.in_lang(lang))
        }
        Fault::Format(format) => {
            let (said, help) = stored(format, lang);
            failure(changes::OTHER, &[("detail", said)]).help(help)
        }
        Fault::Corrupt { tag, detail } => {
            failure(changes::CORRUPT, &[("tag", tag.clone()), ("detail", changes::said_by_git(detail, lang))])
                .help(changes::CORRUPT_HELP.in_lang(lang))
        }
        Fault::NotText { tag } => tagged(changes::NOT_TEXT, tag).help(changes::NOT_TEXT_HELP.in_lang(lang)),
        Fault::Other { detail } => failure(changes::OTHER, &[("detail", changes::said_by_git(detail, lang))]),
    }
}

/// In which way a repository is stored that cannot be read, as a clause, and what to do about it.
pub fn stored(format: &Format, lang: Lang) -> (String, &'static str) {
    let own = |text: crate::lang::Text, help: crate::lang::Text| (text.in_lang(lang).to_owned(), help.in_lang(lang));
    match format {
        Format::Sha256 => own(changes::SHA256, changes::SHA256_HELP),
        Format::Reftable => own(changes::REFTABLE, changes::REFTABLE_HELP),
        Format::Extension(name) => {
            (changes::EXTENSION.fill(lang, &[("name", name.clone())]), changes::SHA256_HELP.in_lang(lang))
        }
    }
}

/// Why a file of the manual was not corrected.
pub fn replace(words: &CommandLine, path: &str, error: &ReplaceError) -> Failure {
    match error {
        ReplaceError::Changed => {
            let text = fill(words.mending.changed, &[("path", path.to_owned())]);
            Failure::new(text).help(words.mending.changed_help)
        }
        ReplaceError::Io(error) => io(words, Path::new(path), error),
    }
}

pub fn io(words: &CommandLine, path: &Path, error: &io::Error) -> Failure {
    let args = [("path", path.display().to_string()), ("reason", reason(words, error))];
    Failure::new(fill(words.failures.io, &args))
}

pub fn stdout(words: &CommandLine, error: &io::Error) -> Failure {
    Failure::new(fill(words.failures.stdout, &[("reason", reason(words, error))]))
}

/// Names of files, the first few of many.
pub fn names(words: &CommandLine, files: &[String]) -> String {
    let shown = files.iter().take(NAMED).map(String::as_str).collect::<Vec<_>>().join(", ");
    match files.len().checked_sub(NAMED) {
        Some(more) if more > 0 => {
            format!("{shown} {}", fill(words.progress.and_more, &[("n", more.to_string())]))
        }
        _ => shown,
    }
}

/// The usual failures of a disk in the person's language; the rare ones as the system says them.
pub fn reason(words: &CommandLine, error: &io::Error) -> String {
    let failures = &words.failures;
    match error.kind() {
        io::ErrorKind::PermissionDenied => failures.denied.to_owned(),
        io::ErrorKind::ReadOnlyFilesystem => failures.read_only.to_owned(),
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => failures.full.to_owned(),
        io::ErrorKind::NotFound => failures.not_found.to_owned(),
        _ => error.to_string(),
    }
}

//! The words that the commands say to people. `{slots}` are filled by the commands.

pub(super) mod en;
pub(super) mod es;
pub(super) mod pt;

/// All words of the command line.
#[derive(Debug)]
pub struct CommandLine {
    pub help: Help,
    pub usage: Usage,
    pub findings: Findings,
    pub mending: Mending,
    pub translating: Translating,
    pub failures: Failures,
    pub progress: Progress,
    pub explanation: Explanation,
}

/// A number of things: one of them, or `{n}`.
#[derive(Debug, Clone, Copy)]
pub struct Count {
    pub one: &'static str,
    pub many: &'static str,
}

impl Count {
    pub fn of(&self, n: usize) -> String {
        match n {
            1 => self.one.to_owned(),
            _ => super::fill(self.many, &[("n", n.to_string())]),
        }
    }
}

/// Texts of `--help`.
#[derive(Debug)]
pub struct Help {
    pub about: &'static str,
    pub usage: &'static str,
    pub commands: &'static str,
    pub arguments: &'static str,
    pub options: &'static str,
    /// Stands for a command in a usage line.
    pub command_slot: &'static str,
    /// Stands for the options in a usage line.
    pub options_slot: &'static str,
    pub more: &'static str,
    pub help: &'static str,
    pub version: &'static str,
    pub new: &'static str,
    pub check: &'static str,
    pub build: &'static str,
    pub coverage: &'static str,
    pub explain: &'static str,
    pub manual: &'static str,
    pub new_dir: &'static str,
    pub new_ci: &'static str,
    pub new_lang: &'static str,
    pub messages: &'static str,
    pub check_format: &'static str,
    pub deny: &'static str,
    pub due: &'static str,
    pub profile: &'static str,
    pub today: &'static str,
    pub fix: &'static str,
    pub dry_run: &'static str,
    pub only: &'static str,
    pub everything: &'static str,
    pub out: &'static str,
    pub build_format: &'static str,
    pub build_lang: &'static str,
    pub editions: &'static str,
    pub force: &'static str,
    pub coverage_format: &'static str,
    pub code: &'static str,
    pub all: &'static str,
    pub schema: &'static str,
    pub schema_out: &'static str,
    pub theme: &'static str,
    pub theme_copy: &'static str,
    pub reference: &'static str,
    pub reference_out: &'static str,
    pub reference_format: &'static str,
    pub reference_lang: &'static str,
    pub translations: &'static str,
    pub stamp: &'static str,
    pub stamp_at: &'static str,
    pub acknowledgements: &'static str,
    pub acknowledgements_folder: &'static str,
    pub acknowledgements_edition: &'static str,
    pub diff: &'static str,
    pub diff_old: &'static str,
    pub diff_new: &'static str,
    pub diff_format: &'static str,
    pub diff_role: &'static str,
    pub verify: &'static str,
    pub verify_folder: &'static str,
    pub verify_digest: &'static str,
    pub ci: &'static str,
    pub ci_system: &'static str,
    pub ci_out: &'static str,
    pub serve: &'static str,
    pub serve_port: &'static str,
    pub serve_open: &'static str,
    pub serve_editor: &'static str,
    pub serve_lang: &'static str,
    pub explain_format: &'static str,
}

/// What is wrong with the words of a command.
#[derive(Debug)]
pub struct Usage {
    /// Slots: `{arg}`.
    pub unknown_option: &'static str,
    /// Slots: `{command}`.
    /// Slots: `{arg}`.
    pub unexpected: &'static str,
    pub unknown_command: &'static str,
    /// Slots: `{value}`, `{arg}`.
    pub invalid_value: &'static str,
    /// Slots: `{arg}`.
    pub missing_value: &'static str,
    /// Slots: `{arg}`.
    pub missing_argument: &'static str,
    /// Slots: `{arg}`, `{other}`.
    pub conflict: &'static str,
    /// Slots: `{arg}`.
    pub repeated: &'static str,
    pub not_unicode: &'static str,
    /// Slots: `{arg}`.
    pub other: &'static str,
    /// Slots: `{words}`.
    pub did_you_mean: &'static str,
    /// Slots: `{words}`.
    pub values: &'static str,
    /// Slots: `{command}`.
    pub see_help: &'static str,
    pub port: &'static str,
    pub language: &'static str,
    pub date: &'static str,
}

/// Words around the findings.
#[derive(Debug)]
pub struct Findings {
    pub error: &'static str,
    pub warning: &'static str,
    pub note: &'static str,
    pub help: &'static str,
    pub errors: Count,
    pub warnings: Count,
    pub notes: Count,
    pub none: &'static str,
    pub denied: &'static str,
    /// Slots: `{counts}`, `{files}`.
    pub in_files: &'static str,
    pub files: Count,
    /// The files of which no finding is shown whole.
    pub more_files: Count,
    /// Opens the list of findings that are told together.
    pub also_here: &'static str,
    /// Slots: `{lines}`.
    pub line: &'static str,
    /// Slots: `{lines}`.
    pub lines: &'static str,
    /// Slots: `{message}`.
    pub such_as: &'static str,
    /// Slots: `{codes}`.
    pub none_of_these: &'static str,
    /// What the families of codes are about: E0, A1, B2, C3, D4, P5, F6, I7, L8, W9.
    pub families: [&'static str; 10],
    /// Slots: `{n}`.
    pub more_codes: Count,
    pub next: &'static str,
    /// Slots: `{command}`; many: `{n}` as well.
    pub fix: Count,
    /// Slots: `{place}`, `{code}`, `{command}`.
    pub begin_reading: &'static str,
    /// Slots: `{place}`, `{code}`, `{command}`.
    pub begin: &'static str,
    /// Slots: `{code}`, `{n}`, `{command}`.
    pub most_frequent: &'static str,
    /// Slots: `{all}`, `{one}`.
    pub see_all: &'static str,
}

/// What `check --fix` tells.
#[derive(Debug)]
pub struct Mending {
    /// Slots: `{files}`; many: `{n}` as well.
    pub done: Count,
    /// Slots: `{files}`; many: `{n}` as well.
    pub planned: Count,
    pub nothing: &'static str,
    pub untouched: &'static str,
    pub after: &'static str,
    /// Slots: `{path}`.
    pub changed: &'static str,
    pub changed_help: &'static str,
    pub only_human: &'static str,
    pub only_human_help: &'static str,
}

/// How translations stand.
#[derive(Debug)]
pub struct Translating {
    pub entries: Count,
    pub stale: Count,
    pub unstamped: Count,
    /// Follows the entry that it is said of.
    pub older: &'static str,
    pub none: &'static str,
    /// Slots: `{at}`.
    pub no_such: &'static str,
    pub no_such_help: &'static str,
    /// Slots: `{files}`; many: `{n}` as well.
    pub stamped: Count,
}

/// Why a command could not do its work.
#[derive(Debug)]
pub struct Failures {
    /// Slots: `{path}`.
    pub no_manual: &'static str,
    pub no_manual_help: &'static str,
    /// Slots: `{path}`.
    pub missing: &'static str,
    /// Slots: `{path}`.
    pub not_a_folder: &'static str,
    /// Slots: `{path}`, `{n}`.
    pub too_many: &'static str,
    /// Slots: `{path}`.
    pub too_large: &'static str,
    /// Slots: `{path}`, `{n}`.
    /// Slots: `{path}`.
    pub moving: &'static str,
    pub moving_help: &'static str,
    /// Slots: `{path}`, `{reason}`.
    pub io: &'static str,
    pub denied: &'static str,
    pub read_only: &'static str,
    pub full: &'static str,
    pub not_found: &'static str,
    /// Slots: `{path}`, `{reason}`.
    pub output: &'static str,
    pub output_root: &'static str,
    pub output_home: &'static str,
    pub output_manual: &'static str,
    pub output_current: &'static str,
    pub output_folder: &'static str,
    /// Slots: `{file}`.
    pub output_foreign: &'static str,
    pub output_help: &'static str,
    /// Slots: `{files}`.
    pub output_edited: &'static str,
    pub output_edited_help: &'static str,
    pub output_occupied: &'static str,
    pub output_occupied_help: &'static str,
    /// Slots: `{path}`.
    pub output_path: &'static str,
    pub output_locked: &'static str,
    /// Slots: `{path}`, `{reason}`.
    pub output_remains: &'static str,
    /// Slots: `{reason}`.
    pub render: &'static str,
    /// Slots: `{reason}`.
    pub stdout: &'static str,
    pub no_pdf: &'static str,
    pub no_pdf_help: &'static str,
    /// Slots: `{path}`.
    pub not_empty: &'static str,
    pub not_empty_help: &'static str,
    /// Slots: `{code}`.
    pub unknown_code: &'static str,
    pub unknown_code_help: &'static str,
    pub nothing_to_cover: &'static str,
}

/// What `build` and `new` tell on their way.
#[derive(Debug)]
pub struct Progress {
    pub checking: &'static str,
    pub rendering: &'static str,
    pub publishing: &'static str,
    pub waiting: &'static str,
    pub nothing_published: &'static str,
    /// Slots: `{folder}`, `{files}`, `{size}`.
    pub written: &'static str,
    pub files: Count,
    /// Slots: `{files}`.
    pub kept: &'static str,
    /// Slots: `{n}`.
    pub and_more: &'static str,
    /// Slots: `{address}`.
    pub open: &'static str,
    /// Slots: `{folder}`, `{files}`.
    pub created: &'static str,
    /// Slots: `{folder}`, `{files}`.
    pub schemas: &'static str,
    pub theme: ThemeWords,
    pub next: &'static str,
    pub next_build: &'static str,
    pub next_coverage: &'static str,
    pub next_ci: &'static str,
}

/// What `theme` tells.
#[derive(Debug)]
pub struct ThemeWords {
    /// The states of a file: of the program, replaced, replaced by an outdated one, added.
    pub default: &'static str,
    pub replaced: &'static str,
    pub outdated: &'static str,
    pub added: &'static str,
    /// Slots: `{file}`.
    pub copied: &'static str,
    /// Slots: `{file}`.
    pub exists: &'static str,
    pub exists_help: &'static str,
    /// Slots: `{file}`.
    pub unknown: &'static str,
    pub unknown_help: &'static str,
}

/// Headings of an explanation.
#[derive(Debug)]
pub struct Explanation {
    pub why: &'static str,
    pub fix: &'static str,
    pub bad: &'static str,
    pub good: &'static str,
    pub level: &'static str,
    pub error: &'static str,
    pub warning: &'static str,
    pub note: &'static str,
    pub fixed_level: &'static str,
    /// Slots: `{code}`.
    pub change_level: &'static str,
    pub chapter: &'static str,
    pub chapter_lead: &'static str,
}

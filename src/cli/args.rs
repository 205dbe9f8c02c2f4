//! The grammar of the command line, and its help in the person's language.
//!
//! One long file, since it is a table: each order is its arguments and its help, and none refers to another.

use crate::lang::command::Help;
use crate::lang::{Lang, Tongue};
use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Arg, ArgAction, CommandFactory, FromArgMatches, Parser, Subcommand, ValueEnum};
use jiff::civil::Date;
use std::ffi::OsString;
use std::path::PathBuf;

#[derive(Debug, Parser)]
#[command(name = "cartilla", version, disable_help_flag = true, disable_version_flag = true)]
#[command(disable_help_subcommand = true)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
#[command(disable_help_flag = true)]
pub enum Command {
    New(NewArgs),
    Check(CheckArgs),
    Build(BuildArgs),
    Coverage(CoverageArgs),
    Explain(ExplainArgs),
    Schema(SchemaArgs),
    Reference(ReferenceArgs),
    Theme(ThemeArgs),
    Translations(TranslationsArgs),
    Acknowledgements(AcknowledgementsArgs),
    Diff(DiffArgs),
    Verify(VerifyArgs),
    Ci(CiArgs),
    Serve(ServeArgs),
}

#[derive(Debug, clap::Args)]
pub struct NewArgs {
    #[arg(value_name = "DIR")]
    pub dir: PathBuf,
    #[arg(long, value_name = "SYSTEM", hide_possible_values = true)]
    pub ci: Option<System>,
    #[arg(long, value_name = "LANG", value_parser = lang_parser())]
    pub lang: Option<Lang>,
}

#[derive(Debug, clap::Args)]
pub struct CheckArgs {
    #[arg(value_name = "MANUAL")]
    pub manual: Option<PathBuf>,
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    pub format: CheckFormat,
    #[arg(long, value_name = "LEVEL")]
    pub deny: Option<Deny>,
    #[arg(long)]
    pub fix: bool,
    #[arg(long, requires = "fix")]
    pub dry_run: bool,
    #[arg(long, value_name = "DAYS", value_parser = clap::value_parser!(u16).range(0..=3650), conflicts_with = "fix")]
    pub due: Option<u16>,
    #[arg(id = "only", long = "code", value_name = "CODE", action = ArgAction::Append)]
    pub only: Vec<String>,
    #[arg(id = "everything", long = "all")]
    pub everything: bool,
    #[arg(long, value_name = "SLUG", action = ArgAction::Append)]
    pub profile: Vec<String>,
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub today: Option<Date>,
    #[arg(long, value_name = "LANG", value_parser = lang_parser())]
    pub lang: Option<Lang>,
}

#[derive(Debug, clap::Args)]
pub struct BuildArgs {
    #[arg(value_name = "MANUAL")]
    pub manual: Option<PathBuf>,
    #[arg(long, value_name = "DIR", default_value = "public")]
    pub out: PathBuf,
    #[arg(long, value_name = "FORMAT", default_value = "html")]
    pub format: BuildFormat,
    #[arg(long, value_name = "LANG", value_delimiter = ',', value_parser = tongue)]
    pub lang: Vec<Tongue>,
    #[arg(long, value_name = "TAG", value_delimiter = ',')]
    pub editions: Vec<String>,
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub today: Option<Date>,
    #[arg(long)]
    pub force: bool,
}

#[derive(Debug, clap::Args)]
pub struct CoverageArgs {
    #[arg(value_name = "MANUAL")]
    pub manual: Option<PathBuf>,
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    pub format: CoverageFormat,
    #[arg(long, value_name = "SLUG", action = ArgAction::Append)]
    pub profile: Vec<String>,
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub today: Option<Date>,
    #[arg(long, value_name = "LANG", value_parser = lang_parser())]
    pub lang: Option<Lang>,
}

#[derive(Debug, clap::Args)]
pub struct ExplainArgs {
    #[arg(value_name = "CODE", required_unless_present = "all", conflicts_with = "all")]
    pub code: Option<String>,
    #[arg(long)]
    pub all: bool,
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    pub format: ExplainFormat,
    #[arg(long, value_name = "LANG", value_parser = lang_parser())]
    pub lang: Option<Lang>,
}

#[derive(Debug, clap::Args)]
pub struct SchemaArgs {
    #[arg(value_name = "MANUAL")]
    pub manual: Option<PathBuf>,
    #[arg(long, value_name = "DIR")]
    pub out: Option<PathBuf>,
    #[arg(long, value_name = "LANG", value_parser = lang_parser())]
    pub lang: Option<Lang>,
}

#[derive(Debug, clap::Args)]
pub struct ReferenceArgs {
    #[arg(long, value_name = "DIR", default_value = "reference")]
    pub out: PathBuf,
    #[arg(long, value_name = "FORMAT", default_value = "html")]
    pub format: BuildFormat,
    #[arg(long, value_name = "LANG", value_delimiter = ',', value_parser = lang_parser())]
    pub lang: Vec<Lang>,
    #[arg(long)]
    pub force: bool,
}

#[derive(Debug, clap::Args)]
pub struct ThemeArgs {
    #[arg(value_name = "MANUAL")]
    pub manual: Option<PathBuf>,
    #[arg(long, value_name = "FILE", action = ArgAction::Append)]
    pub copy: Vec<String>,
    #[arg(long, value_name = "LANG", value_parser = lang_parser())]
    pub lang: Option<Lang>,
}

#[derive(Debug, clap::Args)]
pub struct TranslationsArgs {
    #[arg(value_name = "MANUAL")]
    pub manual: Option<PathBuf>,
    #[arg(long)]
    pub stamp: bool,
    #[arg(long, value_name = "ENTRY", action = ArgAction::Append, requires = "stamp")]
    pub at: Vec<String>,
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub today: Option<Date>,
    #[arg(long, value_name = "LANG", value_parser = lang_parser())]
    pub lang: Option<Lang>,
}

#[derive(Debug, clap::Args)]
pub struct AcknowledgementsArgs {
    #[arg(value_name = "FOLDER")]
    pub folder: PathBuf,
    #[arg(long, value_name = "DIR")]
    pub manual: Option<PathBuf>,
    #[arg(long, value_name = "TAG")]
    pub edition: Option<String>,
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    pub format: CoverageFormat,
    #[arg(long, value_name = "LANG", value_parser = lang_parser())]
    pub lang: Option<Lang>,
}

#[derive(Debug, clap::Args)]
pub struct DiffArgs {
    #[arg(value_name = "OLD")]
    pub old: String,
    #[arg(value_name = "NEW")]
    pub new: String,
    #[arg(value_name = "MANUAL")]
    pub manual: Option<PathBuf>,
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    pub format: DiffFormat,
    #[arg(long, value_name = "ID")]
    pub role: Option<String>,
    #[arg(long, value_name = "LANG", value_parser = lang_parser())]
    pub lang: Option<Lang>,
}

#[derive(Debug, clap::Args)]
pub struct VerifyArgs {
    #[arg(value_name = "DIR")]
    pub folder: PathBuf,
    #[arg(long, value_name = "SHA256")]
    pub digest: Option<String>,
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    pub format: CoverageFormat,
    #[arg(long, value_name = "LANG", value_parser = lang_parser())]
    pub lang: Option<Lang>,
}

#[derive(Debug, clap::Args)]
pub struct CiArgs {
    #[arg(value_name = "SYSTEM", hide_possible_values = true)]
    pub system: System,
    #[arg(long, value_name = "DIR")]
    pub out: Option<PathBuf>,
    #[arg(long, value_name = "LANG", value_parser = lang_parser())]
    pub lang: Option<Lang>,
}

#[derive(Debug, clap::Args)]
pub struct ServeArgs {
    #[arg(value_name = "MANUAL")]
    pub manual: Option<PathBuf>,
    #[arg(long, value_name = "N")]
    pub port: Option<u16>,
    #[arg(long)]
    pub open: bool,
    #[arg(long, value_name = "EDITOR")]
    pub editor: Option<String>,
    #[arg(long, value_name = "LANG", value_delimiter = ',', value_parser = tongue)]
    pub lang: Vec<Tongue>,
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub today: Option<Date>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum DiffFormat {
    Human,
    Md,
    Json,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum System {
    Github,
    Gitlab,
    Forgejo,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum CheckFormat {
    Human,
    Json,
    Sarif,
    Github,
    Gitlab,
    Junit,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum BuildFormat {
    Html,
    Pdf,
    All,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum CoverageFormat {
    Human,
    Json,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ExplainFormat {
    Human,
    Md,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Deny {
    Warnings,
}

fn lang_parser() -> impl TypedValueParser<Value = Lang> {
    PossibleValuesParser::new(Lang::ALL.map(Lang::code))
        .map(|code| Lang::from_tag(&code).expect("the parser knows only these"))
}

/// A language of the content, by its tag.
fn tongue(tag: &str) -> Result<Tongue, &'static str> {
    Tongue::of_name(tag).ok_or("no tag of a language")
}

fn date(text: &str) -> Result<Date, jiff::Error> {
    text.parse()
}

/// Reads the arguments; the help that an error may hold speaks the language.
pub fn parse(arguments: &[OsString], lang: Lang) -> Result<Command, clap::Error> {
    let matches = command(&lang.words().command.help).try_get_matches_from(arguments)?;
    Ok(Cli::from_arg_matches(&matches)?.command)
}

/// The language that `--lang` asks of messages, found before parsing so that usage errors and help speak it too.
pub fn message_lang(arguments: &[OsString]) -> Option<Lang> {
    let mut words = arguments.iter().skip(1).filter_map(|a| a.to_str()).take_while(|a| *a != "--");
    while let Some(word) = words.next() {
        let value = match word.strip_prefix("--lang") {
            Some("") => words.next()?,
            Some(rest) => rest.strip_prefix('=').unwrap_or(""),
            None => continue,
        };
        return Lang::ALL.into_iter().find(|lang| value.split(',').next() == Some(lang.code()));
    }
    None
}

/// The names of the commands.
pub fn names() -> Vec<String> {
    Cli::command().get_subcommands().map(|c| c.get_name().to_owned()).collect()
}

/// A command's name, what it does, its usage after the name, and its arguments.
type Texts<'a> = (&'static str, &'static str, String, &'a [(&'static str, &'static str)]);

/// The grammar with its texts.
pub fn command(help: &'static Help) -> clap::Command {
    let options = help.options_slot;
    let texts: [Texts<'_>; 14] = [
        (
            "new",
            help.new,
            format!("{options} DIR"),
            &[("dir", help.new_dir), ("ci", help.new_ci), ("lang", help.new_lang)],
        ),
        (
            "check",
            help.check,
            format!("{options} [MANUAL]"),
            &[
                ("manual", help.manual),
                ("format", help.check_format),
                ("deny", help.deny),
                ("due", help.due),
                ("fix", help.fix),
                ("dry_run", help.dry_run),
                ("only", help.only),
                ("everything", help.everything),
                ("profile", help.profile),
                ("today", help.today),
                ("lang", help.messages),
            ],
        ),
        (
            "build",
            help.build,
            format!("{options} [MANUAL]"),
            &[
                ("manual", help.manual),
                ("out", help.out),
                ("format", help.build_format),
                ("lang", help.build_lang),
                ("editions", help.editions),
                ("today", help.today),
                ("force", help.force),
            ],
        ),
        (
            "coverage",
            help.coverage,
            format!("{options} [MANUAL]"),
            &[
                ("manual", help.manual),
                ("format", help.coverage_format),
                ("profile", help.profile),
                ("today", help.today),
                ("lang", help.messages),
            ],
        ),
        (
            "explain",
            help.explain,
            format!("{options} CODE | --all"),
            &[("code", help.code), ("all", help.all), ("format", help.explain_format), ("lang", help.messages)],
        ),
        (
            "schema",
            help.schema,
            format!("{options} [MANUAL]"),
            &[("manual", help.manual), ("out", help.schema_out), ("lang", help.messages)],
        ),
        (
            "reference",
            help.reference,
            options.to_owned(),
            &[
                ("out", help.reference_out),
                ("format", help.reference_format),
                ("lang", help.reference_lang),
                ("force", help.force),
            ],
        ),
        (
            "theme",
            help.theme,
            format!("{options} [MANUAL]"),
            &[("manual", help.manual), ("copy", help.theme_copy), ("lang", help.messages)],
        ),
        (
            "translations",
            help.translations,
            format!("{options} [MANUAL]"),
            &[
                ("manual", help.manual),
                ("stamp", help.stamp),
                ("at", help.stamp_at),
                ("today", help.today),
                ("lang", help.messages),
            ],
        ),
        (
            "acknowledgements",
            help.acknowledgements,
            format!("{options} FOLDER"),
            &[
                ("folder", help.acknowledgements_folder),
                ("manual", help.manual),
                ("edition", help.acknowledgements_edition),
                ("format", help.coverage_format),
                ("lang", help.messages),
            ],
        ),
        (
            "diff",
            help.diff,
            format!("{options} OLD NEW [MANUAL]"),
            &[
                ("old", help.diff_old),
                ("new", help.diff_new),
                ("manual", help.manual),
                ("format", help.diff_format),
                ("role", help.diff_role),
                ("lang", help.messages),
            ],
        ),
        (
            "verify",
            help.verify,
            format!("{options} DIR"),
            &[
                ("folder", help.verify_folder),
                ("digest", help.verify_digest),
                ("format", help.coverage_format),
                ("lang", help.messages),
            ],
        ),
        (
            "ci",
            help.ci,
            format!("{options} github | gitlab | forgejo"),
            &[("system", help.ci_system), ("out", help.ci_out), ("lang", help.messages)],
        ),
        (
            "serve",
            help.serve,
            format!("{options} [MANUAL]"),
            &[
                ("manual", help.manual),
                ("port", help.serve_port),
                ("open", help.serve_open),
                ("editor", help.serve_editor),
                ("lang", help.serve_lang),
                ("today", help.today),
            ],
        ),
    ];
    let show_help = || Arg::new("help").short('h').long("help").action(ArgAction::Help).help(help.help);
    let mut root = Cli::command()
        .about(help.about)
        .override_usage(format!("cartilla {} {options}", help.command_slot))
        .help_template(format!(
            "{{about}}\n\n{} {{usage}}\n\n{}\n{{subcommands}}\n\n{}\n{{options}}\n\n{}\n",
            help.usage, help.commands, help.options, help.more
        ))
        .arg(show_help())
        .arg(Arg::new("version").short('V').long("version").action(ArgAction::Version).help(help.version));
    for (name, about, usage, args) in texts {
        root = root.mut_subcommand(name, |mut sub| {
            for (id, text) in args {
                // The texts say which values there are and which is the default.
                sub = sub.mut_arg(id, |arg| {
                    let arg = arg.help(*text);
                    let takes_value = arg.get_action().takes_values() && !arg.is_positional();
                    if takes_value { arg.hide_possible_values(true).hide_default_value(true) } else { arg }
                });
            }
            let positionals = match sub.get_positionals().next() {
                Some(_) => format!("{}\n{{positionals}}\n\n", help.arguments),
                None => String::new(),
            };
            sub.about(about)
                .override_usage(format!("cartilla {name} {usage}"))
                .help_template(format!(
                    "{{about}}\n\n{} {{usage}}\n\n{positionals}{}\n{{options}}\n",
                    help.usage, help.options
                ))
                .arg(show_help())
        });
    }
    root
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<OsString> {
        text.split(' ').map(OsString::from).collect()
    }

    #[test]
    fn the_grammar_is_sound_and_every_argument_has_a_text_in_every_language() {
        for lang in Lang::ALL {
            let command = command(&lang.words().command.help);
            command.clone().debug_assert();
            for sub in command.get_subcommands() {
                assert!(sub.get_about().is_some(), "{}", sub.get_name());
                for arg in sub.get_arguments() {
                    assert!(arg.get_help().is_some(), "{} {}", sub.get_name(), arg.get_id());
                }
            }
        }
    }

    #[test]
    fn the_language_is_found_before_parsing() {
        let found = |text: &str| message_lang(&words(text));
        assert_eq!(found("cartilla check --lang pt --nonsense"), Some(Lang::Pt));
        assert_eq!(found("cartilla build --lang=en,es --lang es"), Some(Lang::En));
        assert_eq!(found("cartilla check -- --lang es"), None);
        assert_eq!(found("cartilla check --lang fr"), None);
        assert_eq!(found("cartilla check --lang"), None);
    }

    #[test]
    fn options_are_read() {
        let line = "cartilla check m --format sarif --deny warnings --profile a --profile b --today 2026-11-02";
        let Ok(Command::Check(args)) = parse(&words(line), Lang::En) else { panic!("a good line") };
        assert_eq!((args.format, args.deny), (CheckFormat::Sarif, Some(Deny::Warnings)));
        assert_eq!(args.profile, ["a", "b"]);
        assert_eq!(args.today, Some(jiff::civil::date(2026, 11, 2)));
        let Ok(Command::Build(args)) = parse(&words("cartilla build --lang es,pt --lang en"), Lang::En) else {
            panic!("a good line")
        };
        assert_eq!(args.lang, [Lang::Es, Lang::Pt, Lang::En]);
        assert_eq!((args.format, args.out.as_path()), (BuildFormat::Html, std::path::Path::new("public")));
        for line in ["cartilla explain", "cartilla explain C301 --all", "cartilla check --today 2026-02-30", "cartilla"]
        {
            assert!(parse(&words(line), Lang::En).is_err(), "{line}");
        }
    }
}

//! `cartilla ci`: a pipeline that checks each change of a manual, shows it, publishes it, and looks ahead once a week.
//!
//! The files are plain text of the repository's owners from the moment they are written: nothing here reads them again, and one that
//! exists is never touched. They hold no secret: what a system grants its own jobs is enough.
//!
//! Beside the preview of a proposed change stands what it means for readers, as Markdown: for the summary of the run, or for a comment
//! by whoever may write one.

use super::args::{CiArgs, System};
use super::editions::tags;
use super::failure::{self, Failure};
use super::session::Session;
use super::{Outcome, manual};
use crate::lang::{Lang, fill, pipelines as words};
use crate::load::Disk;
use crate::load::repository::Repository;
use crate::publish::MARKER;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// What the program's own step does, the same in all systems.
const INSTALL: &str = include_str!("install.sh");
/// What a proposed change means for readers, as the text of a comment: `changes.md`.
const CHANGES: &str = include_str!("changes.sh");
const MANIFEST: &str = "manual.yaml";
const USUAL: &str = "manual";
/// How many folders deep a manual is looked for.
const DEEPEST: usize = 6;

pub fn run(args: &CiArgs, session: &mut Session<'_>) -> Result<Outcome, Failure> {
    let lang = session.lang();
    let current = &session.environment.current;
    let top = Repository::around(current).ok().flatten().and_then(|repository| repository.top());
    let top = top.unwrap_or_else(|| current.clone());
    // Whoever names the place for the pipeline says with it where the repository begins.
    let folder = match args.out.as_ref().map(|out| current.join(out)) {
        Some(out) => place(&out, &out, lang)?,
        None => place(current, &top, lang)?,
    };
    // A system looks for its pipelines at the top of the repository alone.
    let root = args.out.as_ref().map_or_else(|| top.clone(), |out| current.join(out));
    let is_here = || fs::canonicalize(current).ok() == fs::canonicalize(&top).ok();
    let shown = match &args.out {
        Some(out) => out.clone(),
        None if is_here() => PathBuf::new(),
        None => top.clone(),
    };
    write_all(args.system, &root, &shown, &folder, session)?;
    Ok(Outcome::Clean)
}

/// Writes the pipelines of a system beneath a folder, which is told as `shown`, for the manual in a folder beneath it; all or none.
///
/// # Errors
/// A file that is there already, or a folder that cannot be written.
pub fn write_all(
    system: System,
    root: &Path,
    shown: &Path,
    folder: &str,
    session: &mut Session<'_>,
) -> Result<(), Failure> {
    let lang = session.lang();
    if let Some(path) = existing(system, root) {
        return Err(exists(&shown.join(path), lang));
    }
    let tags = tags(&root.join(folder));
    for (path, template) in templates(system) {
        let text = pipeline(template, folder, &tags, lang);
        match write(&root.join(path), &text) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => return Err(exists(&shown.join(path), lang)),
            Err(error) => return Err(failure::io(session.words(), &shown.join(path), &error)),
            Ok(()) => session.say(&words::WRITTEN.fill(lang, &[("path", shown.join(path).display().to_string())])),
        }
    }
    session.say(words::NEXT.in_lang(lang));
    Ok(())
}

/// The first pipeline of a system that somebody has already; also a link that leads nowhere is somebody's.
pub fn existing(system: System, root: &Path) -> Option<&'static str> {
    let mut paths = templates(system).iter().map(|(path, _)| *path);
    paths.find(|path| fs::symlink_metadata(root.join(path)).is_ok())
}

pub fn exists(path: &Path, lang: Lang) -> Failure {
    let slots = [("path", path.display().to_string())];
    Failure::new(words::EXISTS.fill(lang, &slots)).help(words::EXISTS_HELP.in_lang(lang))
}

/// The system that keeps a repository, as the address of its origin tells; none where that tells nothing.
pub fn system_of(address: &str) -> Option<System> {
    let after = address.split_once("://").map_or(address, |(_, rest)| rest);
    let host = after.split(['/', ':']).next()?.rsplit('@').next()?.to_ascii_lowercase();
    let told = [
        ("github", System::Github),
        ("gitlab", System::Gitlab),
        ("codeberg", System::Forgejo),
        ("forgejo", System::Forgejo),
        ("gitea", System::Forgejo),
    ];
    told.into_iter().find(|(name, _)| host.contains(name)).map(|(_, system)| system)
}

/// The folder of the manual, from the top of the repository: where one usually lies, else the only one there is.
fn place(current: &Path, top: &Path, lang: Lang) -> Result<String, Failure> {
    let real = |path: &Path| fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let top = real(top);
    let usual = current.join(manual::locate(None, current));
    let mut found = match usual.join(MANIFEST).is_file() {
        true => vec![real(&usual)],
        false => manuals(&top),
    };
    let from_top = |folder: &Path| from_top(&top, folder);
    if found.len() > 1 {
        let names: Vec<String> = found.iter().map(|folder| from_top(folder)).collect();
        let text = words::SEVERAL.fill(lang, &[("folders", names.join(", "))]);
        return Err(Failure::new(text).help(words::SEVERAL_HELP.in_lang(lang)));
    }
    // One that is still to be written will lie where it usually does.
    Ok(found.pop().map_or_else(|| USUAL.to_owned(), |folder| from_top(&folder)))
}

/// A folder as a pipeline names it: from the top of its repository.
pub fn from_top(top: &Path, folder: &Path) -> String {
    let inside = folder.strip_prefix(top).unwrap_or(folder);
    let parts: Vec<_> = inside.iter().map(|part| part.to_string_lossy().into_owned()).collect();
    if parts.is_empty() { ".".to_owned() } else { parts.join("/") }
}

/// The folders with a manual, but for those that are hidden.
fn manuals(top: &Path) -> Vec<PathBuf> {
    let is_seen = |entry: &walkdir::DirEntry| {
        let name = entry.file_name().to_string_lossy();
        entry.depth() == 0 || !name.starts_with('.') && !matches!(name.as_ref(), "node_modules" | "target")
    };
    let entries = walkdir::WalkDir::new(top).max_depth(DEEPEST).sort_by_file_name().into_iter().filter_entry(is_seen);
    let files = entries.flatten().filter(|entry| entry.file_type().is_file() && entry.file_name() == MANIFEST);
    files.filter_map(|entry| Some(entry.path().parent()?.to_owned())).collect()
}

/// Where each system looks for its pipelines, and what they are. Forgejo does not tell a job which of several schedules started it, so
/// that what runs once a week has a file of its own.
fn templates(system: System) -> &'static [(&'static str, &'static str)] {
    match system {
        System::Github => &[(".github/workflows/manual.yml", include_str!("github.yml"))],
        System::Gitlab => &[(".gitlab-ci.yml", include_str!("gitlab.yml"))],
        System::Forgejo => &[
            (".forgejo/workflows/manual.yml", include_str!("forgejo.yml")),
            (".forgejo/workflows/manual-due.yml", include_str!("forgejo-due.yml")),
        ],
    }
}

/// What the names of the tags of a manual's editions begin with.
fn tags(manual: &Path) -> String {
    let own = Disk::open(manual, MARKER).ok().and_then(|files| crate::head(&files).ok().flatten());
    tags::pattern(own.as_ref()).trim_end_matches('*').to_owned()
}

/// A text as a regular expression that finds nothing else, between slashes.
fn expression(text: &str) -> String {
    let escaped = |c: char| if c.is_alphanumeric() || c == '_' { c.to_string() } else { format!("\\{c}") };
    text.chars().map(escaped).collect()
}

/// A pipeline in a language, for a manual in a folder of the repository, whose editions are tags that begin so.
fn pipeline(template: &str, manual: &str, tags: &str, lang: Lang) -> String {
    let named = [("tags", tags.to_owned()), ("tags_pattern", expression(tags))];
    let word = |name: &'static str, text: crate::lang::Text| (name, text.fill(lang, &named));
    let install = fill(INSTALL, &[word("no_source", words::NO_SOURCE)]);
    let told = [word("first_manual", words::FIRST_MANUAL), word("no_comparison", words::NO_COMPARISON)];
    let changes = fill(CHANGES, &told);
    let slots: Vec<(&'static str, String)> = words::ALL.iter().map(|(name, text)| word(name, *text)).collect();
    let mut out = String::new();
    for line in template.lines() {
        let script = match line {
            "{install}" => Some(&install),
            "{changes}" => Some(&changes),
            _ => None,
        };
        if let Some(script) = script {
            // Behind a list's dash or a key, a script stands as deep as the line that follows it.
            let depth = if template.contains("before_script") { 6 } else { 10 };
            script.lines().for_each(|line| out.push_str(&format!("{:depth$}{line}\n", "")));
            continue;
        }
        let values = [("version", env!("CARGO_PKG_VERSION").to_owned()), ("manual", quoted(manual))];
        out.push_str(&fill(line, &[&slots[..], &values, &named].concat()));
        out.push('\n');
    }
    out
}

/// What stands between the quotes of YAML.
fn quoted(text: &str) -> String {
    text.replace('\\', "\\\\").replace('"', "\\\"")
}

/// Writes a new file whole or not at all.
fn write(path: &Path, text: &str) -> io::Result<()> {
    let folder = path.parent().unwrap_or(path);
    fs::create_dir_all(folder)?;
    let mut file = tempfile::Builder::new().prefix(".cartilla-").tempfile_in(folder)?;
    file.write_all(text.as_bytes())?;
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        // A temporary file is its maker's alone; one of a repository is for all who work on it.
        file.as_file().set_permissions(fs::Permissions::from_mode(0o644))?;
    }
    file.as_file().sync_all()?;
    file.persist_noclobber(path).map_err(|error| error.error)?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_address_of_a_repository_tells_its_system() {
        for (address, system) in [
            ("https://github.com/casa/manual.git", Some(System::Github)),
            ("git@gitlab.example.org:casa/manual.git", Some(System::Gitlab)),
            ("ssh://git@codeberg.org:22/casa/manual.git", Some(System::Forgejo)),
            ("https://ana@forgejo.casa.example/manual", Some(System::Forgejo)),
            ("https://git.example.org/github/manual.git", None),
            ("../origin", None),
            ("", None),
        ] {
            assert_eq!(system_of(address), system, "{address}");
        }
    }

    #[test]
    fn every_word_of_a_pipeline_is_filled_in_every_language() {
        for lang in Lang::ALL {
            let systems = [System::Github, System::Gitlab, System::Forgejo];
            for (path, template) in systems.into_iter().flat_map(templates) {
                let text = pipeline(template, "manual", "edition/", lang);
                for (name, _) in words::ALL {
                    assert!(!text.contains(&format!("{{{name}}}")), "{path}: {name}");
                }
                assert!(
                    !text.contains("{install}") && !text.contains("{changes}") && !text.contains("{no_source}"),
                    "{path}"
                );
                assert!(text.contains(env!("CARGO_PKG_VERSION")) && !text.contains("{version}"), "{path}");
            }
        }
    }

    #[test]
    fn every_word_is_in_some_pipeline_and_can_stand_in_yaml() {
        let systems = [System::Github, System::Gitlab, System::Forgejo];
        let all: String = systems.into_iter().flat_map(templates).map(|(_, template)| *template).collect();
        for (name, text) in words::ALL {
            assert!(all.contains(&format!("{{{name}}}")), "{name}");
            for lang in Lang::ALL {
                let text = text.in_lang(lang);
                assert!(!text.contains([':', '#', '"', '\'', '\n']), "{text}");
            }
        }
        for lang in Lang::ALL {
            for text in [words::NO_SOURCE, words::FIRST_MANUAL, words::NO_COMPARISON] {
                assert!(!text.in_lang(lang).contains(['"', '$', '`', '\\', '\n']), "it stands in a shell's quotes");
            }
        }
    }
}

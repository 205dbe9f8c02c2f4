//! `cartilla schema`: the JSON Schemas by which editors complete and explain keys, and how `new` wires them in.

use super::args::SchemaArgs;
use super::failure::{self, Failure};
use super::session::Session;
use super::{Outcome, manual};
use crate::grammar::json::{self, Covers};
use crate::lang::{Lang, fill};
use crate::{Options, judge};
use serde_json::{Map, Value, json};
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// Where the schemas of a manual lie. Names that begin with a dot are no part of the manual.
pub const FOLDER: &str = ".cartilla/schema";

pub fn run(args: &SchemaArgs, session: &mut Session<'_>) -> Result<Outcome, Failure> {
    let (folder, shown) = folder(args, session)?;
    let files = texts(session.lang());
    write(&folder, &files).map_err(|error| failure::io(session.words(), &shown, &error))?;
    let words = session.words();
    let slots = [("folder", shown.display().to_string()), ("files", words.progress.files.of(files.len()))];
    session.say(&fill(words.progress.schemas, &slots));
    Ok(Outcome::Clean)
}

/// The folder to write to, and how it is called before the person. The manual that lies there gives the language.
fn folder(args: &SchemaArgs, session: &mut Session<'_>) -> Result<(PathBuf, PathBuf), Failure> {
    let found = manual::open(args.manual.as_deref(), session);
    if let Ok(manual) = &found {
        let options = Options {
            today: session.environment.today,
            langs: Vec::new(),
            messages: session.chosen_lang(),
            profiles: Vec::new(),
            history: None,
        };
        if let Ok(compiled) = judge(&manual.files, &options) {
            session.adopt(compiled.lang);
        }
    }
    match (&args.out, found) {
        (Some(out), _) => Ok((session.environment.current.join(out), out.clone())),
        (None, Ok(manual)) => Ok((manual.files.root().join(FOLDER), PathBuf::from(manual.place.of(FOLDER)))),
        (None, Err(failure)) => Err(failure),
    }
}

/// The schemas in a language, by the name of the file.
pub fn texts(lang: Lang) -> Vec<(String, String)> {
    // On one line: editors read them, people do not, and a new manual has over a hundred.
    let text = |schema: &Value| format!("{schema}\n");
    json::schemas(lang).into_iter().map(|schema| (schema.file, text(&schema.json))).collect()
}

/// The settings that make Visual Studio Code use them, where the manual's folder is what is opened.
pub fn settings(lang: Lang) -> String {
    let mut schemas = Map::new();
    for schema in json::schemas(lang) {
        let name = crate::grammar::name(schema.kind);
        let files = match (schema.covers, schema.translation) {
            (Covers::Manifest | Covers::Register, false) => json!(format!("/{name}.yaml")),
            (Covers::Manifest | Covers::Register, true) => json!(format!("/{name}.*.yaml")),
            // A star stands for dots too.
            (Covers::Entry, false) => json!([format!("/{name}/*.yaml"), format!("!/{name}/*.*.yaml")]),
            (Covers::Entry, true) => json!(format!("/{name}/*.*.yaml")),
        };
        schemas.insert(format!("./{FOLDER}/{}", schema.file), files);
    }
    format!("{:#}\n", json!({"yaml.schemas": schemas}))
}

/// Writes the files, each whole or not at all; whatever else lies there stays.
fn write(folder: &Path, files: &[(String, String)]) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    for (name, text) in files {
        let mut builder = tempfile::Builder::new();
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            // A temporary file is its maker's alone; these are for all who write the manual, as far as the system's mask allows.
            builder.permissions(fs::Permissions::from_mode(0o666));
        }
        let mut file = builder.prefix(".cartilla-").tempfile_in(folder)?;
        file.write_all(text.as_bytes())?;
        file.persist(folder.join(name)).map_err(|error| error.error)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_file_of_a_manual_has_one_schema() {
        let settings: Value = serde_json::from_str(&settings(Lang::Es)).expect("JSON");
        let of = |file: &str| settings["yaml.schemas"][format!("./{FOLDER}/{file}")].clone();
        assert_eq!(of("manual.json"), json!("/manual.yaml"));
        assert_eq!(of("manual.translation.json"), json!("/manual.*.yaml"));
        assert_eq!(of("roles.json"), json!("/roles.yaml"));
        assert_eq!(of("roles.translation.json"), json!("/roles.*.yaml"));
        assert_eq!(of("roles.entry.json"), json!(["/roles/*.yaml", "!/roles/*.*.yaml"]));
        assert_eq!(of("roles.entry.translation.json"), json!("/roles/*.*.yaml"));
    }

    #[cfg(unix)]
    #[test]
    fn others_can_read_what_is_written() {
        use std::os::unix::fs::PermissionsExt;
        let dir = tempfile::tempdir().expect("a temporary folder");
        write(dir.path(), &[("a.json".to_owned(), "{}\n".to_owned())]).expect("written");
        fs::write(dir.path().join("plain"), "").expect("written");
        let mode = |name: &str| fs::metadata(dir.path().join(name)).expect("there").permissions().mode() & 0o777;
        assert_eq!(mode("a.json"), mode("plain"));
    }
}

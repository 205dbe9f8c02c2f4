//! One fact of the example manual changed, removed or contradicted: the code that was meant is told, and no other.
//! And other ways to write the same: nothing is told.
//!
//! `tests/mutations/*.yaml` are lists of such changes; in `harmless.yaml` none may raise a finding.

use std::collections::{BTreeMap, BTreeSet};

use cartilla::Compiled;
use rayon::prelude::*;
use serde::Deserialize;

use crate::support::{compiled_from, original, repository, told};

/// A change of one place, sometimes of several that belong together.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Mutation {
    /// What is done, in words.
    does: String,
    /// The code that is told; none where the change is harmless.
    #[serde(default)]
    code: Option<String>,
    /// Codes of the same fact that may be told too.
    #[serde(default)]
    also: BTreeSet<String>,
    edits: Vec<Edit>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Edit {
    file: String,
    /// Text that occurs once in the file. None adds to the end of the file, or makes a new one.
    #[serde(default)]
    find: Option<String>,
    #[serde(default)]
    replace: String,
}

type Manual = BTreeMap<String, Vec<u8>>;

/// The manual after a change, or why it cannot be made.
fn changed(manual: &Manual, mutation: &Mutation) -> Result<Manual, String> {
    let mut manual = manual.clone();
    for edit in &mutation.edits {
        let bytes = manual.entry(edit.file.clone()).or_default();
        let text = std::str::from_utf8(bytes).map_err(|error| error.to_string())?;
        let text = match &edit.find {
            None => format!("{text}{}", edit.replace),
            Some(find) => match text.matches(find.as_str()).count() {
                1 => text.replacen(find.as_str(), &edit.replace, 1),
                n => return Err(format!("{} has {n} times: {find}", edit.file)),
            },
        };
        *bytes = text.into_bytes();
    }
    Ok(manual)
}

/// What is wrong with what is told of a change; none when it is as meant.
fn fault(mutation: &Mutation, compiled: &Compiled) -> Option<String> {
    let codes: BTreeSet<&str> = compiled.findings.iter().map(|finding| finding.code()).collect();
    let meant = |code: &&str| mutation.code.as_deref() == Some(*code) || mutation.also.contains(*code);
    let others: Vec<&str> = codes.iter().copied().filter(|code| !meant(code)).collect();
    match &mutation.code {
        Some(code) if !codes.contains(code.as_str()) => Some(format!("{code} is not told")),
        _ if !others.is_empty() => Some(format!("unrelated: {}", others.join(", "))),
        _ => None,
    }
}

/// All changes of the files, by file and in their order; of one file alone where `CARTILLA_MUTATIONS` names it.
fn mutations() -> Vec<(String, Mutation)> {
    let folder = repository("tests/mutations");
    let entries = std::fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut paths: Vec<_> = entries.map(|entry| entry.expect("an entry").path()).collect();
    paths.sort();
    if let Ok(only) = std::env::var("CARTILLA_MUTATIONS") {
        paths.retain(|path| path.file_stem().is_some_and(|stem| *stem == *only));
    }
    let mut all = Vec::new();
    for path in paths {
        let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let list: Vec<Mutation> =
            serde_saphyr::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let name = path.file_stem().expect("a name").to_string_lossy().into_owned();
        all.extend(list.into_iter().map(|mutation| (name.clone(), mutation)));
    }
    all
}

#[test]
fn every_contradiction_is_caught_and_no_rewriting_is() {
    let manual = original();
    let all = mutations();
    let faults: Vec<(bool, String)> = all
        .par_iter()
        .filter_map(|(file, mutation)| {
            let fault = match changed(&manual, mutation) {
                Err(why) => why,
                Ok(manual) => {
                    let compiled = compiled_from(manual);
                    let fault = fault(mutation, &compiled)?;
                    format!("{fault}\n{}", told(&compiled))
                }
            };
            Some((mutation.code.is_some(), format!("{file}: {}: {fault}", mutation.does)))
        })
        .collect();
    for (file, mutation) in &all {
        assert_eq!(file == "harmless", mutation.code.is_none(), "{file}: {}", mutation.does);
    }
    let meant = all.iter().filter(|(_, mutation)| mutation.code.is_some()).count();
    let missed = faults.iter().filter(|(is_meant, _)| *is_meant).count();
    println!("caught {}/{meant}, false alarms {}/{}", meant - missed, faults.len() - missed, all.len() - meant);
    let said: Vec<String> = faults.into_iter().map(|(_, said)| said).collect();
    assert!(said.is_empty(), "{}", said.join("\n"));
}

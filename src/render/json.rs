//! The manual as data: `manual.json`, and what concerns each role in `data/roles/`.

use super::{Artifact, RenderError};
use crate::ir::Manual;
use crate::ir::role::{ROLE_SCHEMA, RoleData};
use serde::Serialize;

/// The manual as data, beside its pages.
pub const FILE: &str = "manual.json";

/// Whether a manual has such a file of data.
pub fn has(manual: &Manual, path: &str) -> bool {
    path == FILE
        || manual.roles.iter().any(|role| role_file(&role.id) == path)
        || manual.data.iter().any(|file| file.path == path)
}

/// One of the files of data; none where nothing has that path.
pub fn file(manual: &Manual, path: &str) -> Result<Option<Vec<u8>>, RenderError> {
    if path == FILE {
        return Ok(Some(render(manual)?.bytes));
    }
    Ok(roles(manual)?.into_iter().find(|file| file.path == path).map(|file| file.bytes))
}

/// The manual as JSON on one line, the same bytes for the same manual. Programs read it: indented it is more than twice as large.
pub fn render(manual: &Manual) -> Result<Artifact, RenderError> {
    let bytes = serde_json::to_vec(manual).map(ended);
    Ok(Artifact { path: FILE.into(), bytes: bytes.map_err(|e| RenderError(e.to_string()))? })
}

/// A file for each role, and the others that the manual has.
pub fn roles(manual: &Manual) -> Result<Vec<Artifact>, RenderError> {
    let file = |role: &RoleData| {
        let control = &manual.control;
        let edition = Edition {
            title: &manual.title,
            code: control.code.as_deref(),
            edition: control.edition.as_deref(),
            date: &control.date,
            digest: &control.digest,
        };
        let whole = RoleFile { schema: ROLE_SCHEMA, lang: &manual.lang, manual: edition, role };
        Ok(Artifact { path: role_file(&role.id), bytes: bytes(&whole)? })
    };
    let others = manual.data.iter().map(|file| Ok(Artifact { path: file.path.clone(), bytes: file.bytes.clone() }));
    manual.roles.iter().map(file).chain(others).collect()
}

/// The file of a role.
pub fn role_file(id: &str) -> String {
    format!("data/roles/{id}.json")
}

/// What a role's file says beside the role: of which manual and edition it is.
#[derive(Serialize)]
struct RoleFile<'a> {
    schema: &'static str,
    lang: &'a str,
    manual: Edition<'a>,
    role: &'a RoleData,
}

#[derive(Serialize)]
struct Edition<'a> {
    title: &'a str,
    code: Option<&'a str>,
    edition: Option<&'a str>,
    date: &'a str,
    digest: &'a str,
}

/// Indented: a role's file is short, and people look into it.
fn bytes(value: &impl Serialize) -> Result<Vec<u8>, RenderError> {
    serde_json::to_vec_pretty(value).map(ended).map_err(|e| RenderError(e.to_string()))
}

fn ended(mut bytes: Vec<u8>) -> Vec<u8> {
    bytes.push(b'\n');
    bytes
}

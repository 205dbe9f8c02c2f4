//! `manual.json`: the composed manual as data.

use super::{Artifact, RenderError};
use crate::ir::Manual;

/// The manual as pretty JSON, the same bytes for the same manual.
pub fn render(manual: &Manual) -> Result<Artifact, RenderError> {
    let mut bytes = serde_json::to_vec_pretty(manual).map_err(|e| RenderError(e.to_string()))?;
    bytes.push(b'\n');
    Ok(Artifact { path: "manual.json".into(), bytes })
}

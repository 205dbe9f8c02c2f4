//! What is written and what is missing.

use serde::Serialize;

#[derive(Debug, Clone, Serialize)]
pub struct Coverage {}

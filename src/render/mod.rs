//! Bytes from a composed manual, a theme and a language. Writes nothing.

pub mod demand;
pub mod edition;
pub mod html;
pub mod json;
#[cfg(feature = "pdf")]
pub mod pdf;

/// A file to be published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Artifact {
    /// Relative to the output folder, with `/`.
    pub path: String,
    pub bytes: Vec<u8>,
}

/// Why nothing could be rendered. The text is for the developer of a theme: English, with the place in the theme.
#[derive(Debug, Clone)]
pub struct RenderError(pub String);

impl std::fmt::Display for RenderError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for RenderError {}

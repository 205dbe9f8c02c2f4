//! What Typst may see: files in memory, the embedded fonts, a fixed day. Nothing else exists for it.

use super::super::RenderError;
use crate::theme::Theme;
use std::collections::HashMap;
use std::sync::{Arc, LazyLock};
use typst::diag::{FileError, FileResult, PackageError, SourceDiagnostic};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{DiagSpan, FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Feature, Features, Library, LibraryExt, World, WorldExt};
use typst_kit::files::{FileLoader, FileStore};
use typst_kit::fonts::FontStore;

/// Parsing the fonts costs some milliseconds and they are constant, as is the library.
static FONTS: LazyLock<Arc<FontStore>> = LazyLock::new(|| {
    let mut fonts = FontStore::new();
    fonts.extend(typst_kit::fonts::embedded());
    Arc::new(fonts)
});
static LIBRARY: LazyLock<LazyHash<Library>> = LazyLock::new(|| {
    // Headers of rows and summaries of tables want this feature.
    let features: Features = [Feature::A11yExtras].into_iter().collect();
    LazyHash::new(Library::builder().with_features(features).build())
});

/// The fonts that pages may use: the embedded ones, and before them those that the theme brings.
pub fn fonts(theme: &Theme) -> Arc<FontStore> {
    if theme.faces().iter().all(|face| !face.is_printable()) {
        return FONTS.clone();
    }
    let mut fonts = FontStore::new();
    for face in theme.faces().iter().filter(|face| face.is_printable()) {
        let bytes = Bytes::new(face.bytes.clone());
        fonts.extend(Font::iter(bytes).map(|font| (font.clone(), font.info().clone())));
    }
    fonts.extend(typst_kit::fonts::embedded());
    Arc::new(fonts)
}

#[derive(Default)]
struct MemoryFiles(HashMap<FileId, Bytes>);

impl FileLoader for MemoryFiles {
    fn load(&self, id: FileId) -> FileResult<Bytes> {
        match id.root() {
            VirtualRoot::Package(spec) => Err(FileError::Package(PackageError::NotFound(spec.clone()))),
            VirtualRoot::Project => {
                let missing = || FileError::NotFound(id.vpath().get_with_slash().into());
                self.0.get(&id).cloned().ok_or_else(missing)
            }
        }
    }
}

/// The files of one manual.
pub struct MemoryWorld {
    files: FileStore<MemoryFiles>,
    fonts: Arc<FontStore>,
    main: FileId,
    today: Datetime,
}

impl MemoryWorld {
    pub fn new(today: Datetime, fonts: Arc<FontStore>) -> Self {
        MemoryWorld {
            fonts,
            files: FileStore::new(MemoryFiles::default()),
            main: RootedPath::new(VirtualRoot::Project, VirtualPath::new("/main.typ").expect("a plain path")).intern(),
            today,
        }
    }

    /// The fonts that pages may use.
    pub fn fonts(&self) -> Arc<FontStore> {
        self.fonts.clone()
    }

    /// Adds a file under a path that starts with `/`. Fails for a path that leaves the root.
    pub fn put(&mut self, path: &str, bytes: Bytes) -> Result<(), RenderError> {
        let virtual_path =
            VirtualPath::new(path).map_err(|_| RenderError(format!("`{path}` cannot be the path of a file")))?;
        let id = RootedPath::new(VirtualRoot::Project, virtual_path).intern();
        self.files.loader_mut().0.insert(id, bytes);
        Ok(())
    }

    /// What went wrong, one line each, with the place in the template and the hints.
    pub fn explain(&self, errors: &[SourceDiagnostic]) -> RenderError {
        const SHOWN: usize = 10;
        let mut lines: Vec<String> = errors.iter().take(SHOWN).map(|error| self.explain_one(error)).collect();
        if errors.len() > SHOWN {
            lines.push(format!("and {} more", errors.len() - SHOWN));
        }
        RenderError(lines.join("\n"))
    }

    fn explain_one(&self, error: &SourceDiagnostic) -> String {
        let mut line = match self.place(error.span) {
            Some(place) => format!("{place}: {}", error.message),
            None => error.message.to_string(),
        };
        for hint in &error.hints {
            line.push_str(&format!(" ({})", hint.v));
        }
        // An error deep in a shared function says little without who called it.
        if let Some(place) = error.trace.iter().find_map(|point| self.place(point.span)) {
            line.push_str(&format!(" (called at {place})"));
        }
        line
    }

    fn place(&self, span: impl Into<DiagSpan>) -> Option<String> {
        let span = span.into();
        let id = span.id()?;
        let start = self.range(span)?.start;
        let (line, column) = self.source(id).ok()?.lines().byte_to_line_column(start)?;
        Some(format!("pdf/{}:{}:{}", id.vpath().get_without_slash(), line + 1, column + 1))
    }
}

impl World for MemoryWorld {
    fn library(&self) -> &LazyHash<Library> {
        &LIBRARY
    }

    fn book(&self) -> &LazyHash<FontBook> {
        self.fonts.book()
    }

    fn main(&self) -> FileId {
        self.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        self.files.source(id)
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        self.files.file(id)
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.fonts.font(index)
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        Some(self.today)
    }
}

//! An edition: every file of a manual in all its languages and formats.

use super::html::editions::{Frame, Listed};
use super::html::{self, Alternate, Site};
use super::{Artifact, RenderError, json};
use crate::ir::Manual;
use crate::theme::Theme;
use std::sync::Arc;

/// Which formats are wanted beside the data.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Formats {
    Html,
    Pdf,
    All,
    /// Pages that lead to the PDF, which [`pdf`] makes when somebody asks for it.
    Pages,
}

/// The name of the PDF beside the pages.
pub const PDF: &str = "manual.pdf";

/// An edition's place on a site of several.
#[derive(Debug, Clone)]
pub struct Place {
    /// From the newest to the oldest.
    pub listed: Arc<Vec<Listed>>,
    /// Which of them it is.
    pub here: Option<usize>,
    /// How many folders deep it stands.
    pub depth: usize,
    /// Whether the page that lists the editions is one of its own.
    pub lists: bool,
}

/// Renders the manuals of one edition. The first stands at the root, the others in a folder of their language. `ready` gives files that
/// need not be made again, by path.
///
/// # Errors
/// What a renderer cannot render, and the PDF where this build has no such feature.
pub fn render(
    manuals: &[Manual],
    formats: Formats,
    theme: &Theme,
    place: Option<&Place>,
    ready: &dyn Fn(&str) -> Option<Vec<u8>>,
) -> Result<Vec<Artifact>, RenderError> {
    let mut out = Vec::new();
    for (at, manual) in manuals.iter().enumerate() {
        let folder = folder_of(at, manual);
        let mut add = |artifact: Artifact| {
            out.push(Artifact { path: format!("{folder}{}", artifact.path), bytes: artifact.bytes });
        };
        add(json::render(manual)?);
        json::roles(manual)?.into_iter().for_each(&mut add);
        if formats != Formats::Pdf {
            let site = site(manuals, at, formats, place);
            html::render(manual, &site, theme)?.into_iter().for_each(&mut add);
        }
        if matches!(formats, Formats::Pdf | Formats::All) {
            let bytes = match ready(&format!("{folder}{PDF}")) {
                Some(bytes) => bytes,
                None => pdf(manual, theme)?,
            };
            add(Artifact { path: PDF.to_owned(), bytes });
        }
    }
    Ok(out)
}

/// The folder of a manual within its edition: the first stands at the root.
pub fn folder_of(at: usize, manual: &Manual) -> String {
    if at == 0 { String::new() } else { format!("{}/", manual.lang) }
}

/// What stands beside the pages of one of the manuals.
pub(super) fn site(manuals: &[Manual], at: usize, formats: Formats, place: Option<&Place>) -> Site {
    Site {
        alternates: alternates(manuals, at),
        pdf: match formats {
            Formats::All => Some(PDF.to_owned()),
            Formats::Pages => cfg!(feature = "pdf").then(|| PDF.to_owned()),
            Formats::Html | Formats::Pdf => None,
        },
        data: Some(json::FILE.to_owned()),
        editions: place.map(|place| place.frame(at)),
    }
}

/// The page that lists the editions alone, in each language, as it stands among the pages of a manual that has these formats.
///
/// # Errors
/// A template that fails.
pub fn list(manuals: &[Manual], formats: Formats, theme: &Theme, place: &Place) -> Result<Vec<Artifact>, RenderError> {
    each(manuals, place, |manual, site| {
        let pdf = (formats == Formats::All).then(|| PDF.to_owned());
        let site = Site { pdf, data: Some(json::FILE.to_owned()), ..site };
        Ok(vec![html::list(manual, &site, theme)?])
    })
}

/// The page that lists the editions as the front page of a site that has no manual at its root, with all that it loads.
///
/// # Errors
/// A template that fails.
pub fn front(manuals: &[Manual], theme: &Theme, place: &Place) -> Result<Vec<Artifact>, RenderError> {
    each(&bare(manuals), place, |manual, site| html::render(manual, &site, theme))
}

/// Manuals without what they say: what leads to their pages would lead nowhere.
pub fn bare(manuals: &[Manual]) -> Vec<Manual> {
    let empty = |manual: &Manual| Manual {
        sections: Vec::new(),
        roles: Vec::new(),
        names: Vec::new(),
        assets: Vec::new(),
        ..manual.clone()
    };
    manuals.iter().map(empty).collect()
}

fn each(
    manuals: &[Manual],
    place: &Place,
    render: impl Fn(&Manual, Site) -> Result<Vec<Artifact>, RenderError>,
) -> Result<Vec<Artifact>, RenderError> {
    let mut out = Vec::new();
    for (at, manual) in manuals.iter().enumerate() {
        let folder = folder_of(at, manual);
        let site = Site { alternates: alternates(manuals, at), editions: Some(place.frame(at)), ..Site::default() };
        let files = render(manual, site)?.into_iter();
        out.extend(files.map(|artifact| Artifact { path: format!("{folder}{}", artifact.path), ..artifact }));
    }
    Ok(out)
}

impl Place {
    /// As the pages of one of its languages see it.
    fn frame(&self, lang: usize) -> Frame {
        let deep = self.depth + usize::from(lang > 0);
        Frame { listed: self.listed.clone(), here: self.here, up: "../".repeat(deep), lists: self.lists }
    }
}

/// The PDF of a manual.
///
/// # Errors
/// What cannot be rendered, and any manual where this build has no such feature.
#[cfg(feature = "pdf")]
pub fn pdf(manual: &Manual, theme: &Theme) -> Result<Vec<u8>, RenderError> {
    super::pdf::render(manual, theme).map(|artifact| artifact.bytes)
}

/// As above: this build has no such feature.
#[cfg(not(feature = "pdf"))]
pub fn pdf(_manual: &Manual, _theme: &Theme) -> Result<Vec<u8>, RenderError> {
    Err(RenderError("this build has no PDF: it was made without the feature `pdf`".to_owned()))
}

/// The other languages, and what leads to their pages from the pages of this one.
fn alternates(manuals: &[Manual], here: usize) -> Vec<Alternate> {
    let up = if here == 0 { "" } else { "../" };
    let others = manuals.iter().enumerate().filter(|(place, _)| *place != here);
    others
        .map(|(place, other)| Alternate {
            lang: other.lang.clone(),
            name: other.tongue().own_name(),
            prefix: if place == 0 { up.to_owned() } else { format!("{up}{}/", other.lang) },
        })
        .collect()
}

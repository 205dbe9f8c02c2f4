//! An edition: every file of a manual in all its languages and formats.

use super::html::{self, Alternate, Site};
use super::{Artifact, RenderError, json};
use crate::ir::Manual;
use crate::lang::Lang;
use crate::theme::Theme;

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

/// Renders the manuals of one edition. The first stands at the root, the others in a folder of their language.
///
/// # Errors
/// What a renderer cannot render, and the PDF where this build has no such feature.
pub fn render(manuals: &[Manual], formats: Formats, theme: &Theme) -> Result<Vec<Artifact>, RenderError> {
    let mut out = Vec::new();
    for (place, manual) in manuals.iter().enumerate() {
        let folder = if place == 0 { String::new() } else { format!("{}/", manual.lang) };
        let mut add = |artifact: Artifact| {
            out.push(Artifact { path: format!("{folder}{}", artifact.path), bytes: artifact.bytes });
        };
        add(json::render(manual)?);
        json::roles(manual)?.into_iter().for_each(&mut add);
        if formats != Formats::Pdf {
            let site = Site {
                alternates: alternates(manuals, place),
                pdf: match formats {
                    Formats::All => Some(PDF.to_owned()),
                    Formats::Pages => cfg!(feature = "pdf").then(|| PDF.to_owned()),
                    Formats::Html | Formats::Pdf => None,
                },
                data: Some("manual.json".to_owned()),
            };
            html::render(manual, &site, theme)?.into_iter().for_each(&mut add);
        }
        if matches!(formats, Formats::Pdf | Formats::All) {
            add(Artifact { path: PDF.to_owned(), bytes: pdf(manual, theme)? });
        }
    }
    Ok(out)
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
            name: Lang::from_tag(&other.lang).map_or_else(|| other.lang.clone(), |l| l.own_name().to_owned()),
            prefix: if place == 0 { up.to_owned() } else { format!("{up}{}/", other.lang) },
        })
        .collect()
}

//! Where everything is: the page of each section, the address of each anchor, the file of each picture.

use std::collections::{BTreeMap, BTreeSet};

use super::RenderError;
use crate::ir::{Block, Manual, Section, SectionKind};

/// The addresses of a manual.
pub struct Addresses<'a> {
    /// Anchor → the page it is on, and whether it is the page itself.
    anchors: BTreeMap<&'a str, (String, bool)>,
    pictures: BTreeSet<&'a str>,
}

impl<'a> Addresses<'a> {
    pub fn of(manual: &'a Manual) -> Result<Self, RenderError> {
        let mut addresses = Addresses { anchors: BTreeMap::new(), pictures: BTreeSet::new() };
        let mut files = BTreeMap::new();
        for section in &manual.sections {
            addresses.section(section, None, &mut files)?;
        }
        for asset in &manual.assets {
            check_path(&asset.path)?;
            addresses.pictures.insert(&asset.path);
        }
        Ok(addresses)
    }

    /// The address of an anchor, as seen from a page.
    pub fn to(&self, anchor: &str, from: &str) -> Result<String, RenderError> {
        match self.anchors.get(anchor) {
            None => Err(RenderError(format!("{from}: nothing in the manual has the anchor `{anchor}`"))),
            Some((page, _)) if page == from => Ok(format!("#{anchor}")),
            Some((page, true)) => Ok(page.clone()),
            Some((page, false)) => Ok(format!("{page}#{anchor}")),
        }
    }

    /// The address of a picture, as seen from any page.
    pub fn picture(&self, path: &str) -> Result<String, RenderError> {
        match self.pictures.contains(path) {
            true => Ok(format!("assets/{}", escape_path(path))),
            false => Err(RenderError(format!("the picture `{path}` is not among the manual's assets"))),
        }
    }

    fn section(
        &mut self,
        section: &'a Section,
        parent: Option<&str>,
        files: &mut BTreeMap<String, &'a str>,
    ) -> Result<(), RenderError> {
        let own = file_of(section)?;
        let Some(page) = own.as_deref().or(parent) else {
            return Err(RenderError(format!("section `{}` is no page and stands beneath none", section.id)));
        };
        if own.is_some() {
            // Two names that differ in case alone are one file on some systems.
            if let Some(other) = files.insert(page.to_lowercase(), &section.id) {
                return Err(RenderError(format!(
                    "sections `{other}` and `{}` would both be the page {page}",
                    section.id
                )));
            }
        }
        self.anchor(&section.id, page, own.is_some())?;
        self.blocks(&section.blocks, page)?;
        section.sections.iter().try_for_each(|inner| self.section(inner, Some(page), files))
    }

    fn blocks(&mut self, blocks: &'a [Block], page: &str) -> Result<(), RenderError> {
        for block in blocks {
            for anchor in anchors(block) {
                self.anchor(anchor, page, false)?;
            }
            block.children().into_iter().try_for_each(|inner| self.blocks(inner, page))?;
        }
        Ok(())
    }

    fn anchor(&mut self, anchor: &'a str, page: &str, whole: bool) -> Result<(), RenderError> {
        // Names that begin with `_` are the renderer's own.
        let plain = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '.' | ':');
        if anchor.is_empty() || anchor.starts_with('_') || !anchor.chars().all(plain) {
            return Err(RenderError(format!("{page}: `{anchor}` cannot be an anchor")));
        }
        match self.anchors.insert(anchor, (page.to_string(), whole)) {
            None => Ok(()),
            Some((other, _)) => Err(RenderError(format!("the anchor `{anchor}` stands on {other} and on {page}"))),
        }
    }
}

/// The page of a section, if it is one of its own.
pub fn file_of(section: &Section) -> Result<Option<String>, RenderError> {
    match section.kind {
        SectionKind::Family => Ok(None),
        SectionKind::Cover => Ok(Some("index.html".into())),
        SectionKind::Control
        | SectionKind::Chapter
        | SectionKind::Services
        | SectionKind::Service
        | SectionKind::Register => {
            let portable = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.');
            match section.id.chars().all(portable) && !section.id.starts_with('.') && !section.id.is_empty() {
                true => Ok(Some(format!("{}.html", section.id))),
                false => Err(RenderError(format!("`{}` cannot be the name of a page", section.id))),
            }
        }
    }
}

/// The anchors of a block itself; those of the blocks inside it are theirs.
fn anchors(block: &Block) -> Vec<&str> {
    match block {
        Block::Heading { id, .. } | Block::Group { id, .. } | Block::Promise { id, .. } => {
            id.as_deref().into_iter().collect()
        }
        Block::Point { id, .. } => vec![id],
        Block::Definitions { items } => items.iter().filter_map(|item| item.id.as_deref()).collect(),
        Block::Steps { items: steps } | Block::Escalation { steps, .. } => {
            steps.iter().filter_map(|step| step.id.as_deref()).collect()
        }
        Block::Table(table) => {
            let rows = table.rows.iter().chain(&table.total).filter_map(|row| row.id.as_deref());
            table.id.as_deref().into_iter().chain(rows).collect()
        }
        Block::Figure(figure) => figure.id.as_deref().into_iter().collect(),
        Block::Paragraph { .. }
        | Block::List { .. }
        | Block::Facts { .. }
        | Block::Brief { .. }
        | Block::Script { .. }
        | Block::Limit { .. }
        | Block::Callout { .. }
        | Block::Quote { .. }
        | Block::Code { .. }
        | Block::Rule
        | Block::Tasks { .. }
        | Block::Progress { .. }
        | Block::Quiz { .. }
        | Block::Acknowledgement(_) => Vec::new(),
    }
}

/// A picture's path must stay beneath `assets/`, and out of the theme's folder there.
fn check_path(path: &str) -> Result<(), RenderError> {
    let odd = |part: &str| part.is_empty() || part == "." || part == ".." || part.contains(['\\', ':', '\0']);
    match path.split('/').any(odd) || path.chars().any(char::is_control) || path.to_lowercase().starts_with("theme/") {
        true => Err(RenderError(format!("`{}` cannot be the path of a picture", path.escape_debug()))),
        false => Ok(()),
    }
}

/// A path as it stands in an address.
fn escape_path(path: &str) -> String {
    path.bytes().fold(String::with_capacity(path.len()), |mut out, byte| {
        match byte {
            b'/' | b'-' | b'_' | b'.' | b'~' => out.push(char::from(byte)),
            _ if byte.is_ascii_alphanumeric() => out.push(char::from(byte)),
            _ => out.push_str(&format!("%{byte:02X}")),
        }
        out
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_stay_beneath_their_folder() {
        for bad in ["", "/etc/passwd", "../x.png", "a/../b", "a//b", "a\\b", "c:x", "theme/site.css", "Theme/x", "a\nb"]
        {
            assert!(check_path(bad).is_err(), "{bad:?}");
        }
        assert!(check_path("fotos/año nuevo.png").is_ok());
        assert_eq!(escape_path("fotos/año \"nuevo\".png"), "fotos/a%C3%B1o%20%22nuevo%22.png");
    }
}

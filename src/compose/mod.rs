//! Resolved → the composed manual: chapters in the order in which staff read, numbered and cross-referenced, nothing twice.
//!
//! To add a kind: compose its entries into existing blocks in the chapter where readers look for them, each with
//! [`front::group`], so that links find it.

mod address;
mod annexes;
mod blueprint;
mod cards;
mod channels;
mod complaints;
mod conduct;
pub mod coverage;
mod customers;
mod cycle;
mod details;
mod duties;
mod figures;
pub mod front;
pub mod history;
mod indicators;
mod means;
mod messages;
pub mod my_manual;
mod names;
mod number;
pub mod obligations;
mod offering;
pub mod orientation;
mod people;
mod poster;
pub mod preparation;
pub mod profiles;
mod promises;
mod questions;
mod services;
mod tongue;
pub mod writer;

#[cfg(test)]
mod tests;

use crate::ir::{Asset, Control, Manual, SCHEMA, Section};
use crate::lang::{Locale, Tongue};
use crate::load::{Files, LoadError};
use crate::model::manifest::DocumentStatus;
use crate::model::people::Role;
use crate::model::reference::ChapterPlace;
use crate::parse::prose::Text;
use crate::resolve::Resolved;
use crate::values::{Date, When};
use coverage::Coverage;
use obligations::Obligations;
use rayon::prelude::*;
use sha2::{Digest, Sha256};
use std::io::BufWriter;
use writer::Writer;

/// The sections of a manual in one language, before they are numbered.
pub struct Draft<'m> {
    x: Writer<'m>,
    sections: Vec<Section>,
}

/// The manual as its readers get it, in its own language. `assets` are the pictures by path; `coverage` is there where it is to be
/// published; `obligations` are those of the manual in its own language;
/// `past` is what came before it, where that is known.
pub fn compose(
    manual: &Resolved<'_>,
    today: Date,
    assets: Vec<Asset>,
    coverage: Option<&Coverage>,
    obligations: &Obligations,
    past: Option<&history::Past>,
) -> Manual {
    let mut draft = [draft(manual, today, coverage, obligations, past)];
    give_addresses(&mut draft);
    let [draft] = draft;
    draft.finish(today, assets)
}

/// Gives each place of the manual its address: that of the original in every language. The original is the first.
pub fn give_addresses(drafts: &mut [Draft<'_>]) {
    let Some((original, others)) = drafts.split_first_mut() else { return };
    address::settle(&mut original.sections);
    others.par_iter_mut().for_each(|draft| {
        address::follow(&mut draft.sections, &original.sections);
        address::settle(&mut draft.sections);
    });
}

/// What a manual says in its language. See [`compose`].
pub fn draft<'m>(
    manual: &'m Resolved<'m>,
    today: Date,
    coverage: Option<&Coverage>,
    obligations: &Obligations,
    past: Option<&'m history::Past>,
) -> Draft<'m> {
    let x = Writer::new(manual).after(past);
    let mut sections = vec![front::cover(&x), front::control(&x)];
    sections.extend(past.and_then(|past| past.chapter.clone()));
    sections.push(front::guide(&x));
    let placed = |place| manual.model.chapters.iter().filter(move |c| c.place == place);
    sections.extend(placed(ChapterPlace::Front).map(|c| front::free_chapter(&x, c)));
    sections.extend(front::organization(&x));
    sections.extend(customers::chapter(&x));
    sections.extend(channels::chapter(&x));
    sections.extend(services::chapter(&x));
    sections.extend(poster::chapter(&x));
    sections.extend(conduct::chapter(&x));
    sections.extend(complaints::chapter(&x));
    sections.extend(people::chapter(&x));
    let after_people = sections.len();
    sections.extend(my_manual::chapter(&x));
    sections.extend(annexes::risks(&x));
    sections.extend(indicators::register(&x));
    sections.extend(annexes::shared(&x));
    sections.extend(profiles::annex(&x, today));
    sections.extend(cards::chapter(&x));
    sections.extend(placed(ChapterPlace::Back).map(|c| front::free_chapter(&x, c)));
    sections.extend(annexes::glossary(&x));
    sections.extend(coverage.map(|coverage| coverage::page::chapter(&x, coverage)));
    // Its reading times are those of the words elsewhere.
    if let Some(orientation) = orientation::chapter(&x, &sections, obligations) {
        sections.insert(after_people, orientation);
    }
    Draft { x, sections }
}

impl Draft<'_> {
    pub fn tongue(&self) -> Tongue {
        self.x.manual.tongue
    }

    pub fn locale(&self) -> Locale {
        self.x.locale
    }

    /// The manual as its readers get it, once every place has its address.
    pub fn finish(self, today: Date, assets: Vec<Asset>) -> Manual {
        let Draft { x, mut sections } = self;
        tongue::mark(&x, &mut sections);
        let mut composed = manual_of(&x, today, assets, sections);
        my_manual::address(&mut composed);
        seal(&mut composed);
        // They say where it is published, which is no part of what it says: an edition that is superseded keeps its digest.
        cards::add_codes(&x, &mut composed);
        composed
    }
}

fn manual_of(x: &Writer<'_>, today: Date, assets: Vec<Asset>, sections: Vec<Section>) -> Manual {
    let manual = x.manual;
    let manifest = &manual.model.manifest;
    let document = &manifest.document;
    let organization = manifest.organization.name.as_ref().map_or_else(String::new, Text::plain);
    let title = document.title.as_ref().map_or_else(String::new, Text::plain);
    let status = document.status.as_ref().map(|s| s.value);
    let roles: Vec<&Role> = manual.model.roles.iter().collect();
    Manual {
        schema: SCHEMA,
        lang: manual.tongue.to_string(),
        decimal: crate::lang::format::decimal_sign(x.locale),
        interface: manual.spoken().is_none().then_some(manual.lang),
        description: format!("{title} · {organization}"),
        title,
        subtitle: document.subtitle.as_ref().map(Text::plain),
        organization,
        control: Control {
            code: document.code.as_ref().map(|c| c.value.clone()),
            edition: document.edition.as_ref().map(|e| e.value.clone()),
            status: front::status_word(x, status).to_owned(),
            draft: matches!(status, None | Some(DocumentStatus::Draft | DocumentStatus::Superseded)),
            effective: document.effective.as_ref().map(|d| x.date_among_words(d.value)),
            review_by: document.review_by.as_ref().map(|d| x.date_among_words(d.value)),
            address: front::address(x),
            date: stamp(document.effective.as_ref().or(document.approved.as_ref()).map(|d| d.value), today),
            digest: String::new(),
        },
        labels: &manual.lang.words().interface,
        sections,
        names: names::names(x),
        assets,
        roles: roles
            .into_par_iter()
            .map(|role| my_manual::data(x, &my_manual::concerns(&manual.model, role)))
            .collect(),
        history: history::data(x),
        data: Vec::new(),
    }
}

/// Numbers a manual, makes every reference lead somewhere, and takes the digest of what has come out.
pub fn seal(manual: &mut Manual) {
    number::finish(manual);
    manual.control.digest = digest(manual);
}

/// The pictures of a manual.
///
/// # Errors
/// When a file that was listed cannot be read.
pub fn assets(files: &dyn Files, paths: &[String]) -> Result<Vec<Asset>, LoadError> {
    let read = |path: &String| Ok(Asset { path: path.clone(), bytes: files.read(&format!("assets/{path}"))? });
    paths.iter().map(read).collect()
}

/// The day that stamps the files.
fn stamp(when: Option<When>, today: Date) -> String {
    when.map_or(today, When::start).to_string()
}

/// The first twelve digits of the SHA-256 of the content, in groups of four.
fn digest(manual: &Manual) -> String {
    let mut hash = Sha256::new();
    // The sections serialize without fail: they hold only text and numbers. Written straight into the hash, they take no memory.
    let mut into_hash = BufWriter::new(&mut hash);
    let _ = serde_json::to_writer(&mut into_hash, &manual.sections);
    drop(into_hash);
    for asset in &manual.assets {
        hash.update(asset.path.as_bytes());
        hash.update(&asset.bytes);
    }
    let hex: String = hash.finalize().iter().take(6).map(|b| format!("{b:02x}")).collect();
    let groups: Vec<&str> = (0..3).filter_map(|i| hex.get(i * 4..i * 4 + 4)).collect();
    groups.join(" ")
}

//! The editions of a manual in its pages: the switcher, the notice above an edition that is not in force, and the page that lists all.
//!
//! What is known when a page is rendered stands in it. What came later is in `editions.js` at the root of the site, which every page
//! loads: a page that is kept as it was published still knows how it stands today.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use serde_json::json;
use tera::Value;

use super::page::Page;
use super::{Artifact, Book, RenderError, map, navigation, page};
use crate::ir::{Section, SectionKind};
use crate::lang::{Lang, Tongue, editions as words};

/// The page that lists the editions, at the root of the site and in the folder of each of its languages.
pub const LIST: &str = "editions.html";
/// What pages load of the editions, at the root of the site.
pub const DATA: &str = "editions.js";
/// The script of a theme that reads it.
pub const SCRIPT: &str = "editions.js";

/// Up to so many editions the switcher names; the page that lists all has the others.
const NAMED: usize = 12;

/// How an edition stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    InForce,
    /// In force from a later day.
    Approved,
    Superseded,
    /// The working copy.
    Draft,
    /// Its pages cannot be had.
    Withheld,
}

/// An edition as pages name it.
#[derive(Debug, Clone)]
pub struct Listed {
    pub standing: Standing,
    /// Its folder from the root of the site, with `/` at the end: empty for the root, none without pages on this site.
    pub address: Option<String>,
    /// The first stands at the top of the folder, the others each in a folder of its name.
    pub languages: Vec<Tongue>,
    /// The names of its pages, as far as they are known.
    pub pages: Arc<BTreeSet<String>>,
    /// The commit that it comes from, as hexadecimal digits.
    pub commit: Option<String>,
    pub number: Option<String>,
    pub tag: Option<String>,
    pub signed: bool,
    /// What is said of it, in each language of the program.
    pub told: BTreeMap<Lang, Told>,
}

/// What is said of an edition in one language; dates are written out.
#[derive(Debug, Clone, Default)]
pub struct Told {
    pub name: String,
    pub state: String,
    /// What a reader of its pages must know first.
    pub notice: Option<String>,
    pub approved: Option<String>,
    pub effective: Option<String>,
    pub superseded: Option<String>,
}

/// A site's place among the editions.
#[derive(Debug, Clone)]
pub struct Frame {
    /// From the newest to the oldest.
    pub listed: Arc<Vec<Listed>>,
    /// Which of them is rendered; none for the list alone.
    pub here: Option<usize>,
    /// What leads from the site's pages to the root of all: `../../`.
    pub up: String,
    /// Whether the page that lists them is one of its pages.
    pub lists: bool,
}

impl Frame {
    fn own(&self) -> Option<&Listed> {
        self.listed.get(self.here?)
    }

    /// The address of a page in another edition, or of its front page where it has no such page.
    fn href(&self, other: &Listed, tongue: Tongue, page: &str) -> Option<String> {
        let address = other.address.as_ref()?;
        let folder = match other.languages.iter().position(|own| *own == tongue) {
            None | Some(0) => String::new(),
            Some(_) => format!("{tongue}/"),
        };
        let page = if other.pages.contains(page) { page } else { "index.html" };
        Some(format!("{}{address}{folder}{page}", self.up))
    }

    fn in_force(&self) -> Option<&Listed> {
        self.listed.iter().find(|other| other.standing == Standing::InForce)
    }
}

/// What the templates of a page print of the editions: none on a site without any.
pub(super) fn around(book: &Book, file: &str) -> Value {
    let Some(frame) = &book.site.editions else { return Value::none() };
    let (lang, tongue) = (book.manual.words(), book.manual.tongue());
    let told = |listed: &Listed| listed.told.get(&lang).cloned().unwrap_or_default();
    let own = frame.own();
    let is_other = |at: &usize| Some(*at) != frame.here && frame.listed[*at].address.is_some();
    let others = (0..frame.listed.len()).filter(is_other).take(NAMED).filter_map(|at| {
        let other = &frame.listed[at];
        let href = frame.href(other, tongue, file)?;
        let told = told(other);
        Some(map([("href", href.into()), ("name", told.name.into()), ("state", told.state.into())]))
    });
    let notice = own.and_then(|own| told(own).notice);
    let now = frame.in_force().and_then(|now| frame.href(now, tongue, file));
    let list = format!("{}{}{LIST}", frame.up, list_folder(frame, tongue));
    map([
        ("label", words::TITLE.in_lang(lang).into()),
        ("here", own.and_then(|own| own.address.clone()).into()),
        ("up", frame.up.as_str().into()),
        ("name", own.map_or_else(|| words::TITLE.in_lang(lang).to_owned(), |own| told(own).name).into()),
        ("state", own.map(|own| told(own).state).into()),
        ("others", others.collect::<Vec<_>>().into()),
        ("list", list.into()),
        ("all", words::ALL.in_lang(lang).into()),
        ("notice", notice.into()),
        ("now", now.into()),
        ("same_page", words::SAME_PAGE.in_lang(lang).into()),
        ("data", DATA.into()),
    ])
}

/// Where the root of the site has its pages of a language; the first where it does not have it.
fn list_folder(frame: &Frame, tongue: Tongue) -> String {
    let languages =
        frame.listed.iter().find(|listed| listed.address.as_deref() == Some("")).map(|root| &root.languages);
    match languages.and_then(|languages| languages.iter().position(|own| *own == tongue)) {
        None | Some(0) => String::new(),
        Some(_) => format!("{tongue}/"),
    }
}

/// The status as the frame of a page prints it: that of the edition's place, whatever it said of itself in its day.
pub(super) fn status(book: &Book) -> String {
    let lang = book.manual.words();
    let manual = &lang.words().manual;
    let own = book.site.editions.as_ref().and_then(Frame::own).map(|own| own.standing);
    match own {
        Some(Standing::InForce) => manual.status_in_force.to_owned(),
        Some(Standing::Approved) => manual.status_approved.to_owned(),
        Some(Standing::Superseded) => manual.status_superseded.to_owned(),
        Some(Standing::Draft) => manual.status_draft.to_owned(),
        Some(Standing::Withheld) | None => book.manual.control.status.clone(),
    }
}

/// The page that lists the editions.
pub(super) fn list(book: &Book, file: &str) -> Result<Artifact, RenderError> {
    let Some(frame) = &book.site.editions else { return Err(RenderError("a site without editions lists none".into())) };
    let lang = book.manual.words();
    let title = words::TITLE.in_lang(lang);
    let section = Section::new(SectionKind::Chapter, "editions", title);
    let pages = [Page { section: &section, file: file.to_owned(), parents: Vec::new() }];
    let manual = book.manual;
    let none = Value::none;
    let empty = || Value::from(Vec::<Value>::new());
    let lead = if frame.in_force().is_some() { words::LEAD } else { words::LEAD_NONE };
    let around = map([
        ("kind", "editions".into()),
        ("id", "editions".into()),
        ("href", file.into()),
        ("family", none()),
        ("number", none()),
        ("code", none()),
        ("title", title.into()),
        ("lang", none()),
        ("head_title", format!("{title} · {} · {}", manual.title, manual.organization).into()),
        ("description", lead.in_lang(lang).into()),
        ("facts", empty()),
        ("brief", none()),
        ("lead", lead.in_lang(lang).into()),
        ("body", none()),
        ("groups", none()),
        ("terms", none()),
        ("notes", empty()),
        ("alternates", page::alternates(book, file)),
        ("crumbs", if file == LIST { navigation::crumbs(book, &pages[0])? } else { none() }),
        ("toc", none()),
        ("points", none()),
        ("previous", none()),
        ("next", none()),
        ("lists", none()),
        ("contents", none()),
        ("roles", none()),
        ("begin", none()),
        ("news", none()),
        ("data", none()),
    ]);
    let mut context = page::shared(book, false, "index.html");
    context.insert_value("page", around);
    context.insert_value("nav", navigation::menu(book, &pages, 0)?);
    context.insert_value("columns", columns(lang));
    context.insert_value(
        "rows",
        frame.listed.iter().map(|listed| row(frame, listed, (manual.tongue(), lang))).collect::<Vec<_>>().into(),
    );
    let mut html = book.template("page/editions.html", &context)?;
    html.push('\n');
    Ok(Artifact { path: file.to_owned(), bytes: html.into_bytes() })
}

fn columns(lang: Lang) -> Value {
    let word = |text: crate::lang::Text| Value::from(text.in_lang(lang));
    map([
        ("edition", word(words::EDITION)),
        ("state", word(words::STANDING)),
        ("approved", word(words::APPROVED_ON)),
        ("effective", word(words::EFFECTIVE)),
        ("superseded", word(words::SUPERSEDED_ON)),
        ("signature", word(words::SIGNATURE)),
        ("proof", word(words::PROOF)),
        ("digests", word(words::DIGESTS)),
    ])
}

fn row(frame: &Frame, listed: &Listed, (tongue, lang): (Tongue, Lang)) -> Value {
    let told = listed.told.get(&lang).cloned().unwrap_or_default();
    let proof = listed.address.as_ref().map(|address| format!("{}{address}attestation.json", frame.up));
    let commit = listed.commit.as_ref().map(|commit| {
        let short = commit.get(..10).unwrap_or(commit).to_owned();
        words::COMMIT.fill(lang, &[("commit", short)])
    });
    let signature = listed.tag.as_ref().map(|_| if listed.signed { words::SIGNED } else { words::UNSIGNED });
    // The days stand in columns of their own.
    let (kind, word) = match listed.standing {
        Standing::InForce => ("in-force", words::IN_FORCE_NOW),
        Standing::Approved => ("approved", words::NOT_YET),
        Standing::Superseded => ("superseded", words::NO_LONGER),
        Standing::Draft => ("draft", words::UNAPPROVED),
        Standing::Withheld => ("withheld", words::UNREADABLE),
    };
    let mut state = word.in_lang(lang).to_owned();
    if listed.address.is_none() && listed.standing != Standing::Withheld {
        state = format!("{state} · {}", words::NOT_HERE.in_lang(lang));
    }
    map([
        ("kind", kind.into()),
        ("name", told.name.into()),
        ("href", frame.href(listed, tongue, "index.html").into()),
        ("state", state.into()),
        ("approved", told.approved.into()),
        ("effective", told.effective.into()),
        ("superseded", told.superseded.into()),
        ("tag", listed.tag.as_deref().into()),
        ("signature", signature.map(|text| text.in_lang(lang)).into()),
        ("commit", commit.into()),
        ("proof", proof.into()),
    ])
}

/// What pages load: each edition with what is said of it, and the pages that not all of them have.
pub fn data(listed: &[Listed]) -> Artifact {
    let editions: Vec<_> = listed
        .iter()
        .map(|listed| {
            let told = listed.told.iter().map(|(lang, told)| {
                (lang.code(), json!({ "name": told.name, "state": told.state, "notice": told.notice }))
            });
            json!({
                "address": listed.address,
                "number": listed.number,
                "languages": listed.languages.iter().map(|lang| lang.code()).collect::<Vec<_>>(),
                "inForce": listed.standing == Standing::InForce,
                "told": told.collect::<BTreeMap<_, _>>(),
            })
        })
        .collect();
    let here: Vec<usize> = (0..listed.len()).filter(|at| listed[*at].address.is_some()).collect();
    let mut pages: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for at in &here {
        for page in listed[*at].pages.iter() {
            pages.entry(page).or_default().push(*at);
        }
    }
    // A page that every edition has need not be named.
    pages.retain(|_, editions| editions.len() < here.len());
    let data = json!({ "named": NAMED, "editions": editions, "pages": pages });
    Artifact { path: DATA.to_owned(), bytes: format!("window.cartillaEditions?.({data});\n").into_bytes() }
}

/// The names of the pages of a manual.
///
/// # Errors
/// A section that cannot be a page.
pub fn pages(manual: &crate::ir::Manual) -> Result<BTreeSet<String>, RenderError> {
    let files = manual.all_sections().into_iter().map(super::address::file_of);
    files.filter_map(Result::transpose).collect()
}

/// The script of a theme that serves editions alone.
pub fn is_file(name: &str) -> bool {
    name == SCRIPT
}

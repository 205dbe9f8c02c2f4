//! Pages: which there are, in reading order, and what each prints around its blocks.

use tera::{Context, Value};

use super::super::json;
use super::address::file_of;
use super::inline::title_of;
use super::{Artifact, Book, RenderError, editions, learning, map, markup, navigation};
use crate::ir::{Block, GroupRole, Inline, Manual, Section, SectionKind};
use crate::lang::Lang;
use crate::lang::format::fold;
use std::collections::BTreeMap;

/// A page, with what its readers need to know of where it stands.
pub struct Page<'a> {
    pub section: &'a Section,
    pub file: String,
    /// The sections above it, from the outermost.
    pub parents: Vec<&'a Section>,
}

/// The pages in reading order.
pub fn list(manual: &Manual) -> Result<Vec<Page<'_>>, RenderError> {
    fn push<'a>(sections: &'a [Section], parents: &[&'a Section], out: &mut Vec<Page<'a>>) -> Result<(), RenderError> {
        for section in sections {
            if let Some(file) = file_of(section)? {
                out.push(Page { section, file, parents: parents.to_vec() });
            }
            let mut inner = parents.to_vec();
            inner.push(section);
            push(&section.sections, &inner, out)?;
        }
        Ok(())
    }
    let mut pages = Vec::new();
    push(&manual.sections, &[], &mut pages)?;
    Ok(pages)
}

/// So many words of a heading are its address.
const HEADING_WORDS: usize = 8;

/// Writes the content of one page: it numbers notes, drawings and its own ids, and keeps the levels of headings.
pub struct Writer<'a> {
    pub book: &'a Book<'a>,
    pub page: String,
    /// The level of what holds the blocks now, and the headings open beneath it: level as written, level as shown.
    floor: u8,
    headings: Vec<(u8, u8)>,
    pub notes: Vec<String>,
    pub drawings: usize,
    pub in_link: bool,
    /// What was written inside a link and has to follow it.
    pub after_link: String,
    ids: usize,
    /// How often each address of a heading was given.
    named: BTreeMap<String, usize>,
    /// Whether terms of the glossary are marked in what is written now, and which were on this page.
    pub explains: bool,
    pub explained: std::collections::BTreeSet<usize>,
}

impl<'a> Writer<'a> {
    fn new(book: &'a Book<'a>, page: &str) -> Self {
        Writer {
            book,
            page: page.to_string(),
            floor: 1,
            headings: Vec::new(),
            notes: Vec::new(),
            drawings: 0,
            in_link: false,
            after_link: String::new(),
            ids: 0,
            named: BTreeMap::new(),
            explains: false,
            explained: std::collections::BTreeSet::new(),
        }
    }

    /// An id of this page that no anchor of a manual can have.
    pub fn fresh_id(&mut self) -> String {
        self.ids += 1;
        format!("_{}", self.ids)
    }

    /// The address of a heading without an anchor of its own, by its words: the same in every edition that has it.
    pub fn heading_id(&mut self, title: &[Inline]) -> String {
        let words = fold(&title_of(title));
        let words = words.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        let mut id: String = "_h".to_owned();
        for word in words.take(HEADING_WORDS) {
            id.push('-');
            id.extend(word.chars().take(HEADING_WORDS * 4));
        }
        let times = self.named.entry(id.clone()).or_insert(0);
        *times += 1;
        match *times {
            1 => id,
            n => format!("{id}-{n}"),
        }
    }

    /// The level of the heading that the next block stands beneath.
    pub fn level(&self) -> u8 {
        self.headings.last().map_or(self.floor, |(_, shown)| *shown)
    }

    /// The level at which a heading is shown: one below what it stands beneath, whatever was skipped in writing.
    pub fn heading(&mut self, written: u8) -> u8 {
        while self.headings.last().is_some_and(|(open, _)| *open >= written) {
            self.headings.pop();
        }
        let shown = (self.level() + 1).min(6);
        self.headings.push((written, shown));
        shown
    }

    /// Writes what stands beneath a heading of this level.
    pub fn within(
        &mut self,
        level: u8,
        write: impl FnOnce(&mut Self) -> Result<String, RenderError>,
    ) -> Result<String, RenderError> {
        let outer = (std::mem::replace(&mut self.floor, level), std::mem::take(&mut self.headings));
        let html = write(self);
        (self.floor, self.headings) = outer;
        html
    }
}

/// One page as a file.
pub fn render(book: &Book, pages: &[Page], at: usize) -> Result<Artifact, RenderError> {
    let page = &pages[at];
    let mut writer = Writer::new(book, &page.file);
    let content = content(&mut writer, page)?;
    let terms = writer.explanations()?;
    let template = match page.section.kind {
        SectionKind::Cover => "page/cover.html",
        SectionKind::Control => "page/control.html",
        SectionKind::Chapter => "page/chapter.html",
        SectionKind::Services => "page/services.html",
        SectionKind::Service => "page/service.html",
        SectionKind::Register => "page/register.html",
        SectionKind::Role => "page/role.html",
        SectionKind::Family => return Err(RenderError(format!("the family `{}` is no page", page.section.id))),
    };
    let mut context = shared(book, learning::is_needed(&page.section.blocks), &page.file);
    context.insert_value("page", around(book, pages, at, (content, terms), &writer.notes)?);
    context.insert_value("nav", navigation::menu(book, pages, at)?);
    let mut html = book.template(template, &context)?;
    html.push('\n');
    Ok(Artifact { path: page.file.clone(), bytes: html.into_bytes() })
}

/// What every page prints. What serves a path, a test or an acknowledgement is loaded only where there is one.
pub fn shared(book: &Book, learns: bool, file: &str) -> Context {
    let manual = book.manual;
    let several = book.site.editions.is_some();
    let files = |ending: &str| {
        let all = book.theme.assets_of(ending).into_iter();
        let all = all.filter(|name| several || !editions::is_file(name));
        all.filter(|name| learns || !learning::is_file(name)).collect()
    };
    let list = |names: Vec<&str>| Value::from(names.into_iter().map(Value::from).collect::<Vec<_>>());
    let mut context = super::context([
        ("lang", manual.lang.as_str().into()),
        ("decimal", manual.decimal.to_string().into()),
        ("dir", Some(manual.tongue().direction()).filter(|dir| *dir != "ltr").into()),
        ("words", manual.interface.map(Lang::code).into()),
        ("ui", super::ui(manual)),
        ("title", manual.title.as_str().into()),
        ("subtitle", manual.subtitle.as_deref().into()),
        ("organization", manual.organization.as_str().into()),
        ("styles", list(files(".css"))),
        ("scripts", list(files(".js"))),
        ("logo", book.theme.logo().map(|(name, _)| name).into()),
        ("search", book.search.as_str().into()),
        ("editions", editions::around(book, file)),
        ("status", editions::status(book).into()),
        ("site", map([("pdf", book.site.pdf.as_deref().into()), ("data", book.site.data.as_deref().into())])),
    ]);
    context.insert("control", &manual.control);
    context.insert("labels", manual.labels);
    context
}

/// What is rendered of a section itself, in the order in which it is read: that gives the notes their numbers.
struct Content {
    facts: Value,
    brief: Option<String>,
    heading: String,
    lead: String,
    body: String,
    groups: Value,
}

fn content(writer: &mut Writer, page: &Page) -> Result<Content, RenderError> {
    let section = page.section;
    let facts = writer.facts(&section.facts)?;
    // The panel of ten seconds stands before everything that is read at leisure.
    let (brief, blocks) = match section.blocks.split_first() {
        Some((first @ Block::Brief { .. }, rest)) => (Some(writer.block(first)?), rest),
        _ => (None, section.blocks.as_slice()),
    };
    let heading = writer.inlines(&section.heading)?;
    let lead = writer.inlines(&section.lead)?;
    let body = writer.blocks(blocks)?;
    let groups = match section.kind {
        SectionKind::Services => navigation::index(writer, section)?,
        SectionKind::Cover
        | SectionKind::Control
        | SectionKind::Chapter
        | SectionKind::Family
        | SectionKind::Service
        | SectionKind::Register
        | SectionKind::Role => Value::none(),
    };
    Ok(Content { facts, brief, heading, lead, body, groups })
}

fn around(
    book: &Book,
    pages: &[Page],
    at: usize,
    (content, terms): (Content, Value),
    notes: &[String],
) -> Result<Value, RenderError> {
    let page = &pages[at];
    let (section, manual) = (page.section, book.manual);
    let cover = section.kind == SectionKind::Cover;
    let name = match &section.code {
        Some(code) => format!("{code} {}", section.title),
        None => section.title.clone(),
    };
    let head_title = match cover {
        true => format!("{} · {}", manual.title, manual.organization),
        false => format!("{name} · {} · {}", manual.title, manual.organization),
    };
    let lead = title_of(&section.lead);
    let description = if cover || lead.is_empty() { &manual.description } else { &lead };
    let notes = notes.iter().zip(1_usize..).map(|(note, n)| map([("number", n.into()), ("content", markup(note))]));
    let family = page.parents.iter().rev().find(|parent| parent.kind == SectionKind::Family);
    let (lists, contents, roles) = match cover {
        true => (navigation::covers(book)?, navigation::contents(book)?, navigation::roles(book)?),
        false => (Value::none(), Value::none(), Value::none()),
    };
    let own = book.site.data.as_ref().and_then(|_| book.manual.roles.iter().find(|role| role.page == page.file));
    let data = own.filter(|_| section.kind == SectionKind::Role).map(|role| json::role_file(&role.id));
    let files = book.manual.data.iter().filter(|_| book.site.data.is_some());
    let data = data.or_else(|| files.clone().find(|file| file.section == section.id).map(|file| file.path.clone()));
    Ok(map([
        ("kind", kind_name(section.kind).into()),
        ("id", section.id.as_str().into()),
        ("href", page.file.as_str().into()),
        ("family", family.map(|family| family.id.as_str()).into()),
        ("number", section.number.as_deref().into()),
        ("code", section.code.as_deref().into()),
        ("title", section.title.as_str().into()),
        ("heading", markup(&content.heading)),
        ("lang", tongue(section)),
        ("head_title", head_title.into()),
        ("description", description.as_str().into()),
        ("facts", content.facts),
        ("brief", content.brief.as_deref().map(markup).into()),
        ("lead", markup(&content.lead)),
        ("body", markup(&content.body)),
        ("groups", content.groups),
        ("terms", terms),
        ("notes", notes.collect::<Vec<_>>().into()),
        ("alternates", alternates(book, &page.file)),
        ("crumbs", navigation::crumbs(book, page)?),
        ("toc", toc(section)),
        ("points", points(book, section)),
        ("previous", at.checked_sub(1).map(|before| neighbour(&pages[before])).into()),
        ("next", pages.get(at + 1).map(neighbour).into()),
        ("lists", lists),
        ("contents", contents),
        ("roles", roles),
        ("begin", if cover { navigation::begin(book)? } else { Value::none() }),
        ("news", if cover { navigation::news(book)? } else { Value::none() }),
        ("data", data.as_deref().into()),
    ]))
}

/// The same page in the other languages.
pub(super) fn alternates(book: &Book, file: &str) -> Value {
    let base = book.manual.control.address.as_ref();
    let alternates = book.site.alternates.iter().map(|other| {
        map([
            ("lang", other.lang.as_str().into()),
            ("name", other.name.as_str().into()),
            ("href", format!("{}{file}", other.prefix).into()),
            ("address", base.map(|base| absolute(base, &other.prefix, file)).into()),
        ])
    });
    alternates.collect::<Vec<_>>().into()
}

/// The address on the web of a page of another language: engines that search the web follow no relative one from a page's head.
fn absolute(base: &str, prefix: &str, file: &str) -> String {
    match prefix.strip_prefix("../") {
        Some(rest) => {
            let above = base.trim_end_matches('/').rsplit_once('/').map_or(base, |(above, _)| above);
            format!("{above}/{rest}{file}")
        }
        None => format!("{base}{prefix}{file}"),
    }
}

fn kind_name(kind: SectionKind) -> &'static str {
    match kind {
        SectionKind::Cover => "cover",
        SectionKind::Control => "control",
        SectionKind::Chapter => "chapter",
        SectionKind::Services => "services",
        SectionKind::Family => "family",
        SectionKind::Service => "service",
        SectionKind::Register => "register",
        SectionKind::Role => "role",
    }
}

fn neighbour(page: &Page) -> Value {
    let section = page.section;
    let title = section.short.as_ref().unwrap_or(&section.title);
    map([("href", page.file.as_str().into()), ("title", title.as_str().into()), ("lang", tongue(section))])
}

/// The language of a title, where it is not the page's.
pub fn tongue(section: &Section) -> Value {
    section.title_lang.as_deref().into()
}

/// The contents of a page: its headings of the second level, or its groups where it has none. Two need no list.
fn toc(section: &Section) -> Value {
    let entry = |id: &str, number: Option<&str>, title: String, told: bool| {
        map([("id", id.into()), ("number", number.into()), ("title", title.into()), ("told", told.into())])
    };
    let headings: Vec<Value> = section
        .blocks
        .iter()
        .filter_map(|block| match block {
            Block::Heading { level: 2, id: Some(id), number, title, told } => {
                Some(entry(id, number.as_deref(), title_of(title), *told))
            }
            _ => None,
        })
        .collect();
    let groups = section.blocks.iter().filter_map(|block| match block {
        Block::Group { role: GroupRole::Entry | GroupRole::Indicator, id: Some(id), code, title, .. } => {
            Some(entry(id, code.as_deref(), title_of(title), false))
        }
        _ => None,
    });
    let entries: Vec<Value> = if headings.is_empty() { groups.collect() } else { headings };
    if entries.len() > 2 { entries.into() } else { Value::none() }
}

/// The ruler of the ten points.
fn points(book: &Book, section: &Section) -> Value {
    let writer = Writer::new(book, "");
    let point = |block: &Block| match block {
        Block::Point { number, id, title, status, .. } => {
            let (status, word) = writer.status(*status);
            Some(map([
                ("number", (*number).into()),
                ("id", id.as_str().into()),
                ("title", title.as_str().into()),
                ("status", status.into()),
                ("word", word.into()),
            ]))
        }
        _ => None,
    };
    section.blocks.iter().filter_map(point).collect::<Vec<_>>().into()
}

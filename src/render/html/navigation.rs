//! What leads through the site: menu, index of services, list of contents, way back.

use tera::Value;

use super::address::file_of;
use super::inline::title_of;
use super::page::{Page, Writer, tongue};
use super::{Book, RenderError, map, markup};
use crate::ir::{Block, CHANGES, CellRole, Manual, ORIENTATION, Section, SectionKind};

/// Up to so many services, the menu of every page names them all. With more it names those of the page's own family and
/// leads to the index for the others: a menu of a thousand entries is neither read nor light.
const MENU: usize = 80;

/// Of a family that is larger than that, and of services in no family, it names so many before and after the page's own.
const AROUND: usize = 20;

/// How many services the manual has, for the menus of all pages.
pub fn count(manual: &Manual) -> usize {
    manual.all_sections().iter().filter(|section| section.kind == SectionKind::Service).count()
}
/// Up to so many roles, the cover shows them all; more are folded, so that the services do not sink.
const ROLES: usize = 12;

/// The menu as a page shows it.
pub fn menu(book: &Book, pages: &[Page], at: usize) -> Result<Value, RenderError> {
    let page = &pages[at];
    let mut entries = Vec::new();
    for section in &book.manual.sections {
        match section.kind {
            SectionKind::Cover | SectionKind::Family => {}
            SectionKind::Services => {
                let groups = menu_groups(book, section, pages, at)?;
                entries.push(entry(book, section, &page.file, groups)?);
            }
            SectionKind::Control
            | SectionKind::Chapter
            | SectionKind::Service
            | SectionKind::Register
            | SectionKind::Role => {
                // The pages of a chapter are named while the reader is in it.
                let here = page.section.id == section.id || page.parents.iter().any(|parent| parent.id == section.id);
                let inner = section.sections.iter().filter(|_| here);
                let inner = inner.map(|inner| entry(book, inner, &page.file, Vec::new()));
                let inner = inner.collect::<Result<Vec<_>, _>>()?;
                entries.push(entry(book, section, &page.file, inner)?);
            }
        }
    }
    Ok(entries.into())
}

/// The families and the services in none, as the menu of a page names them.
fn menu_groups(book: &Book, chapter: &Section, pages: &[Page], at: usize) -> Result<Vec<Value>, RenderError> {
    let page = &pages[at];
    let group = |group, services| menu_group(book, page, group, services);
    if book.services <= MENU {
        return chapter.sections.iter().map(|inner| group(inner, services_of(inner))).collect();
    }
    let is_family = |inner: &&Section| inner.kind == SectionKind::Family;
    let is_here = |inner: &Section| page.parents.iter().any(|parent| parent.id == inner.id);
    let few = chapter.sections.iter().filter(is_family).take(MENU + 1).count() <= MENU;
    // The pages stand in the order of the services, so that its neighbours are next to a page.
    let near = &pages[at.saturating_sub(AROUND)..pages.len().min(at + AROUND + 1)];
    let near = near.iter().filter(|near| near.section.kind == SectionKind::Service);
    let families = chapter.sections.iter().filter(is_family).filter(|family| few || is_here(family)).map(|family| {
        let services = match is_here(family) {
            false => Vec::new(),
            true if family.sections.len() <= MENU => services_of(family),
            true => {
                let own = near.clone().filter(|near| near.parents.iter().any(|parent| parent.id == family.id));
                own.map(|near| near.section).collect()
            }
        };
        group(family, services)
    });
    let loose = near.clone().filter(|near| near.parents.last().is_some_and(|parent| parent.id == chapter.id));
    families.chain(loose.map(|loose| group(loose.section, Vec::new()))).collect()
}

fn menu_group(book: &Book, page: &Page, group: &Section, services: Vec<&Section>) -> Result<Value, RenderError> {
    let is_cut = !services.is_empty() && services.len() < group.sections.len();
    let services = services.into_iter().map(|service| entry(book, service, &page.file, Vec::new()));
    let services = services.collect::<Result<Vec<_>, _>>()?;
    let href = target(book, group, &page.file)?;
    let title = group.short.as_ref().unwrap_or(&group.title);
    Ok(map([
        ("id", group.id.as_str().into()),
        ("all", is_cut.then(|| href.clone()).into()),
        ("href", href.into()),
        ("title", title.as_str().into()),
        ("lang", tongue(group)),
        ("code", group.code.as_deref().into()),
        ("services", services.into()),
    ]))
}

/// Services beneath a section, at any depth.
fn services_of(section: &Section) -> Vec<&Section> {
    section.sections.iter().fold(Vec::new(), |mut out, inner| {
        if inner.kind == SectionKind::Service {
            out.push(inner);
        }
        out.extend(services_of(inner));
        out
    })
}

fn entry(book: &Book, section: &Section, from: &str, groups: Vec<Value>) -> Result<Value, RenderError> {
    let title = section.short.as_ref().unwrap_or(&section.title);
    Ok(map([
        ("href", target(book, section, from)?.into()),
        ("number", section.number.as_deref().into()),
        ("code", section.code.as_deref().into()),
        ("title", title.as_str().into()),
        ("lang", tongue(section)),
        ("groups", groups.into()),
    ]))
}

/// The address of a section: its page even on that page itself, so that a template can tell it is the present one.
fn target(book: &Book, section: &Section, from: &str) -> Result<String, RenderError> {
    match file_of(section)? {
        Some(file) => Ok(file),
        None => book.addresses.to(&section.id, from),
    }
}

/// The index of services, for their own page: the anchors of families are here, with their text.
pub fn index(writer: &mut Writer, services: &Section) -> Result<Value, RenderError> {
    let mut groups = loose(writer.book, services)?;
    for group in services.sections.iter().filter(|group| group.kind == SectionKind::Family) {
        let lead = writer.inlines(&group.lead)?;
        let body = writer.within(2, |inner| inner.blocks(&group.blocks))?;
        groups.push(map([
            ("id", group.id.as_str().into()),
            ("number", group.number.as_deref().into()),
            ("title", group.title.as_str().into()),
            ("lang", tongue(group)),
            ("lead", markup(&lead)),
            ("body", markup(&body)),
            ("services", lines(writer.book, group)?),
        ]));
    }
    Ok(groups.into())
}

/// The index of services as the cover shows it, for each chapter of services.
pub fn covers(book: &Book) -> Result<Value, RenderError> {
    let mut lists = Vec::new();
    for chapter in book.manual.sections.iter().filter(|section| section.kind == SectionKind::Services) {
        let mut groups = loose(book, chapter)?;
        for group in chapter.sections.iter().filter(|group| group.kind == SectionKind::Family) {
            groups.push(map([
                ("id", format!("_{}", group.id).into()),
                ("number", Value::none()),
                ("title", group.title.as_str().into()),
                ("lang", tongue(group)),
                ("lead", Value::none()),
                ("body", Value::none()),
                ("services", lines(book, group)?),
            ]));
        }
        lists.push(map([
            ("id", format!("_{}", chapter.id).into()),
            ("href", target(book, chapter, "index.html")?.into()),
            ("title", chapter.title.as_str().into()),
            ("lang", tongue(chapter)),
            ("lead", title_of(&chapter.lead).into()),
            ("groups", groups.into()),
        ]));
    }
    Ok(lists.into())
}

/// The entry to the pages of roles, for the cover: the chapter that lists them, and a link to each.
pub fn roles(book: &Book) -> Result<Value, RenderError> {
    let has_roles = |chapter: &&Section| chapter.sections.iter().any(|inner| inner.kind == SectionKind::Role);
    let Some(chapter) = book.manual.sections.iter().find(has_roles) else { return Ok(Value::none()) };
    let items = chapter.sections.iter().map(|role| entry(book, role, "index.html", Vec::new()));
    let folded = chapter.sections.len() > ROLES;
    Ok(map([
        ("href", target(book, chapter, "index.html")?.into()),
        ("title", chapter.title.as_str().into()),
        ("lang", tongue(chapter)),
        ("lead", title_of(&chapter.lead).into()),
        ("folded", folded.into()),
        ("items", items.collect::<Result<Vec<_>, _>>()?.into()),
    ]))
}

/// Where whoever is new begins, for the cover: the paths of the roles.
pub fn begin(book: &Book) -> Result<Value, RenderError> {
    let paths = book.manual.sections.iter().find(|section| section.id == ORIENTATION);
    let Some(chapter) = paths.filter(|chapter| !chapter.sections.is_empty()) else { return Ok(Value::none()) };
    Ok(map([("href", target(book, chapter, "index.html")?.into()), ("line", title_of(&chapter.lead).into())]))
}

/// The way to what this edition changes, for the cover, with the line that says it all.
pub fn news(book: &Book) -> Result<Value, RenderError> {
    let Some(chapter) = book.manual.sections.iter().find(|section| section.id == CHANGES) else {
        return Ok(Value::none());
    };
    let line = match chapter.blocks.first() {
        Some(Block::Paragraph { content }) => title_of(content),
        _ => String::new(),
    };
    Ok(map([
        ("href", target(book, chapter, "index.html")?.into()),
        ("title", chapter.title.as_str().into()),
        ("line", line.into()),
    ]))
}

/// Services that stand in no family, as a group without a title.
fn loose(book: &Book, chapter: &Section) -> Result<Vec<Value>, RenderError> {
    let services: Vec<Value> = chapter
        .sections
        .iter()
        .filter(|section| section.kind == SectionKind::Service)
        .map(|service| line(book, service))
        .collect::<Result<_, _>>()?;
    let none = || Value::none();
    match services.is_empty() {
        true => Ok(Vec::new()),
        false => Ok(vec![map([
            ("id", none()),
            ("number", none()),
            ("title", none()),
            ("lang", none()),
            ("lead", none()),
            ("body", none()),
            ("services", services.into()),
        ])]),
    }
}

fn lines(book: &Book, group: &Section) -> Result<Value, RenderError> {
    Ok(services_of(group).into_iter().map(|service| line(book, service)).collect::<Result<Vec<_>, _>>()?.into())
}

/// A line of the index: code, name, and what may be promised today.
fn line(book: &Book, service: &Section) -> Result<Value, RenderError> {
    let within = within(service);
    Ok(map([
        ("href", target(book, service, "")?.into()),
        ("code", service.code.as_deref().into()),
        ("title", service.title.as_str().into()),
        ("lang", tongue(service)),
        ("within", within.into()),
    ]))
}

/// What may be promised today of a service, as its panel says it.
pub fn within(service: &Section) -> Option<String> {
    service.blocks.iter().find_map(|block| match block {
        Block::Brief { cells, .. } => {
            let cell = cells.iter().find(|cell| cell.role == CellRole::Within)?;
            Some(title_of(if cell.value.is_empty() { &cell.content } else { &cell.value }))
        }
        _ => None,
    })
}

/// Everything that is no cover and no service, with its number.
pub fn contents(book: &Book) -> Result<Value, RenderError> {
    let sections = book.manual.sections.iter().filter(|section| section.kind != SectionKind::Cover);
    let entries = sections.map(|section| {
        Ok(map([
            ("href", target(book, section, "index.html")?.into()),
            ("number", section.number.as_deref().into()),
            ("title", section.title.as_str().into()),
            ("lang", tongue(section)),
        ]))
    });
    Ok(entries.collect::<Result<Vec<_>, RenderError>>()?.into())
}

/// The way from the home page down to what holds this page.
pub fn crumbs(book: &Book, page: &Page) -> Result<Value, RenderError> {
    if page.section.kind == SectionKind::Cover {
        return Ok(Value::none());
    }
    let mut crumbs =
        vec![map([("href", "index.html".into()), ("title", book.manual.labels.home.into()), ("lang", Value::none())])];
    for parent in &page.parents {
        let title = parent.short.as_ref().unwrap_or(&parent.title);
        let href = target(book, parent, &page.file)?;
        crumbs.push(map([("href", href.into()), ("title", title.as_str().into()), ("lang", tongue(parent))]));
    }
    Ok(crumbs.into())
}

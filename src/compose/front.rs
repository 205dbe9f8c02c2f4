//! Cover, document control, how to use the manual, and the organisation.

use super::messages::suspended;
use super::writer::{Writer, capital, facts, heading_at, join, table};
use crate::ir::{Block, Fact, GroupRole, Inline, ListStyle, Row, Section, SectionKind, TableLook, plain};
use crate::lang::details::SECTORS;
use crate::model::Entry;
use crate::model::base::Base;
use crate::model::manifest::{DocumentStatus, Unit};
use crate::model::reference::ChapterPlace;
use crate::parse::kind::Kind;
use crate::parse::prose::Text;
use crate::span::Spanned;
use crate::values::When;

/// A section without content.
pub fn section(kind: SectionKind, id: &str, title: &str) -> Section {
    Section::new(kind, id, title)
}

/// Where the manual is published in the language of the writer: the address of its folder.
pub fn address(x: &Writer<'_>) -> Option<String> {
    let manifest = &x.manual.model.manifest;
    let web = |address: &&str| address.starts_with("https://") || address.starts_with("http://");
    let address = manifest.document.address.as_ref().map(|a| a.value.trim()).filter(web)?.trim_end_matches('/');
    let folder = &x.manual.folder;
    // The other languages stand in folders of their name.
    Some(match manifest.languages.default == x.manual.tongue {
        true => format!("{address}/{folder}"),
        false => format!("{address}/{folder}{}/", x.manual.tongue),
    })
}

pub fn status_word(writer: &Writer<'_>, status: Option<DocumentStatus>) -> &'static str {
    match status {
        Some(DocumentStatus::Approved) => writer.w.status_approved,
        Some(DocumentStatus::InForce) => writer.w.status_in_force,
        Some(DocumentStatus::Superseded) => writer.w.status_superseded,
        Some(DocumentStatus::Draft) | None => writer.w.status_draft,
    }
}

pub fn cover(x: &Writer<'_>) -> Section {
    let document = &x.manual.model.manifest.document;
    let title = document.title.as_ref().map_or_else(String::new, Text::plain);
    section(SectionKind::Cover, "cover", &title)
}

/// Code, edition, status, dates and who answers for the document.
fn identity(x: &Writer<'_>) -> Vec<Fact> {
    let document = &x.manual.model.manifest.document;
    let status = status_word(x, document.status.as_ref().map(|s| s.value));
    let mut items = vec![
        x.fact(
            x.w.code,
            document.code.as_ref().map_or_else(Vec::new, |c| vec![Inline::Mark { text: c.value.clone() }]),
        ),
        x.fact(x.w.edition, document.edition.as_ref().map_or_else(Vec::new, |e| plain(e.value.as_str()))),
        x.fact(x.w.status, plain(status)),
    ];
    items.push(x.fact(x.w.supersedes, x.opt(&document.supersedes)));
    items.push(x.fact(x.w.approved_on, x.date_of(&document.approved)));
    items.push(x.fact(x.w.effective_from, x.date_of(&document.effective)));
    items.push(x.fact(x.w.review_by, x.date_of(&document.review_by)));
    items.push(x.fact(x.w.responsible, x.reference(Kind::Roles, &document.owner)));
    if let Some(evaluation) = &document.evaluation {
        let mut run = x.recurrence_of(&evaluation.every);
        if !evaluation.published_in.is_empty() {
            run.push(Inline::text(format!("; {} ", x.w.published_in)));
            run.extend(x.texts(&evaluation.published_in));
        }
        items.push(x.fact(x.w.evaluation, run));
    }
    if let Some(consultation) = &document.consultation {
        let from = x.date_of(&consultation.from);
        let until = x.date_of(&consultation.until);
        let dates = join([from, until].into_iter(), " – ");
        items.push(x.fact(x.w.consultation, join([dates, x.opt(&consultation.address)].into_iter(), ", ")));
    }
    items.push(x.fact(x.w.note, x.opt(&document.note)));
    // The figure itself is taken of all that is said here, so that it can only stand around the text.
    items.push(x.fact(x.w.digest, plain(x.w.digest_told)));
    items.into_iter().flatten().collect()
}

pub fn control(x: &Writer<'_>) -> Section {
    let document = &x.manual.model.manifest.document;
    let mut control = section(SectionKind::Control, "control", x.w.document_control);
    control.lead = plain(x.w.document_control_lead);
    control.blocks.push(Block::Facts { items: identity(x) });
    if !document.approvals.is_empty() {
        control.blocks.push(heading_at(2, "approvals", x.w.approvals));
        let rows = document
            .approvals
            .iter()
            .map(|a| Row { id: None, cells: vec![x.opt(&a.role), x.opt(&a.what), x.opt(&a.record), x.date_of(&a.on)] })
            .collect();
        let columns = [(x.w.body, 3), (x.w.what_approves, 3), (x.w.record, 2), (x.w.date, 0)];
        control.blocks.push(drop_empty(table(x.w.approvals, TableLook::Words, &columns, rows)));
    }
    if !document.distribution.is_empty() {
        control.blocks.push(heading_at(2, "distribution", x.w.distribution));
        let rows = document
            .distribution
            .iter()
            .map(|d| Row {
                id: None,
                cells: vec![recipient(x, &d.to), x.opt(&d.medium), x.opt(&d.copies), x.opt(&d.proof)],
            })
            .collect();
        let columns = [(x.w.recipient, 2), (x.w.medium, 2), (x.w.copies, 1), (x.w.proof, 2)];
        control.blocks.push(drop_empty(table(x.w.distribution, TableLook::Words, &columns, rows)));
    }
    control.blocks.extend(super::history::table_of_editions(x));
    control.blocks.extend(super::preparation::blocks(x));
    if !document.laws.is_empty() {
        control.blocks.push(heading_at(2, "legal-basis", x.w.legal_basis));
        let items = document.laws.iter().map(|l| vec![Block::Paragraph { content: law(x, l) }]).collect();
        control.blocks.push(Block::list(ListStyle::Bullets, items));
    }
    let named = |out: &mut Section, id: &str, title: crate::lang::Text, details: &crate::model::details::Details| {
        if let Some(block) = super::details::block(x, details) {
            out.blocks.push(heading_at(2, id, title.in_lang(x.lang)));
            out.blocks.push(block);
        }
    };
    if let Some(evaluation) = &document.evaluation {
        named(&mut control, "evaluation", crate::lang::profiles::EVALUATION, &evaluation.details);
    }
    named(&mut control, "audit", crate::lang::profiles::AUDIT, &document.audit);
    named(&mut control, "publication", crate::lang::profiles::PUBLICATION, &x.manual.model.manifest.publication);
    control
}

/// A recipient: everybody in a role, by its plural, or the author's words.
fn recipient(x: &Writer<'_>, to: &Text) -> Vec<Inline> {
    let role = x.manual.model.roles.get(to.source.trim());
    match role.and_then(|role| Some((role, role.plural.as_ref()?))) {
        Some((role, plural)) => vec![Inline::Ref { to: role.base.anchor(), content: x.text(plural) }],
        None => x.text(to),
    }
}

/// «Ley 29571, artículo 24».
pub fn law(x: &Writer<'_>, reference: &crate::model::base::LawReference) -> Vec<Inline> {
    let mut run = vec![x.entry(Kind::Laws, &reference.law.value)];
    if let Some(article) = &reference.article {
        let law = x.manual.model.laws.get(&reference.law.value);
        // An id of the law's own articles stands for their text.
        let named = law.and_then(|l| l.articles.iter().find(|(id, _)| **id == *article.source));
        run.push(Inline::text(", "));
        if article.source.starts_with(|c: char| c.is_ascii_digit()) {
            run.push(Inline::text(format!("{} {}", x.w.article, article.source)));
            if let Some((_, text)) = named {
                run.push(Inline::text(": "));
                run.extend(x.text(text));
            }
        } else {
            run.extend(named.map_or_else(|| x.text(article), |(_, text)| x.text(text)));
        }
    }
    run
}

/// The code of an entry that has no place of its own for it.
pub fn code(base: &Base) -> Vec<Inline> {
    base.code.iter().map(|code| Inline::Mark { text: code.value.clone() }).collect()
}

/// The laws that an entry stands on, in one run.
pub fn laws(x: &Writer<'_>, base: &Base) -> Vec<Inline> {
    join(base.laws.iter().map(|reference| law(x, reference)), "; ")
}

/// When an entry was approved, is in effect, is to be reviewed and ends; of some kinds the chapter itself tells one of them.
pub fn dates(x: &Writer<'_>, base: &Base) -> [Option<Fact>; 4] {
    let unless = |kind: Kind, date: &Option<Spanned<When>>| match base.kind == kind {
        true => Vec::new(),
        false => x.date_of(date),
    };
    [
        x.fact(x.w.approved_on, x.date_of(&base.approved)),
        x.fact(x.w.effective_from, x.date_of(&base.effective)),
        x.fact(x.w.review_by, unless(Kind::Standards, &base.review_by)),
        x.fact(x.w.expires, unless(Kind::Alliances, &base.expires)),
    ]
}

/// Takes out the columns in which no row says anything.
pub fn drop_empty(block: Block) -> Block {
    let Block::Table(mut table) = block else { return block };
    let used: Vec<bool> = (0..table.columns.len())
        .map(|i| i == 0 || table.rows.iter().any(|r| r.cells.get(i).is_some_and(|c| !c.is_empty())))
        .collect();
    let keep = |i: &usize| used.get(*i).copied().unwrap_or(true);
    table.columns = table.columns.into_iter().enumerate().filter(|(i, _)| keep(i)).map(|(_, c)| c).collect();
    for row in table.rows.iter_mut().chain(&mut table.total) {
        let cells = std::mem::take(&mut row.cells);
        row.cells = cells.into_iter().enumerate().filter(|(i, _)| keep(i)).map(|(_, c)| c).collect();
    }
    // Many columns of words want the whole width of the page.
    if table.look == TableLook::Words && table.columns.len() >= 5 {
        table.look = TableLook::Wide;
    }
    Block::Table(table)
}

/// How to use this manual, and the organisation's own chapters of prose.
pub fn guide(x: &Writer<'_>) -> Section {
    let mut guide = section(SectionKind::Chapter, "guide", x.w.guide);
    guide.lead = plain(x.w.guide_lead);
    let mark = |text: &str| Inline::Strong { content: plain(text) };
    let definition = |term: &str, body: &str| crate::ir::Definition {
        id: None,
        term: vec![mark(term)],
        blocks: vec![Block::Paragraph { content: plain(body) }],
    };
    let own = x.manual.model.chapters.iter().filter(|c| c.place == ChapterPlace::Guide);
    own.for_each(|c| guide.blocks.extend(x.prose(&c.base, 2)));
    guide.blocks.push(heading_at(2, "guide-signs", x.w.guide_signs));
    guide.blocks.push(Block::Definitions {
        items: vec![
            definition(x.w.promise, x.w.guide_promise),
            definition(x.w.script, x.w.guide_script),
            definition(x.w.limit, x.w.guide_limit),
            definition(x.w.warning, x.w.guide_warning),
            definition(x.w.escalation, x.w.guide_escalation),
        ],
    });
    guide.blocks.push(heading_at(2, "guide-points", x.w.guide_points));
    guide.blocks.push(Block::Paragraph { content: plain(x.w.guide_points_text) });
    let items = x.w.points.iter().map(|p| vec![Block::Paragraph { content: plain(*p) }]).collect();
    guide.blocks.push(Block::plain_list(ListStyle::Numbers, items));
    let readers: Vec<_> = x.manual.model.roles.iter().filter(|r| super::orientation::is_oriented(x, r)).collect();
    if !readers.is_empty() {
        guide.blocks.push(heading_at(2, "guide-roles", x.w.guide_roles));
        guide.blocks.push(Block::Paragraph { content: plain(x.w.guide_roles_text) });
        let items = readers
            .iter()
            .map(|r| {
                let to = super::orientation::address(&r.base.id);
                vec![Block::Paragraph { content: vec![Inline::Ref { to, content: plain(r.base.title()) }] }]
            })
            .collect();
        guide.blocks.push(Block::plain_list(ListStyle::Bullets, items));
    }
    guide
}

/// A chapter that the organisation wrote itself.
pub fn free_chapter(x: &Writer<'_>, chapter: &crate::model::reference::Chapter) -> Section {
    let base = &chapter.base;
    let mut out = section(SectionKind::Chapter, &base.anchor(), &base.title());
    out.heading = x.marked(&base.name);
    out.code = base.code.as_ref().map(|code| code.value.clone());
    let audience = x.fact(x.w.audience, x.references(Kind::Roles, &chapter.audience));
    let owner = x.fact(x.w.responsible, x.reference(Kind::Roles, &base.owner));
    out.facts = [audience, owner].into_iter().chain(dates(x, base)).flatten().collect();
    out.blocks = suspended(x, &base.status).into_iter().collect();
    out.blocks.extend(x.prose(base, 2));
    out.blocks.extend(facts([x.fact_text(x.w.note, &base.note), x.fact(x.w.legal_basis, laws(x, base))]));
    out
}

/// The organisation's business days and hours, where the manifest says them.
fn calendar(x: &Writer<'_>) -> Vec<Inline> {
    let manifest = &x.manual.model.manifest;
    match manifest.calendar_places.span {
        Some(_) => super::channels::calendar(x, &manifest.calendar, &manifest.calendar_places.dates),
        None => Vec::new(),
    }
}

pub fn organization(x: &Writer<'_>) -> Option<Section> {
    let model = &x.manual.model;
    let organization = &model.manifest.organization;
    let name = organization.name.as_ref().map_or_else(String::new, Text::plain);
    let mut out = section(SectionKind::Chapter, "organization", &name);
    out.lead = x.opt(&organization.purpose);
    let words = |key: &str| match key {
        "sector" => x.w.sector,
        "employees" => x.w.employees,
        "address" => x.w.address,
        "phone" => x.w.phone,
        "email" => x.w.email,
        _ => x.w.website,
    };
    let said = |key: &str, text: &Text| match SECTORS.iter().find(|word| key == "sector" && *word.name == *text.source)
    {
        Some(word) => plain(capital(word.label.in_lang(x.lang))),
        None => x.text(text),
    };
    out.blocks.extend(facts(
        std::iter::once(x.fact_text(x.w.short_name, &organization.short_name))
            .chain(organization.facts.iter().map(|(key, text)| x.fact_of(key, words(key), said(key, text))))
            .chain([x.fact_text(x.w.mission, &organization.mission), x.fact_text(x.w.vision, &organization.vision)])
            .chain([x.fact(x.w.calendar, calendar(x))])
            .chain(organization.territories.iter().map(|(name, count)| x.fact(&capital(name), x.rate(count))))
            .chain(super::details::of(x, &organization.details)),
    ));
    out.blocks.extend(x.labelled(x.w.values, &organization.values));
    units(x, &organization.units, &mut out.blocks);
    if let Some([strategy, systems, people]) = &organization.triangle {
        out.blocks.push(heading_at(2, "triangle", x.w.triangle));
        out.blocks.extend(facts([
            x.fact_text(x.w.strategy, strategy),
            x.fact_text(x.w.systems, systems),
            x.fact_text(x.w.people, people),
        ]));
    }
    if !model.principles.is_empty() {
        out.blocks.push(heading_at(2, "principles", x.w.principles));
        for principle in &model.principles {
            let mut blocks: Vec<Block> = x.paragraph(&principle.statement).into_iter().collect();
            blocks.extend(facts([x.fact_text(x.w.in_practice, &principle.practice)]));
            out.blocks.push(group(x, principle, GroupRole::Entry, blocks));
        }
    }
    if !model.objectives.is_empty() {
        out.blocks.push(heading_at(2, "objectives", x.w.objectives));
        for objective in &model.objectives {
            let mut blocks: Vec<Block> = x.paragraph(&objective.statement).into_iter().collect();
            let mut measured = x.references(Kind::Indicators, &objective.indicators);
            if measured.is_empty() {
                let own = model.indicators.iter().filter(|i| i.objectives.iter().any(|o| o.value == objective.base.id));
                measured = join(own.map(|i| vec![x.entry(Kind::Indicators, &i.base.id)]), ", ");
            }
            blocks.extend(facts([
                x.fact(x.w.measured_by, measured),
                x.fact(x.w.standards, x.references(Kind::Standards, &objective.standards)),
                x.fact(x.w.due, x.date_of(&objective.due)),
                x.fact(x.w.responsible, x.reference(Kind::Roles, &objective.base.owner)),
            ]));
            out.blocks.push(group(x, objective, GroupRole::Entry, blocks));
        }
    }
    (!out.blocks.is_empty() || !out.lead.is_empty()).then_some(out)
}

fn units(x: &Writer<'_>, units: &[Unit], blocks: &mut Vec<Block>) {
    if units.is_empty() {
        return;
    }
    blocks.push(heading_at(2, "units", x.w.units));
    fn rows(x: &Writer<'_>, units: &[Unit], out: &mut Vec<Row>) {
        for unit in units {
            let contact = join([x.opt(&unit.phone), x.opt(&unit.email)].into_iter(), ", ");
            let cells = vec![x.opt(&unit.name), x.opt(&unit.does), x.opt(&unit.address), contact, x.hours(&unit.hours)];
            out.push(Row { id: None, cells });
            rows(x, &unit.units, out);
        }
    }
    let mut list = Vec::new();
    rows(x, units, &mut list);
    let columns = [(x.w.unit_name, 2), (x.w.does, 3), (x.w.address, 2), (x.w.contact, 2), (x.w.hours, 2)];
    blocks.push(drop_empty(table(x.w.units, TableLook::Words, &columns, list)));
}

/// The kinds whose chapter tells who answers for an entry among what else is said of it.
const WITH_OWNER: [Kind; 9] = [
    Kind::Channels,
    Kind::Commitments,
    Kind::Indicators,
    Kind::Inventory,
    Kind::Objectives,
    Kind::Resources,
    Kind::Risks,
    Kind::Services,
    Kind::Surveys,
];

/// Who answers for an entry, of the other kinds.
pub fn owner(x: &Writer<'_>, base: &Base) -> Option<Fact> {
    let owner = base.owner.as_ref().filter(|_| !WITH_OWNER.contains(&base.kind))?;
    x.fact(x.w.responsible, vec![x.entry(Kind::Roles, &owner.value)])
}

/// An entry with its address, code and name, and what is said about it.
pub fn group<T: Entry>(x: &Writer<'_>, entry: &T, role: GroupRole, mut blocks: Vec<Block>) -> Block {
    let base = entry.base();
    blocks.splice(0..0, suspended(x, &base.status));
    blocks.extend(x.prose(base, 4));
    blocks.extend(facts([owner(x, base), x.fact_text(x.w.note, &base.note)]));
    blocks.extend(facts(dates(x, base)));
    blocks.extend(facts([super::history::since(x, base.kind, &base.id)]));
    blocks.extend(facts([x.fact(x.w.legal_basis, laws(x, base))]));
    Block::Group {
        role,
        id: Some(base.anchor()),
        code: base.code.as_ref().map(|c| c.value.clone()),
        title: base.name.as_ref().map_or_else(|| plain(base.id.as_str()), |n| x.title(n)),
        blocks,
    }
}

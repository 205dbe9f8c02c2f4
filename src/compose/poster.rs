//! The standards on one page (I5): a sheet to hang on a wall, and by form of attention and moment each standard by its name.
//!
//! The sheet holds twelve standards and four promises. Where there are more, those come first that their author gave a higher
//! `priority` (none is medium); of equals, those that hold before customers, then those that bind more roles, then the order
//! in which they were written. Those left out are named beneath the sheet. Of the promises the general ones come first.

use super::cards::{bare, short};
use super::front::{drop_empty, section};
use super::writer::{Writer, join, table};
use crate::ir::{Block, Cell, CellRole, Inline, Poster, Row, Section, SectionKind, TableLook, Tile, plain};
use crate::model::base::Status;
use crate::model::channel::ChannelKind;
use crate::model::message::Moment;
use crate::model::norms::Standard;
use crate::model::service::Priority;
use crate::parse::kind::Kind;
use crate::parse::prose::Text;

/// Standards and promises on the sheet.
const TILES: usize = 12;
const PROMISES: usize = 4;
/// Characters of a statement and of words to say on it.
const ROOM: usize = 165;

const MOMENTS: [Moment; 3] = [Moment::Before, Moment::During, Moment::After];

pub fn chapter(x: &Writer<'_>) -> Option<Section> {
    let model = &x.manual.model;
    let standards: Vec<&Standard> =
        model.standards.iter().filter(|s| !matches!(s.base.status, Status::Retired { .. })).collect();
    if standards.is_empty() {
        return None;
    }
    let forms = [
        (x.w.channel_kinds[0], Form::InPerson),
        (x.w.channel_kinds[1], Form::Telephone),
        (x.w.written_forms, Form::Written),
    ];
    // A standard that holds in every form in use is written once, in the first row.
    let used: Vec<Form> =
        forms.iter().map(|(_, form)| *form).filter(|form| standards.iter().any(|s| holds(x, s, *form))).collect();
    let everywhere =
        |s: &Standard| s.channels.is_empty() && !named_by_channel(x, s) || used.iter().all(|f| holds(x, s, *f));
    let mut rows = Vec::new();
    let mut row = |title: &str, of: &dyn Fn(&Standard) -> bool| {
        let own: Vec<&&Standard> = standards.iter().filter(|s| of(s)).collect();
        if !own.is_empty() {
            let mut cells = vec![plain(title)];
            cells.extend(MOMENTS.map(|moment| names(x, &own, moment)));
            rows.push(Row { id: None, cells });
        }
    };
    row(x.w.in_every_form, &|s| !s.internal && everywhere(s));
    for (title, form) in forms {
        row(title, &|s| !s.internal && !everywhere(s) && holds(x, s, form));
    }
    row(x.w.conduct_internal, &|s| s.internal);
    let mut out = section(SectionKind::Chapter, "poster", x.w.poster);
    out.lead = plain(x.w.poster_lead);
    let mut ordered = standards.clone();
    ordered.sort_by_key(|s| rank(x, s));
    let (shown, left_out) = ordered.split_at(ordered.len().min(TILES));
    out.blocks.push(sheet(x, shown));
    if !left_out.is_empty() {
        let mut content = vec![Inline::Strong { content: plain(format!("{}: ", x.w.poster_left_out)) }];
        content.extend(join(left_out.iter().map(|s| vec![x.entry(Kind::Standards, &s.base.id)]), ", "));
        content.push(Inline::text("."));
        out.blocks.push(Block::Paragraph { content });
    }
    let columns = [(x.w.form_of_attention, 1), (x.w.before, 2), (x.w.during, 2), (x.w.after, 2)];
    out.blocks.push(drop_empty(table(x.w.poster_moments, TableLook::Words, &columns, rows)));
    Some(out)
}

/// The smaller comes first.
fn rank(x: &Writer<'_>, standard: &Standard) -> (Priority, bool, std::cmp::Reverse<usize>) {
    let priority = standard.priority.as_ref().map_or(Priority::Medium, |p| p.value);
    let bound = if standard.roles.is_empty() { x.manual.model.roles.len() } else { standard.roles.len() };
    (priority, standard.internal, std::cmp::Reverse(bound))
}

fn sheet(x: &Writer<'_>, standards: &[&Standard]) -> Block {
    let manifest = &x.manual.model.manifest;
    let tiles = standards.iter().map(|s| {
        // An example in quotation marks is said; any other is something done, which the statement tells.
        let said = s.example.as_ref().filter(|e| e.source.starts_with(['«', '“', '"']));
        let name = s.base.name.as_ref().map_or_else(|| plain(s.base.id.as_str()), |name| bare(x.title(name)));
        Tile {
            title: vec![Inline::Ref { to: s.base.anchor(), content: name }],
            content: s.statement.as_ref().map_or_else(Vec::new, |t| short(bare(x.text(t)), ROOM)),
            say_label: said.map_or_else(String::new, |_| x.w.script.to_owned()),
            say: said.map_or_else(Vec::new, |t| short(bare(x.text(t)), ROOM)),
        }
    });
    let commitments = || x.manual.model.commitments.iter().filter(|c| c.base.is_active());
    let general = commitments().filter(|c| c.service.is_none());
    let of_services = commitments().filter(|c| c.service.is_some());
    let promises = general.chain(of_services).filter_map(|c| {
        let within = c.within.as_ref()?;
        Some(Cell {
            role: CellRole::Within,
            label: String::new(),
            value: x.main_case(within),
            content: c.base.name.as_ref().map_or_else(Vec::new, |t| short(bare(x.text(t)), ROOM)),
        })
    });
    let document = &manifest.document;
    let edition = document.edition.as_ref().map(|e| format!("{} {}", x.w.edition, e.value));
    let code = document.code.as_ref().map(|c| c.value.clone());
    let title = document.title.as_ref().map(Text::plain);
    Block::Poster(Poster {
        over: manifest.organization.name.as_ref().map_or_else(String::new, Text::plain),
        title: x.w.conduct.to_owned(),
        tiles: tiles.collect(),
        within_label: x.w.poster_promises.to_owned(),
        promises: promises.take(PROMISES).collect(),
        foot: [title, code, edition].into_iter().flatten().collect::<Vec<_>>().join(" · "),
    })
}

/// The three forms of attention of the field (F1).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Form {
    InPerson,
    Telephone,
    Written,
}

fn form(kind: ChannelKind) -> Form {
    match kind {
        ChannelKind::FaceToFace | ChannelKind::Visit => Form::InPerson,
        ChannelKind::Telephone => Form::Telephone,
        _ => Form::Written,
    }
}

/// Whether a standard names a channel of the form, or such a channel names the standard.
fn holds(x: &Writer<'_>, standard: &Standard, wanted: Form) -> bool {
    let channels = &x.manual.model.channels;
    let said = standard.channels.iter().any(|word| {
        let by_kind = ChannelKind::ALL.iter().find(|(name, _)| *name == word.value).map(|(_, kind)| *kind);
        let by_id = || channels.get(&word.value).and_then(|c| c.kind.as_ref()).map(|k| k.value);
        by_kind.or_else(by_id).is_some_and(|kind| form(kind) == wanted)
    });
    let lists = |c: &crate::model::channel::Channel| c.standards.iter().any(|s| s.value == standard.base.id);
    said || channels.iter().any(|c| lists(c) && c.kind.as_ref().is_some_and(|k| form(k.value) == wanted))
}

fn named_by_channel(x: &Writer<'_>, standard: &Standard) -> bool {
    x.manual.model.channels.iter().any(|c| c.standards.iter().any(|s| s.value == standard.base.id))
}

/// The standards of a moment by name; one that says no moment holds while the customer is attended to.
fn names(x: &Writer<'_>, standards: &[&&Standard], moment: Moment) -> Vec<Inline> {
    let own = standards.iter().filter(|s| {
        s.moments.iter().any(|m| m.value == moment || m.value == Moment::Always)
            || s.moments.is_empty() && moment == Moment::During
    });
    join(own.map(|s| vec![x.entry(Kind::Standards, &s.base.id)]), "; ")
}

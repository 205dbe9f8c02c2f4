//! The standards on one page (I5): by form of attention and moment, each standard by its name.

use super::front::{drop_empty, section};
use super::writer::{Writer, join, table};
use crate::ir::{Inline, Row, Section, SectionKind, TableLook, plain};
use crate::model::base::Status;
use crate::model::channel::ChannelKind;
use crate::model::message::Moment;
use crate::model::norms::Standard;
use crate::parse::kind::Kind;

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
    let columns = [(x.w.form_of_attention, 1), (x.w.before, 2), (x.w.during, 2), (x.w.after, 2)];
    out.blocks.push(drop_empty(table(x.w.poster_moments, TableLook::Words, &columns, rows)));
    Some(out)
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

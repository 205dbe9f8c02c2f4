//! C371: what is said of a channel that closes does not promise it for all hours (C6).

use super::opening::Place;
use super::{opening, outside};
use crate::check::prose::{self, Passage, passages};
use crate::check::{Report, Rule, speech, wording};
use crate::diag::{Arg, Entry, Severity};
use crate::lang::{Lang, Text, format};
use crate::model::base::Base;
use crate::model::channel::Channel;
use crate::parse::kind::Kind;
use crate::parse::mention::mask;
use crate::resolve::Resolved;
use crate::span::Span;
use crate::values::Hours;
use std::ops::Range;

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "C371",
        name: "open-at-all-hours-in-words",
        severity: Severity::Warning,
        message: Text {
            es: "el texto dice «{said}» y «{channel}» tiene otro horario: {hours}",
            en: "the text says “{said}” and “{channel}” has other hours: {hours}",
            pt: "o texto diz “{said}” e “{channel}” tem outro horário: {hours}",
        },
        why: Text {
            es: "Quien llega a una hora en que se le dijo que hay alguien encuentra cerrado, y no vuelve a creer en lo demás.",
            en: "Whoever comes at an hour at which they were told that somebody is there finds it closed and believes nothing else.",
            pt: "Quem chega a uma hora em que lhe disseram que há alguém encontra fechado e não volta a crer no resto.",
        },
        fix: Text {
            es: "diga el horario del canal: `[[{id}.hours]]`, o corrija `hours`",
            en: "say the hours of the channel: `[[{id}.hours]]`, or correct `hours`",
            pt: "diga o horário do canal: `[[{id}.hours]]`, ou corrija `hours`",
        },
        bad: r#"=== channels.yaml
telefono:
  name: Central telefónica
  kind: telephone
  hours: { mon..fri: 08:00-20:00 }
  wait_message: Gracias por esperar. Le atendemos a cualquier hora.
#                                                 ^^^^^^^^^^^^^^^^
=== commitments.yaml
aviso: { promise: Contestamos el teléfono las 24 horas., within: 2 minutes, applies_to: { channel: telefono } }
#                                         ^^^^^^^^^^^^
=== chapters/bienvenida.md
---
title: Bienvenida
---
La central telefónica abre de 8:00 a 22:00.
#                             ^^^^^^^^^^^^

Puede llamar a la central telefónica a cualquier hora.
#                                    ^^^^^^^^^^^^^^^^

La central telefónica atiende los jueves hasta las 21:30.
#                                                  ^^^^^
"#,
        good: r#"=== channels.yaml
telefono:
  name: Central telefónica
  kind: telephone
  hours: { mon..fri: 08:00-20:00 }
  wait_message: Gracias por esperar. Fuera de horario, la página web le atiende a cualquier hora.
=== commitments.yaml
aviso: { promise: Contestamos el teléfono., within: 2 minutes, applies_to: { channel: telefono } }
=== chapters/bienvenida.md
---
title: Bienvenida
---
La central telefónica abre de 8:00 a 20:00 y atiende los reclamos de 9:00 a 18:00.

El reclamo se puede presentar las 24 horas en la web. La central telefónica atiende los jueves hasta las 20:00.
"#,
    },
    check,
};

const HERE: Text = Text { es: "el horario está aquí", en: "the hours are here", pt: "o horário está aqui" };

/// Words for all hours of every day, in the three languages.
const AT_ALL_HOURS: [&str; 10] = [
    "a cualquier hora",
    "las 24 horas",
    "24/7",
    "día y noche",
    "at any time",
    "at any hour",
    "around the clock",
    "24 hours a day",
    "a qualquer hora",
    "24 horas por dia",
];
/// Words for all days, at some hours of each.
const ON_ALL_DAYS: [&str; 7] = [
    "los 365 días",
    "todos los días del año",
    "de lunes a domingo",
    "every day of the year",
    "os 365 dias",
    "todos os dias do ano",
    "de segunda a domingo",
];
/// Stems that say that somebody is there, beside those of answering and attending.
const THERE: [&str; 10] =
    ["estamos", "servici", "servimos", "abiert", "aberto", "open", "available", "disponib", "disponív", "disposi"];
/// Words with which a sentence speaks of another channel, of what is left there, or of what is not so.
pub(super) const OTHERWISE: [&str; 26] = [
    "no",
    "not",
    "não",
    "nunca",
    "never",
    "salvo",
    "excepto",
    "exceto",
    "except",
    "fuera",
    "outside",
    "fora",
    "web",
    "app",
    "banca",
    "aplicación",
    "página",
    "site",
    "cajero",
    "cajeros",
    "mensaje",
    "message",
    "mensagem",
    "buzón",
    "voicemail",
    "emergencias",
];
/// Stems of what comes in at any hour and is answered when somebody is there.
const COMES_IN: [&str; 8] = ["recib", "llega", "escrib", "receiv", "arriv", "receb", "cheg", "escrev"];

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    for passage in passages(manual, is_read) {
        let Some((channel, closes_days)) = closing(manual, &passage) else { continue };
        let lower = prose::lower(passage.source);
        let meant = |range: &Range<usize>| is_meant(&passage, &lower, range);
        let Some(range) = at_all_hours(&lower, closes_days).into_iter().find(meant) else { continue };
        let Some(hours) = outside::hours(manual, channel) else { continue };
        let span = channel.hours.as_ref().map_or(channel.base.span, |hours| hours.span);
        tell(report, &passage, &range, &channel.base, span, &hours);
    }
    for passage in passages(manual, opening::is_read) {
        let found = opening::contradictions(manual, &passage);
        let whole = if is_read(&passage) { None } else { at_all_hours_of(manual, &passage) };
        // «De lunes a domingo, de 8:00 a 20:00» is told once.
        let is_told = |range: &Range<usize>| {
            let sentence = passage.sentence_range(range);
            found.iter().any(|(other, _)| sentence.contains(&other.start))
        };
        let whole = whole.filter(|(range, _)| !is_told(range));
        for (range, place) in whole.into_iter().chain(found) {
            tell(report, &passage, &range, place.base, place.span, &place.hours);
        }
    }
}

/// Where a text says of a channel or a site that closes that it attends at all hours, or on all days.
fn at_all_hours_of<'m>(manual: &'m Resolved<'_>, passage: &Passage<'_>) -> Option<(Range<usize>, Place<'m>)> {
    let lower = prose::lower(&mask(passage.source));
    let hours = at_all_hours(&lower, false);
    at_all_hours(&lower, true).into_iter().find_map(|range| {
        let (place, closes_days) = opening::closing(manual, passage, &range)?;
        let is_said = closes_days || hours.contains(&range);
        (is_said && is_meant(passage, &lower, &range)).then_some((range, place))
    })
}

/// The places of words for all hours, and for all days where that says more than is so.
fn at_all_hours(lower: &str, closes_days: bool) -> Vec<Range<usize>> {
    let days = ON_ALL_DAYS.iter().filter(|_| closes_days);
    let mut found: Vec<Range<usize>> =
        AT_ALL_HOURS.iter().chain(days).flat_map(|phrase| prose::find_phrase(lower, phrase)).collect();
    found.sort_by_key(|range| range.start);
    found
}

fn tell(report: &mut Report<'_>, passage: &Passage<'_>, range: &Range<usize>, base: &Base, span: Span, hours: &Hours) {
    let said = passage.source.get(range.clone()).unwrap_or_default();
    let hours = Lang::ALL.map(|lang| format::hours(lang.into(), hours).join("; "));
    report.at(passage.place(range), &passage.subject(), |finding| {
        finding
            .arg("said", said.split_whitespace().collect::<Vec<_>>().join(" "))
            .arg("channel", base.title())
            .arg("hours", Arg::Told(Box::new(hours)))
            .arg("id", base.id.as_str())
            .label(span, HERE)
    });
}

fn is_read(passage: &Passage<'_>) -> bool {
    matches!(
        (passage.kind, passage.key()),
        (Kind::Channels, "wait_message") | (Kind::Commitments, "promise" | "conditions")
    )
}

/// The channel of which a text speaks, if it closes, and whether for whole days; none where one of several never does.
fn closing<'m>(manual: &'m Resolved<'_>, passage: &Passage<'m>) -> Option<(&'m Channel, bool)> {
    let model = &manual.model;
    let channels: Vec<&Channel> = match passage.kind {
        Kind::Channels => vec![model.channels.get(passage.id)?],
        _ => {
            let commitment = model.commitments.get(passage.id).filter(|c| c.base.is_active())?;
            let named = commitment.applies_to.iter().filter(|(dimension, _)| dimension == "channel");
            named.flat_map(|(_, ids)| ids).filter_map(|id| model.channels.get(&id.value)).collect()
        }
    };
    let minutes = |channel: &&Channel| outside::hours(manual, channel).and_then(|hours| hours.longest_closure());
    let closures: Vec<u32> = channels.iter().map_while(minutes).collect();
    let all = closures.len() == channels.len();
    let first = channels.first().filter(|channel| all && channel.base.is_active())?;
    Some((first, closures.iter().all(|minutes| *minutes > 24 * 60)))
}

/// Whether words for all hours say when somebody is there: not «dentro de las 24 horas», nor «escríbanos a cualquier hora».
fn is_meant(passage: &Passage<'_>, lower: &str, range: &Range<usize>) -> bool {
    if speech::is_quoted(passage, range) || speech::is_unsaid(passage, range) {
        return false;
    }
    let sentence = prose::lower(passage.sentence(range));
    let begins = |stems: &[&str]| prose::words(&sentence).any(|word| stems.iter().any(|stem| word.starts_with(stem)));
    if prose::words(&sentence).any(|word| OTHERWISE.contains(&word)) || begins(&COMES_IN) {
        return false;
    }
    // «En las 24 horas siguientes» is a length.
    let before = prose::words(&lower[..range.start]).last().unwrap_or_default();
    let after = prose::words(&lower[range.end..]).next().unwrap_or_default();
    let length = matches!(before, "en" | "de" | "within" | "in" | "em")
        || matches!(after, "siguientes" | "posteriores" | "seguintes" | "following");
    let is_condition = passage.key() == "conditions";
    let attends = wording::matters(&sentence).iter().any(|matter| wording::CONTACT.contains(matter)) || begins(&THERE);
    !length && (is_condition || attends)
}

//! C371: what is said of a channel that closes does not promise it for all hours (C6).

use super::{opening, outside};
use crate::check::prose::{self, Passage, passages};
use crate::check::{Report, Rule, speech, wording};
use crate::diag::{Entry, Severity};
use crate::lang::Text;
use crate::model::channel::Channel;
use crate::parse::kind::Kind;
use crate::resolve::Resolved;
use std::ops::Range;

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "C371",
        name: "open-at-all-hours-in-words",
        severity: Severity::Warning,
        message: Text {
            es: "el texto dice «{said}» y «{channel}» tiene otro horario",
            en: "the text says “{said}” and “{channel}” has other hours",
            pt: "o texto diz “{said}” e “{channel}” tem outro horário",
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
        let Some(channel) = closing(manual, &passage) else { continue };
        let closes_days = channel.1;
        let lower = prose::lower(passage.source);
        let days = ON_ALL_DAYS.iter().filter(|_| closes_days);
        let mut found: Vec<Range<usize>> =
            AT_ALL_HOURS.iter().chain(days).flat_map(|phrase| prose::find_phrase(&lower, phrase)).collect();
        found.sort_by_key(|range| range.start);
        let Some(range) = found.into_iter().find(|range| is_meant(&passage, &lower, range)) else { continue };
        let said = passage.source.get(range.clone()).unwrap_or_default();
        report.at(passage.place(&range), &passage.subject(), |finding| {
            let finding = finding
                .arg("said", said.split_whitespace().collect::<Vec<_>>().join(" "))
                .arg("channel", channel.0.base.title())
                .arg("id", channel.0.base.id.as_str());
            match &channel.0.hours {
                Some(hours) => finding.label(hours.span, HERE),
                None => finding,
            }
        });
    }
    for passage in passages(manual, opening::is_read) {
        for (range, place) in opening::contradictions(manual, &passage) {
            let said = passage.source.get(range.clone()).unwrap_or_default();
            report.at(passage.place(&range), &passage.subject(), |finding| {
                finding
                    .arg("said", said.split_whitespace().collect::<Vec<_>>().join(" "))
                    .arg("channel", place.base.title())
                    .arg("id", place.base.id.as_str())
                    .label(place.span, HERE)
            });
        }
    }
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

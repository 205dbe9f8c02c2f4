//! C338: the clock of a promise is the one by which it is measured, and that of others who promise the same (C4, C5).

use super::siblings;
use crate::check::{Report, Rule, figures, prose};
use crate::diag::{Arg, Entry, Severity};
use crate::lang::Text;
use crate::model::Entry as _;
use crate::model::commitment::{Clock, Commitment};
use crate::model::details::Said;
use crate::model::indicator::Indicator;
use crate::parse::prose::Text as Words;
use crate::resolve::Resolved;
use crate::span::Span;

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "C338",
        name: "clocks-differ",
        severity: Severity::Warning,
        message: Text {
            es: "el plazo de `{commitment}` {own}, y el de {other}, que es el mismo, {theirs}",
            en: "the time of `{commitment}` {own}, and that of {other}, which is the same, {theirs}",
            pt: "o prazo de `{commitment}` {own}, e o de {other}, que é o mesmo, {theirs}",
        },
        why: Text {
            es: "Un plazo que empieza más tarde, se detiene o termina antes promete menos de lo que parece. Si el cliente y el indicador no cuentan desde el mismo momento, cada uno tiene razón con su cuenta.",
            en: "A time that begins later, is paused or ends sooner promises less than it seems. Where the customer and the indicator do not count from the same moment, each is right by their own count.",
            pt: "Um prazo que começa mais tarde, é pausado ou termina antes promete menos do que parece. Se o cliente e o indicador não contam desde o mesmo momento, cada um tem razão em sua conta.",
        },
        fix: Text {
            es: "cuente igual en los dos lugares (los mismos `starts`, `stops` y `pauses` en `clock`), o diga la diferencia en la promesa o en `conditions`",
            en: "count alike in both places (the same `starts`, `stops` and `pauses` in `clock`), or state the difference in the promise or in `conditions`",
            pt: "conte igual nos dois lugares (os mesmos `starts`, `stops` e `pauses` em `clock`), ou diga a diferença na promessa ou em `conditions`",
        },
        bad: r#"code: EJ-01
name: Ejemplo
owner: jefatura
commitments:
  resolucion:
    promise: Resolvemos su reclamación a tiempo.
    within: 15 business days
    clock: { starts: que se admite a trámite la reclamación, stops: que sale la respuesta }
#                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    indicator: en-plazo
indicators:
  en-plazo:
    name: Reclamaciones en plazo
    starts: filed_at
    target: { share: 95 %, within: 15 business days }
"#,
        good: r#"code: EJ-01
name: Ejemplo
owner: jefatura
commitments:
  resolucion:
    promise: Resolvemos su reclamación a tiempo.
    within: 15 business days
    clock: { starts: que se presenta la reclamación, stops: que sale la respuesta }
    indicator: en-plazo
indicators:
  en-plazo:
    name: Reclamaciones en plazo
    starts: filed_at
    target: { share: 95 %, within: 15 business days }
"#,
    },
    check,
};

const THERE: Text =
    Text { es: "el otro plazo está aquí", en: "the other time is here", pt: "o outro prazo está aqui" };
const NAMED: Text = Text { es: "«{name}»", en: "“{name}”", pt: "“{name}”" };
const PAUSES: Text = Text { es: "se detiene a veces", en: "is paused at times", pt: "para às vezes" };
const RUNS_ON: Text = Text { es: "no se detiene", en: "is never paused", pt: "não para" };

/// A moment from which, or to which, a time is counted. Of each row the later ones come after the earlier ones.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Event {
    Received,
    Complete,
    Admitted,
    CallIn,
    Menu,
    PersonAsked,
    FirstReply,
    Resolved,
}

impl Event {
    /// The row of the event: events of different rows do not compare.
    fn row(self) -> u8 {
        match self {
            Event::Received | Event::Complete | Event::Admitted => 0,
            Event::CallIn | Event::Menu | Event::PersonAsked => 1,
            Event::FirstReply | Event::Resolved => 2,
        }
    }

    /// Whether both are known to be different moments of one row.
    fn differs(self, other: Event) -> bool {
        self.row() == other.row() && self != other
    }

    fn words(self) -> Text {
        match self {
            Event::Received => {
                Text { es: "corre desde la recepción", en: "runs from receipt", pt: "corre desde o recebimento" }
            }
            Event::Complete => Text {
                es: "corre desde que el caso está completo",
                en: "runs from when the case is complete",
                pt: "corre desde que o caso está completo",
            },
            Event::Admitted => {
                Text { es: "corre desde la admisión", en: "runs from admission", pt: "corre desde a admissão" }
            }
            Event::CallIn => Text {
                es: "corre desde que entra la llamada",
                en: "runs from when the call comes in",
                pt: "corre desde que a chamada entra",
            },
            Event::Menu => Text {
                es: "corre desde que descuelga el menú",
                en: "runs from when the menu picks up",
                pt: "corre desde que o menu atende",
            },
            Event::PersonAsked => Text {
                es: "corre desde que se pide hablar con una persona",
                en: "runs from when the customer asks for a person",
                pt: "corre desde que se pede para falar com uma pessoa",
            },
            Event::FirstReply => Text {
                es: "termina con la primera respuesta",
                en: "ends with the first reply",
                pt: "termina com a primeira resposta",
            },
            Event::Resolved => {
                Text {
                    es: "termina con la resolución", en: "ends with the resolution", pt: "termina com a resolução"
                }
            }
        }
    }
}

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    for commitment in super::commitments(manual) {
        let Some(within) = &commitment.within else { continue };
        for indicator in figures::indicators_of(manual, commitment).into_iter().filter(|i| i.base.is_active()) {
            measured_with_pauses(report, commitment, within.span, indicator);
            if let Some(clock) = &commitment.clock {
                measured_from(report, commitment, clock, indicator);
            }
        }
    }
    for group in siblings::groups(manual) {
        let Some((first, others)) = group.split_first() else { continue };
        others.iter().for_each(|other| alike(report, first, other));
    }
}

/// The start of a promise against the one that its indicator names in closed words.
fn measured_from(report: &mut Report<'_>, commitment: &Commitment, clock: &Clock, indicator: &Indicator) {
    let Some((own, at)) = clock.starts.as_ref().and_then(start) else { return };
    let Some(detail) = indicator.details.get("starts") else { return };
    let Some(theirs) = closed(&detail.value) else { return };
    if own.differs(theirs) {
        let name = Arg::named(NAMED, indicator.base().title());
        tell(report, commitment, at, (own.words(), theirs.words()), name, detail.span);
    }
}

/// A promise that says of no pause, measured by a clock that stops: what the customer waits is not what is counted.
fn measured_with_pauses(report: &mut Report<'_>, commitment: &Commitment, within: Span, indicator: &Indicator) {
    let clock = commitment.clock.as_ref();
    let Some(Said::Texts(pauses)) = indicator.details.get("pauses").map(|detail| &detail.value) else { return };
    if let Some(pause) = pauses.first()
        && clock.is_none_or(|clock| clock.pauses.is_empty())
    {
        let at = clock.and_then(|clock| clock.starts.as_ref()).map_or(within, |starts| starts.span);
        let name = Arg::named(NAMED, indicator.base().title());
        tell(report, commitment, at, (RUNS_ON, PAUSES), name, pause.span);
    }
}

/// Two promises of the same in the same time, by their clocks.
fn alike(report: &mut Report<'_>, first: &Commitment, other: &Commitment) {
    let limit = |c: &Commitment| c.within.as_ref().and_then(|within| within.single()).copied();
    let (Some(clock), Some(theirs)) = (&first.clock, &other.clock) else { return };
    if limit(first).is_none() || limit(first) != limit(other) {
        return;
    }
    let differ = |a: &Option<Words>, b: &Option<Words>, event: fn(&Words) -> Option<(Event, Span)>| {
        let (a, b) = (a.as_ref().and_then(event)?, b.as_ref().and_then(event)?);
        a.0.differs(b.0).then_some((a, b))
    };
    let name = || Arg::from(format!("`{}`", first.base.id));
    let events = differ(&theirs.starts, &clock.starts, start).or_else(|| differ(&theirs.stops, &clock.stops, stop));
    if let Some(((own, at), (before, there))) = events {
        return tell(report, other, at, (own.words(), before.words()), name(), there);
    }
    let pause = |clock: &Clock| clock.pauses.first().map(|pause| pause.span);
    let start = |clock: &Clock| clock.starts.as_ref().map(|text| text.span);
    match (pause(theirs), pause(clock), start(theirs), start(clock)) {
        (Some(at), None, _, Some(there)) => tell(report, other, at, (PAUSES, RUNS_ON), name(), there),
        (None, Some(there), Some(at), _) => tell(report, other, at, (RUNS_ON, PAUSES), name(), there),
        _ => {}
    }
}

fn tell(
    report: &mut Report<'_>,
    commitment: &Commitment,
    at: Span,
    (own, theirs): (Text, Text),
    other: Arg,
    there: Span,
) {
    report.at(at, &commitment.base.subject(), |finding| {
        finding
            .arg("commitment", commitment.base.id.as_str())
            .arg("own", own)
            .arg("other", other)
            .arg("theirs", theirs)
            .label(there, THERE)
    });
}

/// An event of the closed words of an indicator.
fn closed(said: &Said) -> Option<Event> {
    let Said::Words(words) = said else { return None };
    match words.first()?.value.name {
        "filed_at" => Some(Event::Received),
        "call_received" => Some(Event::CallIn),
        "menu_pickup" => Some(Event::Menu),
        "person_requested" => Some(Event::PersonAsked),
        _ => None,
    }
}

/// Stems by which a start is known. Words for receipt come last: «la recepción de la solicitud completa» is completeness.
const STARTS: [(Event, &[&str]); 6] = [
    (Event::Admitted, &["admit", "admis", "admiss"]),
    (Event::Complete, &["complet"]),
    (Event::Menu, &["menú", "menu"]),
    (Event::PersonAsked, &["hablar", "speak", "falar"]),
    (Event::CallIn, &["llamada", "chamada", "call", "calls"]),
    (Event::Received, &["recib", "recep", "presenta", "receiv", "receipt", "filed", "filing", "receb", "apresenta"]),
];

/// Stems by which an end is known.
const STOPS: [(Event, &[&str]); 2] = [
    (
        Event::FirstReply,
        &["primera respuesta", "primer contacto", "first reply", "first response", "primeira resposta"],
    ),
    (Event::Resolved, &["resol", "resuelv", "solucion", "solution", "respuesta definitiva", "final answer"]),
];

fn start(text: &Words) -> Option<(Event, Span)> {
    event(text, &STARTS)
}

fn stop(text: &Words) -> Option<(Event, Span)> {
    event(text, &STOPS)
}

/// The one event that a text names; none where it names several, or denies one.
fn event(text: &Words, table: &[(Event, &[&str])]) -> Option<(Event, Span)> {
    let lower = prose::lower(&text.plain());
    let words: Vec<&str> = lower.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()).collect();
    if words.iter().any(|word| matches!(*word, "no" | "not" | "não" | "sin" | "without" | "sem" | "o" | "or" | "ou")) {
        return None;
    }
    let said = words.join(" ");
    let names = |stem: &str| match stem.contains(' ') {
        true => said.contains(stem),
        false => words.iter().any(|word| word.starts_with(stem)),
    };
    let mut found = table.iter().filter(|(_, stems)| stems.iter().any(|stem| names(stem))).map(|(event, _)| *event);
    let first = found.next()?;
    // A complete case is also received, and a call too: of one row the earlier of the table holds, of two rows nobody knows.
    found.all(|other| matches!(other, Event::Received) || other.row() == first.row()).then_some((first, text.span))
}

/// Whether the time of a commitment surely ends with the first reply.
pub(super) fn ends_with_first_reply(commitment: &Commitment) -> bool {
    let stops = commitment.clock.as_ref().and_then(|clock| clock.stops.as_ref());
    stops.and_then(stop).is_some_and(|(event, _)| event == Event::FirstReply)
}

//! C311: a response is not promised for hours in which the channel is closed (C5, C6).

use crate::check::{Report, Rule, figures, prose};
use crate::diag::{Entry, Severity};
use crate::lang::Text;
use crate::model::channel::{Channel, ChannelKind};
use crate::parse::prose::Text as Words;
use crate::resolve::Resolved;
use crate::span::Span;
use crate::values::{Decimal, Duration, Hours, Quantity, Target, TimeUnit};
use std::borrow::Cow;

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "C311",
        name: "response-outside-hours",
        severity: Severity::Error,
        message: Text {
            es: "«{channel}» cierra hasta {closed} seguidas y promete respuesta en {promise}",
            en: "“{channel}” closes for up to {closed} at a stretch and promises an answer in {promise}",
            pt: "“{channel}” fecha por até {closed} seguidas e promete resposta em {promise}",
        },
        why: Text {
            es: "Quien escribe un viernes al cierre cuenta las horas del reloj. Si nadie trabaja hasta el lunes, la promesa se rompe cada fin de semana.",
            en: "Whoever writes on Friday at closing time counts the hours of the clock. If nobody works until Monday, the promise is broken every weekend.",
            pt: "Quem escreve na sexta ao fechar conta as horas do relógio. Se ninguém trabalha até segunda, a promessa se quebra todo fim de semana.",
        },
        fix: Text {
            es: "cuente el plazo en horas de trabajo (`within: {example}`), abra el canal, o diga que el plazo corre en su horario: `clock: { starts: que llega el mensaje, pauses: [el canal está cerrado], restarts: cuando abre }` o `conditions`",
            en: "count the time in working hours (`within: {example}`), open the channel, or say that the time runs in its hours: `clock: { starts: the message arrives, pauses: [the channel is closed], restarts: when it opens }` or `conditions`",
            pt: "conte o prazo em horas de trabalho (`within: {example}`), abra o canal, ou diga que o prazo corre no seu horário: `clock: { starts: a mensagem chega, pauses: [o canal está fechado], restarts: quando abre }` ou `conditions`",
        },
        bad: r#"=== channels.yaml
correo:
  name: Correo
  kind: email
  hours: { mon..fri: 09:00-18:00 }
  first_response: { target: { share: 95 %, within: 2 hours } }
#                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
chat:
  name: Mensajería
  kind: messaging
  calendar: { business_days: mon..sat, business_hours: 09:00-21:00 }
  first_response: { target: { share: 95 %, within: 3 hours } }
#                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
"#,
        good: r#"=== channels.yaml
correo:
  name: Correo
  kind: email
  hours: { mon..fri: 09:00-18:00 }
  first_response: { target: { share: 95 %, within: 2 business hours } }
chat:
  name: Mensajería
  kind: messaging
  calendar: { business_days: mon..sat, business_hours: 09:00-21:00 }
  first_response: { target: { share: 95 %, within: 3 business hours } }
"#,
    },
    check,
};

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    for channel in manual.model.channels.iter().filter(|c| c.base.is_active()) {
        let Some(closed) = hours(manual, channel).and_then(|hours| longest_closure(&hours)) else { continue };
        let targets = channel.first_response.as_ref().map_or(&[][..], |response| response.targets.as_slice());
        for spec in targets.iter().filter(|spec| !spec.conditions.iter().any(is_of_hours)) {
            let time = match &spec.target {
                Target::ShareWithin { within, .. } => within,
                Target::Maximum(bound) => match &bound.value {
                    Quantity::Duration(duration) => duration,
                    _ => continue,
                },
                _ => continue,
            };
            tell(report, channel, &closed, time, spec.span, &channel.base.subject());
        }
        let commitments = super::commitments(manual).filter(|c| figures::applies_to(c, &channel.base.id));
        // A pause or a condition of hours says when the clock stands still.
        let bare = commitments.filter(|c| {
            !c.conditions.iter().any(is_of_hours) && c.clock.as_ref().is_none_or(|clock| clock.pauses.is_empty())
        });
        for commitment in bare {
            for within in commitment.within.iter().flat_map(|within| within.values()) {
                tell(report, channel, &closed, &within.value, within.span, &commitment.base.subject());
            }
        }
    }
}

fn tell(report: &mut Report<'_>, channel: &Channel, closed: &Duration, time: &Duration, at: Span, subject: &str) {
    let Some(least) = least(channel).filter(|_| is_by_the_clock(time)) else { return };
    let order = |a: &Duration, b: &Duration| a.compare_exactly(b);
    let too_short = order(time, closed).is_some_and(|order| order.is_lt());
    if !too_short || order(time, &least).is_some_and(|order| order.is_lt()) {
        return;
    }
    report.at(at, subject, |finding| {
        finding
            .arg("channel", channel.base.title())
            .arg("closed", Quantity::Duration(*closed))
            .arg("promise", Quantity::Duration(*time))
            .arg("example", in_working_time(time))
    });
}

/// A time by the clock, as it is written in working time.
pub(super) fn in_working_time(time: &Duration) -> String {
    let unit = if time.unit == TimeUnit::CalendarDay { TimeUnit::BusinessDay } else { TimeUnit::BusinessHour };
    let amount = if matches!(time.unit, TimeUnit::Hour | TimeUnit::CalendarDay) { time.amount } else { Decimal::ONE };
    super::written(&Duration::new(amount, unit))
}

/// Stems of what a condition speaks of that limits a promise to the hours in which somebody works, in the three languages.
const OF_HOURS: [&str; 40] = [
    "horari",
    "horári",
    "hábil",
    "habil",
    "laborabl",
    "jornada",
    "turno",
    "abiert",
    "abre",
    "cierr",
    "cerrad",
    "domingo",
    "feriado",
    "festivo",
    "lunes",
    "viernes",
    "sábado",
    "noche",
    "semana",
    "hours",
    "opening",
    "open",
    "working",
    "business",
    "closed",
    "monday",
    "friday",
    "saturday",
    "sunday",
    "holiday",
    "weekend",
    "night",
    "útil",
    "úteis",
    "expediente",
    "aberto",
    "fechad",
    "segunda",
    "sexta",
    "noite",
];

/// Whether a condition speaks of the hours in which the promise holds, or prints those of a channel.
pub(super) fn is_of_hours(condition: &Words) -> bool {
    speaks_of_hours(&condition.source)
}

pub(super) fn speaks_of_hours(text: &str) -> bool {
    let lower = prose::lower(text);
    let is_clock = |word: &str| {
        word.split_once(':').is_some_and(|(hour, minutes)| {
            hour.ends_with(|c: char| c.is_ascii_digit()) && minutes.starts_with(|c: char| c.is_ascii_digit())
        })
    };
    lower.contains(".hours")
        || lower.split_whitespace().any(is_clock)
        || ["las 7", "las 8", "las 9", "a. m.", "p. m."].iter().any(|words| lower.contains(words))
        || prose::words(&lower).any(|word| OF_HOURS.iter().any(|stem| word.starts_with(stem)))
}

/// Whether a time runs on while the channel is closed.
pub(super) fn is_by_the_clock(time: &Duration) -> bool {
    matches!(time.unit, TimeUnit::Second | TimeUnit::Minute | TimeUnit::Hour | TimeUnit::CalendarDay | TimeUnit::Week)
}

/// The shortest time on a channel that can reach past closing time. A message comes in at any hour; who calls or stands at the
/// counter is served before it closes, unless the time is one for calling back.
fn least(channel: &Channel) -> Option<Duration> {
    Some(match channel.kind.as_ref()?.value {
        ChannelKind::FaceToFace | ChannelKind::Visit | ChannelKind::Terminal => return None,
        ChannelKind::Telephone | ChannelKind::Chat => Duration::new(1, TimeUnit::Hour),
        ChannelKind::Email
        | ChannelKind::Messaging
        | ChannelKind::Web
        | ChannelKind::App
        | ChannelKind::Social
        | ChannelKind::Post
        | ChannelKind::Box => Duration::new(0, TimeUnit::Minute),
    })
}

/// When a channel is open: its hours, or the business hours of a calendar of its own.
pub(super) fn hours<'m>(manual: &'m Resolved<'_>, channel: &'m Channel) -> Option<Cow<'m, Hours>> {
    if let Some(hours) = &channel.hours {
        return Some(Cow::Borrowed(&hours.value));
    }
    let own = manual.model.own_calendar(&channel.calendar)?;
    Some(Cow::Owned(own.over(&manual.model.manifest.calendar).opening()))
}

/// The longest time for which it stays closed in an ordinary week; none where it never closes or never opens.
fn longest_closure(hours: &Hours) -> Option<Duration> {
    in_hours(hours.longest_closure()?)
}

pub(super) fn in_hours(minutes: u32) -> Option<Duration> {
    let hours = Decimal::from(minutes).checked_div(Decimal::from(60))?;
    Some(Duration::new(hours.round_dp(1).normalize(), TimeUnit::Hour))
}

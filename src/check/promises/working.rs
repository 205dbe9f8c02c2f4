//! C339: business time is counted only while the channel is open (C6).

use super::coverage::in_hours;
use crate::check::{Report, Rule, figures};
use crate::diag::{Entry, Severity};
use crate::lang::Text;
use crate::resolve::Resolved;
use crate::values::{Hours, TimeUnit};

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "C339",
        name: "business-time-channel-closed",
        severity: Severity::Warning,
        message: Text {
            es: "el plazo de «{channel}» cuenta como hábiles {missing} por semana en que el canal está cerrado",
            en: "the time limit of “{channel}” counts as business time {missing} a week while the channel is closed",
            pt: "o prazo de “{channel}” conta como úteis {missing} por semana em que o canal está fechado",
        },
        why: Text {
            es: "Las horas hábiles son las del calendario del manual o, si el canal tiene uno propio, las de ese. Si el canal cierra antes, el plazo corre cuando nadie puede contestar.",
            en: "Business hours are those of the manual's calendar or, where the channel has one of its own, of that one. Where the channel closes earlier, the time runs while nobody can answer.",
            pt: "As horas úteis são as do calendário do manual ou, se o canal tem um próprio, as desse. Se o canal fecha antes, o prazo corre quando ninguém pode responder.",
        },
        fix: Text {
            es: "iguale el horario del canal con `calendar.business_hours` y `business_days`, dé al canal un `calendar` propio, o dé el plazo en días hábiles",
            en: "make the hours of the channel agree with `calendar.business_hours` and `business_days`, give the channel a `calendar` of its own, or give the time in business days",
            pt: "iguale o horário do canal com `calendar.business_hours` e `business_days`, dê ao canal um `calendar` próprio, ou dê o prazo em dias úteis",
        },
        bad: r#"=== manual.yaml
organization: { name: Ejemplo }
document: { title: Manual }
languages: { default: es }
calendar: { business_days: mon..fri, business_hours: 09:00-18:00 }
=== channels.yaml
correo:
  name: Correo
  kind: email
  hours: { mon..fri: 09:00-14:00 }
  first_response: { target: { share: 95 %, within: 8 business hours } }
#                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
"#,
        good: r#"=== manual.yaml
organization: { name: Ejemplo }
document: { title: Manual }
languages: { default: es }
calendar: { business_days: mon..fri, business_hours: 09:00-18:00 }
=== channels.yaml
correo:
  name: Correo
  kind: email
  hours: { mon..fri: 09:00-18:00 }
  first_response: { target: { share: 95 %, within: 8 business hours } }
chat:
  name: Mensajería
  kind: messaging
  hours: { mon..fri: 09:00-14:00 }
  calendar: { business_hours: 09:00-14:00 }
  first_response: { target: { share: 95 %, within: 2 business hours } }
"#,
    },
    check,
};

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    for channel in manual.model.channels.iter().filter(|c| c.base.is_active()) {
        let Some(hours) = &channel.hours else { continue };
        let figures = figures::first_response(channel);
        let in_hours_of_work =
            |figure: &&figures::Figure| figure.duration().is_some_and(|d| d.unit == TimeUnit::BusinessHour);
        let Some(figure) = figures.iter().find(in_hours_of_work) else { continue };
        let calendar = manual.model.calendar_of_channel(channel);
        // Hours that run from evening to morning are told where they are written.
        if calendar.business_hours.spans().iter().any(super::windows::is_reversed) {
            continue;
        }
        let working = calendar.opening().pattern();
        let open = hours.value.pattern();
        let closed = working.iter().zip(&open).filter(|(working, open)| **working && !**open).count();
        let missing = u32::try_from(closed).unwrap_or(u32::MAX).saturating_mul(Hours::STEP);
        if missing > 0 {
            report.at(figure.span, &channel.base.subject(), |finding| {
                finding.arg("channel", channel.base.title()).arg("missing", in_hours(missing))
            });
        }
    }
}

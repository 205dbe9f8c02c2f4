//! C312: a service is open when one of its channels or sites is (C6).

use crate::check::{Report, Rule};
use crate::diag::{Entry, Severity};
use crate::lang::Text;
use crate::model::channel::Channel;
use crate::resolve::Resolved;
use crate::values::{Decimal, Duration, Hours, Quantity, TimeUnit};

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "C312",
        name: "service-open-channels-closed",
        severity: Severity::Warning,
        message: Text {
            es: "«{service}» atiende {missing} por semana en que ninguno de sus canales está abierto",
            en: "“{service}” is open for {missing} a week while none of its channels is",
            pt: "“{service}” atende {missing} por semana em que nenhum de seus canais está aberto",
        },
        why: Text {
            es: "Un horario que nadie puede usar es una promesa rota: el cliente llega y no encuentra a quién dirigirse.",
            en: "Hours that nobody can use are a broken promise: the customer comes and finds nobody to turn to.",
            pt: "Um horário que ninguém pode usar é uma promessa quebrada: o cliente chega e não encontra a quem se dirigir.",
        },
        fix: Text {
            es: "ajuste el horario del servicio (`offering.hours`) al de sus canales, o abra un canal en esas horas",
            en: "fit the hours of the service (`offering.hours`) to those of its channels, or open a channel in them",
            pt: "ajuste o horário do serviço (`offering.hours`) ao de seus canais, ou abra um canal nessas horas",
        },
        bad: r#"=== channels.yaml
telefono: { name: Teléfono, kind: telephone, hours: { mon..fri: 09:00-14:00 } }
=== services/ejemplo.md
---
code: EJ-01
name: Ejemplo
offering:
  channels: [telefono]
  hours: { mon..fri: 09:00-18:00 }
#        ^^^^^^^^^^^^^^^^^^^^^^^^^
---
"#,
        good: r#"=== channels.yaml
telefono: { name: Teléfono, kind: telephone, hours: { mon..fri: 09:00-14:00 } }
web: { name: Web, kind: web, hours: 24/7 }
=== services/ejemplo.md
---
code: EJ-01
name: Ejemplo
offering:
  channels: [telefono, web]
  hours: { mon..fri: 09:00-18:00 }
---
"#,
    },
    check,
};

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    for service in manual.model.services.iter().filter(|s| s.base.is_active()) {
        let Some(offering) = service.offering.value() else { continue };
        let Some(own) = &offering.hours else { continue };
        let channels = offering.channels.iter().filter_map(|id| manual.model.channels.get(&id.value));
        // Where one channel does not say its hours, it may be the one that is open.
        let known: Option<Vec<Vec<&Hours>>> = channels.map(|channel| hours_of(manual, channel)).collect();
        let Some(mut hours) = known.map(|lists| lists.concat()).filter(|hours| !hours.is_empty()) else { continue };
        let sites = offering.sites.iter().filter_map(|id| manual.model.sites.get(&id.value));
        hours.extend(sites.filter_map(|site| Some(&site.hours.as_ref()?.value)));
        let missing = minutes_outside(&own.value, &hours);
        if missing > 0 {
            report.at(own.span, &service.base.subject(), |finding| {
                finding.arg("service", service.base.title()).arg("missing", in_hours(missing))
            });
        }
    }
}

/// The hours of a channel: its own, else those of its sites. None where they are not known.
pub(super) fn hours_of<'m>(manual: &'m Resolved<'_>, channel: &'m Channel) -> Option<Vec<&'m Hours>> {
    if let Some(hours) = &channel.hours {
        return Some(vec![&hours.value]);
    }
    let sites = channel.sites.iter().map(|id| Some(&manual.model.sites.get(&id.value)?.hours.as_ref()?.value));
    let hours: Option<Vec<&Hours>> = sites.collect();
    hours.filter(|hours| !hours.is_empty())
}

/// Minutes of an ordinary week that are within some hours and outside all others, to five minutes.
fn minutes_outside(own: &Hours, others: &[&Hours]) -> u32 {
    let others: Vec<Vec<bool>> = others.iter().map(|hours| hours.pattern()).collect();
    let open = |step: usize| others.iter().any(|pattern| pattern.get(step) == Some(&true));
    let steps = own.pattern().into_iter().enumerate().filter(|(step, own)| *own && !open(*step)).count();
    u32::try_from(steps).unwrap_or(u32::MAX).saturating_mul(Hours::STEP)
}

pub(super) fn in_hours(minutes: u32) -> Quantity {
    let hours = Decimal::from(minutes).checked_div(Decimal::from(60)).unwrap_or_default();
    Quantity::Duration(Duration::new(hours.round_dp(1).normalize(), TimeUnit::Hour))
}

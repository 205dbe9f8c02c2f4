//! C363: what is open at a site is open while the site is, and working hours end after they begin (C6).

use crate::check::{Report, Rule};
use crate::diag::{Arg, Entry, Severity};
use crate::lang::Text;
use crate::model::channel::Site;
use crate::resolve::Resolved;
use crate::values::TimeRange;

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "C363",
        name: "hours-outside-hours",
        severity: Severity::Warning,
        message: Text { es: "{problem}", en: "{problem}", pt: "{problem}" },
        why: Text {
            es: "El cliente llega a la hora escrita y encuentra la puerta cerrada; y todo plazo en horas hábiles se cuenta con esas horas.",
            en: "The customer comes at the hour that is written and finds the door closed; and every time in business hours is counted by these hours.",
            pt: "O cliente chega à hora escrita e encontra a porta fechada; e todo prazo em horas úteis é contado por essas horas.",
        },
        fix: Text {
            es: "corrija las horas: una ventanilla abre dentro de las de su sede, y la jornada se escribe de la apertura al cierre (`business_hours: 08:30-18:00`)",
            en: "correct the hours: a window opens within those of its site, and the working day is written from opening to closing (`business_hours: 08:30-18:00`)",
            pt: "corrija as horas: um guichê abre dentro das de sua unidade, e a jornada se escreve da abertura ao fechamento (`business_hours: 08:30-18:00`)",
        },
        bad: r#"=== manual.yaml
organization: { name: Ejemplo }
document: { title: Manual }
languages: { default: es }
calendar: { business_days: mon..fri, business_hours: 18:00-08:30 }
#                                                    ^^^^^^^^^^^
=== sites.yaml
mercado:
  name: Mercado
  hours: { mon..sat: 07:00-15:00 }
  windows: [{ name: Depósitos, hours: { mon..sat: 12:00-19:00 } }]
#                                     ^^^^^^^^^^^^^^^^^^^^^^^^^
"#,
        good: r#"=== manual.yaml
organization: { name: Ejemplo }
document: { title: Manual }
languages: { default: es }
calendar: { business_days: mon..fri, business_hours: 08:30-18:00 }
=== sites.yaml
mercado:
  name: Mercado
  hours: { mon..sat: 07:00-15:00 }
  windows: [{ name: Depósitos, hours: { mon..sat: 12:00-15:00 } }]
"#,
    },
    check,
};

const WINDOW: Text = Text {
    es: "«{name}» abre en horas en que «{site}» está cerrada",
    en: "“{name}” is open at hours at which “{site}” is closed",
    pt: "“{name}” abre em horas em que “{site}” está fechada",
};
const REVERSED: Text = Text {
    es: "la jornada está escrita al revés: `business_hours` va de la tarde a la mañana siguiente y dura {name} horas",
    en: "the working day is written backwards: `business_hours` goes from evening to the next morning and lasts {name} hours",
    pt: "a jornada está escrita ao contrário: `business_hours` vai da tarde à manhã seguinte e dura {name} horas",
};

/// A night shift is shorter than this; more than half of the day, over midnight, is a day written backwards.
const HALF_A_DAY: u16 = 12 * 60;

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    let model = &manual.model;
    let places = std::iter::once(&model.manifest.calendar_places)
        .chain(model.manifest.calendars.iter().map(|(_, own)| &own.places));
    for hours in places.filter_map(|places| places.business_hours.as_ref()) {
        let Some(span) = hours.value.spans().iter().find(|span| is_reversed(span)) else { continue };
        let long = (span.minutes() / 60).to_string();
        report.at(hours.span, "", |finding| finding.arg("problem", Arg::Phrase(REVERSED, vec![("name", long.into())])));
    }
    for site in model.sites.iter().filter(|site| site.base.is_active()) {
        windows(report, site);
    }
}

/// Whether working hours are a day written from its end to its beginning.
pub(super) fn is_reversed(hours: &TimeRange) -> bool {
    hours.passes_midnight() && hours.minutes() > HALF_A_DAY
}

fn windows(report: &mut Report<'_>, site: &Site) {
    let Some(open) = site.hours.as_ref().map(|hours| hours.value.pattern()) else { return };
    for (name, hours) in &site.windows {
        let Some(hours) = hours else { continue };
        if hours.value.pattern().iter().zip(&open).any(|(window, site)| *window && !*site) {
            let name = name.as_ref().map_or_else(String::new, |name| name.plain());
            let args = vec![("name", name.into()), ("site", site.base.title().into())];
            report.at(hours.span, &site.base.subject(), |finding| finding.arg("problem", Arg::Phrase(WINDOW, args)));
        }
    }
}

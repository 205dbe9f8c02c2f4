//! P514: what is to be read on the first day fits into a working day (E4, E5).

use crate::check::{Report, Rule, is_retired};
use crate::diag::{Entry, Severity};
use crate::lang::Text;
use crate::model::orientation::Module;
use crate::resolve::Resolved;
use crate::values::{Calendar, Decimal, Duration, Quantity, TimeUnit};

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "P514",
        name: "first-day-overloaded",
        severity: Severity::Warning,
        message: Text {
            es: "el primer día de «{name}» pide {time} de lectura, y la jornada tiene {day}",
            en: "the first day of “{name}” asks for {time} of reading, and the working day has {day}",
            pt: "o primeiro dia de “{name}” pede {time} de leitura, e a jornada tem {day}",
        },
        why: Text {
            es: "Quien recibe el manual entero el primer día lo firma sin leerlo.",
            en: "Whoever gets the whole manual on the first day signs it unread.",
            pt: "Quem recebe o manual inteiro no primeiro dia o assina sem ler.",
        },
        fix: Text {
            es: "deje para el primer día lo que hace falta para atender mañana, y pase el resto a `week_one`",
            en: "keep for the first day what is needed to serve tomorrow, and move the rest to `week_one`",
            pt: "deixe para o primeiro dia o que é preciso para atender amanhã, e passe o resto a `week_one`",
        },
        bad: r#"=== paths.yaml
ruta-de-caja:
  name: Ruta de caja
#       ^^^^^^^^^^^^
  role: caja
  day_one: [{ read: channels/agencia, time: 6 hours }, { read: channels/agencia, time: 5 hours }]
"#,
        good: r#"=== paths.yaml
ruta-de-caja:
  name: Ruta de caja
  role: caja
  day_one: [{ read: channels/agencia, time: 3 hours }, { read: channels/agencia, time: 2 hours }]
"#,
    },
    check,
};

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    let Some(day) = day(&manual.model.manifest.calendar) else { return };
    for path in manual.model.paths.iter().filter(|path| !is_retired(&path.base)) {
        let Some(seconds) = seconds(&path.orientation.day_one).filter(|seconds| *seconds > day) else { continue };
        let base = &path.base;
        report.at(base.span, &base.subject(), |finding| {
            finding.arg("name", base.title()).arg("time", hours(seconds)).arg("day", hours(day))
        });
    }
}

/// The seconds of a working day.
fn day(calendar: &Calendar) -> Option<Decimal> {
    let minutes = calendar.business_hours.minutes();
    (minutes > 0).then(|| Decimal::from(minutes) * Decimal::from(60))
}

/// The seconds that modules ask for together, those without a time left out.
fn seconds(modules: &[Module]) -> Option<Decimal> {
    let times = modules.iter().filter_map(|module| module.time.as_ref()?.single()?.seconds());
    times.into_iter().try_fold(Decimal::ZERO, |sum, time| sum.checked_add(time))
}

fn hours(seconds: Decimal) -> Quantity {
    let hours = seconds.checked_div(Decimal::from(3600)).unwrap_or_default();
    Quantity::Duration(Duration::new(hours.round_dp(1).normalize(), TimeUnit::Hour))
}

//! C324: each of the eight characteristics of quality is measured in a service (C1).

use crate::check::{Report, Rule};
use crate::diag::{Entry, Severity};
use crate::lang::Text;
use crate::model::indicator::Dimension;
use crate::model::service::Service;
use crate::resolve::Resolved;

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "C324",
        name: "unmeasured-characteristic",
        severity: Severity::Warning,
        message: Text {
            es: "en «{service}» falta medir {missing}",
            en: "“{service}” leaves {missing} unmeasured",
            pt: "em “{service}” falta medir {missing}",
        },
        why: Text {
            es: "El cliente juzga el servicio por las ocho características; la que no se mide se descuida sin que nadie lo vea.",
            en: "The customer judges the service by the eight characteristics; the one that is not measured is neglected unseen.",
            pt: "O cliente julga o serviço pelas oito características; a que não se mede é descuidada sem que ninguém veja.",
        },
        fix: Text {
            es: "dé a un indicador su `dimension`, o nombre los que ya las miden: `quality: { courtesy: [{own_indicator}] }`",
            en: "give an indicator its `dimension`, or name those that measure them already: `quality: { courtesy: [{own_indicator}] }`",
            pt: "dê a um indicador sua `dimension`, ou indique os que já as medem: `quality: { courtesy: [{own_indicator}] }`",
        },
        bad: r#"code: EJ-01
name: Ejemplo
#     ^^^^^^^
indicators:
  espera: { name: Espera, dimension: [time, timeliness, completeness, courtesy, consistency, accessibility, accuracy] }
"#,
        good: r#"code: EJ-01
name: Ejemplo
indicators:
  espera: { name: Espera, dimension: [time, timeliness, completeness, courtesy, consistency, accessibility, accuracy] }
quality:
  responsiveness: [espera]
"#,
    },
    check,
};

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    for service in manual.model.services.iter().filter(|s| s.base.is_active()) {
        // Where there is no indicator at all, that is what lacks.
        let ids = service.indicators.value().map_or(&[][..], Vec::as_slice);
        if ids.is_empty() && service.quality.is_empty() {
            continue;
        }
        let missing: Vec<Text> =
            Dimension::ALL.iter().filter(|(_, d)| !is_measured(manual, service, *d)).map(|(_, d)| words(*d)).collect();
        if !missing.is_empty() {
            report.at(service.base.span, &service.base.subject(), |finding| {
                finding.arg("service", service.base.title()).arg("missing", missing)
            });
        }
    }
}

fn is_measured(manual: &Resolved<'_>, service: &Service, dimension: Dimension) -> bool {
    let mapped = service.quality.iter().any(|(of, indicators)| *of == dimension && !indicators.is_empty());
    let ids = service.indicators.value().map_or(&[][..], Vec::as_slice);
    let own = ids.iter().filter_map(|id| manual.model.indicators.get(&id.value)).filter(|i| i.base.is_active());
    mapped || own.into_iter().any(|indicator| indicator.dimensions.iter().any(|d| d.value == dimension))
}

/// The characteristic as a sentence names it.
pub(super) fn words(dimension: Dimension) -> Text {
    match dimension {
        Dimension::Time => Text { es: "el tiempo", en: "time", pt: "o tempo" },
        Dimension::Timeliness => Text { es: "la oportunidad", en: "timeliness", pt: "a oportunidade" },
        Dimension::Completeness => Text { es: "la totalidad", en: "completeness", pt: "a totalidade" },
        Dimension::Courtesy => Text { es: "la cortesía", en: "courtesy", pt: "a cortesia" },
        Dimension::Consistency => Text { es: "la consistencia", en: "consistency", pt: "a consistência" },
        Dimension::Accessibility => Text { es: "la accesibilidad", en: "accessibility", pt: "a acessibilidade" },
        Dimension::Accuracy => Text { es: "la precisión", en: "accuracy", pt: "a precisão" },
        Dimension::Responsiveness => Text { es: "la sensibilidad", en: "responsiveness", pt: "a sensibilidade" },
    }
}

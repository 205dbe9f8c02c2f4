//! C365: an indicator listed under a characteristic of quality is one that measures it (C1).

use crate::check::{Report, Rule};
use crate::diag::{Entry, Severity};
use crate::lang::Text;
use crate::model::Entry as _;
use crate::resolve::Resolved;

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "C365",
        name: "indicator-of-other-characteristic",
        severity: Severity::Warning,
        message: Text {
            es: "«{indicator}» está en `quality` para medir {wanted}, y su `dimension` dice {found}",
            en: "“{indicator}” stands in `quality` to measure {wanted}, and its `dimension` says {found}",
            pt: "“{indicator}” está em `quality` para medir {wanted}, e sua `dimension` diz {found}",
        },
        why: Text {
            es: "Una característica que se mide con el indicador de otra queda sin medir, y la tabla de calidad dice lo contrario.",
            en: "A characteristic that is measured by the indicator of another is not measured, and the table of quality says that it is.",
            pt: "Uma característica medida com o indicador de outra fica sem medição, e a tabela de qualidade diz o contrário.",
        },
        fix: Text {
            es: "ponga en su lugar un indicador que la mida o, si este mide las dos, añádala a su `dimension`",
            en: "put an indicator there that measures it or, where this one measures both, add it to its `dimension`",
            pt: "ponha em seu lugar um indicador que a meça ou, se este mede as duas, acrescente-a à sua `dimension`",
        },
        bad: r#"code: EJ-01
name: Ejemplo
indicators:
  espera: { name: Espera, dimension: time }
quality:
  accuracy: [espera]
#            ^^^^^^
"#,
        good: r#"code: EJ-01
name: Ejemplo
indicators:
  espera: { name: Espera, dimension: [time, accuracy] }
quality:
  accuracy: [espera]
"#,
    },
    check,
};

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    for service in manual.model.services.iter().filter(|s| s.base.is_active()) {
        for (wanted, ids) in &service.quality {
            for id in ids {
                let Some(indicator) = manual.model.indicators.get(&id.value) else { continue };
                let own = &indicator.dimensions;
                if own.is_empty() || own.iter().any(|dimension| dimension.value == *wanted) {
                    continue;
                }
                let found: Vec<Text> = own.iter().map(|d| super::characteristics::words(d.value)).collect();
                report.at(id.span, &service.base.subject(), |finding| {
                    let finding = finding.arg("indicator", indicator.base().title()).arg("found", found);
                    finding.arg("wanted", super::characteristics::words(*wanted))
                });
            }
        }
    }
}

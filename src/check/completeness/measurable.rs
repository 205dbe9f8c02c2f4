//! A122: an indicator says what it counts, how often and from which records, so that two people measure the same (A3).

use crate::check::{Report, Rule, nowhere, report_gaps, said, unsaid};
use crate::diag::{Entry, Severity};
use crate::lang::Text;
use crate::model::indicator::Indicator;
use crate::resolve::Resolved;

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "A122",
        name: "indicator-hard-to-measure",
        severity: Severity::Note,
        message: Text {
            es: "para medir el indicador falta decir {parts}: {names}",
            en: "the entry for the indicator does not say {parts}: {names}",
            pt: "para medir o indicador falta dizer {parts}: {names}",
        },
        why: Text {
            es: "Sin definición, fuente y frecuencia, dos personas miden cosas distintas con el mismo nombre y la cifra no prueba nada.",
            en: "Without a definition, a source and a frequency, two people measure different things under one name and the figure proves nothing.",
            pt: "Sem definição, fonte e frequência, duas pessoas medem coisas diferentes com o mesmo nome e o número não prova nada.",
        },
        fix: Text {
            es: "complete el indicador: `definition: parte de las llamadas que contesta una persona en 30 segundos`, `frequency: monthly`, `source: central telefónica`",
            en: "complete the indicator: `definition: share of calls answered by a person within 30 seconds`, `frequency: monthly`, `source: telephone exchange`",
            pt: "complete o indicador: `definition: parte das chamadas atendidas por uma pessoa em 30 segundos`, `frequency: monthly`, `source: central telefônica`",
        },
        bad: r#"=== indicators.yaml
espera: { name: Espera, target: { share: 95 %, within: 5 minutes } }
#               ^^^^^^
"#,
        good: r#"=== indicators.yaml
espera:
  name: Espera
  formula: llamados a tiempo / turnos dados
  target: { share: 95 %, within: 5 minutes }
  frequency: monthly
  source: sistema de turnos
"#,
    },
    check,
};

const WHAT: Text = Text { es: "qué se cuenta", en: "what is counted", pt: "o que se conta" };
const SOURCE: Text =
    Text { es: "de qué registros sale", en: "which records it comes from", pt: "de que registros vem" };
const OFTEN: Text =
    Text { es: "cada cuánto se mide", en: "how often it is measured", pt: "com que frequência se mede" };
const WINDOW: Text = Text {
    es: "sobre qué lapso se cuenta",
    en: "over which span of time it is counted",
    pt: "sobre que período se conta",
};

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    let kept: Vec<&Indicator> = manual.model.indicators.iter().filter(|indicator| indicator.base.is_active()).collect();
    let no_windows = nowhere(&kept, |indicator| indicator.window.is_some() || !indicator.results.is_empty());
    let parts = |indicator: &Indicator| {
        let defined = said(&indicator.definition) || said(&indicator.formula) || !indicator.base.body.blocks.is_empty();
        let (source, often) = (said(&indicator.source), indicator.frequency.is_some());
        unsaid([(defined, WHAT), (source, SOURCE), (often, OFTEN), (!no_windows, WINDOW)])
    };
    report_gaps(report, kept.iter().map(|indicator| (&indicator.base, parts(indicator))));
}

//! C323: the periods of an indicator's results do not overlap (C8).

use crate::check::{Report, Rule};
use crate::diag::{Entry, Severity};
use crate::lang::Text;
use crate::model::Entry as _;
use crate::resolve::Resolved;

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "C323",
        name: "overlapping-results",
        severity: Severity::Warning,
        message: Text {
            es: "los resultados de {period} y {other} de «{indicator}» cuentan en parte los mismos días",
            en: "the results of “{indicator}” for {period} and {other} count some of the same days",
            pt: "os resultados de {period} e {other} de “{indicator}” contam em parte os mesmos dias",
        },
        why: Text {
            es: "Un trimestre y uno de sus meses en la misma serie se suman dos veces, y la gráfica mezcla períodos que no se comparan.",
            en: "A quarter and one of its months in the same series are counted twice, and the chart mixes periods that do not compare.",
            pt: "Um trimestre e um de seus meses na mesma série são contados duas vezes, e o gráfico mistura períodos que não se comparam.",
        },
        fix: Text {
            es: "deje los resultados de una sola frecuencia, la que dice `frequency`",
            en: "keep the results of one frequency only, the one that `frequency` says",
            pt: "deixe os resultados de uma só frequência, a que diz `frequency`",
        },
        bad: r#"code: EJ-01
name: Ejemplo
indicators:
  espera:
    name: Espera
    target: { share: 90 % }
    results:
      2026-09: 91 %
      2026-Q3: 95 %
#     ^^^^^^^
"#,
        good: r#"code: EJ-01
name: Ejemplo
indicators:
  espera:
    name: Espera
    target: { share: 90 % }
    results:
      2026-Q2: 91 %
      2026-Q3: 95 %
"#,
    },
    check,
};

const OTHER: Text = Text { es: "el otro resultado", en: "the other result", pt: "o outro resultado" };

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    for indicator in super::indicators(manual) {
        let mut results: Vec<_> = indicator.results.iter().map(|result| &result.period).collect();
        results.sort_by_key(|period| period.value);
        // One finding tells of the mixture; each month of a year would repeat it.
        let overlapping = results.windows(2).find(|pair| {
            let (a, b) = (pair[0].value, pair[1].value);
            a != b && a.start() <= b.end() && b.start() <= a.end()
        });
        let Some(pair) = overlapping else { continue };
        let (first, second) = if pair[0].span < pair[1].span { (pair[0], pair[1]) } else { (pair[1], pair[0]) };
        report.at(second.span, &indicator.base().subject(), |finding| {
            finding
                .arg("indicator", indicator.base().title())
                .arg("period", manual.sources.text(second.span))
                .arg("other", manual.sources.text(first.span))
                .label(first.span, OTHER)
        });
    }
}

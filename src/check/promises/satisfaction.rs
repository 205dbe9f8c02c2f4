//! C326: satisfaction is held against earlier results and against a goal (C8).

use crate::check::{Report, Rule};
use crate::diag::{Entry, Severity};
use crate::lang::Text;
use crate::model::Entry as _;
use crate::model::indicator::ResultValue;
use crate::resolve::Resolved;
use crate::values::Target;

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "C326",
        name: "satisfaction-not-compared",
        severity: Severity::Warning,
        message: Text {
            es: "la satisfacción que mide «{entry}» no se compara con {missing}",
            en: "the satisfaction that “{entry}” measures is not compared with {missing}",
            pt: "a satisfação que “{entry}” mede não se compara com {missing}",
        },
        why: Text {
            es: "Una nota suelta no dice si el servicio mejora ni si basta.",
            en: "A mark by itself says neither whether the service gets better nor whether it is enough.",
            pt: "Uma nota isolada não diz se o serviço melhora nem se é suficiente.",
        },
        fix: Text {
            es: "anote los resultados de cada período (`results`) o la cifra de partida (`baseline`), y fije la meta: `target: { scores: [{ share: 85 %, score: \">= 8\" }], scale: 0..10 }`",
            en: "record the results of each period (`results`) or the figure to start from (`baseline`), and set the goal: `target: { scores: [{ share: 85 %, score: \">= 8\" }], scale: 0..10 }`",
            pt: "anote os resultados de cada período (`results`) ou o valor de partida (`baseline`), e fixe a meta: `target: { scores: [{ share: 85 %, score: \">= 8\" }], scale: 0..10 }`",
        },
        bad: r#"=== surveys.yaml
socios: { name: Socios, scale: 0..10 }
#               ^^^^^^
=== indicators.yaml
trato:
  name: Trato
#       ^^^^^
  target: { scores: [{ share: 85 %, score: ">= 8" }], scale: 0..10 }
  results: { 2026-Q3: 86 % }
"#,
        good: r#"=== surveys.yaml
socios:
  name: Socios
  scale: 0..10
  results:
    2026-Q2: { dimensions: { time: { expected: 8, perceived: 7 } } }
    2026-Q3: { dimensions: { time: { expected: 8, perceived: 8 } } }
=== indicators.yaml
trato:
  name: Trato
  target: { scores: [{ share: 85 %, score: ">= 8" }], scale: 0..10 }
  baseline: 79 %
  results: { 2026-Q3: 86 % }
"#,
    },
    check,
};

const EARLIER: Text = Text { es: "resultados anteriores", en: "earlier results", pt: "resultados anteriores" };

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    for survey in manual.model.surveys.iter().filter(|s| s.base.is_active() && s.results.len() < 2) {
        let base = &survey.base;
        report.at(base.span, &base.subject(), |finding| finding.arg("entry", base.title()).arg("missing", EARLIER));
    }
    for indicator in super::indicators(manual).filter(|i| i.baseline.is_none()) {
        let targets = indicator.targets.value().map_or(&[][..], Vec::as_slice);
        let asks_customers = targets.iter().any(|spec| matches!(spec.target, Target::Scores { .. }));
        let measured = |value: &ResultValue| matches!(value, ResultValue::Value(_) | ResultValue::Fraction { .. });
        // With no result yet it is the survey that has not begun, which is said of it.
        if asks_customers && indicator.results.iter().filter(|r| measured(&r.value)).count() == 1 {
            let base = indicator.base();
            report.at(base.span, &base.subject(), |finding| finding.arg("entry", base.title()).arg("missing", EARLIER));
        }
    }
}

//! C325: a survey measures what was expected and what was perceived (C2).

use super::characteristics::words;
use crate::check::{Report, Rule};
use crate::diag::{Entry, Severity};
use crate::lang::Text;
use crate::resolve::Resolved;

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "C325",
        name: "one-sided-survey",
        severity: Severity::Warning,
        message: Text {
            es: "la encuesta «{survey}» de {period} mide un solo lado, lo esperado o lo percibido, en {missing}",
            en: "the survey “{survey}” of {period} measures only one side, expected or perceived, for {missing}",
            pt: "a pesquisa “{survey}” de {period} mede um só lado, o esperado ou o percebido, para {missing}",
        },
        why: Text {
            es: "La calidad percibida es la recibida menos la esperada. Con un solo lado, un siete puede ser un éxito o un fracaso.",
            en: "Perceived quality is what was received less what was expected. With one side only, a seven may be a success or a failure.",
            pt: "A qualidade percebida é a recebida menos a esperada. Com um só lado, um sete pode ser um sucesso ou um fracasso.",
        },
        fix: Text {
            es: "anote los dos lados: `time: { expected: 8.9, perceived: 7.8 }`",
            en: "record both sides: `time: { expected: 8.9, perceived: 7.8 }`",
            pt: "anote os dois lados: `time: { expected: 8.9, perceived: 7.8 }`",
        },
        bad: r#"=== surveys.yaml
socios:
  name: Socios
  results:
    2026-Q3:
#   ^^^^^^^
      dimensions:
        time: { expected: 8.8, perceived: 8.4 }
        courtesy: { perceived: 9.2 }
"#,
        good: r#"=== surveys.yaml
socios:
  name: Socios
  results:
    2026-Q3:
      dimensions:
        time: { expected: 8.8, perceived: 8.4 }
        courtesy: { expected: 8.8, perceived: 9.2 }
"#,
    },
    check,
};

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    for survey in manual.model.surveys.iter().filter(|s| s.base.is_active()) {
        for result in &survey.results {
            let one_sided =
                result.dimensions.iter().filter(|(_, expected, perceived)| expected.is_none() != perceived.is_none());
            let missing: Vec<Text> = one_sided.map(|(dimension, _, _)| words(*dimension)).collect();
            if missing.is_empty() {
                continue;
            }
            let period = manual.sources.text(result.period.span);
            report.at(result.period.span, &survey.base.subject(), |finding| {
                let finding = finding.arg("survey", survey.base.title()).arg("period", period);
                finding.arg("missing", missing)
            });
        }
    }
}

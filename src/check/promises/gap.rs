//! C374: what customers expected and what they found is asked for each of the eight characteristics (C2).

use super::characteristics::words;
use crate::check::{Report, Rule};
use crate::diag::{Arg, Entry, Severity};
use crate::lang::Text;
use crate::model::customer::Survey;
use crate::model::indicator::Dimension;
use crate::resolve::Resolved;
use std::collections::HashSet;

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "C374",
        name: "gap-not-measured",
        severity: Severity::Warning,
        message: Text {
            es: "las encuestas no comparan lo que el cliente espera con lo que recibe en {missing}",
            en: "the surveys do not compare what customers expect with what they get for {missing}",
            pt: "as pesquisas não comparam o que o cliente espera com o que recebe em {missing}",
        },
        why: Text {
            es: "La calidad percibida es la recibida menos la esperada: una nota sola no dice si el cliente quedó por encima o por debajo de lo que esperaba.",
            en: "Perceived quality is what is given less what was expected: a mark alone does not tell whether customers were let down.",
            pt: "A qualidade percebida é a recebida menos a esperada: uma nota sozinha não diz se o cliente ficou acima ou abaixo do que esperava.",
        },
        fix: Text {
            es: "escriba en cada resultado las dos notas: `dimensions: { time: { expected: 8.8, perceived: 8.4 } }`",
            en: "write both marks in each result: `dimensions: { time: { expected: 8.8, perceived: 8.4 } }`",
            pt: "escreva em cada resultado as duas notas: `dimensions: { time: { expected: 8.8, perceived: 8.4 } }`",
        },
        bad: r#"=== surveys.yaml
socios:
  name: Socios
#       ^^^^^^
  results:
    2026-Q2: { sample: 380 }
    2026-Q3: { sample: 412 }
"#,
        good: r#"=== surveys.yaml
socios:
  name: Socios
  results:
    2026-Q3:
      dimensions:
        time: { expected: 8.8, perceived: 8.4 }
        timeliness: { expected: 8.8, perceived: 8.4 }
        completeness: { expected: 8.8, perceived: 8.4 }
        courtesy: { expected: 8.8, perceived: 8.4 }
        consistency: { expected: 8.8, perceived: 8.4 }
        accessibility: { expected: 8.8, perceived: 8.4 }
        accuracy: { expected: 8.8, perceived: 8.4 }
        responsiveness: { expected: 8.8, perceived: 8.4 }
"#,
    },
    check,
};

const NONE: Text = Text {
    es: "ninguna de las ocho características",
    en: "any of the eight characteristics",
    pt: "nenhuma das oito características",
};

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    let asked = |survey: &&Survey| survey.base.is_active() && !survey.internal && !survey.results.is_empty();
    let surveys: Vec<&Survey> = manual.model.surveys.iter().filter(asked).collect();
    // Who has no results yet has no marks to compare.
    let Some(first) = surveys.first() else { return };
    let marks = surveys.iter().flat_map(|survey| &survey.results).flat_map(|result| &result.dimensions);
    let both: HashSet<Dimension> =
        marks.filter(|(_, expected, perceived)| expected.is_some() || perceived.is_some()).map(|m| m.0).collect();
    let missing: Vec<Text> = Dimension::ALL.iter().filter(|(_, d)| !both.contains(d)).map(|(_, d)| words(*d)).collect();
    if missing.is_empty() {
        return;
    }
    let missing = if both.is_empty() { Arg::Words(NONE) } else { Arg::from(missing) };
    report.at(first.base.span, &first.base.subject(), |finding| finding.arg("missing", missing));
}

//! D403: for each need it is known where the organisation stands (D1, I6).

use crate::check::{Report, Rule, is_retired, unsaid};
use crate::diag::{Entry, Severity};
use crate::lang::Text;
use crate::resolve::Resolved;

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "D403",
        name: "strengths-unknown",
        severity: Severity::Note,
        message: Text {
            es: "ante la necesidad «{name}» no se dice {parts}",
            en: "for the need “{name}” the manual does not say {parts}",
            pt: "diante da necessidade “{name}” não se diz {parts}",
        },
        why: Text {
            es: "Conocer la necesidad es la mitad del estudio; la otra mitad es saber en qué se responde bien a ella y en qué se falla.",
            en: "To know the need is half of the study; the other half is to know where it is met well and where it is not.",
            pt: "Conhecer a necessidade é metade do estudo; a outra metade é saber onde se responde bem a ela e onde se falha.",
        },
        fix: Text {
            es: "añada a la necesidad: `strengths: [tres agencias en el valle], weaknesses: [los lunes la sala se llena]`",
            en: "add to the need: `strengths: [three branches in the valley], weaknesses: [on Mondays the hall is full]`",
            pt: "acrescente à necessidade: `strengths: [três agências no vale], weaknesses: [às segundas o salão fica cheio]`",
        },
        bad: r#"=== needs.yaml
poca-espera:
  name: Esperar poco
#       ^^^^^^^^^^^^
  strengths: [todas las salas tienen pantalla de turnos]
"#,
        good: r#"=== needs.yaml
poca-espera:
  name: Esperar poco
  strengths: [todas las salas tienen pantalla de turnos]
  weaknesses: [los lunes la sala se llena antes de las diez]
"#,
    },
    check,
};

const STRENGTHS: Text = Text {
    es: "qué fortalezas tiene la organización",
    en: "which strengths the organisation has",
    pt: "que pontos fortes a organização tem",
};
const WEAKNESSES: Text = Text {
    es: "qué debilidades tiene la organización",
    en: "which weaknesses the organisation has",
    pt: "que pontos fracos a organização tem",
};

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    for need in manual.model.needs.iter().filter(|need| !is_retired(&need.base)) {
        let base = &need.base;
        let parts = unsaid([(!need.strengths.is_empty(), STRENGTHS), (!need.weaknesses.is_empty(), WEAKNESSES)]);
        if !parts.is_empty() {
            report.at(base.span, &base.subject(), |f| f.arg("name", base.title()).arg("parts", parts));
        }
    }
}

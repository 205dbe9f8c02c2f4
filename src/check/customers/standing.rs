//! D403: for each need it is known where the organisation stands (D1, I6).

use crate::check::{Report, Rule, is_retired, report_gaps, unsaid};
use crate::diag::{Entry, Severity};
use crate::lang::Text;
use crate::model::customer::Need;
use crate::resolve::Resolved;

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "D403",
        name: "strengths-unknown",
        severity: Severity::Note,
        message: Text {
            es: "ante la necesidad no se dice {parts}: {names}",
            en: "the entry for the need does not say {parts}: {names}",
            pt: "na entrada da necessidade falta dizer {parts}: {names}",
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
    es: "qué hace bien la organización",
    en: "what the organisation does well",
    pt: "o que a organização faz bem",
};
const WEAKNESSES: Text = Text { es: "en qué falla", en: "where it falls short", pt: "em que ela falha" };

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    let kept = manual.model.needs.iter().filter(|need| !is_retired(&need.base));
    let parts =
        |need: &Need| unsaid([(!need.strengths.is_empty(), STRENGTHS), (!need.weaknesses.is_empty(), WEAKNESSES)]);
    report_gaps(report, kept.map(|need| (&need.base, parts(need))));
}

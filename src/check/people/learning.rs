//! P503: a training says how often it is given and how learning is shown (E2).

use crate::check::{Report, Rule, is_retired, report_gaps, said, unsaid};
use crate::diag::{Entry, Severity};
use crate::lang::Text;
use crate::model::people::Training;
use crate::resolve::Resolved;

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "P503",
        name: "training-without-proof",
        severity: Severity::Warning,
        message: Text {
            es: "de la capacitación no se dice {parts}: {names}",
            en: "the entry for the training does not say {parts}: {names}",
            pt: "na entrada da capacitação falta dizer {parts}: {names}",
        },
        why: Text {
            es: "Haber asistido no es haber aprendido, y lo aprendido se olvida si no se repite.",
            en: "To have attended is not to have learned, and what was learned is forgotten unless it is repeated.",
            pt: "Ter comparecido não é ter aprendido, e o aprendido se esquece se não se repete.",
        },
        fix: Text {
            es: "añada a la capacitación: `frequency: yearly`, `shown_by: dos atenciones simuladas calificadas con la lista de normas`",
            en: "add to the training: `frequency: yearly`, `shown_by: two simulated contacts marked against the list of standards`",
            pt: "acrescente à capacitação: `frequency: yearly`, `shown_by: dois atendimentos simulados avaliados com a lista de normas`",
        },
        bad: r#"=== trainings.yaml
trato:
  name: Trato al cliente
#       ^^^^^^^^^^^^^^^^
  frequency: yearly
"#,
        good: r#"=== trainings.yaml
trato:
  name: Trato al cliente
  frequency: yearly
  shown_by: Dos atenciones simuladas.
"#,
    },
    check,
};

const FREQUENCY: Text =
    Text { es: "cada cuánto se da", en: "how often it is given", pt: "com que frequência é dada" };
const SHOWN: Text = Text {
    es: "cómo se demuestra lo aprendido",
    en: "how learning is shown",
    pt: "como se demonstra o que se aprendeu",
};

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    let kept = manual.model.trainings.iter().filter(|training| !is_retired(&training.base));
    let parts = |t: &Training| unsaid([(t.frequency.is_some(), FREQUENCY), (said(&t.shown_by), SHOWN)]);
    report_gaps(report, kept.map(|training| (&training.base, parts(training))));
}

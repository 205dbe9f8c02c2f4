//! D404: a segment has criteria, size and a strategy (D2, H3).

use crate::check::{Report, Rule, is_retired, report_gaps, said, unsaid};
use crate::diag::{Entry, Severity};
use crate::lang::Text;
use crate::model::customer::Segment;
use crate::resolve::Resolved;

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "D404",
        name: "segment-incomplete",
        severity: Severity::Warning,
        message: Text {
            es: "del segmento no se dice {parts}: {names}",
            en: "the entry for the segment does not say {parts}: {names}",
            pt: "na entrada do segmento falta dizer {parts}: {names}",
        },
        why: Text {
            es: "Un segmento sirve cuando se sabe quién entra en él, cuántos son y qué se hará por ellos que no se haga por los demás.",
            en: "A segment is of use when it is known who belongs to it, how many they are and what is done for them that is not done for others.",
            pt: "Um segmento serve quando se sabe quem entra nele, quantos são e o que se fará por eles que não se faça pelos demais.",
        },
        fix: Text {
            es: "complete el segmento: `criteria: socios de 60 años o más`, `size: 800`, `strategy: turno preferente y visita al domicilio`",
            en: "complete the segment: `criteria: members aged 60 or over`, `size: 800`, `strategy: priority queue and home visits`",
            pt: "complete o segmento: `criteria: clientes de 60 anos ou mais`, `size: 800`, `strategy: fila preferencial e visita em domicílio`",
        },
        bad: r#"=== segments.yaml
mayores:
  name: Personas mayores
#       ^^^^^^^^^^^^^^^^
  criteria: Socios de 60 años o más.
"#,
        good: r#"=== segments.yaml
mayores:
  name: Personas mayores
  criteria: Socios de 60 años o más.
  size: 800
  strategy: Turno preferente y visita al domicilio.
"#,
    },
    check,
};

const CRITERIA: Text = Text { es: "quiénes lo forman", en: "who belongs to it", pt: "quem o forma" };
const SIZE: Text = Text { es: "cuántos son", en: "how many they are", pt: "quantos são" };
const STRATEGY: Text = Text {
    es: "qué estrategia se sigue con él",
    en: "what the strategy for it is",
    pt: "qual é a estratégia para ele",
};

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    let kept = manual.model.segments.iter().filter(|segment| !is_retired(&segment.base));
    let parts =
        |s: &Segment| unsaid([(said(&s.criteria), CRITERIA), (said(&s.size), SIZE), (said(&s.strategy), STRATEGY)]);
    report_gaps(report, kept.map(|segment| (&segment.base, parts(segment))));
}

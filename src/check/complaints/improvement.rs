//! B203: a complaint can raise a request for improvement (B3).

use crate::check::{Report, Rule, said};
use crate::diag::{Entry, Severity};
use crate::lang::Text;
use crate::resolve::Resolved;

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "B203",
        name: "improvement-request",
        severity: Severity::Error,
        message: Text {
            es: "el procedimiento «{procedure}» no dice {part}",
            en: "the procedure “{procedure}” does not say {part}",
            pt: "o procedimento “{procedure}” não diz {part}",
        },
        why: Text {
            es: "Si nadie sabe cuándo un reclamo obliga a cambiar algo, nada cambia.",
            en: "If nobody knows when a complaint calls for a change, nothing changes.",
            pt: "Se ninguém sabe quando uma reclamação obriga a mudar algo, nada muda.",
        },
        fix: Text {
            es: "complete la solicitud de mejora, con un puesto de los suyos en `decides`: `improvement_request: { when: tres reclamos de la misma causa en un mes, decides: {own_role}, holds: [causa, propuesta, costo, plazo] }`",
            en: "complete the improvement request, with a role of your own in `decides`: `improvement_request: { when: three complaints of one cause in a month, decides: {own_role}, holds: [cause, proposal, cost, date] }`",
            pt: "complete a solicitação de melhoria, com um cargo dos seus em `decides`: `improvement_request: { when: três reclamações da mesma causa em um mês, decides: {own_role}, holds: [causa, proposta, custo, prazo] }`",
        },
        bad: r#"=== complaints.yaml
reclamos:
  name: Atención de reclamos
  improvement_request: { when: tres reclamos de la misma causa en un mes, decides: jefatura }
#                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
"#,
        good: r#"=== complaints.yaml
reclamos:
  name: Atención de reclamos
  improvement_request: { when: tres reclamos de la misma causa en un mes, decides: jefatura, holds: [causa, propuesta, costo] }
"#,
    },
    check,
};

const WHOLE: Text = Text {
    es: "cuándo un reclamo pide una mejora",
    en: "when a complaint calls for an improvement",
    pt: "quando uma reclamação pede uma melhoria",
};
const WHEN: Text = Text {
    es: "cuándo un reclamo pide una mejora",
    en: "when a complaint calls for an improvement",
    pt: "quando uma reclamação pede uma melhoria",
};
const DECIDES: Text = Text {
    es: "quién decide sobre una mejora",
    en: "who decides on an improvement",
    pt: "quem decide sobre uma melhoria",
};
const HOLDS: Text = Text {
    es: "qué contiene la solicitud de mejora",
    en: "what a request for improvement holds",
    pt: "o que contém a solicitação de melhoria",
};

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    for procedure in super::procedures(manual) {
        super::check_block(manual, report, procedure, &procedure.improvement_request, WHOLE, |block| {
            vec![(said(&block.when), WHEN), (block.decides.is_some(), DECIDES), (!block.holds.is_empty(), HOLDS)]
        });
    }
}

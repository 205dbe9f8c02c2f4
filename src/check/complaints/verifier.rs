//! B208: who verifies a corrective action did not investigate the case (B2, B4).

use crate::check::{Report, Rule};
use crate::diag::{Entry, Severity};
use crate::lang::Text;
use crate::resolve::Resolved;

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "B208",
        name: "verifier-investigates",
        severity: Severity::Warning,
        message: Text {
            es: "`{role}` comprueba las acciones correctivas y también investiga los casos",
            en: "`{role}` verifies corrective actions and investigates the cases too",
            pt: "`{role}` verifica as ações corretivas e também investiga os casos",
        },
        why: Text {
            es: "Nadie juzga bien su propio trabajo. El efecto de una corrección lo comprueba quien no buscó la causa.",
            en: "Nobody is a good judge of their own work. The effect of a correction is verified by someone who did not look for the cause.",
            pt: "Ninguém julga bem o próprio trabalho. O efeito de uma correção é verificado por quem não buscou a causa.",
        },
        fix: Text {
            es: "ponga en `verified_by` un puesto distinto del de `investigation: { owner: … }`",
            en: "put into `verified_by` a role other than that of `investigation: { owner: … }`",
            pt: "ponha em `verified_by` um cargo diferente do de `investigation: { owner: … }`",
        },
        bad: r#"=== roles.yaml
jefatura: { name: Jefatura }
auditoria: { name: Auditoría }
caja: { name: Caja }
=== complaints.yaml
reclamos:
  name: Atención de reclamos
  investigation: { causes: [proceso], method: cinco porqués, record: [número], owner: jefatura }
  corrective_action: { verified_by: jefatura, after: 60 calendar days, indicator: repetidos, if_not_effective: otra vez }
#                                   ^^^^^^^^
  indicators:
    repetidos: { name: Reclamos repetidos, target: { share: <= 5 % } }
"#,
        good: r#"=== roles.yaml
jefatura: { name: Jefatura }
auditoria: { name: Auditoría }
caja: { name: Caja }
=== complaints.yaml
reclamos:
  name: Atención de reclamos
  investigation: { causes: [proceso], method: cinco porqués, record: [número], owner: jefatura }
  corrective_action: { verified_by: auditoria, after: 60 calendar days, indicator: repetidos, if_not_effective: otra vez }
  indicators:
    repetidos: { name: Reclamos repetidos, target: { share: <= 5 % } }
"#,
    },
    check,
};

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    // A team of one or two roles has nobody to spare who could verify.
    if manual.model.roles.iter().filter(|role| role.base.is_active()).count() < 3 {
        return;
    }
    for procedure in super::procedures(manual) {
        let verifier = procedure.corrective_action.value().and_then(|action| action.verified_by.as_ref());
        let owner = procedure.investigation.value().and_then(|investigation| investigation.owner.as_ref());
        if let (Some(verifier), Some(owner)) = (verifier, owner)
            && verifier.value == owner.value
        {
            report.at(verifier.span, &procedure.base.subject(), |finding| finding.arg("role", verifier.value.as_str()));
        }
    }
}

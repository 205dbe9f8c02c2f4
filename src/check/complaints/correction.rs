//! B204: corrective action is verified (B4).

use crate::check::{Report, Rule, said};
use crate::diag::{Entry, Severity};
use crate::lang::Text;
use crate::resolve::Resolved;

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "B204",
        name: "corrective-action",
        severity: Severity::Error,
        message: Text {
            es: "el procedimiento «{procedure}» no dice {part}",
            en: "the procedure “{procedure}” does not say {part}",
            pt: "o procedimento “{procedure}” não diz {part}",
        },
        why: Text {
            es: "Una corrección que nadie comprueba es un deseo. Su efecto lo mide, pasado un tiempo y con un indicador, alguien que no la hizo.",
            en: "A correction that nobody verifies is only a wish. Its effect is measured after a set time, with an indicator, by someone who did not make it.",
            pt: "Uma correção que ninguém verifica é um desejo. Seu efeito é medido, depois de um tempo e com um indicador, por alguém que não a fez.",
        },
        fix: Text {
            es: "complete el control, con un puesto y un indicador de los suyos en `verified_by` e `indicator`: `corrective_action: { verified_by: {own_role}, after: 60 calendar days, indicator: {own_indicator}, if_not_effective: se investiga de nuevo }`",
            en: "complete the control, with a role and an indicator of your own in `verified_by` and `indicator`: `corrective_action: { verified_by: {own_role}, after: 60 calendar days, indicator: {own_indicator}, if_not_effective: it is investigated again }`",
            pt: "complete o controle, com um cargo e um indicador dos seus em `verified_by` e `indicator`: `corrective_action: { verified_by: {own_role}, after: 60 calendar days, indicator: {own_indicator}, if_not_effective: investiga-se de novo }`",
        },
        bad: r#"=== complaints.yaml
reclamos:
  name: Atención de reclamos
  corrective_action: { verified_by: jefatura, after: 60 calendar days, if_not_effective: se investiga de nuevo }
#                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
"#,
        good: r#"=== complaints.yaml
reclamos:
  name: Atención de reclamos
  corrective_action: { verified_by: jefatura, after: 60 calendar days, indicator: repetidos, if_not_effective: se investiga de nuevo }
  indicators:
    repetidos: { name: Reclamos repetidos, target: { share: <= 5 % } }
"#,
    },
    check,
};

const WHOLE: Text = Text {
    es: "cómo se comprueba una acción correctiva",
    en: "how a corrective action is verified",
    pt: "como se verifica uma ação corretiva",
};
const VERIFIED_BY: Text = Text {
    es: "quién comprueba la acción correctiva",
    en: "who verifies the corrective action",
    pt: "quem verifica a ação corretiva",
};
const AFTER: Text = Text {
    es: "cuándo se comprueba la acción correctiva",
    en: "when the corrective action is verified",
    pt: "quando se verifica a ação corretiva",
};
const INDICATOR: Text = Text {
    es: "con qué indicador se juzga si fue eficaz",
    en: "by which indicator its effect is judged",
    pt: "com que indicador se julga se foi eficaz",
};
const OTHERWISE: Text = Text {
    es: "qué se hace si no fue eficaz",
    en: "what is done if it had no effect",
    pt: "o que se faz se não foi eficaz",
};

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    for procedure in super::procedures(manual) {
        super::check_block(manual, report, procedure, &procedure.corrective_action, WHOLE, |block| {
            vec![
                (block.verified_by.is_some(), VERIFIED_BY),
                (block.after.is_some(), AFTER),
                (block.indicator.is_some(), INDICATOR),
                (said(&block.if_not_effective), OTHERWISE),
            ]
        });
    }
}

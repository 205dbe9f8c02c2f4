//! C367: who has no target yet has no other beside it (A3).

use crate::check::{Report, Rule};
use crate::diag::{Entry, Severity};
use crate::lang::Text;
use crate::model::target::whole_targets;
use crate::resolve::Resolved;
use crate::values::Target;

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "C367",
        name: "target-and-none",
        severity: Severity::Error,
        message: Text {
            es: "«{name}» dice que no tiene meta y a la vez tiene otra",
            en: "“{name}” says that it has no target, and has one beside it",
            pt: "“{name}” diz que não tem meta e ao mesmo tempo tem outra",
        },
        why: Text {
            es: "Quien mide no sabe si se le pide algo o todavía nada.",
            en: "Those who measure cannot tell whether something is asked of them, or nothing yet.",
            pt: "Quem mede não sabe se lhe pedem algo ou ainda nada.",
        },
        fix: Text {
            es: "quite `{ none: … }`, o quite las demás metas hasta que rijan",
            en: "remove `{ none: … }`, or remove the other targets until they hold",
            pt: "tire `{ none: … }`, ou tire as outras metas até que valham",
        },
        bad: r#"code: EJ-01
name: Ejemplo
indicators:
  a:
    name: Respuestas
    targets: [{ none: Sin meta todavía }, { share: 90 % }]
#             ^^^^^^^^^^^^^^^^^^^^^^^^^^
"#,
        good: r#"code: EJ-01
name: Ejemplo
indicators:
  a:
    name: Respuestas
    targets: [{ none: Allí no se mide, channel: agencia }, { share: 90 % }]
  b: { name: Avisos, target: { none: Sin meta todavía } }
"#,
    },
    check,
};

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    for (base, specs) in super::all_targets(manual) {
        let is_none = |spec: &&crate::model::target::TargetSpec| matches!(spec.target, Target::None { .. });
        // Of the cases of one target some may have none, and a target of another time holds then.
        if whole_targets(specs).count() < 2 || specs.iter().all(|spec| is_none(&spec)) {
            continue;
        }
        let for_all = |spec: &&crate::model::target::TargetSpec| {
            spec.scope.is_empty()
                && !spec.rest
                && spec.conditions.is_none()
                && spec.from.is_none()
                && spec.until.is_none()
        };
        for spec in specs.iter().filter(is_none).filter(for_all) {
            if specs.iter().any(|other| !is_none(&other) && for_all(&other)) {
                report.at(spec.span, &base.subject(), |finding| finding.arg("name", base.title()));
            }
        }
    }
}

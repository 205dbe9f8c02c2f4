//! F606: a moment of truth says by which channel it happens and who attends it (F2, C7).

use crate::check::{Report, Rule, unsaid};
use crate::diag::{Entry, Severity};
use crate::lang::Text;
use crate::resolve::Resolved;

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "F606",
        name: "moment-without-role",
        severity: Severity::Warning,
        message: Text {
            es: "del momento de verdad «{moment}» no se dice {parts}",
            en: "the moment of truth “{moment}” does not say {parts}",
            pt: "no momento da verdade “{moment}” falta dizer {parts}",
        },
        why: Text {
            es: "El cliente se encuentra con una persona en un lugar. Sin puesto y sin canal, el momento no es de nadie.",
            en: "The customer meets a person in a place. Without a role and a channel the moment is nobody’s.",
            pt: "O cliente encontra uma pessoa em um lugar. Sem cargo e sem canal, o momento não é de ninguém.",
        },
        fix: Text {
            es: "añada al momento: `channel: {own_channel}`, `role: {own_contact}`",
            en: "add to the moment: `channel: {own_channel}`, `role: {own_contact}`",
            pt: "acrescente ao momento: `channel: {own_channel}`, `role: {own_contact}`",
        },
        bad: r#"code: EJ-01
name: Ejemplo
cycle:
  - moment: La espera en la sala
#           ^^^^^^^^^^^^^^^^^^^^
    of_truth: true
    channel: agencia
"#,
        good: r#"code: EJ-01
name: Ejemplo
cycle:
  - moment: La espera en la sala
    of_truth: true
    channel: agencia
    role: caja
"#,
    },
    check,
};

const CHANNEL: Text =
    Text { es: "por qué canal ocurre", en: "through which channel it takes place", pt: "por que canal acontece" };
const ROLE: Text = Text { es: "qué puesto lo atiende", en: "which role handles it", pt: "que cargo o atende" };

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    for service in super::services(manual) {
        for moment in service.cycle.iter().filter(|moment| moment.of_truth) {
            let parts = unsaid([(moment.channel.is_some(), CHANNEL), (moment.role.is_some(), ROLE)]);
            if !parts.is_empty() {
                report.at(super::place(moment), &service.base.subject(), |finding| {
                    finding.arg("moment", super::title(moment)).arg("parts", parts)
                });
            }
        }
    }
}

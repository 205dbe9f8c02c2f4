//! I713: the manual is distributed to every role that it obliges (I2).

use crate::check::{Report, Rule};
use crate::diag::Arg;
use crate::diag::{Entry, Severity};
use crate::lang::Text;
use crate::model::people::Role;
use crate::parse::kind::Kind;
use crate::resolve::Resolved;
use std::collections::HashSet;

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "I713",
        name: "distribution-misses-role",
        severity: Severity::Warning,
        message: Text {
            es: "la lista de distribución no incluye a quienes el manual obliga: {names}",
            en: "the distribution list leaves out roles that the manual binds: {names}",
            pt: "a lista de distribuição não inclui aqueles a quem o manual obriga: {names}",
        },
        why: Text {
            es: "No se puede pedir a nadie que cumpla lo que no recibió.",
            en: "Nobody can be asked to keep what they were not given.",
            pt: "Não se pode pedir a ninguém que cumpra o que não recebeu.",
        },
        fix: Text {
            es: "añada los puestos a la distribución: `{ to: {id}, medium: edición en línea, proof: lectura firmada }`",
            en: "add the roles to the distribution: `{ to: {id}, medium: online edition, proof: signed reading }`",
            pt: "acrescente os cargos à distribuição: `{ to: {id}, medium: edição on-line, proof: leitura assinada }`",
        },
        bad: r#"=== manual.yaml
organization: { name: Ejemplo }
document:
  title: Manual
  distribution: [jefatura]
#                ^^^^^^^^
languages: { default: es }
=== roles.yaml
jefatura: { name: Jefatura }
caja: { name: Caja, contact: true }
"#,
        good: r#"=== manual.yaml
organization: { name: Ejemplo }
document:
  title: Manual
  distribution: [jefatura, caja]
languages: { default: es }
=== roles.yaml
jefatura: { name: Jefatura }
caja: { name: Caja, contact: true }
"#,
    },
    check,
};

/// How many roles a message names.
const NAMED: usize = 4;

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    let list = &manual.model.manifest.document.distribution;
    let Some(first) = list.first() else { return };
    let named: Vec<Option<&Role>> =
        list.iter().map(|recipient| manual.model.roles.get(recipient.to.source.trim())).collect();
    // A recipient in words, such as «todo el personal», may be anybody.
    if named.iter().any(Option::is_none) {
        return;
    }
    // The manual asks something of a role that deals with customers, owns something or takes a step.
    let acts = |from: Kind| matches!(from, Kind::Services | Kind::Complaints | Kind::Commitments | Kind::Indicators);
    let uses = manual.references.iter().filter(|r| r.kind == Kind::Roles && acts(r.from.0));
    let acting: HashSet<&str> = uses.map(|r| r.id.as_str()).collect();
    let is_obliged = |role: &Role| role.contact || acting.contains(role.base.id.as_str());
    let given = |role: &Role| named.iter().flatten().any(|known| known.base.id == role.base.id);
    let missed: Vec<&Role> =
        manual.model.roles.iter().filter(|role| role.base.is_active() && is_obliged(role) && !given(role)).collect();
    if let Some(role) = missed.first() {
        let names: Vec<Arg> = missed.iter().take(NAMED).map(|role| role.base.title().into()).collect();
        report.at(first.to.span, "", |finding| finding.arg("names", names).arg("id", role.base.id.as_str()));
    }
}

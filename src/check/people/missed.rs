//! P508: a reading path holds what the role is responsible for (E5).

use crate::check::{Report, Rule, is_retired};
use crate::diag::Arg;
use crate::diag::{Entry, Severity};
use crate::lang::Text;
use crate::model::base::Base;
use crate::model::people::Role;
use crate::parse::kind::Kind;
use crate::resolve::Resolved;

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "P508",
        name: "path-misses-responsibility",
        severity: Severity::Warning,
        message: Text {
            es: "la orientación de «{name}» no incluye lo que el puesto tiene a su cargo: {entries}",
            en: "the orientation of “{name}” leaves out what the role answers for: {entries}",
            pt: "a integração de “{name}” não inclui o que o cargo tem sob sua responsabilidade: {entries}",
        },
        why: Text {
            es: "Nadie puede responder por un servicio que no le mandaron leer.",
            en: "Nobody can answer for a service that they were not told to read.",
            pt: "Ninguém pode responder por um serviço que não lhe mandaram ler.",
        },
        fix: Text {
            es: "añada a la ruta, en la semana en que haga falta: `week_one: [{example}]`",
            en: "add to the path, in the week in which it is needed: `week_one: [{example}]`",
            pt: "acrescente à trilha, na semana em que for necessário: `week_one: [{example}]`",
        },
        bad: r#"=== roles.yaml
jefatura: { name: Jefatura }
caja: { name: Caja }
=== services/ejemplo.md
---
code: EJ-01
name: Ejemplo
owner: caja
---
=== paths.yaml
ruta-de-caja:
  name: Ruta de caja
#       ^^^^^^^^^^^^
  role: caja
  day_one: [channels/agencia]
"#,
        good: r#"=== roles.yaml
jefatura: { name: Jefatura }
caja: { name: Caja }
=== services/ejemplo.md
---
code: EJ-01
name: Ejemplo
owner: caja
---
=== paths.yaml
ruta-de-caja: { name: Ruta de caja, role: caja, day_one: [channels/agencia], month_one: [services/ejemplo] }
"#,
    },
    check,
};

/// How many entries a message names.
const NAMED: usize = 4;

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    for role in manual.model.roles.iter().filter(|role| !is_retired(&role.base)) {
        let orientations = super::orientations(manual, &role.base.id);
        let Some((owner, _)) = orientations.last() else { continue };
        let read: Vec<(Kind, &str)> = orientations
            .iter()
            .flat_map(|(_, orientation)| orientation.modules())
            .filter_map(|module| super::entry_of(manual, module.read.as_ref()?))
            .collect();
        let missed: Vec<&Base> =
            charges(manual, role).into_iter().filter(|b| !read.contains(&(b.kind, &b.id))).collect();
        if let Some(first) = missed.first() {
            let entries: Vec<Arg> = missed.iter().take(NAMED).map(|base| base.title().into()).collect();
            let example = first.subject();
            report.at(owner.span, &owner.subject(), |finding| {
                finding.arg("name", role.base.title()).arg("entries", entries).arg("example", example)
            });
        }
    }
}

/// The services and procedures that the role owns, and the services in which it takes a step.
fn charges<'m>(manual: &'m Resolved<'_>, role: &Role) -> Vec<&'m Base> {
    let id = role.base.id.as_str();
    let is_role = |r: &Option<crate::span::Spanned<String>>| r.as_ref().is_some_and(|r| r.value == id);
    let services = manual.model.services.iter().filter(|service| {
        let steps = service.offering.value().map_or(&[][..], |offering| &offering.steps);
        is_role(&service.base.owner) || steps.iter().any(|step| is_role(&step.role))
    });
    let procedures = manual.model.complaints.iter().filter(|procedure| is_role(&procedure.base.owner));
    let bases = services.map(|service| &service.base).chain(procedures.map(|procedure| &procedure.base));
    bases.filter(|base| base.is_active()).collect()
}

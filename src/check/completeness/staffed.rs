//! A124: of a resource it is said what it is, how much of it there is, what it costs, and of people how long they work (A4).

use crate::check::{Lack, Report, Rule, nowhere, report_parts, said, unsaid};
use crate::diag::{Entry, Severity};
use crate::lang::Text;
use crate::model::service::Service;
use crate::model::stock::{Resource, ResourceKind, ResourceName, ResourceUse};
use crate::resolve::Resolved;

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "A124",
        name: "resource-incomplete",
        severity: Severity::Warning,
        message: Text {
            es: "del recurso falta decir {parts}: {names}",
            en: "the entry for the resource does not say {parts}: {names}",
            pt: "do recurso falta dizer {parts}: {names}",
        },
        why: Text {
            es: "Sin cantidad, tiempo ni costo no se sabe si el servicio puede prestarse ni cuánto vale prestarlo.",
            en: "Without quantity, time and cost nobody knows whether the service can be given, or what it costs to give it.",
            pt: "Sem quantidade, tempo nem custo não se sabe se o serviço pode ser prestado nem quanto custa prestá-lo.",
        },
        fix: Text {
            es: "complete el recurso: `kind: system`, `quantity: 3`, `unit_cost: 260 {own_currency} per month`, `supplier: {own_supplier}`; de las personas: `{ role: {own_role}, quantity: 5, hours: 42 business hours per week, skill: contar a la vista }`",
            en: "complete the resource: `kind: system`, `quantity: 3`, `unit_cost: 260 {own_currency} per month`, `supplier: {own_supplier}`; for people: `{ role: {own_role}, quantity: 5, hours: 42 business hours per week, skill: counting in plain view }`",
            pt: "complete o recurso: `kind: system`, `quantity: 3`, `unit_cost: 260 {own_currency} per month`, `supplier: {own_supplier}`; das pessoas: `{ role: {own_role}, quantity: 5, hours: 42 business hours per week, skill: contar à vista }`",
        },
        bad: r#"=== resources.yaml
central: { name: Central telefónica, kind: system }
#                ^^^^^^^^^^^^^^^^^^
=== services/ejemplo.md
---
code: EJ-01
name: Ejemplo
resources:
  - { role: caja, quantity: 5 }
#           ^^^^
---
"#,
        good: r#"=== resources.yaml
central: { name: Central telefónica, kind: system, quantity: 1, unit_cost: 1150 PEN per month }
=== services/ejemplo.md
---
code: EJ-01
name: Ejemplo
resources:
  - { role: caja, quantity: 5, hours: 42 business hours per week }
---
"#,
    },
    check,
};

const KIND: Text = Text { es: "de qué clase es", en: "its kind", pt: "de que classe é" };
const QUANTITY: Text = Text { es: "cuánto hay", en: "how much of it there is", pt: "quanto há" };
const COST: Text = Text { es: "cuánto cuesta", en: "what it costs", pt: "quanto custa" };
const HOURS: Text =
    Text { es: "cuántas horas trabajan", en: "how many hours they work", pt: "quantas horas trabalham" };
const SKILL: Text = Text { es: "qué debe saber hacer", en: "the skill it calls for", pt: "o que deve saber fazer" };
const SUPPLIER: Text = Text { es: "quién lo suministra", en: "who supplies it", pt: "quem o fornece" };

/// What a service uses, with the service.
type Used<'m> = (&'m Service, &'m ResourceUse);

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    let register: Vec<&Resource> = manual.model.resources.iter().filter(|r| r.base.is_active()).collect();
    // What is the organisation's own has no supplier, but somebody supplies something.
    let unsupplied = nowhere(&register, |r| !r.suppliers.is_empty()) && !manual.model.suppliers.is_empty();
    let entries = register.iter().map(|resource| {
        let is_people = resource.kind.as_ref().is_some_and(|kind| kind.value == ResourceKind::People);
        let parts = unsaid([
            (resource.kind.is_some(), KIND),
            (resource.quantity.is_some(), QUANTITY),
            (!is_people || said(&resource.hours), HOURS),
            (resource.unit_cost.is_some(), COST),
            (!unsupplied, SUPPLIER),
        ]);
        (Lack::from(&resource.base), parts)
    });
    let uses = super::services(manual).filter(|service| service.base.is_active());
    let uses: Vec<Used<'_>> =
        uses.flat_map(|s| s.resources.value().into_iter().flatten().map(move |used| (s, used))).collect();
    let people: Vec<Used<'_>> = uses.iter().filter(|(_, used)| is_people(used)).copied().collect();
    let unskilled = nowhere(&people, |(_, used)| said(&used.skill));
    let in_place = uses.iter().filter_map(|used| Some((lack(manual, used)?, missing(used.1, unskilled))));
    report_parts(report, entries.chain(in_place));
}

fn is_people(used: &ResourceUse) -> bool {
    used.kind == Some(ResourceKind::People)
}

/// Where a resource that a service describes itself is told; none for one of the register.
fn lack(manual: &Resolved<'_>, (service, used): &Used<'_>) -> Option<Lack> {
    let (span, name) = match (&used.what, &used.name) {
        (ResourceName::Resource(_), _) => return None,
        (ResourceName::Role(id), _) => {
            (id.span, manual.model.roles.get(&id.value).map_or_else(|| id.value.clone(), |role| role.base.title()))
        }
        (ResourceName::Words(text), _) | (ResourceName::Nothing, Some(text)) => (text.span, text.plain()),
        (ResourceName::Nothing, None) => {
            let skill = used.skill.as_ref()?;
            (skill.span, skill.plain())
        }
    };
    Some(Lack { span, subject: service.base.subject(), name: format!("{} ({name})", service.base.title()) })
}

fn missing(used: &ResourceUse, unskilled: bool) -> Vec<Text> {
    let is_people = is_people(used);
    // A system or a place that is said in words is one; what people cost stands among the items of the service's cost.
    let is_one = matches!(used.kind, Some(ResourceKind::System | ResourceKind::Premises));
    unsaid([
        (used.quantity.is_some() || is_one, QUANTITY),
        (!is_people || used.hours.is_some(), HOURS),
        (!is_people || !unskilled, SKILL),
    ])
}

//! C343: a role has the hours that its services and channels ask of it (E4).

use super::{counted, number, single};
use crate::analysis::load::{Week, float, people_for, workforce};
use crate::check::{Report, Rule};
use crate::diag::{Arg, Entry, Severity};
use crate::lang::Text;
use crate::model::people::Role;
use crate::model::stock::{ResourceName, ResourceUse};
use crate::resolve::Resolved;
use crate::values::{Duration, Quantity, Rate, TimeUnit};

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "C343",
        name: "workload-above-paid-hours",
        severity: Severity::Warning,
        message: Text {
            es: "el trabajo asignado a «{role}» suma {asked} por semana y el puesto tiene {paid}",
            en: "the work given to “{role}” adds up to {asked} a week and the role has {paid}",
            pt: "o trabalho atribuído a “{role}” soma {asked} por semana e o cargo tem {paid}",
        },
        why: Text {
            es: "Lo que se asigna a personas que no existen no lo hace nadie. Una carga que se puede cumplir es la primera condición de un trato sin prisas.",
            en: "What is given to people who do not exist is done by nobody. A load that can be borne is the first condition of unhurried treatment.",
            pt: "O que se atribui a pessoas que não existem não é feito por ninguém. Uma carga que se pode cumprir é a primeira condição de um atendimento sem pressa.",
        },
        fix: Text {
            es: "ajuste el número de personas, `count: {needed}`, o reparta parte del trabajo a otro puesto",
            en: "adjust the number of people, `count: {needed}`, or give part of the work to another role",
            pt: "ajuste o número de pessoas, `count: {needed}`, ou passe parte do trabalho a outro cargo",
        },
        bad: r#"=== roles.yaml
jefatura: { name: Jefatura }
caja: { name: Caja, count: 4, paid_hours: 48 hours per week, shrinkage: 15 % }
#                          ^
=== services/giros.md
---
name: Giros
resources:
  - { role: caja, quantity: 3, hours: 42 business hours per week }
---
=== services/pagos.md
---
name: Pagos
resources:
  - { role: caja, quantity: 2, hours: 42 business hours per week }
---
"#,
        good: r#"=== roles.yaml
jefatura: { name: Jefatura }
caja: { name: Caja, count: 6, paid_hours: 48 hours per week, shrinkage: 15 % }
=== services/giros.md
---
name: Giros
resources:
  - { role: caja, quantity: 3, hours: 42 business hours per week }
---
=== services/pagos.md
---
name: Pagos
resources:
  - { role: caja, quantity: 2, hours: 42 business hours per week }
---
"#,
    },
    check,
};

const PAID: Text = Text {
    es: "{people} × {hours} por semana × (100 % − {shrinkage} de permisos, formación y descansos) = {paid}",
    en: "{people} × {hours} a week × (100% − {shrinkage} of leave, training and breaks) = {paid}",
    pt: "{people} × {hours} por semana × (100% − {shrinkage} de licenças, formação e descansos) = {paid}",
};

const PLAIN: Text = Text {
    es: "{people} × {hours} por semana, la semana hábil de la organización, pues el puesto no dice otra = {paid}; escriba la suya: `paid_hours: 48 hours per week`",
    en: "{people} × {hours} a week, the business week of the organisation, as the role says no other = {paid}; write its own: `paid_hours: 48 hours per week`",
    pt: "{people} × {hours} por semana, a semana útil da organização, pois a função não diz outra = {paid}; escreva a sua: `paid_hours: 48 hours per week`",
};

const ASKS: Text = Text {
    es: "«{who}» pide {quantity} × {hours} por semana = {sum}",
    en: "“{who}” asks for {quantity} × {hours} a week = {sum}",
    pt: "“{who}” pede {quantity} × {hours} por semana = {sum}",
};

const OTHERS: Text = Text {
    es: "lo que piden otros {n} servicios y canales suma {sum}",
    en: "what {n} other services and channels ask for adds up to {sum}",
    pt: "o que pedem outros {n} serviços e canais soma {sum}",
};

/// Up to so many are named one by one, the largest where there are more.
const NAMED: usize = 8;

/// Work that somebody asks of a role.
struct Asked {
    who: String,
    quantity: f64,
    /// Hours a week of each.
    hours: f64,
}

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    let Some(week) = Week::of_calendar(&manual.model.manifest.calendar) else { return };
    for role in manual.model.roles.iter().filter(|r| r.base.is_active()) {
        let Some(people) = role.count.as_ref().and_then(|c| Some((float(c.value)?, c.span))) else { continue };
        let mut asked = asked_of(manual, role);
        let all = sum(&asked);
        let own = single(&role.paid_hours).map(|(rate, _)| weekly(rate, &week));
        let shrinkage = single(&role.shrinkage).and_then(|(s, _)| f64::try_from(s.fraction()).ok()).unwrap_or(0.0);
        let paid = match own {
            Some(Some(hours)) => hours,
            // Hours that are no hours of a week: nothing can be said.
            Some(None) => continue,
            // Who is said to work longer somewhere works as long everywhere.
            None => asked.iter().map(|a| a.hours).fold(week.hours, f64::max),
        };
        if !(0.0..1.0).contains(&shrinkage) || people.0 <= 0.0 || paid <= 0.0 {
            continue;
        }
        let Some(able) = workforce(people.0, paid, shrinkage) else { continue };
        if !all.is_finite() || all <= able * 1.005 {
            continue;
        }
        let hours = |hours: f64| counted(hours, "hours");
        if asked.len() > NAMED {
            asked.sort_by(|a, b| (b.quantity * b.hours).total_cmp(&(a.quantity * a.hours)));
        }
        report.at(people.1, &role.base.subject(), |finding| {
            let needed = people_for(all / paid, shrinkage);
            let word = needed.and_then(|n| crate::analysis::load::decimal(n, 0)).map(|n| n.to_string());
            let mut finding = finding
                .arg("role", role.base.title())
                .arg("asked", hours(all))
                .arg("paid", hours(able))
                .arg("needed", word.map_or_else(|| Arg::from("…"), Arg::from));
            let args = vec![
                ("people", counted(people.0, "people")),
                ("hours", hours(paid)),
                ("shrinkage", super::rounded(shrinkage)),
                ("paid", hours(able)),
            ];
            finding = finding.note(if own.is_some() { PAID } else { PLAIN }, args);
            // One alone takes no less room when it is told apart.
            let named = if asked.len() > NAMED + 1 { NAMED } else { asked.len() };
            for a in &asked[..named] {
                let args = vec![
                    ("who", Arg::from(a.who.as_str())),
                    ("quantity", number(a.quantity)),
                    ("hours", hours(a.hours)),
                    ("sum", hours(a.quantity * a.hours)),
                ];
                finding = finding.note(ASKS, args);
            }
            let rest = &asked[named..];
            if !rest.is_empty() {
                let args = vec![("n", number(rest.len() as f64)), ("sum", hours(sum(rest)))];
                finding = finding.note(OTHERS, args);
            }
            finding
        });
    }
}

/// Hours a week.
fn sum(asked: &[Asked]) -> f64 {
    asked.iter().map(|a| a.quantity * a.hours).sum()
}

/// What services and channels ask of a role.
fn asked_of(manual: &Resolved<'_>, role: &Role) -> Vec<Asked> {
    let model = &manual.model;
    let id = role.base.id.as_str();
    let Some(business) = Week::of_calendar(&model.manifest.calendar) else { return Vec::new() };
    let mut out = Vec::new();
    for service in model.services.iter().filter(|s| s.base.is_active()) {
        let uses = service.resources.value().into_iter().flatten().filter(|u| is_role(u, id));
        let named = uses.filter_map(|used| {
            let (quantity, hours) = use_of(used, &business)?;
            Some(Asked { who: service.base.title(), quantity, hours })
        });
        let named: Vec<Asked> = named.collect();
        let week = model.week_of_service(service);
        let posts: Vec<Asked> =
            posts_of(service.capacity.value(), week, id, service.base.title()).into_iter().collect();
        // The people whom a service names among its resources are those at its posts.
        out.extend(if sum(&posts) > sum(&named) { posts } else { named });
    }
    for channel in model.channels.iter().filter(|c| c.base.is_active()) {
        let week = model.week_of_channel(channel);
        out.extend(posts_of(channel.capacity.as_ref(), week, id, channel.base.title()));
    }
    out.retain(|a| a.quantity > 0.0 && a.hours > 0.0);
    out
}

/// The posts of a capacity, staffed by a role whenever they are open.
fn posts_of(
    capacity: Option<&crate::model::capacity::Capacity>,
    week: Option<Week>,
    role: &str,
    who: String,
) -> Option<Asked> {
    let capacity = capacity.filter(|c| c.staffed_by.as_ref().is_some_and(|r| r.value == role))?;
    let quantity = float(capacity.servers.as_ref()?.value)?;
    Some(Asked { who, quantity, hours: week?.hours })
}

fn is_role(used: &ResourceUse, id: &str) -> bool {
    matches!(&used.what, ResourceName::Role(role) if role.value == id)
}

/// How many people a use of a role asks for, and the hours a week of each.
fn use_of(used: &ResourceUse, week: &Week) -> Option<(f64, f64)> {
    let (quantity, _) = single(&used.quantity)?;
    if !quantity.per.is_empty() {
        return None;
    }
    let (Quantity::Rate(hours), _) = single(&used.hours)? else { return None };
    Some((float(quantity.amount)?, weekly(hours, week)?))
}

/// Hours a week of `42 business hours per week`, `8 hours per day` or `2 business days per month`.
fn weekly(rate: &Rate, week: &Week) -> Option<f64> {
    let [period] = rate.per.as_slice() else { return None };
    let unit = TimeUnit::from_word(rate.unit.as_deref()?)?;
    let hours = week.hours_within(&Duration::new(rate.amount, unit))?;
    let times = match period.as_str() {
        "day" | "business day" => week.days,
        period => week.hours / week.hours_in(period)?,
    };
    Some(hours * times).filter(|hours| hours.is_finite())
}

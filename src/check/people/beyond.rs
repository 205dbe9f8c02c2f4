//! P515: nobody is asked to decide more than their own authority allows (E3).

use crate::check::{Report, Rule};
use crate::diag::{Arg, Entry, Severity};
use crate::lang::Text;
use crate::model::offering::{Offering, Price};
use crate::model::people::Role;
use crate::model::service::{Authority, Service};
use crate::parse::reader::Variant;
use crate::resolve::Resolved;
use crate::span::Spanned;
use crate::values::{Money, Quantity};

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "P515",
        name: "beyond-authority",
        severity: Severity::Warning,
        message: Text {
            es: "{amount} es más que {limit}, {what}",
            en: "{amount} is more than {limit}, {what}",
            pt: "{amount} é mais que {limit}, {what}",
        },
        why: Text {
            es: "Con el cliente delante, quien decide se encuentra con dos límites. O paga de más sin permiso, o niega lo que el manual le deja dar.",
            en: "With the customer waiting, whoever decides finds two limits. Either they pay too much without leave, or refuse what the manual lets them give.",
            pt: "Com o cliente à frente, quem decide encontra dois limites. Ou paga a mais sem permissão, ou nega o que o manual lhe deixa dar.",
        },
        fix: Text {
            es: "baje este límite, suba el otro, o dé la decisión a un puesto que pueda tomarla",
            en: "lower this limit, raise the other, or give the decision to a role that may take it",
            pt: "baixe este limite, suba o outro, ou dê a decisão a um cargo que possa tomá-la",
        },
        bad: r#"=== roles.yaml
jefatura: { name: Jefatura, authority: [{ decides: aprobar un crédito, up_to: 30000 PEN }] }
asesor: { name: Asesor, authority: [{ decides: devolver un cobro, up_to: 50 PEN }] }
=== complaints.yaml
reclamos:
  name: Reclamos
  redress: [{ gives: devolución de lo cobrado, up_to: 500 PEN, decides: asesor }]
#                                                     ^^^^^^^
=== services/ejemplo.md
---
code: EJ-01
name: Ejemplo
offering:
  price: { name: Interés, brackets: [{ from: 500 PEN, up_to: 25000 PEN, rate: 36 % per year }] }
authority:
  - { role: jefatura, decides: aprobar el crédito, up_to: 60000 PEN }
#                                                         ^^^^^^^^^
  - { role: jefatura, decides: renovar el crédito, up_to: 28000 PEN }
#                                                         ^^^^^^^^^
---
"#,
        good: r#"=== roles.yaml
jefatura: { name: Jefatura, authority: [{ decides: aprobar un crédito, up_to: 30000 PEN }] }
asesor: { name: Asesor, authority: [{ decides: devolver un cobro, up_to: 50 PEN }] }
=== complaints.yaml
reclamos:
  name: Reclamos
  redress: [{ gives: devolución de lo cobrado, up_to: 50 PEN, decides: asesor }]
=== services/ejemplo.md
---
code: EJ-01
name: Ejemplo
offering:
  price: { name: Interés, brackets: [{ from: 500 PEN, up_to: 25000 PEN, rate: 36 % per year }] }
authority:
  - { role: jefatura, decides: aprobar el crédito, up_to: 25000 PEN }
---
"#,
    },
    check,
};

const OF_ROLE: Text = Text {
    es: "lo más que `{name}` puede decidir por su cuenta",
    en: "the most that `{name}` may decide",
    pt: "o máximo que `{name}` pode decidir por conta própria",
};
const OF_BRACKETS: Text = Text {
    es: "el tope del último tramo de «{name}»",
    en: "the top of the last bracket of “{name}”",
    pt: "o teto da última faixa de “{name}”",
};

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    let roles = &manual.model.roles;
    for procedure in manual.model.complaints.iter().filter(|p| p.base.is_active()) {
        for offer in &procedure.redress {
            let Some(role) = offer.decides.as_ref().and_then(|who| roles.get(who.source.trim())) else { continue };
            for (amount, at) in amounts(&offer.up_to) {
                // Whatever a role may spend the most on is the most that it may give.
                if let Some(limit) =
                    most(&role.authority, amount, |_| true).filter(|limit| limit.amount < amount.amount)
                {
                    tell(report, at, &procedure.base.subject(), limit, (OF_ROLE, role.base.id.clone()));
                }
            }
        }
    }
    for service in manual.model.services.iter().filter(|s| s.base.is_active()) {
        for authority in &service.authority {
            let role = authority.role.as_ref().and_then(|id| roles.get(&id.value));
            for (amount, at) in amounts(&authority.up_to) {
                if let Some((limit, name)) = role.and_then(|role| of_role(role, authority, amount)) {
                    tell(report, at, &service.base.subject(), limit, (OF_ROLE, name));
                } else if let Some(top) = top(service, amount).filter(|top| top.amount < amount.amount) {
                    tell(report, at, &service.base.subject(), top, (OF_BRACKETS, service.base.title()));
                }
            }
        }
    }
}

/// Money that is the limit of something, each with its place.
fn amounts(up_to: &Option<Variant<Quantity>>) -> Vec<(&Money, &Spanned<Quantity>)> {
    let money = |written: &'_ Spanned<Quantity>| matches!(written.value, Quantity::Money(_));
    let written = up_to.iter().flat_map(Variant::values).filter(|written| money(written));
    written
        .filter_map(|written| match &written.value {
            Quantity::Money(money) => Some((money, written)),
            Quantity::Duration(_) | Quantity::Percent(_) | Quantity::Rate(_) => None,
        })
        .collect()
}

/// The limit of a role's own authority that an authority in a service exceeds: of the same decision, as its first word tells.
fn of_role(role: &Role, authority: &Authority, amount: &Money) -> Option<(Money, String)> {
    let verb = verb(authority)?;
    let limit = most(&role.authority, amount, |own| self::verb(own).as_ref() == Some(&verb))?;
    (limit.amount < amount.amount).then(|| (limit, role.base.id.clone()))
}

fn verb(authority: &Authority) -> Option<String> {
    authority.decides.as_ref()?.plain().split_whitespace().next().map(str::to_lowercase)
}

/// The most money, of one currency, that a list of what may be decided allows.
fn most(list: &[Authority], like: &Money, wanted: impl Fn(&Authority) -> bool) -> Option<Money> {
    let list = list.iter().filter(|authority| wanted(authority)).flat_map(|authority| amounts(&authority.up_to));
    list.map(|(money, _)| money).filter(|m| m.currency == like.currency).max_by_key(|money| money.amount).cloned()
}

/// The top of the brackets of a service, where all of its lists are closed.
fn top(service: &Service, like: &Money) -> Option<Money> {
    let offering = service.offering.value()?;
    let offerings = std::iter::once(offering).chain(offering.parts.iter().map(|part| &part.offering));
    let items = |offering: &'_ Offering| match &offering.price {
        Some(Price::Items(items)) => items.clone(),
        Some(Price::Free { .. }) | None => Vec::new(),
    };
    let mut highest: Option<Money> = None;
    for bracket in offerings.flat_map(items).flat_map(|item| item.brackets) {
        let Quantity::Money(high) = bracket.high?.value else { return None };
        // In two currencies there is no top, which is told of the price (C304).
        if high.currency != like.currency {
            return None;
        }
        if highest.as_ref().is_none_or(|highest| high.amount > highest.amount) {
            highest = Some(high);
        }
    }
    highest
}

fn tell(report: &mut Report<'_>, at: &Spanned<Quantity>, subject: &str, limit: Money, what: (Text, String)) {
    report.at(at.span, subject, |finding| {
        let finding = finding.arg("amount", at.value.clone()).arg("limit", Quantity::Money(limit));
        finding.arg("what", Arg::named(what.0, what.1))
    });
}

//! Questions on authority: up to how much the role decides, who decides else, to whom it escalates.

use super::super::duties::{Duties, Power};
use super::super::offering::per_word;
use super::super::writer::{Writer, anchor};
use super::{TRIED, WRONG, choose, question, seed, some, tells, within};
use crate::ir::{Choice, Inline, Question, plain};
use crate::lang::format;
use crate::lang::learning as words;
use crate::model::people::Role;
use crate::model::service::Authority;
use crate::parse::files::slug;
use crate::parse::kind::Kind;
use crate::parse::prose::Text;
use crate::parse::reader::Variant;
use crate::values::{Decimal, Money, Quantity};

fn money(up_to: Option<&Variant<Quantity>>) -> Option<&Money> {
    match up_to?.single()? {
        Quantity::Money(money) => Some(money),
        Quantity::Duration(_) | Quantity::Percent(_) | Quantity::Rate(_) => None,
    }
}

fn is_same(a: &Text, b: &Text) -> bool {
    slug(&a.source) == slug(&b.source)
}

/// Up to how much the role decides on its own.
pub fn limits(x: &Writer<'_>, duties: &Duties<'_>) -> Vec<Question> {
    let model = &x.manual.model;
    let of_roles =
        model.roles.iter().flat_map(|role| &role.authority).chain(model.services.iter().flat_map(|s| &s.authority));
    let offers = model.complaints.iter().flat_map(|p| &p.redress);
    let mut pool: Vec<&Money> =
        of_roles.map(|a| a.up_to.as_ref()).chain(offers.map(|offer| offer.up_to.as_ref())).filter_map(money).collect();
    // Thousands of services have few limits that differ.
    pool.sort_by(|a, b| (&a.currency, &a.per, a.amount).cmp(&(&b.currency, &b.per, b.amount)));
    pool.dedup_by(|a, b| (&a.currency, &a.per, a.amount) == (&b.currency, &b.per, b.amount));
    let mut out = Vec::new();
    let key = |p: &&Power<'_>| {
        let decides = p.authority.decides.as_ref().map_or("", |d| &*d.source);
        format!("{}/{decides}", p.service.map_or("", |s| s.base.id.as_str()))
    };
    for power in some(&duties.role.base.id, duties.powers.iter(), TRIED, key) {
        let (Some(right), Some(decides)) = (money(power.authority.up_to.as_ref()), &power.authority.decides) else {
            continue;
        };
        // The same decision with another limit elsewhere has no one answer.
        let twins = duties.powers.iter().filter(|p| p.authority.decides.as_ref().is_some_and(|d| is_same(d, decides)));
        if twins.filter_map(|p| money(p.authority.up_to.as_ref())).any(|other| other != right) {
            continue;
        }
        let per = power.authority.per.as_ref().map(|per| per_word(x, &per.source));
        let place = power.service.map(|s| s.base.title());
        let about = within(
            x.text(decides),
            Some([place, per].into_iter().flatten().collect::<Vec<_>>().join(", ")).filter(|s| !s.is_empty()),
        );
        let id = format!("limit-{}-{}", power.service.map_or("", |s| s.base.id.as_str()), slug(&decides.source));
        let to = match power.service {
            Some(service) => format!("service-{}-authority", service.base.id),
            None => duties.role.base.anchor(),
        };
        let name = power.service.map_or_else(|| duties.role.base.title(), |s| s.base.title());
        if let Some(options) = amounts(x, &id, right, &pool).filter(|_| !tells(&about, &format::money(x.locale, right)))
        {
            out.push(question(x, id, words::ASK_LIMIT, about, options, Inline::Ref { to, content: plain(name) }));
        }
    }
    for (procedure, offer) in &duties.redress {
        let Some(right) = money(offer.up_to.as_ref()) else { continue };
        let about = within(x.text(&offer.gives), Some(procedure.base.title()));
        let id = format!("limit-{}-{}", procedure.base.id, slug(&offer.gives.source));
        let place = Inline::Ref { to: "complaints".to_owned(), content: plain(procedure.base.title()) };
        if let Some(options) = amounts(x, &id, right, &pool).filter(|_| !tells(&about, &format::money(x.locale, right)))
        {
            out.push(question(x, id, words::ASK_LIMIT, about, options, place));
        }
    }
    out
}

/// The right amount among others of the same money: the nearest true ones, then its double and its half.
fn amounts(x: &Writer<'_>, id: &str, right: &Money, pool: &[&Money]) -> Option<Vec<Choice>> {
    let like = |m: &Money| m.currency == right.currency && m.per == right.per;
    let ten = Decimal::TEN;
    let bounds = (right.amount.checked_div(ten)?, right.amount.checked_mul(ten)?);
    let known = pool.iter().filter(|m| like(m) && m.amount >= bounds.0 && m.amount <= bounds.1).map(|m| m.amount);
    let mut known: Vec<Decimal> = known.collect();
    known.sort_by_cached_key(|amount| (seed(&[id, &amount.normalize().to_string()]), *amount));
    let near = [right.amount.checked_mul(Decimal::TWO), right.amount.checked_div(Decimal::TWO)];
    let mut wrong: Vec<Decimal> = Vec::new();
    for amount in known.into_iter().chain(near.into_iter().flatten()) {
        if amount != right.amount && amount > Decimal::ZERO && !wrong.contains(&amount) && wrong.len() < WRONG {
            wrong.push(amount);
        }
    }
    if wrong.len() < WRONG {
        return None;
    }
    let mut all: Vec<(Decimal, bool)> = wrong.into_iter().map(|a| (a, false)).chain([(right.amount, true)]).collect();
    all.sort_by_key(|option| option.0);
    let choice = |(amount, is_right): (Decimal, bool)| Choice {
        content: plain(format::money(x.locale, &Money { amount, ..right.clone() })),
        right: is_right,
    };
    Some(all.into_iter().map(choice).collect())
}

/// The roles above one, however far.
fn superiors<'m>(x: &Writer<'m>, role: &'m str) -> Vec<&'m str> {
    let mut out = vec![role];
    let mut at = 0;
    while let Some(role) = out.get(at).and_then(|id| x.manual.model.roles.get(id)) {
        for above in [&role.escalates_to, &role.reports_to].into_iter().flatten() {
            if !out.contains(&above.value.as_str()) {
                out.push(&above.value);
            }
        }
        at += 1;
    }
    out
}

/// The roles in use that none of some ids names, by their names.
fn others(x: &Writer<'_>, but: &[&str], is_wrong: impl Fn(&Role) -> bool) -> Vec<Vec<Inline>> {
    let roles = x.manual.model.roles.iter().filter(|role| role.base.is_active());
    let wrong = roles.filter(|role| !but.contains(&role.base.id.as_str()) && is_wrong(role));
    wrong.map(|role| plain(role.base.title())).collect()
}

fn role_name(x: &Writer<'_>, id: &str) -> Option<Vec<Inline>> {
    Some(plain(x.manual.model.roles.get(id)?.base.title()))
}

/// Who decides in the services of the role what has a limit.
pub fn decisions(x: &Writer<'_>, duties: &Duties<'_>) -> Vec<Question> {
    let mut services: Vec<&str> =
        duties.escalations.iter().filter(|e| e.of.kind == Kind::Services).map(|e| e.of.id.as_str()).collect();
    services.extend(duties.powers.iter().filter_map(|p| p.service.map(|s| s.base.id.as_str())));
    let mut out = Vec::new();
    services.sort_unstable();
    services.dedup();
    let services = some(&duties.role.base.id, services.into_iter(), TRIED, |id| (*id).to_owned());
    for service in services.into_iter().filter_map(|id| x.manual.model.services.get(id)) {
        for authority in &service.authority {
            let (Some(role), Some(decides), Some(limit)) =
                (&authority.role, &authority.decides, money(authority.up_to.as_ref()))
            else {
                continue;
            };
            let may_too = |a: &Authority| {
                let more =
                    money(a.up_to.as_ref()).is_some_and(|m| m.currency == limit.currency && m.amount >= limit.amount);
                more || a.decides.as_ref().is_some_and(|d| is_same(d, decides))
            };
            let but = superiors(x, &role.value);
            let wrong = others(x, &but, |other| {
                let here =
                    service.authority.iter().filter(|a| a.role.as_ref().is_some_and(|r| r.value == other.base.id));
                !other.authority.iter().chain(here).any(may_too)
            });
            let mut about = x.text(decides);
            about.push(Inline::text(format!(" {} {}", x.w.up_to, format::money(x.locale, limit))));
            let about = within(about, Some(service.base.title()));
            let id = format!("decides-{}-{}-{}", service.base.id, slug(&decides.source), limit.amount.normalize());
            let Some(right) = role_name(x, &role.value) else { continue };
            let Some(options) = choose(&id, right, wrong) else { continue };
            let place = Inline::Ref {
                to: format!("service-{}-authority", service.base.id),
                content: plain(service.base.title()),
            };
            out.push(question(x, id, words::ASK_WHO, about, options, place));
        }
    }
    out
}

/// To whom the role turns: in the cases of its services and of complaints, and else.
pub fn escalations(x: &Writer<'_>, duties: &Duties<'_>) -> Vec<Question> {
    let own = duties.role;
    let mut known = superiors(x, &own.base.id);
    known.extend(duties.escalations.iter().filter_map(|e| e.step.to.as_ref()).map(|to| to.value.as_str()));
    let mut out = Vec::new();
    if let Some(to) = &own.escalates_to {
        let id = "superior".to_owned();
        let right = role_name(x, &to.value);
        if let Some(options) = right.and_then(|right| choose(&id, right, others(x, &known, |_| true))) {
            let place = Inline::Ref { to: anchor(Kind::Roles, &own.base.id), content: plain(own.base.title()) };
            out.push(question(x, id, words::ASK_SUPERIOR, Vec::new(), options, place));
        }
    }
    let cases = some(&own.base.id, duties.escalations.iter().enumerate(), TRIED, |(n, e)| format!("{}/{n}", e.of.id));
    for (n, escalation) in cases {
        let (Some(to), Some(when)) = (&escalation.step.to, &escalation.step.when) else { continue };
        let of = escalation.of;
        let mut but: Vec<&str> = vec![&own.base.id];
        but.extend([&own.escalates_to, &own.reports_to].into_iter().flatten().map(|id| id.value.as_str()));
        but.extend(
            duties
                .escalations
                .iter()
                .filter(|e| std::ptr::eq(e.of, of))
                .filter_map(|e| Some(e.step.to.as_ref()?.value.as_str())),
        );
        // Whoever stands above the right one is reached in the end as well.
        but.extend(superiors(x, &to.value));
        let about = within(x.text(when), Some(of.title()));
        let id = format!("escalation-{}-{n}", of.subject());
        let Some(right) = role_name(x, &to.value) else { continue };
        if tells(&about, &crate::ir::text_of(&right)) {
            continue;
        }
        let Some(options) = choose(&id, right, others(x, &but, |_| true)) else { continue };
        let to = match of.kind {
            Kind::Complaints => super::super::complaints::place(x, &of.id, "escalation"),
            _ => format!("service-{}-authority", of.id),
        };
        let place = Inline::Ref { to, content: plain(of.title()) };
        out.push(question(x, id, words::ASK_ESCALATE, about, options, place));
    }
    out
}

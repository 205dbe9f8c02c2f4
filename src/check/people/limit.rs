//! P505: a limit of what may be spent says its currency and is more than nothing (E3).

use crate::check::{Report, Rule, is_retired};
use crate::diag::{Entry, Severity};
use crate::lang::Text;
use crate::model::service::Authority;
use crate::parse::reader::Variant;
use crate::resolve::Resolved;
use crate::values::{Decimal, Quantity};

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "P505",
        name: "authority-limit-unclear",
        severity: Severity::Warning,
        message: Text {
            es: "el límite `{limit}` de lo que se puede decidir {fault}",
            en: "the limit `{limit}` on what may be decided {fault}",
            pt: "o limite `{limit}` do que se pode decidir {fault}",
        },
        why: Text {
            es: "Con un cliente delante nadie puede preguntar si eran soles o dólares, ni si el límite era por caso o por mes.",
            en: "With a customer waiting nobody can ask whether it was dollars or euros, or whether the limit was for a case or for a month.",
            pt: "Com um cliente à frente ninguém pode perguntar se eram reais ou dólares, nem se o limite era por caso ou por mês.",
        },
        fix: Text {
            es: "escriba la cantidad con su moneda: `up_to: {example}`",
            en: "write the amount with its currency: `up_to: {example}`",
            pt: "escreva a quantia com sua moeda: `up_to: {example}`",
        },
        bad: r#"=== roles.yaml
jefatura: { name: Jefatura }
caja:
  name: Caja
  authority: [{ decides: devolver un cobro equivocado, up_to: 50 }, { decides: dar un vale, up_to: 50 PENN }]
#                                                             ^^
#                                                                                                  ^^^^^^^
"#,
        good: r#"=== roles.yaml
jefatura: { name: Jefatura }
caja:
  name: Caja
  authority: [{ decides: devolver un cobro equivocado, up_to: 50 PEN }, { decides: dar un plazo, up_to: 2 cuotas }]
"#,
    },
    check,
};

const NO_CURRENCY: Text =
    Text { es: "no dice en qué moneda", en: "does not say its currency", pt: "não diz em que moeda" };
const NO_CODE: Text = Text {
    es: "no dice la moneda con un código de tres letras",
    en: "does not say its currency with a code of three letters",
    pt: "não diz a moeda com um código de três letras",
};
const NOTHING: Text =
    Text { es: "no deja gastar nada", en: "lets nobody spend anything", pt: "não deixa gastar nada" };

/// What may be spent or decided, as it is written.
type Limit = Variant<Quantity>;

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    let model = &manual.model;
    let currency = model.manifest.currency.as_ref().map_or("PEN", |currency| currency.value.as_str());
    let mut tell = |list: Vec<Limit>, subject: &str| {
        for limit in list.iter().flat_map(|limit| limit.values()) {
            let (fault, amount) = match &limit.value {
                // A count of things says what it counts: `2 cuotas`.
                Quantity::Rate(rate) if rate.unit.is_none() && rate.per.is_empty() => (NO_CURRENCY, rate.amount),
                Quantity::Rate(rate) if rate.unit.as_deref().is_some_and(is_meant_for_money) => (NO_CODE, rate.amount),
                Quantity::Money(money) if money.amount <= Decimal::ZERO => (NOTHING, Decimal::ONE_HUNDRED),
                _ => continue,
            };
            let written = manual.sources.text(limit.span).trim_matches(['"', '\'']).to_owned();
            let example = format!("{} {currency}", amount.abs().normalize());
            report.at(limit.span, subject, |f| f.arg("limit", written).arg("fault", fault).arg("example", example));
        }
    };
    let of = |list: &'_ [Authority]| -> Vec<Limit> { list.iter().filter_map(|a| a.up_to.clone()).collect() };
    model.roles.iter().filter(|role| !is_retired(&role.base)).for_each(|r| tell(of(&r.authority), &r.base.subject()));
    model.services.iter().filter(|s| !is_retired(&s.base)).for_each(|s| tell(of(&s.authority), &s.base.subject()));
    for procedure in model.complaints.iter().filter(|p| !is_retired(&p.base)) {
        tell(procedure.redress.iter().filter_map(|o| o.up_to.clone()).collect(), &procedure.base.subject());
    }
}

/// Whether the unit of a count can only be a currency: `50 PENN`, `50 soles`.
fn is_meant_for_money(unit: &str) -> bool {
    let words = [
        "sol", "soles", "euro", "euros", "peso", "pesos", "dólar", "dólares", "dolares", "dollar", "dollars", "pound",
        "pounds", "libras", "real", "reais", "reales",
    ];
    (2..=5).contains(&unit.len()) && unit.bytes().all(|b| b.is_ascii_uppercase())
        || words.contains(&unit.to_lowercase().as_str())
}

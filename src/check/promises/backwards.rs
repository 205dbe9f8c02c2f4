//! C317: a least value is not above the most (A2, A3).

use crate::check::{Report, Rule};
use crate::diag::{Entry, Severity};
use crate::lang::Text;
use crate::model::Entry as _;
use crate::model::offering::{Offering, Price, PriceItem};
use crate::model::target::TargetSpec;
use crate::parse::reader::Variant;
use crate::resolve::Resolved;
use crate::span::{Span, Spanned};
use crate::values::{Op, Quantity, Target};

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "C317",
        name: "least-above-most",
        severity: Severity::Error,
        message: Text {
            es: "el mínimo {low} es mayor que el máximo {high}",
            en: "the minimum {low} is above the maximum {high}",
            pt: "o mínimo {low} é maior que o máximo {high}",
        },
        why: Text {
            es: "Ningún valor cumple los dos límites: el precio no se puede cobrar y la meta no se puede alcanzar.",
            en: "No value keeps both limits: the price cannot be charged and the target cannot be reached.",
            pt: "Nenhum valor cumpre os dois limites: o preço não pode ser cobrado e a meta não pode ser alcançada.",
        },
        fix: Text {
            es: "intercambie las cifras de `minimum` y `maximum`, o corrija la equivocada",
            en: "exchange the figures of `minimum` and `maximum`, or correct the wrong one",
            pt: "troque os valores de `minimum` e `maximum`, ou corrija o errado",
        },
        bad: r#"code: EJ-01
name: Ejemplo
offering:
  price: { amount: 3 % per month, minimum: 90 EUR, maximum: 40 EUR }
#                                          ^^^^^^
indicators:
  tamano:
    name: Tamaño de los grupos
    targets:
      - { minimum: 20 personas }
#       ^^^^^^^^^^^^^^^^^^^^^^^^
      - { maximum: 8 personas }
"#,
        good: r#"code: EJ-01
name: Ejemplo
offering:
  price: { amount: 3 % per month, minimum: 40 EUR, maximum: 90 EUR }
indicators:
  tamano:
    name: Tamaño de los grupos
    targets:
      - { minimum: 8 personas }
      - { maximum: 20 personas }
"#,
    },
    check,
};

const HIGH: Text = Text { es: "el máximo está aquí", en: "the maximum is here", pt: "o máximo está aqui" };

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    for service in manual.model.services.iter().filter(|s| s.base.is_active()) {
        let Some(offering) = service.offering.value() else { continue };
        let parts = offering.parts.iter().map(|part| &part.offering);
        for item in std::iter::once(offering).chain(parts).flat_map(prices) {
            price(report, item, &service.base.subject());
        }
    }
    for indicator in super::indicators(manual) {
        let targets = indicator.targets.value().map_or(&[][..], Vec::as_slice);
        for low in targets {
            for high in targets.iter().filter(|high| meets(low, high)) {
                if let (Some(least), Some(most)) = (bound(low, true), bound(high, false)) {
                    tell(report, (least, low.span), (most, high.span), &indicator.base().subject());
                }
            }
        }
    }
}

fn prices(offering: &Offering) -> &[PriceItem] {
    match &offering.price {
        Some(Price::Items(items)) => items,
        Some(Price::Free { .. }) | None => &[],
    }
}

fn price(report: &mut Report<'_>, item: &PriceItem, subject: &str) {
    let (Some(least), Some(most)) = (&item.minimum, &item.maximum) else { return };
    for (low_case, low) in cases(least) {
        for (high_case, high) in cases(most) {
            // Two rows are of one case unless a dimension that both have differs.
            let differs = low_case.iter().any(|(by, word)| high_case.iter().any(|(b, w)| b == by && w != word));
            if !differs {
                tell(report, (&low.value, low.span), (&high.value, high.span), subject);
            }
        }
    }
}

type Case<'v> = Vec<(&'v str, &'v str)>;

fn cases(variant: &Variant<Quantity>) -> Vec<(Case<'_>, &Spanned<Quantity>)> {
    let rows = variant.cases.iter().map(|(words, value)| {
        let case = variant.by.iter().zip(words).map(|(by, word)| (by.value.as_str(), word.value.as_str())).collect();
        (case, value)
    });
    rows.chain(variant.otherwise.iter().map(|value| (Vec::new(), value))).collect()
}

/// Whether two targets bind the same cases at the same time.
fn meets(a: &TargetSpec, b: &TargetSpec) -> bool {
    let same_time = a.conditions.is_none() && b.conditions.is_none() && a.from == b.from && a.until == b.until;
    let part = |small: &TargetSpec, large: &TargetSpec| {
        !large.rest && large.scope.iter().all(|word| small.scope.contains(word))
    };
    same_time && (a.scope == b.scope || part(a, b) || part(b, a))
}

/// The value below which, or above which, the target does not let a result go.
fn bound(spec: &TargetSpec, lower: bool) -> Option<&Quantity> {
    let (bound, default) = match &spec.target {
        Target::Minimum(bound) => (bound, Op::AtLeast),
        Target::Maximum(bound) => (bound, Op::AtMost),
        _ => return None,
    };
    (bound.op_or(default).is_lower_bound() == lower).then_some(&bound.value)
}

fn tell(report: &mut Report<'_>, low: (&Quantity, Span), high: (&Quantity, Span), subject: &str) {
    if low.0.compare_exactly(high.0).is_some_and(|order| order.is_gt()) {
        report.at(low.1, subject, |finding| {
            finding.arg("low", low.0.clone()).arg("high", high.0.clone()).label(high.1, HIGH)
        });
    }
}

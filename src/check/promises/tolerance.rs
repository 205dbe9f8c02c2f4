//! C319: a tolerance is narrower than its target (A3).

use crate::check::{Report, Rule};
use crate::diag::{Entry, Severity};
use crate::lang::Text;
use crate::model::Entry as _;
use crate::resolve::Resolved;
use crate::values::{Quantity, Target};

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "C319",
        name: "tolerance-too-wide",
        severity: Severity::Warning,
        message: Text {
            es: "la tolerancia de «{indicator}» ({tolerance}) {problem} de su meta, {target}",
            en: "the tolerance of “{indicator}” ({tolerance}) {problem} its target, {target}",
            pt: "a tolerância de “{indicator}” ({tolerance}) {problem} de sua meta, {target}",
        },
        why: Text {
            es: "Una tolerancia tan ancha como la meta la deja sin efecto: todo resultado la cumple.",
            en: "A tolerance as wide as the target undoes it: every result reaches it.",
            pt: "Uma tolerância tão larga quanto a meta a deixa sem efeito: todo resultado a cumpre.",
        },
        fix: Text {
            es: "escriba una tolerancia pequeña en la unidad de la meta: `tolerance: 2 %`",
            en: "write a small tolerance in the unit of the target: `tolerance: 2 %`",
            pt: "escreva uma tolerância pequena na unidade da meta: `tolerance: 2 %`",
        },
        bad: r#"code: EJ-01
name: Ejemplo
indicators:
  repetidos:
    name: Reclamos repetidos
    target: { share: <= 5 % }
    tolerance: 6 %
#              ^^^
  plazo:
    name: Plazo
    target: { maximum: 10 minutes }
    tolerance: 2 %
#              ^^^
  respuestas:
    name: Respuestas a tiempo
    target: { share: 90 %, within: 1 hour }
    tolerance: 50 %
#              ^^^^
"#,
        good: r#"code: EJ-01
name: Ejemplo
indicators:
  repetidos:
    name: Reclamos repetidos
    target: { share: <= 5 % }
    tolerance: 1 %
  plazo:
    name: Plazo
    target: { share: 90 %, within: 10 minutes }
    tolerance: 2 %
"#,
    },
    check,
};

const WIDER: Text =
    Text { es: "no es menor que el valor", en: "is not below the value of", pt: "não é menor que o valor" };
const HALF: Text =
    Text { es: "pasa de la mitad del valor", en: "is over half the value of", pt: "passa da metade do valor" };
const OTHER: Text = Text { es: "no está en la unidad", en: "is not in the unit of", pt: "não está na unidade" };

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    for indicator in super::indicators(manual) {
        let Some(tolerance) = indicator.tolerance.as_ref().and_then(|v| v.otherwise.as_ref()) else { continue };
        let targets = indicator.targets.value().map_or(&[][..], Vec::as_slice);
        let bounds: Vec<Quantity> = targets.iter().filter_map(|spec| bound(&spec.target)).collect();
        let alike = |bound: &&Quantity| std::mem::discriminant(*bound) == std::mem::discriminant(&tolerance.value);
        let (problem, target) = match bounds.iter().find(alike) {
            Some(bound) => match tolerance.value.compare_exactly(bound) {
                Some(order) if order.is_ge() => (WIDER, bound),
                Some(_) if is_over_half(&tolerance.value, bound) => (HALF, bound),
                _ => continue,
            },
            None => match bounds.first() {
                Some(bound) => (OTHER, bound),
                None => continue,
            },
        };
        report.at(tolerance.span, &indicator.base().subject(), |finding| {
            let finding = finding.arg("indicator", indicator.base().title()).arg("problem", problem);
            finding.arg("tolerance", tolerance.value.clone()).arg("target", target.clone())
        });
    }
}

/// Whether a share may be missed by more than half of it.
fn is_over_half(tolerance: &Quantity, bound: &Quantity) -> bool {
    match (tolerance, bound) {
        (Quantity::Percent(t), Quantity::Percent(b)) => {
            t.value.checked_add(t.value).is_some_and(|twice| twice > b.value)
        }
        _ => false,
    }
}

/// The value that a result is held against.
fn bound(target: &Target) -> Option<Quantity> {
    match target {
        Target::ShareWithin { share, .. } | Target::Share(share) | Target::Coverage { share: Some(share), .. } => {
            Some(Quantity::Percent(share.value.clone()))
        }
        Target::Maximum(bound) | Target::Minimum(bound) | Target::Mean(bound) => Some(bound.value.clone()),
        Target::Every(duration) => Some(Quantity::Duration(*duration)),
        Target::Count(bound) => Some(Quantity::Rate(bound.value.clone())),
        Target::Scores { parts, .. } => parts.first().map(|part| Quantity::Percent(part.share.value.clone())),
        _ => None,
    }
}

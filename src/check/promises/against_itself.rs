//! C366: a target can be reached, and not always is, by what its own figures say (A3, C5).

use crate::check::{Report, Rule};
use crate::diag::{Arg, Entry, Severity};
use crate::lang::Text;
use crate::model::target::TargetSpec;
use crate::resolve::Resolved;
use crate::values::{Bound, Decimal, Op, Percent, Quantity, Target};

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "C366",
        name: "target-against-itself",
        severity: Severity::Error,
        message: Text {
            es: "la meta de «{name}» se contradice: {problem}",
            en: "the target of “{name}” contradicts itself: {problem}",
            pt: "a meta de “{name}” se contradiz: {problem}",
        },
        why: Text {
            es: "Una meta que no se puede alcanzar, o que se alcanza siempre, no mide nada, y quien la lee no sabe qué se le pide.",
            en: "A target that cannot be reached, or always is, measures nothing, and whoever reads it cannot tell what is asked.",
            pt: "Uma meta que não se pode alcançar, ou que sempre se alcança, não mede nada, e quem a lê não sabe o que lhe é pedido.",
        },
        fix: Text {
            es: "escriba el límite con la clave que le corresponde: `maximum: 3 minutes` para lo que no debe pasarse, `minimum: 2 per week` para lo que no debe faltar",
            en: "write the limit under the key it belongs to: `maximum: 3 minutes` for what must not be passed, `minimum: 2 per week` for what must not be lacking",
            pt: "escreva o limite com a chave que lhe cabe: `maximum: 3 minutes` para o que não se deve passar, `minimum: 2 per week` para o que não deve faltar",
        },
        bad: r#"code: EJ-01
name: Ejemplo
indicators:
  a: { name: Respuestas, target: { share: -5 % } }
#                                ^^^^^^^^^^^^^^^
  b: { name: Espera, target: { maximum: "> 3 minutes" } }
#                            ^^^^^^^^^^^^^^^^^^^^^^^^^^
  c: { name: Visitas, target: { minimum: "< 2 per week" } }
#                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^
  d: { name: Cola, target: { maximum: 0 minutes } }
#                          ^^^^^^^^^^^^^^^^^^^^^^
  e: { name: Trato, target: { share: ">= 0 %" } }
#                           ^^^^^^^^^^^^^^^^^^^
"#,
        good: r#"code: EJ-01
name: Ejemplo
indicators:
  a: { name: Respuestas, target: { share: 95 % } }
  b: { name: Espera, target: { maximum: 3 minutes } }
  c: { name: Visitas, target: { minimum: 2 per week } }
  d: { name: Accidentes, target: { maximum: 0 per year } }
  e: { name: Quejas repetidas, target: { share: <= 0 % } }
  f: { name: Recomendación, target: { minimum: -10 } }
"#,
    },
    check,
};

const BELOW: Text = Text {
    es: "{value} es menos que ningún caso",
    en: "{value} is less than no case",
    pt: "{value} é menos que nenhum caso",
};
const MOST: Text = Text {
    es: "`maximum` es lo más que se admite y el signo dice lo menos; escriba `minimum: {value}`, o quite el signo",
    en: "`maximum` is the most that is allowed and the sign says the least; write `minimum: {value}`, or remove the sign",
    pt: "`maximum` é o máximo que se admite e o sinal diz o mínimo; escreva `minimum: {value}`, ou tire o sinal",
};
const LEAST: Text = Text {
    es: "`minimum` es lo menos que se admite y el signo dice lo más; escriba `maximum: {value}`, o quite el signo",
    en: "`minimum` is the least that is allowed and the sign says the most; write `maximum: {value}`, or remove the sign",
    pt: "`minimum` é o mínimo que se admite e o sinal diz o máximo; escreva `maximum: {value}`, ou tire o sinal",
};
const NO_TIME: Text =
    Text { es: "nada se hace en {value}", en: "nothing is done in {value}", pt: "nada se faz em {value}" };
const ALWAYS: Text = Text {
    es: "al menos {value} se alcanza siempre",
    en: "at least {value} is always reached",
    pt: "pelo menos {value} sempre se alcança",
};

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    for (base, specs) in super::all_targets(manual) {
        for spec in specs {
            let Some((problem, value, written)) = problem(spec) else { continue };
            report.at(spec.span, &base.subject(), |finding| {
                let arg = match written {
                    Some(written) => written.into(),
                    None => value.into(),
                };
                finding.arg("name", base.title()).arg("problem", Arg::Phrase(problem, vec![("value", arg)]))
            });
        }
    }
}

/// What is wrong with a target by itself: the words, the value, and how to write it where that is shown.
fn problem(spec: &TargetSpec) -> Option<(Text, Quantity, Option<String>)> {
    let share = |share: &Bound<Percent>| {
        let value = Quantity::Percent(share.value.clone());
        let below = share.value.value < Decimal::ZERO;
        let always = share.value.value.is_zero() && share.op_or(Op::AtLeast) == Op::AtLeast;
        let problem = if below { BELOW } else { ALWAYS };
        (below || always).then_some((problem, value, None))
    };
    match &spec.target {
        Target::ShareWithin { share: of, within, .. } => {
            let no_time = within.amount.is_zero().then_some((NO_TIME, Quantity::Duration(*within), None));
            share(of).or(no_time)
        }
        Target::Share(of) | Target::Coverage { share: Some(of), .. } => share(of),
        Target::Scores { parts, .. } => parts.iter().find_map(|part| share(&part.share)),
        Target::Maximum(bound) if bound.op_or(Op::AtMost).is_lower_bound() => {
            Some((MOST, bound.value.clone(), Some(bound.value.plain())))
        }
        Target::Minimum(bound) if !bound.op_or(Op::AtLeast).is_lower_bound() => {
            Some((LEAST, bound.value.clone(), Some(bound.value.plain())))
        }
        // There may be no case of something, but nothing takes no time.
        Target::Maximum(Bound { value: value @ Quantity::Duration(time), .. })
        | Target::Mean(Bound { value: value @ Quantity::Duration(time), .. }) => {
            time.amount.is_zero().then(|| (NO_TIME, value.clone(), None))
        }
        Target::Every(time) => time.amount.is_zero().then_some((NO_TIME, Quantity::Duration(*time), None)),
        Target::Maximum(_)
        | Target::Minimum(_)
        | Target::Mean(_)
        | Target::Count(_)
        | Target::Range(_)
        | Target::Ratio { .. }
        | Target::Coverage { share: None, .. }
        | Target::ByDate(_)
        | Target::BetterThan { .. }
        | Target::None { .. } => None,
    }
}

//! C362: the results of an indicator leave out no period and do not stop (C8).

use crate::check::{Report, Rule};
use crate::diag::{Arg, Entry, Severity};
use crate::lang::Text;
use crate::model::Entry as _;
use crate::model::indicator::{Indicator, PeriodResult, ResultValue};
use crate::resolve::Resolved;
use crate::values::{Date, Recurrence};

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "C362",
        name: "results-with-gaps",
        severity: Severity::Note,
        message: Text {
            es: "en los resultados de «{indicator}» {problem}",
            en: "in the results of “{indicator}” {problem}",
            pt: "nos resultados de “{indicator}” {problem}",
        },
        why: Text {
            es: "Un período sin anotar no se distingue de uno malo que se calló, y una serie que se detuvo se sigue leyendo como si fuera de hoy.",
            en: "A period that is not recorded cannot be told from a bad one that was kept quiet, and a series that has stopped is still read as if it were today's.",
            pt: "Um período sem registro não se distingue de um ruim que se calou, e uma série que parou continua sendo lida como se fosse de hoje.",
        },
        fix: Text {
            es: "anote lo que falta o diga por qué no lo hay: `{example}: { not_applicable: no se midió }`; si se mide con otra frecuencia, corrija `frequency`",
            en: "record what is missing or say why there is none: `{example}: { not_applicable: it was not measured }`; where it is measured less often, correct `frequency`",
            pt: "registre o que falta ou diga por que não há: `{example}: { not_applicable: não se mediu }`; se é medido com outra frequência, corrija `frequency`",
        },
        bad: r#"code: EJ-01
name: Ejemplo
indicators:
  respuestas:
    name: Respuestas a tiempo
    target: { share: 95 %, within: 1 business day }
    frequency: monthly
    results:
      2026-07: 96 %
      2026-09: 97 %
#     ^^^^^^^
      2026-10: { numerator: 0, denominator: 0 }
#     ^^^^^^^
  llamadas:
    name: Llamadas atendidas
    target: { share: 95 %, within: 1 minute }
    frequency: monthly
    results:
      2026-06: 96 %
      2026-07: 97 %
#     ^^^^^^^
"#,
        good: r#"code: EJ-01
name: Ejemplo
indicators:
  respuestas:
    name: Respuestas a tiempo
    target: { share: 95 %, within: 1 business day }
    frequency: monthly
    results:
      2026-07: 96 %
      2026-08: { not_applicable: la central estuvo en obras }
      2026-09: 97 %
      2026-10: 98 %
"#,
    },
    check,
};

const GAP: Text = Text {
    es: "no hay nada entre {before} y {after}",
    en: "there is nothing between {before} and {after}",
    pt: "não há nada entre {before} e {after}",
};
const STOPPED: Text = Text {
    es: "el último es de {before}, y ya terminaron {count} períodos más",
    en: "the last one is for {before}, and {count} more periods have ended since",
    pt: "o último é de {before}, e já terminaram mais {count} períodos",
};
const NOTHING: Text = Text {
    es: "{before} cuenta cero casos de cero, que no es un resultado",
    en: "{before} counts no cases out of none, which is no result",
    pt: "{before} conta zero casos de zero, o que não é um resultado",
};

/// How many periods may have ended without a result before it is said: figures take time to come in.
const GRACE: usize = 2;

/// After so many nobody expects a result; it bounds the count too.
const MOST: usize = 60;

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    for indicator in super::indicators(manual) {
        for result in &indicator.results {
            if let ResultValue::Fraction { numerator, denominator } = &result.value
                && numerator.is_zero()
                && denominator.is_zero()
            {
                tell(manual, report, indicator, result, NOTHING, Vec::new());
            }
        }
        series(manual, report, indicator);
    }
}

/// The results of an indicator as a series of periods of one length, no shorter than it is measured.
fn series(manual: &Resolved<'_>, report: &mut Report<'_>, indicator: &Indicator) {
    let mut results: Vec<&PeriodResult> = indicator.results.iter().collect();
    results.sort_by_key(|result| result.period.value.start());
    let Some(last) = results.last() else { return };
    let months = last.period.value.months();
    let often =
        indicator.frequency.as_ref().and_then(|frequency: &crate::span::Spanned<Recurrence>| frequency.value.months());
    let alike = results.iter().all(|result| result.period.value.months() == months);
    if !alike || often.is_none_or(|often| often > months) {
        return;
    }
    for pair in results.windows(2) {
        let [before, after] = pair else { continue };
        if before.period.value.next().start() < after.period.value.start() {
            let before = manual.sources.text(before.period.span);
            tell(manual, report, indicator, after, GAP, vec![("before", before.into())]);
        }
    }
    let count = ended(last, report.today);
    if count > GRACE && count < MOST {
        tell(manual, report, indicator, last, STOPPED, vec![("count", count.to_string().into())]);
    }
}

/// How many periods of its length have ended after a result, by a day.
fn ended(last: &PeriodResult, today: Date) -> usize {
    let mut period = last.period.value.next();
    let mut count = 0;
    while period.end() < today && count < MOST {
        count += 1;
        period = period.next();
    }
    count
}

fn tell(
    manual: &Resolved<'_>,
    report: &mut Report<'_>,
    indicator: &Indicator,
    result: &PeriodResult,
    problem: Text,
    args: Vec<(&'static str, Arg)>,
) {
    let here = manual.sources.text(result.period.span).to_owned();
    let mut args = args;
    for slot in ["before", "after"] {
        if args.iter().all(|(name, _)| *name != slot) {
            args.push((slot, here.as_str().into()));
        }
    }
    report.at(result.period.span, &indicator.base().subject(), |finding| {
        let finding = finding.arg("indicator", indicator.base().title()).arg("problem", Arg::Phrase(problem, args));
        finding.arg("example", here)
    });
}

//! C362: the results of an indicator leave out no period and do not stop (C8).

use crate::check::{Report, Rule};
use crate::diag::{Arg, Entry, Severity};
use crate::lang::Text;
use crate::model::Entry as _;
use crate::model::indicator::{Indicator, PeriodResult, ResultValue};
use crate::resolve::Resolved;
use crate::values::{Date, Period, Recurrence};

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
  visitas:
    name: Visitas puntuales
    target: { share: 95 %, within: 1 hour }
    frequency: yearly
#              ^^^^^^
    results:
      2026-09: 96 %
      2026-10: 97 %
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
const OFTENER: Text = Text {
    es: "hay uno de {before} y otro de {after}, y `frequency` dice `{said}`",
    en: "there is one for {before} and one for {after}, and `frequency` says `{said}`",
    pt: "há um de {before} e outro de {after}, e `frequency` diz `{said}`",
};
const AS_OFTEN: Text = Text {
    es: "escriba con qué frecuencia se mide: `frequency: {example}`; si solo cuenta el período entero, anote un resultado por período",
    en: "write how often it is measured: `frequency: {example}`; where only the whole period counts, record one result for each",
    pt: "escreva com que frequência se mede: `frequency: {example}`; se só conta o período inteiro, registre um resultado por período",
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
    let Some(last) = results.iter().rfind(|result| !result.is_blank()) else { return };
    let months = last.period.value.months();
    let often =
        indicator.frequency.as_ref().and_then(|frequency: &crate::span::Spanned<Recurrence>| frequency.value.months());
    let alike = results.iter().all(|result| result.period.value.months() == months);
    let Some(often) = often.filter(|_| alike) else { return };
    if often > months {
        return oftener(manual, report, indicator, &results, often);
    }
    for pair in results.windows(2) {
        let [before, after] = pair else { continue };
        if before.period.value.next().start() < after.period.value.start() {
            let missing = before.period.value.next().to_string();
            let before = manual.sources.text(before.period.span);
            tell(manual, report, indicator, after, GAP, vec![("before", before.into()), ("example", missing.into())]);
        }
    }
    let count = ended(last, report.today);
    if count > GRACE && count < MOST {
        let missing = last.period.value.next().to_string();
        tell(
            manual,
            report,
            indicator,
            last,
            STOPPED,
            vec![("count", count.to_string().into()), ("example", missing.into())],
        );
    }
}

/// Results that follow each other within one of the periods for which there should be one.
fn oftener(
    manual: &Resolved<'_>,
    report: &mut Report<'_>,
    indicator: &Indicator,
    results: &[&PeriodResult],
    often: u8,
) {
    let Some(frequency) = &indicator.frequency else { return };
    // Every word for some months cuts the year into equal parts.
    let place = |result: &PeriodResult| (result.period.value.year(), period_of(result.period.value, often));
    let close = results.windows(2).find(|pair| place(pair[0]) == place(pair[1]));
    let (Some([before, after]), Some(word)) = (close, close.and_then(|pair| frequent(pair[0].period.value.months())))
    else {
        return;
    };
    let args = vec![
        ("before", manual.sources.text(before.period.span).into()),
        ("after", manual.sources.text(after.period.span).into()),
        ("said", manual.sources.text(frequency.span).into()),
    ];
    report.at(frequency.span, &indicator.base().subject(), |finding| {
        let finding = finding.arg("indicator", indicator.base().title()).arg("problem", Arg::Phrase(OFTENER, args));
        finding.arg("example", word).help(AS_OFTEN)
    });
}

/// In which part of so many months of its year a period lies.
fn period_of(period: Period, months: u8) -> u8 {
    let first = period.number().saturating_sub(1).saturating_mul(period.months());
    first / months.max(1)
}

/// The word of the language for results that are so many months apart.
fn frequent(months: u8) -> Option<&'static str> {
    Recurrence::words().find(|word| Recurrence::parse(word).is_ok_and(|found| found.months() == Some(months)))
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
    for slot in ["before", "after", "example"] {
        if args.iter().all(|(name, _)| *name != slot) {
            args.push((slot, here.as_str().into()));
        }
    }
    report.at(result.period.span, &indicator.base().subject(), |finding| {
        let example = args.iter().find(|(name, _)| *name == "example").map_or(Arg::from(here), |(_, arg)| arg.clone());
        let finding = finding.arg("indicator", indicator.base().title()).arg("problem", Arg::Phrase(problem, args));
        finding.arg("example", example)
    });
}

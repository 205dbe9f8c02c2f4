//! C322: a result is of a time that has come, and each period has one (C8).

use crate::check::{Report, Rule};
use crate::diag::{Entry, Severity};
use crate::lang::Text;
use crate::model::Entry as _;
use crate::model::indicator::PeriodResult;
use crate::resolve::Resolved;
use crate::span::{Span, Spanned};
use crate::values::Period;

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "C322",
        name: "result-out-of-time",
        severity: Severity::Error,
        message: Text {
            es: "el resultado de {period} de «{entry}» {problem}",
            en: "the result of “{entry}” for {period} {problem}",
            pt: "o resultado de {period} de “{entry}” {problem}",
        },
        why: Text {
            es: "Un resultado de un período que no ha empezado es una meta disfrazada; dos de un mismo período son una contradicción.",
            en: "A result for a period that has not begun is a target in disguise; two for the same period are a contradiction.",
            pt: "Um resultado de um período que não começou é uma meta disfarçada; dois de um mesmo período são uma contradição.",
        },
        fix: Text {
            es: "corrija el período, o quite el resultado que no vale",
            en: "correct the period, or take out the result that does not hold",
            pt: "corrija o período, ou tire o resultado que não vale",
        },
        bad: r#"=== indicators.yaml
espera:
  name: Espera
  target: { share: 90 % }
  results:
    2026-10: 91 %
    2027-01: 95 %
#   ^^^^^^^
=== results.yaml
espera:
  2026-10: 93 %
# ^^^^^^^
"#,
        good: r#"=== indicators.yaml
espera:
  name: Espera
  target: { share: 90 % }
  results:
    2026-10: 91 %
=== results.yaml
espera:
  2026-11: { value: 93 %, status: provisional }
"#,
    },
    check,
};

const FUTURE: Text = Text {
    es: "es de un período que aún no empieza",
    en: "is of a period that has not begun yet",
    pt: "é de um período que ainda não começou",
};
const AGAIN: Text = Text { es: "ya estaba escrito", en: "was written already", pt: "já estava escrito" };
const FIRST: Text =
    Text { es: "la primera vez está aquí", en: "the first time is here", pt: "a primeira vez está aqui" };

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    for indicator in super::indicators(manual) {
        // A period that is still to be measured may stand there before it begins.
        let planned = |result: &&PeriodResult| result.is_blank() && result.period.value.start() > report.today;
        let results = indicator.results.iter().filter(|result| !planned(result));
        let periods: Vec<&Spanned<Period>> = results.map(|result| &result.period).collect();
        check_periods(manual, report, &periods, &indicator.base().title(), &indicator.base().subject());
    }
    for survey in manual.model.surveys.iter().filter(|s| s.base.is_active()) {
        let periods: Vec<&Spanned<Period>> = survey.results.iter().map(|result| &result.period).collect();
        check_periods(manual, report, &periods, &survey.base.title(), &survey.base.subject());
    }
}

fn check_periods(
    manual: &Resolved<'_>,
    report: &mut Report<'_>,
    periods: &[&Spanned<Period>],
    entry: &str,
    subject: &str,
) {
    let today = report.today;
    let mut tell = |at: Span, problem: Text, first: Option<Span>| {
        let period = manual.sources.text(at);
        report.at(at, subject, |finding| {
            let finding = finding.arg("entry", entry).arg("period", period).arg("problem", problem);
            match first {
                Some(first) => finding.label(first, FIRST),
                None => finding,
            }
        });
    };
    for (i, period) in periods.iter().enumerate() {
        let first = periods[..i].iter().find(|other| other.value == period.value);
        if let Some(first) = first {
            tell(period.span, AGAIN, Some(first.span));
        } else if period.value.start() > today {
            tell(period.span, FUTURE, None);
        }
    }
}

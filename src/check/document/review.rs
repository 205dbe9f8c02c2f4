//! I702: nothing is past its review date (I1, I4).

use crate::check::{Report, Rule};
use crate::diag::{Entry, Severity};
use crate::lang::Text;
use crate::resolve::Resolved;

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "I702",
        name: "review-overdue",
        severity: Severity::Warning,
        message: Text {
            es: "la revisión de «{name}» venció el {date}",
            en: "the review of “{name}” was due on {date}",
            pt: "a revisão de “{name}” venceu em {date}",
        },
        why: Text {
            es: "Una norma que nadie revisa envejece sin avisar y un día contradice lo que se hace.",
            en: "A rule that nobody reviews ages unnoticed and one day contradicts what is done.",
            pt: "Uma norma que ninguém revisa envelhece sem avisar e um dia contradiz o que se faz.",
        },
        fix: Text {
            es: "revísela y escriba la próxima fecha: `review_by: 2027-10-31`",
            en: "review it and write the next date: `review_by: 2027-10-31`",
            pt: "revise-a e escreva a próxima data: `review_by: 2027-10-31`",
        },
        bad: r#"code: EJ-01
name: Ejemplo
review_by: 2026-10-31
#          ^^^^^^^^^^
"#,
        good: r#"code: EJ-01
name: Ejemplo
review_by: 2027-10-31
"#,
    },
    check,
};

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    let today = report.today;
    let document = &manual.model.manifest.document;
    if let Some(date) = document.review_by.as_ref().filter(|date| date.value.end() < today) {
        let title = document.title.as_ref().map_or_else(String::new, |title| title.plain());
        report.at(date.span, "", |finding| finding.arg("name", title).arg("date", date.value.end()));
    }
    for base in super::kept(manual) {
        if let Some(date) = base.review_by.as_ref().filter(|date| date.value.end() < today) {
            report.at(date.span, &base.subject(), |f| f.arg("name", base.title()).arg("date", date.value.end()));
        }
    }
}

//! C375: a standard says by when it is reviewed (C10).

use crate::check::{Report, Rule, report_lacking};
use crate::diag::{Entry, Severity};
use crate::lang::Text;
use crate::model::base::Base;
use crate::resolve::Resolved;

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "C375",
        name: "standard-without-review",
        severity: Severity::Note,
        message: Text {
            es: "la norma no dice para cuándo se revisa: {names}",
            en: "the entry for the standard does not say when it is reviewed: {names}",
            pt: "a norma não diz até quando será revista: {names}",
        },
        why: Text {
            es: "Las normas de trato envejecen con los canales y los clientes; la que no tiene fecha de revisión no la revisa nadie.",
            en: "Standards of conduct age with channels and customers; one without a date of review is reviewed by nobody.",
            pt: "As normas de conduta envelhecem com os canais e os clientes; a que não tem data de revisão não é revista por ninguém.",
        },
        fix: Text {
            es: "añada la fecha a la norma: `review_by: 2027-10-31`",
            en: "add the date to the standard: `review_by: 2027-10-31`",
            pt: "acrescente a data à norma: `review_by: 2027-10-31`",
        },
        bad: r#"=== standards.yaml
saludo: { name: Saludo }
#               ^^^^^^
"#,
        good: r#"=== standards.yaml
saludo: { name: Saludo, review_by: 2027-10-31 }
"#,
    },
    check,
};

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    let standards = manual.model.standards.iter().filter(|s| s.base.is_active() && s.base.review_by.is_none());
    let lacking: Vec<&Base> = standards.map(|standard| &standard.base).collect();
    report_lacking(report, &lacking, |finding| finding);
}

//! I711: dates of approval, effect, review and expiry follow each other (I1).

use crate::check::{Report, Rule};
use crate::diag::{Entry, Severity};
use crate::lang::Text;
use crate::model::base::Base;
use crate::resolve::Resolved;
use crate::span::Spanned;
use crate::values::When;

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "I711",
        name: "dates-out-of-order",
        severity: Severity::Warning,
        message: Text {
            es: "en «{name}», {later} ({date}) es anterior a {earlier} ({other})",
            en: "in “{name}”, {later} ({date}) comes before {earlier} ({other})",
            pt: "em “{name}”, {later} ({date}) precede {earlier} ({other})",
        },
        why: Text {
            es: "Lo que rige antes de aprobarse, o debe revisarse antes de regir, no tiene quién lo defienda en una auditoría.",
            en: "What is in force before it is approved, or due for review before it is in force, cannot be defended in an audit.",
            pt: "O que vigora antes de ser aprovado, ou deve ser revisto antes de vigorar, não se sustenta em uma auditoria.",
        },
        fix: Text {
            es: "corrija la fecha equivocada: primero `approved`, después `effective`, al final `review_by` o `expires`",
            en: "correct the wrong date: first `approved`, then `effective`, last `review_by` or `expires`",
            pt: "corrija a data errada: primeiro `approved`, depois `effective`, por último `review_by` ou `expires`",
        },
        bad: r#"=== manual.yaml
organization: { name: Ejemplo }
document:
  title: Manual
  approved: 2026-10-05
  effective: 2026-10-01
#            ^^^^^^^^^^
languages: { default: es }
"#,
        good: r#"=== manual.yaml
organization: { name: Ejemplo }
document:
  title: Manual
  approved: 2026-10-05
  effective: 2026-11-02
  review_by: 2027-10-31
languages: { default: es }
"#,
    },
    check,
};

const APPROVAL: Text = Text { es: "la aprobación", en: "the approval", pt: "a aprovação" };
const EFFECT: Text = Text { es: "la entrada en vigor", en: "the entry into force", pt: "a entrada em vigor" };
const REVIEW: Text = Text { es: "la revisión", en: "the review", pt: "a revisão" };
const EXPIRY: Text = Text { es: "el vencimiento", en: "the expiry", pt: "o vencimento" };
const FIRST: Text =
    Text { es: "la otra fecha está aquí", en: "the other date is here", pt: "a outra data está aqui" };

/// A date as written, and what it is of.
type Dated<'d> = (&'d Option<Spanned<When>>, Text);

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    let document = &manual.model.manifest.document;
    let title = document.title.as_ref().map_or_else(String::new, |title| title.plain());
    let approval = (&document.approved, APPROVAL);
    let effect = (&document.effective, EFFECT);
    pairs(report, "", &title, &[(approval, effect), (effect, (&document.review_by, REVIEW))]);
    for base in super::kept(manual) {
        entry(report, base);
    }
}

fn entry(report: &mut Report<'_>, base: &Base) {
    let effect = (&base.effective, EFFECT);
    let review = (&base.review_by, REVIEW);
    let order = [((&base.approved, APPROVAL), effect), (effect, review), (effect, (&base.expires, EXPIRY))];
    pairs(report, &base.subject(), &base.title(), &order);
}

/// Reports each pair of which the second is over before the first begins. A month covers all its days.
fn pairs(report: &mut Report<'_>, subject: &str, name: &str, order: &[(Dated<'_>, Dated<'_>)]) {
    for ((first, earlier), (second, later)) in order {
        let (Some(first), Some(second)) = (first, second) else { continue };
        if second.value.end() < first.value.start() {
            report.at(second.span, subject, |finding| {
                finding
                    .arg("name", name)
                    .arg("later", *later)
                    .arg("earlier", *earlier)
                    .arg("date", second.value.end())
                    .arg("other", first.value.start())
                    .label(first.span, FIRST)
            });
        }
    }
}

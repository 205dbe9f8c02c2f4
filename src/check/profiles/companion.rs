//! L816: the rules of the same trade are declared together.

use crate::check::{Report, Rule};
use crate::diag::{Entry, Severity};
use crate::lang::Text;
use crate::resolve::Resolved;

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "L816",
        name: "companion-profile",
        severity: Severity::Note,
        message: Text {
            es: "también se aplica `{companion}`, y el manifiesto no lo declara",
            en: "`{companion}` applies too, and the manifest does not declare it",
            pt: "também se aplica `{companion}`, e o manifesto não o declara",
        },
        why: Text {
            es: "Quien está sujeto a una ley suele estarlo a las que la completan; algunas prevalecen sobre ella.",
            en: "Who is bound by one law is usually bound by those that complete it; some of them prevail.",
            pt: "Quem está sujeito a uma lei costuma estar às que a completam; algumas prevalecem sobre ela.",
        },
        fix: Text {
            es: "añádalo: `profiles: [{profile}, {companion}]`",
            en: "add it: `profiles: [{profile}, {companion}]`",
            pt: "acrescente-o: `profiles: [{profile}, {companion}]`",
        },
        bad: r#"=== manual.yaml
organization: { name: Ejemplo, sectors: [electricity], consumers: not }
document: { title: Manual }
languages: { default: es }
profiles: [es-ley-10-2025]
#          ^^^^^^^^^^^^^^
"#,
        good: r#"=== manual.yaml
organization: { name: Ejemplo, sectors: [electricity], consumers: not }
document: { title: Manual }
languages: { default: es }
profiles: [es-ley-10-2025, es-elec-rd88]
"#,
    },
    check,
};

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    for assessment in report.assessments(manual) {
        for companion in &assessment.companions {
            report.at(assessment.span, "", |finding| {
                finding.arg("companion", companion.as_str()).arg("profile", assessment.pack.slug.as_str())
            });
        }
    }
}

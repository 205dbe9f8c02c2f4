//! L809: precedence between clauses leads somewhere, and not in a circle.

use crate::check::{Report, Rule};
use crate::diag::Arg;
use crate::diag::{Entry, Severity};
use crate::lang::Text;
use crate::profiles::pack::Pack;
use crate::profiles::{own, shipped};
use crate::resolve::Resolved;
use std::sync::Arc;

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "L809",
        name: "profile-precedence",
        severity: Severity::Error,
        message: Text {
            es: "la precedencia de `{clause}` no lleva a ninguna parte: {detail}",
            en: "the precedence of `{clause}` leads nowhere: {detail}",
            pt: "a precedência de `{clause}` não leva a lugar nenhum: {detail}",
        },
        why: Text {
            es: "Si dos cláusulas se ceden el paso una a otra, ninguna se comprueba.",
            en: "If two clauses give way to each other, neither is checked.",
            pt: "Se duas cláusulas cedem passagem uma à outra, nenhuma é verificada.",
        },
        fix: Text {
            es: "escriba en `superseded_by` una cláusula que exista y que no ceda ante esta: `superseded_by: [perfil/cláusula]`",
            en: "write a clause in `superseded_by` that exists and does not give way to this one: `superseded_by: [profile/clause]`",
            pt: "escreva em `superseded_by` uma cláusula que exista e que não ceda a esta: `superseded_by: [perfil/cláusula]`",
        },
        bad: r#"=== manual.yaml
organization: { name: Ejemplo }
document: { title: Manual }
languages: { default: es }
profiles: [propia]
=== profiles/propia.yaml
clauses:
  - id: uno
    text: Se contesta pronto.
    check: { given: document.owner }
    superseded_by: [propia/dos]
#                   ^^^^^^^^^^
  - id: dos
    text: Se contesta bien.
    check: { given: document.owner }
    superseded_by: [propia/uno]
#                   ^^^^^^^^^^
"#,
        good: r#"=== manual.yaml
organization: { name: Ejemplo }
document: { title: Manual }
languages: { default: es }
profiles: [propia]
=== profiles/propia.yaml
clauses:
  - id: uno
    text: Se contesta pronto.
    check: { given: document.owner }
    superseded_by: [propia/dos]
  - id: dos
    text: Se contesta bien.
    check: { given: document.owner }
"#,
    },
    check,
};

const NONE: Text = Text {
    es: "no hay ninguna cláusula `{by}`",
    en: "there is no clause `{by}`",
    pt: "não há nenhuma cláusula `{by}`",
};
const CIRCLE: Text = Text {
    es: "`{by}` cede, a su vez, ante ella",
    en: "`{by}` gives way to it in turn",
    pt: "`{by}` cede, por sua vez, a ela",
};

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    let packs: Vec<Arc<Pack>> = own(manual).into_iter().map(|(pack, _)| pack).collect();
    let above = |name: &str| -> Option<Vec<String>> {
        let (slug, id) = name.split_once('/')?;
        let pack = packs.iter().find(|pack| pack.slug == slug).cloned().or_else(|| shipped::get(slug))?;
        Some(pack.clause(id)?.superseded_by.iter().map(|(by, _)| by.clone()).collect())
    };
    for pack in &packs {
        for clause in &pack.clauses {
            let name = format!("{}/{}", pack.slug, clause.id);
            for (by, span) in &clause.superseded_by {
                let mut seen: Vec<String> = Vec::new();
                let mut next = vec![by.clone()];
                while let Some(one) = next.pop() {
                    if !seen.contains(&one) {
                        next.extend(above(&one).unwrap_or_default());
                        seen.push(one);
                    }
                }
                let text = match above(by) {
                    None => NONE,
                    Some(_) if seen.contains(&name) => CIRCLE,
                    Some(_) => continue,
                };
                report.at(*span, "", |finding| {
                    let detail = Arg::Phrase(text, vec![("by", Arg::Plain(by.clone()))]);
                    finding.arg("clause", name.as_str()).arg("detail", detail)
                });
            }
        }
    }
}

//! L805: a profile that the manifest names exists.

use crate::check::{Report, Rule};
use crate::diag::{Entry, Severity};
use crate::lang::Text;
use crate::parse::nearest;
use crate::profiles::{own, shipped};
use crate::resolve::Resolved;

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "L805",
        name: "unknown-profile",
        severity: Severity::Error,
        message: Text {
            es: "no hay ningún perfil `{profile}`",
            en: "there is no profile `{profile}`",
            pt: "não há nenhum perfil `{profile}`",
        },
        why: Text {
            es: "Un perfil mal escrito no comprueba nada, y el manual parecería revisado.",
            en: "A misspelt profile checks nothing, and the manual would look reviewed.",
            pt: "Um perfil mal escrito não verifica nada, e o manual pareceria revisto.",
        },
        fix: Text {
            es: "escriba uno de estos: {known}; o añada el suyo en `profiles/{profile}.yaml`",
            en: "write one of these: {known}; or add your own as `profiles/{profile}.yaml`",
            pt: "escreva um destes: {known}; ou acrescente o seu em `profiles/{profile}.yaml`",
        },
        bad: r#"=== manual.yaml
organization: { name: Ejemplo }
document: { title: Manual }
languages: { default: es }
profiles: [iso-10002-2019]
#          ^^^^^^^^^^^^^^
"#,
        good: r#"=== manual.yaml
organization: { name: Ejemplo }
document: { title: Manual }
languages: { default: es }
profiles: [iso-10002-2018]
"#,
    },
    check,
};

const NEAR: Text = Text { es: "escriba `{near}`", en: "write `{near}`", pt: "escreva `{near}`" };

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    if manual.model.manifest.profiles.is_empty() {
        return;
    }
    let own = own(manual);
    let mut known: Vec<&str> = own.iter().map(|(pack, _)| pack.slug.as_str()).collect();
    shipped::slugs().for_each(|slug| known.push(slug));
    known.sort_unstable();
    for profile in &manual.model.manifest.profiles {
        if known.contains(&profile.value.as_str()) {
            continue;
        }
        report.at(profile.span, "", |finding| {
            let finding = finding.arg("profile", profile.value.as_str()).arg("known", known.join(", "));
            match nearest::one(&profile.value, known.iter().copied()) {
                Some(near) => finding.arg("near", near).help(NEAR).edit(profile.span, near),
                None => finding,
            }
        });
    }
}

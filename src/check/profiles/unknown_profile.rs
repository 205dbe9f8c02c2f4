//! L805: a profile that the manifest names exists, and one that is written is named.

use crate::check::{Report, Rule};
use crate::diag::{Diagnostic, Entry, Severity};
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
            es: "no se aplica el perfil `{profile}`: {problem}",
            en: "the profile `{profile}` is not applied: {problem}",
            pt: "o perfil `{profile}` não se aplica: {problem}",
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
=== profiles/casa.yaml
clauses:
#^^^^^^^
  - id: espera
    text: Nadie pierde la llamada por esperar.
    check: { every: channels, must: { is: { cut_off: never } } }
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

const NONE: Text =
    Text { es: "no hay ninguno con ese nombre", en: "there is none of that name", pt: "não há nenhum com esse nome" };
const UNUSED: Text = Text {
    es: "está en la carpeta y `profiles` no lo nombra",
    en: "it is in the folder and `profiles` does not name it",
    pt: "está na pasta e `profiles` não o nomeia",
};
const NAME_IT: Text = Text {
    es: "nómbrelo en manual.yaml: `profiles: [{named}]`, o quite el archivo",
    en: "name it in manual.yaml: `profiles: [{named}]`, or remove the file",
    pt: "nomeie-o em manual.yaml: `profiles: [{named}]`, ou tire o arquivo",
};
const NEAR: Text = Text { es: "escriba `{near}`", en: "write `{near}`", pt: "escreva `{near}`" };

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    let own = own(manual);
    let declared: Vec<&str> = manual.model.manifest.profiles.iter().map(|profile| profile.value.as_str()).collect();
    for (pack, _) in own.iter().filter(|(pack, _)| !declared.contains(&pack.slug.as_str())) {
        let mut named = declared.clone();
        named.push(&pack.slug);
        report.at(pack.span, "", |finding| {
            let finding = finding.arg("profile", pack.slug.as_str()).arg("problem", UNUSED).help(NAME_IT);
            Diagnostic { severity: Severity::Note, ..finding.arg("named", named.join(", ")) }
        });
    }
    let mut known: Vec<&str> = own.iter().map(|(pack, _)| pack.slug.as_str()).collect();
    shipped::slugs().for_each(|slug| known.push(slug));
    known.sort_unstable();
    for profile in &manual.model.manifest.profiles {
        // What is written and cannot be read is told in its file.
        let file = format!("profiles/{}.", profile.value);
        let is_written = || manual.sources.iter().any(|(_, source)| source.path.starts_with(&file));
        if known.contains(&profile.value.as_str()) || is_written() {
            continue;
        }
        report.at(profile.span, "", |finding| {
            let finding = finding.arg("profile", profile.value.as_str()).arg("problem", NONE);
            let finding = finding.arg("known", known.join(", "));
            match nearest::one(&profile.value, known.iter().copied()) {
                Some(near) => finding.arg("near", near).help(NEAR).edit(profile.span, near),
                None => finding,
            }
        });
    }
}

//! I741: what is said of the organisation can be what its key asks for: a number of people, an address of mail or of a site (I1).

use crate::check::{Report, Rule};
use crate::diag::{Arg, Entry, Severity};
use crate::lang::Text;
use crate::lang::details::SECTORS;
use crate::model::manifest::Unit;
use crate::parse::nearest;
use crate::parse::prose::Text as Words;
use crate::resolve::Resolved;

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "I741",
        name: "particulars-unclear",
        severity: Severity::Warning,
        message: Text {
            es: "«{found}» no es {expected}",
            en: "“{found}” is not {expected}",
            pt: "“{found}” não é {expected}",
        },
        why: Text {
            es: "Quien quiere escribir o llegar copia lo que lee, y un dato que no puede ser cierto lo deja sin respuesta.",
            en: "Those who want to write or come copy what they read, and a value that cannot be true leaves them without an answer.",
            pt: "Quem quer escrever ou chegar copia o que lê, e um dado que não pode ser certo o deixa sem resposta.",
        },
        fix: Text {
            es: "escriba {expected}: `{key}: {example}`",
            en: "write {expected}: `{key}: {example}`",
            pt: "escreva {expected}: `{key}: {example}`",
        },
        bad: r#"=== manual.yaml
organization:
  name: Ejemplo
  employees: cincuenta
#            ^^^^^^^^^
  email: nada
#        ^^^^
  website: no es web
#          ^^^^^^^^^
  sector: finansial
#         ^^^^^^^^^
document:
  title: Manual
  distribution: [{ to: jefatura, copies: muchas }]
#                                        ^^^^^^
languages: { default: es }
"#,
        good: r#"=== manual.yaml
organization:
  name: Ejemplo
  employees: unas 50
  email: ayuda@example.org
  website: www.example.org
  sector: financiero
document:
  title: Manual
  distribution: [{ to: jefatura, copies: 3 impresas }]
languages: { default: es }
"#,
    },
    check,
};

/// What a key asks for, and an example.
type Form = (Text, &'static str);

const NUMBER: Form = (Text { es: "un número", en: "a number", pt: "um número" }, "3");
const PEOPLE: Form = (Text { es: "un número de personas", en: "a number of people", pt: "um número de pessoas" }, "58");
const MAIL: Form = (
    Text { es: "una dirección de correo electrónico", en: "an e-mail address", pt: "um endereço de e-mail" },
    "ayuda@example.org",
);
const SITE: Form = (
    Text { es: "la dirección de un sitio web", en: "the address of a website", pt: "o endereço de um site" },
    "https://example.org",
);
const SECTOR: Text = Text { es: "el nombre de un sector", en: "the name of a sector", pt: "o nome de um setor" };

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    let manifest = &manual.model.manifest;
    let organization = &manifest.organization;
    let mut told: Vec<(&'static str, &Words, Form, String)> = Vec::new();
    for (key, text) in &organization.facts {
        match *key {
            "employees" => told.push((key, text, PEOPLE, String::new())),
            "email" => told.push((key, text, MAIL, String::new())),
            "website" => told.push((key, text, SITE, String::new())),
            "sector" => {
                if let Some(near) = misspelt(&text.source) {
                    report.at(text.span, "", |finding| tell(finding, key, text, SECTOR, near));
                }
            }
            _ => {}
        }
    }
    let mut units: Vec<&Unit> = organization.units.iter().collect();
    while let Some(unit) = units.pop() {
        told.extend(unit.email.iter().map(|text| ("email", text, MAIL, String::new())));
        units.extend(&unit.units);
    }
    for recipient in &manifest.document.distribution {
        told.extend(recipient.copies.iter().map(|text| ("copies", text, NUMBER, String::new())));
    }
    for site in manual.model.sites.iter().filter(|site| site.base.is_active()) {
        told.extend(site.email.iter().map(|text| ("email", text, MAIL, site.base.subject())));
    }
    for (key, text, (expected, example), subject) in
        told.into_iter().filter(|(key, text, ..)| !can_be(key, &text.source))
    {
        report.at(text.span, &subject, |finding| tell(finding, key, text, expected, example));
    }
}

fn tell(
    finding: crate::diag::Diagnostic,
    key: &'static str,
    text: &Words,
    expected: Text,
    example: &str,
) -> crate::diag::Diagnostic {
    finding.arg("key", key).arg("found", text.plain()).arg("expected", Arg::Words(expected)).arg("example", example)
}

/// Whether a text may be what its key asks for; a link or a value of the manual may be anything.
fn can_be(key: &str, source: &str) -> bool {
    source.contains('[')
        || source.trim().is_empty()
        || match key {
            "email" => source.contains('@'),
            "website" => source.split_whitespace().any(|word| word.trim_end_matches('.').contains(['.', ':'])),
            _ => source.contains(|c: char| c.is_ascii_digit()),
        }
}

/// The sector that a single word was meant for, where one of its letters is another.
fn misspelt(source: &str) -> Option<&'static str> {
    let names = || SECTORS.iter().map(|word| word.name);
    let near = nearest::certain(source, names()).filter(|near| *near != source && near.len() == source.len())?;
    let differ = near.bytes().zip(source.bytes()).filter(|(a, b)| a != b).count();
    (source.bytes().all(|b| b.is_ascii_lowercase()) && differ == 1).then_some(near)
}

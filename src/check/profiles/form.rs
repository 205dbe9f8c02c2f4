//! L808: a profile of the organisation has the form of profiles.

use crate::check::{Report, Rule};
use crate::diag::Arg;
use crate::diag::{Entry, Severity};
use crate::lang::Text;
use crate::profiles::pack::Fault;
use crate::resolve::Resolved;

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "L808",
        name: "profile-form",
        severity: Severity::Error,
        message: Text {
            es: "el perfil no se puede leer aquí: {detail}",
            en: "the profile cannot be read here: {detail}",
            pt: "não é possível ler o perfil aqui: {detail}",
        },
        why: Text {
            es: "Lo que no se puede leer de un perfil no se comprueba.",
            en: "What cannot be read of a profile is not checked.",
            pt: "O que não se pode ler de um perfil não é verificado.",
        },
        fix: Text {
            es: "escriba el perfil como indica la referencia: `clauses: [{ id: horario, text: Cada canal dice su horario., check: { every: channels, must: { given: hours } } }]`",
            en: "write the profile as the reference shows: `clauses: [{ id: horario, text: Every channel says its hours., check: { every: channels, must: { given: hours } } }]`",
            pt: "escreva o perfil como indica a referência: `clauses: [{ id: horario, text: Cada canal diz o seu horário., check: { every: channels, must: { given: hours } } }]`",
        },
        bad: r#"=== manual.yaml
organization: { name: Ejemplo }
document: { title: Manual }
languages: { default: es }
profiles: [propia]
=== profiles/propia.yaml
slug: otra
#     ^^^^
clauses:
  - id: espera
#       ^^^^^^
    text: Nadie pierde la llamada por esperar.
"#,
        good: r#"=== manual.yaml
organization: { name: Ejemplo }
document: { title: Manual }
languages: { default: es }
profiles: [propia]
=== channels.yaml
telefono:
  name: Teléfono
  kind: telephone
  cut_off: never
=== profiles/propia.yaml
clauses:
  - id: espera
    text: Nadie pierde la llamada por esperar.
    check: { every: channels, with: { is: { kind: telephone } }, must: { is: { cut_off: never } } }
"#,
    },
    check,
};

const KEY: Text = Text {
    es: "la clave `{key}` no existe en un perfil",
    en: "a profile has no key `{key}`",
    pt: "a chave `{key}` não existe em um perfil",
};
const LACKS: Text = Text { es: "falta `{key}`", en: "`{key}` is missing", pt: "falta `{key}`" };
const SHAPE: Text = Text { es: "se espera {key}", en: "{key} is expected", pt: "espera-se {key}" };
const SLUG: Text = Text {
    es: "`slug` dice otro nombre que el archivo, `{key}`",
    en: "`slug` says another name than the file, `{key}`",
    pt: "`slug` diz outro nome que o arquivo, `{key}`",
};
const TWICE: Text = Text {
    es: "otra cláusula tiene el mismo id, `{key}`",
    en: "another clause has the same id, `{key}`",
    pt: "outra cláusula tem o mesmo id, `{key}`",
};

const CIRCLE: Text = Text {
    es: "`{key}` se define por sí mismo",
    en: "`{key}` is defined by itself",
    pt: "`{key}` se define por si mesmo",
};

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    for (span, fault) in super::all_faults(manual) {
        let (text, key, near) = match fault {
            Fault::UnknownKey { key, near } => (KEY, key, near),
            Fault::Missing { key } => (LACKS, key.to_owned(), None),
            Fault::Shape { expected } => (SHAPE, expected, None),
            Fault::Slug { file } => (SLUG, file.clone(), Some(file)),
            Fault::DuplicateClause { id } => (TWICE, id, None),
            Fault::TermCircle { term } => (CIRCLE, term, None),
            Fault::UnknownPredicate { .. } | Fault::UnknownFact { .. } | Fault::Label => continue,
        };
        report.at(span, "", |finding| {
            let finding = finding.arg("detail", Arg::Phrase(text, vec![("key", Arg::Plain(key))]));
            match near {
                Some(near) => finding.arg("near", near).help(super::NEAR),
                None => finding,
            }
        });
    }
}

//! I703: no contract or other validity has run out (I4).

use crate::check::{Report, Rule};
use crate::diag::{Entry, Severity};
use crate::lang::Text;
use crate::model::partner::Contract;
use crate::resolve::Resolved;
use crate::values::Date;
use std::collections::HashSet;

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "I703",
        name: "expired",
        severity: Severity::Warning,
        message: Text {
            es: "{what} «{name}» terminó el {date}",
            en: "{what} “{name}” ended on {date}",
            pt: "{what} “{name}” terminou em {date}",
        },
        why: Text {
            es: "El servicio sigue prometiendo un nivel que ya nadie está obligado a dar.",
            en: "The service still promises a level that nobody is bound to provide any more.",
            pt: "O serviço continua prometendo um nível que ninguém mais é obrigado a dar.",
        },
        fix: Text {
            es: "escriba la prórroga, `extensions: [{ until: 2027-12-31 }]`, el nuevo plazo, o quién lo reemplaza",
            en: "write the extension, `extensions: [{ until: 2027-12-31 }]`, the new term, or who replaces it",
            pt: "escreva a prorrogação, `extensions: [{ until: 2027-12-31 }]`, o novo prazo, ou quem o substitui",
        },
        bad: r#"=== suppliers.yaml
sierra:
  name: Red Móvil Sierra
  contract: { number: CT-7, until: 2026-10-31 }
#                                  ^^^^^^^^^^
=== alliances.yaml
seguros:
  name: Vida Serena
  expires: 2026-06-30
#          ^^^^^^^^^^
"#,
        good: r#"=== suppliers.yaml
sierra:
  name: Red Móvil Sierra
  contract: { number: CT-7, until: 2026-10-31, extensions: [{ until: 2027-10-31 }] }
=== alliances.yaml
seguros:
  name: Vida Serena
  expires: 2028-06-30
"#,
    },
    check,
};

const CONTRACT: Text = Text { es: "el contrato de", en: "the contract with", pt: "o contrato de" };
const VALIDITY: Text = Text { es: "la vigencia de", en: "the validity of", pt: "a vigência de" };

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    let model = &manual.model;
    let today = report.today;
    let suppliers = model.suppliers.iter().map(|s| (&s.base, s.contracts.as_slice()));
    let alliances = model.alliances.iter().map(|a| (&a.base, a.contracts.as_slice()));
    let mut told: HashSet<String> = HashSet::new();
    for (base, contracts) in suppliers.chain(alliances).filter(|(base, _)| super::is_kept(base)) {
        for contract in contracts {
            let Some(end) = contract.end().filter(|end| end.value.end() < today) else { continue };
            if contracts.iter().any(|other| replaces(other, contract, today)) {
                continue;
            }
            report.at(end.span, &base.subject(), |finding| {
                finding.arg("what", CONTRACT).arg("name", base.title()).arg("date", end.value.end())
            });
            told.insert(base.subject());
        }
    }
    for base in super::kept(manual).filter(|base| !told.contains(&base.subject())) {
        if let Some(end) = base.expires.as_ref().filter(|end| end.value.end() < today) {
            report.at(end.span, &base.subject(), |finding| {
                finding.arg("what", VALIDITY).arg("name", base.title()).arg("date", end.value.end())
            });
        }
    }
}

/// Whether another contract for the same thing still runs.
fn replaces(other: &Contract, expired: &Contract, today: Date) -> bool {
    let name = |contract: &Contract| contract.name.as_ref().map(|name| name.plain());
    let runs = other.end().is_none_or(|end| end.value.end() >= today);
    let begun = other.from.as_ref().is_none_or(|from| from.value.start() <= today);
    other.span != expired.span && name(other) == name(expired) && runs && begun
}

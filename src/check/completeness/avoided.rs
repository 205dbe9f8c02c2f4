//! A118: a service goes by its name, and never by one that the manual itself forbids (A1).

use crate::check::{Report, Rule};
use crate::diag::{Entry, Severity};
use crate::lang::Text;
use crate::parse::prose::Text as Words;
use crate::resolve::Resolved;

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "A118",
        name: "avoided-name",
        severity: Severity::Warning,
        message: Text {
            es: "`{term}` es un nombre que no se usa para «{service}»",
            en: "`{term}` is a name not to be used for “{service}”",
            pt: "`{term}` é um nome que não se usa para “{service}”",
        },
        why: Text {
            es: "El cliente oye un nombre en el mostrador y lee otro en el contrato: cree que son dos servicios, o que lo engañan.",
            en: "The customer hears one name at the counter and reads another in the contract: they think that there are two services, or a trick.",
            pt: "O cliente ouve um nome no balcão e lê outro no contrato: pensa que são dois serviços, ou que o enganam.",
        },
        fix: Text {
            es: "escriba el nombre oficial, que así se actualiza solo: `[[{id}]]`",
            en: "write the official name, which then keeps itself current: `[[{id}]]`",
            pt: "escreva o nome oficial, que assim se atualiza sozinho: `[[{id}]]`",
        },
        bad: r#"=== services/ejemplo.md
---
code: EJ-01
name: Ahorro a la vista
avoid: [{ term: libretón, why: es un producto cerrado }]
communication:
  before: [{ content: cómo se abre un libretón y qué se trae }]
#                                     ^^^^^^^^
---
"#,
        good: r#"=== services/ejemplo.md
---
code: EJ-01
name: Ahorro a la vista
avoid: [{ term: libretón, why: es un producto cerrado }]
communication:
  before: [{ content: "cómo se abre un [[ejemplo]] y qué se trae", avoid_saying: [¿Quiere un libretón?] }]
---
"#,
    },
    check,
};

const SAID: Text =
    Text { es: "aquí se dice que no se use", en: "here it is said not to be used", pt: "aqui se diz que não se use" };

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    let mut banned = Vec::new();
    for service in super::services(manual) {
        for avoided in &service.avoid {
            let term = avoided.term.plain().trim().to_lowercase();
            if !term.is_empty() {
                banned.push((service, &avoided.term, term));
            }
        }
    }
    if banned.is_empty() {
        return;
    }
    for (kind, id, _, text) in manual.texts().filter(|(_, _, path, _)| speaks(path)) {
        for (service, forbidden, term) in &banned {
            let Some((start, end)) = find(manual.sources.text(text.span), term) else { continue };
            if is_quoted(text) || text.span == forbidden.span {
                continue;
            }
            report.at(text.span.sub(start, end), &format!("{}/{id}", kind.name()), |finding| {
                finding
                    .arg("term", forbidden.plain())
                    .arg("service", service.base.title())
                    .arg("id", service.base.id.as_str())
                    .label(forbidden.span, SAID)
            });
        }
    }
}

/// Whether a text is said to somebody: not one that lists what is avoided, explains it, or tells other names.
fn speaks(path: &str) -> bool {
    !path.split('.').any(|key| matches!(key, "avoid" | "avoid_saying" | "synonyms" | "note" | "why" | "changes"))
}

/// Words between quotation marks are spoken of, not used.
fn is_quoted(text: &Words) -> bool {
    text.source.starts_with(['«', '“', '"'])
}

/// Where a term stands in a text as words of its own, whatever the capitals. `term` is in lower case.
fn find(text: &str, term: &str) -> Option<(usize, usize)> {
    let is_word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    for (start, _) in text.char_indices().filter(|(i, _)| !is_word(text[..*i].chars().next_back())) {
        let mut wanted = term.chars().peekable();
        for (offset, c) in text[start..].char_indices() {
            if wanted.peek().is_none() {
                if is_word(Some(c)) {
                    break;
                }
                return Some((start, start + offset));
            }
            if !c.to_lowercase().all(|lower| wanted.next() == Some(lower)) {
                break;
            }
            if wanted.peek().is_none() && start + offset + c.len_utf8() == text.len() {
                return Some((start, text.len()));
            }
        }
    }
    None
}

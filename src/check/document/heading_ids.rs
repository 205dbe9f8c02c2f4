//! I743 (I1): the id that a heading gives itself can stand in an address, and no other heading of its text has it.

use crate::check::{Report, Rule};
use crate::diag::{Diagnostic, Entry, Severity};
use crate::lang::Text;
use crate::parse::files::slug;
use crate::parse::prose::{Block, plain_of};
use crate::resolve::Resolved;
use std::collections::HashSet;

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "I743",
        name: "heading-id",
        severity: Severity::Warning,
        message: Text {
            es: "`{written}` no sirve de dirección a este título: {reason}",
            en: "`{written}` cannot be the address of this heading: {reason}",
            pt: "`{written}` não serve de endereço a este título: {reason}",
        },
        why: Text {
            es: "La dirección de un título es lo que se guarda en un enlace; si se lee de otro modo o es la de otro título, el enlace lleva a otro lugar.",
            en: "The address of a heading is what people keep in a link; if it is read otherwise or is that of another heading, the link leads elsewhere.",
            pt: "O endereço de um título é o que se guarda em um link; se é lido de outro modo ou é o de outro título, o link leva a outro lugar.",
        },
        fix: Text {
            es: "escriba `{near}`: minúsculas sin acento, cifras y guiones, y cada id una sola vez en el texto",
            en: "write `{near}`: lower-case letters without accents, digits and hyphens, and each id once in the text",
            pt: "escreva `{near}`: minúsculas sem acento, algarismos e hífenes, e cada id uma só vez no texto",
        },
        bad: r#"=== chapters/uno.md
---
title: Uno
---
## Quién atiende {#Quién atiende}
#^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

Todos.
"#,
        good: r#"=== chapters/uno.md
---
title: Uno
---
## Quién atiende {#quien-atiende}

Todos.

## A quién se atiende {#a-quien}

A todos.
"#,
    },
    check,
};

const LETTERS: Text = Text {
    es: "tiene otros signos que minúsculas sin acento, cifras y guiones",
    en: "it has other signs than lower-case letters without accents, digits and hyphens",
    pt: "tem outros sinais além de minúsculas sem acento, algarismos e hífenes",
};
const TWICE: Text = Text {
    es: "ya es la de otro título de este texto",
    en: "another heading of this text has it already",
    pt: "já é o de outro título deste texto",
};

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    for base in manual.model.bases() {
        let mut seen: HashSet<String> = HashSet::new();
        for block in &base.body.blocks {
            let Block::Heading { id: Some(id), content, span, .. } = block else { continue };
            let (folded, is_new) = (slug(id), seen.insert(slug(id)));
            let reason = match (folded == *id && !folded.is_empty(), is_new) {
                (true, true) => continue,
                (false, _) => LETTERS,
                (true, false) => TWICE,
            };
            let mut words = String::new();
            plain_of(content, &mut words);
            // What the id was meant to be; where that is taken or empty, what the heading says.
            let mut near = Some(folded).filter(|folded| is_new && !folded.is_empty()).unwrap_or_else(|| slug(&words));
            while !is_new && seen.contains(&near) {
                near.push_str("-2");
            }
            let refine = |finding: Diagnostic| {
                finding.arg("written", format!("{{#{id}}}")).arg("near", format!("{{#{near}}}")).arg("reason", reason)
            };
            let line = manual.sources.text(*span).trim_end().len();
            report.at(span.sub(0, line), &base.subject(), refine);
        }
    }
}

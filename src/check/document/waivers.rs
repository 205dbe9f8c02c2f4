//! I707: every waiver still holds for something.

use crate::check::{Report, Rule};
use crate::diag::{Diagnostic, Entry, Severity};
use crate::lang::Text;
use crate::model::manifest::Waiver;
use crate::parse::kind::Kind;
use crate::resolve::Resolved;
use crate::span::Span;
use crate::values::Date;

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "I707",
        name: "waiver",
        severity: Severity::Warning,
        message: Text {
            es: "la excepción de {code} para `{place}` no vale: {reason}",
            en: "the waiver of {code} for `{place}` does not hold: {reason}",
            pt: "a exceção de {code} para `{place}` não vale: {reason}",
        },
        why: Text {
            es: "Una excepción es un permiso con plazo. Pasado el plazo, o sin nada que exceptuar, solo esconde lo que falta.",
            en: "A waiver is permission with an end date. Past that date, or with nothing to waive, it only hides what is missing.",
            pt: "Uma exceção é uma licença com prazo. Passado o prazo, ou sem nada a excetuar, só esconde o que falta.",
        },
        fix: Text {
            es: "corrija la excepción, prorróguela con `until` o quítela",
            en: "correct the waiver, extend it with `until`, or remove it",
            pt: "corrija a exceção, prorrogue-a com `until` ou retire-a",
        },
        bad: r#"=== manual.yaml
organization: { name: Ejemplo }
document: { title: Manual }
languages: { default: es }
waivers:
  - code: A105
    at: services/ejemplo
    reason: Inventario en revisión.
    owner: jefatura
    until: 2026-10-31
#          ^^^^^^^^^^
=== services/ejemplo.md
---
code: EJ-01
name: Ejemplo
---
"#,
        good: r#"=== manual.yaml
organization: { name: Ejemplo }
document: { title: Manual }
languages: { default: es }
waivers:
  - code: A105
    at: services/ejemplo
    reason: Inventario en revisión.
    owner: jefatura
    until: 2026-12-31
=== services/ejemplo.md
---
code: EJ-01
name: Ejemplo
---
"#,
    },
    check,
};

const EXPIRED: Text = Text { es: "ya venció", en: "it has expired", pt: "já venceu" };
const UNKNOWN_CODE: Text =
    Text { es: "ese código no existe", en: "there is no such code", pt: "esse código não existe" };
const STRUCTURE: Text = Text {
    es: "un error de lectura no se puede exceptuar",
    en: "a reading error cannot be waived",
    pt: "um erro de leitura não pode ser excetuado",
};
const NOTHING_LEFT: Text = Text {
    es: "allí ya no hay nada que exceptuar",
    en: "there is nothing left to waive there",
    pt: "ali já não há nada a excetuar",
};
const REMOVE: Text = Text {
    es: "quite la excepción: lo que faltaba ya está escrito, o el hallazgo está en otro lugar",
    en: "remove the waiver: what was missing has been written, or the finding stands in another place",
    pt: "retire a exceção: o que faltava já está escrito, ou a constatação está em outro lugar",
};
const NOWHERE: Text = Text {
    es: "el manual no tiene esa entrada ni ese archivo",
    en: "the manual has no such entry or file",
    pt: "o manual não tem essa entrada nem esse arquivo",
};

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    for waiver in &manual.model.manifest.waivers {
        // A key that is missing is a finding of reading.
        let (Some(code), Some(place)) = (&waiver.code, &waiver.at) else { continue };
        if let Some((span, reason)) = fault(manual, waiver, report.today) {
            report.at(span, "", |finding| {
                finding.arg("code", code.value.as_str()).arg("place", place.value.as_str()).arg("reason", reason)
            });
        }
    }
}

/// The finding for a waiver that holds and has nothing to waive. Laws and standards may be asked for from case to case.
pub fn idle(manual: &Resolved<'_>, waiver: &Waiver, today: Date) -> Option<Diagnostic> {
    let (code, place) = (waiver.code.as_ref()?, waiver.at.as_ref()?);
    if fault(manual, waiver, today).is_some() || code.value.starts_with('L') {
        return None;
    }
    let finding = Diagnostic::new(&RULE.entry, code.span).arg("code", code.value.as_str());
    Some(finding.arg("place", place.value.as_str()).arg("reason", NOTHING_LEFT).help(REMOVE))
}

/// Why a waiver does not hold, and where that is written.
fn fault(manual: &Resolved<'_>, waiver: &Waiver, today: Date) -> Option<(Span, Text)> {
    let (code, place) = (waiver.code.as_ref()?, waiver.at.as_ref()?);
    if code.value.starts_with('E') && crate::check::is_code(&code.value) {
        return Some((code.span, STRUCTURE));
    }
    if !crate::check::is_code(&code.value) {
        return Some((code.span, UNKNOWN_CODE));
    }
    if !exists(manual, &place.value) {
        return Some((place.span, NOWHERE));
    }
    let until = waiver.until.as_ref()?;
    (until.value.end() < today).then_some((until.span, EXPIRED))
}

/// Whether a place is an entry (`kind/id`) or a file, with or without its extension.
fn exists(manual: &Resolved<'_>, place: &str) -> bool {
    let entry = place.split_once('/').and_then(|(kind, id)| manual.model.base(Kind::from_name(kind)?, id));
    let is_file = |path: &str| path.strip_prefix(place).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'));
    entry.is_some() || manual.sources.iter().any(|(_, source)| is_file(&source.path))
}

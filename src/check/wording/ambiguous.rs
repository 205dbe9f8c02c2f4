//! W904: «días» in a promise says which days: business or calendar (C4).

use crate::check::figures;
use crate::check::prose::{Passage, passages};
use crate::check::{Report, Rule};
use crate::diag::{Arg, Entry, Severity};
use crate::lang::Text;
use crate::parse::kind::Kind;
use crate::parse::mention::{Likeness, Mention, Unit};
use crate::resolve::Resolved;
use crate::values::Quantity;

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "W904",
        name: "days-of-which-kind",
        severity: Severity::Warning,
        message: Text {
            es: "«{said}» no dice si los días son hábiles o naturales",
            en: "“{said}” does not say whether the days are business or calendar days",
            pt: "“{said}” não diz se os dias são úteis ou corridos",
        },
        why: Text {
            es: "Diez días hábiles pueden ser dos semanas y diez naturales, no. El cliente cuenta los que le convienen.",
            en: "Ten business days may be two weeks, and ten calendar days are not. The customer counts those that suit.",
            pt: "Dez dias úteis podem ser duas semanas, e dez corridos não. O cliente conta os que lhe convêm.",
        },
        fix: Text {
            es: "diga cuáles: «{said} hábiles» o «{said} naturales»",
            en: "say which days “{said}” are: business days or calendar days",
            pt: "diga quais: “{said} úteis” ou “{said} corridos”",
        },
        bad: r#"code: EJ-01
name: Ejemplo
commitments:
  respuesta:
    promise: Le devolvemos su dinero en 10 días.
#                                       ^^^^^^^
"#,
        good: r#"code: EJ-01
name: Ejemplo
commitments:
  respuesta:
    promise: Le devolvemos su dinero en 10 días hábiles.
"#,
    },
    check,
};

/// What to write where the manual says which.
const KNOWN: Text = Text {
    es: "dígalo como el manual: {value}",
    en: "say it as the manual does: {value}",
    pt: "diga como o manual: {value}",
};

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    for passage in passages(manual, is_promise) {
        let mentions = report.mentions(&passage);
        for mention in mentions.iter().filter(|m| m.unit == Unit::Days && !m.article && is_limit(&passage, m)) {
            let value = known(manual, &passage, mention);
            report.at(passage.place(&mention.range), &passage.subject(), |finding| {
                let finding = finding.arg("said", passage.words(mention));
                match value {
                    Some(value) => finding.arg("value", Arg::from(value)).help(KNOWN),
                    None => finding,
                }
            });
        }
    }
}

fn is_promise(passage: &Passage<'_>) -> bool {
    match (passage.kind, passage.key()) {
        (Kind::Commitments, "promise" | "gives" | "when") => true,
        (Kind::Channels, "wait_message") | (Kind::Communications, "say") => true,
        (Kind::Services, "say") => passage.path.starts_with("communication."),
        _ => false,
    }
}

/// Whether the days are a length of time to wait: «en 10 días», «de 10 días», and not «hace 10 días» or «cada 15 días».
fn is_limit(passage: &Passage<'_>, mention: &Mention) -> bool {
    let before = crate::check::prose::lower(passage.source.get(..mention.range.start).unwrap_or_default());
    let words: Vec<&str> = before.split_whitespace().rev().take(2).collect();
    let limits = [
        "en", "in", "within", "em", "de", "until", "hasta", "até", "than", "los", "plazo", "prazo", "dentro",
        "pasados", "máximo",
    ];
    let limits = words.first().is_some_and(|word| limits.contains(word)) && !words.contains(&"más");
    limits && super::speaks_of_waiting(passage, mention)
}

/// The manual's own figure, where it is as many days.
fn known(manual: &Resolved<'_>, passage: &Passage<'_>, mention: &Mention) -> Option<Quantity> {
    let commitment = manual.model.commitments.get(passage.id).filter(|_| passage.kind == Kind::Commitments)?;
    let figures = figures::of_commitment(manual, commitment);
    figures.into_iter().map(|figure| figure.quantity).find(|value| mention.likeness(value) == Likeness::Alike)
}

//! I716: documents and data from customers and others are registered (I3).

use crate::check::{Report, Rule, report_gaps, said, unsaid};
use crate::diag::{Entry, Severity};
use crate::lang::Text;
use crate::model::customer::SourceDocument;
use crate::resolve::Resolved;

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "I716",
        name: "source-incomplete",
        severity: Severity::Warning,
        message: Text {
            es: "de la fuente no se dice {parts}: {names}",
            en: "the entry for the source does not say {parts}: {names}",
            pt: "na entrada da fonte falta dizer {parts}: {names}",
        },
        why: Text {
            es: "Una encuesta que nadie encuentra no respalda nada: se registra de quién viene, de cuándo es y quién la guarda.",
            en: "A survey that nobody can find supports nothing: the register says where it comes from, its date and who keeps it.",
            pt: "Uma pesquisa que ninguém encontra não respalda nada: registra-se de quem vem, de quando é e quem a guarda.",
        },
        fix: Text {
            es: "complete la entrada de `sources.yaml`: `kind: survey`, `from: 420 socios`, `date: 2026-08-22`, `kept_by: {own_role}`",
            en: "complete the entry of `sources.yaml`: `kind: survey`, `from: 420 members`, `date: 2026-08-22`, `kept_by: {own_role}`",
            pt: "complete a entrada de `sources.yaml`: `kind: survey`, `from: 420 clientes`, `date: 2026-08-22`, `kept_by: {own_role}`",
        },
        bad: r#"=== sources.yaml
encuesta:
  name: Encuesta de socios
#       ^^^^^^^^^^^^^^^^^^
  kind: survey
  date: 2026-08-22
"#,
        good: r#"=== sources.yaml
encuesta:
  name: Encuesta de socios
  kind: survey
  from: 420 socios
  date: 2026-08-22
  kept_by: jefatura
"#,
    },
    check,
};

const KIND: Text = Text { es: "de qué clase es", en: "what kind of source it is", pt: "de que tipo é" };
const FROM: Text = Text { es: "de quién viene", en: "where it comes from", pt: "de quem vem" };
const DATE: Text = Text { es: "de qué fecha es", en: "its date", pt: "sua data" };
const KEPT: Text = Text { es: "quién la guarda", en: "who keeps it", pt: "quem a guarda" };

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    let kept = manual.model.sources.iter().filter(|source| super::is_kept(&source.base));
    let parts = |source: &SourceDocument| {
        unsaid([
            (source.kind.is_some(), KIND),
            (said(&source.from), FROM),
            (source.date.is_some(), DATE),
            // What is published has no keeper: its address does.
            (said(&source.kept_by) || said(&source.address), KEPT),
        ])
    };
    report_gaps(report, kept.map(|source| (&source.base, parts(source))));
}

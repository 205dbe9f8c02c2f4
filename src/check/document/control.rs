//! I701: the document is controlled: code, edition, status, dates, owner, approvals, distribution, changes (I1).

use crate::check::{Report, Rule};
use crate::diag::{Entry, Severity};
use crate::lang::Text;
use crate::model::manifest::{Document, DocumentStatus};
use crate::resolve::Resolved;

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "I701",
        name: "document-control",
        severity: Severity::Error,
        message: Text {
            es: "el control del documento no dice {part}",
            en: "the document control does not say {part}",
            pt: "o controle do documento não diz {part}",
        },
        why: Text {
            es: "Con un manual impreso en la mano hay que poder saber si es el que rige, quién lo aprobó y qué cambió.",
            en: "With a printed manual in hand, a reader must be able to tell whether it is the one in force, who approved it and what changed.",
            pt: "Com um manual impresso na mão é preciso saber se é o que vigora, quem o aprovou e o que mudou.",
        },
        fix: Text {
            es: "añada a `document` de manual.yaml: `{example}`",
            en: "add to `document` in manual.yaml: `{example}`",
            pt: "acrescente a `document` em manual.yaml: `{example}`",
        },
        bad: r#"=== manual.yaml
organization: { name: Ejemplo }
document:
  title: Manual
# ^^^^^
  edition: "2026.2"
  status: in_force
  approved: 2026-10-05
  effective: 2026-11-02
  review_by: 2027-10-31
  owner: jefatura
  approvals: [{ role: jefatura, on: 2026-10-05 }]
  distribution: [caja]
  changes: [{ edition: "2026.2", what: Primera edición. }]
languages: { default: es }
"#,
        good: r#"=== manual.yaml
organization: { name: Ejemplo }
document:
  title: Manual
  code: MSC-01
  edition: "2026.2"
  status: in_force
  approved: 2026-10-05
  effective: 2026-11-02
  review_by: 2027-10-31
  owner: jefatura
  approvals: [{ role: jefatura, on: 2026-10-05 }]
  distribution: [caja]
  changes: [{ edition: "2026.2", what: Primera edición. }]
languages: { default: es }
"#,
    },
    check,
};

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    let manifest = &manual.model.manifest;
    // Where the repository knows the editions before, the table of changes is made from them.
    let told = !manual.editions.is_empty();
    for (part, example) in missing(&manifest.document, told) {
        let example = Text { es: example, en: example, pt: example };
        report.at(manifest.document_span(), "", |finding| finding.arg("part", part).arg("example", example));
    }
}

/// What the document does not say. A draft cannot have been approved yet, nor be in force.
fn missing(document: &Document, told: bool) -> Vec<(Text, &'static str)> {
    let draft = document.status.as_ref().is_some_and(|s| s.value == DocumentStatus::Draft);
    let parts = [
        (document.code.is_some(), Text { es: "su código", en: "its code", pt: "seu código" }, "code: MSC-01"),
        (
            document.edition.is_some(),
            Text { es: "su edición", en: "its edition", pt: "sua edição" },
            "edition: \"2026.2\"",
        ),
        (document.status.is_some(), Text { es: "su estado", en: "its status", pt: "seu estado" }, "status: in_force"),
        (
            draft || document.approved.is_some(),
            Text { es: "cuándo se aprobó", en: "when it was approved", pt: "quando foi aprovado" },
            "approved: 2026-10-05",
        ),
        (
            draft || document.effective.is_some(),
            Text { es: "desde cuándo rige", en: "from when it is in force", pt: "desde quando vigora" },
            "effective: 2026-11-02",
        ),
        (
            document.review_by.is_some(),
            Text {
                es: "hasta cuándo debe revisarse",
                en: "by when it is to be reviewed",
                pt: "até quando deve ser revisto",
            },
            "review_by: 2027-10-31",
        ),
        (
            document.owner.is_some(),
            Text { es: "quién está a cargo", en: "who is in charge of it", pt: "quem é responsável" },
            "owner: {own_role}",
        ),
        (
            draft || !document.approvals.is_empty(),
            Text { es: "quiénes lo aprobaron", en: "who approved it", pt: "quem o aprovou" },
            "approvals: [{ role: {own_role}, on: 2026-10-05 }]",
        ),
        (
            !document.distribution.is_empty(),
            Text { es: "a quiénes se distribuye", en: "to whom it is distributed", pt: "a quem se distribui" },
            "distribution: [{own_contact}]",
        ),
        (
            told || !document.changes.is_empty(),
            Text {
                es: "qué cambió en cada edición",
                en: "what changed in each edition",
                pt: "o que mudou em cada edição",
            },
            "changes: [{ edition: \"2026.2\", what: \"Nuevos plazos de respuesta.\" }]",
        ),
    ];
    parts.into_iter().filter(|(is_said, ..)| !is_said).map(|(_, part, example)| (part, example)).collect()
}

//! B200: there is a complaint procedure (B).

use crate::check::{Report, Rule};
use crate::diag::{Entry, Severity};
use crate::lang::Text;
use crate::resolve::Resolved;

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "B200",
        name: "no-complaint-procedure",
        severity: Severity::Error,
        message: Text {
            es: "el manual no tiene ningún procedimiento de reclamos",
            en: "the manual has no complaint procedure",
            pt: "o manual não tem nenhum procedimento de reclamações",
        },
        why: Text {
            es: "Un cliente molesto que no encuentra dónde reclamar se va, y cuenta por qué. Sin procedimiento de reclamos no se publica un manual de servicio.",
            en: "An upset customer who finds nowhere to complain leaves, and tells others why. Without a complaint procedure no service manual is published.",
            pt: "Um cliente contrariado que não encontra onde reclamar vai embora, e conta por quê. Sem procedimento de reclamações não se publica um manual de serviço.",
        },
        fix: Text {
            es: "escriba `complaints.yaml` con una entrada: `reclamos: { name: Atención de reclamos, types: { reclamo: { name: Reclamo, answer_within: 10 business days } }, intake: { channels: [{own_channel}] }, steps: [{ id: registrar, does: Anota el reclamo y entrega su número, role: {own_role}, within: 1 business hour }] }`",
            en: "write `complaints.yaml` with one entry: `complaints: { name: Handling complaints, types: { complaint: { name: Complaint, answer_within: 10 business days } }, intake: { channels: [{own_channel}] }, steps: [{ id: registrar, does: Records the complaint and gives its number, role: {own_role}, within: 1 business hour }] }`",
            pt: "escreva `complaints.yaml` com uma entrada: `reclamacoes: { name: Atendimento de reclamações, types: { reclamacao: { name: Reclamação, answer_within: 10 business days } }, intake: { channels: [{own_channel}] }, steps: [{ id: registrar, does: Registra a reclamação e entrega o número, role: {own_role}, within: 1 business hour }] }`",
        },
        bad: r#"=== manual.yaml
organization: { name: Ejemplo }
#^^^^^^^^^^^
document: { title: Manual }
languages: { default: es }
"#,
        good: r#"=== complaints.yaml
reclamos: { name: Atención de reclamos }
"#,
    },
    check,
};

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    if super::procedures(manual).next().is_none() {
        report.at(manual.model.manifest.span, "", |finding| finding);
    }
}

//! I742: roles that get the manual are a list, each by itself (I1, I2).

use crate::check::{Report, Rule};
use crate::diag::{Entry, Severity};
use crate::lang::Text;
use crate::resolve::Resolved;

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "I742",
        name: "recipients-in-one-text",
        severity: Severity::Error,
        message: Text {
            es: "«{found}» nombra varios puestos en un solo texto, y ninguno de ellos cuenta como destinatario",
            en: "“{found}” names several roles in one text, and none of them counts as a recipient",
            pt: "“{found}” cita vários cargos em um só texto, e nenhum deles conta como destinatário",
        },
        why: Text {
            es: "La lista de distribución dice a quién obliga el manual: un puesto que no está en ella no firma su lectura.",
            en: "The distribution list tells whom the manual binds: a role that is not on it signs nothing.",
            pt: "A lista de distribuição diz a quem o manual obriga: um cargo que não está nela não assina sua leitura.",
        },
        fix: Text {
            es: "escriba una lista: `distribution: [{found}]`",
            en: "write a list: `distribution: [{found}]`",
            pt: "escreva uma lista: `distribution: [{found}]`",
        },
        bad: r#"=== manual.yaml
organization: { name: Ejemplo }
document:
  title: Manual
  distribution: caja, jefatura
#               ^^^^^^^^^^^^^^
languages: { default: es }
"#,
        good: r#"=== manual.yaml
organization: { name: Ejemplo }
document:
  title: Manual
  distribution: [caja, jefatura, "socios, proveedores"]
languages: { default: es }
"#,
    },
    check,
};

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    for recipient in &manual.model.manifest.document.distribution {
        let source = recipient.to.source.trim();
        let parts: Vec<&str> = source.split([',', ';']).map(str::trim).collect();
        if parts.len() > 1 && parts.iter().all(|part| manual.model.roles.get(part).is_some()) {
            report.at(recipient.to.span, "", |finding| finding.arg("found", parts.join(", ")));
        }
    }
}

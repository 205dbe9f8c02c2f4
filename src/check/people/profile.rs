//! P501: a contact role has a selection profile, competencies and an attitude (E1).

use crate::check::{Report, Rule, report_gaps, said, unsaid};
use crate::diag::{Entry, Severity};
use crate::lang::Text;
use crate::model::people::Role;
use crate::resolve::Resolved;

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "P501",
        name: "contact-role-without-profile",
        severity: Severity::Warning,
        message: Text {
            es: "en el puesto de atención al público falta decir {parts}: {names}",
            en: "the entry for the customer-contact role does not say {parts}: {names}",
            pt: "no cargo de atendimento ao público falta dizer {parts}: {names}",
        },
        why: Text {
            es: "La buena atención empieza al elegir a la persona: sin perfil escrito se contrata a quien está libre.",
            en: "Good service begins with choosing the person: without a written profile whoever is free is hired.",
            pt: "O bom atendimento começa ao escolher a pessoa: sem perfil escrito contrata-se quem está livre.",
        },
        fix: Text {
            es: "añada al puesto: `profile: [trato paciente]`, `competencies: [manejo de efectivo]`, `attitude: mira al cliente antes que a la pantalla`",
            en: "add to the role: `profile: [patience with people]`, `competencies: [cash handling]`, `attitude: looks at the customer before the screen`",
            pt: "acrescente ao cargo: `profile: [paciência com as pessoas]`, `competencies: [manuseio de dinheiro]`, `attitude: olha o cliente antes da tela`",
        },
        bad: r#"=== roles.yaml
jefatura: { name: Jefatura }
caja:
  name: Caja
#       ^^^^
  contact: true
  profile: [trato paciente]
"#,
        good: r#"=== roles.yaml
jefatura: { name: Jefatura }
caja:
  name: Caja
  contact: true
  profile: [trato paciente]
  competencies: [manejo de efectivo]
  attitude: Mira al cliente antes que a la pantalla.
"#,
    },
    check,
};

const PROFILE: Text = Text { es: "el perfil de selección", en: "its selection profile", pt: "o perfil de seleção" };
const COMPETENCIES: Text = Text { es: "las competencias", en: "its competencies", pt: "as competências" };
const ATTITUDE: Text = Text { es: "la actitud", en: "the attitude it calls for", pt: "a atitude" };

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    report_gaps(report, super::contact(manual).map(|role| (&role.base, missing(role))));
}

fn missing(role: &Role) -> Vec<Text> {
    // A title or a licence lets somebody in; how they are chosen is another matter.
    unsaid([
        (!role.profile.is_empty(), PROFILE),
        (!role.competencies.is_empty(), COMPETENCIES),
        (said(&role.attitude), ATTITUDE),
    ])
}

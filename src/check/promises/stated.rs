//! C376: objectives, standards and principles say what they ask for, and who sets the objectives (C9, C10, H1).

use crate::check::{Report, Rule, nowhere, report_gaps, said, unsaid};
use crate::diag::{Entry, Severity};
use crate::lang::Text;
use crate::model::base::Base;
use crate::model::norms::Standard;
use crate::parse::prose::Text as Words;
use crate::resolve::Resolved;

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "C376",
        name: "norm-not-stated",
        severity: Severity::Warning,
        message: Text {
            es: "en la entrada falta decir {parts}: {names}",
            en: "the entry has yet to say {parts}: {names}",
            pt: "na entrada falta dizer {parts}: {names}",
        },
        why: Text {
            es: "Un título no obliga a nada: lo que la dirección fija se dice en una frase que se pueda comprobar, y detrás de ella hay un puesto.",
            en: "A title binds nobody: what management sets is said in a sentence that can be checked, and a role stands behind it.",
            pt: "Um título não obriga a nada: o que a direção fixa se diz em uma frase que se possa verificar, e por trás dela há um cargo.",
        },
        fix: Text {
            es: "complete la entrada: `statement: Nadie espera sin saber cuánto.`; de un objetivo, también `owner: {own_role}`; de una norma, `applies_to: { roles: [{own_contact}], moments: [during] }`",
            en: "complete the entry: `statement: Nobody waits without knowing how long.`; of an objective, `owner: {own_role}` too; of a standard, `applies_to: { roles: [{own_contact}], moments: [during] }`",
            pt: "complete a entrada: `statement: Ninguém espera sem saber quanto.`; de um objetivo, também `owner: {own_role}`; de uma norma, `applies_to: { roles: [{own_contact}], moments: [during] }`",
        },
        bad: r#"=== objectives.yaml
cerca: { name: Cerca del cliente, statement: Quien llama encuentra a alguien. }
#              ^^^^^^^^^^^^^^^^^
=== principles.yaml
cumplir: { name: Lo prometido se cumple }
#                ^^^^^^^^^^^^^^^^^^^^^^
=== standards.yaml
saludo: { name: Saludo }
#               ^^^^^^
"#,
        good: r#"=== objectives.yaml
cerca: { name: Cerca del cliente, statement: Quien llama encuentra a alguien., owner: jefatura }
=== principles.yaml
cumplir: { name: Lo prometido se cumple, statement: No se ofrece lo que no se puede dar. }
=== standards.yaml
saludo: { name: Saludo, statement: Quien atiende saluda primero y dice su nombre. }
"#,
    },
    check,
};

const AIM: Text = Text { es: "qué se quiere lograr", en: "what is to be reached", pt: "o que se quer alcançar" };
const OWNER: Text =
    Text { es: "qué puesto responde por él", en: "which role answers for it", pt: "que cargo responde por ele" };
const MEANS: Text = Text { es: "qué significa", en: "what it means", pt: "o que significa" };
const ASKS: Text = Text { es: "qué se pide", en: "what it asks for", pt: "o que se pede" };
const ROLES: Text = Text { es: "a qué puestos obliga", en: "which roles it binds", pt: "que cargos obriga" };
const CHANNELS: Text =
    Text { es: "en qué canales vale", en: "the channels on which it holds", pt: "em que canais vale" };
const MOMENTS: Text =
    Text { es: "en qué momento vale", en: "the moment at which it holds", pt: "em que momento vale" };
const KEEPER: Text = Text { es: "qué puesto la cuida", en: "which role keeps it", pt: "que cargo cuida dela" };

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    let model = &manual.model;
    let objectives = model.objectives.iter().filter(|objective| objective.base.is_active()).map(|objective| {
        let base = &objective.base;
        (base, unsaid([(is_stated(base, &objective.statement), AIM), (base.owner.is_some(), OWNER)]))
    });
    report_gaps(report, objectives);
    let principles = model.principles.iter().filter(|principle| principle.base.is_active());
    report_gaps(report, principles.map(|p| (&p.base, unsaid([(is_stated(&p.base, &p.statement), MEANS)]))));
    let standards: Vec<&Standard> = model.standards.iter().filter(|standard| standard.base.is_active()).collect();
    // A standard may hold for everybody, on all channels and always; not all of them do.
    let everybody = nowhere(&standards, |standard| !standard.roles.is_empty());
    let everywhere = nowhere(&standards, |standard| !standard.channels.is_empty());
    let always = nowhere(&standards, |standard| !standard.moments.is_empty());
    let nobodys = nowhere(&standards, |standard| standard.base.owner.is_some());
    let standards = standards.iter().map(|standard| {
        let base = &standard.base;
        let stated = (is_stated(base, &standard.statement), ASKS);
        let parts = [stated, (!everybody, ROLES), (!everywhere, CHANNELS), (!always, MOMENTS), (!nobodys, KEEPER)];
        (base, unsaid(parts))
    });
    report_gaps(report, standards);
}

/// Whether an entry says its matter, by a key or by its prose.
fn is_stated(base: &Base, statement: &Option<Words>) -> bool {
    said(statement) || !base.body.blocks.is_empty()
}

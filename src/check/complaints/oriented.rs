//! B207: newcomers learn how complaints are received (B5, E5).

use crate::check::{Report, Rule};
use crate::diag::{Entry, Severity};
use crate::lang::Text;
use crate::model::orientation::Module;
use crate::parse::kind::Kind;
use crate::parse::prose::Inline;
use crate::resolve::Resolved;
use crate::resolve::Target;

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "B207",
        name: "complaints-not-in-orientation",
        severity: Severity::Warning,
        message: Text {
            es: "ninguna orientación de puesto lleva al procedimiento «{procedure}»",
            en: "no role’s orientation leads to the procedure “{procedure}”",
            pt: "nenhuma integração de cargo leva ao procedimento “{procedure}”",
        },
        why: Text {
            es: "Los reclamos enseñan si llegan a quien empieza: quien atiende por primera vez es quien menos sabe qué hacer con uno.",
            en: "Complaints teach if they reach those who begin: whoever serves for the first time is the likeliest to receive one and not know what to do.",
            pt: "As reclamações ensinam se chegam a quem começa: quem atende pela primeira vez é quem menos sabe o que fazer com uma.",
        },
        fix: Text {
            es: "añádalo a la ruta de quienes atienden: `week_one: [complaints/{id}]`",
            en: "add it to the path of those who serve: `week_one: [complaints/{id}]`",
            pt: "acrescente-o à trilha de quem atende: `week_one: [complaints/{id}]`",
        },
        bad: r#"=== complaints.yaml
reclamos:
  name: Atención de reclamos
#       ^^^^^^^^^^^^^^^^^^^^
=== roles.yaml
jefatura: { name: Jefatura }
caja: { name: Caja, orientation: { day_one: [channels/agencia] } }
"#,
        good: r#"=== complaints.yaml
reclamos: { name: Atención de reclamos }
=== roles.yaml
jefatura: { name: Jefatura }
caja: { name: Caja, orientation: { day_one: [channels/agencia], week_one: [complaints/reclamos] } }
"#,
    },
    check,
};

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    let model = &manual.model;
    let roles = model.roles.iter().filter_map(|role| role.orientation.as_ref());
    let orientations = roles.chain(model.paths.iter().map(|path| &path.orientation));
    let modules: Vec<&Module> = orientations.flat_map(|orientation| orientation.modules()).collect();
    // Where nobody is introduced to anything, P506 tells it.
    if modules.is_empty() {
        return;
    }
    for procedure in super::procedures(manual) {
        let base = &procedure.base;
        if !modules.iter().any(|module| leads_to(manual, module, &base.id)) {
            report.at(base.span, &base.subject(), |finding| {
                finding.arg("procedure", base.title()).arg("id", base.id.as_str())
            });
        }
    }
}

fn leads_to(manual: &Resolved<'_>, module: &Module, procedure: &str) -> bool {
    let texts = [&module.read, &module.does];
    texts.into_iter().flatten().flat_map(|text| text.content.iter()).any(|inline| {
        let Inline::Wiki(wiki) = inline else { return false };
        let target = manual.link(wiki.span).map(|link| &link.target);
        matches!(target, Some(Target::Entry(Kind::Complaints, id)) if id == procedure)
    })
}

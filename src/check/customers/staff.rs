//! D409: the satisfaction of staff, the first customers, is measured (D5).

use crate::check::{Report, Rule};
use crate::diag::{Entry, Severity};
use crate::lang::Text;
use crate::model::indicator::Indicator;
use crate::resolve::Resolved;

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "D409",
        name: "staff-unmeasured",
        severity: Severity::Warning,
        message: Text {
            es: "ningún indicador mide la satisfacción del personal",
            en: "no indicator measures the satisfaction of staff",
            pt: "nenhum indicador mede a satisfação do pessoal",
        },
        why: Text {
            es: "El personal es el primer cliente: quien trabaja descontento termina por atender mal, y sin medirlo se nota tarde.",
            en: "Staff are the first customers: those who work in discontent end up serving badly, and unmeasured it is noticed late.",
            pt: "O pessoal é o primeiro cliente: quem trabalha descontente acaba atendendo mal e, sem medir, percebe-se tarde.",
        },
        fix: Text {
            es: "añada un indicador del personal: `clima-interno: { name: Clima interno, internal: true, target: { share: 80 % }, frequency: half-yearly }`, o marque con `internal: true` el que ya existe",
            en: "add an indicator of staff: `staff-climate: { name: Staff satisfaction, internal: true, target: { share: 80 % }, frequency: half-yearly }`, or mark the one there is with `internal: true`",
            pt: "acrescente um indicador do pessoal: `clima-interno: { name: Clima interno, internal: true, target: { share: 80 % }, frequency: half-yearly }`, ou marque com `internal: true` o que já existe",
        },
        bad: r#"=== manual.yaml
organization: { name: Ejemplo }
#^^^^^^^^^^^
document: { title: Manual }
languages: { default: es }
=== indicators.yaml
espera: { name: Espera en la agencia, target: { maximum: 10 minutes } }
"#,
        good: r#"=== indicators.yaml
espera: { name: Espera en la agencia, target: { maximum: 10 minutes } }
clima: { name: Ambiente de trabajo, internal: true, target: { share: 80 % } }
"#,
    },
    check,
};

/// Words for staff and for how they fare, in the three languages: an indicator that has one of each is about them.
const STAFF: [&str; 9] =
    ["personal", "emplead", "trabajador", "colaborador", "equipo", "staff", "employee", "funcion", "pessoal"];
const FARES: [&str; 5] = ["satisf", "clima", "climate", "engagement", "compromiso"];

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    let model = &manual.model;
    // Where nothing is measured at all, other rules tell that first.
    let mut active = model.indicators.iter().filter(|indicator| indicator.base.is_active()).peekable();
    if active.peek().is_some() && !active.any(is_about_staff) {
        report.at(model.manifest.span, "", |finding| finding);
    }
}

fn is_about_staff(indicator: &Indicator) -> bool {
    let texts = [&indicator.base.name, &indicator.definition, &indicator.source];
    let words: String = texts.into_iter().flatten().map(|text| text.source.to_lowercase() + " ").collect();
    let has = |stems: &[&str]| stems.iter().any(|stem| words.contains(stem));
    indicator.internal || words.contains("clima interno") || has(&STAFF) && has(&FARES)
}

//! C373: a need is one of the three kinds, says what the customer expects and whose it is (C3, D1).

use crate::check::{Report, Rule, is_retired, nowhere, report_gaps, said, unsaid};
use crate::diag::{Entry, Severity};
use crate::lang::Text;
use crate::model::customer::Need;
use crate::resolve::Resolved;

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "C373",
        name: "need-incomplete",
        severity: Severity::Warning,
        message: Text {
            es: "de la necesidad falta decir {parts}: {names}",
            en: "nothing in the entry for the need says {parts}: {names}",
            pt: "da necessidade falta dizer {parts}: {names}",
        },
        why: Text {
            es: "Lo básico que falta enfada, lo que se mide se compara y lo que encanta sorprende: sin saber de qué clase es una necesidad no se sabe qué hacer primero.",
            en: "What is basic angers when it lacks, performance is compared, delight surprises: without the kind of a need nobody knows what comes first.",
            pt: "O básico que falta irrita, o que se mede se compara e o que encanta surpreende: sem saber de que classe é uma necessidade não se sabe o que fazer primeiro.",
        },
        fix: Text {
            es: "complete la necesidad: `kind: basic` (o `performance`, `delight`), `statement: El cliente acepta una espera corta y anunciada.`, `segments: [familias]`",
            en: "complete the need: `kind: basic` (or `performance`, `delight`), `statement: Customers accept a wait that is short and announced.`, `segments: [families]`",
            pt: "complete a necessidade: `kind: basic` (ou `performance`, `delight`), `statement: O cliente aceita uma espera curta e anunciada.`, `segments: [familias]`",
        },
        bad: r#"=== needs.yaml
poca-espera: { name: Esperar poco }
#                    ^^^^^^^^^^^^
"#,
        good: r#"=== needs.yaml
poca-espera: { name: Esperar poco, kind: performance, statement: El cliente acepta una espera corta y anunciada. }
"#,
    },
    check,
};

const KIND: Text = Text {
    es: "si es básica, de comportamiento o de encantamiento",
    en: "whether it is basic, performance or delight",
    pt: "se é básica, de desempenho ou de encantamento",
};
const STATEMENT: Text =
    Text { es: "qué espera el cliente", en: "what customers expect", pt: "o que o cliente espera" };
const SEGMENTS: Text =
    Text { es: "qué segmentos la tienen", en: "which segments have it", pt: "que segmentos a têm" };

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    let needs: Vec<&Need> = manual.model.needs.iter().filter(|need| !is_retired(&need.base)).collect();
    // A need may be everybody's, but hardly all of them.
    let of_nobody = nowhere(&needs, |need| !need.segments.is_empty()) && !manual.model.segments.is_empty();
    let gaps = needs.iter().map(|need| {
        let stated = said(&need.statement) || !need.base.body.blocks.is_empty();
        (&need.base, unsaid([(need.kind.is_some(), KIND), (stated, STATEMENT), (!of_nobody, SEGMENTS)]))
    });
    report_gaps(report, gaps);
}

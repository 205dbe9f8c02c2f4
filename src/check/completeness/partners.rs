//! A120: of each supplier and ally it is said what they give, at which level, and who deals with them (A6, A7).

use crate::check::{Report, Rule, report_gaps, said, unsaid};
use crate::diag::{Entry, Severity};
use crate::lang::Text;
use crate::resolve::Resolved;

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "A120",
        name: "partner-without-level",
        severity: Severity::Warning,
        message: Text {
            es: "falta decir {parts}: {names}",
            en: "{names}: the manual has yet to say {parts}",
            pt: "falta dizer {parts}: {names}",
        },
        why: Text {
            es: "Lo que se promete al cliente se apoya en otros. Sin un nivel pactado nadie puede comprobar que lo sostienen ni pedirles cuentas cuando fallan.",
            en: "What is promised to the customer rests on others. Without an agreed level nobody can check that they sustain it, or hold them to it when they fail.",
            pt: "O que se promete ao cliente se apoia em outros. Sem um nível pactuado ninguém pode verificar que o sustentam nem cobrá-los quando falham.",
        },
        fix: Text {
            es: "complete la entrada: `agreed: { response: 4 business hours, availability: 99.5 % }`, `contact: {own_role}`; de un aliado, también `hand_over: el cliente recibe el número de su caso`",
            en: "complete the entry: `agreed: { response: 4 business hours, availability: 99.5 % }`, `contact: {own_role}`; of an ally, `hand_over: the customer gets the number of the case` too",
            pt: "complete a entrada: `agreed: { response: 4 business hours, availability: 99.5 % }`, `contact: {own_role}`; de um aliado, também `hand_over: o cliente recebe o número do caso`",
        },
        bad: r#"=== suppliers.yaml
imprenta: { name: Imprenta, supplies: Formularios. }
#                 ^^^^^^^^
=== alliances.yaml
correos: { name: Correos, contribution: Entregas., agreed: { response: 1 business day }, contact: jefatura }
#                ^^^^^^^
=== roles.yaml
jefatura: { name: Jefatura }
"#,
        good: r#"=== suppliers.yaml
imprenta: { name: Imprenta, supplies: Formularios., agreed: { response: 1 business day }, contact: jefatura }
=== alliances.yaml
correos: { name: Correos, contribution: Entregas., hand_over: En ventanilla., agreed: { response: 1 business day }, contact: jefatura }
=== roles.yaml
jefatura: { name: Jefatura }
"#,
    },
    check,
};

const SUPPLIES: Text = Text { es: "qué suministra", en: "what they supply", pt: "o que fornece" };
const GIVES: Text = Text { es: "qué aporta", en: "what they contribute", pt: "com que contribui" };
const LEVEL: Text = Text { es: "a qué nivel se obliga", en: "which level is agreed", pt: "a que nível se obriga" };
const CONTACT: Text = Text {
    es: "qué puesto trata con quien lo presta",
    en: "which role deals with them",
    pt: "que cargo trata com quem o presta",
};
const HAND_OVER: Text = Text {
    es: "en qué punto recibe al cliente",
    en: "where the customer is handed over",
    pt: "em que ponto recebe o cliente",
};

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    let model = &manual.model;
    let suppliers = model.suppliers.iter().filter(|s| s.base.is_active()).map(|s| {
        let parts = [(said(&s.supplies), SUPPLIES), (s.agreed.is_some(), LEVEL), (s.contact.is_some(), CONTACT)];
        (&s.base, unsaid(parts))
    });
    report_gaps(report, suppliers);
    let alliances = model.alliances.iter().filter(|a| a.base.is_active()).map(|a| {
        let parts = [
            (said(&a.contribution), GIVES),
            (said(&a.hand_over), HAND_OVER),
            (a.agreed.is_some(), LEVEL),
            (a.contact.is_some(), CONTACT),
        ];
        (&a.base, unsaid(parts))
    });
    report_gaps(report, alliances);
}

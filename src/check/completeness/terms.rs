//! A126: of each supplier it is said how soon they deliver and who stands in for them, and until when what is agreed holds (A6, A7).

use crate::check::{Report, Rule, nowhere, report_gaps, said, unsaid};
use crate::diag::{Entry, Severity};
use crate::lang::Text;
use crate::model::base::Base;
use crate::model::partner::{Contract, Supplier};
use crate::resolve::Resolved;
use crate::span::Spanned;

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "A126",
        name: "partner-without-terms",
        severity: Severity::Note,
        message: Text {
            es: "en la entrada no se dice {parts}: {names}",
            en: "the entry does not say {parts}: {names}",
            pt: "na entrada não se diz {parts}: {names}",
        },
        why: Text {
            es: "El día en que un proveedor falla o su contrato vence no se busca a otro: se llama al que ya estaba escrito.",
            en: "On the day a supplier fails or a contract runs out there is no time to look for another: the one already written down is called.",
            pt: "No dia em que um fornecedor falha ou seu contrato vence não se procura outro: chama-se o que já estava escrito.",
        },
        fix: Text {
            es: "añada lo que falta: `lead_time: 10 business days`, `substitute: otra imprenta del valle, con pedido mínimo de 200`, `contract: { number: CT-2026-004, until: 2027-12-31 }`; si no hay quien lo sustituya, dígalo también",
            en: "add what is missing: `lead_time: 10 business days`, `substitute: another printer nearby, for orders of 200 or more`, `contract: { number: CT-2026-004, until: 2027-12-31 }`; if nobody can stand in, say that too",
            pt: "acrescente o que falta: `lead_time: 10 business days`, `substitute: outra gráfica da região, com pedido mínimo de 200`, `contract: { number: CT-2026-004, until: 2027-12-31 }`; se não há quem o substitua, diga-o também",
        },
        bad: r#"=== suppliers.yaml
imprenta: { name: Imprenta, supplies: Formularios. }
#                 ^^^^^^^^
=== alliances.yaml
correos: { name: Correos, contribution: Entregas. }
#                ^^^^^^^
"#,
        good: r#"=== suppliers.yaml
imprenta: { name: Imprenta, supplies: Formularios., substitute: otra imprenta, expires: 2027-12-31 }
=== alliances.yaml
correos: { name: Correos, contribution: Entregas., contract: { until: 2027-12-31 } }
"#,
    },
    check,
};

const LEAD: Text =
    Text { es: "en cuánto tiempo entrega", en: "how long delivery takes", pt: "em quanto tempo entrega" };
const SUBSTITUTE: Text = Text { es: "quién puede sustituirlo", en: "who can stand in", pt: "quem pode substituí-lo" };
const UNTIL: Text =
    Text {
        es: "hasta cuándo vale lo pactado", en: "how long the agreement holds", pt: "até quando vale o combinado"
    };

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    let model = &manual.model;
    let suppliers: Vec<&Supplier> = model.suppliers.iter().filter(|s| s.base.is_active()).collect();
    // Who gives a service has no lead time; who delivers goods or equipment has one.
    let gives = |list: &[Spanned<String>], id: &str| list.iter().any(|supplier| supplier.value == id);
    let equips = |id: &str| model.resources.iter().any(|resource| gives(&resource.suppliers, id));
    let stocks = |id: &str| model.inventory.iter().any(|item| gives(&item.stock.suppliers, id));
    let delivering: Vec<&&Supplier> = suppliers.iter().filter(|s| equips(&s.base.id) || stocks(&s.base.id)).collect();
    let no_leads = nowhere(&delivering, |supplier| supplier.lead_time.is_some());
    let untimed = |id: &str| {
        model.inventory.iter().any(|item| gives(&item.stock.suppliers, id) && item.stock.lead_time.is_none())
    };
    let gaps = suppliers.iter().map(|s| {
        let parts = [
            (s.lead_time.is_some() || !(no_leads && equips(&s.base.id) || untimed(&s.base.id)), LEAD),
            (said(&s.substitute), SUBSTITUTE),
            (ends(&s.base, &s.contracts), UNTIL),
        ];
        (&s.base, unsaid(parts))
    });
    report_gaps(report, gaps);
    let alliances = model.alliances.iter().filter(|a| a.base.is_active());
    report_gaps(report, alliances.map(|a| (&a.base, unsaid([(ends(&a.base, &a.contracts), UNTIL)]))));
}

/// Whether it is said until when something agreed holds.
fn ends(base: &Base, contracts: &[Contract]) -> bool {
    base.expires.is_some() || contracts.iter().any(|contract| contract.end().is_some())
}

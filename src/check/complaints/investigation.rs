//! B202: the cause of a complaint is investigated and recorded (B2).

use crate::check::{Report, Rule, said};
use crate::diag::{Entry, Severity};
use crate::lang::Text;
use crate::resolve::Resolved;

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "B202",
        name: "complaint-investigation",
        severity: Severity::Error,
        message: Text {
            es: "el procedimiento «{procedure}» no dice {part}",
            en: "the procedure “{procedure}” does not say {part}",
            pt: "o procedimento “{procedure}” não diz {part}",
        },
        why: Text {
            es: "Responder sin buscar la causa es esperar el próximo reclamo. Las causas son de tres familias: el producto o servicio, el proceso y la atención.",
            en: "Answering without looking for the cause means waiting for the next complaint. Causes fall into three families: product or service, process, and customer service.",
            pt: "Responder sem buscar a causa é esperar a próxima reclamação. As causas são de três famílias: o produto ou serviço, o processo e o atendimento.",
        },
        fix: Text {
            es: "complete la investigación: `investigation: { causes: [producto-servicio, proceso, atencion], method: cinco porqués, record: [número, fecha, causa, decisión] }`",
            en: "complete the investigation: `investigation: { causes: [product-service, process, customer-service], method: five whys, record: [number, date, cause, decision] }`",
            pt: "complete a investigação: `investigation: { causes: [produto-servico, processo, atendimento], method: cinco porquês, record: [número, data, causa, decisão] }`",
        },
        bad: r#"=== complaints.yaml
reclamos:
  name: Atención de reclamos
  investigation: { causes: [producto-servicio, proceso, atencion], method: cinco porqués }
#                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
"#,
        good: r#"=== complaints.yaml
reclamos:
  name: Atención de reclamos
  investigation: { causes: [producto-servicio, proceso, atencion], method: cinco porqués, record: [número, causa, decisión] }
"#,
    },
    check,
};

const WHOLE: Text =
    Text { es: "cómo se investiga la causa", en: "how the cause is investigated", pt: "como se investiga a causa" };
const CAUSES: Text = Text {
    es: "cuáles son las tres familias de causas: producto o servicio, proceso y atención",
    en: "what the three families of causes are: product or service, process, and customer service",
    pt: "quais são as três famílias de causas: produto ou serviço, processo e atendimento",
};
const METHOD: Text = Text {
    es: "con qué método se busca la causa",
    en: "by which method the cause is sought",
    pt: "com que método se busca a causa",
};
const RECORD: Text =
    Text {
        es: "qué datos guarda el registro", en: "which data the register keeps", pt: "que dados o registro guarda"
    };

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    for procedure in super::procedures(manual) {
        super::check_block(manual, report, procedure, &procedure.investigation, WHOLE, |block| {
            vec![
                (super::distinct(&block.causes) >= 3, CAUSES),
                (said(&block.method), METHOD),
                (!block.record.is_empty(), RECORD),
            ]
        });
    }
}

//! B205: complaints serve to prevent others and to train (B5).

use crate::check::{Report, Rule, said};
use crate::diag::{Entry, Severity};
use crate::lang::Text;
use crate::resolve::Resolved;

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "B205",
        name: "complaint-prevention",
        severity: Severity::Error,
        message: Text {
            es: "el procedimiento «{procedure}» no dice {part}",
            en: "the procedure “{procedure}” does not say {part}",
            pt: "o procedimento “{procedure}” não diz {part}",
        },
        why: Text {
            es: "Un reclamo ya costó lo suyo; lo único que puede devolver es una lección para quienes atienden.",
            en: "A complaint has already cost something; all it can give back is a lesson for those who serve.",
            pt: "Uma reclamação já custou o que custou; a única coisa que pode devolver é uma lição para quem atende.",
        },
        fix: Text {
            es: "complete la prevención: `prevention: { review: monthly, lessons: los casos del mes se comentan en la reunión del equipo }`",
            en: "complete the prevention: `prevention: { review: monthly, lessons: the cases of the month are discussed in the team meeting }`",
            pt: "complete a prevenção: `prevention: { review: monthly, lessons: os casos do mês são comentados na reunião da equipe }`",
        },
        bad: r#"=== complaints.yaml
reclamos:
  name: Atención de reclamos
  prevention: { lessons: los casos del mes se comentan en la reunión del equipo }
#             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
"#,
        good: r#"=== complaints.yaml
reclamos:
  name: Atención de reclamos
  prevention: { review: monthly, lessons: los casos del mes se comentan en la reunión del equipo }
"#,
    },
    check,
};

const WHOLE: Text = Text {
    es: "cómo se evita que un reclamo se repita",
    en: "how a complaint is kept from recurring",
    pt: "como se evita que uma reclamação se repita",
};
const REVIEW: Text = Text {
    es: "cada cuánto se revisan los reclamos",
    en: "how often complaints are reviewed",
    pt: "com que frequência se revisam as reclamações",
};
const LESSONS: Text = Text {
    es: "qué lecciones o capacitación salen de los reclamos",
    en: "which lessons or training come out of complaints",
    pt: "que lições ou capacitação saem das reclamações",
};

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    for procedure in super::procedures(manual) {
        super::check_block(manual, report, procedure, &procedure.prevention, WHOLE, |block| {
            vec![(block.review.is_some(), REVIEW), (said(&block.lessons) || !block.training.is_empty(), LESSONS)]
        });
    }
}

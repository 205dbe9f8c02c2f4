//! L815: a clause that is met only in one of its readings is told.

use crate::check::{Report, Rule};
use crate::diag::{Entry, Severity};
use crate::lang::Text;
use crate::profiles::State;
use crate::resolve::Resolved;

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "L815",
        name: "clause-doubtful",
        severity: Severity::Warning,
        message: Text {
            es: "{clause}, «{text}»: {detail}",
            en: "{clause}, “{text}”: {detail}",
            pt: "{clause}, “{text}”: {detail}",
        },
        why: Text {
            es: "El texto admite dos lecturas y el manual solo cumple la más cómoda. Un inspector puede leer la otra.",
            en: "The text can be read in two ways, and the manual meets only the easier one. An inspector may read the other.",
            pt: "O texto admite duas leituras e o manual só cumpre a mais cômoda. Um inspetor pode ler a outra.",
        },
        fix: Text {
            es: "escriba el valor que cumple las dos lecturas, o pida consejo jurídico y guarde la razón en una excepción",
            en: "write a value that meets both readings, or take legal advice and keep the reason in a waiver",
            pt: "escreva o valor que cumpre as duas leituras, ou peça aconselhamento jurídico e guarde a razão em uma exceção",
        },
        bad: r#"=== manual.yaml
organization: { name: Ejemplo }
document: { title: Manual }
languages: { default: es }
profiles: [propia]
=== complaints.yaml
reclamos:
  name: Reclamos
  types:
    cobros:
      kind: billing
      answer_within: 5 business days
#                    ^^^^^^^^^^^^^^^
=== profiles/propia.yaml
clauses:
  - id: cobros
    text: Los cobros se aclaran en cinco días.
    check:
      every: cases
      with: { is: { kind: billing } }
      must: { any: [{ answers_within: 5 calendar days }, { doubtful: { answers_within: 5 business days } }] }
"#,
        good: r#"=== manual.yaml
organization: { name: Ejemplo }
document: { title: Manual }
languages: { default: es }
profiles: [propia]
=== complaints.yaml
reclamos:
  name: Reclamos
  types:
    cobros:
      kind: billing
      answer_within: 5 calendar days
=== profiles/propia.yaml
clauses:
  - id: cobros
    text: Los cobros se aclaran en cinco días.
    check:
      every: cases
      with: { is: { kind: billing } }
      must: { any: [{ answers_within: 5 calendar days }, { doubtful: { answers_within: 5 business days } }] }
"#,
    },
    check,
};

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    super::each(
        manual,
        report,
        |result| matches!(result.state, State::Doubt) && result.days_left.is_none(),
        super::plain,
    );
}

//! L801: what a declared law or standard asks is what the manual says.

use crate::check::{Report, Rule};
use crate::diag::{Entry, Severity};
use crate::lang::Text;
use crate::profiles::State;
use crate::resolve::Resolved;

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "L801",
        name: "clause-failed",
        severity: Severity::Error,
        message: Text {
            es: "{clause}, «{text}»: {detail}",
            en: "{clause}, “{text}”: {detail}",
            pt: "{clause}, “{text}”: {detail}",
        },
        why: Text {
            es: "El manual dice una cosa y la norma que declara pide otra. Quien lo aplique al pie de la letra la incumplirá.",
            en: "The manual says one thing and the rule it declares asks another. Who follows it to the letter will break the rule.",
            pt: "O manual diz uma coisa e a norma que declara pede outra. Quem o seguir ao pé da letra vai descumpri-la.",
        },
        fix: Text {
            es: "corrija el dato señalado para que diga lo que se pide; esto no es asesoramiento jurídico: ante la duda, lea la norma",
            en: "correct the value marked so that it says what is required; this is not legal advice: where in doubt, read the source",
            pt: "corrija o dado assinalado para que diga o que se pede; isto não é aconselhamento jurídico: na dúvida, leia a norma",
        },
        bad: r#"=== manual.yaml
organization: { name: Ejemplo }
document: { title: Manual }
languages: { default: es }
profiles: [propia]
=== channels.yaml
telefono:
  name: Teléfono
  kind: telephone
  cut_off: 10 minutes
#          ^^^^^^^^^^
=== profiles/propia.yaml
clauses:
  - id: espera
    text: Nadie pierde la llamada por esperar.
    check: { every: channels, with: { is: { kind: telephone } }, must: { is: { cut_off: never } } }
"#,
        good: r#"=== manual.yaml
organization: { name: Ejemplo }
document: { title: Manual }
languages: { default: es }
profiles: [propia]
=== channels.yaml
telefono:
  name: Teléfono
  kind: telephone
  cut_off: never
=== profiles/propia.yaml
clauses:
  - id: espera
    text: Nadie pierde la llamada por esperar.
    check: { every: channels, with: { is: { kind: telephone } }, must: { is: { cut_off: never } } }
"#,
    },
    check,
};

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    super::each(
        manual,
        report,
        |result| matches!(result.state, State::Fail) && result.days_left.is_none(),
        super::plain,
    );
}

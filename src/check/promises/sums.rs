//! C314: shares of one whole do not add up to more than it (C1, D2, F1).

use crate::check::{Report, Rule};
use crate::diag::{Entry, Severity};
use crate::lang::Text;
use crate::model::Entry as _;
use crate::model::target::TargetSpec;
use crate::parse::prose::Inline;
use crate::resolve::Resolved;
use crate::span::Span;
use crate::values::{Decimal, Op, Percent, Quantity, Scale, ScorePart, Target};

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "C314",
        name: "shares-over-the-whole",
        severity: Severity::Warning,
        message: Text { es: "{what} suman {sum}", en: "{what} add up to {sum}", pt: "{what} somam {sum}" },
        why: Text {
            es: "Las partes de un todo no pasan de cien por cien. O una cifra está equivocada, o no son partes de lo mismo y el lector no lo sabe.",
            en: "The parts of a whole do not exceed one hundred per cent. Either a figure is wrong, or they are not parts of the same and the reader is not told.",
            pt: "As partes de um todo não passam de cem por cento. Ou um valor está errado, ou não são partes do mesmo e o leitor não sabe.",
        },
        fix: Text {
            es: "corrija las cifras hasta que sumen 100 % o menos; si un cliente puede estar en varias, diga la cifra en palabras",
            en: "correct the figures until they add up to 100 % or less; where a customer may be in several, say the figure in words",
            pt: "corrija os valores até somarem 100 % ou menos; se um cliente pode estar em vários, diga o valor em palavras",
        },
        bad: r#"=== channels.yaml
agencia: { name: Agencia, kind: face_to_face, used_by: 62 % }
telefono: { name: Teléfono, kind: telephone, used_by: 48 % }
#                                                     ^^^^
=== indicators.yaml
trato: { name: Trato, target: { scores: [{ share: 95 %, score: ">= 7" }, { share: 10 %, score: "< 5" }], scale: 0..10 } }
#                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
"#,
        good: r#"=== channels.yaml
agencia: { name: Agencia, kind: face_to_face, used_by: 62 % }
telefono: { name: Teléfono, kind: telephone, used_by: 38 % }
=== indicators.yaml
trato: { name: Trato, target: { scores: [{ share: 95 %, score: ">= 7" }, { share: "<= 1 %", score: "< 5" }], scale: 0..10 } }
"#,
    },
    check,
};

const CHANNELS: Text = Text {
    es: "los contactos por canal (`used_by`)",
    en: "the contacts by channel (`used_by`)",
    pt: "os contatos por canal (`used_by`)",
};
const SEGMENTS: Text = Text {
    es: "los tamaños de los segmentos (`size`)",
    en: "the sizes of the segments (`size`)",
    pt: "os tamanhos dos segmentos (`size`)",
};
const SCORES: Text = Text {
    es: "las partes de la distribución de puntajes",
    en: "the parts of the score distribution",
    pt: "as partes da distribuição de notas",
};

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    let model = &manual.model;
    let channels = model.channels.iter().filter(|c| c.base.is_active());
    let used = channels.filter_map(|c| {
        let used = c.used_by.as_ref()?.otherwise.as_ref()?;
        Some((used.value.value, used.span, c.base.subject()))
    });
    whole(report, CHANNELS, used.collect());
    let sizes = model.segments.iter().filter(|s| s.base.is_active()).filter_map(|segment| {
        let size = segment.size.as_ref()?;
        match &*size.content {
            [Inline::Quantity(Quantity::Percent(share))] => Some((share.value, size.span, segment.base.subject())),
            _ => None,
        }
    });
    whole(report, SEGMENTS, sizes.collect());
    for indicator in super::indicators(manual) {
        for spec in indicator.targets.value().into_iter().flatten() {
            target(report, spec, &indicator.base().subject());
        }
    }
}

/// Parts of one whole: the one that makes them too many is shown.
fn whole(report: &mut Report<'_>, what: Text, parts: Vec<(Decimal, Span, String)>) {
    let sum = parts.iter().try_fold(Decimal::ZERO, |sum, (part, _, _)| sum.checked_add(*part));
    let Some(sum) = sum.filter(|sum| *sum > Decimal::ONE_HUNDRED) else { return };
    let mut before = Decimal::ZERO;
    for (part, span, subject) in parts {
        before = before.saturating_add(part);
        if before > Decimal::ONE_HUNDRED {
            tell(report, span, &subject, what, sum);
            return;
        }
    }
}

fn target(report: &mut Report<'_>, spec: &TargetSpec, subject: &str) {
    // A single share over the whole is told by C359.
    if let Target::Scores { parts, scale } = &spec.target
        && let Some(sum) = too_many(parts, scale)
    {
        tell(report, spec.span, subject, SCORES, sum);
    }
}

/// The sum of what two parts ask for that have no score in common, where it is over the whole.
fn too_many(parts: &[ScorePart], scale: &Scale) -> Option<Decimal> {
    let least = |part: &&ScorePart| part.share.op_or(Op::AtLeast).is_lower_bound();
    let place = |part: &ScorePart| scale.place(&part.score.value);
    let wanted: Vec<&ScorePart> = parts.iter().filter(least).collect();
    for high in wanted.iter().filter(|part| part.score.op_or(Op::AtLeast).is_lower_bound()) {
        for low in wanted.iter().filter(|part| !part.score.op_or(Op::AtLeast).is_lower_bound()) {
            let (Some(from), Some(to)) = (place(high), place(low)) else { continue };
            let touches =
                from == to && high.score.op_or(Op::AtLeast) == Op::AtLeast && low.score.op == Some(Op::AtMost);
            let sum = high.share.value.value.checked_add(low.share.value.value)?;
            if from >= to && !touches && sum > Decimal::ONE_HUNDRED {
                return Some(sum);
            }
        }
    }
    wanted.iter().map(|part| part.share.value.value).find(|share| *share > Decimal::ONE_HUNDRED)
}

fn tell(report: &mut Report<'_>, at: Span, subject: &str, what: Text, sum: Decimal) {
    let sum = Quantity::Percent(Percent::new(sum.normalize()));
    report.at(at, subject, |finding| finding.arg("what", what).arg("sum", sum));
}

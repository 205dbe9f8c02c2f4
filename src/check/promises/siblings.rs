//! C308: services that make the same promise make it in the same figures and units (C5).

use crate::check::prose::mentions_in;
use crate::check::{Report, Rule, prose};
use crate::diag::{Entry, Severity};
use crate::lang::Text;
use crate::model::Entry as _;
use crate::model::commitment::Commitment;
use crate::parse::mention::mask;
use crate::resolve::Resolved;
use crate::span::Spanned;
use crate::values::{Quantity, Target};
use std::collections::{BTreeMap, HashMap};

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "C308",
        name: "sibling-promises-differ",
        severity: Severity::Warning,
        message: Text {
            es: "`{commitment}` y `{other}` prometen lo mismo con {what}: {own} y {theirs}",
            en: "`{commitment}` and `{other}` promise the same with {what}: {own} and {theirs}",
            pt: "`{commitment}` e `{other}` prometem o mesmo com {what}: {own} e {theirs}",
        },
        why: Text {
            es: "Quien usa dos servicios compara. Treinta días hábiles y treinta naturales parecen el mismo plazo y no lo son, y el personal acaba aplicando uno solo.",
            en: "Customers who use two services compare. Thirty business days and thirty calendar days look alike and are not, and the staff end up working by one of them.",
            pt: "Quem usa dois serviços compara. Trinta dias úteis e trinta corridos parecem o mesmo prazo e não são, e a equipe acaba aplicando um só.",
        },
        fix: Text {
            es: "escriba la misma cifra en ambos, o haga de ellos un solo compromiso en `commitments.yaml` que los servicios nombren; si la diferencia es deliberada, explíquela en `conditions`",
            en: "write the same figure in both, or make of them one commitment in `commitments.yaml` that the services name; where the difference is deliberate, explain it in `conditions`",
            pt: "escreva o mesmo valor nos dois, ou faça deles um só compromisso em `commitments.yaml` que os serviços nomeiem; se a diferença é deliberada, explique-a em `conditions`",
        },
        bad: r#"=== services/uno.md
---
code: A
name: Uno
commitments:
  uno-respuesta: { promise: "Contestamos sus sugerencias, reclamaciones y felicitaciones en 30 días naturales." }
  uno-recibo: { promise: "Usted recibe siempre su comprobante firmado.", target: { share: 98 % } }
---
=== services/zeta.md
---
code: D
name: Dos
commitments:
  dos-respuesta: { promise: "Contestamos sus sugerencias, reclamaciones y felicitaciones en 30 días hábiles." }
#                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  dos-recibo: { promise: "Usted recibe siempre su comprobante firmado.", target: { share: 90 % } }
#                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
---
"#,
        good: r#"=== services/uno.md
---
code: A
name: Uno
commitments:
  uno-respuesta: { promise: "Contestamos sus sugerencias, reclamaciones y felicitaciones en 30 días naturales." }
  uno-recibo: { promise: "Usted recibe siempre su comprobante firmado.", target: { share: 98 % } }
---
=== services/zeta.md
---
code: D
name: Dos
commitments:
  dos-respuesta: { promise: "Contestamos sus sugerencias, reclamaciones y felicitaciones en treinta días naturales." }
  dos-recibo: { promise: "Usted recibe siempre su comprobante firmado.", target: { share: 98 % } }
---
"#,
    },
    check,
};

const TIMES: Text = Text { es: "distinto plazo", en: "different times", pt: "prazos diferentes" };
const SHARES: Text = Text { es: "distinto porcentaje", en: "different shares", pt: "percentuais diferentes" };
const OTHER: Text = Text { es: "el otro compromiso", en: "the other commitment", pt: "o outro compromisso" };

/// How many words two promises must begin with in common. They are long ones, so that few promises begin so by chance.
const COMMON_WORDS: usize = 4;
/// With how few words promises are alike that have no other.
const FEWEST_WORDS: usize = 2;
/// Words for units, where their number is not read.
const UNITS: [&str; 13] = [
    "horas",
    "hábiles",
    "naturales",
    "semanas",
    "meses",
    "hours",
    "business",
    "weeks",
    "months",
    "calendar",
    "úteis",
    "corridos",
    "calendario",
];

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    for group in groups(manual) {
        let said = |figures: fn(&Resolved<'_>, &Commitment) -> Vec<Quantity>| -> Vec<Vec<Quantity>> {
            group.iter().map(|commitment| figures(manual, commitment)).collect()
        };
        check_group(report, &group, TIMES, &said(times));
        check_group(report, &group, SHARES, &said(shares));
    }
}

/// What makes promises alike: their words, their conditions and whom they hold for.
type Likeness = (Vec<String>, Vec<String>, Vec<(String, Vec<String>)>);

/// Promises that begin with the same long words, or have the same few, under the same conditions, in groups of two and more.
pub(super) fn groups<'m>(manual: &'m Resolved<'_>) -> Vec<Vec<&'m Commitment>> {
    let mut alike: BTreeMap<Likeness, Vec<&Commitment>> = BTreeMap::new();
    for commitment in super::commitments(manual) {
        let text = without_figures(manual, commitment);
        let long = opening(&text);
        let words = if long.len() == COMMON_WORDS { long } else { all_words(&text) };
        if words.len() >= FEWEST_WORDS {
            let mut conditions: Vec<String> =
                commitment.conditions.iter().map(|text| prose::lower(text.plain().trim_end_matches('.'))).collect();
            conditions.sort();
            let holds = |(dimension, ids): &(String, Vec<Spanned<String>>)| {
                let mut ids: Vec<String> = ids.iter().map(|id| id.value.clone()).collect();
                ids.sort();
                (dimension.clone(), ids)
            };
            let mut applies_to: Vec<_> = commitment.applies_to.iter().map(holds).collect();
            applies_to.sort();
            alike.entry((words, conditions, applies_to)).or_default().push(commitment);
        }
    }
    alike.into_values().filter(|group| group.len() > 1).collect()
}

/// The figures of one kind that each of a group of promises says.
fn check_group(report: &mut Report<'_>, group: &[&Commitment], what: Text, said: &[Vec<Quantity>]) {
    // What most of them say is taken for meant; of equally many, what stands first.
    let mut votes: HashMap<&[Quantity], usize> = HashMap::new();
    for figures in said.iter().filter(|figures| !figures.is_empty()) {
        *votes.entry(figures).or_default() += 1;
    }
    let Some(model) = (0..group.len()).rev().max_by_key(|i| votes.get(said[*i].as_slice())) else { return };
    let service = |commitment: &Commitment| commitment.service.as_ref().map(|s| s.value.clone());
    for (i, commitment) in group.iter().enumerate() {
        let other = group[model];
        if said[i] == said[model]
            || said[i].is_empty()
            || said[model].is_empty()
            || service(commitment) == service(other)
        {
            continue;
        }
        // The first that differs shows the matter.
        let only = |own: &[Quantity], theirs: &[Quantity]| own.iter().find(|figure| !theirs.contains(figure)).cloned();
        let (own, theirs) = (only(&said[i], &said[model]), only(&said[model], &said[i]));
        let (Some(own), Some(theirs)) = (own.clone().or(theirs.clone()), theirs.or(own)) else { continue };
        if own == theirs {
            // One of them says one time more, and nothing else differs.
            continue;
        }
        report.at(commitment.base().span, &commitment.base.subject(), |finding| {
            finding
                .arg("commitment", commitment.base.id.as_str())
                .arg("other", other.base.id.as_str())
                .arg("what", what)
                .arg("own", own)
                .arg("theirs", theirs)
                .label(other.base.span, OTHER)
        });
    }
}

/// The times of a promise: its limit and those of its text, each once.
fn times(manual: &Resolved<'_>, commitment: &Commitment) -> Vec<Quantity> {
    let limit = commitment.within.as_ref().and_then(|within| within.single()).copied();
    let title = commitment.base.name.as_ref().map_or("", |name| &*name.source);
    let said = mentions_in(manual, title);
    let out = limit.into_iter().chain(said.iter().filter_map(|mention| mention.duration()));
    once(out.map(Quantity::Duration))
}

/// The shares of a promise: those of its own targets, each once. Those of its text are often of a price or of a plan for the year,
/// which each service makes for itself.
fn shares(_: &Resolved<'_>, commitment: &Commitment) -> Vec<Quantity> {
    let own = commitment.targets.value().into_iter().flatten().filter(|spec| spec.scope.is_empty() && !spec.rest);
    once(own.filter_map(|spec| match &spec.target {
        Target::Share(share) | Target::ShareWithin { share, .. } => Some(Quantity::Percent(share.value.clone())),
        _ => None,
    }))
}

fn once(figures: impl Iterator<Item = Quantity>) -> Vec<Quantity> {
    let mut once: Vec<Quantity> = Vec::new();
    for figure in figures {
        if !once.iter().any(|other| other.compare_exactly(&figure).is_some_and(|order| order.is_eq())) {
            once.push(figure);
        }
    }
    once
}

/// The text of a promise without its figures: neither those that are typed nor those that links print. Of other links the words remain.
fn without_figures(manual: &Resolved<'_>, commitment: &Commitment) -> String {
    let source = commitment.base.name.as_ref().map_or("", |name| &*name.source);
    let mut text = source.to_owned();
    for mention in mentions_in(manual, source).iter().rev() {
        text.replace_range(mention.range.clone(), " ");
    }
    let mut out = String::new();
    let mut rest = text.as_str();
    while let Some((before, after)) = rest.split_once("[[") {
        let Some((link, after)) = after.split_once("]]") else { break };
        let (target, shown) = link.split_once('|').unwrap_or((link, link));
        out.push_str(before);
        // What follows a full stop is a value of the entry.
        out.push_str(if target.contains('.') { " " } else { shown });
        rest = after;
    }
    out.push_str(rest);
    prose::lower(&mask(&out))
}

/// The first long words of a promise, so that only the matter counts.
fn opening(text: &str) -> Vec<String> {
    let words = text.split(|c: char| !c.is_alphabetic()).filter(|word| word.chars().count() >= 5);
    words.filter(|word| !UNITS.contains(word)).take(COMMON_WORDS).map(str::to_owned).collect()
}

/// All words of a short promise but those that say nothing, marked so that they are like no beginning of a longer one.
fn all_words(text: &str) -> Vec<String> {
    let empty = [
        "las", "los", "una", "uno", "del", "que", "por", "para", "con", "sus", "the", "and", "your", "for", "you",
        "within", "uma", "das", "dos", "com", "más", "mais", "menos", "sua", "seu", "máximo", "plazo", "prazo",
        "dentro",
    ];
    let words = text.split(|c: char| !c.is_alphabetic()).filter(|word| word.chars().count() >= 3);
    let stems: Vec<String> =
        words.filter(|word| !empty.contains(word)).map(|word| word.chars().take(7).collect()).collect();
    if stems.len() < FEWEST_WORDS { Vec::new() } else { std::iter::once("=".to_owned()).chain(stems).collect() }
}

#[cfg(test)]
mod tests {
    use crate::check::examples::compiled;
    use crate::load::Memory;
    use crate::load::example::parse;

    /// How many promises are told to differ, where two services make the same one in these words.
    fn differing(one: &str, other: &str) -> usize {
        let (memory, _): (Memory, _) = parse(&format!(
            "=== services/uno.md\n---\ncode: A\nname: Uno\ncommitments:\n  uno-a-tiempo: {{ promise: \"{one}\", within: 2 business days }}\n---\n\
             === services/zeta.md\n---\ncode: D\nname: Dos\ncommitments:\n  dos-en-fecha: {{ promise: \"{other}\", within: 1 business day }}\n---\n"
        ));
        compiled(&memory).findings.iter().filter(|finding| finding.code() == "C308").count()
    }

    #[test]
    fn promises_are_alike_whatever_their_figures_and_however_they_print_them() {
        for (one, other) in [
            (
                "Le damos el presupuesto en [[uno-a-tiempo.within]].",
                "Le damos el presupuesto en [[dos-en-fecha.within]].",
            ),
            ("Le damos el presupuesto en [[uno-a-tiempo.within]].", "Le damos el presupuesto en un día hábil."),
            (
                "Tiene su presupuesto en dos días hábiles desde que deja el aparato.",
                "Tiene su presupuesto en un día hábil desde que deja el aparato.",
            ),
            (
                "Tiene su presupuesto en [[uno-a-tiempo.within]] desde que deja el aparato.",
                "Tiene su presupuesto en [[dos-en-fecha.within]] desde que deja el aparato.",
            ),
            ("We send the quote in [[uno-a-tiempo.within]].", "We send the quote in [[dos-en-fecha.within]]."),
            ("Enviamos o orçamento em [[uno-a-tiempo.within]].", "Enviamos o orçamento em [[dos-en-fecha.within]]."),
        ] {
            assert_eq!(differing(one, other), 1, "{one} {other}");
        }
        assert_eq!(
            differing(
                "Le damos el presupuesto en [[uno-a-tiempo.within]].",
                "Le visitamos en [[dos-en-fecha.within]]."
            ),
            0
        );
    }
}

//! W901: promises, messages and steps give a figure and not «lo antes posible» (C4, C5).

use super::phrases::{SOON, phrases};
use crate::check::figures::{self, Figure};
use crate::check::pledge::Pledges;
use crate::check::prose::{self, Passage, passages};
use crate::check::{Report, Rule, speech};
use crate::diag::{Entry, Severity};
use crate::lang::Text;
use crate::parse::kind::Kind;
use crate::parse::mention::mask;
use crate::resolve::Resolved;
use std::collections::{BTreeSet, HashMap};
use std::ops::Range;

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "W901",
        name: "vague-promise",
        severity: Severity::Warning,
        message: Text {
            es: "«{phrase}» no dice cuánto",
            en: "“{phrase}” does not say how long",
            pt: "“{phrase}” não diz quanto",
        },
        why: Text {
            es: "Lo que no tiene cifra no se puede cumplir ni incumplir: cada cliente espera lo suyo y cada empleado entiende otra cosa.",
            en: "What has no figure can be neither kept nor broken: each customer expects something and each member of staff understands something else.",
            pt: "O que não tem número não se cumpre nem se descumpre: cada cliente espera uma coisa e cada funcionário entende outra.",
        },
        fix: Text {
            es: "escriba el plazo: «en 24 horas hábiles», o el enlace que lo repite: `[[id.within]]`",
            en: "write the time: “within 24 business hours”, or the link that repeats it: `[[id.within]]`",
            pt: "escreva o prazo: “em 24 horas úteis”, ou o link que o repete: `[[id.within]]`",
        },
        bad: r#"=== services/ejemplo.md
---
code: EJ-01
name: Ejemplo
commitments:
  respuesta:
    promise: Le responderemos lo antes posible.
#                             ^^^^^^^^^^^^^^^^
    within: 2 business days
communication:
  before:
    - trigger: alguien pregunta
      content: que se le llamará a la mayor brevedad
#                                ^^^^^^^^^^^^^^^^^^^
---
Respondemos de inmediato.
#           ^^^^^^^^^^^^
"#,
        good: r#"=== services/ejemplo.md
---
code: EJ-01
name: Ejemplo
commitments:
  respuesta:
    promise: Le responderemos en [[respuesta.within]].
    within: 2 business days
communication:
  before:
    - trigger: alguien pregunta
      content: que se le llamará en [[respuesta.within]]
---
Respondemos en [[respuesta.within]]. No diga «le respondemos de inmediato».
"#,
    },
    check,
};

/// What to write where the manual has the figure already.
const KNOWN: Text = Text {
    es: "escriba `{link}`, que hoy dice {value}",
    en: "write `{link}`, which now says {value}",
    pt: "escreva `{link}`, que hoje diz {value}",
};
/// What to write where the step or message has a limit that no link prints.
const LIMITED: Text = Text {
    es: "diga el plazo que ya tiene el manual: {value}",
    en: "say the time that the manual has already: {value}",
    pt: "diga o prazo que o manual já tem: {value}",
};
const HERE: Text = Text { es: "el plazo está aquí", en: "the time is here", pt: "o prazo está aqui" };

/// Keys whose texts promise something to the customer or tell staff by when to act.
const KEYS: [&str; 14] = [
    "promise",
    "conditions",
    "gives",
    "when",
    "say",
    "content",
    "says",
    "wait_message",
    "does",
    "statement",
    "response",
    "summary",
    "if_not_effective",
    "hand_over",
];

/// Keys whose texts tell staff what to do: that they act without delay is an order, and its limit stands beside it.
const ORDERS: [&str; 6] = ["does", "statement", "response", "if_not_effective", "hand_over", "when"];

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    let pledges = Pledges::of(manual);
    // Few passages have the longest word of any phrase.
    let (phrases, always) = phrases(manual.lang);
    let mut by_word: HashMap<&str, Vec<usize>> = HashMap::new();
    for (place, phrase) in phrases.iter().enumerate() {
        by_word.entry(prose::words(phrase).max_by_key(|word| word.len()).unwrap_or_default()).or_default().push(place);
    }
    let shortest = by_word.keys().map(|word| word.len()).min().unwrap_or_default();
    for passage in &passages(manual, |passage| passage.path.is_empty() || is_promise(passage)) {
        let text = prose::lower(&mask(passage.source));
        let mut told: Vec<Range<usize>> = Vec::new();
        let long = prose::words(&text).filter(|word| word.len() >= shortest);
        let found: BTreeSet<usize> = long.filter_map(|word| by_word.get(word)).flatten().copied().collect();
        for place in found {
            for range in prose::find_phrase(&text, phrases[place]) {
                if told.iter().any(|other| other.start < range.end && range.start < other.end) {
                    continue;
                }
                if speech::is_unsaid(passage, &range) || !is_meant(passage, &range, place >= always) {
                    continue;
                }
                if phrases[place] == SOON && !is_ahead(passage, &range) {
                    continue;
                }
                tell(manual, report, &pledges, passage, range.clone());
                told.push(range);
            }
        }
    }
}

/// Whether a phrase says by when we do something: in the prose of files, and of the softer phrases, only where its sentence speaks
/// of what is done for a customer.
fn is_meant(passage: &Passage<'_>, range: &Range<usize>, is_soft: bool) -> bool {
    if !passage.path.is_empty() && !is_soft {
        return true;
    }
    if ORDERS.contains(&passage.key()) || !speech::is_ours(passage, range) {
        return false;
    }
    let clause = prose::lower(speech::clause(passage, range));
    let we = |word: &str| word.len() > 5 && word.ends_with("mos") || word == "we";
    !super::matters(&clause).is_empty() || prose::words(&clause).any(we)
}

/// Whether “soon” is when we will do something: “we will call you soon”, not “as soon as you arrive”.
fn is_ahead(passage: &Passage<'_>, range: &Range<usize>) -> bool {
    let clause = prose::lower(speech::clause(passage, range));
    let will = ["we will", "we'll", "we’ll", "we shall"].iter().any(|words| clause.contains(words));
    let near = ["as soon", "soon as", "soon after", "too soon", "how soon"];
    will && near.iter().all(|words| prose::find_phrase(&clause, words).is_empty())
}

fn is_promise(passage: &Passage<'_>) -> bool {
    let kinds = [
        Kind::Services,
        Kind::Commitments,
        Kind::Channels,
        Kind::Communications,
        Kind::Complaints,
        Kind::Standards,
        Kind::Risks,
        Kind::Alliances,
    ];
    // Needs and summaries of others say what people wish; ours say what is done.
    let wishes = passage.key() == "summary" && passage.kind != Kind::Services && passage.kind != Kind::Complaints;
    kinds.contains(&passage.kind) && KEYS.contains(&passage.key()) && !wishes
}

fn tell<'m>(
    manual: &'m Resolved<'_>,
    report: &mut Report<'_>,
    pledges: &Pledges<'m>,
    passage: &Passage<'m>,
    range: Range<usize>,
) {
    let words = passage.source.get(range.clone()).unwrap_or_default();
    let phrase = words.split_whitespace().collect::<Vec<_>>().join(" ");
    let figure = figure(manual, pledges, passage, &range);
    report.at(passage.place(&range), &passage.subject(), |finding| {
        let finding = finding.arg("phrase", phrase);
        let Some(figure) = figure else { return finding };
        let finding = finding.arg("value", figure.quantity.clone());
        let finding = match figure.link(manual) {
            Some(link) => finding.arg("link", link).help(KNOWN),
            None => finding.help(LIMITED),
        };
        finding.label(figure.span, HERE)
    });
}

/// The one time that the manual gives for what the sentence speaks of.
fn figure<'m>(
    manual: &'m Resolved<'_>,
    pledges: &Pledges<'m>,
    passage: &Passage<'m>,
    range: &Range<usize>,
) -> Option<Figure> {
    let is_message =
        passage.path.is_empty() || matches!(passage.key(), "say" | "content" | "says" | "wait_message" | "summary");
    if is_message {
        // By when a message is given is another matter than what it says.
        let limits = pledges.find(manual, passage, range).filter(|pledge| !pledge.is_loose)?.limits;
        let first = limits.first()?;
        return limits.iter().all(|limit| limit.quantity == first.quantity).then(|| first.clone());
    }
    // The limit beside the text: `steps.0.within` for `steps.0.does`.
    let beside =
        passage.path.rsplit_once('.').map_or_else(|| "within".to_owned(), |(parent, _)| format!("{parent}.within"));
    let own = figures::quantities(manual, passage.kind, passage.id, &["within"]);
    if let Some(figure) = own.iter().find(|figure| figure.path.as_deref() == Some(beside.as_str())) {
        return Some(figure.clone());
    }
    let Kind::Services = passage.kind else { return None };
    let mut candidates = figures::of_service(manual, manual.model.services.get(passage.id)?);
    candidates.retain(|figure| figure.path.as_deref() == Some("within"));
    match candidates.as_slice() {
        [only] => Some(only.clone()),
        _ => None,
    }
}

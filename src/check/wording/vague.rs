//! W901: promises, messages and steps give a figure and not «lo antes posible» (C4, C5).

use crate::check::figures::{self, ChannelFigures, Figure};
use crate::check::prose::{self, Passage, passages};
use crate::check::{Report, Rule};
use crate::diag::{Entry, Severity};
use crate::lang::{Lang, Text};
use crate::parse::kind::Kind;
use crate::parse::mention::mask;
use crate::resolve::Resolved;
use std::collections::{BTreeSet, HashMap};

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
        bad: r#"code: EJ-01
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
"#,
        good: r#"code: EJ-01
name: Ejemplo
commitments:
  respuesta:
    promise: Le responderemos en [[respuesta.within]].
    within: 2 business days
communication:
  before:
    - trigger: alguien pregunta
      content: que se le llamará en [[respuesta.within]]
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

/// Phrases that put a time without giving it. Longer ones stand first: each place is told once.
const ES: &[&str] = &[
    "a la mayor brevedad posible",
    "con la mayor brevedad posible",
    "en la mayor brevedad posible",
    "a la mayor brevedad",
    "con la mayor brevedad",
    "en la mayor brevedad",
    "a la brevedad posible",
    "a la brevedad",
    "lo antes posible",
    "lo más pronto posible",
    "lo más rápido posible",
    "lo más rápidamente posible",
    "tan pronto como sea posible",
    "tan pronto como se pueda",
    "tan rápido como sea posible",
    "en cuanto sea posible",
    "en cuanto nos sea posible",
    "en el menor tiempo posible",
    "en el menor plazo posible",
    "en el plazo más breve posible",
    "en un plazo razonable",
    "en un tiempo razonable",
    "en un tiempo prudencial",
    "en un plazo prudencial",
    "cuanto antes",
    "en breve",
    "en unos momentos",
    "en unos instantes",
    "en su debido momento",
    "con prontitud",
    "con celeridad",
    "oportunamente",
    "próximamente",
];
const EN: &[&str] = &[
    "as soon as possible",
    "as soon as we can",
    "as soon as practicable",
    "as quickly as possible",
    "as promptly as possible",
    "as fast as possible",
    "at the earliest opportunity",
    "at our earliest convenience",
    "in the shortest possible time",
    "within a reasonable time",
    "within a reasonable period",
    "in a reasonable time",
    "in a timely manner",
    "in a timely fashion",
    "in due course",
    "in due time",
    "promptly",
    "shortly",
    "asap",
];
const PT: &[&str] = &[
    "o mais breve possível",
    "o mais brevemente possível",
    "o mais rápido possível",
    "o mais rapidamente possível",
    "o mais cedo possível",
    "com a maior brevidade possível",
    "com a maior brevidade",
    "na maior brevidade possível",
    "na maior brevidade",
    "com a brevidade possível",
    "no menor tempo possível",
    "no menor prazo possível",
    "em prazo razoável",
    "em um prazo razoável",
    "em tempo razoável",
    "em tempo hábil",
    "o quanto antes",
    "quanto antes",
    "assim que possível",
    "assim que for possível",
    "logo que possível",
    "tão logo seja possível",
    "em breve",
    "oportunamente",
    "com celeridade",
    "prontamente",
];

fn phrases(lang: Lang) -> &'static [&'static str] {
    match lang {
        Lang::Es => ES,
        Lang::En => EN,
        Lang::Pt => PT,
    }
}

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

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    let channels = report.channels(manual);
    // Few passages have the longest word of any phrase.
    let phrases = phrases(manual.lang);
    let mut by_word: HashMap<&str, Vec<usize>> = HashMap::new();
    for (place, phrase) in phrases.iter().enumerate() {
        by_word.entry(prose::words(phrase).max_by_key(|word| word.len()).unwrap_or_default()).or_default().push(place);
    }
    let shortest = by_word.keys().map(|word| word.len()).min().unwrap_or_default();
    for passage in &passages(manual, is_promise) {
        let text = prose::lower(&mask(passage.source));
        let mut told: Vec<std::ops::Range<usize>> = Vec::new();
        let long = prose::words(&text).filter(|word| word.len() >= shortest);
        let found: BTreeSet<usize> = long.filter_map(|word| by_word.get(word)).flatten().copied().collect();
        for phrase in found.into_iter().map(|place| phrases[place]) {
            for range in prose::find_phrase(&text, phrase) {
                if told.iter().any(|other| other.start < range.end && range.start < other.end) {
                    continue;
                }
                tell(manual, report, channels, passage, range.clone());
                told.push(range);
            }
        }
    }
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

fn tell(
    manual: &Resolved<'_>,
    report: &mut Report<'_>,
    channels: &ChannelFigures,
    passage: &Passage<'_>,
    range: std::ops::Range<usize>,
) {
    let words = passage.source.get(range.clone()).unwrap_or_default();
    let phrase = words.split_whitespace().collect::<Vec<_>>().join(" ");
    let figure = figure(manual, channels, passage);
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

/// The one time that the manual gives for what the passage speaks of.
fn figure(manual: &Resolved<'_>, channels: &ChannelFigures, passage: &Passage<'_>) -> Option<Figure> {
    // The limit beside the text: `steps.0.within` for `steps.0.does`.
    let beside =
        passage.path.rsplit_once('.').map_or_else(|| "within".to_owned(), |(parent, _)| format!("{parent}.within"));
    let own = figures::quantities(manual, passage.kind, passage.id, &["within"]);
    if let Some(figure) = own.iter().find(|figure| figure.path.as_deref() == Some(beside.as_str())) {
        return Some(figure.clone());
    }
    let mut candidates: Vec<Figure> = match passage.kind {
        Kind::Channels => channels.get(passage.id).to_vec(),
        Kind::Services => figures::of_service(manual, manual.model.services.get(passage.id)?),
        _ => return None,
    };
    candidates.retain(|figure| figure.path.as_deref() == Some("within"));
    match candidates.as_slice() {
        [only] => Some(only.clone()),
        _ => None,
    }
}

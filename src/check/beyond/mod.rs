//! What a sentence says beyond a promise whose place its figure seems to take. Where it says nothing more, the figure is that of the
//! promise. Where a word is left that may make it another thing, nobody knows; where it says for whom, when or by whom it is otherwise, or
//! what else is done, it is another thing.

mod words;

use crate::check::figures::Figure;
use crate::check::prose::{self, Passage};
use crate::check::{pledge, wording};
use crate::lang::Lang;
use crate::model::commitment::Commitment;
use crate::model::offering::PriceItem;
use crate::model::service::Service;
use crate::parse::kind::Kind;
use crate::parse::mention::{Mention, mask, mentions};
use crate::resolve::Resolved;
use crate::values::Decimal;
use std::collections::HashSet;
use std::ops::Range;
use std::sync::LazyLock;
use words::{
    AFTER_ANOTHER, AGAIN, ARTICLES, BEFORE_ANOTHER, BINDING, CONDITIONS, COST, DENIALS, EMPTY, EXTRAS, KEEPING,
    MORE_THAN, NO_VERBS, PRICES, SCENES, UNTIL_NOW, WISHES,
};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Beyond {
    /// Nothing: the same is said with another figure.
    Nothing,
    /// Something that may make it another thing or not.
    Something,
    /// It is another thing.
    Another,
}

/// With more words than these left, a sentence is about something else.
const MOST_LEFT: usize = 3;

static EMPTY_WORDS: LazyLock<HashSet<&str>> = LazyLock::new(|| EMPTY.split_whitespace().collect());

/// Stands for another figure of the sentence: a word that no promise has.
const ANOTHER_FIGURE: &str = "qqq";

/// The words of a promise, and of what makes it.
pub struct Matter {
    stems: HashSet<String>,
    acts: Vec<&'static str>,
    /// Whether it holds only under conditions.
    is_conditional: bool,
}

/// A word without its endings: «visita» and «visitamos» are of one.
fn stem(word: &str) -> String {
    let word = word.strip_suffix('s').unwrap_or(word);
    word.chars().take(5).collect()
}

impl Matter {
    fn add(&mut self, text: &str) {
        let lower = prose::lower(&mask(text));
        self.stems.extend(prose::words(&lower).filter(|word| !EMPTY_WORDS.contains(word)).map(stem));
    }

    fn empty() -> Self {
        let mut matter = Matter { stems: HashSet::new(), acts: Vec::new(), is_conditional: false };
        pledge::SPOKEN.iter().flat_map(|(_, words)| *words).for_each(|word| matter.add(word));
        matter
    }

    fn add_service(&mut self, service: &Service) {
        self.add(&service.base.title());
        self.add(&service.base.id.replace('-', " "));
    }

    fn add_commitment(&mut self, manual: &Resolved<'_>, commitment: &Commitment, is_redress: bool) {
        self.add(&commitment.base.title());
        self.add(&commitment.base.id.replace('-', " "));
        let clock = commitment.clock.iter().flat_map(|clock| [&clock.starts, &clock.stops]).flatten();
        for text in clock.chain(&commitment.conditions) {
            self.add(&text.plain());
        }
        self.is_conditional = !commitment.conditions.is_empty();
        let service = commitment.service.as_ref().and_then(|id| manual.model.services.get(&id.value));
        service.into_iter().for_each(|service| self.add_service(service));
        self.add_acts(&wording::matters(&format!("{} {}", commitment.base.id, commitment.base.title())));
        if is_redress && let Some(redress) = commitment.redress.value() {
            [&redress.gives, &redress.when].into_iter().flatten().for_each(|text| self.add(&text.plain()));
        }
    }

    fn add_acts(&mut self, matters: &[usize]) {
        self.acts.extend(matters.iter().flat_map(|matter| wording::stems(*matter)));
    }

    /// What a figure is promised of, at a place that has a name.
    pub fn of_promise(manual: &Resolved<'_>, figure: &Figure, place: &str) -> Self {
        let mut matter = Matter::empty();
        matter.add(place);
        if let Some(base) = manual.model.base(figure.kind, &figure.id) {
            matter.add(&base.title());
        }
        manual.model.roles.iter().for_each(|role| matter.add(&role.base.title()));
        let organization = &manual.model.manifest.organization;
        let names = [&organization.name, &organization.short_name].into_iter().flatten();
        names.for_each(|name| matter.add(&name.plain()));
        match figure.kind {
            Kind::Commitments => {
                let commitment = manual.model.commitments.get(&figure.id);
                let is_redress = figure.path.as_deref() == Some("redress.by");
                commitment.into_iter().for_each(|commitment| matter.add_commitment(manual, commitment, is_redress));
            }
            Kind::Complaints => matter.add_acts(&[0]),
            _ => matter.add_acts(&wording::CONTACT),
        }
        if matter.is_any(&pledge::COMPLAINT) || figure.kind == Kind::Complaints {
            matter.acts.extend(pledge::COMPLAINT);
            matter.add_acts(&[0, 1, wording::SOLVE]);
        }
        // What was asked for is answered when it is decided.
        if ["solic", "decis", "pedid", "decid", "decim"].iter().any(|stem| matter.stems.contains(*stem))
            || matter.is_any(&["respond", "answer", "applic"])
        {
            matter.add_acts(&[0]);
            matter.acts.extend(["decid", "decis", "aprob", "aprueb", "aprov", "approv", "resuel", "resolv"]);
        }
        matter
    }

    /// What a service asks its price for.
    fn of_price(service: &Service, item: &PriceItem) -> Self {
        let mut matter = Matter::empty();
        matter.add_service(service);
        [&item.per, &item.name].into_iter().flatten().for_each(|text| matter.add(&text.plain()));
        matter
    }

    fn is_any(&self, stems: &[&str]) -> bool {
        let starts = |own: &String, stem: &str| own.starts_with(stem) || stem.starts_with(own.as_str());
        stems.iter().any(|stem| self.stems.iter().any(|own| own.chars().count() >= 4 && starts(own, stem)))
    }

    fn is_act(&self, word: &str) -> bool {
        self.acts.iter().any(|act| word.starts_with(act))
    }

    fn knows(&self, word: &str) -> bool {
        EMPTY_WORDS.contains(word)
            || word.chars().count() < 3
            || word.chars().all(|c| c.is_ascii_digit())
            || word.ends_with("mente")
            || self.is_act(word)
            || self.stems.contains(&stem(word))
    }
}

/// The words round a figure that say what it is the figure of.
struct Said {
    before: Vec<String>,
    after: Vec<String>,
    lang: Lang,
}

fn own_words(text: &str) -> Vec<String> {
    prose::words(text).map(str::to_owned).collect()
}

impl Said {
    /// The clause of a figure: the part between commas, with the parts before it that say for whom or when, and those after it that say
    /// unless what. Of two things that are joined, that of the figure.
    fn of(passage: &Passage<'_>, range: &Range<usize>, matter: &Matter) -> Self {
        let sentence = passage.statement(range);
        let blanked = |range: Range<usize>| {
            let mut text = mask(&prose::lower(passage.source.get(range).unwrap_or_default())).replace('\n', " ");
            for other in mentions(&text, passage.lang) {
                // Another figure tells one case from another.
                let word = format!("{ANOTHER_FIGURE:<width$}", width = other.range.len());
                text.replace_range(other.range.clone(), &word);
            }
            text
        };
        let (before, after) = (blanked(sentence.start..range.start), blanked(range.end..sentence.end));
        Said {
            before: Self::leading(&before, matter, passage.lang),
            after: Self::trailing(&after, matter),
            lang: passage.lang,
        }
    }

    fn leading(before: &str, matter: &Matter, lang: Lang) -> Vec<String> {
        let parts: Vec<Vec<String>> = before.split(", ").map(own_words).collect();
        let has_act = |words: &[String]| words.iter().any(|word| matter.is_act(word));
        let (last, rest) = parts.split_last().map_or((Vec::new(), &[][..]), |(last, rest)| (last.clone(), rest));
        let main = rest.iter().rposition(|part| has_act(part)).filter(|_| !has_act(&last)).unwrap_or(rest.len());
        let mut out: Vec<String> = Vec::new();
        for (at, part) in rest.iter().enumerate() {
            let sets =
                part.first().is_some_and(|word| SCENES.contains(&word.as_str()) || lang == Lang::Pt && word == "se");
            if at >= main || sets {
                out.extend(Self::from_joint(part, matter));
            }
        }
        out.extend(Self::from_joint(&last, matter));
        out
    }

    /// What follows the last «y» after which something of the promise is done.
    fn from_joint(words: &[String], matter: &Matter) -> Vec<String> {
        let joint = |at: &usize| matches!(words[*at].as_str(), "y" | "and" | "e");
        let acts = |at: &usize| words[*at..].iter().any(|word| matter.is_act(word));
        let start = (0..words.len()).filter(joint).rfind(acts).map_or(0, |at| at + 1);
        words[start..].to_vec()
    }

    fn trailing(after: &str, matter: &Matter) -> Vec<String> {
        let mut parts = after.split([',', '(']).map(own_words);
        let mut out = parts.next().unwrap_or_default();
        let joint = out.iter().position(|word| matches!(word.as_str(), "y" | "and" | "e"));
        if let Some(at) = joint.filter(|at| !out[at + 1..].iter().all(|word| matter.knows(word))) {
            out.truncate(at);
        }
        let opens = |part: &Vec<String>| part.first().is_some_and(|word| CONDITIONS.contains(&word.as_str()));
        out.extend(parts.filter(opens).flatten());
        out
    }

    fn all(&self) -> Vec<&str> {
        self.before.iter().chain(&self.after).map(String::as_str).collect()
    }

    /// Whether any of some phrases stands in it, of which no word is the promise's own.
    fn says(&self, phrases: &[&str], matter: &Matter) -> bool {
        let own = |phrase: &str| prose::words(phrase).all(|word| matter.stems.contains(&stem(word)));
        let text = self.all().join(" ");
        phrases.iter().any(|phrase| !prose::find_phrase(&text, phrase).is_empty() && !own(phrase))
    }

    fn says_stem(&self, stems: &[&str], matter: &Matter) -> bool {
        // Short ones are whole words.
        let is = |word: &str, cue: &str| word == cue || cue.chars().count() >= 5 && word.starts_with(cue);
        let cues = |word: &str| stems.iter().any(|cue| is(word, cue));
        self.all().iter().any(|word| cues(word) && !matter.stems.contains(&stem(word)))
    }

    /// Whether the figure is no time in which something is done, by the words that touch it.
    fn is_other_time(&self) -> bool {
        let after = format!("{} ", self.after.join(" "));
        let denied = || self.before.iter().any(|word| DENIALS.contains(&word.as_str()));
        let is_point = after.trim() == "después" || after.trim() == "depois" || after.starts_with("después para");
        self.ends_before_figure(&BEFORE_ANOTHER)
            || self.ends_before_figure(&MORE_THAN) && !denied()
            || AFTER_ANOTHER.iter().any(|phrase| after.starts_with(&format!("{phrase} ")))
            || is_point
    }

    /// «En menos de un minuto» may be a way to say that it is short.
    fn is_less_than_one(&self, mention: &Mention) -> bool {
        let before = self.before.join(" ");
        let less = ["menos de", "less than", "under"].iter().any(|phrase| before.ends_with(phrase));
        less && mention.amount == Decimal::ONE
    }

    /// Whether something else is done in the time, or by somebody else.
    fn is_other_act(&self, matter: &Matter) -> bool {
        self.is_other_verb(matter) || self.is_passive_of_another(matter) || self.is_by_another(matter)
    }

    /// «Le devolvemos el precio de la visita…», “we refund…”: the verb of us nearest to the figure is not that of the promise.
    fn is_other_verb(&self, matter: &Matter) -> bool {
        let ours = |word: &&String| word.ends_with("mos") && word.len() > 5 && !NO_VERBS.contains(&word.as_str());
        if let Some(verb) = self.before.iter().rfind(ours).or_else(|| self.after.iter().find(ours)) {
            return !matter.knows(verb);
        }
        let words = self.all();
        let we = words.iter().rposition(|word| *word == "we");
        let verb = we.and_then(|at| words[at + 1..].iter().find(|word| !EMPTY_WORDS.contains(**word)));
        self.lang == Lang::En && verb.is_some_and(|verb| !matter.knows(verb) && !verb.ends_with("ly"))
    }

    /// «La visita se anula…», “the visit is cancelled”.
    fn is_passive_of_another(&self, matter: &Matter) -> bool {
        let words = self.all();
        let small = ["le", "les", "lo", "la", "los", "las", "lhe", "te", "nos"];
        let participle = |word: &str| {
            let ends = ["ado", "ada", "ados", "adas", "ido", "ida", "idos", "idas", "ed"];
            ends.iter().any(|end| word.ends_with(end))
        };
        (0..words.len()).any(|at| {
            let next = || words[at + 1..].iter().find(|word| !small.contains(word));
            match words[at] {
                "se" => next().is_some_and(|word| !matter.knows(word)),
                "is" | "are" | "be" | "es" | "son" | "é" | "são" | "será" | "serán" | "serão" => {
                    next().is_some_and(|word| participle(word) && !matter.knows(word))
                }
                _ => false,
            }
        })
    }

    /// «Los responde el banco», “answered by the bank”, «Indecopi responde», «la fiscalía responde».
    fn is_by_another(&self, matter: &Matter) -> bool {
        let words = self.all();
        let strange = |at: usize| words.get(at).is_some_and(|word| !matter.knows(word));
        let article = |at: usize| words.get(at).is_some_and(|word| ARTICLES.contains(word));
        let act = |at: usize| words.get(at).is_some_and(|word| matter.is_act(word));
        let pronoun = |at: usize| matches!(words[at], "lo" | "la" | "los" | "las");
        (0..words.len()).any(|at| {
            let after_verb = pronoun(at) && act(at + 1) && (article(at + 2) && strange(at + 3) || strange(at + 2));
            let agent = matches!(words[at], "by" | "por") && article(at + 1) && strange(at + 2)
                || matches!(words[at], "pelo" | "pela" | "pelos" | "pelas") && strange(at + 1);
            // «El defensor del pueblo responde».
            let name_of = |word: &&&str| BINDING.contains(*word) || ARTICLES.contains(*word) || !matter.knows(word);
            let end = at + 1 + words.get(at + 1..).map_or(0, |rest| rest.iter().take_while(name_of).count());
            let subject = article(at) && strange(at + 1) && act(end) && self.is_verb(words[end]);
            let name = at == 0 && strange(0) && act(1) && self.is_verb(words[1]);
            after_verb || agent || subject || name
        })
    }

    /// Whether a word of an act is a verb whose doer stands before it.
    fn is_verb(&self, word: &str) -> bool {
        let nouns = [
            "respuest", "respost", "atenci", "atendim", "visita", "answer", "acuse", "llamada", "chamada", "call",
            "pago", "entrega", "envío", "decisi", "espera", "wait", "repair", "repara", "delivery",
        ];
        let is_complaint = pledge::COMPLAINT.iter().any(|stem| word.starts_with(stem));
        // “Answers” is a verb, “answer” may be none.
        let is_noun =
            nouns.iter().any(|noun| word.starts_with(noun)) && !matches!(word, "answers" | "calls" | "repairs");
        !is_complaint && !is_noun && !word.ends_with("mos")
    }

    /// The words that are left, each with whether a preposition binds it to another.
    fn left(&self, matter: &Matter) -> Vec<bool> {
        let words = self.all();
        let is_left = |at: &usize| !matter.knows(words[*at]);
        let bound = |at: usize| {
            let said = |word: &&&str| !EMPTY_WORDS.contains(**word) && matter.knows(word);
            let mut back = words[..at].iter().rev().take_while(|word| !said(word));
            back.any(|word| BINDING.contains(word))
        };
        // «… en dos días hábiles con el motivo por escrito»: how it is done, which may be all or some.
        let with = |at: &usize| matches!(words[*at], "con" | "with" | "com");
        let manner = (self.before.len()..words.len()).find(with).unwrap_or(words.len());
        let mut left: Vec<bool> = (0..manner).filter(is_left).map(bound).collect();
        if (manner..words.len()).any(|at| is_left(&at)) {
            left.push(false);
        }
        // «De más de diez habitaciones» is a case, though all its words are the promise's.
        let text = words.join(" ");
        if MORE_THAN.iter().any(|phrase| text.contains(&format!(" {phrase} "))) && !self.ends_before_figure(&MORE_THAN)
        {
            left.push(true);
        }
        left
    }

    fn ends_before_figure(&self, phrases: &[&str]) -> bool {
        let before = format!(" {}", self.before.join(" "));
        phrases.iter().any(|phrase| before.ends_with(&format!(" {phrase}")))
    }

    fn is_conditional(&self, matter: &Matter) -> bool {
        let own = |word: &str| matter.stems.contains(&stem(word));
        let words = self.all();
        words.iter().any(|word| CONDITIONS.contains(word) && !own(word))
            || self.lang == Lang::Pt && words.first() == Some(&"se")
    }
}

/// What the sentence round a time says beyond a promise of another time.
pub fn of_time(passage: &Passage<'_>, mention: &Mention, figure: &Figure, matter: &Matter) -> Beyond {
    let said = Said::of(passage, &mention.range, matter);
    if said.is_other_time()
        || said.says_stem(&KEEPING, matter)
        || [&WISHES[..], &UNTIL_NOW, &AGAIN].iter().any(|cues| said.says(cues, matter))
        || said.is_other_act(matter)
    {
        return Beyond::Another;
    }
    let left = said.left(matter);
    if left.is_empty() {
        return if said.is_less_than_one(mention) { Beyond::Something } else { Beyond::Nothing };
    }
    // Who is served sooner has what is promised to all; and a promise under conditions leaves room for the rest.
    let sooner = !wording::is_much_longer(mention, figure);
    let is_case = left.contains(&true) && (sooner || matter.is_conditional);
    match is_case || said.is_conditional(matter) || left.len() > MOST_LEFT {
        true => Beyond::Another,
        false => Beyond::Something,
    }
}

/// What the sentence round a sum says beyond the one price of a service.
pub fn of_price(passage: &Passage<'_>, mention: &Mention, service: &Service, item: &PriceItem) -> Beyond {
    let matter = Matter::of_price(service, item);
    let said = Said::of(passage, &mention.range, &matter);
    if said.says_stem(&EXTRAS, &matter)
        || said.says(&UNTIL_NOW, &matter)
        || said.says(&WISHES, &matter)
        || !prices(&said, &matter)
    {
        return Beyond::Another;
    }
    let is_price = |word: &str| COST.contains(&word) || PRICES.contains(&word) || word.starts_with("cobr");
    let words = said.all();
    let left = words.iter().filter(|word| !matter.knows(word) && !is_price(word) && !word.starts_with("charg")).count();
    match left {
        0 => Beyond::Nothing,
        _ if left > MOST_LEFT || said.is_conditional(&matter) => Beyond::Another,
        _ => Beyond::Something,
    }
}

/// Whether something is added to a price, or taken from it.
pub fn is_part_of_price(passage: &Passage<'_>, mention: &Mention) -> bool {
    let matter = Matter::empty();
    Said::of(passage, &mention.range, &matter).says_stem(&EXTRAS, &matter)
}

/// Whether what is priced is the service: the first thing before «cuesta», or after «el precio de», is its own.
fn prices(said: &Said, matter: &Matter) -> bool {
    let words = said.all();
    let empty = |word: &str| EMPTY_WORDS.contains(word) && !is_service_word(word) || word.chars().count() < 3;
    let own = |word: &str| is_service_word(word) || matter.knows(word);
    if let Some(price) = words.iter().position(|word| PRICES.contains(word)) {
        // «El precio sube», «el precio del repuesto»: what follows says of what.
        return words[price + 1..].iter().find(|word| !empty(word)).is_none_or(|word| own(word));
    }
    let Some(cost) = words.iter().position(|word| COST.contains(word)) else { return true };
    let mut things = words[..cost].iter().enumerate().filter(|(_, word)| !empty(word));
    let first = things.next();
    // «En feriado la visita cuesta…»: what opens with «en» is when.
    let is_scene = first.is_some_and(|(at, word)| {
        !own(word)
            && words[..at].first().is_some_and(|word| matches!(*word, "en" | "in" | "on" | "em" | "para" | "for"))
    });
    let head = if is_scene { things.next() } else { first };
    head.is_none_or(|(_, word)| own(word))
}

/// Words by which any service calls itself.
fn is_service_word(word: &str) -> bool {
    ["servicio", "trámite", "service", "procedure", "serviço", "gestión", "atención"].contains(&word)
}

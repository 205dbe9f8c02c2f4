//! The obligations of each role as a canonical text, and its digest: what an acknowledgement of reading refers to.
//!
//! The text has one line for each obligation (a commitment, a part of a service with its time, a standard, something that may be decided or given, an escalation, a
//! message, a step); the lines are sorted, and the SHA-256 of the whole, in hexadecimal, is the digest. A line is made of
//! `key=value` with the facts that bind:
//!
//! - lengths of time, amounts, targets and words of the language as they are defined, whatever way they were written in (`10` and
//!   `10.0`, ten minutes and 600 seconds, a share with its sign or without);
//! - what the prose of its services sets apart as important or as a warning;
//! - of steps their place among those of the role in the same service or procedure;
//! - ids of roles, channels, indicators;
//! - the words of promises, standards, scripts and conditions as letters and digits in lower case without accents, so that
//!   punctuation, capitals, emphasis and line breaks do not count; a link to an entry counts as its id, a printed value as it is
//!   told, in one unit for one length of time, but for the number and the days of the edition itself.
//!
//! So an editorial change (notes, reasons, examples, tone, prose, names of entries, spelling of accents, the order of entries) leaves
//! the digest as it is; another deadline, limit, addressee, word to say or promise changes it. The digest is always that of the
//! manual's own language: a translation is read under the same one.
//!
//! An id stands in the text, so that an entry under another id makes another digest of the same obligations. Whoever knows which entry
//! is which writes the older text with the ids of today ([`canonical_as`]), and the digests that say the same are carried along in
//! [`Bond::earlier`]: a digest depends on its manual alone, and an acknowledgement holds under any of them.

mod words;

pub use words::fold;

use super::duties::{self, Duties, Escalation, Power, Spoken, Step};
use super::writer::Writer;
use crate::lang::Lang;
use crate::model::base::Base;
use crate::model::commitment::Commitment;
use crate::model::complaint::Procedure;
use crate::model::message::Moment;
use crate::model::norms::Standard;
use crate::model::target::TargetSpec;
use crate::parse::files::slug;
use crate::parse::kind::Kind;
use crate::parse::prose::Text;
use crate::parse::reader::{Given, Variant};
use crate::resolve::Resolved;
use crate::span::Spanned;
use crate::values::{Duration, Quantity, When};
use rayon::prelude::*;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

/// The form of the canonical text. Another form makes other digests of the same obligations, so that every acknowledgement is stale.
///
/// The first knew nothing of the calendar and of the terms of complaints; the second read printed values and targets in the unit in
/// which they were written, and knew no order of steps.
const FORM: &str = "cartilla/obligations/3";

/// What one role is bound by.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Bond {
    /// How many obligations there are.
    pub count: usize,
    /// SHA-256 of the canonical text: 64 hexadecimal digits.
    pub digest: String,
    /// Digests of earlier editions that said the same under other ids, sorted.
    pub earlier: Vec<String>,
    /// Ids that the role had in earlier editions, sorted.
    pub formerly: Vec<String>,
}

/// The bonds of all roles, by id of the role.
pub type Obligations = BTreeMap<String, Bond>;

/// The obligations of every role of a manual, which is to be in its own language.
pub fn of(manual: &Resolved<'_>) -> Obligations {
    let roles: Vec<&str> = manual.model.roles.iter().map(|role| role.base.id.as_str()).collect();
    roles.into_par_iter().map(|role| (role.to_owned(), bond(&canonical(manual, role)))).collect()
}

fn bond(lines: &[String]) -> Bond {
    let mut hash = Sha256::new();
    hash.update(FORM);
    for line in lines {
        hash.update("\n");
        hash.update(line);
    }
    let digest = hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect();
    // The calendar is how the others are counted, and a callout says more of them: neither is one of its own.
    let count = lines.iter().filter(|line| !line.starts_with("calendar") && !line.starts_with("notice\t")).count();
    Bond { count, digest, ..Bond::default() }
}

/// The id by which an entry goes.
pub type Ids<'a> = dyn Fn(Kind, &str) -> String + 'a;

/// The canonical text of what binds a role, line by line.
pub fn canonical(manual: &Resolved<'_>, role: &str) -> Vec<String> {
    canonical_as(manual, role, &|_, id| id.to_owned())
}

/// The same with other ids in the places of the manual's own; the role is named by its own.
pub fn canonical_as(manual: &Resolved<'_>, role: &str, ids: &Ids<'_>) -> Vec<String> {
    let Some(role) = manual.model.roles.get(role) else { return Vec::new() };
    let duties = duties::of(manual, role);
    // The names of what is counted are the same in every language of the interface.
    let c = Canon { x: Writer::new(manual).speaking(Lang::En), ids };
    let mut lines = c.lines(&duties);
    lines.sort();
    lines.dedup();
    lines
}

struct Canon<'m> {
    x: Writer<'m>,
    ids: &'m Ids<'m>,
}

impl Canon<'_> {
    fn id(&self, base: &Base) -> String {
        (self.ids)(base.kind, &base.id)
    }

    fn all(&self, kind: Kind, list: &[Spanned<String>]) -> Vec<String> {
        let mut out: Vec<String> = list.iter().map(|id| (self.ids)(kind, &id.value)).collect();
        out.sort();
        out
    }

    /// `services/cards`.
    fn subject(&self, base: &Base) -> String {
        format!("{}/{}", base.kind.name(), self.id(base))
    }

    /// A word by which cases are told apart: an id, where they are told apart by entries.
    fn case(&self, by: &str, word: &str) -> String {
        Kind::of_dimension(by).map_or_else(|| word.to_owned(), |kind| (self.ids)(kind, word))
    }

    fn lines(&self, duties: &Duties<'_>) -> Vec<String> {
        let mut out: Vec<String> = duties.commitments.iter().map(|c| self.commitment(c)).collect();
        out.extend(duties.offers.iter().map(|(service, part)| {
            line(
                "offer",
                &[
                    ("of", self.id(&service.base)),
                    ("part", self.opt(&part.name)),
                    ("within", self.duration(part.within.as_ref())),
                ],
            )
        }));
        out.extend(duties.standards.iter().map(|s| self.standard(s)));
        out.extend(duties.powers.iter().map(|p| self.power(p)));
        out.extend(duties.redress.iter().map(|(procedure, offer)| {
            line(
                "redress",
                &[
                    ("of", self.id(&procedure.base)),
                    ("gives", self.words(&offer.gives)),
                    ("up_to", self.amount(offer.up_to.as_ref())),
                    ("when", self.opt(&offer.when)),
                ],
            )
        }));
        out.extend(duties.escalations.iter().map(|e| self.escalation(e)));
        if let Some(to) = &duties.role.escalates_to {
            out.push(line("escalation", &[("to", (self.ids)(Kind::Roles, &to.value))]));
        }
        out.extend(duties.messages.iter().map(|m| self.message(m)));
        let mut done: BTreeMap<String, usize> = BTreeMap::new();
        for step in &duties.steps {
            let place = done.entry(self.subject(step.of)).or_default();
            *place += 1;
            out.push(self.step(step, *place));
        }
        for procedure in self.x.manual.model.complaints.iter().filter(|p| p.base.is_active()) {
            if serves(procedure, &duties.role.base.id) {
                out.extend(self.terms(procedure));
            }
        }
        for service in &duties.services {
            let runs = service.base.body.runs().bind.into_iter().map(|run| fold(&self.joined(&run)));
            let said = runs.filter(|words| !words.is_empty());
            out.extend(said.map(|words| line("notice", &[("of", self.id(&service.base)), ("says", words)])));
        }
        // Hours and days of work are counted on it.
        if out.iter().any(|line| line.contains(" business ")) {
            let calendar = &self.x.manual.model.manifest.calendar;
            let days = calendar.business_days.map(|works| if works { '1' } else { '0' });
            let spans: Vec<String> = calendar.business_hours.spans().iter().map(|span| format!("{span:?}")).collect();
            let hours = spans.join(" ");
            out.push(line("calendar", &[("days", days.iter().collect()), ("hours", hours)]));
        }
        out
    }

    /// The times within which cases are answered, by type and by severity.
    fn terms(&self, procedure: &Procedure) -> Vec<String> {
        let term = |of: &str, case: &str, answer: Option<&Variant<Duration>>, first: Option<&Variant<Duration>>| {
            line(
                "term",
                &[
                    ("of", self.id(&procedure.base)),
                    (of, case.to_owned()),
                    ("answer", self.duration(answer)),
                    ("first", self.duration(first)),
                ],
            )
        };
        let types = procedure.types.iter().map(|t| ("type", &t.id, &t.answer_within, &t.first_answer));
        let severities = procedure.severity.iter().map(|s| ("severity", &s.id, &s.answer_within, &s.first_answer));
        types
            .chain(severities)
            .filter(|(.., answer, first)| answer.is_some() || first.is_some())
            .map(|(of, id, answer, first)| term(of, &id.value, answer.as_ref(), first.as_ref()))
            .collect()
    }

    fn commitment(&self, c: &Commitment) -> String {
        let clock = c.clock.as_ref();
        let redress = match &c.redress {
            Given::Some { value, .. } => Some(value),
            Given::None { .. } | Given::Missing => None,
        };
        let indicators = self.all(Kind::Indicators, &c.indicators);
        // In the order in which they are written.
        let words = |by: &str, words: &[Spanned<String>]| {
            words.iter().map(|word| self.case(by, &word.value)).collect::<Vec<_>>().join(",")
        };
        let mut applies: Vec<String> =
            c.applies_to.iter().map(|(by, list)| format!("{by}:{}", words(by, list))).collect();
        applies.sort();
        line(
            "commitment",
            &[
                ("id", self.id(&c.base)),
                ("promise", c.base.name.as_ref().map_or_else(String::new, |t| self.words(t))),
                ("within", self.duration(c.within.as_ref())),
                ("target", c.targets.value().map_or_else(String::new, |targets| self.targets(targets))),
                ("indicators", indicators.join(",")),
                ("conditions", self.list(&c.conditions)),
                ("applies_to", applies.join(";")),
                ("starts", clock.map_or_else(String::new, |c| self.opt(&c.starts))),
                ("stops", clock.map_or_else(String::new, |c| self.opt(&c.stops))),
                ("pauses", clock.map_or_else(String::new, |c| self.list(&c.pauses))),
                ("restarts", clock.map_or_else(String::new, |c| self.opt(&c.restarts))),
                ("silence", clock.map_or_else(String::new, |c| self.opt(&c.silence))),
                ("gives", redress.map_or_else(String::new, |r| self.opt(&r.gives))),
                ("gives_when", redress.map_or_else(String::new, |r| self.opt(&r.when))),
                ("gives_by", redress.map_or_else(String::new, |r| self.duration(r.by.as_ref()))),
                ("gives_not", redress.map_or_else(String::new, |r| self.list(&r.excludes))),
            ],
        )
    }

    fn standard(&self, s: &Standard) -> String {
        let channels = self.all(Kind::Channels, &s.channels);
        let mut moments: Vec<&str> = s.moments.iter().map(|m| moment(m.value)).collect();
        moments.sort_unstable();
        line(
            "standard",
            &[
                ("id", self.id(&s.base)),
                ("statement", self.opt(&s.statement)),
                ("channels", channels.join(",")),
                ("moments", moments.join(",")),
                ("avoid", self.opt(&s.avoid)),
            ],
        )
    }

    fn power(&self, power: &Power<'_>) -> String {
        line(
            "authority",
            &[
                ("service", power.service.map_or_else(String::new, |s| self.id(&s.base))),
                ("decides", self.opt(&power.authority.decides)),
                ("up_to", self.amount(power.authority.up_to.as_ref())),
                ("per", self.opt(&power.authority.per)),
                ("within", self.duration(power.authority.within.as_ref())),
            ],
        )
    }

    fn escalation(&self, e: &Escalation<'_>) -> String {
        let to = e
            .step
            .to
            .as_ref()
            .map_or_else(|| self.opt(&e.step.to_text), |to| format!("@{}", (self.ids)(Kind::Roles, &to.value)));
        line(
            "escalation",
            &[
                ("of", self.subject(e.of)),
                ("when", self.opt(&e.step.when)),
                ("to", to),
                ("within", self.duration(e.step.within.as_ref())),
            ],
        )
    }

    fn message(&self, m: &Spoken<'_>) -> String {
        let said = m.message;
        let mut media: Vec<String> =
            said.medium.iter().map(|medium| (self.ids)(Kind::Channels, &medium.word)).collect();
        media.sort_unstable();
        line(
            "message",
            &[
                ("service", m.service.map_or_else(String::new, |s| self.id(&s.base))),
                ("moment", moment(m.moment).to_owned()),
                ("trigger", self.opt(&said.trigger)),
                ("by", media.iter().map(|word| slug(word)).collect::<Vec<_>>().join(",")),
                ("content", self.opt(&said.content)),
                ("say", self.opt(&said.say)),
                ("never", self.list(&said.avoid_saying)),
                ("within", self.duration(said.within.as_ref())),
            ],
        )
    }

    /// `place` is that among the role's own steps of the service or procedure: what others do before it binds them.
    fn step(&self, s: &Step<'_>, place: usize) -> String {
        line(
            "step",
            &[
                ("of", self.subject(s.of)),
                ("place", place.to_string()),
                ("does", self.words(s.does)),
                ("within", self.duration(s.within)),
                ("by", s.channel.unwrap_or_default().to_owned()),
                ("say", s.say.map_or_else(String::new, |t| self.words(t))),
            ],
        )
    }

    fn targets(&self, targets: &[TargetSpec]) -> String {
        let scope = |by: &str, word: &str| format!("{by}:{}", self.case(by, word));
        let one = |spec: &TargetSpec| {
            let mut scope: Vec<String> = spec.scope.iter().map(|(by, word)| scope(by, word)).collect();
            scope.sort();
            let day = |when: Option<When>| when.map_or_else(String::new, |when| when.start().to_string());
            let facts = [scope.join(","), self.opt(&spec.conditions), day(spec.from), day(spec.until)];
            let facts = facts.into_iter().filter(|fact| !fact.is_empty()).map(|fact| format!(" [{fact}]"));
            std::iter::once(spec.target.plain()).chain(facts).collect::<String>()
        };
        let mut out: Vec<String> = targets.iter().map(one).collect();
        out.sort();
        out.join(";")
    }

    fn duration(&self, within: Option<&Variant<Duration>>) -> String {
        within.map_or_else(String::new, |v| self.cases(v, Duration::plain))
    }

    fn amount(&self, value: Option<&Variant<Quantity>>) -> String {
        value.map_or_else(String::new, |v| self.cases(v, Quantity::plain))
    }

    /// A value that differs by case, as its sorted cases.
    fn cases<T>(&self, variant: &Variant<T>, write: impl Fn(&T) -> String) -> String {
        let by: Vec<&str> = variant.by.iter().map(|by| by.value.as_str()).collect();
        let scope = |words: &[Spanned<String>]| {
            let told = by.iter().zip(words).map(|(by, word)| format!("{by}:{}", self.case(by, &word.value)));
            told.collect::<Vec<_>>().join(",")
        };
        let mut out: Vec<String> =
            variant.cases.iter().map(|(words, value)| format!("{}={}", scope(words), write(&value.value))).collect();
        out.sort();
        out.extend(variant.otherwise.as_ref().map(|value| write(&value.value)));
        out.join(";")
    }

    fn opt(&self, text: &Option<Text>) -> String {
        text.as_ref().map_or_else(String::new, |text| self.words(text))
    }

    fn list(&self, texts: &[Text]) -> String {
        let mut out: Vec<String> = texts.iter().map(|text| self.words(text)).collect();
        out.sort();
        out.join(";")
    }
}

/// Whether a role answers for a procedure or does a step of it.
fn serves(procedure: &Procedure, role: &str) -> bool {
    let is = |id: &Option<Spanned<String>>| id.as_ref().is_some_and(|id| id.value == role);
    is(&procedure.base.owner) || procedure.steps.iter().any(|step| is(&step.role))
}

fn line(what: &str, facts: &[(&str, String)]) -> String {
    let said = facts.iter().filter(|(_, value)| !value.is_empty()).map(|(key, value)| format!("\t{key}={value}"));
    std::iter::once(what.to_owned()).chain(said).collect()
}

fn moment(moment: Moment) -> &'static str {
    Moment::ALL.iter().find(|(_, m)| *m == moment).map_or("", |(name, _)| name)
}

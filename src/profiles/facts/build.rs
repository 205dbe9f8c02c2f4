//! Model → facts.

mod whole;

use super::{Fact, Facts, Record, Value, cases, links, pauses};
use crate::model::base::Base;
use crate::model::details::{Details, Said};
use crate::model::manifest::Unit;
use crate::model::message::Message;
use crate::model::staffing::Staffing;
use crate::model::stock::ResourceKind;
use crate::model::{Entry, Model, Register};
use crate::parse::prose::Text;
use crate::parse::reader::{Given, Variant};
use crate::resolve::Resolved;
use crate::span::{Span, Spanned};
use crate::values::{Decimal, Duration, Money, Recurrence, Target, When, parse_number};
use std::collections::BTreeMap;
use whole::{charters, groups, root, units};

impl Record {
    pub(super) fn new(subject: impl Into<String>, id: &str, span: Span) -> Record {
        Record {
            subject: subject.into(),
            span,
            id: id.to_owned(),
            within: None,
            facts: BTreeMap::new(),
            intake: Vec::new(),
            pauses: Vec::new(),
        }
    }

    pub(super) fn of(base: &Base) -> Record {
        let mut record = Record::new(base.subject(), &base.id, base.span);
        record.put("id", base.span, Value::Words(vec![base.id.clone()]));
        record.word("owner", base.owner.as_ref());
        record
    }

    pub(super) fn put(&mut self, path: impl Into<String>, span: Span, value: Value) {
        self.facts.insert(path.into(), Fact { span, value });
    }

    pub(super) fn text(&mut self, path: &str, text: &Option<Text>) {
        if let Some(text) = text.as_ref().filter(|text| !text.source.trim().is_empty()) {
            self.put(path, text.span, Value::Text);
        }
    }

    pub(super) fn texts(&mut self, path: &str, texts: &[Text]) {
        if let Some(first) = texts.first() {
            self.put(path, first.span, Value::Text);
        }
    }

    pub(super) fn word(&mut self, path: &str, word: Option<&Spanned<String>>) {
        if let Some(word) = word {
            self.put(path, word.span, Value::Words(vec![word.value.clone()]));
        }
    }

    pub(super) fn words(&mut self, path: &str, words: &[Spanned<String>]) {
        if let Some(first) = words.first() {
            self.put(path, first.span, Value::Words(words.iter().map(|word| word.value.clone()).collect()));
        }
    }

    pub(super) fn duration(&mut self, path: &str, duration: &Option<Variant<Duration>>) {
        if let Some(duration) = duration {
            self.put(path, duration.span, Value::Durations(duration.values().map(|value| value.value).collect()));
        }
    }

    pub(super) fn date(&mut self, path: &str, date: &Option<Spanned<When>>) {
        if let Some(date) = date {
            self.put(path, date.span, Value::Date(date.value));
        }
    }

    pub(super) fn recurrence(&mut self, path: &str, recurrence: &Option<Spanned<Recurrence>>) {
        if let Some(recurrence) = recurrence {
            self.put(path, recurrence.span, Value::Recurrence(recurrence.value));
        }
    }

    fn given<T>(&mut self, path: &str, given: &Given<T>) {
        match given {
            Given::Some { span, .. } => self.put(path, *span, Value::Text),
            Given::None { span, .. } => self.put(path, *span, Value::Words(vec!["none".to_owned()])),
            Given::Missing => {}
        }
    }

    /// What something costs: a class, an amount, or words that nobody compares.
    pub(super) fn cost(&mut self, path: &str, text: &Option<Text>) {
        let Some(text) = text else { return };
        let source = text.source.trim();
        let value = match Money::parse(source) {
            Ok(money) if money.amount.is_zero() => Value::Words(vec!["free".to_owned()]),
            Ok(_) if path == "fee" => Value::Words(vec!["paid".to_owned()]),
            Ok(money) => Value::Money(vec![money]),
            Err(_) if matches!(source, "free" | "standard" | "premium") => Value::Words(vec![source.to_owned()]),
            Err(_) => Value::Text,
        };
        self.put(path, text.span, value);
    }

    /// The details, groups as dotted paths. Lists of groups are collections of their own.
    pub(super) fn details(&mut self, prefix: &str, details: &Details) {
        for detail in &details.0 {
            let path = format!("{prefix}{}", detail.field.key);
            let words = |list: &[Spanned<String>]| Value::Words(list.iter().map(|word| word.value.clone()).collect());
            let value = match &detail.value {
                Said::Words(list) => Value::Words(list.iter().map(|word| word.value.name.to_owned()).collect()),
                Said::Codes(list) | Said::References(_, list) => words(list),
                Said::Text(text) if text.source.trim().is_empty() => continue,
                Said::Text(_) | Said::Texts(_) | Said::Groups(_) => Value::Text,
                Said::Duration(variant) => Value::Durations(variant.values().map(|value| value.value).collect()),
                Said::Never => Value::Words(vec!["never".to_owned()]),
                Said::Money(variant) => Value::Money(variant.values().map(|value| value.value.clone()).collect()),
                Said::Percent(variant) => Value::Percents(variant.values().map(|value| value.value.clone()).collect()),
                Said::Number(number) => Value::Number(*number),
                Said::Date(date) => Value::Date(*date),
                Said::DayOfYear(day) => Value::DayOfYear(*day),
                Said::Recurrence(recurrence) => Value::Recurrence(*recurrence),
                Said::Yes(yes) => Value::Words(vec![yes.to_string()]),
                Said::Hours(hours) => Value::Hours(Box::new(hours.clone())),
                Said::Group(inner) => {
                    self.details(&format!("{path}."), inner);
                    Value::Text
                }
            };
            self.put(path, detail.span, value);
        }
    }
}

/// Every fact of a manual.
pub fn facts(manual: &Resolved<'_>) -> Facts {
    let model = &manual.model;
    let calendar = model.manifest.calendar.clone();
    let mut collections: BTreeMap<&'static str, Vec<Record>> = BTreeMap::new();
    collections.insert("channels", active(&model.channels, |c, record| channel(model, c, record)));
    collections.insert("messages", messages(model));
    collections.insert(
        "surveys",
        active(&model.surveys, |s, record| {
            record.text("method", &s.method);
            record.recurrence("frequency", &s.frequency);
            record.text("sample", &s.sample);
            if let Some(question) = s.questions.first() {
                record.put("questions", question.id.span, Value::Text);
            }
            if let Some(result) = s.results.first() {
                record.put("results", result.period.span, Value::Text);
            }
            record.details("", &s.details);
        }),
    );
    collections.insert("indicators", active(&model.indicators, indicator));
    collections.insert("commitments", active(&model.commitments, commitment));
    collections.insert("roles", active(&model.roles, |role, record| people(model, role, record)));
    collections.insert(
        "trainings",
        active(&model.trainings, |t, record| {
            record.text("content", &t.content);
            record.words("roles", &t.roles);
            record.recurrence("frequency", &t.frequency);
            record.text("shown_by", &t.shown_by);
            record.details("", &t.details);
        }),
    );
    collections.insert("services", active(&model.services, service));
    collections.insert(
        "sites",
        active(&model.sites, |s, record| {
            record.text("address", &s.address);
            record.text("phone", &s.phone);
            record.text("email", &s.email);
            record.texts("access", &s.access);
            if let Some(hours) = &s.hours {
                record.put("hours", hours.span, Value::Hours(Box::new(hours.value.clone())));
            }
        }),
    );
    collections.insert(
        "objectives",
        active(&model.objectives, |o, record| {
            record.words("indicators", &o.indicators);
            record.date("due", &o.due);
        }),
    );
    collections.insert(
        "suppliers",
        active(&model.suppliers, |s, record| {
            if let Some(agreed) = &s.agreed {
                record.put("agreed", agreed.span, Value::Text);
            }
            if let Some(contract) = s.contracts.first() {
                record.put("contract", contract.span, Value::Text);
            }
            record.words("services", &s.services);
            record.word("contact", s.contact.as_ref());
        }),
    );
    collections.insert(
        "standards",
        active(&model.standards, |s, record| {
            record.text("statement", &s.statement);
            record.date("review_by", &s.base.review_by);
        }),
    );
    collections.insert(
        "needs",
        active(&model.needs, |n, record| {
            record.text("statement", &n.statement);
            record.words("source", &n.sources);
        }),
    );
    collections.insert("units", units(model));
    collections.insert(
        "resources",
        active(&model.resources, |r, record| {
            if let Some(kind) = &r.kind {
                let word = match kind.value {
                    ResourceKind::People => "people",
                    ResourceKind::Equipment => "equipment",
                    ResourceKind::System => "system",
                    ResourceKind::Premises => "premises",
                };
                record.put("kind", kind.span, Value::Words(vec![word.to_owned()]));
            }
            record.words("supplier", &r.suppliers);
        }),
    );
    links::link(manual, &mut collections);
    let (cases, procedures, steps, redress) = cases::collections(model, manual.lang);
    cases::purposes(&mut collections, &cases);
    collections.insert("cases", cases);
    pauses::link(model, manual.lang, &mut collections);
    collections.insert("procedures", procedures);
    collections.insert("steps", steps);
    collections.insert("redress", redress);
    collections.insert("bodies", groups(model, "dispute_resolution"));
    collections.insert("certificates", groups(model, "certificates"));
    let root = root(model, &collections);
    collections.insert("charters", charters(model, &root));
    let knows_holidays = !calendar.holidays.is_empty();
    Facts { root, collections, calendar, knows_holidays }
}

/// Records of the active entries of a kind.
fn active<T: Entry>(register: &Register<T>, fill: impl Fn(&T, &mut Record)) -> Vec<Record> {
    let entries = register.iter().filter(|entry| entry.base().is_active());
    entries
        .map(|entry| {
            let mut record = Record::of(entry.base());
            fill(entry, &mut record);
            record
        })
        .collect()
}

fn channel(model: &Model, channel: &crate::model::channel::Channel, record: &mut Record) {
    if let Some(kind) = &channel.kind {
        record.put("kind", kind.span, Value::Words(vec![cases::kind_word(kind.value).to_owned()]));
    }
    record.text("address", &channel.address);
    record.cost("caller_cost", &channel.caller_cost);
    if let Some(hours) = &channel.hours {
        record.put("hours", hours.span, Value::Hours(Box::new(hours.value.clone())));
    } else if let (Some(of_sites), Some(site)) = (model.open_hours(channel), channel.sites.first()) {
        // A counter says its hours where its sites do; where they differ, none of them is the channel's.
        let first = of_sites.first().filter(|first| of_sites.iter().all(|hours| hours == *first));
        let value = first.map_or(Value::Text, |hours| Value::Hours(Box::new(hours.clone())));
        record.put("hours", site.span, value);
    }
    record.words("languages", &channel.languages);
    record.text("accessibility", &channel.accessibility);
    record.text("wait_message", &channel.wait_message);
    record.words("standards", &channel.standards);
    if let Some(response) = &channel.first_response {
        record.put("first_response", response.span, Value::Targets(response.targets.clone()));
    }
    if let Some(capacity) = &channel.capacity {
        record.put("capacity", channel.base.span, Value::Text);
        let staffing = model.week_of_channel(channel).and_then(|week| capacity.staffing(week));
        if let Some(staffing) = staffing.filter(Staffing::is_reckoned) {
            record.put(
                "team",
                capacity.servers.as_ref().map_or(channel.base.span, |s| s.span),
                Value::Team(Box::new(staffing)),
            );
        }
    }
    if let Some(share) = &channel.used_by {
        record.put("used_by", share.span, Value::Percents(share.values().map(|v| v.value.clone()).collect()));
    }
    record.details("", &channel.details);
}

fn indicator(indicator: &crate::model::indicator::Indicator, record: &mut Record) {
    match &indicator.targets {
        Given::Some { value, span } if value.iter().all(|spec| matches!(spec.target, Target::None { .. })) => {
            record.put("targets", *span, Value::Words(vec!["none".to_owned()]));
        }
        Given::Some { value, span } => record.put("targets", *span, Value::Targets(value.clone())),
        Given::None { span, .. } => record.put("targets", *span, Value::Words(vec!["none".to_owned()])),
        Given::Missing => {}
    }
    record.recurrence("frequency", &indicator.frequency);
    record.words("objectives", &indicator.objectives);
    record.text("source", &indicator.source);
    record.text("definition", &indicator.definition);
    if let Some(dimension) = indicator.dimensions.first() {
        record.put("dimensions", dimension.span, Value::Text);
    }
    if let Some(result) = indicator.last_result() {
        record.put("results", result.span, Value::Text);
        record.put("last_result", result.period.span, Value::Date(When::Day(result.period.value.end())));
    }
    record.details("", &indicator.details);
}

fn commitment(commitment: &crate::model::commitment::Commitment, record: &mut Record) {
    record.duration("within", &commitment.within);
    record.words("indicators", &commitment.indicators);
    record.given("targets", &commitment.targets);
    record.given("redress", &commitment.redress);
    if let Some(redress) = commitment.redress.value() {
        record.text("redress.when", &redress.when);
        if let Some(how) = &redress.how {
            record.put("redress.how", how.span, Value::Text);
        }
    }
    record.texts("conditions", &commitment.conditions);
    if let Some(clock) = &commitment.clock {
        record.text("clock.starts", &clock.starts);
        record.texts("clock.pauses", &clock.pauses);
    }
    record.details("", &commitment.details);
}

fn people(model: &Model, role: &crate::model::people::Role, record: &mut Record) {
    record.put("contact", role.base.span, Value::Words(vec![role.contact.to_string()]));
    record.word("reports_to", role.reports_to.as_ref());
    record.word("escalates_to", role.escalates_to.as_ref());
    record.words("training", &role.training);
    record.texts("competencies", &role.competencies);
    if !role.authority.is_empty() {
        record.put("authority", role.base.span, Value::Text);
    }
    if role.orientation.is_some() {
        record.put("orientation", role.base.span, Value::Text);
    }
    let (mut initial, mut refresher) = (Vec::new(), Vec::new());
    let mut place = None;
    for training in &model.trainings {
        let id = &training.base.id;
        let own =
            role.training.iter().any(|t| t.value == *id) || training.roles.iter().any(|r| r.value == role.base.id);
        let Some(topics) = training.details.get("topics").filter(|_| own && training.base.is_active()) else {
            continue;
        };
        place = place.or(Some(topics.span));
        let words = training.details.words("topics").into_iter().map(str::to_owned);
        if matches!(training.details.get("before_contact").map(|d| &d.value), Some(Said::Yes(true))) {
            initial.extend(words.clone());
        }
        if training.frequency.is_some() {
            refresher.extend(words);
        }
    }
    if let Some(span) = place {
        record.put("initial_topics", span, Value::Words(initial));
        record.put("refresher_topics", span, Value::Words(refresher));
    }
    record.details("", &role.details);
}

fn service(service: &crate::model::service::Service, record: &mut Record) {
    record.given("offering", &service.offering);
    record.given("capacity", &service.capacity);
    record.given("commitments", &service.commitments);
    record.given("indicators", &service.indicators);
    record.words("risks", &service.risks);
    let Some(offering) = service.offering.value() else { return };
    record.words("channels", &offering.channels);
    record.texts("rights", &offering.rights);
    if let Some(hours) = &offering.hours {
        record.put("hours", hours.span, Value::Hours(Box::new(hours.value.clone())));
    }
    if offering.price.is_some() {
        record.put("price", service.base.span, Value::Text);
    }
    if !offering.requirements.is_empty() {
        record.put("requirements", service.base.span, Value::Text);
    }
    if !offering.steps.is_empty() {
        record.put("steps", service.base.span, Value::Text);
        let limits: Vec<_> = offering.steps.iter().filter_map(|step| step.within.as_ref()).collect();
        if let Some(first) = limits.first() {
            let all = limits.iter().flat_map(|limit| limit.values().map(|value| value.value)).collect();
            record.put("within", first.span, Value::Durations(all));
        }
    }
}

/// Messages of the whole house, then those of each service.
fn messages(model: &Model) -> Vec<Record> {
    let general = model.communications.iter().filter(|c| c.base.is_active()).map(|c| {
        let moment = c.moment.as_ref().map(|m| cases::moment_word(m.value));
        message(model, Record::of(&c.base), &c.message, moment)
    });
    let services =
        model.services.iter().filter(|s| s.base.is_active()).filter_map(|s| Some((s, s.communication.value()?)));
    let own = services.flat_map(|(s, c)| {
        let moments = [("before", &c.before), ("during", &c.during), ("after", &c.after)];
        moments.into_iter().flat_map(move |(name, list)| {
            let list = list.value().map_or(&[][..], Vec::as_slice).iter();
            let record = |m: &Message| Record::new(s.base.subject(), &s.base.id, m.span);
            list.map(move |m| message(model, record(m), m, Some(name)))
        })
    });
    general.chain(own).collect()
}

fn message(model: &Model, mut record: Record, message: &Message, moment: Option<&str>) -> Record {
    record.text("trigger", &message.trigger);
    record.text("technique", &message.technique);
    record.text("audience", &message.audience);
    record.text("content", &message.content);
    record.text("form", &message.form);
    record.text("say", &message.say);
    record.duration("within", &message.within);
    if let Some(moment) = moment {
        record.put("moment", message.span, Value::Words(vec![moment.to_owned()]));
    }
    if let Some(first) = message.medium.first() {
        let words: Vec<String> = message.medium.iter().map(|m| m.word.clone()).collect();
        let kinds = cases::kinds(model, words.iter().map(String::as_str));
        record.put("medium", first.text.span, Value::Words(words));
        record.put("medium_kinds", first.text.span, Value::Words(kinds));
    }
    record.details("", &message.details);
    record
}

/// `1.250`, `1250`, `85 personas`: the number that a text begins with, if it is nothing but a number.
fn number(text: &str) -> Option<Decimal> {
    parse_number(text.trim()).ok()
}

//! Facts of the complaint procedures: one record for each type of case, with what the procedure says for all of them.

use super::{Doubt, Path, Record, Value};
use crate::analysis::procedure::Task;
use crate::lang::Lang;
use crate::lang::details::TYPE;
use crate::model::Model;
use crate::model::channel::{Channel, ChannelKind};
use crate::model::complaint::{ComplaintType, Procedure, ProcedureStep};
use crate::model::details::Said;
use crate::model::message::Moment;
use crate::model::steps;
use crate::parse::reader::{Given, Variant};
use crate::span::Span;
use crate::values::{Duration, Hours, TimeUnit};
use std::collections::BTreeMap;

type Lists = (Vec<Record>, Vec<Record>, Vec<Record>, Vec<Record>);

/// Cases, procedures, steps and redress offers.
pub(super) fn collections(model: &Model, lang: Lang) -> Lists {
    let (mut cases, mut procedures, mut steps, mut offers) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for procedure in model.complaints.iter().filter(|p| p.base.is_active()) {
        let common = common(model, procedure);
        if procedure.types.is_empty() {
            cases.push(without_types(procedure, common.clone()));
        }
        cases.extend(procedure.types.iter().map(|t| {
            let mut record = case(model, procedure, t, common.clone());
            record.pauses = super::pauses::of_details(&procedure.base.subject(), &t.details, lang);
            record
        }));
        procedures.push(common);
        for step in &procedure.steps {
            let id = step.id.as_ref().map_or("", |id| id.value.as_str());
            let mut record = Record::new(procedure.base.subject(), id, step.span);
            record.word("id", step.id.as_ref());
            record.text("does", &step.does);
            record.word("role", step.role.as_ref());
            record.duration("within", &step.within);
            let role = step.role.as_ref().and_then(|role| model.roles.get(&role.value));
            if let Some(sells) = role.and_then(|role| role.details.get("sells"))
                && let Said::Yes(sells_it) = sells.value
            {
                record.put("role_sells", sells.span, Value::Words(vec![sells_it.to_string()]));
            }
            record.details("", &step.details);
            steps.push(record);
        }
        for offer in &procedure.redress {
            let mut record = Record::new(procedure.base.subject(), "", offer.gives.span);
            record.put("gives", offer.gives.span, Value::Text);
            record.text("decides", &offer.decides);
            record.text("when", &offer.when);
            if let Some(limit) = &offer.up_to {
                record.put("up_to", limit.span, Value::Text);
            }
            record.details("", &offer.details);
            offers.push(record);
        }
    }
    (cases, procedures, steps, offers)
}

/// What a procedure says for all its cases.
fn common(model: &Model, p: &Procedure) -> Record {
    let mut record = Record::of(&p.base);
    record.details("", &p.details);
    record.text("answers", &p.answers);
    record.text("tone", &p.tone);
    record.words("conduct", &p.conduct);
    if let Some(step) = p.escalation.iter().find_map(|e| e.when.as_ref()) {
        record.put("escalation", step.span, Value::Text);
    }
    if let Some(severity) = p.severity.first() {
        record.put("severities", severity.id.span, Value::Text);
    }
    if let Some(intake) = &p.intake {
        record.cost("fee", &intake.fee);
        record.words("languages", &intake.languages);
        record.text("register_number", &intake.register_number);
        record.text("form", &intake.form);
        if let Some(first) = intake.channels.first() {
            let ids: Vec<String> = intake.channels.iter().map(|c| c.channel.value.clone()).collect();
            let kinds = kinds(model, ids.iter().map(String::as_str));
            record.intake = intake_hours(model, &ids);
            staffed(model, &mut record, first.channel.span, &ids);
            record.put("channels", first.channel.span, Value::Words(ids));
            record.put("intake_kinds", first.channel.span, Value::Words(kinds));
        }
        if let Some(acknowledgement) = &intake.acknowledgement {
            record.duration("acknowledgement.within", &acknowledgement.within);
            record.text("acknowledgement.says", &acknowledgement.says);
        }
    }
    if let Some(closing) = &p.closing {
        record.text("closing.requires", &closing.requires);
        record.duration("closing.within", &closing.within);
        record.details("closing.", &closing.details);
    }
    gather(&mut record, "step_kinds", p.steps.iter().map(|step| &step.details));
    gather(&mut record, "redress_kinds", p.redress.iter().map(|offer| &offer.details));
    if let Some(investigation) = p.investigation.value() {
        record.text("investigation.method", &investigation.method);
        record.words("investigation.causes", &investigation.causes);
        record.texts("investigation.record", &investigation.record);
    }
    if let Given::Some { span, .. } = p.corrective_action {
        record.put("corrective_action", span, Value::Text);
    }
    if let Some(prevention) = p.prevention.value() {
        record.recurrence("prevention.review", &prevention.review);
    }
    record
}

/// The words of `kind` of several details as one fact.
fn gather<'m>(record: &mut Record, path: &str, all: impl Iterator<Item = &'m crate::model::details::Details>) {
    let mut place: Option<Span> = None;
    let mut words = Vec::new();
    for details in all {
        place = place.or(details.get("kind").map(|detail| detail.span));
        words.extend(details.words("kind").into_iter().map(str::to_owned));
    }
    if let Some(span) = place {
        record.put(path, span, Value::Words(words));
    }
}

/// A procedure without types handles complaints.
fn without_types(p: &Procedure, mut record: Record) -> Record {
    record.put("kind", p.base.span, Value::Words(vec!["complaint".to_owned()]));
    let Some((span, path)) = path(p, &[], None) else { return record };
    // The procedure says no other time, so that its steps say it, where each of them up to the answer has one.
    let is_before = |step: usize, way: &[Task]| {
        path.answers.iter().any(|answer| *answer == step || steps::comes_before(step, *answer, way))
    };
    let before = path.ways.iter().flat_map(|way| (0..way.len()).filter(|i| is_before(*i, way)).map(|i| way[i].within));
    let before: Option<Vec<Duration>> = before.collect();
    if let Some(times) = before.filter(|_| path.doubt.is_none()) {
        record.put("answer_within", span, Value::Durations(times));
    }
    record.put("path", span, Value::Path(Box::new(path)));
    record
}

/// When a case can come in: while somebody is there, where all channels need somebody; at any hour where one takes messages, and
/// where one does not say its hours. Empty means any day.
fn intake_hours(model: &Model, ids: &[String]) -> Vec<Hours> {
    let hours = |channel: &Channel| match channel.kind.as_ref().map(|kind| kind.value) {
        Some(ChannelKind::FaceToFace | ChannelKind::Telephone | ChannelKind::Visit) => model.open_hours(channel),
        _ => None,
    };
    let channels = ids.iter().filter_map(|id| model.channels.get(id)).filter(|c| c.base.is_active());
    channels.map(hours).collect::<Option<Vec<_>>>().map_or_else(Vec::new, |hours| hours.concat())
}

fn case(model: &Model, p: &Procedure, t: &ComplaintType, mut record: Record) -> Record {
    record.span = t.id.span;
    record.id.clone_from(&t.id.value);
    let mut keys: Vec<&'static str> = TYPE.iter().map(|field| field.key).collect();
    keys.extend(["answer_within", "first_answer"]);
    record.within = Some((keys, format!("types.{}", t.id.value)));
    record.duration("answer_within", &t.answer_within);
    record.duration("first_answer", &t.first_answer);
    record.words("languages", &t.languages);
    record.details("", &t.details);
    if let Some(channels) = t.details.get("channels")
        && let Said::References(_, ids) = &channels.value
    {
        record.put("intake_kinds", channels.span, Value::Words(kinds(model, ids.iter().map(|id| id.value.as_str()))));
        let ids: Vec<String> = ids.iter().map(|id| id.value.clone()).collect();
        record.intake = intake_hours(model, &ids);
        record.facts.remove("staffed");
        staffed(model, &mut record, channels.span, &ids);
    }
    let chosen: Option<Vec<&str>> = t.details.get("steps").and_then(|detail| match &detail.value {
        Said::Codes(ids) => Some(ids.iter().map(|id| id.value.as_str()).collect()),
        _ => None,
    });
    let others_choose = p.types.iter().any(|other| other.details.get("steps").is_some());
    let is_complaint = t.details.words("kind").contains(&"complaint");
    let doubt = (chosen.is_none() && others_choose && !is_complaint).then_some(Doubt::WhichSteps);
    if let Some((span, path)) = path(p, &chosen.unwrap_or_default(), doubt) {
        record.put("path", span, Value::Path(Box::new(path)));
    }
    record
}

/// The chosen steps of a procedure (all, where none is) up to the answer, and their place. None where no step says its time. A
/// step without one lasts no time: what the others take is the least.
fn path(p: &Procedure, chosen: &[&str], doubt: Option<Doubt>) -> Option<(Span, Path)> {
    let follows = |step: &ProcedureStep| {
        chosen.is_empty() || step.id.as_ref().is_some_and(|id| chosen.contains(&id.value.as_str()))
    };
    let span = p.steps.iter().filter(|step| follows(step)).find_map(|step| step.within.as_ref())?.span;
    let told = steps::answering(&p.steps, follows);
    let way = |severity: Option<&str>| {
        steps::tasks(&p.steps, |step| step.within.as_ref().filter(|_| follows(step)).and_then(|w| time(w, severity)))
    };
    let severities = p.severity.iter().map(|severity| way(Some(severity.id.value.as_str())));
    let ways = if p.severity.is_empty() { vec![way(None)] } else { severities.collect() };
    let doubt = doubt.or(told.is_empty().then_some(Doubt::WhichAnswers));
    let answers = if told.is_empty() { (0..p.steps.len()).collect() } else { told };
    Some((span, Path { ways, answers, doubt }))
}

/// The time of a step for a severity; where it differs by something else, its longest.
fn time(within: &Variant<Duration>, severity: Option<&str>) -> Option<Duration> {
    if within.by.iter().all(|by| by.value == "severity") {
        return steps::of_severity(within, severity);
    }
    within.values().map(|value| value.value).max_by_key(weight)
}

/// Minutes, about: only to choose the longest. The comparison with a limit walks the calendar.
fn weight(duration: &Duration) -> u64 {
    let minutes: u64 = match duration.unit {
        TimeUnit::Second => 0,
        TimeUnit::Minute => 1,
        TimeUnit::Hour => 60,
        TimeUnit::BusinessHour => 250,
        TimeUnit::CalendarDay => 1_440,
        TimeUnit::BusinessDay => 2_016,
        TimeUnit::Week => 10_080,
        TimeUnit::Month => 43_800,
        TimeUnit::Year => 525_600,
    };
    let amount = duration.amount.ceil().to_string().parse::<u64>().unwrap_or(1_000_000).min(1_000_000);
    minutes.saturating_mul(amount)
}

/// Facts of the root that follow from others: kinds of channels, official languages.
pub(super) fn derived(model: &Model, lists: &BTreeMap<&'static str, Vec<Record>>, root: &mut Record) {
    if let Some(channels) = root.get("organization.contracting.channels").cloned() {
        let kinds = kinds(model, channels.words().iter().map(String::as_str));
        root.put("organization.contracting.kinds", channels.span, Value::Words(kinds));
    }
    let mut complaint = Vec::new();
    let mut place = None;
    for case in lists.get("cases").map_or(&[][..], Vec::as_slice) {
        if let Some(fact) = case.get("intake_kinds") {
            place = place.or(Some(fact.span));
            complaint.extend(fact.words().iter().cloned());
        }
    }
    if let Some(span) = place {
        complaint.sort();
        complaint.dedup();
        root.put("organization.complaint_kinds", span, Value::Words(complaint));
    }
    let mut codes: Vec<String> = Vec::new();
    for channel in lists.get("channels").map_or(&[][..], Vec::as_slice) {
        let sells = channel.get("purposes").is_some_and(|fact| fact.words().iter().any(|word| word == "sales"));
        if let Some(code) = channel.get("numbering_code").filter(|_| sells) {
            codes.extend(code.words().iter().cloned());
            place = place.or(Some(code.span));
        }
    }
    if let Some(span) = place.filter(|_| !codes.is_empty()) {
        root.put("organization.sales_codes", span, Value::Words(codes));
    }
    if let Some(places) = root.get("organization.operates_in").cloned() {
        let mut languages: Vec<String> =
            places.words().iter().flat_map(|code| official(code)).map(|l| (*l).to_owned()).collect();
        languages.sort();
        languages.dedup();
        root.put("organization.official_languages", places.span, Value::Words(languages));
    }
}

/// What each channel is for: what it says, support where it says nothing, and what the cases say that come in by it.
pub(super) fn purposes(collections: &mut BTreeMap<&'static str, Vec<Record>>, cases: &[Record]) {
    for channel in collections.get_mut("channels").into_iter().flatten() {
        let (span, mut words) = match channel.get("purposes") {
            Some(fact) => (fact.span, fact.words().to_vec()),
            None => (channel.span, vec!["support".to_owned()]),
        };
        for case in cases {
            let takes = case.get("channels").is_some_and(|fact| fact.words().contains(&channel.id));
            let continuity = case.get("kind").is_some_and(|fact| fact.words().iter().any(|word| word == "continuity"));
            let own = case.within.is_some() && continuity;
            let purpose = if own { "continuity" } else { "complaint" };
            if takes && !words.iter().any(|word| word == purpose) {
                words.push(purpose.to_owned());
            }
        }
        channel.put("purposes", span, Value::Words(words));
    }
}

/// Whether a person attends at least one of the channels by which a case comes in. Not said where only channels that may be
/// automated say nothing of it.
fn staffed(model: &Model, record: &mut Record, span: Span, ids: &[String]) {
    let mut silent = false;
    for channel in ids.iter().filter_map(|id| model.channels.get(id)) {
        let fallback = channel.details.words("human_fallback");
        let automation = channel.details.words("automation");
        let by_people = channel.kind.as_ref().is_some_and(|kind| {
            use ChannelKind::{Box, Email, FaceToFace, Post, Visit};
            matches!(kind.value, FaceToFace | Visit | Post | Email | Box)
        });
        match automation.first() {
            Some(&"none") => return record.put("staffed", span, Value::Words(vec!["true".to_owned()])),
            Some(_) if fallback.contains(&"live") => {
                return record.put("staffed", span, Value::Words(vec!["true".to_owned()]));
            }
            None if by_people => return record.put("staffed", span, Value::Words(vec!["true".to_owned()])),
            None => silent = true,
            Some(_) => {}
        }
    }
    if !silent {
        record.put("staffed", span, Value::Words(vec!["false".to_owned()]));
    }
}

/// The languages that are official in a territory: Constitution of Spain, art. 3, and the statutes of its regions.
fn official(code: &str) -> &'static [&'static str] {
    match code {
        "ES-CT" => &["es", "ca"],
        "ES-VC" | "ES-IB" => &["es", "ca"],
        "ES-GA" => &["es", "gl"],
        "ES-PV" | "ES-NC" => &["es", "eu"],
        // The whole country includes the regions with a language of their own.
        "ES" => &["es", "ca", "eu", "gl"],
        code if code.starts_with("ES-") => &["es"],
        _ => &[],
    }
}

/// The words of the kinds of channels with these ids, each once.
pub(super) fn kinds<'a>(model: &Model, ids: impl Iterator<Item = &'a str>) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    for kind in ids.filter_map(|id| model.channels.get(id)).filter_map(|c| c.kind.as_ref()) {
        let word = kind_word(kind.value).to_owned();
        if !out.contains(&word) {
            out.push(word);
        }
    }
    out
}

pub(super) fn kind_word(kind: ChannelKind) -> &'static str {
    ChannelKind::ALL.iter().find(|(_, known)| *known == kind).map_or("", |(word, _)| word)
}

pub(super) fn moment_word(moment: Moment) -> &'static str {
    Moment::ALL.iter().find(|(_, known)| *known == moment).map_or("", |(word, _)| word)
}

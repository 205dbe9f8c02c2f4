//! The paths that predicates can ask for, by collection: a path that is not here is a mistake in a profile.

use crate::lang::details::{
    AUDIT, CHANNEL, CLOSING, COMMITMENT, EVALUATION, Field, INDICATOR, MESSAGE, ORGANIZATION, PROCEDURE, PUBLICATION,
    REDRESS, ROLE, STEP, SURVEY, Shape, TRAINING, TYPE,
};
use crate::model::channel::ChannelKind;
use crate::model::message::Moment;
use crate::values::Recurrence;

/// First keys of the paths of the root record.
pub const ROOTS: [&str; 3] = ["organization", "publication", "document"];

/// Facts that the model has beside the tables of details, by collection.
const OTHERS: [(&str, &[&str]); 21] = [
    (
        "channels",
        &[
            "id",
            "kind",
            "caller_cost",
            "hours",
            "languages",
            "address",
            "accessibility",
            "first_response",
            "capacity",
            "team",
            "standards",
            "used_by",
            "wait_message",
            "owner",
        ],
    ),
    (
        "cases",
        &[
            "answer_within",
            "first_answer",
            "languages",
            "fee",
            "intake_kinds",
            "staffed",
            "register_number",
            "form",
            "step_kinds",
            "redress_kinds",
            "owner",
            "answers",
            "escalation",
            "acknowledgement.within",
            "acknowledgement.says",
            "severities",
            "channels",
            "investigation.method",
            "investigation.causes",
            "investigation.record",
            "corrective_action",
            "closing.requires",
            "closing.within",
            "prevention.review",
            "conduct",
            "tone",
        ],
    ),
    ("steps", &["id", "role", "within", "does", "role_sells"]),
    ("redress", &["gives", "decides", "up_to", "when"]),
    (
        "messages",
        &[
            "trigger",
            "technique",
            "medium",
            "medium_kinds",
            "audience",
            "content",
            "within",
            "role",
            "moment",
            "say",
            "form",
        ],
    ),
    ("surveys", &["method", "frequency", "sample", "owner", "questions", "results"]),
    (
        "indicators",
        &[
            "targets",
            "frequency",
            "owner",
            "objectives",
            "results",
            "dimensions",
            "source",
            "definition",
            "last_result",
            "commitments",
        ],
    ),
    (
        "commitments",
        &[
            "within",
            "indicators",
            "targets",
            "redress",
            "redress.how",
            "redress.when",
            "owner",
            "conditions",
            "clock.starts",
            "clock.pauses",
            "indicator_targets",
        ],
    ),
    (
        "roles",
        &[
            "contact",
            "training",
            "training_topics",
            "reports_to",
            "escalates_to",
            "competencies",
            "authority",
            "orientation",
            "initial_topics",
            "refresher_topics",
        ],
    ),
    ("trainings", &["roles", "frequency", "shown_by", "content"]),
    (
        "services",
        &[
            "offering",
            "steps",
            "channels",
            "hours",
            "price",
            "requirements",
            "commitments",
            "indicators",
            "capacity",
            "owner",
            "within",
            "risks",
            "rights",
            "maximum_time",
        ],
    ),
    ("sites", &["hours", "address", "phone", "email", "access"]),
    ("objectives", &["indicators", "owner", "due"]),
    ("suppliers", &["agreed", "contract", "services", "contact", "answers_public"]),
    ("standards", &["statement", "review_by", "owner"]),
    ("needs", &["kind", "statement", "source"]),
    ("bodies", &[]),
    ("certificates", &[]),
    ("units", &["name", "does", "address", "phone", "email"]),
    ("resources", &["kind", "supplier"]),
    ("charters", &["approved", "review_by", "review_after", "record"]),
];

/// Other facts of the root.
const ROOT_OTHERS: [&str; 29] = [
    "document.languages",
    "organization.sales_codes",
    "organization.employees",
    "organization.address",
    "organization.website",
    "organization.contracting.kinds",
    "organization.complaint_kinds",
    "organization.official_languages",
    "organization.mission",
    "organization.purpose",
    "organization.units",
    "document.code",
    "document.title",
    "document.supersedes",
    "document.address",
    "document.edition",
    "document.approved",
    "document.effective",
    "document.review_by",
    "document.review_after",
    "document.owner",
    "document.approvals",
    "document.approvals.record",
    "document.distribution",
    "document.laws",
    "document.consultation",
    "document.evaluation.every",
    "document.evaluation.published_in",
    "document.calendar",
];

/// Paths that gather what is written under other keys, with those keys.
const WRITTEN: [(&str, &str); 21] = [
    ("staffed", "intake.channels"),
    ("role_sells", "roles: { sells }"),
    ("organization.sales_codes", "numbering_code"),
    ("initial_topics", "training: { topics, before_contact: true }"),
    ("refresher_topics", "training: { topics, frequency }"),
    ("intake_kinds", "intake.channels"),
    ("fee", "intake.fee"),
    ("document.review_after", "document: { approved, review_by }"),
    ("review_after", "approved, review_by"),
    ("record", "document: { approvals: [{ what }] }"),
    ("maximum_time", "offering: { steps: { within } }"),
    ("indicator_targets", "indicators: { targets }"),
    ("answers_public", "roles: { employed_by }"),
    ("step_kinds", "steps: { kind }"),
    ("redress_kinds", "redress: { kind }"),
    ("medium_kinds", "medium"),
    ("acknowledgement.within", "intake.acknowledgement.within"),
    ("acknowledgement.says", "intake.acknowledgement.says"),
    ("organization.complaint_kinds", "intake.channels"),
    ("organization.official_languages", "organization.operates_in"),
    ("organization.contracting.kinds", "organization.contracting.channels"),
];

/// A path as the author has to write it.
pub fn written(path: &str) -> &str {
    WRITTEN.iter().find(|(known, _)| *known == path).map_or(path, |(_, written)| written)
}

/// The collections a quantifier can range over.
pub fn collections() -> Vec<&'static str> {
    OTHERS.iter().map(|(name, _)| *name).chain(["procedures"]).collect()
}

fn tables(collection: &str) -> Vec<(&'static str, &'static [Field])> {
    match collection {
        "channels" => vec![("", CHANNEL)],
        "cases" => vec![("", TYPE), ("", PROCEDURE), ("closing.", CLOSING)],
        "procedures" => vec![("", PROCEDURE), ("closing.", CLOSING)],
        "steps" => vec![("", STEP)],
        "redress" => vec![("", REDRESS)],
        "messages" => vec![("", MESSAGE)],
        "surveys" => vec![("", SURVEY)],
        "indicators" => vec![("", INDICATOR)],
        "commitments" => vec![("", COMMITMENT)],
        "roles" => vec![("", ROLE)],
        "trainings" => vec![("", TRAINING)],
        "bodies" => vec![("", group("dispute_resolution"))],
        "certificates" => vec![("", group("certificates"))],
        "" => vec![
            ("organization.", ORGANIZATION),
            ("publication.", PUBLICATION),
            ("document.evaluation.", EVALUATION),
            ("document.audit.", AUDIT),
        ],
        _ => Vec::new(),
    }
}

/// The fields of the items of a list in the organisation's details.
fn group(key: &str) -> &'static [Field] {
    match ORGANIZATION.iter().find(|field| field.key == key).map(|field| field.shape) {
        Some(Shape::Groups(fields)) => fields,
        _ => &[],
    }
}

/// Every path of a collection; of the root for "".
pub fn paths(collection: &str) -> Vec<String> {
    let mut out = Vec::new();
    for (prefix, table) in tables(collection) {
        flat(prefix, table, &mut out);
    }
    let name = if collection == "procedures" { "cases" } else { collection };
    let others = OTHERS.iter().find(|(known, _)| *known == name).map_or(&[][..], |(_, paths)| *paths);
    out.extend(others.iter().map(|path| (*path).to_owned()));
    if collection.is_empty() {
        out.extend(ROOT_OTHERS.map(str::to_owned));
    }
    if !out.iter().any(|path| path == "id") {
        out.push("id".to_owned());
    }
    out
}

fn flat(prefix: &str, table: &[Field], out: &mut Vec<String>) {
    for field in table {
        out.push(format!("{prefix}{}", field.key));
        if let Shape::Group(inner) = field.shape {
            flat(&format!("{prefix}{}.", field.key), inner, out);
        }
    }
}

/// The closed list of words at a path, where it has one.
pub fn words(collection: &str, path: &str) -> Vec<&'static str> {
    fn find(table: &'static [Field], path: &str) -> Option<&'static Field> {
        let (key, rest) = path.split_once('.').map_or((path, None), |(key, rest)| (key, Some(rest)));
        let field = table.iter().find(|field| field.key == key)?;
        match (rest, field.shape) {
            (None, _) => Some(field),
            (Some(rest), Shape::Group(inner)) => find(inner, rest),
            (Some(_), _) => None,
        }
    }
    for (prefix, table) in tables(collection) {
        if let Some(field) = path.strip_prefix(prefix).and_then(|rest| find(table, rest)) {
            return field.shape.words().iter().map(|word| word.name).collect();
        }
    }
    typed(collection, path)
}

/// The closed lists of what the model types itself, and of what is gathered from such.
fn typed(collection: &str, path: &str) -> Vec<&'static str> {
    let kinds = || ChannelKind::ALL.iter().map(|(word, _)| *word).collect();
    match (collection, path) {
        ("channels", "kind")
        | ("messages", "medium_kinds")
        | ("cases" | "procedures", "intake_kinds")
        | ("", "organization.complaint_kinds" | "organization.contracting.kinds") => kinds(),
        ("messages", "moment") => Moment::ALL.iter().map(|(word, _)| *word).collect(),
        ("cases" | "procedures", "step_kinds") => words("steps", "kind"),
        ("cases" | "procedures", "redress_kinds") => words("redress", "kind"),
        ("channels", "caller_cost") => vec!["free", "standard", "premium"],
        ("cases" | "procedures", "fee") => vec!["free", "paid"],
        ("cases" | "procedures", "staffed") | ("roles", "contact") | ("steps", "role_sells") => vec!["true", "false"],
        ("resources", "kind") => vec!["people", "equipment", "system", "premises"],
        _ => Vec::new(),
    }
}

/// The word of the language for a recurrence.
pub fn recurrence(recurrence: Recurrence) -> &'static str {
    match recurrence {
        Recurrence::Continuous => "continuous",
        Recurrence::Daily => "daily",
        Recurrence::Weekly => "weekly",
        Recurrence::Fortnightly => "fortnightly",
        Recurrence::Monthly => "monthly",
        Recurrence::Bimonthly => "bimonthly",
        Recurrence::Quarterly => "quarterly",
        Recurrence::HalfYearly => "half-yearly",
        Recurrence::Yearly => "yearly",
        Recurrence::PerCase => "per case",
        Recurrence::Every(_) => "…",
    }
}

//! What is said of the organisation and of the document as a whole.

use super::*;

/// The items of a list in the organisation's details, such as dispute-resolution bodies.
pub(super) fn groups(model: &Model, key: &str) -> Vec<Record> {
    let details = &model.manifest.organization.details;
    let Some(Said::Groups(list)) = details.get(key).map(|d| &d.value) else { return Vec::new() };
    let records = list.iter().map(|group| {
        let span = group.0.first().map_or(model.manifest.span, |first| first.span);
        let mut record = Record::new("", "", span);
        record.details("", group);
        record
    });
    records.collect()
}

/// The charters: those of services that have a document of their own, else the manual itself.
pub(super) fn charters(model: &Model, root: &Record) -> Vec<Record> {
    let mut out = Vec::new();
    for service in model.services.iter().filter(|s| s.base.is_active()) {
        let Some(document) = &service.document else { continue };
        let base = &service.base;
        let mut record = Record::new(base.subject(), &base.id, base.span);
        record.date("approved", &base.approved);
        // The day of the last approval says it too.
        let last = document.approvals.iter().filter_map(|event| event.on).max_by_key(|on| on.end());
        if let (None, Some(on)) = (&base.approved, last) {
            record.put("approved", base.span, Value::Date(on));
        }
        record.date("review_by", &base.review_by);
        let approved = base.approved.as_ref().map(|date| date.value).or(last);
        if let (Some(approved), Some(review)) = (approved, &base.review_by) {
            let months = links::months(approved, review.value);
            record.put("review_after", review.span, Value::Durations(vec![months]));
        }
        if let Some(what) = document.approvals.iter().find_map(|event| event.what.as_ref()) {
            record.put("record", what.span, Value::Text);
        }
        out.push(record);
    }
    if out.is_empty() {
        let mut record = Record::new("", "", root.span);
        record.within = Some((vec!["approved", "review_by", "review_after", "record"], "document".to_owned()));
        for (path, whole) in [
            ("approved", "document.approved"),
            ("review_by", "document.review_by"),
            ("review_after", "document.review_after"),
            ("record", "document.approvals.record"),
        ] {
            if let Some(fact) = root.get(whole) {
                record.put(path, fact.span, fact.value.clone());
            }
        }
        out.push(record);
    }
    out
}

/// The parts of the organisation, at any depth.
pub(super) fn units(model: &Model) -> Vec<Record> {
    fn walk(units: &[Unit], out: &mut Vec<Record>) {
        for unit in units {
            if let Some(name) = &unit.name {
                let mut record = Record::new("", "", name.span);
                record.text("name", &unit.name);
                record.text("does", &unit.does);
                record.text("address", &unit.address);
                record.text("phone", &unit.phone);
                record.text("email", &unit.email);
                out.push(record);
            }
            walk(&unit.units, out);
        }
    }
    let mut out = Vec::new();
    walk(&model.manifest.organization.units, &mut out);
    out
}

/// What is said of the whole: organisation, publication and document.
pub(super) fn root(model: &Model, collections: &BTreeMap<&'static str, Vec<Record>>) -> Record {
    let manifest = &model.manifest;
    let mut root = Record::new("", "", manifest.span);
    let organization = &manifest.organization;
    root.details("organization.", &organization.details);
    root.details("publication.", &manifest.publication);
    for (key, text) in &organization.facts {
        root.put(format!("organization.{key}"), text.span, Value::Text);
        if let ("employees", Some(number)) = (*key, number(&text.source)) {
            root.put("organization.employees", text.span, Value::Number(number));
        }
    }
    root.text("organization.mission", &organization.mission);
    root.text("organization.purpose", &organization.purpose);
    if let Some(name) = organization.units.first().and_then(|unit| unit.name.as_ref()) {
        root.put("organization.units", name.span, Value::Text);
    }
    cases::derived(model, collections, &mut root);
    document(model, &mut root);
    let languages = &manifest.languages;
    let codes = [languages.default].into_iter().chain(languages.others.iter().copied());
    root.put("document.languages", manifest.span, Value::Words(codes.map(|lang| lang.code().to_owned()).collect()));
    root
}

pub(super) fn document(model: &Model, root: &mut Record) {
    let document = &model.manifest.document;
    root.word("document.code", document.code.as_ref());
    root.text("document.title", &document.title);
    root.text("document.supersedes", &document.supersedes);
    root.word("document.address", document.address.as_ref());
    root.word("document.edition", document.edition.as_ref());
    root.word("document.owner", document.owner.as_ref());
    root.date("document.approved", &document.approved);
    root.date("document.effective", &document.effective);
    root.date("document.review_by", &document.review_by);
    let approved = document.approved.as_ref().or(document.effective.as_ref());
    if let (Some(approved), Some(review)) = (approved, &document.review_by) {
        let months = links::months(approved.value, review.value);
        root.put("document.review_after", review.span, Value::Durations(vec![months]));
    }
    if let Some(approval) = document.approvals.first().and_then(|a| a.role.as_ref()) {
        root.put("document.approvals", approval.span, Value::Text);
    }
    if let Some(record) = document.approvals.iter().find_map(|a| a.record.as_ref()) {
        root.put("document.approvals.record", record.span, Value::Text);
    }
    if let Some(first) = document.distribution.first() {
        let to = document.distribution.iter().map(|recipient| recipient.to.source.to_string()).collect();
        root.put("document.distribution", first.to.span, Value::Words(to));
    }
    if let Some(law) = document.laws.first() {
        root.put("document.laws", law.law.span, Value::Text);
    }
    if let (Some(consultation), Some(span)) = (&document.consultation, document.span) {
        root.put("document.consultation", consultation.from.as_ref().map_or(span, |from| from.span), Value::Text);
    }
    if let Some(evaluation) = &document.evaluation {
        root.recurrence("document.evaluation.every", &evaluation.every);
        root.texts("document.evaluation.published_in", &evaluation.published_in);
        root.details("document.evaluation.", &evaluation.details);
    }
    root.details("document.audit.", &document.audit);
    let calendar = &model.manifest.calendar;
    if let (Some(territory), Some(span)) = (&calendar.territory, document.span) {
        root.put("document.calendar", span, Value::Words(vec![territory.clone()]));
    }
}

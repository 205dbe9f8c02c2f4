//! What a role is told: its own and nothing of others, what no longer holds, the calendar, and the cases that are brought to it.

use super::tests::{MANUAL, told, with};
use super::{Brief, Item, What};
use crate::lang::Lang;
use crate::load::Memory;

/// The manual with a chief of its own, who decides, and to whom cases are brought.
fn manual() -> String {
    with(&[
        ("jefatura: { name: Jefatura }", "jefatura: { name: Jefatura, count: 12 }\ngerencia: { name: Gerencia }"),
        (
            "offering:\n",
            "authority:\n  - { role: caja, decides: anular un cobro, up_to: 100 EUR }\n  - { role: gerencia, decides: dar una prórroga }\n\
             escalation:\n  - { to: jefatura, when: si el cliente no acepta, within: 1 business day }\noffering:\n",
        ),
    ])
}

fn changed(changes: &[(&str, &str)]) -> String {
    changes.iter().fold(manual(), |text, (old, new)| {
        assert!(text.contains(old), "{old}");
        text.replace(old, new)
    })
}

fn brief(new: &str, role: &str) -> Brief {
    told(&manual(), new, Some(role)).brief.expect("a role")
}

/// The lists of a brief that are not empty, each with the values in it.
fn lists(brief: &Brief) -> Vec<String> {
    let names = ["new", "stricter", "looser", "gone", "other"];
    let said = |item: &Item| item.field.as_ref().map_or(item.id.clone(), |field| field.path.clone());
    let lists = brief.lists().into_iter().zip(names).filter(|((_, items), _)| !items.is_empty());
    lists
        .map(|((_, items), name)| format!("{name}: {}", items.iter().map(said).collect::<Vec<_>>().join(", ")))
        .collect()
}

#[test]
fn what_another_role_may_decide_is_not_to_be_applied() {
    let new = changed(&[(
        "  - { role: gerencia,",
        "  - { role: jefatura, decides: condonar intereses, up_to: 500 EUR }\n  - { role: gerencia,",
    )]);
    assert_eq!(lists(&brief(&new, "caja")), ["other: authority.1"]);
    assert_eq!(lists(&brief(&new, "jefatura")), ["new: authority.1"]);
    let less = changed(&[("up_to: 100 EUR", "up_to: 50 EUR")]);
    assert_eq!(lists(&brief(&less, "caja")), ["stricter: authority.0.up_to"]);
    assert_eq!(lists(&brief(&less, "jefatura")), ["other: authority.0.up_to"]);
    // Who decides in a service and does not work in it is told of it too.
    let gone = changed(&[("  - { role: gerencia, decides: dar una prórroga }\n", "")]);
    assert_eq!(lists(&brief(&gone, "gerencia")), ["gone: authority.1"]);
}

#[test]
fn a_step_that_is_handed_over_is_gone_for_one_and_new_for_the_other() {
    let first = "documentos del cliente\", role: caja, within: 30 minutes }\n";
    let own = "    - { does: Entrega la constancia, role: caja }\n";
    let old = changed(&[(first, &format!("{first}{own}"))]);
    let new = old.replace("role: caja, within: 30", "role: jefatura, within: 20");
    let lists_of = |role: &str| lists(&told(&old, &new, Some(role)).brief.expect("a role"));
    // What else changed in it is read beside it.
    assert_eq!(lists_of("caja"), ["gone: offering.steps.0.role", "other: offering.steps.0.within"]);
    assert_eq!(lists_of("jefatura"), ["new: offering.steps.0.role", "other: offering.steps.0.within"]);
}

#[test]
fn cases_that_go_to_another_are_told_to_both() {
    let new = changed(&[("to: jefatura", "to: gerencia")]);
    assert_eq!(lists(&brief(&new, "gerencia")), ["new: escalation.0.to"]);
    assert_eq!(lists(&brief(&new, "jefatura")), ["gone: escalation.0.to"]);
    let new = changed(&[("name: Caja, contact: true", "name: Caja, contact: true, escalates_to: gerencia")]);
    assert_eq!(lists(&brief(&new, "gerencia")), ["new: escalates_to"]);
    assert_eq!(brief(&new, "gerencia").new[0].id, "caja");
    let new = changed(&[("no acepta, within: 1 business", "no acepta, within: 2 business")]);
    assert!(brief(&new, "gerencia").lists().iter().all(|(_, items)| items.is_empty()));
}

#[test]
fn what_comes_out_of_use_is_gone() {
    let suspended = changed(&[("code: TR-01", "code: TR-01\nstatus: { suspended: 2026-11-01, reason: sin convenio }")]);
    let found = brief(&suspended, "caja");
    assert_eq!(lists(&found), ["gone: status"]);
    let field = found.gone[0].field.as_ref().expect("a field");
    assert_eq!(field.what, What::Stopped);
    assert_eq!(
        (field.old.as_deref(), field.new.as_deref()),
        (Some("activo"), Some("suspendido desde el 1 de noviembre de 2026; motivo: sin convenio"))
    );
    let back = told(&suspended, &manual(), Some("caja")).brief.expect("a role");
    assert_eq!(lists(&back), ["new: status"]);
    // Whoever had it is told that it is retired, once and with the day, reason or not.
    let retired = changed(&[("code: TR-01", "code: TR-01\nstatus: { retired: 2027-01-31 }")]);
    let found = brief(&retired, "caja");
    assert!(lists(&found).iter().any(|line| line.starts_with("gone: status")), "{:?}", lists(&found));
    assert!(found.gone.iter().any(|item| {
        item.field.as_ref().and_then(|field| field.new.as_deref()) == Some("retirado desde el 31 de enero de 2027")
    }));
    assert_eq!(found.gone.iter().filter(|item| item.id == "tramite").count(), 1);
}

#[test]
fn the_calendar_is_told_to_whom_it_binds() {
    let calendar = |hours: &str| {
        let calendar =
            format!("languages: {{ default: es }}\ncalendar: {{ business_days: mon..fri, business_hours: {hours} }}");
        changed(&[("languages: { default: es }", &calendar)])
    };
    let found = told(&calendar("09:00-17:00"), &calendar("08:30-17:00"), Some("jefatura")).brief.expect("a role");
    assert_eq!((lists(&found), found.sign_again), (vec!["other: calendar.business_hours".to_owned()], true));
    // Nothing that binds the management is counted in hours or days of work.
    let found = told(&calendar("09:00-17:00"), &calendar("08:30-17:00"), Some("gerencia")).brief.expect("a role");
    assert_eq!((lists(&found).len(), found.sign_again), (0, false));
}

#[test]
fn how_many_there_are_is_neither_more_nor_less() {
    assert_eq!(lists(&brief(&changed(&[("count: 12", "count: 11")]), "jefatura")), ["other: count"]);
    let longer = changed(&[("09:00-17:00", "09:00-18:00")]);
    let found = told(&manual(), &longer, None).changes;
    assert_eq!(found.entries[0].fields[0].what, What::Widened);
}

fn english(old: &str, new: &str) -> Vec<(Option<String>, Option<String>, Option<&'static str>)> {
    let read = |text: &str| Memory::parse(text, "manual.yaml");
    let found =
        crate::compare(&read(old), &read(new), Some(Lang::En), None).unwrap_or_else(|error| panic!("{error:?}"));
    let fields = found.changes.entries.into_iter().flat_map(|entry| entry.fields);
    fields
        .map(|field| (field.old, field.new, field.lang.map(|lang| if lang == Lang::Es { "es" } else { "another" })))
        .collect()
}

#[test]
fn words_that_the_translation_does_not_follow_are_told_in_those_of_the_original() {
    let manual = |items: &str, promise: &str, stamp: &str| {
        with(&[
            ("{ default: es }", "{ default: es, others: [en] }"),
            ("[tarjeta de débito sin costo, acceso a la banca por internet]", items),
            ("Le respondemos en [[plazo.within]]", promise),
        ]) + &format!(
            "=== services/tramite.en.md\n---\n{stamp}offering:\n  includes: [debit card free of charge, access to the website]\n---\n\
             === commitments.en.yaml\nplazo: {{ promise: \"We answer in [[plazo.within]]\" }}\n"
        )
    };
    let old = "[tarjeta de débito sin costo, acceso a la banca por internet]";
    let more = "[seguro de vida incluido, tarjeta de débito sin costo, acceso a la banca por internet]";
    let before = manual(old, "Le respondemos en [[plazo.within]]", "");
    let text = |text: &str| Some(text.to_owned());
    // A list with more items than were translated, with a stamp that no longer holds, and without one.
    for stamp in ["", "translated: { on: 2026-01-01, of: \"00000000\" }\n"] {
        let found = english(&before, &manual(more, "Le respondemos en [[plazo.within]]", stamp));
        assert_eq!(found, [(None, text("seguro de vida incluido"), Some("es"))], "{stamp}");
    }
    // Other words of the original alone: both are told, and not those of before as new.
    let found = english(&before, &manual(old, "Le avisamos en [[plazo.within]]", ""));
    assert_eq!(
        found
            .iter()
            .map(|(old, new, lang)| (old.is_some(), new.as_deref().map(|s| s.starts_with("Le avisamos")), *lang))
            .collect::<Vec<_>>(),
        [(true, Some(true), Some("es"))]
    );
    // A promise that stands in its service is translated with it.
    let inner = |promise: &str| {
        let commitments = format!(
            "commitments:\n  aviso:\n    promise: {promise}\n    within: 1 business day\n    indicator: respuesta\n"
        );
        before.replacen("offering:\n", &format!("{commitments}offering:\n"), 1).replace(
            "---\noffering:",
            "---\ntranslated: { on: 2026-01-01, of: \"00000000\" }\ncommitments: { aviso: { promise: We call you. } }\noffering:",
        )
    };
    let found = english(&inner("Le llamamos."), &inner("Le avisamos siempre."));
    assert_eq!(found, [(text("Le llamamos."), text("Le avisamos siempre."), Some("es"))]);
    // Where the translation has changed with it, its words are told.
    let both = manual(old, "Le avisamos en [[plazo.within]]", "").replace("We answer", "We tell you");
    let found = english(&before, &both);
    assert!(
        found[0].1.as_deref().is_some_and(|new| new.starts_with("We tell you")) && found[0].2.is_none(),
        "{found:?}"
    );
}

#[test]
fn a_language_that_is_no_longer_asked_for_is_told() {
    let both = MANUAL.replace("{ default: es }", "{ default: es, others: [en] }")
        + "=== channels.en.yaml\nagencia: { name: Branch }\n";
    let one = both.replace(", others: [en]", "");
    let line = |old: &str, new: &str| super::line::summary(&told(old, new, None).changes, Lang::Es);
    assert_eq!(line(&both, &one), "Se retira la traducción al inglés.");
    assert_eq!(line(&one, &both), "Se agrega la traducción al inglés.");
}

/// The label, both values and whether it is of substance, of the only field that changed.
fn only(old: &str, new: &str) -> (String, String, bool) {
    let found = told(old, new, None).changes;
    let fields: Vec<_> = found.entries.iter().flat_map(|entry| &entry.fields).collect();
    assert_eq!(fields.len(), 1, "{fields:?}");
    let value = |text: &Option<String>| text.clone().unwrap_or_else(|| "–".to_owned()).replace('\u{a0}', " ");
    let field = fields[0];
    (field.label.clone(), format!("{} → {}", value(&field.old), value(&field.new)), field.material)
}

#[test]
fn values_are_told_as_readers_know_them() {
    let case = |old: &[(&str, &str)], from: &str, to: &str, label: &str, values: &str| {
        let old = old.iter().fold(MANUAL.to_owned(), |text, (a, b)| text.replace(a, b));
        let (found, told, _) = only(&old, &old.replace(from, to));
        assert_eq!((found.as_str(), told.as_str()), (label, values));
    };
    let holidays =
        ("languages:", "calendar: { holidays: { territory: PE, years: [2026], dates: [2026-12-24] } }\nlanguages:");
    case(
        &[holidays],
        "2026-12-24",
        "2026-12-24, 2027-02-15",
        "Calendario › Feriados › Fechas 2",
        "– → 15 de febrero de 2027",
    );
    let families = ("languages:", "families: { credito: { name: Crédito }, ahorro: { name: Ahorro } }\nlanguages:");
    case(
        &[families, ("code: TR-01", "code: TR-01\nfamily: credito")],
        "family: credito",
        "family: ahorro",
        "Familia",
        "Crédito → Ahorro",
    );
    case(&[], "default: es", "default: es-PE", "Idiomas › Idioma original", "Español → Español (es-PE)");
    case(
        &[],
        "within: 30",
        "within: 20",
        "Oferta › Pasos 1 (Recibe la solicitud y los documentos del…) › Plazo",
        "30 minutos → 20 minutos",
    );
    let laws = ("=== roles.yaml", "=== laws.yaml\nley: { name: Ley, number: \"1\" }\n=== roles.yaml");
    case(&[laws], "number: \"1\"", "number: \"2\"", "Número", "1 → 2");
    let calendars = ("languages:", "calendars: { guardia: { business_days: mon..fri } }\nlanguages:");
    let old = MANUAL.replace(calendars.0, calendars.1);
    let (_, values, _) = only(MANUAL, &old);
    assert_eq!(values, "– → Días hábiles: lun. a vie.");
}

#[test]
fn a_corrected_result_is_no_wording() {
    let results = |rows: &str| with(&[("tolerance: 2 %", &format!("tolerance: 2 %, results: {{ {rows} }}"))]);
    let old = results("2026-01: { numerator: 242, denominator: 256 }");
    assert!(only(&old, &results("2026-01: { numerator: 243, denominator: 256 }")).2);
    // One more is news.
    let more = results("2026-01: { numerator: 242, denominator: 256 }, 2026-02: { numerator: 250, denominator: 256 }");
    assert!(!only(&old, &more).2);
}

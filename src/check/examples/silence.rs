//! What is told once, elsewhere, or not at all: consequences of what could not be read, entries in the wrong place, levels and
//! waivers; and what reading says of the manifest's codes.

use super::{compiled, parse};
use crate::Compiled;
use crate::diag::Severity;
use crate::lang::Lang;
use crate::load::{Entry, EntryKind, Files, LoadError, Memory};

/// The findings as `code file:line`.
fn told(result: &Compiled) -> Vec<String> {
    let place = |f: &crate::diag::Diagnostic| {
        let path = &result.sources.get(f.span.file).path;
        format!("{} {path}:{}", f.code(), result.sources.start(f.span).line)
    };
    result.findings.iter().map(place).collect()
}

fn of(manual: &str) -> Compiled {
    compiled(&parse(manual).0)
}

const SERVICE: &str = "=== services/uno.md\n---\ncode: U-1\nname: Uno\nowner: jefatura\n---\nPregunte a [[caja]].\n";

#[test]
fn a_file_that_cannot_be_read_hides_its_consequences() {
    let result = of(&format!("=== roles.yaml\njefatura: {{ name: Jefatura\n{SERVICE}"));
    let told = told(&result);
    assert!(told.iter().all(|line| line.starts_with("E001 roles.yaml")), "neither references nor points\n{told:?}");
    assert!(!told.is_empty());
}

#[test]
fn a_value_that_cannot_be_read_hides_the_rules_of_its_entry_alone() {
    let other = SERVICE.replace("services/uno", "services/dos").replace("U-1", "U-2");
    let broken = SERVICE.replace("owner: jefatura", "owner: jefatura\nreview_by: mañana");
    let result = of(&format!("{broken}{other}"));
    let about = |path: &str| {
        let own = result.findings.iter().filter(|f| result.sources.get(f.span.file).path == path);
        own.map(|f| f.code()).collect::<Vec<_>>()
    };
    assert_eq!(about("services/uno.md"), ["E009"]);
    assert!(about("services/dos.md").contains(&"A102"), "the other service is still looked at");
}

#[test]
fn an_id_that_is_missing_often_is_told_once_and_not_mended() {
    let uses = |n: usize| {
        let list: String = (0..n).map(|i| format!("t{i}: {{ name: T, owner: jefatrua }}\n")).collect();
        of(&format!("=== trainings.yaml\n{list}"))
    };
    let codes = |result: &Compiled| result.findings.iter().filter(|f| f.code() == "E011").count();
    assert_eq!((codes(&uses(1)), codes(&uses(2)), codes(&uses(9))), (1, 1, 1));
    let many = uses(9);
    let finding = many.findings.iter().find(|f| f.code() == "E011").expect("told");
    assert!(!finding.labels.is_empty(), "the other places are shown with the first");
    assert!(finding.edit.is_none(), "perhaps the entry was renamed by mistake");
    assert!(uses(1).findings.iter().any(|f| f.edit.is_some()));
}

#[test]
fn an_entry_in_the_folder_of_another_kind_is_one_finding() {
    let result = of("=== roles/giros.md\n---\nname: Giros\noffering: { summary: G }\ncommitments: {}\ncapacity: {}\n\
                     suppliers: []\nalliances: []\ncost: {}\n---\n");
    let own: Vec<&crate::diag::Diagnostic> =
        result.findings.iter().filter(|f| result.sources.get(f.span.file).path == "roles/giros.md").collect();
    assert_eq!(own.len(), 1, "{:?}", told(&result));
    let help = own[0].help_text(Lang::Es);
    assert!(own[0].code() == "E006" && help.contains("carpeta o el archivo de su clase"), "{help}");
}

#[test]
fn a_translation_into_a_language_that_is_not_announced_is_told_once_a_file() {
    let files = "=== roles.en.yaml\njefatura: { name: Head }\ncaja: { name: Till }\n";
    let result = of(files);
    let lines: Vec<String> = told(&result).into_iter().filter(|line| line.contains("roles.en")).collect();
    assert_eq!(lines, ["E023 roles.en.yaml:1"]);
    let finding = result.findings.iter().find(|f| f.code() == "E023").expect("told");
    assert!(finding.help_text(Lang::Es).contains("`languages: { others: [en] }`"));
    let manifest = "=== manual.yaml\norganization: { name: E }\ndocument: { title: M }\nlanguages: { default: es, others: [en] }\n";
    assert!(of(&format!("{files}{manifest}")).findings.iter().all(|f| f.code() != "E023"));
    // Where what is announced cannot be read, nothing is said of it.
    for (from, to) in [("languages:", "lenguages:"), ("{ title: M }", "{ title: M ")] {
        let result = of(&format!("{files}{}", manifest.replace(from, to)));
        assert!(
            !result.findings.is_empty() && result.findings.iter().all(|f| f.code() != "E023"),
            "{:?}",
            told(&result)
        );
    }
}

/// A manifest with more in it.
fn manifest(more: &str) -> String {
    format!(
        "=== manual.yaml\norganization: {{ name: E }}\ndocument: {{ title: M }}\nlanguages: {{ default: es }}\n{more}\n"
    )
}

#[test]
fn codes_of_money_places_and_zones_have_their_form() {
    let wrong = |more: &str| of(&manifest(more)).findings.iter().filter(|f| f.code() == "E009").count();
    for good in [
        "currency: PEN",
        "calendar: { timezone: America/Lima }",
        "calendar: { timezone: UTC }",
        "calendar: { timezone: America/Argentina/Buenos_Aires }",
        "calendar: { holidays: { territory: PE, years: [2026] } }",
        "calendar: { holidays: { territory: ES-MD, years: [2026] } }",
    ] {
        assert_eq!(wrong(good), 0, "{good}");
    }
    for bad in [
        "currency: soles",
        "currency: pen",
        "currency: PE",
        "calendar: { timezone: Lima }",
        "calendar: { timezone: America/ }",
        "calendar: { timezone: hora de Lima }",
        "calendar: { timezone: Marte/Olimpo }",
        "calendar: { timezone: America/Limma }",
        "calendar: { holidays: { territory: Perú, years: [2026] } }",
        "calendar: { holidays: { territory: pe, years: [2026] } }",
        "calendar: { holidays: { territory: ES-MADRID, years: [2026] } }",
    ] {
        assert_eq!(wrong(bad), 1, "{bad}");
    }
}

#[test]
fn a_year_of_which_a_region_has_only_the_nations_holidays_is_said() {
    let told = |holidays: &str| {
        let result = of(&manifest(&format!("calendar: {{ holidays: {{ {holidays} }} }}")));
        result.findings.iter().filter(|f| f.code() == "C336").map(|f| f.message(Lang::En)).collect::<Vec<_>>()
    };
    assert_eq!(told("territory: ES-MD, years: [2025, 2026]"), [""; 0]);
    let later = told("territory: ES-MD, years: [2026, 2027]");
    assert!(matches!(later.as_slice(), [only] if only.starts_with("of ES-MD 2027 only the national")), "{later:?}");
    assert_eq!(told("territory: ES-MD, years: [2026, 2027], dates: [2027-05-03]"), [""; 0]);
    assert_eq!(told("territory: PE-LIM, years: [2026]").len(), 1);
    assert_eq!(told("territory: AR, years: [2027]").len(), 1);
}

#[test]
fn messages_write_figures_as_the_region_of_the_manual_does() {
    let day = crate::values::Date::constant(2026, 11, 2);
    let amount = crate::values::Quantity::Money(crate::values::Money::parse("15000 PEN").expect("money"));
    let result =
        of("=== manual.yaml\norganization: { name: E }\ndocument: { title: M }\nlanguages: { default: es-PE }\n");
    let mut finding = result.findings.first().expect("an empty manual lacks something").clone();
    finding.args = vec![("amount", amount.into()), ("day", day.into())];
    let text = crate::lang::Text { es: "{amount}, {day}", en: "{amount}, {day}", pt: "{amount}, {day}" };
    assert_eq!(finding.fill(&text, Lang::Es), "S/\u{a0}15,000.00, 2 de noviembre de 2026");
    assert_eq!(finding.fill(&text, Lang::Pt), "S/\u{a0}15.000, 2 de novembro de 2026");
}

#[test]
fn the_longest_key_gives_the_level_and_reading_keeps_its_own() {
    let with = |lints: &str| of(&format!("{}{SERVICE}", manifest(&format!("lints: {{ {lints} }}"))));
    let level = |result: &Compiled, code: &str| result.findings.iter().find(|f| f.code() == code).map(|f| f.severity);
    let result = with("A: note, A1: warning, A105: error, A106: off");
    assert_eq!(level(&result, "A102"), Some(Severity::Warning));
    assert_eq!(level(&result, "A105"), Some(Severity::Error));
    assert_eq!(level(&result, "A106"), None);
    let broken = of(&format!("{}{}", manifest("lints: { E0: off, E011: note }"), SERVICE.replace("jefatura", "nadie")));
    assert_eq!(level(&broken, "E011"), Some(Severity::Error), "what cannot be read cannot be accepted");
}

#[test]
fn a_waiver_without_anything_to_waive_is_told_where_that_is_certain() {
    let waiver = |code: &str, at: &str| {
        format!("waivers:\n  - {{ code: {code}, at: {at}, reason: r, owner: jefatura, until: 2027-01-01 }}")
    };
    let idle = |files: &str| of(files).findings.iter().filter(|f| f.code() == "I707").count();
    let with = |more: &str| format!("{}{SERVICE}", manifest(more));
    assert_eq!(idle(&with(&waiver("A105", "services/uno"))), 0, "it takes out a finding");
    assert_eq!(idle(&with(&waiver("A101", "services/uno"))), 1, "the service has its code");
    assert_eq!(idle(&with(&waiver("A105", "roles/caja"))), 1, "the finding stands elsewhere");
    assert_eq!(idle(&with(&format!("lints: {{ A105: off }}\n{}", waiver("A105", "services/uno")))), 0);
    assert_eq!(idle(&with(&format!("lints: {{ I707: off }}\n{}", waiver("A101", "services/uno")))), 0);
    let unread = with(&waiver("A101", "services/uno")).replace("owner: jefatura\n---", "owner: nadie\n---");
    assert_eq!(idle(&unread), 0, "what could not be read may hide the finding");
    let finding = of(&with(&waiver("A101", "services/uno")));
    let finding = finding.findings.iter().find(|f| f.code() == "I707").expect("told");
    assert_eq!(
        finding.message(Lang::Es),
        "la excepción de A101 para `services/uno` no vale: allí ya no hay nada que exceptuar"
    );
}

#[test]
fn a_manifest_in_which_nothing_is_written_is_one_finding() {
    for empty in ["", "\n", "# por escribir\n"] {
        let mut memory = parse(SERVICE).0;
        memory.insert("manual.yaml", empty);
        let result = compiled(&memory);
        assert_eq!(told(&result), ["E007 manual.yaml:1"], "{empty:?}");
        let help = result.findings[0].help_text(Lang::Es);
        assert!(help.contains("el archivo está vacío") && help.contains("`languages: { default: es }`"), "{help}");
    }
}

#[test]
fn a_word_one_slip_off_an_id_is_noted() {
    let told = |text: &str, code: &str| of(text).findings.iter().filter(|f| f.code() == code).count();
    let kept = |word: &str| format!("{}=== sources.yaml\ncenso: {{ name: Censo, kept_by: {word} }}\n", manifest(""));
    let list = |word: &str| manifest("").replace("title: M", &format!("title: M, distribution: [{word}]"));
    assert_eq!(told(&kept("jefatrua"), "E041"), 1);
    // Who gets the manual or approves it is a role, or words that are near none.
    assert_eq!((told(&list("jefatrua"), "E041"), told(&list("jefatrua"), "E011")), (0, 1));
    for silent in ["jefatura", "asamblea", "Jefatrua", "casa", "la jefatrua"] {
        assert_eq!((told(&kept(silent), "E041"), told(&list(silent), "E011")), (0, 0), "{silent}");
    }
}

/// A manual with empty folders beside its files.
struct WithFolders<'f>(&'f Memory, &'f [&'f str]);

impl Files for WithFolders<'_> {
    fn list(&self) -> Result<Vec<Entry>, LoadError> {
        let mut entries = self.0.list()?;
        entries.extend(self.1.iter().map(|path| Entry { path: (*path).to_owned(), kind: EntryKind::EmptyFolder }));
        entries.sort();
        Ok(entries)
    }

    fn read(&self, path: &str) -> Result<Vec<u8>, LoadError> {
        self.0.read(path)
    }
}

#[test]
fn an_empty_folder_is_told_where_its_name_is_nearly_that_of_a_kind() {
    let memory = parse(SERVICE).0;
    let folders = ["assets", "borradores", "riesgos", "servces", "standards"];
    let today = jiff::civil::date(2026, 11, 21);
    let options = crate::Options { today, langs: Vec::new(), messages: None, profiles: Vec::new(), history: None };
    let result = crate::compile(&WithFolders(&memory, &folders), &options).expect("files in memory are read");
    let empty: Vec<String> =
        result.findings.iter().filter(|f| f.code() == "E023").map(|f| f.help_text(Lang::Es)).collect();
    assert_eq!(empty, ["¿quiso decir `risks/`?", "¿quiso decir `services/`?"]);
}

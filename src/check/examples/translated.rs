//! What is said of translations: texts that lack, words that changed since, and what the rules of words find in them.

use super::{compiled, parse};
use crate::Compiled;
use crate::lang::Lang;

const MANIFEST: &str = "=== manual.yaml
organization: { name: Ejemplo }
document: { title: Manual }
languages: { default: es, others: [en] }
=== manual.en.yaml
organization: { name: Example }
document: { title: Manual }
=== roles.en.yaml
jefatura: { name: Head }
caja: { name: Till }
";
const CHANNELS: &str = "=== channels.yaml
telefono:
  name: Central
  kind: telephone
  first_response: { target: { share: 80 %, within: 5 minutes } }
  wait_message: Le atenderemos en cinco minutos o menos.
  note: lunes a viernes
";

fn of(more: &str) -> Compiled {
    compiled(&parse(&format!("{MANIFEST}{more}")).0)
}

/// The findings of some codes as `code file:line`.
fn told(result: &Compiled, codes: &[&str]) -> Vec<String> {
    let wanted = result.findings.iter().filter(|f| codes.contains(&f.code()));
    let line = |f: &crate::diag::Diagnostic| {
        let path = &result.sources.get(f.span.file).path;
        format!("{} {path}:{}", f.code(), result.sources.start(f.span).line)
    };
    wanted.map(line).collect()
}

const ABOUT: [&str; 4] = ["I718", "I719", "I725", "I726"];

#[test]
fn texts_that_lack_are_told_once_a_file() {
    let result = of(&format!("{CHANNELS}=== channels.en.yaml\ntelefono: {{ name: Switchboard }}\n"));
    assert_eq!(told(&result, &ABOUT), ["I726 channels.yaml:5"]);
    let finding = result.findings.iter().find(|f| f.code() == "I726").expect("told");
    let message = finding.message(Lang::En);
    assert!(
        message.contains("`channels.yaml` is not complete in English; 2 still to translate")
            && message.contains("telefono.wait_message"),
        "{message}"
    );
    assert!(finding.help_text(Lang::Es).contains("`channels.en.yaml`"));
    let nothing = of(CHANNELS);
    assert_eq!(
        told(&nothing, &ABOUT),
        ["I718 manual.yaml:1"],
        "a file without any translation is told with the manifest"
    );
}

#[test]
fn who_allowed_or_declared_something_is_not_translated() {
    let record = "waivers:\n  - { code: A105, at: channels, reason: En revisión., owner: jefatura, until: 2027-01-01 }\n\
                  attestations:\n  - { profile: iso-10002-2018, clause: a, statement: Se hace., role: jefatura, on: 2026-01-01 }\n";
    let manifest = MANIFEST.replacen("others: [en] }\n", &format!("others: [en] }}\n{record}"), 1);
    let result = compiled(&parse(&manifest).0);
    assert_eq!(told(&result, &["I725", "I726"]), Vec::<String>::new());
}

#[test]
fn what_means_the_same_everywhere_needs_no_translation() {
    let sites = "=== sites.yaml\ncentro: { name: Centro, phone: \"+51 64 555 0100\", email: a@b.example, code: AG-1 }\n\
                 === sites.en.yaml\ncentro: { name: Centro }\n=== channels.en.yaml\nagencia: { name: Branch }\n";
    assert_eq!(told(&of(sites), &ABOUT), Vec::<String>::new());
}

#[test]
fn a_translation_is_stale_when_words_change_and_not_when_figures_do() {
    let english = |of: &str| {
        format!(
            "=== channels.en.yaml\ntelefono:\n  translated: {{ on: 2026-10-12, of: \"{of}\" }}\n  name: Switchboard\n  \
             wait_message: We will answer in five minutes or less.\n  note: Monday to Friday\n"
        )
    };
    let first = of(&format!("{CHANNELS}{}", english("00000000")));
    assert_eq!(told(&first, &ABOUT), ["I725 channels.en.yaml:2"]);
    let standing = first.translations.iter().find(|t| t.entry == "channels/telefono").expect("it has a translation");
    assert!(standing.stale && standing.stamped);
    let stamp = standing.stamp.replacement.clone();
    let digest = stamp.split('"').nth(1).expect("a digest between quotes").to_owned();
    assert_eq!(digest.len(), 8, "{stamp}");
    let today = |channels: &str| told(&of(&format!("{channels}{}", english(&digest))), &ABOUT);
    assert_eq!(today(CHANNELS), Vec::<String>::new());
    assert_eq!(today(&CHANNELS.replace("80 %", "85 %")), Vec::<String>::new(), "figures come from the original");
    assert_eq!(today(&CHANNELS.replace("lunes a", "lunes  a")), Vec::<String>::new(), "blanks are no words");
    assert_eq!(today(&CHANNELS.replace("viernes", "sábado")), ["I725 channels.en.yaml:2"]);
}

#[test]
fn a_stamp_counts_more_than_the_day() {
    let service = "=== services/a.md\n---\ncode: A-1\nname: Ejemplo\napproved: 2026-10-05\n---\n";
    let english = |day: &str| format!("=== services/a.en.md\n---\ntranslated: {day}\nname: Example\n---\n");
    let told = |day: &str| told(&of(&format!("{service}{}", english(day))), &["I719", "I725"]);
    assert_eq!(told("2026-05-04"), ["I719 services/a.en.md:2"]);
    assert_eq!(told("{ on: 2026-05-04 }"), ["I719 services/a.en.md:2"]);
    assert_eq!(told("{ on: 2026-05-04, of: 2ee07aca }"), Vec::<String>::new());
    assert_eq!(told("{ on: 2026-05-04, of: 2ee07acb }"), ["I725 services/a.en.md:2"]);
}

#[test]
fn a_bad_stamp_is_told_at_its_place() {
    let english = "=== services/a.md\n---\ncode: A-1\nname: Ejemplo\n---\n=== services/a.en.md\n---\n\
                   translated: { on: ayer, von: 2ee07aca }\nname: Example\n---\n";
    let result = of(english);
    let places: Vec<(&str, usize)> = result
        .findings
        .iter()
        .filter(|f| result.sources.get(f.span.file).path == "services/a.en.md" && f.code().starts_with('E'))
        .map(|f| (f.code(), result.sources.start(f.span).column))
        .collect();
    assert_eq!(places.len(), 2, "{places:?}");
    assert!(places.iter().any(|(_, column)| *column == 19) && places.iter().any(|(_, column)| *column == 25));
}

#[test]
fn the_rules_of_words_read_translations_and_tell_nothing_twice() {
    let english = "=== channels.en.yaml\ntelefono:\n  name: Switchboard\n  wait_message: We will answer you in two minutes.\n  \
                   note: Monday to Friday\n  nothing: like it\n";
    let result = of(&format!("{CHANNELS}{english}"));
    assert_eq!(told(&result, &["C309", "W901"]), ["C309 channels.en.yaml:3"]);
    let orphans: Vec<_> = result.findings.iter().filter(|f| f.code().starts_with('E')).collect();
    assert_eq!(orphans.len(), 1, "{:?}", told(&result, &["E020"]));
    let vague = english.replace("in two minutes", "as soon as possible");
    let both = CHANNELS.replace("en cinco minutos o menos", "lo antes posible");
    let result = of(&format!("{both}{vague}"));
    assert_eq!(told(&result, &["W901"]), ["W901 channels.en.yaml:3", "W901 channels.yaml:5"]);
    let original = of(&format!("{both}=== channels.en.yaml\ntelefono: {{ name: Switchboard, note: Monday }}\n"));
    assert_eq!(
        told(&original, &["W901"]),
        ["W901 channels.yaml:5"],
        "what is not translated is read in the original only"
    );
    let quiet = MANIFEST.replace("others: [en] }\n", "others: [en] }\nlints: { W901: off }\n");
    let silent = compiled(&parse(&format!("{quiet}{both}{vague}")).0);
    assert_eq!(told(&silent, &["W901"]), Vec::<String>::new());
}

/// A promise with its redress in both languages, stamped for other words or not at all.
fn promise(original: &str, stamp: &str) -> Compiled {
    of(&format!(
        "=== commitments.yaml\nacuse:\n  promise: Acusamos recibo en un día hábil.\n  within: 1 business day\n  {original}\n\
         === commitments.en.yaml\nacuse:\n  {stamp}promise: We acknowledge receipt within one business day.\n  note: Said at the \
         counter too\n"
    ))
}

#[test]
fn a_key_taken_out_of_the_original_is_told_with_the_translation_of_other_words() {
    let result = promise("owner: jefatura", "translated: { on: 2026-10-12, of: \"00000000\" }\n  ");
    assert_eq!(told(&result, &["E027", "I725"]), ["I725 commitments.en.yaml:2"]);
    let finding = result.findings.iter().find(|f| f.code() == "I725").expect("told");
    let [.., label] = finding.labels.as_slice() else { panic!("it shows the key") };
    assert_eq!((result.sources.text(label.span), label.text(Lang::En).contains("no longer")), ("note", true));
}

#[test]
fn a_promise_is_named_without_the_paths_of_its_links() {
    let result = of(
        "=== commitments.yaml\nacuse: { promise: \"Le acusamos recibo en [[acuse.within]].\", within: 1 business day }\n=== \
         commitments.en.yaml\nacuse: { translated: { on: 2026-10-12, of: \"00000000\" }, promise: \"We acknowledge it in \
         [[acuse.within]].\" }\n",
    );
    let finding = result.findings.iter().find(|f| f.code() == "I725").expect("told");
    assert!(finding.message(Lang::Es).contains("«Le acusamos recibo en ….»"), "{}", finding.message(Lang::Es));
}

#[test]
fn a_key_without_its_original_never_keeps_a_manual_from_being_published() {
    let result = promise("owner: jefatura", "");
    assert_eq!(told(&result, &["E027", "I725"]), ["E027 commitments.en.yaml:3"]);
    let finding = result.findings.iter().find(|f| f.code() == "E027").expect("told");
    assert_eq!(finding.severity, crate::diag::Severity::Warning);
}

#[test]
fn a_slip_in_the_original_is_not_laid_on_its_translation() {
    for original in ["noet: En ventanilla también", "note: En ventanilla: también"] {
        let result = promise(original, "");
        let codes: Vec<&str> = result.findings.iter().map(|f| f.code()).filter(|code| code.starts_with('E')).collect();
        assert!(!codes.is_empty() && codes.iter().all(|code| *code != "E027"), "{original}: {codes:?}");
    }
}

#[test]
fn results_of_other_words_are_told_by_the_indicator_that_they_are_of() {
    let result = of(
        "=== indicators.yaml\nespera: { name: Espera, target: { share: 90 % } }\n=== results.yaml\nespera:\n  \
                     2026-09: { value: 91 %, note: Con la caja cerrada }\n=== results.en.yaml\nespera:\n  translated: { on: 2026-10-12, \
                     of: \"00000000\" }\n  2026-09: { note: With the till closed }\n",
    );
    let finding = result.findings.iter().find(|f| f.code() == "I725").expect("told");
    assert!(finding.message(Lang::Es).contains("«Espera»"), "{}", finding.message(Lang::Es));
    assert!(finding.help_text(Lang::Es).ends_with("--at results/espera`"), "{}", finding.help_text(Lang::Es));
}

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

//! Manuals in languages that the program does not speak.

use super::*;
use crate::lang::Tongue;

/// A manual in a language, from a Spanish one with translations.
fn in_language(tag: &str, more: &str) -> Manual {
    let base = BASE.replace("{ default: es }", "{ default: es-PE, others: [ca, ar, fr], interface: { fr: en } }");
    let base = base.replace("title: Manual", "title: Manual\n  effective: 2026-11-02");
    let files = Memory::parse(&format!("{base}{more}"), "services/ejemplo.md");
    let today = jiff::civil::date(2026, 11, 21);
    let langs = vec![Tongue::of_name(tag).expect("a tag")];
    let options = Options { today, langs, messages: None, profiles: Vec::new(), history: None };
    let compiled = compile(&files, &options).expect("files in memory can be listed");
    compiled.manuals.into_iter().next().expect("the manual is composed")
}

const SERVICE: &str = "=== services/giros.md\n---\ncode: GI-01\nname: Giros\noffering: { summary: Sin esperas }\n---\n\
                       El cliente firma.\n=== services/giros.ca.md\n---\nname: Girs\n---\nEl client signa.\n";

#[test]
fn a_manual_in_another_language_has_the_program_s_words_in_one_of_its_three() {
    let catalan = in_language("ca", SERVICE);
    assert_eq!((catalan.lang.as_str(), catalan.interface, catalan.words()), ("ca", Some(Lang::Es), Lang::Es));
    assert_eq!(catalan.labels.home, Lang::Es.words().interface.home);
    assert_eq!(in_language("fr", "").labels.home, Lang::En.words().interface.home);
    assert_eq!((in_language("es", "").interface, in_language("es", "").lang.as_str()), (None, "es"));
    assert_eq!(catalan.control.effective.as_deref(), Some("2 de noviembre de 2026"), "after words of the program");
    let title = |id: &str| {
        let section = catalan.all_sections().into_iter().find(|section| section.id == id).expect("a section");
        (section.title.clone(), section.title_lang.clone())
    };
    assert_eq!(title("service-giros"), ("Girs".to_owned(), None));
    assert_eq!(title("services"), ("Servicios".to_owned(), Some("es".to_owned())));
}

#[test]
fn what_another_language_lacks_is_marked_as_in_any() {
    let note = "service-giros: Aquí hay pasajes en español: todavía no están traducidos.";
    let catalan = in_language("ca", SERVICE);
    assert!(callouts(&catalan).iter().any(|told| told == note), "{:?}", callouts(&catalan));
    let whole = SERVICE.replace("name: Girs\n", "name: Girs\noffering: { summary: Sense esperes }\n");
    assert!(!callouts(&in_language("ca", &whole)).iter().any(|told| told == note));
}

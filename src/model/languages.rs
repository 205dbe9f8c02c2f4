//! The languages of a manual: which they are, how each is written, and in which words of the program it is accompanied.

use crate::diag::Diagnostic;
use crate::lang::{Lang, Locale, Region, Tongue};
use crate::parse::entries;
use crate::parse::reader::{Reader, Slot};
use crate::span::Spanned;

#[derive(Debug, Clone)]
pub struct Languages {
    pub default: Tongue,
    pub others: Vec<Tongue>,
    /// Each of them with the region whose way of writing it follows, and the language of the words around it.
    pub locales: Vec<Locale>,
}

impl Languages {
    /// A language as this manual writes it.
    pub fn locale(&self, tongue: Tongue) -> Locale {
        let known = || self.locales.iter().copied().find(|locale| locale.tongue() == tongue);
        known().unwrap_or_else(|| worded(tongue, None, self.words()))
    }

    /// The language of the program's words around the original.
    pub fn words(&self) -> Lang {
        self.locales.first().map_or(Lang::Es, |locale| locale.lang)
    }
}

/// What is written under `languages`.
#[derive(Default)]
pub(super) struct Tags {
    default: Option<Tag>,
    others: Vec<Tag>,
    /// In which words of the program a language is accompanied.
    interface: Vec<(Tongue, Lang)>,
}

type Tag = (Tongue, Option<Region>);

pub(super) fn tags(r: &mut Reader<'_, '_, '_>) -> Tags {
    r.require("default");
    let default = r.slot("default").and_then(Slot::tongue).map(|tag| tag.value);
    let mut whole = true;
    let others = r.many("others", |slot| {
        let tag = slot.tongue();
        whole &= tag.is_some();
        tag.map(|tag| tag.value)
    });
    let known: Vec<Tongue> = default.iter().chain(&others).map(|(tongue, _)| *tongue).collect();
    let interface = r.slot("interface").map_or_else(Vec::new, |slot| {
        slot.entries(|tag, mut slot| {
            let tongue = Tongue::of_tag(&tag.value).map(|(tongue, _)| tongue);
            let tongue = tongue.filter(|tongue| tongue.spoken().is_none() && known.contains(tongue));
            // Of a list that could not be read it may be any.
            if tongue.is_none() && whole {
                slot.context().report(no_interface(&tag, &known));
            }
            let lang = slot.choice(&Lang::ALL.map(|lang| (lang.code(), lang)));
            Some((tongue?, lang?.value))
        })
    });
    Tags { default, others, interface }
}

/// The finding for a language that the manual does not have, or that the program speaks itself.
fn no_interface(tag: &Spanned<String>, known: &[Tongue]) -> Diagnostic {
    let others: Vec<&str> = known.iter().filter(|tongue| tongue.spoken().is_none()).map(Tongue::code).collect();
    let finding = Diagnostic::new(&entries::UNKNOWN_CHOICE, tag.span).arg("found", tag.value.as_str());
    let finding = finding.arg("key", "interface").arg("known", others.join(", "));
    if others.is_empty() { finding.help(entries::NO_OTHER_LANGUAGE) } else { finding }
}

impl Tags {
    /// `country` lends its way of writing to the tags that name none.
    pub(super) fn languages(self, country: Option<Region>) -> Languages {
        let (default, region) = self.default.unwrap_or((Lang::Es.into(), None));
        let told = |tongue: Tongue| self.interface.iter().find(|(of, _)| *of == tongue).map(|(_, lang)| *lang);
        let words = told(default).or_else(|| Lang::from_tag(default.code())).unwrap_or(Lang::Es);
        let locale = |(tongue, region): (Tongue, Option<Region>)| {
            worded(tongue, region, told(tongue).unwrap_or(words)).kept_in(country)
        };
        Languages {
            default,
            others: self.others.iter().map(|(tongue, _)| *tongue).collect(),
            locales: [(default, region)].into_iter().chain(self.others).map(locale).collect(),
        }
    }
}

/// A language of the content among words of the program: its own where it speaks it, else those of `words`.
fn worded(tongue: Tongue, region: Option<Region>, words: Lang) -> Locale {
    match tongue.spoken() {
        Some(lang) => Locale { lang, other: None, region },
        None => Locale { lang: words, other: Some(tongue), region },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load::Memory;
    use crate::model::read_manifest;
    use crate::parse::files::parse;

    fn languages(written: &str) -> (Languages, Vec<String>) {
        let text = format!("organization: {{ name: Ejemplo }}\ndocument: {{ title: Manual }}\nlanguages: {written}\n");
        let parsed = parse(&Memory::parse(&text, "manual.yaml")).expect("files in memory can be listed");
        let (_, notes) = crate::model::read(&parsed.sources, &parsed, None);
        let told =
            notes.findings.iter().map(|f| format!("{} {}: {}", f.code(), f.message(Lang::En), f.help_text(Lang::En)));
        (read_manifest(&parsed).expect("a manifest").languages, told.collect())
    }

    #[test]
    fn any_language_may_be_written_among_the_words_of_one_of_three() {
        let (read, told) = languages("{ default: es-PE, others: [en, ca, qu-PE, fr-CA], interface: { fr: en } }");
        assert_eq!(told, Vec::<String>::new());
        let words = |tag: &str| read.locale(Tongue::of_name(tag).expect("a tag"));
        assert_eq!(["es", "en", "ca", "qu", "fr"].map(|tag| words(tag).lang.code()), ["es", "en", "es", "es", "en"]);
        assert_eq!(["es", "ca", "qu", "fr"].map(|tag| words(tag).to_string()), ["es-PE", "ca", "qu-PE", "fr-CA"]);
        let (own, told) = languages("{ default: eu, others: [es], interface: { eu: pt } }");
        assert_eq!((own.words(), own.default.code(), told), (Lang::Pt, "eu", Vec::new()));
    }

    #[test]
    fn what_is_no_language_leads_to_what_to_write() {
        let told = |written: &str| languages(written).1;
        let found = told("{ default: es, others: [catalán] }");
        assert_eq!(found, ["E025 `catalán` is not among the values of `others`: did you mean `ca`?"]);
        let found = told("{ default: es, others: [xx] }");
        assert!(found[0].contains("write the tag of a language"), "{found:?}");
        let found = told("{ default: es, others: [ca], interface: { qu: es, ca: de } }");
        assert_eq!(found[0], "E025 `qu` is not among the values of `interface`: write one of these: ca");
        assert!(found[1].starts_with("E025 `de`"), "{found:?}");
        assert!(told("{ default: es, interface: { es: en } }")[0].contains("take the line out"));
    }
}

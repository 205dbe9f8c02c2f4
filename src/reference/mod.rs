//! The language reference for managers, composed like any manual and rendered by the same themes.
//!
//! Nothing of it is written twice: keys, kinds of values and what must be written come from the readers by way of `grammar`, what
//! a key is for from `lang::keys`, the codes from the entries of findings and rules, the examples from the example manual.

mod choices;
mod codes;
mod example;
mod kinds;
mod prose;
mod values;

use crate::compose;
use crate::diag::Entry;
use crate::ir::{Control, Manual, SCHEMA, Section, SectionKind};
use crate::lang::Lang;
use crate::lang::reference as words;
use crate::values::Date;

/// The reference in a language. `entries` are all codes, in order.
pub fn reference(entries: &[&Entry], lang: Lang, today: Date) -> Manual {
    let title = words::TITLE.in_lang(lang);
    let mut sections =
        vec![Section::new(SectionKind::Cover, "cover", title), prose::guide(lang), values::chapter(lang)];
    sections.extend(kinds::chapters(lang));
    sections.extend(codes::chapters(entries, lang));
    let mut manual = Manual {
        schema: SCHEMA,
        lang: lang.code().to_owned(),
        decimal: if lang == Lang::En { '.' } else { ',' },
        interface: None,
        title: title.to_owned(),
        subtitle: Some(words::SUBTITLE.in_lang(lang).to_owned()),
        organization: "Cartilla".to_owned(),
        description: words::SUBTITLE.in_lang(lang).to_owned(),
        control: Control {
            code: None,
            edition: Some(env!("CARGO_PKG_VERSION").to_owned()),
            status: words::STATUS.in_lang(lang).to_owned(),
            draft: false,
            effective: None,
            review_by: None,
            address: None,
            date: today.to_string(),
            digest: String::new(),
        },
        labels: &lang.words().interface,
        sections,
        names: Vec::new(),
        assets: Vec::new(),
        roles: Vec::new(),
        history: None,
        data: Vec::new(),
    };
    compose::seal(&mut manual);
    manual
}

#[cfg(test)]
mod tests;

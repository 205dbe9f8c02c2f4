//! The profiles that ship with the program. To add one: its YAML file in `packs/`, and its row here.

use super::pack::{Faults, Pack, pack};
use crate::parse::yaml;
use crate::span::{Sources, Span};
use std::sync::{Arc, LazyLock};

/// Slug and text.
const FILES: &[(&str, &str)] = &[
    ("es-ley-10-2025", include_str!("packs/es-ley-10-2025.yaml")),
    ("es-trlgdcu-21", include_str!("packs/es-trlgdcu-21.yaml")),
    ("es-fin-44-2002", include_str!("packs/es-fin-44-2002.yaml")),
    ("es-telecom-65", include_str!("packs/es-telecom-65.yaml")),
    ("es-elec-rd88", include_str!("packs/es-elec-rd88.yaml")),
    ("es-rd-951-2005", include_str!("packs/es-rd-951-2005.yaml")),
    ("co-ley-1755", include_str!("packs/co-ley-1755.yaml")),
    ("br-lei-13460", include_str!("packs/br-lei-13460.yaml")),
    ("gb-fca-disp-1", include_str!("packs/gb-fca-disp-1.yaml")),
    ("iso-10002-2018", include_str!("packs/iso-10002-2018.yaml")),
    ("iso-18295-1-2017", include_str!("packs/iso-18295-1-2017.yaml")),
    ("une-93200", include_str!("packs/une-93200.yaml")),
];

static PACKS: LazyLock<Vec<Arc<Pack>>> =
    LazyLock::new(|| FILES.iter().map(|(slug, text)| Arc::new(read(slug, text).0)).collect());

/// A profile that ships.
pub fn get(slug: &str) -> Option<Arc<Pack>> {
    PACKS.iter().find(|pack| pack.slug == slug).cloned()
}

/// Their slugs.
pub fn slugs() -> impl Iterator<Item = &'static str> {
    FILES.iter().map(|(slug, _)| *slug)
}

fn read(slug: &str, text: &str) -> (Pack, Faults) {
    let mut sources = Sources::default();
    let file = sources.add(slug, text, false);
    let mut findings = Vec::new();
    let tree = yaml::parse(file, text, 0, &mut findings);
    let at = Span::new(file, 0..0);
    match tree.root.filter(|_| findings.is_empty()) {
        Some(node) => pack(slug, at, &node, true),
        None => pack(slug, at, &yaml::Node { span: at, kind: yaml::Kind::Bad }, true),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::Lang;
    use crate::profiles::pack::{Kind, Label};

    #[test]
    fn what_ships_is_whole_and_verified() {
        for (slug, text) in FILES {
            let (pack, faults) = read(slug, text);
            let line = |span: Span| text[..span.start as usize].lines().count();
            let faults: Vec<String> = faults.list.iter().map(|(s, f)| format!("{slug}:{}: {f:?}", line(*s))).collect();
            assert!(faults.is_empty(), "{}", faults.join("\n"));
            assert!(!pack.clauses.is_empty(), "{slug}");
            for clause in &pack.clauses {
                assert_ne!(clause.label, Label::Unverified, "{slug}/{}", clause.id);
                assert!(clause.label != Label::General || pack.kind == Kind::Standard, "{slug}/{}", clause.id);
                for lang in Lang::ALL {
                    assert!(!clause.text.in_lang(lang).is_empty(), "{slug}/{}: {lang}", clause.id);
                }
                let [es, en, pt] = &clause.text.0;
                assert!(es != en && en != pt, "{slug}/{}: one text for two languages", clause.id);
                for (other, _) in &clause.superseded_by {
                    let (slug, id) = other.split_once('/').expect("a slug and a clause");
                    assert!(get(slug).is_some_and(|pack| pack.clause(id).is_some()), "{other}");
                }
            }
        }
    }
}

//! The languages that the manifest names, looked for before all else: by them the names of files are read.

use super::*;

/// The languages that the manifest names. What is wrong with it is told when it is taken in.
pub(super) fn declared(files: &dyn Files, entries: &[Entry]) -> Result<Vec<Tongue>, LoadError> {
    const MANIFEST: &str = "manual.yaml";
    if entries.iter().all(|entry| entry.path != MANIFEST || entry.kind != EntryKind::File) {
        return Ok(Vec::new());
    }
    let text = String::from_utf8(plain(files.read(MANIFEST)?)).unwrap_or_default();
    let mut sources = Sources::default();
    let file = sources.add(MANIFEST, text.as_str(), false);
    let tree = yaml::parse(file, &text, 0, &mut Vec::new());
    let languages = tree.root.as_ref().and_then(|root| root.get("languages"));
    let named = |key: &str| languages.and_then(|languages| languages.get(key)).map_or_else(Vec::new, scalars);
    let tags = named("default").into_iter().chain(named("others"));
    Ok(tags.filter_map(|tag| Some(Tongue::of_tag(&tag)?.0)).collect())
}

fn scalars(node: &Node) -> Vec<String> {
    match &node.kind {
        NodeKind::List(items) => items.iter().flat_map(scalars).collect(),
        _ => node.scalar().map(str::to_owned).into_iter().collect(),
    }
}

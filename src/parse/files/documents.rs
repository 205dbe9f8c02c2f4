//! The tree of a file → the documents that are in it: one entry, or a register of several.

use super::*;

/// A file that is one entry.
pub(super) fn one_entry(kind: Kind, data: Data<'_>, tree: yaml::Tree, out: &mut Parsed) {
    let Data { place, file, text, prose, .. } = data;
    if !tree.whole {
        return out.lost(&place);
    }
    let first = text.lines().next().map_or(0, |line| line.trim_end().len());
    let node = tree.root.unwrap_or(Node { span: Span::new(file, 0..first), ..empty_map(file) });
    if place.stem.contains('/') {
        let end = if place.markdown { "md" } else { "yaml" };
        let meant = format!("{}/{}.{end}", kind.name(), place.id());
        let finding = Diagnostic::new(&entries::NESTED_FILE, Span::new(file, 0..first));
        out.findings.push(finding.arg("path", place.path).arg("meant", meant));
    }
    let span = node.pairs().and_then(|p| p.first()).map_or(Span::new(file, 0..first), |p| p.key.span);
    let id = Spanned { value: place.id().to_owned(), span };
    let prose = prose.map(|range| (file, range));
    push(Document { kind, id, node, prose, lang: place.lang }, Some(Span::new(file, 0..first)), out);
}

/// A file that is a mapping from ids to entries.
pub(super) fn register(kind: Kind, node: Node, lang: Option<Tongue>, out: &mut Parsed) {
    let wrong = |span, found: Text| {
        Diagnostic::new(&entries::WRONG_SHAPE, span)
            .arg("key", kind.name())
            .arg("expected", A_REGISTER)
            .arg("found", found)
    };
    if node.pairs().is_none() && !node.is_null() {
        let found = crate::parse::reader::shape(&node);
        // The first line is enough: the register may be as long as the file.
        let end = out.sources.text(node.span).lines().next().map_or(0, str::len);
        let finding =
            wrong(node.span.sub(0, end), found).arg("example", "un-id: { name: … }").help(entries::WRITE_KEYS);
        out.findings.push(finding);
        if lang.is_none() {
            out.unread.add_kind(kind);
        }
    }
    let NodeKind::Map(mut pairs) = node.kind else { return };
    if let [Pair { key, value }] = pairs.as_slice()
        && key.scalar().and_then(meant_kind) == Some(kind)
        && value.pairs().is_some_and(|inner| inner.iter().all(|p| p.value.pairs().is_some()))
    {
        let name = key.scalar().unwrap_or_default();
        out.findings.push(wrong(key.span, AGAIN).arg("key", name).help(entries::UNWRAP));
        return pairs.pop().map_or((), |pair| register(kind, pair.value, lang, out));
    }
    for Pair { key, value: node } in pairs {
        let Some(id) = key.scalar() else { continue };
        let id = Spanned { value: id.to_owned(), span: key.span };
        push(Document { kind, id, node, prose: None, lang }, None, out);
    }
}

const A_REGISTER: Text = Text {
    es: "un grupo de entradas, cada una con su id",
    en: "a mapping from ids to entries",
    pt: "um grupo de entradas, cada uma com seu id",
};
const AGAIN: Text =
    Text { es: "otra vez el nombre de la clase", en: "the kind's name again", pt: "outra vez o nome da classe" };

/// Adds an entry. One with a bad id is kept by the id that is meant, so that only the id is reported. `file` is the first line
/// of a file that is one entry: its name is its id.
fn push(mut document: Document, file: Option<Span>, out: &mut Parsed) {
    let id = document.id.value.clone();
    if let Some(finding) = bad_id(&id, file.unwrap_or(document.id.span)) {
        let meant = slug(&id);
        out.findings.push(if file.is_some() { finding.help(entries::RENAME_FILE) } else { finding });
        if meant.is_empty() {
            return;
        }
        document.id.value = meant;
    }
    let id = document.id.value.clone();
    if document.lang.is_some() {
        out.translations.push(document);
        return;
    }
    if let Some(first) = out.place_of(document.kind, &id).map(|place| &out.documents[place]) {
        let finding = Diagnostic::new(&entries::DUPLICATE_ID, document.id.span)
            .arg("id", id.as_str())
            .arg("kind", document.kind.plural())
            .label(first.id.span, entries::FIRST_HERE);
        out.findings.push(finding);
        return;
    }
    out.places.entry(document.kind).or_default().insert(id, out.documents.len());
    out.documents.push(document);
}

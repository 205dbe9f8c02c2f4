//! Entries of the example manual, as their author wrote them.

use crate::parse::kind::Kind;

macro_rules! file {
    ($path:literal) => {
        include_str!(concat!("../../manual/", $path))
    };
}

/// The text of a file of the example manual that holds entries of a kind, or of its manifest.
const fn text(kind: Option<Kind>) -> &'static str {
    let Some(kind) = kind else { return file!("manual.yaml") };
    match kind {
        Kind::Objectives => file!("objectives.yaml"),
        Kind::Principles => file!("principles.yaml"),
        Kind::Segments => file!("segments.yaml"),
        Kind::Needs => file!("needs.yaml"),
        Kind::CustomerTypes => file!("customer-types.yaml"),
        Kind::Surveys => file!("surveys.yaml"),
        Kind::Sources => file!("sources.yaml"),
        Kind::Channels => file!("channels.yaml"),
        Kind::Sites => file!("sites.yaml"),
        Kind::Services => file!("services/microcredito.md"),
        Kind::Commitments => file!("commitments.yaml"),
        Kind::Indicators => file!("indicators.yaml"),
        Kind::Resources => file!("resources.yaml"),
        Kind::Inventory => file!("inventory.yaml"),
        Kind::Suppliers => file!("suppliers.yaml"),
        Kind::Alliances => file!("alliances.yaml"),
        Kind::Communications => file!("communications.yaml"),
        Kind::Standards => file!("standards.yaml"),
        Kind::Complaints => file!("complaints.yaml"),
        Kind::Roles => file!("roles.yaml"),
        Kind::Trainings => file!("trainings.yaml"),
        Kind::Paths => file!("paths.yaml"),
        Kind::Quizzes => file!("quizzes.yaml"),
        Kind::Risks => file!("risks.yaml"),
        Kind::Laws => file!("laws.yaml"),
        Kind::Glossary => file!("glossary.yaml"),
        Kind::Results => file!("results.yaml"),
        Kind::Chapters => file!("chapters/bienvenida.md"),
    }
}

/// The first entry of a kind: its lines, those of a register with its id.
pub fn entry(kind: Option<Kind>) -> String {
    let text = text(kind);
    if let Some(rest) = text.strip_prefix("---\n") {
        return rest.split("\n---").next().unwrap_or_default().to_owned();
    }
    if kind.is_none() {
        return text.to_owned();
    }
    let is_key = |line: &str| line.starts_with(|c: char| c.is_alphanumeric());
    let mut lines = text.lines().skip_while(|line| !is_key(line));
    let first = lines.next().into_iter();
    let rest = lines.take_while(|line| !is_key(line) && !line.starts_with('#'));
    first.chain(rest).collect::<Vec<_>>().join("\n").trim_end().to_owned()
}

/// The lines of an entry under one of its keys, the key's own included; none where the entry does not have it.
pub fn part(entry: &str, key: &str) -> Option<String> {
    let opens = |line: &str| line.strip_prefix(key).is_some_and(|rest| rest.starts_with(':'));
    let mut lines = entry.lines().skip_while(|line| !opens(line));
    let first = lines.next()?;
    let rest = lines.take_while(|line| line.is_empty() || line.starts_with([' ', '-']));
    let lines: Vec<&str> = std::iter::once(first).chain(rest).collect();
    Some(lines.join("\n").trim_end().to_owned())
}

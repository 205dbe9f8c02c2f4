//! Chains that come back to where they began: escalations, steps, and values that print each other.

use super::{Resolved, Target};
use crate::diag::Diagnostic;
use crate::parse::entries;
use crate::parse::kind::Kind;
use crate::parse::prose::{Inline, Text, inlines};
use crate::parse::reader::Value;
use crate::span::Span;
use std::collections::{BTreeMap, HashSet};

/// From each node, its successors with the place that names each.
type Graph = BTreeMap<String, Vec<(String, Span)>>;

pub fn check(manual: &Resolved<'_>, findings: &mut Vec<Diagnostic>) {
    let model = &manual.model;
    let mut escalations = Graph::new();
    let mut reports = Graph::new();
    for role in &model.roles {
        let id = role.base.id.clone();
        if let Some(to) = &role.escalates_to {
            escalations.entry(id.clone()).or_default().push((to.value.clone(), to.span));
        }
        if let Some(to) = &role.reports_to {
            reports.entry(id).or_default().push((to.value.clone(), to.span));
        }
    }
    report(&escalations, findings);
    report(&reports, findings);
    for procedure in &model.complaints {
        let mut steps = Graph::new();
        for step in &procedure.steps {
            let Some(id) = &step.id else { continue };
            let before = step.after.iter().map(|a| (a.value.clone(), a.span)).collect();
            steps.insert(id.value.clone(), before);
        }
        report(&steps, findings);
    }
    report(&values(manual), findings);
}

/// Which printed value prints which other.
fn values(manual: &Resolved<'_>) -> Graph {
    let mut graph = Graph::new();
    let entries = manual.values.iter().flat_map(|(kind, entries)| entries.iter().map(move |entry| (kind, entry)));
    for (kind, (id, fields)) in entries {
        for (path, value) in fields.iter() {
            let texts: Vec<&Text> = match value {
                Value::Text(text) => vec![text],
                Value::Texts(texts) => texts.iter().collect(),
                _ => continue,
            };
            let mut uses = Vec::new();
            for text in texts {
                inlines(&text.content, &mut |inline| {
                    let Inline::Wiki(wiki) = inline else { return };
                    if let Some(Target::Value(kind, id, path)) = manual.link(wiki.span).map(|l| &l.target) {
                        uses.push((node(*kind, id, path), wiki.span));
                    }
                });
            }
            if !uses.is_empty() {
                graph.insert(node(*kind, id, path), uses);
            }
        }
    }
    graph
}

fn node(kind: Kind, id: &str, path: &str) -> String {
    format!("{}/{id}.{path}", kind.name())
}

/// Reports each circle once, at the reference that closes it.
fn report(graph: &Graph, findings: &mut Vec<Diagnostic>) {
    let mut done: HashSet<&str> = HashSet::new();
    for start in graph.keys() {
        let mut path: Vec<&str> = vec![start];
        walk(graph, &mut path, &mut done, findings);
    }
}

fn walk<'g>(graph: &'g Graph, path: &mut Vec<&'g str>, done: &mut HashSet<&'g str>, findings: &mut Vec<Diagnostic>) {
    let Some(here) = path.last().copied() else { return };
    if done.contains(here) {
        return;
    }
    for (next, span) in graph.get(here).into_iter().flatten() {
        if let Some(place) = path.iter().position(|p| p == next) {
            let mut circle: Vec<&str> = path[place..].to_vec();
            circle.push(next);
            findings.push(Diagnostic::new(&entries::CYCLE, *span).arg("path", circle.join(" → ")));
        } else if graph.contains_key(next) {
            path.push(next);
            walk(graph, path, done, findings);
            path.pop();
        }
    }
    done.insert(here);
}

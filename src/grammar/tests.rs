//! What the shapes say of the language.

use super::*;

#[test]
fn print_everything() {
    for (kind, shape) in language() {
        println!("=== {kind:?}\n{}", brief(&shape, 0));
    }
}

fn brief(shape: &Shape, depth: usize) -> String {
    let inner = |s: &Shape| brief(s, depth);
    match shape {
        Shape::Many(s) => format!("[{}]", inner(s)),
        Shape::List(s) => format!("list[{}]", inner(s)),
        Shape::Variant(s) => format!("{}~", inner(s)),
        Shape::Given(s) => format!("{}?none", inner(s)),
        Shape::Entries(s, form) => format!("<{form:?}>: {}", inner(s)),
        Shape::AnyOf(all) => all.iter().map(inner).collect::<Vec<_>>().join(" | "),
        Shape::Value(v) => format!("{:?}{}", v.what, if v.is_signed() { " signed" } else { "" }),
        Shape::Choice(words) => format!("{}", words.join("/")),
        Shape::Map(m) => {
            let pad = "  ".repeat(depth + 1);
            let mut out = String::from("{\n");
            for key in &m.keys {
                out += &format!("{pad}{}: {}\n", key.name, brief(&key.shape, depth + 1));
            }
            for need in &m.needs { out += &format!("{pad}!! {:?} needs {}\n", need.with, need.any_of.join("|")); }
            for (k, o) in &m.beside { out += &format!("{pad}!! {k} beside {}\n", o.join("|")); }
            if !m.apart.is_empty() { out += &format!("{pad}!! apart {:?}\n", m.apart); }
            if m.open { out += &format!("{pad}...\n"); }
            out + &"  ".repeat(depth) + "}"
        }
        Shape::Formed { example, .. } => format!("like {example}"),
        other => format!("{other:?}"),
    }
}

//! The order of the layers: each folder of `src` uses only those that its row names, and each third-party crate is named only
//! where its row says. `src/README.md` shows the first table and is held to it. Tests within `src` may use everything.

use std::fmt::Write;
use std::path::Path;

use crate::support::{repository, tree};

/// A folder or file of `src`, and what it may name after `crate::`.
const LAYERS: [(&str, &[&str]); 25] = [
    ("span", &[]),
    ("values", &[]),
    ("analysis", &["values"]),
    ("diagram", &[]),
    ("lang", &["values"]),
    ("diag", &["lang", "span", "values"]),
    ("load", &["lang"]),
    ("parse", &["diag", "lang", "load", "span", "values"]),
    ("model", &["analysis", "diag", "lang", "parse", "span", "values"]),
    ("grammar", &["lang", "model", "parse", "span", "values"]),
    ("resolve", &["diag", "lang", "model", "parse", "span", "values"]),
    ("profiles", &["analysis", "diag", "lang", "model", "parse", "resolve", "span", "values"]),
    ("check", &["analysis", "diag", "lang", "model", "parse", "profiles", "resolve", "span", "values"]),
    ("ir", &["lang"]),
    (
        "compose",
        &[
            "analysis", "diag", "diagram", "ir", "lang", "load", "model", "parse", "profiles", "resolve", "span",
            "values",
        ],
    ),
    ("changes", &["compose", "ir", "lang", "model", "parse", "resolve", "span", "values"]),
    ("editions", &["changes", "diag", "lang", "load", "model", "parse", "resolve", "span", "theme", PIPELINE]),
    ("reference", &["compose", "diag", "grammar", "ir", "lang", "parse", "values"]),
    ("theme", &["diag", "lang", "parse", "span"]),
    ("render", &["ir", "lang", "theme"]),
    ("publish", &["render"]),
    ("preview", &["diag", "ir", "lang", "load", "parse", "render", "theme", PIPELINE]),
    (
        "cli",
        &[
            "changes",
            "compose",
            "diag",
            "grammar",
            "ir",
            "lang",
            "load",
            "preview",
            "publish",
            "reference",
            "render",
            "span",
            "theme",
            PIPELINE,
        ],
    ),
    ("main", &[]),
    ("lib", &["changes", "check", "compose", "diag", "ir", "lang", "load", "parse", "resolve", "span", "theme"]),
];

/// What `lib.rs` itself offers: `compile`, `entries` and their types.
const PIPELINE: &str = "the pipeline";

/// A third-party crate, and the only places of `src` that name it.
const CRATES: [(&str, &[&str]); 32] = [
    ("ammonia", &["parse/raw_html.rs"]),
    ("fast_qr", &["diagram/code.rs"]),
    ("granit_parser", &["parse/yaml.rs"]),
    ("pulldown_cmark", &["parse/markdown.rs"]),
    ("typst", &["render/pdf"]),
    ("typst_kit", &["render/pdf/world.rs"]),
    ("typst_layout", &["render/pdf/mod.rs"]),
    ("typst_pdf", &["render/pdf/mod.rs"]),
    ("tera", &["render/html", "theme"]),
    ("icu", &["lang/format"]),
    ("snowball_stemmers_rs", &["render/html/search/stem.rs"]),
    ("clap", &["cli"]),
    ("anstream", &["cli"]),
    ("console", &["cli/environment.rs"]),
    ("annotate_snippets", &["cli/print"]),
    ("indicatif", &["cli/build.rs"]),
    ("quick_junit", &["cli/formats/junit.rs"]),
    (
        "walkdir",
        &["cli/acknowledgements/mod.rs", "cli/ci/mod.rs", "load/disk.rs", "publish/survey.rs", "publish/verify.rs"],
    ),
    ("rustix", &["publish/swap.rs"]),
    ("axum", &["preview"]),
    ("futures_util", &["preview/route.rs", "preview/server.rs"]),
    ("hyper", &["preview/server.rs"]),
    ("hyper_util", &["preview/server.rs"]),
    ("percent_encoding", &["preview/request.rs", "compose/cards.rs", "compose/coverage/page.rs"]),
    ("tokio", &["preview/board.rs", "preview/route.rs", "preview/server.rs"]),
    ("notify", &["preview/watch.rs"]),
    ("ctrlc", &["cli/serve.rs"]),
    ("git2", &["load/repository.rs", "load/tree.rs"]),
    ("tempfile", &["cli", "load", "publish"]),
    ("rust_decimal", &["values"]),
    ("imagesize", &["parse/pictures.rs"]),
    (
        "sha2",
        &[
            "cli/editions/number.rs",
            "cli/formats/gitlab.rs",
            "compose",
            "load/disk/seen.rs",
            "publish/manifest.rs",
            "resolve/translations.rs",
            "theme/override_of.rs",
        ],
    ),
];

/// The Rust files beneath `src`, by path from there, with their text; without tests.
fn sources() -> Vec<(String, String)> {
    let all = all_sources();
    let tests: Vec<String> = all.iter().flat_map(|(path, text)| test_modules(path, text)).collect();
    let is_test = |path: &str| {
        tests.iter().any(|module| path == format!("{module}.rs") || path.starts_with(&format!("{module}/")))
    };
    all.into_iter().filter(|(path, _)| !is_test(path)).map(|(path, text)| (path, without_tests(&text))).collect()
}

/// The modules, as paths without ending, that a file declares for tests only.
fn test_modules(path: &str, text: &str) -> Vec<String> {
    let folder =
        path.strip_suffix("mod.rs").map_or_else(|| path.trim_end_matches(".rs").to_owned() + "/", str::to_owned);
    let folder = if path == "lib.rs" { String::new() } else { folder };
    let lines: Vec<&str> = text.lines().collect();
    let pairs = lines.windows(2).filter(|pair| pair[0].trim_start().starts_with("#[cfg(test)]"));
    pairs
        .filter_map(|pair| pair[1].trim().trim_start_matches("pub ").strip_prefix("mod ")?.strip_suffix(';'))
        .map(|name| format!("{folder}{name}"))
        .collect()
}

/// A file up to the module of its tests, which is the last thing in it.
fn without_tests(text: &str) -> String {
    let mut kept = Vec::new();
    let mut lines = text.lines().peekable();
    while let Some(line) = lines.next() {
        let opens = lines.peek().is_some_and(|next| {
            next.trim_start().trim_start_matches("pub ").starts_with("mod ") && next.ends_with('{')
        });
        if line == "#[cfg(test)]" && opens {
            break;
        }
        kept.push(line);
    }
    kept.join("\n")
}

fn all_sources() -> Vec<(String, String)> {
    let files = tree(&repository("src")).into_iter().filter(|(path, _)| path.extension().is_some_and(|e| e == "rs"));
    let text = |(path, bytes): (std::path::PathBuf, Vec<u8>)| {
        let path = path.to_str().expect("a path in UTF-8").replace('\\', "/");
        (path, String::from_utf8(bytes).expect("source in UTF-8"))
    };
    files.map(text).collect()
}

/// The folder or file directly beneath `src`.
fn layer_of(path: &str) -> &str {
    path.split(['/', '.']).next().expect("a path is not empty")
}

/// The code of a line, without its comment.
fn code_of(line: &str) -> &str {
    line.split("//").next().expect("a line has a beginning")
}

/// What a line names after `crate::`, from lists as well.
fn named_by(line: &str) -> Vec<&str> {
    let mut out = Vec::new();
    for (at, mark) in code_of(line).match_indices("crate::") {
        let whole = line[..at].chars().next_back().is_none_or(|c| !c.is_alphanumeric() && c != '_');
        let rest = &line[at + mark.len()..];
        match rest.strip_prefix('{') {
            _ if !whole => {}
            Some(list) => out.extend(list.split([',', '}', ';', ' ']).filter_map(first_name)),
            None => out.extend(first_name(rest)),
        }
    }
    out
}

fn first_name(text: &str) -> Option<&str> {
    let end = text.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(text.len());
    (end > 0).then(|| &text[..end])
}

#[test]
fn every_folder_uses_only_what_stands_above_it() {
    let modules: Vec<&str> = LAYERS.iter().map(|(layer, _)| *layer).collect();
    let mut wrong = String::new();
    for (path, text) in sources() {
        let own = layer_of(&path);
        let Some((_, allowed)) = LAYERS.iter().find(|(layer, _)| *layer == own) else {
            writeln!(wrong, "src/{path}: `{own}` has no row in the table of layers")
                .expect("a string takes everything");
            continue;
        };
        for (line, number) in text.lines().zip(1..) {
            for name in named_by(line) {
                let used = if modules.contains(&name) { name } else { PIPELINE };
                if used != own && !allowed.contains(&used) {
                    writeln!(wrong, "src/{path}:{number}: {own} may not use {used}: {}", line.trim())
                        .expect("a string takes everything");
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn no_folder_is_left_by_way_of_super() {
    let mut wrong = String::new();
    for (path, text) in sources() {
        let parts = path.trim_end_matches(".rs").split('/').filter(|part| *part != "mod").count();
        for (line, number) in text.lines().zip(1..) {
            let ups = (1..9).take_while(|n| code_of(line).contains(&"super::".repeat(*n))).count();
            // A module within the file, such as its tests, is one deeper.
            let depth = parts + usize::from(line.starts_with(' '));
            if ups >= depth && ups > 0 && parts > 0 {
                writeln!(wrong, "src/{path}:{number}: write `crate::`, for the layers to be seen: {}", line.trim())
                    .expect("a string takes everything");
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn a_crate_is_named_only_in_its_place() {
    let mut wrong = String::new();
    for (path, text) in sources() {
        for (name, places) in CRATES {
            if places.iter().any(|place| Path::new(&path).starts_with(place)) {
                continue;
            }
            for (line, number) in text.lines().zip(1..) {
                let names = code_of(line).match_indices(name).any(|(at, _)| {
                    let before =
                        line[..at].chars().next_back().is_none_or(|c| !c.is_alphanumeric() && !"_:\"/.".contains(c));
                    before && line[at + name.len()..].starts_with("::")
                });
                if names {
                    writeln!(wrong, "src/{path}:{number}: {name} belongs in {places:?}: {}", line.trim())
                        .expect("a string takes everything");
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn the_architecture_shows_the_same_table() {
    let text = std::fs::read_to_string(repository("src/README.md")).expect("src/README.md is read");
    for (layer, allowed) in LAYERS.iter().filter(|(layer, _)| !["main", "lib"].contains(layer)) {
        let list: Vec<String> = allowed.iter().map(|name| name.trim_start_matches("the ").to_owned()).collect();
        let row = format!("| {layer} | {} |", if list.is_empty() { "nothing".into() } else { list.join(", ") });
        assert!(text.contains(&row), "src/README.md lacks the row\n{row}");
    }
    assert!(text.lines().count() <= 150, "src/README.md is for reading in one sitting");
}

#[test]
fn names_are_found_in_every_way_of_writing() {
    assert_eq!(named_by("use crate::{Compiled, parse::files, compile};"), ["Compiled", "parse", "compile"]);
    assert_eq!(named_by("    pub(crate) fn x(a: crate::lang::Lang) -> crate::span::Span {"), ["lang", "span"]);
    assert!(named_by("// crate::load is not for us").is_empty());
}

#[test]
fn tests_are_left_out_wherever_they_stand() {
    let text = "mod a;\n#[cfg(test)]\nmod b;\nfn c() {}\n#[cfg(test)]\nmod tests {\n    use crate::all;\n}\n";
    assert_eq!(test_modules("x/mod.rs", text), ["x/b"]);
    assert_eq!(test_modules("x/y.rs", text), ["x/y/b"]);
    assert!(!without_tests(text).contains("crate::all") && without_tests(text).contains("fn c()"));
}

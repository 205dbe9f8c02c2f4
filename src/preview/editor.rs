//! What opens the person's editor at a line: an address that the editor has taught the system.

use std::path::Path;

/// The program of the editor, and the address by which it opens a file. Slots: `{path}` begins with `/` and is escaped, `{line}`,
/// `{column}`.
const KNOWN: [(&str, &str); 9] = [
    ("vscode", "vscode://file{path}:{line}:{column}"),
    ("vscode-insiders", "vscode-insiders://file{path}:{line}:{column}"),
    ("vscodium", "vscodium://file{path}:{line}:{column}"),
    ("cursor", "cursor://file{path}:{line}:{column}"),
    ("windsurf", "windsurf://file{path}:{line}:{column}"),
    ("zed", "zed://file{path}:{line}:{column}"),
    ("idea", "idea://open?file={path}&line={line}&column={column}"),
    ("textmate", "txmt://open?url=file://{path}&line={line}&column={column}"),
    ("none", ""),
];

/// Programs that `$VISUAL` may name, and which editor they are.
const PROGRAMS: [(&str, &str); 11] = [
    ("code", "vscode"),
    ("code-insiders", "vscode-insiders"),
    ("codium", "vscodium"),
    ("vscodium", "vscodium"),
    ("cursor", "cursor"),
    ("windsurf", "windsurf"),
    ("zed", "zed"),
    ("zeditor", "zed"),
    ("idea", "idea"),
    ("pycharm", "idea"),
    ("mate", "textmate"),
];

/// How a place in a file is opened; an empty address opens nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Editor {
    address: String,
}

impl Editor {
    /// The editor of a name, or of an address of the person's own with the slots `{path}`, `{line}` and `{column}`.
    pub fn named(name: &str) -> Option<Editor> {
        let known = KNOWN.iter().find(|(known, _)| *known == name).map(|(_, address)| (*address).to_owned());
        let own = || (name.contains("{path}") && opens_a_program(name)).then(|| name.to_owned());
        known.or_else(own).map(|address| Editor { address })
    }

    /// The editor that `$VISUAL` names, if it opens by an address. One that works in a terminal does not; without the variable
    /// it is Visual Studio Code.
    pub fn visual(variable: Option<&str>) -> Editor {
        let Some(command) = variable.map(str::trim).filter(|command| !command.is_empty()) else {
            return Editor::named("vscode").expect("a name of the table");
        };
        let program = command.split_whitespace().next().unwrap_or_default();
        let program = program.rsplit(['/', '\\']).next().unwrap_or_default();
        let program = program.strip_suffix(".exe").or_else(|| program.strip_suffix(".cmd")).unwrap_or(program);
        let name = PROGRAMS.iter().find(|(known, _)| *known == program).map_or("none", |(_, name)| *name);
        Editor::named(name).expect("a name of the table")
    }

    /// What opens a file at a line and column, both from 1.
    pub fn link(&self, path: &Path, line: usize, column: usize) -> Option<String> {
        if self.address.is_empty() {
            return None;
        }
        let path = path.to_string_lossy().replace('\\', "/");
        // A drive is no root: `C:/x` is `/C:/x` in an address. What Windows adds to a long path means nothing to an editor.
        let path = path.strip_prefix("//?/").unwrap_or(&path);
        let path = if path.starts_with('/') { escape(path) } else { format!("/{}", escape(path)) };
        let slots = [("path", path), ("line", line.to_string()), ("column", column.to_string())];
        Some(crate::lang::fill(&self.address, &slots))
    }

    /// The names that can be given.
    pub fn names() -> Vec<&'static str> {
        KNOWN.iter().map(|(name, _)| *name).collect()
    }
}

/// Whether an address is one that a browser hands to another program: no page, no script.
fn opens_a_program(address: &str) -> bool {
    let Some((scheme, _)) = address.split_once(':') else { return false };
    let scheme = scheme.to_ascii_lowercase();
    let plain = scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.'));
    let of_the_browser = ["javascript", "data", "vbscript", "http", "https", "file", "blob", "about", "ftp"];
    plain && !of_the_browser.contains(&scheme.as_str()) && !address.contains(|c: char| c.is_control() || c == ' ')
}

fn escape(path: &str) -> String {
    path.bytes().fold(String::with_capacity(path.len()), |mut out, byte| {
        match byte {
            b'/' | b'-' | b'_' | b'.' | b'~' | b':' => out.push(char::from(byte)),
            _ if byte.is_ascii_alphanumeric() => out.push(char::from(byte)),
            _ => out.push_str(&format!("%{byte:02X}")),
        }
        out
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_place_is_opened_in_the_editor_that_was_chosen() {
        let path = Path::new("/home/año 1/services/a&b.md");
        let link = |editor: Option<Editor>| editor.expect("an editor").link(path, 3, 7);
        let escaped = "/home/a%C3%B1o%201/services/a%26b.md";
        assert_eq!(link(Editor::named("vscode")), Some(format!("vscode://file{escaped}:3:7")));
        assert_eq!(link(Editor::named("idea")), Some(format!("idea://open?file={escaped}&line=3&column=7")));
        assert_eq!(link(Editor::named("none")), None);
        assert_eq!(link(Editor::named("mine:{path}?{line}")), Some(format!("mine:{escaped}?3")));
        let windows = Editor::named("zed").expect("known").link(Path::new(r"\\?\C:\m\a.md"), 1, 1);
        assert_eq!(windows.as_deref(), Some("zed://file/C:/m/a.md:1:1"));
    }

    #[test]
    fn an_address_opens_a_program_and_nothing_in_the_browser() {
        for bad in [
            "javascript:alert('{path}')",
            "JavaScript:{path}",
            "data:text/html,{path}",
            "https://evil.example/{path}",
            "mine:{line}",
            "{path}",
            "my editor:{path}",
            "emacs",
            "",
        ] {
            assert_eq!(Editor::named(bad), None, "{bad}");
        }
    }

    #[test]
    fn the_variable_names_an_editor_or_one_that_no_address_opens() {
        let of = |variable: Option<&str>| Editor::visual(variable);
        assert_eq!(Some(of(None)), Editor::named("vscode"));
        assert_eq!(Some(of(Some(" "))), Editor::named("vscode"));
        assert_eq!(Some(of(Some("/usr/bin/codium --wait"))), Editor::named("vscodium"));
        assert_eq!(Some(of(Some("zed"))), Editor::named("zed"));
        assert_eq!(Some(of(Some("vim"))), Editor::named("none"));
        assert!(PROGRAMS.iter().all(|(_, name)| Editor::named(name).is_some()));
    }
}

//! A manual in memory, for tests and examples.

use super::{Entry, EntryKind, Files, LoadCause, LoadError};
use std::collections::BTreeMap;

/// Files by path.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Memory {
    files: BTreeMap<String, Vec<u8>>,
}

impl Memory {
    pub fn new(files: BTreeMap<String, Vec<u8>>) -> Memory {
        Memory { files }
    }

    /// A manual written as one text: each file follows a line `=== path`. What stands before the first such line is the file
    /// `unheaded`, unless it is blank.
    pub fn parse(text: &str, unheaded: &str) -> Memory {
        let mut files = BTreeMap::new();
        let mut path = unheaded;
        let mut body = String::new();
        let mut headed = false;
        for line in text.split_inclusive('\n') {
            match line.strip_prefix("=== ") {
                Some(next) => {
                    if headed || !body.trim().is_empty() {
                        files.insert(path.to_owned(), std::mem::take(&mut body).into_bytes());
                    }
                    body.clear();
                    path = next.trim();
                    headed = true;
                }
                None => body.push_str(line),
            }
        }
        if headed || !body.trim().is_empty() {
            files.insert(path.to_owned(), body.into_bytes());
        }
        Memory { files }
    }

    /// Adds a file or replaces it.
    pub fn insert(&mut self, path: impl Into<String>, bytes: impl Into<Vec<u8>>) {
        self.files.insert(path.into(), bytes.into());
    }
}

impl Files for Memory {
    fn list(&self) -> Result<Vec<Entry>, LoadError> {
        Ok(self.files.keys().map(|path| Entry { path: path.clone(), kind: EntryKind::File }).collect())
    }

    fn read(&self, path: &str) -> Result<Vec<u8>, LoadError> {
        self.files.get(path).cloned().ok_or_else(|| LoadError::new(path, LoadCause::NotFound))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_text_holds_several_files() {
        let memory = Memory::parse("\n=== b.md\nuno\ndos\n=== a/c.yaml\n=== d\nx", "first.md");
        let paths: Vec<String> = memory.list().expect("lists").into_iter().map(|e| e.path).collect();
        assert_eq!(paths, ["a/c.yaml", "b.md", "d"]);
        assert_eq!(memory.read("b.md").expect("reads"), b"uno\ndos\n");
        assert_eq!(memory.read("a/c.yaml").expect("reads"), b"");
        assert!(memory.read("first.md").is_err());
    }

    #[test]
    fn a_text_without_heading_is_the_named_file() {
        let memory = Memory::parse("name: Uno\n", "services/uno.md");
        assert_eq!(memory.read("services/uno.md").expect("reads"), b"name: Uno\n");
    }
}

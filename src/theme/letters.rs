//! Letters that a theme brings as files, for the site and, where Typst can read them, for the PDF.

/// One face: a family in one weight and style.
#[derive(Debug, Clone)]
pub struct Face {
    pub family: String,
    /// The name beneath `assets/theme/`.
    pub file: String,
    /// 100 to 900; a file with variable weight says both ends.
    pub weight: String,
    pub italic: bool,
    pub bytes: Vec<u8>,
}

/// The endings that a browser reads, with the name that style sheets have for them.
const FORMATS: [(&str, &str); 3] = [(".ttf", "truetype"), (".otf", "opentype"), (".woff2", "woff2")];

/// The name of the format, by the file's ending; none for what is no file of letters.
pub fn format(file: &str) -> Option<&'static str> {
    FORMATS.iter().find(|(end, _)| file.ends_with(end)).map(|(_, name)| *name)
}

/// Whether the bytes begin as a file of letters does.
pub fn is_font(bytes: &[u8]) -> bool {
    const MAGIC: [&[u8]; 4] = [&[0, 1, 0, 0], b"OTTO", b"wOF2", b"true"];
    MAGIC.iter().any(|magic| bytes.starts_with(magic))
}

/// A family may stand in a style sheet, so it may hold nothing that a style sheet reads.
pub fn is_family(name: &str) -> bool {
    !name.trim().is_empty() && name.chars().all(|c| c.is_alphanumeric() || c == ' ' || c == '-')
}

impl Face {
    /// Typst reads TrueType and OpenType, and no compressed letters.
    pub fn is_printable(&self) -> bool {
        !self.file.ends_with(".woff2")
    }

    /// The rule of the style sheet. The text is shown in other letters until these have come.
    pub fn rule(&self) -> String {
        let style = if self.italic { "italic" } else { "normal" };
        let format = format(&self.file).unwrap_or("truetype");
        format!(
            "@font-face{{font-family:\"{}\";src:url(\"{}\") format(\"{format}\");font-weight:{};font-style:{style};font-display:swap}}\n",
            self.family, self.file, self.weight
        )
    }
}

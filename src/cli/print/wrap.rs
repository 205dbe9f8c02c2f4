//! Words broken into lines for a terminal.

/// A narrower terminal is written for as if it were so wide.
const NARROWEST: usize = 24;

/// The lines of a text, none longer than `width` characters unless a single word is. What stands between two backquotes is to
/// be typed, so it is broken only where it alone is too long.
pub fn wrap(text: &str, width: usize) -> Vec<String> {
    let width = width.max(NARROWEST);
    text.split('\n').flat_map(|line| wrap_line(line, width)).collect()
}

fn wrap_line(text: &str, width: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut line = String::new();
    for word in pieces(text, width) {
        let fits = line.is_empty() || length(&line) + 1 + length(word) <= width;
        if !fits {
            lines.push(std::mem::take(&mut line));
        }
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    lines.push(line);
    lines
}

/// The words of a text; what stands between backquotes, with the signs around it, is one word if a line can hold it.
fn pieces(text: &str, width: usize) -> Vec<&str> {
    let mut out = Vec::new();
    let (mut start, mut quoted) = (0, false);
    for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
        match c {
            '`' => quoted = !quoted,
            ' ' if !quoted || at == text.len() => {
                let piece = &text[start..at];
                if length(piece) > width {
                    out.extend(piece.split(' '));
                } else if !piece.is_empty() {
                    out.push(piece);
                }
                start = at + 1;
            }
            _ => {}
        }
    }
    out
}

fn length(text: &str) -> usize {
    text.chars().count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_broken_between_words_and_not_within_what_is_typed() {
        let text = "añada la técnica con la que se da: `technique: escucha y preguntas abiertas`, y vuelva a revisar";
        let lines = wrap(text, 44);
        assert_eq!(
            lines,
            ["añada la técnica con la que se da:", "`technique: escucha y preguntas abiertas`, y", "vuelva a revisar"]
        );
        assert_eq!(wrap("", 40), [""]);
        let long = format!("`{}`", "palabra ".repeat(12));
        assert!(wrap(&long, 30).iter().all(|line| line.chars().count() <= 30));
        assert_eq!(wrap("abre ` y no cierra", 80), ["abre ` y no cierra"]);
        assert_eq!(wrap(&"x".repeat(50), 30), ["x".repeat(50)]);
    }
}

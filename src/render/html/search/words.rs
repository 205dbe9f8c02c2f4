//! The words of a text as they are looked for. `engine.js` cuts in the same way; the search in a browser holds them together.

use crate::lang::format::fold;

/// Of a longer one so many letters are kept: nobody types more of it.
const LONGEST: usize = 40;

/// Whether a character belongs to words: letters, figures and the marks upon them.
fn is_part(c: char) -> bool {
    c.is_alphanumeric() || ('\u{300}'..='\u{36f}').contains(&c)
}

/// What may stand within a code or a word: `COM-07`, `RES/014.2`, `e-mail`.
fn joins(c: char) -> bool {
    matches!(c, '-' | '\u{2011}' | '.' | '/' | '_')
}

/// Every word of a text: small letters as written, by which a stem is known, and folded, by which it is found.
pub fn words(text: &str) -> Vec<(String, String)> {
    let mut out = Vec::new();
    let mut rest = text;
    while let Some(start) = rest.find(is_part) {
        rest = &rest[start..];
        let mut parts = Vec::new();
        let mut hyphens = true;
        loop {
            let end = rest.find(|c| !is_part(c)).unwrap_or(rest.len());
            parts.push(&rest[..end]);
            rest = &rest[end..];
            let mut ahead = rest.chars();
            match (ahead.next(), ahead.next()) {
                (Some(join), Some(next)) if joins(join) && is_part(next) => {
                    hyphens &= matches!(join, '-' | '\u{2011}');
                    rest = &rest[join.len_utf8()..];
                }
                _ => break,
            }
        }
        compound(&parts, hyphens, &mut out);
    }
    out.retain(|(_, folded)| is_word(folded));
    for (written, folded) in &mut out {
        for word in [written, folded] {
            if let Some((end, _)) = word.char_indices().nth(LONGEST) {
                word.truncate(end);
            }
        }
    }
    out
}

/// A single letter or figure says nothing; in scripts without spaces a single sign does.
fn is_word(folded: &str) -> bool {
    let mut letters = folded.chars();
    match (letters.next(), letters.next()) {
        (None, _) => false,
        (Some(only), None) => only as u32 >= 0x2e80,
        _ => true,
    }
}

fn compound(parts: &[&str], hyphens: bool, out: &mut Vec<(String, String)>) {
    let has = |test: fn(char) -> bool| parts.iter().any(|part| part.contains(test));
    if has(char::is_alphabetic) && has(|c| c.is_ascii_digit()) {
        let code = code(&fold(&parts.concat()));
        out.push((code.clone(), code));
        let figures = parts.iter().filter(|part| part.len() > 2 && part.bytes().all(|b| b.is_ascii_digit()));
        out.extend(figures.map(|part| ((*part).to_owned(), (*part).to_owned())));
        return;
    }
    out.extend(parts.iter().map(|part| (part.to_lowercase(), fold(part))));
    if hyphens && parts.len() > 1 {
        let whole = parts.concat();
        out.push((whole.to_lowercase(), fold(&whole)));
    }
}

/// A code without the noughts before its numbers: `com07` and `com7` are the same.
fn code(folded: &str) -> String {
    let mut out = String::with_capacity(folded.len());
    let mut letters = folded.chars().peekable();
    let mut in_number = false;
    while let Some(c) = letters.next() {
        let more = letters.peek().is_some_and(char::is_ascii_digit);
        if c == '0' && !in_number && more {
            continue;
        }
        in_number = c.is_ascii_digit();
        out.push(c);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::words;

    fn folded(text: &str) -> Vec<String> {
        words(text).into_iter().map(|(_, folded)| folded).collect()
    }

    #[test]
    fn words_are_cut_and_folded() {
        assert_eq!(folded("¿Señalización, a los 15 años?"), ["señalizacion", "los", "15", "años"]);
        assert_eq!(folded("N\u{303}andu\u{301} — 9:30"), ["ñandu", "30"]);
        assert_eq!(folded("e-mail. Otro.texto"), ["mail", "email", "otro", "texto"]);
        assert_eq!(folded(&"ñ".repeat(41)), ["ñ".repeat(40)]);
    }

    #[test]
    fn codes_are_one_word_without_leading_noughts() {
        for code in ["COM-07", "com07", "COM7", "Com-07", "com.7"] {
            assert_eq!(folded(code), ["com7"], "{code}");
        }
        assert_eq!(folded("RES-014/2026"), ["res142026", "014", "2026"]);
        assert_eq!(folded("A-0 x10"), ["a0", "x10"]);
    }
}

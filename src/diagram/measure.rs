//! How much room text takes, from a table of advance widths, and how it breaks into lines.
//!
//! The reader's font is unknown when a drawing is made, so the widths are those of DejaVu Sans, in thousandths of an em: about as
//! wide as Verdana, and the widest that a reader without the theme's letters may have. Other sans faces and the narrower serif of
//! the PDF then fit.

/// Size of all text that is not marked small, in CSS pixels.
pub const TEXT: f64 = 13.0;
/// Size of the labels of charts, whose numbers also stand in a table.
pub const SMALL: f64 = 10.5;
/// From baseline to baseline of wrapped text.
pub const LEADING: f64 = 16.0;

/// Its bold letters, which stand where a half-bold is asked for.
const BOLD: f64 = 1.12;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weight {
    Plain,
    Strong,
}

/// Width of one line in pixels.
pub fn width(text: &str, size: f64, weight: Weight) -> f64 {
    pixels(advances(text), size, weight)
}

/// Thousandths of an em: whole numbers, so that sums are the same in whatever order they are made.
fn advances(text: &str) -> f64 {
    text.chars().map(advance).sum()
}

fn pixels(advances: f64, size: f64, weight: Weight) -> f64 {
    let weight = match weight {
        Weight::Plain => 1.0,
        Weight::Strong => BOLD,
    };
    advances / 1000.0 * size * weight
}

/// Each class is as wide as its widest letter, thin or bold.
fn advance(c: char) -> f64 {
    match c {
        'i' | 'j' | 'l' | 'í' | 'ì' | 'î' | 'ï' | 'ı' => 307.0,
        ' ' | '\u{a0}' | '\u{202f}' => 318.0,
        '.' | ',' | '·' | '\'' | '’' | '‘' | '|' | '/' | 'I' | 'Í' => 340.0,
        'f' | '(' | ')' | '[' | ']' | '-' | ':' | ';' | '!' | '¡' => 410.0,
        't' | 'r' => 441.0,
        'c' | 's' | 'z' | 'J' | 'ç' | '"' | '–' => 552.0,
        'm' | 'M' | '%' | 'W' => 990.0,
        '@' | '…' | '—' | '½' | '¼' | '¾' => 1015.0,
        '‰' => 1345.0,
        'w' | '+' | '−' | '<' | '>' | '=' | '×' | '±' | '→' => 838.0,
        '\u{300}'..='\u{36f}' | '\u{200b}'..='\u{200d}' | '\u{fe00}'..='\u{fe0f}' => 0.0,
        'N' | 'O' | 'Q' | 'D' | 'G' | 'H' | 'U' | 'Ñ' | 'Ó' | 'Ú' | 'Õ' | 'Ô' | '&' => 788.0,
        c if c < '\u{250}' && c.is_uppercase() => 700.0,
        c if c < '\u{250}' => 640.0,
        // Greek, Cyrillic, Hebrew, Arabic and their neighbours; what follows may fill the whole em.
        c if c < '\u{900}' => 735.0,
        _ => 1135.0,
    }
}

/// Text as it may stand in XML: white space made single spaces (a no-break space stays), control characters and the
/// marks that turn the direction of writing removed.
pub fn clean(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        let c = if c.is_whitespace() && !matches!(c, '\u{a0}' | '\u{202f}') { ' ' } else { c };
        let unfit = c.is_control()
            || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{fffe}' | '\u{ffff}' | '\u{feff}');
        if !unfit && !(c == ' ' && (out.is_empty() || out.ends_with(' '))) {
            out.push(c);
        }
    }
    out.truncate(out.trim_end_matches(' ').len());
    out
}

/// Lines of a text, and whether a word had to be cut to make it fit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lines {
    pub lines: Vec<String>,
    pub cut: bool,
}

/// Breaks a text into as few lines as the width allows, about equally long. A word wider than the line is cut with a
/// hyphen. An empty text has no lines.
pub fn wrap(text: &str, room: f64, size: f64, weight: Weight) -> Lines {
    let text = clean(text);
    let words = words(&text);
    let tight = fill(&text, &words, room, size, weight);
    let (most, mut best) = (tight.pieces.len(), tight);
    if most > 1 && !best.cut {
        let mut narrower = room - 4.0;
        while narrower > room / 2.0 {
            let filled = fill(&text, &words, narrower, size, weight);
            if filled.cut || filled.pieces.len() > most {
                break;
            }
            best = filled;
            narrower -= 4.0;
        }
    }
    let written = |piece: &Piece| {
        let hyphen = if piece.cut { "-" } else { "" };
        format!("{}{hyphen}", &text[piece.at..piece.end])
    };
    Lines { lines: best.pieces.iter().map(written).collect(), cut: best.cut }
}

/// How many lines a text takes, and whether a word has to be cut. Cheaper than to break it.
pub fn count(text: &str, room: f64, size: f64, weight: Weight) -> (usize, bool) {
    let text = clean(text);
    let filled = fill(&text, &words(&text), room, size, weight);
    (filled.pieces.len(), filled.cut)
}

/// Some of a text, from byte to byte: a word, a line, or what is left of a word that was cut.
#[derive(Debug, Clone, Copy)]
struct Piece {
    at: usize,
    end: usize,
    advances: f64,
    /// Whether a hyphen follows.
    cut: bool,
}

/// A text in lines.
struct Filled {
    pieces: Vec<Piece>,
    cut: bool,
}

fn words(text: &str) -> Vec<Piece> {
    let mut at = 0;
    let mut out = Vec::new();
    for word in text.split(' ') {
        let end = at + word.len();
        if !word.is_empty() {
            out.push(Piece { at, end, advances: advances(word), cut: false });
        }
        at = end + 1;
    }
    out
}

fn fill(text: &str, words: &[Piece], room: f64, size: f64, weight: Weight) -> Filled {
    let mut pieces: Vec<Piece> = Vec::new();
    let mut cut = false;
    let mut line: Option<Piece> = None;
    for word in words {
        let joined = match line {
            None => *word,
            Some(line) => Piece { end: word.end, advances: line.advances + advance(' ') + word.advances, ..line },
        };
        if pixels(joined.advances, size, weight) <= room {
            line = Some(joined);
            continue;
        }
        pieces.extend(line);
        let mut rest = *word;
        while pixels(rest.advances, size, weight) > room {
            let left = &text[rest.at..rest.end];
            let first = last_that_fits(left, room, size, weight);
            if first >= left.len() {
                break;
            }
            cut = true;
            pieces.push(Piece { end: rest.at + first, cut: true, ..rest });
            rest = Piece { at: rest.at + first, advances: advances(&left[first..]), ..rest };
        }
        line = Some(rest);
    }
    pieces.extend(line);
    Filled { pieces, cut }
}

/// Byte where a word is cut so that what stands before it fits with a hyphen: at least one character, so that breaking
/// always ends.
fn last_that_fits(word: &str, room: f64, size: f64, weight: Weight) -> usize {
    let mut used = width("-", size, weight);
    for (n, (at, c)) in word.char_indices().enumerate() {
        used += width(c.encode_utf8(&mut [0; 4]), size, weight);
        if used > room && n > 0 {
            return at;
        }
    }
    word.len()
}

/// At most `most` lines; the last then ends in an ellipsis. Only for words that also stand elsewhere in full.
pub fn clamp(lines: Lines, most: usize) -> Vec<String> {
    let mut lines = lines.lines;
    if lines.len() > most {
        lines.truncate(most);
        if let Some(last) = lines.last_mut() {
            last.pop();
            last.truncate(last.trim_end_matches([' ', '-', ',', '.']).len());
            last.push('…');
        }
    }
    lines
}

/// Width of the longest line.
pub fn widest(lines: &[String], size: f64, weight: Weight) -> f64 {
    lines.iter().map(|line| width(line, size, weight)).fold(0.0, f64::max)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn breaks_between_words_and_evenly() {
        let lines = wrap("Primera visita del asesor al negocio", 110.0, TEXT, Weight::Plain);
        assert!(!lines.cut);
        assert_eq!(lines.lines.concat().replace(' ', ""), "Primeravisitadelasesoralnegocio");
        let widths: Vec<f64> = lines.lines.iter().map(|l| width(l, TEXT, Weight::Plain)).collect();
        assert!(widths.iter().all(|w| *w <= 110.0));
        assert!(widths.iter().fold(0.0, |a: f64, b| a.max(*b)) < 105.0, "the lines share the words: {:?}", lines.lines);
    }

    #[test]
    fn the_widest_letters_of_readers_fit() {
        // As a browser sets them in DejaVu Sans of 1000 px, thin and bold.
        let told = [
            ("Se entregó el préstamo", 11740.0, 13271.0),
            ("Ventanilla libre (10 minutos)", 14186.0, 16169.0),
            ("S/ 1,250.00 · 98.5 %", 10191.0, 11262.0),
        ];
        for (text, thin, bold) in told {
            for (weight, wide) in [(Weight::Plain, thin), (Weight::Strong, bold)] {
                let reckoned = width(text, 1000.0, weight);
                assert!(reckoned >= wide, "{text}: {reckoned} < {wide}");
                assert!(reckoned <= wide * 1.08, "{text}: {reckoned} is far more than {wide}");
            }
        }
        assert_eq!(
            count("uno dos tres", 60.0, TEXT, Weight::Plain),
            (wrap("uno dos tres", 60.0, TEXT, Weight::Plain).lines.len(), false)
        );
    }

    #[test]
    fn cuts_a_word_wider_than_the_line_and_loses_no_letter() {
        let word = "electroencefalografistas".repeat(3);
        let lines = wrap(&word, 60.0, TEXT, Weight::Strong);
        assert!(lines.cut);
        assert_eq!(lines.lines.iter().map(|l| l.trim_end_matches('-')).collect::<String>(), word);
        assert!(lines.lines.iter().all(|l| width(l, TEXT, Weight::Strong) <= 60.0));
    }

    #[test]
    fn ends_even_in_no_room_at_all() {
        assert_eq!(wrap("abc", 0.0, TEXT, Weight::Plain).lines, ["a-", "b-", "c"]);
        assert!(wrap(" \u{7} ", 50.0, TEXT, Weight::Plain).lines.is_empty());
    }

    #[test]
    fn cleans_what_xml_or_the_line_cannot_bear() {
        assert_eq!(clean("  a\u{0}\tb\n\n c\u{202e}\u{1b} "), "a b c");
        assert_eq!(clean("10\u{a0}min"), "10\u{a0}min");
    }

    #[test]
    fn says_that_something_was_left_out() {
        let lines = wrap("uno dos tres cuatro cinco seis", 40.0, TEXT, Weight::Plain);
        let kept = clamp(lines, 2);
        assert_eq!(kept.len(), 2);
        assert!(kept[1].ends_with('…'));
    }
}

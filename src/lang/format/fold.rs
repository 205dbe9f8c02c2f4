//! Words as they are compared in a search: small letters without accents. The tilde of ñ stays, since it makes another letter.

use icu::normalizer::{ComposingNormalizerBorrowed, DecomposingNormalizerBorrowed};

/// The text in small letters, without accents and other marks upon letters. Scripts whose marks are letters keep them.
pub fn fold(text: &str) -> String {
    let lower = text.to_lowercase();
    if lower.is_ascii() {
        return lower;
    }
    let mut out = String::with_capacity(lower.len());
    for c in DecomposingNormalizerBorrowed::new_nfd().normalize(&lower).chars() {
        match c {
            '\u{303}' if out.ends_with('n') => {
                out.pop();
                out.push('ñ');
            }
            '\u{300}'..='\u{36f}' => {}
            _ => out.push(c),
        }
    }
    out
}

/// The text with every accent in one character with its letter, as keyboards write it (NFC).
pub fn composed(text: &str) -> String {
    ComposingNormalizerBorrowed::new_nfc().normalize(text).into_owned()
}

#[cfg(test)]
mod tests {
    use super::fold;

    #[test]
    fn accents_fall_and_the_tilde_of_n_stays() {
        assert_eq!(fold("SEÑALIZACIÓN Pingüino"), "señalizacion pinguino");
        assert_eq!(fold("an\u{303}o, a\u{f1}o, ano"), "año, año, ano");
        assert_eq!(fold("Reclamações à você"), "reclamacoes a voce");
        assert_eq!(fold("Ľubľana İzmir"), "lublana izmir");
    }
}

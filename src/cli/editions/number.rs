//! Numbers of editions: the folder that each has for good.

pub use crate::changes::number::{Part, key};
use sha2::{Digest, Sha256};

/// The name of an edition's folder: its number where that is a name on every disk and in every address, else what is left of it with a
/// sign of the whole. It depends on the number alone, so that it lasts.
pub fn folder(number: &str) -> String {
    let mut name = String::new();
    for c in number.chars() {
        match c {
            c if c.is_ascii_alphanumeric() || "._-".contains(c) => name.push(c),
            _ if name.ends_with('-') => {}
            _ => name.push('-'),
        }
    }
    let kept: String = name.chars().take(60).collect();
    let kept = kept.trim_matches(['.', '-', '_']);
    if !kept.is_empty() && kept == number && !is_device(kept) {
        return kept.to_owned();
    }
    let sign: String = Sha256::digest(number).iter().take(3).map(|byte| format!("{byte:02x}")).collect();
    match kept.is_empty() {
        true => format!("edition-{sign}"),
        false => format!("{kept}-{sign}"),
    }
}

/// Names that Windows gives to devices, with any ending.
fn is_device(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or(name).to_ascii_lowercase();
    let numbered =
        |start: &str| stem.strip_prefix(start).is_some_and(|n| n.len() == 1 && n.bytes().all(|b| b.is_ascii_digit()));
    matches!(stem.as_str(), "con" | "prn" | "aux" | "nul") || numbered("com") || numbered("lpt")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_is_a_name_everywhere_and_follows_from_the_number() {
        assert_eq!(folder("2026.1"), "2026.1");
        assert_eq!(folder("Rev-B_2"), "Rev-B_2");
        for odd in [
            "3/2026",
            "../../etc",
            "--output=x",
            "año 2026",
            "con",
            "nul.txt",
            "",
            ".",
            "a.",
            "a\nb",
            "<script>",
            "ñ",
            "%2e",
        ] {
            let name = folder(odd);
            let plain = |c: char| c.is_ascii_alphanumeric() || "._-".contains(c);
            assert!(
                name.chars().all(plain) && !name.starts_with(['.', '-']) && !name.ends_with('.'),
                "{odd:?}: {name}"
            );
            assert!(name != odd && name.len() < 70, "{odd:?}: {name}");
        }
        assert_ne!(folder("a b"), folder("a/b"), "what differs has other folders");
        assert!(folder(&"9".repeat(500)).len() < 70);
    }
}

//! What git says of a damaged repository, in the reader's language where it is one of the common things.

use super::{Lang, Text, t};

/// Parts of what libgit2 says, with what they mean.
const MEANT: &[(&[&str], Text)] = &[
    (
        &["object not found", "failed to find object", "does not exist"],
        t("falta un objeto{id}", "an object is missing{id}", "falta um objeto{id}"),
    ),
    (
        &["hash mismatch"],
        t(
            "un objeto no es el que dice su nombre{id}",
            "an object is not what its name says{id}",
            "um objeto não é o que diz seu nome{id}",
        ),
    ),
    (
        &["inflate", "zlib", "truncated", "corrupt", "invalid", "failed to parse", "unexpected", "malformed"],
        t("un objeto está dañado{id}", "an object is damaged{id}", "um objeto está danificado{id}"),
    ),
    (
        &["permission denied", "failed to open", "could not open", "failed to read"],
        t(
            "no se puede abrir uno de sus archivos{id}",
            "one of its files cannot be opened{id}",
            "um de seus arquivos não pode ser aberto{id}",
        ),
    ),
];

const OTHERWISE: Text = t("git dice «{detail}»", "git says “{detail}”", "o git diz “{detail}”");

/// Why something cannot be read, as a clause. What is not known is quoted as git says it.
pub fn said_by_git(detail: &str, lang: Lang) -> String {
    let folded = detail.to_lowercase();
    let known = MEANT.iter().find(|(parts, _)| parts.iter().any(|part| folded.contains(part)));
    let Some((_, text)) = known.filter(|_| lang != Lang::En) else {
        return OTHERWISE.fill(lang, &[("detail", detail.to_owned())]);
    };
    let is_id = |word: &&str| word.len() >= 40 && word.bytes().all(|b| b.is_ascii_hexdigit());
    let id = detail.split(|c: char| !c.is_ascii_alphanumeric()).find(is_id);
    text.fill(lang, &[("id", id.map_or_else(String::new, |id| format!(" ({id})")))])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_common_things_are_told_in_the_readers_words() {
        let id = "9ebf1896ad4108393454ebd2529df378d4fa1b8d";
        let missing = format!("object not found - cannot read header for ({id})");
        assert_eq!(said_by_git(&missing, Lang::Es), format!("falta un objeto ({id})"));
        assert_eq!(said_by_git("failed to inflate: zlib error", Lang::Pt), "um objeto está danificado");
        assert_eq!(said_by_git(&missing, Lang::En), format!("git says “{missing}”"));
        assert_eq!(said_by_git("no such thing", Lang::Es), "git dice «no such thing»");
    }
}

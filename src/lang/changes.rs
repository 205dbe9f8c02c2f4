//! The words of what changed between two editions, and the labels of the keys that changes are told by.

mod git;
mod labels;
mod words;

pub use git::said_by_git;
pub use words::plain_word;

use super::{Lang, Text, details, format};
use crate::values::Period;
use labels::LABELS;

const fn t(es: &'static str, en: &'static str, pt: &'static str) -> Text {
    Text { es, en, pt }
}

pub const ADDED: Text = t("nuevo", "new", "novo");
pub const REMOVED: Text = t("retirado", "removed", "removido");
pub const TIGHTENED: Text = t("más exigente", "stricter", "mais exigente");
pub const RELAXED: Text = t("menos exigente", "less strict", "menos exigente");
pub const DEARER: Text =
    t("menos favorable para el cliente", "less favourable to the customer", "menos favorável ao cliente");
pub const CHEAPER: Text =
    t("más favorable para el cliente", "more favourable to the customer", "mais favorável ao cliente");
pub const WIDENED: Text = t("más amplio", "wider", "mais amplo");
pub const NARROWED: Text = t("más reducido", "narrower", "mais reduzido");
pub const RENAMED: Text = t("cambia de nombre", "renamed", "muda de nome");
pub const MOVED: Text = t("cambia de lugar", "moved", "muda de lugar");
/// What moved, and the number of the place that it had.
pub const MOVED_FROM: Text = t("{item} (antes, n.º {n})", "{item} (formerly no. {n})", "{item} (antes, n.º {n})");
pub const REWORDED: Text = t("otra redacción", "reworded", "outra redação");
pub const STOPPED: Text = t("deja de estar en uso", "no longer in use", "deixa de estar em uso");
pub const RESUMED: Text = t("vuelve a estar en uso", "in use again", "volta a estar em uso");
pub const CHANGED: Text = t("modificado", "changed", "modificado");
pub const EDITORIAL: Text = t("solo de redacción", "editorial only", "só de redação");
pub const BEFORE: Text = t("antes", "before", "antes");
pub const NOW: Text = t("ahora", "now", "agora");
pub const PREVIOUS_ID: Text = t("antes `{id}`", "formerly `{id}`", "antes `{id}`");
pub const HEADING: Text = t("Cambios: {old} → {new}", "Changes: {old} → {new}", "Mudanças: {old} → {new}");
pub const NOTHING: Text = t("No hay cambios.", "There are no changes.", "Não há mudanças.");
pub const COUNTS: Text = t(
    "Nuevos: {added}. Retirados: {removed}. Con otro nombre: {renamed}. Modificados: {changed}.",
    "Added: {added}. Removed: {removed}. Renamed: {renamed}. Changed: {changed}.",
    "Novos: {added}. Removidos: {removed}. Renomeados: {renamed}. Modificados: {changed}.",
);
pub const DEGREES: Text = t(
    "Valores más exigentes: {tightened}; menos exigentes: {relaxed}. Cambios de fondo: {material}; solo de redacción: {editorial}.",
    "Stricter values: {tightened}; less strict: {relaxed}. Changes of substance: {material}; editorial only: {editorial}.",
    "Valores mais exigentes: {tightened}; menos exigentes: {relaxed}. Mudanças de fundo: {material}; só de redação: {editorial}.",
);
pub const TRANSLATIONS: Text = t("Traducciones", "Translations", "Traduções");
pub const LANGUAGE_ADDED: Text = t(
    "Se agrega la traducción al {language}: {n}",
    "Translation into {language} added: {n}",
    "Acrescenta-se a tradução para o {language}: {n}",
);
pub const LANGUAGE_REMOVED: Text = t(
    "Se retira la traducción al {language}: {n}",
    "Translation into {language} removed: {n}",
    "Retira-se a tradução para o {language}: {n}",
);
pub const ENTRY: Text = t("1 elemento", "1 entry", "1 elemento");
pub const ENTRIES: Text = t("{n} elementos", "{n} entries", "{n} elementos");
pub const TRANSLATION_ADDED_ONE: Text = t(
    "Traducción al {language}: 1 elemento más",
    "Translation into {language}: 1 more entry",
    "Tradução para o {language}: mais 1 elemento",
);
pub const TRANSLATION_REMOVED_ONE: Text = t(
    "Traducción al {language}: 1 elemento menos",
    "Translation into {language}: 1 entry fewer",
    "Tradução para o {language}: menos 1 elemento",
);
pub const TRANSLATION_ADDED: Text = t(
    "Traducción al {language}: {n} elementos más",
    "Translation into {language}: {n} more entries",
    "Tradução para o {language}: mais {n} elementos",
);
pub const TRANSLATION_REMOVED: Text = t(
    "Traducción al {language}: {n} elementos menos",
    "Translation into {language}: {n} fewer entries",
    "Tradução para o {language}: menos {n} elementos",
);
pub const TRANSLATION_REWORDED: Text = t(
    "Elementos de la traducción al {language} que dicen lo mismo con otras palabras: {n}",
    "Entries of the translation into {language} that say the same in other words: {n}",
    "Elementos da tradução para o {language} que dizem o mesmo com outras palavras: {n}",
);
pub const UNREAD: Text = t(
    "Elementos que no se compararon porque no se pudieron leer en una de las ediciones: {n}",
    "Entries not compared because they could not be read in one of the editions: {n}",
    "Elementos que não foram comparados porque não puderam ser lidos em uma das edições: {n}",
);
pub const DRAFT: Text = t("borrador", "draft", "rascunho");
pub const EDITION: Text = t("edición {edition} ({name})", "edition {edition} ({name})", "edição {edition} ({name})");
pub const EDITION_ALONE: Text = t("edición {edition}", "edition {edition}", "edição {edition}");
pub const BRIEF: Text = t("Lo que cambia para: {role}", "What changes for: {role}", "O que muda para: {role}");
pub const FROM: Text = t("Rige desde el {date}.", "In force from {date}.", "Vigora a partir de {date}.");
pub const BRIEF_NEW: Text =
    t("Nuevo: conózcalo y aplíquelo", "New: get to know it and apply it", "Novo: conheça e aplique");
pub const BRIEF_STRICTER: Text =
    t("Más exigente: cumpla el nuevo valor", "Stricter: keep to the new value", "Mais exigente: cumpra o novo valor");
pub const BRIEF_LOOSER: Text =
    t("Menos exigente: rige el nuevo valor", "Less strict: the new value holds", "Menos exigente: vale o novo valor");
pub const BRIEF_GONE: Text = t("Retirado: deje de aplicarlo", "Gone: stop applying it", "Removido: deixe de aplicar");
pub const BRIEF_OTHER: Text = t("Otros cambios: léalos", "Other changes: read them", "Outras mudanças: leia-as");
pub const BRIEF_EDITORIAL: Text = t(
    "Elementos con cambios solo de redacción, que no piden nada: {n}",
    "Entries with editorial changes only, which ask nothing: {n}",
    "Elementos com mudanças só de redação, que nada pedem: {n}",
);
pub const BRIEF_NOTHING: Text =
    t("Nada cambia para este puesto.", "Nothing changes for this role.", "Nada muda para este cargo.");
pub const SINCE: Text = t("desde el {date}", "from {date}", "a partir de {date}");
pub const SIGN: Text = t(
    "Sus obligaciones cambiaron: lea la edición y firme de nuevo la constancia.",
    "Your obligations have changed: read the edition and sign the acknowledgement again.",
    "Suas obrigações mudaram: leia a edição e assine o termo novamente.",
);
pub const NO_SIGN: Text = t(
    "Sus obligaciones son las mismas: la constancia que firmó sigue vigente.",
    "Your obligations are the same: the acknowledgement you signed still holds.",
    "Suas obrigações são as mesmas: o termo que assinou continua válido.",
);
pub const NO_ROLE: Text = t(
    "el puesto `{role}` no existe en la edición nueva ({side})",
    "there is no role `{role}` in the new edition ({side})",
    "o cargo `{role}` não existe na edição nova ({side})",
);
pub const NO_ROLE_HELP: Text = t(
    "use el id de uno de estos puestos: {roles}",
    "use the id of one of these roles: {roles}",
    "use o id de um destes cargos: {roles}",
);
pub const UNREADABLE: Text = t(
    "no se puede leer el manual de una de las dos ediciones: {side}",
    "the manual of one of the two editions cannot be read: {side}",
    "não é possível ler o manual de uma das duas edições: {side}",
);
pub const LOST: Text = t(
    "no se comparan las ediciones: falta lo que no se puede leer de {side}, y parecería cambiado",
    "the editions are not compared: what cannot be read of {side} is missing and would seem changed",
    "as edições não são comparadas: falta o que não se pode ler de {side}, e pareceria mudado",
);
pub const LOST_HELP: Text = t(
    "corrija antes esos archivos, o compare otra edición",
    "correct those files first, or compare another edition",
    "corrija antes esses arquivos, ou compare outra edição",
);
pub const UNREADABLE_HELP: Text = t(
    "en esa edición corrija lo que dice `cartilla check`, o compare otra",
    "correct what `cartilla check` finds in that edition, or compare another",
    "corrija nessa edição o que diz `cartilla check`, ou compare outra",
);
pub const NO_REPOSITORY: Text = t(
    "`{name}` no es una carpeta con un manual, y `{path}` no está en un repositorio git donde buscar la etiqueta",
    "`{name}` is not a folder with a manual, and `{path}` is not in a git repository where such a tag could be",
    "`{name}` não é uma pasta com um manual, e `{path}` não está em um repositório git onde procurar a tag",
);
pub const NO_REPOSITORY_HELP: Text = t(
    "escriba la carpeta de un manual, o añada detrás la carpeta del manual que está en el repositorio",
    "give the folder of a manual, or add behind it the folder of the manual that is in the repository",
    "escreva a pasta de um manual, ou acrescente depois a pasta do manual que está no repositório",
);
pub const OWNER: Text = t(
    "el repositorio de `{path}` es de otro usuario y git no permite leerlo",
    "the repository of `{path}` belongs to another user and git does not let it be read",
    "o repositório de `{path}` é de outro usuário e o git não permite lê-lo",
);
pub const OWNER_HELP: Text = t(
    "si confía en él, ejecute `git config --global --add safe.directory` con su ruta",
    "if you trust it, run `git config --global --add safe.directory` with its path",
    "se confia nele, execute `git config --global --add safe.directory` com o caminho dele",
);
pub const UNBORN: Text = t(
    "el repositorio todavía no tiene ningún commit",
    "the repository has no commit yet",
    "o repositório ainda não tem nenhum commit",
);
pub const NO_TAG: Text = t("no existe la etiqueta `{tag}`", "there is no tag `{tag}`", "não existe a tag `{tag}`");
pub const NO_TAG_HELP: Text = t(
    "vea las etiquetas con `git tag`; `draft` es la copia de trabajo",
    "see the tags with `git tag`; `draft` is the working copy",
    "veja as tags com `git tag`; `draft` é a cópia de trabalho",
);
pub const NOT_TEXT: Text = t(
    "el nombre de la etiqueta `{tag}` no es UTF-8 y no se puede leer",
    "the name of the tag `{tag}` is not UTF-8 and cannot be read",
    "o nome da tag `{tag}` não é UTF-8 e não pode ser lido",
);
pub const NOT_TEXT_HELP: Text = t(
    "ponga al mismo commit una etiqueta con otro nombre (git tag edition/2026.1 COMMIT) y borre esta",
    "give the same commit a tag with another name (git tag edition/2026.1 COMMIT) and delete this one",
    "dê ao mesmo commit uma tag com outro nome (git tag edition/2026.1 COMMIT) e apague esta",
);
pub const NOT_A_COMMIT: Text = t(
    "la etiqueta `{tag}` no lleva a un commit",
    "the tag `{tag}` leads to no commit",
    "a tag `{tag}` não leva a um commit",
);
pub const NO_MANUAL: Text = t(
    "la edición `{tag}` no tiene un `manual.yaml` donde está el manual",
    "the edition `{tag}` has no `manual.yaml` where the manual lies",
    "a edição `{tag}` não tem um `manual.yaml` onde está o manual",
);
pub const NO_MANUAL_HELP: Text = t(
    "el manual se busca en su carpeta de ahora y, si no está allí, por su `document.code`: escriba en manual.yaml el que tenía entonces",
    "the manual is looked for in its folder of today and, if it is not there, by its `document.code`: write in manual.yaml the one that it had then",
    "o manual é buscado em sua pasta de agora e, se não estiver ali, por seu `document.code`: escreva em manual.yaml o que tinha então",
);
pub const SHALLOW: Text = t(
    "la copia del repositorio es parcial y le falta la edición `{tag}`",
    "the clone is shallow and lacks the edition `{tag}`",
    "a cópia do repositório é parcial e lhe falta a edição `{tag}`",
);
pub const SHALLOW_HELP: Text = t(
    "ejecute `git fetch --unshallow --tags`",
    "run `git fetch --unshallow --tags`",
    "execute `git fetch --unshallow --tags`",
);
pub const PARTIAL: Text = t(
    "la copia del repositorio es parcial (partial clone) y no trae todos los archivos de la edición `{tag}`",
    "the clone is partial (partial clone) and lacks files of the edition `{tag}`",
    "a cópia do repositório é parcial (partial clone) e não traz todos os arquivos da edição `{tag}`",
);
pub const PARTIAL_HELP: Text = t(
    "ejecute `git fetch --refetch --no-filter --tags`, o clónelo de nuevo sin `--filter`",
    "run `git fetch --refetch --no-filter --tags`, or clone it anew without `--filter`",
    "execute `git fetch --refetch --no-filter --tags`, ou clone-o de novo sem `--filter`",
);
pub const NOWHERE: Text = t(
    "`{path}` no es un repositorio git ni lleva a ninguno",
    "`{path}` is no git repository and leads to none",
    "`{path}` não é um repositório git nem leva a nenhum",
);
pub const NOWHERE_HELP: Text = t(
    "si el repositorio cambió de lugar, ejecute allí `git worktree repair` con esta carpeta, o `git submodule update --init` si es un submódulo; si sobra, bórrelo",
    "if the repository has moved, run `git worktree repair` there with this folder, or `git submodule update --init` if it is a submodule; delete it if it is not wanted",
    "se o repositório mudou de lugar, execute ali `git worktree repair` com esta pasta, ou `git submodule update --init` se for um submódulo; se sobra, apague-o",
);
pub const SHA256: Text = t(
    "nombra sus objetos con SHA-256, y este programa solo lee los que usan SHA-1",
    "it names its objects by SHA-256, and this program reads only those that use SHA-1",
    "nomeia seus objetos com SHA-256, e este programa só lê os que usam SHA-1",
);
pub const SHA256_HELP: Text = t(
    "saque cada edición a una carpeta (git archive ETIQUETA | tar -x -C CARPETA) y compare o componga esas carpetas",
    "take each edition out to a folder (git archive TAG | tar -x -C DIR) and compare or build those folders",
    "extraia cada edição para uma pasta (git archive TAG | tar -x -C PASTA) e compare ou componha essas pastas",
);
pub const REFTABLE: Text = t(
    "guarda sus referencias en el formato reftable, que este programa no lee",
    "it keeps its references in the reftable format, which this program does not read",
    "guarda suas referências no formato reftable, que este programa não lê",
);
pub const REFTABLE_HELP: Text = t(
    "clónelo con `git clone --ref-format=files` o, desde git 2.48, páselas a archivos con `git refs migrate --ref-format=files`",
    "clone it with `git clone --ref-format=files` or, from git 2.48 on, turn them into files with `git refs migrate --ref-format=files`",
    "clone-o com `git clone --ref-format=files` ou, a partir do git 2.48, passe-as para arquivos com `git refs migrate --ref-format=files`",
);
pub const EXTENSION: Text = t(
    "usa la extensión de git `{name}`, que este programa no conoce",
    "it uses the git extension `{name}`, which this program does not know",
    "usa a extensão do git `{name}`, que este programa não conhece",
);
pub const BARE: Text = t(
    "`{path}` es un repositorio git sin copia de trabajo (bare): tiene ediciones, pero no un borrador (draft)",
    "`{path}` is a bare git repository, without a working copy: it has editions, but no draft",
    "`{path}` é um repositório git sem cópia de trabalho (bare): tem edições, mas não um rascunho (draft)",
);
pub const BARE_HELP: Text = t(
    "publique sus ediciones con `build --editions all`, compare dos etiquetas con `diff`, o clónelo (git clone) y trabaje en la copia",
    "publish its editions with `build --editions all`, compare two tags with `diff`, or clone it (git clone) and work there",
    "publique suas edições com `build --editions all`, compare duas tags com `diff`, ou clone-o (git clone) e trabalhe na cópia",
);
/// Slots: `{path}`.
pub const MANUAL_LIES: Text = t(
    "el manual está en `{path}`: ejecute allí la orden o indique esa carpeta",
    "the manual lies in `{path}`: run the command there or give that folder",
    "o manual está em `{path}`: execute ali o comando ou indique essa pasta",
);
pub const CORRUPT: Text = t(
    "la edición `{tag}` está dañada en el repositorio: {detail}",
    "the edition `{tag}` is damaged in the repository: {detail}",
    "a edição `{tag}` está danificada no repositório: {detail}",
);
pub const CORRUPT_HELP: Text = t(
    "ejecute `git fsck`, y traiga los objetos que faltan con `git fetch`",
    "run `git fsck`, and fetch the objects that are missing with `git fetch`",
    "execute `git fsck`, e traga os objetos que faltam com `git fetch`",
);
pub const OTHER: Text = t(
    "el repositorio no se puede leer: {detail}",
    "the repository cannot be read: {detail}",
    "o repositório não pode ser lido: {detail}",
);

/// The keys that lead to a value, the names that stand for some of them, and what tells items without a name apart.
pub type Way<'a> = (&'a [&'a str], &'a [Option<&'a str>], &'a [Option<&'a str>]);

/// What stands at a path is called: «Oferta › Pasos 2 (Paga) › Plazo». `name` is the key by which a kind names its entries.
pub fn label(name: Option<&str>, (path, names, hints): Way<'_>, lang: Lang) -> String {
    let mut parts: Vec<String> = Vec::new();
    for (at, key) in path.iter().enumerate() {
        match (names.get(at).copied().flatten(), key.parse::<usize>(), parts.last_mut()) {
            (Some(""), ..) => {}
            (Some(named), ..) => parts.push(named.to_owned()),
            (None, Ok(place), Some(last)) => {
                let hint = hints.get(at).copied().flatten().map_or_else(String::new, |hint| format!(" ({hint})"));
                *last = format!("{last} {}{hint}", place.saturating_add(1));
            }
            _ => parts.push(one(key, lang)),
        }
    }
    match (name, path) {
        // Whatever its key, the name is the name, but for a promise.
        (Some(name), [key]) if *key == name && name != "promise" => one("name", lang),
        _ => parts.join(" › "),
    }
}

/// What a key is called; none where it is a word of the author's, such as an id.
pub fn label_of(key: &str, lang: Lang) -> Option<&'static str> {
    let own = || LABELS.iter().find(|(own, _)| *own == key).map(|(_, text)| *text);
    let detail = || details::called(key).first().map(|field| field.label);
    own().or_else(detail).map(|text| text.in_lang(lang))
}

fn one(key: &str, lang: Lang) -> String {
    let known = label_of(key, lang).map(str::to_owned);
    let period = || Period::parse(key).ok().map(|period| format::period(lang.into(), period));
    known.or_else(period).unwrap_or_else(|| format!("`{key}`"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_names_the_way_to_a_value() {
        let of = |path: &[&str]| label(Some("name"), (path, &[], &[]), Lang::Es);
        assert_eq!(of(&["offering", "steps", "1", "within"]), "Oferta › Pasos 2 › Plazo");
        assert_eq!(of(&["first_response"]), "Meta de primera respuesta");
        assert_eq!(of(&["offering", "steps", "pagar", "within"]), "Oferta › Pasos › `pagar` › Plazo");
        assert_eq!(label(Some("title"), (&["title"], &[], &[]), Lang::En), "Name");
    }

    #[test]
    fn no_key_has_two_labels() {
        let keys: std::collections::BTreeSet<&str> = LABELS.iter().map(|(key, _)| *key).collect();
        assert_eq!(keys.len(), LABELS.len());
    }
}

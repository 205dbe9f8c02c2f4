//! Words of `cartilla verify`, and of the statement that `build` writes.

use super::Text;

/// Slots: `{title}`, `{edition}`, `{status}`.
pub const HEADING: Text = Text {
    es: "{title} · edición {edition} · {status}",
    en: "{title} · edition {edition} · {status}",
    pt: "{title} · edição {edition} · {status}",
};
/// Of a manual that says no edition. Slots: `{title}`, `{status}`.
pub const HEADING_PLAIN: Text =
    Text { es: "{title} · {status}", en: "{title} · {status}", pt: "{title} · {status}" };
/// Slots: `{version}`.
pub const PROGRAM: Text = Text {
    es: "publicada con Cartilla {version}",
    en: "published with Cartilla {version}",
    pt: "publicada com o Cartilla {version}",
};
/// Slots: `{commit}`.
pub const COMMIT: Text =
    Text {
        es: "de la revisión {commit} de git", en: "from commit {commit} of git", pt: "da revisão {commit} do git"
    };
/// Slots: `{commit}`.
pub const COMMIT_CHANGED: Text = Text {
    es: "de la revisión {commit} de git, con cambios sin guardar en ella",
    en: "from commit {commit} of git, with changes that are not in it",
    pt: "da revisão {commit} do git, com alterações que não estão nela",
};
/// Slots: `{digest}`.
pub const DIGEST: Text = Text {
    es: "SHA-256 de attestation.json: {digest}",
    en: "SHA-256 of attestation.json: {digest}",
    pt: "SHA-256 de attestation.json: {digest}",
};
/// Slots: `{files}`.
pub const WHOLE: Text = Text {
    es: "La carpeta es la edición publicada: {files}, ninguno cambiado, ninguno de más.",
    en: "The folder is the published edition: {files}, none changed, none added.",
    pt: "A pasta é a edição publicada: {files}, nenhum alterado, nenhum a mais.",
};
/// What the answer above is worth.
pub const WORTH: Text = Text {
    es: "Compare el SHA-256 con el que recibió de quien publica: quien cambia un archivo puede rehacer también la declaración.",
    en: "Compare the SHA-256 with the one that the publisher gave you: whoever changes a file can remake the statement as well.",
    pt: "Compare o SHA-256 com o que recebeu de quem publica: quem altera um arquivo também pode refazer a declaração.",
};
/// Where the digest that was asked for is that of the statement.
pub const CONFIRMED: Text = Text {
    es: "Es el SHA-256 que usted indicó.",
    en: "It is the SHA-256 that you gave.",
    pt: "É o SHA-256 que você indicou.",
};
/// Slots: `{n}`.
pub const NOT_WHOLE: Text = Text {
    es: "La carpeta no es la edición publicada; diferencias: {n}.",
    en: "The folder is not the published edition; differences: {n}.",
    pt: "A pasta não é a edição publicada; diferenças: {n}.",
};
/// Slots: `{n}`.
pub const MORE: Text = Text { es: "… y {n} más", en: "… and {n} more", pt: "… e mais {n}" };

pub const CHANGED: Text = Text { es: "cambiado", en: "changed", pt: "alterado" };
pub const MISSING: Text = Text { es: "falta", en: "missing", pt: "falta" };
pub const ADDED: Text = Text { es: "añadido", en: "added", pt: "acrescentado" };
pub const NOT_A_FILE: Text = Text {
    es: "en su lugar hay un enlace u otra cosa que no es un archivo",
    en: "a link or something else that is not a file stands in its place",
    pt: "em seu lugar há um link ou outra coisa que não é um arquivo",
};
pub const MARKER: Text = Text {
    es: "no dice lo mismo que attestation.json",
    en: "does not say the same as attestation.json",
    pt: "não diz o mesmo que attestation.json",
};
pub const OTHER_DIGEST: Text = Text {
    es: "su SHA-256 no es el que usted indicó",
    en: "its SHA-256 is not the one that you gave",
    pt: "seu SHA-256 não é o que você indicou",
};

/// Slots: `{folder}`, `{reason}`.
pub const BROKEN: Text = Text {
    es: "la carpeta `{folder}` no se puede verificar: {reason}",
    en: "the folder `{folder}` cannot be verified: {reason}",
    pt: "a pasta `{folder}` não pode ser verificada: {reason}",
};
pub const ABSENT: Text = Text {
    es: "no tiene attestation.json, que `cartilla build` escribe junto a las páginas",
    en: "it has no attestation.json, which `cartilla build` writes beside the pages",
    pt: "não tem attestation.json, que `cartilla build` escreve junto às páginas",
};
pub const STATEMENT_NOT_A_FILE: Text = Text {
    es: "attestation.json es un enlace u otra cosa que no es un archivo",
    en: "attestation.json is a link or something else that is not a file",
    pt: "attestation.json é um link ou outra coisa que não é um arquivo",
};
pub const TOO_LARGE: Text = Text {
    es: "attestation.json pesa más de 64 MiB",
    en: "attestation.json is larger than 64 MiB",
    pt: "attestation.json tem mais de 64 MiB",
};
/// Slots: `{line}`, `{column}`.
pub const FORM: Text = Text {
    es: "attestation.json no es una declaración in-toto de una edición: línea {line}, columna {column}",
    en: "attestation.json is not an in-toto statement of an edition: line {line}, column {column}",
    pt: "attestation.json não é uma declaração in-toto de uma edição: linha {line}, coluna {column}",
};
/// Slots: `{kind}`.
pub const FOREIGN: Text = Text {
    es: "attestation.json es una declaración de otro tipo: `{kind}`",
    en: "attestation.json is a statement of another kind: `{kind}`",
    pt: "attestation.json é uma declaração de outro tipo: `{kind}`",
};
/// Slots: `{name}`.
pub const BAD_NAME: Text = Text {
    es: "attestation.json nombra `{name}`, que no puede ser un archivo de una edición",
    en: "attestation.json names `{name}`, which cannot be a file of an edition",
    pt: "attestation.json nomeia `{name}`, que não pode ser um arquivo de uma edição",
};
/// Slots: `{name}`.
pub const TWICE: Text = Text {
    es: "attestation.json nombra dos veces `{name}`",
    en: "attestation.json names `{name}` twice",
    pt: "attestation.json nomeia `{name}` duas vezes",
};
/// Slots: `{name}`.
pub const BAD_DIGEST: Text = Text {
    es: "attestation.json no da un SHA-256 de 64 dígitos hexadecimales para `{name}`",
    en: "attestation.json gives no SHA-256 of 64 hexadecimal digits for `{name}`",
    pt: "attestation.json não dá um SHA-256 de 64 dígitos hexadecimais para `{name}`",
};
pub const EMPTY: Text = Text {
    es: "attestation.json no nombra ningún archivo",
    en: "attestation.json names no file",
    pt: "attestation.json não nomeia nenhum arquivo",
};

/// Slots: `{digest}`.
pub const WRITTEN: Text = Text {
    es: "Prueba de la edición: attestation.json, SHA-256 {digest}.",
    en: "Proof of the edition: attestation.json, SHA-256 {digest}.",
    pt: "Prova da edição: attestation.json, SHA-256 {digest}.",
};
/// Slots: `{reason}`.
pub const NO_COMMIT: Text = Text {
    es: "La prueba no nombra ninguna revisión, porque el repositorio de git no se pudo leer: {reason}.",
    en: "The proof names no commit, because the git repository could not be read: {reason}.",
    pt: "A prova não nomeia nenhuma revisão, porque o repositório git não pôde ser lido: {reason}.",
};
/// Slots: `{path}`.
pub const OWNER: Text = Text {
    es: "pertenece a otro usuario; permítalo con `git config --global --add safe.directory {path}`",
    en: "it belongs to another user; allow it with `git config --global --add safe.directory {path}`",
    pt: "pertence a outro usuário; permita-o com `git config --global --add safe.directory {path}`",
};
pub const SHALLOW: Text = Text {
    es: "la copia no trae toda la historia (`git fetch --unshallow` la completa)",
    en: "the clone lacks part of the history (`git fetch --unshallow` completes it)",
    pt: "o clone não traz todo o histórico (`git fetch --unshallow` o completa)",
};
pub const PARTIAL: Text = Text {
    es: "la copia es parcial y no trae todos los archivos (`git fetch --refetch --no-filter --tags` la completa)",
    en: "the clone is partial and lacks files (`git fetch --refetch --no-filter --tags` completes it)",
    pt: "o clone é parcial e não traz todos os arquivos (`git fetch --refetch --no-filter --tags` o completa)",
};
/// Slots: `{detail}`.
pub const CORRUPT: Text = Text {
    es: "un objeto está dañado o falta: {detail}",
    en: "an object is damaged or missing: {detail}",
    pt: "um objeto está danificado ou falta: {detail}",
};

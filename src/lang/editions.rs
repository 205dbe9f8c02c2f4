//! Words of the editions of a manual: in the pages, and of `build --editions`.

use super::Text;

// In the pages.

pub const TITLE: Text = Text { es: "Ediciones", en: "Editions", pt: "Edições" };
pub const LEAD: Text = Text {
    es: "Todas las ediciones de este manual, de la más nueva a la primera. Rige una sola; las demás se conservan como se publicaron.",
    en: "Every edition of this manual, from the newest to the first. Only one is in force; the others are kept as they were published.",
    pt: "Todas as edições deste manual, da mais nova à primeira. Vigora uma só; as demais se conservam como foram publicadas.",
};
/// Said where no edition is in force yet.
pub const LEAD_NONE: Text = Text {
    es: "Ninguna edición de este manual rige todavía.",
    en: "No edition of this manual is in force yet.",
    pt: "Nenhuma edição deste manual vigora ainda.",
};
pub const ALL: Text = Text { es: "Todas las ediciones", en: "All editions", pt: "Todas as edições" };
pub const DRAFT: Text = Text { es: "Borrador", en: "Draft", pt: "Rascunho" };

/// How an edition stands. Slots: `{date}`.
pub const IN_FORCE: Text =
    Text { es: "vigente desde el {date}", en: "in force since {date}", pt: "vigente desde {date}" };
pub const APPROVED: Text =
    Text { es: "rige desde el {date}", en: "in force from {date}", pt: "vigora a partir de {date}" };
pub const SUPERSEDED: Text =
    Text { es: "sustituida el {date}", en: "superseded on {date}", pt: "substituída em {date}" };
/// Where the day is not known. Slots: `{number}`.
pub const SUPERSEDED_BY: Text =
    Text { es: "sustituida por la {number}", en: "superseded by {number}", pt: "substituída pela {number}" };
/// The same in a table that has the days.
pub const IN_FORCE_NOW: Text = Text { es: "vigente", en: "in force", pt: "vigente" };
pub const NOT_YET: Text = Text { es: "aún no rige", en: "not yet in force", pt: "ainda não vigora" };
pub const NO_LONGER: Text = Text { es: "sustituida", en: "superseded", pt: "substituída" };
pub const UNAPPROVED: Text = Text {
    es: "copia de trabajo sin aprobar",
    en: "working copy, not approved",
    pt: "cópia de trabalho sem aprovação",
};
pub const UNREADABLE: Text =
    Text { es: "no se puede publicar", en: "cannot be published", pt: "não pode ser publicada" };
/// Follows how an edition stands that has no pages on this site.
pub const NOT_HERE: Text =
    Text { es: "sin publicar en este sitio", en: "not published on this site", pt: "não publicada neste site" };

/// Slots: `{date}`, `{number}`.
pub const NOTICE_SUPERSEDED: Text = Text {
    es: "Esta edición fue sustituida el {date} por la {number}.",
    en: "This edition was superseded on {date} by {number}.",
    pt: "Esta edição foi substituída em {date} pela {number}.",
};
/// Slots: `{number}`.
pub const NOTICE_SUPERSEDED_BY: Text = Text {
    es: "Esta edición fue sustituida por la {number}.",
    en: "This edition was superseded by {number}.",
    pt: "Esta edição foi substituída pela {number}.",
};
/// Slots: `{date}`, `{number}`.
pub const NOTICE_APPROVED: Text = Text {
    es: "Esta edición rige desde el {date}. Hasta entonces rige la {number}.",
    en: "This edition is in force from {date}. Until then {number} is in force.",
    pt: "Esta edição vigora a partir de {date}. Até lá vigora a {number}.",
};
/// Slots: `{date}`.
pub const NOTICE_APPROVED_FIRST: Text = Text {
    es: "Esta edición rige desde el {date}.",
    en: "This edition is in force from {date}.",
    pt: "Esta edição vigora a partir de {date}.",
};
/// Slots: `{number}`.
pub const NOTICE_DRAFT: Text = Text {
    es: "Borrador: copia de trabajo sin aprobar, no válida para el trabajo ni para la firma. Rige la edición {number}.",
    en: "Draft: a working copy that nobody has approved, not valid for work or signature. Edition {number} is in force.",
    pt: "Rascunho: cópia de trabalho sem aprovação, não válida para o trabalho nem para a assinatura. Vigora a edição {number}.",
};
pub const NOTICE_DRAFT_FIRST: Text = Text {
    es: "Borrador: copia de trabajo sin aprobar, no válida para el trabajo ni para la firma.",
    en: "Draft: a working copy that nobody has approved, not valid for work or signature.",
    pt: "Rascunho: cópia de trabalho sem aprovação, não válida para o trabalho nem para a assinatura.",
};
/// The link of a notice.
pub const SAME_PAGE: Text = Text {
    es: "Ver esta página en la edición vigente",
    en: "See this page in the edition in force",
    pt: "Ver esta página na edição vigente",
};

/// Columns of the page of editions.
pub const EDITION: Text = Text { es: "Edición", en: "Edition", pt: "Edição" };
pub const STANDING: Text = Text { es: "Estado", en: "Status", pt: "Situação" };
pub const APPROVED_ON: Text = Text { es: "Aprobada", en: "Approved", pt: "Aprovada" };
pub const EFFECTIVE: Text = Text { es: "Rige desde", en: "In force from", pt: "Vigora desde" };
pub const SUPERSEDED_ON: Text = Text { es: "Sustituida", en: "Superseded", pt: "Substituída" };
pub const SIGNATURE: Text = Text { es: "Firma", en: "Signature", pt: "Assinatura" };
pub const PROOF: Text = Text { es: "Prueba", en: "Proof", pt: "Prova" };
/// What leads to the digests of an edition's files.
pub const DIGESTS: Text =
    Text { es: "huellas de los archivos", en: "digests of the files", pt: "resumos digitais dos arquivos" };
/// Nothing is verified: whose it is, only git can tell with the keys of the reader.
pub const SIGNED: Text = Text {
    es: "la etiqueta lleva una firma, sin comprobar",
    en: "the tag carries a signature, not verified",
    pt: "a tag leva uma assinatura, não verificada",
};
pub const UNSIGNED: Text = Text { es: "etiqueta sin firma", en: "tag not signed", pt: "tag sem assinatura" };
/// Slots: `{commit}`.
pub const COMMIT: Text = Text { es: "revisión {commit}", en: "commit {commit}", pt: "revisão {commit}" };

// What `build --editions` says.

/// Slots: `{path}`.
pub const NO_REPOSITORY: Text = Text {
    es: "`{path}` no está en un repositorio de git, y las ediciones son sus etiquetas",
    en: "`{path}` is not in a git repository, whose tags are the editions",
    pt: "`{path}` não está em um repositório git, e as edições são suas tags",
};
pub const NO_REPOSITORY_HELP: Text = Text {
    es: "publique la copia de trabajo sin --editions, o guarde el manual en un repositorio y etiquete cada edición: git tag -a edition/2026.1",
    en: "publish the working copy without --editions, or keep the manual in a repository and tag each edition: git tag -a edition/2026.1",
    pt: "publique a cópia de trabalho sem --editions, ou guarde o manual em um repositório e crie uma tag por edição: git tag -a edition/2026.1",
};
/// Slots: `{pattern}`.
pub const NO_TAGS: Text = Text {
    es: "el repositorio no tiene etiquetas que se llamen `{pattern}`, así que no hay ninguna edición",
    en: "the repository has no tags named `{pattern}`, so there is no edition",
    pt: "o repositório não tem tags chamadas `{pattern}`, portanto não há nenhuma edição",
};
pub const NO_TAGS_HELP: Text = Text {
    es: "etiquete la edición (git tag -a edition/2026.1) o traiga las etiquetas que faltan (git fetch --tags)",
    en: "tag the edition (git tag -a edition/2026.1) or fetch the tags that are missing (git fetch --tags)",
    pt: "crie a tag da edição (git tag -a edition/2026.1) ou traga as tags que faltam (git fetch --tags)",
};
pub const NONE_IN_FORCE: Text =
    Text {
        es: "ninguna edición rige todavía", en: "no edition is in force yet", pt: "nenhuma edição vigora ainda"
    };
/// Slots: `{today}`, `{tag}`, `{date}`.
pub const NONE_IN_FORCE_HELP: Text = Text {
    es: "publique todas con --editions all: la portada será entonces su lista",
    en: "publish all with --editions all: the front page is then their list",
    pt: "publique todas com --editions all: a capa será então a lista delas",
};
pub const SHALLOW: Text = Text {
    es: "la copia del repositorio no trae toda la historia: pueden faltar ediciones (`git fetch --unshallow --tags` las completa)",
    en: "the clone of the repository lacks part of the history: editions may be missing (`git fetch --unshallow --tags` completes it)",
    pt: "o clone do repositório não traz todo o histórico: podem faltar edições (`git fetch --unshallow --tags` as completa)",
};
/// Slots: `{tag}`.
pub const NO_MANIFEST: Text = Text {
    es: "etiqueta `{tag}`: su manual.yaml no se puede leer",
    en: "tag `{tag}`: its manual.yaml cannot be read",
    pt: "tag `{tag}`: seu manual.yaml não pode ser lido",
};
/// Slots: `{tag}`.
pub const UNDATED: Text = Text {
    es: "etiqueta `{tag}`: su manual no dice desde cuándo rige, así que no es una edición",
    en: "tag `{tag}`: its manual does not say from when it is in force, so it is not an edition",
    pt: "tag `{tag}`: seu manual não diz desde quando vigora, portanto não é uma edição",
};
pub const UNDATED_HELP: Text = Text {
    es: "escriba document.effective en manual.yaml y etiquete esa revisión",
    en: "write document.effective in manual.yaml and tag that commit",
    pt: "escreva document.effective em manual.yaml e crie a tag nessa revisão",
};
/// Slots: `{tag}`.
pub const STILL_DRAFT: Text = Text {
    es: "etiqueta `{tag}`: su manual dice que es un borrador, así que no es una edición",
    en: "tag `{tag}`: its manual says that it is a draft, so it is not an edition",
    pt: "tag `{tag}`: seu manual diz que é um rascunho, portanto não é uma edição",
};
pub const STILL_DRAFT_HELP: Text = Text {
    es: "escriba document.status: approved en manual.yaml y etiquete esa revisión",
    en: "write document.status: approved in manual.yaml and tag that commit",
    pt: "escreva document.status: approved em manual.yaml e crie a tag nessa revisão",
};
/// Slots: `{tag}`, `{number}`, `{other}`.
pub const TWICE: Text = Text {
    es: "etiqueta `{tag}`: es la edición {number}, como la etiqueta `{other}`; no se publica ninguna de las dos",
    en: "tag `{tag}`: it is edition {number}, like the tag `{other}`; neither is published",
    pt: "tag `{tag}`: é a edição {number}, como a tag `{other}`; nenhuma das duas é publicada",
};
/// Slots: `{tag}`, `{number}`, `{other}`: several.
pub const TWICE_MORE: Text = Text {
    es: "etiqueta `{tag}`: es la edición {number}, como las etiquetas `{other}`; no se publica ninguna de ellas",
    en: "tag `{tag}`: it is edition {number}, like the tags `{other}`; none of them is published",
    pt: "tag `{tag}`: é a edição {number}, como as tags `{other}`; nenhuma delas é publicada",
};
/// Slots: `{tag}`, `{number}`, `{other}`.
pub const TWICE_SAME: Text = Text {
    es: "etiqueta `{tag}`: es la edición {number}, como la etiqueta `{other}`, que es la que se publica",
    en: "tag `{tag}`: it is edition {number}, like the tag `{other}`, which is the one that is published",
    pt: "tag `{tag}`: é a edição {number}, como a tag `{other}`, que é a que se publica",
};
pub const TWICE_HELP: Text = Text {
    es: "dé a cada edición su número en document.edition, y borre lo que sobre: git tag -d ETIQUETA",
    en: "give each edition its number in document.edition, and delete what is too many: git tag -d TAG",
    pt: "dê a cada edição seu número em document.edition, e apague o que sobrar: git tag -d TAG",
};
/// Slots: `{tag}`, `{number}`, `{date}`, `{other}`, `{then}`.
pub const BACKWARDS: Text = Text {
    es: "etiqueta `{tag}`: la edición {number} rige desde el {date}, antes que la {other}, que rige desde el {then}",
    en: "tag `{tag}`: edition {number} is in force from {date}, before {other}, which is in force from {then}",
    pt: "tag `{tag}`: a edição {number} vigora desde {date}, antes da {other}, que vigora desde {then}",
};
/// The same slots; it says itself that it replaces the other.
pub const BEFORE_REPLACED: Text = Text {
    es: "etiqueta `{tag}`: la edición {number} dice que sustituye a la {other}, que rige desde el {then}, pero rige antes, desde el {date}",
    en: "tag `{tag}`: edition {number} says that it replaces {other}, which is in force from {then}, but is in force before it, from {date}",
    pt: "tag `{tag}`: a edição {number} diz que substitui a {other}, que vigora desde {then}, mas vigora antes, desde {date}",
};
pub const BACKWARDS_HELP: Text = Text {
    es: "corrija document.effective o document.edition en una edición nueva; entre tanto cuenta el día desde el que rigen",
    en: "correct document.effective or document.edition in a new edition; until then the day from which they are in force counts",
    pt: "corrija document.effective ou document.edition em uma nova edição; até lá conta o dia desde o qual vigoram",
};
/// Slots: `{tag}`, `{number}`, `{missing}`, `{before}`.
pub const GAP: Text = Text {
    es: "etiqueta `{tag}`: la edición {number} sustituye a la {missing}, que no está entre las etiquetas; no se sabe hasta cuándo rigió la {before}, y lo que cambió desde ella se atribuye a la {number}",
    en: "tag `{tag}`: edition {number} replaces {missing}, which is not among the tags; until when {before} was in force is not known, and what changed since then is told of {number}",
    pt: "tag `{tag}`: a edição {number} substitui a {missing}, que não está entre as tags; não se sabe até quando vigorou a {before}, e o que mudou desde ela é atribuído à {number}",
};
pub const GAP_HELP: Text = Text {
    es: "traiga todas las etiquetas con git fetch --tags (o git fetch --unshallow), o devuelva la que falta a su revisión",
    en: "bring all tags with git fetch --tags (or git fetch --unshallow), or put the missing one back on its commit",
    pt: "traga todas as tags com git fetch --tags (ou git fetch --unshallow), ou devolva a que falta à sua revisão",
};
/// Slots: `{tag}`, `{number}`, `{published}`, `{now}`.
pub const MOVED: Text = Text {
    es: "etiqueta `{tag}`: lleva a la revisión {now}, pero la edición {number} se publicó de la {published}; se conserva lo publicado",
    en: "tag `{tag}`: it leads to commit {now}, but edition {number} was published from {published}; what is published is kept",
    pt: "tag `{tag}`: leva à revisão {now}, mas a edição {number} foi publicada da {published}; conserva-se o que foi publicado",
};
pub const MOVED_HELP: Text = Text {
    es: "devuelva la etiqueta a su revisión, o publique el texto nuevo como otra edición; --force pone el nuevo en el lugar del publicado",
    en: "put the tag back to its commit, or publish the new text as another edition; --force puts the new one in the place of what is published",
    pt: "devolva a tag à sua revisão, ou publique o texto novo como outra edição; --force põe o novo no lugar do publicado",
};
/// Slots: `{number}`, `{tag}`.
pub const LOST: Text = Text {
    es: "la edición {number} está publicada, pero su etiqueta `{tag}` ya no existe; se conserva lo publicado",
    en: "edition {number} is published, but its tag `{tag}` is gone; what is published is kept",
    pt: "a edição {number} está publicada, mas sua tag `{tag}` não existe mais; conserva-se o que foi publicado",
};
pub const LOST_HELP: Text = Text {
    es: "traiga las etiquetas que faltan: git fetch --tags",
    en: "fetch the tags that are missing: git fetch --tags",
    pt: "traga as tags que faltam: git fetch --tags",
};
/// Slots: `{folder}`.
pub const REMADE: Text = Text {
    es: "`{folder}` no era lo que dice su attestation.json: se publica de nuevo desde su etiqueta",
    en: "`{folder}` was not what its attestation.json says: it is published anew from its tag",
    pt: "`{folder}` não era o que diz seu attestation.json: publica-se de novo a partir da sua tag",
};
/// Slots: `{folder}`.
pub const BEYOND_REPAIR: Text = Text {
    es: "`{folder}` no es lo que dice su attestation.json, y sin su etiqueta no se puede publicar de nuevo",
    en: "`{folder}` is not what its attestation.json says, and without its tag it cannot be published anew",
    pt: "`{folder}` não é o que diz seu attestation.json, e sem sua tag não pode ser publicada de novo",
};
pub const BEYOND_REPAIR_HELP: Text = Text {
    es: "traiga la etiqueta (git fetch --tags) o repóngala de una copia; con --force esa dirección desaparece",
    en: "fetch the tag (git fetch --tags) or restore it from a copy; with --force that address disappears",
    pt: "traga a tag (git fetch --tags) ou restaure-a de uma cópia; com --force esse endereço desaparece",
};
/// Slots: `{tag}`, `{place}`, `{code}`, `{message}`.
pub const FINDING: Text = Text {
    es: "etiqueta `{tag}`: {place}: {message} [{code}]",
    en: "tag `{tag}`: {place}: {message} [{code}]",
    pt: "tag `{tag}`: {place}: {message} [{code}]",
};
/// Slots: `{n}`, `{tag}`.
pub const FINDINGS_MORE: Text =
    Text { es: "etiqueta `{tag}`: y {n} más", en: "tag `{tag}`: and {n} more", pt: "tag `{tag}`: e mais {n}" };
/// Slots: `{tag}`, `{number}`.
pub const NOT_RENDERED: Text = Text {
    es: "etiqueta `{tag}`: la edición {number} no se publica, porque sus archivos no se pueden leer con este programa",
    en: "tag `{tag}`: edition {number} is not published, because its files cannot be read by this program",
    pt: "tag `{tag}`: a edição {number} não é publicada, porque seus arquivos não podem ser lidos por este programa",
};
/// Slots: `{number}`.
pub const BLOCKED: Text = Text {
    es: "rige la edición {number}, que no se puede publicar; poner otra en su lugar engañaría a quien la lee",
    en: "edition {number} is in force and cannot be published; putting another in its place would mislead who reads it",
    pt: "vigora a edição {number}, que não pode ser publicada; pôr outra em seu lugar enganaria quem a lê",
};
/// Slots: `{number}`.
pub const ROOT_KEPT: Text = Text {
    es: "la edición vigente, {number}, se conserva en la portada como se publicó",
    en: "the edition in force, {number}, stays on the front page as it was published",
    pt: "a edição vigente, {number}, conserva-se na capa como foi publicada",
};
pub const DRAFT_ABSENT: Text = Text {
    es: "el borrador tiene errores y no se publica",
    en: "the draft has errors and is not published",
    pt: "o rascunho tem erros e não é publicado",
};
/// Slots: `{published}`, `{kept}`.
pub const COUNTED: Text = Text {
    es: "Ediciones: hechas ahora {made}, conservadas como estaban {kept}.",
    en: "Editions: made now {made}, kept as they were {kept}.",
    pt: "Edições: feitas agora {made}, conservadas como estavam {kept}.",
};
/// Slots: `{n}`.
pub const OLD_FINDINGS: Text = Text {
    es: "Hallazgos de ediciones ya aprobadas, que no impiden publicarlas: {n}.",
    en: "Findings in editions already approved, which do not keep them from being published: {n}.",
    pt: "Constatações em edições já aprovadas, que não impedem publicá-las: {n}.",
};
/// Slots: `{folder}`.
pub const LACKING: Text = Text {
    es: "`{folder}` no tiene el formato o el idioma que ahora se pide: se publica de nuevo desde su etiqueta",
    en: "`{folder}` lacks the format or the language that is asked for now: it is published anew from its tag",
    pt: "`{folder}` não tem o formato ou o idioma que agora se pede: publica-se de novo a partir da sua tag",
};
/// Slots: `{n}`.
pub const MORE: Text = Text { es: "… y {n} más", en: "… and {n} more", pt: "… e mais {n}" };
/// Slots: `{tag}`.
pub const UNKNOWN: Text = Text {
    es: "etiqueta `{tag}`: no se puede leer desde cuándo rige, y puede ser la edición vigente; poner otra en su lugar engañaría a quien la lee",
    en: "tag `{tag}`: from when it is in force cannot be read, and it may be the edition in force; putting another in its place would mislead who reads it",
    pt: "tag `{tag}`: não se pode ler desde quando vigora, e pode ser a edição vigente; pôr outra em seu lugar enganaria quem a lê",
};
pub const UNKNOWN_HELP: Text = Text {
    es: "tráigala de nuevo: git fetch --tags --force; si la etiqueta sobra, bórrela",
    en: "fetch it again: git fetch --tags --force; if the tag is not wanted, delete it",
    pt: "traga-a de novo: git fetch --tags --force; se a tag sobra, apague-a",
};
/// Slots: `{number}`.
pub const BEYOND: Text = Text {
    es: "la copia del repositorio no trae toda la historia y el manual nombra la edición {number}, que no está entre sus etiquetas y puede ser la vigente; poner otra en su lugar engañaría a quien la lee",
    en: "the clone of the repository lacks part of the history, and the manual names edition {number}, which is not among its tags and may be the one in force; putting another in its place would mislead who reads it",
    pt: "o clone do repositório não traz todo o histórico e o manual cita a edição {number}, que não está entre suas tags e pode ser a vigente; pôr outra em seu lugar enganaria quem a lê",
};
pub const BEYOND_HELP: Text = Text {
    es: "complete la copia con git fetch --unshallow --tags, o clone el repositorio entero (fetch-depth: 0)",
    en: "complete the clone with git fetch --unshallow --tags, or clone the whole repository (fetch-depth: 0)",
    pt: "complete o clone com git fetch --unshallow --tags, ou clone o repositório inteiro (fetch-depth: 0)",
};
/// Slots: `{path}`.
pub const SITE_OF_EDITIONS: Text = Text {
    es: "`{path}` tiene las ediciones publicadas de este manual; la copia de trabajo sola quitaría de allí la vigente",
    en: "`{path}` holds the published editions of this manual; the working copy alone would take away the one in force",
    pt: "`{path}` tem as edições publicadas deste manual; a cópia de trabalho sozinha tiraria dali a vigente",
};
pub const SITE_OF_EDITIONS_HELP: Text = Text {
    es: "publique las ediciones con el borrador a su lado: --editions all; o componga la copia de trabajo en otra carpeta: --out borrador",
    en: "publish the editions with the draft beside them: --editions all; or build the working copy in another folder: --out draft",
    pt: "publique as edições com o rascunho ao lado: --editions all; ou componha a cópia de trabalho em outra pasta: --out rascunho",
};
/// Slots: `{path}`, `{other}`, `{code}`.
pub const ANOTHER_MANUAL: Text = Text {
    es: "`{path}` tiene las ediciones de otro manual, {other}; este es {code}",
    en: "`{path}` holds the editions of another manual, {other}; this one is {code}",
    pt: "`{path}` tem as edições de outro manual, {other}; este é {code}",
};
pub const ANOTHER_MANUAL_HELP: Text = Text {
    es: "elija otra carpeta con --out; --editions all --force pone este manual en el lugar del otro",
    en: "choose another folder with --out; --editions all --force puts this manual in the place of the other",
    pt: "escolha outra pasta com --out; --editions all --force põe este manual no lugar do outro",
};
/// Slots: `{pattern}`.
pub const NO_EDITIONS: Text = Text {
    es: "ninguna de las etiquetas `{pattern}` es una edición que se pueda leer",
    en: "none of the tags `{pattern}` is an edition that can be read",
    pt: "nenhuma das tags `{pattern}` é uma edição que se possa ler",
};
pub const NO_EDITIONS_HELP: Text = Text {
    es: "corrija lo que se dice de cada etiqueta, o traiga de nuevo las que estén dañadas: git fetch --tags --force",
    en: "correct what is said of each tag, or fetch again those that are damaged: git fetch --tags --force",
    pt: "corrija o que se diz de cada tag, ou traga de novo as que estejam danificadas: git fetch --tags --force",
};
pub const DRAFT_HELP: Text = Text {
    es: "el borrador no tiene etiqueta: se publica junto a todas las ediciones con --editions all",
    en: "the draft has no tag: it is published beside all the editions with --editions all",
    pt: "o rascunho não tem tag: é publicado ao lado de todas as edições com --editions all",
};

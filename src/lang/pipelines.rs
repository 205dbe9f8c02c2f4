//! Words of the pipelines that `cartilla ci` writes, and of what it says about them.

use super::Text;

/// The words of the files, by the names of their slots. They stand in YAML without quotes: no colon, no `#`.
pub const ALL: [(&str, Text); 30] = [
    ("head", HEAD),
    ("program", PROGRAM),
    ("pages_github", PAGES_GITHUB),
    ("pages_gitlab", PAGES_GITLAB),
    ("pages_forgejo", PAGES_FORGEJO),
    ("name", NAME),
    ("name_due", NAME_DUE),
    ("weekly", WEEKLY),
    ("daily", DAILY),
    ("which", WHICH),
    ("history", HISTORY),
    ("reports", REPORTS),
    ("due", DUE),
    ("artifact", ARTIFACT),
    ("job_manual", Text { es: "Revisar y componer", en: "Check and build", pt: "Verificar e compor" }),
    ("job_publish", Text { es: "Publicar", en: "Publish", pt: "Publicar" }),
    ("job_due", Text { es: "Vencimientos próximos", en: "Due soon", pt: "Vencimentos próximos" }),
    ("step_node", Text { es: "Preparar Node", en: "Prepare Node", pt: "Preparar o Node" }),
    ("step_program", Text { es: "Preparar Cartilla", en: "Prepare Cartilla", pt: "Preparar o Cartilla" }),
    ("step_check", Text { es: "Revisar el manual", en: "Check the manual", pt: "Verificar o manual" }),
    ("step_preview", Text { es: "Componer la vista previa", en: "Build the preview", pt: "Compor a prévia" }),
    (
        "step_changes",
        Text {
            es: "Decir qué cambia para los lectores",
            en: "Tell what changes for readers",
            pt: "Dizer o que muda para os leitores",
        },
    ),
    ("step_keep", Text { es: "Guardar la vista previa", en: "Keep the preview", pt: "Guardar a prévia" }),
    ("kept", KEPT),
    ("kept_cache", KEPT_CACHE),
    ("step_kept", Text { es: "Traer lo publicado", en: "Fetch what is published", pt: "Trazer o que está publicado" }),
    ("step_build", Text { es: "Componer la edición", en: "Build the edition", pt: "Compor a edição" }),
    ("step_hand_over", Text { es: "Entregar la edición", en: "Hand over the edition", pt: "Entregar a edição" }),
    (
        "step_branch",
        Text { es: "Publicar en la rama pages", en: "Publish to the branch pages", pt: "Publicar no branch pages" },
    ),
    ("step_due", Text { es: "Buscar vencimientos", en: "Look for what falls due", pt: "Buscar vencimentos" }),
];

const HEAD: Text = Text {
    es: "Escrito por `cartilla ci`. Es suyo, cámbielo como necesite; Cartilla no vuelve a escribirlo.",
    en: "Written by `cartilla ci`. It is yours, change it as you need; Cartilla does not write it again.",
    pt: "Escrito por `cartilla ci`. É seu, altere-o como precisar; o Cartilla não volta a escrevê-lo.",
};
const PROGRAM: Text = Text {
    es: "CARTILLA_SOURCE es la dirección git del código de Cartilla; guárdela como variable del proyecto. No es secreta.",
    en: "CARTILLA_SOURCE is the git address of the source of Cartilla; keep it as a variable of the project. It is not a secret.",
    pt: "CARTILLA_SOURCE é o endereço git do código do Cartilla; guarde-o como variável do projeto. Não é secreto.",
};
const PAGES_GITHUB: Text = Text {
    es: "Antes de la primera publicación, elija GitHub Actions en Settings > Pages y permita las etiquetas {tags}* en el entorno github-pages.",
    en: "Before the first publication, choose GitHub Actions in Settings > Pages and allow the tags {tags}* in the environment github-pages.",
    pt: "Antes da primeira publicação, escolha GitHub Actions em Settings > Pages e permita as tags {tags}* no ambiente github-pages.",
};
const PAGES_GITLAB: Text = Text {
    es: "La revisión semanal se programa una vez en Build > Pipeline schedules, por ejemplo con 23 6 * * 1; también publica la edición que ya rija.",
    en: "The weekly check is scheduled once in Build > Pipeline schedules, for instance with 23 6 * * 1; it also publishes the edition that is in force by then.",
    pt: "A verificação semanal é programada uma vez em Build > Pipeline schedules, por exemplo com 23 6 * * 1; também publica a edição que já vigore.",
};
const PAGES_FORGEJO: Text = Text {
    es: "La edición se publica en la rama pages, que el servidor de páginas de Forgejo muestra.",
    en: "The edition is published to the branch pages, which the pages server of Forgejo shows.",
    pt: "A edição é publicada no branch pages, que o servidor de páginas do Forgejo mostra.",
};
const NAME: Text = Text { es: "Manual", en: "Manual", pt: "Manual" };
const NAME_DUE: Text =
    Text { es: "Vencimientos del manual", en: "What falls due in the manual", pt: "Vencimentos do manual" };
const WEEKLY: Text = Text { es: "Cada lunes, en UTC", en: "Every Monday, in UTC", pt: "Toda segunda-feira, em UTC" };
const DAILY: Text = Text {
    es: "Cada día, para que una edición aprobada rija desde su fecha",
    en: "Every day, so that an approved edition is in force from its date",
    pt: "Todo dia, para que uma edição aprovada vigore desde a sua data",
};
const WHICH: Text = Text {
    es: "Cada cambio propuesto se revisa y se muestra; la rama principal y las etiquetas {tags}* se publican.",
    en: "Each proposed change is checked and shown; the default branch and the tags {tags}* are published.",
    pt: "Cada mudança proposta é verificada e mostrada; o branch principal e as tags {tags}* são publicados.",
};
const HISTORY: Text = Text {
    es: "Con la historia y las etiquetas, que son las ediciones",
    en: "With the history and the tags, which are the editions",
    pt: "Com o histórico e as tags, que são as edições",
};
const REPORTS: Text = Text {
    es: "Los informes se escriben aunque haya errores (estado 1); la última línea decide.",
    en: "The reports are written even if there are errors (status 1); the last line decides.",
    pt: "Os relatórios são escritos mesmo que haja erros (estado 1); a última linha decide.",
};
const DUE: Text = Text {
    es: "Falla solo por lo que estará vencido dentro de 45 días; los demás avisos son asunto de cada cambio.",
    en: "Fails only because of what will have run out in 45 days; other warnings are a matter of each change.",
    pt: "Falha só pelo que estará vencido daqui a 45 dias; os demais avisos são assunto de cada mudança.",
};
const KEPT: Text = Text {
    es: "Una edición publicada se conserva como está, así que se parte de lo que ya está publicado; una etiqueta movida se detecta.",
    en: "A published edition is kept as it is, so the start is what is published already; a tag that moved is detected.",
    pt: "Uma edição publicada se conserva como está, portanto parte-se do que já está publicado; uma tag movida é detectada.",
};
const KEPT_CACHE: Text = Text {
    es: "El sistema puede vaciar esta caché; entonces cada edición se compone de nuevo desde su etiqueta. Proteja las etiquetas {tags}* en el repositorio.",
    en: "The system may empty this cache; then each edition is made anew from its tag. Protect the tags {tags}* in the repository.",
    pt: "O sistema pode esvaziar este cache; então cada edição é composta de novo a partir da sua tag. Proteja as tags {tags}* no repositório.",
};
const ARTIFACT: Text = Text { es: "Vista previa", en: "Preview", pt: "Previa" };

/// What the program's step says when it does not know where to get the program.
pub const NO_SOURCE: Text = Text {
    es: "Falta la variable CARTILLA_SOURCE con la dirección git del código de Cartilla.",
    en: "The variable CARTILLA_SOURCE with the git address of the source of Cartilla is missing.",
    pt: "Falta a variável CARTILLA_SOURCE com o endereço git do código do Cartilla.",
};
/// What stands for the changes of a manual that was not there before.
pub const FIRST_MANUAL: Text = Text {
    es: "El manual es nuevo; no hay con qué compararlo.",
    en: "The manual is new; there is nothing to compare it with.",
    pt: "O manual é novo; não há com que compará-lo.",
};
/// What stands for the changes where one of the two manuals cannot be read.
pub const NO_COMPARISON: Text = Text {
    es: "No se puede decir qué cambia, porque uno de los dos manuales no se lee entero.",
    en: "What changes cannot be told, because one of the two manuals cannot be read in full.",
    pt: "Não se pode dizer o que muda, porque um dos dois manuais não se lê por inteiro.",
};
/// Slots: `{folders}`.
pub const SEVERAL: Text = Text {
    es: "el repositorio tiene varios manuales: {folders}",
    en: "the repository has several manuals: {folders}",
    pt: "o repositório tem vários manuais: {folders}",
};
pub const SEVERAL_HELP: Text = Text {
    es: "ejecute la orden dentro de la carpeta del manual que quiere publicar",
    en: "run the command inside the folder of the manual that you want to publish",
    pt: "execute o comando dentro da pasta do manual que quer publicar",
};
/// Slots: `{path}`.
pub const WRITTEN: Text = Text { es: "Escrito en {path}.", en: "Written to {path}.", pt: "Escrito em {path}." };
pub const NEXT: Text = Text {
    es: "Sus primeras líneas dicen qué se configura una sola vez. Confírmelo en git para que empiece a funcionar.",
    en: "Its first lines say what is to be set up once. Commit it to git, and it begins to work.",
    pt: "As primeiras linhas dizem o que se configura uma única vez. Faça o commit no git para que comece a funcionar.",
};
/// Slots: `{path}`.
pub const EXISTS: Text = Text { es: "`{path}` ya existe", en: "`{path}` already exists", pt: "`{path}` já existe" };
pub const EXISTS_HELP: Text = Text {
    es: "escríbalo en otra carpeta con --out y lleve a mano lo que le sirva",
    en: "write it to another folder with --out and copy over by hand what you need",
    pt: "escreva-o em outra pasta com --out e leve à mão o que lhe servir",
};

//! The words of a manual's history inside the manual: what an edition changes, for whom, and since when an entry holds.

use super::{Lang, Text, fill};

const fn t(es: &'static str, en: &'static str, pt: &'static str) -> Text {
    Text { es, en, pt }
}

pub const CHAPTER: Text = t("Qué cambia en esta edición", "What changes in this edition", "O que muda nesta edição");
pub const CHAPTER_SHORT: Text = t("Qué cambia", "What changes", "O que muda");
pub const COMPARED: Text = t(
    "Edición {new}, comparada con la edición {old}.",
    "Edition {new}, compared with edition {old}.",
    "Edição {new}, comparada com a edição {old}.",
);
pub const COMPARED_DRAFT: Text = t(
    "Este borrador, comparado con la edición {old}.",
    "This draft, compared with edition {old}.",
    "Este rascunho, comparado com a edição {old}.",
);
pub const UNNUMBERED: Text = t("sin número", "without a number", "sem número");
pub const DRAFT_NAME: Text = t("borrador", "draft", "rascunho");
pub const NOBODY_SIGNS: Text = t(
    "Solo cambia la redacción: las obligaciones de todos los puestos son las mismas y nadie firma de nuevo.",
    "Only the wording changes: what binds each role is the same, and nobody signs again.",
    "Só muda a redação: as obrigações de todos os cargos são as mesmas e ninguém assina de novo.",
);
pub const NOBODY_BOUND: Text = t(
    "Las obligaciones de todos los puestos son las mismas: nadie firma de nuevo.",
    "What binds each role is the same: nobody signs again.",
    "As obrigações de todos os cargos são as mesmas: ninguém assina de novo.",
);
pub const FOR_ROLES: Text = t("Para cada puesto", "For each role", "Para cada cargo");
pub const ROLE: Text = t("Puesto", "Role", "Cargo");
pub const ACKNOWLEDGEMENT: Text = t("Constancia de lectura", "Acknowledgement", "Termo de leitura");
pub const SIGNS: Text = t("Firme de nuevo", "Sign again", "Assine de novo");
pub const HOLDS: Text = t("Sigue vigente", "Still holds", "Continua válido");
pub const WHAT: Text = t("Lo que cambia", "What changes", "O que muda");
pub const OTHER_ROLES: Text = t(
    "Para los demás puestos no cambia nada y su constancia sigue vigente.",
    "Nothing changes for the other roles, and their acknowledgement still holds.",
    "Para os demais cargos nada muda e o termo deles continua válido.",
);
pub const NEW: Text = t("Nuevo", "New", "Novo");
pub const STRICTER: Text = t("Más exigente", "Stricter", "Mais exigente");
pub const LOOSER: Text = t("Menos exigente", "Less strict", "Menos exigente");
pub const GONE: Text = t("Retirado", "Gone", "Removido");
pub const OTHER: Text = t("Otros cambios", "Other changes", "Outras mudanças");
pub const SUBSTANCE: Text = t("Cambios de fondo", "Changes of substance", "Mudanças de fundo");
pub const WORDING: Text = t("Cambios de redacción", "Changes of wording", "Mudanças de redação");
pub const WORDING_LEAD: Text = t(
    "No piden nada a nadie; se nombran para que se sepa dónde cambió el texto.",
    "They ask nothing of anybody; they are named so that it is known where the text changed.",
    "Não pedem nada a ninguém; são citadas para que se saiba onde o texto mudou.",
);
pub const ALSO_WORDING: Text = t("solo de redacción: {labels}", "wording only: {labels}", "só de redação: {labels}");
pub const FORMERLY: Text = t("antes, {name}", "formerly {name}", "antes, {name}");
pub const PAGE_SHORT: Text = t("Lo que cambia para usted", "What changes for you", "O que muda para você");
pub const TO_SHEET: Text = t("Ir a la constancia", "Go to the acknowledgement", "Ir para o termo");
pub const WHOLE: Text =
    t("Todos los cambios de la edición", "All changes of the edition", "Todas as mudanças da edição");

pub const UNCHANGED: Text = t("Sin cambios desde", "Unchanged since", "Sem mudanças desde");
pub const SINCE_EDITION: Text = t("edición {edition}", "edition {edition}", "edição {edition}");
pub const SINCE_DATED: Text =
    t("edición {edition} ({date})", "edition {edition} ({date})", "edição {edition} ({date})");
pub const SINCE_DRAFT: Text = t("este borrador", "this draft", "este rascunho");
/// Slots: `{edition}`, with its day in brackets perhaps.
pub const OR_EARLIER: Text = t("{edition} o antes", "{edition} or earlier", "{edition} ou antes");
/// What an edition changed, where an edition between the two may be missing. Slots: `{old}`, `{line}`.
pub const SINCE_OLDER: Text = t(
    "Respecto de la edición {old} (puede faltar alguna intermedia): {line}",
    "Compared with edition {old} (one in between may be missing): {line}",
    "Em relação à edição {old} (pode faltar alguma intermediária): {line}",
);
pub const REWORDED_IN: Text =
    t("; redacción corregida en la {edition}", "; wording corrected in {edition}", "; redação corrigida na {edition}");

pub const APPROVED: Text = t("Aprobada", "Approved", "Aprovada");
pub const EFFECTIVE: Text = t("En vigor desde", "In force from", "Em vigor desde");
pub const TAG: Text = t("Etiqueta", "Tag", "Tag");
pub const SIGNED: Text =
    t("con firma, sin comprobar", "with a signature, not verified", "com assinatura, não verificada");
pub const FIRST: Text = t("Primera edición.", "First edition.", "Primeira edição.");
pub const NO_CHANGE: Text = t("Sin cambios.", "No changes.", "Sem mudanças.");
pub const WORDING_ONLY: Text = t("Solo cambios de redacción.", "Wording only.", "Só mudanças de redação.");
pub const LANGUAGE_ADDED: Text = t(
    "Se agrega la traducción al {language}.",
    "The translation into {language} is added.",
    "Acrescenta-se a tradução para o {language}.",
);
pub const LANGUAGE_REMOVED: Text = t(
    "Se retira la traducción al {language}.",
    "The translation into {language} is removed.",
    "Retira-se a tradução para o {language}.",
);
pub const LANGUAGE_WIDENED: Text = t(
    "Se amplía la traducción al {language}.",
    "More of the manual is translated into {language}.",
    "Amplia-se a tradução para o {language}.",
);
pub const LANGUAGE_NARROWED: Text = t(
    "Se reduce la traducción al {language}.",
    "Less of the manual is translated into {language}.",
    "Reduz-se a tradução para o {language}.",
);
pub const MORE: Text = t("y otros cambios", "and other changes", "e outras mudanças");

pub const NO_HISTORY: Text = t(
    "El manual se hace sin el historial de sus ediciones: {reason}",
    "The manual is made without the history of its editions: {reason}",
    "O manual é feito sem o histórico de suas edições: {reason}",
);
pub const SHALLOW: Text = t(
    "la copia del repositorio no tiene las etiquetas; clónelo entero (`fetch-depth: 0`)",
    "the clone of the repository has no tags; clone it whole (`fetch-depth: 0`)",
    "a cópia do repositório não tem as tags; clone-o inteiro (`fetch-depth: 0`)",
);
pub const NO_EDITION: Text = t(
    "La edición `{tag}` no entra en el historial: {reason}",
    "The edition `{tag}` is not in the history: {reason}",
    "A edição `{tag}` não entra no histórico: {reason}",
);
/// Slots: `{tag}`. What follows are findings, a line each.
pub const IN_PART: Text = t(
    "La edición `{tag}` entra en el historial sin lo que este programa no puede leer:",
    "The edition `{tag}` is in the history without what this program cannot read:",
    "A edição `{tag}` entra no histórico sem o que este programa não consegue ler:",
);
pub const NO_MANUAL: Text =
    t("no contiene un `manual.yaml`", "it holds no `manual.yaml`", "não contém um `manual.yaml`");
pub const NO_MANIFEST: Text =
    t("su `manual.yaml` no se puede leer", "its `manual.yaml` cannot be read", "seu `manual.yaml` não pode ser lido");
pub const DRAFT_TAG: Text =
    t("su manual dice que es un borrador", "its manual says that it is a draft", "seu manual diz que é um rascunho");
pub const UNDATED_TAG: Text = t(
    "su manual no dice desde cuándo rige (`document.effective`)",
    "its manual does not say from when it is in force (`document.effective`)",
    "seu manual não diz desde quando vigora (`document.effective`)",
);
/// Slots: `{number}`, `{other}`.
pub const TWIN: Text = t(
    "es la edición {number}, como la etiqueta `{other}`",
    "it is edition {number}, like the tag `{other}`",
    "é a edição {number}, como a tag `{other}`",
);
pub const NOT_TEXT: Text = t("su nombre no es UTF-8", "its name is not UTF-8", "seu nome não é UTF-8");
pub const NOT_A_COMMIT: Text =
    t("la etiqueta no lleva a un commit", "the tag leads to no commit", "a tag não leva a um commit");

/// What happened to entries, as a line about an edition tells it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fate {
    Tightened,
    Relaxed,
    Added,
    Removed,
    Renamed,
    Changed,
}

/// A kind of entry as it is counted: singular and plural; in Spanish and Portuguese the gender of both.
struct Noun {
    kind: &'static str,
    es: [&'static str; 2],
    en: [&'static str; 2],
    pt: [&'static str; 2],
    feminine: [bool; 2],
}

const fn n(
    kind: &'static str,
    es: [&'static str; 2],
    en: [&'static str; 2],
    pt: [&'static str; 2],
    feminine: [bool; 2],
) -> Noun {
    Noun { kind, es, en, pt, feminine }
}

const HE: [bool; 2] = [false, false];
const SHE: [bool; 2] = [true, true];

const NOUNS: &[Noun] = &[
    n("services", ["servicio", "servicios"], ["service", "services"], ["serviço", "serviços"], HE),
    n("commitments", ["compromiso", "compromisos"], ["commitment", "commitments"], ["compromisso", "compromissos"], HE),
    n("indicators", ["indicador", "indicadores"], ["indicator", "indicators"], ["indicador", "indicadores"], HE),
    n("standards", ["norma", "normas"], ["standard", "standards"], ["norma", "normas"], SHE),
    n("channels", ["canal", "canales"], ["channel", "channels"], ["canal", "canais"], HE),
    n("sites", ["sede", "sedes"], ["site", "sites"], ["local", "locais"], [true, false]),
    n("roles", ["puesto", "puestos"], ["role", "roles"], ["cargo", "cargos"], HE),
    n(
        "communications",
        ["comunicación", "comunicaciones"],
        ["message", "messages"],
        ["comunicação", "comunicações"],
        SHE,
    ),
    n(
        "complaints",
        ["procedimiento de reclamos", "procedimientos de reclamos"],
        ["complaint procedure", "complaint procedures"],
        ["procedimento de reclamações", "procedimentos de reclamações"],
        HE,
    ),
    n(
        "trainings",
        ["formación", "formaciones"],
        ["training", "trainings"],
        ["treinamento", "treinamentos"],
        [true, false],
    ),
    n("risks", ["riesgo", "riesgos"], ["risk", "risks"], ["risco", "riscos"], HE),
    n("laws", ["norma legal", "normas legales"], ["law", "laws"], ["norma legal", "normas legais"], SHE),
    n("resources", ["recurso", "recursos"], ["resource", "resources"], ["recurso", "recursos"], HE),
    n(
        "inventory",
        ["existencia", "existencias"],
        ["stock item", "stock items"],
        ["item de estoque", "itens de estoque"],
        [true, false],
    ),
    n("suppliers", ["proveedor", "proveedores"], ["supplier", "suppliers"], ["fornecedor", "fornecedores"], HE),
    n("alliances", ["alianza", "alianzas"], ["alliance", "alliances"], ["aliança", "alianças"], SHE),
    n("objectives", ["objetivo", "objetivos"], ["objective", "objectives"], ["objetivo", "objetivos"], HE),
    n("principles", ["principio", "principios"], ["principle", "principles"], ["princípio", "princípios"], HE),
    n("segments", ["segmento", "segmentos"], ["segment", "segments"], ["segmento", "segmentos"], HE),
    n("surveys", ["encuesta", "encuestas"], ["survey", "surveys"], ["pesquisa", "pesquisas"], SHE),
    n(
        "manual",
        ["apartado general", "apartados generales"],
        ["general section", "general sections"],
        ["seção geral", "seções gerais"],
        [false, true],
    ),
    n(
        "",
        ["entrada de otro tipo", "entradas de otro tipo"],
        ["entry of another kind", "entries of another kind"],
        ["entrada de outro tipo", "entradas de outro tipo"],
        SHE,
    ),
];

/// The kind under which entries are counted: its own name, or nothing for kinds that are counted together.
pub fn counted(kind: &str) -> &'static str {
    NOUNS.iter().find(|noun| noun.kind == kind).map_or("", |noun| noun.kind)
}

/// «3 compromisos más exigentes», «1 new service».
pub fn count(fate: Fate, kind: &str, n: usize, number: String, lang: Lang) -> String {
    let noun = NOUNS.iter().find(|noun| noun.kind == kind).unwrap_or(&NOUNS[NOUNS.len() - 1]);
    let many = usize::from(n != 1);
    let (es, pt) = (usize::from(noun.feminine[0]) * 2 + many, usize::from(noun.feminine[1]) * 2 + many);
    let told = match (fate, lang) {
        (Fate::Tightened, Lang::Es | Lang::Pt) => ["{noun} más exigente", "{noun} más exigentes"][many].to_owned(),
        (Fate::Relaxed, Lang::Es | Lang::Pt) => ["{noun} menos exigente", "{noun} menos exigentes"][many].to_owned(),
        (Fate::Added, Lang::Es) => format!("{{noun}} {}", ["nuevo", "nuevos", "nueva", "nuevas"][es]),
        (Fate::Removed, Lang::Es) => format!("{{noun}} {}", ["retirado", "retirados", "retirada", "retiradas"][es]),
        (Fate::Renamed, Lang::Es) => "{noun} con otro nombre".to_owned(),
        (Fate::Changed, Lang::Es) => {
            format!("{{noun}} {}", ["modificado", "modificados", "modificada", "modificadas"][es])
        }
        (Fate::Added, Lang::Pt) => format!("{{noun}} {}", ["novo", "novos", "nova", "novas"][pt]),
        (Fate::Removed, Lang::Pt) => format!("{{noun}} {}", ["removido", "removidos", "removida", "removidas"][pt]),
        (Fate::Renamed, Lang::Pt) => "{noun} com outro nome".to_owned(),
        (Fate::Changed, Lang::Pt) => {
            format!("{{noun}} {}", ["modificado", "modificados", "modificada", "modificadas"][pt])
        }
        (Fate::Tightened, Lang::En) => "stricter {noun}".to_owned(),
        (Fate::Relaxed, Lang::En) => "less strict {noun}".to_owned(),
        (Fate::Added, Lang::En) => "new {noun}".to_owned(),
        (Fate::Removed, Lang::En) => "{noun} removed".to_owned(),
        (Fate::Renamed, Lang::En) => "{noun} renamed".to_owned(),
        (Fate::Changed, Lang::En) => "{noun} changed".to_owned(),
    };
    let told = if lang == Lang::Pt { told.replace("más", "mais") } else { told };
    let name = match lang {
        Lang::Es => noun.es,
        Lang::En => noun.en,
        Lang::Pt => noun.pt,
    };
    format!("{number} {}", fill(&told, &[("noun", name[many].to_owned())]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_agree_in_number_and_gender() {
        let of = |fate, kind, n: usize, lang| count(fate, counted(kind), n, n.to_string(), lang);
        assert_eq!(of(Fate::Tightened, "commitments", 3, Lang::Es), "3 compromisos más exigentes");
        assert_eq!(of(Fate::Added, "standards", 1, Lang::Es), "1 norma nueva");
        assert_eq!(of(Fate::Removed, "sites", 2, Lang::Pt), "2 locais removidos");
        assert_eq!(of(Fate::Relaxed, "indicators", 1, Lang::Pt), "1 indicador menos exigente");
        assert_eq!(of(Fate::Tightened, "channels", 2, Lang::Pt), "2 canais mais exigentes");
        assert_eq!(of(Fate::Added, "services", 1, Lang::En), "1 new service");
        assert_eq!(of(Fate::Changed, "manual", 1, Lang::Es), "1 apartado general modificado");
        assert_eq!(of(Fate::Changed, "manual", 1, Lang::Pt), "1 seção geral modificada");
        assert_eq!(of(Fate::Changed, "glossary", 2, Lang::Es), "2 entradas de otro tipo modificadas");
    }
}

//! The words of the language reference, beside the descriptions of keys and the texts of rules.

mod guide;

pub use guide::{GUIDE, GuideBlock, GuidePart};

use super::Text;

const fn text(es: &'static str, en: &'static str, pt: &'static str) -> Text {
    Text { es, en, pt }
}

pub const TITLE: Text = text("Cómo se escribe un manual", "How a manual is written", "Como se escreve um manual");
pub const SUBTITLE: Text = text(
    "Referencia del lenguaje de Cartilla: archivos, claves, valores y códigos",
    "The language of Cartilla: files, keys, values and codes",
    "Referência da linguagem do Cartilla: arquivos, chaves, valores e códigos",
);
pub const STATUS: Text = text("Vigente", "In force", "Em vigor");
pub const VALUES: Text = text("Valores", "Values", "Valores");
pub const VALUES_LEAD: Text = text(
    "Un plazo, un monto o una fecha se escriben siempre igual, para que la revisión pueda calcular con ellos. Las unidades van en inglés en todos los idiomas; el lector las ve en el suyo.",
    "A time limit, an amount or a date is always written in the same way, so that the check can reckon with it. Units are English in every language; readers see them in their own.",
    "Um prazo, um valor ou uma data se escrevem sempre do mesmo modo, para que a verificação possa calcular com eles. As unidades vão em inglês em todos os idiomas; o leitor as vê no seu.",
);
pub const VALUE: Text = text("Valor", "Value", "Valor");
pub const WRITTEN: Text = text("Se escribe", "Written", "Escreve-se");
pub const SHARED: Text = text("Claves comunes", "Common keys", "Chaves comuns");
pub const SHARED_LEAD: Text = text(
    "Claves que tiene toda entrada, y grupos de claves que aparecen en varios lugares.",
    "Keys that every entry has, and groups of keys that appear in several places.",
    "Chaves que toda entrada tem, e grupos de chaves que aparecem em vários lugares.",
);
pub const OF_EVERY_ENTRY: Text = text("De toda entrada", "Of every entry", "De toda entrada");
pub const KEY: Text = text("Clave", "Key", "Chave");
pub const WHAT: Text = text("Qué se escribe", "What to write", "O que se escreve");
pub const EXAMPLE: Text = text("Ejemplo", "Example", "Exemplo");
pub const REQUIRED: Text = text("obligatoria", "required", "obrigatória");
pub const KEYS_OF: Text = text("Claves", "Keys", "Chaves");
pub const FILE: Text = text("Dónde se escribe", "Where it is written", "Onde se escreve");
pub const FILE_OF_KIND: Text = text(
    "`{kind}.yaml`, una entrada por id, o `{kind}/<id>.yaml` o `.md`, una por archivo",
    "`{kind}.yaml`, one entry an id, or `{kind}/<id>.yaml` or `.md`, one a file",
    "`{kind}.yaml`, uma entrada por id, ou `{kind}/<id>.yaml` ou `.md`, uma por arquivo",
);
pub const AND_COMMON: Text = text("Además, ", "Besides, ", "Além disso, ");
pub const KEYS_OF_EVERY_ENTRY: Text =
    text("las claves de toda entrada", "the keys of every entry", "as chaves de toda entrada");
pub const ONE_OF: Text =
    text("Escriba al menos una de estas: ", "Write at least one of these: ", "Escreva pelo menos uma destas: ");
pub const WORDS_OF: Text = text("Palabras de {key}", "Words of {key}", "Palavras de {key}");
pub const ONE_OF_WORDS: Text =
    text("una de las palabras de {key}", "one of the words of {key}", "uma das palavras de {key}");
pub const ONLY_ONE: Text = text(
    "Son formas distintas: no se escriben juntas. ",
    "They are different forms: do not write them together. ",
    "São formas distintas: não se escrevem juntas. ",
);
pub const WITH: Text =
    text("Con {key} se escribe también: ", "With {key}, write also: ", "Com {key} se escreve também: ");
pub const BESIDE: Text =
    text("{key} solo se escribe con: ", "{key} is only written with: ", "{key} só se escreve com: ");
pub const OTHERS: Text = text(
    "Se admiten otras claves, con las palabras de su organización.",
    "Other keys are allowed, in your organisation's words.",
    "Admitem-se outras chaves, com as palavras da sua organização.",
);
pub const OR: Text = text(" o ", " or ", " ou ");
pub const CODES: Text = text("Códigos", "Codes", "Códigos");
pub const CODES_LEAD: Text = text(
    "Cada hallazgo lleva un código que no cambia. Aquí se dice qué significa, por qué importa y cómo se corrige. En los ejemplos, `===` nombra el archivo y `^^^` señala el lugar del hallazgo.",
    "Every finding has a code that does not change. Here stands what it means, why it matters and how to mend it. In the examples, `===` names the file and `^^^` marks the place of the finding.",
    "Cada constatação leva um código que não muda. Aqui se diz o que significa, por que importa e como se corrige. Nos exemplos, `===` nomeia o arquivo e `^^^` aponta o lugar da constatação.",
);
pub const LEVEL: Text = text("Nivel", "Level", "Nível");

// What may stand as a value.
pub const AN_ID: Text = text("id propio", "an id of its own", "id próprio");
pub const A_WORD: Text = text("palabra", "word", "palavra");
pub const A_TEXT: Text = text("texto", "text", "texto");
pub const TEXT_OR_ID: Text = text("texto o id", "text or id", "texto ou id");
pub const TEXT_OR_VALUE: Text = text("texto o valor", "text or value", "texto ou valor");
pub const YES_OR_NO: Text = text("`true` o `false`", "`true` or `false`", "`true` ou `false`");
pub const HOURS: Text = text("horario", "hours", "horário");
pub const BLANK: Text = text("nada (aún sin medir)", "nothing (not yet measured)", "nada (ainda não medido)");
pub const ID_OF: Text = text("id de {kinds}", "id of {kinds}", "id de {kinds}");
pub const LIST: Text = text("lista", "list", "lista");
pub const GROUP: Text = text("grupo de claves", "group of keys", "grupo de chaves");
pub const BY_ID: Text = text("por id", "by id", "por id");
pub const BY_PERIOD: Text = text("por período", "by period", "por período");
pub const BY_CASE: Text = text("puede variar por casos", "may differ by case", "pode variar por casos");
pub const NONE: Text = text("o `{ none: motivo }`", "or `{ none: reason }`", "ou `{ none: motivo }`");
pub const SCORE: Text = text("nota", "score", "nota");

/// The families of codes: the first letter and digit, and what they are about.
pub const FAMILIES: [(&str, Text); 10] = [
    ("E0", text("Lectura y estructura", "Reading and structure", "Leitura e estrutura")),
    ("A1", text("Los diez puntos", "The ten points", "Os dez pontos")),
    ("B2", text("Reclamos", "Complaints", "Reclamações")),
    ("C3", text("Promesas, calidad y medición", "Promises, quality and measurement", "Promessas, qualidade e medição")),
    ("D4", text("Clientes", "Customers", "Clientes")),
    ("P5", text("Personas y orientación", "People and orientation", "Pessoas e integração")),
    ("F6", text("Canales y ciclo", "Channels and cycle", "Canais e ciclo")),
    (
        "I7",
        text("Documento, enlaces y traducciones", "Document, links and translations", "Documento, links e traduções"),
    ),
    ("L8", text("Leyes y normas", "Laws and standards", "Leis e normas")),
    ("W9", text("Redacción", "Wording", "Redação")),
];

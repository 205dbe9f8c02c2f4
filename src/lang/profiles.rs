//! Words of the annex of profiles: what a declared law or standard asks, and where the manual meets it.

use super::Text;

pub const TITLE: Text = Text {
    es: "Trazabilidad con leyes y normas",
    en: "Traceability to laws and standards",
    pt: "Rastreabilidade com leis e normas",
};
pub const LEAD: Text = Text {
    es: "Qué pide cada norma declarada y en qué lugar del manual se responde.",
    en: "What each declared rule asks, and where the manual answers it.",
    pt: "O que cada norma declarada pede e em que lugar do manual se responde.",
};
/// Every report says it.
pub const NO_ADVICE: Text = Text {
    es: "La tabla compara lo que dice este manual con un resumen de la norma. No afirma que la organización la cumpla ni es asesoramiento jurídico.",
    en: "The table compares what this manual says with a summary of the rule. It does not state that the organisation complies, and it is not legal advice.",
    pt: "A tabela compara o que este manual diz com um resumo da norma. Não afirma que a organização a cumpre nem é aconselhamento jurídico.",
};
/// A clause of a law that is known only as others quote it.
pub const NOT_READ: Text = Text {
    es: "{text} (no leída en el boletín oficial)",
    en: "{text} (not read in the gazette)",
    pt: "{text} (não lida no diário oficial)",
};
/// A clause of a standard that is known only as others quote it.
pub const SECOND_HAND: Text = Text {
    es: "{text} (según fuentes secundarias)",
    en: "{text} (as others quote it)",
    pt: "{text} (segundo fontes secundárias)",
};
pub const SOURCE: Text = Text { es: "Fuente", en: "Source", pt: "Fonte" };
pub const SCOPE: Text = Text { es: "Ámbito", en: "Scope", pt: "Âmbito" };
/// Beside the scope, where the organisation is outside it.
pub const VOLUNTARY: Text = Text {
    es: "Esta organización no está obligada y lo sigue por voluntad propia.",
    en: "This organisation is not bound and follows it of its own will.",
    pt: "Esta organização não está obrigada e o segue por vontade própria.",
};
pub const STATUS: Text = Text { es: "Estado", en: "Status", pt: "Situação" };
pub const DUE: Text = Text { es: "Exigible desde", en: "Due from", pt: "Exigível desde" };
pub const SUMMARY: Text = Text { es: "Resultado", en: "Result", pt: "Resultado" };
pub const CLAUSE: Text = Text { es: "Cláusula", en: "Clause", pt: "Cláusula" };
pub const ASKS: Text = Text { es: "Qué pide", en: "What it asks", pt: "O que pede" };
pub const WHERE: Text = Text { es: "Dónde", en: "Where", pt: "Onde" };
pub const MANUAL: Text =
    Text { es: "datos generales del manual", en: "general data of the manual", pt: "dados gerais do manual" };
pub const NEVER: Text = Text { es: "nunca", en: "never", pt: "nunca" };
pub const EVALUATION: Text = Text { es: "Evaluación", en: "Evaluation", pt: "Avaliação" };
pub const PUBLICATION: Text =
    Text { es: "Qué se publica y dónde", en: "What is published where", pt: "O que se publica e onde" };
pub const AUDIT: Text = Text { es: "Auditoría", en: "Audit", pt: "Auditoria" };

pub const PASS: Text = Text { es: "se recoge", en: "said", pt: "consta" };
pub const DOUBT: Text = Text { es: "dudosa", en: "doubtful", pt: "duvidosa" };
pub const FAIL: Text = Text { es: "no se recoge", en: "not said", pt: "não consta" };
pub const UNKNOWN: Text = Text { es: "falta un dato", en: "a fact is missing", pt: "falta um dado" };
pub const ATTESTED: Text = Text {
    es: "declarado por {role} el {date}",
    en: "declared by {role} on {date}",
    pt: "declarado por {role} em {date}",
};
pub const DECLARED: Text = Text { es: "declarada", en: "declared", pt: "declarada" };
pub const UNATTESTED: Text = Text { es: "por declarar", en: "to be declared", pt: "por declarar" };
pub const EXPIRED: Text = Text {
    es: "la declaración venció el {date}",
    en: "the declaration expired on {date}",
    pt: "a declaração venceu em {date}",
};
pub const NOT_APPLICABLE: Text = Text { es: "no aplicable", en: "not applicable", pt: "não se aplica" };
pub const SUPERSEDED: Text = Text { es: "prevalece {clause}", en: "{clause} prevails", pt: "prevalece {clause}" };
pub const PREVAILED: Text =
    Text { es: "prevalece otra norma", en: "another rule prevails", pt: "prevalece outra norma" };
pub const NOT_YET_DUE: Text = Text { es: "todavía no exigible", en: "not yet due", pt: "ainda não exigível" };
pub const NOT_DUE: Text = Text {
    es: "todavía no exigible: faltan {days} días",
    en: "not yet due: {days} days left",
    pt: "ainda não exigível: faltam {days} dias",
};

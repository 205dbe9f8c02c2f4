//! Words of `cartilla acknowledgements`: who has read what, what is missing, and what is wrong with a file.

use super::Text;

/// Slots: `{title}`, `{edition}`.
pub const HEADING: Text = Text {
    es: "Constancias de lectura · {title} · edición {edition}",
    en: "Acknowledgements of reading · {title} · edition {edition}",
    pt: "Termos de leitura · {title} · edição {edition}",
};
/// Slots: `{read}`, `{people}`.
pub const OF_PEOPLE: Text =
    Text { es: "{read} de {people} personas", en: "{read} of {people} people", pt: "{read} de {people} pessoas" };
/// The same where one person has the role.
pub const OF_ONE: Text = Text { es: "{read} de 1 persona", en: "{read} of 1 person", pt: "{read} de 1 pessoa" };
/// Where the manual does not say how many people have the role. Slots: `{read}`.
pub const READ: Text = Text {
    es: "{read} al día (el manual no dice cuántas personas ocupan el puesto)",
    en: "{read} up to date (the manual does not say how many people hold the role)",
    pt: "{read} em dia (o manual não diz quantas pessoas ocupam o cargo)",
};
pub const UP_TO_DATE: Text = Text { es: "al día", en: "up to date", pt: "em dia" };
/// Slots: `{n}`.
pub const MISSING: Text = Text { es: "faltan {n}", en: "{n} missing", pt: "faltam {n}" };
pub const MISSING_ONE: Text = Text { es: "falta 1", en: "1 missing", pt: "falta 1" };
pub const NOBODY: Text = Text { es: "ninguna al día", en: "none up to date", pt: "nenhum em dia" };
/// More names than the manual has people. Slots: `{n}`.
pub const MORE: Text = Text {
    es: "{n} más de las que dice el manual",
    en: "{n} more than the manual says",
    pt: "{n} a mais do que diz o manual",
};
/// Slots: `{date}`, `{edition}`.
pub const ENTRY: Text =
    Text { es: "{date}, edición {edition}", en: "{date}, edition {edition}", pt: "{date}, edição {edition}" };
pub const STALE: Text = Text {
    es: "caducada: las obligaciones del puesto cambiaron desde entonces",
    en: "out of date: the obligations of the role have changed since",
    pt: "vencido: as obrigações do cargo mudaram desde então",
};
pub const PROBLEMS: Text =
    Text { es: "Archivos que no cuentan:", en: "Files that do not count:", pt: "Arquivos que não contam:" };
pub const TOO_LARGE: Text = Text {
    es: "pesa más de 64 KiB: no es una constancia",
    en: "is larger than 64 KiB: it is not an acknowledgement",
    pt: "tem mais de 64 KiB: não é um termo",
};
pub const NOT_JSON: Text =
    Text { es: "no se puede leer como JSON", en: "cannot be read as JSON", pt: "não pode ser lido como JSON" };
/// Slots: `{key}`.
pub const BAD_KEY: Text = Text {
    es: "no es una constancia de Cartilla: falta `{key}` o su valor no es válido",
    en: "is not a Cartilla acknowledgement: `{key}` is missing or its value is not valid",
    pt: "não é um termo do Cartilla: falta `{key}` ou seu valor não é válido",
};
/// Slots: `{manual}`.
pub const FOREIGN: Text = Text {
    es: "es de otro manual: «{manual}»",
    en: "belongs to another manual: “{manual}”",
    pt: "é de outro manual: “{manual}”",
};
/// Slots: `{role}`.
pub const NO_ROLE: Text = Text {
    es: "es de un puesto sin orientación en este manual: «{role}»",
    en: "is for a role without orientation in this manual: “{role}”",
    pt: "é de um cargo sem integração neste manual: “{role}”",
};
/// Slots: `{date}`.
pub const FUTURE: Text = Text {
    es: "tiene una fecha que aún no llega: {date}",
    en: "has a date that is still to come: {date}",
    pt: "tem uma data que ainda não chegou: {date}",
};
/// Slots: `{file}`.
pub const DUPLICATE: Text = Text {
    es: "repite la de la misma persona en `{file}`, que es la que cuenta",
    en: "repeats the one from the same person in `{file}`, which is what counts",
    pt: "repete o da mesma pessoa em `{file}`, que é o que conta",
};
/// Slots: `{read}`, `{stale}`, `{missing}`, `{problems}`.
pub const SUMMARY: Text = Text {
    es: "al día: {read}; caducadas: {stale}; por entregar: {missing}; archivos que no cuentan: {problems}",
    en: "up to date: {read}; out of date: {stale}; still to come: {missing}; files that do not count: {problems}",
    pt: "em dia: {read}; vencidos: {stale}; a entregar: {missing}; arquivos que não contam: {problems}",
};
pub const WORTH: Text = Text {
    es: "Una constancia registra una declaración de quien escribió su nombre; no prueba nada más.",
    en: "An acknowledgement records a declaration by the person who entered their name; it proves nothing more.",
    pt: "Um termo registra uma declaração de quem escreveu o nome; não prova nada mais.",
};
pub const NO_ORIENTATION: Text = Text {
    es: "el manual no tiene orientación para ningún puesto: no hay ninguna lectura que acreditar",
    en: "the manual has no orientation for any role: there is nothing to acknowledge",
    pt: "o manual não tem integração para nenhum cargo: não há nada a confirmar",
};

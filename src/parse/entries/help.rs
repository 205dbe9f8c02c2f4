//! Help lines and labels that findings of reading share, beside the `fix` of each code.

use crate::lang::Text;

/// Label at the earlier of two places.
pub const FIRST_HERE: Text =
    Text { es: "la primera está aquí", en: "the first is here", pt: "a primeira está aqui" };

/// Help where a known name is near.
pub const DID_YOU_MEAN: Text =
    Text { es: "¿quiso decir `{near}`?", en: "did you mean `{near}`?", pt: "quis dizer `{near}`?" };

/// Help where nothing is near and no list would be of use.
pub const WRITE_ENTRY: Text = Text {
    es: "escriba la entrada `{id}` o corrija el id",
    en: "write the entry `{id}` or correct the id",
    pt: "escreva a entrada `{id}` ou corrija o id",
};

/// Help where the name of a file is at fault.
pub const RENAME_FILE: Text = Text {
    es: "cámbiele el nombre al archivo: minúsculas sin acento, cifras y guiones, como `{near}`",
    en: "rename the file: lower-case letters without accents, digits and hyphens, such as `{near}`",
    pt: "mude o nome do arquivo: minúsculas sem acento, algarismos e hifens, como `{near}`",
};

/// Help where an id is used in several places and nothing is near.
pub const WRITE_ENTRY_ONCE: Text = Text {
    es: "escriba la entrada `{id}` o corrija el id aquí y en {count} lugares más",
    en: "write the entry `{id}` or correct the id here and in {count} more places",
    pt: "escreva a entrada `{id}` ou corrija o id aqui e em mais {count} lugares",
};

/// Help where an id is used in several places and another was meant.
pub const MEAN_EVERYWHERE: Text = Text {
    es: "¿quiso decir `{near}`? corríjalo aquí y en {count} lugares más, o cambie el id de la entrada",
    en: "did you mean `{near}`? correct it here and in {count} more places, or change the id of the entry",
    pt: "quis dizer `{near}`? corrija aqui e em mais {count} lugares, ou mude o id da entrada",
};

/// Help for a file whose accents are damaged.
pub const RESTORE: Text = Text {
    es: "recupere el archivo anterior, o corrija los acentos y guárdelo con la codificación UTF-8",
    en: "restore the file as it was, or correct the accents and save it with the encoding UTF-8",
    pt: "recupere o arquivo anterior, ou corrija os acentos e salve-o com a codificação UTF-8",
};

/// Help for a file that is no entry.
pub const MOVE_AWAY: Text = Text {
    es: "si es una entrada, termine su nombre en `.md` o `.yaml`; si no, sáquelo de esta carpeta",
    en: "if it is an entry, end its name in `.md` or `.yaml`; if not, take it out of this folder",
    pt: "se for uma entrada, termine seu nome em `.md` ou `.yaml`; se não, tire-o desta pasta",
};

/// Help for a translation that the manifest does not announce.
pub const DECLARE_LANGUAGE: Text = Text {
    es: "añada el idioma en manual.yaml: `languages: { others: [{near}] }`",
    en: "add the language in manual.yaml: `languages: { others: [{near}] }`",
    pt: "acrescente o idioma em manual.yaml: `languages: { others: [{near}] }`",
};

/// Help for an entry of which hardly any key is known.
pub const OTHER_KIND: Text = Text {
    es: "tampoco se conocen aquí {keys}; compruebe que la entrada esté en la carpeta o el archivo de su clase",
    en: "nor are {keys} known here; make sure that the entry lies in the folder or file of its kind",
    pt: "tampouco se conhecem aqui {keys}; verifique se a entrada está na pasta ou no arquivo de sua classe",
};

/// Help where a point needs a reason why it does not apply.
pub const NONE_REASON: Text = Text {
    es: "si no aplica, diga por qué: `{point}: { none: \"motivo\" }`",
    en: "if it does not apply, say why: `{point}: { none: \"reason\" }`",
    pt: "se não se aplica, diga por quê: `{point}: { none: \"motivo\" }`",
};

/// Help where a mapping is wanted, with some of its keys.
pub const WRITE_KEYS: Text = Text {
    es: "escriba las claves con su valor: `{example}`",
    en: "write the keys with their values: `{example}`",
    pt: "escreva as chaves com seu valor: `{example}`",
};

/// Help where a text with `: ` was read as a key and its value.
pub const QUOTE_TEXT: Text = Text {
    es: "si es un texto, póngalo entre comillas: `{example}`",
    en: "if it is a text, put it in quotes: `{example}`",
    pt: "se for um texto, ponha-o entre aspas: `{example}`",
};

/// Help where one of several keys is missing.
pub const WRITE_ONE_OF: Text = Text {
    es: "escriba una de estas claves: {known}",
    en: "write one of these keys: {known}",
    pt: "escreva uma destas chaves: {known}",
};

/// Help for a date that no calendar has.
pub const NO_SUCH_DAY: Text = Text {
    es: "ese día no existe en el calendario; el último del mes es `{near}`",
    en: "there is no such day in the calendar; the last of the month is `{near}`",
    pt: "esse dia não existe no calendário; o último do mês é `{near}`",
};

/// Help for a register whose entries stand beneath its own name.
pub const UNWRAP: Text = Text {
    es: "quite la línea `{key}:` y lleve los ids al comienzo de la línea; el nombre del archivo ya dice la clase",
    en: "remove the line `{key}:` and move the ids to the start of the line; the file's name tells the kind already",
    pt: "retire a linha `{key}:` e leve os ids ao começo da linha; o nome do arquivo já diz a classe",
};

/// Help for a translation into a language that there is not.
pub const LANGUAGES: Text = Text {
    es: "los idiomas son es, en y pt: `{near}`",
    en: "the languages are es, en and pt: `{near}`",
    pt: "os idiomas são es, en e pt: `{near}`",
};

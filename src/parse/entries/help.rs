//! Help lines and labels that findings of reading share, beside the `fix` of each code.

use crate::lang::Text;

/// Label at the earlier of two places.
pub const FIRST_HERE: Text =
    Text { es: "la primera está aquí", en: "the first is here", pt: "a primeira está aqui" };

/// Help where a known name is near.
pub const DID_YOU_MEAN: Text =
    Text { es: "¿quiso decir `{near}`?", en: "did you mean `{near}`?", pt: "quis dizer `{near}`?" };

/// Help where nothing is near, and the kind has entries.
pub const WRITE_ENTRY: Text = Text {
    es: "use uno de estos ids: {known}; o escriba la entrada en `{file}`: `{example}`",
    en: "use one of these ids: {known}; or write the entry in `{file}`: `{example}`",
    pt: "use um destes ids: {known}; ou escreva a entrada em `{file}`: `{example}`",
};

/// Help where a field is written and is none of the values that prose prints.
pub const NO_VALUE: Text = Text {
    es: "`{field}` está escrito en `{id}`, pero no es un valor que se imprima: dígalo con palabras, o enlace la entrada con `[[{id}]]`",
    en: "`{field}` is written in `{id}` but is no value to print: say it in words, or link the entry with `[[{id}]]`",
    pt: "`{field}` está escrito em `{id}`, mas não é um valor que se imprima: diga-o em palavras ou aponte para a entrada com `[[{id}]]`",
};

/// Help where a field is a group, and values below it are printed.
pub const GROUP_OF_VALUES: Text = Text {
    es: "`{field}` reúne varios datos y no se imprime entero: escriba {known}",
    en: "`{field}` holds several values and is not printed whole: write {known}",
    pt: "`{field}` reúne vários dados e não se imprime inteiro: escreva {known}",
};

/// Help where the kind has no entry yet.
pub const WRITE_FIRST_ENTRY: Text = Text {
    es: "escriba la entrada en `{file}`: `{example}`",
    en: "write the entry in `{file}`: `{example}`",
    pt: "escreva a entrada em `{file}`: `{example}`",
};

/// Help for a link to an id that nothing has; its kind is not known.
pub const WRITE_LINKED: Text = Text {
    es: "corrija el enlace, o escriba una entrada con el id `{near}` en el archivo de su clase, como `{file}`",
    en: "correct the link, or write an entry with the id `{near}` in the file of its kind, such as `{file}`",
    pt: "corrija o link, ou escreva uma entrada com o id `{near}` no arquivo de sua classe, como `{file}`",
};

/// Help for a step that none of the procedure is called.
pub const NAME_STEP: Text = Text {
    es: "ponga `id: {id}` al paso que va antes",
    en: "put `id: {id}` on the step that comes before",
    pt: "ponha `id: {id}` no passo que vem antes",
};

/// For the steps of a service, which a commitment names.
pub const NAME_OFFERED_STEP: Text = Text {
    es: "ponga `id: {id}` al paso, en `offering.steps` del servicio que lo promete",
    en: "put `id: {id}` on the step, in `offering.steps` of the service that promises it",
    pt: "ponha `id: {id}` no passo, em `offering.steps` do serviço que o promete",
};

/// The same, where other steps have ids.
pub const NAME_OFFERED_STEP_OR: Text = Text {
    es: "ponga `id: {id}` al paso, en `offering.steps` del servicio, o use uno de los ids que hay: {known}",
    en: "put `id: {id}` on the step, in `offering.steps` of the service, or use one of the ids that there are: {known}",
    pt: "ponha `id: {id}` no passo, em `offering.steps` do serviço, ou use um dos ids que há: {known}",
};

/// As `NAME_STEP`, where some steps have an id.
pub const NAME_STEP_OR: Text = Text {
    es: "ponga `id: {id}` al paso que va antes, o use uno de los ids que hay: {known}",
    en: "put `id: {id}` on the step that comes before, or use one of the ids that there are: {known}",
    pt: "ponha `id: {id}` no passo que vem antes, ou use um dos ids que há: {known}",
};

/// Label at another place with the same fault.
pub const ALSO_HERE: Text = Text { es: "también aquí", en: "here too", pt: "aqui também" };

/// Label at the last of the places that are shown, where there are more.
pub const ALSO_AND_MORE: Text = Text {
    es: "también aquí; lugares en total: {count}",
    en: "here too; places in all: {count}",
    pt: "aqui também; lugares ao todo: {count}",
};

/// Help where the name of a file is at fault.
pub const RENAME_FILE: Text = Text {
    es: "cámbiele el nombre al archivo: minúsculas sin acento, cifras y guiones, como `{near}`",
    en: "rename the file: lower-case letters without accents, digits and hyphens, such as `{near}`",
    pt: "mude o nome do arquivo: minúsculas sem acento, algarismos e hifens, como `{near}`",
};

/// Help where an id is used in several places and another was meant.
pub const MEAN_EVERYWHERE: Text = Text {
    es: "¿quiso decir `{near}`? corríjalo aquí y en {more} lugares más, o cambie el id de la entrada",
    en: "did you mean `{near}`? correct it here and in {more} more places, or change the id of the entry",
    pt: "quis dizer `{near}`? corrija aqui e em mais {more} lugares, ou mude o id da entrada",
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
    es: "si no se aplica, diga por qué: `{point}: { none: \"motivo\" }`",
    en: "if it does not apply, say why: `{point}: { none: \"reason\" }`",
    pt: "se não se aplica, diga por quê: `{point}: { none: \"motivo\" }`",
};

/// Help where a mapping is wanted, with some of its keys.
pub const WRITE_KEYS: Text = Text {
    es: "escriba las claves con su valor: `{example}`",
    en: "write the keys with their values: `{example}`",
    pt: "escreva as chaves com seu valor: `{example}`",
};

/// Help for a second target in the place of one.
pub const WRITE_TARGETS: Text = Text {
    es: "si son dos metas, escríbalas en una lista: `{example}`",
    en: "if these are two targets, write them in a list: `{example}`",
    pt: "se são duas metas, escreva-as em uma lista: `{example}`",
};

/// Help where a list of entries stands for a group of them.
pub const WRITE_IDS: Text = Text {
    es: "dé a cada entrada su id, sin `-`: `{example}`",
    en: "give each entry its id, without `-`: `{example}`",
    pt: "dê a cada entrada seu id, sem `-`: `{example}`",
};

/// Help where a mapping is wanted as the item of a list.
pub const WRITE_ITEM: Text = Text {
    es: "escriba cada elemento con sus claves: `{example}`",
    en: "write each item with its keys: `{example}`",
    pt: "escreva cada item com suas chaves: `{example}`",
};

/// Help where a text with `: ` was read as a key and its value.
pub const QUOTE_TEXT: Text = Text {
    es: "si es un texto, póngalo entre comillas: `{example}`",
    en: "if it is a text, put it in quotes: `{example}`",
    pt: "se for um texto, ponha-o entre aspas: `{example}`",
};

/// Help for a manifest in which nothing is written.
pub const WRITE_MANIFEST: Text = Text {
    es: "el archivo está vacío; escriba al menos `organization: { name: … }`, `document: { title: … }` y `languages: { default: es }`",
    en: "the file is empty; write at least `organization: { name: … }`, `document: { title: … }` and `languages: { default: en }`",
    pt: "o arquivo está vazio; escreva ao menos `organization: { name: … }`, `document: { title: … }` e `languages: { default: pt }`",
};

/// Help where one of several keys is missing.
pub const WRITE_ONE_OF: Text = Text {
    es: "escriba una de estas claves: {known}",
    en: "write one of these keys: {known}",
    pt: "escreva uma destas chaves: {known}",
};

/// Help for a key that is near to none: each that could stand there with what it is for.
pub const WRITE_ONE_WITH_MEANING: Text = Text {
    es: "aquí puede escribir:{meanings}",
    en: "you can write here:{meanings}",
    pt: "aqui pode escrever:{meanings}",
};

/// Help for a date that no calendar has.
pub const NO_SUCH_DAY: Text = Text {
    es: "ese día no existe en el calendario; el último del mes es `{near}`",
    en: "there is no such day in the calendar; the last of the month is `{near}`",
    pt: "esse dia não existe no calendário; o último do mês é `{near}`",
};

/// Help where other data stand in the place of an id.
pub const WRITE_ID: Text = Text {
    es: "aquí va un id, sin otros datos; use uno de estos: {known}",
    en: "an id goes here, without other data; use one of these: {known}",
    pt: "aqui vai um id, sem outros dados; use um destes: {known}",
};

/// Help for a price that goes from one amount to another.
pub const PRICE_SPAN: Text = Text {
    es: "si el precio va de un monto a otro, escriba `{near}`",
    en: "where the price goes from one amount to another, write `{near}`",
    pt: "se o preço vai de um valor a outro, escreva `{near}`",
};

/// Help for an amount in a currency that several countries name alike.
pub const CURRENCY_CODE: Text = Text {
    es: "escriba el código de la moneda: `{amount} MXN` en México, `{amount} COP` en Colombia, `{amount} ARS` en Argentina, `{amount} CLP` en Chile, `{amount} USD` si son dólares",
    en: "write the code of the currency: `{amount} MXN` in Mexico, `{amount} COP` in Colombia, `{amount} ARS` in Argentina, `{amount} CLP` in Chile, `{amount} USD` for dollars",
    pt: "escreva o código da moeda: `{amount} MXN` no México, `{amount} COP` na Colômbia, `{amount} ARS` na Argentina, `{amount} CLP` no Chile, `{amount} USD` se forem dólares",
};

/// The same where the manual itself names its currency so.
pub const CURRENCY_CODES: Text = Text {
    es: "escriba el código de su moneda: `MXN` en México, `COP` en Colombia, `ARS` en Argentina, `CLP` en Chile, `PEN` en el Perú, `EUR` si es el euro",
    en: "write the code of your currency: `MXN` in Mexico, `COP` in Colombia, `ARS` in Argentina, `CLP` in Chile, `BRL` in Brazil, `EUR` for the euro",
    pt: "escreva o código da sua moeda: `BRL` no Brasil, `MXN` no México, `COP` na Colômbia, `ARS` na Argentina, `CLP` no Chile, `EUR` se for o euro",
};

/// Help for a key without the space after its `:` or before it.
pub const WRITE_SPACE: Text = Text {
    es: "falta un espacio; escriba `{example}`",
    en: "a space is missing; write `{example}`",
    pt: "falta um espaço; escreva `{example}`",
};

/// Help for a text that its comma cut in two within braces or brackets.
pub const QUOTE_COMMA: Text = Text {
    es: "entre llaves la coma termina el texto; póngalo entre comillas: `{example}`",
    en: "in braces a comma ends the text; put it in quotes: `{example}`",
    pt: "entre chaves a vírgula termina o texto; ponha-o entre aspas: `{example}`",
};

/// Help for a register whose entries stand beneath its own name.
pub const UNWRAP: Text = Text {
    es: "quite la línea `{key}:` y lleve los ids al comienzo de la línea; el nombre del archivo ya dice la clase",
    en: "remove the line `{key}:` and move the ids to the start of the line; the file's name tells the kind already",
    pt: "retire a linha `{key}:` e leve os ids ao começo da linha; o nome do arquivo já diz a classe",
};

/// Help for a translation into a language that there is not.
pub const LANGUAGES: Text = Text {
    es: "tras el nombre va la etiqueta de un idioma: `{near}`",
    en: "after the name comes the tag of a language: `{near}`",
    pt: "depois do nome vem a etiqueta de um idioma: `{near}`",
};

/// Help for what is the tag of no language.
pub const TAG_OF_LANGUAGE: Text = Text {
    es: "escriba la etiqueta de un idioma, con una región si hace falta: `es`, `es-PE`, `pt-BR`, `ca`, `qu`",
    en: "write the tag of a language, with a region if need be: `en`, `en-GB`, `pt-BR`, `ca`, `qu`",
    pt: "escreva a etiqueta de um idioma, com uma região se for preciso: `pt`, `pt-BR`, `es-PE`, `ca`, `qu`",
};

/// Help where the program's own words are there for every language of the manual.
pub const NO_OTHER_LANGUAGE: Text = Text {
    es: "quite la línea: en español, inglés y portugués las palabras del programa son las propias; aquí solo van los demás idiomas del manual",
    en: "take the line out: in Spanish, English and Portuguese the program has its own words; only the manual's other languages stand here",
    pt: "retire a linha: em espanhol, inglês e português as palavras do programa são as próprias; aqui só vão os outros idiomas do manual",
};

/// Why a picture is not read that was not fetched, and what to do about it.
pub const POINTER: Text = Text {
    es: "es un puntero de Git LFS, y la imagen no se ha traído",
    en: "it is a pointer of Git LFS, and the picture has not been fetched",
    pt: "é um ponteiro do Git LFS, e a imagem não foi trazida",
};
pub const FETCH_POINTED: Text = Text {
    es: "traiga la imagen con `git lfs pull`, o guárdela en el repositorio sin LFS: las ediciones se leen de sus etiquetas",
    en: "fetch the picture with `git lfs pull`, or keep it in the repository without LFS: editions are read from their tags",
    pt: "traga a imagem com `git lfs pull`, ou guarde-a no repositório sem LFS: as edições são lidas de suas tags",
};

/// Help for a link with words of its own whose bar ends the cell of a table.
pub const CELL_LINK: Text = Text {
    es: "en una tabla la barra termina la celda; escriba `{example}`",
    en: "in a table the bar ends the cell; write `{example}`",
    pt: "em uma tabela a barra termina a célula; escreva `{example}`",
};

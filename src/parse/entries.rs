//! The codes of reading and structure, E0xx: what is said about each.
//!
//! One long file, since it is a table: each entry is looked up by its code and none refers to another.

mod cases;
mod help;
mod slips;

pub use cases::{NO_TARGETS, ONE_FIGURE, TWO_TABLES};
pub use help::*;
pub use slips::{
    AMBIGUOUS_NUMBER, LIST_IN_TEXT, LOST_END, NEAR_WORD, NESTED_FILE, ONE_ITEM, OPEN_LINK, PORTABLE_NAME, TWO_STATES,
    UNKNOWN_LANGUAGE, UNREAD_FILE, WITHOUT_REASON,
};

use crate::diag::{Entry, Severity};
use crate::lang::Text;

pub const SYNTAX: Entry = Entry {
    code: "E001",
    name: "syntax",
    severity: Severity::Error,
    message: Text {
        es: "el archivo no se puede leer: {detail}",
        en: "the file cannot be read: {detail}",
        pt: "o arquivo não pode ser lido: {detail}",
    },
    why: Text {
        es: "Un error de escritura impide leer todo el archivo, y lo demás del manual no se puede revisar a fondo.",
        en: "A slip in the notation keeps the whole file from being read, and the rest of the manual from being checked in full.",
        pt: "Um erro de escrita impede a leitura do arquivo inteiro, e o resto do manual não pode ser revisado a fundo.",
    },
    fix: Text {
        es: "corrija la sintaxis en esta línea o en la anterior; ponga entre comillas los textos que llevan `: `, `#`, `[` o `*`",
        en: "fix the syntax on this line or the one before; put texts with `: `, `#`, `[` or `*` in quotes",
        pt: "corrija a sintaxe nesta linha ou na anterior; ponha entre aspas os textos com `: `, `#`, `[` ou `*`",
    },
    bad: r#"=== roles.yaml
jefatura:
  name: Jefatura
  - perfil
# ^
"#,
    good: r#"=== roles.yaml
jefatura:
  name: Jefatura
"#,
};

pub const DUPLICATE_KEY: Entry = Entry {
    code: "E002",
    name: "duplicate-key",
    severity: Severity::Error,
    message: Text {
        es: "la clave `{key}` aparece dos veces",
        en: "the key `{key}` is written twice",
        pt: "a chave `{key}` aparece duas vezes",
    },
    why: Text {
        es: "Solo puede valer una de las dos, y nadie sabría cuál.",
        en: "Only one of the two can hold, and nobody would know which.",
        pt: "Só uma das duas pode valer, e ninguém saberia qual.",
    },
    fix: Text { es: "deje una sola `{key}`", en: "keep only one `{key}`", pt: "deixe uma só `{key}`" },
    bad: r#"=== roles.yaml
jefatura:
  name: Jefatura
  name: Dirección
# ^^^^
"#,
    good: r#"=== roles.yaml
jefatura:
  name: Jefatura
"#,
};

pub const UNKNOWN_ALIAS: Entry = Entry {
    code: "E003",
    name: "unknown-alias",
    severity: Severity::Error,
    message: Text {
        es: "un texto que comienza con `*` necesita comillas; sin ellas, `*{name}` remite a un ancla que no existe",
        en: "a text that begins with `*` wants quotes; without them `*{name}` points to an anchor that does not exist",
        pt: "um texto que começa com `*` precisa de aspas; sem elas, `*{name}` remete a uma âncora que não existe",
    },
    why: Text {
        es: "En YAML, un `*` al comienzo de un valor remite a un ancla `&`.",
        en: "In YAML a `*` at the start of a value points to an anchor `&`.",
        pt: "Em YAML, um `*` no começo de um valor remete a uma âncora `&`.",
    },
    fix: Text {
        es: "ponga el texto entre comillas: `{example}`",
        en: "put the text in quotes: `{example}`",
        pt: "ponha o texto entre aspas: `{example}`",
    },
    bad: r#"=== roles.yaml
jefatura:
  name: *nombre
#       ^^^^^^^
"#,
    good: r#"=== roles.yaml
jefatura:
  name: "*nombre"
"#,
};

pub const ALIAS_BUDGET: Entry = Entry {
    code: "E004",
    name: "alias-budget",
    severity: Severity::Error,
    message: Text {
        es: "los alias se multiplican en más de {limit} valores",
        en: "the aliases expand into more than {limit} values",
        pt: "os alias multiplicam-se em mais de {limit} valores",
    },
    why: Text {
        es: "Un archivo pequeño no debe poder llenar la memoria.",
        en: "A small file must not be able to fill the memory.",
        pt: "Um arquivo pequeno não deve poder encher a memória.",
    },
    fix: Text {
        es: "escriba el valor repetido o dele un id y refiérase a él",
        en: "write the repeated value out, or give it an id and refer to it",
        pt: "escreva o valor repetido ou dê-lhe um id e refira-se a ele",
    },
    bad: "",
    good: "",
};

pub const TOO_DEEP: Entry = Entry {
    code: "E005",
    name: "too-deep",
    severity: Severity::Error,
    message: Text {
        es: "hay más de {limit} niveles, uno dentro de otro",
        en: "there are more than {limit} levels, one inside the other",
        pt: "há mais de {limit} níveis, um dentro do outro",
    },
    why: Text {
        es: "Ningún manual necesita tantos niveles; suele ser una sangría descuidada.",
        en: "No manual needs so many levels; a slip of indentation is the usual cause.",
        pt: "Nenhum manual precisa de tantos níveis; costuma ser um recuo descuidado.",
    },
    fix: Text {
        es: "revise la sangría y los corchetes",
        en: "check the indentation and the brackets",
        pt: "reveja o recuo e os colchetes",
    },
    bad: "",
    good: "",
};

pub const UNKNOWN_KEY: Entry = Entry {
    code: "E006",
    name: "unknown-key",
    severity: Severity::Error,
    message: Text {
        es: "no se conoce la clave `{key}` aquí",
        en: "the key `{key}` is not known here",
        pt: "não se conhece a chave `{key}` aqui",
    },
    why: Text {
        es: "Una clave mal escrita se perdería sin que nadie lo notara.",
        en: "A misspelt key would be lost unnoticed.",
        pt: "Uma chave mal escrita se perderia sem que ninguém notasse.",
    },
    fix: Text {
        es: "escriba una de estas: {known}",
        en: "write one of these: {known}",
        pt: "escreva uma destas: {known}",
    },
    bad: r#"=== roles.yaml
jefatura:
  name: Jefatura
  contcat: true
# ^^^^^^^
"#,
    good: r#"=== roles.yaml
jefatura:
  name: Jefatura
  contact: true
"#,
};

pub const MISSING_KEY: Entry = Entry {
    code: "E007",
    name: "missing-key",
    severity: Severity::Error,
    message: Text { es: "falta `{key}` en {what}", en: "`{key}` is missing in {what}", pt: "falta `{key}` em {what}" },
    why: Text {
        es: "Sin ese dato la entrada no se puede leer.",
        en: "Without it the entry cannot be read.",
        pt: "Sem esse dado a entrada não pode ser lida.",
    },
    fix: Text { es: "añada `{key}:`", en: "add `{key}:`", pt: "acrescente `{key}:`" },
    bad: r#"=== roles.yaml
jefatura:
  contact: true
# ^^^^^^^
"#,
    good: r#"=== roles.yaml
jefatura:
  name: Jefatura
"#,
};

pub const WRONG_SHAPE: Entry = Entry {
    code: "E008",
    name: "wrong-shape",
    severity: Severity::Error,
    message: Text {
        es: "en `{key}` va {expected}, no {found}",
        en: "`{key}` expects {expected}, but {found} was found",
        pt: "em `{key}` vai {expected}, e não {found}",
    },
    why: Text {
        es: "El valor no tiene la forma que se puede leer.",
        en: "The value does not have a shape that can be read.",
        pt: "O valor não tem a forma que se pode ler.",
    },
    fix: Text { es: "escriba {expected}", en: "write {expected}", pt: "escreva {expected}" },
    bad: r#"=== roles.yaml
jefatura:
  name: [Jefatura]
#       ^^^^^^^^^^
"#,
    good: r#"=== roles.yaml
jefatura:
  name: Jefatura
"#,
};

pub const BAD_VALUE: Entry = Entry {
    code: "E009",
    name: "bad-value",
    severity: Severity::Error,
    message: Text {
        es: "`{found}` no es {expected}",
        en: "`{found}` is not {expected}",
        pt: "`{found}` não é {expected}",
    },
    why: Text {
        es: "Los plazos, montos y metas se comprueban, y para eso tienen que entenderse.",
        en: "Times, amounts and targets are checked, so they must be understood first.",
        pt: "Os prazos, valores e metas são verificados, e para isso precisam ser entendidos.",
    },
    fix: Text {
        es: "escriba {expected}; por ejemplo, `{example}`",
        en: "write {expected}; for example `{example}`",
        pt: "escreva {expected}; por exemplo, `{example}`",
    },
    bad: r#"=== manual.yaml
organization: { name: Ejemplo }
document: { title: Manual, effective: mañana }
#                                     ^^^^^^
languages: { default: es }
"#,
    good: r#"=== manual.yaml
organization: { name: Ejemplo }
document: { title: Manual, effective: 2026-11-02 }
languages: { default: es }
"#,
};

pub const AMBIGUOUS_DAYS: Entry = Entry {
    code: "E010",
    name: "ambiguous-days",
    severity: Severity::Error,
    message: Text {
        es: "`{found}` no dice si son días hábiles o naturales",
        en: "`{found}` does not say whether they are business or calendar days",
        pt: "`{found}` não diz se são dias úteis ou corridos",
    },
    why: Text {
        es: "Diez días hábiles son dos semanas; diez naturales, diez días. El cliente contará a su favor y la ley también.",
        en: "Ten business days are two weeks; ten calendar days are ten. The customer will count in their own favour, and so will the law.",
        pt: "Dez dias úteis são duas semanas; dez corridos, dez dias. O cliente contará a seu favor, e a lei também.",
    },
    fix: Text {
        es: "escriba `{business}` o `{calendar}`",
        en: "write `{business}` or `{calendar}`",
        pt: "escreva `{business}` ou `{calendar}`",
    },
    bad: r#"code: EJ-01
name: Ejemplo
commitments:
  plazo:
    promise: Respondemos a tiempo.
    within: 10 days
#           ^^^^^^^
"#,
    good: r#"code: EJ-01
name: Ejemplo
commitments:
  plazo:
    promise: Respondemos a tiempo.
    within: 10 business days
"#,
};

pub const UNKNOWN_REFERENCE: Entry = Entry {
    code: "E011",
    name: "unknown-reference",
    severity: Severity::Error,
    message: Text {
        es: "no existe `{id}` entre {kind}",
        en: "there is no `{id}` among {kind}",
        pt: "não existe `{id}` entre {kind}",
    },
    why: Text {
        es: "Quien siga la referencia no encontrará nada.",
        en: "Anyone who follows the reference will find nothing.",
        pt: "Quem seguir a referência não encontrará nada.",
    },
    fix: Text {
        es: "corrija el id o escriba la entrada; los más parecidos: {near}",
        en: "correct the id or write the entry; the nearest are: {near}",
        pt: "corrija o id ou escreva a entrada; os mais parecidos: {near}",
    },
    bad: r#"code: EJ-01
name: Ejemplo
owner: jefatrua
#      ^^^^^^^^
"#,
    good: r#"code: EJ-01
name: Ejemplo
owner: jefatura
"#,
};

pub const DUPLICATE_ID: Entry = Entry {
    code: "E012",
    name: "duplicate-id",
    severity: Severity::Error,
    message: Text {
        es: "el id `{id}` ya existe entre {kind}",
        en: "the id `{id}` already exists among {kind}",
        pt: "o id `{id}` já existe entre {kind}",
    },
    why: Text {
        es: "Una referencia no sabría a cuál de los dos apunta.",
        en: "A reference would not know which of the two is meant.",
        pt: "Uma referência não saberia qual dos dois indica.",
    },
    fix: Text { es: "cambie uno de los dos ids", en: "change one of the two ids", pt: "mude um dos dois ids" },
    bad: r#"=== roles.yaml
jefatura:
  name: Jefatura
=== roles/jefatura.yaml
name: Jefatura de agencia
#^^^
"#,
    good: r#"=== roles.yaml
jefatura:
  name: Jefatura
"#,
};

pub const DUPLICATE_CODE: Entry = Entry {
    code: "E013",
    name: "duplicate-code",
    severity: Severity::Error,
    message: Text {
        es: "el código `{code}` ya lo tiene `{other}`",
        en: "the code `{code}` already belongs to `{other}`",
        pt: "o código `{code}` já é de `{other}`",
    },
    why: Text {
        es: "El personal busca por código: cada uno nombra una sola cosa.",
        en: "Staff look things up by code: each names one thing only.",
        pt: "O pessoal busca por código: cada um nomeia uma coisa só.",
    },
    fix: Text {
        es: "dé a una de las dos otro código",
        en: "give one of the two another code",
        pt: "dê a uma das duas outro código",
    },
    bad: r#"=== roles.yaml
jefatura: { name: Jefatura, code: R-1 }
caja: { name: Caja, code: R-1 }
#                         ^^^
"#,
    good: r#"=== roles.yaml
jefatura: { name: Jefatura, code: R-1 }
caja: { name: Caja, code: R-2 }
"#,
};

pub const BAD_ID: Entry = Entry {
    code: "E014",
    name: "bad-id",
    severity: Severity::Error,
    message: Text { es: "`{id}` no sirve como id", en: "`{id}` cannot be an id", pt: "`{id}` não serve como id" },
    why: Text {
        es: "Los ids forman direcciones que valen igual en todos los sistemas.",
        en: "Ids form addresses that must work on every system.",
        pt: "Os ids formam endereços que valem igual em todos os sistemas.",
    },
    fix: Text {
        es: "use minúsculas sin tilde, cifras y guiones: `{near}`",
        en: "use lower-case letters without accents, digits and hyphens: `{near}`",
        pt: "use minúsculas sem acento, algarismos e hifens: `{near}`",
    },
    bad: r#"=== roles.yaml
Jefe de Área: { name: Jefatura }
#^^^^^^^^^^^
=== services/citas.md
---
code: C-1
name: Citas
indicators:
  citas-rápidas: { name: Citas en el día, target: { share: 95 % } }
# ^^^^^^^^^^^^^
---
"#,
    good: r#"=== roles.yaml
jefe-de-area: { name: Jefatura }
"#,
};

pub const ENCODING: Entry = Entry {
    code: "E015",
    name: "encoding",
    severity: Severity::Error,
    message: Text {
        es: "el archivo no está en UTF-8: {detail}",
        en: "the file is not UTF-8: {detail}",
        pt: "o arquivo não está em UTF-8: {detail}",
    },
    why: Text {
        es: "Los acentos y las eñes llegarían estropeados al manual.",
        en: "Accents would reach the manual damaged.",
        pt: "Os acentos chegariam estragados ao manual.",
    },
    fix: Text {
        es: "guárdelo de nuevo con la codificación UTF-8, que se elige en «Guardar como»",
        en: "save it again with the encoding UTF-8, which “Save as” lets you choose",
        pt: "salve-o de novo com a codificação UTF-8, que se escolhe em “Salvar como”",
    },
    bad: "",
    good: "",
};

pub const UNKNOWN_KIND: Entry = Entry {
    code: "E016",
    name: "unknown-kind",
    severity: Severity::Error,
    message: Text {
        es: "`{name}` no es una clase de entradas del manual",
        en: "`{name}` is not a kind of entry of the manual",
        pt: "`{name}` não é uma classe de entradas do manual",
    },
    why: Text {
        es: "Lo que hay dentro no se leería y faltaría en el manual publicado.",
        en: "What it holds would not be read and would be missing from the published manual.",
        pt: "O que há dentro não seria lido e faltaria no manual publicado.",
    },
    fix: Text { es: "cámbiele el nombre: {known}", en: "rename it: {known}", pt: "mude o nome: {known}" },
    bad: r#"=== servces/uno.md
---
#^^
name: Uno
---
"#,
    good: r#"=== services/uno.md
---
code: U-1
name: Uno
---
"#,
};

pub const NO_MANIFEST: Entry = Entry {
    code: "E017",
    name: "no-manifest",
    severity: Severity::Error,
    message: Text {
        es: "aquí no hay ningún manual: falta manual.yaml",
        en: "there is no manual here: manual.yaml is missing",
        pt: "aqui não há nenhum manual: falta manual.yaml",
    },
    why: Text {
        es: "El manifiesto dice de quién es el manual, su edición y su idioma.",
        en: "The manifest says whose manual it is, its edition and its language.",
        pt: "O manifesto diz de quem é o manual, sua edição e seu idioma.",
    },
    fix: Text {
        es: "cree uno con `cartilla new` o indique la carpeta del manual",
        en: "create one with `cartilla new` or give the manual’s folder",
        pt: "crie um com `cartilla new` ou indique a pasta do manual",
    },
    bad: "",
    good: "",
};

pub const FRONT_MATTER: Entry = Entry {
    code: "E018",
    name: "front-matter",
    severity: Severity::Error,
    message: Text {
        es: "los datos del comienzo no están entre dos líneas `---`: {detail}",
        en: "the data at the start do not stand between two `---` lines: {detail}",
        pt: "os dados do começo não estão entre duas linhas `---`: {detail}",
    },
    why: Text {
        es: "Los datos de la entrada van antes de la prosa.",
        en: "The data of an entry stand before its prose.",
        pt: "Os dados da entrada vêm antes da prosa.",
    },
    fix: Text {
        es: "escriba `---`, los datos, `---` y después la prosa",
        en: "write `---`, the data, `---` and then the prose",
        pt: "escreva `---`, os dados, `---` e depois a prosa",
    },
    bad: r#"=== services/uno.md
name: Uno
#^^^^^^^^
"#,
    good: r#"=== services/uno.md
---
code: U-1
name: Uno
---
"#,
};

pub const AMBIGUOUS_LINK: Entry = Entry {
    code: "E019",
    name: "ambiguous-link",
    severity: Severity::Error,
    message: Text {
        es: "`{id}` puede ser de varias clases: {kinds}",
        en: "`{id}` may be of several kinds: {kinds}",
        pt: "`{id}` pode ser de várias classes: {kinds}",
    },
    why: Text {
        es: "El enlace no sabría a dónde llevar.",
        en: "The link would not know where to lead.",
        pt: "O link não saberia aonde levar.",
    },
    fix: Text {
        es: "escriba la clase delante: `[[{example}]]`",
        en: "write the kind before it: `[[{example}]]`",
        pt: "escreva a classe antes: `[[{example}]]`",
    },
    bad: r#"=== roles.yaml
jefatura: { name: Jefatura }
caja: { name: Caja, note: "véase [[caja]]" }
#                                ^^^^^^^^
=== segments.yaml
caja: { name: Caja }
"#,
    good: r#"=== roles.yaml
jefatura: { name: Jefatura }
caja: { name: Caja, note: "véase [[roles/caja]]" }
=== segments.yaml
caja: { name: Caja }
"#,
};

pub const UNKNOWN_FIELD: Entry = Entry {
    code: "E020",
    name: "unknown-field",
    severity: Severity::Error,
    message: Text {
        es: "`{id}` no tiene ningún valor `{field}`",
        en: "`{id}` has no value `{field}`",
        pt: "`{id}` não tem nenhum valor `{field}`",
    },
    why: Text {
        es: "El lector vería un hueco en lugar del dato.",
        en: "The reader would see a gap in place of the value.",
        pt: "O leitor veria uma lacuna no lugar do dado.",
    },
    fix: Text {
        es: "use uno de los que tiene: {known}",
        en: "use one that it has: {known}",
        pt: "use um dos que tem: {known}",
    },
    bad: r#"=== roles.yaml
jefatura: { name: Jefatura, note: "[[jefatura.plazo]]" }
#                                  ^^^^^^^^^^^^^^^^^^
"#,
    good: r#"=== roles.yaml
jefatura: { name: Jefatura, note: "[[jefatura.name]]" }
"#,
};

pub const CYCLE: Entry = Entry {
    code: "E021",
    name: "reference-cycle",
    severity: Severity::Error,
    message: Text {
        es: "la referencia vuelve al punto de partida: {path}",
        en: "the reference comes back to where it began: {path}",
        pt: "a referência volta ao ponto de partida: {path}",
    },
    why: Text {
        es: "Un escalamiento, un paso o un valor que depende de sí mismo no termina nunca.",
        en: "An escalation, a step or a value that depends on itself never ends.",
        pt: "Um escalonamento, um passo ou um valor que depende de si mesmo nunca termina.",
    },
    fix: Text {
        es: "rompa el círculo en uno de estos puntos",
        en: "break the circle at one of these points",
        pt: "rompa o círculo em um destes pontos",
    },
    bad: r#"=== roles.yaml
jefatura: { name: Jefatura, escalates_to: caja }
#                                         ^^^^
caja: { name: Caja, escalates_to: jefatura }
"#,
    good: r#"=== roles.yaml
jefatura: { name: Jefatura }
caja: { name: Caja, escalates_to: jefatura }
"#,
};

pub const TOO_LARGE: Entry = Entry {
    code: "E022",
    name: "too-large",
    severity: Severity::Error,
    message: Text {
        es: "hay más de {limit} valores en un solo archivo",
        en: "there are more than {limit} values in one file",
        pt: "há mais de {limit} valores em um só arquivo",
    },
    why: Text {
        es: "Un archivo así no lo puede mantener nadie.",
        en: "Nobody can maintain a file like this.",
        pt: "Ninguém consegue manter um arquivo assim.",
    },
    fix: Text {
        es: "divídalo en varios archivos",
        en: "split it into several files",
        pt: "divida-o em vários arquivos",
    },
    bad: "",
    good: "",
};

pub const SKIPPED: Entry = Entry {
    code: "E023",
    name: "skipped-file",
    severity: Severity::Warning,
    message: Text {
        es: "no se leyó `{path}`: {detail}",
        en: "`{path}` was not read: {detail}",
        pt: "`{path}` não foi lido: {detail}",
    },
    why: Text {
        es: "Lo que contiene no aparecerá en el manual.",
        en: "What it holds will not appear in the manual.",
        pt: "O que contém não aparecerá no manual.",
    },
    fix: Text {
        es: "ponga en su lugar un archivo corriente dentro del manual",
        en: "put an ordinary file inside the manual in its place",
        pt: "ponha no lugar um arquivo comum dentro do manual",
    },
    bad: "",
    good: "",
};

pub const COMPLEX_KEY: Entry = Entry {
    code: "E024",
    name: "complex-key",
    severity: Severity::Error,
    message: Text {
        es: "una clave tiene que ser un texto",
        en: "a key must be text",
        pt: "uma chave precisa ser um texto",
    },
    why: Text {
        es: "Una lista o un grupo no puede nombrar un dato.",
        en: "A list or a mapping cannot name a value.",
        pt: "Uma lista ou um grupo não pode nomear um dado.",
    },
    fix: Text {
        es: "escriba una palabra seguida de `:`; si el texto lleva corchetes, póngalo entre comillas",
        en: "write a word followed by `:`; quote a text with brackets",
        pt: "escreva uma palavra seguida de `:`; se for um texto com colchetes, ponha-o entre aspas",
    },
    bad: r#"=== roles.yaml
? [a]
# ^^^
: b
"#,
    good: r#"=== roles.yaml
a: { name: A }
"#,
};

pub const UNKNOWN_CHOICE: Entry = Entry {
    code: "E025",
    name: "unknown-choice",
    severity: Severity::Error,
    message: Text {
        es: "`{found}` no está entre los valores de `{key}`",
        en: "`{found}` is not among the values of `{key}`",
        pt: "`{found}` não está entre os valores de `{key}`",
    },
    why: Text {
        es: "Este dato tiene una lista cerrada de valores.",
        en: "This value comes from a closed list.",
        pt: "Este dado tem uma lista fechada de valores.",
    },
    fix: Text {
        es: "escriba uno de estos: {known}",
        en: "write one of these: {known}",
        pt: "escreva um destes: {known}",
    },
    bad: r#"=== needs.yaml
rapidez: { name: Rapidez, kind: basica }
#                               ^^^^^^
"#,
    good: r#"=== needs.yaml
rapidez: { name: Rapidez, kind: basic }
"#,
};

pub const NOT_BOOLEAN: Entry = Entry {
    code: "E026",
    name: "not-boolean",
    severity: Severity::Error,
    message: Text {
        es: "`{found}` no es `true` ni `false`",
        en: "`{found}` is neither `true` nor `false`",
        pt: "`{found}` não é `true` nem `false`",
    },
    why: Text {
        es: "En YAML, `no`, `sí` u `on` se leen de manera distinta según el programa.",
        en: "In YAML, `no`, `yes` or `on` are read differently by different programs.",
        pt: "Em YAML, `no`, `sim` ou `on` são lidos de modo diferente conforme o programa.",
    },
    fix: Text { es: "escriba `true` o `false`", en: "write `true` or `false`", pt: "escreva `true` ou `false`" },
    bad: r#"=== roles.yaml
jefatura: { name: Jefatura, contact: no }
#                                    ^^
"#,
    good: r#"=== roles.yaml
jefatura: { name: Jefatura, contact: false }
"#,
};

pub const ORPHAN_TRANSLATION: Entry = Entry {
    code: "E027",
    name: "orphan-translation",
    severity: Severity::Warning,
    message: Text {
        es: "la traducción tiene `{key}` y el original no",
        en: "the translation has `{key}` and the original does not",
        pt: "a tradução tem `{key}` e o original não",
    },
    why: Text {
        es: "Una traducción solo lleva los textos del original.",
        en: "A translation carries only the texts of the original.",
        pt: "Uma tradução só traz os textos do original.",
    },
    fix: Text {
        es: "escriba `{key}` en el original o quítelo de la traducción",
        en: "write `{key}` in the original or remove it from the translation",
        pt: "escreva `{key}` no original ou retire-o da tradução",
    },
    bad: r#"=== roles.yaml
jefatura: { name: Jefatura }
=== roles.en.yaml
jefatura: { name: Head, attitude: Calm }
#                       ^^^^^^^^
=== manual.yaml
organization: { name: Ejemplo }
document: { title: Manual }
languages: { default: es, others: [en] }
"#,
    good: r#"=== roles.yaml
jefatura: { name: Jefatura, attitude: Serena }
=== roles.en.yaml
jefatura: { name: Head, attitude: Calm }
=== manual.yaml
organization: { name: Ejemplo }
document: { title: Manual }
languages: { default: es, others: [en] }
"#,
};

pub const OTHER_VALUE: Entry = Entry {
    code: "E048",
    name: "value-changed-in-translation",
    severity: Severity::Warning,
    message: Text {
        es: "la traducción dice `{found}` y el original `{original}`: vale el del original",
        en: "the translation says `{found}` and the original `{original}`: the one of the original holds",
        pt: "a tradução diz `{found}` e o original `{original}`: vale o do original",
    },
    why: Text {
        es: "Una traducción solo lleva textos. Si un plazo o un monto cambia, cambia en todos los idiomas: dos clientes no reciben promesas distintas por la lengua en que leen.",
        en: "A translation carries only texts. Where a time or an amount changes, it changes in all languages: two customers are not promised different things for the language in which they read.",
        pt: "Uma tradução só traz textos. Se um prazo ou um valor muda, muda em todos os idiomas: dois clientes não recebem promessas diferentes pela língua em que leem.",
    },
    fix: Text {
        es: "quite el valor de la traducción; si es el nuevo, escríbalo en el original",
        en: "remove the value from the translation; if it is the new one, write it in the original",
        pt: "retire o valor da tradução; se for o novo, escreva-o no original",
    },
    bad: r#"=== commitments.yaml
espera: { promise: Le atendemos pronto., within: 10 minutes }
=== commitments.en.yaml
espera: { promise: We serve you soon., within: 5 minutes }
#                                              ^^^^^^^^^
=== manual.yaml
organization: { name: Ejemplo }
document: { title: Manual }
languages: { default: es, others: [en] }
"#,
    good: r#"=== commitments.yaml
espera: { promise: Le atendemos pronto., within: 10 minutes }
=== commitments.en.yaml
espera: { promise: We serve you soon. }
=== manual.yaml
organization: { name: Ejemplo }
document: { title: Manual }
languages: { default: es, others: [en] }
"#,
};

pub const BIDI_CONTROL: Entry = Entry {
    code: "E028",
    name: "bidi-control",
    severity: Severity::Error,
    message: Text {
        es: "hay un carácter invisible que cambia el sentido de la escritura: {detail}",
        en: "there is an invisible character that changes the direction of writing: {detail}",
        pt: "há um caractere invisível que muda o sentido da escrita: {detail}",
    },
    why: Text {
        es: "El texto se vería en un orden y se leería en otro.",
        en: "The text would be shown in one order and read in another.",
        pt: "O texto seria visto em uma ordem e lido em outra.",
    },
    fix: Text { es: "borre ese carácter", en: "delete that character", pt: "apague esse caractere" },
    bad: "",
    good: "",
};

pub const CASE_WIDTH: Entry = Entry {
    code: "E029",
    name: "case-width",
    severity: Severity::Error,
    message: Text {
        es: "cada caso lleva {width} valores y este lleva {found}",
        en: "each case has {width} values and this one has {found}",
        pt: "cada caso tem {width} valores e este tem {found}",
    },
    why: Text {
        es: "Un caso nombra un valor por cada dimensión de `by` y termina con el suyo.",
        en: "A case names one value for each dimension of `by` and ends with its own.",
        pt: "Um caso nomeia um valor para cada dimensão de `by` e termina com o seu.",
    },
    fix: Text {
        es: "escriba una lista de {width} valores, el resultado al final",
        en: "write a list of {width} values, the result last",
        pt: "escreva uma lista de {width} valores, o resultado no fim",
    },
    bad: r#"code: EJ-01
name: Ejemplo
commitments:
  plazo:
    promise: Respondemos a tiempo.
    within:
      by: [plan]
      cases:
        - [base, oro, 1 hour]
#         ^^^^^^^^^^^^^^^^^^^
"#,
    good: r#"code: EJ-01
name: Ejemplo
commitments:
  plazo:
    promise: Respondemos a tiempo.
    within:
      by: [plan]
      cases:
        - [base, 1 hour]
"#,
};

pub const OVERLAPPING_HOURS: Entry = Entry {
    code: "E030",
    name: "overlapping-hours",
    severity: Severity::Error,
    message: Text {
        es: "los horarios se solapan: {found}",
        en: "the hours overlap: {found}",
        pt: "os horários se sobrepõem: {found}",
    },
    why: Text {
        es: "El lector no sabría cuál de los dos vale.",
        en: "The reader would not know which of the two holds.",
        pt: "O leitor não saberia qual dos dois vale.",
    },
    fix: Text {
        es: "separe los turnos: `08:30-13:00 15:00-18:30`",
        en: "keep the shifts apart: `08:30-13:00 15:00-18:30`",
        pt: "separe os turnos: `08:30-13:00 15:00-18:30`",
    },
    bad: r#"=== channels.yaml
agencia:
  name: Agencia
  kind: face_to_face
  hours: { mon: 08:30-13:00 12:00-18:30 }
#        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
"#,
    good: r#"=== channels.yaml
agencia:
  name: Agencia
  kind: face_to_face
  hours: { mon: 08:30-13:00 15:00-18:30 }
"#,
};

/// Every entry of this family, by code.
pub const ALL: [&Entry; 46] = [
    &SYNTAX,
    &DUPLICATE_KEY,
    &UNKNOWN_ALIAS,
    &ALIAS_BUDGET,
    &TOO_DEEP,
    &UNKNOWN_KEY,
    &MISSING_KEY,
    &WRONG_SHAPE,
    &BAD_VALUE,
    &AMBIGUOUS_DAYS,
    &UNKNOWN_REFERENCE,
    &DUPLICATE_ID,
    &DUPLICATE_CODE,
    &BAD_ID,
    &ENCODING,
    &UNKNOWN_KIND,
    &NO_MANIFEST,
    &FRONT_MATTER,
    &AMBIGUOUS_LINK,
    &UNKNOWN_FIELD,
    &CYCLE,
    &TOO_LARGE,
    &SKIPPED,
    &COMPLEX_KEY,
    &UNKNOWN_CHOICE,
    &NOT_BOOLEAN,
    &ORPHAN_TRANSLATION,
    &BIDI_CONTROL,
    &CASE_WIDTH,
    &OVERLAPPING_HOURS,
    &LIST_IN_TEXT,
    &LOST_END,
    &UNREAD_FILE,
    &NESTED_FILE,
    &OPEN_LINK,
    &AMBIGUOUS_NUMBER,
    &PORTABLE_NAME,
    &NEAR_WORD,
    &UNKNOWN_LANGUAGE,
    &TWO_STATES,
    &WITHOUT_REASON,
    &TWO_TABLES,
    &ONE_FIGURE,
    &NO_TARGETS,
    &OTHER_VALUE,
    &ONE_ITEM,
];

//! Codes for what YAML, Markdown or the folder would let pass in silence: E031 and after.

use crate::diag::{Entry, Severity};
use crate::lang::Text;

pub const LIST_IN_TEXT: Entry = Entry {
    code: "E031",
    name: "list-in-text",
    severity: Severity::Error,
    message: Text {
        es: "esta línea de lista quedó dentro del texto anterior",
        en: "this line of a list became part of the text before it",
        pt: "esta linha de lista ficou dentro do texto anterior",
    },
    why: Text {
        es: "Una línea que comienza con `-` continúa el texto de arriba si este no lleva también su `-` y un espacio.",
        en: "A line that begins with `-` continues the text above, unless that has its own `-` and a space too.",
        pt: "Uma linha que começa com `-` continua o texto de cima, se este não tiver também seu `-` e um espaço.",
    },
    fix: Text {
        es: "comience cada elemento de la lista con `- `, también el anterior",
        en: "begin every item of the list with `- `, the one before too",
        pt: "comece cada item da lista com `- `, também o anterior",
    },
    bad: r#"=== roles.yaml
jefatura:
  name: Jefatura
  profile:
    cinco años en atención
    - trato justo
#   ^^^^^^^^^^^^^
"#,
    good: r#"=== roles.yaml
jefatura:
  name: Jefatura
  profile:
    - cinco años en atención
    - trato justo
"#,
};

pub const LOST_END: Entry = Entry {
    code: "E032",
    name: "lost-end",
    severity: Severity::Warning,
    message: Text {
        es: "el texto termina antes del `#`: lo que sigue se toma por un comentario",
        en: "the text ends before the `#`: what follows is taken for a comment",
        pt: "o texto termina antes do `#`: o que segue é tomado por comentário",
    },
    why: Text {
        es: "Un `#` después de un espacio comienza un comentario, y el resto de la línea no se publica.",
        en: "A `#` after a space begins a comment, and the rest of the line is not published.",
        pt: "Um `#` depois de um espaço começa um comentário, e o resto da linha não é publicado.",
    },
    fix: Text {
        es: "ponga el texto entre comillas: `{example}`; si es un comentario, deje un espacio después del `#`",
        en: "put the text in quotes: `{example}`; if it is a comment, leave a space after the `#`",
        pt: "ponha o texto entre aspas: `{example}`; se for um comentário, deixe um espaço depois do `#`",
    },
    bad: r#"=== roles.yaml
jefatura: { name: Jefatura }
caja:
  name: Ventanilla #3
#                  ^^
"#,
    good: r#"=== roles.yaml
jefatura: { name: Jefatura } # la de cada agencia
caja:
  name: "Ventanilla #3"
"#,
};

pub const UNREAD_FILE: Entry = Entry {
    code: "E033",
    name: "unread-file",
    severity: Severity::Error,
    message: Text {
        es: "no se lee `{path}`: {detail}",
        en: "`{path}` is not read: {detail}",
        pt: "`{path}` não é lido: {detail}",
    },
    why: Text {
        es: "Lo que contiene faltaría en el manual sin que nadie lo notara.",
        en: "What it holds would be missing from the manual unnoticed.",
        pt: "O que contém faltaria no manual sem que ninguém notasse.",
    },
    fix: Text { es: "cámbiele el nombre a `{meant}`", en: "rename it to `{meant}`", pt: "mude o nome para `{meant}`" },
    bad: r#"=== trainings.yml
trato: { name: Trato }
#^^^^^^^^^^^^^^^^^^^^^
"#,
    good: r#"=== trainings.yaml
trato: { name: Trato }
"#,
};

pub const NESTED_FILE: Entry = Entry {
    code: "E034",
    name: "nested-file",
    severity: Severity::Error,
    message: Text {
        es: "`{path}` está en una carpeta de más",
        en: "`{path}` lies a folder too deep",
        pt: "`{path}` está em uma pasta a mais",
    },
    why: Text {
        es: "Las entradas de una clase están juntas en su carpeta; el orden de los servicios lo dan sus familias.",
        en: "The entries of a kind lie together in its folder; families give services their order.",
        pt: "As entradas de uma classe ficam juntas em sua pasta; as famílias dão ordem aos serviços.",
    },
    fix: Text { es: "muévalo a `{meant}`", en: "move it to `{meant}`", pt: "mova-o para `{meant}`" },
    bad: r#"=== services/credito/uno.md
---
#^^
code: U-1
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

pub const OPEN_LINK: Entry = Entry {
    code: "E035",
    name: "open-link",
    severity: Severity::Error,
    message: Text {
        es: "estos corchetes no forman un enlace",
        en: "these brackets do not make a link",
        pt: "estes colchetes não formam um link",
    },
    why: Text {
        es: "El lector vería los corchetes en lugar del dato o del enlace.",
        en: "The reader would see the brackets in place of the value or link.",
        pt: "O leitor veria os colchetes em lugar do dado ou do link.",
    },
    fix: Text {
        es: "escriba el enlace en una sola línea, `[[id]]` o `[texto](dirección)`, sin espacios en la dirección",
        en: "write the link in one line, `[[id]]` or `[text](address)`, with no spaces in the address",
        pt: "escreva o link em uma só linha, `[[id]]` ou `[texto](endereço)`, sem espaços no endereço",
    },
    bad: r#"=== chapters/uno.md
---
title: Uno
---
Pregunte a la [[jefatura] de su agencia.
#             ^^
"#,
    good: r#"=== chapters/uno.md
---
title: Uno
---
Pregunte a la [[jefatura]] de su agencia.
"#,
};

pub const NEAR_WORD: Entry = Entry {
    code: "E041",
    name: "near-word",
    severity: Severity::Note,
    message: Text {
        es: "`{id}` se publica como está escrito: ninguna entrada tiene ese id",
        en: "`{id}` is published as it is written: no entry has that id",
        pt: "`{id}` é publicado como está escrito: nenhuma entrada tem esse id",
    },
    why: Text {
        es: "Aquí puede ir un id o una palabra. Si se quiso nombrar una entrada, el lector vería el id en lugar de su nombre y sin enlace.",
        en: "An id or a word may stand here. If an entry was meant, the reader would see the id in place of its name, and no link.",
        pt: "Aqui pode ir um id ou uma palavra. Se a intenção era nomear uma entrada, o leitor veria o id em lugar do nome e sem link.",
    },
    fix: Text {
        es: "si quiso decir la entrada, escriba `{near}`; si es una palabra, escríbala con mayúscula o con algo más de texto",
        en: "if the entry was meant, write `{near}`; if it is a word, give it a capital or some more text",
        pt: "se quis dizer a entrada, escreva `{near}`; se é uma palavra, escreva-a com maiúscula ou com mais texto",
    },
    bad: r#"=== sources.yaml
encuesta: { name: Encuesta, kept_by: jefatra }
#                                    ^^^^^^^
"#,
    good: r#"=== sources.yaml
encuesta: { name: Encuesta, kept_by: jefatura }
censo: { name: Censo, kept_by: asamblea }
"#,
};

pub const ONE_ITEM: Entry = Entry {
    code: "E049",
    name: "one-item",
    severity: Severity::Note,
    message: Text {
        es: "«{found}» es un solo elemento: las comas no lo separan",
        en: "“{found}” is one item: its commas do not part it",
        pt: "“{found}” é um só item: as vírgulas não o separam",
    },
    why: Text {
        es: "Donde cabe una lista, un texto cuenta por uno: se publica en una sola línea y nada de lo que enumera se puede comprobar por separado.",
        en: "Where a list may stand a text counts as one: it is published on one line, and nothing that it names is checked by itself.",
        pt: "Onde cabe uma lista, um texto conta como um: é publicado em uma só linha, e nada do que enumera se pode verificar em separado.",
    },
    fix: Text {
        es: "si son varios, escriba una lista: `{key}: [{found}]`",
        en: "if they are several, write a list: `{key}: [{found}]`",
        pt: "se são vários, escreva uma lista: `{key}: [{found}]`",
    },
    bad: r#"=== roles.yaml
caja:
  name: Caja
  competencies: conteo, cuadre de caja
#               ^^^^^^^^^^^^^^^^^^^^^^
"#,
    good: r#"=== roles.yaml
caja:
  name: Caja
  competencies: [conteo, cuadre de caja]
  profile: trato paciente, sin prisa
"#,
};

pub const AMBIGUOUS_NUMBER: Entry = Entry {
    code: "E036",
    name: "ambiguous-number",
    severity: Severity::Error,
    message: Text {
        es: "`{found}` puede leerse de dos maneras",
        en: "`{found}` can be read in two ways",
        pt: "`{found}` pode ser lido de duas maneiras",
    },
    why: Text {
        es: "Para unos el punto separa los miles; para otros, los decimales. Entre ambas lecturas hay mil veces de diferencia.",
        en: "To some the point separates thousands, to others decimals. A factor of a thousand lies between.",
        pt: "Para uns o ponto separa os milhares; para outros, os decimais. Entre as duas leituras há mil vezes de diferença.",
    },
    fix: Text {
        es: "escriba `{thousands}` o `{decimals}`",
        en: "write `{thousands}` or `{decimals}`",
        pt: "escreva `{thousands}` ou `{decimals}`",
    },
    bad: r#"=== roles.yaml
jefatura:
  name: Jefatura
  authority:
    - { decides: compensar al cliente, up_to: 3.000 PEN }
#                                             ^^^^^^^^^
"#,
    good: r#"=== roles.yaml
jefatura:
  name: Jefatura
  authority:
    - { decides: compensar al cliente, up_to: 3000 PEN }
"#,
};

pub const PORTABLE_NAME: Entry = Entry {
    code: "E039",
    name: "portable-name",
    severity: Severity::Error,
    message: Text {
        es: "el nombre `{path}` no sirve en todos los sistemas: {detail}",
        en: "the name `{path}` does not serve on every system: {detail}",
        pt: "o nome `{path}` não serve em todos os sistemas: {detail}",
    },
    why: Text {
        es: "En el equipo de otra persona ese archivo faltaría, o taparía a otro.",
        en: "On somebody else's computer that file would be missing, or would cover another.",
        pt: "No computador de outra pessoa esse arquivo faltaria ou encobriria outro.",
    },
    fix: Text {
        es: "cámbiele el nombre por uno de letras, cifras y guiones que ningún otro archivo lleve",
        en: "rename it with letters, figures and hyphens, as no other file is named",
        pt: "mude o nome para um de letras, algarismos e hifens que nenhum outro arquivo tenha",
    },
    bad: "",
    good: "",
};

pub const UNKNOWN_LANGUAGE: Entry = Entry {
    code: "E042",
    name: "unknown-language",
    severity: Severity::Warning,
    message: Text {
        es: "`{found}` no es el código de ningún idioma",
        en: "`{found}` is the code of no language",
        pt: "`{found}` não é o código de nenhum idioma",
    },
    why: Text {
        es: "Con el código se escribe el nombre del idioma en el de cada lector, y se comprueba en qué idiomas se atiende.",
        en: "By its code a language is named in that of each reader, and it is checked in which languages customers are served.",
        pt: "Com o código o nome do idioma é escrito no de cada leitor e se verifica em que idiomas se atende.",
    },
    fix: Text {
        es: "escriba el código ISO 639: `{example}`",
        en: "write the ISO 639 code: `{example}`",
        pt: "escreva o código ISO 639: `{example}`",
    },
    bad: r#"=== channels.yaml
correo: { name: Correo, kind: email, languages: [es, quechua] }
#                                                    ^^^^^^^
"#,
    good: r#"=== channels.yaml
correo: { name: Correo, kind: email, languages: [es, qu] }
"#,
};

pub const TWO_STATES: Entry = Entry {
    code: "E043",
    name: "two-states",
    severity: Severity::Error,
    message: Text {
        es: "`status` dice a la vez `suspended` y `retired`",
        en: "`status` says both `suspended` and `retired`",
        pt: "`status` diz ao mesmo tempo `suspended` e `retired`",
    },
    why: Text {
        es: "Lo suspendido vuelve y lo retirado no: quien lee no sabría a qué atenerse.",
        en: "What is suspended comes back and what is retired does not: readers would not know which to count on.",
        pt: "O que está suspenso volta e o que foi retirado não: quem lê não saberia com o que contar.",
    },
    fix: Text {
        es: "deje uno solo de los dos estados, con su fecha y su motivo",
        en: "leave only one of the two, with its date and reason",
        pt: "deixe só um dos dois estados, com sua data e seu motivo",
    },
    bad: r#"=== channels.yaml
fax: { name: Fax, kind: post, status: { suspended: 2026-01-01, retired: 2026-02-01, reason: obras } }
#                                                              ^^^^^^^
"#,
    good: r#"=== channels.yaml
fax: { name: Fax, kind: post, status: { retired: 2026-02-01, reason: se cerró la línea } }
"#,
};

pub const WITHOUT_REASON: Entry = Entry {
    code: "E044",
    name: "suspended-without-reason",
    severity: Severity::Note,
    message: Text {
        es: "la suspensión no dice su motivo",
        en: "the suspension does not say its reason",
        pt: "a suspensão não diz seu motivo",
    },
    why: Text {
        es: "Quien atiende tiene que poder explicar al cliente por qué hoy no se le da lo que el manual describe.",
        en: "Staff have to be able to explain to the customer why what the manual describes is not given today.",
        pt: "Quem atende precisa poder explicar ao cliente por que hoje não se dá o que o manual descreve.",
    },
    fix: Text {
        es: "añada el motivo: `{ suspended: {since}, reason: obras en el local }`",
        en: "add the reason: `{ suspended: {since}, reason: building work }`",
        pt: "acrescente o motivo: `{ suspended: {since}, reason: obras no local }`",
    },
    bad: r#"=== channels.yaml
fax: { name: Fax, kind: post, status: { suspended: 2026-01-01 } }
#                                       ^^^^^^^^^
"#,
    good: r#"=== channels.yaml
fax: { name: Fax, kind: post, status: { suspended: 2026-01-01, reason: obras en el local } }
"#,
};

//! Codes for values and targets that differ by case, and for targets that say nothing.

use crate::diag::{Entry, Severity};
use crate::lang::Text;

pub const TWO_TABLES: Entry = Entry {
    code: "E045",
    name: "two-tables",
    severity: Severity::Error,
    message: Text {
        es: "`{key}` cambia según el caso, y `{first}` también: una meta tiene una sola tabla",
        en: "`{key}` differs by case, and so does `{first}`: a target has a single table",
        pt: "`{key}` muda conforme o caso, e `{first}` também: uma meta tem uma só tabela",
    },
    why: Text {
        es: "Con dos tablas, quien lee tendría que cruzarlas para saber qué meta rige en su caso.",
        en: "With two tables, readers would have to cross them to know which target holds in their case.",
        pt: "Com duas tabelas, quem lê teria de cruzá-las para saber qual meta vale em seu caso.",
    },
    fix: Text {
        es: "escriba una tabla con la meta entera de cada caso: `target: { by: [site], cases: [[centro, { share: 90 %, within: 5 minutes }]], else: { share: 80 %, within: 9 minutes } }`",
        en: "write one table with the whole target of each case: `target: { by: [site], cases: [[centro, { share: 90 %, within: 5 minutes }]], else: { share: 80 %, within: 9 minutes } }`",
        pt: "escreva uma tabela com a meta inteira de cada caso: `target: { by: [site], cases: [[centro, { share: 90 %, within: 5 minutes }]], else: { share: 80 %, within: 9 minutes } }`",
    },
    bad: r#"=== indicators.yaml
espera:
  name: Espera
  target:
    share: { by: [site], cases: [[centro, 90 %]], else: 80 % }
    within: { by: [site], cases: [[centro, 5 minutes]], else: 9 minutes }
#   ^^^^^^
"#,
    good: r#"=== indicators.yaml
espera:
  name: Espera
  target:
    by: [site]
    cases:
      - [centro, { share: 90 %, within: 5 minutes }]
    else: { share: 80 %, within: 9 minutes }
"#,
};

pub const ONE_FIGURE: Entry = Entry {
    code: "E046",
    name: "one-figure",
    severity: Severity::Error,
    message: Text {
        es: "`{key}` del costo es una sola cifra y aquí cambia según el caso",
        en: "`{key}` of a cost is one figure, and here it differs by case",
        pt: "`{key}` do custo é um só valor e aqui muda conforme o caso",
    },
    why: Text {
        es: "Con las cifras del costo se calcula cuánto cuesta cada atención: varias a la vez no dan ningún resultado.",
        en: "The figures of a cost are reckoned with to tell what each case costs: several at once give no result.",
        pt: "Com os valores do custo se calcula quanto custa cada atendimento: vários ao mesmo tempo não dão resultado.",
    },
    fix: Text {
        es: "escriba aquí la cifra media, `{key}: …`, y los precios por caso en `offering.price`",
        en: "write the average here, `{key}: …`, and prices by case in `offering.price`",
        pt: "escreva aqui o valor médio, `{key}: …`, e os preços por caso em `offering.price`",
    },
    bad: r#"=== services/caja.yaml
name: Caja
cost:
  price: { by: [segment], cases: [[socios, 1 PEN]], else: 2 PEN }
#        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
"#,
    good: r#"=== services/caja.yaml
name: Caja
cost: { price: 2 PEN }
"#,
};

pub const NO_TARGETS: Entry = Entry {
    code: "E047",
    name: "no-targets",
    severity: Severity::Error,
    message: Text {
        es: "la lista de `{key}` está vacía: no dice si falta la meta o si no la hay",
        en: "the list of `{key}` is empty: it does not say whether the target is missing or there is none",
        pt: "a lista de `{key}` está vazia: não diz se a meta falta ou se não há meta",
    },
    why: Text {
        es: "Una lista vacía puede ser un olvido; que todavía no hay meta se dice con su motivo.",
        en: "An empty list may be something forgotten; that there is no target yet is said with its reason.",
        pt: "Uma lista vazia pode ser um esquecimento; que ainda não há meta se diz com o motivo.",
    },
    fix: Text {
        es: "escriba la meta, `targets: [{ share: 90 % }]`, o por qué no la hay: `target: { none: \"motivo\" }`",
        en: "write the target, `targets: [{ share: 90 % }]`, or why there is none: `target: { none: \"reason\" }`",
        pt: "escreva a meta, `targets: [{ share: 90 % }]`, ou por que não há: `target: { none: \"motivo\" }`",
    },
    bad: r#"=== indicators.yaml
espera: { name: Espera, targets: [] }
#                                ^^
"#,
    good: r#"=== indicators.yaml
espera: { name: Espera, target: { none: se fijará con los datos del primer año } }
"#,
};

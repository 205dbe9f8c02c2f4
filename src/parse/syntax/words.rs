//! What is said about each slip of YAML, and what to write.

use crate::lang::Text;

const fn text(es: &'static str, en: &'static str, pt: &'static str) -> Text {
    Text { es, en, pt }
}

pub const QUOTE: Text = text(
    "unas comillas se abren aquí y no se cierran",
    "a quotation mark opens here and never closes",
    "aspas se abrem aqui e não se fecham",
);
pub const CLOSE_QUOTE: Text = text(
    "escriba `{quote}` al final del texto",
    "write `{quote}` at the end of the text",
    "escreva `{quote}` no fim do texto",
);
pub const AFTER_QUOTE: Text = text(
    "después de las comillas que cierran sigue más texto",
    "more text follows the closing quotation mark",
    "depois das aspas que fecham continua mais texto",
);
pub const QUOTE_ALL: Text = text(
    "ponga entre comillas el texto entero: `{example}`",
    "put the whole text in quotes: `{example}`",
    "ponha o texto inteiro entre aspas: `{example}`",
);
pub const ESCAPE: Text = text(
    "entre comillas dobles, la barra `\\` no se puede escribir sola",
    "in double quotes a `\\` cannot stand alone",
    "entre aspas duplas, a barra `\\` não pode ficar sozinha",
);
pub const SINGLE_QUOTES: Text = text(
    "cambie las comillas dobles por comillas simples, o escriba `\\\\`",
    "change the double quotes to single ones, or write `\\\\`",
    "troque as aspas duplas por aspas simples, ou escreva `\\\\`",
);
pub const BRACKET: Text = text(
    "un corchete o una llave se abre aquí y no se cierra",
    "a bracket or brace opens here and never closes",
    "um colchete ou uma chave se abre aqui e não se fecha",
);
pub const CLOSE_BRACKET: Text = text("ciérrelo con `{close}`", "close it with `{close}`", "feche com `{close}`");
pub const CROSSED: Text = text(
    "este signo no cierra el corchete o la llave que se abrió",
    "this sign does not close the bracket or brace that was opened",
    "este sinal não fecha o colchete ou a chave que se abriu",
);
pub const TOO_MANY: Text = text(
    "sobra un corchete o una llave que cierra",
    "there is a closing bracket or brace too many",
    "sobra um colchete ou uma chave que fecha",
);
pub const REMOVE_BRACKET: Text = text(
    "bórrelo, o escriba antes el que abre",
    "delete it, or write the opening one before",
    "apague-o, ou escreva antes o que abre",
);
pub const COMMA: Text = text("falta una coma", "a comma is missing", "falta uma vírgula");
pub const WRITE_COMMA: Text = text(
    "escriba una coma antes de `{example}`, o ponga el texto entre comillas",
    "write a comma before `{example}`, or put the text in quotes",
    "escreva uma vírgula antes de `{example}`, ou ponha o texto entre aspas",
);
pub const NO_COLON: Text = text(
    "esta línea no tiene la forma `clave: valor`",
    "this line is not of the form `key: value`",
    "esta linha não tem a forma `chave: valor`",
);
pub const COLON_SPACE: Text =
    text("falta un espacio después de `:`", "a space is missing after `:`", "falta um espaço depois de `:`");
pub const WRITE: Text = text("escriba `{example}`", "write `{example}`", "escreva `{example}`");
pub const WRITE_OR_INDENT: Text = text(
    "escriba `{example}`; si la línea continúa el texto de arriba, póngale más sangría",
    "write `{example}`; if the line continues the text above, indent it more",
    "escreva `{example}`; se a linha continua o texto de cima, recue-a mais",
);
pub const KEY_OR_INDENT: Text = text(
    "escriba la clave que falta; si la línea continúa el texto de arriba, póngale más sangría",
    "write the missing key; if the line continues the text above, indent it more",
    "escreva a chave que falta; se a linha continua o texto de cima, recue-a mais",
);
pub const SECOND_COLON: Text =
    text("un texto con `: ` necesita comillas", "a text with `: ` wants quotes", "um texto com `: ` precisa de aspas");
pub const QUOTE_TEXT: Text = text(
    "ponga el texto entre comillas: `{example}`",
    "put the text in quotes: `{example}`",
    "ponha o texto entre aspas: `{example}`",
);
pub const BRACES_OR_QUOTE: Text = text(
    "si es una clave con su valor, póngalos entre llaves: `{ {pairs} }`; si es un texto, entre comillas: `{example}`",
    "if it is a key with its value, put them in braces: `{ {pairs} }`; if it is a text, in quotes: `{example}`",
    "se é uma chave com seu valor, ponha-os entre chaves: `{ {pairs} }`; se é um texto, entre aspas: `{example}`",
);
pub const LEADING_BRACKET: Text = text(
    "un texto que comienza con un corchete o una llave necesita comillas",
    "a text that begins with a bracket or brace wants quotes",
    "um texto que começa com um colchete ou uma chave precisa de aspas",
);
pub const CHARACTER: Text = text(
    "un texto que comienza con este signo necesita comillas",
    "a text that begins with this sign wants quotes",
    "um texto que começa com este sinal precisa de aspas",
);
pub const ITEM: Text = text(
    "aquí hay un elemento de lista (`-`) donde tendría que haber una clave",
    "here is a list item (`-`) where a key should be",
    "aqui há um item de lista (`-`) onde deveria haver uma chave",
);
pub const LIST_UNDER_KEY: Text = text(
    "ponga la lista debajo de su clave, que termina en `:` sin nada más",
    "put the list under its key, which ends in `:` with nothing after it",
    "ponha a lista debaixo de sua chave, que termina em `:` sem mais nada",
);
pub const INDENTATION: Text = text(
    "la sangría no concuerda con la de las líneas de arriba",
    "the indentation does not agree with the lines above",
    "o recuo não concorda com o das linhas de cima",
);
pub const INDENT: Text = text(
    "comience la línea con {meant} espacios, como `{like}`; ahora lleva {spaces}",
    "begin the line with {meant} spaces, like `{like}`; now it has {spaces}",
    "comece a linha com {meant} espaços, como `{like}`; agora tem {spaces}",
);
pub const NO_INDENT: Text = text(
    "comience la línea sin espacios, como `{like}`; ahora lleva {spaces}",
    "begin the line without spaces, like `{like}`; now it has {spaces}",
    "comece a linha sem espaços, como `{like}`; agora tem {spaces}",
);
pub const INDENT_OR_QUOTE: Text = text(
    "ponga la línea a la altura de `{like}` (espacios: {meant}, no {spaces}); si continúa el texto de arriba, ponga el texto entero entre comillas",
    "align the line with `{like}` (spaces: {meant}, not {spaces}); if it continues the text above, put the whole text in quotes",
    "ponha a linha na altura de `{like}` (espaços: {meant}, não {spaces}); se continua o texto de cima, ponha o texto inteiro entre aspas",
);
pub const INDENT_OR_KEY: Text = text(
    "si la línea continúa el texto de `{like}`, comiéncela con {spaces} espacios; si es otra clave, escriba `:` después de su nombre; si es un comentario, comiéncela con `#`",
    "if the line continues the text of `{like}`, begin it with {spaces} spaces; if it is another key, write `:` after its name; if it is a comment, begin it with `#`",
    "se a linha continua o texto de `{like}`, comece-a com {spaces} espaços; se é outra chave, escreva `:` depois do nome; se é um comentário, comece-a com `#`",
);
pub const COMMENT_OR_KEY: Text = text(
    "escriba `:` después de la clave; si la línea es un comentario, escriba `{example}`",
    "write `:` after the key; if the line is a comment, write `{example}`",
    "escreva `:` depois da chave; se a linha é um comentário, escreva `{example}`",
);
pub const STAR: Text = text(
    "los elementos de una lista comienzan con `-` y un espacio",
    "the items of a list begin with `-` and a space",
    "os itens de uma lista começam com `-` e um espaço",
);
pub const DASH_SPACE: Text =
    text("falta un espacio después de `-`", "a space is missing after `-`", "falta um espaço depois de `-`");
pub const TAB: Text = text("la sangría lleva un tabulador", "the indentation has a tab", "o recuo tem uma tabulação");
pub const SPACES: Text = text(
    "borre el tabulador y ponga espacios, dos por cada nivel",
    "delete the tab and put spaces, two for each level",
    "apague a tabulação e ponha espaços, dois para cada nível",
);
pub const INVISIBLE: Text = text(
    "aquí hay un espacio que no es el de la barra espaciadora",
    "here is a space that is not that of the space bar",
    "aqui há um espaço que não é o da barra de espaço",
);
pub const RETYPE_SPACE: Text = text(
    "bórrelo y escriba un espacio corriente; suele venir al copiar de un documento o de una página web",
    "delete it and type an ordinary space; it often comes from copying out of a document or a web page",
    "apague-o e digite um espaço comum; costuma vir ao copiar de um documento ou de uma página",
);
pub const CONTROL: Text = text(
    "aquí hay un carácter de control, que no se ve",
    "here is a control character, which cannot be seen",
    "aqui há um caractere de controle, que não se vê",
);
pub const REMOVE_CHARACTER: Text = text("borre ese carácter", "delete that character", "apague esse caractere");
pub const SECOND: Text = text(
    "lo que sigue a esta línea `---` no se lee",
    "what follows this `---` is not read",
    "o que segue esta linha `---` não é lido",
);
pub const REMOVE_LINE: Text = text("quite esta línea", "remove this line", "retire esta linha");
pub const OTHER: Text = text(
    "esta línea no está escrita como YAML",
    "this line is not written as YAML",
    "esta linha não está escrita como YAML",
);

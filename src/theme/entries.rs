//! The codes of themes, E050 to E059: what is said about each.

use crate::diag::{Entry, Severity};
use crate::lang::Text;

/// Beneath a colour that there is not.
pub const COLOUR_NAMES: Text =
    Text { es: "los colores son: {known}", en: "the colours are: {known}", pt: "as cores são: {known}" };

pub const COLOUR: Entry = Entry {
    code: "E050",
    name: "theme-colour",
    severity: Severity::Error,
    message: Text {
        es: "el color `{name}` es `{found}`, y un color se escribe con `#` y seis cifras hexadecimales",
        en: "the colour `{name}` is `{found}`, and a colour is written with `#` and six hexadecimal digits",
        pt: "a cor `{name}` é `{found}`, e uma cor se escreve com `#` e seis algarismos hexadecimais",
    },
    why: Text {
        es: "Solo así se puede comprobar que los textos se lean bien sobre su fondo.",
        en: "Only then can it be checked that text is legible on its background.",
        pt: "Só assim se pode verificar que os textos sejam legíveis sobre o fundo.",
    },
    fix: Text {
        es: "escriba el color entre comillas, por ejemplo `\"#0b5c48\"`",
        en: "write the colour in quotation marks, such as `\"#0b5c48\"`",
        pt: "escreva a cor entre aspas, por exemplo `\"#0b5c48\"`",
    },
    bad: r#"=== theme/theme.yaml
light:
  accent: verde
#         ^^^^^
"#,
    good: r##"=== theme/theme.yaml
light:
  accent: "#6b1d5e"
"##,
};

pub const CONTRAST: Entry = Entry {
    code: "E051",
    name: "theme-contrast",
    severity: Severity::Error,
    message: Text {
        es: "en `{scheme}`, `{over}` apenas se distingue de `{under}`: el contraste es {found} y hace falta {least}",
        en: "in `{scheme}`, `{over}` hardly stands out from `{under}`: the contrast is {found} and {least} is needed",
        pt: "em `{scheme}`, `{over}` mal se distingue de `{under}`: o contraste é {found} e é preciso {least}",
    },
    why: Text {
        es: "Con menos contraste, quien ve poco o lee con sol no puede leer el manual (WCAG 2.2, criterios 1.4.3 y 1.4.11).",
        en: "With less contrast, people with low vision or reading in sunlight cannot read the manual (WCAG 2.2, criteria 1.4.3 and 1.4.11).",
        pt: "Com menos contraste, quem enxerga pouco ou lê ao sol não consegue ler o manual (WCAG 2.2, critérios 1.4.3 e 1.4.11).",
    },
    fix: Text {
        es: "escriba `{name}: \"{remedy}\"`, el color más cercano que sí se distingue",
        en: "write `{name}: \"{remedy}\"`, the nearest colour that stands out",
        pt: "escreva `{name}: \"{remedy}\"`, a cor mais próxima que se distingue",
    },
    bad: r##"=== theme/theme.yaml
light:
  accent: "#9fd8c4"
#         ^^^^^^^^^
"##,
    good: r##"=== theme/theme.yaml
light:
  accent: "#6b1d5e"
"##,
};

pub const BOTH_COLOURS: Text = Text {
    es: "cambie también el otro color: así no hay ninguno que se distinga",
    en: "change the other colour too: as it is, none stands out",
    pt: "mude também a outra cor: assim não há nenhuma que se distinga",
};

pub const LIES_UNDER: Text =
    Text { es: "el color que queda debajo", en: "the colour that lies under it", pt: "a cor que fica por baixo" };

pub const UNKNOWN_FILE: Entry = Entry {
    code: "E052",
    name: "theme-file",
    severity: Severity::Error,
    message: Text {
        es: "`{path}` no sustituye a ningún archivo del tema",
        en: "`{path}` replaces no file of the theme",
        pt: "`{path}` não substitui nenhum arquivo do tema",
    },
    why: Text {
        es: "Nadie lo leería, y el manual se vería como si no estuviera.",
        en: "Nobody would read it, and the manual would look as though it were not there.",
        pt: "Ninguém o leria, e o manual ficaria como se ele não existisse.",
    },
    fix: Text {
        es: "dele el nombre del archivo al que sustituye; `cartilla theme` los enumera. Los archivos propios van en `theme/html/own/`, \
             `theme/pdf/own/` y `theme/fonts/`",
        en: "give it the name of the file that it replaces; `cartilla theme` lists them. Files of your own go in `theme/html/own/`, \
             `theme/pdf/own/` and `theme/fonts/`",
        pt: "dê-lhe o nome do arquivo que ele substitui; `cartilla theme` os enumera. Arquivos próprios vão para `theme/html/own/`, \
             `theme/pdf/own/` e `theme/fonts/`",
    },
    bad: r#"=== theme/html/block/promesa.html
<p>{{ label }}</p>
#^^^^^^^^^^^^^^^^^
"#,
    good: r#"=== theme/html/own/firma.html
<hr>
"#,
};

/// Beneath what Tera or Typst says of a file.
pub const ITS_WORDS: Text = Text {
    es: "lo que está entre comillas lo dice {reader}, que lee las plantillas y solo habla inglés",
    en: "what stands in quotation marks is said by {reader}, which reads the templates",
    pt: "o que está entre aspas é dito por {reader}, que lê os modelos e só fala inglês",
};

pub const TEMPLATE: Entry = Entry {
    code: "E053",
    name: "theme-template",
    severity: Severity::Error,
    message: Text {
        es: "la plantilla `{path}` no se puede usar: «{detail}»",
        en: "the template `{path}` cannot be used: “{detail}”",
        pt: "o modelo `{path}` não pode ser usado: “{detail}”",
    },
    why: Text {
        es: "Ninguna página que necesite esa plantilla se puede componer.",
        en: "No page that needs this template can be made.",
        pt: "Nenhuma página que precise desse modelo pode ser composta.",
    },
    fix: Text {
        es: "corríjala; el original se copia con `cartilla theme --copy`",
        en: "correct it; `cartilla theme --copy` copies the original",
        pt: "corrija-o; o original se copia com `cartilla theme --copy`",
    },
    bad: r#"=== theme/html/block/rule.html
<hr>{{ label
#^^^^^^^^^^^
"#,
    good: r#"=== theme/html/own/firma.html
<hr>
"#,
};

pub const OUTDATED: Entry = Entry {
    code: "E054",
    name: "theme-outdated",
    severity: Severity::Warning,
    message: Text {
        es: "`{path}` se copió de una versión anterior del archivo que sustituye",
        en: "`{path}` was copied from an earlier version of the file that it replaces",
        pt: "`{path}` foi copiado de uma versão anterior do arquivo que substitui",
    },
    why: Text {
        es: "El original ha cambiado desde entonces: la copia puede carecer de algo que los lectores necesitan.",
        en: "The original has changed since: the copy may lack something that readers need.",
        pt: "O original mudou desde então: a cópia pode não ter algo de que os leitores precisam.",
    },
    fix: Text {
        es: "copie el archivo otra vez con `cartilla theme --copy {file}` y vuelva a hacer sus cambios, o actualice la primera línea",
        en: "copy the file again with `cartilla theme --copy {file}` and make your changes again, or bring the first line up to date",
        pt: "copie o arquivo de novo com `cartilla theme --copy {file}` e refaça suas mudanças, ou atualize a primeira linha",
    },
    bad: r#"=== theme/html/block/rule.html
{#- cartilla theme 000000000000 -#}
#^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
<hr>
"#,
    good: r#"=== theme/html/block/rule.html
{#- cartilla theme 0070878e334b -#}
<hr class="ours">
"#,
};

pub const PICTURE: Entry = Entry {
    code: "E055",
    name: "theme-asset",
    severity: Severity::Error,
    message: Text {
        es: "`{path}` no existe, es de otro tipo o pesa demasiado",
        en: "`{path}` does not exist, is of another type or is too large",
        pt: "`{path}` não existe, é de outro tipo ou pesa demais",
    },
    why: Text {
        es: "El logotipo y los tipos de letra se cargan en cada página y se incluyen en el PDF.",
        en: "The logo and the fonts are loaded by every page and included in the PDF.",
        pt: "O logotipo e as fontes são carregados em cada página e incluídos no PDF.",
    },
    fix: Text {
        es: "ponga el archivo en la carpeta `theme`: el logotipo en SVG, PNG o JPEG de hasta 256 kB; los tipos de letra en TTF, OTF o WOFF2",
        en: "put the file in the folder `theme`: the logo as SVG, PNG or JPEG of up to 256 kB; fonts as TTF, OTF or WOFF2",
        pt: "ponha o arquivo na pasta `theme`: o logotipo em SVG, PNG ou JPEG de até 256 kB; as fontes em TTF, OTF ou WOFF2",
    },
    bad: r#"=== theme/theme.yaml
logo: logo.svg
#     ^^^^^^^^
"#,
    good: r#"=== theme/theme.yaml
logo: logo.svg
=== theme/logo.svg
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><path d="M0 0h1v1z"/></svg>
"#,
};

pub const LETTERS: Entry = Entry {
    code: "E056",
    name: "theme-letters",
    severity: Severity::Error,
    message: Text {
        es: "`{found}` no es el nombre de un tipo de letra ni un grosor",
        en: "`{found}` is neither the name of a font nor a weight",
        pt: "`{found}` não é o nome de uma fonte nem um peso",
    },
    why: Text {
        es: "El nombre acaba en la hoja de estilo, donde otros signos tendrían otro sentido.",
        en: "The name ends up in the style sheet, where other characters would mean something else.",
        pt: "O nome acaba na folha de estilo, onde outros caracteres teriam outro sentido.",
    },
    fix: Text {
        es: "escriba el nombre con letras, cifras, espacios y guiones; el grosor, de 1 a 1000 o de uno a otro (`400..700`)",
        en: "write the name with letters, digits, spaces and hyphens; the weight from 1 to 1000, or from one to another (`400..700`)",
        pt: "escreva o nome com letras, algarismos, espaços e hifens; o peso, de 1 a 1000 ou de um a outro (`400..700`)",
    },
    bad: r#"=== theme/theme.yaml
fonts:
  voice: ["Marca; Serif", Georgia]
#         ^^^^^^^^^^^^^^
"#,
    good: r#"=== theme/theme.yaml
fonts:
  voice: [Marca Serif, Georgia, serif]
"#,
};

pub const FORBIDDEN: Entry = Entry {
    code: "E057",
    name: "theme-script",
    severity: Severity::Error,
    message: Text {
        es: "`{path}` tiene `{found}`, que las páginas no admiten",
        en: "`{path}` has `{found}`, which the pages do not allow",
        pt: "`{path}` tem `{found}`, que as páginas não aceitam",
    },
    why: Text {
        es: "Las páginas prohíben los scripts y los estilos escritos en ellas, para que nada ajeno se ejecute: el navegador no haría caso de este.",
        en: "The pages forbid scripts and styles written in them, so that nothing foreign runs: the browser would ignore this one.",
        pt: "As páginas proíbem scripts e estilos escritos nelas, para que nada alheio seja executado: o navegador ignoraria este.",
    },
    fix: Text {
        es: "dé al elemento una clase y escriba el estilo en `theme/html/brand.css`, o el script en un archivo `theme/html/….js`",
        en: "give the element a class and write the style in `theme/html/brand.css`, or the script in a file `theme/html/….js`",
        pt: "dê ao elemento uma classe e escreva o estilo em `theme/html/brand.css`, ou o script em um arquivo `theme/html/….js`",
    },
    bad: r#"=== theme/html/own/firma.html
<hr style="color: red">
#^^^^^^^^^^^^^^^^^^^^^^
<script>alert(1)</script>
#^^^^^^^^^^^^^^^^^^^^^^^^
"#,
    good: r#"=== theme/html/own/firma.html
<hr class="ours">
=== theme/html/brand.css
.ours { color: red; }
"#,
};

pub const UNSTAMPED: Entry = Entry {
    code: "E058",
    name: "theme-unstamped",
    severity: Severity::Note,
    message: Text {
        es: "no se sabe de qué versión del original parte `{path}`",
        en: "`{path}` does not say which version of the original it was made from",
        pt: "não se sabe de que versão do original parte `{path}`",
    },
    why: Text {
        es: "Cuando el original cambie, nadie avisará de que a esta copia le falta algo que los lectores necesitan.",
        en: "When the original changes nobody will say that this copy lacks something that readers need.",
        pt: "Quando o original mudar, ninguém avisará que falta a esta cópia algo de que os leitores precisam.",
    },
    fix: Text {
        es: "cópielo de nuevo con `cartilla theme --copy {file}` y vuelva a hacer sus cambios; si parte del original de hoy, basta con que empiece por `{line}`",
        en: "copy it again with `cartilla theme --copy {file}` and make your changes again; if it was made from the original of today, let it begin with `{line}`",
        pt: "copie-o de novo com `cartilla theme --copy {file}` e refaça suas mudanças; se parte do original de hoje, basta que comece por `{line}`",
    },
    bad: r#"=== theme/html/block/rule.html
<hr class="ours">
#^^^^^^^^^^^^^^^^
"#,
    good: r#"=== theme/html/block/rule.html
{#- cartilla theme 0070878e334b -#}
<hr class="ours">
"#,
};

pub const WORDS: Entry = Entry {
    code: "E059",
    name: "theme-words",
    severity: Severity::Warning,
    message: Text {
        es: "`{path}` dice «{found}», y un tema no lleva palabras",
        en: "`{path}` says “{found}”, and a theme holds no words",
        pt: "`{path}` diz “{found}”, e um tema não leva palavras",
    },
    why: Text {
        es: "Nadie las traduciría ni las comprobaría: en las páginas en otro idioma quedarían tal cual, y el PDF y los datos no las tendrían.",
        en: "Nobody would translate or check them: pages in another language would have them as they are, the PDF and the data would not have them.",
        pt: "Ninguém as traduziria nem verificaria: nas páginas em outro idioma ficariam como estão, e o PDF e os dados não as teriam.",
    },
    fix: Text {
        es: "escriba el texto en el manual, o use las palabras del programa que recibe la plantilla, como `{slot}`",
        en: "write the text in the manual, or use the program’s words that the template is given, such as `{slot}`",
        pt: "escreva o texto no manual, ou use as palavras do programa que o modelo recebe, como `{slot}`",
    },
    bad: r#"=== theme/html/own/firma.html
<p>Prometemos: {{ label }}</p>
#^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
"#,
    good: r#"=== theme/html/own/firma.html
<p>{{ label }}:</p>
"#,
};

/// Every entry of this family, by code.
pub const ALL: [&Entry; 10] =
    [&COLOUR, &CONTRAST, &UNKNOWN_FILE, &TEMPLATE, &OUTDATED, &PICTURE, &LETTERS, &FORBIDDEN, &UNSTAMPED, &WORDS];

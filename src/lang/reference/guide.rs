//! The first chapter of the language reference: how a manual is laid out.

use super::text;
use crate::lang::Text;

/// A part of the chapter.
#[derive(Debug)]
pub struct GuidePart {
    pub title: Text,
    pub blocks: &'static [GuideBlock],
}

#[derive(Debug)]
pub enum GuideBlock {
    /// Words between grave accents are code.
    Paragraph(Text),
    /// The same in every language.
    Code(&'static str),
}

use GuideBlock::{Code, Paragraph};

pub const GUIDE: (Text, Text, &[GuidePart]) = (
    text("Cómo es un manual", "How a manual is laid out", "Como é um manual"),
    text(
        "Un manual es una carpeta de textos que cualquiera puede leer y corregir. Cartilla los revisa y los publica.",
        "A manual is a folder of texts that anybody can read and mend. Cartilla checks them and publishes them.",
        "Um manual é uma pasta de textos que qualquer um pode ler e corrigir. O Cartilla os verifica e publica.",
    ),
    &[
        GuidePart {
            title: text("Archivos", "Files", "Arquivos"),
            blocks: &[
                Code(
                    "manual/\n  manual.yaml\n  chapters/bienvenida.md\n  services/microcredito.md\n  channels.yaml\n  roles.yaml\n  complaints.yaml\n  assets/",
                ),
                Paragraph(text(
                    "`manual.yaml` es la portada y el control del documento. Cada clase de entrada (servicios, canales, puestos…) va en un registro, como `channels.yaml`, o en una carpeta con un archivo por entrada, como `services/microcredito.md`. Las dos formas pueden convivir.",
                    "`manual.yaml` is the cover and the document control. Each kind of entry (services, channels, roles…) goes into a register, such as `channels.yaml`, or into a folder with one file an entry, such as `services/microcredito.md`. Both may stand side by side.",
                    "`manual.yaml` é a capa e o controle do documento. Cada classe de entrada (serviços, canais, cargos…) vai em um registro, como `channels.yaml`, ou em uma pasta com um arquivo por entrada, como `services/microcredito.md`. As duas formas podem conviver.",
                )),
                Paragraph(text(
                    "Un manual pequeño necesita pocas: lo que solo usa un servicio se escribe dentro del servicio. Las imágenes van en `assets/`.",
                    "A small manual needs few of them: what one service uses alone is written inside the service. Pictures go into `assets/`.",
                    "Um manual pequeno precisa de poucas: o que só um serviço usa se escreve dentro do serviço. As imagens vão em `assets/`.",
                )),
            ],
        },
        GuidePart {
            title: text("Entradas, ids y referencias", "Entries, ids and references", "Entradas, ids e referências"),
            blocks: &[
                Code("telefono:\n  name: Central telefónica\n  kind: telephone\n  hours: { mon..fri: 09:00-18:00 }"),
                Paragraph(text(
                    "`telefono` es el id: minúsculas, cifras y guiones, sin tildes. En una carpeta, el id es el nombre del archivo. Otra entrada la nombra por ese id, `channels: [telefono]`, y el nombre que ven los lectores se escribe una sola vez.",
                    "`telefono` is the id: lower-case letters, digits and hyphens, without accents. In a folder, the id is the file's name. Another entry refers to it by that id, `channels: [telefono]`, and the name that readers see is written once.",
                    "`telefono` é o id: minúsculas, algarismos e hífens, sem acentos. Em uma pasta, o id é o nome do arquivo. Outra entrada a nomeia por esse id, `channels: [telefono]`, e o nome que os leitores veem se escreve uma só vez.",
                )),
                Paragraph(text(
                    "Donde se espera una lista puede ponerse un solo valor. Una clave que Cartilla no conoce es un error: así no se pierde nada por una letra cambiada.",
                    "Where a list is expected, one value may stand alone. A key that Cartilla does not know is an error: so nothing is lost by a slip of the pen.",
                    "Onde se espera uma lista pode-se pôr um só valor. Uma chave que o Cartilla não conhece é um erro: assim nada se perde por uma letra trocada.",
                )),
            ],
        },
        GuidePart {
            title: text("Textos, enlaces y cifras", "Texts, links and figures", "Textos, links e cifras"),
            blocks: &[
                Code(
                    "La primera respuesta llega en [[telefono.first_response]].\nVea [[services/microcredito]] o [[microcredito|el crédito]].",
                ),
                Paragraph(text(
                    "`[[id]]` enlaza con una entrada por su nombre; `[[id.clave]]` imprime su valor en el idioma del lector. Así una cifra se escribe una sola vez y cambia en todas partes a la vez. Los textos admiten Markdown: `**negrita**`, `*cursiva*`, listas y tablas en el cuerpo de un `.md`.",
                    "`[[id]]` links to an entry by its name; `[[id.key]]` prints its value in the reader's language. So a figure is written once and changes everywhere at once. Texts take Markdown: `**bold**`, `*italics*`, and lists and tables in the body of a `.md`.",
                    "`[[id]]` cria um link para uma entrada por seu nome; `[[id.chave]]` imprime seu valor no idioma do leitor. Assim uma cifra se escreve uma só vez e muda em toda parte ao mesmo tempo. Os textos admitem Markdown: `**negrito**`, `*itálico*`, listas e tabelas no corpo de um `.md`.",
                )),
                Paragraph(text(
                    "Cada título de un `.md` tiene una dirección, que sale de sus palabras: al cambiarlas, los enlaces guardados dejan de llevar a él. Con `## Qué se trae {#que-se-trae}` la conserva, diga lo que diga el título: el id lleva minúsculas sin acento, cifras y guiones, y está una sola vez en el texto. La traducción toma las direcciones del original. Pasos y momentos tienen la de su `id`, o la de sus palabras en el idioma del manual.",
                    "Each heading of a `.md` has an address, made of its words: when they change, links that people kept no longer lead to it. With `## What to bring {#what-to-bring}` it keeps it, whatever the heading says: the id has lower-case letters without accents, digits and hyphens, and stands once in the text. A translation takes the addresses of the original. Steps and moments have that of their `id`, or of their words in the manual's own language.",
                    "Cada título de um `.md` tem um endereço, que vem de suas palavras: ao mudá-las, os links guardados deixam de levar a ele. Com `## O que se traz {#o-que-se-traz}` ele o conserva, diga o que disser o título: o id leva minúsculas sem acento, algarismos e hífenes, e está uma só vez no texto. A tradução toma os endereços do original. Passos e momentos têm o de seu `id`, ou o de suas palavras no idioma do manual.",
                )),
                Paragraph(text(
                    "Un texto con `: `, `#` o que comienza con `[`, `*`, `>` o comillas va entre comillas.",
                    "A text with `: ` or `#`, or one that begins with `[`, `*`, `>` or a quotation mark, goes in quotes.",
                    "Um texto com `: `, `#` ou que começa com `[`, `*`, `>` ou aspas vai entre aspas.",
                )),
            ],
        },
        GuidePart {
            title: text("Lo que no se aplica", "What does not apply", "O que não se aplica"),
            blocks: &[
                Code("inventory: { none: servicio enteramente digital }"),
                Paragraph(text(
                    "Lo que de verdad no se aplica se dice con su motivo. Si falta, la revisión entiende que está por escribir.",
                    "What truly does not apply is said, with its reason. If it is absent, the check takes it as still to be written.",
                    "O que realmente não se aplica se diz com seu motivo. Se falta, a verificação entende que está por escrever.",
                )),
            ],
        },
        GuidePart {
            title: text("Un valor por casos", "A value by case", "Um valor por casos"),
            blocks: &[
                Code(
                    "within:\n  by: [plan, severity]\n  cases:\n    - [empresa, alta, 2 business hours]\n    - [basico, alta, 1 business day]\n  else: 3 business days",
                ),
                Paragraph(text(
                    "Un plazo, monto o porcentaje puede variar por canal, sede, segmento, gravedad u otra dimensión suya. Cada fila es un caso y termina en su valor; `else` vale para los demás.",
                    "A limit, amount or percentage may differ by channel, site, segment, severity or a dimension of your own. Each row is a case and ends with its value; `else` holds for all others.",
                    "Um prazo, valor ou porcentagem pode variar por canal, unidade, segmento, gravidade ou outra dimensão sua. Cada linha é um caso e termina em seu valor; `else` vale para os demais.",
                )),
            ],
        },
        GuidePart {
            title: text("Traducciones", "Translations", "Traduções"),
            blocks: &[
                Paragraph(text(
                    "`channels.en.yaml` o `services/microcredito.en.md` traducen el original: llevan las mismas claves, solo con los textos. Plazos, montos y referencias se toman siempre del original. Lo que falta se muestra en el idioma del original, marcado para el lector.",
                    "`channels.en.yaml` or `services/microcredito.en.md` translate the original: they have the same keys, with the texts only. Limits, amounts and references are always taken from the original. What is missing is shown in the original's language, marked for the reader.",
                    "`channels.en.yaml` ou `services/microcredito.en.md` traduzem o original: levam as mesmas chaves, só com os textos. Prazos, valores e referências se tomam sempre do original. O que falta aparece na língua do original, marcado para o leitor.",
                )),
                Paragraph(text(
                    "`cartilla translations --stamp` anota en cada traducción nueva la fecha y los textos que traduce: `translated: { on: 2026-11-02, of: \"3fa9c1d2\" }`. Cuando el original cambia, `cartilla check` lo dice y la página avisa. Compare entonces las dos y selle de nuevo esa entrada: `cartilla translations --stamp --at services/microcredito`.",
                    "`cartilla translations --stamp` records in each new translation the date and the texts it translates: `translated: { on: 2026-11-02, of: \"3fa9c1d2\" }`. When the original changes, `cartilla check` says so and the page warns the reader. Then compare the two and stamp that entry again: `cartilla translations --stamp --at services/microcredito`.",
                    "`cartilla translations --stamp` anota em cada tradução nova a data e os textos que ela traduz: `translated: { on: 2026-11-02, of: \"3fa9c1d2\" }`. Quando o original muda, `cartilla check` o diz e a página avisa. Compare então as duas e carimbe de novo essa entrada: `cartilla translations --stamp --at services/microcredito`.",
                )),
            ],
        },
        GuidePart {
            title: text("Ayuda mientras escribe", "Help while you write", "Ajuda enquanto escreve"),
            blocks: &[
                Paragraph(text(
                    "`cartilla new` y `cartilla schema` dejan en `.cartilla/schema/` una descripción de todas las claves. Con ella, un editor como Visual Studio Code con la extensión YAML completa las claves, las explica y subraya las que no existen.",
                    "`cartilla new` and `cartilla schema` leave a description of all keys in `.cartilla/schema/`. With it an editor such as Visual Studio Code with the YAML extension completes keys, explains them and underlines those that do not exist.",
                    "`cartilla new` e `cartilla schema` deixam em `.cartilla/schema/` uma descrição de todas as chaves. Com ela, um editor como o Visual Studio Code com a extensão YAML completa as chaves, as explica e sublinha as que não existem.",
                )),
                Paragraph(text(
                    "Esa ayuda alcanza a los archivos `.yaml`. Los editores no la dan para los datos que encabezan un `.md`: si la quiere para un servicio, escríbalo como `services/<id>.yaml`. `cartilla check` revisa los dos por igual, y además lo que ningún editor ve: que las promesas se midan y no se contradigan.",
                    "That help covers `.yaml` files. Editors do not give it for the data at the head of a `.md`: to have it for a service, write it as `services/<id>.yaml`. `cartilla check` checks both alike, and also what no editor sees: that promises are measured and do not contradict each other.",
                    "Essa ajuda alcança os arquivos `.yaml`. Os editores não a dão para os dados no início de um `.md`: se a quer para um serviço, escreva-o como `services/<id>.yaml`. `cartilla check` verifica os dois igualmente, e também o que nenhum editor vê: que as promessas se meçam e não se contradigam.",
                )),
            ],
        },
    ],
);

//! Words of orientation (E5, I2): what a page says while somebody follows a path, the questions that are made from the
//! manual's own data, and the acknowledgement.

use super::Text;
use serde::Serialize;

/// What a renderer says around a path, a test and an acknowledgement. `{slots}` are filled by the page's script.
#[derive(Debug, Clone, Serialize)]
pub struct Learning {
    pub progress: &'static str,
    /// Slots: `{done}`, `{all}`.
    pub count: &'static str,
    /// Slots: `{time}`.
    pub left: &'static str,
    /// Slots: `{h}`.
    pub hours: &'static str,
    /// Slots: `{m}`.
    pub minutes: &'static str,
    pub finished: &'static str,
    pub kept: &'static str,
    pub not_kept: &'static str,
    pub clear: &'static str,
    pub choose_all: &'static str,
    pub check: &'static str,
    pub right: &'static str,
    pub wrong: &'static str,
    pub unanswered: &'static str,
    pub answers: &'static str,
    pub right_answer: &'static str,
    pub place: &'static str,
    /// Slots: `{right}`, `{all}`.
    pub score: &'static str,
    pub name: &'static str,
    pub date: &'static str,
    pub signature: &'static str,
    pub declare: &'static str,
    pub save: &'static str,
    pub print: &'static str,
    /// How the file is called: a word without spaces.
    pub file: &'static str,
    /// Slots: `{file}`.
    pub saved: &'static str,
    pub need_name: &'static str,
    pub need_date: &'static str,
    pub need_declaration: &'static str,
}

pub const ES: Learning = Learning {
    progress: "Avance",
    count: "{done} de {all} pasos hechos",
    left: "{time} por leer",
    hours: "{h}\u{a0}h",
    minutes: "{m}\u{a0}min",
    finished: "Terminó la ruta. Faltan la prueba, si aún no la hizo, y la constancia.",
    kept: "El avance se guarda únicamente en este dispositivo.",
    not_kept: "Este navegador no permite guardar el avance: se perderá al cerrar la página.",
    clear: "Borrar el avance",
    choose_all: "Marque todas las que correspondan.",
    check: "Comprobar",
    right: "Correcto",
    wrong: "Todavía no",
    unanswered: "Elija una respuesta y compruébela.",
    answers: "Respuestas",
    right_answer: "Respuesta correcta",
    place: "Está en",
    score: "{right} de {all} respuestas correctas",
    name: "Nombre y apellidos",
    date: "Fecha",
    signature: "Firma",
    declare: "Lo declaro.",
    save: "Guardar la constancia",
    print: "Imprimir",
    file: "constancia",
    saved: "Se guardó el archivo {file}. Entréguelo a quien lleva el registro de lectura.",
    need_name: "Escriba su nombre y apellidos.",
    need_date: "Escriba la fecha.",
    need_declaration: "Marque la casilla de la declaración.",
};

pub const EN: Learning = Learning {
    progress: "Progress",
    count: "{done} of {all} steps done",
    left: "{time} still to read",
    hours: "{h}\u{a0}h",
    minutes: "{m}\u{a0}min",
    finished: "The path is done. What remains is the test, if you have not taken it, and the acknowledgement.",
    kept: "Progress is kept on this device only.",
    not_kept: "This browser cannot keep your progress: it will be lost when you close the page.",
    clear: "Clear progress",
    choose_all: "Tick all that apply.",
    check: "Check",
    right: "Correct",
    wrong: "Not yet",
    unanswered: "Choose an answer, then check it.",
    answers: "Answers",
    right_answer: "Correct answer",
    place: "See",
    score: "{right} of {all} answers correct",
    name: "Full name",
    date: "Date",
    signature: "Signature",
    declare: "I confirm this declaration.",
    save: "Save the acknowledgement",
    print: "Print",
    file: "acknowledgement",
    saved: "The file {file} was saved. Give it to whoever keeps the reading record.",
    need_name: "Enter your full name.",
    need_date: "Enter the date.",
    need_declaration: "Tick the box beside the declaration.",
};

pub const PT: Learning = Learning {
    progress: "Progresso",
    count: "{done} de {all} passos feitos",
    left: "{time} de leitura pela frente",
    hours: "{h}\u{a0}h",
    minutes: "{m}\u{a0}min",
    finished: "Você terminou a trilha. Faltam o teste, se ainda não o fez, e o termo.",
    kept: "O progresso fica salvo somente neste dispositivo.",
    not_kept: "Este navegador não permite salvar o progresso: ele se perde ao fechar a página.",
    clear: "Apagar o progresso",
    choose_all: "Marque todas as opções que se aplicam.",
    check: "Conferir",
    right: "Correto",
    wrong: "Ainda não",
    unanswered: "Escolha uma resposta e confira.",
    answers: "Respostas",
    right_answer: "Resposta certa",
    place: "Está em",
    score: "{right} de {all} respostas certas",
    name: "Nome completo",
    date: "Data",
    signature: "Assinatura",
    declare: "Declaro.",
    save: "Salvar o termo",
    print: "Imprimir",
    file: "termo",
    saved: "O arquivo {file} foi salvo. Entregue-o a quem mantém o registro de leitura.",
    need_name: "Escreva seu nome completo.",
    need_date: "Escreva a data.",
    need_declaration: "Marque a caixa da declaração.",
};

// ---- the path ----

/// Slots: `{n}`.
pub const STEPS: Text = Text { es: "{n} pasos", en: "{n} steps", pt: "{n} passos" };
pub const ONE_STEP: Text = Text { es: "1 paso", en: "1 step", pt: "1 passo" };
/// Slots: `{time}`.
pub const READING: Text = Text { es: "{time} de lectura", en: "{time} of reading", pt: "{time} de leitura" };
/// Before a time that was computed.
pub const ABOUT: Text = Text { es: "unos {time}", en: "about {time}", pt: "cerca de {time}" };
/// Where the times come from. Slots: `{speed}`.
pub const SPEED: Text = Text {
    es: "Donde el manual no da un tiempo, se calcula con las palabras de la página a {speed} por minuto: la velocidad media de lectura en voz alta en 17 lenguas (Trauzettel-Klosinski y Dietz, «Standardized Assessment of Reading Performance», Investigative Ophthalmology & Visual Science 53, 2012).",
    en: "Where the manual gives no time, it is computed from the words of the page at {speed} a minute: the mean speed of reading aloud in 17 languages (Trauzettel-Klosinski and Dietz, “Standardized Assessment of Reading Performance”, Investigative Ophthalmology & Visual Science 53, 2012).",
    pt: "Onde o manual não dá um tempo, ele é calculado com as palavras da página a {speed} por minuto: a velocidade média de leitura em voz alta em 17 línguas (Trauzettel-Klosinski e Dietz, “Standardized Assessment of Reading Performance”, Investigative Ophthalmology & Visual Science 53, 2012).",
};
pub const MY_MANUAL: Text = Text { es: "Mi manual", en: "My manual", pt: "Meu manual" };
/// Heading of the column with the number of questions, and of that with the steps.
pub const QUESTIONS: Text = Text { es: "Preguntas", en: "Questions", pt: "Perguntas" };
pub const PATH: Text = Text { es: "Ruta", en: "Path", pt: "Trilha" };

// ---- the test made from the manual's data ----

pub const OWN_TEST: Text =
    Text { es: "Prueba sobre su trabajo", en: "Test on your work", pt: "Teste sobre o seu trabalho" };
pub const OWN_TEST_LEAD: Text = Text {
    es: "Las preguntas y las respuestas salen de los plazos, límites, canales y mensajes de esta edición. Sirve para aprender: se puede repetir.",
    en: "Questions and answers come from the deadlines, limits, channels and messages of this edition. It is for learning: take it as often as you like.",
    pt: "As perguntas e as respostas saem dos prazos, limites, canais e mensagens desta edição. Serve para aprender: pode ser repetido.",
};
/// In the place of a value that is asked for.
pub const BLANK: &str = "……";
pub const ASK_PROMISE: Text = Text {
    es: "¿En cuánto tiempo se cumple lo prometido?",
    en: "Within what time must the promise be kept?",
    pt: "Em quanto tempo se cumpre o prometido?",
};
pub const ASK_MESSAGE_TIME: Text = Text {
    es: "¿Cuánto tiempo tiene usted para comunicarse en este caso?",
    en: "How long do you have to get in touch in this case?",
    pt: "Quanto tempo você tem para se comunicar neste caso?",
};
pub const ASK_STEP_TIME: Text = Text {
    es: "¿Qué plazo tiene usted para este paso?",
    en: "How long do you have for this step?",
    pt: "Que prazo você tem para este passo?",
};
pub const ASK_LIMIT: Text = Text {
    es: "¿Hasta qué monto decide usted por su cuenta?",
    en: "Up to what amount may you decide on your own?",
    pt: "Até que valor você decide por conta própria?",
};
pub const ASK_WHO: Text = Text { es: "¿Quién lo decide?", en: "Who decides it?", pt: "Quem decide?" };
pub const ASK_CHANNEL: Text = Text {
    es: "¿Por qué canal se comunica?",
    en: "By which channel is it communicated?",
    pt: "Por qual canal se comunica?",
};
pub const ASK_CHANNELS: Text = Text {
    es: "¿Por qué canales se comunica?",
    en: "By which channels is it communicated?",
    pt: "Por quais canais se comunica?",
};
pub const ASK_SAY: Text =
    Text { es: "¿Qué se dice en este caso?", en: "What is said in this case?", pt: "O que se diz neste caso?" };
pub const ASK_ESCALATE: Text = Text {
    es: "¿A quién se escala este caso?",
    en: "To whom is this case escalated?",
    pt: "A quem se encaminha este caso?",
};
pub const ASK_SUPERIOR: Text = Text {
    es: "¿A quién acude usted con lo que su puesto no puede decidir?",
    en: "To whom do you turn with what your role cannot decide?",
    pt: "A quem você recorre com o que o seu cargo não pode decidir?",
};

// ---- the acknowledgement ----

pub const OBLIGATIONS: Text = Text { es: "Obligaciones", en: "Obligations", pt: "Obrigações" };
pub const DIGEST: Text =
    Text { es: "Huella de las obligaciones", en: "Digest of the obligations", pt: "Resumo digital das obrigações" };
/// Slots: `{n}`, `{role}`, `{edition}`.
pub const DECLARATION: Text = Text {
    es: "Leí en la edición {edition} de este manual las {n} obligaciones de mi puesto ({role}): compromisos, normas, facultades, escalamientos, mensajes y pasos. Las comprendí y las aplicaré.",
    en: "I have read, in edition {edition} of this manual, the {n} obligations of my role ({role}): commitments, standards, limits of authority, escalations, messages and steps. I have understood them and will apply them.",
    pt: "Li na edição {edition} deste manual as {n} obrigações do meu cargo ({role}): compromissos, normas, alçadas, encaminhamentos, mensagens e passos. Compreendi-as e vou aplicá-las.",
};
/// Where the manual has no edition, or nothing that binds the role. Slots: `{role}`.
pub const DECLARATION_BARE: Text = Text {
    es: "Leí las páginas de mi puesto ({role}), las comprendí y las aplicaré.",
    en: "I have read the pages of my role ({role}), understood them and will apply them.",
    pt: "Li as páginas do meu cargo ({role}), compreendi-as e vou aplicá-las.",
};
pub const PROOF: Text = Text {
    es: "Esta constancia registra una declaración de quien escribe su nombre y no prueba nada más: no es una firma electrónica ni comprueba quién la hizo. La huella identifica las obligaciones leídas y cambia cuando una de ellas cambia.",
    en: "This acknowledgement records a declaration by the person who enters their name and proves nothing more: it is not an electronic signature and does not verify who made it. The digest identifies the obligations that were read and changes when one of them changes.",
    pt: "Este termo registra uma declaração de quem escreve o nome e não prova nada mais: não é uma assinatura eletrônica nem verifica quem a fez. O resumo digital identifica as obrigações lidas e muda quando uma delas muda.",
};

impl super::Lang {
    /// «1 h 52 min».
    pub fn hours_and_minutes(self, minutes: u32) -> String {
        let words = &self.words().interface.learning;
        let part = |text: &str, slot: &'static str, n: u32| super::fill(text, &[(slot, n.to_string())]);
        let (hours, rest) = (minutes / 60, minutes % 60);
        match (hours, rest) {
            (0, rest) => part(words.minutes, "m", rest),
            (hours, 0) => part(words.hours, "h", hours),
            (hours, rest) => format!("{} {}", part(words.hours, "h", hours), part(words.minutes, "m", rest)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::Lang;

    /// The slots of a text, sorted.
    fn slots(text: &str) -> Vec<&str> {
        let mut out: Vec<&str> = text.split('{').skip(1).filter_map(|rest| Some(rest.split_once('}')?.0)).collect();
        out.sort_unstable();
        out
    }

    #[test]
    fn the_words_of_a_page_have_the_same_slots_in_every_language() {
        let fields = |words: &Learning| serde_json::to_value(words).expect("words serialize");
        let spanish = fields(&ES);
        for other in [fields(&EN), fields(&PT)] {
            for (key, text) in spanish.as_object().expect("a struct") {
                let of = |text: &serde_json::Value| slots(text.as_str().expect("a text")).join(" ");
                assert_eq!(of(text), of(&other[key]), "{key}");
            }
        }
        for text in [STEPS, READING, ABOUT, SPEED, DECLARATION, DECLARATION_BARE] {
            assert_eq!(slots(text.es), slots(text.en), "{}", text.en);
            assert_eq!(slots(text.es), slots(text.pt), "{}", text.pt);
        }
    }

    #[test]
    fn times_are_told_in_hours_and_minutes() {
        let told: Vec<String> = [5, 60, 112].into_iter().map(|n| Lang::Es.hours_and_minutes(n)).collect();
        assert_eq!(told, ["5\u{a0}min", "1\u{a0}h", "1\u{a0}h 52\u{a0}min"]);
    }
}

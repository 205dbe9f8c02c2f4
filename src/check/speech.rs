//! How a sentence of prose is said: whether it tells what we do for a customer, or what the customer, the law or somebody else does;
//! whether it is an example between quotation marks, or what is not to be said.
//!
//! One long file, since each of its questions is asked of the same sentence and rests on those before it.

use crate::check::prose::{self, Passage};
use crate::lang::Lang;
use std::ops::Range;

/// Words for those who are served.
const CUSTOMERS: &[&str] = &[
    "socio",
    "socia",
    "socios",
    "socias",
    "cliente",
    "clienta",
    "clientes",
    "usuario",
    "usuaria",
    "usuarios",
    "usted",
    "ustedes",
    "paciente",
    "huésped",
    "huéspedes",
    "vecino",
    "vecina",
    "vecinos",
    "alumno",
    "alumnos",
    "pasajero",
    "pasajeros",
    "guest",
    "guests",
    "student",
    "students",
    "passenger",
    "passengers",
    "hóspede",
    "hóspedes",
    "aluno",
    "alunos",
    "pacientes",
    "consumidor",
    "consumidores",
    "ciudadano",
    "ciudadanos",
    "asociado",
    "asociados",
    "reclamante",
    "solicitante",
    "interesado",
    "quien",
    "quienes",
    "member",
    "members",
    "customer",
    "customers",
    "client",
    "clients",
    "user",
    "users",
    "patient",
    "patients",
    "consumer",
    "consumers",
    "applicant",
    "complainant",
    "you",
    "associado",
    "associados",
    "cooperado",
    "usuário",
    "usuários",
    "você",
    "vocês",
    "cidadão",
    "quem",
];

/// What customers do themselves, and in what they may take their time.
const ACTS: &[&str] = &[
    "responde",
    "responden",
    "responda",
    "respondan",
    "contesta",
    "contestan",
    "conteste",
    "contesten",
    "paga",
    "pagan",
    "pague",
    "paguen",
    "devuelve",
    "devuelven",
    "devuelva",
    "puede",
    "pueden",
    "debe",
    "deben",
    "entrega",
    "entregan",
    "presenta",
    "presentan",
    "acude",
    "acuden",
    "llama",
    "llaman",
    "llame",
    "envía",
    "envían",
    "envíe",
    "apela",
    "answers",
    "answer",
    "replies",
    "reply",
    "pays",
    "pay",
    "may",
    "must",
    "can",
    "calls",
    "call",
    "sends",
    "send",
    "respondem",
    "pode",
    "podem",
    "deve",
    "devem",
    "envia",
    "liga",
    "ligam",
    "apresenta",
    "devolve",
    "pagam",
];

/// What customers have, if it is a time to do something in.
const HAVE: &[&str] = &["tiene", "tienen", "dispone", "disponen", "has", "have", "tem", "têm", "dispõe", "dispõem"];

/// Words that may stand between them and what they do.
const BETWEEN: &[&str] =
    &["no", "le", "les", "nos", "lo", "la", "ya", "siempre", "también", "also", "always", "não", "sempre", "también"];

/// Stems of others who answer in a time of their own: the law, authorities, suppliers.
const OTHERS: &[&str] = &[
    "ley",
    "leyes",
    "legal",
    "legales",
    "law",
    "laws",
    "statutory",
    "lei",
    "leis",
    "legais",
    "autoridad",
    "autoridades",
    "authority",
    "authorities",
    "autoridade",
    "autoridades",
    "regulador",
    "regulator",
    "proveedor",
    "proveedores",
    "supplier",
    "suppliers",
    "fornecedor",
    "fornecedores",
    "aseguradora",
    "insurer",
    "seguradora",
    "tribunal",
    "juez",
    "juzgado",
    "court",
    "juiz",
    "superintendencia",
    "ministerio",
    "competencia",
    "competidor",
    "competidores",
];

/// Words of what is over.
const PAST: &[&str] = &[
    "tardaba",
    "tardaban",
    "tardábamos",
    "respondía",
    "respondían",
    "contestaba",
    "contestaban",
    "atendía",
    "atendían",
    "took",
    "used",
    "respondia",
    "demorava",
    "levava",
    "atendia",
    "llegó",
    "llegaron",
    "tardó",
    "tardaron",
    "duró",
    "bajó",
    "subió",
    "fue",
    "fueron",
    "era",
    "eran",
    "esperaba",
    "esperaban",
    "esperó",
    "esperaron",
    "was",
    "were",
    "reached",
    "lasted",
    "waited",
    "averaged",
    "foi",
    "foram",
    "eram",
    "chegou",
    "chegaram",
    "demorou",
    "demoraram",
    "levou",
    "durou",
    "esperou",
    "esperava",
];

/// Times that are over, whatever the verb.
const BYGONE: &[&str] = &[
    "año pasado",
    "año anterior",
    "mes pasado",
    "mes anterior",
    "semana pasada",
    "trimestre pasado",
    "semestre pasado",
    "hace un año",
    "hace dos años",
    "hace años",
    "hace unos años",
    "hace muchos años",
    "hace mucho",
    "hace tiempo",
    "hasta hace poco",
    "en el pasado",
    "en otros tiempos",
    "en otra época",
    "antiguamente",
    "anteriormente",
    "antes de la reforma",
    "last year",
    "last month",
    "last week",
    "last quarter",
    "previous year",
    "a year ago",
    "years ago",
    "long ago",
    "in the past",
    "until recently",
    "formerly",
    "previously",
    "ano passado",
    "ano anterior",
    "mês passado",
    "semana passada",
    "trimestre passado",
    "há um ano",
    "há anos",
    "há muito tempo",
    "até há pouco",
    "no passado",
    "antigamente",
];

/// Words that tell others from us, before [`ORGANISATIONS`].
const OTHER: &[&str] = &["otra", "otras", "otro", "otros", "other", "another", "outra", "outras", "outro", "outros"];
/// Stems of those who do what we do.
const ORGANISATIONS: &[&str] = &[
    "entidad",
    "banc",
    "bank",
    "empres",
    "compañ",
    "compan",
    "financier",
    "cooperativ",
    "institu",
    "organi",
    "caja",
    "caixa",
    "firm",
    "provider",
    "negocio",
    "hospital",
    "clínic",
    "clinic",
    "aerolínea",
    "airline",
    "operador",
    "operator",
    "municip",
    "ayuntamiento",
    "entidade",
    "escuela",
    "school",
    "hotel",
    "taller",
    "tienda",
    "shop",
    "store",
    "loja",
];
/// Words for them all.
const RIVALS: &[&str] = &[
    "competencia",
    "competidor",
    "competidores",
    "competitor",
    "competitors",
    "competition",
    "concorrência",
    "concorrente",
    "concorrentes",
    "elsewhere",
];

/// Words that open a condition.
const CONDITIONS: &[&str] = &["si", "cuando", "mientras", "if", "when", "while", "caso", "quando", "enquanto"];

/// What a manual says when it tells what is not to be said.
const UNSAID: &[&str] = &[
    "no diga",
    "no digas",
    "no decimos",
    "no se dice",
    "no se diga",
    "nunca diga",
    "nunca decimos",
    "no prometa",
    "no prometemos",
    "no se promete",
    "nunca prometa",
    "nunca se promete",
    "evite",
    "evitar",
    "evitamos",
    "en lugar de",
    "en vez de",
    "sin decir",
    "no basta",
    "no vale",
    "no sirve",
    "do not say",
    "don't say",
    "never say",
    "never promise",
    "do not promise",
    "we do not promise",
    "not enough",
    "avoid",
    "instead of",
    "rather than",
    "não diga",
    "nunca diga",
    "não prometa",
    "nunca prometa",
    "não prometemos",
    "evitar",
    "em vez de",
    "no lugar de",
    "não basta",
];

/// Whether the part of a passage belongs to what we say that we do for a customer. What is unsure is not.
pub fn is_ours(passage: &Passage<'_>, range: &Range<usize>) -> bool {
    if is_quoted(passage, range) || is_unsaid(passage, range) {
        return false;
    }
    let clause = clause(passage, range);
    let lower = prose::lower(clause);
    let words: Vec<&str> = prose::words(&lower).collect();
    let over = |word: &str| PAST.contains(&word) || word.ends_with("íamos") || word.ends_with("ábamos");
    if words.iter().any(|word| OTHERS.contains(word) || over(word))
        || is_elsewhere(passage, range)
        || is_threshold(passage, range)
    {
        return false;
    }
    // «Respondemos», “we answer”: the rest of the clause says of whom or when.
    let we = |word: &&str| word.len() > 5 && word.ends_with("mos") || *word == "we";
    if words.iter().any(we) {
        return true;
    }
    let opening = words.iter().find(|word| !matches!(**word, "y" | "e" | "and" | "o" | "pero" | "but" | "mas"));
    let condition = |word: &&&str| CONDITIONS.contains(*word) || passage.lang == Lang::Pt && **word == "se";
    opening.filter(condition).is_none() && !is_of_customer(&words)
}

/// Whether what is told is of a time that is over, or is done by others: «otras entidades contestan en cinco minutos».
pub fn is_elsewhere(passage: &Passage<'_>, range: &Range<usize>) -> bool {
    let clause = prose::lower(clause(passage, range));
    let words: Vec<&str> = prose::words(&clause).collect();
    let we = |word: &&str| word.len() > 5 && word.ends_with("mos") || *word == "we";
    let is_organisation = |word: &str| ORGANISATIONS.iter().any(|stem| word.starts_with(stem));
    let others = words.windows(2).any(|two| OTHER.contains(&two[0]) && is_organisation(two[1]))
        || words.iter().any(|word| RIVALS.contains(word));
    // «Respondemos antes que otros bancos» is our own doing.
    others && !words.iter().any(we) || is_bygone(passage, range) || opens_with_before(passage, range)
}

/// «Antes se respondía en un mes»: before what, nobody says, so it is over. «Antes de un mes» is a limit.
fn opens_with_before(passage: &Passage<'_>, range: &Range<usize>) -> bool {
    let sentence = prose::lower(passage.source.get(passage.statement(range)).unwrap_or_default());
    let mut words = prose::words(&sentence);
    match (passage.lang, words.next(), words.next()) {
        (Lang::En, Some("before"), _) => sentence.trim_start().starts_with("before,"),
        (Lang::Es | Lang::Pt, Some("antes"), Some(next)) => {
            !matches!(next, "de" | "del" | "que" | "do" | "da" | "dos" | "das")
        }
        _ => false,
    }
}

/// Whether a sentence tells of a time that is over: «el año pasado», “in 2024”.
fn is_bygone(passage: &Passage<'_>, range: &Range<usize>) -> bool {
    let sentence = prose::lower(passage.source.get(passage.statement(range)).unwrap_or_default());
    let words: Vec<&str> = prose::words(&sentence).collect();
    let is_year = |word: &str| word.len() == 4 && word.starts_with("20") && word.bytes().all(|b| b.is_ascii_digit());
    let in_year = words.windows(2).any(|two| matches!(two[0], "en" | "in" | "em") && is_year(two[1]));
    in_year || BYGONE.iter().any(|phrase| !prose::find_phrase(&sentence, phrase).is_empty())
}

/// Whether a time is only that after which something else is done: «si espera más de dos minutos, marque 2», “if we do not answer in a
/// minute”. «Si llama de noche le atendemos en dos minutos» promises them.
pub fn is_threshold(passage: &Passage<'_>, range: &Range<usize>) -> bool {
    let whole = clause(passage, range);
    // The clause is a part of the source, so that its place is the distance of both.
    let start = whole.as_ptr() as usize - passage.source.as_ptr() as usize;
    let before = prose::lower(passage.source.get(start..range.start).unwrap_or_default());
    let words: Vec<&str> = prose::words(&before).collect();
    let opens = |at: usize| match passage.lang {
        Lang::Es => words[at] == "si",
        Lang::En => words[at] == "if",
        // «Se» is a pronoun where it does not open what is said.
        Lang::Pt => words[at] == "caso" || words[at] == "se" && words[..at].iter().all(|word| *word == "e"),
    };
    let Some(at) = (0..words.len()).rev().find(|at| opens(*at)) else { return false };
    let rest = &words[at + 1..];
    let more =
        ["más de", "more than", "longer than", "mais de", "pasa de", "passa de", "pasan de", "supera", "exceeds"];
    let rest_text = rest.join(" ");
    if more.iter().any(|words| rest_text.ends_with(words)) {
        return true;
    }
    let we = |word: &str| word.len() > 5 && word.ends_with("mos") || word == "we";
    let small = ["no", "não", "le", "les", "lo", "la", "los", "las", "te", "lhe", "o", "a"];
    let first = rest.iter().position(|word| !small.contains(word));
    rest.iter().position(|word| we(word)).is_none_or(|place| Some(place) == first)
}

/// Whether a recording says how long the call itself takes: «la llamada puede durar hasta diez minutos».
pub fn is_length_of_talk(passage: &Passage<'_>, range: &Range<usize>) -> bool {
    let lower = prose::lower(clause(passage, range));
    let any = |stems: &[&str]| prose::words(&lower).any(|word| stems.iter().any(|stem| word.starts_with(stem)));
    let is = |whole: &[&str]| prose::words(&lower).any(|word| whole.contains(&word));
    // «Dura» in Spanish and Portuguese, “last” in English.
    let lasts = is(&["dura", "duran", "durar", "durará", "durarán", "dure", "duram", "last", "lasts"]);
    let takes = is(&["take", "takes", "toma", "tomar", "tomará", "tarda", "lleva", "leva", "demora", "demorar"]);
    let talk =
        any(&["llamada", "conversaci", "encuesta", "call", "conversation", "survey", "chamada", "ligaç", "conversa"]);
    let waits = any(&["esper", "wait", "aguard", "fila", "queue", "cola"]);
    let answers = any(&["atend", "atiend", "contest", "respond", "respuest", "answer", "connect", "conect"]);
    !waits && !answers && (lasts || takes && talk)
}

/// «El socio responde…», “you have ten days to appeal”.
fn is_of_customer(words: &[&str]) -> bool {
    (0..words.len()).filter(|i| CUSTOMERS.contains(&words[*i])).any(|i| {
        // «Quien pierde la libreta llama»: the verb is further on, unless it is we who give something.
        let given = |word: &str| matches!(word, "recibe" | "reciben" | "tiene" | "recebe" | "respuesta" | "resposta");
        if matches!(words[i], "quien" | "quienes" | "quem") && !words.iter().any(|word| given(word)) {
            return words[i + 1..].iter().any(|word| ACTS.contains(word));
        }
        let mut rest = words[i + 1..].iter().skip_while(|word| BETWEEN.contains(word));
        rest.next().is_some_and(|verb| {
            ACTS.contains(verb) || HAVE.contains(verb) && rest.any(|word| matches!(*word, "para" | "to"))
        })
    })
}

/// Whether a sentence tells what is not to be said: «nunca diga “en breve”».
pub fn is_unsaid(passage: &Passage<'_>, range: &Range<usize>) -> bool {
    let lower = prose::lower(passage.sentence(range));
    UNSAID.iter().any(|phrase| !prose::find_phrase(&lower, phrase).is_empty())
}

/// Whether a part of a passage stands between quotation marks that its text opens.
pub fn is_quoted(passage: &Passage<'_>, range: &Range<usize>) -> bool {
    let before = passage.source.get(..range.start).unwrap_or_default();
    let open = |open: char, close: char| match (before.rfind(open), before.rfind(close)) {
        (Some(open), Some(close)) => open > close,
        (open, _) => open.is_some(),
    };
    if open('«', '»') || open('“', '”') {
        return true;
    }
    // Straight marks may be those of YAML round a text; in the prose of a file they are the text's own.
    let paragraph = before.rsplit("\n\n").next().unwrap_or_default();
    passage.path.is_empty() && paragraph.matches('"').count() % 2 == 1
}

/// The part of the sentence between commas in which something stands.
pub fn clause<'p>(passage: &'p Passage<'_>, range: &Range<usize>) -> &'p str {
    let sentence = passage.statement(range);
    let comma = |text: &str, at: usize| text[at + 1..].starts_with(char::is_whitespace);
    let before = passage.source.get(sentence.start..range.start).unwrap_or_default();
    let from = before.match_indices(',').rfind(|(at, _)| comma(before, *at)).map_or(0, |(at, _)| at + 1);
    let after = passage.source.get(range.end..sentence.end).unwrap_or_default();
    let to = after.match_indices(',').find(|(at, _)| comma(after, *at)).map_or(after.len(), |(at, _)| at);
    passage.source.get(sentence.start + from..range.end + to).unwrap_or_default()
}

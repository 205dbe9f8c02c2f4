//! Predicates and their answers in words: what is asked, as the author would write it, and why it is not met.

use super::{Amount, Note, Predicate, Relation};
use crate::diag::Arg;
use crate::lang::Text;
use crate::profiles::facts::{Fact, Record, Value, code_list, known};
use crate::span::Span;
use crate::values::Quantity;

/// What a predicate asks, in the words of the language: `` `kind: telephone`, `purposes: [support]` ``.
pub fn describe(predicate: &Predicate) -> String {
    let yaml = |path: &str, words: &[String]| match words {
        [word] => written(path, word),
        words => written(path, &format!("[{}]", words.join(", "))),
    };
    match predicate {
        Predicate::All(list) => list.iter().map(describe).collect::<Vec<_>>().join(", "),
        Predicate::Any(list) => list.iter().map(describe).collect::<Vec<_>>().join(" / "),
        Predicate::Not(inner) => format!("≠ {}", describe(inner)),
        Predicate::Unless(inner) => format!("≠ {}", describe(inner)),
        Predicate::Doubtful(inner) => describe(inner),
        Predicate::Term(name) => format!("`{name}`"),
        Predicate::Every { of, with, must, .. } => match with {
            Some(with) => format!("{of} ({}): {}", describe(with), describe(must)),
            None => format!("{of}: {}", describe(must)),
        },
        Predicate::Some { of, with, .. } => format!("{of}: {}", describe(with)),
        Predicate::Given(path) if path.ends_with("hours") => written(path, "{ mon..fri: 09:00-18:00 }"),
        Predicate::Given(path) => written(path, "…"),
        Predicate::Apart(path, other) => format!("`{}` ≠ `{}`", known::written(path), known::written(other)),
        Predicate::Stated(path) | Predicate::NotPast(path) => format!("`{}`", known::written(path)),
        Predicate::Is(path, words) | Predicate::HasAny(path, words) => {
            words.iter().map(|word| yaml(path, std::slice::from_ref(word))).collect::<Vec<_>>().join(" / ")
        }
        Predicate::Has(path, words) => match words.as_slice() {
            [word] => written(path, &format!("[{word}]")),
            words => yaml(path, words),
        },
        Predicate::InOrder(path, words) => yaml(path, words),
        Predicate::Lacks(path, words) => format!("≠ {}", yaml(path, words)),
        Predicate::Only(path, words) => yaml(path, words),
        Predicate::Compare(Relation::AtMost | Relation::AtLeast, path, amount) => written(path, &amount.text),
        Predicate::Compare(relation, path, amount) => {
            format!("`{}` {} {}", known::written(path), sign(*relation), amount.text)
        }
        Predicate::Covers(path, held) => format!("`{}` ⊇ `{}`", known::written(path), known::written(held)),
        Predicate::Same(paths) => {
            paths.iter().map(|p| format!("`{}`", known::written(p))).collect::<Vec<_>>().join(" = ")
        }
        Predicate::Serves { path, share, within } => format!(
            "`{}`: {} % ≤ {} {}",
            known::written(path),
            share.value.normalize(),
            within.amount.normalize(),
            within.unit.plural()
        ),
        Predicate::Open { of, .. } => format!("{of}: `hours`"),
        Predicate::Answers { limit, .. } => {
            format!("`answer_within` ≤ {} {}", limit.amount.normalize(), limit.unit.plural())
        }
        Predicate::Measured { what, share, within, strict } => format!(
            "`measures: {what}`, `target: {{ share: {} %, within: {}{} {} }}`",
            share.value.normalize(),
            if *strict { "\"< " } else { "" },
            within.amount.normalize(),
            if *strict { format!("{}\"", within.unit.plural()) } else { within.unit.plural().to_owned() },
        ),
        Predicate::Reaches { by, must, .. } => format!("`{by}`: {}", describe(must)),
    }
}

/// What an entry says that it must not: the keys where only their being there is meant, since the value is the author's own.
pub fn quoted(predicate: &Predicate) -> String {
    match predicate {
        Predicate::All(list) => list.iter().map(quoted).collect::<Vec<_>>().join(", "),
        Predicate::Any(list) => list.iter().map(quoted).collect::<Vec<_>>().join(" / "),
        Predicate::Given(path) => format!("`{}`", known::written(path)),
        other => describe(other),
    }
}

/// A path with its value, as YAML: `` `document: { audit: { every: … } }` ``. Paths that gather other keys are told by those.
fn written(path: &str, value: &str) -> String {
    let gathered = known::written(path);
    if gathered != path {
        let filled = gathered.replacen("topics", &format!("topics: {value}"), 1);
        return if filled == gathered { format!("`{gathered}`: {value}") } else { format!("`{filled}`") };
    }
    let mut keys: Vec<&str> = path.split('.').collect();
    let last = keys.pop().unwrap_or(path);
    let inner = keys.iter().rev().fold(format!("{last}: {value}"), |inner, key| format!("{key}: {{ {inner} }}"));
    format!("`{inner}`")
}

/// Whether a path gathers what stands under other keys, so that nobody writes its value.
pub fn is_gathered(path: &str) -> bool {
    known::written(path) != path
}

pub fn sign(relation: Relation) -> &'static str {
    match relation {
        Relation::AtMost => "≤",
        Relation::AtLeast => "≥",
        Relation::Above => ">",
        Relation::Below => "<",
    }
}

/// The amount for a message, in the reader's language where it is a quantity.
pub fn amount(amount: &Amount) -> Arg {
    match &amount.value {
        Value::Durations(list) => Quantity::Duration(list[0]).into(),
        Value::Percents(list) => Quantity::Percent(list[0].clone()).into(),
        Value::Money(list) => Quantity::Money(list[0].clone()).into(),
        _ => Arg::Plain(amount.text.clone()),
    }
}

pub const MISSING: Text = Text {
    es: "falta `{key}` en {entry}: escriba {example}, si es así",
    en: "`{key}` is missing in {entry}: write {example}, if that is so",
    pt: "falta `{key}` em {entry}: escreva {example}, se for assim",
};
pub const SAYS_OTHER: Text = Text {
    es: "`{key}` de {entry} dice {said} y se pide {wanted}",
    en: "`{key}` of {entry} says {said}, and {wanted} is required",
    pt: "`{key}` de {entry} diz {said} e pede-se {wanted}",
};
pub const NOT_SO: Text = Text {
    es: "según `{key}` de {entry}, no es así",
    en: "by `{key}` of {entry}, it is not so",
    pt: "segundo `{key}` de {entry}, não é assim",
};
pub const LACKS: Text = Text {
    es: "a `{key}` de {entry} le falta {wanted}",
    en: "`{key}` of {entry} has no {wanted}",
    pt: "falta {wanted} em `{key}` de {entry}",
};
pub const NEEDS_ONE: Text = Text {
    es: "`{key}` de {entry} dice {said} y se pide al menos uno de estos: {wanted}",
    en: "`{key}` of {entry} says {said}, and at least one of these is required: {wanted}",
    pt: "`{key}` de {entry} diz {said} e pede-se ao menos um destes: {wanted}",
};
pub const FORBIDS: Text = Text {
    es: "`{key}` de {entry} no puede tener {said}",
    en: "`{key}` of {entry} cannot have {said}",
    pt: "`{key}` de {entry} não pode ter {said}",
};
pub const NOT_AMONG: Text = Text {
    es: "`{key}` de {entry} tiene {said}, y solo cabe {wanted}",
    en: "`{key}` of {entry} has {said}, and only {wanted} is allowed",
    pt: "`{key}` de {entry} tem {said}, e só cabe {wanted}",
};
pub const TOO_LONG: Text = Text {
    es: "`{key}` de {entry} dice {said} y el máximo es {wanted}",
    en: "`{key}` of {entry} says {said}, and the most is {wanted}",
    pt: "`{key}` de {entry} diz {said} e o máximo é {wanted}",
};
pub const TOO_SHORT: Text = Text {
    es: "`{key}` de {entry} dice {said} y el mínimo es {wanted}",
    en: "`{key}` of {entry} says {said}, and the least is {wanted}",
    pt: "`{key}` de {entry} diz {said} e o mínimo é {wanted}",
};
pub const NOT_ABOVE: Text = Text {
    es: "`{key}` de {entry} dice {said} y se pide más de {wanted}",
    en: "`{key}` of {entry} says {said}, and more than {wanted} is required",
    pt: "`{key}` de {entry} diz {said} e pede-se mais de {wanted}",
};
pub const NOT_BELOW: Text = Text {
    es: "`{key}` de {entry} dice {said} y se pide menos de {wanted}",
    en: "`{key}` of {entry} says {said}, and less than {wanted} is required",
    pt: "`{key}` de {entry} diz {said} e pede-se menos de {wanted}",
};
pub const NO_CALENDAR: Text = Text {
    es: "`{key}` de {entry} dice {said} y el máximo o mínimo es {wanted}: solo se pueden comparar con un calendario; escriba en el manifiesto `calendar: { holidays: { … } }`, con los feriados",
    en: "`{key}` of {entry} says {said}, and the bound is {wanted}: they compare only by a calendar; write `calendar: { holidays: { … } }` in the manifest, with the holidays",
    pt: "`{key}` de {entry} diz {said} e o limite é {wanted}: só se comparam com um calendário; escreva no manifesto `calendar: { holidays: { … } }`, com os feriados",
};
pub const PATH_TOO_LONG: Text = Text {
    es: "los pasos de {entry} suman {said} hasta la respuesta y el máximo es {wanted}",
    en: "the steps of {entry} add up to {said} before the answer, and the most is {wanted}",
    pt: "os passos de {entry} somam {said} até a resposta e o máximo é {wanted}",
};
pub const WHICH_STEPS: Text = Text {
    es: "los pasos del procedimiento suman {said} hasta la respuesta, el máximo es {wanted} y {entry} no dice cuáles de ellos sigue este tipo de caso: escriba `{key}: […]`",
    en: "the steps of the procedure add up to {said} before the answer, the most is {wanted}, and {entry} does not say which of them this type of case takes: write `{key}: […]`",
    pt: "os passos do procedimento somam {said} até a resposta, o máximo é {wanted} e {entry} não diz quais deles este tipo de caso segue: escreva `{key}: […]`",
};
pub const WHICH_ANSWERS: Text = Text {
    es: "los pasos de {entry} suman {said}, el máximo es {wanted} y ninguno dice que da la respuesta: escriba `kind: notify` en el que la da",
    en: "the steps of {entry} add up to {said}, the most is {wanted}, and none says that it gives the answer: write `kind: notify` at the one that does",
    pt: "os passos de {entry} somam {said}, o máximo é {wanted} e nenhum diz que dá a resposta: escreva `kind: notify` naquele que a dá",
};
pub const NO_HOLIDAYS: Text = Text {
    es: "los pasos de {entry} cuentan días u horas hábiles y sin los feriados no se sabe si caben en {wanted}: complete `calendar: { holidays: … }`",
    en: "the steps of {entry} count business days or hours, and without the holidays nobody knows whether they fit in {wanted}: complete `calendar: { holidays: … }`",
    pt: "os passos de {entry} contam dias ou horas úteis e sem os feriados não se sabe se cabem em {wanted}: complete `calendar: { holidays: … }`",
};
pub const PAUSED: Text = Text {
    es: "el plazo de {entry} se detiene («{said}») y el máximo de {wanted} sigue corriendo: no se pueden comparar mientras no se diga cuánto dura la pausa; cuente sin pausas o prometa un plazo que las incluya",
    en: "the time of {entry} stops (“{said}”) and the limit of {wanted} runs on: they cannot be compared while nobody says how long the pause lasts; count without pauses, or promise a time that includes them",
    pt: "o prazo de {entry} para («{said}») e o máximo de {wanted} continua correndo: não se podem comparar enquanto não se diga quanto dura a pausa; conte sem pausas ou prometa um prazo que as inclua",
};
pub const NONE_SUCH: Text = Text {
    es: "no hay ninguna entrada de `{of}` con {wanted}",
    en: "there is no entry of `{of}` with {wanted}",
    pt: "não há nenhuma entrada de `{of}` com {wanted}",
};
pub const NONE_AT_ALL: Text = Text {
    es: "no hay ninguna entrada de `{of}` que lo diga: se pide {wanted}",
    en: "no entry of `{of}` says it: {wanted} is required",
    pt: "não há nenhuma entrada de `{of}` que o diga: pede-se {wanted}",
};
pub const NOT_OPEN: Text = Text {
    es: "el horario de {of} no cubre {wanted}: nadie atiende {said}",
    en: "the hours of {of} do not cover {wanted}: nobody answers {said}",
    pt: "o horário de {of} não cobre {wanted}: ninguém atende {said}",
};
pub const TOO_FEW_HOURS: Text = Text {
    es: "el horario de {of} suma {said} horas a la semana y se piden al menos {wanted}",
    en: "the hours of {of} add up to {said} a week, and at least {wanted} are required",
    pt: "o horário de {of} soma {said} horas por semana e pedem-se ao menos {wanted}",
};
pub const OUT_OF_ORDER: Text = Text {
    es: "`{key}` de {entry} dice {said} y se pide este orden: {wanted}",
    en: "`{key}` of {entry} says {said}, and this order is required: {wanted}",
    pt: "`{key}` de {entry} diz {said} e pede-se esta ordem: {wanted}",
};
pub const DIFFER: Text = Text {
    es: "`{key}` y `{other}` no dicen lo mismo: difieren en {said}",
    en: "`{key}` and `{other}` do not say the same: they differ in {said}",
    pt: "`{key}` e `{other}` não dizem o mesmo: diferem em {said}",
};
pub const WEAK_TARGET: Text = Text {
    es: "la meta de {entry} no llega a {wanted}",
    en: "the target of {entry} falls short of {wanted}",
    pt: "a meta de {entry} não chega a {wanted}",
};
pub const CLOSE_TARGET: Text = Text {
    es: "la meta de {entry} cumple solo la lectura más débil: se pide {wanted}",
    en: "the target of {entry} meets only the weaker reading: {wanted} is required",
    pt: "a meta de {entry} cumpre só a leitura mais fraca: pede-se {wanted}",
};
pub const TOO_FEW_POSTS: Text = Text {
    es: "en {entry} llegan {cases} por hora en el peor momento, cada caso lleva {minutes} minutos y hay {posts} puestos: se atiende al {found} en {time} y se exige el {wanted}, que se alcanza con `servers: {needed}`",
    en: "at {entry} {cases} arrive in the busiest hour, each takes {minutes} minutes and {posts} posts are open: {found} are served within {time}, and {wanted} is required, which `servers: {needed}` reaches",
    pt: "em {entry} chegam {cases} por hora no pior momento, cada caso leva {minutes} minutos e há {posts} postos: {found} são atendidos em {time} e exige-se {wanted}, o que se alcança com `servers: {needed}`",
};
pub const WEAKER: Text = Text {
    es: "se cumple solo en la lectura más débil del texto: {wanted}",
    en: "it holds only in the weaker reading of the text: {wanted}",
    pt: "cumpre-se só na leitura mais fraca do texto: {wanted}",
};
pub const NOT_SAID: Text =
    Text { es: "{entry} no dice `{key}`", en: "{entry} does not say `{key}`", pt: "{entry} não diz `{key}`" };
pub const SHARED: Text = Text {
    es: "`{key}` de {entry} comparte {said} con `{other}`",
    en: "`{key}` of {entry} shares {said} with `{other}`",
    pt: "`{key}` de {entry} compartilha {said} com `{other}`",
};
const A_CHARGE: Text = Text { es: "un cobro", en: "a charge", pt: "uma cobrança" };
/// Why nobody can tell whether a clause applies.
pub const UNDECIDED: Text = Text {
    es: "no se sabe si se aplica: {reason}",
    en: "it is not known whether it applies: {reason}",
    pt: "não se sabe se se aplica: {reason}",
};
pub const UNDECIDED_BY: Text = Text {
    es: "no se sabe si se aplica, que es donde hay en `{of}` alguna entrada con {wanted}: dígalo en sus entradas, sea así o no",
    en: "it is not known whether it applies, which is where some entry of `{of}` has {wanted}: say so in its entries, whether it is so or not",
    pt: "não se sabe se se aplica, que é onde há em `{of}` alguma entrada com {wanted}: diga-o em suas entradas, seja assim ou não",
};
pub const IS_SO: Text = Text {
    es: "{entry} dice {wanted}, y no debe ser así",
    en: "{entry} says {wanted}, and it must not",
    pt: "{entry} diz {wanted}, e não deve ser assim",
};
pub const PAST: Text = Text {
    es: "`{key}` de {entry} ya pasó: {said}",
    en: "`{key}` of {entry} is past: {said}",
    pt: "`{key}` de {entry} já passou: {said}",
};
pub const OTHER_CURRENCY: Text = Text {
    es: "`{key}` de {entry} dice {said} y el límite está en otra moneda: {wanted}",
    en: "`{key}` of {entry} says {said}, and the bound is in another currency: {wanted}",
    pt: "`{key}` de {entry} diz {said} e o limite está em outra moeda: {wanted}",
};

impl Note {
    pub fn new(record: &Record, span: Span, text: Text) -> Note {
        let args = vec![("entry", Arg::Plain(record.named()))];
        Note { span, subject: record.subject.clone(), text, args, missing: false }
    }

    pub fn with(mut self, name: &'static str, value: impl Into<Arg>) -> Note {
        self.args.push((name, value.into()));
        self
    }

    /// The same as what keeps nobody from being told whether a clause applies: it asks for nothing.
    pub fn undecided(self) -> Note {
        match self.text {
            NONE_AT_ALL | NONE_SUCH => Note { text: UNDECIDED_BY, ..self },
            text => Note { text: UNDECIDED, args: vec![("reason", Arg::Phrase(text, self.args))], ..self },
        }
    }

    /// The same, of the entry that says it.
    pub fn by(mut self, subject: &str) -> Note {
        self.args.retain(|(name, _)| *name != "entry");
        self.args.push(("entry", Arg::Plain(subject.to_owned())));
        self.subject = subject.to_owned();
        self
    }

    /// A fact that is not written.
    pub fn missing(record: &Record, path: &str, example: impl Into<Arg>) -> Note {
        let note = Note::new(record, record.span, MISSING).with("key", record.written(path)).with("example", example);
        Note { missing: true, ..note }
    }

    /// A fact that says something else.
    pub fn about(record: &Record, path: &str, fact: &Fact, text: Text) -> Note {
        // That something is asked for is told by a word that nobody writes: authors write how much.
        let said = match (path, fact.words()) {
            ("fee", [word]) if word == "paid" => Arg::Words(A_CHARGE),
            _ => fact.shown(),
        };
        Note::new(record, fact.span, text).with("key", record.written(path)).with("said", said)
    }
}

/// Words as the author would write them.
pub fn wanted<T: AsRef<str>>(words: &[T]) -> Arg {
    code_list(words)
}

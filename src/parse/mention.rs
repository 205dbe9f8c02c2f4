//! Durations, shares and sums of money that stand in prose: «dos minutos», “24 business hours”, «15 dias úteis», «S/ 20».
//!
//! Works on the text as written in the file, so that a mention's range is a place. What is in double brackets, code or the
//! address of a link is passed over, and a line break counts as a space. What is not recognised is simply not there: a rule built
//! on this stays silent rather than guess.

mod numerals;
mod parts;
mod words;

use crate::lang::Lang;
use crate::values::{Decimal, Duration, Quantity, TimeUnit};
use std::ops::Range;

/// What a mention counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unit {
    Time(TimeUnit),
    /// «Días» without saying which.
    Days,
    /// «Quincena»: two weeks or fifteen days, nobody counts which.
    HalfMonth,
    /// «El mismo día»: at whatever hour of it.
    SameDay,
    Percent,
    /// The currency's code; none for a sign or word of several, such as `$` and «pesos».
    Money(Option<&'static str>),
}

/// A quantity in prose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mention {
    /// Bytes of the text that was searched.
    pub range: Range<usize>,
    pub amount: Decimal,
    /// The lower end of a range.
    pub low: Option<Decimal>,
    pub unit: Unit,
    /// The number is «un», “a”: it may be an article and mean no quantity.
    pub article: bool,
}

/// How a mention stands to a value of the model.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Likeness {
    /// The same number of the same unit.
    Same,
    /// The same length or sum, otherwise written; or days that may be the value's days.
    Alike,
    Different,
    /// Of another kind: a share is no length of time.
    OtherKind,
}

impl Mention {
    /// Compares with a value; of a range both ends count.
    pub fn likeness(&self, value: &Quantity) -> Likeness {
        let same = |yes: bool| if yes { Likeness::Same } else { Likeness::Different };
        match (&self.unit, value) {
            (Unit::Percent, Quantity::Percent(percent)) => same(self.low.is_none() && percent.value == self.amount),
            (Unit::Money(currency), Quantity::Money(money)) => match currency {
                Some(code) if *code != money.currency => Likeness::Different,
                _ => same(self.low.is_none() && money.amount == self.amount),
            },
            (Unit::HalfMonth, Quantity::Duration(duration)) => self.likeness_of_half_months(duration),
            (Unit::SameDay, Quantity::Duration(duration)) => match is_up_to_a_day(duration) {
                true => Likeness::Alike,
                false => Likeness::Different,
            },
            (Unit::Time(_) | Unit::Days, Quantity::Duration(duration)) => self.likeness_of_time(duration),
            _ => Likeness::OtherKind,
        }
    }

    fn likeness_of_time(&self, value: &Duration) -> Likeness {
        let equal = self.amount == value.amount && self.low == value.low;
        let unit = match self.unit {
            Unit::Time(unit) => unit,
            Unit::Days if matches!(value.unit, TimeUnit::BusinessDay | TimeUnit::CalendarDay) => {
                return if equal { Likeness::Alike } else { Likeness::Different };
            }
            _ => TimeUnit::CalendarDay,
        };
        if unit == value.unit {
            return if equal { Likeness::Same } else { Likeness::Different };
        }
        let own = Duration { amount: self.amount, low: self.low, unit };
        let alike =
            own.compare_exactly(value).is_some_and(|order| order.is_eq()) && self.low.is_none() == value.low.is_none();
        if alike { Likeness::Alike } else { Likeness::Different }
    }

    /// Two weeks, ten business days and fifteen days are all called so.
    fn likeness_of_half_months(&self, value: &Duration) -> Likeness {
        let is = |low: u8, high: u8| {
            let times = |n: u8| Decimal::from(n).saturating_mul(self.amount);
            (times(low)..=times(high)).contains(&value.amount)
        };
        let alike = match value.unit {
            TimeUnit::Week => is(2, 2),
            TimeUnit::CalendarDay => is(14, 15),
            TimeUnit::BusinessDay => is(10, 15),
            _ => false,
        };
        if alike && self.low.is_none() == value.low.is_none() { Likeness::Alike } else { Likeness::Different }
    }

    /// The length of time that is meant, days without more as calendar days.
    pub fn duration(&self) -> Option<Duration> {
        let (times, unit) = match self.unit {
            Unit::Time(unit) => (Decimal::ONE, unit),
            Unit::Days | Unit::SameDay => (Decimal::ONE, TimeUnit::CalendarDay),
            Unit::HalfMonth => (Decimal::from(15), TimeUnit::CalendarDay),
            Unit::Percent | Unit::Money(_) => return None,
        };
        let low = self.low.map(|low| low.saturating_mul(times));
        Some(Duration { amount: self.amount.saturating_mul(times), low, unit })
    }

    /// Whether a length of time is meant.
    pub fn is_time(&self) -> bool {
        matches!(self.unit, Unit::Time(_) | Unit::Days | Unit::HalfMonth | Unit::SameDay)
    }
}

/// Whether what takes so long may be done on the day on which it was asked for.
fn is_up_to_a_day(value: &Duration) -> bool {
    let most = match value.unit {
        TimeUnit::Second => 86_400,
        TimeUnit::Minute => 1_440,
        TimeUnit::Hour | TimeUnit::BusinessHour => 24,
        TimeUnit::CalendarDay | TimeUnit::BusinessDay => 1,
        TimeUnit::Week | TimeUnit::Month | TimeUnit::Year => 0,
    };
    value.amount <= Decimal::from(most)
}

/// Every quantity of a text, in order.
pub fn mentions(text: &str, lang: Lang) -> Vec<Mention> {
    let masked = mask(text);
    let tokens = tokens(&masked);
    let mut out: Vec<Mention> = Vec::new();
    let mut i = 0;
    while i < tokens.len() {
        match at(&tokens, i, lang) {
            Some((mention, next)) => {
                out.push(mention);
                i = next;
            }
            None => i += 1,
        }
    }
    out
}

/// What a text counts by one of some nouns, in lower case: «tres preguntas», each with its place. Ranges and articles count nothing.
pub fn counts(text: &str, lang: Lang, nouns: &[&str]) -> Vec<(Range<usize>, Decimal)> {
    let masked = mask(text);
    let tokens = tokens(&masked);
    let mut out = Vec::new();
    let mut i = 0;
    while i < tokens.len() {
        let Some((amount, next, article)) = numerals::number(&tokens, i, lang) else {
            i += 1;
            continue;
        };
        let joined =
            i > 0 && matches!(tokens[i - 1].text, "-" | "–" | "a" | "o" | "to" | "or" | "y" | "and" | "e" | "ou");
        let noun = tokens.get(next).filter(|token| nouns.contains(&token.text.to_lowercase().as_str()));
        if let Some(noun) = noun.filter(|_| !article && !joined) {
            out.push((tokens[i].start..noun.end(), amount));
        }
        i = next.max(i + 1);
    }
    out
}

/// The text with everything that is not prose blanked, byte for byte.
pub fn mask(text: &str) -> String {
    let mut bytes = text.as_bytes().to_vec();
    let mut blank = |range: Range<usize>| bytes[range].fill(MASKED);
    let mut at = 0;
    let mut ends = Ends::default();
    while at < text.len() {
        let rest = &text[at..];
        let end = if rest.starts_with("[[") {
            ends.find(rest, "]]").map(|end| end + 2)
        } else if rest.starts_with('`') {
            let fence = rest.bytes().take_while(|b| *b == b'`').count();
            ends.find(&rest[fence..], &rest[..fence]).map(|end| end + 2 * fence)
        } else if rest.starts_with("](") {
            ends.find(rest, ")").map(|end| end + 1)
        } else if rest.starts_with("http://") || rest.starts_with("https://") {
            Some(rest.find(char::is_whitespace).unwrap_or(rest.len()))
        } else {
            None
        };
        match end {
            Some(end) => {
                blank(at..at + end);
                at += end;
            }
            // Only before these signs, all of one byte, anything can begin.
            None => {
                let next = rest.bytes().skip(1).position(|b| matches!(b, b'[' | b'`' | b']' | b'h'));
                at += next.map_or(rest.len(), |next| next + 1);
            }
        }
    }
    String::from_utf8(bytes).unwrap_or_default()
}

/// What closes nothing any more: looked for once in vain, it is not in what follows either. Without it, a text of nothing but opening
/// brackets would be read once for each.
#[derive(Default)]
struct Ends<'t> {
    missing: Vec<&'t str>,
}

impl<'t> Ends<'t> {
    /// Where `end` begins in what is left of a text.
    fn find(&mut self, rest: &str, end: &'t str) -> Option<usize> {
        if self.missing.contains(&end) {
            return None;
        }
        let found = rest.find(end);
        if found.is_none() {
            self.missing.push(end);
        }
        found
    }
}

/// Stands for what is masked: no letter, no space and no mark of punctuation, so that nothing is read across it.
const MASKED: u8 = 1;

/// A word, a number or a sign of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Token<'t> {
    text: &'t str,
    start: usize,
    kind: TokenKind,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum TokenKind {
    Word,
    Number,
    Sign,
}

impl Token<'_> {
    fn end(&self) -> usize {
        self.start + self.text.len()
    }
}

fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut out = Vec::new();
    let mut chars = text.char_indices().peekable();
    while let Some((start, c)) = chars.next() {
        if c.is_whitespace() {
            continue;
        }
        let mut end = start + c.len_utf8();
        let kind = if c.is_ascii_digit() {
            while let Some((at, next)) = chars.peek().copied() {
                let after = text[at + next.len_utf8()..].starts_with(|d: char| d.is_ascii_digit());
                if !(next.is_ascii_digit() || (matches!(next, '.' | ',') && after)) {
                    break;
                }
                end = at + next.len_utf8();
                chars.next();
            }
            TokenKind::Number
        } else if c.is_alphabetic() {
            while let Some((at, next)) = chars.peek().copied().filter(|(_, next)| next.is_alphanumeric()) {
                end = at + next.len_utf8();
                chars.next();
            }
            TokenKind::Word
        } else {
            TokenKind::Sign
        };
        out.push(Token { text: &text[start..end], start, kind });
    }
    out
}

const HALF: Decimal = Decimal::from_parts(5, 0, 0, false, 1);

/// The mention that begins at a token, and the token after it.
fn at(tokens: &[Token<'_>], i: usize, lang: Lang) -> Option<(Mention, usize)> {
    if let Some((mention, next)) = money_before(tokens, i, lang) {
        return Some((mention, next));
    }
    let glued = i > 0
        && tokens[i - 1].end() == tokens[i].start
        && !matches!(tokens[i - 1].text, "(" | "«" | "“" | "\"" | "¿" | "¡" | "'");
    // `A-24 horas`, `2026-09`, `#3` are no quantities.
    if glued && tokens[i].kind == TokenKind::Number {
        return None;
    }
    if let Some(found) = parts::ordinal_day(tokens, i) {
        return Some(found);
    }
    if let Some(found) = words::same_day(tokens, i) {
        return Some(found);
    }
    if let Some(found) = parts::idiom(tokens, i, lang) {
        return Some(found);
    }
    let of_lang = numerals::number(tokens, i, lang);
    let (mut amount, mut next, article) = of_lang.or_else(|| numerals::foreign(tokens, i, lang))?;
    let mut low = None;
    if let Some((upper, after)) = upper_end(tokens, i, next, lang)
        && upper > amount
    {
        (low, amount, next) = (Some(amount), upper, after);
    }
    // «30 (treinta) días».
    if let [open, _, close, ..] = tokens.get(next..)?
        && (open.text, close.text) == ("(", ")")
        && numerals::number(tokens, next + 1, lang).is_some_and(|(said, _, _)| said == amount)
    {
        next += 3;
    }
    let mut article = article;
    if let Some(after) =
        parts::half_before(tokens, next, lang).filter(|after| low.is_none() && words::unit(tokens, *after).is_some())
    {
        (amount, next, article) = (amount.saturating_add(HALF), after, false);
    }
    let (unit, mut after) = words::unit(tokens, next).or_else(|| parts::mark(tokens, next, lang))?;
    if let Some((part, end)) = parts::and_part(tokens, after, &unit, lang).filter(|_| low.is_none()) {
        (amount, after, article) = (amount.saturating_add(part), end, false);
    }
    if unit == Unit::Time(TimeUnit::Hour) && is_clock(tokens, i, after, low, amount) {
        return None;
    }
    // «50,000 soles» in a Spanish text: no money has three decimals.
    if matches!(unit, Unit::Money(_))
        && low.is_none()
        && let Some(sum) = tokens.get(i).filter(|_| next == i + 1).and_then(|token| numerals::sum(token.text))
    {
        amount = sum;
    }
    let end = tokens.get(after.checked_sub(1)?)?.end();
    let range = tokens[i].start..end;
    Some((Mention { range, amount, low, unit, article }, after))
}

/// Whether hours are those that a clock shows, or those of the whole day: «a las 18 horas», «de 9 a 18 h», «abierto 24 horas». «Las 24
/// horas siguientes» and «dentro de las 24 horas» are a length.
fn is_clock(tokens: &[Token<'_>], first: usize, after: usize, low: Option<Decimal>, amount: Decimal) -> bool {
    let word = |i: Option<usize>| i.and_then(|i| tokens.get(i)).map(|token| token.text.to_lowercase());
    let (before, next) = (word(first.checked_sub(1)), word(Some(after)));
    let is = |word: &Option<String>, words: &[&str]| word.as_deref().is_some_and(|word| words.contains(&word));
    let back = |n: usize, one: &str| word(first.checked_sub(n)).as_deref() == Some(one);
    let within = back(1, "das") && back(2, "dentro")
        || back(1, "las") && back(2, "de") && back(3, "dentro")
        || back(1, "the") && back(2, "within");
    let coming = is(&before, &["próximas", "siguientes", "seguintes", "next", "following"])
        || is(&next, &["siguientes", "posteriores", "seguintes", "following"]);
    // «En 24 horas a partir de su llamada», and not «24 horas a la semana».
    let counted = is(&next, &["a"]) && is(&word(Some(after + 1)), &["partir", "contar"]);
    let all_day = is(&next, &["al", "del", "do", "a", "per", "todos", "los"]) && !counted;
    if (within || coming) && !all_day {
        return false;
    }
    let whole_day = amount == Decimal::from(24) && (all_day || !is(&before, BEFORE_A_LENGTH));
    // The upper end of such a range is looked at again by itself.
    let joined = is(&before, &["a", "y", "-", "–", "to", "and", "hasta", "e", "até"]);
    let from = first.checked_sub(2).and_then(|i| tokens.get(i)).filter(|t| joined && t.kind == TokenKind::Number);
    let from = from.and_then(|token| token.text.parse::<u8>().ok()).map(Decimal::from);
    let shift = low.or(from).is_some_and(|low| low >= Decimal::from(6)) && amount > Decimal::from(12);
    // No clock shows 48.
    amount <= Decimal::from(24) && (is(&before, &["las", "às", "as", "das"]) || shift || whole_day)
}

/// Words before a length of time: «en 24 horas», “within 24 hours”.
const BEFORE_A_LENGTH: &[&str] = &[
    "(", "en", "in", "within", "em", "de", "hasta", "até", "than", "máximo", "maximum", "antes", "after", "tras",
    "após",
];

/// The upper end after «2 a», «2-», «entre 2 y».
fn upper_end(tokens: &[Token<'_>], first: usize, next: usize, lang: Lang) -> Option<(Decimal, usize)> {
    let joint = tokens.get(next)?.text.to_lowercase();
    let before = first.checked_sub(1).map(|i| tokens[i].text.to_lowercase());
    let between = before.is_some_and(|word| matches!(word.as_str(), "entre" | "between"));
    let digits =
        |i: usize| tokens.get(i).filter(|t| t.kind == TokenKind::Number).and_then(|t| t.text.parse::<u8>().ok());
    let joins = match joint.as_str() {
        // «24/48 horas»; of small numbers it is a fraction.
        "/" => [digits(first), digits(next + 1)].iter().all(|number| number.is_some_and(|number| number >= 5)),
        "-" | "–" | "a" | "o" | "to" | "or" | "ou" | "hasta" | "até" => true,
        "y" | "and" | "e" => between,
        _ => false,
    };
    let (upper, after, article) = joins.then(|| numerals::number(tokens, next + 1, lang))??;
    (!article).then_some((upper, after))
}

/// «S/ 20», «R$ 1.500,00», “US$ 20”, «€ 5», «PEN 20».
fn money_before(tokens: &[Token<'_>], i: usize, lang: Lang) -> Option<(Mention, usize)> {
    let (currency, next) = words::currency_sign(tokens, i)?;
    let number = tokens.get(next).filter(|token| token.kind == TokenKind::Number)?;
    let (amount, after) = match numerals::sum(number.text) {
        Some(sum) => (sum, next + 1),
        None => numerals::number(tokens, next, lang).map(|(amount, after, _)| (amount, after))?,
    };
    let range = tokens[i].start..tokens.get(after.checked_sub(1)?)?.end();
    Some((Mention { range, amount, low: None, unit: Unit::Money(currency), article: false }, after))
}

#[cfg(test)]
mod tests;

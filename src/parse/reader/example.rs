//! What to write where a group of keys is wanted and a text or a value stands: the same under the key that holds it.

use super::Slot;
use crate::parse::meant::meant;
use crate::parse::syntax::short;
use crate::values::{Bound, Expectation, Quantity};

impl Slot<'_, '_, '_> {
    /// What to write where a mapping is wanted and something else stands: the text under the key that holds it, or some keys.
    pub(super) fn example(&self, known: &[&'static str], required: &[&'static str]) -> Option<String> {
        let text = self.node.scalar().map(str::trim);
        // `name = Caja` and `name:Caja` name their key themselves.
        let named = text.and_then(|text| {
            let (key, value) = text.split_once([':', '='])?;
            Some((*known.iter().find(|known| **known == key.trim())?, value.trim().to_owned()))
        });
        // `95 % en 24 horas` is a share and the time that it is for.
        let split =
            text.and_then(|text| [" en ", " em ", " in ", " dentro de "].iter().find_map(|word| text.split_once(word)));
        if let Some((share, time)) = split.filter(|_| known.contains(&"share") && known.contains(&"within"))
            && let (Some(("share", share)), Some(("within", time))) =
                (self.in_key(share, known), self.in_key(time, known))
        {
            return Some(format!("{}: {{ share: {}, within: {time} }}", self.key, in_flow(&share)));
        }
        let value = named.or_else(|| text.and_then(|text| self.in_key(text, known)));
        let value = value.or_else(|| {
            // A message is what it says; its name is for whoever has many.
            let message = known.contains(&"technique").then_some(&"content");
            let key = required.first().or(message).or_else(|| TEXT_KEYS.iter().find(|key| known.contains(key)))?;
            Some((*key, text?.to_owned()))
        });
        let pairs: Vec<String> = match value {
            // Without braces a text is set as it stands.
            Some((key, text)) if self.item && required.iter().all(|r| *r == key) => {
                return Some(format!("- {key}: {}", if text.contains(": ") { in_flow(&text) } else { short(&text) }));
            }
            Some((key, text)) => {
                let others = required.iter().filter(|r| **r != key).map(|r| format!("{r}: …"));
                std::iter::once(format!("{key}: {}", in_flow(&text))).chain(others).collect()
            }
            // A target that is a number alone may be the least or the most.
            None if known.contains(&"share") && known.contains(&"maximum") => {
                let number = text.and_then(|text| match Quantity::parse(text) {
                    Ok(_) => Some(text.to_owned()),
                    Err(_) => meant(Expectation::Rate, text, None).filter(|value| Quantity::parse(value).is_ok()),
                });
                let Some(number) = number.as_deref().map(in_flow) else {
                    return Some(format!("{}: {{ share: 95 % }}", self.key));
                };
                let key = self.key;
                return Some(format!("{key}: {{ minimum: {number} }}` / `{key}: {{ maximum: {number} }}"));
            }
            // How many come is said with its period; the other keys are for whoever knows more.
            None if known.contains(&"mean") && known.contains(&"peak") => vec!["mean: 12 per day".to_owned()],
            None => {
                let others = known.iter().filter(|key| !required.contains(key));
                required.iter().chain(others).take(required.len().max(4)).map(|key| format!("{key}: …")).collect()
            }
        };
        if pairs.is_empty() {
            return None;
        }
        let pairs = format!("{{ {} }}", pairs.join(", "));
        Some(match (self.item, self.key) {
            (true, _) => format!("- {pairs}"),
            (false, "") => format!("{}: {pairs}", self.cx.id),
            (false, key) => format!("{key}: {pairs}"),
        })
    }

    /// The key that holds a quantity, and the quantity as it is to be written: `95%` is the `share` of a target.
    fn in_key(&self, text: &str, known: &[&'static str]) -> Option<(&'static str, String)> {
        let read = |what: Expectation| match Bound::parse_with(text, Quantity::parse) {
            Ok(_) => Some(text.to_owned()),
            Err(_) => meant(what, text, self.cx.currency.as_deref()),
        };
        let has = |key: &'static str| known.contains(&key).then_some(key);
        let holds = |what: Expectation, keys: &[&'static str], good: &dyn Fn(&Quantity) -> bool| {
            let key = keys.iter().find_map(|key| has(key))?;
            let value = read(what)?;
            let quantity = Bound::parse_with(&value, Quantity::parse).ok()?.value;
            good(&quantity).then_some((key, value))
        };
        let share = |q: &Quantity| matches!(q, Quantity::Percent(_));
        let time = |q: &Quantity| matches!(q, Quantity::Duration(_));
        let rate = |q: &Quantity| matches!(q, Quantity::Rate(rate) if !rate.per.is_empty());
        let money = |q: &Quantity| matches!(q, Quantity::Money(_));
        holds(Expectation::Quantity, &["share", "rate"], &share)
            .map(|(key, value)| (key, value.replace(" %", "%").replace('%', " %")))
            .or_else(|| holds(Expectation::Duration, &["within", "maximum"], &time))
            .or_else(|| holds(Expectation::Rate, &["mean"], &rate))
            .or_else(|| holds(Expectation::Quantity, &["amount", "unit_cost", "price", "maximum"], &money))
    }
}

/// Keys that hold what an entry or item is, in the order in which they are tried for a text without a key.
const TEXT_KEYS: [&str; 12] = [
    "name",
    "does",
    "gives",
    "promise",
    "statement",
    "question",
    "title",
    "content",
    "text",
    "summary",
    "action",
    "when",
];

/// A text as a value within braces.
pub(super) fn in_flow(text: &str) -> String {
    let text = short(text);
    let signs = |c: char| {
        matches!(
            c,
            ',' | ':' | '[' | ']' | '{' | '}' | '#' | '"' | '\'' | '&' | '*' | '!' | '|' | '>' | '<' | '@' | '`'
        )
    };
    match (text.contains(signs), text.contains('"')) {
        (false, _) => text,
        (true, false) => format!("\"{text}\""),
        (true, true) => format!("'{}'", text.replace('\'', "''")),
    }
}

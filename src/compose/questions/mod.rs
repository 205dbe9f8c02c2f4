//! Short tests made from the manual's own data (E5): deadlines, limits, who decides, channels, words to say, escalation.
//!
//! A question is asked only where the manual has one right answer and at least two that are wrong for sure. Wrong answers are other
//! true values of the manual, or values near the right one. What is asked, and in which order answers stand, follows from ids alone:
//! every build makes the same test.

mod people;
mod said;
mod times;

use super::duties::Duties;
use super::writer::Writer;
use crate::ir::{Choice, Inline, Question, plain, text_of};
use crate::lang::learning as words;
use crate::parse::files::slug;

/// At most so many questions for a role.
const MOST: usize = 10;
/// Wrong answers beside the right one.
const WRONG: usize = 2;
/// Of so many things of one kind at most a question is tried; wrong words are sought among so many.
const TRIED: usize = 40;
const SOUGHT: usize = 200;

/// What a question may be about, and how many of it a test may have. The order is that of asking.
const TOPICS: [(Topic, usize); 7] = [
    (Topic::Promise, 4),
    (Topic::Limit, 2),
    (Topic::Say, 2),
    (Topic::Escalation, 2),
    (Topic::Channel, 2),
    (Topic::Time, 2),
    (Topic::Decision, 2),
];

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Topic {
    Promise,
    Limit,
    Say,
    Escalation,
    Channel,
    Time,
    Decision,
}

/// The questions of a role, made of what binds it.
pub fn of(x: &Writer<'_>, duties: &Duties<'_>) -> Vec<Question> {
    let role = duties.role.base.id.as_str();
    let mut asked: Vec<Vec<Question>> = TOPICS
        .iter()
        .map(|(topic, most)| {
            let mut all = match topic {
                Topic::Promise => times::promises(x, duties),
                Topic::Limit => people::limits(x, duties),
                Topic::Say => said::words(x, duties),
                Topic::Escalation => people::escalations(x, duties),
                Topic::Channel => said::channels(x, duties),
                Topic::Time => times::own(x, duties),
                Topic::Decision => people::decisions(x, duties),
            };
            all.sort_by_key(|question| (seed(&[role, &question.id]), question.id.clone()));
            all.truncate(*most);
            all.reverse();
            all
        })
        .collect();
    let mut out: Vec<Question> = Vec::new();
    // One of each topic, then a second of each, until there are enough.
    while out.len() < MOST && asked.iter().any(|list| !list.is_empty()) {
        for list in &mut asked {
            out.extend(list.pop().filter(|_| out.len() < MOST));
        }
    }
    out
}

/// A number that texts decide: FNV-1a, mixed at the end so that like texts lie far apart. The same on every machine.
fn seed(parts: &[&str]) -> u64 {
    let bytes = parts.iter().flat_map(|part| part.bytes().chain([0]));
    let mut hash = bytes.fold(0xcbf2_9ce4_8422_2325_u64, |h, b| (h ^ u64::from(b)).wrapping_mul(0x0000_0100_0000_01b3));
    hash ^= hash >> 33;
    hash = hash.wrapping_mul(0xff51_afd7_ed55_8ccd);
    hash ^ (hash >> 33)
}

/// Some of many things, chosen by a role and their ids: the work stays the same in a manual of thousands of services.
fn some<T>(role: &str, items: impl Iterator<Item = T>, most: usize, id: impl Fn(&T) -> String) -> Vec<T> {
    let mut out: Vec<(u64, String, T)> = items.map(|item| (0, id(&item), item)).collect();
    if out.len() > most {
        out.iter_mut().for_each(|(key, id, _)| *key = seed(&[role, id]));
        out.sort_by(|a, b| (a.0, &a.1).cmp(&(b.0, &b.1)));
        out.truncate(most);
    }
    out.into_iter().map(|(.., item)| item).collect()
}

/// One right answer among wrong ones, in an order that the id decides. None where there are too few wrong answers that differ.
fn choose(id: &str, right: Vec<Inline>, wrong: Vec<Vec<Inline>>) -> Option<Vec<Choice>> {
    mixed(id, vec![right], wrong, WRONG)
}

fn mixed(id: &str, right: Vec<Vec<Inline>>, mut wrong: Vec<Vec<Inline>>, most: usize) -> Option<Vec<Choice>> {
    let mut seen: Vec<String> = right.iter().map(|run| slug(&text_of(run))).collect();
    wrong.sort_by_cached_key(|run| {
        let text = text_of(run);
        (seed(&[id, &text]), text)
    });
    let is_new = |run: &Vec<Inline>| {
        let text = slug(&text_of(run));
        let new = !text.is_empty() && !seen.contains(&text);
        seen.push(text);
        new
    };
    // Of hundreds a few are taken: no more are looked at.
    let wrong: Vec<Vec<Inline>> = wrong.into_iter().filter(is_new).take(most).collect();
    if wrong.len() < most || right.iter().any(Vec::is_empty) {
        return None;
    }
    let choice = |right: bool| move |content: Vec<Inline>| Choice { content, right };
    let mut options: Vec<Choice> =
        right.into_iter().map(choice(true)).chain(wrong.into_iter().map(choice(false))).collect();
    options.sort_by_key(|option| seed(&["order", id, &text_of(&option.content)]));
    Some(options)
}

fn question(
    x: &Writer<'_>,
    id: String,
    ask: crate::lang::Text,
    about: Vec<Inline>,
    options: Vec<Choice>,
    place: Inline,
) -> Question {
    Question { id, ask: plain(ask.in_lang(x.lang)), about, options, why: Vec::new(), place: vec![place] }
}

/// A case with where it belongs: «Falta un dato (Microcrédito)».
fn within(mut about: Vec<Inline>, place: Option<String>) -> Vec<Inline> {
    super::writer::capitalise(&mut about);
    about.extend(place.map(|place| Inline::text(format!(" ({place})"))));
    about
}

/// Whether a text gives the answer away.
fn tells(about: &[Inline], answer: &str) -> bool {
    let (about, answer) = (slug(&text_of(about)), slug(answer));
    !answer.is_empty() && format!("-{about}-").contains(&format!("-{answer}-"))
}

/// A value that is asked for becomes a blank.
fn blanked(content: Vec<Inline>, value: &str) -> Vec<Inline> {
    content
        .into_iter()
        .map(|inline| match inline {
            Inline::Limit { text } | Inline::Value { text } if text == value => {
                Inline::Slot { text: words::BLANK.to_owned() }
            }
            Inline::Strong { content } => Inline::Strong { content: blanked(content, value) },
            Inline::Emph { content } => Inline::Emph { content: blanked(content, value) },
            other => other,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_decide_a_number_and_nothing_else_does() {
        assert_eq!(seed(&["caja", "a"]), seed(&["caja", "a"]));
        assert_ne!(seed(&["caja", "a"]), seed(&["cajaa", ""]));
    }

    #[test]
    fn of_many_things_the_same_few_are_tried_in_whatever_order_they_stand() {
        let numbers = |list: Vec<usize>| {
            let mut few = some("caja", list.into_iter(), 5, ToString::to_string);
            few.sort_unstable();
            few
        };
        let few = numbers((0..1000).collect());
        assert_eq!(few.len(), 5);
        assert_eq!(few, numbers((0..1000).rev().collect()));
        assert_eq!(numbers(vec![3, 1, 2]), [1, 2, 3]);
    }

    #[test]
    fn answers_that_read_the_same_are_given_once_and_too_few_make_no_question() {
        let wrong = |texts: &[&str]| texts.iter().map(|text| plain(*text)).collect::<Vec<_>>();
        assert!(choose("q", plain("10 minutos"), wrong(&["10 minutos.", "5 minutos"])).is_none());
        let options =
            choose("q", plain("10 minutos"), wrong(&["5 minutos", "20 minutos", "5 Minutos"])).expect("enough");
        assert_eq!(options.len(), 3);
        assert_eq!(options.iter().filter(|o| o.right).count(), 1);
    }

    #[test]
    fn a_case_that_names_the_answer_is_not_asked() {
        assert!(tells(&plain("Llámelo en 2 días hábiles."), "2 días hábiles"));
        assert!(!tells(&plain("Llámelo en 12 días hábiles."), "2 días hábiles"));
    }
}

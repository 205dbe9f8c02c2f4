//! Questions on communication: which channel, and what to say.

use super::super::duties::{self, Duties, Spoken};
use super::super::writer::Writer;
use super::{SOUGHT, TRIED, choose, mixed, question, some, tells, within};
use crate::ir::{Inline, Question, plain, text_of};
use crate::lang::learning as words;
use crate::parse::prose::Text;

/// Longer words are not compared at a glance.
const LONG: usize = 320;

/// For each message whose media are all channels of the manual: by which of them.
pub fn channels(x: &Writer<'_>, duties: &Duties<'_>) -> Vec<Question> {
    let channels = &x.manual.model.channels;
    let ask = |spoken: &Spoken<'_>| {
        let about = about(x, spoken)?;
        let media = &spoken.message.medium;
        let right: Vec<_> = media.iter().map(|m| channels.get(&m.word)).collect::<Option<Vec<_>>>()?;
        if right.is_empty() || right.len() > 3 || right.iter().any(|c| tells(&about, &c.base.title())) {
            return None;
        }
        // Two telephones, or two desks, are hardly told apart.
        let kinds: Vec<_> = right.iter().filter_map(|c| c.kind.as_ref().map(|k| k.value)).collect();
        let others = channels.iter().filter(|c| c.base.is_active() && right.iter().all(|r| r.base.id != c.base.id));
        let wrong = others.filter(|c| c.kind.as_ref().is_none_or(|k| !kinds.contains(&k.value)));
        let id = format!("channel-{}", spoken.id);
        let names = right.iter().map(|c| plain(c.base.title())).collect();
        let options = mixed(&id, names, wrong.map(|c| plain(c.base.title())).collect(), super::WRONG)?;
        let ask = if right.len() == 1 { words::ASK_CHANNEL } else { words::ASK_CHANNELS };
        Some(question(x, id, ask, about, options, place(x, spoken)))
    };
    tried(duties).into_iter().filter_map(ask).collect()
}

/// For each message with words to say: which they are, among what must not be said and what is said on other occasions.
pub fn words(x: &Writer<'_>, duties: &Duties<'_>) -> Vec<Question> {
    let role = &duties.role.base.id;
    let all = some(role, duties::all_messages(x.manual).into_iter(), SOUGHT, |m| m.id.clone());
    let fits = |text: &&Text| text_of(&x.text(text)).chars().count() <= LONG;
    let ask = |spoken: &Spoken<'_>| {
        let about = about(x, spoken)?;
        let say = spoken.message.say.as_ref().filter(fits)?;
        let never = spoken.message.avoid_saying.iter().filter(fits).map(|t| x.quoted(t));
        let elsewhere = all.iter().filter(|other| is_another_occasion(spoken, other));
        let elsewhere = elsewhere.filter_map(|other| other.message.say.as_ref()).filter(fits).map(|t| x.quoted(t));
        let id = format!("say-{}", spoken.id);
        let options = choose(&id, x.quoted(say), never.chain(elsewhere).collect())?;
        Some(question(x, id, words::ASK_SAY, about, options, place(x, spoken)))
    };
    tried(duties).into_iter().filter_map(ask).collect()
}

fn tried<'d, 'm>(duties: &'d Duties<'m>) -> Vec<&'d Spoken<'m>> {
    some(&duties.role.base.id, duties.messages.iter(), TRIED, |m| m.id.clone())
}

/// What is said in the same service at the same moment, or on the same occasion, may be right as well.
fn is_another_occasion(spoken: &Spoken<'_>, other: &Spoken<'_>) -> bool {
    let service = |s: &Spoken<'_>| s.service.map(|s| s.base.id.clone());
    let trigger = |s: &Spoken<'_>| s.message.trigger.as_ref().map(|t| t.source.clone());
    let same_place = service(spoken) == service(other) && spoken.moment == other.moment;
    !same_place && spoken.id != other.id && trigger(spoken) != trigger(other)
}

fn about(x: &Writer<'_>, spoken: &Spoken<'_>) -> Option<Vec<Inline>> {
    let trigger = spoken.message.trigger.as_ref()?;
    Some(within(x.text(trigger), spoken.service.map(|s| s.base.title())))
}

pub fn place(x: &Writer<'_>, spoken: &Spoken<'_>) -> Inline {
    let name = spoken.name.or(spoken.message.trigger.as_ref());
    let mut content = name.map_or_else(|| plain(x.w.message), |name| x.text(name));
    if let Some(service) = spoken.service {
        content = vec![Inline::text(format!("{} · ", service.base.title()))].into_iter().chain(content).collect();
    }
    Inline::Ref { to: spoken.anchor.clone(), content }
}

//! The steps of a complaint procedure in time: what each waits for, and which of them gives the answer.

use super::complaint::ProcedureStep;
use crate::analysis::procedure::Task;
use crate::parse::reader::Variant;
use crate::values::Duration;

/// The steps as tasks, each with the time that is chosen for it. Without `after` a step follows the one written before it, or the
/// decision that leads to it.
pub fn tasks(steps: &[ProcedureStep], time: impl Fn(&ProcedureStep) -> Option<Duration>) -> Vec<Task> {
    let place = |id: &str| steps.iter().position(|s| s.id.as_ref().is_some_and(|i| i.value == id));
    let leads_to = |step: &ProcedureStep, id: &str| {
        let decision = step.decision.as_ref();
        decision.is_some_and(|d| [&d.yes, &d.no].into_iter().flatten().any(|way| way.source.trim() == id))
    };
    let tasks = steps.iter().enumerate().map(|(i, step)| {
        let mut after: Vec<usize> = step.after.iter().filter_map(|id| place(&id.value)).collect();
        if step.after.is_empty() {
            let id = step.id.as_ref().map(|id| id.value.as_str());
            after = id.map_or_else(Vec::new, |id| (0..i).filter(|d| leads_to(&steps[*d], id)).collect());
            if after.is_empty() && i > 0 {
                after.push(i - 1);
            }
        }
        Task { within: time(step), after }
    });
    tasks.collect()
}

/// The limit of a step for a severity; without one, the ordinary case.
pub fn of_severity(within: &Variant<Duration>, severity: Option<&str>) -> Option<Duration> {
    let [by] = within.by.as_slice() else { return within.otherwise.as_ref().map(|w| w.value) };
    let case = within.cases.iter().find(|(words, _)| {
        by.value == "severity" && words.first().is_some_and(|word| Some(word.value.as_str()) == severity)
    });
    case.map(|(_, value)| value.value).or_else(|| within.otherwise.as_ref().map(|w| w.value))
}

/// Stems of words for the answer.
const ANSWER: [&str; 6] = ["respon", "respuest", "respost", "answer", "reply", "contest"];

/// Stems of words for steps that surely give no answer: what is done when a case comes in, and what follows once it was answered.
const NO_ANSWER: [&str; 32] = [
    "recib", "receb", "receiv", "recep", "regist", "acus", "ackn", "confirm", "clasif", "classif", "triag", "assess",
    "investig", "analiz", "analis", "cerr", "cier", "clos", "encerr", "fech", "archiv", "segui", "follow", "acompa",
    "verif", "comprob", "medi", "encuest", "survey", "pesquis", "prev", "revis",
];

/// Kinds of steps at whose end the customer may have the answer, where no step notifies.
const MAY_ANSWER: [&str; 2] = ["decide", "redress"];

/// The places of the steps with which the customer has the answer: those that notify, or else the last that is called so, or else
/// the one with which the path ends. None where the steps do not tell. Only steps that `follows` allows count.
pub fn answering(steps: &[ProcedureStep], follows: impl Fn(&ProcedureStep) -> bool) -> Vec<usize> {
    let tasks = tasks(steps, |_| None);
    let counted: Vec<usize> = (0..steps.len()).filter(|i| follows(&steps[*i])).collect();
    let notices: Vec<usize> = counted.iter().copied().filter(|i| kind(&steps[*i]) == Some("notify")).collect();
    if !notices.is_empty() {
        return last_of(&notices, &tasks);
    }
    if let Some(called) = counted.iter().rev().find(|i| is_called(&steps[**i], &ANSWER)) {
        return vec![*called];
    }
    let before_closing: Vec<usize> = counted.into_iter().filter(|i| !follows_the_answer(&steps[*i])).collect();
    match last_of(&before_closing, &tasks).as_slice() {
        [end] if may_answer(&steps[*end]) => vec![*end],
        _ => Vec::new(),
    }
}

fn kind(step: &ProcedureStep) -> Option<&str> {
    step.details.words("kind").first().copied()
}

fn is_called(step: &ProcedureStep, stems: &[&str]) -> bool {
    step.id.as_ref().is_some_and(|id| stems.iter().any(|stem| id.value.starts_with(stem)))
}

fn follows_the_answer(step: &ProcedureStep) -> bool {
    kind(step) == Some("close")
        || kind(step).is_none() && is_called(step, &["cerr", "cier", "clos", "encerr", "archiv"])
}

fn may_answer(step: &ProcedureStep) -> bool {
    match kind(step) {
        Some(kind) => MAY_ANSWER.contains(&kind),
        None => !is_called(step, &NO_ANSWER),
    }
}

/// Those steps of a list that no other of the list comes after.
fn last_of(list: &[usize], tasks: &[Task]) -> Vec<usize> {
    list.iter().copied().filter(|step| !list.iter().any(|later| comes_before(*step, *later, tasks))).collect()
}

/// Whether a step has to end before another begins, over any number of steps.
pub fn comes_before(step: usize, later: usize, tasks: &[Task]) -> bool {
    let mut open = tasks[later].after.clone();
    let mut seen = vec![false; tasks.len()];
    while let Some(next) = open.pop() {
        if next < tasks.len() && !std::mem::replace(&mut seen[next], true) {
            open.extend(&tasks[next].after);
        }
    }
    seen[step] && step != later
}

//! C350: the longest path through the steps of a complaint keeps the answer that is promised (B1, C5).

use super::head;
use crate::analysis::procedure::{Overrun, Task, overrun};
use crate::check::promises::places;
use crate::check::{Report, Rule};
use crate::diag::{Arg, Args, Entry, Severity};
use crate::lang::Text;
use crate::model::base::Base;
use crate::model::complaint::{Procedure, ProcedureStep};
use crate::model::steps::{self, of_severity};
use crate::parse::prose;
use crate::parse::reader::Variant;
use crate::resolve::Resolved;
use crate::span::Spanned;
use crate::values::{Comparison, Date, Duration, Hours, Quantity};
use std::collections::BTreeSet;

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "C350",
        name: "complaint-steps-exceed-answer",
        severity: Severity::Error,
        message: Text {
            es: "los pasos de «{procedure}» toman más de {promise}, lo prometido para {what}",
            en: "the steps of “{procedure}” take longer than {promise}, which is promised for {what}",
            pt: "os passos de “{procedure}” levam mais de {promise}, o prometido para {what}",
        },
        why: Text {
            es: "Si cada persona usa el plazo de su paso, y puede hacerlo, la respuesta llega tarde sin que nadie haya faltado a lo suyo.",
            en: "If everybody uses the time of their own step, as they may, the answer is late and nobody has failed in their part.",
            pt: "Se cada pessoa usa o prazo de seu passo, e pode fazê-lo, a resposta chega tarde sem que ninguém tenha faltado à sua parte.",
        },
        fix: Text {
            es: "acorte los plazos de los pasos, haga algunos a la vez con `after`, o prometa un plazo que los contenga",
            en: "shorten the times of the steps, take some at the same time with `after`, or promise a time that holds them",
            pt: "encurte os prazos dos passos, faça alguns ao mesmo tempo com `after`, ou prometa um prazo que os contenha",
        },
        bad: r#"=== complaints.yaml
reclamos:
  name: Reclamos
  types:
    reclamo: { name: Reclamo, answer_within: 10 business days }
#                                            ^^^^^^^^^^^^^^^^
  steps:
    - { id: registrar, does: Registra, within: 1 business day }
    - { id: investigar, does: Investiga, within: 6 business days }
    - { id: decidir, does: Decide, within: 2 business days }
    - { id: responder, does: Responde, within: 2 business days }
    - { id: cerrar, does: Cierra, within: 3 business days }
quejas:
  name: Quejas
  intake: { acknowledgement: { within: 1 business day } }
#                                      ^^^^^^^^^^^^^^
  severity:
    alta: { when: hay dinero perdido, first_answer: 30 minutes }
#                                                   ^^^^^^^^^^
  steps:
    - { id: registrar, does: Registra, within: 20 minutes }
    - { id: acusar, does: Envía el acuse, within: 3 business days }
    - { id: clasificar, does: Llama al cliente, within: 3 business hours, after: registrar }
"#,
        good: r#"=== complaints.yaml
reclamos:
  name: Reclamos
  types:
    reclamo: { name: Reclamo, answer_within: 10 business days }
  steps:
    - { id: registrar, does: Registra, within: 1 business day }
    - { id: investigar, does: Investiga, within: 5 business days }
    - { id: decidir, does: Decide, within: 2 business days }
    - { id: responder, does: Responde, within: 2 business days }
    - { id: cerrar, does: Cierra, within: 3 business days }
quejas:
  name: Quejas
  intake: { acknowledgement: { within: 1 business day } }
  severity:
    alta: { when: hay dinero perdido, first_answer: 6 business hours }
  steps:
    - { id: registrar, does: Registra, within: 20 minutes }
    - { id: acusar, does: Envía el acuse, within: 6 business hours }
    - { id: clasificar, does: Llama al cliente, within: 3 business hours, after: registrar }
"#,
    },
    check,
};

const PATH: Text =
    Text { es: "el camino más largo: {steps}", en: "the longest path: {steps}", pt: "o caminho mais longo: {steps}" };

const ACKNOWLEDGEMENT: Text = Text { es: "el acuse", en: "the acknowledgement", pt: "a confirmação" };

const FIRST: Text = Text {
    es: "la primera respuesta de «{name}»",
    en: "the first answer of “{name}”",
    pt: "a primeira resposta de “{name}”",
};

const STEP: Text = Text { es: "`{step}` {time}", en: "`{step}` {time}", pt: "`{step}` {time}" };

const DATES: Text = Text {
    es: "un reclamo del {start} se responde el {end}, y el plazo vence el {limit}",
    en: "a complaint received on {start} is answered on {end}, and the time is up on {limit}",
    pt: "uma reclamação de {start} é respondida em {end}, e o prazo vence em {limit}",
};

const OFTEN: Text = Text {
    es: "ocurre con {late} de {starts} entradas: al abrir y al cerrar de cada día de dos años en que se reciben casos",
    en: "this happens to {late} of {starts} arrivals: at opening and at closing time on each day of two years on which cases come in",
    pt: "acontece com {late} de {starts} entradas: ao abrir e ao fechar de cada dia de dois anos em que se recebem casos",
};

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    for procedure in manual.model.complaints.iter().filter(|p| p.base.is_active()) {
        let intake = intake(manual, procedure);
        acknowledgement(manual, report, procedure);
        first_answers(manual, report, procedure, intake.as_deref());
        let answers = steps::answering(&procedure.steps, |_| true);
        let mut told = BTreeSet::new();
        for promise in promises(manual, procedure) {
            // Steps may differ by severity: a promise for one walks the steps of that one.
            let tasks = tasks(&procedure.steps, promise.severity.as_deref());
            let calendar = &manual.model.manifest.calendar;
            let late = |last: &usize| overrun(&tasks, *last, &promise.within.value, calendar, intake.as_deref());
            let Some(found) = answers.iter().filter_map(late).max_by_key(|found| found.end) else { continue };
            if !told.insert(promise.within.span) {
                continue;
            }
            report.at(head(manual, promise.within.span), &promise.subject, |finding| {
                finding
                    .arg("procedure", procedure.base.title())
                    .arg("promise", Quantity::Duration(promise.within.value))
                    .arg("what", promise.what.clone())
                    .note(PATH, vec![("steps", path(procedure, &tasks, &found))])
                    .note(DATES, dates(&found))
                    .note(
                        OFTEN,
                        vec![
                            ("late", super::number(found.late as f64)),
                            ("starts", super::number(found.starts as f64)),
                        ],
                    )
            });
        }
    }
}

/// The step that acknowledges, against the time in which the acknowledgement is promised; one of a commitment is held against that.
fn acknowledgement(manual: &Resolved<'_>, report: &mut Report<'_>, procedure: &Procedure) {
    let mut listed = procedure.commitments.iter().filter_map(|id| manual.model.commitments.get(&id.value));
    let promise = procedure.intake.as_ref().and_then(|intake| intake.acknowledgement.as_ref());
    let Some(promise) = promise.and_then(|a| plain(&a.within)) else { return };
    if listed.any(places::is_acknowledgement) {
        return;
    }
    let calendar = &manual.model.manifest.calendar;
    let mut steps = procedure.steps.iter().filter(|step| places::acknowledges(step));
    if steps.any(|step| {
        plain(&step.within).is_some_and(|within| within.value.compare(&promise.value, calendar) == Comparison::Longer)
    }) {
        report.at(head(manual, promise.span), &procedure.base.subject(), |finding| {
            let finding = finding.arg("procedure", procedure.base.title()).arg("what", ACKNOWLEDGEMENT);
            finding.arg("promise", Quantity::Duration(promise.value))
        });
    }
}

/// The time of a first answer against the steps that can give it. Where a step acknowledges, what stands before it is registration,
/// and the first answer comes with some later step: one that is late with every one of them is always late.
fn first_answers(manual: &Resolved<'_>, report: &mut Report<'_>, procedure: &Procedure, intake: Option<&[Hours]>) {
    let named = |name: &Option<prose::Text>, id: &str| name.as_ref().map_or_else(|| id.to_owned(), prose::Text::plain);
    let of_severity =
        procedure.severity.iter().map(|s| (Some(s.id.value.as_str()), &s.first_answer, named(&s.name, &s.id.value)));
    let of_type = procedure.types.iter().map(|t| (None, &t.first_answer, named(&t.name, &t.id.value)));
    let calendar = &manual.model.manifest.calendar;
    for (severity, promise, name) in of_severity.chain(of_type) {
        let Some(promise) = plain(promise) else { continue };
        let tasks = tasks(&procedure.steps, severity);
        let (roots, later): (Vec<usize>, Vec<usize>) = (0..tasks.len()).partition(|i| tasks[*i].after.is_empty());
        let is_told = |i: &usize| places::acknowledges(&procedure.steps[*i]);
        if roots.iter().any(is_told) || !later.iter().any(is_told) {
            continue;
        }
        let late = |i: &usize| overrun(&tasks, *i, &promise.value, calendar, intake);
        let Some(all) = later.iter().map(late).collect::<Option<Vec<Overrun>>>() else { continue };
        let Some(found) = all.iter().min_by_key(|found| found.end) else { continue };
        report.at(head(manual, promise.span), &procedure.base.subject(), |finding| {
            finding
                .arg("procedure", procedure.base.title())
                .arg("promise", Quantity::Duration(promise.value))
                .arg("what", Arg::named(FIRST, name))
                .note(PATH, vec![("steps", path(procedure, &tasks, found))])
        });
    }
}

/// The hours of the channels by which cases come in; none where one of them does not say its hours.
fn intake(manual: &Resolved<'_>, procedure: &Procedure) -> Option<Vec<Hours>> {
    let channels = &procedure.intake.as_ref()?.channels;
    let named = channels.iter().filter_map(|c| manual.model.channels.get(&c.channel.value));
    let hours: Option<Vec<_>> = named.filter(|c| c.base.is_active()).map(|c| manual.model.open_hours(c)).collect();
    hours.map(|hours| hours.concat()).filter(|hours| !hours.is_empty())
}

/// A promised answer: for which severity, and what a finding calls it.
pub(in crate::check) struct Promise {
    within: Spanned<Duration>,
    severity: Option<String>,
    what: String,
    subject: String,
}

/// What is promised: for types and severities of complaints. A type without its own severity promises for all of them.
pub(in crate::check) fn promises(manual: &Resolved<'_>, procedure: &Procedure) -> Vec<Promise> {
    let subject = procedure.base.subject();
    let mut out = Vec::new();
    let named = |name: &Option<prose::Text>, id: &str| name.as_ref().map_or_else(|| id.to_owned(), prose::Text::plain);
    for severity in &procedure.severity {
        if let Some(within) = plain(&severity.answer_within) {
            let (id, what) = (severity.id.value.clone(), named(&severity.name, &severity.id.value));
            out.push(Promise { within, severity: Some(id), what, subject: subject.clone() });
        }
    }
    // The severities that have a limit of their own are held to that.
    let severities: Vec<Option<String>> = match procedure.severity.iter().all(|s| s.answer_within.is_some()) {
        true if !procedure.severity.is_empty() => Vec::new(),
        _ => vec![None],
    };
    for severity in &severities {
        for kind in &procedure.types {
            let what = named(&kind.name, &kind.id.value);
            if let Some(within) = plain(&kind.answer_within) {
                out.push(Promise { within, severity: severity.clone(), what: what.clone(), subject: subject.clone() });
            }
        }
        let listed = procedure.commitments.iter().filter_map(|id| manual.model.commitments.get(&id.value));
        for commitment in listed.filter(|c| c.base.is_active() && is_answer(&c.base)) {
            if let Some(within) = plain(&commitment.within) {
                let (what, subject) = (commitment.base.id.clone(), commitment.base.subject());
                out.push(Promise { within, severity: severity.clone(), what, subject });
            }
        }
    }
    out
}

/// The one limit of a promise that does not differ by case.
fn plain(within: &Option<Variant<Duration>>) -> Option<Spanned<Duration>> {
    let within = within.as_ref()?;
    within.single()?;
    within.otherwise.clone()
}

/// Stems of words for the answer, in the ids of commitments.
const ANSWER: [&str; 6] = ["respon", "respuest", "respost", "answer", "reply", "contest"];

fn is_answer(base: &Base) -> bool {
    ANSWER.iter().any(|stem| base.id.contains(stem))
}

/// The steps as tasks, with their times for a severity.
fn tasks(steps: &[ProcedureStep], severity: Option<&str>) -> Vec<Task> {
    steps::tasks(steps, |step| step.within.as_ref().and_then(|within| of_severity(within, severity)))
}

/// «`registrar` 1 día hábil, `investigar` 6 días hábiles».
fn path(procedure: &Procedure, tasks: &[Task], found: &Overrun) -> Arg {
    let steps = found.path.iter().filter_map(|i| {
        let (step, within) = (procedure.steps.get(*i)?, tasks.get(*i)?.within?);
        let name = step.id.as_ref().map_or_else(|| (i + 1).to_string(), |id| id.value.clone());
        let args: Args = vec![("step", name.into()), ("time", Quantity::Duration(within).into())];
        Some(Arg::Phrase(STEP, args))
    });
    Arg::List(steps.collect())
}

fn dates(found: &Overrun) -> Args {
    let date = |at: crate::values::DateTime| -> Date { at.date() };
    vec![("start", date(found.start).into()), ("end", date(found.end).into()), ("limit", date(found.limit).into())]
}

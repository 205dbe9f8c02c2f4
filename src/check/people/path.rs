//! P513: a path says how long reading takes, what is practised and who takes the signature (E5, I2).

use crate::check::{Report, Rule, is_retired, report_gaps, unsaid};
use crate::diag::{Entry, Severity};
use crate::lang::Text;
use crate::model::orientation::Path;
use crate::resolve::Resolved;

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "P513",
        name: "path-incomplete",
        severity: Severity::Note,
        message: Text {
            es: "en la ruta de orientación no se dice {parts}: {names}",
            en: "the orientation path does not say {parts}: {names}",
            pt: "na trilha de integração não se diz {parts}: {names}",
        },
        why: Text {
            es: "Una lista de páginas se firma sin leer; con tiempo apartado, práctica y prueba se convierte en oficio.",
            en: "A list of pages is signed unread; with time set aside, practice and a test it becomes a trade.",
            pt: "Uma lista de páginas se assina sem ler; com tempo reservado, prática e teste vira ofício.",
        },
        fix: Text {
            es: "complete la ruta: `day_one: [{ read: {own_reading}, time: 10 minutes }]`, `checklist: [dos atenciones observadas]`, `quizzes: [{own_quiz}]`, `signed_before: {own_role}`",
            en: "complete the path: `day_one: [{ read: {own_reading}, time: 10 minutes }]`, `checklist: [two contacts observed]`, `quizzes: [{own_quiz}]`, `signed_before: {own_role}`",
            pt: "complete a trilha: `day_one: [{ read: {own_reading}, time: 10 minutes }]`, `checklist: [dois atendimentos observados]`, `quizzes: [{own_quiz}]`, `signed_before: {own_role}`",
        },
        bad: r#"=== paths.yaml
ruta-de-caja:
  name: Ruta de caja
#       ^^^^^^^^^^^^
  role: caja
  day_one: [channels/agencia]
  checklist: [dos atenciones observadas]
"#,
        good: r#"=== paths.yaml
ruta-de-caja:
  name: Ruta de caja
  role: caja
  signed_before: jefatura
  day_one: [{ read: channels/agencia, time: 10 minutes }]
  checklist: [dos atenciones observadas]
  quizzes: [prueba]
=== quizzes.yaml
prueba: { name: Prueba, questions: {} }
"#,
    },
    check,
};

const TIME: Text =
    Text { es: "cuánto tiempo lleva la lectura", en: "how long reading takes", pt: "quanto tempo leva a leitura" };
const CHECKLIST: Text = Text {
    es: "qué se comprueba con la persona nueva",
    en: "what is checked with the newcomer",
    pt: "o que se verifica com a pessoa nova",
};
const QUIZ: Text = Text { es: "con qué prueba termina", en: "with which quiz it ends", pt: "com que teste termina" };

const SIGNED: Text = Text { es: "ante quién se firma", en: "who takes the signature", pt: "quem recebe a assinatura" };

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    let kept = manual.model.paths.iter().filter(|path| !is_retired(&path.base));
    let parts = |path: &Path| {
        let timed = path.orientation.modules().any(|module| module.time.is_some());
        unsaid([
            (timed, TIME),
            (!path.checklist.is_empty(), CHECKLIST),
            (is_tested(manual, path), QUIZ),
            (is_signed(manual, path), SIGNED),
        ])
    };
    report_gaps(report, kept.map(|path| (&path.base, parts(path))));
}

/// Whether it is known before whom the newcomer signs: who is said to take the signature, or else the role's superior. Of an unknown role
/// nothing is known.
fn is_signed(manual: &Resolved<'_>, path: &Path) -> bool {
    let role = path.role.as_ref().and_then(|role| manual.model.roles.get(&role.value));
    path.signed_before.is_some() || role.is_none_or(|role| role.reports_to.is_some())
}

/// Whether the path or its role has a quiz.
fn is_tested(manual: &Resolved<'_>, path: &Path) -> bool {
    let own = |role: &str| manual.model.quizzes.iter().any(|quiz| quiz.roles.iter().any(|r| r.value == role));
    !path.quizzes.is_empty() || path.role.as_ref().is_some_and(|role| own(&role.value))
}

//! I727: what is in use does not rest on what is retired (I4).

use crate::check::{Report, Rule, prose};
use crate::diag::{Arg, Diagnostic, Entry, Severity};
use crate::lang::Text;
use crate::model::base::{Base, Status};
use crate::parse::kind::Kind;
use crate::parse::reader::Reference;
use crate::resolve::{Resolved, Target};
use crate::span::Span;
use crate::values::Date;
use std::collections::BTreeMap;

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "I727",
        name: "rests-on-retired-entry",
        severity: Severity::Warning,
        message: Text {
            es: "{user} cuenta con {entry}, que está {state}{uses}",
            en: "{user} counts on {entry}, which is {state}{uses}",
            pt: "{user} conta com {entry}, que está {state}{uses}",
        },
        why: Text {
            es: "Un puesto que ya no existe no responde, y a un canal cerrado el cliente llama en vano. Lo que se retira deja un hueco en cada lugar que lo nombra.",
            en: "A role that is gone answers for nothing, and customers call a closed channel in vain. What is retired leaves a gap at each place that names it.",
            pt: "Um cargo que já não existe não responde, e a um canal fechado o cliente liga em vão. O que se retira deixa uma lacuna em cada lugar que o nomeia.",
        },
        fix: Text {
            es: "ponga aquí lo que lo reemplaza o quite la mención; si volverá, escriba `status: suspended` en {entry}",
            en: "put here what has replaced it, or remove the mention; if it is coming back, write `status: suspended` in {entry}",
            pt: "ponha aqui o que o substitui ou retire a menção; se vai voltar, escreva `status: suspended` em {entry}",
        },
        bad: r#"=== roles.yaml
jefatura: { name: Jefatura, status: { retired: 2026-06-30 } }
direccion: { name: Dirección }
=== channels.yaml
fax: { name: Fax, kind: post, status: { retired: 2026-06-30 } }
correo: { name: Correo, kind: email, owner: jefatura }
#                                           ^^^^^^^^
=== services/ejemplo.md
---
code: EJ-01
name: Ejemplo
owner: direccion
offering: { channels: [fax, correo] }
#                      ^^^
---
"#,
        good: r#"=== roles.yaml
jefatura: { name: Jefatura, status: { retired: 2026-06-30 } }
direccion: { name: Dirección }
=== channels.yaml
fax: { name: Fax, kind: post, status: { retired: 2026-06-30 } }
correo: { name: Correo, kind: email, owner: direccion }
=== services/ejemplo.md
---
code: EJ-01
name: Ejemplo
owner: direccion
offering: { channels: [correo] }
---
"#,
    },
    check,
};

const RETIRED: Text = Text { es: "en desuso", en: "no longer in use", pt: "em desuso" };
const SUSPENDED: Text = Text { es: "suspendido", en: "suspended", pt: "suspenso" };
const MEANWHILE: Text = Text {
    es: "diga en las notas de cada servicio por dónde se atiende mientras tanto o quite la mención hasta que {entry} vuelva",
    en: "say in the notes of each service how customers are served meanwhile, or remove the mention until {entry} is back",
    pt: "diga nas notas de cada serviço por onde se atende enquanto isso ou retire a menção até que {entry} volte",
};
const MANIFEST: Text = Text { es: "el manifiesto", en: "the manifest", pt: "o manifesto" };
const MANY: Text = Text {
    es: ", y lo nombran {count} lugares más",
    en: ", and {count} more places name it",
    pt: ", e mais {count} lugares o nomeiam",
};
const ONE: Text =
    Text { es: ", y lo nombra un lugar más", en: ", and one more place names it", pt: ", e mais um lugar o nomeia" };

/// How many of the other places are shown.
const SHOWN: usize = 3;

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    let mut uses: BTreeMap<(Kind, &str), Vec<Use<'_>>> = BTreeMap::new();
    let is_over = |kind: Kind, id: &str| manual.model.base(kind, id).is_some_and(|base| is_over(base, report.today));
    let is_shut = |reference: &Reference| {
        let offers = matches!(reference.from.0, Kind::Services | Kind::Commitments);
        reference.kind == Kind::Channels
            && offers
            && manual.model.base(reference.kind, &reference.id).is_some_and(|base| is_suspended(base, report.today))
    };
    for reference in &manual.references {
        let counts = is_over(reference.kind, &reference.id) || is_shut(reference);
        if counts && is_in_use(manual, reference) {
            let place = Use { span: reference.span, from: (reference.from.0, &reference.from.1) };
            uses.entry((reference.kind, &reference.id)).or_default().push(place);
        }
    }
    // What prose prints of a promise that is no longer made is still promised.
    let passages = prose::passages(manual, |passage| passage.source.contains("[["));
    for passage in &passages {
        // From each end back to what opens it, so that brackets without an end are passed over once.
        let mut from = 0;
        for (end, _) in passage.source.match_indices("]]") {
            let opened = passage.source[from..end].rfind("[[").map(|start| from + start);
            from = end + 2;
            let Some(start) = opened else { continue };
            let span = passage.place(&(start..from));
            if let Some(Target::Value(kind, id, _)) = manual.link(span).map(|link| &link.target)
                && is_over(*kind, id)
            {
                uses.entry((*kind, id)).or_default().push(Use { span, from: (passage.kind, passage.id) });
            }
        }
    }
    let today = report.today;
    for ((kind, id), mut places) in uses {
        places.sort_by_key(|place| (place.span.file, place.span.start));
        places.dedup_by_key(|place| place.span);
        let (Some(base), Some((first, others))) = (manual.model.base(kind, id), places.split_first()) else { continue };
        let (from, whose) = first.from;
        let user = manual.model.base(from, whose).filter(|_| !whose.is_empty());
        let subject = user.map_or_else(String::new, Base::subject);
        report.at(first.span, &subject, |finding| {
            let finding = match user {
                Some(user) => finding.arg("user", named(user)),
                None => finding.arg("user", MANIFEST),
            };
            let more = others.len().to_string();
            let finding = match others {
                [] => finding.arg("uses", ""),
                [_] => finding.arg("uses", ONE),
                _ => finding.arg("uses", Arg::Phrase(MANY, vec![("count", more.into())])),
            };
            let finding = finding.arg("entry", named(base));
            // What is suspended comes back: the manual may go on naming it, but customers call in vain meanwhile.
            let finding = match is_suspended(base, today) {
                true => Diagnostic { severity: Severity::Note, ..finding }.arg("state", SUSPENDED).help(MEANWHILE),
                false => finding.arg("state", RETIRED),
            };
            others.iter().take(SHOWN).fold(finding, |finding, other| finding.label(other.span, crate::check::HERE_TOO))
        });
    }
}

const QUOTED: Text = Text { es: "«{name}»", en: "“{name}”", pt: "“{name}”" };

/// A place where an entry is counted on, and whose it is.
#[derive(Clone, Copy)]
struct Use<'m> {
    span: Span,
    from: (Kind, &'m str),
}

/// An entry by its name; a commitment, whose name is a sentence, by its id.
fn named(base: &Base) -> Arg {
    match base.kind {
        Kind::Commitments => Arg::Plain(format!("`{}`", base.id)),
        _ => Arg::named(QUOTED, base.title()),
    }
}

/// Whether an entry is retired on the day of the check.
fn is_over(base: &Base, today: Date) -> bool {
    match &base.status {
        Status::Retired { on, .. } => on.is_none_or(|on| on.start() <= today),
        Status::Active | Status::Planned(_) | Status::Suspended { .. } => false,
    }
}

/// Whether an entry is suspended on the day of the check.
fn is_suspended(base: &Base, today: Date) -> bool {
    match &base.status {
        Status::Suspended { since, .. } => since.is_none_or(|since| since.start() <= today),
        Status::Active | Status::Planned(_) | Status::Retired { .. } => false,
    }
}

/// Whether a reference makes use of what it names today. Results and sources are the record of what was, a law says itself what
/// has replaced it, what measures a promise is C301's, and a path's reading P507's.
fn is_in_use(manual: &Resolved<'_>, reference: &Reference) -> bool {
    let (from, id) = &reference.from;
    let record = matches!(from, Kind::Results | Kind::Sources | Kind::Laws | Kind::Paths | Kind::Quizzes);
    let measured = *from == Kind::Commitments && reference.kind == Kind::Indicators;
    let law = reference.kind == Kind::Laws;
    !record && !measured && !law && prose::is_kept(manual, manual.model.base(*from, id))
}

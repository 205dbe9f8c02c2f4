//! I720: the manifest has the calendar that a channel or a site names (C6).

use crate::check::{Report, Rule};
use crate::diag::{Entry, Severity};
use crate::lang::Text;
use crate::model::base::Base;
use crate::model::calendar::CalendarChoice;
use crate::parse::entries;
use crate::parse::nearest;
use crate::resolve::Resolved;

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "I720",
        name: "unknown-calendar",
        severity: Severity::Error,
        message: Text {
            es: "el manifiesto no tiene el calendario `{calendar}`",
            en: "the manifest has no calendar `{calendar}`",
            pt: "o manifesto não tem o calendário `{calendar}`",
        },
        why: Text {
            es: "Sin ese calendario, los plazos se cuentan con el de la organización y resultan otras fechas.",
            en: "Without that calendar, times are counted by the organisation's and other dates come out.",
            pt: "Sem esse calendário, os prazos são contados pelo da organização e resultam outras datas.",
        },
        fix: Text {
            es: "escríbalo en manual.yaml, `calendars: { {calendar}: { business_days: mon..sat } }`, o póngalo aquí: `calendar: { business_days: mon..sat }`",
            en: "write it in manual.yaml, `calendars: { {calendar}: { business_days: mon..sat } }`, or put it here: `calendar: { business_days: mon..sat }`",
            pt: "escreva-o em manual.yaml, `calendars: { {calendar}: { business_days: mon..sat } }`, ou ponha-o aqui: `calendar: { business_days: mon..sat }`",
        },
        bad: r#"=== manual.yaml
organization: { name: Ejemplo }
document: { title: Manual }
languages: { default: es }
calendars: { mercado: { business_days: mon..sat } }
=== channels.yaml
ventanilla:
  name: Ventanilla del mercado
  kind: face_to_face
  calendar: mercados
#           ^^^^^^^^
"#,
        good: r#"=== manual.yaml
organization: { name: Ejemplo }
document: { title: Manual }
languages: { default: es }
calendars: { mercado: { business_days: mon..sat } }
=== channels.yaml
ventanilla:
  name: Ventanilla del mercado
  kind: face_to_face
  calendar: mercado
"#,
    },
    check,
};

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    let model = &manual.model;
    let known: Vec<&str> = model.manifest.calendars.iter().map(|(id, _)| id.value.as_str()).collect();
    let channels = model.channels.iter().map(|channel| (&channel.base, &channel.calendar));
    let sites = model.sites.iter().map(|site| (&site.base, &site.calendar));
    let chosen: Vec<(&Base, &Option<CalendarChoice>)> = channels.chain(sites).collect();
    for (base, choice) in chosen {
        let Some(CalendarChoice::Named(name)) = choice else { continue };
        if known.contains(&name.value.as_str()) {
            continue;
        }
        report.at(name.span, &base.subject(), |finding| {
            let finding = finding.arg("calendar", name.value.as_str());
            match nearest::one(&name.value, known.iter().copied()) {
                Some(near) => finding.arg("near", near).help(entries::DID_YOU_MEAN),
                None => finding,
            }
        });
    }
}

//! I709: laws are cited while they are in force.

use crate::check::{Report, Rule};
use crate::diag::{Entry, Severity};
use crate::lang::Text;
use crate::model::offering::{Offering, Price};
use crate::resolve::Resolved;
use crate::span::Spanned;

pub const RULE: Rule = Rule {
    entry: Entry {
        code: "I709",
        name: "law-not-in-force",
        severity: Severity::Warning,
        message: Text {
            es: "«{law}» {state} {date}", en: "“{law}” {state} {date}", pt: "“{law}” {state} {date}"
        },
        why: Text {
            es: "Un compromiso que se apoya en una norma sin vigencia promete un derecho que el cliente no tiene, o calla el que tiene.",
            en: "A commitment based on a law that is not in force promises a right the customer does not have, or hides one they do.",
            pt: "Um compromisso que se apoia em uma norma sem vigência promete um direito que o cliente não tem, ou cala o que tem.",
        },
        fix: Text {
            es: "cite la norma que rige hoy y anótela en laws.yaml, con `repealed_by` en la que reemplaza",
            en: "cite the law in force today and enter it in laws.yaml, with `repealed_by` in the one it replaces",
            pt: "cite a norma vigente hoje e anote-a em laws.yaml, com `repealed_by` na que substitui",
        },
        bad: r#"code: EJ-01
name: Ejemplo
laws: [ley-vieja, ley-nueva]
#      ^^^^^^^^^  ^^^^^^^^^
=== laws.yaml
ley-vieja: { name: Ley 30/1992, until: 2016-10-02 }
ley-nueva: { name: Ley 10/2025, from: 2026-12-28 }
"#,
        good: r#"code: EJ-01
name: Ejemplo
laws: [ley-vigente]
=== laws.yaml
ley-vigente: { name: Ley 39/2015, from: 2016-10-03 }
"#,
    },
    check,
};

const CITE_SUCCESSOR: Text = Text {
    es: "cite la norma que la reemplazó: `laws: [{near}]`",
    en: "cite the law that has replaced it: `laws: [{near}]`",
    pt: "cite a norma que a substituiu: `laws: [{near}]`",
};
const CEASED: Text = Text { es: "rigió hasta el", en: "was in force until", pt: "vigorou até" };
const NOT_YET: Text = Text { es: "no rige hasta el", en: "is not in force until", pt: "não vigora até" };

fn check(manual: &Resolved<'_>, report: &mut Report<'_>) {
    for reference in &manual.model.manifest.document.laws {
        check_one(manual, report, &reference.law, "");
    }
    for base in super::kept(manual) {
        for reference in &base.laws {
            check_one(manual, report, &reference.law, &base.subject());
        }
    }
    for service in manual.model.services.iter().filter(|s| super::is_kept(&s.base)) {
        let Some(offering) = service.offering.value() else { continue };
        let parts = offering.parts.iter().map(|part| &part.offering);
        for id in std::iter::once(offering).chain(parts).flat_map(laws_of_price) {
            check_one(manual, report, id, &service.base.subject());
        }
    }
}

fn laws_of_price(offering: &Offering) -> Vec<&Spanned<String>> {
    match &offering.price {
        Some(Price::Items(items)) => items.iter().flat_map(|item| &item.laws).collect(),
        Some(Price::Free { .. }) | None => Vec::new(),
    }
}

fn check_one(manual: &Resolved<'_>, report: &mut Report<'_>, id: &Spanned<String>, subject: &str) {
    let Some(law) = manual.model.laws.get(&id.value) else { return };
    let ceased = law.until.as_ref().map(|until| until.value.end()).filter(|end| *end < report.today);
    let not_yet = law.from.as_ref().map(|from| from.value.start()).filter(|start| *start > report.today);
    let Some((state, date)) = ceased.map(|end| (CEASED, end)).or(not_yet.map(|start| (NOT_YET, start))) else {
        return;
    };
    // Only the law itself tells which other has taken its place.
    let successors = law.repealed_by.iter().filter_map(|id| manual.model.laws.get(&id.value));
    let mut in_force = successors.filter(|law| {
        law.until.as_ref().is_none_or(|until| until.value.end() >= report.today)
            && law.from.as_ref().is_none_or(|from| from.value.start() <= report.today)
    });
    let successor = in_force.next().map(|law| law.base.id.as_str());
    report.at(id.span, subject, |finding| {
        let finding = finding.arg("law", law.base.title()).arg("state", state).arg("date", date);
        match successor {
            Some(id) => finding.arg("near", id).help(CITE_SUCCESSOR),
            None => finding,
        }
    });
}

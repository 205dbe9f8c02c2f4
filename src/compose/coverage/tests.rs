//! What the report says of manuals of a few lines, and what its page shows.

use super::*;
use crate::ir::{Block, Inline, Section};
use crate::load::Memory;
use crate::{Compiled, Options, compile};

const BASE: &str = "=== manual.yaml
organization: { name: E }
document: { title: M, edition: uno }
languages: { default: es }
=== roles.yaml
jefatura: { name: Jefatura, contact: true, orientation: { day_one: [Saludo], month_one: [Prueba] }, training: [taller] }
caja: { name: Caja, status: { retired: 2020-01-01 } }
=== trainings.yaml
taller: { name: Taller }
";

fn compiled(more: &str) -> Compiled {
    // A file of the test stands in place of the base's.
    let memory = Memory::parse(&format!("{BASE}{more}"), "");
    let today = jiff::civil::date(2026, 11, 21);
    let options = Options { today, langs: Vec::new(), messages: None, profiles: Vec::new(), history: None };
    compile(&memory, &options).expect("files in memory are read")
}

fn covered(more: &str) -> Coverage {
    compiled(more).coverage.expect("a manifest to stand on")
}

use State::{Complete as C, Missing as M, NotApplicable as N, Partial as P};

#[test]
fn points_are_complete_partial_missing_or_excused() {
    let service = "=== services/uno.md\n---\ncode: U-1\nname: Uno\noffering: { summary: Giros. }\n\
                   inventory: { none: es digital }\nsuppliers: { none: }\n---\n\
                   === services/viejo.md\n---\ncode: V-1\nname: Viejo\nstatus: { retired: 2020-01-01 }\n---\n";
    let coverage = covered(service);
    assert_eq!(coverage.services.len(), 1, "a retired service owes nothing");
    assert_eq!(coverage.services[0].points, [C, P, M, M, N, M, M, M, M, M]);
    assert_eq!(coverage.totals.points, Share { done: 2, partial: 1, of: 10 });
    let place = &coverage.services[0].place;
    assert_eq!((place.file.as_str(), place.line, place.entry.as_deref()), ("services/uno.md", 3, Some("services/uno")));
}

#[test]
fn a_channel_is_measured_by_its_own_indicators_and_in_part_by_general_ones() {
    let files = "=== channels.yaml
telefono: { name: Teléfono, kind: telephone }
correo: { name: Correo, kind: email, first_response: { within: 2 hours } }
=== indicators.yaml
espera: { name: Espera, dimension: time, channel: telefono }
perdidas: { name: Perdidas, metric: [abandonment], channel: [telefono] }
contenta: { name: Contenta, metric: satisfaction }
trato: { name: Trato, dimension: courtesy }
viejo: { name: Viejo, metric: complaints, channel: telefono, status: { retired: 2020-01-01 } }
";
    let channels = covered(files).channels;
    let states = |i: usize| channels[i].metrics.iter().map(|m| m.state).collect::<Vec<_>>();
    assert_eq!(states(0), [C, C, M, P, M, M], "{:?}", channels[0]);
    assert_eq!(states(1), [C, N, M, P, M, M], "{:?}", channels[1]);
    assert_eq!(channels[0].metrics[1].indicators, ["perdidas"]);
}

#[test]
fn a_moment_of_truth_has_five_products_and_a_plan_needs_who_and_when() {
    let service = "=== services/uno.md\n---\ncode: U-1\nname: Uno\ncycle:\n  - { moment: Llegada }\n\
                   \x20 - { moment: Espera, of_truth: true, requirements: [silla], plan: { action: avisar }, priority: high }\n---\n";
    let coverage = covered(service);
    assert_eq!(coverage.moments.len(), 1, "an ordinary moment owes nothing");
    assert_eq!(coverage.moments[0].steps, [M, C, P, C, M]);
    assert_eq!((coverage.moments[0].service.as_str(), coverage.moments[0].place.line), ("uno", 6));
}

#[test]
fn roles_and_risks() {
    let coverage = covered(
        "=== risks.yaml
caro: { name: Caro, kind: price, anticipation: [comparar], response: [explicar] }
lleno: { name: Lleno, kind: demand, response: [turnos] }
=== needs.yaml
a: { name: A, strengths: [cerca] }
b: { name: B }
=== standards.yaml
s: { name: S, internal: true }
",
    );
    assert_eq!(coverage.roles.len(), 1);
    assert_eq!(coverage.roles[0].steps, [C, M, C, C, M]);
    let risks: Vec<State> = coverage.risks.iter().map(|r| r.state).collect();
    assert_eq!(risks, [C, P, M, M, M, M, M]);
    assert_eq!(coverage.totals.preparation.of, 5);
}

#[test]
fn what_is_overdue_and_what_is_due_within_ninety_days() {
    let coverage = covered(
        "=== suppliers.yaml
a: { name: A, contract: { until: 2026-11-20 } }
b: { name: B, contract: { until: 2020, extensions: [{ until: 2027-02-19 }] } }
c: { name: C, contracts: [{ until: 2020 }, { from: 2021 }] }
d: { name: D, expires: 2027-02-20, review_by: 2026-11-21 }
=== alliances.yaml
e: { name: E, contracts: [{ until: 2020-01-01 }, { until: 2030-01-01 }] }
",
    );
    let told: Vec<(DateKind, &str, i64)> = coverage.dates.iter().map(|d| (d.kind, d.name.as_str(), d.days)).collect();
    assert_eq!(told, [(DateKind::Contract, "A", -1), (DateKind::Review, "D", 0), (DateKind::Contract, "B", 90)]);
    assert_eq!((coverage.dates[2].date.as_str(), coverage.dates[2].place.line), ("2027-02-19", 2));
}

#[test]
fn waivers_tell_whether_they_still_take_something_out() {
    let waiver = |code: &str, until: &str| {
        format!("  - {{ code: {code}, at: services/uno, reason: r, owner: jefatura, until: {until} }}\n")
    };
    let manifest = format!(
        "=== manual.yaml\norganization: {{ name: E }}\ndocument: {{ title: M }}\nlanguages: {{ default: es }}\nwaivers:\n{}{}{}\
         === services/uno.md\n---\ncode: U-1\nname: Uno\n---\n",
        waiver("A105", "2027-01-01"),
        waiver("A101", "2027-01-01"),
        waiver("A106", "2026-11-20"),
    );
    let compiled = compiled(&manifest);
    let coverage = compiled.coverage.expect("a manifest to stand on");
    let told: Vec<(WaiverState, usize)> = coverage.waivers.iter().map(|w| (w.state, w.covers)).collect();
    assert_eq!(told, [(WaiverState::Holds, 1), (WaiverState::Unused, 0), (WaiverState::Expired, 0)]);
    assert_eq!(coverage.waivers[0].owner, "Jefatura");
    let lines: Vec<usize> =
        compiled.findings.iter().filter(|f| f.code() == "I707").map(|f| compiled.sources.start(f.span).line).collect();
    assert_eq!(lines, [6, 7], "the idle one at its code, the expired one at its date");
    let codes: Vec<&str> = coverage.to_do.iter().map(|item| item.code).collect();
    assert!(codes.contains(&"A106") && !codes.contains(&"A105"), "{codes:?}");
}

/// The chapter of the coverage, if the manual has one.
fn page(manifest: &str) -> Option<Section> {
    let files = format!("=== manual.yaml\n{manifest}=== services/uno.md\n---\ncode: U-1\nname: Uno\n---\n");
    let manual = compiled(&files).manuals.pop().expect("composed");
    assert!(manual.sections.iter().rposition(|s| s.id == "coverage").is_none_or(|at| at + 1 == manual.sections.len()));
    manual.sections.into_iter().find(|s| s.id == "coverage")
}

#[test]
fn the_page_is_published_only_where_the_manifest_says_so_and_comes_last() {
    let manifest = |coverage: &str| {
        format!("organization: {{ name: E }}\ndocument: {{ title: M{coverage} }}\nlanguages: {{ default: es }}\n")
    };
    assert!(page(&manifest("")).is_none() && page(&manifest(", coverage: internal")).is_none());
    let page = page(&manifest(", coverage: published")).expect("published");
    let text = serde_json::to_string(&page.blocks).expect("blocks serialize");
    for words in ["Servicios y sus diez puntos", "1 de 10", "services/uno.md:3", "Inventarios", "B200", "Jefatura"] {
        assert!(text.contains(words), "{words}\n{text}");
    }
    let links = page.blocks.iter().filter_map(|block| match block {
        Block::Table(table) => Some(table.rows.iter().flat_map(|row| row.cells.iter().flatten())),
        _ => None,
    });
    let links: Vec<&str> = links
        .flatten()
        .filter_map(|inline| if let Inline::Ref { to, .. } = inline { Some(to.as_str()) } else { None })
        .collect();
    assert!(links.contains(&"service-uno") && links.contains(&"role-jefatura"), "{links:?}");
}

#[test]
fn each_place_leads_to_its_line_where_the_repository_shows_files() {
    let manifest = |source: &str| {
        format!(
            "organization: {{ name: E }}\ndocument: {{ title: M, coverage: published{source} }}\nlanguages: {{ default: es }}\n"
        )
    };
    let text = |source: &str| {
        serde_json::to_string(&page(&manifest(source)).expect("published").blocks).expect("blocks serialize")
    };
    let linked = text(", source: \"https://git.example.org/m/{path}#L{line}\"");
    assert!(linked.contains("\"https://git.example.org/m/services/uno.md#L3\""), "{linked}");
    assert!(!text("").contains("https://"));
    let codes = |source: &str| -> Vec<String> {
        let files = format!("=== manual.yaml\n{}", manifest(source));
        compiled(&files).findings.iter().map(|f| f.code().to_owned()).filter(|code| code == "E009").collect()
    };
    assert!(codes(", source: \"https://git.example.org/m/\"") == ["E009"], "an address without a place for the file");
    assert!(codes(", source: \"javascript:alert({path})\"") == ["E009"]);
}

#[test]
fn a_path_introduces_a_role_as_its_own_entry_does() {
    let steps = |more: &str| {
        covered(&format!("{more}=== paths.yaml\nruta: {{ name: Ruta, role: jefatura, week_one: [Caja] }}\n"))
    };
    let roles = steps("").roles;
    assert_eq!(roles[0].steps[..3], [C, C, C], "{:?}", roles[0]);
    let retired = covered(
        "=== paths.yaml\nruta: { name: Ruta, role: jefatura, week_one: [Caja], status: { retired: 2020-01-01 } }\n",
    );
    assert_eq!(retired.roles[0].steps[..3], [C, M, C]);
}

//! The whole of what a person reads after `check`.

use super::*;
use crate::cli::formats::fixture::{self, MISSING, WORDING};
use crate::cli::manual::Place;
use crate::lang::Lang;
use crate::span::{Sources, Span};

#[test]
fn findings_stand_by_file_with_a_summary_and_the_next_step() {
    let text = plain(&fixture::with(Lang::Es, |report| findings(report, &Manner { width: 80, ..Manner::default() })));
    let expected = "\
── services/año nuevo.md · 1 error ─────────────────────────────────────────────

error[C301]: el compromiso «respuesta» no tiene indicador
 --> services/año nuevo.md:3:3
  |
3 |   respuesta: 24 horas
  |   ^^^^^^^^^
  |
 ::: channels.yaml:1:1
  |
1 | telefono:
  | -------- la meta es esta
  |
  = nota: sin él, 0 de 3 se miden
  = ayuda: escriba «indicator:»

── channels.yaml · 1 aviso ─────────────────────────────────────────────────────
";
    assert!(text.starts_with(expected), "{text}");
    let end = "
1 error, 1 aviso en 2 archivos

Siguiente paso
  - 1 hallazgo se corrige sin riesgo: `cartilla check --fix`
  - Comience por services/año nuevo.md:3, C301. Por qué y cómo:
    `cartilla explain C301`";
    assert!(text.ends_with(end), "{text}");
}

#[test]
fn the_summary_counts_in_the_language() {
    let told = |lang, denied| fixture::with(lang, |r| summary(&Report { denied, ..*r }));
    assert_eq!(told(Lang::Pt, false), "1 erro, 1 aviso");
    assert_eq!(told(Lang::Es, true), "1 error, 1 aviso (los avisos cuentan como errores)");
    let none = fixture::with(Lang::En, |r| findings(&Report { findings: &[], ..*r }, &Manner::default()));
    assert_eq!(none, "no findings");
}

/// So many warnings of one code in each of some files and one error at the end.
fn flood(files: usize, warnings: usize, width: usize) -> String {
    let mut sources = Sources::default();
    let mut found = Vec::new();
    for i in 0..files {
        let text = "clave: valor\n".repeat(warnings);
        let file = sources.add(format!("services/{i}.md"), text.as_str(), false);
        found.extend((0..warnings).map(|n| {
            Diagnostic::new(&WORDING, Span::new(file, n * 13..n * 13 + 5))
                .arg("id", format!("{i}-{n} con más palabras"))
        }));
    }
    let file = sources.add("z.yaml", "x: y\n", false);
    found.push(Diagnostic::new(&MISSING, Span::new(file, 0..1)).arg("id", "x"));
    let place = Place::default();
    let report = Report { sources: &sources, findings: &found, lang: Lang::Es, place: &place, denied: false };
    plain(&findings(&report, &Manner { width, manual: Some("mi manual".into()), ..Manner::default() }))
}

#[test]
fn among_warnings_the_next_step_is_the_one_on_which_most_hangs() {
    let order = ["E001", "C306", "L801", "B201", "A104", "C335", "P506", "D401", "I725", "W901"];
    assert!(order.windows(2).all(|pair| super::closing::importance(pair[0]) > super::closing::importance(pair[1])));
}

#[test]
fn five_hundred_findings_can_be_read() {
    for width in [80, 120] {
        let text = flood(10, 50, width);
        assert!(text.lines().count() < 140, "{} lines\n{text}", text.lines().count());
        assert!(text.lines().all(|line| line.chars().count() <= width), "{text}");
        assert_eq!(text.matches("aviso[W901]:").count(), 5, "the code is shown whole five times\n{text}");
        assert_eq!(text.matches("aviso[W901] × 50, líneas 1, 2, 3").count(), 7, "{text}");
        assert!(text.contains("error[C301]") && text.contains("1 error, 500 avisos en 11 archivos"), "{text}");
        assert!(text.contains("C3 promesas, calidad y medición: 1 error\n"), "{text}");
        let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(words.contains("`cartilla check \"mi manual\" --code W901`"), "{text}");
        assert!(words.contains("Comience por z.yaml:1, C301"), "the error comes before what is frequent\n{text}");
    }
}

#[test]
fn files_with_nothing_new_share_one_heading() {
    let text = flood(1000, 2, 80);
    assert!(text.lines().count() < 140, "{} lines\n{text}", text.lines().count());
    assert!(text.lines().all(|line| line.chars().count() <= 80), "{text}");
    assert!(text.contains("\n── otros 997 archivos · 1994 avisos ──"), "{text}");
    let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let named = "aviso[W901] × 1994, services/3.md, services/4.md, services/5.md, services/6.md, services/7.md, …: por ejemplo,";
    assert!(words.contains(named), "{text}");
    assert!(text.contains("error[C301]"), "what is grave is still shown\n{text}");
}

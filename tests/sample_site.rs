//! Writes the sample manual as a site, for the checks in `tests/web` and for the eye: into the folder that
//! `CARTILLA_SAMPLE_OUT` names, else into a temporary one that is gone afterwards.

use std::path::PathBuf;

use cartilla::ir::sample::sample;
use cartilla::render::html::{Alternate, Site, render};
use cartilla::render::theme::Theme;

#[test]
fn the_sample_is_written_as_a_site() {
    let temporary = tempfile::tempdir().expect("a temporary folder");
    let out = std::env::var_os("CARTILLA_SAMPLE_OUT").map_or_else(|| temporary.path().to_path_buf(), PathBuf::from);
    let site = Site {
        alternates: vec![Alternate { lang: "en".into(), name: "English".into(), prefix: "../en/".into() }],
        pdf: Some("manual.pdf".into()),
        data: Some("manual.json".into()),
    };
    let manual = sample();
    for artifact in render(&manual, &site, &Theme::built_in()).expect("the sample renders") {
        let path = out.join(&artifact.path);
        std::fs::create_dir_all(path.parent().expect("every artifact has a folder")).expect("the folder is made");
        std::fs::write(&path, &artifact.bytes).expect("the artifact is written");
    }
    for page in ["index.html", "control.html", "servicios.html", "service-microcredito.html", "indicadores.html"] {
        assert!(out.join(page).is_file(), "no {page}");
    }
}

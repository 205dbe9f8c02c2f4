//! Writes the sample manual as a site, for the checks in `tests/web` and for the eye: into the folder that
//! `CARTILLA_SAMPLE_OUT` names, else into a temporary one that is gone afterwards.

use std::path::PathBuf;

use cartilla::ir::sample::sample;
use cartilla::render::html::{Alternate, Site, render};
use cartilla::theme::Theme;

use crate::support::{temporary, write};

#[test]
fn the_sample_is_written_as_a_site() {
    let folder = temporary();
    let out = std::env::var_os("CARTILLA_SAMPLE_OUT").map_or_else(|| folder.path().to_path_buf(), PathBuf::from);
    let site = Site {
        alternates: vec![Alternate { lang: "en".into(), name: "English".into(), prefix: "../en/".into() }],
        pdf: Some("manual.pdf".into()),
        data: Some("manual.json".into()),
        editions: None,
    };
    for artifact in render(&sample(), &site, &Theme::built_in()).expect("the sample renders") {
        write(&out.join(&artifact.path), &artifact.bytes);
    }
    for page in ["index.html", "control.html", "servicios.html", "service-microcredito.html", "indicadores.html"] {
        assert!(out.join(page).is_file(), "no {page}");
    }
}

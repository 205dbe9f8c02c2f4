//! From a request to its answer.

use super::answer::{Answer, Body, HTML, Status, kind_of};
use super::board::{Board, Edition, Site};
use super::page;
use super::request::Request;
use super::tray::{self, OWN};
use crate::lang::fill;
use crate::render::edition::PDF;
use std::sync::Arc;

const SCRIPT: &str = include_str!("preview.js");
const STYLE: &str = include_str!("preview.css");

pub fn answer(board: &Board, request: &Request) -> Answer {
    let path = request.path.as_str();
    match path.strip_prefix(OWN) {
        Some("preview.js") => return Answer::bytes(kind_of(path), SCRIPT.into()),
        Some("preview.css") => return Answer::bytes(kind_of(path), STYLE.into()),
        Some("events") => {
            return Answer {
                status: Status::Ok,
                kind: "text/event-stream",
                own: true,
                location: None,
                body: Body::News,
            };
        }
        _ => {}
    }
    // The doors open after the first round, so there is one; who comes before gets nothing.
    let Some(edition) = board.edition() else {
        return Answer::empty(Status::Unavailable);
    };
    let icon = path == "favicon.ico" && edition.site.as_ref().is_none_or(|site| site.file(path).is_none());
    if icon {
        // Browsers ask for it by themselves, and would call it a fault that there is none.
        return Answer::empty(Status::Empty);
    }
    if let Some(path) = path.strip_prefix(OWN).and_then(|path| path.strip_prefix("is/")) {
        // A page asks for itself, and that it is gone is an answer and no failure.
        let there = edition.site.as_ref().is_none_or(|site| site.file(&file_of(path)).is_some());
        return Answer::empty(if there { Status::Ok } else { Status::Empty });
    }
    match (path.strip_prefix(OWN), &edition.site) {
        (Some("findings"), _) => page::findings(&edition),
        (Some(_), _) => page::not_found(&edition, "/"),
        // Files that pages load are not pages.
        (None, None) if path.is_empty() || path.ends_with('/') || path.ends_with(".html") => page::nothing(&edition),
        (None, None) => page::not_found(&edition, "/"),
        (None, Some(site)) => of_site(&edition, site, request),
    }
}

/// The file that a path means: of a folder its front.
fn file_of(path: &str) -> String {
    if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path.to_owned() }
}

/// A page or file of the manual.
fn of_site(edition: &Edition, site: &Arc<Site>, request: &Request) -> Answer {
    let path = request.path.as_str();
    let folders: Vec<String> = site.folders().map(|(folder, _)| folder).collect();
    if let Some(place) = folders.iter().position(|folder| path == format!("{folder}{PDF}")) {
        return pdf(edition, site, place, &folders[place], request.head);
    }
    if folders.iter().any(|folder| folder.strip_suffix('/') == Some(path) && !path.is_empty()) {
        let location = Some(format!("/{path}/"));
        return Answer { status: Status::Elsewhere, kind: HTML, own: true, location, body: Body::Bytes(Vec::new()) };
    }
    let path = file_of(path);
    match site.file(&path) {
        Some(bytes) if path.ends_with(".html") => Answer::bytes(HTML, tray::with_tray(bytes, edition, site, &path)),
        Some(_) => Answer {
            status: Status::Ok,
            kind: kind_of(&path),
            own: false,
            location: None,
            body: Body::Site(Arc::clone(site), path),
        },
        None => {
            let front = folders.iter().filter(|folder| path.starts_with(folder.as_str())).max_by_key(|f| f.len());
            page::not_found(edition, &format!("/{}", front.map_or("", String::as_str)))
        }
    }
}

/// The PDF of a manual, made from the pages that are shown.
fn pdf(edition: &Edition, site: &Arc<Site>, place: usize, folder: &str, head: bool) -> Answer {
    let failures = &edition.lang.words().command.failures;
    let front = format!("/{folder}");
    if cfg!(not(feature = "pdf")) {
        return page::no_pdf(edition, failures.no_pdf, &front);
    }
    let answer = |body: Body| Answer { status: Status::Ok, kind: kind_of(PDF), own: true, location: None, body };
    // Nobody is made to wait who only asks whether there is one.
    if head {
        return answer(Body::Unmade);
    }
    match site.pdf(place) {
        Some(Ok(bytes)) => answer(Body::Shared(bytes)),
        Some(Err(reason)) => page::no_pdf(edition, &fill(failures.render, &[("reason", reason)]), &front),
        None => page::not_found(edition, &front),
    }
}

//! From a request to its answer.

use super::answer;
use super::board::{Board, Edition, Site};
use super::page;
use super::request::{self, Place};
use super::server::Phase;
use super::tray::{self, OWN};
use crate::lang::fill;
use crate::render::edition::PDF;
use axum::body::Body;
use axum::extract::{FromRequestParts, State};
use axum::http::request::Parts;
use axum::http::{Method, StatusCode};
use axum::response::sse::{Event, Sse};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use axum::{Extension, Router, middleware};
use futures_util::stream;
use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;
use tokio::task::spawn_blocking;
use tokio::time::timeout;

const SCRIPT: &str = include_str!("preview.js");
const STYLE: &str = include_str!("preview.css");

/// How often a client that waits for news hears that we are there; one that has left is noticed by it.
const PULSE: Duration = Duration::from_secs(5);

/// All that is answered at a port, whoever asks.
pub fn router(board: Arc<Board>, port: u16) -> Router {
    let own = |path: &str| format!("/{OWN}{path}");
    Router::new()
        .route(&own("preview.js"), get(async || answer::file("preview.js", SCRIPT)))
        .route(&own("preview.css"), get(async || answer::file("preview.css", STYLE)))
        .route(&own("events"), get(news))
        .route(&own("findings"), get(async |Shown(edition): Shown| page::findings(&edition)))
        .route(&own("is/"), get(is_there))
        .route(&own("is/{*path}"), get(is_there))
        .fallback(get(site))
        .layer(middleware::from_fn_with_state(port, request::gate))
        .layer(middleware::map_response_with_state(Arc::clone(&board), answer::explain))
        .layer(middleware::map_response(answer::dress))
        .with_state(board)
}

/// What is shown while a request is answered.
struct Shown(Arc<Edition>);

impl FromRequestParts<Arc<Board>> for Shown {
    type Rejection = StatusCode;

    async fn from_request_parts(_: &mut Parts, board: &Arc<Board>) -> Result<Shown, StatusCode> {
        board.edition().map(Shown).ok_or(StatusCode::SERVICE_UNAVAILABLE)
    }
}

/// Which edition is shown, now and whenever it changes, as long as the client stays.
async fn news(State(board): State<Arc<Board>>) -> impl IntoResponse {
    let mut editions = board.follow();
    editions.mark_changed();
    let told = stream::unfold(editions, async |mut editions| {
        let event = match timeout(PULSE, editions.changed()).await {
            Ok(changed) => {
                changed.ok()?;
                let edition = editions.borrow_and_update();
                Event::default().data(&edition.as_ref()?.serial)
            }
            Err(_) => Event::default().comment(""),
        };
        Some((Ok::<_, Infallible>(event), editions))
    });
    (Extension(Phase::Waiting), Sse::new(told))
}

/// A page asks for itself, and that it is gone is an answer and no failure.
async fn is_there(Shown(edition): Shown, Extension(Place(path)): Extension<Place>) -> StatusCode {
    let path = path.strip_prefix(OWN).and_then(|path| path.strip_prefix("is/")).unwrap_or_default();
    match edition.site.as_ref().is_none_or(|site| site.has(&file_of(path))) {
        true => StatusCode::OK,
        false => StatusCode::NO_CONTENT,
    }
}

/// The file that a path means: of a folder its front.
fn file_of(path: &str) -> String {
    if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path.to_owned() }
}

/// All that is not the preview's own.
async fn site(Shown(edition): Shown, Extension(Place(path)): Extension<Place>, method: Method) -> Response {
    match &edition.site {
        _ if path.starts_with(OWN) => page::not_found(&edition, "/"),
        // Browsers ask for it by themselves, and would call it a fault that there is none.
        site if path == "favicon.ico" && site.as_ref().is_none_or(|site| !site.has(&path)) => {
            StatusCode::NO_CONTENT.into_response()
        }
        Some(site) => of_site(&edition, site, &path, &method).await,
        // Files that pages load are not pages.
        None if path.is_empty() || path.ends_with('/') || path.ends_with(".html") => page::nothing(&edition),
        None => page::not_found(&edition, "/"),
    }
}

/// A page or file of the manual.
async fn of_site(edition: &Edition, site: &Arc<Site>, path: &str, method: &Method) -> Response {
    let folders: Vec<String> = site.folders().map(|(folder, _)| folder).collect();
    if let Some(place) = folders.iter().position(|folder| path == format!("{folder}{PDF}")) {
        return pdf(edition, site, place, &folders[place], method).await;
    }
    if folders.iter().any(|folder| folder.strip_suffix('/') == Some(path) && !path.is_empty()) {
        return Redirect::permanent(&format!("/{path}/")).into_response();
    }
    let path = file_of(path);
    let front = folders.iter().filter(|folder| path.starts_with(folder.as_str())).max_by_key(|f| f.len());
    let front = format!("/{}", front.map_or("", String::as_str));
    let (asked, wanted) = (Arc::clone(site), path.clone());
    let failed = |reason: String| {
        let reason = fill(edition.lang.words().command.failures.render, &[("reason", reason)]);
        page::not_made(edition, &reason, &front)
    };
    match spawn_blocking(move || asked.file(&wanted)).await {
        Ok(Ok(Some(bytes))) if path.ends_with(".html") => {
            answer::file(&path, tray::with_tray(&bytes, edition, site, &path))
        }
        Ok(Ok(Some(bytes))) => answer::file(&path, bytes),
        Ok(Ok(None)) => page::not_found(edition, &front),
        Ok(Err(error)) => failed(error.to_string()),
        // A mistake of ours, such as a panic, must not end the preview in silence.
        Err(error) => failed(error.to_string()),
    }
}

/// The PDF of a manual, made from the pages that are shown.
async fn pdf(edition: &Edition, site: &Arc<Site>, place: usize, folder: &str, method: &Method) -> Response {
    let failures = &edition.lang.words().command.failures;
    let front = format!("/{folder}");
    if cfg!(not(feature = "pdf")) {
        return page::no_pdf(edition, failures.no_pdf, &front);
    }
    // Nobody is made to wait who only asks whether there is one: of a stream nobody knows the length.
    if method == Method::HEAD {
        return answer::file(PDF, Body::from_stream(stream::empty::<Result<Vec<u8>, Infallible>>()));
    }
    let made = Arc::clone(site);
    let failed = |reason: String| page::no_pdf(edition, &fill(failures.render, &[("reason", reason)]), &front);
    match spawn_blocking(move || made.pdf(place)).await {
        Ok(Some(Ok(bytes))) => answer::file(PDF, bytes),
        Ok(Some(Err(reason))) => failed(reason),
        Ok(None) => page::not_found(edition, &front),
        Err(error) => failed(error.to_string()),
    }
}

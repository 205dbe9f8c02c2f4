//! Answers: what is said beside the bytes, which is the same for all.

use super::board::Board;
use crate::lang::{Lang, preview as words};
use axum::body::{Body, HttpBody};
use axum::extract::State;
use axum::http::StatusCode;
use axum::http::header::{
    CACHE_CONTROL, CONTENT_LENGTH, CONTENT_SECURITY_POLICY, CONTENT_TYPE, HeaderName, HeaderValue, REFERRER_POLICY,
    X_CONTENT_TYPE_OPTIONS,
};
use axum::response::{Html, IntoResponse, Response};
use std::sync::Arc;

/// What the browser may do with our own pages.
const OWN: &str = "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/// A manual's own theme brings its own policy in its pages; no other page may show ours in a frame either way.
const FRAMES: HeaderValue = HeaderValue::from_static("frame-ancestors 'none'");

/// A page of the preview's own.
pub fn page(status: StatusCode, html: String) -> Response {
    (status, [(CONTENT_SECURITY_POLICY, OWN)], Html(html)).into_response()
}

/// A file of the manual, or one that its pages need.
pub fn file(path: &str, bytes: impl Into<Body>) -> Response {
    ([(CONTENT_TYPE, kind_of(path))], bytes.into()).into_response()
}

/// Adds what holds for every answer: nothing is kept, and no other site has any use for it.
pub async fn dress(mut answer: Response) -> Response {
    let headers = answer.headers_mut();
    headers.entry(CONTENT_SECURITY_POLICY).or_insert(FRAMES);
    for (name, value) in [
        (X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
        (REFERRER_POLICY, "no-referrer"),
        (CACHE_CONTROL, "no-store"),
    ] {
        headers.insert(name, HeaderValue::from_static(value));
    }
    answer
}

/// Gives a refusal its reason in a line, in the language of what is shown: without one, somebody who opened the address by hand would
/// see an empty page. Nothing of the manual is in it, since it may be another site that asks.
pub async fn explain(State(board): State<Arc<Board>>, mut answer: Response) -> Response {
    let status = answer.status();
    // The head alone of a page says how long the page is.
    let of_page = answer.headers().get(CONTENT_LENGTH).is_some_and(|length| length != "0");
    if of_page || answer.body().size_hint().exact() != Some(0) {
        return answer;
    }
    let reason = match status {
        StatusCode::BAD_REQUEST => words::BAD_REQUEST,
        StatusCode::FORBIDDEN => words::FORBIDDEN,
        StatusCode::NOT_FOUND => words::NOT_FOUND_LEAD,
        StatusCode::METHOD_NOT_ALLOWED => words::READ_ONLY,
        StatusCode::SERVICE_UNAVAILABLE => words::NOTHING_SHOWN,
        _ => return answer,
    };
    let lang = board.edition().map_or(Lang::En, |edition| edition.lang);
    let said = format!("{}\n", reason.in_lang(lang));
    answer.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static("text/plain; charset=utf-8"));
    answer.headers_mut().insert(CONTENT_LENGTH, HeaderValue::from(said.len()));
    *answer.body_mut() = Body::from(said);
    answer
}

/// What a file is, by its ending.
fn kind_of(path: &str) -> &'static str {
    let ending = path.rsplit_once('.').map_or("", |(_, ending)| ending).to_ascii_lowercase();
    match ending.as_str() {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "json" => "application/json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "gif" => "image/gif",
        "webp" => "image/webp",
        "avif" => "image/avif",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "woff" => "font/woff",
        "ttf" => "font/ttf",
        "otf" => "font/otf",
        "pdf" => "application/pdf",
        "txt" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_named_by_their_endings() {
        assert_eq!(kind_of("assets/Año.PNG"), "image/png");
        assert_eq!(kind_of("nothing"), "application/octet-stream");
    }
}

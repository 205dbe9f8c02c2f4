//! Answers: what is said beside the bytes, which is the same for all.

use axum::body::Body;
use axum::http::StatusCode;
use axum::http::header::{
    CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE, HeaderName, HeaderValue, REFERRER_POLICY,
    X_CONTENT_TYPE_OPTIONS,
};
use axum::response::{Html, IntoResponse, Response};

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

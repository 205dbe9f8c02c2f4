//! Answers: what is said before the bytes, which is the same for all.

use super::board::Site;
use super::request::Refusal;
use std::sync::Arc;

/// What the browser may do with our own pages.
const OWN: &str = "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/// An answer to a request.
#[derive(Debug)]
pub struct Answer {
    pub status: Status,
    pub kind: &'static str,
    /// Whether the page is one of ours, which needs no more than our own policy grants.
    pub own: bool,
    /// Where to look instead.
    pub location: Option<String>,
    pub body: Body,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    Ok,
    Empty,
    Elsewhere,
    Malformed,
    Foreign,
    NotFound,
    Method,
    TooLong,
    Unavailable,
}

#[derive(Debug)]
pub enum Body {
    Bytes(Vec<u8>),
    Shared(Arc<Vec<u8>>),
    /// A file of a site, as it is.
    Site(Arc<Site>, String),
    /// Something that is made only for who wants to have it.
    Unmade,
    /// Which edition is shown, as long as the client stays.
    News,
}

impl Status {
    fn line(self) -> &'static str {
        match self {
            Status::Ok => "200 OK",
            Status::Empty => "204 No Content",
            Status::Elsewhere => "308 Permanent Redirect",
            Status::Malformed => "400 Bad Request",
            Status::Foreign => "403 Forbidden",
            Status::NotFound => "404 Not Found",
            Status::Method => "405 Method Not Allowed",
            Status::TooLong => "431 Request Header Fields Too Large",
            Status::Unavailable => "503 Service Unavailable",
        }
    }
}

impl Answer {
    pub fn page(status: Status, html: String) -> Answer {
        Answer { status, kind: HTML, own: true, location: None, body: Body::Bytes(html.into_bytes()) }
    }

    /// What is not there, and nobody misses.
    pub fn empty(status: Status) -> Answer {
        Answer { status, kind: HTML, own: true, location: None, body: Body::Bytes(Vec::new()) }
    }

    pub fn bytes(kind: &'static str, bytes: Vec<u8>) -> Answer {
        Answer { status: Status::Ok, kind, own: false, location: None, body: Body::Bytes(bytes) }
    }

    /// The lines before the body.
    pub fn head(&self) -> String {
        let mut out = format!("HTTP/1.1 {}\r\nContent-Type: {}\r\n", self.status.line(), self.kind);
        let length = match &self.body {
            Body::Bytes(bytes) => Some(bytes.len()),
            Body::Shared(bytes) => Some(bytes.len()),
            Body::Site(site, path) => Some(site.file(path).map_or(0, <[u8]>::len)),
            Body::Unmade | Body::News => None,
        };
        if let Some(length) = length {
            out.push_str(&format!("Content-Length: {length}\r\n"));
        }
        if let Some(location) = &self.location {
            out.push_str(&format!("Location: {location}\r\n"));
        }
        if self.status == Status::Method {
            out.push_str("Allow: GET, HEAD\r\n");
        }
        // A manual's own theme brings its own policy in its pages; no other page may show ours in a frame either way.
        let policy = if self.own { OWN } else { "frame-ancestors 'none'" };
        out.push_str(&format!("Content-Security-Policy: {policy}\r\n"));
        out.push_str("X-Content-Type-Options: nosniff\r\nCross-Origin-Resource-Policy: same-origin\r\n");
        out.push_str("Referrer-Policy: no-referrer\r\nCache-Control: no-store\r\nConnection: close\r\n\r\n");
        out
    }
}

pub const HTML: &str = "text/html; charset=utf-8";

/// What a file is, by its ending.
pub fn kind_of(path: &str) -> &'static str {
    let ending = path.rsplit_once('.').map_or("", |(_, ending)| ending).to_ascii_lowercase();
    match ending.as_str() {
        "html" => HTML,
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

/// What is said to a request that is not answered: the number says it all to a program, and no person sees it.
pub fn refuse(refusal: Refusal) -> Answer {
    let status = match refusal {
        Refusal::Malformed | Refusal::Silent => Status::Malformed,
        Refusal::TooLong => Status::TooLong,
        Refusal::Foreign => Status::Foreign,
        Refusal::Method => Status::Method,
        Refusal::Nowhere => Status::NotFound,
    };
    Answer { status, kind: "text/plain; charset=utf-8", own: true, location: None, body: Body::Bytes(Vec::new()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_answer_closes_and_is_for_this_site_alone() {
        let head = refuse(Refusal::Method).head();
        assert!(head.starts_with("HTTP/1.1 405 ") && head.contains("Allow: GET, HEAD\r\n"), "{head}");
        for line in ["Connection: close", "Cross-Origin-Resource-Policy: same-origin", "nosniff", "frame-ancestors"] {
            assert!(head.contains(line), "{head}");
        }
        assert!(head.ends_with("\r\n\r\n") && head.contains("Content-Length: 0\r\n"));
        assert_eq!(kind_of("assets/Año.PNG"), "image/png");
        assert_eq!(kind_of("nothing"), "application/octet-stream");
    }
}

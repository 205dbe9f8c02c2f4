//! Requests: judged before anything is answered.
//!
//! The preview shows a manual to the person at this machine and to nobody else. A page of another site that their browser has
//! open can send requests here too, by a name of its own that leads to this machine or directly: so the names by which we
//! were called and from where are judged, and what is not a page that the person opened is refused.

use axum::extract::{Request, State};
use axum::http::header::{AsHeaderName, HOST, ORIGIN};
use axum::http::{HeaderMap, StatusCode, Uri};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use percent_encoding::percent_decode_str;

/// What was asked for: decoded, without the first `/`, as in `en/service-a.html`. Ends with `/` or is empty where it is a folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place(pub String);

/// Lets through to the routes what the person at this machine asked, with its place beside it. The rest gets a number, and the reason
/// where the answer leaves.
pub async fn gate(State(port): State<u16>, mut request: Request, next: Next) -> Response {
    if !is_own(request.headers(), port) {
        return StatusCode::FORBIDDEN.into_response();
    }
    match place(request.uri()) {
        Ok(place) => {
            request.extensions_mut().insert(place);
            next.run(request).await
        }
        Err(status) => status.into_response(),
    }
}

/// Whether the person at this machine asked, by the names that a browser gives.
fn is_own(headers: &HeaderMap, port: u16) -> bool {
    fn all(headers: &HeaderMap, name: impl AsHeaderName) -> Vec<&[u8]> {
        headers.get_all(name).iter().map(|value| value.as_bytes()).collect()
    }
    let host = match all(headers, HOST).as_slice() {
        [host] if is_ours(host, port) => host.to_ascii_lowercase(),
        _ => return false,
    };
    let own = [b"http://", host.as_slice()].concat();
    if all(headers, ORIGIN).iter().any(|origin| !origin.eq_ignore_ascii_case(&own)) {
        return false;
    }
    // Browsers say this of every request. A person may follow a link to here from anywhere; nothing else may come from elsewhere.
    let elsewhere = all(headers, "Sec-Fetch-Site").iter().any(|site| !matches!(*site, b"none" | b"same-origin"));
    let opened = all(headers, "Sec-Fetch-Mode") == [b"navigate"] && all(headers, "Sec-Fetch-Dest") == [b"document"];
    !elsewhere || opened
}

/// Whether a `Host` is this machine's own name with our port.
fn is_ours(host: &[u8], port: u16) -> bool {
    let Ok(host) = std::str::from_utf8(host) else { return false };
    let name = match host.strip_suffix(&format!(":{port}")) {
        Some(name) => name,
        None if port == 80 => host,
        None => return false,
    };
    name.eq_ignore_ascii_case("localhost") || matches!(name, "127.0.0.1" | "[::1]")
}

/// The place that a target names. Whatever could mean another place to a file system is nowhere, though no file is read here.
fn place(target: &Uri) -> Result<Place, StatusCode> {
    let path = target.path().strip_prefix('/').filter(|_| target.authority().is_none());
    let path = percent_decode_str(path.ok_or(StatusCode::BAD_REQUEST)?);
    let path = path.decode_utf8().map_err(|_| StatusCode::NOT_FOUND)?;
    let parts: Vec<&str> = path.split('/').collect();
    let (last, folders) = parts.split_last().expect("a split text has a part");
    let odd = |part: &&str| matches!(*part, "." | "..") || part.contains(|c: char| c.is_control() || ":\\".contains(c));
    match folders.iter().any(|part| part.is_empty() || odd(part)) || odd(last) {
        true => Err(StatusCode::NOT_FOUND),
        false => Ok(Place(path.into_owned())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn own(headers: &[(&'static str, &str)]) -> bool {
        let named =
            |(name, value): &(&'static str, &str)| (name.parse().expect("a name"), value.parse().expect("a value"));
        is_own(&headers.iter().map(named).collect(), 4747)
    }

    #[test]
    fn only_the_names_of_this_machine_are_answered() {
        for host in ["localhost:4747", "LocalHost:4747", "127.0.0.1:4747", "[::1]:4747"] {
            assert!(own(&[("host", host)]), "{host}");
        }
        for host in [
            "evil.example:4747",
            "localhost",
            "localhost:4748",
            "localhost:4747:4747",
            "localhost.evil.example:4747",
            "me@localhost:4747",
            "127.0.0.2:4747",
            "[::2]:4747",
            "::1:4747",
            "0.0.0.0:4747",
            "",
        ] {
            assert!(!own(&[("host", host)]), "{host}");
        }
        assert!(!own(&[]));
        let mut twice = HeaderMap::new();
        twice.append(HOST, "localhost:4747".parse().expect("a value"));
        assert!(is_own(&twice, 4747));
        twice.append(HOST, "localhost:4747".parse().expect("a value"));
        assert!(!is_own(&twice, 4747));
        assert!(is_ours(b"localhost", 80) && !is_ours(b"localhost", 4747) && !is_ours(b"\xff:4747", 4747));
    }

    #[test]
    fn pages_of_other_sites_get_nothing_but_what_a_person_opens() {
        let fetch = |site, mode, dest| {
            own(&[
                ("host", "localhost:4747"),
                ("sec-fetch-site", site),
                ("sec-fetch-mode", mode),
                ("sec-fetch-dest", dest),
            ])
        };
        assert!(fetch("same-origin", "cors", "empty") && fetch("none", "navigate", "document"));
        assert!(fetch("cross-site", "navigate", "document"));
        assert!(!fetch("cross-site", "no-cors", "script") && !fetch("same-site", "no-cors", "script"));
        assert!(!fetch("cross-site", "navigate", "iframe"));
        let from = |origin| own(&[("host", "localhost:4747"), ("origin", origin)]);
        assert!(from("http://localhost:4747"));
        for foreign in [
            "https://evil.example",
            "null",
            "http://localhost:3000",
            "http://127.0.0.1:4747",
            "http://localhost:4747.evil.example",
        ] {
            assert!(!from(foreign), "{foreign}");
        }
    }

    #[test]
    fn paths_lead_nowhere_but_into_the_site() {
        let place = |target: &str| super::place(&target.parse().expect("a target"));
        for (target, expected) in [
            ("/", ""),
            ("/?q=a/../b", ""),
            ("/en/", "en/"),
            ("/en/service-a.html?x#y", "en/service-a.html"),
            ("/assets/a%C3%B1o%20nuevo.png", "assets/año nuevo.png"),
        ] {
            assert_eq!(place(target), Ok(Place(expected.to_owned())), "{target}");
        }
        for target in [
            "/../etc/passwd",
            "/a/../../etc/passwd",
            "/%2e%2e/etc/passwd",
            "/%2E%2e%2Fetc/passwd",
            "/..%5cetc",
            "/..\\etc",
            "/a%00.html",
            "/a%0d%0ab",
            "/%ff",
            "/./a",
            "/a/.",
            "//a",
            "/a//b",
            "/a%2f%2fb",
            "/c:/x",
            "/..",
        ] {
            assert_eq!(place(target), Err(StatusCode::NOT_FOUND), "{target}");
        }
        for target in ["*", "http://localhost:4747/", "localhost:4747"] {
            assert_eq!(place(target), Err(StatusCode::BAD_REQUEST), "{target}");
        }
    }
}

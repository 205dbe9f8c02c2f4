//! Requests: read within a time and a size, and judged before anything is answered.
//!
//! The preview shows a manual to the person at this machine and to nobody else. A page of another site that their browser has
//! open can send requests here too, by a name of its own that leads to this machine or directly: so the names by which we
//! were called and from where are judged, and what is not a page that the person opened is refused.

use std::io::{ErrorKind, Read};
use std::net::TcpStream;
use std::time::{Duration, Instant};

/// How long a client may take to say what it wants.
pub const PATIENCE: Duration = Duration::from_secs(5);

/// The most bytes of a request, its lines and headers together.
pub const LONGEST: usize = 16 * 1024;

/// The most headers of a request.
const HEADERS: usize = 64;

/// A request that may be answered.
#[derive(Debug, PartialEq, Eq)]
pub struct Request {
    /// Decoded, without the first `/`: `en/service-a.html`. Ends with `/` or is empty where a folder was asked for.
    pub path: String,
    /// Only the head is wanted.
    pub head: bool,
}

/// Why a request is not answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// Not HTTP, or not what a browser sends.
    Malformed,
    TooLong,
    /// Called by another name, or from the page of another site.
    Foreign,
    Method,
    /// No such place, whatever the manual holds.
    Nowhere,
    /// The client said nothing, or went away.
    Silent,
}

/// Reads a request from a connection.
pub fn read(stream: &mut TcpStream, port: u16) -> Result<Request, Refusal> {
    let until = Instant::now() + PATIENCE;
    let mut bytes = Vec::new();
    let mut chunk = [0; 2048];
    loop {
        let left = until.saturating_duration_since(Instant::now());
        if left.is_zero() || stream.set_read_timeout(Some(left)).is_err() {
            return Err(Refusal::Silent);
        }
        match stream.read(&mut chunk) {
            Ok(0) => return Err(Refusal::Silent),
            Ok(n) => bytes.extend_from_slice(&chunk[..n]),
            Err(error) if error.kind() == ErrorKind::Interrupted => continue,
            Err(_) => return Err(Refusal::Silent),
        }
        match judge(&bytes, port) {
            Some(verdict) => return verdict,
            None if bytes.len() >= LONGEST => return Err(Refusal::TooLong),
            None => {}
        }
    }
}

/// Judges the bytes of a request; none while its head is not whole.
fn judge(bytes: &[u8], port: u16) -> Option<Result<Request, Refusal>> {
    let mut headers = [httparse::EMPTY_HEADER; HEADERS];
    let mut request = httparse::Request::new(&mut headers);
    match request.parse(bytes) {
        Ok(httparse::Status::Complete(_)) => {}
        Ok(httparse::Status::Partial) => return None,
        Err(httparse::Error::TooManyHeaders) => return Some(Err(Refusal::TooLong)),
        Err(_) => return Some(Err(Refusal::Malformed)),
    }
    let method = request.method.unwrap_or_default();
    let target = request.path.unwrap_or_default();
    Some(admit(request.headers, port).and_then(|()| {
        let head = match method {
            "GET" => false,
            "HEAD" => true,
            _ => return Err(Refusal::Method),
        };
        Ok(Request { path: path(target)?, head })
    }))
}

/// Whether the person at this machine asked, by the names that a browser gives.
fn admit(headers: &[httparse::Header<'_>], port: u16) -> Result<(), Refusal> {
    let all = |name: &str| -> Vec<&[u8]> {
        headers.iter().filter(|header| header.name.eq_ignore_ascii_case(name)).map(|header| header.value).collect()
    };
    let host = match all("Host").as_slice() {
        [host] if is_ours(host, port) => host.to_ascii_lowercase(),
        _ => return Err(Refusal::Foreign),
    };
    let own = [b"http://", host.as_slice()].concat();
    if all("Origin").iter().any(|origin| !origin.eq_ignore_ascii_case(&own)) {
        return Err(Refusal::Foreign);
    }
    // Browsers say this of every request. A person may follow a link to here from anywhere; nothing else may come from elsewhere.
    let elsewhere = all("Sec-Fetch-Site").iter().any(|site| !matches!(*site, b"none" | b"same-origin"));
    let opened = all("Sec-Fetch-Mode") == [b"navigate"] && all("Sec-Fetch-Dest") == [b"document"];
    if elsewhere && !opened { Err(Refusal::Foreign) } else { Ok(()) }
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
fn path(target: &str) -> Result<String, Refusal> {
    let path = target.strip_prefix('/').ok_or(Refusal::Malformed)?;
    let path = path.split(['?', '#']).next().unwrap_or_default();
    let path = decode(path).ok_or(Refusal::Nowhere)?;
    if path.chars().any(|c| c.is_control() || c == '\\') {
        return Err(Refusal::Nowhere);
    }
    let parts: Vec<&str> = path.split('/').collect();
    let (last, folders) = parts.split_last().expect("a split text has a part");
    let odd = |part: &str| matches!(part, "." | "..") || part.contains(':');
    match folders.iter().any(|part| part.is_empty() || odd(part)) || odd(last) {
        true => Err(Refusal::Nowhere),
        false => Ok(path),
    }
}

/// Takes percent signs for what they stand for; none for what is not text, or hides a `/`.
fn decode(path: &str) -> Option<String> {
    let mut out = Vec::with_capacity(path.len());
    let mut bytes = path.bytes();
    while let Some(byte) = bytes.next() {
        match byte {
            b'%' => {
                let mut digit = || char::from(bytes.next()?).to_digit(16);
                let value = u8::try_from(digit()? * 16 + digit()?).ok().filter(|value| *value != b'/')?;
                out.push(value);
            }
            _ => out.push(byte),
        }
    }
    String::from_utf8(out).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(text: &str) -> Option<Result<Request, Refusal>> {
        judge(text.replace('\n', "\r\n").as_bytes(), 4747)
    }

    fn with(line: &str, headers: &str) -> Result<Request, Refusal> {
        asked(&format!("{line} HTTP/1.1\n{headers}\n")).expect("a whole request")
    }

    #[test]
    fn only_the_names_of_this_machine_are_answered() {
        for host in ["localhost:4747", "LocalHost:4747", "127.0.0.1:4747", "[::1]:4747"] {
            assert_eq!(with("GET /", &format!("Host: {host}\n")), Ok(Request { path: String::new(), head: false }));
        }
        for host in [
            "evil.example:4747",
            "localhost",
            "localhost:4748",
            "localhost:4747:4747",
            "localhost.evil.example:4747",
            "127.0.0.2:4747",
            "[::2]:4747",
            "::1:4747",
            "0.0.0.0:4747",
            "",
            "localhost:4747\nHost: localhost:4747",
        ] {
            assert_eq!(with("GET /", &format!("Host: {host}\n")), Err(Refusal::Foreign), "{host}");
        }
        assert_eq!(with("GET /", ""), Err(Refusal::Foreign));
        assert!(is_ours(b"localhost", 80) && !is_ours(b"localhost", 4747) && !is_ours(b"\xff:4747", 4747));
    }

    #[test]
    fn pages_of_other_sites_get_nothing_but_what_a_person_opens() {
        let from = |headers: &str| with("GET /", &format!("Host: localhost:4747\n{headers}\n")).map(|_| ());
        for own in [
            "Origin: http://localhost:4747",
            "Sec-Fetch-Site: same-origin\nSec-Fetch-Mode: cors",
            "Sec-Fetch-Site: none\nSec-Fetch-Mode: navigate",
            "Sec-Fetch-Site: cross-site\nSec-Fetch-Mode: navigate\nSec-Fetch-Dest: document",
        ] {
            assert_eq!(from(own), Ok(()), "{own}");
        }
        for foreign in [
            "Origin: https://evil.example",
            "Origin: null",
            "Origin: http://localhost:3000",
            "Origin: http://127.0.0.1:4747",
            "Origin: http://localhost:4747.evil.example",
            "Sec-Fetch-Site: cross-site\nSec-Fetch-Mode: no-cors\nSec-Fetch-Dest: script",
            "Sec-Fetch-Site: same-site\nSec-Fetch-Mode: no-cors\nSec-Fetch-Dest: script",
            "Sec-Fetch-Site: cross-site\nSec-Fetch-Mode: navigate\nSec-Fetch-Dest: iframe",
        ] {
            assert_eq!(from(foreign), Err(Refusal::Foreign), "{foreign}");
        }
    }

    #[test]
    fn only_what_reads_is_a_method() {
        let host = "Host: localhost:4747\n";
        assert_eq!(with("HEAD /a.html", host), Ok(Request { path: "a.html".into(), head: true }));
        for method in ["POST", "PUT", "DELETE", "OPTIONS", "CONNECT", "TRACE", "get"] {
            assert_eq!(with(&format!("{method} /"), host), Err(Refusal::Method), "{method}");
        }
    }

    #[test]
    fn paths_lead_nowhere_but_into_the_site() {
        let path = |target: &str| super::path(target);
        for (target, expected) in [
            ("/", ""),
            ("/?q=a/../b", ""),
            ("/en/", "en/"),
            ("/en/service-a.html?x#y", "en/service-a.html"),
            ("/assets/a%C3%B1o%20nuevo.png", "assets/año nuevo.png"),
        ] {
            assert_eq!(path(target), Ok(expected.to_owned()), "{target}");
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
            "/%",
            "/%zz",
            "/%ff",
            "/./a",
            "/a/.",
            "//a",
            "/a//b",
            "/c:/x",
            "/..",
        ] {
            assert_eq!(path(target), Err(Refusal::Nowhere), "{target}");
        }
        for target in ["*", "http://localhost:4747/", "localhost:4747", ""] {
            assert_eq!(path(target), Err(Refusal::Malformed), "{target}");
        }
    }

    #[test]
    fn what_is_not_whole_is_waited_for_and_what_is_not_http_is_refused() {
        assert_eq!(asked("GET / HTTP/1.1\nHost: localhost:4747\n"), None);
        assert_eq!(asked("G"), None);
        assert_eq!(asked("\u{16}\u{3}\u{1}\n\n"), Some(Err(Refusal::Malformed)));
        assert_eq!(asked("GET /\u{1} HTTP/1.1\n\n"), Some(Err(Refusal::Malformed)));
        let many: String = (0..99).map(|n| format!("X-{n}: x\n")).collect();
        assert_eq!(with("GET /", &many), Err(Refusal::TooLong));
    }
}

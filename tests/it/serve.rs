//! The live preview as a browser, an editor and a stranger meet it: real connections, real saves, a real end.
//!
//! Nothing here waits for a time: each step waits for the news that the server tells, and [`PATIENCE`] only ends a test that
//! would wait for ever.

mod running;

use std::io::{Read, Write};
use std::net::{Shutdown, TcpListener};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;
use std::time::Duration;

use running::Preview;

use crate::support::{Run, copy, program, run, temporary, tree, write};

const PATIENCE: Duration = Duration::from_secs(120);

/// The small manual that `new` writes, in a folder of its own.
fn manual() -> tempfile::TempDir {
    static NEW: OnceLock<tempfile::TempDir> = OnceLock::new();
    let new = NEW.get_or_init(|| {
        let folder = temporary();
        assert_eq!(run(folder.path(), "new manual --lang es").status, 0);
        std::fs::remove_dir_all(folder.path().join("manual/.cartilla")).expect("removed");
        folder
    });
    let folder = temporary();
    copy(new.path(), folder.path());
    folder
}

const SERVICE: &str = "manual/services/atencion-de-consultas.md";
const PAGE: &str = "/service-atencion-de-consultas.html";
const SUMMARY: &str = "Respondemos las preguntas del público sobre nuestros productos y servicios.";

/// The service with another sentence in it.
fn text(folder: &Path, sentence: &str) -> String {
    static SERVICE_TEXT: OnceLock<String> = OnceLock::new();
    let text = SERVICE_TEXT.get_or_init(|| std::fs::read_to_string(folder.join(SERVICE)).expect("read"));
    assert!(text.contains(SUMMARY), "the manual of `new` says something else");
    text.replace(SUMMARY, sentence)
}

#[test]
fn nobody_but_the_person_at_this_machine_gets_in() {
    let folder = manual();
    let preview = Preview::of(folder.path());
    let port = preview.port;
    let front = preview.get("/");
    assert_eq!(front.status, 200);
    for header in ["Cross-Origin-Resource-Policy: same-origin", "nosniff", "no-store", "frame-ancestors 'none'"] {
        assert!(front.head.contains(header), "{}", front.head);
    }
    let fetched = "Sec-Fetch-Site: cross-site\nSec-Fetch-Mode: no-cors\n";
    for (line, headers, status) in [
        ("GET /", format!("Host: 127.0.0.1:{port}\n"), 200),
        ("GET /", format!("Host: [::1]:{port}\n"), 200),
        ("GET /", format!("Host: evil.example:{port}\n"), 403),
        ("GET /", "Host: localhost\n".into(), 403),
        ("GET /", format!("Host: localhost:{port}\nHost: localhost:{port}\n"), 403),
        ("GET /", format!("Origin: http://localhost:{port}\n"), 200),
        ("GET /", "Origin: https://evil.example\n".into(), 403),
        ("GET /", "Origin: null\n".into(), 403),
        ("GET /__cartilla/events", "Origin: http://localhost:3000\n".into(), 403),
        ("GET /assets/theme/site.js", fetched.into(), 403),
        ("GET /%2e%2e/%2e%2e/etc/passwd", String::new(), 404),
        ("GET /../../etc/passwd", String::new(), 404),
        ("GET /..%2f..%2fetc/passwd", String::new(), 404),
        ("GET /..\\..\\etc\\passwd", String::new(), 404),
        ("GET /index.html%00.png", String::new(), 404),
        ("GET /assets//theme/site.css", String::new(), 404),
        ("GET /manual.yaml", String::new(), 404),
        ("GET /services/atencion-de-consultas.md", String::new(), 404),
        ("GET http://evil.example/", String::new(), 400),
        ("POST /", "Content-Length: 4\n\nabcd".into(), 405),
        ("DELETE /index.html", String::new(), 405),
        ("OPTIONS /", "Access-Control-Request-Method: GET\n".into(), 405),
        ("HEAD /index.html", String::new(), 200),
        ("GET /", format!("X: {}\n", "x".repeat(20_000)), 431),
        ("GET /", (0..99).map(|n| format!("X-{n}: x\n")).collect(), 431),
    ] {
        let answer = preview.ask(line, &headers);
        assert_eq!(answer.status, status, "{line} {headers:.80}\n{}", answer.head);
        assert!(status == 200 || !answer.body.contains("root:"), "{line}");
        assert!(!matches!(status, 400 | 403 | 404 | 405) || answer.body.contains('.'), "{line} is told why");
    }
    let refused = preview.ask("POST /", "");
    assert!(refused.head.contains("Allow: GET,HEAD"));
    assert_eq!(refused.body.trim(), "La vista previa solo se puede leer (GET y HEAD).");
    let head = preview.ask(&format!("HEAD {PAGE}"), "");
    let length = format!("Content-Length: {}", preview.get(PAGE).body.len());
    assert!(head.body.is_empty() && head.head.contains(&length), "{}", head.head);
    assert!(preview.raw(b"\x16\x03\x01\x02\x00\x01\x00\n\n").starts_with("HTTP/1.1 400"), "who speaks TLS is refused");
}

#[test]
fn clients_who_never_end_keep_nobody_out() {
    let folder = manual();
    let preview = Preview::of(folder.path());
    #[cfg(target_os = "linux")]
    let threads = || std::fs::read_dir(format!("/proc/{}/task", preview.child.id())).expect("listed").count();
    #[cfg(target_os = "linux")]
    let before = threads();
    let mut slow = Vec::new();
    for n in 0..500 {
        let mut stream = preview.connect();
        let _ = match n % 3 {
            0 => Ok(()),
            1 => stream.write_all(b"GET / HTTP/1.1\r\nHost: loc"),
            // Asks for much and reads nothing of it.
            _ => {
                let asks = format!("GET /manual.json HTTP/1.1\r\nHost: localhost:{}\r\n\r\n", preview.port);
                stream.write_all(asks.as_bytes())
            }
        };
        slow.push(stream);
        if n % 50 == 49 {
            assert_eq!(preview.get(PAGE).status, 200, "after {n} slow ones");
        }
    }
    let mut news = preview.news();
    news.next();
    assert_eq!(preview.get("/").status, 200);
    #[cfg(target_os = "linux")]
    assert!(threads() <= before + 4, "{} threads were {before}: connections take none", threads());
    // They are cut off, or at least nobody waits for them: the first that never asked is gone.
    let first = &mut slow[0];
    first.set_read_timeout(Some(PATIENCE)).expect("a time");
    assert!(matches!(first.read(&mut [0; 16]), Ok(0) | Err(_)));
    drop(slow);
    assert_eq!(preview.get(PAGE).status, 200);
}

#[test]
fn a_save_that_cannot_be_read_leaves_the_page_with_the_message_on_top() {
    let folder = manual();
    let path = folder.path().join(SERVICE);
    let preview = Preview::of(folder.path());
    assert!(preview.line().ends_with(" s"), "the first round is a line");
    let mut news = preview.news();
    let before = preview.until_says(&mut news, SUMMARY);
    assert!(before.body.contains("</aside>\n<script src=\"/__cartilla/preview.js\"") && !before.body.contains("E0"));

    // The page that nobody could read any more stays as it was, on every page the message is on top.
    write(&path, text(folder.path(), "Otra cosa.").replace("code: AC-01", "code: [AC-01").as_bytes());
    let broken = preview.until_says(&mut news, "cartilla-stale");
    assert!(broken.body.contains(SUMMARY) && !broken.body.contains("Otra cosa."));
    assert!(broken.body.contains("cartilla-kept") && broken.body.contains("services/atencion-de-consultas.md:"));
    assert!(preview.get("/index.html").body.contains("cartilla-stale"));
    assert!(preview.line().contains("sigue a la vista la versión anterior"));
    let all = preview.get("/__cartilla/findings");
    assert!(all.body.contains("<h2><code>services/atencion-de-consultas.md</code></h2>"), "{}", all.body);
    let root = std::fs::canonicalize(folder.path()).expect("there");
    assert!(all.body.contains(&format!("href=\"vscode://file{}/{SERVICE}:", root.display())), "{}", all.body);

    write(&path, text(folder.path(), "Ya está bien.").as_bytes());
    let mended = preview.until_says(&mut news, "Ya está bien.");
    assert!(!mended.body.contains("cartilla-stale"));

    // A finding of the service stands on its page, and on no other.
    write(&path, text(folder.path(), "Respondemos lo antes posible.").as_bytes());
    let warned = preview.until_says(&mut news, "Respondemos lo antes posible.");
    assert!(warned.body.contains("class=\"cartilla-warning\"") && warned.body.contains("W9"), "{}", warned.body);
    assert!(!preview.get("/index.html").body.contains("lo antes posible</mark>"));

    // A page whose file was taken away is no page any more, and what was a page says so.
    std::fs::remove_file(&path).expect("removed");
    let gone = preview.until(&mut news, PAGE, |answer| answer.status == 404);
    assert_eq!(preview.get(&format!("/__cartilla/is{PAGE}")).status, 204, "a page learns that it is gone");
    assert_eq!(preview.get("/__cartilla/is/").status, 200);
    assert!(gone.body.contains("Esta página no existe") && gone.body.contains("href=\"/\""));
}

#[test]
fn every_way_of_saving_is_noticed() {
    let folder = manual();
    let path = folder.path().join(SERVICE);
    let preview = Preview::of(folder.path());
    let mut news = preview.news();
    let beside = |name: &str| path.with_file_name(name);
    let write_to = |to: &Path, words: &str| write(to, text(folder.path(), words).as_bytes());
    let rename = |from: &Path, to: &Path| std::fs::rename(from, to).unwrap_or_else(|error| panic!("{error}"));

    write_to(&path, "Escrito encima.");
    preview.until_says(&mut news, "Escrito encima.");

    // As vim does with a backup: the old file is moved aside, a new one takes its name, the backup goes.
    rename(&path, &beside("atencion-de-consultas.md~"));
    write_to(&path, "Guardado por vim.");
    std::fs::remove_file(beside("atencion-de-consultas.md~")).expect("removed");
    preview.until_says(&mut news, "Guardado por vim.");

    // As most editors do: beside it, then in its place.
    write_to(&beside(".atencion.tmp"), "Puesto en su lugar.");
    rename(&beside(".atencion.tmp"), &path);
    preview.until_says(&mut news, "Puesto en su lugar.");

    let sed = Command::new("sed").arg("-i").arg("s/Puesto en su lugar/Cambiado por sed/").arg(&path).status();
    assert!(sed.expect("sed").success());
    preview.until_says(&mut news, "Cambiado por sed.");

    // Many saves at once: what counts is the last.
    for n in 0..200 {
        write_to(&path, &format!("Versión {n}."));
    }
    preview.until_says(&mut news, "Versión 199.");

    // A folder away and back, again and again, and a save in it after that.
    let (services, away) = (folder.path().join("manual/services"), folder.path().join("manual/services-old"));
    for _ in 0..1000 {
        rename(&services, &away);
        rename(&away, &services);
    }
    write_to(&path, "Después de mil mudanzas.");
    preview.until_says(&mut news, "Después de mil mudanzas.");
    rename(&services, &folder.path().join("elsewhere"));
    preview.until(&mut news, PAGE, |answer| answer.status == 404);
    rename(&folder.path().join("elsewhere"), &services);
    preview.until_says(&mut news, "Después de mil mudanzas.");
    write_to(&path, "Tras la vuelta.");
    preview.until_says(&mut news, "Tras la vuelta.");

    // The manual itself goes: its pages stay, with a word. It comes back as another folder of the same name.
    let (whole, kept) = (folder.path().join("manual"), folder.path().join("kept"));
    copy(&whole, &kept);
    std::fs::remove_dir_all(&whole).expect("removed");
    let gone = preview.until_says(&mut news, "cartilla-trouble");
    assert!(gone.body.contains("Tras la vuelta.") && gone.body.contains("no existe"), "{}", gone.body);
    copy(&kept, &whole);
    let back = preview.until(&mut news, PAGE, |answer| !answer.body.contains("cartilla-stale"));
    assert!(back.body.contains("Tras la vuelta."));
    write_to(&path, "Otra vez en casa.");
    preview.until_says(&mut news, "Otra vez en casa.");

    // Moved away and back as a whole.
    rename(&whole, &folder.path().join("moved"));
    preview.until_says(&mut news, "cartilla-trouble");
    rename(&folder.path().join("moved"), &whole);
    preview.until(&mut news, PAGE, |answer| !answer.body.contains("cartilla-stale"));
    write_to(&path, "Y otra vez.");
    preview.until_says(&mut news, "Y otra vez.");
}

#[test]
fn a_manual_that_cannot_be_composed_says_so_until_it_can() {
    let folder = manual();
    let manifest = folder.path().join("manual/manual.yaml");
    // A manual without a manifest that can be read as one: its name is almost right.
    let misnamed = manifest.with_extension("yml");
    std::fs::rename(&manifest, &misnamed).expect("renamed");
    let preview = Preview::of(folder.path());
    assert!(preview.line().contains("todavía no hay páginas que mostrar"));
    let mut news = preview.news();
    for path in ["/", "/index.html", PAGE] {
        let page = preview.get(path);
        assert_eq!(page.status, 200);
        assert!(
            page.body.contains("todavía no se puede mostrar") && page.body.contains("manual.yml:"),
            "{}",
            page.body
        );
    }
    assert_eq!(preview.get("/assets/theme/site.css").status, 404);
    assert_eq!(preview.get("/favicon.ico").status, 204);
    std::fs::rename(&misnamed, &manifest).expect("renamed");
    preview.until_says(&mut news, SUMMARY);
}

#[test]
fn the_pdf_is_made_when_it_is_asked_for() {
    let folder = manual();
    let preview = Preview::of(folder.path());
    let answer = preview.get("/manual.pdf");
    if cfg!(feature = "pdf") {
        assert!(answer.status == 200 && answer.body.starts_with("%PDF-"), "{}", answer.head);
        assert!(preview.get(PAGE).body.contains("href=\"manual.pdf\""));
    } else {
        assert_eq!(answer.status, 503);
        assert!(answer.body.contains("sin PDF"), "{}", answer.body);
        assert!(!preview.get(PAGE).body.contains("manual.pdf"));
    }
    assert_eq!(preview.ask("HEAD /manual.pdf", "").body, "");
}

#[test]
fn a_taken_port_a_wrong_editor_and_no_manual_are_told_before_anything_is_done() {
    let folder = manual();
    let taken = TcpListener::bind(("127.0.0.1", 0)).expect("a port");
    let port = taken.local_addr().expect("an address").port();
    for (line, words) in [
        (format!("serve --lang es --port {port}"), vec![format!("el puerto {port} está ocupado"), "--port 0".into()]),
        ("serve --lang es --editor emacs".into(), vec!["`emacs`".into(), "vscodium".into(), "{line}".into()]),
        ("serve --lang es nowhere".into(), vec!["`nowhere` no existe".into()]),
        ("serve --lang es --port 99999".into(), vec!["99999".into()]),
    ] {
        let Run { status, out, err } = run(folder.path(), &line);
        assert_eq!((status, out.as_str()), (2, ""), "{line}\n{err}");
        assert!(words.iter().all(|word| err.contains(word)), "{line}\n{err}");
    }
}

#[cfg(unix)]
#[test]
fn it_ends_at_once_writes_nothing_and_opens_a_browser_only_when_asked() {
    use std::os::unix::fs::PermissionsExt;
    let folder = manual();
    let before = tree(folder.path());
    let tools = temporary();
    let opener = tools.path().join(if cfg!(target_os = "macos") { "open" } else { "xdg-open" });
    let opened: PathBuf = tools.path().join("opened");
    write(&opener, format!("#!/bin/sh\necho \"$1\" > {}.new && mv {0}.new {0}\n", opened.display()).as_bytes());
    std::fs::set_permissions(&opener, std::fs::Permissions::from_mode(0o755)).expect("allowed");
    let path = format!("{}:/usr/bin:/bin", tools.path().display());
    for open in [false, true] {
        let mut command = program(folder.path());
        command.args(["serve", "--port", "0", "--lang", "es"]).env("PATH", &path);
        let mut preview = Preview::started(if open { command.arg("--open") } else { &mut command });
        preview.line();
        // A client that waits for news keeps nobody.
        let mut news = preview.news();
        news.next();
        if open {
            // The opener is another process: nobody tells when it is done.
            let address = (0..600).find_map(|_| {
                std::thread::sleep(Duration::from_millis(100));
                std::fs::read_to_string(&opened).ok()
            });
            assert_eq!(address.as_deref().map(str::trim), Some(format!("http://localhost:{}/", preview.port).as_str()));
        } else {
            assert!(!opened.exists());
        }
        preview.signal("-INT");
        assert_eq!(preview.child.wait().expect("it ends").code(), Some(0));
        assert_eq!(preview.line(), "Vista previa terminada.");
        let _ = news.0.get_ref().shutdown(Shutdown::Both);
    }
    assert_eq!(tree(folder.path()), before);
    let built = run(folder.path(), "build --lang es --out public");
    assert_eq!(built.status, 0, "{}", built.err);
    let ours = tree(&folder.path().join("public")).into_values().any(|bytes| {
        bytes.windows(10).any(|part| part == b"__cartilla") || bytes.windows(13).any(|part| part == b"cartilla-tray")
    });
    assert!(!ours, "what is published holds nothing of the preview");
}

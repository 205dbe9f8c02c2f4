//! From a save to the new page, as the preview serves it: `cargo bench --no-default-features --bench checker -- serve 1000 200`.
//!
//! Saves a service of a manual with so many services so many times, each time with another sentence, and every second time with
//! a hasty promise as well, whose finding must then be on the page. A round is measured from before the file is written until
//! its page has come, found by the news that the server tells. Prints the median and the 95th percentile; asserts only that
//! the page is the right one.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::time::Instant;

use cartilla::preview::{self, Door, Editor, Port, Setup};
use cartilla::publish::MARKER;

const FILE: &str = "services/microcredito.md";
const PAGE: &str = "service-microcredito.html";

pub fn measure(folder: &Path, services: usize, saves: usize) {
    let door = Door::open(Port::Exactly(0)).expect("a free port");
    let port = door.port;
    let setup = Setup {
        folder: folder.to_owned(),
        marker: MARKER,
        langs: Vec::new(),
        messages: None,
        editor: Editor::visual(None),
        today: Box::new(|| jiff::civil::date(2026, 11, 21)),
        unreadable: Box::new(|_, error| error.to_string()),
    };
    let (teller, told) = std::sync::mpsc::channel();
    let begun = Instant::now();
    preview::start(setup, door, move |news| drop(teller.send(news))).expect("a thread");
    told.recv().expect("a first round");
    println!("{services} services: first pages after {:.2} s", begun.elapsed().as_secs_f64());

    let path = folder.join(FILE);
    let text = std::fs::read_to_string(&path).expect("the service is there");
    let mut news = BufReader::new(ask(port, "__cartilla/events"));
    next(&mut news);
    let mut times: Vec<f64> = (0..saves).map(|n| save(&path, &text, n, port, &mut news)).collect();
    times.sort_by(f64::total_cmp);
    let at = |share: usize| times[(times.len() * share / 100).min(times.len() - 1)];
    println!(
        "    {saves} saves until the page has come, findings included: median {:.2} s, 95 % within {:.2} s, longest {:.2} s",
        at(50),
        at(95),
        at(100)
    );
}

/// One save; the seconds until its page has come.
fn save(path: &Path, text: &str, n: usize, port: u16, news: &mut impl BufRead) -> f64 {
    let hasty = n % 2 == 1;
    let sentence = format!("Guardado número {n}{}.", if hasty { ", lo antes posible" } else { "" });
    let begun = Instant::now();
    let summary = text.lines().find(|line| line.starts_with("  summary: ")).expect("the service says what it is");
    write_beside(path, &text.replace(summary, &format!("  summary: \"{sentence}\"")));
    loop {
        next(news);
        let mut page = String::new();
        ask(port, PAGE).read_to_string(&mut page).expect("a page");
        if page.contains(&sentence) {
            let time = begun.elapsed().as_secs_f64();
            assert_eq!(page.contains("<mark>lo antes posible</mark>"), hasty, "the findings are those of this save");
            return time;
        }
    }
}

/// As editors do: beside it, then in its place.
fn write_beside(path: &Path, text: &str) {
    let beside = path.with_file_name(".beside");
    std::fs::write(&beside, text).expect("written");
    std::fs::rename(&beside, path).expect("renamed");
}

fn ask(port: u16, path: &str) -> TcpStream {
    let mut stream = TcpStream::connect(("127.0.0.1", port)).expect("the preview listens");
    write!(stream, "GET /{path} HTTP/1.1\r\nHost: localhost:{port}\r\n\r\n").expect("sent");
    stream
}

fn next(news: &mut impl BufRead) {
    let mut line = String::new();
    while !line.starts_with("data: ") {
        line.clear();
        assert!(news.read_line(&mut line).expect("news") > 0, "the preview has ended");
    }
}

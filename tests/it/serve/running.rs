//! A preview that runs, asked by raw connections.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};

use super::{PAGE, PATIENCE};
use crate::support::program;

/// A preview that runs.
pub struct Preview {
    pub child: Child,
    pub port: u16,
    /// What it says in its terminal, line by line.
    lines: Receiver<String>,
}

impl Preview {
    pub fn of(folder: &Path) -> Preview {
        Preview::started(program(folder).args([
            "serve",
            "manual",
            "--port",
            "0",
            "--lang",
            "es",
            "--today",
            "2026-11-21",
        ]))
    }

    pub fn started(command: &mut Command) -> Preview {
        let mut child = command.stderr(Stdio::piped()).stdout(Stdio::null()).spawn().expect("the program starts");
        let said = child.stderr.take().expect("it is listened to");
        let (tell, lines) = channel();
        std::thread::spawn(move || {
            for line in BufReader::new(said).lines().map_while(Result::ok) {
                if tell.send(line).is_err() {
                    break;
                }
            }
        });
        let first = lines.recv_timeout(PATIENCE).expect("it says where it is");
        let port = first.split("localhost:").nth(1).and_then(|rest| rest.split('/').next()?.parse().ok());
        let port = port.unwrap_or_else(|| panic!("no address in: {first}"));
        Preview { child, port, lines }
    }

    pub fn line(&self) -> String {
        self.lines.recv_timeout(PATIENCE).expect("it says more")
    }

    pub fn connect(&self) -> TcpStream {
        let stream = TcpStream::connect(("127.0.0.1", self.port)).expect("it listens");
        stream.set_read_timeout(Some(PATIENCE)).expect("a time");
        stream
    }

    /// Sends bytes and reads all that comes. A connection that is cut off gives what came before.
    pub fn raw(&self, request: &[u8]) -> String {
        let mut stream = self.connect();
        let _ = stream.write_all(request);
        let mut answer = Vec::new();
        let _ = stream.read_to_end(&mut answer);
        String::from_utf8_lossy(&answer).into_owned()
    }

    pub fn ask(&self, line: &str, headers: &str) -> Answer {
        let host = if headers.contains("Host:") { String::new() } else { format!("Host: localhost:{}\r\n", self.port) };
        let headers = headers.replace('\n', "\r\n");
        let answer = self.raw(format!("{line} HTTP/1.1\r\n{host}{headers}\r\n").as_bytes());
        let (head, body) = answer.split_once("\r\n\r\n").unwrap_or((&answer, ""));
        let status = head.split(' ').nth(1).and_then(|number| number.parse().ok()).unwrap_or(0);
        Answer { status, head: head.to_owned(), body: body.to_owned() }
    }

    pub fn get(&self, path: &str) -> Answer {
        self.ask(&format!("GET {path}"), "")
    }

    /// Listens to the editions.
    pub fn news(&self) -> News {
        let mut stream = self.connect();
        let request = format!("GET /__cartilla/events HTTP/1.1\r\nHost: localhost:{}\r\n\r\n", self.port);
        stream.write_all(request.as_bytes()).expect("sent");
        let mut news = News(BufReader::new(stream));
        let mut line = String::new();
        while !line.starts_with("Connection") {
            line.clear();
            assert!(news.0.read_line(&mut line).expect("a head") > 0);
        }
        news
    }

    /// Waits until a page holds what is wanted, edition by edition.
    pub fn until(&self, news: &mut News, path: &str, wanted: impl Fn(&Answer) -> bool) -> Answer {
        for _ in 0..1000 {
            let answer = self.get(path);
            if wanted(&answer) {
                return answer;
            }
            news.next();
        }
        panic!("a thousand editions, and none is it");
    }

    pub fn until_says(&self, news: &mut News, words: &str) -> Answer {
        self.until(news, PAGE, |answer| answer.body.contains(words))
    }

    pub fn signal(&self, name: &str) {
        let id = self.child.id().to_string();
        assert!(Command::new("kill").args([name, &id]).status().expect("kill").success());
    }
}

impl Drop for Preview {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

pub struct Answer {
    pub status: u16,
    pub head: String,
    pub body: String,
}

pub struct News(pub BufReader<TcpStream>);

impl News {
    /// The serial of the next edition.
    pub fn next(&mut self) -> String {
        let mut line = String::new();
        loop {
            line.clear();
            assert!(self.0.read_line(&mut line).expect("news within the time") > 0, "the preview has ended");
            if let Some(serial) = line.trim().strip_prefix("data: ") {
                return serial.to_owned();
            }
        }
    }
}

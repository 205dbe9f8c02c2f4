//! The server: connections within bounds, one request each.
//!
//! A thread for each connection, and never more than [`SEATS`]. When all are taken the newcomer gets the seat of whoever has
//! been longest without saying what it wants, so that clients who never end their request keep nobody out. Every answer closes
//! its connection: on one machine a new one costs nothing, and nothing is left to be counted.

use super::answer::{self, Answer, Body};
use super::board::Board;
use super::request::{self, Refusal};
use super::route;
use std::collections::BTreeMap;
use std::io::{self, Read, Write};
use std::net::{Shutdown, TcpListener, TcpStream};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

/// How many connections there are at most.
pub const SEATS: usize = 128;

/// Threads that were told to leave may take a moment to do so; beyond this many nobody is let in.
const THREADS: usize = 2 * SEATS;

/// How long a client may take to receive an answer.
const RECEIVING: Duration = Duration::from_secs(30);

/// How often a client that waits for news hears that we are there; one that has left is noticed by it.
const PULSE: Duration = Duration::from_secs(5);

/// What a connection is doing, in the order in which seats are taken away.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Phase {
    /// Has not said what it wants.
    Asking,
    /// Waits for news: its page asks again.
    Waiting,
    Receiving,
}

#[derive(Debug, Default)]
struct Seats {
    next: u64,
    taken: BTreeMap<u64, (Phase, TcpStream)>,
}

impl Seats {
    /// Gives a seat. When all are taken, the one who has it longest among those who have least use for it loses it.
    fn take(&mut self, stream: TcpStream) -> u64 {
        if self.taken.len() >= SEATS {
            let loser = self.taken.iter().min_by_key(|(at, (phase, _))| (*phase, **at)).map(|(at, _)| *at);
            if let Some((_, stream)) = loser.and_then(|loser| self.taken.remove(&loser)) {
                let _ = stream.shutdown(Shutdown::Both);
            }
        }
        self.next += 1;
        self.taken.insert(self.next, (Phase::Asking, stream));
        self.next
    }

    fn enter(&mut self, seat: u64, phase: Phase) {
        if let Some(taken) = self.taken.get_mut(&seat) {
            taken.0 = phase;
        }
    }
}

/// What the threads of the server share.
#[derive(Debug)]
struct Hall {
    board: Arc<Board>,
    port: u16,
    seats: Mutex<Seats>,
    threads: AtomicUsize,
}

impl Hall {
    fn seats(&self) -> MutexGuard<'_, Seats> {
        self.seats.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Answers whoever comes, until the program ends.
pub fn serve(listeners: Vec<TcpListener>, port: u16, board: &Arc<Board>) {
    let hall = Hall { board: Arc::clone(board), port, seats: Mutex::default(), threads: AtomicUsize::new(0) };
    let hall = Arc::new(hall);
    for listener in listeners {
        let hall = Arc::clone(&hall);
        thread::spawn(move || {
            for stream in listener.incoming() {
                match stream {
                    Ok(stream) => welcome(stream, &hall),
                    // Too many files are open, or the client has gone already. Neither is mended by haste.
                    Err(_) => thread::sleep(Duration::from_millis(20)),
                }
            }
        });
    }
}

/// Gives a connection its seat and its thread, or lets it go.
fn welcome(stream: TcpStream, hall: &Arc<Hall>) {
    if hall.threads.load(Ordering::Acquire) >= THREADS {
        return;
    }
    let Ok(handle) = stream.try_clone() else { return };
    let seat = hall.seats().take(handle);
    hall.threads.fetch_add(1, Ordering::AcqRel);
    let served = Arc::clone(hall);
    let started = thread::Builder::new().spawn(move || {
        let leaving = Leaving { hall: served, seat };
        attend(stream, &leaving.hall, seat);
    });
    if started.is_err() {
        hall.threads.fetch_sub(1, Ordering::AcqRel);
        hall.seats().taken.remove(&seat);
    }
}

/// Frees the seat when its thread ends, however it ends.
struct Leaving {
    hall: Arc<Hall>,
    seat: u64,
}

impl Drop for Leaving {
    fn drop(&mut self) {
        self.hall.seats().taken.remove(&self.seat);
        self.hall.threads.fetch_sub(1, Ordering::AcqRel);
    }
}

/// One request and its answer. Whoever goes away meanwhile is no failure.
fn attend(mut stream: TcpStream, hall: &Hall, seat: u64) {
    let _ = stream.set_nodelay(true);
    let (answer, head) = match request::read(&mut stream, hall.port) {
        Err(Refusal::Silent) => return,
        Err(refusal) => (answer::refuse(refusal), false),
        Ok(request) => {
            hall.seats().enter(seat, Phase::Receiving);
            (route::answer(&hall.board, &request), request.head)
        }
    };
    let _ = respond(&mut stream, &answer, head, hall, seat);
}

fn respond(stream: &mut TcpStream, answer: &Answer, head: bool, hall: &Hall, seat: u64) -> io::Result<()> {
    let until = Instant::now() + RECEIVING;
    send(stream, answer.head().as_bytes(), until)?;
    match &answer.body {
        _ if head => {}
        Body::Unmade => {}
        Body::Bytes(bytes) => send(stream, bytes, until)?,
        Body::Site(site, path) => send(stream, site.file(path).unwrap_or_default(), until)?,
        Body::Shared(bytes) => send(stream, bytes, until)?,
        Body::News => {
            hall.seats().enter(seat, Phase::Waiting);
            return tell(stream, &hall.board);
        }
    }
    part(stream)
}

/// Sends in pieces, so that a client that takes its time for each is still held to the time for all.
fn send(stream: &mut TcpStream, bytes: &[u8], until: Instant) -> io::Result<()> {
    for piece in bytes.chunks(64 * 1024) {
        let left = until.saturating_duration_since(Instant::now());
        if left.is_zero() {
            return Err(io::ErrorKind::TimedOut.into());
        }
        stream.set_write_timeout(Some(left))?;
        stream.write_all(piece)?;
    }
    Ok(())
}

/// Tells which edition is shown, now and whenever it changes.
fn tell(stream: &mut TcpStream, board: &Board) -> io::Result<()> {
    let mut known = None;
    loop {
        let text = match board.after(known.as_deref(), PULSE) {
            Some(serial) => {
                let text = format!("data: {serial}\n\n");
                known = Some(serial);
                text
            }
            None => ":\n\n".to_owned(),
        };
        send(stream, text.as_bytes(), Instant::now() + PULSE)?;
    }
}

/// Ends a connection so that the client reads the answer whole: what it sent beyond its request is taken and forgotten first.
fn part(stream: &mut TcpStream) -> io::Result<()> {
    stream.shutdown(Shutdown::Write)?;
    stream.set_read_timeout(Some(Duration::from_millis(500)))?;
    let until = Instant::now() + Duration::from_secs(1);
    let mut rest = [0; 4096];
    while Instant::now() < until && stream.read(&mut rest)? > 0 {}
    Ok(())
}

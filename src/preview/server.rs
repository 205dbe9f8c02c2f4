//! The server: connections within bounds, one request each.
//!
//! HTTP is hyper's, the routes are axum's. Never more than [`SEATS`] connections are open: when all are taken the newcomer gets the
//! seat of whoever has been longest without saying what it wants, so that clients who never end their request keep nobody
//! out. Every answer closes its connection: on one machine a new one costs nothing, and nothing is left to be counted.

use super::board::Board;
use super::door::Door;
use super::route;
use axum::Router;
use futures_util::future::{join_all, select};
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::{Service, service_fn};
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::service::TowerToHyperService;
use std::collections::BTreeMap;
use std::convert::Infallible;
use std::io;
use std::pin::pin;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;
use tokio::net::{TcpListener, TcpStream};
use tokio::runtime::{Builder, Runtime};
use tokio::sync::Notify;
use tokio::task::AbortHandle;
use tokio::time::{sleep, timeout};

/// How many connections there are at most.
const SEATS: usize = 128;

/// The most bytes of what a request says before its body, and the most headers.
const LONGEST: usize = 16 * 1024;
const HEADERS: usize = 64;

/// How many PDFs are set at the same time. The stack is theirs: a page can hold much within much.
const SET: usize = 2;
const STACK: usize = 16 * 1024 * 1024;

/// How long is waited for a client.
#[derive(Debug, Clone, Copy)]
struct Patience {
    /// Until it has said what it wants.
    asking: Duration,
    /// Until it has received the answer.
    receiving: Duration,
    /// Until it has gone.
    leaving: Duration,
}

const PATIENCE: Patience =
    Patience { asking: Duration::from_secs(5), receiving: Duration::from_secs(30), leaving: Duration::from_secs(1) };

/// What a connection is doing, in the order in which seats are taken away.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Phase {
    /// Has not said what it wants.
    Asking,
    /// Waits for news: its page asks again.
    Waiting,
    Receiving,
}

#[derive(Debug, Default)]
struct Seats {
    next: u64,
    taken: BTreeMap<u64, (Phase, AbortHandle)>,
}

/// What the connections share.
struct Hall {
    routes: Router,
    patience: Patience,
    seats: Mutex<Seats>,
}

/// Listens, and answers once there is something to show.
pub struct Server {
    runtime: Runtime,
    door: Door,
    board: Arc<Board>,
}

impl Server {
    /// # Errors
    /// The system gives nothing to wait with.
    pub fn new(door: Door, board: &Arc<Board>) -> io::Result<Server> {
        let mut builder = Builder::new_current_thread();
        let runtime = builder.enable_io().enable_time().thread_stack_size(STACK).max_blocking_threads(SET).build()?;
        Ok(Server { runtime, door, board: Arc::clone(board) })
    }

    /// Answers whoever comes, in a thread of its own until the program ends. Who comes before the first round is over waits at
    /// the door.
    ///
    /// # Errors
    /// The system gives no thread.
    pub fn open(self) -> io::Result<()> {
        let Server { runtime, door, board } = self;
        let answering = async move {
            board.first().await;
            let hall = Hall::new(route::router(board, door.port), PATIENCE);
            let listeners = door.listeners.into_iter().map(|listener| {
                listener.set_nonblocking(true)?;
                TcpListener::from_std(listener)
            });
            join_all(listeners.flatten().map(|listener| listen(listener, &hall))).await;
        };
        thread::Builder::new().name("server".to_owned()).spawn(move || runtime.block_on(answering)).map(|_| ())
    }
}

async fn listen(listener: TcpListener, hall: &Arc<Hall>) {
    loop {
        match listener.accept().await {
            Ok((stream, _)) => hall.welcome(stream),
            // Too many files are open, or the client has gone already. Neither is mended by haste.
            Err(_) => sleep(Duration::from_millis(20)).await,
        }
    }
}

impl Hall {
    fn new(routes: Router, patience: Patience) -> Arc<Hall> {
        Arc::new(Hall { routes, patience, seats: Mutex::default() })
    }

    fn seats(&self) -> MutexGuard<'_, Seats> {
        self.seats.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Gives a connection a seat. When all are taken, the one who has it longest among those who have least use for it loses it.
    fn welcome(self: &Arc<Hall>, stream: TcpStream) {
        let mut seats = self.seats();
        if seats.taken.len() >= SEATS {
            let loser = seats.taken.iter().min_by_key(|(at, (phase, _))| (*phase, **at)).map(|(at, _)| *at);
            if let Some((_, task)) = loser.and_then(|loser| seats.taken.remove(&loser)) {
                task.abort();
            }
        }
        seats.next += 1;
        let leaving = Leaving { hall: Arc::clone(self), seat: seats.next };
        let task = tokio::spawn(async move { attend(stream, &leaving.hall, leaving.seat).await });
        let seat = seats.next;
        seats.taken.insert(seat, (Phase::Asking, task.abort_handle()));
    }

    fn enter(&self, seat: u64, phase: Phase) {
        if let Some(taken) = self.seats().taken.get_mut(&seat) {
            taken.0 = phase;
        }
    }
}

/// Frees the seat when its connection ends, however it ends.
struct Leaving {
    hall: Arc<Hall>,
    seat: u64,
}

impl Drop for Leaving {
    fn drop(&mut self) {
        self.hall.seats().taken.remove(&self.seat);
    }
}

/// One request and its answer. Whoever goes away meanwhile is no failure.
async fn attend(mut stream: TcpStream, hall: &Hall, seat: u64) {
    let _ = stream.set_nodelay(true);
    let answered = Notify::new();
    let routes = TowerToHyperService::new(hall.routes.clone());
    let answer = service_fn(|request: hyper::Request<Incoming>| {
        hall.enter(seat, Phase::Receiving);
        let (answering, answered) = (routes.call(request), &answered);
        async move {
            let answer = answering.await?;
            match answer.extensions().get::<Phase>() {
                Some(phase) => hall.enter(seat, *phase),
                None => answered.notify_one(),
            }
            Ok::<_, Infallible>(answer)
        }
    });
    let overdue = async {
        answered.notified().await;
        sleep(hall.patience.receiving).await;
    };
    let connection = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(hall.patience.asking)
        .max_buf_size(LONGEST)
        .max_headers(HEADERS)
        .keep_alive(false)
        .title_case_headers(true)
        .serve_connection(TokioIo::new(&mut stream), answer);
    select(connection, pin!(overdue)).await;
    // The client reads the answer whole only if what it sent beyond its request is taken and forgotten first.
    let _ = timeout(hall.patience.leaving, tokio::io::copy(&mut stream, &mut tokio::io::sink())).await;
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::Extension;
    use axum::body::Body;
    use axum::routing::get;
    use futures_util::stream;
    use tokio::io::{AsyncReadExt, AsyncWriteExt};

    const LARGE: usize = 64 * 1024 * 1024;

    /// A hall that waits for nobody.
    fn hurried() -> Arc<Hall> {
        let news = async || {
            let pieces = stream::repeat_with(|| Ok::<_, Infallible>(vec![b'n'; 64 * 1024]));
            (Extension(Phase::Waiting), Body::from_stream(pieces))
        };
        let routes = Router::new().route("/large", get(async || vec![0; LARGE])).route("/news", get(news));
        let least = Duration::from_millis(1);
        Hall::new(routes, Patience { asking: least, receiving: least, leaving: least })
    }

    /// Both ends of a connection over which something was asked.
    async fn met(asks: &str) -> (TcpStream, TcpStream) {
        let listener = TcpListener::bind(("127.0.0.1", 0)).await.expect("a free port");
        let mut client = TcpStream::connect(listener.local_addr().expect("an address")).await.expect("connected");
        client.write_all(asks.as_bytes()).await.expect("sent");
        (client, listener.accept().await.expect("there is one").0)
    }

    fn run(test: impl Future<Output = ()>) {
        Builder::new_current_thread().enable_all().build().expect("a runtime").block_on(test);
    }

    #[test]
    fn who_never_ends_its_request_or_never_takes_the_answer_is_let_go() {
        run(async {
            for (asks, answered) in [
                ("", false),
                ("GET / HTTP/1.1\r\nHost: loc", false),
                ("GET /large HTTP/1.1\r\nHost: localhost\r\n\r\n", true),
            ] {
                let (mut client, stream) = met(asks).await;
                // That it ends is what is tested: the client is still there.
                attend(stream, &hurried(), 0).await;
                let mut bytes = Vec::new();
                let _ = client.read_to_end(&mut bytes).await;
                assert!(bytes.len() < LARGE && bytes.starts_with(b"HTTP/1.1 200") == answered, "{asks}");
            }
        });
    }

    #[test]
    fn who_waits_for_news_stays() {
        run(async {
            let (client, stream) = met("GET /news HTTP/1.1\r\nHost: localhost\r\n\r\n").await;
            // Much more than comes in the time that an answer has here.
            let (mut bytes, mut enough) = (Vec::new(), client.take(LARGE as u64));
            select(pin!(attend(stream, &hurried(), 0)), pin!(enough.read_to_end(&mut bytes))).await;
            assert_eq!(bytes.len(), LARGE);
        });
    }
}

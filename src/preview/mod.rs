//! The live preview: the manual as a site in memory, made anew at each save, shown to the person at this machine.
//!
//! watch → the same [`compile`](crate::compile) and the same renderer as `build` → swap. Nothing is written, nothing is
//! compiled in another way, and no state is kept but what is shown. A save that cannot be read leaves the last good pages,
//! with its findings on top.
#![allow(clippy::disallowed_methods)]

mod answer;
mod board;
mod door;
mod editor;
mod finding;
mod page;
mod request;
mod round;
mod route;
mod server;
mod snapshot;
mod tray;
mod watch;

pub use door::{Closed, Door, Port, USUAL};
pub use editor::Editor;
pub use round::{Built, Setup, Told};
pub use tray::counted;

use board::Board;
use std::sync::Arc;
use std::{io, thread};

/// The stack of the thread that compiles: as much as a program's own has.
const STACK: usize = 8 * 1024 * 1024;

/// Shows a manual at a door until the program ends. `tell` hears of each round; what comes to the door before the first is
/// over waits there.
///
/// # Errors
/// The system gives no thread.
pub fn start(setup: Setup, door: Door, tell: impl FnMut(Told) + Send + 'static) -> io::Result<()> {
    let board = Arc::new(Board::new());
    server::Server::new(door, &board)?.open()?;
    let work = move || round::Maker::new(setup).work(&board, tell);
    thread::Builder::new().name("rounds".to_owned()).stack_size(STACK).spawn(work).map(|_| ())
}

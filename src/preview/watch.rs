//! When to look: a hint for each change in the folder, and a look now and then for what no hint tells.
//!
//! What the system says of changes is taken as a hint and no more. Queues overflow, watches run out, folders are moved away and
//! come back, some disks tell nothing: what holds is what the folder says when it is read. So nothing is lost here by
//! dropping a hint when another one is waiting already.

use super::snapshot::trace;
use notify::event::{AccessKind, AccessMode, CreateKind, EventKind, ModifyKind, RemoveKind};
use notify::{Config, Event, RecommendedWatcher, RecursiveMode, Watcher};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, SyncSender, sync_channel};
use std::sync::{Arc, mpsc};
use std::time::{Duration, Instant};

/// A save is over when nothing was heard for so long: editors write, rename and touch within it.
const QUIET: Duration = Duration::from_millis(40);

/// Who never stops saving is not waited for longer.
const LONGEST: Duration = Duration::from_millis(300);

/// How often the folder is looked at although nothing was heard, and where nothing can be heard.
const SELDOM: Duration = Duration::from_secs(2);
const OFTEN: Duration = Duration::from_millis(500);

/// A look may take one part in so many of the time.
const SHARE: u32 = 50;

/// What concerns us in an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Hint {
    /// Our own reading, for one.
    Nothing,
    Files,
    /// Folders came or went, or events were lost: what is watched may no longer be what is there.
    Folders,
}

fn hint(event: &notify::Result<Event>) -> Hint {
    let Ok(event) = event else { return Hint::Folders };
    if event.need_rescan() {
        return Hint::Folders;
    }
    match event.kind {
        EventKind::Access(AccessKind::Close(AccessMode::Write)) => Hint::Files,
        EventKind::Access(_) => Hint::Nothing,
        EventKind::Create(CreateKind::File)
        | EventKind::Remove(RemoveKind::File)
        | EventKind::Modify(ModifyKind::Data(_) | ModifyKind::Metadata(_)) => Hint::Files,
        EventKind::Any | EventKind::Create(_) | EventKind::Remove(_) | EventKind::Modify(_) | EventKind::Other => {
            Hint::Folders
        }
    }
}

/// Watches a folder, wherever it goes.
pub struct Watch {
    /// As it was named; what it leads to may change.
    folder: PathBuf,
    marker: &'static str,
    hints: Receiver<()>,
    teller: SyncSender<()>,
    moved: Arc<AtomicBool>,
    watcher: Option<RecommendedWatcher>,
    trace: Option<u64>,
    pause: Duration,
}

impl Watch {
    pub fn new(folder: &Path, marker: &'static str) -> Watch {
        let (teller, hints) = sync_channel(1);
        let moved = Arc::new(AtomicBool::new(false));
        let mut watch = Watch {
            folder: folder.to_owned(),
            marker,
            hints,
            teller,
            moved,
            watcher: None,
            trace: None,
            pause: SELDOM,
        };
        watch.listen();
        watch
    }

    /// Whether changes are told by the system. Where not, the folder is looked at.
    pub fn hears(&self) -> bool {
        self.watcher.is_some()
    }

    /// Listens to the folder that is there now. The former watcher is let go only then, so that nothing is missed in between.
    fn listen(&mut self) {
        self.moved.store(false, Ordering::Release);
        self.watcher = self.watcher(self.handler()).ok();
    }

    fn watcher(&self, handler: impl notify::EventHandler) -> notify::Result<RecommendedWatcher> {
        let mut watcher = RecommendedWatcher::new(handler, Config::default().with_follow_symlinks(false))?;
        watcher.watch(&std::fs::canonicalize(&self.folder)?, RecursiveMode::Recursive)?;
        Ok(watcher)
    }

    /// Makes hints of events.
    fn handler(&self) -> impl Fn(notify::Result<Event>) + Send + 'static {
        let (teller, moved) = (self.teller.clone(), Arc::clone(&self.moved));
        move |event| {
            let hint = hint(&event);
            if hint == Hint::Folders {
                moved.store(true, Ordering::Release);
            }
            if hint != Hint::Nothing {
                // A hint that waits already stands for this one too.
                let _ = teller.try_send(());
            }
        }
    }

    /// Notes how the folder looks, which the next looks are compared with. To be called before it is read.
    pub fn note(&mut self) {
        let begun = Instant::now();
        self.trace = trace(&self.folder, self.marker);
        let least = if self.hears() { SELDOM } else { OFTEN };
        self.pause = least.max(begun.elapsed() * SHARE);
    }

    /// Waits until there may be something new.
    pub fn wait(&mut self) {
        loop {
            match self.hints.recv_timeout(self.pause) {
                Ok(()) => {
                    settle(&self.hints, QUIET, LONGEST);
                    if self.moved.load(Ordering::Acquire) {
                        self.listen();
                    }
                    return;
                }
                Err(RecvTimeoutError::Timeout) => {
                    let before = self.trace;
                    self.note();
                    if !self.hears() {
                        self.listen();
                    }
                    if self.trace != before {
                        // What was not heard of is heard from now on: perhaps another folder is there.
                        self.listen();
                        return;
                    }
                }
                // We hold a sender ourselves.
                Err(RecvTimeoutError::Disconnected) => return,
            }
        }
    }
}

/// Waits until hints have ceased.
fn settle(hints: &mpsc::Receiver<()>, quiet: Duration, longest: Duration) {
    let until = Instant::now() + longest;
    while hints.recv_timeout(quiet.min(until.saturating_duration_since(Instant::now()))).is_ok() {}
}

/// A watch whose events pile up until the system loses some, as it does where more is written than is read.
#[cfg(all(test, target_os = "linux"))]
pub mod flood {
    use super::*;
    use std::sync::{Mutex, PoisonError};

    pub struct Flood {
        gate: Arc<Mutex<()>>,
        lost: Arc<AtomicBool>,
    }

    impl Flood {
        /// Lets a watch hear nothing but through a gate. No look helps it within the next hour.
        pub fn gate(watch: &mut Watch) -> Flood {
            let flood = Flood { gate: Arc::default(), lost: Arc::default() };
            let (gate, lost, inner) = (Arc::clone(&flood.gate), Arc::clone(&flood.lost), watch.handler());
            let handler = move |event: notify::Result<Event>| {
                drop(gate.lock().unwrap_or_else(PoisonError::into_inner));
                if event.as_ref().is_ok_and(Event::need_rescan) {
                    lost.store(true, Ordering::Release);
                }
                inner(event);
            };
            watch.watcher = Some(watch.watcher(handler).expect("watched"));
            watch.pause = Duration::from_secs(3600);
            flood
        }

        /// Saves files at the closed gate until the queue is full, and then does what nobody will hear of.
        pub fn overflow(&self, folder: &Path, unheard: impl FnOnce()) {
            let queue = std::fs::read_to_string("/proc/sys/fs/inotify/max_queued_events").expect("Linux says it");
            let length: usize = queue.trim().parse().expect("a number");
            let closed = self.gate.lock().expect("no panic");
            // Equal events one after another are one, so that two files take turns; each save is several events.
            for turn in 0..=length {
                std::fs::write(folder.join(if turn % 2 == 0 { "a.txt" } else { "b.txt" }), "x").expect("written");
            }
            unheard();
            drop(closed);
        }

        /// Whether the system said that events were lost.
        pub fn is_told(&self) -> bool {
            self.lost.load(Ordering::Acquire)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use notify::event::{DataChange, Flag, RenameMode};

    #[test]
    fn reading_is_no_change_and_lost_events_are() {
        let told = |kind: EventKind| hint(&Ok(Event::new(kind)));
        assert_eq!(told(EventKind::Access(AccessKind::Open(AccessMode::Any))), Hint::Nothing);
        assert_eq!(told(EventKind::Access(AccessKind::Close(AccessMode::Read))), Hint::Nothing);
        assert_eq!(told(EventKind::Access(AccessKind::Close(AccessMode::Write))), Hint::Files);
        assert_eq!(told(EventKind::Modify(ModifyKind::Data(DataChange::Any))), Hint::Files);
        assert_eq!(told(EventKind::Modify(ModifyKind::Name(RenameMode::To))), Hint::Folders);
        assert_eq!(told(EventKind::Create(CreateKind::Folder)), Hint::Folders);
        assert_eq!(told(EventKind::Remove(RemoveKind::Any)), Hint::Folders);
        assert_eq!(hint(&Ok(Event::new(EventKind::Other).set_flag(Flag::Rescan))), Hint::Folders);
        assert_eq!(hint(&Err(notify::Error::generic("the queue is gone"))), Hint::Folders);
    }

    #[test]
    fn many_hints_are_one() {
        let (teller, hints) = sync_channel(1);
        for _ in 0..1000 {
            let _ = teller.try_send(());
        }
        settle(&hints, Duration::ZERO, Duration::from_secs(60));
        assert!(hints.try_recv().is_err());
        // Who never ceases is not waited for: the time for all is up.
        let teller = std::thread::spawn(move || while teller.send(()).is_ok() {});
        settle(&hints, Duration::from_secs(60), Duration::from_millis(1));
        drop(hints);
        teller.join().expect("no panic");
    }

    #[test]
    fn a_save_a_new_folder_and_a_return_are_noticed() {
        let dir = tempfile::tempdir().expect("a temporary folder");
        let folder = dir.path().join("m");
        std::fs::create_dir(&folder).expect("created");
        let mut watch = Watch::new(&folder, ".mark");
        watch.note();
        std::fs::write(folder.join("a.md"), "a").expect("written");
        watch.wait();
        std::fs::create_dir(folder.join("deeper")).expect("created");
        watch.wait();
        watch.note();
        std::fs::write(folder.join("deeper/b.md"), "b").expect("written");
        watch.wait();
        std::fs::remove_dir_all(&folder).expect("removed");
        watch.wait();
        watch.note();
        std::fs::create_dir(&folder).expect("created");
        std::fs::write(folder.join("c.md"), "c").expect("written");
        watch.wait();
        assert!(watch.hears());
    }
}

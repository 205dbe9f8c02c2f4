//! The door: where the server listens, which is this machine only.

use std::io::{self, ErrorKind};
use std::net::{Ipv4Addr, Ipv6Addr, SocketAddr, TcpListener};
use std::ops::RangeInclusive;

/// The ports that are tried when none was asked for, the next where one is taken: several manuals can be open side by side.
pub const USUAL: RangeInclusive<u16> = 4747..=4766;

/// How often a free port is asked for that is free at both addresses.
const TRIED: usize = 20;

/// The port that a person wants.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Port {
    /// The usual one, or the next that is free.
    Usual,
    /// Exactly this one; 0 for any that is free.
    Exactly(u16),
}

/// Why nothing listens.
#[derive(Debug)]
pub enum Closed {
    /// Somebody else listens there; none where all that were tried are taken.
    Taken(Option<u16>),
    Io(u16, io::Error),
}

/// A port that is ours, on every address that this machine has for itself.
#[derive(Debug)]
pub struct Door {
    pub port: u16,
    pub(super) listeners: Vec<TcpListener>,
}

impl Door {
    pub fn open(wanted: Port) -> Result<Door, Closed> {
        match wanted {
            // A free port of one address may be taken at the other: then another one is.
            Port::Exactly(0) => (0..TRIED).find_map(|_| at(0).ok()).ok_or(Closed::Taken(None)),
            Port::Exactly(port) => at(port),
            Port::Usual => {
                for port in USUAL {
                    match at(port) {
                        Err(Closed::Taken(_)) => {}
                        opened => return opened,
                    }
                }
                Err(Closed::Taken(None))
            }
        }
    }

    /// What a person opens.
    pub fn address(&self) -> String {
        format!("http://localhost:{}/", self.port)
    }
}

/// Both addresses at one port: `localhost` may mean either, and must not lead to somebody else's program.
fn at(port: u16) -> Result<Door, Closed> {
    let closed = |error: io::Error| match error.kind() {
        ErrorKind::AddrInUse => Closed::Taken(Some(port)),
        _ => Closed::Io(port, error),
    };
    let four = TcpListener::bind(SocketAddr::from((Ipv4Addr::LOCALHOST, port))).map_err(closed)?;
    let port = four.local_addr().map_err(closed)?.port();
    let six = TcpListener::bind(SocketAddr::from((Ipv6Addr::LOCALHOST, port)));
    match six {
        Ok(six) => Ok(Door { port, listeners: vec![four, six] }),
        Err(error) if error.kind() == ErrorKind::AddrInUse => Err(Closed::Taken(Some(port))),
        // A machine without the younger protocol has no such address.
        Err(_) => Ok(Door { port, listeners: vec![four] }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_this_machine_is_listened_to() {
        let door = Door::open(Port::Exactly(0)).expect("a free port");
        assert!(door.listeners.iter().all(|one| one.local_addr().is_ok_and(|at| at.ip().is_loopback())));
        assert_eq!(door.address(), format!("http://localhost:{}/", door.port));
    }

    #[test]
    fn a_taken_port_is_named_and_the_usual_one_gives_way() {
        let first = Door::open(Port::Usual).expect("one of the usual ports");
        let second = Door::open(Port::Usual).expect("the next of them");
        assert!(second.port > first.port);
        let taken = Door::open(Port::Exactly(first.port)).expect_err("taken");
        assert!(matches!(taken, Closed::Taken(Some(port)) if port == first.port), "{taken:?}");
    }
}

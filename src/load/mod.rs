//! The files of a manual, wherever they live. Together with `publish` and `cli`, the only code that touches the world.
//!
//! [`Disk`] reads a folder, [`Memory`] holds a manual in a test. A compilation sees nothing but [`Files`].
#![allow(clippy::disallowed_methods)]

mod disk;
pub mod example;
mod memory;
pub mod repository;
mod tree;

pub use disk::Disk;
pub use memory::Memory;
pub use tree::Tree;

use crate::lang::Text;
use std::fmt;
use std::io;

/// The largest file that is read, in bytes: 16 MiB.
pub const MAX_FILE: u64 = 16 * 1024 * 1024;

/// The largest number of files and folders in a manual.
pub const MAX_FILES: usize = 100_000;

/// A consistent set of files.
pub trait Files: Sync {
    /// Every file, and everything that was left out, sorted by path.
    fn list(&self) -> Result<Vec<Entry>, LoadError>;

    /// The bytes of a file that [`Files::list`] names.
    fn read(&self, path: &str) -> Result<Vec<u8>, LoadError>;

    /// Whether all that was listed and read is still what it was, so that it was there at one moment together.
    ///
    /// # Errors
    /// [`LoadCause::Changed`] with the first path that is not.
    fn unchanged(&self) -> Result<(), LoadError> {
        Ok(())
    }
}

/// Something in the manual's folder.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Entry {
    /// Relative to the manual, with `/`. Of a name that cannot be shown, a legible stand-in.
    pub path: String,
    pub kind: EntryKind,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum EntryKind {
    /// A regular file within the limits.
    File,
    /// Left out; the author is told why.
    Skipped(Skip),
    /// A folder that holds nothing: one that was made for entries has perhaps another name than it should.
    EmptyFolder,
}

/// Why something was left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Skip {
    NameNotUtf8,
    NameWithControl,
    LinkOutside,
    LinkLoop,
    LinkBroken,
    /// A named pipe, a socket or a device: reading it could wait for ever.
    NotAFile,
    /// Larger than [`MAX_FILE`].
    TooLarge,
    /// A folder or file that the system does not let us open.
    Unreadable,
}

impl Skip {
    pub const ALL: [Skip; 8] = [
        Skip::NameNotUtf8,
        Skip::NameWithControl,
        Skip::LinkOutside,
        Skip::LinkLoop,
        Skip::LinkBroken,
        Skip::NotAFile,
        Skip::TooLarge,
        Skip::Unreadable,
    ];

    /// The reason, as the end of a sentence that names the file.
    pub fn reason(self) -> Text {
        match self {
            Skip::NameNotUtf8 => Text {
                es: "el nombre no está escrito en UTF-8",
                en: "the name is not written in UTF-8",
                pt: "o nome não está escrito em UTF-8",
            },
            Skip::NameWithControl => Text {
                es: "el nombre contiene un salto de línea u otro carácter de control",
                en: "the name holds a line break or another control character",
                pt: "o nome contém uma quebra de linha ou outro caractere de controle",
            },
            Skip::LinkOutside => Text {
                es: "el enlace simbólico sale del manual",
                en: "the symbolic link leads out of the manual",
                pt: "o link simbólico sai do manual",
            },
            Skip::LinkLoop => Text {
                es: "el enlace simbólico vuelve sobre sí mismo",
                en: "the symbolic link leads back to itself",
                pt: "o link simbólico volta a si mesmo",
            },
            Skip::LinkBroken => Text {
                es: "el enlace simbólico no lleva a ningún archivo",
                en: "the symbolic link leads to no file",
                pt: "o link simbólico não leva a nenhum arquivo",
            },
            Skip::NotAFile => Text {
                es: "no es un archivo, sino una tubería, un socket o un dispositivo",
                en: "it is not a file but a pipe, a socket or a device",
                pt: "não é um arquivo, e sim um pipe, um socket ou um dispositivo",
            },
            Skip::TooLarge => {
                Text { es: "pesa más de 16 MiB", en: "it is larger than 16 MiB", pt: "tem mais de 16 MiB" }
            }
            Skip::Unreadable => Text {
                es: "el sistema no permite leerlo",
                en: "the system does not let it be read",
                pt: "o sistema não permite lê-lo",
            },
        }
    }

    /// What to do about it.
    pub fn remedy(self) -> Text {
        match self {
            Skip::NameNotUtf8 | Skip::NameWithControl => Text {
                es: "cámbiele el nombre por uno de letras, cifras y guiones",
                en: "rename it with letters, figures and hyphens",
                pt: "mude o nome para um de letras, algarismos e hifens",
            },
            Skip::LinkOutside | Skip::LinkLoop | Skip::LinkBroken | Skip::NotAFile => Text {
                es: "ponga en su lugar un archivo corriente dentro del manual",
                en: "put an ordinary file inside the manual in its place",
                pt: "ponha no lugar um arquivo comum dentro do manual",
            },
            Skip::TooLarge => Text {
                es: "divídalo en archivos menores o redúzcalo",
                en: "split it into smaller files or make it smaller",
                pt: "divida-o em arquivos menores ou reduza-o",
            },
            Skip::Unreadable => Text {
                es: "dé permiso de lectura, o compruebe el disco si ya lo tiene",
                en: "give permission to read it, or check the disk if it has that",
                pt: "dê permissão de leitura, ou verifique o disco se já a tem",
            },
        }
    }
}

/// Why a manual or one of its files cannot be read.
#[derive(Debug)]
pub struct LoadError {
    /// The file or folder, as the person who runs the program would name it.
    pub path: String,
    pub cause: LoadCause,
}

#[derive(Debug)]
pub enum LoadCause {
    NotFound,
    NotAFolder,
    /// More than [`MAX_FILES`].
    TooMany,
    /// Larger than [`MAX_FILE`], which it was not when the files were listed.
    TooLarge,
    /// It was written to while the manual was read.
    Changed,
    Io(io::Error),
}

impl LoadError {
    pub fn new(path: impl Into<String>, cause: LoadCause) -> Self {
        LoadError { path: path.into(), cause }
    }

    fn io(path: impl Into<String>, error: io::Error) -> Self {
        let cause = match error.kind() {
            io::ErrorKind::NotFound => LoadCause::NotFound,
            io::ErrorKind::NotADirectory => LoadCause::NotAFolder,
            _ => LoadCause::Io(error),
        };
        LoadError::new(path, cause)
    }
}

impl fmt::Display for LoadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let path = &self.path;
        match &self.cause {
            LoadCause::NotFound => write!(f, "{path}: not found"),
            LoadCause::NotAFolder => write!(f, "{path}: not a folder"),
            LoadCause::TooMany => write!(f, "{path}: more than {MAX_FILES} files"),
            LoadCause::TooLarge => write!(f, "{path}: larger than {MAX_FILE} bytes"),
            LoadCause::Changed => write!(f, "{path}: changed while the manual was read"),
            LoadCause::Io(error) => write!(f, "{path}: {error}"),
        }
    }
}

impl std::error::Error for LoadError {}

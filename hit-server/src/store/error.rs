//! Why the store could not do something.

use std::fmt;

use rusqlite::ErrorCode;

/// Why the store could not do something.
#[derive(Debug)]
pub enum StoreError {
    /// Another process has it.
    Locked(String),
    /// It is not a store of this program, or of a later version.
    Foreign(String),
    /// There is no room left for it.
    Full,
    /// Anything else that SQLite says.
    Sqlite(rusqlite::Error),
    /// The files around it.
    Io(std::io::Error),
}

impl fmt::Display for StoreError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Locked(path) => write!(
                f,
                "the store `{path}` is in use: one collector per store; stop the other, or give this one `--store`"
            ),
            Self::Foreign(what) => f.write_str(what),
            Self::Full => f.write_str("there is no room left for the store"),
            Self::Sqlite(error) => write!(f, "the store failed: {error}"),
            Self::Io(error) => write!(f, "the store failed: {error}"),
        }
    }
}

impl std::error::Error for StoreError {}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        match error.sqlite_error_code() {
            Some(ErrorCode::DiskFull) => Self::Full,
            _ => Self::Sqlite(error),
        }
    }
}

impl From<std::io::Error> for StoreError {
    fn from(error: std::io::Error) -> Self {
        match error.kind() {
            std::io::ErrorKind::StorageFull => Self::Full,
            _ => Self::Io(error),
        }
    }
}

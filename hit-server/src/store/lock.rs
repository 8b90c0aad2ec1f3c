//! One process per store.

use std::fs::{File, OpenOptions, TryLockError};
use std::path::{Path, PathBuf};

use super::error::StoreError;

/// Holds the store for this process. The operating system lets go of it when the process ends,
/// however it ends.
#[derive(Debug)]
pub struct Lock(#[expect(dead_code, reason = "held open")] File);

impl Lock {
    /// Takes the store, by the file `<store>.lock`.
    ///
    /// # Errors
    /// [`StoreError::Locked`] when another one has it.
    pub fn take(store: &Path) -> Result<Self, StoreError> {
        let file = OpenOptions::new()
            .create(true)
            .truncate(false)
            .write(true)
            .open(path(store))?;
        match file.try_lock() {
            Ok(()) => Ok(Self(file)),
            Err(TryLockError::WouldBlock) => Err(StoreError::Locked(store.display().to_string())),
            Err(TryLockError::Error(error)) => Err(StoreError::Io(error)),
        }
    }
}

fn path(store: &Path) -> PathBuf {
    let mut name = store.as_os_str().to_owned();
    name.push(".lock");
    PathBuf::from(name)
}

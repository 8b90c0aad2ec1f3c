//! What the writer is asked to do.

use rusqlite::Connection;
use tokio::sync::oneshot;

use crate::store::{NewHit, NewReject, Stored};

/// Why a hit was not stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Failure {
    /// There is no room for it.
    Full,
    /// The store failed.
    Broken,
}

/// Where the answer about a hit goes, once it is committed.
pub type Reply = oneshot::Sender<Result<Stored, Failure>>;

/// Something small that is done with the connection, in a transaction of the batch.
pub type Task = Box<dyn FnOnce(&Connection) -> rusqlite::Result<()> + Send>;

/// What the writer is asked to do.
pub enum Command {
    /// Store a hit, then answer.
    Hit(Box<NewHit>, Reply),
    /// Keep a refused hit.
    Reject(Box<NewReject>),
    /// Do this.
    Task(Task, oneshot::Sender<Result<(), Failure>>),
    /// Store what waits, then end.
    Stop,
}

impl Command {
    /// Bytes that it holds while it waits.
    pub fn size(&self) -> usize {
        match self {
            Self::Hit(hit, _) => hit.body.len() + hit.used.iter().map(String::len).sum::<usize>(),
            Self::Reject(reject) => reject.body.len() + reject.problem.len(),
            Self::Task(..) | Self::Stop => 0,
        }
    }
}

//! The queue: bounded by items and by bytes, and full at once instead of slow.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, SyncSender, TrySendError, sync_channel};

use rusqlite::Connection;
use tokio::sync::oneshot;

use super::command::{Command, Failure};
use crate::settings::Storage;
use crate::store::{NewHit, NewReject, Stored};

/// The queue has no room.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Full;

/// Refused hits may take this part of the queue, so that they never crowd hits out.
const REJECTS: usize = 16;

/// The way to the writer.
#[derive(Debug)]
pub struct Queue {
    sender: SyncSender<Command>,
    items: AtomicUsize,
    bytes: AtomicUsize,
    rejects: AtomicUsize,
    max_items: usize,
    max_bytes: usize,
}

impl Queue {
    /// A queue and its other end.
    pub fn new(bounds: &Storage) -> (Self, Receiver<Command>) {
        // Room beside that for hits, so that what stops the writer always gets in.
        let (sender, receiver) =
            sync_channel(bounds.queue_items + bounds.queue_items / REJECTS + 64);
        let queue = Self {
            sender,
            items: AtomicUsize::new(0),
            bytes: AtomicUsize::new(0),
            rejects: AtomicUsize::new(0),
            max_items: bounds.queue_items,
            max_bytes: bounds.queue_bytes,
        };
        (queue, receiver)
    }

    /// Queues a hit; what is answered comes when it is committed.
    ///
    /// # Errors
    /// [`Full`], at once.
    pub fn hit(&self, hit: NewHit) -> Result<oneshot::Receiver<Result<Stored, Failure>>, Full> {
        let (reply, answer) = oneshot::channel();
        let command = Command::Hit(Box::new(hit), reply);
        self.reserve(&self.items, self.max_items, command.size())?;
        self.send(command)?;
        Ok(answer)
    }

    /// Queues a refused hit, to be kept if there is room.
    ///
    /// # Errors
    /// [`Full`], at once.
    pub fn reject(&self, reject: NewReject) -> Result<(), Full> {
        let command = Command::Reject(Box::new(reject));
        self.reserve(
            &self.rejects,
            (self.max_items / REJECTS).max(1),
            command.size(),
        )?;
        self.send(command)
    }

    /// Does something with the connection, and waits until it is committed.
    ///
    /// # Errors
    /// The store failed, or has stopped.
    pub async fn task(
        &self,
        task: impl FnOnce(&Connection) -> rusqlite::Result<()> + Send + 'static,
    ) -> Result<(), Failure> {
        let (reply, answer) = oneshot::channel();
        let sent = self.sender.try_send(Command::Task(Box::new(task), reply));
        match sent {
            Ok(()) => answer.await.unwrap_or(Err(Failure::Broken)),
            Err(_) => Err(Failure::Broken),
        }
    }

    /// The writer stores what waits, and ends.
    pub fn stop(&self) {
        // A writer that is gone has stopped.
        let _ = self.sender.send(Command::Stop);
    }

    /// Items and bytes that wait.
    pub fn waiting(&self) -> (usize, usize) {
        (
            self.items.load(Ordering::Relaxed),
            self.bytes.load(Ordering::Relaxed),
        )
    }

    /// Gives back the room of a command that is done.
    pub(super) fn done(&self, command: &Command) {
        match command {
            Command::Hit(..) => self.items.fetch_sub(1, Ordering::Relaxed),
            Command::Reject(_) => self.rejects.fetch_sub(1, Ordering::Relaxed),
            Command::Task(..) | Command::Stop => return,
        };
        self.bytes.fetch_sub(command.size(), Ordering::Relaxed);
    }

    fn reserve(&self, items: &AtomicUsize, most: usize, size: usize) -> Result<(), Full> {
        if items.fetch_add(1, Ordering::Relaxed) >= most {
            items.fetch_sub(1, Ordering::Relaxed);
            return Err(Full);
        }
        let before = self.bytes.fetch_add(size, Ordering::Relaxed);
        // One that is larger than all the room may go alone.
        if before > 0 && before + size > self.max_bytes {
            self.bytes.fetch_sub(size, Ordering::Relaxed);
            items.fetch_sub(1, Ordering::Relaxed);
            return Err(Full);
        }
        Ok(())
    }

    fn send(&self, command: Command) -> Result<(), Full> {
        self.sender.try_send(command).map_err(|refused| {
            let (TrySendError::Full(command) | TrySendError::Disconnected(command)) = refused;
            self.done(&command);
            Full
        })
    }
}

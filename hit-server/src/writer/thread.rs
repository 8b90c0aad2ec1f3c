//! The thread that writes.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use tokio::sync::watch;

use super::command::{Command, Failure};
use super::commit::{Done, commit, failure};
use super::gather::gather;
use super::queue::Queue;
use crate::clock;
use crate::health::{Health, Trouble};
use crate::metrics::Metrics;
use crate::settings::{Rejects, Storage};
use crate::store::{Store, StoreError, free_bytes, trim};

/// Between two looks at the disk, and two trims of what is kept of refused hits.
const CHORES: Duration = Duration::from_secs(1);

/// All that the writer works with.
pub struct Writer {
    /// The store.
    pub store: Store,
    /// Its path.
    pub path: PathBuf,
    /// The queue that it empties.
    pub queue: Arc<Queue>,
    /// Whom it tells how the store is.
    pub health: Arc<Health>,
    /// What it counts.
    pub metrics: Arc<Metrics>,
    /// Bounds of the store.
    pub storage: Storage,
    /// Bounds of what is kept of refused hits.
    pub rejects: Rejects,
    /// Told the number of the newest hit after each commit.
    pub newest: watch::Sender<i64>,
}

/// Starts it.
///
/// # Errors
/// The system has no thread left.
pub fn start(writer: Writer, receiver: Receiver<Command>) -> std::io::Result<JoinHandle<()>> {
    let thread = std::thread::Builder::new().name("hit-writer".to_owned());
    thread.spawn(move || writer.run(&receiver))
}

impl Writer {
    fn run(mut self, receiver: &Receiver<Command>) {
        let mut chores = Instant::now();
        self.chores(false);
        loop {
            let first = receiver.recv_timeout(CHORES);
            let stop = match first {
                Ok(first) => self.batch(first, receiver),
                Err(RecvTimeoutError::Timeout) => false,
                Err(RecvTimeoutError::Disconnected) => true,
            };
            if stop {
                break;
            }
            if chores.elapsed() >= CHORES {
                self.chores(true);
                chores = Instant::now();
            }
        }
        // The log is folded into the file, so that a copy of the file is a backup.
        let folded = self.store.connection.pragma_update_and_check(
            None,
            "wal_checkpoint",
            "truncate",
            |_| Ok(()),
        );
        if let Err(error) = folded {
            tracing::warn!(%error, "the log of the store stays beside it");
        }
    }

    /// Writes what waits; says whether it was told to stop.
    fn batch(&mut self, first: Command, receiver: &Receiver<Command>) -> bool {
        let batch = gather(first, receiver, self.storage.batch);
        let stop = batch.iter().any(|it| matches!(it, Command::Stop));
        self.write(batch);
        if stop {
            self.drain(receiver);
        }
        stop
    }

    /// Writes all that is still there.
    fn drain(&mut self, receiver: &Receiver<Command>) {
        loop {
            let rest: Vec<Command> = receiver.try_iter().take(self.storage.batch).collect();
            if rest.is_empty() {
                return;
            }
            self.write(rest);
        }
    }

    fn write(&mut self, batch: Vec<Command>) {
        let (tasks, batch): (Vec<_>, Vec<_>) = batch
            .into_iter()
            .partition(|it| matches!(it, Command::Task(..)));
        if !batch.is_empty() {
            let start = Instant::now();
            let result = commit(&mut self.store.connection, &batch, &self.rejects);
            self.metrics.commit.observe(start.elapsed().as_secs_f64());
            self.metrics
                .batch
                .observe(f64::from(u32::try_from(batch.len()).unwrap_or(u32::MAX)));
            match result {
                Ok(done) => self.answer(batch, done),
                Err(error) if batch.len() == 1 => self.refuse(batch, &error),
                Err(error) => self.one_by_one(batch, &error),
            }
        }
        tasks.into_iter().for_each(|task| self.task(task));
    }

    fn answer(&self, batch: Vec<Command>, done: Vec<Done>) {
        let mut newest = None;
        for (command, done) in batch.into_iter().zip(done) {
            self.queue.done(&command);
            if let (Command::Hit(_, reply), Done::Hit(stored)) = (command, done) {
                if let crate::store::Stored::As(seq) = stored {
                    newest = Some(seq);
                }
                // A client that has gone will ask again, under its key.
                let _ = reply.send(Ok(stored));
            }
        }
        if let Some(seq) = newest {
            self.newest.send_replace(seq);
        }
    }

    fn refuse(&self, batch: Vec<Command>, error: &StoreError) {
        let failure = failure(error);
        self.trouble(failure, error);
        for command in batch {
            self.queue.done(&command);
            match command {
                Command::Hit(_, reply) => drop(reply.send(Err(failure))),
                Command::Reject(_) => drop(self.metrics.rejects_dropped.inc()),
                Command::Task(..) | Command::Stop => {}
            }
        }
    }

    /// A batch failed as a whole. When there is no room, nothing else would go in; otherwise one of it may be
    /// to blame, and the others are stored. What is kept of refused hits is let go.
    fn one_by_one(&mut self, batch: Vec<Command>, error: &StoreError) {
        let (rejects, hits): (Vec<_>, Vec<_>) = batch
            .into_iter()
            .partition(|it| matches!(it, Command::Reject(_)));
        self.refuse(rejects, error);
        if matches!(error, StoreError::Full) {
            return self.refuse(hits, error);
        }
        for hit in hits {
            let alone = vec![hit];
            match commit(&mut self.store.connection, &alone, &self.rejects) {
                Ok(done) => self.answer(alone, done),
                Err(error) => self.refuse(alone, &error),
            }
        }
    }

    fn task(&mut self, task: Command) {
        let Command::Task(task, reply) = task else {
            return;
        };
        let result = self.store.connection.transaction().and_then(|transaction| {
            task(&transaction)?;
            transaction.commit()
        });
        let result = result.map_err(|error| {
            let error = StoreError::from(error);
            tracing::error!(%error, "a chore of the store failed");
            failure(&error)
        });
        // Who asked may have gone.
        let _ = reply.send(result);
    }

    fn trouble(&self, failure: Failure, error: &StoreError) {
        tracing::error!(%error, "hits could not be stored");
        self.health.set_store(Some(match failure {
            Failure::Full => Trouble::Full,
            Failure::Broken => Trouble::Broken,
        }));
    }

    /// Looks whether the store can be written, and lets go of old refused hits.
    fn chores(&mut self, and_trim: bool) {
        let free = free_bytes(&self.path).unwrap_or(u64::MAX);
        let low = free < self.storage.free_bytes;
        match self.health.trouble() {
            _ if low => self.health.set_store(Some(Trouble::LowSpace)),
            Some(Trouble::LowSpace | Trouble::Full | Trouble::Broken) if self.probe().is_ok() => {
                tracing::info!("the store can be written again");
                self.health.set_store(None);
            }
            _ => {}
        }
        if and_trim && !low {
            let trimmed = trim(&self.store.connection, &self.rejects, clock::now_ms());
            if let Err(error) = trimmed {
                tracing::warn!(%error, "old refused hits are still there");
            }
        }
    }

    /// Writes something larger than a hit, to the disk, and takes it away again.
    fn probe(&self) -> rusqlite::Result<()> {
        let connection = &self.store.connection;
        connection.execute(
            "INSERT OR REPLACE INTO about VALUES ('probe', hex(zeroblob(32768)))",
            [],
        )?;
        connection.execute("DELETE FROM about WHERE name = 'probe'", [])?;
        Ok(())
    }
}

//! The thread that forwards.

use std::sync::Arc;
use std::thread::JoinHandle;
use std::time::Duration;

use tokio::runtime::{Builder, Runtime};
use tokio::sync::watch;
use tokio::time::timeout;

use super::record::Record;
use super::sink::{Sink, SinkError};
use super::sinks::sink;
use crate::app::App;
use crate::clock;
use crate::settings::Forward;
use crate::store::{NewReject, StoreError, StoredHit, add_reject, after, cursor, set_cursor};

/// Bytes of one batch.
const BYTES: usize = 8 * 1024 * 1024;

/// Waits after a batch that was not taken: this, twice this, … up to the most.
const FIRST_WAIT: Duration = Duration::from_millis(250);
const LONGEST_WAIT: Duration = Duration::from_secs(60);

/// So many hits in a row that are never taken are not their fault: the sink is not set up.
const POISON: u32 = 100;

/// The code under which a hit is set aside that the sink never takes.
pub const SET_ASIDE: &str = "not-forwarded";

/// A running outbox.
pub struct Outbox {
    stop: watch::Sender<bool>,
    thread: JoinHandle<()>,
}

impl Outbox {
    /// Ends it: what was not sent is sent after the next start.
    pub fn stop(self) {
        self.stop.send_replace(true);
        if self.thread.join().is_err() {
            tracing::error!("the outbox ended badly");
        }
    }
}

/// Starts forwarding.
///
/// # Errors
/// The system has no thread left.
pub fn start(app: Arc<App>, forward: Forward) -> std::io::Result<Outbox> {
    let (stop, stopped) = watch::channel(false);
    let runtime = Builder::new_current_thread().enable_all().build()?;
    let worker = Worker {
        newest: app.newest.clone(),
        sink: sink(&forward.sink),
        app,
        forward,
        runtime,
        stopped,
        poison: 0,
    };
    let thread = std::thread::Builder::new().name("hit-outbox".to_owned());
    let thread = thread.spawn(move || worker.run())?;
    Ok(Outbox { stop, thread })
}

struct Worker {
    app: Arc<App>,
    forward: Forward,
    sink: Box<dyn Sink>,
    runtime: Runtime,
    newest: watch::Receiver<i64>,
    stopped: watch::Receiver<bool>,
    /// Hits in a row that the sink never takes.
    poison: u32,
}

impl Worker {
    fn run(mut self) {
        let mut wait = FIRST_WAIT;
        while !*self.stopped.borrow() {
            match self.step() {
                Ok(true) => wait = FIRST_WAIT,
                Ok(false) => self.rest(self.forward.interval),
                Err(what) => {
                    self.app.metrics.forward_failures.inc();
                    tracing::warn!(what, "hits could not be forwarded; they stay in the store");
                    self.pause(wait);
                    wait = (wait * 2).min(LONGEST_WAIT);
                }
            }
        }
    }

    /// Forwards one batch; says whether there was any.
    fn step(&mut self) -> Result<bool, String> {
        let (name, limit) = (self.forward.name.clone(), self.forward.batch);
        let read = self.app.readers.with(|it| {
            let at = cursor(it, &name)?;
            Ok::<_, StoreError>((at, after(it, at, limit, BYTES)?))
        });
        let (at, hits) = read.map_err(|error| error.to_string())?;
        self.lag(at, hits.first());
        if hits.is_empty() {
            return Ok(false);
        }
        let store = self.app.store_name.clone();
        let records: Vec<Record> = hits
            .into_iter()
            .filter_map(|hit| Record::new(&store, hit))
            .collect();
        self.deliver(&records)?;
        Ok(true)
    }

    /// Sends a batch, and moves the cursor behind it. A batch with something in it that is never taken is cut in two, until
    /// that is alone, and set aside.
    fn deliver(&mut self, batch: &[Record]) -> Result<(), String> {
        let Some(last) = batch.last() else {
            return Ok(());
        };
        match self.sink.send(batch) {
            Ok(()) => {
                self.poison = 0;
                self.app.metrics.forwarded.inc_by(batch.len() as u64);
                self.move_on(last.seq, None)
            }
            Err(SinkError::Later(what)) => Err(what),
            Err(SinkError::Never(what)) if batch.len() == 1 => {
                self.poison += 1;
                if self.poison > POISON {
                    return Err(format!("nothing is taken: {what}"));
                }
                tracing::warn!(what, id = last.id, "a hit is not taken; it is set aside");
                self.app.metrics.forward_poison.inc();
                self.move_on(last.seq, Some(set_aside(last, &what)))
            }
            Err(SinkError::Never(_)) => {
                let (first, second) = batch.split_at(batch.len() / 2);
                self.deliver(first)?;
                self.deliver(second)
            }
        }
    }

    fn move_on(&self, seq: i64, aside: Option<NewReject>) -> Result<(), String> {
        let (name, bounds) = (self.forward.name.clone(), self.app.settings.rejects.clone());
        let task = self.app.queue.task(move |it| {
            if let Some(reject) = &aside {
                add_reject(it, reject, &bounds)?;
            }
            set_cursor(it, &name, seq)
        });
        let done = self.runtime.block_on(task);
        done.map_err(|_| "the cursor could not be moved".to_owned())
    }

    fn lag(&self, at: i64, oldest: Option<&StoredHit>) {
        let newest = *self.newest.borrow();
        self.app
            .metrics
            .lag_items
            .set(newest.saturating_sub(at).max(0));
        let age = oldest.map_or(0, |hit| clock::now_ms().saturating_sub(hit.received_ms));
        self.app.metrics.lag_ms.set(age.max(0));
    }

    /// Until there is something new, or it is time to look.
    fn rest(&mut self, most: Duration) {
        let (newest, stopped) = (&mut self.newest, &mut self.stopped);
        let something = async {
            tokio::select! {
                _ = newest.changed() => {}
                _ = stopped.changed() => {}
            }
        };
        // Time that is up is one of the three.
        let _ = self
            .runtime
            .block_on(async { timeout(most, something).await });
    }

    /// Some time, or until told to stop.
    fn pause(&mut self, time: Duration) {
        let stopped = &mut self.stopped;
        let _ = self
            .runtime
            .block_on(async { timeout(time, stopped.changed()).await });
    }
}

fn set_aside(record: &Record, what: &str) -> NewReject {
    NewReject {
        received_ms: record.received_ms,
        hit_type: None,
        code: SET_ASIDE.to_owned(),
        client: record.client_id.clone(),
        disable_usage: false,
        problem: serde_json::json!({ "id": record.id, "detail": what }).to_string(),
        body: record.hit.get().to_owned().into(),
    }
}

//! What all requests share.

use std::sync::{Arc, RwLock};

use rusqlite::Connection;
use tokio::sync::{Semaphore, watch};

use crate::catalogue::Catalogue;
use crate::health::Health;
use crate::judge::Judge;
use crate::metrics::Metrics;
use crate::problem::{Class, Problem};
use crate::settings::Settings;
use crate::store::{StoreError, reader};
use crate::writer::Queue;

/// What all requests share.
pub struct App {
    /// The settings.
    pub settings: Settings,
    /// Judges hits.
    pub judge: Judge,
    /// The way to the writer.
    pub queue: Arc<Queue>,
    /// Whether hits can be taken.
    pub health: Arc<Health>,
    /// What is counted.
    pub metrics: Arc<Metrics>,
    /// What identifiers of hits begin with.
    pub store_name: String,
    /// The numbers of the schemas in the store.
    pub schema_numbers: Vec<i64>,
    /// A permit a byte of the bodies that are read or judged.
    pub bodies: Semaphore,
    /// A permit a search.
    pub searches: Semaphore,
    /// The number of the newest hit, after each commit.
    pub newest: watch::Receiver<i64>,
    /// Where a test steps in.
    #[cfg(feature = "testing")]
    pub hooks: Option<Arc<dyn crate::testing::Hooks>>,
    /// See [`App::catalogue`].
    pub catalogue: RwLock<Arc<Catalogue>>,
    /// See [`App::read`].
    pub readers: Readers,
}

impl App {
    /// What the system knows now.
    pub fn catalogue(&self) -> Arc<Catalogue> {
        // Whoever panicked while setting it had not touched it: it is replaced as a whole.
        let catalogue = self.catalogue.read();
        let catalogue = catalogue.unwrap_or_else(std::sync::PoisonError::into_inner);
        Arc::clone(&catalogue)
    }

    /// Replaces what the system knows.
    pub fn set_catalogue(&self, catalogue: Catalogue) {
        let own = self.catalogue.write();
        *own.unwrap_or_else(std::sync::PoisonError::into_inner) = Arc::new(catalogue);
    }

    /// Reads from the store, beside the threads that serve requests.
    ///
    /// # Errors
    /// 500 when the store cannot be read.
    pub async fn read<T: Send + 'static>(
        self: &Arc<Self>,
        read: impl FnOnce(&Connection) -> Result<T, rusqlite::Error> + Send + 'static,
    ) -> Result<T, Problem> {
        let app = Arc::clone(self);
        let done = tokio::task::spawn_blocking(move || {
            app.readers.with(|it| read(it).map_err(StoreError::from))
        });
        match done.await {
            Ok(Ok(value)) => Ok(value),
            Ok(Err(error)) => {
                tracing::error!(%error, "the store could not be read");
                Err(Problem::new(Class::Internal, "the store could not be read"))
            }
            Err(_) => Err(Problem::new(Class::Internal, "the store could not be read")),
        }
    }
}

/// Connections that read, opened when they are needed.
#[derive(Debug)]
pub struct Readers {
    path: std::path::PathBuf,
    idle: std::sync::Mutex<Vec<Connection>>,
    keep: usize,
}

impl Readers {
    /// Of the store at `path`; at most `keep` stay open while nobody reads.
    pub fn new(path: std::path::PathBuf, keep: usize) -> Self {
        Self {
            path,
            idle: std::sync::Mutex::default(),
            keep,
        }
    }

    /// Does something with one of them.
    ///
    /// # Errors
    /// The store cannot be opened, and what `read` says.
    pub fn with<T, E: From<StoreError>>(
        &self,
        read: impl FnOnce(&mut Connection) -> Result<T, E>,
    ) -> Result<T, E> {
        let idle = self.lock().pop();
        let mut connection = match idle {
            Some(connection) => connection,
            None => reader(&self.path)?,
        };
        let result = read(&mut connection);
        let mut idle = self.lock();
        if idle.len() < self.keep {
            idle.push(connection);
        }
        result
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, Vec<Connection>> {
        // A list of connections is whole whoever panicked while holding it.
        let idle = self.idle.lock();
        idle.unwrap_or_else(std::sync::PoisonError::into_inner)
    }
}

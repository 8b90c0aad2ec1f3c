//! A running collector.

use std::sync::{Arc, RwLock};
use std::thread::JoinHandle;

use axum::Router;
use tokio::sync::{Semaphore, watch};

use crate::app::{App, Readers};
use crate::catalogue::Catalogue;
use crate::health::Health;
use crate::judge::Judge;
use crate::metrics::Metrics;
use crate::outbox::{self, Outbox};
use crate::settings::Settings;
use crate::store::{Store, StoreError, newest};
use crate::writer::{Queue, Writer, start};
use crate::{admin, http};

/// A collector with an open store. Dropping it stores what waits.
pub struct Collector {
    app: Arc<App>,
    writer: Option<JoinHandle<()>>,
    outbox: Option<Outbox>,
}

impl Collector {
    /// Opens the store, creating it when it is not there, and starts the writer.
    ///
    /// # Errors
    /// A store that cannot be opened: see [`StoreError`].
    ///
    /// ```
    /// use axum::body::Body;
    /// use axum::http::{Request, StatusCode};
    /// use tower::util::ServiceExt;
    /// # let folder = tempfile::tempdir()?;
    /// # let store = folder.path().join("hits.sqlite");
    /// # tokio::runtime::Runtime::new()?.block_on(async {
    /// let settings = hit_server::Settings::new(store);
    /// let collector = hit_server::Collector::start(settings, Default::default())?;
    /// let request = Request::get("/api/stat/hit-types/PLAY/schema").body(Body::empty())?;
    /// let reply = collector.router().oneshot(request).await?;
    /// assert_eq!(reply.status(), StatusCode::OK);
    /// # Ok::<(), Box<dyn std::error::Error>>(()) })?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn start(settings: Settings, catalogue: Catalogue) -> Result<Self, StoreError> {
        Self::build(settings, catalogue, |_| {})
    }

    /// The same, with places where a test steps in.
    ///
    /// # Errors
    /// As [`Collector::start`].
    #[cfg(feature = "testing")]
    #[doc(hidden)]
    pub fn start_with_hooks(
        settings: Settings,
        catalogue: Catalogue,
        hooks: Arc<dyn crate::testing::Hooks>,
    ) -> Result<Self, StoreError> {
        Self::build(settings, catalogue, |app| app.hooks = Some(hooks))
    }

    fn build(
        settings: Settings,
        catalogue: Catalogue,
        alter: impl FnOnce(&mut App),
    ) -> Result<Self, StoreError> {
        let judge = Judge::new();
        let store = Store::open(
            &settings.store,
            judge.schemas(),
            settings.storage.store_bytes,
        )?;
        let (queue, receiver) = Queue::new(&settings.storage);
        let (sender, newest) = watch::channel(newest(&store.connection)?);
        let mut app = App {
            judge,
            queue: Arc::new(queue),
            health: Arc::new(Health::default()),
            metrics: Arc::new(Metrics::new()),
            store_name: store.name.clone(),
            schema_numbers: store.schemas.clone(),
            bodies: Semaphore::new(settings.limits.bodies_bytes.min(Semaphore::MAX_PERMITS)),
            searches: Semaphore::new(settings.limits.searches),
            newest,
            #[cfg(feature = "testing")]
            hooks: None,
            catalogue: RwLock::new(Arc::new(catalogue)),
            readers: Readers::new(settings.store.clone(), settings.limits.searches + 2),
            settings,
        };
        alter(&mut app);
        let writer = Writer {
            store,
            path: app.settings.store.clone(),
            queue: Arc::clone(&app.queue),
            health: Arc::clone(&app.health),
            metrics: Arc::clone(&app.metrics),
            storage: app.settings.storage.clone(),
            rejects: app.settings.rejects.clone(),
            newest: sender,
        };
        let app = Arc::new(app);
        let mut collector = Self {
            app: Arc::clone(&app),
            writer: Some(start(writer, receiver)?),
            outbox: None,
        };
        if let Some(forward) = app.settings.forward.clone() {
            collector.outbox = Some(outbox::start(app, forward)?);
        }
        Ok(collector)
    }

    /// The public service, without a socket.
    pub fn router(&self) -> Router {
        http::router(Arc::clone(&self.app))
    }

    /// The admin service, without a socket. Whoever reaches it sees personal data.
    pub fn admin_router(&self) -> Router {
        admin::router(Arc::clone(&self.app))
    }

    /// Replaces what the system knows; the next hit is held to it.
    pub fn set_catalogue(&self, catalogue: Catalogue) {
        self.app.set_catalogue(catalogue);
    }

    /// From now on hits are refused with 503, and the collector is not ready.
    pub fn refuse(&self) {
        self.app.health.stop();
    }

    /// Stores what waits, and closes the store. Blocks until that is done.
    pub fn stop(mut self) {
        self.end();
    }

    pub(crate) fn app(&self) -> &Arc<App> {
        &self.app
    }

    fn end(&mut self) {
        let Some(writer) = self.writer.take() else {
            return;
        };
        self.app.health.stop();
        if let Some(outbox) = self.outbox.take() {
            outbox.stop();
        }
        self.app.queue.stop();
        if writer.join().is_err() {
            tracing::error!("the writer ended badly");
        }
    }
}

impl Drop for Collector {
    fn drop(&mut self) {
        self.end();
    }
}

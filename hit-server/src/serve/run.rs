//! From start to end.

use std::fmt;
use std::future::Future;
use std::io;
use std::sync::Arc;

use tokio::sync::watch;

use super::bind::Bound;
use super::connections;
use crate::collector::Collector;

/// Why serving ended otherwise than it was asked to.
#[derive(Debug)]
pub enum ServeError {
    /// The system.
    Io(io::Error),
}

impl fmt::Display for ServeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Io(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for ServeError {}

/// Serves until `end` is over; then nothing more is taken, what runs may end, what waits is stored, and the
/// store is closed.
///
/// # Errors
/// Those of the system.
pub async fn serve(
    collector: Collector,
    bound: Bound,
    end: impl Future<Output = ()>,
) -> Result<(), ServeError> {
    let app = Arc::clone(collector.app());
    let public = bound.public_address().map_err(ServeError::Io)?;
    let admin = bound.admin_address().map_err(ServeError::Io)?;
    let told = admin.map_or("off".to_owned(), |admin| admin.to_string());
    tracing::info!(%public, admin = told, store = %app.settings.store.display(), "listening");
    let (stop, stopped) = watch::channel(false);
    let (stop_admin, admin_stopped) = watch::channel(false);
    let admin = bound.admin.map(|listener| {
        let (app, router) = (Arc::clone(&app), collector.admin_router());
        tokio::spawn(async move {
            let metrics = Arc::clone(&app.metrics);
            connections::serve(listener, router, &app.settings, metrics, admin_stopped).await;
        })
    });
    let public = {
        let (app, router) = (Arc::clone(&app), collector.router());
        tokio::spawn(async move {
            let metrics = Arc::clone(&app.metrics);
            connections::serve(bound.public, router, &app.settings, metrics, stopped).await;
        })
    };
    end.await;
    tracing::info!("stopping: nothing more is taken");
    collector.refuse();
    stop.send_replace(true);
    // A task that panicked has ended, which is what is waited for.
    let _ = public.await;
    let stored = tokio::task::spawn_blocking(move || collector.stop());
    let _ = stored.await;
    stop_admin.send_replace(true);
    if let Some(admin) = admin {
        admin.abort();
    }
    tracing::info!("stopped: all that was taken is stored");
    Ok(())
}

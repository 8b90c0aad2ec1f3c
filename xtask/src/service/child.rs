//! The service under test, in a process of its own.

use std::io::Write;
use std::net::SocketAddr;
use std::path::PathBuf;

use axum::Router;
use axum::body::Bytes;
use axum::routing::post;
use hit_server::{Collector, Settings, bind, serve, signal};
use tokio::net::TcpListener;

/// Serves until killed; for `durability` and `load`.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// The store of the collector; without it, the echo.
    #[arg(long)]
    store: Option<PathBuf>,
}

/// Serves. The first line on standard output is the port.
pub(crate) fn run(args: &Args) -> Result<bool, String> {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build();
    let runtime = runtime.map_err(|error| error.to_string())?;
    match &args.store {
        Some(store) => runtime.block_on(collector(store.clone())),
        None => runtime.block_on(echo()),
    }?;
    Ok(true)
}

/// The yardstick: what axum does to give a body back.
async fn echo() -> Result<(), String> {
    let router = Router::new().route("/api/stat/hits", post(|body: Bytes| async { body }));
    let listener = TcpListener::bind(any())
        .await
        .map_err(|error| error.to_string())?;
    tell(listener.local_addr())?;
    axum::serve(listener, router)
        .await
        .map_err(|error| error.to_string())
}

async fn collector(store: PathBuf) -> Result<(), String> {
    let mut settings = Settings::new(store);
    settings.listen = any();
    settings.admin = None;
    let bound = bind(&settings).await.map_err(|error| error.to_string())?;
    let collector = Collector::start(settings, Default::default());
    let collector = collector.map_err(|error| error.to_string())?;
    tell(bound.public_address())?;
    serve(collector, bound, signal())
        .await
        .map_err(|error| error.to_string())
}

fn any() -> SocketAddr {
    SocketAddr::from(([127, 0, 0, 1], 0))
}

fn tell(address: std::io::Result<SocketAddr>) -> Result<(), String> {
    let told = address.and_then(|address| {
        let mut out = std::io::stdout().lock();
        writeln!(out, "{}", address.port())?;
        out.flush()
    });
    told.map_err(|error| error.to_string())
}

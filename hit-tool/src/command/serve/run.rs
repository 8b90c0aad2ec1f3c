//! Running the collector.

use std::fs;
use std::io::Write;

use hit_server::catalogue::{Catalogue, read};
use hit_server::{Bound, Collector, Settings, bind, serve, signal};
use tokio::runtime::{Builder, Runtime};

use super::args::Args;
use super::log;
use super::settings::settings;
use crate::outcome::{Failure, Outcome};

/// Serves until the process is asked to stop.
pub fn run(args: &Args) -> Result<Outcome, Failure> {
    log::start(args);
    let settings = settings(args);
    let catalogue = catalogue(args)?;
    runtime(args)?.block_on(until_stopped(settings, catalogue))
}

async fn until_stopped(settings: Settings, catalogue: Catalogue) -> Result<Outcome, Failure> {
    let bound = bind(&settings).await.map_err(Failure::message)?;
    let collector = Collector::start(settings, catalogue).map_err(Failure::message)?;
    tell(&bound)?;
    serve(collector, bound, signal())
        .await
        .map_err(Failure::message)?;
    Ok(Outcome::Fine)
}

/// Says where it listens, for whoever started it with port 0.
fn tell(bound: &Bound) -> Result<(), Failure> {
    let public = bound.public_address().map_err(Failure::message)?;
    let admin = bound.admin_address().map_err(Failure::message)?;
    let admin = admin.map(|admin| format!(", admin on http://{admin}"));
    let mut out = std::io::stdout().lock();
    writeln!(
        out,
        "listening on http://{public}{}",
        admin.unwrap_or_default()
    )?;
    out.flush()?;
    Ok(())
}

fn catalogue(args: &Args) -> Result<Catalogue, Failure> {
    let Some(path) = &args.catalogue else {
        return Ok(Catalogue::default());
    };
    let name = path.display();
    let text = fs::read(path).map_err(|error| {
        Failure::message(format_args!("cannot read the catalogue `{name}`: {error}"))
    })?;
    read(&text).map_err(|what| {
        Failure::message(format_args!(
            "the catalogue `{name}` cannot be used: {what}"
        ))
    })
}

fn runtime(args: &Args) -> Result<Runtime, Failure> {
    let mut builder = Builder::new_multi_thread();
    if args.threads > 0 {
        builder.worker_threads(args.threads);
    }
    builder.enable_all().build().map_err(Failure::message)
}

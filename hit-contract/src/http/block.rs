//! Running what is asynchronous from where nothing is.

use std::future::Future;
use std::io;

/// Runs a future to its end on two threads.
///
/// # Errors
/// Where the threads cannot be started.
pub fn block_on<F: Future>(future: F) -> io::Result<F::Output> {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()?;
    Ok(runtime.block_on(future))
}

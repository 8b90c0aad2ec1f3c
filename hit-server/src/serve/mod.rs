//! The collector on sockets.

mod bind;
mod connections;
mod run;
mod signal;

pub use bind::{Bound, bind};
pub use run::{ServeError, serve};
pub use signal::signal;

//! `hit contract`.

mod args;
mod cases;
mod connect;
mod replay;
mod reports;
mod run;
#[cfg(feature = "serve")]
mod score;

pub use args::Args;
pub use run::run;

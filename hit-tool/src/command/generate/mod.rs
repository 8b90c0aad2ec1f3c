//! `hit generate`.

mod args;
mod check;
mod config;
mod report;
mod run;
mod write;

pub use args::Args;
pub use run::run;

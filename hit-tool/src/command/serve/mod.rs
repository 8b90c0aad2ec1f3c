//! `hit serve`.

mod args;
mod forward;
mod log;
mod run;
mod settings;

pub use args::Args;
pub use run::run;

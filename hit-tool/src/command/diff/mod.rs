//! `hit diff`.

mod accept;
mod args;
mod git;
mod load;
mod run;
mod show;

pub use args::Args;
pub use run::run;

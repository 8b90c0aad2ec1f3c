//! `hit diff`.

mod accept;
mod args;
mod git;
mod load;
mod pairs;
mod run;
mod served;
mod show;

pub use args::Args;
pub use run::run;

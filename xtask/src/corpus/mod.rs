//! Real schemas through generated types.

mod args;
mod run;

pub(crate) use args::Args;
pub(crate) use run::run;

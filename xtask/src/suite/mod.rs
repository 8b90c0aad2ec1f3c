//! The official test suite through generated types.

mod args;
mod cases;
mod drafts;
mod gaps;
mod generated;
mod interpreted;
mod judged;
mod run;
mod score;
mod show;

pub(crate) use args::Args;
pub(crate) use drafts::folder;
pub(crate) use run::run;

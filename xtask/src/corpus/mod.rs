//! Real schemas through generated types.

mod args;
mod cases;
mod changed;
mod columns;
mod hit;
mod judge;
mod run;
mod show;
mod store;
mod typify;

pub(crate) use args::Args;
pub(crate) use cases::Case;
pub(crate) use columns::columns;
pub(crate) use judge::run_only;
pub(crate) use run::run;
pub(crate) use show::list;
pub(crate) use store::{Store, uri};
pub(crate) use typify::{externs as typify_externs, outcome as typify_outcome};

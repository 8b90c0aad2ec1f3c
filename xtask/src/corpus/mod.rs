//! Real schemas through generated types.

mod args;
mod cases;
mod columns;
mod hit;
mod judge;
mod run;
mod show;
mod store;
mod typify;

pub(crate) use args::Args;
pub(crate) use run::run;
pub(crate) use store::{Store, uri};
pub(crate) use typify::{externs as typify_externs, outcome as typify_outcome};

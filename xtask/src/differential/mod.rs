//! hit against an independent crate, on schemas and documents made at random.

mod args;
mod given;
mod run;
mod show;
mod types;

pub(crate) use args::Args;
pub(crate) use run::run;

//! `cargo xtask rules`: CEL against recorded results of reference implementations.

mod args;
mod changed;
mod compiled;
mod gaps;
mod generated;
mod objects;
mod run;
mod show;

pub(crate) use args::Args;
pub(crate) use run::run;

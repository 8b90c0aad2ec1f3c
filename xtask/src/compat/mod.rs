//! The drift guard on pairs of schemas of which the answer is known.

mod args;
mod cases;
mod figures;
mod guard;
mod peers;
mod run;
mod score;
mod show;

pub(crate) use args::Args;
pub(crate) use run::run;

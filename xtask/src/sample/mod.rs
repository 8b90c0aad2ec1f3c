//! `hit sample` on real schemas, judged by a validator that shares no code.

mod args;
mod judge;
mod make;
mod run;

pub(crate) use args::Args;
pub(crate) use run::run;

//! Entries of `x-rules`, ready to run.

mod culprit;
mod entry;
mod run;
mod show;

pub use culprit::{Each, each, outermost};
pub use entry::{Entry, Message};
pub use run::{Finding, Outcome, run, say};

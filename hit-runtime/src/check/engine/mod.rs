//! Runs a [`Program`](super::Program) over a JSON value.
//!
//! Two roads: `valid` answers yes or no, stops at the first fault and does not
//! allocate in common cases; `explain` collects every violation. Both obey the
//! same limits, and both fail closed: where a limit is reached the value is
//! refused, whatever the schema says.

mod checker;
mod error;
mod explain;
mod graph;
mod limits;
mod message;
mod names;
mod prepare;
mod prepared;
mod run;
mod seen;
mod valid;
mod verdict;

#[cfg(test)]
mod random_tests;
#[cfg(test)]
mod tests;

pub use checker::Checker;
pub use error::PrepareError;
pub use limits::{MAX_CUTS, MAX_EXPLAINED, MAX_FRAMES};

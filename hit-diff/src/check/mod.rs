//! The comparison.

mod canonical;
mod direction;
pub(crate) mod proof;
mod shrink;
mod thread;
mod verdict;

pub use direction::check;
pub(crate) use direction::{Layout, Table, directed, run, table};
pub(crate) use thread::with_stack;
pub use verdict::{Mode, Place, Proof, Verdict, Witness};

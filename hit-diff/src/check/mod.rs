//! The comparison.

mod canonical;
mod culprits;
mod direction;
pub(crate) mod proof;
mod shrink;
mod table;
mod thread;
mod verdict;
mod witness;

pub(crate) use culprits::culprits;
pub use direction::check;
pub(crate) use direction::{directed, run};
pub(crate) use table::{Layout, Table, input, table};
pub(crate) use thread::with_stack;
pub use verdict::{Mode, Place, Proof, Verdict, Witness};

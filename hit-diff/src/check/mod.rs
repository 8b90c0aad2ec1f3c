//! The comparison.

mod canonical;
mod direction;
mod shrink;
mod thread;
mod verdict;

pub use direction::check;
pub use verdict::{Mode, Place, Proof, Verdict, Witness};

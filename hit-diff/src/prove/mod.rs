//! Proves that no value is accepted by one schema and refused by the other, or
//! finds one.

mod arrays;
mod branch;
mod budget;
mod commit;
mod constants;
mod formats;
mod lengths;
mod members;
mod numbers;
mod objects;
mod outcome;
mod probe;
mod prover;
mod search;
mod slots;
mod strings;

pub use budget::Budget;
pub(crate) use outcome::{Lit, Outcome};
pub(crate) use prover::Prover;

//! Who says whether a document is valid.

mod both;
mod independent;

pub(crate) use both::Judge;
pub use independent::Independent;
pub(crate) use independent::{Documents, draft};

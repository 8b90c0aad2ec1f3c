//! Is a text a hit: strict JSON, the generated type, and the rules with what comes from outside.

mod hit;
mod judge;
mod rules;
mod schemas;
mod verdict;

pub use judge::Judge;
pub use schemas::{Schema, Schemas};
pub use verdict::{Accepted, Outside, Verdict};

//! Is a text a hit: strict JSON, the generated type, and the rules with what comes from outside.

mod hit;
mod judgement;
mod rules;
mod schemas;
mod verdict;

pub use judgement::Judge;
pub use schemas::{Schema, Schemas};
pub use verdict::{Accepted, Sent, Verdict};

//! Is a text a hit: strict JSON, the generated type, and the rules with what comes from outside.

mod hit;
mod judge;
mod rules;
mod schemas;

pub use judge::{Accepted, Judge, Outside, Verdict};
pub use schemas::{Schema, Schemas};

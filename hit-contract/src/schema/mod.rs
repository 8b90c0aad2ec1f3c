//! Schemas, and what is proven by them.

mod choice;
mod data;
mod judge;
mod places;

pub use data::{BadSchema, Formats, Schema};
pub use judge::{Proof, Proven};
pub use places::{Place, nodes_at, places};

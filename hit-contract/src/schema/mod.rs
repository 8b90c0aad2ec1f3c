//! Schemas, and what is proven by them.

mod data;
mod judge;

pub use data::{BadSchema, Formats, Schema};
pub use judge::{Proof, Proven};

//! From the model to Rust: types a person reads on one side, the tables that
//! read and write them on the other. One emitter an item kind.

mod docs;
mod module;
mod rules;
mod schemas;
mod table;
mod ty;
mod types;

pub use module::{Emitted, emit};
pub(crate) use rules::{outside_entry, outside_member, outside_question};
pub(crate) use schemas::schemas;

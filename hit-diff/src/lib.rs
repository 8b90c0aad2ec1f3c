//! Is the new schema compatible with the old one, proven either way.
//!
//! [`check()`] answers with a proof that no document is lost, with a document
//! that is (checked by two validators), or with the reason why it cannot tell.

pub mod corpus;

mod check;
mod error;
mod graph;
mod judge;
mod language;
mod prove;
mod schema;

pub use check::{Mode, Place, Proof, Verdict, Witness, check};
pub use error::SchemaError;
pub use prove::Budget;
pub use schema::Schema;

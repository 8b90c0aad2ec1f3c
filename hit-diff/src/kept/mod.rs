//! Versions of a schema that are kept in files, and tests that hold to them.

mod check;
mod files;
mod macros;

pub use check::{SnapshotOutcome, check_snapshot};

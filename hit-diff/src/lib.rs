//! Is the new schema compatible with the old one, proven either way.
//!
//! [`check()`] answers with a proof that no document is lost, with a document
//! that is (checked by two validators), or with the reason why it cannot tell.

pub mod corpus;

mod accept;
mod changes;
mod check;
mod compare;
mod error;
mod graph;
mod judge;
mod language;
mod prove;
mod report;
mod sample;
mod schema;
mod snapshot;
mod versions;

pub use accept::{AcceptError, Acceptance, Accepted};
pub use changes::{Change, Direction, Severity};
pub use check::{Mode, Place, Proof, Verdict, Witness, check};
pub use compare::{Reading, Report, Settings, compare};
pub use error::SchemaError;
pub use judge::Independent;
pub use prove::Budget;
pub use report::{REPORT_SCHEMA, to_junit, to_sarif};
pub use sample::{NoSample, Sample, SampleSettings, sample};
pub use schema::Schema;
pub use snapshot::{SnapshotOutcome, check_snapshot};
pub use versions::{Span, compare_versions, worst};

//! Is the new schema compatible with the old one, proven either way.
//!
//! [`check()`] answers with a proof that no document is lost, with a document
//! that is (checked by two validators), or with the reason why it cannot tell.

mod accept;
mod changes;
mod check;
mod compare;
mod error;
mod graph;
mod judge;
mod kept;
mod language;
mod prove;
mod report;
mod rules;
mod sample;
mod schema;
mod versions;

pub use accept::{AcceptError, Acceptance, Accepted, today};
pub use changes::{Change, Direction, Severity};
pub use check::{Mode, Place, Proof, Verdict, Witness, check};
pub use compare::{Reading, Report, Settings, compare};
pub use error::SchemaError;
pub use judge::Independent;
pub use kept::{SnapshotOutcome, check_snapshot};
pub use prove::Budget;
pub use report::{REPORT_SCHEMA, to_junit, to_sarif};
pub use sample::{NoSample, Sample, SampleSettings, sample};
pub use schema::Schema;
pub use versions::{Span, compare_versions, worst};

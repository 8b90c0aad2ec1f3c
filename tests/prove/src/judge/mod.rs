//! hit and the crate `jsonschema`, asked the same.

mod batch;
mod case;
mod court;
mod decimals;
mod endless;
mod oracle;
mod readings;
mod references;
mod shrink;
mod subject;

pub use batch::{Tally, judge};
pub use case::{Answer, Case, Disagreement};
pub use oracle::Oracle;
pub use readings::{READINGS, Reading, schema_reading, verdict_reading};
pub use shrink::shrink;
pub use subject::Subject;

//! hit and the crate `jsonschema`, asked the same.

mod batch;
mod case;
mod court;
mod decimals;
mod endless;
mod oracle;
mod places;
mod plain;
mod reached;
mod readings;

mod shrink;
mod subject;
mod uri;
mod wrong;

pub use batch::{Tally, judge};
pub use case::{Answer, Case, Disagreement};
pub use oracle::Oracle;
pub use readings::{READINGS, Reading, reading_of_the_least, reading_of_the_whole};
pub use shrink::shrink;
pub use subject::Subject;

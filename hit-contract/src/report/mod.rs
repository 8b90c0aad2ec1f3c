//! Reports: for people and machines; and replay files.

mod coverage;
mod curl;
mod files;
mod har;
mod human;
mod json;
mod junit;
mod replay;

pub use coverage::{Row, Tried, coverage};
pub use curl::curl;
pub use files::{FORMAT, Replay, write};
pub use har::har;
pub use human::{human, table};
pub use json::{case as case_json, record as record_json, summary};
pub use junit::junit;
pub use replay::{Replayed, load, replay, request};

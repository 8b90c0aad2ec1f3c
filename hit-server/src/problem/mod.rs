//! Errors as problem documents (RFC 9457).

mod class;
mod finding;
mod problem;

pub use class::Class;
pub use finding::{Finding, findings};
pub use problem::{PROBLEM_JSON, Problem};

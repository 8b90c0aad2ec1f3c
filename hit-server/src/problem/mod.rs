//! Errors as problem documents (RFC 9457).

mod class;
mod document;
mod finding;

pub use class::Class;
pub use document::{PROBLEM_JSON, Problem};
pub use finding::{Finding, findings};

//! What is wrong with a document, in a form a person can act on.

#[cfg(feature = "model")]
pub mod render;

mod not_evaluated;
mod violation;

pub use not_evaluated::{NotEvaluated, Reason};
pub use violation::{Report, Severity, Span, Violation};

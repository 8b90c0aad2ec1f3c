//! What is wrong with a document, in a form a person can act on.

pub mod render;

mod violation;

pub use violation::{Report, Severity, Span, Violation};

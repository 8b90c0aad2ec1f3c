//! What is counted and measured, in the form of Prometheus.

mod data;
mod labels;

pub use data::Metrics;
pub use labels::{Code, Outcome, Reason};

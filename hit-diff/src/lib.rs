//! Drift.
mod graph;
mod language;
mod prove;
pub use prove::Budget;

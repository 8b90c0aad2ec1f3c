//! Drift.
mod graph;

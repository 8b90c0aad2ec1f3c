//! Which rules go with which type, and how they run.

mod conjuncts;
mod lowered;
mod naming;
mod placed;
mod plan;
mod walk;

pub use plan::plan;

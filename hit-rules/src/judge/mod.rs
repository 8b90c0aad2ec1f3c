//! Measuring the crate against recorded results of reference implementations.
//!
//! The functions take the text of the corpus files (one JSON object a line),
//! so that this crate reads no files.

mod cel_core;
mod cel_value;
mod compile_cases;
mod instances;
mod mutants;
mod totals;
mod unit;

pub use cel_core::{CelCore, cel_core};
pub use compile_cases::{CompileCases, compile_cases};
pub use instances::{Instances, instances};
pub use mutants::{Mutants, mutants};
pub use totals::Totals;
pub use unit::{Unit, unit};

//! The commands: for each its arguments and what it does.

pub mod completions;
pub mod generate;
pub mod man;
pub mod schema;
pub mod validate;

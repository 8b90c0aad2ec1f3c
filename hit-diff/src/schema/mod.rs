//! The schemas that are compared.

mod compiled;
mod missing;

pub use compiled::Schema;

//! The schemas that are compared.

mod compiled;
mod context;
mod mend;
mod missing;

pub use compiled::Schema;

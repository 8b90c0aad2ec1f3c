//! The schemas that schemars makes.

#[cfg(feature = "derive")]
mod derived;
mod generated;

#[cfg(feature = "derive")]
pub use derived::{x_rules, x_rules_and_context};
pub use generated::schema_of;

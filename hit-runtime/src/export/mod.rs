//! The schemas that schemars makes.

#[cfg(feature = "derived")]
mod derived;
mod generated;

#[cfg(feature = "derived")]
pub use derived::{x_rules, x_rules_and_context};
pub use generated::schema_of;

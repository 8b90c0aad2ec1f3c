//! Numbers as JSON Schema sees them: mathematical values, never rounded.
//!
//! [`serde_json::Number`] holds `i64`, `u64` or `f64`. Everything here compares
//! the exact values: `1` equals `1.0`, and 2^53 + 1 does not equal 2^53 as `f64`.

mod compare;
mod decimal;
mod equal;
mod hash;
mod real;
mod set;
mod unique;

#[cfg(test)]
mod tests;

pub(crate) use compare::is_literal_integer_float;
pub use compare::{cmp_numbers, is_integer, is_literal_integer};
pub use decimal::is_multiple_of;
pub use equal::json_eq;
pub use set::ValueSet;
pub use unique::first_duplicate;

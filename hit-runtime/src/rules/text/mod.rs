//! Compiled rules as text, for generated code to hold: lines of JSON.
//!
//! The first line has the object types and the type of the context; then comes a line
//! for each rule and for each schema with `x-kubernetes-validations`.

mod decode;
mod encode;
mod error;
mod expression;
mod kubernetes;
mod lazy;
mod literal;
mod reader;
mod types;

pub use decode::from_text;
pub use encode::to_text;
pub use error::RulesTextError;
pub use lazy::LazyRules;

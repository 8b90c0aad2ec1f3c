//! `x-kubernetes-validations`: the rules in a custom resource's schema.

mod build;
mod compile;
mod field_path;
mod node;
mod resource;

pub use compile::{compile, environment_at};
pub use hit_cel::{escape, unescape};
pub use node::{Node, Rule, RuleError, RuleSet, RuleViolation, Written, validate};

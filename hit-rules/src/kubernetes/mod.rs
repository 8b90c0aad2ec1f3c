//! `x-kubernetes-validations`: the rules in a custom resource's schema.

mod build;
mod compile;
mod field_path;
mod message;
mod node;
mod resource;
mod validate;

pub use compile::{compile, environment_at};
pub use hit_cel::{escape, unescape};
pub use node::{Node, Rule, RuleError, RuleSet, Written};
pub use validate::{RuleViolation, validate};

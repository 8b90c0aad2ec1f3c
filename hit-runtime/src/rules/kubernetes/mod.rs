//! `x-kubernetes-validations`: the rules of a custom resource, ready to run.

mod message;
mod node;
mod validate;

pub use node::{Node, Rule, Written};
pub use validate::{RuleViolation, validate, validate_one};

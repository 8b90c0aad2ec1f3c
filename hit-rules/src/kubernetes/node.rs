//! The rules of a schema, compiled.

use std::sync::Arc;

use serde_json::Value as Json;

use crate::Diagnostic;
use crate::types::TypeTable;
pub use hit_runtime::rules::kubernetes::{Node, Rule, RuleViolation, Written};

/// All rules of a schema, compiled.
#[derive(Clone, Debug)]
pub struct RuleSet {
    /// The node of the whole schema.
    pub root: Node,
    /// Object types that the nodes' types refer to.
    pub types: Arc<TypeTable>,
    /// The rules that do not compile. They are not run.
    pub errors: Vec<RuleError>,
}

/// A rule that does not compile.
#[derive(Clone, Debug)]
pub struct RuleError {
    /// JSON Pointer of the rule's text in the schema.
    pub pointer: String,
    /// The text.
    pub text: String,
    /// What is wrong with it.
    pub diagnostics: Vec<Diagnostic>,
}

/// Runs all rules over an object, and over the object before for the rules
/// that compare with it. `budget` is the number of steps for all rules together.
pub fn validate(
    rules: &RuleSet,
    object: &Json,
    old: Option<&Json>,
    budget: u64,
) -> Vec<RuleViolation> {
    hit_runtime::rules::kubernetes::validate(&rules.root, &rules.types, object, old, false, budget)
}

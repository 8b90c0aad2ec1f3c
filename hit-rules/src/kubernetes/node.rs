//! The rules of a schema, at the nodes they are written at.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::Diagnostic;
use crate::checker::Checked;
use crate::types::{Type, TypeTable};

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

/// A place of the document, with its type and its rules.
#[derive(Clone, Debug, Default)]
pub struct Node {
    /// Its type; `None` when the schema says too little for rules.
    pub ty: Option<Type>,
    /// The rules about the value here.
    pub rules: Vec<Rule>,
    /// Members of an object.
    pub properties: BTreeMap<String, Node>,
    /// The elements of an array.
    pub items: Option<Box<Node>>,
    /// The values of a map.
    pub additional: Option<Box<Node>>,
    /// The members that tell which element of an old list an element was.
    pub list_keys: Option<Vec<String>>,
    /// The schemas that speak about the value here, the structural one first.
    pub written: Vec<Written>,
}

/// A schema that speaks about a node, by its JSON Pointer.
#[derive(Clone, Debug)]
pub struct Written {
    /// Its `x-kubernetes-validations`, verbatim.
    pub rules: Vec<serde_json::Value>,
    /// Its JSON Pointer.
    pub pointer: String,
}

/// A compiled rule.
#[derive(Clone, Debug)]
pub struct Rule {
    /// The rule.
    pub rule: Checked,
    /// Its text.
    pub text: String,
    /// `message`
    pub message: Option<String>,
    /// `messageExpression`
    pub message_expression: Option<Checked>,
    /// `fieldPath`, as member names below the node.
    pub field_path: Vec<String>,
    /// `reason`
    pub reason: Option<String>,
    /// `optionalOldSelf`
    pub optional_old_self: bool,
    /// JSON Pointer of the entry in the schema.
    pub pointer: String,
}

impl Rule {
    /// Whether it compares with the value before.
    pub fn is_transition(&self) -> bool {
        self.rule.variables.contains("oldSelf")
    }
}

impl Node {
    /// Whether there is a rule here or below.
    pub fn has_rules(&self) -> bool {
        !self.rules.is_empty()
            || self.properties.values().any(Node::has_rules)
            || self.items.as_deref().is_some_and(Node::has_rules)
            || self.additional.as_deref().is_some_and(Node::has_rules)
    }
}

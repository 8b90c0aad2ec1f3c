//! The rules of a structural schema, at the places they are about.

use std::collections::BTreeMap;

use crate::rules::typed::Typed;
use crate::rules::types::Type;

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
    /// The schemas that speak about the value here, the structural one first; not needed to run.
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
    pub rule: Typed,
    /// Its text.
    pub text: String,
    /// `message`
    pub message: Option<String>,
    /// `messageExpression`
    pub message_expression: Option<Typed>,
    /// `fieldPath`, as member names below the node.
    pub field_path: Vec<String>,
    /// `reason`
    pub reason: Option<String>,
    /// `optionalOldSelf`
    pub optional_old_self: bool,
    /// Whether it compares with the value before.
    pub transition: bool,
    /// JSON Pointer of the entry in the schema.
    pub pointer: String,
}

impl Node {
    /// All rules here and below, each with its node, in the order of their numbers.
    pub fn numbered(&self) -> Vec<(&Node, &Rule)> {
        let mut found: Vec<_> = self.rules.iter().map(|rule| (self, rule)).collect();
        for child in self.properties.values() {
            found.extend(child.numbered());
        }
        for child in self.items.iter().chain(&self.additional) {
            found.extend(child.numbered());
        }
        found
    }

    /// Whether there is a rule here or below.
    pub fn has_rules(&self) -> bool {
        !self.rules.is_empty()
            || self.properties.values().any(Node::has_rules)
            || self.items.as_deref().is_some_and(Node::has_rules)
            || self.additional.as_deref().is_some_and(Node::has_rules)
    }
}

//! Running the rules of a schema over an object.

use serde_json::Value as Json;

use crate::pointer::Pointer;

use crate::rules::functions::Dialect;
use crate::rules::interp::{Bindings, evaluate};
use crate::rules::kubernetes::message::{of_false, of_fault};
use crate::rules::kubernetes::node::{Node, Rule};
use crate::rules::types::{Type, TypeTable};
use crate::rules::value::{Fault, Meter, Outcome, Value, bind};

/// A rule that does not hold, or could not be evaluated.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleViolation {
    /// Where: the node of the rule and its `fieldPath`.
    pub pointer: Pointer,
    /// The message.
    pub message: String,
    /// `reason`, as the rule gives it.
    pub reason: Option<String>,
    /// JSON Pointer of the rule's entry in the schema.
    pub rule: String,
    /// Why it could not be evaluated, if so.
    pub fault: Option<Fault>,
}

/// Runs all rules over an object, and over the object before for the rules
/// that compare with it, which have no turn while a document is only being `reading`. `budget` is the number of steps for all rules together.
pub fn validate(
    root: &Node,
    types: &TypeTable,
    object: &Json,
    old: Option<&Json>,
    reading: bool,
    budget: u64,
) -> Vec<RuleViolation> {
    let mut run = Run {
        types,
        reading,
        meter: Meter::new(budget),
        found: Vec::new(),
    };
    run.node(root, object, old, &Pointer::root());
    run.found
}

/// Runs one rule over the value of its node.
pub fn validate_one(
    (node, rule): (&Node, &Rule),
    types: &TypeTable,
    value: &Json,
    old: Option<&Json>,
    budget: u64,
) -> Vec<RuleViolation> {
    let mut run = Run {
        types,
        reading: false,
        meter: Meter::new(budget),
        found: Vec::new(),
    };
    let old = old.filter(|old| !old.is_null());
    run.rule(node, rule, value, old, &Pointer::root());
    run.found
}

struct Run<'a> {
    types: &'a TypeTable,
    reading: bool,
    meter: Meter,
    found: Vec<RuleViolation>,
}

impl<'a> Run<'a> {
    fn node(&mut self, node: &'a Node, value: &'a Json, old: Option<&'a Json>, at: &Pointer) {
        if value.is_null() || !node.has_rules() {
            return;
        }
        let old = old.filter(|old| !old.is_null());
        for rule in &node.rules {
            self.rule(node, rule, value, old, at);
        }
        match value {
            Json::Object(members) => {
                for (name, member) in members {
                    let child = node.properties.get(name).or(node.additional.as_deref());
                    if let Some(child) = child {
                        self.node(
                            child,
                            member,
                            old.and_then(|old| old.get(name)),
                            &at.join(name),
                        );
                    }
                }
            }
            Json::Array(items) => {
                let Some(child) = node.items.as_deref() else {
                    return;
                };
                for (index, item) in items.iter().enumerate() {
                    let before = node
                        .list_keys
                        .as_ref()
                        .and_then(|keys| correlated(old, item, keys));
                    let mut at = at.clone();
                    at.push_index(index);
                    self.node(child, item, before, &at);
                }
            }
            _ => {}
        }
    }

    fn rule(
        &mut self,
        node: &'a Node,
        rule: &'a Rule,
        value: &'a Json,
        old: Option<&'a Json>,
        at: &Pointer,
    ) {
        let skipped = self.reading || old.is_none() && !rule.optional_old_self;
        if rule.transition && skipped {
            return;
        }
        let Some(ty) = &node.ty else { return };
        let mut bindings = Bindings::new();
        let outcome = self
            .bindings(&mut bindings, ty, rule, value, old)
            .and_then(|()| evaluate(&rule.rule, &bindings, Dialect::Kubernetes, &mut self.meter));
        let (message, fault) = match outcome {
            Ok(Value::Bool(true)) => return,
            Ok(Value::Bool(false)) => (of_false(rule, &bindings, &mut self.meter), None),
            Ok(_) => {
                let fault = Fault::no_such_overload();
                (of_fault(rule, &fault), Some(fault))
            }
            Err(fault) => (of_fault(rule, &fault), Some(fault)),
        };
        let mut pointer = at.clone();
        for name in &rule.field_path {
            pointer.push(name);
        }
        let violation = RuleViolation {
            pointer,
            message,
            reason: rule.reason.clone(),
            rule: rule.pointer.clone(),
            fault,
        };
        self.found.push(violation);
    }

    fn bindings(
        &self,
        bindings: &mut Bindings<'_, 'a>,
        ty: &'a Type,
        rule: &Rule,
        value: &'a Json,
        old: Option<&'a Json>,
    ) -> Result<(), Fault> {
        bindings.insert("self", bind(value, ty, self.types)?);
        let old: Option<Outcome<'a>> = old.map(|old| bind(old, ty, self.types));
        match old.transpose()? {
            Some(old) if rule.optional_old_self => bindings.insert("oldSelf", Value::some(old)),
            Some(old) => bindings.insert("oldSelf", old),
            None => bindings.insert("oldSelf", Value::Optional(None)),
        };
        Ok(())
    }
}

/// The element of the old list with the same keys.
fn correlated<'a>(old: Option<&'a Json>, item: &Json, keys: &[String]) -> Option<&'a Json> {
    old?.as_array()?
        .iter()
        .find(|candidate| keys.iter().all(|key| candidate.get(key) == item.get(key)))
}

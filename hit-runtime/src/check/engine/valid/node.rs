//! One node, one rule.

use serde_json::Value;

use crate::check::NodeId;
use crate::check::engine::prepared::{PreparedNode, Rule, Test};
use crate::check::engine::run::Run;
use crate::check::engine::seen::Seen;

use super::{array, combine, object, scalar, unevaluated};

impl Run<'_> {
    /// Whether a node accepts a value. With `seen`, marks what it evaluates;
    /// where it refuses, what it marked means nothing.
    pub(in crate::check::engine) fn node(
        &mut self,
        id: NodeId,
        value: &Value,
        seen: Option<&mut Seen>,
    ) -> bool {
        let program = self.program;
        let Some(node) = program.node(id) else {
            return false;
        };
        if !self.descend() {
            return false;
        }
        let valid = if self.is_simple(node) {
            self.rules(node, value, seen)
        } else {
            self.careful(id, node, value, seen)
        };
        self.ascend();
        valid
    }

    fn rules(&mut self, node: &PreparedNode, value: &Value, mut seen: Option<&mut Seen>) -> bool {
        node.rules
            .iter()
            .all(|rule| self.rule(rule, value, seen.as_deref_mut()))
    }

    #[inline(never)]
    fn careful(
        &mut self,
        id: NodeId,
        node: &PreparedNode,
        value: &Value,
        mut seen: Option<&mut Seen>,
    ) -> bool {
        let key = self.key(id, node, value);
        if let Some(valid) = key.and_then(|key| self.recall(&key, seen.as_deref_mut())) {
            return valid;
        }
        let cuts = self.cuts();
        let Some(entered) = self.enter(id, node, value) else {
            return true;
        };
        let mut own = (node.collects || seen.is_some()).then(Seen::default);
        let valid = self.rules(node, value, own.as_mut());
        self.leave(&entered);
        if let (Some(seen), Some(own)) = (seen, &own) {
            seen.merge(own);
        }
        if let Some(key) = key {
            self.remember(key, valid, own, cuts);
        }
        valid
    }

    /// Whether one rule accepts a value.
    pub(in crate::check::engine) fn rule(
        &mut self,
        rule: &Rule,
        value: &Value,
        seen: Option<&mut Seen>,
    ) -> bool {
        match (&rule.test, value) {
            (Test::Never, _) => false,
            (Test::Type(types), value) => scalar::type_accepts(*types, value),
            (Test::Enum(values), value) => scalar::among(values, value),
            (Test::Ref(node), value) => self.node(*node, value, seen),
            (Test::DynamicRef { anchor, fallback }, value) => {
                let node = self.dynamic(anchor, *fallback);
                self.node(node, value, seen)
            }
            (
                Test::AllOf(_) | Test::AnyOf(_) | Test::OneOf(_) | Test::Not(_) | Test::If { .. },
                value,
            ) => combine::rule(self, &rule.test, value, seen),
            (test, Value::Object(members)) => match test {
                Test::UnevaluatedProperties(node) => {
                    unevaluated::members(self, *node, members, seen)
                }
                Test::DependentSchemas(entries) => {
                    combine::dependent(self, entries, value, members, seen)
                }
                test => object::rule(self, test, members, seen),
            },
            (Test::UnevaluatedItems(node), Value::Array(items)) => {
                unevaluated::items(self, *node, items, seen)
            }
            (test, Value::Array(items)) => array::rule(self, test, items, seen),
            (test, Value::String(text)) => scalar::text(self, test, text),
            (test, Value::Number(number)) => scalar::number(test, number),
            (_, Value::Null | Value::Bool(_)) => true,
        }
    }
}

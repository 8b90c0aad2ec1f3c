//! One node, one rule.

use std::collections::HashSet;

use serde_json::Value;

use crate::Violation;
use crate::check::NodeId;
use crate::check::engine::prepared::{Prepared, Test};
use crate::check::engine::run::{Limit, Run};

use super::path::Path;
use super::state::{At, Explain};
use super::{array, combine, excluded, expected, object, unevaluated};

/// All violations of a node by a value, and the limit that was reached, if one was.
pub(in crate::check::engine) fn explain(
    program: &Prepared,
    node: NodeId,
    value: &Value,
) -> (Vec<Violation>, Option<Limit>) {
    let mut explain = Explain {
        run: Run::new(program),
        out: Vec::new(),
        visits: 0,
        nested: 0,
        explained: HashSet::new(),
    };
    explain.node(node, value, &Path::ROOT);
    (explain.out, explain.run.limit)
}

impl<'c> Explain<'c> {
    /// Adds all violations of a node by a value.
    pub(super) fn node(&mut self, id: NodeId, value: &Value, path: &Path<'_>) {
        let program: &'c Prepared = self.run.program;
        let Some(node) = program.node(id) else { return };
        self.visits += usize::from(self.nested > 0);
        if !self.run.descend() {
            return;
        }
        if let Some(entered) = self.run.enter(id, node, value) {
            // A second time it would say the same.
            let fresh = !node.shared
                || self.run.passing > 0
                || self.explained.insert(self.run.place(id, value));
            if fresh {
                for rule in &node.rules {
                    self.rule(At { node, rule }, value, path);
                }
            }
            self.run.leave(&entered);
        }
        self.run.ascend();
    }

    fn rule(&mut self, at: At<'c>, value: &Value, path: &Path<'_>) {
        match (&at.rule.test, value) {
            (Test::Ref(node), value) => self.node(*node, value, path),
            (Test::DynamicRef { anchor, fallback }, value) => {
                let node = self.run.dynamic(anchor, *fallback);
                self.node(node, value, path);
            }
            (
                Test::AllOf(_)
                | Test::AnyOf(_)
                | Test::OneOf(_)
                | Test::If { .. }
                | Test::DependentSchemas(_),
                value,
            ) => combine::rule(self, at, value, path),
            (Test::UnevaluatedProperties(_) | Test::UnevaluatedItems(_), value) => {
                unevaluated::rule(self, at, value, path);
            }
            (_, Value::Object(members)) if object::rule(self, at, members, path) => {}
            (_, Value::Array(items)) if array::rule(self, at, items, path) => {}
            _ => self.leaf(at, value, path),
        }
    }

    /// A rule that has no more to say than that it does not hold.
    fn leaf(&mut self, at: At<'_>, value: &Value, path: &Path<'_>) {
        if !self.run.rule(at.rule, value, None) && self.run.limit.is_none() {
            let message = match &at.rule.test {
                Test::Not(node) => excluded::message(self.run.program, *node, value),
                test => expected::message(test, value),
            };
            self.push(at, path, message);
        }
    }
}

//! Rules of structural schemas: `x-kubernetes-validations`.

use crate::check::NodeId;
use crate::pointer::Pointer;
use crate::report::{NotEvaluated, Reason, Severity, Violation};
use serde_json::Value;

use crate::rules::document::check::{BUDGET, Run};
use crate::rules::kubernetes;

impl<'a> Run<'_, 'a> {
    /// One rule of the structural schemas, by its number among them.
    pub(super) fn one_of_kubernetes(
        &mut self,
        number: usize,
        value: &'a Value,
        old: Option<&'a Value>,
    ) {
        let roots = self.rules.kubernetes.iter();
        let mut all = roots.flat_map(|(root, (node, types))| {
            let numbered = node.numbered().into_iter();
            numbered.map(move |rule| (*root, rule, types))
        });
        let Some((root, rule, types)) = all.nth(number) else {
            return;
        };
        let (name, below) = self.origin(root);
        let found = kubernetes::validate_one(rule, types, value, old, BUDGET);
        let violations = found
            .into_iter()
            .map(|found| of_kubernetes(found, &name, &below));
        self.verdict.violations.extend(violations);
    }

    /// The document and the place of a node.
    fn origin(&self, node: NodeId) -> (String, Pointer) {
        let node = self.program.nodes.get(node as usize);
        let name = node.and_then(|node| self.program.sources.get(node.source as usize));
        let below = node.map_or_else(Pointer::root, |node| {
            Pointer::from_escaped(node.pointer.as_str())
        });
        (name.cloned().unwrap_or_default(), below)
    }

    /// Runs the rules of a structural schema.
    pub(super) fn kubernetes(&mut self, root: NodeId, document: &'a Value, old: Option<&'a Value>) {
        let Some((rules, types)) = self.rules.kubernetes.get(&root) else {
            return;
        };
        let (name, below) = self.origin(root);
        for found in kubernetes::validate(rules, types, document, old, self.reading, BUDGET) {
            let faulty = found.fault.is_some() && !self.faulty.is_empty();
            let violation = of_kubernetes(found, &name, &below);
            if faulty {
                self.verdict.not_evaluated.push(NotEvaluated {
                    id: violation.code,
                    instance: violation.instance,
                    reason: Reason::InvalidInput,
                });
            } else {
                self.verdict.violations.push(violation);
            }
        }
    }
}

/// A violation of a rule of the schema at `below` of a document.
fn of_kubernetes(found: kubernetes::RuleViolation, document: &str, below: &Pointer) -> Violation {
    Violation {
        code: entry_id(&found.rule),
        severity: Severity::Error,
        instance: found.pointer,
        schema: format!("{document}#{below}{}", found.rule),
        message: found.message,
        span: None,
    }
}

/// An id for an entry of `x-kubernetes-validations`, which has none: the pointer
/// of its schema and its number.
pub fn entry_id(pointer: &str) -> String {
    match pointer.rsplit_once("/x-kubernetes-validations/") {
        Some((schema, index)) => format!("{schema}#{index}"),
        None => pointer.to_owned(),
    }
}

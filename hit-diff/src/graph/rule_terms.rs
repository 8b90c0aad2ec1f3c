//! What the rules of a program demand.

use std::collections::BTreeMap;

use hit_runtime::check::NodeId;

use super::term::Term;

/// The conditions of rules, by node.
#[derive(Clone, Debug, Default)]
pub(crate) struct RuleTerms {
    /// Per node, per rule of it.
    pub(crate) at: BTreeMap<NodeId, Vec<Vec<Term>>>,
    /// By node: whether a rule stands there or below.
    pub(crate) leads: Vec<bool>,
    /// The identity of rules about the whole document that cannot be taken
    /// apart.
    pub(crate) whole: Option<String>,
}

impl RuleTerms {
    /// The rules of a node, numbered.
    pub(crate) fn of(&self, node: NodeId) -> impl Iterator<Item = (usize, &Vec<Term>)> {
        self.at.get(&node).into_iter().flatten().enumerate()
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.at.is_empty() && self.whole.is_none()
    }
}

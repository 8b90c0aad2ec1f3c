//! One schema on its way into the graph.

use std::collections::{BTreeMap, HashMap, HashSet};

use hit_runtime::check::{NodeId, Program};

use super::role::Role;
use super::rule_terms::RuleTerms;
use super::scope::{ScopeId, Scopes};

/// A compiled schema and what of it is not available.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Input<'p> {
    pub(crate) program: &'p Program,
    pub(crate) root: NodeId,
    /// Sources that stand for documents that are not available, with the
    /// document's URI.
    pub(crate) missing: &'p BTreeMap<u32, String>,
    /// What its rules demand.
    pub(crate) rules: &'p RuleTerms,
    /// Whether documents have only members that are declared where they stand.
    pub(crate) declared_only: bool,
    /// Whether every keyword is given a state of its own.
    pub(crate) parts: bool,
}

/// One side while the graph is built.
pub(super) struct Side<'p> {
    pub(super) input: Input<'p>,
    pub(super) scopes: Scopes,
    pub(super) index: HashMap<(NodeId, ScopeId, Role), u32>,
    /// Per node, keyword and part of it, the state of that alone.
    pub(super) parts: HashMap<PartKey, u32>,
    /// Nodes whose parts have states.
    pub(super) parted: HashSet<NodeId>,
    /// The state of every rule.
    pub(super) rules: HashMap<RuleKey, u32>,
}

/// A part of a keyword: node, index of the check, and which member or arm.
pub(crate) type PartKey = (NodeId, usize, usize);
/// A rule: node, and its number there.
pub(crate) type RuleKey = (NodeId, usize);

impl<'p> Side<'p> {
    pub(super) fn new(input: Input<'p>) -> Self {
        Self {
            input,
            scopes: Scopes::new(input.program),
            index: HashMap::new(),
            parts: HashMap::new(),
            parted: HashSet::new(),
            rules: HashMap::new(),
        }
    }

    /// The identity of a node of a document that is not available.
    pub(super) fn missing(&self, node: NodeId) -> Option<String> {
        let node = self.input.program.nodes.get(node as usize)?;
        let uri = self.input.missing.get(&node.source)?;
        Some(format!("{uri}#{}", node.pointer))
    }
}

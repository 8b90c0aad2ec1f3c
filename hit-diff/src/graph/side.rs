//! One schema on its way into the graph.

use std::collections::{BTreeMap, HashMap};

use hit_runtime::check::{NodeId, Program};

use super::scope::{ScopeId, Scopes};

/// A compiled schema and what of it is not available.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Input<'p> {
    pub(crate) program: &'p Program,
    pub(crate) root: NodeId,
    /// Sources that stand for documents that are not available, with the
    /// document's URI.
    pub(crate) missing: &'p BTreeMap<u32, String>,
}

/// One side while the graph is built.
pub(super) struct Side<'p> {
    pub(super) input: Input<'p>,
    pub(super) scopes: Scopes,
    pub(super) index: HashMap<(NodeId, ScopeId), u32>,
}

impl<'p> Side<'p> {
    pub(super) fn new(input: Input<'p>) -> Self {
        Self {
            input,
            scopes: Scopes::new(input.program),
            index: HashMap::new(),
        }
    }

    /// The identity of a node of a document that is not available.
    pub(super) fn missing(&self, node: NodeId) -> Option<String> {
        let node = self.input.program.nodes.get(node as usize)?;
        let uri = self.input.missing.get(&node.source)?;
        Some(format!("{uri}#{}", node.pointer))
    }
}

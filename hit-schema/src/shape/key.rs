//! Names of conjunctions.

use hit_runtime::check::NodeId;

/// A set of subschemas that judge the same value, with some of their checks
/// set aside (those a caller accounts for itself, such as a union it has
/// already split). The empty key accepts everything.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Key {
    nodes: Vec<NodeId>,
    without: Vec<(NodeId, usize)>,
}

impl Key {
    /// The conjunction of `nodes`.
    pub fn of(nodes: impl IntoIterator<Item = NodeId>) -> Self {
        let mut key = Self {
            nodes: nodes.into_iter().collect(),
            without: Vec::new(),
        };
        key.nodes.sort_unstable();
        key.nodes.dedup();
        key
    }

    pub(super) fn new(nodes: Vec<NodeId>, mut without: Vec<(NodeId, usize)>) -> Self {
        without.sort_unstable();
        without.dedup();
        Self {
            without,
            ..Self::of(nodes)
        }
    }

    /// This conjunction with check `check` of `node` set aside.
    #[must_use]
    pub fn setting_aside(&self, node: NodeId, check: usize) -> Self {
        let mut without = self.without.clone();
        without.push((node, check));
        Self::new(self.nodes.clone(), without)
    }

    /// This conjunction and one more subschema.
    #[must_use]
    pub fn and(&self, node: NodeId) -> Self {
        let mut nodes = self.nodes.clone();
        nodes.push(node);
        Self::new(nodes, self.without.clone())
    }

    /// The subschemas, in order of their ids.
    pub fn nodes(&self) -> &[NodeId] {
        &self.nodes
    }

    /// The checks set aside, as node and index.
    pub fn without(&self) -> &[(NodeId, usize)] {
        &self.without
    }

    /// Whether it demands nothing.
    pub fn is_any(&self) -> bool {
        self.nodes.is_empty()
    }

    /// The one subschema it is, if it is one as written.
    pub fn single(&self) -> Option<NodeId> {
        match (self.nodes.as_slice(), self.without.is_empty()) {
            ([node], true) => Some(*node),
            _ => None,
        }
    }
}

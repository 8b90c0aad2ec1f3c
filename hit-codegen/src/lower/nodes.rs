//! Subschemas of the program that lowering adds.

use std::collections::BTreeMap;

use hit_runtime::check::{Check, Kind, Node, NodeId, Program};
use hit_schema::shape::Key;

/// Nodes beyond those of the program.
pub(super) struct Nodes<'a> {
    program: &'a Program,
    conjunctions: BTreeMap<Vec<NodeId>, NodeId>,
    added: Vec<Node>,
}

impl<'a> Nodes<'a> {
    /// None so far.
    pub fn new(program: &'a Program) -> Self {
        Self {
            program,
            conjunctions: BTreeMap::new(),
            added: Vec::new(),
        }
    }

    /// A node that demands what `key` demands, with nothing set aside: checks
    /// that a type accounts for hold for its values anyway.
    pub fn of(&mut self, key: &Key, origin: NodeId) -> NodeId {
        if let [node] = key.nodes() {
            return *node;
        }
        if let Some(node) = self.conjunctions.get(key.nodes()) {
            return *node;
        }
        let written = self.program.nodes.get(origin as usize);
        let checks = key.nodes().iter().map(|node| Check {
            keyword: "allOf".to_owned(),
            kind: Kind::Ref(*node),
        });
        let added = Node {
            source: written.map_or(0, |node| node.source),
            pointer: written.map_or_else(String::new, |node| node.pointer.clone()),
            resource: written.map_or(0, |node| node.resource),
            checks: checks.collect(),
        };
        let node = self.add(added);
        self.conjunctions.insert(key.nodes().to_vec(), node);
        node
    }

    /// A node that demands what one of `nodes` does.
    pub fn any_of(&mut self, nodes: &[NodeId]) -> NodeId {
        let first = nodes
            .first()
            .and_then(|node| self.program.nodes.get(*node as usize));
        let check = Check {
            keyword: "anyOf".to_owned(),
            kind: Kind::AnyOf(nodes.to_vec()),
        };
        let added = Node {
            checks: vec![check],
            ..first.cloned().unwrap_or_default()
        };
        self.add(added)
    }

    /// The program with the nodes that were added.
    pub fn program(self) -> Program {
        let mut program = self.program.clone();
        program.nodes.extend(self.added);
        program
    }

    fn add(&mut self, node: Node) -> NodeId {
        let id = self.program.nodes.len() + self.added.len();
        self.added.push(node);
        NodeId::try_from(id).unwrap_or(NodeId::MAX)
    }
}

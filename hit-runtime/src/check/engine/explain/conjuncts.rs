//! The rules that always apply to the same value.

use crate::check::NodeId;
use crate::check::engine::prepared::{Prepared, Rule, Test};

/// Nodes followed, at most.
const NODES: usize = 200;

/// The rules of a node and of those it refers to or demands with `allOf`, each
/// node once.
pub(super) fn conjuncts(program: &Prepared, node: NodeId) -> Vec<&Rule> {
    let mut nodes = vec![node];
    let mut rules = Vec::new();
    let mut next = 0;
    while let Some(node) = nodes.get(next).copied() {
        next += 1;
        for rule in program.node(node).into_iter().flat_map(|node| &node.rules) {
            let more: &[NodeId] = match &rule.test {
                Test::Ref(node) => std::slice::from_ref(node),
                Test::AllOf(nodes) => nodes,
                _ => &[],
            };
            for node in more {
                if nodes.len() < NODES && !nodes.contains(node) {
                    nodes.push(*node);
                }
            }
            rules.push(rule);
        }
    }
    rules
}

//! Subschemas that judge the same value, whatever it is.

use std::collections::BTreeSet;

use hit_runtime::check::{Kind, NodeId, Program};

/// A node, and all those that it asks for without a condition.
pub fn conjuncts(program: &Program, node: NodeId) -> BTreeSet<NodeId> {
    let mut found = BTreeSet::new();
    let mut todo = vec![node];
    while let Some(id) = todo.pop() {
        let Some(node) = program.nodes.get(id as usize) else {
            continue;
        };
        if !found.insert(id) {
            continue;
        }
        for check in &node.checks {
            match &check.kind {
                Kind::Ref(node) => todo.push(*node),
                Kind::AllOf(nodes) => todo.extend(nodes),
                _ => {}
            }
        }
    }
    found
}

//! How rules are reached from the nodes of a program.

use crate::check::{Kind, NodeId, Program};

/// The nodes of a check whose rules are run when the check is met.
pub fn walked(kind: &Kind) -> Vec<NodeId> {
    match kind {
        Kind::Not(_)
        | Kind::PropertyNames(_)
        | Kind::Contains { .. }
        | Kind::UnevaluatedItems(_)
        | Kind::UnevaluatedProperties(_) => Vec::new(),
        kind => kind.targets(),
    }
}

/// By node: whether it, or what it leads to, is one of `ends`.
pub fn leads(program: &Program, ends: impl Iterator<Item = NodeId>) -> Vec<bool> {
    let mut users: Vec<Vec<NodeId>> = vec![Vec::new(); program.nodes.len()];
    for (id, node) in (0..).zip(&program.nodes) {
        for target in node.checks.iter().flat_map(|check| walked(&check.kind)) {
            if let Some(users) = users.get_mut(target as usize) {
                users.push(id);
            }
        }
    }
    spread(ends.collect(), &users)
}

/// By node: whether the roots lead to it.
pub fn reached(program: &Program, roots: impl Iterator<Item = NodeId>) -> Vec<bool> {
    let onward = |node: &crate::check::Node| {
        let checks = node.checks.iter();
        checks.flat_map(|check| walked(&check.kind)).collect()
    };
    let targets: Vec<Vec<NodeId>> = program.nodes.iter().map(onward).collect();
    spread(roots.collect(), &targets)
}

fn spread(mut stack: Vec<NodeId>, onward: &[Vec<NodeId>]) -> Vec<bool> {
    let mut found = vec![false; onward.len()];
    while let Some(id) = stack.pop() {
        let Some(seen) = found.get_mut(id as usize) else {
            continue;
        };
        if !std::mem::replace(seen, true) {
            stack.extend(onward.get(id as usize).into_iter().flatten());
        }
    }
    found
}

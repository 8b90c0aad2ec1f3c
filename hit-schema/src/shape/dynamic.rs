//! Which subschemas mean something else inside another document.

use hit_runtime::check::{Kind, NodeId, Program};

use super::conjuncts::only_target;

/// For every node whether its meaning depends on the dynamic scope: whether it
/// reaches a dynamic reference that may land in several places.
pub fn dynamic_nodes(program: &Program) -> Vec<bool> {
    let mut users: Vec<Vec<NodeId>> = vec![Vec::new(); program.nodes.len()];
    let mut found = vec![false; program.nodes.len()];
    let mut stack = Vec::new();
    for (node, id) in program.nodes.iter().zip(0..) {
        for check in &node.checks {
            for target in check.kind.targets() {
                if let Some(users) = users.get_mut(target as usize) {
                    users.push(id);
                }
            }
            if let Kind::DynamicRef { anchor, fallback } = &check.kind
                && only_target(program, anchor, *fallback).is_none()
            {
                stack.push(id);
            }
        }
    }
    while let Some(id) = stack.pop() {
        if !std::mem::replace(&mut found[id as usize], true) {
            stack.extend(&users[id as usize]);
        }
    }
    found
}

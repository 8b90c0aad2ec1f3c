//! All subschemas that judge one value together.

use std::collections::BTreeSet;

use hit_runtime::check::{Check, Kind, NodeId, Program};

use super::key::Key;

/// One subschema of a conjunction with the checks that are not set aside.
pub(super) struct Conjunct<'p> {
    pub node: NodeId,
    pub checks: Vec<(usize, &'p Check)>,
}

/// The subschemas of `key` and all they refer to for the same value, in order
/// of writing.
pub(super) fn conjuncts<'p>(program: &'p Program, key: &Key) -> Vec<Conjunct<'p>> {
    let mut found = Vec::new();
    let mut seen = BTreeSet::new();
    let mut stack: Vec<NodeId> = key.nodes().iter().rev().copied().collect();
    while let Some(node) = stack.pop() {
        if !seen.insert(node) {
            continue;
        }
        let checks = checks(program, key, node);
        let onward: Vec<NodeId> = checks
            .iter()
            .flat_map(|(_, check)| onward(program, &check.kind))
            .collect();
        stack.extend(onward.into_iter().rev());
        found.push(Conjunct { node, checks });
    }
    found
}

fn checks<'p>(program: &'p Program, key: &Key, node: NodeId) -> Vec<(usize, &'p Check)> {
    let Some(written) = program.nodes.get(node as usize) else {
        return Vec::new();
    };
    let kept = |at: &usize| !key.without().contains(&(node, *at));
    written
        .checks
        .iter()
        .enumerate()
        .filter(|(at, _)| kept(at))
        .collect()
}

/// The subschemas that a check applies to the same value, unconditionally.
pub(super) fn onward(program: &Program, kind: &Kind) -> Vec<NodeId> {
    match kind {
        Kind::Ref(node) => vec![*node],
        Kind::AllOf(nodes) => nodes.clone(),
        Kind::AnyOf(nodes) | Kind::OneOf(nodes) if nodes.len() == 1 => nodes.clone(),
        Kind::DynamicRef { anchor, fallback } => only_target(program, anchor, *fallback)
            .into_iter()
            .collect(),
        _ => Vec::new(),
    }
}

/// The target of a dynamic reference that cannot land anywhere else.
pub(super) fn only_target(program: &Program, anchor: &str, fallback: NodeId) -> Option<NodeId> {
    let elsewhere = program
        .resources
        .iter()
        .flat_map(|resource| &resource.dynamic_anchors)
        .any(|(name, node)| name == anchor && *node != fallback);
    (!elsewhere).then_some(fallback)
}

/// The shortest key that says the same: wrappers that only refer are replaced
/// by what they refer to, and what others imply is left out.
pub(super) fn canonical(program: &Program, key: &Key) -> Key {
    let unwrapped = unwrap(program, key);
    let needed = drop_implied(program, &unwrapped);
    let reached: BTreeSet<NodeId> = conjuncts(program, &needed)
        .iter()
        .map(|conjunct| conjunct.node)
        .collect();
    let without = needed
        .without()
        .iter()
        .filter(|(node, _)| reached.contains(node))
        .copied()
        .collect();
    Key::new(needed.nodes().to_vec(), without)
}

fn unwrap(program: &Program, key: &Key) -> Key {
    let mut nodes = Vec::new();
    let mut seen = BTreeSet::new();
    let mut stack = key.nodes().to_vec();
    while let Some(node) = stack.pop() {
        if !seen.insert(node) {
            continue;
        }
        let checks = checks(program, key, node);
        let targets: Vec<_> = checks
            .iter()
            .map(|(_, check)| onward(program, &check.kind))
            .collect();
        if targets.iter().all(|target| !target.is_empty()) {
            stack.extend(targets.into_iter().flatten());
        } else {
            nodes.push(node);
        }
    }
    Key::new(nodes, key.without().to_vec())
}

fn drop_implied(program: &Program, key: &Key) -> Key {
    let mut kept = key.nodes().to_vec();
    let mut at = 0;
    while at < kept.len() && kept.len() > 1 {
        let candidate = kept[at];
        let others = kept
            .iter()
            .copied()
            .filter(|node| *node != candidate)
            .collect();
        let others = Key::new(others, key.without().to_vec());
        if conjuncts(program, &others)
            .iter()
            .any(|conjunct| conjunct.node == candidate)
        {
            kept.remove(at);
        } else {
            at += 1;
        }
    }
    Key::new(kept, key.without().to_vec())
}

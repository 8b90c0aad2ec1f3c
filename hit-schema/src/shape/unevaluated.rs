//! `unevaluatedProperties` and `unevaluatedItems` where they say no more than
//! `additionalProperties` and `items` would: when what is evaluated does not
//! depend on the value.

use std::collections::BTreeSet;

use hit_runtime::check::{Kind, NodeId, Pattern, Program};

use super::conjuncts::{canonical, conjuncts, only_target, onward};
use super::key::Key;

/// A demand on all members but those named or matched.
pub(super) struct Rest {
    pub names: Vec<String>,
    pub patterns: Vec<Pattern>,
    pub node: NodeId,
}

/// `unevaluatedProperties` (check `check` of `node`, demanding `demand`) as a
/// demand on the rest of the members. `None` where it depends on the value.
/// An inner `None`: everything is evaluated, so it demands nothing.
pub(super) fn properties(
    program: &Program,
    key: &Key,
    at: (NodeId, usize),
    demand: NodeId,
) -> Option<Option<Rest>> {
    let mut rest = Rest {
        names: Vec::new(),
        patterns: Vec::new(),
        node: demand,
    };
    let mut everything = false;
    for kind in around(program, key, at)? {
        match kind {
            Kind::Properties(named) => rest
                .names
                .extend(named.iter().map(|(name, _)| name.clone())),
            Kind::PatternProperties(matched) => {
                rest.patterns
                    .extend(matched.iter().map(|(pattern, _)| pattern.clone()));
            }
            Kind::AdditionalProperties { .. } => everything = true,
            Kind::UnevaluatedProperties(_) => return None,
            _ => {}
        }
    }
    Some((!everything).then_some(rest))
}

/// `unevaluatedItems`, likewise, as a demand on all items from a place on.
pub(super) fn items(program: &Program, key: &Key, at: (NodeId, usize)) -> Option<Option<usize>> {
    let mut from = 0;
    let mut everything = false;
    for kind in around(program, key, at)? {
        match kind {
            Kind::PrefixItems(places) => from = from.max(places.len()),
            Kind::Items { .. } => everything = true,
            Kind::UnevaluatedItems(_)
            | Kind::Contains {
                evaluates: true, ..
            } => return None,
            _ => {}
        }
    }
    Some((!everything).then_some(from))
}

/// All checks whose evaluation counts for one that looks at what is evaluated;
/// `None` where they depend on the value.
fn around<'p>(
    program: &'p Program,
    key: &Key,
    (node, check): (NodeId, usize),
) -> Option<Vec<&'p Kind>> {
    let mut found = Vec::new();
    let mut seen = BTreeSet::new();
    let mut stack = vec![node];
    while let Some(next) = stack.pop() {
        if !seen.insert(next) {
            continue;
        }
        let checks = program.nodes.get(next as usize).map(|node| &node.checks);
        for (at, other) in checks.into_iter().flatten().enumerate() {
            if (next, at) == (node, check) {
                continue;
            }
            if let Some(arm) = chosen(program, key, (next, at), &other.kind) {
                stack.push(arm);
            } else if depends(program, &other.kind) {
                return None;
            }
            stack.extend(onward(program, &other.kind));
            found.push(&other.kind);
        }
    }
    Some(found)
}

/// The arm of a `oneOf` that a key has settled on: of all arms only this one
/// accepts its values, so that only this one evaluates anything.
fn chosen(program: &Program, key: &Key, at: (NodeId, usize), kind: &Kind) -> Option<NodeId> {
    let Kind::OneOf(arms) = kind else { return None };
    if arms.len() < 2 || !key.without().contains(&at) {
        return None;
    }
    let reached: BTreeSet<NodeId> = conjuncts(program, key).iter().map(|it| it.node).collect();
    let holds = |arm: &&NodeId| {
        let arm = canonical(program, &Key::of([**arm]));
        arm.nodes().iter().all(|node| reached.contains(node))
    };
    let mut held = arms.iter().filter(holds);
    let arm = held.next().copied();
    arm.filter(|_| held.next().is_none())
}

/// Whether what the check evaluates depends on the value.
fn depends(program: &Program, kind: &Kind) -> bool {
    match kind {
        Kind::AnyOf(arms) | Kind::OneOf(arms) => arms.len() > 1,
        Kind::If { .. } | Kind::DependentSchemas(_) => true,
        Kind::DynamicRef { anchor, fallback } => only_target(program, anchor, *fallback).is_none(),
        _ => false,
    }
}

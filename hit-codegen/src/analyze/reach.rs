//! Only the checks that a type can reach travel with the code.

use hit_runtime::check::{Kind, NodeId, Program};

use crate::model::{Item, ItemKind, Model, Ty, each_place, each_within};

const GONE: NodeId = NodeId::MAX;

/// Drops the nodes that nothing reaches and renumbers the rest in order. Gives the new
/// number of each node, `None` where it was dropped.
pub(super) fn prune(model: &mut Model) -> Vec<Option<NodeId>> {
    let mut starts = Vec::new();
    for item in &mut model.items {
        each_node(item, &mut |node| starts.push(*node));
    }
    let kept = reached(&model.program, starts);
    let mut new = Vec::with_capacity(kept.len());
    let mut next = 0;
    for keep in &kept {
        new.push(if *keep { next } else { GONE });
        next += NodeId::from(*keep);
    }
    let rename = |node: &mut NodeId| *node = new.get(*node as usize).copied().unwrap_or(GONE);
    for item in &mut model.items {
        each_node(item, &mut |node| rename(node));
    }
    rename_program(&mut model.program, &kept, &rename);
    new.into_iter()
        .map(|node| (node != GONE).then_some(node))
        .collect()
}

fn reached(program: &Program, mut stack: Vec<NodeId>) -> Vec<bool> {
    let mut kept = vec![false; program.nodes.len()];
    let anchors = program
        .resources
        .iter()
        .flat_map(|resource| &resource.dynamic_anchors);
    let dynamic = |kind: &Kind| matches!(kind, Kind::DynamicRef { .. });
    if program
        .nodes
        .iter()
        .any(|node| node.checks.iter().any(|check| dynamic(&check.kind)))
    {
        stack.extend(anchors.map(|(_, node)| *node));
    }
    while let Some(node) = stack.pop() {
        let Some(found) = program.nodes.get(node as usize) else {
            continue;
        };
        if std::mem::replace(&mut kept[node as usize], true) {
            continue;
        }
        for check in &found.checks {
            stack.extend(check.kind.targets());
        }
    }
    kept
}

fn rename_program(program: &mut Program, kept: &[bool], rename: &dyn Fn(&mut NodeId)) {
    let mut keep = kept.iter();
    program
        .nodes
        .retain(|_| keep.next().copied().unwrap_or(false));
    for check in program.nodes.iter_mut().flat_map(|node| &mut node.checks) {
        targets(&mut check.kind, &mut |node| rename(node));
    }
    for resource in &mut program.resources {
        resource
            .dynamic_anchors
            .iter_mut()
            .for_each(|(_, node)| rename(node));
        resource.dynamic_anchors.retain(|(_, node)| *node != GONE);
    }
}

/// All nodes that a check names.
fn targets(kind: &mut Kind, see: &mut dyn FnMut(&mut NodeId)) {
    match kind {
        Kind::PrefixItems(nodes) | Kind::AllOf(nodes) | Kind::AnyOf(nodes) | Kind::OneOf(nodes) => {
            nodes.iter_mut().for_each(see);
        }
        Kind::Items { node, .. }
        | Kind::Contains { node, .. }
        | Kind::UnevaluatedItems(node)
        | Kind::AdditionalProperties { node, .. }
        | Kind::PropertyNames(node)
        | Kind::UnevaluatedProperties(node)
        | Kind::Ref(node)
        | Kind::DynamicRef { fallback: node, .. }
        | Kind::Not(node) => see(node),
        Kind::Properties(named) | Kind::DependentSchemas(named) => {
            named.iter_mut().for_each(|(_, node)| see(node));
        }
        Kind::PatternProperties(matched) => matched.iter_mut().for_each(|(_, node)| see(node)),
        Kind::If {
            test,
            then,
            otherwise,
        } => {
            see(test);
            then.iter_mut().chain(otherwise).for_each(see);
        }
        _ => {}
    }
}

/// All nodes of the program that an item names.
fn each_node(item: &mut Item, see: &mut dyn FnMut(&mut NodeId)) {
    see(&mut item.node);
    if let ItemKind::Union(union) = &mut item.kind {
        union.arms.iter_mut().for_each(|arm| see(&mut arm.node));
    }
    each_place(item, &mut |place| {
        each_within(place, &mut |ty| {
            if let Ty::Checked { node, .. } | Ty::Foreign { node, .. } = ty {
                see(node);
            }
        });
    });
}

//! Which nodes lead where: loops at one value, nodes reached twice.

use crate::check::{Kind, Node, NodeId, Program};

/// What the shape of a program says about each node.
pub(super) struct Marks {
    /// May come back to itself without descending into the value.
    pub(super) looping: Vec<bool>,
    /// Reached from more than one place.
    pub(super) shared: Vec<bool>,
}

/// Finds loops and shared nodes.
pub(super) fn marks(program: &Program) -> Marks {
    let count = program.nodes.len();
    let mut reached = vec![0_u32; count];
    let mut inplace: Vec<Vec<usize>> = Vec::with_capacity(count);
    for node in &program.nodes {
        let mut same = Vec::new();
        let mut below = Vec::new();
        targets(program, node, &mut same, &mut below);
        for target in same.iter().chain(&below) {
            if let Some(count) = reached.get_mut(*target) {
                *count = count.saturating_add(1);
            }
        }
        inplace.push(same);
    }
    let shared = reached.iter().map(|count| *count > 1).collect();
    Marks {
        looping: looping(&inplace),
        shared,
    }
}

/// The nodes applied to the same value, and those applied to parts of it.
pub(super) fn targets(
    program: &Program,
    node: &Node,
    same: &mut Vec<usize>,
    below: &mut Vec<usize>,
) {
    let at = |id: &NodeId| usize::try_from(*id).unwrap_or(usize::MAX);
    for check in &node.checks {
        match &check.kind {
            Kind::Ref(id) | Kind::Not(id) => same.push(at(id)),
            Kind::AllOf(ids) | Kind::AnyOf(ids) | Kind::OneOf(ids) => {
                same.extend(ids.iter().map(at))
            }
            Kind::If {
                test,
                then,
                otherwise,
            } => {
                same.push(at(test));
                same.extend(then.iter().chain(otherwise).map(at));
            }
            Kind::DependentSchemas(entries) => same.extend(entries.iter().map(|(_, id)| at(id))),
            Kind::DynamicRef { anchor, fallback } => {
                same.push(at(fallback));
                let anchors = program
                    .resources
                    .iter()
                    .flat_map(|resource| &resource.dynamic_anchors);
                same.extend(
                    anchors
                        .filter(|(name, _)| name == anchor)
                        .map(|(_, id)| at(id)),
                );
            }
            Kind::PrefixItems(ids) => below.extend(ids.iter().map(at)),
            Kind::Items { node, .. } | Kind::Contains { node, .. } => below.push(at(node)),
            Kind::UnevaluatedItems(id)
            | Kind::UnevaluatedProperties(id)
            | Kind::PropertyNames(id) => {
                below.push(at(id));
            }
            Kind::Properties(entries) => below.extend(entries.iter().map(|(_, id)| at(id))),
            Kind::PatternProperties(entries) => below.extend(entries.iter().map(|(_, id)| at(id))),
            Kind::AdditionalProperties { node, .. } => below.push(at(node)),
            _ => {}
        }
    }
}

/// The nodes that reach themselves: those left when nodes that lead to none,
/// or that none leads to, are taken away again and again.
fn looping(edges: &[Vec<usize>]) -> Vec<bool> {
    let mut back: Vec<Vec<usize>> = vec![Vec::new(); edges.len()];
    for (from, targets) in edges.iter().enumerate() {
        for target in targets {
            if let Some(list) = back.get_mut(*target) {
                list.push(from);
            }
        }
    }
    let forward = peel(edges, &back);
    let backward = peel(&back, edges);
    forward.iter().zip(backward).map(|(a, b)| *a && b).collect()
}

/// The nodes from which one can walk for ever.
fn peel(edges: &[Vec<usize>], back: &[Vec<usize>]) -> Vec<bool> {
    let mut left: Vec<usize> = edges.iter().map(Vec::len).collect();
    let mut alive = vec![true; edges.len()];
    let mut ended: Vec<usize> = (0..edges.len())
        .filter(|node| left.get(*node) == Some(&0))
        .collect();
    while let Some(node) = ended.pop() {
        if let Some(flag) = alive.get_mut(node) {
            *flag = false;
        }
        for from in back.get(node).into_iter().flatten() {
            if let Some(count) = left.get_mut(*from) {
                *count -= 1;
                if *count == 0 {
                    ended.push(*from);
                }
            }
        }
    }
    alive
}

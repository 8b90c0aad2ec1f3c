//! A subschema as text, the same for subschemas that are written alike.

use std::collections::HashMap;
use std::fmt::Write;

use hit_runtime::check::{Kind as Demand, NodeId};

use super::side::Input;

/// The text of a node and all it refers to. Nodes are numbered in the order
/// they are met, so where documents or ids differ the text does not.
pub(super) fn raw_text(input: Input<'_>, root: NodeId) -> String {
    let mut numbers: HashMap<NodeId, usize> = HashMap::from([(root, 0)]);
    let mut queue = vec![root];
    let mut out = String::from("unevaluated:");
    let mut at = 0;
    while let Some(node) = queue.get(at).copied() {
        at += 1;
        let Some(written) = input.program.nodes.get(node as usize) else {
            continue;
        };
        if let Some(uri) = input.missing.get(&written.source) {
            let _ = write!(out, "<{uri}#{}>", written.pointer);
            continue;
        }
        let anchors = input.program.resources.get(written.resource as usize);
        for (name, target) in anchors.into_iter().flat_map(|all| &all.dynamic_anchors) {
            let number = number(&mut numbers, &mut queue, *target);
            let _ = write!(out, "@{name}={number}");
        }
        for check in &written.checks {
            let kind = renumbered(&check.kind, |node| number(&mut numbers, &mut queue, node));
            let _ = write!(out, "{kind:?};");
        }
        out.push('|');
    }
    out
}

fn number(numbers: &mut HashMap<NodeId, usize>, queue: &mut Vec<NodeId>, node: NodeId) -> NodeId {
    let fresh = numbers.len();
    let number = *numbers.entry(node).or_insert_with(|| {
        queue.push(node);
        fresh
    });
    NodeId::try_from(number).unwrap_or(NodeId::MAX)
}

fn renumbered(kind: &Demand, mut map: impl FnMut(NodeId) -> NodeId) -> Demand {
    let mut kind = kind.clone();
    match &mut kind {
        Demand::PrefixItems(nodes)
        | Demand::AllOf(nodes)
        | Demand::AnyOf(nodes)
        | Demand::OneOf(nodes) => nodes.iter_mut().for_each(|node| *node = map(*node)),
        Demand::Properties(named) | Demand::DependentSchemas(named) => {
            named.iter_mut().for_each(|(_, node)| *node = map(*node));
        }
        Demand::PatternProperties(named) => {
            named.iter_mut().for_each(|(_, node)| *node = map(*node));
        }
        Demand::Items { node, .. }
        | Demand::Contains { node, .. }
        | Demand::UnevaluatedItems(node)
        | Demand::AdditionalProperties { node, .. }
        | Demand::PropertyNames(node)
        | Demand::UnevaluatedProperties(node)
        | Demand::Ref(node)
        | Demand::DynamicRef { fallback: node, .. }
        | Demand::Not(node) => *node = map(*node),
        Demand::If {
            test,
            then,
            otherwise,
        } => {
            *test = map(*test);
            for node in [then, otherwise].into_iter().flatten() {
                *node = map(*node);
            }
        }
        _ => {}
    }
    kind
}

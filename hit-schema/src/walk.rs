//! The node ids a check holds.

use hit_runtime::check::{Kind, NodeId};

/// Calls `f` with every node id of a check, in their order.
pub(crate) fn each_node(kind: &mut Kind, f: &mut dyn FnMut(&mut NodeId)) {
    match kind {
        Kind::Items { node, .. }
        | Kind::Contains { node, .. }
        | Kind::AdditionalProperties { node, .. }
        | Kind::UnevaluatedItems(node)
        | Kind::UnevaluatedProperties(node)
        | Kind::PropertyNames(node)
        | Kind::Ref(node)
        | Kind::Not(node)
        | Kind::DynamicRef { fallback: node, .. } => f(node),
        Kind::PrefixItems(nodes) | Kind::AllOf(nodes) | Kind::AnyOf(nodes) | Kind::OneOf(nodes) => {
            nodes.iter_mut().for_each(f)
        }
        Kind::Properties(members) | Kind::DependentSchemas(members) => {
            members.iter_mut().for_each(|(_, node)| f(node));
        }
        Kind::PatternProperties(members) => members.iter_mut().for_each(|(_, node)| f(node)),
        Kind::If {
            test,
            then,
            otherwise,
        } => {
            f(test);
            then.iter_mut().chain(otherwise).for_each(f);
        }
        _ => {}
    }
}

/// The nodes that check the same value, whatever it is.
pub(crate) fn always_beside(kind: &Kind) -> Vec<NodeId> {
    match kind {
        Kind::Ref(node) | Kind::Not(node) | Kind::If { test: node, .. } => vec![*node],
        Kind::AllOf(nodes) | Kind::AnyOf(nodes) | Kind::OneOf(nodes) => nodes.clone(),
        _ => Vec::new(),
    }
}

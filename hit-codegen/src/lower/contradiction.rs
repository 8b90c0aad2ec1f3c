//! Conjunctions that no value can satisfy.

use std::collections::BTreeSet;

use hit_runtime::check::{Kind, NodeId, TypeSet};
use hit_schema::Diagnostic;
use hit_schema::shape::{Key, Shape};

use super::context::Context;
use super::kinds;
use crate::codes;

/// Reports two subschemas of one conjunction whose JSON types exclude each other.
pub(super) fn report(context: &mut Context<'_>, key: &Key, shape: &Shape) {
    if context.settings.allow_contradictions || !kinds::is_none(shape.kinds) {
        return;
    }
    let Some((one, other)) = find(context, key) else {
        return;
    };
    let seen: BTreeSet<_> = context
        .diagnostics
        .iter()
        .chain(&context.warnings)
        .filter_map(|found| found.origin.clone().map(|at| at.span))
        .collect();
    let (Some(one), Some(other)) = (context.info(one), context.info(other)) else {
        return;
    };
    if seen.contains(&other.origin.span) {
        return;
    }
    let message = "this and another part of the same conjunction allow no common JSON type, so no value is accepted";
    let diagnostic = Diagnostic::error(codes::CONTRADICTION, message)
        .at(other.origin.clone())
        .also(one.origin.clone(), "the other part")
        .help("change one of the two types, or write `false` if nothing shall be accepted");
    context.contradicts(diagnostic);
}

fn find(context: &Context<'_>, key: &Key) -> Option<(NodeId, NodeId)> {
    if !key.without().is_empty() {
        return None;
    }
    let types = |node: &NodeId| {
        let node = context.compiled.program.nodes.get(*node as usize)?;
        node.checks.iter().find_map(|check| match check.kind {
            Kind::Type(kinds) => Some(kinds),
            _ => None,
        })
    };
    let typed: Vec<(NodeId, TypeSet)> = context
        .shaper
        .nodes(key)
        .iter()
        .filter_map(|node| Some((*node, types(node)?)))
        .collect();
    let pairs = typed
        .iter()
        .enumerate()
        .flat_map(|(at, one)| typed[at + 1..].iter().map(move |other| (*one, *other)));
    let mut pairs = pairs.filter(|(one, other)| kinds::is_none(kinds::within(one.1, other.1)));
    pairs.next().map(|(one, other)| (one.0, other.0))
}

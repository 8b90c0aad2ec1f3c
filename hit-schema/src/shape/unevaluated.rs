//! `unevaluatedProperties` and `unevaluatedItems` where they say no more than
//! `additionalProperties` and `items` would: when what is evaluated does not
//! depend on the value.

use hit_runtime::check::{Kind, NodeId, Pattern, Program};

use super::conjuncts::{Conjunct, conjuncts, only_target};
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
    (node, check): (NodeId, usize),
    demand: NodeId,
) -> Option<Option<Rest>> {
    let around = conjuncts(program, &Key::of([node]).setting_aside(node, check));
    let mut rest = Rest {
        names: Vec::new(),
        patterns: Vec::new(),
        node: demand,
    };
    let mut everything = false;
    for kind in kinds(&around) {
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
            kind if depends(program, kind) => return None,
            _ => {}
        }
    }
    Some((!everything).then_some(rest))
}

/// `unevaluatedItems`, likewise, as a demand on all items from a place on.
pub(super) fn items(program: &Program, (node, check): (NodeId, usize)) -> Option<Option<usize>> {
    let around = conjuncts(program, &Key::of([node]).setting_aside(node, check));
    let mut from = 0;
    let mut everything = false;
    for kind in kinds(&around) {
        match kind {
            Kind::PrefixItems(places) => from = from.max(places.len()),
            Kind::Items { .. } => everything = true,
            Kind::UnevaluatedItems(_)
            | Kind::Contains {
                evaluates: true, ..
            } => return None,
            kind if depends(program, kind) => return None,
            _ => {}
        }
    }
    Some((!everything).then_some(from))
}

fn kinds<'a>(conjuncts: &'a [Conjunct<'a>]) -> impl Iterator<Item = &'a Kind> {
    conjuncts
        .iter()
        .flat_map(|conjunct| &conjunct.checks)
        .map(|(_, check)| &check.kind)
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

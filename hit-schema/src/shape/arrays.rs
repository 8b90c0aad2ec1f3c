//! Facets of arrays.

use hit_runtime::check::{Kind, NodeId};

use super::conjuncts::Conjunct;
use super::facets::Arrays;
use super::key::Key;
use super::scalars::{at_least, at_most};

/// What the conjuncts demand of arrays together; `rests` are demands on items
/// from a place on, beyond `items`.
pub(super) fn arrays(conjuncts: &[Conjunct<'_>], rests: Vec<(usize, NodeId)>) -> Arrays {
    let mut arrays = Arrays::default();
    let mut tuples: Vec<&[NodeId]> = Vec::new();
    let mut runs = rests;
    for (_, check) in conjuncts.iter().flat_map(|conjunct| &conjunct.checks) {
        match &check.kind {
            Kind::PrefixItems(nodes) => tuples.push(nodes),
            Kind::Items { from, node } => runs.push((*from, *node)),
            Kind::MinItems(limit) => at_least(&mut arrays.min, *limit),
            Kind::MaxItems(limit) => at_most(&mut arrays.max, *limit),
            Kind::UniqueItems => arrays.unique = true,
            _ => {}
        }
    }
    let places = tuples
        .iter()
        .map(|nodes| nodes.len())
        .chain(runs.iter().map(|(from, _)| *from));
    let length = places.max().unwrap_or(0);
    arrays.prefix = (0..length)
        .map(|at| Key::of(at_place(&tuples, &runs, at)))
        .collect();
    arrays.rest = Key::of(runs.iter().map(|(_, node)| *node));
    arrays
}

fn at_place(tuples: &[&[NodeId]], runs: &[(usize, NodeId)], at: usize) -> Vec<NodeId> {
    let placed = tuples.iter().filter_map(|nodes| nodes.get(at).copied());
    let run = runs
        .iter()
        .filter(|(from, _)| *from <= at)
        .map(|(_, node)| *node);
    placed.chain(run).collect()
}

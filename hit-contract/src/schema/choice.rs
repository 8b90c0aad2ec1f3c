//! A choice that is violated alone. The report of the engine says why the nearest alternative does
//! not match, in as many violations as that takes; what was violated is the choice, once.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use hit_runtime::check::{Checker, Kind, NodeId, Program};
use serde_json::Value;

use super::places::{Place, places};
use crate::case::Violated;

/// The choices of a schema. Each can be left out: what is refused with it and accepted without it
/// violates nothing else.
#[derive(Debug, Default)]
pub struct Choices {
    without: Mutex<BTreeMap<(NodeId, usize), Option<Checker>>>,
}

impl Choices {
    /// The one choice that a document violates, at one place, while nothing else is wrong with it.
    pub fn violated(&self, own: &hit_diff::Schema, document: &Value) -> Option<Violated> {
        let program = &own.compiled().program;
        let any = program.nodes.iter().flat_map(|node| &node.checks);
        if !any.into_iter().any(|check| arms(&check.kind).is_some()) {
            return None;
        }
        let all = places(program, own.checker(), own.root(), document);
        let mut failing = all.iter().filter(|place| fails(own, document, place));
        let (Some(place), None) = (failing.next(), failing.next()) else {
            return None;
        };
        if !self.valid_without(program, place, own.root(), document) {
            return None;
        }
        let node = program.nodes.get(place.node as usize)?;
        let keyword = &node.checks.get(place.check)?.keyword;
        let source = program.sources.get(node.source as usize)?;
        Some(Violated {
            code: keyword.clone(),
            instance: place.at.clone(),
            schema: format!("{source}#{}/{keyword}", node.pointer),
            is_rule: false,
        })
    }

    fn valid_without(
        &self,
        program: &Program,
        place: &Place,
        root: NodeId,
        document: &Value,
    ) -> bool {
        let without = self.without.lock();
        let mut without = without.unwrap_or_else(PoisonError::into_inner);
        let checker = without.entry((place.node, place.check)).or_insert_with(|| {
            let mut program = program.clone();
            let node = program.nodes.get_mut(place.node as usize)?;
            node.checks.remove(place.check);
            program.prepare_lazily().ok()
        });
        let checker = checker.as_ref();
        checker.is_some_and(|checker| checker.is_valid(root, document))
    }
}

fn arms(kind: &Kind) -> Option<&[NodeId]> {
    match kind {
        Kind::AnyOf(arms) | Kind::OneOf(arms) => Some(arms),
        _ => None,
    }
}

/// Whether a place is a choice that its value violates.
fn fails(own: &hit_diff::Schema, document: &Value, place: &Place) -> bool {
    let node = own.compiled().program.nodes.get(place.node as usize);
    let kind = node.and_then(|node| Some(&node.checks.get(place.check)?.kind));
    let value = document.pointer(place.at.as_str());
    let (Some(kind), Some(value)) = (kind, value) else {
        return false;
    };
    let Some(arms) = arms(kind) else {
        return false;
    };
    let matching = arms
        .iter()
        .filter(|arm| own.checker().is_valid(**arm, value));
    match (kind, matching.count()) {
        (_, 0) => true,
        (Kind::OneOf(_), several) => several > 1,
        _ => false,
    }
}

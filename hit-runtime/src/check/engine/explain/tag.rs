//! Alternatives told apart by a member: `{"type": "circle", …}`.

use serde_json::{Map, Value};

use crate::check::engine::prepared::{Prepared, Test};
use crate::check::{NodeId, TypeSet};
use crate::number::json_eq;

use super::conjuncts::conjuncts;

/// A member whose value tells which alternative is meant.
pub(super) struct Tag<'c> {
    /// Its name.
    pub(super) name: &'c str,
    /// For each alternative that has it, its values.
    pub(super) arms: Vec<(NodeId, Vec<&'c Value>)>,
}

/// The tag of alternatives: a member for which every alternative that allows
/// objects has its own constants. One that the value has is preferred.
pub(super) fn tag<'c>(
    program: &'c Prepared,
    nodes: &[NodeId],
    members: &Map<String, Value>,
) -> Option<Tag<'c>> {
    let arms: Vec<NodeId> = nodes
        .iter()
        .copied()
        .filter(|node| types(program, *node).contains(TypeSet::OBJECT))
        .collect();
    let names = constants(program, *arms.first()?);
    let mut tags = names
        .iter()
        .filter_map(|(name, _)| tag_named(program, name, &arms))
        .collect::<Vec<_>>();
    let present = tags
        .iter()
        .position(|tag| members.contains_key(tag.name))
        .unwrap_or(0);
    (present < tags.len()).then(|| tags.swap_remove(present))
}

fn tag_named<'c>(program: &'c Prepared, name: &'c str, arms: &[NodeId]) -> Option<Tag<'c>> {
    let mut tag = Tag {
        name,
        arms: Vec::new(),
    };
    for arm in arms {
        let (_, values) = constants(program, *arm)
            .into_iter()
            .find(|(other, _)| *other == name)?;
        let taken = |value: &&Value| {
            tag.arms
                .iter()
                .flat_map(|(_, values)| values)
                .any(|other| json_eq(other, value))
        };
        if values.iter().any(taken) {
            return None;
        }
        tag.arms.push((*arm, values));
    }
    (tag.arms.len() > 1).then_some(tag)
}

/// The members of a node that have constants, with these.
fn constants(program: &Prepared, node: NodeId) -> Vec<(&str, Vec<&Value>)> {
    let mut found = Vec::new();
    for rule in conjuncts(program, node) {
        if let Test::Properties { names, .. } = &rule.test {
            let values = names
                .iter()
                .map(|(name, node)| Some((name, values_of(program, *node)?)));
            found.extend(values.flatten());
        }
    }
    found
}

/// The constants of a node, through references and `allOf`.
pub(super) fn values_of(program: &Prepared, node: NodeId) -> Option<Vec<&Value>> {
    conjuncts(program, node)
        .into_iter()
        .find_map(|rule| match &rule.test {
            Test::Enum(values) => Some(values.iter().collect()),
            _ => None,
        })
}

/// The types a node names, through references and `allOf`.
pub(super) fn types(program: &Prepared, node: NodeId) -> TypeSet {
    conjuncts(program, node)
        .into_iter()
        .fold(TypeSet::ANY, |all, rule| match &rule.test {
            Test::Type(types) => TypeSet(all.0 & types.0),
            Test::Never => TypeSet::default(),
            _ => all,
        })
}

//! Alternatives told apart by a member: `{"type": "circle", …}`.

use serde_json::{Map, Value};

use crate::check::engine::prepared::{Prepared, Test};
use crate::check::{NodeId, TypeSet};
use crate::number::json_eq;

/// References followed, at most.
const DEPTH: usize = 16;

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
        .filter(|node| allows(program, *node, TypeSet::OBJECT))
        .collect();
    let mut names = Vec::new();
    constants(program, *arms.first()?, DEPTH, &mut names);
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
        let mut all = Vec::new();
        constants(program, *arm, DEPTH, &mut all);
        let (_, values) = all.into_iter().find(|(other, _)| *other == name)?;
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
fn constants<'c>(
    program: &'c Prepared,
    node: NodeId,
    depth: usize,
    out: &mut Vec<(&'c str, Vec<&'c Value>)>,
) {
    let Some(depth) = depth.checked_sub(1) else {
        return;
    };
    for rule in program.node(node).into_iter().flat_map(|node| &node.rules) {
        match &rule.test {
            Test::Properties { names, .. } => {
                for (name, node) in names.iter() {
                    if let Some(values) = values_of(program, *node, depth) {
                        out.push((name, values));
                    }
                }
            }
            Test::Ref(node) => constants(program, *node, depth, out),
            Test::AllOf(nodes) => nodes
                .iter()
                .for_each(|node| constants(program, *node, depth, out)),
            _ => {}
        }
    }
}

/// The constants of a node, through references and `allOf`.
pub(super) fn values_of(program: &Prepared, node: NodeId, depth: usize) -> Option<Vec<&Value>> {
    let depth = depth.checked_sub(1)?;
    program
        .node(node)?
        .rules
        .iter()
        .find_map(|rule| match &rule.test {
            Test::Enum(values) => Some(values.iter().collect()),
            Test::Ref(node) => values_of(program, *node, depth),
            Test::AllOf(nodes) => nodes
                .iter()
                .find_map(|node| values_of(program, *node, depth)),
            _ => None,
        })
}

/// Whether the types a node names leave one in.
pub(super) fn allows(program: &Prepared, node: NodeId, of: TypeSet) -> bool {
    types(program, node, DEPTH).0 & of.0 & TypeSet::ANY.0 != 0
}

/// The types a node names, through references and `allOf`.
pub(super) fn types(program: &Prepared, node: NodeId, depth: usize) -> TypeSet {
    let Some(depth) = depth.checked_sub(1) else {
        return TypeSet::ANY;
    };
    let rules = program
        .node(node)
        .map(|node| node.rules.as_slice())
        .unwrap_or_default();
    rules
        .iter()
        .fold(TypeSet::ANY, |all, rule| match &rule.test {
            Test::Type(types) => TypeSet(all.0 & types.0),
            Test::Never => TypeSet::default(),
            Test::Ref(node) => TypeSet(all.0 & types(program, *node, depth).0),
            Test::AllOf(nodes) => nodes.iter().fold(all, |all, node| {
                TypeSet(all.0 & types(program, *node, depth).0)
            }),
            _ => all,
        })
}

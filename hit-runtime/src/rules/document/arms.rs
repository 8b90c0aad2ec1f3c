//! Which alternatives of a union a value belongs to.

use crate::check::{Checker, Kind, NodeId, Program, TypeSet};
use crate::number::json_eq;
use serde_json::Value;

/// How far references are followed for a look at an alternative.
const FAR: usize = 16;

/// The alternatives that accept a value; where none does, the one that alone
/// has the value's type and its constant members.
pub(super) fn arms(
    program: &Program,
    checker: &Checker,
    arms: &[NodeId],
    value: &Value,
) -> Vec<NodeId> {
    let mut matching: Vec<NodeId> = arms.to_vec();
    matching.retain(|arm| checker.is_valid(*arm, value));
    if matching.is_empty() {
        matching = arms.to_vec();
        matching.retain(|arm| resembles(program, *arm, value, FAR));
        if matching.len() > 1 {
            matching.clear();
        }
    }
    matching
}

/// Whether type and constants of a schema, as far as they stand on its surface, suit a value.
fn resembles(program: &Program, node: NodeId, value: &Value, far: usize) -> bool {
    let Some(node) = program.nodes.get(node as usize).filter(|_| far > 0) else {
        return true;
    };
    let suits = |node: &NodeId| resembles(program, *node, value, far - 1);
    node.checks.iter().all(|check| match &check.kind {
        Kind::Never => false,
        Kind::Type(kinds) => has_type(*kinds, value),
        Kind::Enum(values) => values.iter().any(|listed| json_eq(listed, value)),
        Kind::Ref(node) => suits(node),
        Kind::AllOf(nodes) => nodes.iter().all(suits),
        Kind::AnyOf(nodes) | Kind::OneOf(nodes) => nodes.iter().any(suits),
        Kind::Properties(named) => named.iter().all(|(name, node)| {
            let member = value.get(name);
            member.is_none_or(|member| constant(program, *node, member))
        }),
        _ => true,
    })
}

/// Whether a member is what a schema lists, if it lists values.
fn constant(program: &Program, node: NodeId, member: &Value) -> bool {
    let checks = program.nodes.get(node as usize).map(|node| &node.checks);
    checks.into_iter().flatten().all(|check| match &check.kind {
        Kind::Enum(values) => values.iter().any(|listed| json_eq(listed, member)),
        _ => true,
    })
}

fn has_type(kinds: TypeSet, value: &Value) -> bool {
    let own = match value {
        Value::Null => TypeSet::NULL,
        Value::Bool(_) => TypeSet::BOOLEAN,
        Value::Number(_) => TypeSet::NUMBER,
        Value::String(_) => TypeSet::STRING,
        Value::Array(_) => TypeSet::ARRAY,
        Value::Object(_) => TypeSet::OBJECT,
    };
    kinds.0 & own.0 != 0
}

//! Rules that apply other nodes to the same value.

use serde_json::{Map, Value};

use crate::check::NodeId;
use crate::check::engine::prepared::Test;
use crate::check::engine::run::Run;
use crate::check::engine::seen::Seen;

/// Rules that combine nodes; all others hold.
pub(super) fn rule(
    run: &mut Run<'_>,
    test: &Test,
    value: &Value,
    mut seen: Option<&mut Seen>,
) -> bool {
    match test {
        Test::AllOf(nodes) => nodes
            .iter()
            .all(|node| run.node(*node, value, seen.as_deref_mut())),
        Test::AnyOf(nodes) => any(run, nodes, value, seen),
        Test::OneOf(nodes) => one(run, nodes, value, seen),
        Test::Not(node) => !run.node(*node, value, None),
        Test::If {
            test,
            then,
            otherwise,
        } => {
            let branch = if attempt(run, *test, value, seen.as_deref_mut()) {
                then
            } else {
                otherwise
            };
            branch.is_none_or(|node| run.node(node, value, seen))
        }
        _ => true,
    }
}

/// Whether a node accepts, dropping its marks where it does not.
fn attempt(run: &mut Run<'_>, node: NodeId, value: &Value, seen: Option<&mut Seen>) -> bool {
    let Some(seen) = seen else {
        return run.node(node, value, None);
    };
    let before = seen.clone();
    let valid = run.node(node, value, Some(seen));
    if !valid {
        *seen = before;
    }
    valid
}

fn any(run: &mut Run<'_>, nodes: &[NodeId], value: &Value, seen: Option<&mut Seen>) -> bool {
    let Some(seen) = seen else {
        return nodes.iter().any(|node| run.node(*node, value, None));
    };
    // Every alternative that accepts evaluates, so all are asked.
    let mut any = false;
    for node in nodes {
        any |= attempt(run, *node, value, Some(seen));
    }
    any
}

fn one(run: &mut Run<'_>, nodes: &[NodeId], value: &Value, mut seen: Option<&mut Seen>) -> bool {
    let mut found = false;
    for node in nodes {
        if attempt(run, *node, value, seen.as_deref_mut()) {
            if found {
                return false;
            }
            found = true;
        }
    }
    found
}

/// `dependentSchemas`.
pub(super) fn dependent(
    run: &mut Run<'_>,
    entries: &[(String, NodeId)],
    value: &Value,
    members: &Map<String, Value>,
    mut seen: Option<&mut Seen>,
) -> bool {
    entries.iter().all(|(name, node)| {
        !members.contains_key(name) || run.node(*node, value, seen.as_deref_mut())
    })
}

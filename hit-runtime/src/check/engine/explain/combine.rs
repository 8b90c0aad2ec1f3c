//! Rules that apply other nodes to the same value.

use serde_json::Value;

use crate::check::NodeId;
use crate::check::engine::message::found;
use crate::check::engine::prepared::Test;

use super::alternatives::none_matches;
use super::path::Path;
use super::state::{At, Explain};

/// Explains a rule that combines nodes.
pub(super) fn rule(explain: &mut Explain<'_>, at: At<'_>, value: &Value, path: &Path<'_>) {
    match &at.rule.test {
        Test::AllOf(nodes) => nodes
            .iter()
            .for_each(|node| explain.node(*node, value, path)),
        Test::AnyOf(nodes) => any(explain, at, nodes, value, path),
        Test::OneOf(nodes) => one(explain, at, nodes, value, path),
        Test::If {
            test,
            then,
            otherwise,
        } => {
            let branch = if explain.run.node(*test, value, None) {
                then
            } else {
                otherwise
            };
            if let Some(node) = branch {
                explain.node(*node, value, path);
            }
        }
        Test::DependentSchemas(entries) => {
            let Value::Object(members) = value else {
                return;
            };
            for (_, node) in entries
                .iter()
                .filter(|(name, _)| members.contains_key(name))
            {
                explain.node(*node, value, path);
            }
        }
        _ => {}
    }
}

fn any(explain: &mut Explain<'_>, at: At<'_>, nodes: &[NodeId], value: &Value, path: &Path<'_>) {
    let matches = |node: &NodeId| explain.run.node(*node, value, None);
    if !nodes.iter().any(matches) {
        none_matches(explain, at, nodes, value, path);
    }
}

fn one(explain: &mut Explain<'_>, at: At<'_>, nodes: &[NodeId], value: &Value, path: &Path<'_>) {
    let matching: Vec<String> = nodes
        .iter()
        .enumerate()
        .filter(|(_, node)| explain.run.node(**node, value, None))
        .map(|(index, _)| (index + 1).to_string())
        .collect();
    match matching.as_slice() {
        [] => none_matches(explain, at, nodes, value, path),
        [_] => {}
        matching => {
            let message = format!(
                "found {}, which matches {} of {} alternatives (numbers {}), expected exactly one",
                found(value),
                matching.len(),
                nodes.len(),
                matching.join(", ")
            );
            explain.push(at, path, message);
        }
    }
}

//! Which members or items a node speaks of, whether or not they are right.
//!
//! Where a rule beside `unevaluated…` does not hold, what it evaluates counts
//! for nothing; a report that then calls every member unknown helps nobody.

use serde_json::{Map, Value};

use crate::check::NodeId;
use crate::check::engine::prepared::Test;
use crate::check::engine::run::Run;
use crate::check::engine::seen::Seen;

/// References followed, at most.
const DEPTH: usize = 32;

/// Marks all a rule speaks of.
pub(super) fn mark(run: &mut Run<'_>, test: &Test, value: &Value, seen: &mut Seen) {
    mark_rule(run, test, value, seen, DEPTH);
}

fn mark_node(run: &mut Run<'_>, node: NodeId, value: &Value, seen: &mut Seen, depth: usize) {
    let program = run.program;
    let rules = program
        .node(node)
        .map(|node| node.rules.as_slice())
        .unwrap_or_default();
    for rule in rules {
        mark_rule(run, &rule.test, value, seen, depth);
    }
}

fn mark_rule(run: &mut Run<'_>, test: &Test, value: &Value, seen: &mut Seen, depth: usize) {
    match value {
        Value::Object(members) => mark_members(run, test, members, seen),
        Value::Array(items) => mark_items(test, items.len(), seen),
        _ => {}
    }
    let Some(depth) = depth.checked_sub(1) else {
        return;
    };
    match test {
        Test::Ref(node) => mark_node(run, *node, value, seen, depth),
        Test::DynamicRef { anchor, fallback } => {
            let node = run.dynamic(anchor, *fallback);
            mark_node(run, node, value, seen, depth);
        }
        Test::AllOf(nodes) => nodes
            .iter()
            .for_each(|node| mark_node(run, *node, value, seen, depth)),
        Test::AnyOf(nodes) | Test::OneOf(nodes) => {
            nodes
                .iter()
                .for_each(|node| mark_node(run, *node, value, seen, depth));
        }
        Test::If {
            test,
            then,
            otherwise,
        } => {
            for node in [Some(test), then.as_ref(), otherwise.as_ref()]
                .into_iter()
                .flatten()
            {
                mark_node(run, *node, value, seen, depth);
            }
        }
        Test::DependentSchemas(entries) => {
            entries
                .iter()
                .for_each(|(_, node)| mark_node(run, *node, value, seen, depth));
        }
        _ => {}
    }
}

fn mark_members(run: &mut Run<'_>, test: &Test, members: &Map<String, Value>, seen: &mut Seen) {
    for (index, name) in members.keys().enumerate() {
        let spoken_of = match test {
            Test::Properties { names, .. } => names.contains(name),
            Test::PatternProperties(patterns) => patterns
                .iter()
                .any(|(pattern, _)| run.matches(pattern, name)),
            Test::AdditionalProperties { .. } | Test::UnevaluatedProperties(_) => true,
            _ => return,
        };
        if spoken_of {
            seen.mark(index);
        }
    }
}

fn mark_items(test: &Test, count: usize, seen: &mut Seen) {
    match test {
        Test::PrefixItems(nodes) => (0..nodes.len().min(count)).for_each(|index| seen.mark(index)),
        Test::Items { from, .. } => (*from..count).for_each(|index| seen.mark(index)),
        Test::UnevaluatedItems(_) => seen.mark_all(),
        _ => {}
    }
}

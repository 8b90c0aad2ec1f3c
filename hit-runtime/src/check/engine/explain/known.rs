//! Which members or items a node speaks of, whether or not they are right.
//!
//! Where a rule beside `unevaluated…` does not hold, what it evaluates counts
//! for nothing; a report that then calls every member unknown helps nobody.

use serde_json::{Map, Value};

use crate::check::NodeId;
use crate::check::engine::prepared::Test;
use crate::check::engine::run::Run;
use crate::check::engine::seen::Seen;

/// Nodes followed, at most.
const NODES: usize = 1_000;

/// Marks all a rule speaks of, each node it leads to at the same value once.
pub(super) fn mark(run: &mut Run<'_>, test: &Test, value: &Value, seen: &mut Seen) {
    let program = run.program;
    let mut nodes = Vec::new();
    mark_rule(run, test, value, seen, &mut nodes);
    let mut next = 0;
    while let Some(node) = nodes.get(next).and_then(|node| program.node(*node)) {
        next += 1;
        for rule in &node.rules {
            mark_rule(run, &rule.test, value, seen, &mut nodes);
        }
    }
}

fn mark_rule(
    run: &mut Run<'_>,
    test: &Test,
    value: &Value,
    seen: &mut Seen,
    nodes: &mut Vec<NodeId>,
) {
    match value {
        Value::Object(members) => mark_members(run, test, members, seen),
        Value::Array(items) => mark_items(test, items.len(), seen),
        _ => {}
    }
    let mut follow = |node: &NodeId| {
        if nodes.len() < NODES && !nodes.contains(node) {
            nodes.push(*node);
        }
    };
    match test {
        Test::Ref(node) => follow(node),
        Test::DynamicRef { anchor, fallback } => follow(&run.dynamic(anchor, *fallback)),
        Test::AllOf(nodes) | Test::AnyOf(nodes) | Test::OneOf(nodes) => {
            nodes.iter().for_each(follow)
        }
        Test::If {
            test,
            then,
            otherwise,
        } => {
            follow(test);
            then.iter().chain(otherwise).for_each(follow);
        }
        Test::DependentSchemas(entries) => entries.iter().for_each(|(_, node)| follow(node)),
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

//! No alternative of an `anyOf` or `oneOf` matches: why the one that was
//! probably meant does not.

use std::cmp::Reverse;

use serde_json::{Map, Value};

use crate::Violation;
use crate::check::engine::limits::MAX_EXPLAINED;
use crate::check::engine::message::{any_of, did_you_mean, found, quoted, type_names};
use crate::check::engine::valid::type_accepts;
use crate::check::{NodeId, TypeSet};
use crate::number::json_eq;

use super::path::Path;
use super::state::{At, Explain};
use super::tag::{Tag, tag, types};

/// Explains why no alternative matches.
pub(super) fn none_matches(
    explain: &mut Explain<'_>,
    at: At<'_>,
    nodes: &[NodeId],
    value: &Value,
    path: &Path<'_>,
) {
    if explain.run.limit.is_some() {
        return;
    }
    if let Value::Object(members) = value
        && let Some(tag) = tag(explain.run.program, nodes, members)
    {
        return by_tag(explain, at, &tag, members, value, path);
    }
    let allowed: Vec<NodeId> = nodes
        .iter()
        .copied()
        .filter(|node| type_accepts(types(explain.run.program, *node), value))
        .collect();
    match allowed.as_slice() {
        [] => {
            let all = nodes.iter().map(|node| types(explain.run.program, *node));
            let all = all.fold(TypeSet::default(), TypeSet::with);
            explain.push(
                at,
                path,
                format!("expected {}, found {}", type_names(all), found(value)),
            );
        }
        [only] => explain_or_say(explain, at, *only, value, path),
        several => nearest(explain, at, several, nodes, value, path),
    }
}

/// The alternative that the tag names, or that it names none.
fn by_tag(
    explain: &mut Explain<'_>,
    at: At<'_>,
    tag: &Tag<'_>,
    members: &Map<String, Value>,
    value: &Value,
    path: &Path<'_>,
) {
    let all: Vec<&Value> = tag
        .arms
        .iter()
        .flat_map(|(_, values)| values.iter().copied())
        .collect();
    let Some(found_tag) = members.get(tag.name) else {
        let message = format!(
            "missing member {}, which tells {} alternatives apart: {}",
            quoted(tag.name),
            tag.arms.len(),
            any_of(&all)
        );
        return explain.push(at, path, message);
    };
    let meant = tag
        .arms
        .iter()
        .find(|(_, values)| values.iter().any(|value| json_eq(value, found_tag)));
    if let Some((arm, _)) = meant {
        return explain_or_say(explain, at, *arm, value, path);
    }
    let hint = found_tag
        .as_str()
        .map(|text| did_you_mean(text, all.iter().filter_map(|value| value.as_str())))
        .unwrap_or_default();
    let message = format!(
        "expected {}, found {}{hint}",
        any_of(&all),
        found(found_tag)
    );
    explain.push(at, &path.name(tag.name), message);
}

/// The violations of one alternative, or at least that it does not match.
fn explain_or_say(
    explain: &mut Explain<'_>,
    at: At<'_>,
    node: NodeId,
    value: &Value,
    path: &Path<'_>,
) {
    let before = explain.out.len();
    explain.node(node, value, path);
    if explain.out.len() == before {
        explain.push(
            at,
            path,
            format!("found {}, which matches no alternative", found(value)),
        );
    }
}

/// The alternative whose first fault lies deepest, then with the fewest faults.
fn nearest(
    explain: &mut Explain<'_>,
    at: At<'_>,
    candidates: &[NodeId],
    nodes: &[NodeId],
    value: &Value,
    path: &Path<'_>,
) {
    let before = explain.out.len();
    let depth = path.depth();
    let mut best: Option<(NodeId, Vec<Violation>)> = None;
    for node in candidates {
        if explain.visits >= MAX_EXPLAINED {
            break;
        }
        let explained = std::mem::take(&mut explain.explained);
        explain.nested += 1;
        explain.node(*node, value, path);
        explain.nested -= 1;
        explain.explained = explained;
        let found = explain.out.split_off(before.min(explain.out.len()));
        let better = best
            .as_ref()
            .is_none_or(|(_, other)| rank(&found, depth) < rank(other, depth));
        if better && !found.is_empty() {
            best = Some((*node, found));
        }
    }
    let total = nodes.len();
    let Some((node, violations)) = best else {
        return explain.push(
            at,
            path,
            format!(
                "found {}, which matches none of {total} alternatives",
                found(value)
            ),
        );
    };
    if let Some(message) = merged(explain, candidates, &violations, value, path) {
        return explain.push(at, path, message);
    }
    let number = nodes
        .iter()
        .position(|other| *other == node)
        .map_or(1, |index| index + 1);
    let message = format!(
        "found {}, which matches none of {total} alternatives; what follows is about number {number}, the nearest",
        found(value)
    );
    explain.push(at, path, message);
    explain.out.extend(violations);
}

/// Smaller is nearer.
fn rank(violations: &[Violation], depth: usize) -> (Reverse<usize>, usize) {
    let levels = |violation: &Violation| {
        let levels = violation
            .instance
            .as_str()
            .matches('/')
            .count()
            .saturating_sub(depth);
        // A member too many is a fault of the object that has it.
        let about_object = [
            "additionalProperties",
            "unevaluatedProperties",
            "propertyNames",
        ];
        levels.saturating_sub(usize::from(about_object.contains(&violation.code.as_str())))
    };
    (
        Reverse(violations.iter().map(levels).min().unwrap_or(0)),
        violations.len(),
    )
}

/// One message where every alternative is a list of values.
fn merged(
    explain: &Explain<'_>,
    candidates: &[NodeId],
    violations: &[Violation],
    value: &Value,
    path: &Path<'_>,
) -> Option<String> {
    let [Violation { instance, .. }] = violations else {
        return None;
    };
    if *instance != path.pointer() {
        return None;
    }
    let mut all = Vec::new();
    for node in candidates {
        all.extend(super::tag::values_of(explain.run.program, *node)?);
    }
    let hint = value
        .as_str()
        .map(|text| did_you_mean(text, all.iter().filter_map(|value| value.as_str())))
        .unwrap_or_default();
    Some(format!(
        "expected {}, found {}{hint}",
        any_of(&all),
        found(value)
    ))
}

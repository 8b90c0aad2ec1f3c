//! Objects.

use serde_json::{Map, Value};

use crate::check::engine::message::{did_you_mean, names, quoted};
use crate::check::engine::prepared::Test;

use super::path::Path;
use super::state::{At, Explain};

/// Explains the rules that have members to name; returns whether it was one.
pub(super) fn rule(
    explain: &mut Explain<'_>,
    at: At<'_>,
    members: &Map<String, Value>,
    path: &Path<'_>,
) -> bool {
    match &at.rule.test {
        Test::Required(required) => {
            for name in required.iter().filter(|name| !members.contains_key(*name)) {
                explain.push(at, path, format!("missing member {}", quoted(name)));
            }
        }
        Test::Properties {
            names: properties, ..
        } => {
            for (name, value) in members {
                if let Some(node) = properties.get(name) {
                    explain.node(*node, value, &path.name(name));
                }
            }
        }
        Test::PatternProperties(patterns) => {
            for (name, value) in members {
                for (pattern, node) in patterns {
                    if explain.run.matches(pattern, name) {
                        explain.node(*node, value, &path.name(name));
                    }
                }
            }
        }
        Test::AdditionalProperties { .. } => additional(explain, at, members, path),
        Test::PropertyNames(node) => {
            for name in members
                .keys()
                .filter(|name| !explain.run.name(*node, name))
                .collect::<Vec<_>>()
            {
                member_name(explain, at, name, path);
            }
        }
        Test::DependentRequired(entries) => {
            for (name, needed) in entries
                .iter()
                .filter(|(name, _)| members.contains_key(name))
            {
                for other in needed.iter().filter(|other| !members.contains_key(*other)) {
                    let message = format!(
                        "missing member {}, needed with {}",
                        quoted(other),
                        quoted(name)
                    );
                    explain.push(at, path, message);
                }
            }
        }
        _ => return false,
    }
    true
}

fn additional(
    explain: &mut Explain<'_>,
    at: At<'_>,
    members: &Map<String, Value>,
    path: &Path<'_>,
) {
    let Test::AdditionalProperties {
        names,
        patterns,
        node,
    } = &at.rule.test
    else {
        return;
    };
    let never = explain.run.program.is_never(*node);
    for (name, value) in members {
        if explain.run.is_known(names, patterns, name) {
            continue;
        }
        if never {
            let known = names
                .iter()
                .map(|(name, ())| name)
                .filter(|known| !members.contains_key(*known));
            unknown_member(explain, at, name, known.collect(), path);
        } else {
            explain.node(*node, value, &path.name(name));
        }
    }
}

/// A member that no rule allows; `known` are names it may stand for.
pub(super) fn unknown_member(
    explain: &mut Explain<'_>,
    at: At<'_>,
    name: &str,
    known: Vec<&str>,
    path: &Path<'_>,
) {
    let mut hint = did_you_mean(name, known.iter().copied());
    if hint.is_empty() && !known.is_empty() {
        let total = known.len();
        hint = format!("; not used yet: {}", names(known.into_iter(), total));
    }
    let message = format!("unknown member {}{hint}", quoted(name));
    explain.push(at, &path.name(name), message);
}

/// A member name that its schema refuses: the reasons, as reasons about the name.
fn member_name(explain: &mut Explain<'_>, at: At<'_>, name: &str, path: &Path<'_>) {
    let Test::PropertyNames(node) = at.rule.test else {
        return;
    };
    let value = Value::from(name);
    let start = explain.out.len();
    explain.run.passing += 1;
    explain.node(node, &value, &path.name(name));
    explain.run.passing -= 1;
    let reasons = explain.out.split_off(start.min(explain.out.len()));
    let reasons: Vec<String> = reasons
        .into_iter()
        .map(|violation| violation.message)
        .collect();
    let reasons = if reasons.is_empty() {
        "it is not allowed".to_owned()
    } else {
        reasons.join("; ")
    };
    explain.push(
        at,
        &path.name(name),
        format!("the member name {}: {reasons}", quoted(name)),
    );
}

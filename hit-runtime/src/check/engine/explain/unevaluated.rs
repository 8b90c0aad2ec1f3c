//! What the other rules left.

use serde_json::Value;

use crate::check::engine::prepared::Test;
use crate::check::engine::seen::Seen;

use super::known::mark;
use super::object::unknown_member;
use super::path::Path;
use super::state::{At, Explain};

/// `unevaluatedProperties` and `unevaluatedItems`.
pub(super) fn rule(explain: &mut Explain<'_>, at: At<'_>, value: &Value, path: &Path<'_>) {
    match (&at.rule.test, value) {
        (Test::UnevaluatedProperties(node), Value::Object(members)) => {
            let seen = evaluated(explain, at, value);
            let never = explain.run.program.is_never(*node);
            for (_, (name, value)) in members
                .iter()
                .enumerate()
                .filter(|(index, _)| !seen.has(*index))
            {
                if never {
                    unknown_member(explain, at, name, names_beside(at), path);
                } else {
                    explain.node(*node, value, &path.name(name));
                }
            }
        }
        (Test::UnevaluatedItems(node), Value::Array(items)) => {
            let seen = evaluated(explain, at, value);
            let never = explain.run.program.is_never(*node);
            for (index, item) in items
                .iter()
                .enumerate()
                .filter(|(index, _)| !seen.has(*index))
            {
                if never {
                    let message = format!("item {index} is one too many: no rule speaks of it");
                    explain.push(at, &path.index(index), message);
                } else {
                    explain.node(*node, item, &path.index(index));
                }
            }
        }
        _ => {}
    }
}

/// What the rules beside this one evaluate; for those that do not hold, what
/// they speak of.
fn evaluated(explain: &mut Explain<'_>, at: At<'_>, value: &Value) -> Seen {
    let mut seen = Seen::default();
    for rule in at
        .node
        .rules
        .iter()
        .filter(|rule| !std::ptr::eq(*rule, at.rule))
    {
        let before = seen.clone();
        if !explain.run.rule(rule, value, Some(&mut seen)) {
            seen = before;
            mark(&mut explain.run, &rule.test, value, &mut seen);
        }
    }
    seen
}

fn names_beside(at: At<'_>) -> Vec<&str> {
    let mut names = Vec::new();
    for rule in &at.node.rules {
        if let Test::Properties {
            names: properties, ..
        } = &rule.test
        {
            names.extend(properties.iter().map(|(name, _)| name));
        }
    }
    names
}

//! Rules about objects.

use serde_json::{Map, Value};

use crate::check::NodeId;
use crate::check::engine::names::Names;
use crate::check::engine::prepared::{SharedPattern, Test};
use crate::check::engine::run::Run;
use crate::check::engine::seen::Seen;

/// Rules about objects; all others hold.
pub(super) fn rule(
    run: &mut Run<'_>,
    test: &Test,
    members: &Map<String, Value>,
    seen: Option<&mut Seen>,
) -> bool {
    match test {
        Test::MinProperties(min) => members.len() as u64 >= *min,
        Test::MaxProperties(max) => members.len() as u64 <= *max,
        Test::Required(names) => names.iter().all(|name| members.contains_key(name)),
        Test::Properties { names, tags } => {
            tagged(run, tags, members) && properties(run, names, members, seen)
        }
        Test::PatternProperties(patterns) => patterned(run, patterns, members, seen),
        Test::AdditionalProperties {
            names,
            patterns,
            node,
        } => additional(run, (names, patterns), *node, members, seen),
        Test::PropertyNames(node) => members.keys().all(|name| run.name(*node, name)),
        Test::DependentRequired(entries) => entries.iter().all(|(name, needed)| {
            !members.contains_key(name) || needed.iter().all(|name| members.contains_key(name))
        }),
        _ => true,
    }
}

/// Whether the constants hold.
fn tagged(run: &mut Run<'_>, tags: &[(String, NodeId)], members: &Map<String, Value>) -> bool {
    tags.iter().all(|(name, node)| {
        members
            .get(name)
            .is_none_or(|value| run.node(*node, value, None))
    })
}

fn properties(
    run: &mut Run<'_>,
    names: &Names<NodeId>,
    members: &Map<String, Value>,
    seen: Option<&mut Seen>,
) -> bool {
    if let Some(seen) = seen {
        return members
            .iter()
            .enumerate()
            .all(|(index, (name, value))| match names.get(name) {
                None => true,
                Some(node) => {
                    seen.mark(index);
                    run.node(*node, value, None)
                }
            });
    }
    if names.len() <= members.len() {
        names.iter().all(|(name, node)| {
            members
                .get(name)
                .is_none_or(|value| run.node(*node, value, None))
        })
    } else {
        members.iter().all(|(name, value)| {
            names
                .get(name)
                .is_none_or(|node| run.node(*node, value, None))
        })
    }
}

fn patterned(
    run: &mut Run<'_>,
    patterns: &[(SharedPattern, NodeId)],
    members: &Map<String, Value>,
    mut seen: Option<&mut Seen>,
) -> bool {
    members.iter().enumerate().all(|(index, (name, value))| {
        patterns.iter().all(|(pattern, node)| {
            if !run.matches(pattern, name) {
                return true;
            }
            if let Some(seen) = seen.as_deref_mut() {
                seen.mark(index);
            }
            run.node(*node, value, None)
        })
    })
}

fn additional(
    run: &mut Run<'_>,
    (names, patterns): (&Names<()>, &[SharedPattern]),
    node: NodeId,
    members: &Map<String, Value>,
    mut seen: Option<&mut Seen>,
) -> bool {
    members.iter().enumerate().all(|(index, (name, value))| {
        if run.is_known(names, patterns, name) {
            return true;
        }
        if let Some(seen) = seen.as_deref_mut() {
            seen.mark(index);
        }
        run.node(node, value, None)
    })
}

impl Run<'_> {
    /// Whether a member name is listed or matches a pattern.
    pub(in crate::check::engine) fn is_known(
        &mut self,
        names: &Names<()>,
        patterns: &[SharedPattern],
        name: &str,
    ) -> bool {
        names.contains(name) || patterns.iter().any(|pattern| self.matches(pattern, name))
    }

    /// Whether a node accepts a member name.
    pub(in crate::check::engine) fn name(&mut self, node: NodeId, name: &str) -> bool {
        let mut text = std::mem::take(&mut self.scratch);
        text.clear();
        text.push_str(name);
        let value = Value::String(text);
        self.passing += 1;
        let valid = self.node(node, &value, None);
        self.passing -= 1;
        if let Value::String(text) = value {
            self.scratch = text;
        }
        valid
    }
}

//! Where checks apply in a document.

use std::collections::BTreeSet;

use hit_runtime::Pointer;
use hit_runtime::check::{Checker, Kind, NodeId, Program};
use hit_runtime::regex::CompiledPattern;
use serde_json::Value;

/// A check that applies to a value of a document.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The value.
    pub at: Pointer,
    /// The node.
    pub node: NodeId,
    /// The check, by its index in the node.
    pub check: usize,
}

/// Places that are looked at in one document.
const MOST: usize = 20_000;

/// All places of a document: every check, at every value that it applies to.
/// Of long lists the first item and the last are looked at.
pub fn places(program: &Program, checker: &Checker, root: NodeId, document: &Value) -> Vec<Place> {
    let mut walk = Walk {
        program,
        checker,
        seen: BTreeSet::new(),
        found: Vec::new(),
    };
    walk.node(root, document, &Pointer::root());
    walk.found
}

/// All nodes that apply to a value.
pub fn nodes_at(places: &[Place], at: &Pointer) -> Vec<NodeId> {
    let here = places.iter().filter(|place| place.at == *at);
    let mut nodes: Vec<NodeId> = here.map(|place| place.node).collect();
    nodes.sort_unstable();
    nodes.dedup();
    nodes
}

struct Walk<'p> {
    program: &'p Program,
    checker: &'p Checker,
    seen: BTreeSet<(NodeId, Pointer)>,
    found: Vec<Place>,
}

impl Walk<'_> {
    fn node(&mut self, id: NodeId, value: &Value, at: &Pointer) {
        if self.found.len() > MOST || !self.seen.insert((id, at.clone())) {
            return;
        }
        let program = self.program;
        let Some(node) = program.nodes.get(id as usize) else {
            return;
        };
        for (index, check) in node.checks.iter().enumerate() {
            self.found.push(Place {
                at: at.clone(),
                node: id,
                check: index,
            });
            self.beside(&check.kind, value, at);
            match value {
                Value::Object(members) => {
                    for (name, member) in members {
                        for node in of_member(&check.kind, name) {
                            self.node(node, member, &at.join(name));
                        }
                    }
                }
                Value::Array(items) => {
                    let last = items.len().saturating_sub(1);
                    for index in BTreeSet::from([0, 1.min(last), last]) {
                        let node = of_item(&check.kind, index);
                        if let (Some(node), Some(item)) = (node, items.get(index)) {
                            self.node(node, item, &at.join(&index.to_string()));
                        }
                    }
                }
                _ => {}
            }
        }
    }

    /// Nodes that apply to the same value.
    fn beside(&mut self, kind: &Kind, value: &Value, at: &Pointer) {
        let nodes = match kind {
            Kind::Ref(node) | Kind::DynamicRef { fallback: node, .. } => vec![*node],
            Kind::AllOf(nodes) => nodes.clone(),
            Kind::AnyOf(nodes) | Kind::OneOf(nodes) => {
                let accepting = nodes
                    .iter()
                    .filter(|node| self.checker.is_valid(**node, value));
                accepting.copied().collect()
            }
            Kind::If {
                test,
                then,
                otherwise,
            } => match self.checker.is_valid(*test, value) {
                true => then.iter().copied().collect(),
                false => otherwise.iter().copied().collect(),
            },
            Kind::DependentSchemas(named) => {
                let there = named.iter().filter(|(name, _)| value.get(name).is_some());
                there.map(|(_, node)| *node).collect()
            }
            _ => Vec::new(),
        };
        for node in nodes {
            self.node(node, value, at);
        }
    }
}

fn of_member(kind: &Kind, name: &str) -> Vec<NodeId> {
    let matches = |pattern: &str| {
        let compiled = CompiledPattern::new(pattern);
        compiled.is_ok_and(|compiled| compiled.is_match(name))
    };
    match kind {
        Kind::Properties(named) => {
            let found = named.iter().find(|(known, _)| known == name);
            found.map(|(_, node)| *node).into_iter().collect()
        }
        Kind::PatternProperties(matched) => {
            let found = matched.iter().filter(|(pattern, _)| matches(&pattern.0));
            found.map(|(_, node)| *node).collect()
        }
        Kind::AdditionalProperties {
            names,
            patterns,
            node,
        } => {
            let known = names.iter().any(|known| known == name)
                || patterns.iter().any(|pattern| matches(&pattern.0));
            (!known).then_some(*node).into_iter().collect()
        }
        _ => Vec::new(),
    }
}

fn of_item(kind: &Kind, index: usize) -> Option<NodeId> {
    match kind {
        Kind::PrefixItems(nodes) => nodes.get(index).copied(),
        Kind::Items { from, node } if index >= *from => Some(*node),
        Kind::Contains { node, .. } => Some(*node),
        _ => None,
    }
}

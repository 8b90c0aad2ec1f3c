//! The way through a document beside the nodes of its schema.

use crate::check::{Kind, NodeId, Pattern};
use serde_json::Value;

use crate::rules::document::arms::arms;
use crate::rules::document::check::{Place, Run};

impl<'a> Run<'_, 'a> {
    /// Runs the rules at a node and below it.
    pub(super) fn node(
        &mut self,
        id: NodeId,
        value: &'a Value,
        old: Option<&'a Value>,
        at: &mut Place,
    ) {
        if !self.rules.leads(id) || !self.seen.insert((id, std::ptr::from_ref(value))) {
            return;
        }
        let rules = self.rules;
        let Some(node) = self.program.nodes.get(id as usize) else {
            return;
        };
        for rule in rules.at.get(&id).into_iter().flatten() {
            self.rule(rule, value, old, at);
        }
        self.scope.push(node.resource);
        for check in &node.checks {
            self.beside(&check.kind, value, old, at);
            match value {
                Value::Object(members) => {
                    for (name, member) in members {
                        let below = self.of_member(&check.kind, name);
                        if below.is_empty() {
                            continue;
                        }
                        let old = old.and_then(|old| old.get(name));
                        at.tokens.push(name.clone());
                        below
                            .into_iter()
                            .for_each(|node| self.node(node, member, old, at));
                        at.tokens.pop();
                    }
                }
                Value::Array(items) => {
                    for (index, item) in items.iter().enumerate() {
                        if let Some(node) = of_item(&check.kind, index) {
                            at.tokens.push(index.to_string());
                            self.node(node, item, None, at);
                            at.tokens.pop();
                        }
                    }
                }
                _ => {}
            }
        }
        self.scope.pop();
    }

    /// The nodes that a check applies to the same value.
    fn beside(&mut self, kind: &Kind, value: &'a Value, old: Option<&'a Value>, at: &mut Place) {
        let program = self.program;
        let nodes = match kind {
            Kind::Ref(node) => vec![*node],
            Kind::AllOf(nodes) => nodes.clone(),
            Kind::AnyOf(nodes) | Kind::OneOf(nodes) => arms(program, self.checker, nodes, value),
            Kind::If {
                test,
                then,
                otherwise,
            } => match self.checker.is_valid(*test, value) {
                true => [Some(*test), *then].into_iter().flatten().collect(),
                false => otherwise.iter().copied().collect(),
            },
            Kind::DependentSchemas(named) => {
                let there = named.iter().filter(|(name, _)| value.get(name).is_some());
                there.map(|(_, node)| *node).collect()
            }
            Kind::DynamicRef { anchor, fallback } => vec![self.dynamic(anchor, *fallback)],
            _ => Vec::new(),
        };
        for node in nodes {
            self.node(node, value, old, at);
        }
    }

    /// Where a dynamic reference leads: the outermost anchor of its name.
    fn dynamic(&self, anchor: &str, fallback: NodeId) -> NodeId {
        let resources = &self.program.resources;
        let mut anchors = self
            .scope
            .iter()
            .filter_map(|id| resources.get(*id as usize))
            .flat_map(|resource| &resource.dynamic_anchors);
        let found = anchors.find(|(name, _)| name == anchor);
        found.map_or(fallback, |(_, node)| *node)
    }

    /// The nodes that a check applies to a member.
    fn of_member(&self, kind: &Kind, name: &str) -> Vec<NodeId> {
        let matches = |pattern: &Pattern| {
            let compiled = self.rules.patterns.get(&pattern.0);
            compiled.is_some_and(|compiled| compiled.is_match(name))
        };
        match kind {
            Kind::Properties(named) => {
                let found = named.iter().find(|(known, _)| known == name);
                found.map(|(_, node)| *node).into_iter().collect()
            }
            Kind::PatternProperties(matched) => {
                let found = matched.iter().filter(|(pattern, _)| matches(pattern));
                found.map(|(_, node)| *node).collect()
            }
            Kind::AdditionalProperties {
                names,
                patterns,
                node,
            } if !names.iter().any(|known| known == name) && !patterns.iter().any(matches) => {
                vec![*node]
            }
            _ => Vec::new(),
        }
    }
}

/// The node that a check applies to an item.
fn of_item(kind: &Kind, index: usize) -> Option<NodeId> {
    match kind {
        Kind::PrefixItems(nodes) => nodes.get(index).copied(),
        Kind::Items { from, node } if index >= *from => Some(*node),
        _ => None,
    }
}

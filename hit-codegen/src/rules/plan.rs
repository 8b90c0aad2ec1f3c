//! The plan: by type, its rules and how they run.

use std::collections::BTreeMap;

use hit_rules::schema::Rules;
use hit_runtime::check::{self, NodeId};
use hit_runtime::rules::document::leads;
use hit_runtime::rules::kubernetes::Node;
use hit_runtime::rules::text::to_text;

use crate::model::{ItemId, ItemRules, Model, RulePlan, ShownRule};
use crate::rules::conjuncts::conjuncts;
use crate::rules::placed::{Placed, Written};
use crate::rules::walk::Walk;

/// Says which types have rules. `None` where there are none at all.
pub fn plan(model: &Model, rules: &Rules, context: Option<ItemId>) -> Option<RulePlan> {
    if rules.is_empty() {
        return None;
    }
    let run = &rules.run;
    let (placed, list_keys) = all(model, rules);
    let ends = |outside: bool| {
        let needed = placed.iter().filter(move |rule| !outside || rule.outside());
        needed.map(|rule| rule.node)
    };
    let ruled = leads(&model.program, ends(false));
    let outside = leads(&model.program, ends(true));
    let is = |leads: &[bool], node: NodeId| leads.get(node as usize).copied().unwrap_or(false);
    let walk = Walk {
        model,
        context,
        leads: &ruled,
        rules: &placed,
        list_keys: &list_keys,
    };
    let mut items = BTreeMap::new();
    for (id, item) in model.items.iter().enumerate() {
        if is(&ruled, item.node) {
            let shown = shown(model, &placed, item.node);
            let outside = is(&outside, item.node);
            let code = walk.item(id);
            let rules = ItemRules {
                outside,
                shown,
                code,
            };
            items.insert(id, rules);
        }
    }
    // What runs over JSON knows the rules of a resource from its root alone.
    let structural = placed
        .iter()
        .filter(|rule| matches!(rule.written, Written::Kubernetes(..)));
    let structural = leads(&model.program, structural.map(|rule| rule.node));
    let by_json = |(id, rules): (&ItemId, &ItemRules)| {
        rules.code.is_none() && is(&structural, model.items[*id].node)
    };
    if placed.iter().any(|rule| rule.lost) || items.iter().any(by_json) {
        for (id, rules) in &mut items {
            if run.kubernetes.contains_key(&model.items[*id].node) {
                rules.code = None;
            }
        }
    }
    Some(RulePlan {
        text: to_text(run),
        context,
        items,
    })
}

/// All rules at their places, in the order of their numbers; and what identifies the items of
/// lists.
fn all<'r>(model: &Model, rules: &'r Rules) -> (Vec<Placed<'r>>, BTreeMap<NodeId, Vec<String>>) {
    let run = &rules.run;
    let entries = run.at.iter().flat_map(|(node, placed)| {
        placed.iter().map(|placed| Placed {
            node: *node,
            types: &run.types,
            written: Written::Entry(placed),
            lost: false,
        })
    });
    let mut placed: Vec<Placed<'_>> = entries.collect();
    let mut list_keys = BTreeMap::new();
    for (root, (node, types)) in &run.kubernetes {
        let below = Below::new(model, *root);
        for (_, rule) in node.numbered() {
            let schema = rule.pointer.rsplit_once("/x-kubernetes-validations/");
            let found = schema.and_then(|(schema, _)| below.node(schema));
            placed.push(Placed {
                node: found.unwrap_or(*root),
                types,
                written: Written::Kubernetes(rule, below.name()),
                lost: found.is_none(),
            });
        }
        keys(node, &below, &mut list_keys);
    }
    (placed, list_keys)
}

fn keys(node: &Node, below: &Below<'_>, found: &mut BTreeMap<NodeId, Vec<String>>) {
    if let Some(keys) = &node.list_keys {
        let nodes = node.written.iter().filter_map(|it| below.node(&it.pointer));
        found.extend(nodes.map(|node| (node, keys.clone())));
    }
    let children = node.properties.values();
    children
        .chain(node.items.as_deref())
        .chain(node.additional.as_deref())
        .for_each(|child| {
            keys(child, below, found);
        });
}

/// The subschemas of a root by their pointers below it.
struct Below<'m> {
    model: &'m Model,
    root: NodeId,
}

impl<'m> Below<'m> {
    fn new(model: &'m Model, root: NodeId) -> Self {
        Self { model, root }
    }

    fn origin(&self) -> Option<&check::Node> {
        self.model.program.nodes.get(self.root as usize)
    }

    fn node(&self, pointer: &str) -> Option<NodeId> {
        let root = self.origin()?;
        let wanted = format!("{}{pointer}", root.pointer);
        let nodes = self.model.program.nodes.iter();
        let found = nodes
            .zip(0..)
            .find(|(node, _)| node.source == root.source && node.pointer == wanted);
        found.map(|(_, id)| id)
    }

    /// The document, and the place of the root in it.
    fn name(&self) -> String {
        let root = self.origin();
        let name = root.and_then(|root| self.model.program.sources.get(root.source as usize));
        format!(
            "{}#{}",
            name.map_or("", String::as_str),
            root.map_or("", |root| root.pointer.as_str())
        )
    }
}

/// The rules about the values of a node, for people.
fn shown(model: &Model, placed: &[Placed<'_>], node: NodeId) -> Vec<ShownRule> {
    let nodes = conjuncts(&model.program, node);
    let here = placed.iter().filter(|rule| nodes.contains(&rule.node));
    let shown = here.map(|rule| ShownRule {
        id: rule.id(),
        text: rule.text().to_owned(),
    });
    shown.collect()
}

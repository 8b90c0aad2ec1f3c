//! The plan: by type, its rules and how they run.

use std::collections::BTreeMap;

use hit_rules::schema::Rules;
use hit_runtime::check::NodeId;
use hit_runtime::rules::document::{PlacedRule, leads};
use hit_runtime::rules::text::to_text;

use crate::model::{ItemId, ItemRules, Model, RulePlan, ShownRule};
use crate::rules::conjuncts::conjuncts;
use crate::rules::walk::Walk;

/// Says which types have rules. `None` where there are none at all.
pub fn plan(model: &Model, rules: &Rules, context: Option<ItemId>) -> Option<RulePlan> {
    if rules.is_empty() {
        return None;
    }
    let run = &rules.run;
    let ends = |outside: bool| {
        let needs =
            move |rules: &&Vec<PlacedRule>| !outside || rules.iter().any(|rule| rule.entry.outside);
        let nodes = run.at.iter().filter(move |(_, rules)| needs(rules));
        nodes.map(|(node, _)| *node)
    };
    let ruled = leads(&model.program, ends(false));
    let outside = leads(&model.program, ends(true));
    let is = |leads: &[bool], node: NodeId| leads.get(node as usize).copied().unwrap_or(false);
    let numbered: Vec<(NodeId, &PlacedRule)> = run
        .at
        .iter()
        .flat_map(|(node, rules)| rules.iter().map(|rule| (*node, rule)))
        .collect();
    let walk = Walk {
        model,
        types: &run.types,
        context,
        leads: &ruled,
        rules: &numbered,
    };
    let mut items = BTreeMap::new();
    for (id, item) in model.items.iter().enumerate() {
        let kubernetes = run.kubernetes.contains_key(&item.node);
        if kubernetes || is(&ruled, item.node) {
            let shown = shown(model, rules, item.node);
            let outside = is(&outside, item.node);
            let code = match kubernetes {
                true => None,
                false => walk.item(id),
            };
            let rules = ItemRules {
                outside,
                shown,
                code,
            };
            items.insert(id, rules);
        }
    }
    Some(RulePlan {
        text: to_text(run),
        context,
        items,
    })
}

/// The rules about the values of a node, for people.
fn shown(model: &Model, rules: &Rules, node: NodeId) -> Vec<ShownRule> {
    let nodes = conjuncts(&model.program, node);
    let placed = nodes.iter().filter_map(|node| rules.run.at.get(node));
    let entries = placed.flatten().map(|rule| &rule.entry);
    let mut shown: Vec<ShownRule> = entries
        .map(|entry| ShownRule {
            id: entry.id.clone(),
            text: entry.text.clone(),
        })
        .collect();
    if let Some((root, _)) = rules.run.kubernetes.get(&node) {
        shown.extend(root.rules.iter().map(|rule| ShownRule {
            id: hit_runtime::rules::document::entry_id(&rule.pointer),
            text: rule.text.clone(),
        }));
    }
    shown
}

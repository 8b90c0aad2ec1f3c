//! The rules of a compiled schema, taken apart.

use std::collections::BTreeMap;

use hit_rules::schema::Rules;
use hit_runtime::Severity;
use hit_runtime::check::NodeId;
use hit_schema::Compiled;

use super::constant::literals;
use super::data::{Rule, RuleSet};
use super::identity::identity;
use super::lower::lower;
use crate::graph::{RuleTerms, Term};

const KEYWORD: &str = "x-rules";

/// Takes the rules of a schema apart.
pub(crate) fn read(compiled: &Compiled, rules: &Rules) -> RuleSet {
    let mut set = RuleSet::default();
    if rules.is_empty() {
        return set;
    }
    let table = rules.types();
    let mut at: BTreeMap<NodeId, Vec<Vec<Term>>> = BTreeMap::new();
    for placed in rules.placed() {
        let identity = identity(&placed, table);
        let slot = at.entry(placed.node).or_default();
        let index = slot.len();
        // A warning refuses nothing, nor does what is checked elsewhere, nor,
        // without a value before, what compares with it.
        let refuses = placed.entry.entry.severity == Severity::Error && placed.entry.rule.is_some();
        slot.push(match refuses {
            true => lower(&placed, table, &identity),
            false => Vec::new(),
        });
        for checked in placed.entry.rule.iter().chain(&placed.entry.when) {
            literals(&checked.root, &mut set.literals);
        }
        set.outside |= placed.entry.uses_context();
        set.rules.push(Rule {
            node: placed.node,
            at: index,
            entry: placed.entry.entry.clone(),
            identity,
            origin: origin(compiled, placed.node, &placed.entry.entry.id),
        });
    }
    let count = compiled.program.nodes.len();
    let leads = (0..count).map(|node| NodeId::try_from(node).is_ok_and(|node| rules.leads(node)));
    set.terms = RuleTerms {
        at,
        leads: leads.collect(),
        whole: rules.has_kubernetes().then(|| whole(compiled)),
    };
    set
}

/// Rules as Kubernetes writes them are the same where the whole schema is.
fn whole(compiled: &Compiled) -> String {
    let texts = compiled
        .sources
        .iter()
        .map(|(_, source)| source.text.as_str());
    let texts: Vec<&str> = texts.collect();
    format!("x-kubernetes-validations\0{}", texts.join("\0"))
}

/// The place of the entry of an id.
fn origin(compiled: &Compiled, node: NodeId, id: &str) -> Option<hit_schema::Origin> {
    let info = compiled.info.get(node as usize)?;
    let places = info.extensions.iter().filter(|(name, ..)| name == KEYWORD);
    places.into_iter().find_map(|(_, value, origin)| {
        let entries = value.as_array()?;
        let at = entries.iter().position(|entry| entry["id"] == id)?;
        let mut pointer = origin.pointer.clone();
        pointer.push_index(at);
        let tree = compiled.sources.tree(origin.source)?;
        let span = tree.pointer(&pointer).map_or(origin.span, |node| node.span);
        Some(hit_schema::Origin {
            source: origin.source,
            pointer,
            span,
        })
    })
}

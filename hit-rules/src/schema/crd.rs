//! `x-kubernetes-validations`, read as Kubernetes reads them.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use hit_runtime::check::NodeId;
use hit_runtime::rules::document::entry_id as id;
use hit_schema::{Compiled, Diagnostic, Origin};
use serde_json::Value;

use crate::entries::EntryError;
use crate::kubernetes::{self, Node};
use crate::schema::places::places;
use crate::schema::{codes, diagnose};
use crate::types::TypeTable;

pub(super) const KEYWORD: &str = "x-kubernetes-validations";

/// By root: its rules. What is wrong with them goes to `found`.
pub(super) fn compile(
    compiled: &Compiled,
    found: &mut Vec<Diagnostic>,
) -> BTreeMap<NodeId, (Node, Arc<TypeTable>)> {
    let mut sets = BTreeMap::new();
    let mut covered = BTreeSet::new();
    if places(compiled, KEYWORD).next().is_none() {
        return sets;
    }
    for root in &compiled.roots {
        let Some(info) = compiled.info.get(root.node as usize) else {
            continue;
        };
        let origin = &info.origin;
        let tree = compiled.sources.tree(origin.source);
        let Some(node) = tree.and_then(|tree| tree.pointer(&origin.pointer)) else {
            continue;
        };
        let schema = node.to_value();
        let rules = kubernetes::compile(&schema, is_resource(&schema));
        for wrong in &rules.errors {
            covered.insert((
                origin.source,
                format!("{}{}", origin.pointer, entry(&wrong.pointer)),
            ));
            let error = EntryError {
                pointer: String::new(),
                text: wrong.text.clone(),
                diagnostics: wrong.diagnostics.clone(),
            };
            let id = id(entry(&wrong.pointer));
            found.extend(diagnose::error(
                compiled,
                origin,
                &id,
                &wrong.pointer,
                &error,
            ));
        }
        each(&rules.root, &mut |pointer| {
            covered.insert((origin.source, format!("{}{pointer}", origin.pointer)));
        });
        if rules.root.has_rules() {
            sets.insert(root.node, (rules.root, rules.types));
        }
    }
    found.extend(uncovered(compiled, &covered));
    sets
}

/// What Kubernetes does not read either, or reads and hit cannot place.
fn uncovered(
    compiled: &Compiled,
    covered: &BTreeSet<(hit_schema::SourceId, String)>,
) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for place in places(compiled, KEYWORD) {
        let entries = place.value.as_array().map_or(&[][..], Vec::as_slice);
        for (index, written) in entries.iter().enumerate() {
            let origin = place.origin;
            let key = (origin.source, format!("{}/{index}", origin.pointer));
            let text = written.get("rule").and_then(Value::as_str).unwrap_or("");
            if !covered.contains(&key) && !text.trim().is_empty() {
                let message = "the rule is never run: `x-kubernetes-validations` is read below `properties`, `items`, `additionalProperties` and `allOf` of the root alone";
                found.push(
                    Diagnostic::error(codes::RULE_PLACE, message)
                        .at(Origin::clone(origin))
                        .help("write it as an entry of `x-rules`, which is read behind references too"),
                );
            }
        }
    }
    found
}

/// Calls `f` with the pointer of each rule's entry.
fn each(node: &Node, f: &mut impl FnMut(&str)) {
    node.rules.iter().for_each(|rule| f(&rule.pointer));
    node.properties.values().for_each(|child| each(child, f));
    for child in node.items.iter().chain(&node.additional) {
        each(child, f);
    }
}

/// Whether the schema is that of a whole resource, whose metadata rules may read.
fn is_resource(schema: &Value) -> bool {
    let has = |name: &&str| {
        schema
            .get("properties")
            .is_some_and(|it| it.get(name).is_some())
    };
    ["apiVersion", "kind", "metadata"].iter().all(has)
}

/// The pointer of the entry that a pointer leads into.
fn entry(pointer: &str) -> &str {
    match pointer.rsplit_once('/') {
        Some((entry, "rule" | "messageExpression" | "fieldPath")) => entry,
        _ => pointer,
    }
}

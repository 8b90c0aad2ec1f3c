//! Keywords of a subschema, those of `$ref` and `allOf` included, by name.

use std::collections::{BTreeMap, BTreeSet};

use hit_runtime::check::{Kind as Demand, NodeId, Program};

use crate::graph::{PartKey, parts_of};

/// One keyword, or one member of it.
#[derive(Clone, Debug)]
pub(super) struct Part {
    pub(super) key: PartKey,
    pub(super) subject: &'static str,
    pub(super) kind: Demand,
    /// Pointer below the subschema.
    pub(super) below: String,
}

/// What a part is matched by: its subject and member, and how many of that
/// kind come before it.
pub(super) type Name = (String, usize);

/// A node and all that `$ref` and `allOf` apply beside it.
pub(super) fn beside(program: &Program, root: NodeId) -> Vec<NodeId> {
    let mut nodes = Vec::new();
    let mut stack = vec![root];
    while let Some(node) = stack.pop() {
        if nodes.contains(&node) {
            continue;
        }
        nodes.push(node);
        let written = program.nodes.get(node as usize);
        for check in written.into_iter().flat_map(|written| &written.checks) {
            match &check.kind {
                Demand::Ref(target) => stack.push(*target),
                Demand::AllOf(targets) => stack.extend(targets.iter().rev()),
                _ => {}
            }
        }
    }
    nodes
}

/// The parts of a node by name.
pub(super) fn collect(program: &Program, root: NodeId) -> BTreeMap<Name, Part> {
    let mut found = BTreeMap::new();
    let mut seen = BTreeSet::new();
    let mut stack = vec![root];
    while let Some(node) = stack.pop() {
        if !seen.insert(node) {
            continue;
        }
        let Some(written) = program.nodes.get(node as usize) else {
            continue;
        };
        for (at, check) in written.checks.iter().enumerate() {
            match &check.kind {
                Demand::Ref(target) => stack.push(*target),
                Demand::AllOf(targets) => stack.extend(targets.iter().rev()),
                kind => {
                    for (sub, kind) in parts_of(kind).into_iter().enumerate() {
                        let (subject, member, child) = subject(&kind);
                        let below = match child {
                            true => format!("/{}/{}", check.keyword, escape(&member)),
                            false => format!("/{}", check.keyword),
                        };
                        let name = format!("{subject} {member}");
                        let before = (0..)
                            .find(|count| !found.contains_key(&(name.clone(), *count)))
                            .unwrap_or(0);
                        let part = Part {
                            key: (node, at, sub),
                            subject,
                            kind,
                            below,
                        };
                        found.insert((name, before), part);
                    }
                }
            }
        }
    }
    found
}

fn escape(name: &str) -> String {
    name.replace('~', "~0").replace('/', "~1")
}

/// What a part is called in ids, which member it is about, and whether that
/// member stands below the keyword.
fn subject(kind: &Demand) -> (&'static str, String, bool) {
    let none = String::new();
    let first = |named: &[(String, NodeId)]| named.first().map(|one| one.0.clone());
    match kind {
        Demand::Properties(named) => ("property", first(named).unwrap_or_default(), true),
        Demand::PatternProperties(matched) => {
            let pattern = matched.first().map(|one| one.0.0.clone());
            ("pattern-property", pattern.unwrap_or_default(), true)
        }
        Demand::DependentSchemas(named) => {
            ("dependent-schema", first(named).unwrap_or_default(), true)
        }
        Demand::DependentRequired(entries) => {
            let name = entries.first().map(|one| one.0.clone());
            ("dependent-required", name.unwrap_or_default(), true)
        }
        Demand::Required(names) => (
            "required",
            names.first().cloned().unwrap_or_default(),
            false,
        ),
        Demand::Never => ("false", none, false),
        Demand::Type(_) => ("type", none, false),
        Demand::Enum(_) => ("enum", none, false),
        Demand::Minimum(_) => ("minimum", none, false),
        Demand::ExclusiveMinimum(_) => ("exclusive-minimum", none, false),
        Demand::Maximum(_) => ("maximum", none, false),
        Demand::ExclusiveMaximum(_) => ("exclusive-maximum", none, false),
        Demand::MultipleOf(_) => ("multiple-of", none, false),
        Demand::MinLength(_) => ("min-length", none, false),
        Demand::MaxLength(_) => ("max-length", none, false),
        Demand::Pattern(_) => ("pattern", none, false),
        Demand::Format(_) => ("format", none, false),
        Demand::ContentEncoding(_) => ("content-encoding", none, false),
        Demand::ContentMediaType { .. } => ("content-media-type", none, false),
        Demand::MinItems(_) => ("min-items", none, false),
        Demand::MaxItems(_) => ("max-items", none, false),
        Demand::UniqueItems => ("unique-items", none, false),
        Demand::PrefixItems(_) => ("prefix-items", none, false),
        Demand::Items { .. } => ("items", none, false),
        Demand::Contains { .. } => ("contains", none, false),
        Demand::UnevaluatedItems(_) => ("unevaluated-items", none, false),
        Demand::MinProperties(_) => ("min-properties", none, false),
        Demand::MaxProperties(_) => ("max-properties", none, false),
        Demand::AdditionalProperties { .. } => ("additional-properties", none, false),
        Demand::PropertyNames(_) => ("property-names", none, false),
        Demand::UnevaluatedProperties(_) => ("unevaluated-properties", none, false),
        Demand::DynamicRef { .. } => ("dynamic-ref", none, false),
        Demand::AnyOf(_) => ("any-of", none, false),
        Demand::OneOf(_) => ("one-of", none, false),
        Demand::Not(_) => ("not", none, false),
        Demand::If { .. } => ("if", none, false),
        _ => ("keyword", none, false),
    }
}

/// The subschemas of a part, in order.
pub(super) fn children(kind: &Demand) -> Vec<NodeId> {
    match kind {
        Demand::Properties(named) | Demand::DependentSchemas(named) => {
            named.iter().map(|one| one.1).collect()
        }
        Demand::PatternProperties(matched) => matched.iter().map(|one| one.1).collect(),
        Demand::PrefixItems(nodes) | Demand::AnyOf(nodes) | Demand::OneOf(nodes) => nodes.clone(),
        Demand::Items { node, .. }
        | Demand::Contains { node, .. }
        | Demand::UnevaluatedItems(node)
        | Demand::AdditionalProperties { node, .. }
        | Demand::PropertyNames(node)
        | Demand::UnevaluatedProperties(node)
        | Demand::Not(node) => vec![*node],
        Demand::If {
            test,
            then,
            otherwise,
        } => [Some(*test), *then, *otherwise]
            .into_iter()
            .flatten()
            .collect(),
        _ => Vec::new(),
    }
}

/// Whether two parts differ only in their subschemas.
pub(super) fn same_frame(old: &Demand, new: &Demand) -> bool {
    match (old, new) {
        (Demand::Items { from, .. }, Demand::Items { from: other, .. }) => from == other,
        (
            Demand::Contains { min, max, .. },
            Demand::Contains {
                min: low,
                max: high,
                ..
            },
        ) => min == low && max == high,
        (
            Demand::If {
                then, otherwise, ..
            },
            Demand::If {
                then: yes,
                otherwise: no,
                ..
            },
        ) => then.is_some() == yes.is_some() && otherwise.is_some() == no.is_some(),
        _ => children(old).len() == children(new).len() && !children(old).is_empty(),
    }
}

//! Program to text.

use serde_json::{Value, json};

use crate::check::{Check, Kind, Node, Pattern, Program, TypeSet};

use super::spelling::{TYPES, name, usual_keyword};

impl Program {
    /// The program as text: deterministic, one line a node.
    ///
    /// [`Program::from_text`] reads it back.
    pub fn to_text(&self) -> String {
        let anchors = |resource: &crate::check::Resource| pairs(&resource.dynamic_anchors);
        let resources: Vec<Value> = self.resources.iter().map(anchors).collect();
        let mut text = String::new();
        push_line(
            &mut text,
            &[
                ("hit", json!(1)),
                ("sources", json!(self.sources)),
                ("resources", json!(resources)),
            ],
        );
        for node in &self.nodes {
            push_node(&mut text, node);
        }
        text
    }
}

fn push_node(text: &mut String, node: &Node) {
    let mut members = vec![("at", json!(format!("{}#{}", node.source, node.pointer)))];
    if node.resource != 0 {
        members.push(("in", json!(node.resource)));
    }
    if node.checks.is_empty() {
        return push_line(text, &members);
    }
    let start = object(&members);
    text.push_str(start.strip_suffix('}').unwrap_or(&start));
    text.push_str(",\"is\":[");
    for (index, check) in node.checks.iter().enumerate() {
        if index > 0 {
            text.push(',');
        }
        text.push_str(&check_text(check));
    }
    text.push_str("]}\n");
}

fn check_text(check: &Check) -> String {
    let name = name(&check.kind);
    let mut members = vec![(name, argument(&check.kind))];
    members.extend(further(&check.kind));
    if check.keyword != usual_keyword(name) {
        members.push(("as", json!(check.keyword)));
    }
    object(&members)
}

fn push_line(text: &mut String, members: &[(&str, Value)]) {
    text.push_str(&object(members));
    text.push('\n');
}

/// Members in the order given, which `serde_json`'s map may not keep.
fn object(members: &[(&str, Value)]) -> String {
    let members: Vec<String> = members
        .iter()
        .map(|(name, value)| format!("{}:{value}", Value::from(*name)))
        .collect();
    format!("{{{}}}", members.join(","))
}

/// What stands after a kind's name.
fn argument(kind: &Kind) -> Value {
    match kind {
        Kind::Never | Kind::UniqueItems => json!(true),
        Kind::Type(types) => type_names(*types),
        Kind::Enum(values) => Value::Array(values.clone()),
        Kind::Minimum(number)
        | Kind::ExclusiveMinimum(number)
        | Kind::Maximum(number)
        | Kind::ExclusiveMaximum(number)
        | Kind::MultipleOf(number) => Value::Number(number.clone()),
        Kind::MinLength(count)
        | Kind::MaxLength(count)
        | Kind::MinItems(count)
        | Kind::MaxItems(count)
        | Kind::MinProperties(count)
        | Kind::MaxProperties(count) => json!(count),
        Kind::Pattern(pattern) => json!(pattern.0),
        Kind::Format(format) => json!(format.0),
        Kind::ContentEncoding(name) => json!(name),
        Kind::ContentMediaType { media_type, .. } => json!(media_type),
        Kind::Required(names) => json!(names),
        Kind::PrefixItems(nodes) | Kind::AllOf(nodes) | Kind::AnyOf(nodes) | Kind::OneOf(nodes) => {
            json!(nodes)
        }
        Kind::Items { node, .. }
        | Kind::Contains { node, .. }
        | Kind::AdditionalProperties { node, .. } => {
            json!(node)
        }
        Kind::UnevaluatedItems(node)
        | Kind::UnevaluatedProperties(node)
        | Kind::PropertyNames(node)
        | Kind::Ref(node)
        | Kind::Not(node)
        | Kind::If { test: node, .. } => json!(node),
        Kind::Properties(entries) | Kind::DependentSchemas(entries) => pairs(entries),
        Kind::PatternProperties(entries) => entries
            .iter()
            .map(|(Pattern(pattern), node)| json!([pattern, node]))
            .collect(),
        Kind::DependentRequired(entries) => entries
            .iter()
            .map(|(name, needed)| json!([name, needed]))
            .collect(),
        Kind::DynamicRef { anchor, .. } => json!(anchor),
    }
}

/// The members after the first.
fn further(kind: &Kind) -> Vec<(&'static str, Value)> {
    let mut members = Vec::new();
    match kind {
        Kind::ContentMediaType {
            encoding: Some(encoding),
            ..
        } => members.push(("encoding", json!(encoding))),
        Kind::Items { from, .. } if *from > 0 => members.push(("from", json!(from))),
        Kind::Contains {
            min,
            max,
            evaluates,
            ..
        } => {
            members.push(("min", json!(min)));
            members.extend(max.map(|max| ("max", json!(max))));
            if *evaluates {
                members.push(("evaluates", json!(true)));
            }
        }
        Kind::AdditionalProperties {
            names, patterns, ..
        } => {
            let patterns: Vec<&str> = patterns
                .iter()
                .map(|Pattern(pattern)| pattern.as_str())
                .collect();
            members.extend((!names.is_empty()).then(|| ("names", json!(names))));
            members.extend((!patterns.is_empty()).then(|| ("patterns", json!(patterns))));
        }
        Kind::DynamicRef { fallback, .. } => members.push(("fallback", json!(fallback))),
        Kind::If {
            then, otherwise, ..
        } => {
            members.extend(then.map(|node| ("then", json!(node))));
            members.extend(otherwise.map(|node| ("else", json!(node))));
        }
        _ => {}
    }
    members
}

/// Names with nodes, in their order: a list, since the order of members and
/// double names would be lost in an object.
fn pairs(entries: &[(String, u32)]) -> Value {
    entries
        .iter()
        .map(|(name, node)| json!([name, node]))
        .collect()
}

fn type_names(types: TypeSet) -> Value {
    TYPES
        .iter()
        .filter(|(_, set)| types.contains(*set))
        .map(|(name, _)| json!(name))
        .collect()
}

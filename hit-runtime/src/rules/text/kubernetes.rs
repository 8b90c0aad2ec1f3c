//! Rules of structural schemas.

use serde_json::{Value as Json, json};

use crate::rules::kubernetes::{Node, Rule};
use crate::rules::text::expression::{self, Expressions};
use crate::rules::text::reader::{Read, flag, list, maybe, member, text, wrong};
use crate::rules::text::types;

/// Deeper than a schema is read.
const DEEPEST: usize = 250;

/// A node as JSON, without branches that have no rules.
pub fn to_json(node: &Node) -> Json {
    let below = |node: &Option<Box<Node>>| {
        let node = node.as_deref().filter(|node| node.has_rules());
        node.map(to_json)
    };
    let properties = node.properties.iter().filter(|(_, node)| node.has_rules());
    let properties = properties.map(|(name, node)| (name.clone(), to_json(node)));
    let known: Vec<&String> = match node.additional {
        // A member with a schema of its own is none of the others.
        Some(_) => node.properties.keys().collect(),
        None => Vec::new(),
    };
    json!({
        "ty": node.ty.as_ref().map(types::to_json),
        "rules": node.rules.iter().map(rule_to_json).collect::<Vec<_>>(),
        "properties": properties.collect::<serde_json::Map<_, _>>(),
        "known": known,
        "items": below(&node.items),
        "additional": below(&node.additional),
        "listKeys": node.list_keys,
    })
}

fn rule_to_json(rule: &Rule) -> Json {
    json!({
        "rule": expression::to_json(&rule.rule),
        "text": rule.text,
        "message": rule.message,
        "messageExpression": rule.message_expression.as_ref().map(expression::to_json),
        "fieldPath": rule.field_path,
        "reason": rule.reason,
        "optionalOldSelf": rule.optional_old_self,
        "transition": rule.transition,
        "pointer": rule.pointer,
    })
}

/// The node.
pub fn of_json(json: &Json, expressions: &Expressions<'_>) -> Read<Node> {
    node(json, expressions, 0)
}

fn node(json: &Json, expressions: &Expressions<'_>, depth: usize) -> Read<Node> {
    if depth > DEEPEST {
        return wrong("less nesting", &Json::Null);
    }
    let below = |name: &str| {
        let found = maybe(member(json, name), |json| {
            node(json, expressions, depth + 1)
        });
        found.map(|found| found.map(Box::new))
    };
    let texts = |json: &Json| list(json, |it| text(it).map(str::to_owned));
    let known = texts(member(json, "known"))?;
    let mut properties: std::collections::BTreeMap<String, Node> = known
        .into_iter()
        .map(|name| (name, Node::default()))
        .collect();
    for (name, json) in member(json, "properties").as_object().into_iter().flatten() {
        properties.insert(name.clone(), node(json, expressions, depth + 1)?);
    }
    Ok(Node {
        ty: maybe(member(json, "ty"), |ty| {
            types::of_json(ty, expressions.names)
        })?,
        rules: list(member(json, "rules"), |json| rule(json, expressions))?,
        properties,
        items: below("items")?,
        additional: below("additional")?,
        list_keys: maybe(member(json, "listKeys"), texts)?,
        written: Vec::new(),
    })
}

fn rule(json: &Json, expressions: &Expressions<'_>) -> Read<Rule> {
    let written = |name: &str| maybe(member(json, name), |it| text(it).map(str::to_owned));
    Ok(Rule {
        rule: expressions.of_json(member(json, "rule"))?,
        text: text(member(json, "text"))?.to_owned(),
        message: written("message")?,
        message_expression: maybe(member(json, "messageExpression"), |it| {
            expressions.of_json(it)
        })?,
        field_path: list(member(json, "fieldPath"), |it| text(it).map(str::to_owned))?,
        reason: written("reason")?,
        optional_old_self: flag(member(json, "optionalOldSelf")),
        transition: flag(member(json, "transition")),
        pointer: text(member(json, "pointer"))?.to_owned(),
    })
}

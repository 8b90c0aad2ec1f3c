//! Schemas of older drafts as 2020-12 would put them.

use serde_json::{Map, Value, json};

/// The dialect that a converted schema names.
const DIALECT: &str = "https://json-schema.org/draft/2020-12/schema";

/// Keywords whose value holds a schema, members that are schemas, items that are.
const ONE: [&str; 12] = [
    "additionalItems",
    "additionalProperties",
    "contains",
    "else",
    "if",
    "items",
    "not",
    "propertyNames",
    "then",
    "unevaluatedItems",
    "unevaluatedProperties",
    "contentSchema",
];
const MEMBERS: [&str; 5] = [
    "$defs",
    "definitions",
    "dependentSchemas",
    "patternProperties",
    "properties",
];
const ITEMS: [&str; 4] = ["allOf", "anyOf", "oneOf", "prefixItems"];

/// Converts a schema.
pub fn to_2020(schema: &Value, draft: &str) -> Value {
    let mut out = convert(schema, draft);
    if let Value::Object(members) = &mut out {
        members.insert("$schema".to_owned(), json!(DIALECT));
    }
    out
}

fn convert(schema: &Value, draft: &str) -> Value {
    let Value::Object(members) = schema else {
        return schema.clone();
    };
    let old = matches!(draft, "draft4" | "draft6" | "draft7");
    // Beside a reference nothing counts, but what may be referred to.
    let alone = old && members.contains_key("$ref");
    let kept = members
        .iter()
        .filter(|(name, _)| !alone || matches!(name.as_str(), "$ref" | "$defs" | "definitions"));
    let mut out: Map<String, Value> = kept
        .filter(|(name, _)| *name != "$schema")
        .map(|(name, value)| (name.clone(), below(name, value, draft)))
        .collect();
    if draft == "draft4" {
        bounds(&mut out);
        if let Some(id) = out.remove("id").filter(Value::is_string) {
            out.insert("$id".to_owned(), id);
        }
    }
    if draft != "2020-12" {
        tuples(&mut out);
    }
    if old {
        dependencies(&mut out);
    }
    Value::Object(out)
}

fn below(name: &str, value: &Value, draft: &str) -> Value {
    let each = |value: &Value| match value {
        Value::Object(members) => members
            .iter()
            .map(|(name, one)| (name.clone(), convert(one, draft)))
            .collect(),
        other => other.clone(),
    };
    match value {
        Value::Array(items) if ITEMS.contains(&name) || name == "items" => {
            items.iter().map(|item| convert(item, draft)).collect()
        }
        value if ONE.contains(&name) => convert(value, draft),
        value if MEMBERS.contains(&name) || name == "dependencies" => each(value),
        other => other.clone(),
    }
}

/// `exclusiveMinimum: true` beside `minimum`.
fn bounds(schema: &mut Map<String, Value>) {
    for (limit, exclusive) in [
        ("minimum", "exclusiveMinimum"),
        ("maximum", "exclusiveMaximum"),
    ] {
        if let Some(Value::Bool(strict)) = schema.remove(exclusive)
            && strict
            && let Some(value) = schema.remove(limit)
        {
            schema.insert(exclusive.to_owned(), value);
        }
    }
}

/// `items: […]` and `additionalItems`.
fn tuples(schema: &mut Map<String, Value>) {
    let rest = schema.remove("additionalItems");
    if let Some(items @ Value::Array(_)) = schema.get("items").cloned() {
        schema.remove("items");
        schema.insert("prefixItems".to_owned(), items);
        if let Some(rest) = rest {
            schema.insert("items".to_owned(), rest);
        }
    }
}

fn dependencies(schema: &mut Map<String, Value>) {
    let Some(Value::Object(entries)) = schema.remove("dependencies") else {
        return;
    };
    let (names, schemas): (Map<_, _>, Map<_, _>) = entries
        .into_iter()
        .partition(|(_, needed)| needed.is_array());
    for (keyword, entries) in [("dependentRequired", names), ("dependentSchemas", schemas)] {
        if !entries.is_empty() {
            schema.insert(keyword.to_owned(), Value::Object(entries));
        }
    }
}

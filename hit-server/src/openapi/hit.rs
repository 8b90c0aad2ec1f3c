//! The schemas of hits as components: many tools of OpenAPI know no `$id` inside of a document, so references
//! are written as places in it.

use serde_json::{Map, Value, json};

/// What stands before the name of a component.
const PLACE: &str = "#/components/schemas/";

/// What names of schema files end with.
const FILE: &str = ".schema.json";

/// Any hit (`hit`), the hit types, and what they share, by the names of their files.
pub fn components() -> Map<String, Value> {
    let text = hit_model::schema("HIT").unwrap_or("true");
    let mut any: Value = serde_json::from_str(text).unwrap_or(Value::Bool(true));
    let inner = any
        .as_object_mut()
        .and_then(|members| members.remove("$defs"));
    let mut found = Map::new();
    for resource in inner
        .iter()
        .filter_map(Value::as_object)
        .flat_map(Map::values)
    {
        add(resource, &mut found);
    }
    add(&any, &mut found);
    found
}

fn add(resource: &Value, found: &mut Map<String, Value>) {
    let id = resource
        .get("$id")
        .and_then(Value::as_str)
        .unwrap_or_default();
    let file = id.rsplit('/').next().unwrap_or_default();
    let name = file.strip_suffix(FILE).unwrap_or(file);
    found.insert(name.to_owned(), placed(resource, name));
}

/// A schema with its references as places, and without names of its own.
fn placed(schema: &Value, own: &str) -> Value {
    match schema {
        Value::Object(members) => {
            let named = members.iter().filter(|(name, value)| !is_name(name, value));
            let members = named.map(|(name, value)| {
                let value = match value.as_str().filter(|_| name == "$ref") {
                    Some(to) => json!(place(to, own)),
                    None => placed(value, own),
                };
                (name.clone(), value)
            });
            Value::Object(members.collect())
        }
        Value::Array(items) => items.iter().map(|item| placed(item, own)).collect(),
        other => other.clone(),
    }
}

/// `$id` and `$schema` as keywords, not as members that a schema describes.
fn is_name(name: &str, value: &Value) -> bool {
    matches!(name, "$id" | "$schema") && value.is_string()
}

fn place(reference: &str, own: &str) -> String {
    let (file, fragment) = reference.split_once('#').unwrap_or((reference, ""));
    let name = match file.rsplit('/').next().unwrap_or_default() {
        "" => own,
        file => file.strip_suffix(FILE).unwrap_or(file),
    };
    format!("{PLACE}{name}{fragment}")
}

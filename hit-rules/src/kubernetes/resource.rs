//! What every Kubernetes resource has, whether its schema says so or not.

use serde_json::{Map, Value as Json, json};

/// The properties of a resource: `apiVersion`, `kind` and a `metadata` of
/// which rules may read `name` and `generateName`.
pub fn resource_properties(written: Option<&Map<String, Json>>) -> Map<String, Json> {
    let mut properties = written.cloned().unwrap_or_default();
    if is_complete(&properties) {
        return properties;
    }
    let text = json!({ "type": "string" });
    properties.insert("apiVersion".to_string(), text.clone());
    properties.insert("kind".to_string(), text.clone());
    let metadata =
        json!({ "type": "object", "properties": { "name": text, "generateName": text } });
    properties.insert("metadata".to_string(), metadata);
    properties
}

fn is_complete(properties: &Map<String, Json>) -> bool {
    let is = |schema: Option<&Json>, ty: &str| {
        schema
            .and_then(|schema| schema.get("type"))
            .is_some_and(|it| it == ty)
    };
    let metadata = properties.get("metadata");
    let inner = |name: &str| {
        metadata
            .and_then(|metadata| metadata.get("properties"))
            .and_then(|all| all.get(name))
    };
    is(properties.get("apiVersion"), "string")
        && is(properties.get("kind"), "string")
        && is(metadata, "object")
        && is(inner("name"), "string")
        && is(inner("generateName"), "string")
}

//! The schemas that are served and enforced: those of `hit-model`.

use std::collections::BTreeSet;

use bytes::Bytes;
use serde_json::Value;

use crate::digest::digest;

/// The name under which `hit-model` has the schema of any hit.
const ANY: &str = "HIT";

/// A schema as it is served.
#[derive(Clone, Debug)]
pub struct Schema {
    /// The hit type.
    pub name: &'static str,
    /// The text.
    pub text: Bytes,
    /// Of the text; also, in quotes, its `ETag`.
    pub digest: String,
}

/// The schemas of all hit types, in the order of their names.
#[derive(Debug)]
pub struct Schemas {
    types: Vec<Schema>,
    rules: BTreeSet<String>,
}

impl Schemas {
    /// Those of `hit-model`.
    pub fn bundled() -> Self {
        let types = hit_model::SCHEMAS.iter().filter(|(name, _)| *name != ANY);
        let mut types: Vec<Schema> = types.map(|(name, text)| schema(name, text)).collect();
        types.sort_by_key(|schema| schema.name);
        let mut rules = BTreeSet::new();
        for (_, text) in hit_model::SCHEMAS {
            if let Ok(schema) = serde_json::from_str(text) {
                rule_ids(&schema, &mut rules);
            }
        }
        Self { types, rules }
    }

    /// All of them.
    pub fn all(&self) -> &[Schema] {
        &self.types
    }

    /// The place of a type among all.
    pub fn index(&self, name: &str) -> Option<usize> {
        self.types.iter().position(|schema| schema.name == name)
    }

    /// The schema of a type, spelled exactly.
    pub fn get(&self, name: &str) -> Option<&Schema> {
        self.types.iter().find(|schema| schema.name == name)
    }

    /// Whether a code of a report is that of a rule, and not a keyword.
    pub fn is_rule(&self, code: &str) -> bool {
        self.rules.contains(code)
    }
}

fn schema(name: &'static str, text: &'static str) -> Schema {
    Schema {
        name,
        text: Bytes::from_static(text.as_bytes()),
        digest: digest(text.as_bytes()),
    }
}

/// The ids of all `x-rules` of a schema, however deep.
fn rule_ids(schema: &Value, ids: &mut BTreeSet<String>) {
    match schema {
        Value::Object(members) => {
            let entries = members.get("x-rules").and_then(Value::as_array);
            let found = entries.into_iter().flatten();
            ids.extend(found.filter_map(|entry| Some(entry.get("id")?.as_str()?.to_owned())));
            members.values().for_each(|value| rule_ids(value, ids));
        }
        Value::Array(items) => items.iter().for_each(|item| rule_ids(item, ids)),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::Schemas;

    #[test]
    fn six_types_and_their_rules() {
        let schemas = Schemas::bundled();
        let names: Vec<&str> = schemas.all().iter().map(|schema| schema.name).collect();
        assert_eq!(
            names,
            ["CONNECTION", "DOWNLOAD", "PLAY", "SEARCH", "UPLOAD", "VIEW"]
        );
        assert!(schemas.is_rule("origin-or-client-id") && schemas.is_rule("play.range-order"));
        assert!(!schemas.is_rule("minimum"));
        assert!(schemas.get("play").is_none());
    }
}

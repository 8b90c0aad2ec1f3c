//! Recorded objects, with what the reference's rules say of them.

use std::collections::BTreeSet;

use serde_json::{Value, json};

/// Pointers and messages.
pub(super) type Found = BTreeSet<(String, String)>;

/// An object, and the one that it replaces.
pub(super) struct Object {
    /// What it is called.
    pub(super) id: String,
    /// The path of its schema; empty where the case holds the schema.
    pub(super) schema: String,
    /// For a program of the purpose `Rules`.
    pub(super) job: String,
    /// What the reference found, of rules alone.
    pub(super) wanted: Found,
}

/// The objects of an `instances/*.jsonl` whose rules the reference evaluated.
pub(super) fn instances(lines: &str) -> impl Iterator<Item = Object> {
    let cases = lines
        .lines()
        .filter_map(|line| serde_json::from_str(line).ok());
    cases
        .filter(|case: &Value| case["rulesEvaluated"] == true)
        .map(|case| {
            let either = |first: &str, second: &str| case.get(first).or_else(|| case.get(second));
            let object = either("effective", "object").unwrap_or(&Value::Null);
            Object {
                id: text(&case["id"]),
                schema: text(&case["schema"]),
                job: job(object, either("effectiveOld", "oldObject")),
                wanted: wanted(&case),
            }
        })
}

/// What a program is asked about an object.
pub(super) fn job(object: &Value, old: Option<&Value>) -> String {
    json!({"object": object.to_string(), "old": old.map(Value::to_string)}).to_string()
}

fn wanted(case: &Value) -> Found {
    let errors = case["errors"].as_array().into_iter().flatten();
    errors
        .filter(|error| error["stage"] == "rule")
        .map(|error| (text(&error["pointer"]), text(&error["message"])))
        .collect()
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

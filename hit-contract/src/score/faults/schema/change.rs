//! A change of one keyword.

use serde_json::Value;

/// The name of a fault; a definition, and the way from it to a subschema; a keyword; its new value
/// as JSON, or nothing to drop it.
pub type Change = (&'static str, &'static str, &'static str, &'static str);

/// Sets a keyword of a subschema, or drops it.
pub fn set(schema: &mut Value, keyword: &str, value: Option<&Value>) {
    let Value::Object(members) = schema else {
        return;
    };
    match value {
        Some(value) => drop(members.insert(keyword.to_owned(), value.clone())),
        None => drop(members.remove(keyword)),
    }
}

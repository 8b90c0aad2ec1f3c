//! A value in a few words.

use serde_json::Value;

use super::list::names;
use super::quoted::quoted;

/// What a value is: the value itself where it is short.
pub(in crate::check::engine) fn found(value: &Value) -> String {
    match value {
        Value::Null | Value::Bool(_) | Value::Number(_) => value.to_string(),
        Value::String(text) => quoted(text),
        Value::Array(items) if items.is_empty() => "an empty array".to_owned(),
        Value::Array(items) if items.len() == 1 => "an array of 1 item".to_owned(),
        Value::Array(items) => format!("an array of {} items", items.len()),
        Value::Object(members) if members.is_empty() => "an empty object".to_owned(),
        Value::Object(members) => {
            format!(
                "an object with {}",
                names(members.keys().map(String::as_str), members.len())
            )
        }
    }
}

//! `type`: a value of each type, and values that look like the right one.

use serde_json::Value;

use super::spot::{Candidate, Spot};
use crate::text::quote;

/// A value of each type, and what some parsers take for the right one.
pub fn types(spot: &Spot<'_>) -> Vec<Candidate> {
    let raw = spot.value.to_string();
    let mut tried: Vec<(String, &str)> = [
        ("null", "null"),
        ("true", "a boolean"),
        ("false", "a boolean"),
        ("0", "an integer"),
        ("-1.5", "a number"),
        ("\"\"", "an empty string"),
        ("\"text\"", "a string"),
        ("[]", "an empty array"),
        ("{}", "an empty object"),
    ]
    .map(|(raw, what)| (raw.to_owned(), what))
    .into();
    match spot.value {
        Value::String(text) => {
            tried.push((format!("[{raw}]"), "the value in an array"));
            tried.push((format!("{{\"value\":{raw}}}"), "the value in an object"));
            if text.parse::<f64>().is_ok_and(f64::is_finite) {
                tried.push((text.clone(), "the number in the string"));
            }
        }
        Value::Number(_) => {
            tried.push((quote(&raw), "the number as a string"));
            tried.push((format!("[{raw}]"), "the value in an array"));
        }
        Value::Bool(value) => {
            tried.push((quote(&raw), "the boolean as a string"));
            tried.push((i32::from(*value).to_string(), "the boolean as a number"));
        }
        Value::Array(items) => {
            if let Some(first) = items.first() {
                tried.push((first.to_string(), "the item without its array"));
            }
            tried.push((quote(&raw), "the array as a string"));
            tried.push(("{\"0\":1}".to_owned(), "an object like an array"));
        }
        Value::Object(_) => {
            tried.push((format!("[{raw}]"), "the value in an array"));
            tried.push((quote(&raw), "the object as a string"));
        }
        Value::Null => tried.push(("\"null\"".to_owned(), "null as a string")),
    }
    let unlike = tried.into_iter().filter(|(other, _)| *other != raw);
    unlike
        .map(|(raw, what)| spot.replaced(raw, format!("type: {what}")))
        .collect()
}

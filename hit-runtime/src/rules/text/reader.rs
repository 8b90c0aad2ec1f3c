//! Reading parts of JSON values, or saying what is missing.

use serde_json::Value as Json;

use crate::rules::text::error::RulesTextError;

/// A part, or what is wrong.
pub type Read<T> = Result<T, RulesTextError>;

/// An error about a part.
pub fn wrong<T>(what: &str, json: &Json) -> Read<T> {
    let shown: String = json.to_string().chars().take(80).collect();
    Err(RulesTextError(format!("expected {what}, found {shown}")))
}

/// A member, or `null`.
pub fn member<'j>(json: &'j Json, name: &str) -> &'j Json {
    json.get(name).unwrap_or(&Json::Null)
}

/// An item, or `null`.
pub fn item(json: &Json, index: usize) -> &Json {
    json.get(index).unwrap_or(&Json::Null)
}

/// A text.
pub fn text(json: &Json) -> Read<&str> {
    json.as_str().map_or_else(|| wrong("a text", json), Ok)
}

/// A number that counts something.
pub fn number(json: &Json) -> Read<usize> {
    let number = json
        .as_u64()
        .and_then(|number| usize::try_from(number).ok());
    number.map_or_else(|| wrong("a number", json), Ok)
}

/// A truth value; `null` is false.
pub fn flag(json: &Json) -> bool {
    json.as_bool().unwrap_or(false)
}

/// The items of an array; `null` has none.
pub fn list<T>(json: &Json, mut of: impl FnMut(&Json) -> Read<T>) -> Read<Vec<T>> {
    match json {
        Json::Null => Ok(Vec::new()),
        Json::Array(items) => items.iter().map(&mut of).collect(),
        _ => wrong("a list", json),
    }
}

/// A part that may be `null`.
pub fn maybe<T>(json: &Json, of: impl FnOnce(&Json) -> Read<T>) -> Read<Option<T>> {
    match json {
        Json::Null => Ok(None),
        json => of(json).map(Some),
    }
}

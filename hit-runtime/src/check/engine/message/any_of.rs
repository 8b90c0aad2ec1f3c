//! Expected values.

use serde_json::Value;

use super::found::found;
use super::list::{SHOWN, with_rest};

/// `"a"`, or `one of "a", "b"`.
pub(in crate::check::engine) fn any_of(values: &[&Value]) -> String {
    match values {
        [one] => expected(one),
        values => {
            let shown: Vec<String> = values
                .iter()
                .take(SHOWN)
                .map(|value| expected(value))
                .collect();
            format!("one of {}", with_rest(&shown, values.len()))
        }
    }
}

/// An expected value: in full where it is short.
fn expected(value: &Value) -> String {
    let text = value.to_string();
    if text.chars().count() <= 80 {
        text
    } else {
        found(value)
    }
}

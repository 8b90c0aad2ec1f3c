//! Equality of JSON values (JSON Schema 2020-12 core, section 4.2.2).

use std::cmp::Ordering;

use serde_json::{Map, Value};

use super::compare::cmp_numbers;

/// Whether two JSON values are equal: numbers by value, objects whatever the
/// order of members.
///
/// ```
/// use hit_runtime::number::json_eq;
/// use serde_json::json;
///
/// assert!(json_eq(&json!([1, {"a": 2.0}]), &json!([1.0, {"a": 2}])));
/// assert!(!json_eq(&json!(0), &json!(false)));
/// ```
pub fn json_eq(left: &Value, right: &Value) -> bool {
    // A list of pairs instead of recursion, so that no depth overflows the stack.
    let mut pending = Vec::new();
    if !shallow(left, right, &mut pending) {
        return false;
    }
    while let Some((left, right)) = pending.pop() {
        if !shallow(left, right, &mut pending) {
            return false;
        }
    }
    true
}

/// Compares scalars and sizes; queues what is inside.
fn shallow<'v>(
    left: &'v Value,
    right: &'v Value,
    pending: &mut Vec<(&'v Value, &'v Value)>,
) -> bool {
    match (left, right) {
        (Value::Null, Value::Null) => true,
        (Value::Bool(left), Value::Bool(right)) => left == right,
        (Value::Number(left), Value::Number(right)) => cmp_numbers(left, right) == Ordering::Equal,
        (Value::String(left), Value::String(right)) => left == right,
        (Value::Array(left), Value::Array(right)) => {
            pending.extend(left.iter().zip(right));
            left.len() == right.len()
        }
        (Value::Object(left), Value::Object(right)) => members(left, right, pending),
        _ => false,
    }
}

fn members<'v>(
    left: &'v Map<String, Value>,
    right: &'v Map<String, Value>,
    pending: &mut Vec<(&'v Value, &'v Value)>,
) -> bool {
    left.len() == right.len()
        && left.iter().all(|(name, value)| {
            right.get(name).is_some_and(|other| {
                pending.push((value, other));
                true
            })
        })
}

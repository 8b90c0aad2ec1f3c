//! Comparing numbers of different types.

use std::cmp::Ordering;

use crate::rules::value::value_type::Value;

/// The order of two numbers of any types. `None` when one is no number or NaN.
///
/// Integers compare exactly. An integer and a double compare as doubles: the
/// specification's conformance tests ask for it (2^63 - 1 is not less than 2^63).
pub fn compare_numbers(first: &Value<'_>, second: &Value<'_>) -> Option<Ordering> {
    match (integer(first), integer(second)) {
        (Some(a), Some(b)) => Some(a.cmp(&b)),
        _ => double(first)?.partial_cmp(&double(second)?),
    }
}

fn integer(value: &Value<'_>) -> Option<i128> {
    match value {
        Value::Int(value) => Some(i128::from(*value)),
        Value::UInt(value) => Some(i128::from(*value)),
        _ => None,
    }
}

fn double(value: &Value<'_>) -> Option<f64> {
    match value {
        Value::Int(value) => Some(*value as f64),
        Value::UInt(value) => Some(*value as f64),
        Value::Double(value) => Some(*value),
        _ => None,
    }
}

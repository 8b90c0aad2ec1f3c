//! Comparing numbers of different types, and writing doubles.

use std::cmp::Ordering;

use crate::value::value_type::Value;

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

/// A double as Go's `%g` with the shortest digits writes it: `1e+23`, `-0.0045`.
pub fn double_to_string(value: f64) -> String {
    if value.is_nan() {
        return "NaN".to_string();
    }
    if value.is_infinite() {
        return if value > 0.0 { "+Inf" } else { "-Inf" }.to_string();
    }
    let shortest = format!("{value:e}");
    let (mantissa, exponent) = shortest.split_once('e').unwrap_or((&shortest, "0"));
    let exponent: i32 = exponent.parse().unwrap_or(0);
    if (-4..6).contains(&exponent) {
        return format!("{value}");
    }
    let sign = if exponent < 0 { '-' } else { '+' };
    format!("{mantissa}e{sign}{:02}", exponent.abs())
}

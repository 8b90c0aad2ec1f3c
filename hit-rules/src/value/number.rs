//! Comparing numbers of different types exactly, and writing doubles.

use std::cmp::Ordering;

use crate::value::value_type::Value;

/// The order of two numbers of any types, without rounding. `None` when one
/// is no number or NaN.
pub fn compare_numbers(first: &Value<'_>, second: &Value<'_>) -> Option<Ordering> {
    match (first, second) {
        (Value::Double(a), Value::Double(b)) => a.partial_cmp(b),
        (Value::Double(a), b) => Some(double_with_integer(*a, integer(b)?)?),
        (a, Value::Double(b)) => Some(double_with_integer(*b, integer(a)?)?.reverse()),
        (a, b) => Some(integer(a)?.cmp(&integer(b)?)),
    }
}

fn integer(value: &Value<'_>) -> Option<i128> {
    match value {
        Value::Int(value) => Some(i128::from(*value)),
        Value::UInt(value) => Some(i128::from(*value)),
        _ => None,
    }
}

fn double_with_integer(double: f64, integer: i128) -> Option<Ordering> {
    if double.is_nan() {
        return None;
    }
    // Beyond ±2^65 a double is outside of all 64-bit integers.
    if double.abs() >= 36_893_488_147_419_103_232.0 {
        return Some(if double > 0.0 { Ordering::Greater } else { Ordering::Less });
    }
    let whole = double.trunc() as i128;
    Some(whole.cmp(&integer).then_with(|| double.fract().partial_cmp(&0.0).unwrap_or(Ordering::Equal)))
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

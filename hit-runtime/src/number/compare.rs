//! Order of numbers, and whether a number is an integer.

use std::cmp::Ordering;

use serde_json::Number;

use super::real::{Real, TWO_POW_126};

/// The order of two numbers by their exact values.
///
/// ```
/// use std::cmp::Ordering;
/// use hit_runtime::number::cmp_numbers;
/// use serde_json::Number;
///
/// let float = Number::from_f64(9007199254740992.0).unwrap();
/// assert_eq!(cmp_numbers(&Number::from(9007199254740993_u64), &float), Ordering::Greater);
/// ```
pub fn cmp_numbers(left: &Number, right: &Number) -> Ordering {
    match (Real::of(left), Real::of(right)) {
        (Real::Int(left), Real::Int(right)) => left.cmp(&right),
        (Real::Int(left), Real::Float(right)) => cmp_mixed(left, right),
        (Real::Float(left), Real::Int(right)) => cmp_mixed(right, left).reverse(),
        (Real::Float(left), Real::Float(right)) => {
            left.partial_cmp(&right).unwrap_or(Ordering::Equal)
        }
    }
}

fn cmp_mixed(int: i128, float: f64) -> Ordering {
    if float >= TWO_POW_126 {
        return Ordering::Less;
    }
    if float <= -TWO_POW_126 {
        return Ordering::Greater;
    }
    #[expect(
        clippy::cast_possible_truncation,
        reason = "in range; the rest is compared below"
    )]
    let whole = float.trunc() as i128;
    let rest = float.fract();
    int.cmp(&whole)
        .then_with(|| 0.0_f64.partial_cmp(&rest).unwrap_or(Ordering::Equal))
}

/// Whether a number has no fractional part: `3`, `3.0`, `1e300`.
pub fn is_integer(number: &Number) -> bool {
    match Real::of(number) {
        Real::Int(_) => true,
        Real::Float(float) => float.fract() == 0.0,
    }
}

/// Whether a number was written as an integer: `3`, but not `3.0`. What drafts
/// 3 and 4 call an integer.
///
/// Two kinds of float no longer tell how they were written and count as
/// integers: `-0.0`, and whole numbers beyond `i64` and `u64`.
pub fn is_literal_integer(number: &Number) -> bool {
    match Real::of(number) {
        Real::Int(_) => true,
        Real::Float(float) => is_literal_integer_float(float),
    }
}

/// Whether a float may have been written as an integer: see [`is_literal_integer`].
pub(crate) fn is_literal_integer_float(float: f64) -> bool {
    let in_range = (-TWO_POW_63..TWO_POW_64).contains(&float);
    float.fract() == 0.0 && (!in_range || float == 0.0 && float.is_sign_negative())
}

const TWO_POW_63: f64 = 9_223_372_036_854_775_808.0;
const TWO_POW_64: f64 = 18_446_744_073_709_551_616.0;

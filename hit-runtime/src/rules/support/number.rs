//! Arithmetic that never wraps, and conversions between numbers and text.

use crate::rules::support::fault::{Fault, Tried};

const OVERFLOW: Fault = Fault::fixed("integer overflow");
const UINT_OVERFLOW: Fault = Fault::fixed("unsigned integer overflow");
const BY_ZERO: Fault = Fault::fixed("division by zero");
const MODULUS: Fault = Fault::fixed("modulus by zero");

macro_rules! checked {
    ($($doc:literal $name:ident $ty:ty, $method:ident, $fault:expr;)*) => {
        $(
            #[doc = $doc]
            ///
            /// # Errors
            /// When the result is out of range.
            #[inline]
            pub fn $name(first: $ty, second: $ty) -> Tried<$ty> {
                first.$method(second).ok_or($fault)
            }
        )*
    };
}

checked! {
    "The sum of two integers." add i64, checked_add, OVERFLOW;
    "The difference of two integers." subtract i64, checked_sub, OVERFLOW;
    "The product of two integers." multiply i64, checked_mul, OVERFLOW;
    "The sum of two unsigned integers." add_uint u64, checked_add, UINT_OVERFLOW;
    "The difference of two unsigned integers." subtract_uint u64, checked_sub, UINT_OVERFLOW;
    "The product of two unsigned integers." multiply_uint u64, checked_mul, UINT_OVERFLOW;
    "The quotient of two unsigned integers." divide_uint u64, checked_div, BY_ZERO;
    "The remainder of two unsigned integers." remainder_uint u64, checked_rem, MODULUS;
}

/// The quotient of two integers, rounded towards zero.
///
/// # Errors
/// Division by zero, or a quotient out of range.
#[inline]
pub fn divide(first: i64, second: i64) -> Tried<i64> {
    if second == 0 {
        Err(BY_ZERO)
    } else {
        first.checked_div(second).ok_or(OVERFLOW)
    }
}

/// The remainder of two integers, with the sign of the first.
///
/// # Errors
/// Division by zero, or a quotient out of range.
#[inline]
pub fn remainder(first: i64, second: i64) -> Tried<i64> {
    if second == 0 {
        Err(MODULUS)
    } else {
        first.checked_rem(second).ok_or(OVERFLOW)
    }
}

/// The negated integer.
///
/// # Errors
/// When it is out of range.
#[inline]
pub fn negate(value: i64) -> Tried<i64> {
    value.checked_neg().ok_or(OVERFLOW)
}

/// The integer that a double is without its fraction.
///
/// # Errors
/// When it is out of range.
#[inline]
pub fn int_of_double(value: f64) -> Tried<i64> {
    if value.abs() < 9_223_372_036_854_775_808.0 {
        Ok(value as i64)
    } else {
        Err(OVERFLOW)
    }
}

/// The integer of the same value.
///
/// # Errors
/// When it is out of range.
#[inline]
pub fn int_of_uint(value: u64) -> Tried<i64> {
    i64::try_from(value).map_err(|_| OVERFLOW)
}

/// The integer that a text is.
///
/// # Errors
/// When it is none.
#[inline]
pub fn int_of_text(text: &str) -> Tried<i64> {
    text.parse()
        .map_err(|_| Fault::made(format!("type conversion error: {text:?} is no int")))
}

/// The double that a text is.
///
/// # Errors
/// When it is none.
#[inline]
pub fn double_of_text(text: &str) -> Tried<f64> {
    text.parse()
        .map_err(|_| Fault::made(format!("type conversion error: {text:?} is no double")))
}

/// A double as text.
#[inline]
pub fn double_text(value: f64) -> String {
    crate::rules::double::double_to_string(value)
}

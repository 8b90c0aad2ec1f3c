//! The value of a JSON number.

use serde_json::Number;

/// A number as an exact integer where it was written as one, else as `f64`.
#[derive(Clone, Copy, Debug)]
pub(super) enum Real {
    /// From `i64` or `u64`.
    Int(i128),
    /// Everything else; never NaN.
    Float(f64),
}

impl Real {
    pub(super) fn of(number: &Number) -> Self {
        if let Some(int) = number.as_i64() {
            return Self::Int(int.into());
        }
        if let Some(int) = number.as_u64() {
            return Self::Int(int.into());
        }
        // Only a number beyond `f64` (serde_json's `arbitrary_precision`) has none.
        Self::Float(number.as_f64().unwrap_or_else(|| beyond(number)))
    }

    /// Like [`Real::of`], with whole floats as integers where `i128` holds them.
    pub(super) fn canonical(number: &Number) -> Self {
        match Self::of(number) {
            Self::Float(float) if float.fract() == 0.0 && float.abs() < TWO_POW_126 =>
            {
                #[expect(clippy::cast_possible_truncation, reason = "whole and in range")]
                Self::Int(float as i128)
            }
            real => real,
        }
    }
}

/// Floats below fit an `i128` exactly when they are whole.
pub(super) const TWO_POW_126: f64 = 8.507_059_173_023_462e37;

fn beyond(number: &Number) -> f64 {
    if number.to_string().starts_with('-') {
        f64::NEG_INFINITY
    } else {
        f64::INFINITY
    }
}

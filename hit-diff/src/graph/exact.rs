//! Numbers as exact decimals.

use std::cmp::Ordering;

use serde_json::Number;

/// A number as `digits * 10^exponent` without trailing zeros in `digits`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Exact {
    pub(crate) digits: i128,
    pub(crate) exponent: i32,
}

impl Exact {
    pub(crate) const ZERO: Self = Self {
        digits: 0,
        exponent: 0,
    };

    /// Normalises.
    pub(crate) fn new(mut digits: i128, mut exponent: i32) -> Self {
        if digits == 0 {
            return Self::ZERO;
        }
        while digits % 10 == 0 {
            digits /= 10;
            exponent = exponent.saturating_add(1);
        }
        Self { digits, exponent }
    }

    /// The value of a JSON number. Whole floats within `i128` are taken as the
    /// integer they are, other floats as their shortest decimal text.
    pub(crate) fn of(number: &Number) -> Self {
        if let Some(value) = number.as_i64() {
            return Self::new(value.into(), 0);
        }
        if let Some(value) = number.as_u64() {
            return Self::new(value.into(), 0);
        }
        Self::of_float(number.as_f64().unwrap_or(0.0))
    }

    fn of_float(float: f64) -> Self {
        const LIMIT: f64 = 1.0e38;
        if float.fract() == 0.0 && float.abs() < LIMIT {
            #[expect(
                clippy::cast_possible_truncation,
                reason = "whole and within the limit"
            )]
            return Self::new(float as i128, 0);
        }
        let text = format!("{:e}", float.abs());
        let (mantissa, exponent) = text.split_once('e').unwrap_or((&text, "0"));
        let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
        let digits: i128 = format!("{whole}{fraction}").parse().unwrap_or(0);
        let exponent: i32 = exponent.parse().unwrap_or(0);
        let shift = i32::try_from(fraction.len()).unwrap_or(0);
        let sign = if float < 0.0 { -1 } else { 1 };
        Self::new(sign * digits, exponent - shift)
    }

    /// `self * 10^scale` where that is a whole number within `i128`.
    pub(crate) fn scaled(self, scale: i32) -> Option<i128> {
        let power = u32::try_from(self.exponent.checked_add(scale)?).ok()?;
        10_i128.checked_pow(power)?.checked_mul(self.digits)
    }

    /// The JSON number, where `i64`, `u64` or `f64` holds it. With `whole`
    /// written with a point, even where it is an integer.
    pub(crate) fn to_json(self, whole: bool) -> Option<Number> {
        let integer = self.scaled(0);
        if !whole && let Some(integer) = integer {
            if let Ok(value) = i64::try_from(integer) {
                return Some(value.into());
            }
            if let Ok(value) = u64::try_from(integer) {
                return Some(value.into());
            }
        }
        let float: f64 = format!("{}e{}", self.digits, self.exponent).parse().ok()?;
        let number = Number::from_f64(float)?;
        (Self::of(&number) == self).then_some(number)
    }
}

impl Ord for Exact {
    fn cmp(&self, other: &Self) -> Ordering {
        let signs = self.digits.signum().cmp(&other.digits.signum());
        if signs != Ordering::Equal || self.digits == 0 {
            return signs;
        }
        let scale = -self.exponent.min(other.exponent);
        if let (Some(left), Some(right)) = (self.scaled(scale), other.scaled(scale)) {
            return left.cmp(&right);
        }
        // Too far apart for 128 bits: the one with more places is larger.
        let places = |number: &Self| {
            i64::from(number.exponent) + i64::from(number.digits.unsigned_abs().ilog10())
        };
        let order = places(self).cmp(&places(other));
        match (order, self.digits > 0) {
            (Ordering::Equal, _) => self.approximate().total_cmp(&other.approximate()),
            (order, true) => order,
            (order, false) => order.reverse(),
        }
    }
}

impl Exact {
    fn approximate(self) -> f64 {
        let text = format!("{}e{}", self.digits, self.exponent);
        text.parse().unwrap_or(0.0)
    }
}

impl PartialOrd for Exact {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

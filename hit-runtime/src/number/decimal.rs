//! `multipleOf`, exactly.

use std::fmt::{self, Write};

use serde_json::Number;

use super::real::Real;

/// Whether `value` is a whole multiple of `divisor`.
///
/// A float stands for its shortest decimal text, so `0.0075` is a multiple of
/// `0.0001` although the nearest binary fractions are not. Nothing is a
/// multiple of zero but zero.
///
/// ```
/// use hit_runtime::number::is_multiple_of;
/// use serde_json::Number;
///
/// let float = |value| Number::from_f64(value).unwrap();
/// assert!(is_multiple_of(&float(0.0075), &float(0.0001)));
/// assert!(is_multiple_of(&float(1e308), &float(0.5)));
/// assert!(!is_multiple_of(&float(0.00751), &float(0.0001)));
/// ```
pub fn is_multiple_of(value: &Number, divisor: &Number) -> bool {
    let (Some(value), Some(divisor)) = (Decimal::of(value), Decimal::of(divisor)) else {
        return false;
    };
    if value.digits == 0 {
        return true;
    }
    if divisor.digits == 0 {
        return false;
    }
    // value / divisor = (value.digits / divisor.digits) * 10^shift
    let shift = value.exponent - divisor.exponent;
    if shift >= 0 {
        let power = power_of_ten(shift.unsigned_abs(), divisor.digits);
        ((value.digits % divisor.digits) * power).is_multiple_of(divisor.digits)
    } else {
        // A divisor beyond `u128` is larger than `value.digits`, which is below 2^64.
        10_u128
            .checked_pow(shift.unsigned_abs())
            .and_then(|power| power.checked_mul(divisor.digits))
            .is_some_and(|divisor| value.digits.is_multiple_of(divisor))
    }
}

/// 10^`exponent` modulo `modulus`, which is below 2^64.
fn power_of_ten(exponent: u32, modulus: u128) -> u128 {
    let (mut result, mut base, mut left) = (1 % modulus, 10 % modulus, exponent);
    while left > 0 {
        if left % 2 == 1 {
            result = result * base % modulus;
        }
        base = base * base % modulus;
        left /= 2;
    }
    result
}

/// The magnitude `digits * 10^exponent`, `digits` below 2^64 + 1.
struct Decimal {
    digits: u128,
    exponent: i32,
}

impl Decimal {
    /// `None` where the number is beyond `f64`.
    fn of(number: &Number) -> Option<Self> {
        match Real::of(number) {
            Real::Int(int) => Some(Self {
                digits: int.unsigned_abs(),
                exponent: 0,
            }),
            Real::Float(float) => Self::of_float(float),
        }
    }

    /// Reads the shortest decimal text, which Rust writes as `7.5e-3`.
    fn of_float(float: f64) -> Option<Self> {
        let mut text = Text::default();
        write!(text, "{:e}", float.abs()).ok()?;
        let (mantissa, exponent) = text.as_str()?.split_once('e')?;
        let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
        let digits = whole
            .bytes()
            .chain(fraction.bytes())
            .try_fold(0_u128, |sum, digit| {
                digit
                    .is_ascii_digit()
                    .then(|| sum * 10 + u128::from(digit - b'0'))
            })?;
        let exponent = exponent.parse::<i32>().ok()? - i32::try_from(fraction.len()).ok()?;
        Some(Self { digits, exponent })
    }
}

/// Room for the text of one `f64` without allocating.
#[derive(Default)]
struct Text {
    bytes: [u8; 32],
    length: usize,
}

impl Text {
    fn as_str(&self) -> Option<&str> {
        std::str::from_utf8(self.bytes.get(..self.length)?).ok()
    }
}

impl Write for Text {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        let end = self.length + text.len();
        let room = self.bytes.get_mut(self.length..end).ok_or(fmt::Error)?;
        room.copy_from_slice(text.as_bytes());
        self.length = end;
        Ok(())
    }
}

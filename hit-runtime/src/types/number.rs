//! A JSON number, kept exactly.

use std::cmp::Ordering;
use std::fmt;

use serde::ser::{Serialize, Serializer};

/// A JSON number within `i64`, `u64` or `f64`, kept as it was written: `5` and
/// `5.0` are equal, and each is written back as it was read.
///
/// ```
/// use hit_runtime::types::Number;
/// assert_eq!(Number::from(5), Number::from_f64(5.0).unwrap());
/// assert!(Number::from(9_007_199_254_740_993_u64) > Number::from_f64(9_007_199_254_740_992.0).unwrap());
/// ```
#[derive(Clone, Copy)]
pub struct Number(Repr);

#[derive(Clone, Copy)]
enum Repr {
    Integer(i128),
    Double(f64),
}

impl Number {
    /// A double; `None` when it is not finite, which JSON cannot say.
    pub fn from_f64(value: f64) -> Option<Self> {
        value.is_finite().then_some(Self(Repr::Double(value)))
    }

    /// A number as `serde_json` has it.
    pub fn from_json(value: &serde_json::Number) -> Self {
        match (value.as_i64(), value.as_u64(), value.as_f64()) {
            (Some(value), _, _) => Self::from(value),
            (_, Some(value), _) => Self::from(value),
            (_, _, Some(value)) => Self(Repr::Double(value)),
            _ => Self(Repr::Integer(0)),
        }
    }

    /// The nearest double.
    #[expect(
        clippy::cast_precision_loss,
        reason = "the nearest is what is asked for"
    )]
    pub fn as_f64(self) -> f64 {
        match self.0 {
            Repr::Integer(value) => value as f64,
            Repr::Double(value) => value,
        }
    }

    /// The same number as a double, if a double holds it exactly.
    pub fn as_exact_f64(self) -> Option<f64> {
        let double = self.as_f64();
        (Self(Repr::Double(double)) == self).then_some(double)
    }

    /// The same number as `serde_json` has it.
    pub fn to_json(self) -> serde_json::Number {
        let json = match self.0 {
            Repr::Double(value) => serde_json::Number::from_f64(value),
            Repr::Integer(value) => match (i64::try_from(value), u64::try_from(value)) {
                (Ok(value), _) => Some(value.into()),
                (_, Ok(value)) => Some(value.into()),
                _ => None,
            },
        };
        json.unwrap_or_else(|| 0.into())
    }

    /// The same number as a whole number, if it is one within `i128`.
    pub fn as_i128(self) -> Option<i128> {
        match self.0 {
            Repr::Integer(value) => Some(value),
            Repr::Double(value) => whole(value),
        }
    }
}

/// A double as a whole number, if it is one within `i128`.
pub(super) fn whole(value: f64) -> Option<i128> {
    const LIMIT: f64 = 1.7e38;
    #[expect(
        clippy::cast_possible_truncation,
        reason = "whole and within the limit"
    )]
    (value.fract() == 0.0 && value.abs() < LIMIT).then_some(value as i128)
}

impl Ord for Number {
    fn cmp(&self, other: &Self) -> Ordering {
        match (self.0, other.0) {
            (Repr::Double(a), Repr::Double(b)) => a.partial_cmp(&b).unwrap_or(Ordering::Equal),
            (Repr::Integer(a), Repr::Integer(b)) => a.cmp(&b),
            (Repr::Integer(a), Repr::Double(b)) => compare(a, b),
            (Repr::Double(a), Repr::Integer(b)) => compare(b, a).reverse(),
        }
    }
}

/// Exact comparison of an integer within 65 bits with a finite double.
fn compare(integer: i128, double: f64) -> Ordering {
    const BEYOND: f64 = 3.7e19;
    if double >= BEYOND {
        return Ordering::Less;
    }
    if double <= -BEYOND {
        return Ordering::Greater;
    }
    let floor = double.floor();
    #[expect(clippy::cast_possible_truncation, reason = "below 2^66")]
    integer.cmp(&(floor as i128)).then(if double > floor {
        Ordering::Less
    } else {
        Ordering::Equal
    })
}

impl PartialOrd for Number {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Number {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Number {}

impl fmt::Debug for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Repr::Integer(value) => fmt::Display::fmt(&value, f),
            Repr::Double(value) => fmt::Debug::fmt(&value, f),
        }
    }
}

macro_rules! from_integer {
    ($($ty:ty),*) => { $(
        impl From<$ty> for Number {
            fn from(value: $ty) -> Self {
                Self(Repr::Integer(i128::from(value)))
            }
        }
    )* };
}

from_integer!(i8, i16, i32, i64, u8, u16, u32, u64);

impl Serialize for Number {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            Repr::Double(value) => serializer.serialize_f64(value),
            Repr::Integer(value) => integer(value, serializer),
        }
    }
}

/// Writes an integer within `i64` or `u64` at the narrower of the two.
pub(super) fn integer<S: Serializer>(value: i128, serializer: S) -> Result<S::Ok, S::Error> {
    match (i64::try_from(value), u64::try_from(value)) {
        (Ok(value), _) => serializer.serialize_i64(value),
        (_, Ok(value)) => serializer.serialize_u64(value),
        _ => Err(serde::ser::Error::custom(format_args!(
            "the integer {value} is out of range"
        ))),
    }
}

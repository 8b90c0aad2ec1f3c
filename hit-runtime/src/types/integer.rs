//! A JSON integer of any size that serde can carry.

use std::fmt;

use serde::ser::{Serialize, Serializer};

use super::number::{integer, whole};

/// A JSON integer: within `i64` or `u64`, or a whole number beyond them that
/// `f64` holds. The type of an integer whose schema sets no bounds; bounds in
/// the schema, or `integer = "i64"` in the configuration, give a Rust integer.
///
/// ```
/// use hit_runtime::types::Integer;
/// assert_eq!(Integer::from(7).as_i64(), Some(7));
/// assert_eq!(Integer::from_f64(7.0), Some(Integer::from(7)));
/// assert_eq!(Integer::from_f64(7.5), None);
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Integer(Repr);

/// Variants in order of size, so that the derived order is the numeric one.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Repr {
    /// Below `-2^63`: the bits of the positive double, complemented.
    Below(u64),
    Within(i128),
    /// From `2^64`: the bits of the double.
    Beyond(u64),
}

impl Integer {
    /// A whole double; `None` for any other.
    pub fn from_f64(value: f64) -> Option<Self> {
        const ABOVE_U64: f64 = 18_446_744_073_709_551_616.0;
        const BELOW_I64: f64 = -9_223_372_036_854_775_808.0;
        if !value.is_finite() || value.fract() != 0.0 {
            None
        } else if value >= ABOVE_U64 {
            Some(Self(Repr::Beyond(value.to_bits())))
        } else if value < BELOW_I64 {
            Some(Self(Repr::Below(!(-value).to_bits())))
        } else {
            whole(value).map(|value| Self(Repr::Within(value)))
        }
    }

    /// The value, if it is within `i64`.
    pub fn as_i64(self) -> Option<i64> {
        self.as_i128().and_then(|value| value.try_into().ok())
    }

    /// The value, if it is within `u64`.
    pub fn as_u64(self) -> Option<u64> {
        self.as_i128().and_then(|value| value.try_into().ok())
    }

    /// The value, if it is within `i128`.
    pub fn as_i128(self) -> Option<i128> {
        match self.0 {
            Repr::Within(value) => Some(value),
            _ => whole(self.as_f64()),
        }
    }

    /// The nearest double.
    #[expect(
        clippy::cast_precision_loss,
        reason = "the nearest is what is asked for"
    )]
    pub fn as_f64(self) -> f64 {
        match self.0 {
            Repr::Below(bits) => -f64::from_bits(!bits),
            Repr::Within(value) => value as f64,
            Repr::Beyond(bits) => f64::from_bits(bits),
        }
    }
}

macro_rules! from_integer {
    ($($ty:ty),*) => { $(
        impl From<$ty> for Integer {
            fn from(value: $ty) -> Self {
                Self(Repr::Within(i128::from(value)))
            }
        }

        impl PartialEq<$ty> for Integer {
            fn eq(&self, other: &$ty) -> bool {
                self.0 == Repr::Within(i128::from(*other))
            }
        }
    )* };
}

from_integer!(i8, i16, i32, i64, u8, u16, u32, u64);

impl fmt::Debug for Integer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl fmt::Display for Integer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Repr::Within(value) => fmt::Display::fmt(&value, f),
            _ => fmt::Display::fmt(&self.as_f64(), f),
        }
    }
}

impl Serialize for Integer {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            Repr::Within(value) => integer(value, serializer),
            _ => serializer.serialize_f64(self.as_f64()),
        }
    }
}

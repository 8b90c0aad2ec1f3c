//! Numbers of constraints.

use std::cmp::Ordering;
use std::fmt;

use super::order::with_double;

/// A number without rounding.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Number {
    /// An integer.
    Integer(i128),
    /// A floating-point number.
    Double(f64),
}

/// A limit of a range.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Limit {
    /// `min`
    AtLeast(Number),
    /// `max`
    AtMost(Number),
    /// `exclusive_min`
    MoreThan(Number),
    /// `exclusive_max`
    LessThan(Number),
}

/// What is a number of Rust.
#[diagnostic::on_unimplemented(
    message = "a `{Self}` is no number to compare with",
    label = "is no number"
)]
pub trait AsNumber {
    /// The number.
    fn as_number(&self) -> Number;
}

macro_rules! integers {
    ($($ty:ty)*) => {
        $(impl AsNumber for $ty {
            #[inline]
            fn as_number(&self) -> Number {
                Number::Integer(i128::from(*self))
            }
        })*
    };
}

integers!(i8 i16 i32 i64 i128 u8 u16 u32 u64);

macro_rules! sizes {
    ($($ty:ty)*) => {
        $(impl AsNumber for $ty {
            #[inline]
            fn as_number(&self) -> Number {
                // No machine has more than 128 bits.
                Number::Integer(i128::try_from(*self).unwrap_or(i128::MAX))
            }
        })*
    };
}

sizes!(isize usize u128);

impl AsNumber for f32 {
    #[inline]
    fn as_number(&self) -> Number {
        Number::Double(f64::from(*self))
    }
}

impl AsNumber for f64 {
    #[inline]
    fn as_number(&self) -> Number {
        Number::Double(*self)
    }
}

/// A limit as a number.
#[inline]
pub fn number<N: AsNumber>(limit: N) -> Number {
    limit.as_number()
}

/// A limit as a count; a negative one is none.
#[inline]
pub fn count<N: TryInto<usize>>(limit: N) -> usize {
    limit.try_into().unwrap_or(usize::MAX)
}

impl Number {
    /// The order; a NaN has none.
    #[inline]
    pub fn order(self, other: Self) -> Option<Ordering> {
        match (self, other) {
            (Self::Integer(a), Self::Integer(b)) => Some(a.cmp(&b)),
            (Self::Double(a), Self::Double(b)) => a.partial_cmp(&b),
            (Self::Integer(a), Self::Double(b)) => with_double(a, b),
            (Self::Double(a), Self::Integer(b)) => with_double(b, a).map(Ordering::reverse),
        }
    }
}

impl fmt::Display for Number {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Integer(value) => write!(f, "{value}"),
            Self::Double(value) => write!(f, "{value}"),
        }
    }
}

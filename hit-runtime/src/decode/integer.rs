//! Integers of a Rust width, and integers of any width.

use std::fmt;
use std::marker::PhantomData;

use serde::de::{Deserializer, Error, Unexpected, Visitor};

use super::codec::{Codec, Ctx};
use super::fault::{Outcome, fail};
use crate::types::Integer;

/// A type that holds JSON integers.
pub trait Int: Copy {
    /// The value, if it fits.
    fn from_integer(value: Integer) -> Option<Self>;
}

macro_rules! int {
    ($($ty:ty),*) => { $(
        impl Int for $ty {
            fn from_integer(value: Integer) -> Option<Self> {
                value.as_i128().and_then(|value| Self::try_from(value).ok())
            }
        }
    )* };
}

int!(i8, i16, i32, i64, u8, u16, u32, u64);

impl Int for Integer {
    fn from_integer(value: Integer) -> Option<Self> {
        Some(value)
    }
}

/// See [`integer`].
pub struct Integers<T, F> {
    check: F,
    literal: bool,
    out: PhantomData<fn() -> T>,
}

impl<T, F: Copy> Clone for Integers<T, F> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T, F: Copy> Copy for Integers<T, F> {}

/// Reads a whole number (`1.0` is one) that fits `T` and passes `check`.
pub fn integer<T: Int, F: Fn(T) -> Outcome + Copy>(check: F) -> Integers<T, F> {
    Integers {
        check,
        literal: false,
        out: PhantomData,
    }
}

/// As [`integer`], for drafts in which `1.0` is not an integer.
pub fn literal_integer<T: Int, F: Fn(T) -> Outcome + Copy>(check: F) -> Integers<T, F> {
    Integers {
        check,
        literal: true,
        out: PhantomData,
    }
}

impl<'de, T: Int, F: Fn(T) -> Outcome + Copy> Codec<'de> for Integers<T, F> {
    type Out = T;

    fn read<D: Deserializer<'de>>(self, deserializer: D, _: Ctx) -> Result<T, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<T: Int, F: Fn(T) -> Outcome> Integers<T, F> {
    fn accept<E: Error>(self, value: Integer) -> Result<T, E> {
        let Some(value) = T::from_integer(value) else {
            return Err(E::custom(format_args!(
                "the integer {value} is out of range"
            )));
        };
        (self.check)(value).map_err(fail)?;
        Ok(value)
    }
}

impl<T: Int, F: Fn(T) -> Outcome> Visitor<'_> for Integers<T, F> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an integer")
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<T, E> {
        self.accept(Integer::from(value))
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<T, E> {
        self.accept(Integer::from(value))
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<T, E> {
        match Integer::from_f64(value) {
            Some(integer) if !self.literal => self.accept(integer),
            _ => Err(E::invalid_type(Unexpected::Float(value), &self)),
        }
    }
}

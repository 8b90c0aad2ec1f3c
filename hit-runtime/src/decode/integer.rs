//! Integers of a Rust width, and integers of any width.

use std::fmt;
use std::marker::PhantomData;

use serde::de::{Deserializer, Error, Unexpected, Visitor};

use super::codec::{Codec, Ctx};
use super::fault::{Outcome, fail};
use crate::number::is_literal_integer_float;
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

/// As [`integer`], for drafts in which `1.0` is not an integer. Floats that no
/// longer tell how they were written count as integers, as the engine counts them.
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
            Some(integer) if !self.literal || is_literal_integer_float(value) => {
                self.accept(integer)
            }
            _ => Err(E::invalid_type(Unexpected::Float(value), &self)),
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, from_str};

    use super::{Codec, Ctx, integer, literal_integer};
    use crate::number::is_literal_integer;
    use crate::types::Integer;

    /// The codec and the engine must say the same of every number.
    #[test]
    fn literal_integers_are_those_of_the_engine() {
        for text in [
            "0",
            "-0",
            "1",
            "1.0",
            "-0.0",
            "1e2",
            "1.5",
            "9223372036854775807",
            "-9223372036854775808",
            "-9223372036854775809",
            "18446744073709551615",
            "18446744073709551616",
            "12345678910111213141516171819202122232425262728293031",
            "1e300",
        ] {
            let Value::Number(number) = from_str(text).expect("a number") else {
                panic!("{text}");
            };
            let codec = literal_integer(|_: Integer| Ok(()));
            let read = codec.read(&mut serde_json::Deserializer::from_str(text), Ctx::ROOT);
            assert_eq!(read.is_ok(), is_literal_integer(&number), "{text}");
            let any = integer(|_: Integer| Ok(()))
                .read(&mut serde_json::Deserializer::from_str(text), Ctx::ROOT);
            assert_eq!(any.is_ok(), text != "1.5", "{text}");
        }
    }
}

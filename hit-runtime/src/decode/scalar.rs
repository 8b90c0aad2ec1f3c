//! Null, booleans, strings, and closed sets of scalars.

use std::fmt;

use serde::de::{Deserializer, Error, Visitor};
use serde_json::{Number, Value};

use super::codec::{Codec, Ctx};
use super::fault::{Outcome, fail};

/// See [`null`].
#[derive(Clone, Copy)]
pub struct Null;

/// Reads `null`.
pub fn null() -> Null {
    Null
}

impl<'de> Codec<'de> for Null {
    type Out = ();

    fn read<D: Deserializer<'de>>(self, deserializer: D, _: Ctx) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl Visitor<'_> for Null {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("null")
    }

    fn visit_unit<E: Error>(self) -> Result<(), E> {
        Ok(())
    }

    fn visit_none<E: Error>(self) -> Result<(), E> {
        Ok(())
    }
}

/// See [`boolean`].
#[derive(Clone, Copy)]
pub struct Boolean;

/// Reads `true` or `false`.
pub fn boolean() -> Boolean {
    Boolean
}

impl<'de> Codec<'de> for Boolean {
    type Out = bool;

    fn read<D: Deserializer<'de>>(self, deserializer: D, _: Ctx) -> Result<bool, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl Visitor<'_> for Boolean {
    type Value = bool;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a boolean")
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<bool, E> {
        Ok(value)
    }
}

/// See [`text`].
#[derive(Clone, Copy)]
pub struct Text<F>(F);

/// Reads a string that passes `check`.
pub fn text<F: Fn(&str) -> Outcome + Copy>(check: F) -> Text<F> {
    Text(check)
}

impl<'de, F: Fn(&str) -> Outcome + Copy> Codec<'de> for Text<F> {
    type Out = String;

    fn read<D: Deserializer<'de>>(self, deserializer: D, _: Ctx) -> Result<String, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<F: Fn(&str) -> Outcome> Visitor<'_> for Text<F> {
    type Value = String;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a string")
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<String, E> {
        (self.0)(value).map_err(fail)?;
        Ok(value.to_owned())
    }

    fn visit_string<E: Error>(self, value: String) -> Result<String, E> {
        (self.0)(&value).map_err(fail)?;
        Ok(value)
    }
}

/// See [`words`].
#[derive(Clone, Copy)]
pub struct Words<F> {
    find: F,
    all: &'static [&'static str],
}

/// Reads one of a closed set of strings; `find` maps it to its variant.
pub fn words<T, F: Fn(&str) -> Option<T> + Copy>(
    all: &'static [&'static str],
    find: F,
) -> Words<F> {
    Words { find, all }
}

impl<'de, T, F: Fn(&str) -> Option<T> + Copy> Codec<'de> for Words<F> {
    type Out = T;

    fn read<D: Deserializer<'de>>(self, deserializer: D, _: Ctx) -> Result<T, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<T, F: Fn(&str) -> Option<T>> Visitor<'_> for Words<F> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "one of {:?}", self.all)
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<T, E> {
        (self.find)(value).ok_or_else(|| E::unknown_variant(value, self.all))
    }
}

/// See [`scalars`].
#[derive(Clone, Copy)]
pub struct Scalars<F>(F);

/// Reads one of a closed set of scalars; `find` maps it to its variant.
pub fn scalars<T, F: Fn(&Value) -> Option<T> + Copy>(find: F) -> Scalars<F> {
    Scalars(find)
}

impl<'de, T, F: Fn(&Value) -> Option<T> + Copy> Codec<'de> for Scalars<F> {
    type Out = T;

    fn read<D: Deserializer<'de>>(self, deserializer: D, _: Ctx) -> Result<T, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<T, F: Fn(&Value) -> Option<T>> Scalars<F> {
    fn find<E: Error>(self, value: &Value) -> Result<T, E> {
        (self.0)(value).ok_or_else(|| E::custom(format_args!("`enum` does not list {value}")))
    }
}

impl<T, F: Fn(&Value) -> Option<T>> Visitor<'_> for Scalars<F> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("one of the values that `enum` lists")
    }

    fn visit_unit<E: Error>(self) -> Result<T, E> {
        self.find(&Value::Null)
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<T, E> {
        self.find(&Value::Bool(value))
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<T, E> {
        self.find(&value.into())
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<T, E> {
        self.find(&value.into())
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<T, E> {
        let number = Number::from_f64(value).ok_or_else(|| E::custom("a number must be finite"))?;
        self.find(&Value::Number(number))
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<T, E> {
        self.find(&Value::String(value.to_owned()))
    }
}

/// Reads any string.
pub fn string() -> Text<fn(&str) -> Outcome> {
    Text(|_| Ok(()))
}

/// A scalar as a literal of generated code.
pub trait Scalar {
    /// Whether a value equals it.
    fn is(self, value: &Value) -> bool;
}

impl Scalar for &str {
    fn is(self, value: &Value) -> bool {
        value.as_str() == Some(self)
    }
}

impl Scalar for bool {
    fn is(self, value: &Value) -> bool {
        value.as_bool() == Some(self)
    }
}

impl Scalar for () {
    fn is(self, value: &Value) -> bool {
        value.is_null()
    }
}

macro_rules! number {
    ($($ty:ty),*) => { $(
        impl Scalar for $ty {
            fn is(self, value: &Value) -> bool {
                let found = value.as_number().map(crate::types::Number::from_json);
                found == Some(super::checks::Bound::number(self))
            }
        }
    )* };
}

number!(i64, u64, f64);

//! Numbers.

use std::fmt;

use serde::de::{Deserializer, Error, Visitor};

use super::codec::{Codec, Ctx};
use super::fault::{Outcome, fail};
use crate::types::Number;

/// See [`number`].
#[derive(Clone, Copy)]
pub struct Numbers<F>(F);

/// Reads any number that passes `check`, exactly.
pub fn number<F: Fn(Number) -> Outcome + Copy>(check: F) -> Numbers<F> {
    Numbers(check)
}

impl<'de, F: Fn(Number) -> Outcome + Copy> Codec<'de> for Numbers<F> {
    type Out = Number;

    fn read<D: Deserializer<'de>>(self, deserializer: D, _: Ctx) -> Result<Number, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<F: Fn(Number) -> Outcome> Numbers<F> {
    fn accept<E: Error>(self, value: Number) -> Result<Number, E> {
        (self.0)(value).map_err(fail)?;
        Ok(value)
    }
}

impl<F: Fn(Number) -> Outcome> Visitor<'_> for Numbers<F> {
    type Value = Number;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a number")
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Number, E> {
        self.accept(Number::from(value))
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Number, E> {
        self.accept(Number::from(value))
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Number, E> {
        match Number::from_f64(value) {
            Some(number) => self.accept(number),
            None => Err(E::custom("a number must be finite")),
        }
    }
}

/// See [`double`].
#[derive(Clone, Copy)]
pub struct Doubles<F>(F);

/// Reads a number into `f64`. For places where the schema's bounds make that
/// exact, or where the configuration chose `f64`: an integer that `f64` cannot
/// hold is refused rather than rounded.
pub fn double<F: Fn(f64) -> Outcome + Copy>(check: F) -> Doubles<F> {
    Doubles(check)
}

impl<'de, F: Fn(f64) -> Outcome + Copy> Codec<'de> for Doubles<F> {
    type Out = f64;

    fn read<D: Deserializer<'de>>(self, deserializer: D, _: Ctx) -> Result<f64, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<F: Fn(f64) -> Outcome> Visitor<'_> for Doubles<F> {
    type Value = f64;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a number")
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<f64, E> {
        match Number::from(value).as_exact_f64() {
            Some(value) => self.visit_f64(value),
            None => Err(E::custom(format_args!(
                "the number {value} is out of range"
            ))),
        }
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<f64, E> {
        match Number::from(value).as_exact_f64() {
            Some(value) => self.visit_f64(value),
            None => Err(E::custom(format_args!(
                "the number {value} is out of range"
            ))),
        }
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<f64, E> {
        if !value.is_finite() {
            return Err(E::custom("a number must be finite"));
        }
        (self.0)(value).map_err(fail)?;
        Ok(value)
    }
}

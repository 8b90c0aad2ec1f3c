//! Types that the configuration names: they read and write themselves.

use std::fmt;
use std::marker::PhantomData;

use serde::de::{Deserialize, Deserializer, Error, IntoDeserializer, Visitor};

use super::buffer::judge;
use super::codec::{Codec, Ctx};
use super::fault::{Outcome, fail};
use crate::check::{LazyChecker, NodeId};

/// See [`foreign_text`].
pub struct ForeignText<T, F>(F, PhantomData<fn() -> T>);

impl<T, F: Copy> Clone for ForeignText<T, F> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T, F: Copy> Copy for ForeignText<T, F> {}

/// Reads a string that passes `check` into a type of the user's.
pub fn foreign_text<T, F: Fn(&str) -> Outcome + Copy>(check: F) -> ForeignText<T, F> {
    ForeignText(check, PhantomData)
}

impl<'de, T: for<'a> Deserialize<'a>, F: Fn(&str) -> Outcome + Copy> Codec<'de>
    for ForeignText<T, F>
{
    type Out = T;

    fn read<D: Deserializer<'de>>(self, deserializer: D, _: Ctx) -> Result<T, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<T: for<'a> Deserialize<'a>, F: Fn(&str) -> Outcome> Visitor<'_> for ForeignText<T, F> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a string")
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<T, E> {
        (self.0)(value).map_err(fail)?;
        T::deserialize(value.into_deserializer())
    }
}

/// See [`foreign`].
pub struct Foreign<T> {
    checker: &'static LazyChecker,
    node: NodeId,
    out: PhantomData<fn() -> T>,
}

impl<T> Clone for Foreign<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Foreign<T> {}

/// Reads the whole value, has the engine judge it, and reads it into a type of
/// the user's.
pub fn foreign<T>(checker: &'static LazyChecker, node: NodeId) -> Foreign<T> {
    Foreign {
        checker,
        node,
        out: PhantomData,
    }
}

impl<'de, T: for<'a> Deserialize<'a>> Codec<'de> for Foreign<T> {
    type Out = T;

    fn read<D: Deserializer<'de>>(self, deserializer: D, ctx: Ctx) -> Result<T, D::Error> {
        let value = super::any().read(deserializer, ctx)?;
        if !ctx.is_checked() {
            judge(self.checker, self.node, &value)?;
        }
        T::deserialize(value).map_err(Error::custom)
    }
}

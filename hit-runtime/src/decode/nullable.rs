//! `null` beside another type.

use std::fmt;

use serde::de::{Deserializer, Error, Visitor};

use super::codec::{Codec, Ctx};
use crate::types::Maybe;

/// See [`nullable`].
#[derive(Clone, Copy)]
pub struct Nullable<C>(C);

/// Reads `null` as `None`, anything else as `inner` does.
pub fn nullable<C>(inner: C) -> Nullable<C> {
    Nullable(inner)
}

impl<'de, C: Codec<'de>> Codec<'de> for Nullable<C> {
    type Out = Option<C::Out>;

    fn read<D: Deserializer<'de>>(self, deserializer: D, ctx: Ctx) -> Result<Self::Out, D::Error> {
        deserializer.deserialize_option(OptionVisitor(self.0, ctx))
    }
}

struct OptionVisitor<C>(C, Ctx);

impl<'de, C: Codec<'de>> Visitor<'de> for OptionVisitor<C> {
    type Value = Option<C::Out>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("null or a value")
    }

    fn visit_unit<E: Error>(self) -> Result<Self::Value, E> {
        Ok(None)
    }

    fn visit_none<E: Error>(self) -> Result<Self::Value, E> {
        Ok(None)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        self.0.read(deserializer, self.1).map(Some)
    }
}

/// See [`maybe`].
#[derive(Clone, Copy)]
pub struct MaybeCodec<C>(C);

/// Reads a member that may be absent and may be `null`: `null` as
/// [`Maybe::Null`], anything else as `inner` does.
pub fn maybe<C>(inner: C) -> MaybeCodec<C> {
    MaybeCodec(inner)
}

impl<'de, C: Codec<'de>> Codec<'de> for MaybeCodec<C> {
    type Out = Maybe<C::Out>;

    fn read<D: Deserializer<'de>>(self, deserializer: D, ctx: Ctx) -> Result<Self::Out, D::Error> {
        Ok(match nullable(self.0).read(deserializer, ctx)? {
            Some(value) => Maybe::Value(value),
            None => Maybe::Null,
        })
    }
}

//! Objects with open names: maps.

use std::fmt;
use std::marker::PhantomData;

use serde::de::{Deserializer, MapAccess, Visitor};

use super::codec::{Codec, Ctx, Seed};
use super::fault::{Outcome, fail};
use super::key::{Key, key};
use crate::types::Members;

/// See [`map`].
pub struct Map<M, C, K, F> {
    value: C,
    check_name: K,
    check_count: F,
    out: PhantomData<fn() -> M>,
}

impl<M, C: Copy, K: Copy, F: Copy> Clone for Map<M, C, K, F> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<M, C: Copy, K: Copy, F: Copy> Copy for Map<M, C, K, F> {}

/// Reads an object whose names pass `check_name`, whose values `value` reads
/// and whose number of members passes `check_count`. A name that stands twice
/// is an error.
pub fn map<M, C, K, F>(value: C, check_name: K, check_count: F) -> Map<M, C, K, F>
where
    K: Fn(&str) -> Outcome + Copy,
    F: Fn(usize) -> Outcome + Copy,
{
    Map {
        value,
        check_name,
        check_count,
        out: PhantomData,
    }
}

impl<'de, M, C, K, F> Codec<'de> for Map<M, C, K, F>
where
    C: Codec<'de>,
    M: Members<C::Out>,
    K: Fn(&str) -> Outcome + Copy,
    F: Fn(usize) -> Outcome + Copy,
{
    type Out = M;

    fn read<D: Deserializer<'de>>(self, deserializer: D, ctx: Ctx) -> Result<M, D::Error> {
        deserializer.deserialize_any(MapVisitor(self, ctx))
    }
}

struct MapVisitor<M, C, K, F>(Map<M, C, K, F>, Ctx);

impl<'de, M, C, K, F> Visitor<'de> for MapVisitor<M, C, K, F>
where
    C: Codec<'de>,
    M: Members<C::Out>,
    K: Fn(&str) -> Outcome,
    F: Fn(usize) -> Outcome,
{
    type Value = M;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<M, A::Error> {
        let Self(codec, ctx) = self;
        let ctx = ctx.deeper()?;
        let mut members = M::default();
        let mut count = 0;
        while let Some(name) = key(&mut access, &[], 0)? {
            let Key::Other(name) = name else { continue };
            (codec.check_name)(&name).map_err(fail)?;
            let value = access.next_value_seed(Seed(codec.value, ctx))?;
            super::object::insert(&mut members, name, value)?;
            count += 1;
        }
        (codec.check_count)(count).map_err(fail)?;
        Ok(members)
    }
}

/// What reads an object with any names and any number of members.
pub type Dict<M, C> = Map<M, C, fn(&str) -> Outcome, fn(usize) -> Outcome>;

/// Reads an object with any names and any number of members.
pub fn dict<M, C>(value: C) -> Dict<M, C> {
    Map {
        value,
        check_name: |_| Ok(()),
        check_count: |_| Ok(()),
        out: PhantomData,
    }
}

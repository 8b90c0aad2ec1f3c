//! Objects with known names: structs.

use std::fmt;
use std::marker::PhantomData;

use serde::de::{Deserializer, Error, MapAccess, Visitor};

use super::codec::{Codec, Ctx, Seed};
use super::scalar::words;
use crate::types::Members;

/// A struct that reads itself from the members of an object.
pub trait Object<'de>: Sized {
    /// Reads all members.
    ///
    /// # Errors
    /// When the schema does not accept the object.
    fn members<A: MapAccess<'de>>(access: A, ctx: Ctx) -> Result<Self, A::Error>;
}

/// Reads an object into a struct.
pub(super) fn read_object<'de, T: Object<'de>, D: Deserializer<'de>>(
    deserializer: D,
    ctx: Ctx,
) -> Result<T, D::Error> {
    deserializer.deserialize_any(ObjectVisitor(ctx, PhantomData))
}

struct ObjectVisitor<T>(Ctx, PhantomData<fn() -> T>);

impl<'de, T: Object<'de>> Visitor<'de> for ObjectVisitor<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, access: A) -> Result<T, A::Error> {
        T::members(access, self.0.deeper()?)
    }
}

/// Reads a member's value into its slot.
///
/// # Errors
/// When the member stands twice, or `codec` refuses the value.
pub fn put<'de, C: Codec<'de>, A: MapAccess<'de>>(
    slot: &mut Option<C::Out>,
    name: &'static str,
    access: &mut A,
    codec: C,
    ctx: Ctx,
) -> Result<(), A::Error> {
    if slot.is_some() {
        return Err(A::Error::duplicate_field(name));
    }
    *slot = Some(access.next_value_seed(Seed(codec, ctx))?);
    Ok(())
}

/// Whether a member that needs no slot was there.
pub type Seen = Option<()>;

/// Reads a member whose value is one fixed string.
///
/// # Errors
/// When the member stands twice or has another value.
pub fn constant<'de, A: MapAccess<'de>>(
    seen: &mut Seen,
    name: &'static str,
    access: &mut A,
    value: &'static [&'static str; 1],
    ctx: Ctx,
) -> Result<(), A::Error> {
    put(
        seen,
        name,
        access,
        words(value, |found| (found == value[0]).then_some(())),
        ctx,
    )
}

/// Refuses an object for what is not there.
///
/// # Errors
/// Always.
#[cold]
pub fn missing<T, E: Error>(name: &'static str) -> Result<T, E> {
    Err(E::missing_field(name))
}

/// Refuses a member that the schema does not allow.
///
/// # Errors
/// Always.
#[cold]
pub fn unknown<T, E: Error>(name: &str, known: &'static [&'static str]) -> Result<T, E> {
    Err(E::unknown_field(name, known))
}

/// Reads an unknown member and keeps it.
///
/// # Errors
/// When it stands twice, or `codec` refuses the value.
pub fn keep<'de, M: Members<C::Out>, C: Codec<'de>, A: MapAccess<'de>>(
    extra: &mut M,
    name: String,
    access: &mut A,
    codec: C,
    ctx: Ctx,
) -> Result<(), A::Error> {
    let value = access.next_value_seed(Seed(codec, ctx))?;
    insert(extra, name, value)
}

pub(super) fn insert<T, M: Members<T>, E: Error>(
    members: &mut M,
    name: String,
    value: T,
) -> Result<(), E> {
    match members.add(name, value) {
        None => Ok(()),
        Some(name) => Err(E::custom(format_args!("duplicate field `{name}`"))),
    }
}

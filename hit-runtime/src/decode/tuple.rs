//! Arrays whose places have types of their own.

use std::marker::PhantomData;

use std::fmt;

use serde::de::{Deserializer, Error, SeqAccess, Visitor};

use super::buffer::any;
use super::codec::{Codec, Ctx, Seed};

/// A type that reads itself from the items of an array.
pub trait Elements<'de>: Sized {
    /// Reads all items.
    ///
    /// # Errors
    /// When the schema does not accept the array.
    fn elements<A: SeqAccess<'de>>(items: A, ctx: Ctx) -> Result<Self, A::Error>;
}

/// Reads an array into such a type.
pub(super) fn read_elements<'de, T: Elements<'de>, D: Deserializer<'de>>(
    deserializer: D,
    ctx: Ctx,
) -> Result<T, D::Error> {
    deserializer.deserialize_any(ElementsVisitor(ctx, PhantomData))
}

struct ElementsVisitor<T>(Ctx, PhantomData<fn() -> T>);

impl<'de, T: Elements<'de>> Visitor<'de> for ElementsVisitor<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an array")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, access: A) -> Result<T, A::Error> {
        T::elements(access, self.0.deeper()?)
    }
}

/// Reads the next item; `None` when there is none.
///
/// # Errors
/// When `codec` refuses it.
pub fn next<'de, C: Codec<'de>, A: SeqAccess<'de>>(
    items: &mut A,
    codec: C,
    ctx: Ctx,
) -> Result<Option<C::Out>, A::Error> {
    items.next_element_seed(Seed(codec, ctx))
}

/// Reads all further items and counts them.
///
/// # Errors
/// When `codec` refuses one.
pub fn remaining<'de, C: Codec<'de>, A: SeqAccess<'de>>(
    items: &mut A,
    count: &mut usize,
    codec: C,
    ctx: Ctx,
) -> Result<Vec<C::Out>, A::Error> {
    let mut rest = Vec::new();
    while let Some(item) = next(items, codec, ctx)? {
        rest.push(item);
        *count += 1;
    }
    Ok(rest)
}

/// Makes sure that the array ends here.
///
/// # Errors
/// When it does not.
pub fn no_more<'de, A: SeqAccess<'de>>(items: &mut A, ctx: Ctx) -> Result<(), A::Error> {
    match next(items, any(), ctx)? {
        None => Ok(()),
        Some(_) => Err(A::Error::custom(
            "the array has more items than the schema allows",
        )),
    }
}

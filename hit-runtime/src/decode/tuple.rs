//! Arrays whose places have types of their own.

use std::marker::PhantomData;

use std::fmt;

use serde::de::{Deserializer, SeqAccess, Visitor};

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
///
/// # Errors
/// When the value is not an array, or the schema does not accept it.
pub fn elements<'de, T: Elements<'de>, D: Deserializer<'de>>(
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

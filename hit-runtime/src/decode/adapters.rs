//! Codecs over the traits that generated types implement.

use std::marker::PhantomData;

use serde::de::{Deserializer, Error, IntoDeserializer, Unexpected};

use super::by_kind::{ByKind, read_by_kind};
use super::codec::{Codec, Ctx};
use super::fault::unexpected;
use super::object::{Object, read_object};
use super::present::Present;
use super::select::{Ordered, read_first_match};
use super::tagged::{Tagged, read_tagged};
use super::tuple::{Elements, read_elements};
use crate::check::{LazyChecker, NodeId};
use crate::types::Never;

macro_rules! adapters {
    ($( $(#[$doc:meta])* $name:ident: $codec:ident by $read:ident of $of:ident; )*) => { $(
        $(#[$doc])*
        pub fn $name<T>() -> $codec<T> {
            $codec(PhantomData)
        }

        #[doc = concat!("See [`", stringify!($name), "`].")]
        pub struct $codec<T>(PhantomData<fn() -> T>);

        impl<T> Clone for $codec<T> {
            fn clone(&self) -> Self {
                *self
            }
        }

        impl<T> Copy for $codec<T> {}

        impl<'de, T: $of<'de>> Codec<'de> for $codec<T> {
            type Out = T;

            fn read<D: Deserializer<'de>>(self, deserializer: D, ctx: Ctx) -> Result<T, D::Error> {
                $read(deserializer, ctx)
            }
        }
    )* };
}

adapters! {
    /// Reads a struct from the members of an object.
    fields: Fields by read_object of Object;
    /// Reads a union by the JSON type of the value.
    by_kind: Kinds by read_by_kind of ByKind;
    /// Reads a union by its tag.
    by_tag: Tags by read_tagged of Tagged;
    /// Reads a tuple from the items of an array.
    places: Places by read_elements of Elements;
}

/// See [`first_match`].
pub struct FirstMatch<T>(&'static LazyChecker, NodeId, PhantomData<fn() -> T>);

impl<T> Clone for FirstMatch<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for FirstMatch<T> {}

/// Reads a union whose arms only the engine can tell apart.
pub fn first_match<T>(checker: &'static LazyChecker, node: NodeId) -> FirstMatch<T> {
    FirstMatch(checker, node, PhantomData)
}

impl<'de, T: Ordered> Codec<'de> for FirstMatch<T> {
    type Out = T;

    fn read<D: Deserializer<'de>>(self, deserializer: D, ctx: Ctx) -> Result<T, D::Error> {
        read_first_match(deserializer, ctx, self.0, self.1)
    }
}

/// See [`wrapped`].
#[derive(Clone, Copy)]
pub struct Wrapped<C, F>(C, F);

/// Reads with `inner` and wraps the result.
pub fn wrapped<C, F>(inner: C, wrap: F) -> Wrapped<C, F> {
    Wrapped(inner, wrap)
}

impl<'de, T, C: Codec<'de>, F: Fn(C::Out) -> T + Copy> Codec<'de> for Wrapped<C, F> {
    type Out = T;

    fn read<D: Deserializer<'de>>(self, deserializer: D, ctx: Ctx) -> Result<T, D::Error> {
        self.0.read(deserializer, ctx).map(self.1)
    }
}

/// See [`never`].
#[derive(Clone, Copy)]
pub struct Nothing;

/// Reads nothing: the schema accepts no value here.
pub fn never() -> Nothing {
    Nothing
}

impl<'de> Codec<'de> for Nothing {
    type Out = Never;

    fn read<D: Deserializer<'de>>(self, _: D, _: Ctx) -> Result<Never, D::Error> {
        unexpected(
            Unexpected::Other("a value"),
            "nothing: the schema accepts no value here",
        )
    }
}

/// Reads with `codec` a `null` that a visitor has already been handed.
///
/// # Errors
/// When `codec` refuses it.
pub fn read_null<'de, C: Codec<'de>, E: Error>(codec: C, ctx: Ctx) -> Result<C::Out, E> {
    codec.read(().into_deserializer(), ctx)
}

/// Reads with `codec` a boolean that a visitor has already been handed.
///
/// # Errors
/// When `codec` refuses it.
pub fn read_boolean<'de, C: Codec<'de>, E: Error>(
    codec: C,
    value: bool,
    ctx: Ctx,
) -> Result<C::Out, E> {
    codec.read(Present(value.into_deserializer()), ctx)
}

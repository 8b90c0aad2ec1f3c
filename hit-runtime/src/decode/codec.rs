//! The two traits of typed decoding and the context they carry.

use std::marker::PhantomData;

use serde::de::{DeserializeSeed, Deserializer, Error};

/// Deepest nesting of arrays and objects that is read: the limit `serde_json`
/// has for text, kept for every other format too.
pub const MAX_DEPTH: u16 = 128;

/// What a value needs to know of its surroundings while it is read.
#[derive(Clone, Copy, Debug)]
pub struct Ctx {
    checked: bool,
    ruled: bool,
    left: u16,
}

impl Ctx {
    /// At the root of a document that nobody has looked at yet.
    pub const ROOT: Self = Self {
        checked: false,
        ruled: true,
        left: MAX_DEPTH,
    };

    /// At the root of a document whose rules are left to others.
    pub const BY_SCHEMA: Self = Self {
        ruled: false,
        ..Self::ROOT
    };

    /// Whether rules have their turn.
    pub fn is_ruled(self) -> bool {
        self.ruled
    }

    /// Whether a value around this one was already judged by the engine, so
    /// that whole-value checks need not run again.
    pub fn is_checked(self) -> bool {
        self.checked
    }

    /// The same place, already judged.
    #[must_use]
    pub fn checked(self) -> Self {
        Self {
            checked: true,
            ..self
        }
    }

    /// One array or object deeper.
    ///
    /// # Errors
    /// Beyond [`MAX_DEPTH`].
    pub fn deeper<E: Error>(self) -> Result<Self, E> {
        match self.left.checked_sub(1) {
            Some(left) => Ok(Self { left, ..self }),
            None => Err(E::custom("nested deeper than 128 levels")),
        }
    }
}

/// A type that reads itself. Generated types implement this; their
/// `serde::Deserialize` starts it at [`Ctx::ROOT`].
pub trait Decode<'de>: Sized {
    /// Reads one value.
    ///
    /// # Errors
    /// When the schema does not accept the value.
    fn decode<D: Deserializer<'de>>(deserializer: D, ctx: Ctx) -> Result<Self, D::Error>;
}

/// A way to read one value: a type together with its checks.
pub trait Codec<'de>: Copy {
    /// What is read.
    type Out;

    /// Reads one value.
    ///
    /// # Errors
    /// When the checks do not accept the value.
    fn read<D: Deserializer<'de>>(self, deserializer: D, ctx: Ctx) -> Result<Self::Out, D::Error>;
}

/// A codec in a context, as serde wants it.
pub(crate) struct Seed<C>(pub C, pub Ctx);

impl<'de, C: Codec<'de>> DeserializeSeed<'de> for Seed<C> {
    type Value = C::Out;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<C::Out, D::Error> {
        self.0.read(deserializer, self.1)
    }
}

/// The codec of a type that implements [`Decode`].
pub struct Of<T>(PhantomData<fn() -> T>);

impl<T> Clone for Of<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Of<T> {}

/// Reads a generated type.
pub fn of<T>() -> Of<T> {
    Of(PhantomData)
}

impl<'de, T: Decode<'de>> Codec<'de> for Of<T> {
    type Out = T;

    fn read<D: Deserializer<'de>>(self, deserializer: D, ctx: Ctx) -> Result<T, D::Error> {
        T::decode(deserializer, ctx)
    }
}

/// See [`boxed`].
#[derive(Clone, Copy)]
pub struct Boxed<C>(C);

/// Reads into a `Box`: how a recursive type breaks its circle.
pub fn boxed<C>(inner: C) -> Boxed<C> {
    Boxed(inner)
}

impl<'de, C: Codec<'de>> Codec<'de> for Boxed<C> {
    type Out = Box<C::Out>;

    fn read<D: Deserializer<'de>>(self, deserializer: D, ctx: Ctx) -> Result<Self::Out, D::Error> {
        self.0.read(deserializer, ctx).map(Box::new)
    }
}

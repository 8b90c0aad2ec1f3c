//! Unions whose arms differ in JSON type.

use std::fmt;
use std::marker::PhantomData;

use serde::de::value::{MapAccessDeserializer, SeqAccessDeserializer};
use serde::de::{Deserializer, Error, IntoDeserializer, MapAccess, SeqAccess, Unexpected, Visitor};

use super::codec::Ctx;
use super::fault::unexpected;
use super::present::Present;

/// A union that the JSON type of the value decides. Each method reads one JSON
/// type; those a union does not have refuse it.
pub trait ByKind<'de>: Sized {
    /// What is expected, for messages: `a string or an array`.
    const EXPECTED: &'static str;

    /// Reads `null`.
    ///
    /// # Errors
    /// When the schema does not accept it.
    fn null<E: Error>(_: Ctx) -> Result<Self, E> {
        unexpected(Unexpected::Unit, Self::EXPECTED)
    }

    /// Reads a boolean.
    ///
    /// # Errors
    /// When the schema does not accept it.
    fn boolean<E: Error>(value: bool, _: Ctx) -> Result<Self, E> {
        unexpected(Unexpected::Bool(value), Self::EXPECTED)
    }

    /// Reads a number.
    ///
    /// # Errors
    /// When the schema does not accept it.
    fn number<D: Deserializer<'de>>(_: D, _: Ctx) -> Result<Self, D::Error> {
        unexpected(Unexpected::Other("a number"), Self::EXPECTED)
    }

    /// Reads a string.
    ///
    /// # Errors
    /// When the schema does not accept it.
    fn string<D: Deserializer<'de>>(_: D, _: Ctx) -> Result<Self, D::Error> {
        unexpected(Unexpected::Other("a string"), Self::EXPECTED)
    }

    /// Reads an array.
    ///
    /// # Errors
    /// When the schema does not accept it.
    fn array<D: Deserializer<'de>>(_: D, _: Ctx) -> Result<Self, D::Error> {
        unexpected(Unexpected::Seq, Self::EXPECTED)
    }

    /// Reads an object.
    ///
    /// # Errors
    /// When the schema does not accept it.
    fn object<D: Deserializer<'de>>(_: D, _: Ctx) -> Result<Self, D::Error> {
        unexpected(Unexpected::Map, Self::EXPECTED)
    }
}

/// Reads a union by the JSON type of the value.
pub(super) fn read_by_kind<'de, T: ByKind<'de>, D: Deserializer<'de>>(
    deserializer: D,
    ctx: Ctx,
) -> Result<T, D::Error> {
    deserializer.deserialize_any(KindVisitor(ctx, PhantomData))
}

struct KindVisitor<T>(Ctx, PhantomData<fn() -> T>);

impl<'de, T: ByKind<'de>> Visitor<'de> for KindVisitor<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(T::EXPECTED)
    }

    fn visit_unit<E: Error>(self) -> Result<T, E> {
        T::null(self.0)
    }

    fn visit_none<E: Error>(self) -> Result<T, E> {
        T::null(self.0)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<T, D::Error> {
        read_by_kind(deserializer, self.0)
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<T, E> {
        T::boolean(value, self.0)
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<T, E> {
        T::number(Present(value.into_deserializer()), self.0)
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<T, E> {
        T::number(Present(value.into_deserializer()), self.0)
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<T, E> {
        T::number(Present(value.into_deserializer()), self.0)
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<T, E> {
        T::string(Present(value.into_deserializer()), self.0)
    }

    fn visit_string<E: Error>(self, value: String) -> Result<T, E> {
        T::string(Present(value.into_deserializer()), self.0)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, access: A) -> Result<T, A::Error> {
        T::array(Present(SeqAccessDeserializer::new(access)), self.0)
    }

    fn visit_map<A: MapAccess<'de>>(self, access: A) -> Result<T, A::Error> {
        T::object(Present(MapAccessDeserializer::new(access)), self.0)
    }
}

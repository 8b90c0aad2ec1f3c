//! Unions that one member decides.

use std::fmt;
use std::marker::PhantomData;
use std::vec;

use serde::de::{
    DeserializeSeed, Deserializer, Error, IntoDeserializer, MapAccess, Unexpected, Visitor,
};
use serde_json::Value;

use super::buffer::any;
use super::codec::{Ctx, Seed};

/// A union of objects that the string in one member, the tag, decides.
pub trait Tagged<'de>: Sized {
    /// Name of the member.
    const TAG: &'static str;
    /// The tags that have an arm.
    const KNOWN: &'static [&'static str];
    /// Whether an arm takes what has no arm of its own, other than strings too.
    const OTHERS: bool;

    /// Reads the arm that `tag` names from all members, the tag included; `None`
    /// is a tag that is no string.
    ///
    /// # Errors
    /// When there is no such arm, or it does not accept the object.
    fn arm<D: Deserializer<'de>>(
        tag: Option<&str>,
        deserializer: D,
        ctx: Ctx,
    ) -> Result<Self, D::Error>;
}

/// Reads a union by its tag. Members before the tag are kept aside; those
/// after it are read straight into the arm.
pub(super) fn read_tagged<'de, T: Tagged<'de>, D: Deserializer<'de>>(
    deserializer: D,
    ctx: Ctx,
) -> Result<T, D::Error> {
    deserializer.deserialize_any(TagVisitor(ctx, PhantomData))
}

/// Refuses a tag that no arm has.
///
/// # Errors
/// Always.
#[cold]
pub fn unknown_tag<T, E: Error>(tag: Option<&str>, known: &'static [&'static str]) -> Result<T, E> {
    Err(E::unknown_variant(tag.unwrap_or_default(), known))
}

struct TagVisitor<T>(Ctx, PhantomData<fn() -> T>);

impl<'de, T: Tagged<'de>> Visitor<'de> for TagVisitor<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "an object with the member `{}`", T::TAG)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<T, A::Error> {
        let mut before = Vec::new();
        let ctx = self.0.deeper()?;
        while let Some(name) = access.next_key::<String>()? {
            let value = access.next_value_seed(Seed(any(), ctx))?;
            if name == T::TAG {
                let tag = value.as_str().map(str::to_owned);
                if tag.is_none() && !T::OTHERS {
                    return Err(A::Error::invalid_type(kind(&value), &"a string"));
                }
                before.push((name, value));
                return T::arm(tag.as_deref(), Chain::new(before, access), self.0);
            }
            before.push((name, value));
        }
        Err(A::Error::missing_field(T::TAG))
    }
}

fn kind(value: &Value) -> Unexpected<'_> {
    match value {
        Value::Null => Unexpected::Unit,
        Value::Bool(value) => Unexpected::Bool(*value),
        Value::Number(_) => Unexpected::Other("a number"),
        Value::String(value) => Unexpected::Str(value),
        Value::Array(_) => Unexpected::Seq,
        Value::Object(_) => Unexpected::Map,
    }
}

/// The members kept aside, then those still to come.
struct Chain<A> {
    before: vec::IntoIter<(String, Value)>,
    value: Option<Value>,
    rest: A,
}

impl<A> Chain<A> {
    fn new(before: Vec<(String, Value)>, rest: A) -> Self {
        Self {
            before: before.into_iter(),
            value: None,
            rest,
        }
    }
}

impl<'de, A: MapAccess<'de>> Deserializer<'de> for Chain<A> {
    type Error = A::Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, A::Error> {
        visitor.visit_map(self)
    }

    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string
        bytes byte_buf option unit unit_struct newtype_struct seq tuple
        tuple_struct map struct enum identifier ignored_any
    }
}

impl<'de, A: MapAccess<'de>> MapAccess<'de> for Chain<A> {
    type Error = A::Error;

    fn next_key_seed<K: DeserializeSeed<'de>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, A::Error> {
        match self.before.next() {
            Some((name, value)) => {
                self.value = Some(value);
                seed.deserialize(name.into_deserializer()).map(Some)
            }
            None => self.rest.next_key_seed(seed),
        }
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, A::Error> {
        match self.value.take() {
            Some(value) => seed.deserialize(value).map_err(A::Error::custom),
            None => self.rest.next_value_seed(seed),
        }
    }
}

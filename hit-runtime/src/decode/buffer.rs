//! Whole values: read into memory, where a check needs to see all of it.

use std::fmt;

use serde::de::{Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Number, Value};

use super::codec::{Codec, Ctx, Seed};
use crate::check::{LazyChecker, NodeId};

/// See [`any`].
#[derive(Clone, Copy)]
pub struct Any;

/// Reads any JSON value. A member name that stands twice is an error.
pub fn any() -> Any {
    Any
}

impl<'de> Codec<'de> for Any {
    type Out = Value;

    fn read<D: Deserializer<'de>>(self, deserializer: D, ctx: Ctx) -> Result<Value, D::Error> {
        deserializer.deserialize_any(AnyVisitor(ctx))
    }
}

/// See [`discard`].
#[derive(Clone, Copy)]
pub struct Discard<C>(C);

/// Reads with `inner`, checks included, and keeps nothing.
pub fn discard<C>(inner: C) -> Discard<C> {
    Discard(inner)
}

impl<'de, C: Codec<'de>> Codec<'de> for Discard<C> {
    type Out = ();

    fn read<D: Deserializer<'de>>(self, deserializer: D, ctx: Ctx) -> Result<(), D::Error> {
        self.0.read(deserializer, ctx).map(drop)
    }
}

/// See [`checked`].
#[derive(Clone, Copy)]
pub struct Checked<C> {
    checker: &'static LazyChecker,
    node: NodeId,
    inner: C,
}

/// Reads the whole value, has the engine judge it against `node`, then reads
/// it with `inner`, whose own whole-value checks are skipped.
pub fn checked<C>(checker: &'static LazyChecker, node: NodeId, inner: C) -> Checked<C> {
    Checked {
        checker,
        node,
        inner,
    }
}

impl<'de, C: Codec<'de>> Codec<'de> for Checked<C> {
    type Out = C::Out;

    fn read<D: Deserializer<'de>>(self, deserializer: D, ctx: Ctx) -> Result<C::Out, D::Error> {
        if ctx.is_checked() {
            return self.inner.read(deserializer, ctx);
        }
        let value = Any.read(deserializer, ctx)?;
        judge(self.checker, self.node, &value)?;
        self.inner.read(value, ctx.checked()).map_err(Error::custom)
    }
}

/// Has the engine judge a value.
pub(super) fn judge<E: Error>(
    checker: &'static LazyChecker,
    node: NodeId,
    value: &Value,
) -> Result<(), E> {
    let checker = checker.get();
    if checker.is_valid(node, value) {
        return Ok(());
    }
    Err(match checker.first(node, value) {
        Some(violation) => E::custom(format_args!("{}: {}", violation.code, violation.message)),
        None => E::custom("the schema does not accept the value"),
    })
}

struct AnyVisitor(Ctx);

impl<'de> Visitor<'de> for AnyVisitor {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }

    fn visit_unit<E: Error>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_none<E: Error>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        Any.read(deserializer, self.0)
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<Value, E> {
        Ok(Value::Bool(value))
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Value, E> {
        match Number::from_f64(value) {
            Some(number) => Ok(Value::Number(number)),
            None => Err(E::custom("a number must be finite")),
        }
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<Value, E> {
        Ok(Value::String(value.to_owned()))
    }

    fn visit_string<E: Error>(self, value: String) -> Result<Value, E> {
        Ok(Value::String(value))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut access: A) -> Result<Value, A::Error> {
        let ctx = self.0.deeper()?;
        let mut items = Vec::new();
        while let Some(item) = access.next_element_seed(Seed(Any, ctx))? {
            items.push(item);
        }
        Ok(Value::Array(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<Value, A::Error> {
        let ctx = self.0.deeper()?;
        let mut members = Map::new();
        while let Some(name) = access.next_key::<String>()? {
            if members.contains_key(&name) {
                return Err(A::Error::custom(format_args!("duplicate field `{name}`")));
            }
            let value = access.next_value_seed(Seed(Any, ctx))?;
            members.insert(name, value);
        }
        Ok(Value::Object(members))
    }
}

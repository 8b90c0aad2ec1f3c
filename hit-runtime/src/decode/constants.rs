//! Closed sets of any values.

use std::sync::OnceLock;

use serde::de::{Deserializer, Error};
use serde_json::Value;

use super::buffer::any;
use super::codec::{Codec, Ctx};
use crate::number::json_eq;

/// Values as texts of JSON, parsed on first use.
#[derive(Debug)]
pub struct LazyValues {
    texts: &'static [&'static str],
    values: OnceLock<Vec<Value>>,
}

impl LazyValues {
    /// Values that are parsed when first asked for.
    pub const fn new(texts: &'static [&'static str]) -> Self {
        Self {
            texts,
            values: OnceLock::new(),
        }
    }

    /// All values, in order.
    pub fn get(&self) -> &[Value] {
        let parse = |text: &&str| serde_json::from_str(text).unwrap_or_default();
        self.values
            .get_or_init(|| self.texts.iter().map(parse).collect())
    }

    /// The value of a variant, given all variants in the order of the values.
    pub fn of<T: PartialEq>(&self, all: &[T], variant: &T) -> &Value {
        let at = all.iter().position(|other| other == variant);
        at.and_then(|at| self.get().get(at)).unwrap_or(&Value::Null)
    }
}

/// See [`constants`].
#[derive(Debug)]
pub struct Constants<T: 'static> {
    values: &'static LazyValues,
    all: &'static [T],
}

impl<T> Clone for Constants<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Constants<T> {}

/// Reads one of a closed set of values; `all` are their variants, in order.
pub fn constants<T>(values: &'static LazyValues, all: &'static [T]) -> Constants<T> {
    Constants { values, all }
}

impl<'de, T: Copy> Codec<'de> for Constants<T> {
    type Out = T;

    fn read<D: Deserializer<'de>>(self, deserializer: D, ctx: Ctx) -> Result<T, D::Error> {
        let value = any().read(deserializer, ctx)?;
        let mut values = self.values.get().iter();
        let at = values.position(|other| json_eq(other, &value));
        let found = at.and_then(|at| self.all.get(at)).copied();
        found.ok_or_else(|| D::Error::custom(format_args!("`enum` does not list {value}")))
    }
}

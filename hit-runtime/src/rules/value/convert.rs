//! Literals and keys as values.

use crate::rules::value::fault::Fault;
use crate::rules::value::key::Key;
use crate::rules::value::value_type::{Text, Value};
use hit_cel::ast::Literal;

/// The value of a literal, its text borrowed.
pub fn from_literal(literal: &Literal) -> Value<'_> {
    match literal {
        Literal::Null => Value::Null,
        Literal::Bool(value) => Value::Bool(*value),
        Literal::Int(value) => Value::Int(*value),
        Literal::UInt(value) => Value::UInt(*value),
        Literal::Double(value) => Value::Double(*value),
        Literal::String(text) => Value::String(Text::Borrowed(text)),
        Literal::Bytes(bytes) => Value::Bytes(bytes.as_ref().into()),
    }
}

impl Key {
    /// The key for building a map.
    ///
    /// # Errors
    /// Values of other types are no keys.
    pub fn from_value(value: &Value<'_>) -> Result<Self, Fault> {
        match value {
            Value::Bool(value) => Ok(Key::Bool(*value)),
            Value::Int(value) => Ok(Key::Int(*value)),
            Value::UInt(value) => Ok(Key::UInt(*value)),
            Value::String(Text::Shared(text)) => Ok(Key::String(text.clone())),
            Value::String(text) => Ok(Key::String(text.as_str().into())),
            other => Err(Fault::other(format!(
                "unsupported key type: {}",
                other.type_name()
            ))),
        }
    }

    /// The key for looking up: also whole doubles. `None` when no key equals the value.
    pub fn to_find(value: &Value<'_>) -> Option<Self> {
        match value {
            Value::Double(value) => whole(*value),
            other => Self::from_value(other).ok(),
        }
    }

    /// The key as a value.
    pub fn to_value<'a>(&self) -> Value<'a> {
        match self {
            Key::Bool(value) => Value::Bool(*value),
            Key::Int(value) => Value::Int(*value),
            Key::UInt(value) => Value::UInt(*value),
            Key::String(text) => Value::String(Text::Shared(text.clone())),
        }
    }
}

fn whole(value: f64) -> Option<Key> {
    if value.fract() != 0.0 {
        return None;
    }
    if (-9_223_372_036_854_775_808.0..9_223_372_036_854_775_808.0).contains(&value) {
        return Some(Key::Int(value as i64));
    }
    (9_223_372_036_854_775_808.0..18_446_744_073_709_551_616.0)
        .contains(&value)
        .then_some(Key::UInt(value as u64))
}

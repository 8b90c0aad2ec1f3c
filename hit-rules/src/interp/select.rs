//! Selections and `has`.

use crate::interp::context::Interp;
use crate::typed::Typed;
use crate::value::{Fault, Outcome, Value};

impl<'a> Interp<'_, 'a> {
    /// `operand.field`, `operand.?field`
    pub fn select(&mut self, operand: &'a Typed, field: &str, optional: bool) -> Outcome<'a> {
        match self.expression(operand)? {
            Value::Optional(None) => Ok(Value::Optional(None)),
            Value::Optional(Some(inner)) => held(get(&inner, field)?),
            value if optional => held(get(&value, field)?),
            value => get(&value, field)?.unwrap_or_else(|| Err(Fault::no_such_key(field))),
        }
    }

    /// `has(operand.field)`
    pub fn has(&mut self, operand: &'a Typed, field: &str) -> Outcome<'a> {
        let operand = self.expression(operand)?;
        let found = match &operand {
            Value::Optional(None) => None,
            Value::Optional(Some(inner)) => get(inner, field)?,
            value => get(value, field)?,
        };
        // A member that is not of its type is an error rather than absent.
        found.transpose().map(|found| Value::Bool(found.is_some()))
    }
}

fn held(found: Option<Outcome<'_>>) -> Outcome<'_> {
    match found {
        None => Ok(Value::Optional(None)),
        // An optional member is one optional, not two.
        Some(Ok(value @ Value::Optional(_))) => Ok(value),
        Some(found) => found.map(Value::some),
    }
}

fn get<'a>(value: &Value<'a>, field: &str) -> Result<Option<Outcome<'a>>, Fault> {
    match value {
        Value::Object(object) => Ok(object.get(field)),
        Value::Map(map) => Ok(map.get_str(field)),
        other => Err(Fault::other(format!(
            "type '{}' does not support field selection",
            other.type_name()
        ))),
    }
}

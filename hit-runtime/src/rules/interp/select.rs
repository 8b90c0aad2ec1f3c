//! Selections and `has`.

use crate::rules::interp::context::Interp;
use crate::rules::typed::CONTEXT;
use crate::rules::typed::Typed;
use crate::rules::value::{Fault, FaultKind, Outcome, Value};

impl<'a> Interp<'_, 'a> {
    /// `operand.field`, `operand.?field`
    pub fn select(&mut self, operand: &'a Typed, field: &str, optional: bool) -> Outcome<'a> {
        let value = self
            .expression(operand)
            .map_err(|fault| match operand.context_path() {
                // Nothing of the context is known: name what was asked for.
                Some(path)
                    if fault.kind == FaultKind::Unknown
                        && path == fault.message
                        && path == CONTEXT =>
                {
                    Fault::unknown(format!("{path}.{field}"))
                }
                _ => fault,
            })?;
        match value {
            Value::Optional(None) => Ok(Value::Optional(None)),
            Value::Optional(Some(inner)) => held(get(&inner, field)?),
            value if optional => held(get(&value, field)?),
            value => get(&value, field)?.unwrap_or_else(|| Err(absent(operand, field))),
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
        match found {
            // A member that is not of its type is an error rather than absent.
            Some(Err(fault)) if !is_integer(&operand, field) => Err(fault),
            found => Ok(Value::Bool(found.is_some())),
        }
    }
}

/// The fault of a field that is not there. What is absent from the context is not known.
fn absent(operand: &Typed, field: &str) -> Fault {
    match operand.context_path() {
        Some(path) => Fault::unknown(format!("{path}.{field}")),
        None => Fault::no_such_key(field),
    }
}

/// Whether a member is an integer, which is there even if it is too large for a rule.
fn is_integer(operand: &Value<'_>, field: &str) -> bool {
    match operand {
        Value::Optional(Some(inner)) => is_integer(inner, field),
        Value::Object(object) => object.is_integer(field),
        _ => false,
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

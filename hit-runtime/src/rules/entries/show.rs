//! Values in messages.

use crate::rules::functions::display;
use crate::rules::value::{FaultKind, Meter, Outcome, Value};

/// A value for people: text without quotes, lists and objects as JSON would write them.
pub fn show(outcome: &Outcome<'_>, meter: &mut Meter) -> String {
    match outcome {
        Ok(Value::Object(object)) => serde_json::to_string(object.members).unwrap_or_default(),
        Ok(Value::Optional(Some(inner))) => show(&Ok((**inner).clone()), meter),
        Ok(Value::Optional(None)) => "(absent)".to_string(),
        Ok(value) => display(value, meter).unwrap_or_else(|_| format!("({})", value.type_name())),
        Err(fault) if fault.kind == FaultKind::Unknown => "(unknown)".to_string(),
        Err(_) => "(absent)".to_string(),
    }
}

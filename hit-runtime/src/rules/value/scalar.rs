//! A part of the document that is no container, as a value of its type.

use serde_json::Value as Json;

use crate::rules::time::{Duration, Timestamp};
use crate::rules::types::Type;
use crate::rules::value::fault::{Fault, Outcome};
use crate::rules::value::value_type::{Text, Value};

/// The value of a scalar under its type.
pub fn scalar<'a>(json: &'a Json, ty: &Type) -> Outcome<'a> {
    match (ty, json) {
        (Type::Null, Json::Null) => Ok(Value::Null),
        (Type::Bool, Json::Bool(value)) => Ok(Value::Bool(*value)),
        (Type::Int, Json::Number(number)) => int(number),
        (Type::UInt, Json::Number(number)) => uint(number),
        (Type::Double, Json::Number(number)) => {
            Ok(Value::Double(number.as_f64().unwrap_or(f64::NAN)))
        }
        (Type::String | Type::Enum(_), Json::String(text)) => {
            Ok(Value::String(Text::Borrowed(text)))
        }
        (Type::Bytes, Json::String(text)) => bytes(text),
        (Type::Timestamp, Json::String(text)) => timestamp(text),
        (Type::Duration, Json::String(text)) => duration(text),
        (_, Json::Null) => Err(Fault::invalid_data(
            "got null for schema with nullable=false",
        )),
        (ty, _) => Err(wrong(ty)),
    }
}

fn wrong(ty: &Type) -> Fault {
    Fault::invalid_data(match ty {
        Type::List(_) => "expected an array for the provided schema with type=array".to_string(),
        Type::Map(_) | Type::Object(_) => {
            "expected a map for the provided schema with type=object".to_string()
        }
        other => format!("expected {other}"),
    })
}

/// Kubernetes' integer or string.
pub fn int_or_string(json: &Json) -> Outcome<'_> {
    let wrong =
        || Fault::invalid_data("expected XIntOrString value to be either a string or integer");
    match json {
        Json::String(text) => Ok(Value::String(Text::Borrowed(text))),
        Json::Number(number) => int(number).map_err(|_| wrong()),
        _ => Err(wrong()),
    }
}

fn int(number: &serde_json::Number) -> Outcome<'static> {
    if let Some(value) = number.as_i64() {
        return Ok(Value::Int(value));
    }
    match number.as_f64() {
        // A JSON `1.0` is an integer where the schema says so.
        Some(value)
            if value.fract() == 0.0
                && (-9_223_372_036_854_775_808.0..9_223_372_036_854_775_808.0).contains(&value)
                && !number.is_u64() =>
        {
            Ok(Value::Int(value as i64))
        }
        _ => Err(Fault::invalid_data("expected a 64-bit integer")),
    }
}

fn uint(number: &serde_json::Number) -> Outcome<'static> {
    if let Some(value) = number.as_u64() {
        return Ok(Value::UInt(value));
    }
    match number.as_f64() {
        Some(value)
            if value.fract() == 0.0 && (0.0..18_446_744_073_709_551_616.0).contains(&value) =>
        {
            Ok(Value::UInt(value as u64))
        }
        _ => Err(Fault::invalid_data("expected an unsigned 64-bit integer")),
    }
}

fn bytes(text: &str) -> Outcome<'static> {
    let decoded =
        crate::rules::base64::decode(text).ok_or_else(|| Fault::invalid_data("expected base64"))?;
    Ok(Value::Bytes(decoded.into()))
}

fn timestamp(text: &str) -> Outcome<'static> {
    Timestamp::parse_lenient(text)
        .or_else(|| Timestamp::parse_date(text))
        .map(Value::Timestamp)
        .ok_or_else(|| Fault::invalid_data(format!("expected a date or a date-time, got {text:?}")))
}

fn duration(text: &str) -> Outcome<'static> {
    Duration::parse(text)
        .map(Value::Duration)
        .ok_or_else(|| Fault::invalid_data(format!("expected a duration, got {text:?}")))
}

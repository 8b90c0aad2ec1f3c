//! Optionals. `or` and `orValue` look at their argument only when they need
//! it; the interpreter sees to that.

use crate::rules::functions::call::{Call, Overload};
use crate::rules::time::{Duration, Timestamp};
use crate::rules::value::{Fault, Outcome, Value};

pub const OVERLOADS: &[Overload] = &[
    Overload::total("optional.of", "(A) -> optional(A)", of),
    Overload::total("optional.none", "() -> optional(A)", none),
    Overload::total("optional.ofNonZeroValue", "(A) -> optional(A)", of_non_zero),
    Overload::total("optional.unwrap", "(list(optional(A))) -> list(A)", unwrap),
    Overload::total("unwrapOpt", "list(optional(A)).() -> list(A)", unwrap),
    Overload::total("hasValue", "optional(A).() -> bool", has_value),
    Overload::new("value", "optional(A).() -> A", value),
    Overload::total("or", "optional(A).(optional(A)) -> optional(A)", or),
    Overload::total("orValue", "optional(A).(A) -> A", or_value),
];

fn of<'a>(call: &mut Call<'_, 'a>) -> Outcome<'a> {
    Ok(Value::some(call.arg(0)?.clone()))
}

fn none<'a>(_call: &mut Call<'_, 'a>) -> Outcome<'a> {
    Ok(Value::Optional(None))
}

fn of_non_zero<'a>(call: &mut Call<'_, 'a>) -> Outcome<'a> {
    let value = call.arg(0)?;
    Ok(if is_zero(value) {
        Value::Optional(None)
    } else {
        Value::some(value.clone())
    })
}

fn is_zero(value: &Value<'_>) -> bool {
    match value {
        Value::Null
        | Value::Bool(false)
        | Value::Int(0)
        | Value::UInt(0)
        | Value::Optional(None) => true,
        Value::Double(value) => *value == 0.0,
        Value::String(text) => text.as_str().is_empty(),
        Value::Bytes(bytes) => bytes.is_empty(),
        Value::List(list) => list.is_empty(),
        Value::Map(map) => map.is_empty(),
        Value::Object(object) => object.members.is_empty(),
        Value::Timestamp(at) => *at == Timestamp::zero(),
        Value::Duration(duration) => *duration == Duration::default(),
        _ => false,
    }
}

fn optional<'c, 'a>(call: &Call<'c, 'a>, index: usize) -> Result<Option<&'c Value<'a>>, Fault> {
    match call.arg(index)? {
        Value::Optional(inner) => Ok(inner.as_deref()),
        _ => Err(Fault::no_such_overload()),
    }
}

fn unwrap<'a>(call: &mut Call<'_, 'a>) -> Outcome<'a> {
    let mut kept = Vec::new();
    for item in call.items(0)? {
        match item {
            Value::Optional(Some(value)) => kept.push((*value).clone()),
            Value::Optional(None) => {}
            _ => return Err(Fault::no_such_overload()),
        }
    }
    Ok(Value::list(kept))
}

fn has_value<'a>(call: &mut Call<'_, 'a>) -> Outcome<'a> {
    Ok(Value::Bool(optional(call, 0)?.is_some()))
}

fn value<'a>(call: &mut Call<'_, 'a>) -> Outcome<'a> {
    optional(call, 0)?
        .cloned()
        .ok_or_else(|| Fault::other("optional.none() dereference"))
}

fn or<'a>(call: &mut Call<'_, 'a>) -> Outcome<'a> {
    if optional(call, 0)?.is_some() {
        Ok(call.arg(0)?.clone())
    } else {
        Ok(call.arg(1)?.clone())
    }
}

fn or_value<'a>(call: &mut Call<'_, 'a>) -> Outcome<'a> {
    match optional(call, 0)? {
        Some(value) => Ok(value.clone()),
        None => Ok(call.arg(1)?.clone()),
    }
}

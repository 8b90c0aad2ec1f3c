//! `== != < <= > >= in` and indexing.

use std::cmp::Ordering;

use crate::rules::functions::call::{Call, Overload};
use crate::rules::value::{Fault, Key, List, Map, Outcome, Value, compare, equal};

macro_rules! ordered {
    ($($name:literal $run:ident;)*) => {
        &[
            Overload::total("_==_", "(A, A) -> bool", equals),
            Overload::total("_!=_", "(A, A) -> bool", differs),
            Overload::total("@in", "(A, list(A)) -> bool", contained),
            Overload::total("@in", "(A, map(A, B)) -> bool", contained),
            Overload::new("_[_]", "(list(A), int) -> A", index),
            Overload::new("_[_]", "(map(A, B), A) -> B", index),
            Overload::new("_[_]", "(optional(list(A)), int) -> optional(A)", index_if_any),
            Overload::new("_[_]", "(optional(map(A, B)), A) -> optional(B)", index_if_any),
            Overload::new("_[?_]", "(list(A), int) -> optional(A)", index_if_any),
            Overload::new("_[?_]", "(map(A, B), A) -> optional(B)", index_if_any),
            Overload::new("_[?_]", "(optional(list(A)), int) -> optional(A)", index_if_any),
            Overload::new("_[?_]", "(optional(map(A, B)), A) -> optional(B)", index_if_any),
            $(
                Overload::total($name, "(bool, bool) -> bool", $run),
                Overload::total($name, "(int, int) -> bool", $run),
                Overload::total($name, "(uint, uint) -> bool", $run),
                Overload::total($name, "(double, double) -> bool", $run),
                Overload::total($name, "(string, string) -> bool", $run),
                Overload::total($name, "(bytes, bytes) -> bool", $run),
                Overload::total($name, "(timestamp, timestamp) -> bool", $run),
                Overload::total($name, "(duration, duration) -> bool", $run),
                Overload::total($name, "(int, uint) -> bool", $run),
                Overload::total($name, "(int, double) -> bool", $run),
                Overload::total($name, "(uint, int) -> bool", $run),
                Overload::total($name, "(uint, double) -> bool", $run),
                Overload::total($name, "(double, int) -> bool", $run),
                Overload::total($name, "(double, uint) -> bool", $run),
            )*
        ]
    };
}

pub const OVERLOADS: &[Overload] = ordered! {
    "_<_" less;
    "_<=_" at_most;
    "_>_" greater;
    "_>=_" at_least;
};

fn equals<'a>(call: &mut Call<'_, 'a>) -> Outcome<'a> {
    equal(call.arg(0)?, call.arg(1)?, call.meter).map(Value::Bool)
}

fn differs<'a>(call: &mut Call<'_, 'a>) -> Outcome<'a> {
    equal(call.arg(0)?, call.arg(1)?, call.meter).map(|same| Value::Bool(!same))
}

fn order<'a>(call: &mut Call<'_, 'a>, holds: fn(Ordering) -> bool) -> Outcome<'a> {
    let order = compare(call.arg(0)?, call.arg(1)?, call.meter)?;
    Ok(Value::Bool(order.is_some_and(holds)))
}

fn less<'a>(call: &mut Call<'_, 'a>) -> Outcome<'a> {
    order(call, Ordering::is_lt)
}

fn at_most<'a>(call: &mut Call<'_, 'a>) -> Outcome<'a> {
    order(call, Ordering::is_le)
}

fn greater<'a>(call: &mut Call<'_, 'a>) -> Outcome<'a> {
    order(call, Ordering::is_gt)
}

fn at_least<'a>(call: &mut Call<'_, 'a>) -> Outcome<'a> {
    order(call, Ordering::is_ge)
}

fn contained<'a>(call: &mut Call<'_, 'a>) -> Outcome<'a> {
    let wanted = call.arg(0)?;
    match call.arg(1)? {
        Value::List(list) => {
            for item in list.iter() {
                if equal(wanted, &item?, call.meter)? {
                    return Ok(Value::Bool(true));
                }
            }
            Ok(Value::Bool(false))
        }
        Value::Map(map) => Ok(Value::Bool(find(map, wanted).is_some())),
        _ => Err(Fault::no_such_overload()),
    }
}

fn find<'a>(map: &Map<'a>, key: &Value<'a>) -> Option<Outcome<'a>> {
    match key {
        Value::String(text) => map.get_str(text.as_str()),
        other => Key::to_find(other).and_then(|key| map.get(&key)),
    }
}

fn index<'a>(call: &mut Call<'_, 'a>) -> Outcome<'a> {
    let key = call.arg(1)?;
    match call.arg(0)? {
        Value::List(list) => {
            let out_of_bounds = || Fault::other(format!("index out of bounds: {}", shown(key)));
            let position = position(key)?.ok_or_else(out_of_bounds)?;
            list.get(position).unwrap_or_else(|| Err(out_of_bounds()))
        }
        Value::Map(map) => find(map, key).unwrap_or_else(|| Err(Fault::no_such_key(shown(key)))),
        Value::Optional(_) => index_if_any(call),
        _ => Err(Fault::no_such_overload()),
    }
}

fn index_if_any<'a>(call: &mut Call<'_, 'a>) -> Outcome<'a> {
    let key = call.arg(1)?;
    let container = match call.arg(0)? {
        Value::Optional(None) => return Ok(Value::Optional(None)),
        Value::Optional(Some(inner)) => inner,
        other => other,
    };
    let found = match container {
        Value::List(list) => at(list, key)?,
        Value::Map(map) => find(map, key),
        _ => return Err(Fault::no_such_overload()),
    };
    found.map_or(Ok(Value::Optional(None)), |found| found.map(Value::some))
}

fn at<'a>(list: &List<'a>, key: &Value<'a>) -> Result<Option<Outcome<'a>>, Fault> {
    Ok(position(key)?.and_then(|position| list.get(position)))
}

/// The index that a number is; `Ok(None)` when it is out of any list.
fn position(key: &Value<'_>) -> Result<Option<usize>, Fault> {
    match Key::to_find(key) {
        Some(Key::Int(value)) => Ok(usize::try_from(value).ok()),
        Some(Key::UInt(value)) => Ok(usize::try_from(value).ok()),
        _ => Err(Fault::other("unsupported index value in list")),
    }
}

fn shown(key: &Value<'_>) -> String {
    match key {
        Value::Bool(value) => value.to_string(),
        Value::Int(value) => value.to_string(),
        Value::UInt(value) => value.to_string(),
        Value::Double(value) => value.to_string(),
        Value::String(text) => text.as_str().to_string(),
        other => other.type_name().to_string(),
    }
}

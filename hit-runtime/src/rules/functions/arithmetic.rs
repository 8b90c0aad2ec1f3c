//! `+ - * / %` and negation. Nothing wraps.

use std::collections::BTreeMap;
use std::rc::Rc;

use crate::rules::functions::call::{Call, Overload};
use crate::rules::types::ListKind;
use crate::rules::value::{Fault, List, Meter, Outcome, Value, equal};

pub const OVERLOADS: &[Overload] = &[
    Overload::new("_+_", "(int, int) -> int", add),
    Overload::new("_+_", "(uint, uint) -> uint", add),
    Overload::total("_+_", "(double, double) -> double", add),
    Overload::total("_+_", "(string, string) -> string", add),
    Overload::total("_+_", "(bytes, bytes) -> bytes", add),
    Overload::total("_+_", "(list(A), list(A)) -> list(A)", add),
    Overload::new("_+_", "(timestamp, duration) -> timestamp", add),
    Overload::new("_+_", "(duration, timestamp) -> timestamp", add),
    Overload::new("_+_", "(duration, duration) -> duration", add),
    Overload::new("_-_", "(int, int) -> int", sub),
    Overload::new("_-_", "(uint, uint) -> uint", sub),
    Overload::total("_-_", "(double, double) -> double", sub),
    Overload::new("_-_", "(timestamp, timestamp) -> duration", sub),
    Overload::new("_-_", "(timestamp, duration) -> timestamp", sub),
    Overload::new("_-_", "(duration, duration) -> duration", sub),
    Overload::new("_*_", "(int, int) -> int", mul),
    Overload::new("_*_", "(uint, uint) -> uint", mul),
    Overload::total("_*_", "(double, double) -> double", mul),
    Overload::new("_/_", "(int, int) -> int", div),
    Overload::new("_/_", "(uint, uint) -> uint", div),
    Overload::total("_/_", "(double, double) -> double", div),
    Overload::new("_%_", "(int, int) -> int", rem),
    Overload::new("_%_", "(uint, uint) -> uint", rem),
    Overload::new("-_", "(int) -> int", neg),
    Overload::total("-_", "(double) -> double", neg),
];

fn add<'a>(call: &mut Call<'_, 'a>) -> Outcome<'a> {
    match (call.arg(0)?, call.arg(1)?) {
        (Value::Int(a), Value::Int(b)) => int(a.checked_add(*b)),
        (Value::UInt(a), Value::UInt(b)) => uint(a.checked_add(*b)),
        (Value::Double(a), Value::Double(b)) => Ok(Value::Double(a + b)),
        (Value::String(a), Value::String(b)) => {
            call.meter
                .charge_bytes(a.as_str().len() + b.as_str().len())?;
            Ok(Value::string([a.as_str(), b.as_str()].concat()))
        }
        (Value::Bytes(a), Value::Bytes(b)) => {
            call.meter.charge_bytes(a.len() + b.len())?;
            Ok(Value::Bytes([&**a, &**b].concat().into()))
        }
        (Value::List(a), Value::List(b)) => concat(a, b, call.meter),
        (Value::Timestamp(a), Value::Duration(b)) | (Value::Duration(b), Value::Timestamp(a)) => a
            .checked_add(*b)
            .map(Value::Timestamp)
            .ok_or_else(|| Fault::other("timestamp overflow")),
        (Value::Duration(a), Value::Duration(b)) => a
            .checked_add(*b)
            .map(Value::Duration)
            .ok_or_else(|| Fault::other("duration overflow")),
        _ => Err(Fault::no_such_overload()),
    }
}

/// The sum of two lists; of two sets their union; of two lists with keys the
/// first with the elements of the second put in place of those of the same key.
fn concat<'a>(first: &List<'a>, second: &List<'a>, meter: &mut Meter) -> Outcome<'a> {
    meter.charge((first.len() + second.len()) as u64)?;
    let mut items = first.to_vec()?;
    for item in second.iter() {
        let item = item?;
        let same = match first.kind() {
            Some(ListKind::Set) => position(&items, &item, meter)?,
            Some(ListKind::Map(keys)) => position_by_keys(&items, &item, keys, meter)?,
            _ => None,
        };
        match same.and_then(|index| items.get_mut(index)) {
            Some(place) => *place = item,
            None => items.push(item),
        }
    }
    Ok(Value::List(List::Owned {
        items: Rc::new(items),
        kind: first.kind(),
    }))
}

fn position<'a>(
    items: &[Value<'a>],
    item: &Value<'a>,
    meter: &mut Meter,
) -> Result<Option<usize>, Fault> {
    for (index, other) in items.iter().enumerate() {
        if equal(other, item, meter)? {
            return Ok(Some(index));
        }
    }
    Ok(None)
}

fn position_by_keys<'a>(
    items: &[Value<'a>],
    item: &Value<'a>,
    keys: &[String],
    meter: &mut Meter,
) -> Result<Option<usize>, Fault> {
    let wanted = key_values(item, keys)?;
    for (index, other) in items.iter().enumerate() {
        let found = key_values(other, keys)?;
        let mut same = wanted.len() == found.len();
        for (key, value) in &wanted {
            same = same
                && found
                    .get(key)
                    .is_some_and(|other| equal(value, other, meter).unwrap_or(false));
        }
        if same {
            return Ok(Some(index));
        }
    }
    Ok(None)
}

fn key_values<'a, 'k>(
    item: &Value<'a>,
    keys: &'k [String],
) -> Result<BTreeMap<&'k str, Value<'a>>, Fault> {
    let mut values = BTreeMap::new();
    if let Value::Object(object) = item {
        for key in keys {
            if let Some(value) = object.member(key) {
                values.insert(key.as_str(), value?);
            }
        }
    }
    Ok(values)
}

fn sub<'a>(call: &mut Call<'_, 'a>) -> Outcome<'a> {
    match (call.arg(0)?, call.arg(1)?) {
        (Value::Int(a), Value::Int(b)) => int(a.checked_sub(*b)),
        (Value::UInt(a), Value::UInt(b)) => uint(a.checked_sub(*b)),
        (Value::Double(a), Value::Double(b)) => Ok(Value::Double(a - b)),
        (Value::Timestamp(a), Value::Timestamp(b)) => a
            .since(*b)
            .map(Value::Duration)
            .ok_or_else(|| Fault::other("duration overflow")),
        (Value::Timestamp(a), Value::Duration(b)) => a
            .checked_sub(*b)
            .map(Value::Timestamp)
            .ok_or_else(|| Fault::other("timestamp overflow")),
        (Value::Duration(a), Value::Duration(b)) => a
            .checked_sub(*b)
            .map(Value::Duration)
            .ok_or_else(|| Fault::other("duration overflow")),
        _ => Err(Fault::no_such_overload()),
    }
}

fn mul<'a>(call: &mut Call<'_, 'a>) -> Outcome<'a> {
    match (call.arg(0)?, call.arg(1)?) {
        (Value::Int(a), Value::Int(b)) => int(a.checked_mul(*b)),
        (Value::UInt(a), Value::UInt(b)) => uint(a.checked_mul(*b)),
        (Value::Double(a), Value::Double(b)) => Ok(Value::Double(a * b)),
        _ => Err(Fault::no_such_overload()),
    }
}

fn div<'a>(call: &mut Call<'_, 'a>) -> Outcome<'a> {
    match (call.arg(0)?, call.arg(1)?) {
        (Value::Int(_), Value::Int(0)) | (Value::UInt(_), Value::UInt(0)) => {
            Err(Fault::other("division by zero"))
        }
        (Value::Int(a), Value::Int(b)) => int(a.checked_div(*b)),
        (Value::UInt(a), Value::UInt(b)) => uint(a.checked_div(*b)),
        (Value::Double(a), Value::Double(b)) => Ok(Value::Double(a / b)),
        _ => Err(Fault::no_such_overload()),
    }
}

fn rem<'a>(call: &mut Call<'_, 'a>) -> Outcome<'a> {
    match (call.arg(0)?, call.arg(1)?) {
        (Value::Int(_), Value::Int(0)) | (Value::UInt(_), Value::UInt(0)) => {
            Err(Fault::other("modulus by zero"))
        }
        (Value::Int(a), Value::Int(b)) => int(a.checked_rem(*b)),
        (Value::UInt(a), Value::UInt(b)) => uint(a.checked_rem(*b)),
        _ => Err(Fault::no_such_overload()),
    }
}

fn neg<'a>(call: &mut Call<'_, 'a>) -> Outcome<'a> {
    match call.arg(0)? {
        Value::Int(value) => int(value.checked_neg()),
        Value::Double(value) => Ok(Value::Double(-value)),
        _ => Err(Fault::no_such_overload()),
    }
}

fn int<'a>(value: Option<i64>) -> Outcome<'a> {
    value
        .map(Value::Int)
        .ok_or_else(|| Fault::other("integer overflow"))
}

fn uint<'a>(value: Option<u64>) -> Outcome<'a> {
    value
        .map(Value::UInt)
        .ok_or_else(|| Fault::other("unsigned integer overflow"))
}

//! Equality and order.

use std::cmp::Ordering;

use crate::rules::types::ListKind;
use crate::rules::value::fault::Fault;
use crate::rules::value::key::Key;
use crate::rules::value::meter::Meter;
use crate::rules::value::number::compare_numbers;
use crate::rules::value::value_type::{List, Map, Object, Value};

/// Whether two values are equal. Values of unlike types are not; numbers
/// compare by value.
///
/// # Errors
/// A part of the document that is not of its type, or the budget.
pub fn equal<'a>(first: &Value<'a>, second: &Value<'a>, meter: &mut Meter) -> Result<bool, Fault> {
    meter.charge(1)?;
    Ok(match (first, second) {
        (Value::Null, Value::Null) => true,
        (Value::Bool(a), Value::Bool(b)) => a == b,
        (Value::String(a), Value::String(b)) => {
            meter.charge_bytes(a.as_str().len().min(b.as_str().len()))?;
            a.as_str() == b.as_str()
        }
        (Value::Bytes(a), Value::Bytes(b)) => {
            meter.charge_bytes(a.len().min(b.len()))?;
            a == b
        }
        (Value::Timestamp(a), Value::Timestamp(b)) => a == b,
        (Value::Duration(a), Value::Duration(b)) => a == b,
        (Value::Type(a), Value::Type(b)) => a == b,
        (Value::Opaque(a), Value::Opaque(b)) => a == b,
        (Value::Optional(None), Value::Optional(None)) => true,
        (Value::Optional(Some(a)), Value::Optional(Some(b))) => equal(a, b, meter)?,
        (Value::List(a), Value::List(b)) => lists(a, b, meter)?,
        (Value::Map(a), Value::Map(b)) => maps(a, b, meter)?,
        (Value::Object(a), Value::Object(b)) => objects(a, b, meter)?,
        (a, b) => compare_numbers(a, b) == Some(Ordering::Equal),
    })
}

fn lists<'a>(first: &List<'a>, second: &List<'a>, meter: &mut Meter) -> Result<bool, Fault> {
    if first.len() != second.len() {
        return Ok(false);
    }
    match first.kind() {
        Some(ListKind::Set | ListKind::Map(_)) => unordered(first, second, meter),
        _ => {
            for (a, b) in first.iter().zip(second.iter()) {
                if !equal(&a?, &b?, meter)? {
                    return Ok(false);
                }
            }
            Ok(true)
        }
    }
}

/// Whether each element of the first list has its equal in the second and the
/// other way round.
fn unordered<'a>(first: &List<'a>, second: &List<'a>, meter: &mut Meter) -> Result<bool, Fault> {
    let (a, b) = (first.to_vec()?, second.to_vec()?);
    Ok(all_in(&a, &b, meter)? && all_in(&b, &a, meter)?)
}

fn all_in<'a>(some: &[Value<'a>], others: &[Value<'a>], meter: &mut Meter) -> Result<bool, Fault> {
    for value in some {
        let mut found = false;
        for other in others {
            if equal(value, other, meter)? {
                found = true;
                break;
            }
        }
        if !found {
            return Ok(false);
        }
    }
    Ok(true)
}

fn maps<'a>(first: &Map<'a>, second: &Map<'a>, meter: &mut Meter) -> Result<bool, Fault> {
    if first.len() != second.len() {
        return Ok(false);
    }
    for key in first.keys() {
        let key = Key::from_value(&key)?;
        match (first.get(&key), second.get(&key)) {
            (Some(a), Some(b)) => {
                if !equal(&a?, &b?, meter)? {
                    return Ok(false);
                }
            }
            _ => return Ok(false),
        }
    }
    Ok(true)
}

fn objects<'a>(first: &Object<'a>, second: &Object<'a>, meter: &mut Meter) -> Result<bool, Fault> {
    if first.members.len() != second.members.len() {
        return Ok(false);
    }
    for name in first.members.keys() {
        match (first.member(name), second.member(name)) {
            (Some(a), Some(b)) => {
                if !equal(&a?, &b?, meter)? {
                    return Ok(false);
                }
            }
            _ => return Ok(false),
        }
    }
    Ok(true)
}

/// The order of two values, where CEL has one. `Ok(None)`: a NaN.
///
/// # Errors
/// [`FaultKind::NoSuchOverload`](super::FaultKind::NoSuchOverload) for types without an order.
pub fn compare(
    first: &Value<'_>,
    second: &Value<'_>,
    meter: &mut Meter,
) -> Result<Option<Ordering>, Fault> {
    meter.charge(1)?;
    match (first, second) {
        (Value::Bool(a), Value::Bool(b)) => Ok(Some(a.cmp(b))),
        (Value::String(a), Value::String(b)) => {
            meter.charge_bytes(a.as_str().len().min(b.as_str().len()))?;
            Ok(Some(a.as_str().cmp(b.as_str())))
        }
        (Value::Bytes(a), Value::Bytes(b)) => {
            meter.charge_bytes(a.len().min(b.len()))?;
            Ok(Some(a.cmp(b)))
        }
        (Value::Timestamp(a), Value::Timestamp(b)) => Ok(Some(a.cmp(b))),
        (Value::Duration(a), Value::Duration(b)) => Ok(Some(a.cmp(b))),
        (
            Value::Int(_) | Value::UInt(_) | Value::Double(_),
            Value::Int(_) | Value::UInt(_) | Value::Double(_),
        ) => Ok(compare_numbers(first, second)),
        _ => Err(Fault::no_such_overload()),
    }
}

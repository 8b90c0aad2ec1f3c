//! Rounding, signs, and the kinds of doubles.

use crate::rules::functions::call::{Call, Overload};
use crate::rules::value::{Fault, Outcome, Value};

pub const OVERLOADS: &[Overload] = &[
    Overload::total("math.ceil", "(double) -> double", ceil),
    Overload::total("math.floor", "(double) -> double", floor),
    Overload::total("math.round", "(double) -> double", round),
    Overload::total("math.trunc", "(double) -> double", trunc),
    Overload::total("math.sqrt", "(double) -> double", sqrt),
    Overload::total("math.sqrt", "(int) -> double", sqrt),
    Overload::total("math.sqrt", "(uint) -> double", sqrt),
    Overload::new("math.abs", "(int) -> int", abs),
    Overload::total("math.abs", "(uint) -> uint", abs),
    Overload::total("math.abs", "(double) -> double", abs),
    Overload::total("math.sign", "(int) -> int", sign),
    Overload::total("math.sign", "(uint) -> uint", sign),
    Overload::total("math.sign", "(double) -> double", sign),
    Overload::total("math.isNaN", "(double) -> bool", is_nan),
    Overload::total("math.isInf", "(double) -> bool", is_inf),
    Overload::total("math.isFinite", "(double) -> bool", is_finite),
];

fn ceil<'a>(call: &mut Call<'_, 'a>) -> Outcome<'a> {
    Ok(Value::Double(call.double(0)?.ceil()))
}

fn floor<'a>(call: &mut Call<'_, 'a>) -> Outcome<'a> {
    Ok(Value::Double(call.double(0)?.floor()))
}

fn round<'a>(call: &mut Call<'_, 'a>) -> Outcome<'a> {
    Ok(Value::Double(call.double(0)?.round()))
}

fn trunc<'a>(call: &mut Call<'_, 'a>) -> Outcome<'a> {
    Ok(Value::Double(call.double(0)?.trunc()))
}

fn sqrt<'a>(call: &mut Call<'_, 'a>) -> Outcome<'a> {
    let value = match call.arg(0)? {
        Value::Int(value) => *value as f64,
        Value::UInt(value) => *value as f64,
        Value::Double(value) => *value,
        _ => return Err(Fault::no_such_overload()),
    };
    Ok(Value::Double(value.sqrt()))
}

fn abs<'a>(call: &mut Call<'_, 'a>) -> Outcome<'a> {
    match call.arg(0)? {
        Value::Int(value) => value
            .checked_abs()
            .map(Value::Int)
            .ok_or_else(|| Fault::other("integer overflow")),
        Value::UInt(value) => Ok(Value::UInt(*value)),
        Value::Double(value) => Ok(Value::Double(value.abs())),
        _ => Err(Fault::no_such_overload()),
    }
}

fn sign<'a>(call: &mut Call<'_, 'a>) -> Outcome<'a> {
    match call.arg(0)? {
        Value::Int(value) => Ok(Value::Int(value.signum())),
        Value::UInt(value) => Ok(Value::UInt(u64::from(*value > 0))),
        Value::Double(value) if *value == 0.0 || value.is_nan() => Ok(Value::Double(*value)),
        Value::Double(value) => Ok(Value::Double(value.signum())),
        _ => Err(Fault::no_such_overload()),
    }
}

fn is_nan<'a>(call: &mut Call<'_, 'a>) -> Outcome<'a> {
    Ok(Value::Bool(call.double(0)?.is_nan()))
}

fn is_inf<'a>(call: &mut Call<'_, 'a>) -> Outcome<'a> {
    Ok(Value::Bool(call.double(0)?.is_infinite()))
}

fn is_finite<'a>(call: &mut Call<'_, 'a>) -> Outcome<'a> {
    Ok(Value::Bool(call.double(0)?.is_finite()))
}

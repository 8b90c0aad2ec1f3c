//! Bits of integers.

use crate::rules::functions::call::{Call, Overload};
use crate::rules::value::{Fault, Outcome, Value};

pub const OVERLOADS: &[Overload] = &[
    Overload::total("math.bitAnd", "(int, int) -> int", and),
    Overload::total("math.bitAnd", "(uint, uint) -> uint", and),
    Overload::total("math.bitOr", "(int, int) -> int", or),
    Overload::total("math.bitOr", "(uint, uint) -> uint", or),
    Overload::total("math.bitXor", "(int, int) -> int", xor),
    Overload::total("math.bitXor", "(uint, uint) -> uint", xor),
    Overload::total("math.bitNot", "(int) -> int", not),
    Overload::total("math.bitNot", "(uint) -> uint", not),
    Overload::new("math.bitShiftLeft", "(int, int) -> int", left),
    Overload::new("math.bitShiftLeft", "(uint, int) -> uint", left),
    Overload::new("math.bitShiftRight", "(int, int) -> int", right),
    Overload::new("math.bitShiftRight", "(uint, int) -> uint", right),
];

fn pair<'a>(
    call: &Call<'_, 'a>,
    ints: fn(i64, i64) -> i64,
    uints: fn(u64, u64) -> u64,
) -> Outcome<'a> {
    match (call.arg(0)?, call.arg(1)?) {
        (Value::Int(a), Value::Int(b)) => Ok(Value::Int(ints(*a, *b))),
        (Value::UInt(a), Value::UInt(b)) => Ok(Value::UInt(uints(*a, *b))),
        _ => Err(Fault::no_such_overload()),
    }
}

fn and<'a>(call: &mut Call<'_, 'a>) -> Outcome<'a> {
    pair(call, |a, b| a & b, |a, b| a & b)
}

fn or<'a>(call: &mut Call<'_, 'a>) -> Outcome<'a> {
    pair(call, |a, b| a | b, |a, b| a | b)
}

fn xor<'a>(call: &mut Call<'_, 'a>) -> Outcome<'a> {
    pair(call, |a, b| a ^ b, |a, b| a ^ b)
}

fn not<'a>(call: &mut Call<'_, 'a>) -> Outcome<'a> {
    match call.arg(0)? {
        Value::Int(value) => Ok(Value::Int(!value)),
        Value::UInt(value) => Ok(Value::UInt(!value)),
        _ => Err(Fault::no_such_overload()),
    }
}

fn offset(call: &Call<'_, '_>) -> Result<u32, Fault> {
    let offset = call.int(1)?;
    if offset < 0 {
        return Err(Fault::other(format!("negative offset: {offset}")));
    }
    Ok(u32::try_from(offset).unwrap_or(u32::MAX))
}

fn left<'a>(call: &mut Call<'_, 'a>) -> Outcome<'a> {
    match call.arg(0)? {
        Value::Int(value) => Ok(Value::Int(value.checked_shl(offset(call)?).unwrap_or(0))),
        Value::UInt(value) => Ok(Value::UInt(value.checked_shl(offset(call)?).unwrap_or(0))),
        _ => Err(Fault::no_such_overload()),
    }
}

/// The sign bit moves too: the specification shifts as for unsigned integers.
fn right<'a>(call: &mut Call<'_, 'a>) -> Outcome<'a> {
    match call.arg(0)? {
        Value::Int(value) => {
            let shifted = value
                .cast_unsigned()
                .checked_shr(offset(call)?)
                .unwrap_or(0);
            Ok(Value::Int(shifted.cast_signed()))
        }
        Value::UInt(value) => Ok(Value::UInt(value.checked_shr(offset(call)?).unwrap_or(0))),
        _ => Err(Fault::no_such_overload()),
    }
}

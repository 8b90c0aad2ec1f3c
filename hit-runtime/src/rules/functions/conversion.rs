//! `int(x)`, `string(x)`, and the like.

use crate::rules::double_to_string;
use crate::rules::functions::call::{Call, Overload};
use crate::rules::time::{Duration, Timestamp};
use crate::rules::value::{Fault, OpaqueValue, Outcome, Value};

pub const OVERLOADS: &[Overload] = &[
    Overload::total("bool", "(bool) -> bool", identity),
    Overload::new("bool", "(string) -> bool", bool),
    Overload::total("bytes", "(bytes) -> bytes", identity),
    Overload::total("bytes", "(string) -> bytes", bytes),
    Overload::total("double", "(double) -> double", identity),
    Overload::total("double", "(int) -> double", double),
    Overload::total("double", "(uint) -> double", double),
    Overload::new("double", "(string) -> double", double),
    Overload::total("int", "(int) -> int", identity),
    Overload::new("int", "(uint) -> int", int),
    Overload::new("int", "(double) -> int", int),
    Overload::new("int", "(string) -> int", int),
    Overload::total("int", "(timestamp) -> int", int),
    Overload::total("uint", "(uint) -> uint", identity),
    Overload::new("uint", "(int) -> uint", uint),
    Overload::new("uint", "(double) -> uint", uint),
    Overload::new("uint", "(string) -> uint", uint),
    Overload::total("string", "(string) -> string", identity),
    Overload::total("string", "(bool) -> string", string),
    Overload::total("string", "(int) -> string", string),
    Overload::total("string", "(uint) -> string", string),
    Overload::total("string", "(double) -> string", string),
    Overload::new("string", "(bytes) -> string", string),
    Overload::total("string", "(timestamp) -> string", string),
    Overload::total("string", "(duration) -> string", string),
    Overload::total("string", "(ip) -> string", string),
    Overload::total("string", "(cidr) -> string", string),
    Overload::total("string", "(url) -> string", string),
    Overload::total("timestamp", "(timestamp) -> timestamp", identity),
    Overload::new("timestamp", "(string) -> timestamp", timestamp),
    Overload::new("timestamp", "(int) -> timestamp", timestamp),
    Overload::total("duration", "(duration) -> duration", identity),
    Overload::new("duration", "(string) -> duration", duration),
    Overload::new("duration", "(int) -> duration", duration),
];

fn identity<'a>(call: &mut Call<'_, 'a>) -> Outcome<'a> {
    Ok(call.arg(0)?.clone())
}

fn conversion(text: &str, ty: &str) -> Fault {
    Fault::other(format!("type conversion error: {text:?} is no {ty}"))
}

fn bool<'a>(call: &mut Call<'_, 'a>) -> Outcome<'a> {
    match call.text(0)? {
        "1" | "t" | "T" | "true" | "TRUE" | "True" => Ok(Value::Bool(true)),
        "0" | "f" | "F" | "false" | "FALSE" | "False" => Ok(Value::Bool(false)),
        other => Err(conversion(other, "bool")),
    }
}

fn bytes<'a>(call: &mut Call<'_, 'a>) -> Outcome<'a> {
    Ok(Value::Bytes(call.text(0)?.as_bytes().into()))
}

fn double<'a>(call: &mut Call<'_, 'a>) -> Outcome<'a> {
    match call.arg(0)? {
        Value::Int(value) => Ok(Value::Double(*value as f64)),
        Value::UInt(value) => Ok(Value::Double(*value as f64)),
        _ => {
            let text = call.text(0)?;
            text.parse()
                .map(Value::Double)
                .map_err(|_| conversion(text, "double"))
        }
    }
}

fn int<'a>(call: &mut Call<'_, 'a>) -> Outcome<'a> {
    let overflow = || Fault::other("integer overflow");
    match call.arg(0)? {
        Value::UInt(value) => i64::try_from(*value)
            .map(Value::Int)
            .map_err(|_| overflow()),
        // Both ends are excluded: beyond 2^63 a double no longer says which integer was meant.
        Value::Double(value) if value.abs() < 9_223_372_036_854_775_808.0 => {
            Ok(Value::Int(*value as i64))
        }
        Value::Double(_) => Err(overflow()),
        Value::Timestamp(value) => Ok(Value::Int(value.seconds())),
        _ => {
            let text = call.text(0)?;
            text.parse()
                .map(Value::Int)
                .map_err(|_| conversion(text, "int"))
        }
    }
}

fn uint<'a>(call: &mut Call<'_, 'a>) -> Outcome<'a> {
    let overflow = || Fault::other("unsigned integer overflow");
    match call.arg(0)? {
        Value::Int(value) => u64::try_from(*value)
            .map(Value::UInt)
            .map_err(|_| overflow()),
        Value::Double(value) if (0.0..18_446_744_073_709_551_616.0).contains(value) => {
            Ok(Value::UInt(*value as u64))
        }
        Value::Double(_) => Err(overflow()),
        _ => {
            let text = call.text(0)?;
            text.parse()
                .map(Value::UInt)
                .map_err(|_| conversion(text, "uint"))
        }
    }
}

fn string<'a>(call: &mut Call<'_, 'a>) -> Outcome<'a> {
    let text = match call.arg(0)? {
        Value::Bool(value) => value.to_string(),
        Value::Int(value) => value.to_string(),
        Value::UInt(value) => value.to_string(),
        Value::Double(value) => double_to_string(*value),
        Value::Timestamp(value) => value.to_string(),
        Value::Duration(value) => value.to_string(),
        Value::Bytes(bytes) => match std::str::from_utf8(bytes) {
            Ok(text) => text.to_string(),
            Err(_) => {
                return Err(Fault::other(
                    "invalid UTF-8 in bytes, cannot convert to string",
                ));
            }
        },
        Value::Opaque(opaque) => match &**opaque {
            OpaqueValue::Ip(address) => address.to_string(),
            OpaqueValue::Cidr(cidr) => cidr.to_string(),
            OpaqueValue::Url(url) => url.as_str().to_string(),
            _ => return Err(Fault::no_such_overload()),
        },
        _ => return Err(Fault::no_such_overload()),
    };
    call.made(text)
}

fn timestamp<'a>(call: &mut Call<'_, 'a>) -> Outcome<'a> {
    if let Value::Int(seconds) = call.arg(0)? {
        return Timestamp::new(*seconds, 0)
            .map(Value::Timestamp)
            .ok_or_else(|| Fault::other("timestamp overflow"));
    }
    let text = call.text(0)?;
    Timestamp::parse(text)
        .map(Value::Timestamp)
        .ok_or_else(|| conversion(text, "timestamp"))
}

fn duration<'a>(call: &mut Call<'_, 'a>) -> Outcome<'a> {
    if let Value::Int(nanoseconds) = call.arg(0)? {
        return Ok(Value::Duration(Duration {
            nanoseconds: *nanoseconds,
        }));
    }
    let text = call.text(0)?;
    Duration::parse(text)
        .map(Value::Duration)
        .ok_or_else(|| conversion(text, "duration"))
}

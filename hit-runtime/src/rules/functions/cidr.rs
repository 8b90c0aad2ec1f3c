//! `cidr(text)`, `isCIDR(text)` and what a network contains.

use crate::rules::functions::call::{Call, Overload};
use crate::rules::net::{Cidr, parse_ip};
use crate::rules::value::{Fault, OpaqueValue, Outcome, Value};

pub const OVERLOADS: &[Overload] = &[
    Overload::new("cidr", "(string) -> cidr", cidr),
    Overload::total("isCIDR", "(string) -> bool", is_cidr),
    Overload::total("containsIP", "cidr.(ip) -> bool", contains_ip),
    Overload::new("containsIP", "cidr.(string) -> bool", contains_ip),
    Overload::total("containsCIDR", "cidr.(cidr) -> bool", contains_cidr),
    Overload::new("containsCIDR", "cidr.(string) -> bool", contains_cidr),
    Overload::total("ip", "cidr.() -> ip", ip),
    Overload::total("masked", "cidr.() -> cidr", masked),
    Overload::total("prefixLength", "cidr.() -> int", prefix_length),
];

fn value<'a>(cidr: Cidr) -> Value<'a> {
    Value::opaque(OpaqueValue::Cidr(cidr))
}

fn cidr<'a>(call: &mut Call<'_, 'a>) -> Outcome<'a> {
    Cidr::parse(call.text(0)?).map(value).map_err(Fault::other)
}

fn is_cidr<'a>(call: &mut Call<'_, 'a>) -> Outcome<'a> {
    Ok(Value::Bool(Cidr::parse(call.text(0)?).is_ok()))
}

fn contains_ip<'a>(call: &mut Call<'_, 'a>) -> Outcome<'a> {
    let address = match call.arg(1)? {
        Value::String(_) => parse_ip(call.text(1)?).map_err(Fault::other)?,
        _ => call.ip(1)?,
    };
    Ok(Value::Bool(call.cidr(0)?.contains(&address)))
}

fn contains_cidr<'a>(call: &mut Call<'_, 'a>) -> Outcome<'a> {
    let other = match call.arg(1)? {
        Value::String(_) => Cidr::parse(call.text(1)?).map_err(Fault::other)?,
        _ => call.cidr(1)?,
    };
    Ok(Value::Bool(call.cidr(0)?.contains_cidr(&other)))
}

fn ip<'a>(call: &mut Call<'_, 'a>) -> Outcome<'a> {
    Ok(Value::opaque(OpaqueValue::Ip(call.cidr(0)?.address)))
}

fn masked<'a>(call: &mut Call<'_, 'a>) -> Outcome<'a> {
    Ok(value(call.cidr(0)?.masked()))
}

fn prefix_length<'a>(call: &mut Call<'_, 'a>) -> Outcome<'a> {
    Ok(Value::Int(i64::from(call.cidr(0)?.prefix)))
}

//! `ip(text)`, `isIP(text)` and what an address is.

use std::net::IpAddr;

use crate::rules::functions::call::{Call, Overload};
use crate::rules::net::{
    is_global_unicast as global_unicast, is_link_local_unicast as link_local_unicast, parse_ip,
};
use crate::rules::value::{Fault, OpaqueValue, Outcome, Value};

pub const OVERLOADS: &[Overload] = &[
    Overload::new("ip", "(string) -> ip", ip),
    Overload::total("isIP", "(string) -> bool", is_ip),
    Overload::new("ip.isCanonical", "(string) -> bool", is_canonical),
    Overload::total("family", "ip.() -> int", family),
    Overload::total("isUnspecified", "ip.() -> bool", is_unspecified),
    Overload::total("isLoopback", "ip.() -> bool", is_loopback),
    Overload::total(
        "isLinkLocalMulticast",
        "ip.() -> bool",
        is_link_local_multicast,
    ),
    Overload::total("isLinkLocalUnicast", "ip.() -> bool", is_link_local_unicast),
    Overload::total("isGlobalUnicast", "ip.() -> bool", is_global_unicast),
];

fn ip<'a>(call: &mut Call<'_, 'a>) -> Outcome<'a> {
    parse_ip(call.text(0)?)
        .map(|address| Value::opaque(OpaqueValue::Ip(address)))
        .map_err(Fault::other)
}

fn is_ip<'a>(call: &mut Call<'_, 'a>) -> Outcome<'a> {
    Ok(Value::Bool(parse_ip(call.text(0)?).is_ok()))
}

fn is_canonical<'a>(call: &mut Call<'_, 'a>) -> Outcome<'a> {
    let text = call.text(0)?;
    let address = parse_ip(text).map_err(Fault::other)?;
    Ok(Value::Bool(address.to_string() == text))
}

fn family<'a>(call: &mut Call<'_, 'a>) -> Outcome<'a> {
    Ok(Value::Int(if call.ip(0)?.is_ipv4() { 4 } else { 6 }))
}

fn is_unspecified<'a>(call: &mut Call<'_, 'a>) -> Outcome<'a> {
    Ok(Value::Bool(call.ip(0)?.is_unspecified()))
}

fn is_loopback<'a>(call: &mut Call<'_, 'a>) -> Outcome<'a> {
    Ok(Value::Bool(call.ip(0)?.is_loopback()))
}

fn link_local_multicast(address: &IpAddr) -> bool {
    match address {
        IpAddr::V4(v4) => v4.octets().starts_with(&[224, 0, 0]),
        IpAddr::V6(v6) => v6
            .segments()
            .first()
            .is_some_and(|first| first & 0xff0f == 0xff02),
    }
}

fn is_link_local_multicast<'a>(call: &mut Call<'_, 'a>) -> Outcome<'a> {
    Ok(Value::Bool(link_local_multicast(&call.ip(0)?)))
}

fn is_link_local_unicast<'a>(call: &mut Call<'_, 'a>) -> Outcome<'a> {
    Ok(Value::Bool(link_local_unicast(&call.ip(0)?)))
}

fn is_global_unicast<'a>(call: &mut Call<'_, 'a>) -> Outcome<'a> {
    Ok(Value::Bool(global_unicast(&call.ip(0)?)))
}

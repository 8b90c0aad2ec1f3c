//! `url(text)`, `isURL(text)` and the parts of a URL.

use std::collections::BTreeMap;
use std::rc::Rc;

use crate::rules::functions::call::{Call, Overload};
use crate::rules::net::Url;
use crate::rules::value::{Fault, Key, Map, OpaqueValue, Outcome, Value};

pub const OVERLOADS: &[Overload] = &[
    Overload::new("url", "(string) -> url", url),
    Overload::total("isURL", "(string) -> bool", is_url),
    Overload::total("getScheme", "url.() -> string", scheme),
    Overload::total("getHost", "url.() -> string", host),
    Overload::total("getHostname", "url.() -> string", hostname),
    Overload::total("getPort", "url.() -> string", port),
    Overload::total("getEscapedPath", "url.() -> string", escaped_path),
    Overload::total("getQuery", "url.() -> map(string, list(string))", query),
];

fn url<'a>(call: &mut Call<'_, 'a>) -> Outcome<'a> {
    Url::parse(call.text(0)?)
        .map(|url| Value::opaque(OpaqueValue::Url(url)))
        .map_err(Fault::other)
}

fn is_url<'a>(call: &mut Call<'_, 'a>) -> Outcome<'a> {
    Ok(Value::Bool(Url::parse(call.text(0)?).is_ok()))
}

fn parsed<'c>(call: &Call<'c, '_>) -> Result<&'c Url, Fault> {
    match call.opaque(0)? {
        OpaqueValue::Url(url) => Ok(url),
        _ => Err(Fault::no_such_overload()),
    }
}

fn scheme<'a>(call: &mut Call<'_, 'a>) -> Outcome<'a> {
    let text = parsed(call)?.scheme().to_string();
    call.made(text)
}

fn host<'a>(call: &mut Call<'_, 'a>) -> Outcome<'a> {
    let text = parsed(call)?.host().to_string();
    call.made(text)
}

fn hostname<'a>(call: &mut Call<'_, 'a>) -> Outcome<'a> {
    let text = parsed(call)?.hostname().to_string();
    call.made(text)
}

fn port<'a>(call: &mut Call<'_, 'a>) -> Outcome<'a> {
    let text = parsed(call)?.port().to_string();
    call.made(text)
}

fn escaped_path<'a>(call: &mut Call<'_, 'a>) -> Outcome<'a> {
    let text = parsed(call)?.escaped_path();
    call.made(text)
}

fn query<'a>(call: &mut Call<'_, 'a>) -> Outcome<'a> {
    let mut entries = BTreeMap::new();
    for (key, values) in parsed(call)?.query() {
        call.meter.charge(values.len() as u64)?;
        let values = values.into_iter().map(Value::string).collect();
        entries.insert(Key::String(key.into()), Value::list(values));
    }
    Ok(Value::Map(Map::Owned(Rc::new(entries))))
}

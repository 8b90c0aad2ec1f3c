//! Making texts out of texts.

use crate::rules::functions::call::{Call, Overload};
use crate::rules::value::{Fault, Outcome, Value};

pub const OVERLOADS: &[Overload] = &[
    Overload::total("lowerAscii", "string.() -> string", lower),
    Overload::total("upperAscii", "string.() -> string", upper),
    Overload::total("trim", "string.() -> string", trim),
    Overload::total("reverse", "string.() -> string", reverse),
    Overload::total("replace", "string.(string, string) -> string", replace),
    Overload::total("replace", "string.(string, string, int) -> string", replace),
    Overload::total("split", "string.(string) -> list(string)", split),
    Overload::total("split", "string.(string, int) -> list(string)", split),
    Overload::total("join", "list(string).() -> string", join),
    Overload::total("join", "list(string).(string) -> string", join),
    Overload::total("strings.quote", "(string) -> string", quote),
];

fn lower<'a>(call: &mut Call<'_, 'a>) -> Outcome<'a> {
    let text = call.text(0)?.to_ascii_lowercase();
    call.made(text)
}

fn upper<'a>(call: &mut Call<'_, 'a>) -> Outcome<'a> {
    let text = call.text(0)?.to_ascii_uppercase();
    call.made(text)
}

fn trim<'a>(call: &mut Call<'_, 'a>) -> Outcome<'a> {
    let text = call.text(0)?.trim().to_string();
    call.made(text)
}

fn reverse<'a>(call: &mut Call<'_, 'a>) -> Outcome<'a> {
    let text = call.text(0)?.chars().rev().collect();
    call.made(text)
}

fn limit(call: &Call<'_, '_>, index: usize) -> Result<Option<usize>, Fault> {
    if call.args.len() <= index {
        return Ok(None);
    }
    // A negative limit is none.
    Ok(usize::try_from(call.int(index)?).ok())
}

fn replace<'a>(call: &mut Call<'_, 'a>) -> Outcome<'a> {
    let (text, from, to) = (call.text(0)?, call.text(1)?, call.text(2)?);
    let most = limit(call, 3)?.unwrap_or(usize::MAX);
    let places = text.matches(from).take(most).count();
    call.meter.charge_bytes(places.saturating_mul(to.len()))?;
    call.made(text.replacen(from, to, most))
}

fn split<'a>(call: &mut Call<'_, 'a>) -> Outcome<'a> {
    let (text, separator) = (call.text(0)?, call.text(1)?);
    let parts: Vec<&str> = match (limit(call, 2)?, separator) {
        (Some(0), _) => Vec::new(),
        (limit, "") => letters(text, limit.unwrap_or(usize::MAX)),
        (Some(limit), _) => text.splitn(limit, separator).collect(),
        (None, _) => text.split(separator).collect(),
    };
    call.made_list(parts.into_iter().map(Value::string).collect())
}

fn letters(text: &str, limit: usize) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        if parts.len() + 1 == limit {
            parts.push(rest);
            break;
        }
        let (letter, tail) = rest.split_at(first.len_utf8());
        parts.push(letter);
        rest = tail;
    }
    parts
}

fn join<'a>(call: &mut Call<'_, 'a>) -> Outcome<'a> {
    let items = call.items(0)?;
    let separator = if call.args.len() > 1 {
        call.text(1)?
    } else {
        ""
    };
    let mut joined = String::new();
    for (index, item) in items.iter().enumerate() {
        let Value::String(text) = item else {
            return Err(Fault::no_such_overload());
        };
        let separator = if index > 0 { separator } else { "" };
        call.meter
            .charge_bytes(separator.len() + text.as_str().len())?;
        joined.push_str(separator);
        joined.push_str(text.as_str());
    }
    Ok(Value::string(joined))
}

fn quote<'a>(call: &mut Call<'_, 'a>) -> Outcome<'a> {
    let mut quoted = String::from("\"");
    for c in call.text(0)?.chars() {
        match c {
            '\u{7}' => quoted.push_str("\\a"),
            '\u{8}' => quoted.push_str("\\b"),
            '\u{c}' => quoted.push_str("\\f"),
            '\n' => quoted.push_str("\\n"),
            '\r' => quoted.push_str("\\r"),
            '\t' => quoted.push_str("\\t"),
            '\u{b}' => quoted.push_str("\\v"),
            '\\' => quoted.push_str("\\\\"),
            '"' => quoted.push_str("\\\""),
            c => quoted.push(c),
        }
    }
    quoted.push('"');
    call.made(quoted)
}

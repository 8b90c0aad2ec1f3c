//! `matches`, `find`, `findAll`: RE2's language, linear time.

use std::borrow::Cow;

use crate::rules::functions::call::{Call, Overload};
use crate::rules::re2::{Regex, compile};
use crate::rules::value::{Fault, Outcome, Value};

pub const OVERLOADS: &[Overload] = &[
    Overload::new("matches", "(string, string) -> bool", matches),
    Overload::new("matches", "string.(string) -> bool", matches),
    Overload::new("find", "string.(string) -> string", find),
    Overload::new("findAll", "string.(string) -> list(string)", find_all),
    Overload::new("findAll", "string.(string, int) -> list(string)", find_all),
];

/// Compiling a pattern that is only known at run time is dear.
const COMPILE_STEPS: u64 = 20_000;

/// The pattern, compiled; its use on a text is charged by the size of both.
fn prepared<'c>(call: &mut Call<'c, '_>, text: &str) -> Result<Cow<'c, Regex>, Fault> {
    let pattern_len = match call.regex {
        Some(regex) => regex.as_str().len(),
        None => call.text(1)?.len(),
    };
    call.meter
        .charge((text.len() as u64 / 16 + 1) * (pattern_len as u64 / 32 + 1))?;
    if let Some(regex) = call.regex {
        return Ok(Cow::Borrowed(regex));
    }
    let pattern = call.text(1)?;
    call.meter.charge(COMPILE_STEPS + pattern.len() as u64)?;
    compile(pattern)
        .map(Cow::Owned)
        .map_err(|reason| Fault::other(format!("error parsing regexp: {reason}")))
}

fn matches<'a>(call: &mut Call<'_, 'a>) -> Outcome<'a> {
    let text = call.text(0)?;
    Ok(Value::Bool(prepared(call, text)?.is_match(text)))
}

fn find<'a>(call: &mut Call<'_, 'a>) -> Outcome<'a> {
    let text = call.text(0)?;
    let found = prepared(call, text)?
        .find(text)
        .map_or("", |found| found.as_str())
        .to_string();
    call.made(found)
}

fn find_all<'a>(call: &mut Call<'_, 'a>) -> Outcome<'a> {
    let text = call.text(0)?;
    let most = if call.args.len() > 2 {
        usize::try_from(call.int(2)?).unwrap_or(usize::MAX)
    } else {
        usize::MAX
    };
    let regex = prepared(call, text)?;
    let found = regex
        .find_iter(text)
        .take(most)
        .map(|found| Value::string(found.as_str()))
        .collect();
    call.made_list(found)
}

//! Looking for a text in a text; positions count code points.

use crate::rules::functions::call::{Call, Overload};
use crate::rules::value::{Fault, Outcome, Value};

pub const OVERLOADS: &[Overload] = &[
    Overload::total("contains", "string.(string) -> bool", contains),
    Overload::total("startsWith", "string.(string) -> bool", starts_with),
    Overload::total("endsWith", "string.(string) -> bool", ends_with),
    Overload::new("charAt", "string.(int) -> string", char_at),
    Overload::total("indexOf", "string.(string) -> int", index_of),
    Overload::new("indexOf", "string.(string, int) -> int", index_of),
    Overload::total("lastIndexOf", "string.(string) -> int", last_index_of),
    Overload::new("lastIndexOf", "string.(string, int) -> int", last_index_of),
    Overload::new("substring", "string.(int) -> string", substring),
    Overload::new("substring", "string.(int, int) -> string", substring),
];

fn contains<'a>(call: &mut Call<'_, 'a>) -> Outcome<'a> {
    Ok(Value::Bool(call.text(0)?.contains(call.text(1)?)))
}

fn starts_with<'a>(call: &mut Call<'_, 'a>) -> Outcome<'a> {
    Ok(Value::Bool(call.text(0)?.starts_with(call.text(1)?)))
}

fn ends_with<'a>(call: &mut Call<'_, 'a>) -> Outcome<'a> {
    Ok(Value::Bool(call.text(0)?.ends_with(call.text(1)?)))
}

fn out_of_range(index: i64) -> Fault {
    Fault::other(format!("index out of range: {index}"))
}

/// The byte at which a code point starts; the end counts as one.
fn byte_of(text: &str, index: i64) -> Result<usize, Fault> {
    let position = usize::try_from(index).map_err(|_| out_of_range(index))?;
    text.char_indices()
        .map(|(at, _)| at)
        .chain([text.len()])
        .nth(position)
        .ok_or_else(|| out_of_range(index))
}

fn count(text: &str) -> Value<'static> {
    Value::Int(i64::try_from(text.chars().count()).unwrap_or(i64::MAX))
}

fn char_at<'a>(call: &mut Call<'_, 'a>) -> Outcome<'a> {
    let text = call.text(0)?;
    let at = byte_of(text, call.int(1)?)?;
    Ok(Value::string(
        text.get(at..)
            .unwrap_or("")
            .chars()
            .take(1)
            .collect::<String>(),
    ))
}

fn index_of<'a>(call: &mut Call<'_, 'a>) -> Outcome<'a> {
    let (text, wanted) = (call.text(0)?, call.text(1)?);
    let from = if call.args.len() > 2 {
        byte_of(text, call.int(2)?)?
    } else {
        0
    };
    let found = text.get(from..).unwrap_or("").find(wanted);
    Ok(found.map_or(Value::Int(-1), |at| {
        count(text.get(..from + at).unwrap_or(""))
    }))
}

fn last_index_of<'a>(call: &mut Call<'_, 'a>) -> Outcome<'a> {
    let (text, wanted) = (call.text(0)?, call.text(1)?);
    let last = if call.args.len() > 2 {
        byte_of(text, call.int(2)?)?
    } else {
        text.len()
    };
    // The match may start at `last` at the latest, and end behind it.
    let end = last.saturating_add(wanted.len()).min(text.len());
    let end = (end..=text.len())
        .find(|end| text.is_char_boundary(*end))
        .unwrap_or(text.len());
    let found = text
        .get(..end)
        .unwrap_or("")
        .rmatch_indices(wanted)
        .map(|(at, _)| at)
        .find(|at| *at <= last);
    Ok(found.map_or(Value::Int(-1), |at| count(text.get(..at).unwrap_or(""))))
}

fn substring<'a>(call: &mut Call<'_, 'a>) -> Outcome<'a> {
    let text = call.text(0)?;
    let start = call.int(1)?;
    let from = byte_of(text, start)?;
    if call.args.len() < 3 {
        return call.made(text.get(from..).unwrap_or("").to_string());
    }
    let end = call.int(2)?;
    let to = byte_of(text, end)?;
    match text.get(from..to) {
        Some(part) => call.made(part.to_string()),
        None => Err(Fault::other(format!(
            "invalid substring range. start: {start}, end: {end}"
        ))),
    }
}

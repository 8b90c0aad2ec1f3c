//! Text; positions and lengths count code points.

use crate::rules::support::fault::{Fault, Tried};
use crate::rules::support::read::{ReadText, text as read};
use crate::rules::support::sequence::length;

/// The number of code points.
#[inline]
pub fn code_points(text: &str) -> i64 {
    length(text.chars().count())
}

#[inline]
fn byte_of(text: &str, index: i64) -> Tried<usize> {
    let wrong = || Fault::made(format!("index out of range: {index}"));
    let position = usize::try_from(index).map_err(|_| wrong())?;
    text.char_indices()
        .map(|(at, _)| at)
        .chain([text.len()])
        .nth(position)
        .ok_or_else(wrong)
}

/// The part between two positions.
///
/// # Errors
/// Positions out of range, or in the wrong order.
#[inline]
pub fn substring(text: &str, start: i64, end: i64) -> Tried<&str> {
    let wrong = || {
        Fault::made(format!(
            "invalid substring range. start: {start}, end: {end}"
        ))
    };
    text.get(byte_of(text, start)?..byte_of(text, end)?)
        .ok_or_else(wrong)
}

/// The part from a position on.
///
/// # Errors
/// A position out of range.
#[inline]
pub fn substring_from(text: &str, start: i64) -> Tried<&str> {
    Ok(text.get(byte_of(text, start)?..).unwrap_or(""))
}

/// The code point at a position, or nothing at the end.
///
/// # Errors
/// A position out of range.
#[inline]
pub fn char_at(text: &str, index: i64) -> Tried<String> {
    Ok(substring_from(text, index)?.chars().take(1).collect())
}

/// The position of the first occurrence, or -1.
#[inline]
pub fn index_of(text: &str, wanted: &str) -> i64 {
    text.find(wanted)
        .map_or(-1, |at| code_points(text.get(..at).unwrap_or("")))
}

/// The text with occurrences replaced: at most so many, all if negative.
#[inline]
pub fn replace(text: &str, from: &str, to: &str, most: i64) -> String {
    text.replacen(from, to, usize::try_from(most).unwrap_or(usize::MAX))
}

/// The parts between the separators: at most so many, all if negative.
#[inline]
pub fn split<'t>(text: &'t str, separator: &str, most: i64) -> Vec<&'t str> {
    let most = usize::try_from(most).unwrap_or(usize::MAX);
    if !separator.is_empty() {
        return text.splitn(most, separator).collect();
    }
    let mut parts: Vec<&str> = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next().filter(|_| parts.len() < most) {
        let len = if parts.len() + 1 == most {
            rest.len()
        } else {
            first.len_utf8()
        };
        let (part, tail) = rest.split_at(len);
        parts.push(part);
        rest = tail;
    }
    parts
}

/// The texts in a row.
#[inline]
pub fn join<T: ReadText>(parts: &[T], separator: &str) -> String {
    parts.iter().map(read).collect::<Vec<_>>().join(separator)
}

/// The text that bytes in base64 are.
///
/// # Errors
/// When they are not base64, or no UTF-8.
#[inline]
pub fn bytes_text(base64: &str) -> Tried<String> {
    let bytes = crate::rules::base64::decode(base64)
        .ok_or(Fault::fixed("invalid data, expected base64"))?;
    String::from_utf8(bytes)
        .map_err(|_| Fault::fixed("invalid UTF-8 in bytes, cannot convert to string"))
}

//! Numbers (RFC 8259, section 6).

use serde_json::Number;

/// The length of the number at the start of `bytes`, or what is wrong with it
/// and after how many bytes.
pub(super) fn scan(bytes: &[u8]) -> Result<usize, (usize, &'static str)> {
    let mut at = usize::from(bytes.first() == Some(&b'-'));
    at = match bytes.get(at) {
        Some(b'0') if bytes.get(at + 1).is_some_and(u8::is_ascii_digit) => {
            return Err((at, "a number has no leading zero"));
        }
        Some(b'0'..=b'9') => skip_digits(bytes, at),
        _ => return Err((at, "expected a digit")),
    };
    if bytes.get(at) == Some(&b'.') {
        at = digits(bytes, at + 1, "expected a digit after the decimal point")?;
    }
    if matches!(bytes.get(at), Some(b'e' | b'E')) {
        let signed = matches!(bytes.get(at + 1), Some(b'+' | b'-'));
        at = digits(
            bytes,
            at + 1 + usize::from(signed),
            "expected a digit in the exponent",
        )?;
    }
    Ok(at)
}

fn digits(bytes: &[u8], at: usize, missing: &'static str) -> Result<usize, (usize, &'static str)> {
    let end = skip_digits(bytes, at);
    if end == at {
        Err((at, missing))
    } else {
        Ok(end)
    }
}

fn skip_digits(bytes: &[u8], at: usize) -> usize {
    let rest = bytes.get(at..).unwrap_or_default();
    at + rest.iter().take_while(|byte| byte.is_ascii_digit()).count()
}

/// The value of a well-formed number: an integer where it is written as one
/// and fits 64 bits, else a float. `None` when no float is that large.
pub(super) fn value(text: &str) -> Option<Number> {
    if text != "-0" {
        if let Ok(value) = text.parse::<u64>() {
            return Some(value.into());
        }
        if let Ok(value) = text.parse::<i64>() {
            return Some(value.into());
        }
    }
    Number::from_f64(text.parse().ok()?)
}

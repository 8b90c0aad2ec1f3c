//! Percent escapes.

/// Whether each `%` starts an escape of two hexadecimal digits; else the bad escape.
#[inline]
pub fn bad_escape(text: &str) -> Option<&str> {
    let mut at = 0;
    while let Some(found) = text.get(at..).and_then(|rest| rest.find('%')) {
        let start = at + found;
        let digits = text.get(start + 1..start + 3);
        if !digits.is_some_and(|digits| digits.bytes().all(|byte| byte.is_ascii_hexdigit())) {
            let end = (start..=start + 3)
                .rev()
                .find(|end| text.is_char_boundary(*end) && *end <= text.len());
            return text.get(start..end.unwrap_or(text.len()));
        }
        at = start + 3;
    }
    None
}

/// The text with its escapes resolved. With `plus`, a `+` is a space.
#[inline]
pub fn unescape(text: &str, plus: bool) -> Option<String> {
    if bad_escape(text).is_some() {
        return None;
    }
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        match byte {
            b'%' => {
                let digit = |byte: Option<u8>| {
                    byte.and_then(|byte| char::from(byte).to_digit(16))
                        .unwrap_or(0)
                };
                let (high, low) = (digit(rest.next()), digit(rest.next()));
                bytes.push(u8::try_from(high * 16 + low).unwrap_or(0));
            }
            b'+' if plus => bytes.push(b' '),
            other => bytes.push(other),
        }
    }
    Some(String::from_utf8_lossy(&bytes).into_owned())
}

/// A path with everything escaped that a path may not hold.
#[inline]
pub fn escape_path(path: &str) -> String {
    let mut escaped = String::with_capacity(path.len());
    for byte in path.bytes() {
        if is_path_byte(byte) {
            escaped.push(char::from(byte));
        } else {
            escaped.push_str(&format!("%{byte:02X}"));
        }
    }
    escaped
}

/// Whether a byte may stand in a path unescaped.
#[inline]
pub fn is_path_byte(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"-_.~$&+,/:;=@".contains(&byte)
}

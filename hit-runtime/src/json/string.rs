//! Strings (RFC 8259, section 7).

/// What is wrong with a string: at which byte, whether it is its encoding, and what.
pub(super) struct StringError {
    pub(super) at: usize,
    pub(super) encoding: bool,
    pub(super) message: &'static str,
}

/// Reads the string whose opening quote is at `start`; gives its value and
/// the offset after the closing quote.
pub(super) fn read(text: &str, start: usize) -> Result<(String, usize), StringError> {
    let bytes = text.as_bytes();
    let mut value = String::new();
    let mut from = start + 1;
    loop {
        let at = from + plain_length(bytes.get(from..).unwrap_or_default());
        let plain = text.get(from..at).unwrap_or_default();
        match bytes.get(at) {
            Some(b'"') if value.is_empty() => return Ok((plain.to_owned(), at + 1)),
            Some(b'"') => {
                value.push_str(plain);
                return Ok((value, at + 1));
            }
            Some(b'\\') => {
                value.push_str(plain);
                let (c, next) = escape(bytes, at)?;
                value.push(c);
                from = next;
            }
            Some(_) => {
                return Err(grammar(
                    at,
                    "a control character in a string must be escaped",
                ));
            }
            None => return Err(grammar(start, "this string has no closing quote")),
        }
    }
}

/// How many bytes until a quote, a backslash or a control character.
fn plain_length(bytes: &[u8]) -> usize {
    bytes
        .iter()
        .take_while(|&&byte| byte != b'"' && byte != b'\\' && byte >= 0x20)
        .count()
}

/// The character an escape stands for, and the offset after it.
fn escape(bytes: &[u8], at: usize) -> Result<(char, usize), StringError> {
    let c = match bytes.get(at + 1) {
        Some(b'"') => '"',
        Some(b'\\') => '\\',
        Some(b'/') => '/',
        Some(b'b') => '\u{8}',
        Some(b'f') => '\u{c}',
        Some(b'n') => '\n',
        Some(b'r') => '\r',
        Some(b't') => '\t',
        Some(b'u') => return unicode(bytes, at),
        _ => return Err(grammar(at, "unknown escape in a string")),
    };
    Ok((c, at + 2))
}

/// `\uXXXX`, or two of them that are a surrogate pair.
fn unicode(bytes: &[u8], at: usize) -> Result<(char, usize), StringError> {
    let high = hex(bytes, at)?;
    if let Some(c) = char::from_u32(high) {
        return Ok((c, at + 6));
    }
    if high < 0xdc00 && bytes.get(at + 6..at + 8) == Some(b"\\u") {
        let low = hex(bytes, at + 6)?;
        if (0xdc00..0xe000).contains(&low) {
            let code = 0x10000 + ((high - 0xd800) << 10) + (low - 0xdc00);
            if let Some(c) = char::from_u32(code) {
                return Ok((c, at + 12));
            }
        }
    }
    Err(StringError {
        at,
        encoding: true,
        message: "half a surrogate pair is no character",
    })
}

/// The four digits of the `\u` escape at `at`.
fn hex(bytes: &[u8], at: usize) -> Result<u32, StringError> {
    let digits = bytes.get(at + 2..at + 6).unwrap_or_default();
    let mut code = 0;
    for &digit in digits {
        let value = char::from(digit).to_digit(16);
        code = code * 16 + value.ok_or_else(|| grammar(at, NOT_HEX))?;
    }
    if digits.len() == 4 {
        Ok(code)
    } else {
        Err(grammar(at, NOT_HEX))
    }
}

const NOT_HEX: &str = "expected four hexadecimal digits after `\\u`";

fn grammar(at: usize, message: &'static str) -> StringError {
    StringError {
        at,
        encoding: false,
        message,
    }
}

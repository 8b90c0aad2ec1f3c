//! Quoted-printable (RFC 2045, section 6.7).

/// Decodes quoted-printable text: `=` with two hexadecimal digits, or a soft
/// line break; other bytes stand for themselves and must be printable ASCII,
/// space, tab or a line break.
pub fn decode_quoted_printable(text: &str) -> Option<Vec<u8>> {
    let mut out = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    loop {
        rest = match rest {
            [] => return Some(out),
            [b'=', b'\r', b'\n', rest @ ..] | [b'=', b'\n', rest @ ..] => rest,
            [b'=', high, low, rest @ ..] => {
                out.push(digit(*high)? << 4 | digit(*low)?);
                rest
            }
            [
                byte @ (b' '..=b'<' | b'>'..=b'~' | b'\t' | b'\r' | b'\n'),
                rest @ ..,
            ] => {
                out.push(*byte);
                rest
            }
            _ => return None,
        };
    }
}

fn digit(byte: u8) -> Option<u8> {
    char::from(byte)
        .to_digit(16)
        .and_then(|digit| u8::try_from(digit).ok())
}

//! Base 64 (RFC 4648, sections 4 and 5), strict: padded, no line breaks, unused
//! bits zero.

/// Decodes base 64 with `+` and `/`.
///
/// ```
/// use hit_runtime::content::decode_base64;
///
/// assert_eq!(decode_base64("Zm9v").as_deref(), Some(&b"foo"[..]));
/// assert_eq!(decode_base64("Zm9"), None);
/// ```
pub fn decode_base64(text: &str) -> Option<Vec<u8>> {
    decode(text, b'+', b'/')
}

/// Decodes base 64 with `-` and `_`; padding may be left out.
pub fn decode_base64url(text: &str) -> Option<Vec<u8>> {
    let missing = if text.ends_with('=') {
        0
    } else {
        (4 - text.len() % 4) % 4
    };
    if missing == 0 {
        decode(text, b'-', b'_')
    } else {
        decode(&format!("{text}{}", "=".repeat(missing)), b'-', b'_')
    }
}

fn decode(text: &str, plus: u8, slash: u8) -> Option<Vec<u8>> {
    let bytes = text.as_bytes();
    if !bytes.len().is_multiple_of(4) {
        return None;
    }
    let padding = bytes.iter().rev().take_while(|byte| **byte == b'=').count();
    if padding > 2 {
        return None;
    }
    let digits = bytes.get(..bytes.len() - padding)?;
    let mut out = Vec::with_capacity(bytes.len() / 4 * 3);
    let (mut buffer, mut bits) = (0_u32, 0_u32);
    for byte in digits {
        buffer = buffer << 6 | digit(*byte, plus, slash)?;
        bits += 6;
        if bits >= 8 {
            bits -= 8;
            out.push(u8::try_from(buffer >> bits & 0xFF).ok()?);
        }
        buffer &= 0xFF;
    }
    let unused = buffer & ((1 << bits) - 1);
    (unused == 0).then_some(out)
}

fn digit(byte: u8, plus: u8, slash: u8) -> Option<u32> {
    let value = match byte {
        b'A'..=b'Z' => byte - b'A',
        b'a'..=b'z' => byte - b'a' + 26,
        b'0'..=b'9' => byte - b'0' + 52,
        _ if byte == plus => 62,
        _ if byte == slash => 63,
        _ => return None,
    };
    Some(value.into())
}

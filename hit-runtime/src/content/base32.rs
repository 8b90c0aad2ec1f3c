//! Base 32 (RFC 4648, sections 6 and 7), strict: upper case, padded, unused bits zero.

/// Decodes base 32 with the letters `A` to `Z` and digits `2` to `7`.
pub fn decode_base32(text: &str) -> Option<Vec<u8>> {
    decode(text, |byte| match byte {
        b'A'..=b'Z' => Some(byte - b'A'),
        b'2'..=b'7' => Some(byte - b'2' + 26),
        _ => None,
    })
}

/// Decodes base 32 with the digits `0` to `9` and letters `A` to `V`.
pub fn decode_base32hex(text: &str) -> Option<Vec<u8>> {
    decode(text, |byte| match byte {
        b'0'..=b'9' => Some(byte - b'0'),
        b'A'..=b'V' => Some(byte - b'A' + 10),
        _ => None,
    })
}

fn decode(text: &str, digit: fn(u8) -> Option<u8>) -> Option<Vec<u8>> {
    let bytes = text.as_bytes();
    let padding = bytes.iter().rev().take_while(|byte| **byte == b'=').count();
    if !bytes.len().is_multiple_of(8) || !matches!(padding, 0 | 1 | 3 | 4 | 6) {
        return None;
    }
    let mut out = Vec::with_capacity(bytes.len() / 8 * 5);
    let (mut buffer, mut bits) = (0_u32, 0_u32);
    for byte in bytes.get(..bytes.len() - padding)? {
        buffer = buffer << 5 | u32::from(digit(*byte)?);
        bits += 5;
        if bits >= 8 {
            bits -= 8;
            out.push(u8::try_from(buffer >> bits & 0xFF).ok()?);
        }
        buffer &= 0xFF;
    }
    let unused = buffer & ((1 << bits) - 1);
    (unused == 0).then_some(out)
}

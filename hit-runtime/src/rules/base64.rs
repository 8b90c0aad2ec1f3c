//! Base64 (RFC 4648, section 4).

const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// The padded text of some bytes.
#[inline]
pub fn encode(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for chunk in bytes.chunks(3) {
        let group = chunk
            .iter()
            .fold(0u32, |group, byte| group << 8 | u32::from(*byte))
            << (8 * (3 - chunk.len()));
        for place in 0..4 {
            if place <= chunk.len() {
                let index = (group >> (18 - 6 * place) & 63) as usize;
                text.push(char::from(ALPHABET.get(index).copied().unwrap_or(b'A')));
            } else {
                text.push('=');
            }
        }
    }
    text
}

/// The bytes of a text, padded or not. `None` when it is not base64.
#[inline]
pub fn decode(text: &str) -> Option<Vec<u8>> {
    let padded = text.ends_with('=');
    let bare = text.trim_end_matches('=');
    if (padded && (!text.len().is_multiple_of(4) || text.len() - bare.len() > 2))
        || bare.len() % 4 == 1
    {
        return None;
    }
    let mut bytes = Vec::with_capacity(bare.len() * 3 / 4);
    let (mut group, mut bits) = (0u32, 0);
    for c in bare.bytes() {
        let value = ALPHABET.iter().position(|letter| *letter == c)?;
        group = group << 6 | u32::try_from(value).ok()?;
        bits += 6;
        if bits >= 8 {
            bits -= 8;
            bytes.push((group >> bits & 0xff) as u8);
        }
    }
    Some(bytes)
}

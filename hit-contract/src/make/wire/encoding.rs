//! Bytes that are not UTF-8, and what some parsers take for a part of it.

use super::tools::Wire;

/// Bytes that are not UTF-8, in the place of a letter.
const BYTES: [(&[u8], &str); 5] = [
    (b"\xff", "a byte that is in no UTF-8"),
    (b"\xc0\xaf", "an overlong form"),
    (b"\xed\xa0\x80", "a surrogate"),
    (b"\xe2\x82", "a character cut short"),
    (b"\xf5\x80\x80\x80", "beyond the last code point"),
];

/// Texts in other encodings.
pub fn encoding(wire: &mut Wire<'_, '_>) {
    let text = wire.text().to_owned();
    for (bytes, what) in BYTES {
        // Inside of a string: before its closing quote.
        if let Some(body) = inside_string(&text, bytes) {
            wire.malformed(body, &format!("not UTF-8: {what} in a text"));
        }
    }
    let mut body = b"\xff".to_vec();
    body.extend_from_slice(text.as_bytes());
    wire.malformed(body, "not UTF-8: a byte before it");
    let wide = |unit: u16| unit.to_le_bytes();
    let body: Vec<u8> = text.encode_utf16().flat_map(wide).collect();
    wire.malformed(body, "UTF-16");
    let mut body = b"\xef\xbb\xbf".to_vec();
    body.extend_from_slice(text.as_bytes());
    wire.disputed(body, "a byte order mark");
    for (escape, what) in [
        ("\\ud800", "a lone high surrogate"),
        ("\\udc00", "a lone low surrogate"),
        ("\\udc00\\ud800", "surrogates in the wrong order"),
    ] {
        if let Some(body) = inside_string(&text, escape.as_bytes()) {
            wire.disputed(body, what);
        }
    }
}

/// Bytes before the closing quote of the last text that is a value.
fn inside_string(text: &str, bytes: &[u8]) -> Option<Vec<u8>> {
    let end = text.rfind('"')?;
    let (before, after) = text.as_bytes().split_at(end);
    Some([before, bytes, after].concat())
}

//! `json-pointer`.

/// Whether a text is a JSON Pointer of RFC 6901, section 5, as a JSON string.
pub fn is_json_pointer(text: &str) -> bool {
    let bytes = text.as_bytes();
    (text.is_empty() || text.starts_with('/'))
        && bytes
            .iter()
            .enumerate()
            .all(|(index, byte)| *byte != b'~' || matches!(bytes.get(index + 1), Some(b'0' | b'1')))
}

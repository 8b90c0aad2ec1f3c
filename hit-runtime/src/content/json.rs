//! `application/json` (RFC 8259).

use serde::de::IgnoredAny;

/// Whether bytes are one JSON text in UTF-8. One nested deeper than 128 levels
/// is refused.
pub fn is_json(bytes: &[u8]) -> bool {
    let Ok(text) = std::str::from_utf8(bytes) else {
        return false;
    };
    serde_json::from_str::<IgnoredAny>(text).is_ok()
}

//! `utc-millisec` of draft 3.

/// Whether a text is a number in JSON syntax. The draft wants a number, not a
/// string; a number is always accepted.
pub fn is_utc_millisec(text: &str) -> bool {
    serde_json::from_str::<serde_json::Number>(text).is_ok()
        && !text.starts_with(char::is_whitespace)
}

//! A string in a message.

use serde_json::Value;

/// Characters of a string that are shown.
const SHOWN: usize = 60;

/// A string as JSON, shortened.
pub(in crate::check::engine) fn quoted(text: &str) -> String {
    let mut chars = text.chars();
    let shown: String = chars.by_ref().take(SHOWN).collect();
    let more = if chars.next().is_some() { "…" } else { "" };
    format!("{}{more}", Value::from(shown))
}

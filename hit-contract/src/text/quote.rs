//! Texts as JSON strings.

/// A JSON string, with the escapes that JSON asks for and no others.
pub fn quote(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

/// A JSON string in which every code unit is written as `\uXXXX`.
pub fn quote_escaped(text: &str) -> String {
    let units = text.encode_utf16().map(|unit| format!("\\u{unit:04x}"));
    format!("\"{}\"", units.collect::<String>())
}

#[cfg(test)]
mod tests {
    #[test]
    fn escapes_are_read_back() {
        for text in ["", "a\"\\\n\u{0}", "\u{1f600}"] {
            for quoted in [super::quote(text), super::quote_escaped(text)] {
                let read: String = serde_json::from_str(&quoted).unwrap();
                assert_eq!(read, text);
            }
        }
    }
}

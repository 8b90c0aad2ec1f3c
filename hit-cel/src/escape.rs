//! Property names as CEL identifiers.

/// Words that CEL reserves; as a field they are written `__if__`.
const RESERVED: &[&str] = &[
    "true",
    "false",
    "null",
    "in",
    "as",
    "break",
    "const",
    "continue",
    "else",
    "for",
    "function",
    "if",
    "import",
    "let",
    "loop",
    "package",
    "namespace",
    "return",
    "var",
    "void",
    "while",
];

/// The identifier of a property; `None` when it has none.
///
/// ```
/// use hit_cel::escape;
/// assert_eq!(escape("a.b-c").as_deref(), Some("a__dot__b__dash__c"));
/// assert_eq!(escape("if").as_deref(), Some("__if__"));
/// assert_eq!(escape("a@b"), None);
/// ```
pub fn escape(name: &str) -> Option<String> {
    if RESERVED.contains(&name) {
        return Some(format!("__{name}__"));
    }
    if !name.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_') {
        return None;
    }
    let mut escaped = String::with_capacity(name.len());
    let mut rest = name;
    while let Some(c) = rest.chars().next() {
        if let Some(tail) = rest.strip_prefix("__") {
            escaped.push_str("__underscores__");
            rest = tail;
            continue;
        }
        match c {
            '.' => escaped.push_str("__dot__"),
            '-' => escaped.push_str("__dash__"),
            '/' => escaped.push_str("__slash__"),
            c if c.is_ascii_alphanumeric() || c == '_' => escaped.push(c),
            _ => return None,
        }
        rest = rest.get(c.len_utf8()..).unwrap_or("");
    }
    Some(escaped)
}

/// The property of an identifier.
pub fn unescape(identifier: &str) -> String {
    let reserved = identifier
        .strip_prefix("__")
        .and_then(|inner| inner.strip_suffix("__"));
    if let Some(word) = reserved.filter(|word| RESERVED.contains(word)) {
        return word.to_string();
    }
    identifier
        .replace("__dot__", ".")
        .replace("__dash__", "-")
        .replace("__slash__", "/")
        .replace("__underscores__", "__")
}

#[cfg(test)]
mod tests {
    use super::{escape, unescape};

    #[test]
    fn round_trip() {
        for name in [
            "a",
            "_a",
            "a_b",
            "a__b",
            "a.b",
            "if",
            "namespace",
            "x-y/z.w",
            "int",
        ] {
            assert_eq!(unescape(&escape(name).expect(name)), name);
        }
        assert_eq!(escape("int").as_deref(), Some("int"));
        assert_eq!(escape("1a"), None);
    }
}

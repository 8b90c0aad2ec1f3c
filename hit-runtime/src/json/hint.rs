//! What a writer may have meant: hints for common mistakes.

/// What is found at the start of `rest`, in words.
pub(super) fn found(rest: &str) -> String {
    match rest.chars().next() {
        None => "the end of the text".to_owned(),
        Some('\u{feff}') => "a byte order mark".to_owned(),
        Some(c) if c.is_control() => format!("the control character U+{:04X}", u32::from(c)),
        Some(c) if c.is_alphanumeric() || c == '_' || c == '$' => format!("`{}`", word(rest)),
        Some(c) => format!("`{c}`"),
    }
}

/// A hint for what stands where a value, a name or a separator should.
pub(super) fn hint(rest: &str) -> Option<&'static str> {
    let hint = match rest.chars().next()? {
        '\'' | '\u{2018}' | '\u{2019}' | '\u{201c}' | '\u{201d}' | '`' => {
            "JSON strings are written in straight double quotes"
        }
        '/' | '#' => "JSON has no comments",
        '\u{feff}' => "save the text as UTF-8 without a byte order mark",
        '+' => "a number has no plus sign",
        '.' => "a number has a digit before the decimal point",
        _ => return word_hint(rest.trim_start_matches('-')),
    };
    Some(hint)
}

fn word_hint(rest: &str) -> Option<&'static str> {
    match word(rest) {
        "NaN" | "nan" | "Infinity" | "inf" => Some("JSON has no such number"),
        "True" | "TRUE" => Some("write `true`"),
        "False" | "FALSE" => Some("write `false`"),
        "None" | "NULL" | "Null" | "nil" | "undefined" => Some("write `null`"),
        "" => None,
        word if word.starts_with(|c: char| c.is_ascii_digit()) => None,
        _ => Some("names and strings are written in double quotes"),
    }
}

/// The word at the start of `rest`, cut at 32 characters.
fn word(rest: &str) -> &str {
    let end = rest
        .char_indices()
        .take(32)
        .take_while(|(_, c)| c.is_alphanumeric() || matches!(c, '_' | '$'))
        .last()
        .map_or(0, |(at, c)| at + c.len_utf8());
    rest.get(..end).unwrap_or_default()
}

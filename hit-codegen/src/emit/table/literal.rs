//! Rust literals.

use hit_runtime::types::Number;

/// A number as a literal of a type that `hit_runtime::decode::Bound` knows.
pub(super) fn bound(number: Number) -> String {
    let json = number.to_json();
    if let Some(value) = json.as_i64() {
        format!("{value}i64")
    } else if let Some(value) = json.as_u64() {
        format!("{value}u64")
    } else {
        let value = number.as_f64();
        if value.abs() < 1e16 {
            format!("{value:?}f64")
        } else {
            format!("{value:e}f64")
        }
    }
}

/// A text as a string literal, on one line.
pub(in crate::emit) fn text(text: &str) -> String {
    let plain = !text.contains('"') && text.chars().all(|c| !c.is_control() && !is_directional(c));
    if plain && text.contains('\\') {
        return format!("r\"{text}\"");
    }
    proc_macro2::Literal::string(text).to_string()
}

/// Characters that change the direction in which source text is shown: the
/// compiler refuses them in literals and comments.
pub(in crate::emit) fn is_directional(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Lines of JSON as a raw string over as many lines.
pub(in crate::emit) fn raw(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for c in text.chars() {
        match is_directional(c) {
            true => shown.push_str(&format!("\\u{:04x}", u32::from(c))),
            false => shown.push(c),
        }
    }
    let text = shown.as_str();
    let mut hashes = String::from("#");
    while text.contains(&format!("\"{hashes}")) {
        hashes.push('#');
    }
    if text.contains('\r') {
        return proc_macro2::Literal::string(text).to_string();
    }
    format!("r{hashes}\"{text}\"{hashes}")
}

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
pub(super) fn text(text: &str) -> String {
    let plain = !text.contains('"') && text.chars().all(|c| !c.is_control());
    if plain && text.contains('\\') {
        return format!("r\"{text}\"");
    }
    proc_macro2::Literal::string(text).to_string()
}

/// A text as a raw string over as many lines as it has.
pub(in crate::emit) fn raw(text: &str) -> String {
    let mut hashes = String::from("#");
    while text.contains(&format!("\"{hashes}")) {
        hashes.push('#');
    }
    if text.contains('\r') {
        return proc_macro2::Literal::string(text).to_string();
    }
    format!("r{hashes}\"{text}\"{hashes}")
}

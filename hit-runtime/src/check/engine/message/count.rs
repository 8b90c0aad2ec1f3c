//! `1 item`, `2 items`.

/// A number with its noun.
pub(in crate::check::engine) fn count(number: u64, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}

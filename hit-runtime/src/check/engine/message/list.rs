//! Lists of names and values.

use serde_json::Value;

use super::found::found;

/// Entries that are shown.
const SHOWN: usize = 12;

/// `"a", "b" and 3 more`.
pub(in crate::check::engine) fn names<'n>(
    names: impl Iterator<Item = &'n str>,
    total: usize,
) -> String {
    let shown: Vec<String> = names.take(SHOWN).map(super::found::quoted).collect();
    with_rest(&shown, total)
}

/// `"a"`, or `one of "a", "b"`.
pub(in crate::check::engine) fn any_of(values: &[&Value]) -> String {
    match values {
        [one] => expected(one),
        values => {
            let shown: Vec<String> = values
                .iter()
                .take(SHOWN)
                .map(|value| expected(value))
                .collect();
            format!("one of {}", with_rest(&shown, values.len()))
        }
    }
}

/// An expected value: in full where it is short.
fn expected(value: &Value) -> String {
    let text = value.to_string();
    if text.chars().count() <= 80 {
        text
    } else {
        found(value)
    }
}

fn with_rest(shown: &[String], total: usize) -> String {
    let list = shown.join(", ");
    match total.saturating_sub(shown.len()) {
        0 => list,
        more => format!("{list} and {more} more"),
    }
}

//! Lists of names.

use super::quoted::quoted;

/// Entries that are shown.
pub(super) const SHOWN: usize = 12;

/// `"a", "b" and 3 more`.
pub(in crate::check::engine) fn names<'n>(
    names: impl Iterator<Item = &'n str>,
    total: usize,
) -> String {
    let shown: Vec<String> = names.take(SHOWN).map(quoted).collect();
    with_rest(&shown, total)
}

/// A list, and how many of `total` it leaves out.
pub(super) fn with_rest(shown: &[String], total: usize) -> String {
    let list = shown.join(", ");
    match total.saturating_sub(shown.len()) {
        0 => list,
        more => format!("{list} and {more} more"),
    }
}

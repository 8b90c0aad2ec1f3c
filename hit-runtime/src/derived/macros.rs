//! Macros and logic.

use super::steps::held;
use crate::rules::Tried;

pub use crate::rules::{all, and, exists, exists_one, map, or};

/// The elements for which a predicate holds.
///
/// # Errors
/// The first fault.
pub fn filter<T: Clone>(
    items: impl IntoIterator<Item = T>,
    mut holds: impl FnMut(T) -> Tried<bool>,
) -> Tried<Vec<T>> {
    let mut kept = Vec::new();
    for item in items {
        if holds(item.clone())? {
            kept.push(item);
        }
    }
    Ok(kept)
}

/// What becomes of the elements that are kept.
///
/// # Errors
/// The first fault.
pub fn map_some<T, U>(
    items: impl IntoIterator<Item = T>,
    of: impl FnMut(T) -> Tried<Option<U>>,
) -> Tried<Vec<U>> {
    items
        .into_iter()
        .map(of)
        .filter_map(Result::transpose)
        .collect()
}

/// Whether a part of a rule is what makes it false.
#[inline]
pub fn is_false(outcome: Tried<bool>) -> bool {
    held(outcome) == Ok(false)
}

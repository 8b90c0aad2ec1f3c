//! Macros and logic.

use super::steps::held;
use crate::rules::{Fault, Tried};

pub use crate::rules::{all, and, exists, exists_one, map, or};

/// The elements for which a predicate holds.
///
/// # Errors
/// The first fault.
#[inline]
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
#[inline]
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

/// What a part of a rule says, if that is what becomes of the rule: it is false, or cannot be evaluated.
/// A part is not blamed for what is not known, nor for taking too long.
#[cold]
pub fn blamed(part: Tried<bool>, whole: &Tried<bool>) -> Option<Tried<bool>> {
    let is_blamed = match (&part, whole) {
        (Ok(false), Ok(false)) => held(Ok(())).is_ok(),
        (Err(fault), Err(_)) => !fault.unknown && *fault != Fault::STEPS,
        _ => false,
    };
    is_blamed.then_some(part)
}

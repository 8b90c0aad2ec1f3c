//! A bound for what a rule does: a small document must not keep it busy for hours.

use std::cell::Cell;

use crate::rules::{Fault, MOST_STEPS, Tried};

thread_local! {
    /// The steps that the rule that runs has left.
    static LEFT: Cell<u64> = const { Cell::new(MOST_STEPS) };
}

/// A rule begins.
#[inline]
pub fn begin() {
    LEFT.set(MOST_STEPS);
}

/// The outcome, unless the steps are used up.
///
/// # Errors
/// When they are.
#[inline]
pub fn held<T>(outcome: Tried<T>) -> Tried<T> {
    match LEFT.get() {
        0 => Err(Fault::STEPS),
        _ => outcome,
    }
}

/// Takes a step for an element; whether there was one left.
#[inline]
pub(super) fn take() -> bool {
    let left = LEFT.get();
    LEFT.set(left.saturating_sub(1));
    left > 0
}

/// Takes the steps for looking at a whole text.
///
/// # Errors
/// When there are not so many left.
#[inline]
pub(super) fn look(text: &str) -> Tried<()> {
    let left = LEFT.get().saturating_sub(text.len() as u64 / 16);
    LEFT.set(left);
    held(Ok(()))
}

//! A bound for loops within loops.

use std::cell::Cell;

use crate::rules::support::fault::{Fault, Tried};

/// The steps that a rule may take. The interpreter counts more of what it does as a step, so that a rule that
/// is within its bound is within that of [`Steps`].
pub const MOST_STEPS: u64 = 10_000_000;

/// The bytes that are looked at in one step.
const BYTES: usize = 16;

/// Counts the steps of the inner loops of one rule over one value. Lowered rules put it
/// before the elements of each loop that stands in another one; when it is used up there are no more
/// elements, and the outcome is a fault.
#[derive(Debug)]
pub struct Steps(Cell<u64>);

impl Steps {
    /// None taken yet.
    #[allow(clippy::new_without_default, reason = "called by generated code alone")]
    #[inline]
    pub fn new() -> Self {
        Self(Cell::new(MOST_STEPS))
    }

    /// Takes a step; whether there was one left.
    #[inline]
    pub fn take(&self) -> bool {
        let left = self.0.get();
        self.0.set(left.saturating_sub(1));
        left > 0
    }

    /// A text that is looked at as a whole; the empty text where the steps are used up.
    #[inline]
    pub fn text<'t>(&self, text: &'t str) -> &'t str {
        let steps = (text.len() / BYTES) as u64;
        match self.0.get().checked_sub(steps) {
            Some(left) => {
                self.0.set(left);
                text
            }
            None => {
                self.0.set(0);
                ""
            }
        }
    }

    /// The outcome, unless the steps were used up.
    ///
    /// # Errors
    /// When they were.
    #[inline]
    pub fn hold<T>(&self, outcome: Tried<T>) -> Tried<T> {
        match self.0.get() {
            0 => Err(Fault::STEPS),
            _ => outcome,
        }
    }
}

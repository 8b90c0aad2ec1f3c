//! What a proof may cost.

use std::time::{Duration, Instant};

/// What a comparison may cost before it is reported as undecided.
///
/// ```
/// let budget = hit_diff::Budget::default();
/// assert_eq!(budget.time.as_millis(), 2500);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Budget {
    /// Steps of the prover.
    pub steps: usize,
    /// Wall-clock time for all of it.
    pub time: Duration,
}

impl Default for Budget {
    fn default() -> Self {
        Self {
            steps: 400_000,
            time: Duration::from_millis(2500),
        }
    }
}

/// A budget being spent.
#[derive(Debug)]
pub(crate) struct Meter {
    steps: usize,
    deadline: Instant,
    spent: bool,
}

impl Meter {
    pub(crate) fn new(budget: Budget) -> Self {
        let now = Instant::now();
        Self {
            steps: budget.steps,
            deadline: now.checked_add(budget.time).unwrap_or(now),
            spent: false,
        }
    }

    /// Whether another step may be taken.
    pub(crate) fn step(&mut self) -> bool {
        if self.spent {
            return false;
        }
        self.steps = self.steps.saturating_sub(1);
        self.spent =
            self.steps == 0 || self.steps.is_multiple_of(32) && Instant::now() >= self.deadline;
        !self.spent
    }
}

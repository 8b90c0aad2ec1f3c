//! What a proof may cost.

use std::time::{Duration, Instant};

/// What a comparison may cost before it is reported as undecided.
///
/// Steps decide, so that the same schemas get the same answer everywhere. The
/// time is there for the case that they take too long on a machine.
///
/// ```
/// let budget = hit_diff::Budget::default();
/// assert_eq!((budget.steps, budget.time.as_secs()), (400_000, 4));
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
            time: Duration::from_secs(4),
        }
    }
}

/// A budget being spent.
#[derive(Debug)]
pub(crate) struct Meter {
    steps: usize,
    /// Steps until the clock is looked at.
    until_look: usize,
    deadline: Instant,
    late: bool,
}

/// Steps between looks at the clock.
const LOOK: usize = 64;

impl Meter {
    pub(crate) fn new(budget: Budget) -> Self {
        let now = Instant::now();
        Self {
            steps: budget.steps,
            until_look: LOOK,
            deadline: now.checked_add(budget.time).unwrap_or(now),
            late: false,
        }
    }

    /// Whether another step may be taken.
    pub(crate) fn step(&mut self) -> bool {
        self.take(1)
    }

    /// Whether work worth so many steps may be done.
    pub(crate) fn take(&mut self, steps: usize) -> bool {
        self.steps = self.steps.saturating_sub(steps);
        self.until_look = self.until_look.saturating_sub(steps);
        if self.until_look == 0 {
            self.until_look = LOOK;
            self.late = self.late || Instant::now() >= self.deadline;
        }
        self.steps > 0 && !self.late
    }

    /// Steps that are left.
    pub(crate) fn left(&self) -> usize {
        self.steps
    }
}

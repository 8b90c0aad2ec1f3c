//! The step budget.

use crate::rules::value::fault::{Fault, FaultKind};

/// Counts the steps of an evaluation. One step is about one node evaluated,
/// one element or sixteen bytes looked at.
#[derive(Clone, Debug)]
pub struct Meter {
    left: u64,
}

impl Meter {
    /// A budget of so many steps.
    pub fn new(steps: u64) -> Self {
        Self { left: steps }
    }

    /// The steps that are left.
    pub fn left(&self) -> u64 {
        self.left
    }

    /// Uses steps.
    ///
    /// # Errors
    /// [`FaultKind::Budget`] when there are not so many left.
    pub fn charge(&mut self, steps: u64) -> Result<(), Fault> {
        match self.left.checked_sub(steps) {
            Some(left) => {
                self.left = left;
                Ok(())
            }
            None => {
                self.left = 0;
                Err(Fault {
                    kind: FaultKind::Budget,
                    message: crate::rules::Fault::STEPS.message.into_owned(),
                })
            }
        }
    }

    /// Uses the steps for looking at so many bytes.
    ///
    /// # Errors
    /// As [`Self::charge`].
    pub fn charge_bytes(&mut self, bytes: usize) -> Result<(), Fault> {
        self.charge(bytes as u64 / 16 + 1)
    }
}

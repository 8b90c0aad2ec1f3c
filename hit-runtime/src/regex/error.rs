//! Why a pattern cannot be used.

use std::error::Error;
use std::fmt;

/// A pattern that is not a regular expression of ECMA-262, or too large.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PatternError {
    /// What is wrong.
    pub reason: String,
    /// Where, as a count of code points before it.
    pub offset: usize,
}

impl PatternError {
    pub(super) fn new(offset: usize, reason: impl Into<String>) -> Self {
        Self {
            reason: reason.into(),
            offset,
        }
    }
}

impl fmt::Display for PatternError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} (at character {})", self.reason, self.offset + 1)
    }
}

impl Error for PatternError {}

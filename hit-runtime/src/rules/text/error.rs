//! Texts that are not what [`to_text`](super::to_text) writes.

use std::fmt;

/// The text of compiled rules cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RulesTextError(pub String);

impl fmt::Display for RulesTextError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the rules cannot be read: {}", self.0)
    }
}

impl std::error::Error for RulesTextError {}

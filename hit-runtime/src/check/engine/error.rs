//! Why a program cannot run.

use std::error::Error;
use std::fmt;

/// A program that this build of the engine cannot check exactly: it is refused
/// rather than checked in part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PrepareError {
    /// The place in the schema: document and JSON Pointer.
    pub schema: String,
    /// What is wrong there.
    pub reason: String,
}

impl fmt::Display for PrepareError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.schema, self.reason)
    }
}

impl Error for PrepareError {}

//! Why a hit was not sent.

use std::fmt;

use hit_model::Report;

use crate::problem::Problem;

/// Why a hit was not sent, and how often it was tried.
#[derive(Clone, Debug, PartialEq)]
pub struct Error {
    /// Why.
    pub kind: ErrorKind,
    /// Requests that were made.
    pub attempts: u32,
}

/// The kinds of [`Error`].
#[derive(Clone, Debug, PartialEq)]
pub enum ErrorKind {
    /// The address, the client id or the key cannot stand in a request.
    Usage(String),
    /// The hit is not what its schema says: it was not sent.
    Invalid(Report),
    /// The service refused it: sending it again changes nothing.
    Refused(Problem),
    /// The service did not take it in all attempts. It may be stored: under the same key, sending it
    /// again stores it once.
    Unavailable {
        /// The last thing that was heard.
        last: String,
        /// The key it was sent under; see [`Options::key`](crate::Options).
        key: String,
    },
    /// A reply that no such service gives.
    Unexpected(String),
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.kind {
            ErrorKind::Usage(what) => f.write_str(what),
            ErrorKind::Invalid(report) => {
                write!(f, "the hit is not valid")?;
                for violation in &report.violations {
                    let (at, code) = (violation.instance.as_str(), &violation.code);
                    write!(f, "\n  #{at} [{code}]: {}", violation.message)?;
                }
                Ok(())
            }
            ErrorKind::Refused(problem) => problem.fmt(f),
            ErrorKind::Unavailable { last, .. } => {
                write!(
                    f,
                    "the service did not take the hit in {} attempts: {last}",
                    self.attempts
                )
            }
            ErrorKind::Unexpected(what) => {
                write!(f, "the service gave a reply that was not expected: {what}")
            }
        }
    }
}

impl std::error::Error for Error {}

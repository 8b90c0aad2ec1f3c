//! What the rules of a schema say about a document.

use std::fmt;

use hit_runtime::{Pointer, Severity, Violation};
use serde_json::Value;

/// What comes from outside of the document.
#[derive(Clone, Copy, Debug, Default)]
pub struct Outside<'a> {
    /// The values that rules call `ctx`; see [`Rules::check_context`](super::Rules::check_context).
    pub context: Option<&'a Value>,
    /// The document as it was before, for transition rules (`oldSelf`).
    pub old: Option<&'a Value>,
}

/// What the rules of a schema say about a document.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Verdict {
    /// Rules that do not hold, or could not be evaluated although everything they need is there.
    pub violations: Vec<Violation>,
    /// Rules that neither hold nor do not.
    pub not_evaluated: Vec<NotEvaluated>,
}

/// A rule that was not evaluated at a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotEvaluated {
    /// Its id.
    pub id: String,
    /// The place of its `self`.
    pub instance: Pointer,
    /// Why.
    pub reason: Reason,
}

/// Why a rule was not evaluated.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// A value from outside is not known: `ctx.headers`.
    Unknown(String),
    /// What it reads does not match the schema, which is reported as such.
    InvalidInput,
    /// Its check is written in code that is not here.
    Opaque,
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unknown(name) => write!(f, "{name} is not known"),
            Self::InvalidInput => f.write_str("what it reads is not valid"),
            Self::Opaque => f.write_str("its check is written in code"),
        }
    }
}

impl Verdict {
    /// Whether no rule refuses the document.
    pub fn is_ok(&self) -> bool {
        let mut violations = self.violations.iter();
        violations.all(|violation| violation.severity < Severity::Error)
    }
}

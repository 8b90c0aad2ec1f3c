//! What the rules of a schema say about a document.

use hit_runtime::{NotEvaluated, Severity, Violation};
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

impl Verdict {
    /// Whether no rule refuses the document.
    pub fn is_ok(&self) -> bool {
        let mut violations = self.violations.iter();
        violations.all(|violation| violation.severity < Severity::Error)
    }
}

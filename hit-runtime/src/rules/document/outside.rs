//! What the rules of a schema say about a document.

use crate::report::{NotEvaluated, Severity, Violation};

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

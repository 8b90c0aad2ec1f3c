//! What a rule says, and what becomes of its outcome.

use crate::place::Place;
use crate::pointer::Pointer;
use crate::report::{NotEvaluated, Reason, Report, Severity, Violation};
use crate::rules::support::{Fault, Tried};

/// What is written about a rule, for its violations.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rule {
    /// The code of its violations.
    pub id: &'static str,
    /// The rule as it is written; empty for a check in Rust.
    pub text: &'static str,
    /// Where it is written: `play.schema.json#/x-rules/0`; empty outside of schemas.
    pub schema: &'static str,
    /// Where its violations point, below the value that it is about: names of members.
    pub path: &'static [&'static str],
    /// Whether it refuses a value.
    pub severity: Severity,
}

impl Rule {
    /// Reports the outcome of the rule about the value at a place, if there is
    /// something to report. `message` is made where the rule does not hold.
    #[inline]
    pub fn judge(
        &self,
        outcome: Tried<bool>,
        at: &Place<'_>,
        report: &mut Report,
        message: impl FnOnce() -> Option<String>,
    ) {
        match outcome {
            Ok(true) => {}
            Ok(false) => self.violated(at, report, message()),
            Err(fault) => self.faulted(&fault, at, report),
        }
    }

    /// Reports that the rule does not hold at a place. Without a message, the rule is told.
    #[cold]
    pub fn violated(&self, at: &Place<'_>, report: &mut Report, message: Option<String>) {
        let message = message.unwrap_or_else(|| match self.text.trim() {
            "" => format!("does not satisfy `{}`", self.id),
            text => format!("failed rule: {text}"),
        });
        report.violations.push(self.violation(at, message));
    }

    /// Reports that the rule could not be evaluated: a violation, or, where a
    /// value from outside is not known, a rule that was not evaluated.
    #[cold]
    pub fn faulted(&self, fault: &Fault, at: &Place<'_>, report: &mut Report) {
        if fault.unknown {
            report.not_evaluated.push(NotEvaluated {
                id: self.id.to_owned(),
                instance: at.pointer(),
                reason: Reason::Unknown(fault.message.to_string()),
            });
            return;
        }
        let message = format!("{fault} evaluating rule: {}", self.text.trim());
        report.violations.push(self.violation(at, message));
    }

    fn violation(&self, at: &Place<'_>, message: String) -> Violation {
        Violation {
            code: self.id.to_owned(),
            severity: self.severity,
            instance: self.below(at),
            schema: self.schema.to_owned(),
            message,
            span: None,
        }
    }

    fn below(&self, at: &Place<'_>) -> Pointer {
        let mut pointer = at.pointer();
        self.path.iter().for_each(|name| pointer.push(name));
        pointer
    }
}

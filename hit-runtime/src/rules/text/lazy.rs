//! Rules that are decoded when they are first used.

use std::sync::OnceLock;

use serde_json::Value;

use crate::check::{LazyChecker, NodeId, Program};
use crate::pointer::Pointer;
use crate::report::{Report, Severity, Violation};
use crate::rule_book::{Outside, RuleBook};
use crate::rules::document::{Rules, Verdict};
use crate::rules::text::decode::from_text;
use crate::rules::text::error::RulesTextError;

/// Compiled rules as text, decoded and prepared on first use: what generated
/// code holds in a `static`.
#[derive(Debug)]
pub struct LazyRules {
    checks: &'static LazyChecker,
    text: &'static str,
    ready: OnceLock<Result<(Rules, Program), RulesTextError>>,
}

impl LazyRules {
    /// Holds the text that [`to_text`](super::to_text) wrote, and the checks of the same schema.
    pub const fn new(checks: &'static LazyChecker, text: &'static str) -> Self {
        Self {
            checks,
            text,
            ready: OnceLock::new(),
        }
    }

    /// The rules, and the program that their schema was compiled to.
    ///
    /// # Errors
    /// A text that no generator of the same version wrote.
    pub fn get(&self) -> Result<&(Rules, Program), &RulesTextError> {
        let ready = self.ready.get_or_init(|| {
            let program = Program::from_text(self.checks.text())
                .map_err(|error| RulesTextError(error.to_string()))?;
            Ok((from_text(self.text)?.prepared(&program), program))
        });
        ready.as_ref()
    }
}

impl RuleBook for LazyRules {
    fn run(&self, node: NodeId, value: &Value, outside: &Outside<'_>, report: &mut Report) {
        let verdict = self.get().map(|(rules, program)| {
            rules.check(program, self.checks.get(), node, value, outside, report)
        });
        tell(verdict, report);
    }

    fn run_one(&self, rule: usize, value: &Value, outside: &Outside<'_>, report: &mut Report) {
        let verdict = self.get().map(|(rules, program)| {
            rules.check_one(rule, program, self.checks.get(), value, outside)
        });
        tell(verdict, report);
    }
}

/// Rules that cannot be read refuse every value.
fn tell(verdict: Result<Verdict, &RulesTextError>, report: &mut Report) {
    match verdict {
        Ok(verdict) => {
            report.violations.extend(verdict.violations);
            report.not_evaluated.extend(verdict.not_evaluated);
        }
        Err(error) => report.violations.push(Violation {
            code: "program".to_owned(),
            severity: Severity::Error,
            instance: Pointer::root(),
            schema: String::new(),
            message: error.to_string(),
            span: None,
        }),
    }
}

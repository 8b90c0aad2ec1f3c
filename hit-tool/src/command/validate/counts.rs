//! What to say at the end.

use std::fmt;

use hit_runtime::{Report, Severity};

/// What was found in all documents together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Documents checked.
    pub documents: u64,
    /// Documents refused.
    pub invalid: u64,
    /// Violations that refuse a document.
    pub errors: u64,
    /// Violations that do not.
    pub warnings: u64,
}

impl Counts {
    /// Counts one more document.
    pub fn add(&mut self, report: &Report) {
        let all = report.violations.len() as u64;
        let errors = report
            .violations
            .iter()
            .filter(|it| it.severity == Severity::Error)
            .count() as u64;
        self.documents += 1;
        self.invalid += u64::from(!report.is_ok());
        self.errors += errors;
        self.warnings += all - errors;
    }
}

impl fmt::Display for Counts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let documents = plural(self.documents, "document");
        match (self.documents, self.invalid) {
            (0, _) => f.write_str("no documents")?,
            (1, 0) => f.write_str("1 document: valid")?,
            (_, 0) => write!(f, "{documents}: all valid")?,
            (1, _) => write!(
                f,
                "1 document: not valid, {}",
                plural(self.errors, "violation")
            )?,
            _ => write!(
                f,
                "{documents}: {} not valid, {}",
                self.invalid,
                plural(self.errors, "violation")
            )?,
        }
        match self.warnings {
            0 => Ok(()),
            warnings => write!(f, ", {}", plural(warnings, "warning")),
        }
    }
}

fn plural(count: u64, noun: &str) -> String {
    let ending = if count == 1 { "" } else { "s" };
    format!("{count} {noun}{ending}")
}

//! What to say at the end.

use std::collections::BTreeMap;
use std::fmt;

use hit_runtime::Severity;

use super::rules::Found;

/// How many different reasons are told.
const MOST_OPEN: usize = 100;

/// What was found in all documents together.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Documents checked.
    pub documents: u64,
    /// Documents refused.
    pub invalid: u64,
    /// Violations that refuse a document.
    pub errors: u64,
    /// Violations that do not.
    pub warnings: u64,
    /// Rules that were not evaluated, by id and reason, and how often.
    pub not_evaluated: BTreeMap<(String, String), u64>,
}

impl Counts {
    /// Counts one more document.
    pub fn add(&mut self, found: &Found) {
        let report = &found.report;
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
        for one in &found.not_evaluated {
            let key = (one.id.clone(), one.reason.to_string());
            let known =
                self.not_evaluated.len() < MOST_OPEN || self.not_evaluated.contains_key(&key);
            let key = if known {
                key
            } else {
                ("more".to_owned(), "too many to list".to_owned())
            };
            *self.not_evaluated.entry(key).or_default() += 1;
        }
    }

    /// A line for each rule that was not evaluated.
    pub fn open(&self) -> impl Iterator<Item = String> {
        self.not_evaluated.iter().map(|((id, reason), count)| {
            let times = match count {
                1 => String::new(),
                count => format!(", {count} times"),
            };
            let line = format!("not evaluated: {id} ({reason}){times}");
            line.replace(char::is_control, " ")
        })
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

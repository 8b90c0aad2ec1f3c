//! What became of a group.

use super::cases::Group;
use crate::probe::Verdict;

/// A group and the verdicts on its tests.
pub(crate) struct Judged<'g> {
    pub(crate) group: &'g Group,
    /// Why there are none: a diagnostic or the compiler's errors.
    pub(crate) refused: Option<String>,
    /// In the order of the tests; empty where it was refused.
    pub(crate) verdicts: Vec<Verdict>,
    /// Places that stay plain JSON.
    pub(crate) plain: usize,
    /// Warnings of the compiler.
    pub(crate) warnings: Vec<String>,
    /// The generated code.
    pub(crate) code: String,
}

/// A test that went wrong.
pub(crate) struct Fault {
    /// `file | group | test`: its line in the list of known gaps.
    pub(crate) line: String,
    pub(crate) what: String,
}

impl Judged<'_> {
    /// The tests judged right.
    pub(crate) fn right(&self) -> usize {
        self.pairs()
            .filter(|(valid, verdict)| verdict.accepted == *valid && !verdict.crashed)
            .count()
    }

    /// Documents accepted.
    pub(crate) fn accepted(&self) -> usize {
        self.verdicts
            .iter()
            .filter(|verdict| verdict.accepted)
            .count()
    }

    /// Documents accepted and written back as equal values.
    pub(crate) fn round_trip(&self) -> usize {
        self.verdicts.iter().filter(|verdict| verdict.back).count()
    }

    fn pairs(&self) -> impl Iterator<Item = (bool, &Verdict)> {
        self.group
            .tests
            .iter()
            .map(|test| test.valid)
            .zip(&self.verdicts)
    }

    /// All that went wrong.
    pub(crate) fn faults(&self) -> Vec<Fault> {
        let mut faults = Vec::new();
        for (at, test) in self.group.tests.iter().enumerate() {
            let line = format!("{} | {} | {}", self.group.file, self.group.name, test.name);
            let what = match self.verdicts.get(at) {
                None => "no verdict".to_owned(),
                Some(verdict) if verdict.crashed => verdict.why.clone(),
                Some(verdict) if verdict.accepted != test.valid => {
                    let expected = if test.valid {
                        "valid, refused"
                    } else {
                        "invalid, accepted"
                    };
                    format!("{expected}: {} {}", test.text, verdict.why)
                }
                Some(verdict) if verdict.accepted && !verdict.back => {
                    let what = format!("{} {}", test.text, verdict.why);
                    faults.push(Fault {
                        line: format!("{line} | round trip"),
                        what,
                    });
                    continue;
                }
                Some(_) => continue,
            };
            faults.push(Fault { line, what });
        }
        faults
    }
}

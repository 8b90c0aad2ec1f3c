//! Words that all formats share.

use crate::check::{Mode, Verdict};
use crate::compare::{Reading, Report};

/// The verdict in a word.
pub(super) fn verdict(verdict: &Verdict) -> &'static str {
    match verdict {
        Verdict::Compatible { .. } => "compatible",
        Verdict::Breaking { .. } => "breaking",
        Verdict::Undecided { .. } => "undecided",
    }
}

/// The verdict in a sentence.
pub(super) fn summary(report: &Report) -> String {
    let pair = format!("`{}` → `{}`", report.old, report.new);
    let reading = match report.reading {
        Reading::Strict => "all documents",
        Reading::DeclaredOnly => "documents with declared members only",
    };
    let asked = format!("{}, {reading}", report.mode);
    match &report.verdict {
        Verdict::Compatible { proof } => {
            format!("{pair}: compatible ({asked}); proved: {}", proof.name())
        }
        Verdict::Breaking { .. } => format!("{pair}: breaking ({asked})"),
        Verdict::Undecided { reason, .. } => {
            format!("{pair}: undecided ({asked}): {reason}")
        }
    }
}

/// Who accepts and who refuses a witness.
pub(super) fn lost(mode: Mode) -> &'static str {
    match mode {
        Mode::Forward => "the new schema accepts this document and the old one refuses it",
        _ => "the old schema accepts this document and the new one refuses it",
    }
}

/// What to add where only undeclared members break.
pub(super) const UNDECLARED: &str = "This breaks only for documents that use members the \
    schema does not declare: it allows them, so some document may hold anything there. \
    Where writers send declared members only, the reading `declared-only` says so.";
